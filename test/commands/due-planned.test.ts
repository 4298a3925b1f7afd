/** The reviews that no meeting is planned for, the day's meetings, and whose list a child is on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, onScreen, widest } from '../support/facts';
import { type Answer, unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;

async function typed(run: Unit['run'], ...lines: string[]): Promise<Answer> {
  let last: Answer = { code: 0, out: '', err: '' };
  for (const line of lines) {
    last = await run(line);
    if (last.code !== 0) throw new Error(`${line}: ${last.err}`);
  }
  return last;
}

const inCare = (ref: string, rest = ''): string =>
  `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 ${rest} --yes`;

interface ToPlan {
  readonly child: { readonly ref: string };
  readonly rule: string;
  readonly due: string;
  readonly planBy: string;
  readonly command: string;
}

async function toPlanOn({ run }: Unit, day: string, rest = '--week'): Promise<ToPlan[]> {
  return (JSON.parse((await run(`due ${rest} --today ${day} --json`)).out) as { toPlan: ToPlan[] }).toPlan;
}

/** As if the screen were as wide as need be, with one space between columns. */
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a child in care with no meeting planned', () => {
  it('is on the list from the week of the day by which one is to be planned, and goes when it is', async () => {
    const york = await unit('york');
    await typed(york.run, inCare('C1', '--iro "A Khan"'));
    // Due on Monday 30 March; ten working days before is Monday 16 March.
    expect(await toPlanOn(york, '2026-03-09')).toEqual([]);
    expect(await toPlanOn(york, '2026-03-10')).toMatchObject([
      { child: { ref: 'C1' }, rule: 'review-first', due: '2026-03-30', planBy: '2026-03-16' },
    ]);
    const { out } = await york.run('due --today 2026-03-10');
    expect(inOneLine(out)).toMatch(
      /TO PLAN \d C1\/1 CC Plan the first review: to invite in time, plan it by Monday 16 March; it is due Monday 30 March\./,
    );
    expect(out).toContain('1 to plan.');
    expect((await york.run('due --today 2026-03-17')).out).toContain(
      'Plan the first review now: it is too late',
    );
    // What it says to type is what proposes a day; planned, the line is gone, and back when it is cancelled.
    expect((await york.run('review plan C1 --suggest --today 2026-03-10')).code).toBe(0);
    await typed(york.run, 'review plan C1 --meeting "2026-03-27 10:00" --on today --today 2026-03-11 --yes');
    expect(await toPlanOn(york, '2026-03-11')).toEqual([]);
    expect(await toPlanOn(york, '2026-03-10')).toHaveLength(1);
    await typed(
      york.run,
      'review cancel C1 --reason "The room flooded" --agreed-by "B Boss" --today 2026-03-12 --yes',
    );
    expect(await toPlanOn(york, '2026-03-12')).toHaveLength(1);
  });

  it('is asked of the unit, and stays on a list of what is late alone once its day has passed', async () => {
    const york = await unit('york');
    await typed(york.run, inCare('C1'));
    expect(await toPlanOn(york, '2026-03-16', '--overdue')).toEqual([]);
    expect(await toPlanOn(york, '2026-03-17', '--overdue')).toHaveLength(1);
    expect(await toPlanOn(york, '2026-03-17', '--who unit')).toHaveLength(1);
    expect(await toPlanOn(york, '2026-03-17', '--who social-worker')).toEqual([]);
  });

  it('is no deadline: what a scenario expects does not change', async () => {
    const york = await unit('york');
    await typed(york.run, inCare('C1'));
    const { deadlines } = JSON.parse((await york.run('due --month --today 2026-03-10 --json')).out) as {
      deadlines: { rule: string }[];
    };
    expect(deadlines.map(({ rule }) => rule)).toEqual(['iro-allocate', 'review-first']);
  });

  it('is found the same by doctor, which works everything out again', async () => {
    const york = await unit('york');
    await typed(york.run, inCare('C1'), inCare('C2', '--meeting "2026-03-27 10:00"'));
    expect((await york.run('doctor --today 2026-03-10')).code).toBe(0);
  });
});

