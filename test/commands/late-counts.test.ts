/** What is late is counted alike on every list, and each says what it counts: steps, or children. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { farOff, lateness } from '../../src/ui/lateness';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const came = (ref: string, born: string): string =>
  `new-review --ref ${ref} --name "Ann ${ref}" --born ${born} --looked-after 2026-03-02 --meeting "2026-03-27 10:00" --venue School --today 2026-03-02 --yes`;

describe('what is late', () => {
  let made: Unit;

  beforeAll(async () => {
    made = await unit('york', [
      came('K1', '2012-05-02'),
      came('K2', '2010-05-02'),
      'new-review --ref K3 --name "Cat Low" --born 2012-01-04 --looked-after 2026-02-09 --today 2026-02-09 --yes',
      'new-review --ref K4 --name "Dan Moy" --born 2012-01-04 --looked-after 2026-03-09 --today 2026-03-09 --yes',
    ]);
  });

  afterAll(closeTerminals);

  const says = async (line: string, today: string): Promise<string> => {
    const { out, err } = await made.run(`${line} --today ${today}`);
    return `${out}${err}`.replaceAll(/\s+/g, ' ');
  };

  it.each(['2026-03-10', '2026-03-13', '2026-03-16', '2026-03-30'])(
    'is as many steps of as many children on due, the report and the board of %s, and child list has those children',
    async (today) => {
      const { deadlines } = JSON.parse((await made.run(`due --overdue --json --today ${today}`)).out) as {
        deadlines: { child: { ref: string }; due: string }[];
      };
      const late = deadlines.filter(({ due }) => due < today);
      const children = new Set(late.map(({ child: { ref } }) => ref)).size;
      expect(late.length).toBeGreaterThan(0);
      const words = `${late.length} step${late.length === 1 ? '' : 's'} late of ${children} child${children === 1 ? '' : 'ren'}`;
      expect(await says('due --week', today)).toContain(words);
      expect(await says('due --week --limit 1', today)).toContain(words);
      expect(await says('report overdue', today)).toContain(words);
      expect(await says('report board', today)).toMatch(new RegExp(`Overdue ${late.length} `));
      expect(await says('child list', today)).toContain(`${children} of them with a step late`);
    },
  );

  it('is in working days, or says that its days are of the calendar', () => {
    expect(farOff({ workingDaysLeft: -2, daysLeft: -4 })).toBe('2 days late');
    // On Sunday what was due on Saturday.
    expect(farOff({ workingDaysLeft: 0, daysLeft: -1 })).toBe('1 calendar day late');
    expect(lateness({ workingDaysLeft: 0, daysLeft: -1 })).toBe('1 calendar day late');
    // On Friday what is due on Sunday.
    expect(farOff({ workingDaysLeft: 0, daysLeft: 2 })).toBe('in 2 calendar days');
  });

  it.skipIf(why !== '')('is the same in the first lines of the tray', async () => {
    const today = '2026-03-16';
    const words = /\d+ steps? late of \d+ child(?:ren)?/.exec(await says('due --week', today))![0];
    const terminal = new Terminal(made.db, 80);
    terminal.run(`--today ${today}`);
    await terminal.sees(words);
  });
});