describe('a child whom no list by team, IRO or manager can hold', () => {
  it('is said beside such a list, which is not simply empty', async () => {
    const york = await unit('york');
    await typed(
      york.run,
      'person add --name "S Jones" --role social-worker --team North',
      'person add --name "A Khan" --role iro',
      inCare('C1', '--social-worker "S Jones"'),
      inCare('C2', '--iro "A Khan"'),
    );
    const day = '--today 2026-03-31';
    // A child without a team has their social worker's.
    const north = await york.run(`due --team North ${day}`);
    expect(north.out).toMatch(/Hold the first review .*C1\/1/);
    expect(north.out).not.toContain('C2');
    expect(north.out.replaceAll('\n', ' ')).toContain(
      '1 child without a team, or a social worker who has one, is in no team’s list.',
    );
    const early = await york.run('due --team North --overdue --today 2026-03-10');
    expect(early.out).toContain('1 child without a team');
    const ofTheirs = await york.run('due --team North --who social-worker --today 2026-03-02');
    expect(ofTheirs.out.replaceAll('\n', ' ')).toMatch(
      /Nothing on this list is overdue, and nothing on it is due this week\..* 1 child without a team/,
    );
    const khan = await york.run(`due --iro "A Khan" ${day}`);
    expect(khan.out).toContain('1 child without an IRO is in no IRO’s list.');
    // Nobody is told of anyone while no manager is recorded; then it is said of whom nobody is.
    expect((await york.run(`due ${day}`)).out).not.toContain('No manager');
    await typed(york.run, 'person add --name "Mo North" --role manager --team North');
    expect((await york.run(`due ${day}`)).out).toContain(
      'No manager is told of 1 child, by team or by IRO: C2.',
    );
    const check = await york.run(`settings check ${day}`);
    expect(check.code).toBe(1);
    expect(check.out).toContain('No manager is told of 1 child, by team or by IRO: C2.');
    await typed(york.run, 'person edit "Mo North" --manages "A Khan"');
    expect((await york.run(`due ${day}`)).out).not.toContain('No manager is told of');
  });

  it('is told to the service manager, and as a number to the manager of a team', async () => {
    const york = await unit('york');
    await typed(
      york.run,
      'person add --name "Mo North" --role manager --team North --email mo@council.gov.uk',
      'person add --name "Sal Service" --role service-manager --email sal@council.gov.uk',
      inCare('C1', '--iro "A Khan"'),
    );
    const day = '--today 2026-03-10';
    const all = await york.run(`report overdue --to "Sal Service" ${day}`);
    expect(all.out).toContain('No manager is told of 1 child, by team or by IRO: C1.');
    expect(all.out).toContain(
      'TO PLAN (1)\n C1/1 (CC)  Plan the first review: to invite in time, plan it by',
    );
    const north = await york.run(`report overdue --to "Mo North" ${day}`);
    expect(north.out).toContain('Nothing in this report is overdue');
    const one = await york.run(`report overdue --team North ${day}`);
    expect(one.out).toContain('Nothing in this report is overdue');
    expect(one.out.replaceAll('\n', ' ')).toContain('1 child without a team');
    expect(north.out.replaceAll('\n', ' ')).toContain(
      '1 child without a team, or a social worker who has one, is in no team’s list.',
    );
    expect(north.out).not.toContain('C1');
  });
});

describe('what no rule gives a number of days', () => {
  const york = async (...lines: string[]): Promise<Unit['run']> => {
    const { run } = await unit('york');
    await typed(run, inCare('C1', '--iro "A Khan"'), ...lines);
    return run;
  };

  it('an informal dispute is on the list until it is resolved or formal', async () => {
    const run = await york('record C1 dispute-opened ref=D1 --on 2026-03-03');
    const day = '--today 2026-03-04';
    expect(inOneLine((await run(`due ${day}`)).out)).toMatch(
      /TO SETTLE \d C1 CC Resolve the informal dispute, or make it formal “D1” \(since Tuesday 3 March\)/,
    );
    expect((await run(`due --who iro ${day}`)).out).toContain('informal dispute');
    expect((await run(`report overdue ${day}`)).out).toContain('Resolve the informal dispute');
    await typed(run, 'record C1 dispute-made-formal ref=D1 --on 2026-03-04');
    expect((await run(`due ${day}`)).out).not.toContain('informal dispute');
  });

  it.each(['dispute-made-formal', 'dispute-resolved', 'cafcass-referred'])(
    'a %s is of a dispute that was opened, or is refused with what to type',
    async (kind) => {
      const run = await york('record C1 dispute-opened ref=D1 --on 2026-03-04');
      const refused = await run(`record C1 ${kind} ref=D2 --on 2026-03-05`);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err.replaceAll('\n', ' ')).toContain(
        'C1 has no dispute “D2”; there is D1. Nothing was saved. To open it first: irotool record C1 dispute-opened ref=D2 --on 2026-03-05',
      );
      expect((await run(`record C1 ${kind} ref=D1 --on 2026-03-03`)).err).toContain('was opened on');
      await typed(
        run,
        'record C1 dispute-opened ref=D2 --on 2026-03-05',
        `record C1 ${kind} ref=D2 --on 2026-03-05`,
      );
    },
  );

  it('decisions that were sent are asked about from the next day, until the manager has them', async () => {
    const run = await york(
      'review hold C1 --on today --code PN1 --today 2026-03-27 --yes',
      'review after C1 --decisions-sent today --today 2026-03-30',
    );
    const asks = 'Were the decisions received by the manager?';
    expect((await run('due --today 2026-03-30')).out).not.toContain(asks);
    expect(inOneLine((await run('due --today 2026-03-31')).out)).toContain(
      `C1/1 CC ${asks} (since Monday 30 March)`,
    );
    expect((await run('due --child C1 --today 2026-03-31 --json')).out).toContain('"decisions-receipt"');
    await typed(run, 'review after C1 --received today --today 2026-03-31');
    expect((await run('due --today 2026-03-31')).out).not.toContain(asks);
  });
});

describe('birthdays beside the list', () => {
  it('are of the child who is asked about alone, and an 18th stays until care is recorded as ended', async () => {
    const { run } = await unit('york');
    await typed(
      run,
      inCare('C1').replace('2015-05-02', '2008-04-02'),
      inCare('C2').replace('2015-05-02', '2022-04-01'),
    );
    expect((await run('due --today 2026-04-01')).out).toContain('C1 is 18 on Thursday 2 April');
    expect((await run('due --child C2 --today 2026-04-01')).out).not.toContain('C1');
    expect((await run('due --child C1 --today 2026-04-01')).out).not.toContain('C2');
    for (const day of ['2026-04-03', '2026-06-30']) {
      expect((await run(`due --today ${day}`)).out.replaceAll(/\s+/g, ' ')).toContain(
        'C1 was 18 on Thursday 2 April, and care is still recorded: irotool child left C1 --on 2026-04-02',
      );
    }
    await typed(run, 'child left C1 --on 2026-04-02 --reason E15 --today 2026-04-03 --yes');
    expect((await run('due --today 2026-04-03')).out).not.toContain('was 18');
  });
});

describe('the meetings of the day', () => {
  let york: Unit;
  beforeAll(async () => {
    york = await unit('york');
    await typed(
      york.run,
      inCare('C1', '--iro "A Khan"'),
      inCare('C2', '--iro "A Khan" --sibling C1'),
      inCare('C3', '--iro "M Ŵyn"'),
      'review plan C1 C2 --meeting "2026-03-27 16:30" --venue School --mode in-person --today 2026-03-03 --yes',
      'review plan C3 --meeting "2026-03-27 09:30" --chair "A Khan" --today 2026-03-03 --yes',
    );
  });

  it('stand at the top of the list: when, who, where and who chairs', async () => {
    const { out } = await york.run('due --today 2026-03-27');
    const lines = out.split('\n');
    const head = 'MEETINGS TODAY, Friday 27 March';
    expect(lines.findIndex((line) => /^[A-Z]{4}/.test(line))).toBe(lines.indexOf(head));
    expect(lines.slice(lines.indexOf(head)).slice(0, 3)).toEqual([
      head,
      '  1  9:30am  C3/1 CC           where is not recorded  A Khan',
      '  2  4:30pm  C1/1 CC, C2/1 CC  School, in person      A Khan',
    ]);
    for (const day of ['2026-03-26', '2026-03-28']) {
      expect((await york.run(`due --today ${day}`)).out).not.toContain('MEETINGS TODAY');
    }
    for (const columns of [60, 80, 140]) {
      const screen = await onScreen('due --today 2026-03-27', york.db, columns);
      expect(widest(screen.out)).toBeLessThanOrEqual(columns);
      expect(linesOf(screen.out).join('\n')).toMatch(/4:30pm +C1\/1 CC, C2\/1 CC/);
    }
  });

  it('are in the JSON, and in a list of all that are planned', async () => {
    const { meetings } = JSON.parse((await york.run('due --today 2026-03-27 --json')).out) as {
      meetings: unknown[];
    };
    expect(meetings[0]).toEqual({
      child: { ref: 'C3', name: 'Child C3' },
      ...{
        what: 'review',
        review: 1,
        meeting: '2026-03-27',
        time: '09:30',
        venue: null,
        mode: null,
        chair: 'A Khan',
      },
    });
    expect((await york.run('review list --today 2026-03-20')).out).toContain(
      'C2/1 CC   A Khan  School; with C1',
    );
  });

  it('leave the list when the review is recorded as held', async () => {
    await typed(york.run, 'review hold C3 --on today --code PN1 --today 2026-03-27 --yes');
    const { out } = await york.run('due --today 2026-03-27');
    expect(out).toContain('C1/1 CC, C2/1 CC');
    expect(out).not.toContain('C3/1 CC');
  });
});

describe('the meetings of later days', () => {
  let york: Unit;
  beforeAll(async () => {
    york = await unit('york');
    await typed(
      york.run,
      inCare('C1', '--iro "A Khan"'),
      inCare('C2', '--iro "A Khan" --sibling C1'),
      inCare('C3', '--iro "M Ŵyn"'),
      'review plan C1 C2 --meeting "2026-03-27 16:30" --venue "School, room 4" --mode in-person --today 2026-03-03 --yes',
      'review plan C3 --meeting "2026-03-28 09:30" --today 2026-03-03 --yes',
    );
  });
  const day = '--today 2026-03-23';

  it('stand on their day, below what the law asks of it and above the rest, children of one meeting together', async () => {
    const lines = linesOf((await york.run(`due ${day}`)).out);
    const at = lines.findIndex((line) => line.startsWith('FRIDAY 27 MARCH, in 4 days'));
    expect(inOneLine(lines.slice(at + 1, at + 5).join(' '))).toMatch(
      /LAW See the child in private A Khan C1\/1 CC, C2\/1 CC \d+ 4:30pm, School A Khan C1\/1 CC, C2\/1 CC$/,
    );
    // A day on which nothing else is due is on the list too.
    const units = (await york.run(`due --who unit ${day}`)).out;
    expect(units).toMatch(/SATURDAY 28 MARCH, in \d days\n \d+ +9:30am, no place yet +M Ŵyn +C3\/1 CC\n\n/);
    expect(inOneLine(lines.slice(1, 3).join(' '))).toContain('2 meetings to come');
  });

  it('are a line of their own below their day in the weeks after the first', async () => {
    const { out } = await york.run('due --month --today 2026-03-12');
    expect(inOneLine(out)).toMatch(
      /THEN, .* Fri 27 Mar .* Meeting 4:30pm, School, room 4, in person: C1\/1 CC, C2\/1 CC/,
    );
    expect(out).toMatch(/ Sat 28 Mar .*\n +Meeting 9:30am, where is not recorded: C3\/1 CC/);
    expect((await york.run('due --from 2026-03-27 --to 2026-03-27 --today 2026-03-12')).out).toMatch(
      /4:30pm, School .*C1\/1 CC/,
    );
  });

  it('are a whole row each to a pipe, and no line is wider than a screen', async () => {
    const { out } = await york.run(`due ${day}`, { toPipe: true });
    for (const ref of ['C1', 'C2']) {
      expect(out).toMatch(
        new RegExp(
          `^2026-03-27 +\\d+ +in 4 days +${ref}/1 CC +Meeting 4:30pm, School, room 4, in person +A Khan$`,
          'm',
        ),
      );
    }
    for (const columns of [60, 80, 140]) {
      expect(widest((await onScreen(`due ${day}`, york.db, columns)).out)).toBeLessThanOrEqual(columns);
      expect(widest((await onScreen(`due --month ${day}`, york.db, columns)).out)).toBeLessThanOrEqual(
        columns,
      );
    }
  });

  it('are in the JSON beside those of the day, and not on a list of what is late or of another role', async () => {
    const json = async (flags: string) =>
      JSON.parse((await york.run(`due ${flags} ${day} --json`)).out) as {
        meetings: unknown[];
        meetingsAhead: { child: { ref: string }; meeting: string; time: string; venue: string | null }[];
      };
    const week = await json('--week');
    expect(week.meetings).toEqual([]);
    expect(week.meetingsAhead).toMatchObject([
      { child: { ref: 'C1' }, meeting: '2026-03-27', time: '16:30', venue: 'School, room 4' },
      { child: { ref: 'C2' }, meeting: '2026-03-27' },
      { child: { ref: 'C3' }, meeting: '2026-03-28', venue: null },
    ]);
    expect((await json('--days 4')).meetingsAhead).toEqual([]);
    expect((await json('--overdue')).meetingsAhead).toEqual([]);
    expect((await json('--who social-worker')).meetingsAhead).toEqual([]);
    expect((await json('--who iro')).meetingsAhead).toHaveLength(3);
    expect((await json('--iro Ŵyn')).meetingsAhead).toMatchObject([{ child: { ref: 'C3' } }]);
  });

  it('end with the last duty of a list that is cut short', async () => {
    const cut = (await york.run(`due --limit 1 ${day}`)).out;
    expect(cut).not.toContain('9:30am');
    expect(inOneLine(cut)).toContain('2 meetings to come');
  });

  it('are said to be cut short by --limit if nothing else is', async () => {
    const { run } = await unit('york');
    await typed(
      run,
      inCare('C1', '--iro "A Khan"'),
      inCare('C2', '--iro "A Khan"'),
      'review plan C1 --meeting "2026-03-27 10:00" --on 2026-03-04 --yes',
      'review plan C2 --meeting "2026-03-27 14:00" --on 2026-03-04 --yes',
      'done C1 C2 see-child --on 2026-03-04 --today 2026-03-04',
    );
    const { out } = await run('due --from 2026-03-26 --to 2026-03-28 --limit 1 --today 2026-03-04');
    expect(out).not.toContain('2pm');
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/due then\. 2 meetings to come\. The first 1 are shown\./);
  });

  it('have numbers: done says which day it is on, and how another is planned', async () => {
    const { out } = await york.run(`due ${day}`);
    const number = /^ (\d+) +4:30pm/m.exec(out)![1];
    const refused = await york.run(`done ${number} ${day}`);
    expect(refused.code).toBe(1);
    expect(refused.err.replaceAll(/\s+/g, ' ')).toContain(
      'C1: the meeting is on Friday 27 March 2026, and is not to be ticked off. To plan another day: irotool review plan C1 --suggest',
    );
  });
});

describe('a step before a meeting that is typed late', () => {
  it('is of the review just held if it was done before it, and of the next one if not', async () => {
    const { run } = await unit('york');
    await typed(
      run,
      inCare('C1', '--iro "A Khan"'),
      'review plan C1 --meeting "2026-03-27 10:00" --on 2026-03-04 --yes',
      'review hold C1 --on 2026-03-27 --code PN1 --today 2026-03-27 --yes',
      'review plan C1 --meeting "2026-06-19 10:00" --today 2026-03-27 --yes',
    );
    const { out } = await typed(run, 'done C1 invite --on 2026-03-13 --today 2026-03-28');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('It is of review 1, which has been held.');
    await typed(run, 'done C1 invite --on 2026-03-28 --today 2026-03-28');
    const shown = async (review: number): Promise<string> =>
      (await run(`review show C1 --review ${review} --today 2026-03-28`)).out;
    expect(await shown(1)).toMatch(/[Ii]nvitations.*13 Mar/);
    expect(await shown(2)).toMatch(/[Ii]nvitations.*28 Mar/);
  });
});

describe('the command beside a list', () => {
  it('holds an adoption review as one, if nothing else is owed of the child', async () => {
    const { run } = await unit();
    await typed(
      run,
      inCare('C1', '--iro "A Khan"'),
      'review hold C1 --on 2026-03-27 --code PN1 --today 2026-03-27 --yes',
      'record C1 adoption-authorised --on 2026-03-30 --today 2026-03-30',
      'record C1 placed-for-adoption --on 2026-04-07 --today 2026-04-07',
    );
    await typed(run, 'review plan C1 --meeting "2026-05-01 10:00" --today 2026-04-08 --yes');
    const asked = await run('due --child C1 --from 2026-04-01 --to 2026-05-31 --today 2026-05-02');
    expect(asked.out).toContain('irotool review hold C1 --adoption');
    await typed(run, 'review hold C1 --adoption --on 2026-05-01 --today 2026-05-02 --yes');
    expect((await run('due --child C1 --today 2026-05-02')).out).not.toContain('was it held?');
  });
});
