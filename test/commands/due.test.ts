import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;

/** Five children of York on Monday 30 March 2026, as an ordinary week finds them. */
async function ordinaryWeek(): Promise<Unit> {
  const york = await unit('york');
  const say = async (line: string): Promise<void> => {
    const answer = await york.run(line);
    if (answer.code !== 0) throw new Error(`${line}: ${answer.err}`);
  };
  await say('person add --name "A Khan" --role iro');
  await say('person add --name "M Ŵyn" --role iro');
  const child = (ref: string, born: string, on: string, rest: string): Promise<void> =>
    say(
      `new-review --ref ${ref} --name "Child ${ref}" --born ${born} --looked-after ${on} --today ${on} ${rest} --yes`,
    );
  await child('C1', '2015-05-02', '2026-03-02', '--iro "A Khan" --team North --meeting "2026-03-27 10:00"');
  await child('C2', '2022-04-01', '2026-02-23', '--iro "A Khan" --social-worker "S Jones"');
  await child('C3', '2008-04-02', '2026-03-09', '--iro "M Ŵyn" --team South');
  await child('C4', '2012-01-01', '2026-02-02', '--iro "M Ŵyn"');
  await say('review hold C4 --on 2026-02-27 --code PN1 --today 2026-02-27');
  return york;
}

const TODAY = '--today 2026-03-30';
let york: Unit;
beforeAll(async () => {
  york = await ordinaryWeek();
});

describe('due', () => {
  it('lists the overdue first, oldest first, then today, then by day with the weekday', async () => {
    const { out, code } = await york.run(`due --days 14 ${TODAY}`);
    expect(code).toBe(0);
    const headings = linesOf(out).filter((line) => /^[A-Z]{2}[A-Z, ]/.test(line));
    expect(headings).toEqual([
      'LATE (working days)',
      'TODAY, Monday 30 March',
      'FRIDAY 3 APRIL is Good Friday.',
      'MONDAY 6 APRIL is Easter Monday.',
      'TO PLAN',
      'TO SETTLE',
    ]);
    expect((await york.run('due --today 2026-03-29')).out).toContain('TOMORROW, Monday 30 March');
    // Of what is late the law comes first, and then the oldest.
    const piped = (await york.run(`due --days 14 ${TODAY}`, { toPipe: true })).out;
    const late = [...piped.matchAll(/^(\S+) +\d+ +\d+ days? late +(LAW)? +C/gm)];
    const [law, other] = [true, false].map((is) => late.filter(([, , word]) => (word === 'LAW') === is));
    expect(late.map(([line]) => line)).toEqual([...law!, ...other!].map(([line]) => line));
    for (const each of [law!, other!]) {
      const days = each.map(([, day]) => day);
      expect(days).toEqual([...days].sort());
    }
    expect(late.length).toBeGreaterThan(3);
  });

  it('says in words how late a thing is, so that colour is never needed', async () => {
    const { out } = await york.run(`due ${TODAY}`);
    expect(out).toMatch(/^ +\d+ +5 days +LAW {2}Hold the first review .*C2\/1 CC$/m);
    const screen = await onScreen(`due ${TODAY}`, york.db, 80);
    expect(screen.out).toContain('\u001b[');
    expect(linesOf(screen.out)).toEqual(out.split('\n'));
    expect((await onScreen(`due ${TODAY} --no-color`, york.db, 80)).out).toBe(out);
    expect((await onScreen(`due ${TODAY}`, york.db, 80, { NO_COLOR: '1' })).out).toBe(out);
  });

  it('asks about a meeting whose day has passed with nothing recorded', async () => {
    const { out } = await york.run(`due ${TODAY}`);
    expect(out).toMatch(
      /TO SETTLE\n +\d+ {2}C1\/1 CC +The meeting planned for Friday 27 March: was it held\?/,
    );
    expect(out).toContain('A review was held: irotool review hold C1');
    expect((await york.run('due --today 2026-03-27')).out).not.toContain('was it held?');
    expect((await york.run('due --today 2026-03-28')).out).toContain('was it held?');
  });

  it('points out bank holidays near the days shown, and 4th and 18th birthdays', async () => {
    const { out } = await york.run(`due ${TODAY}`);
    expect(out).toContain('FRIDAY 3 APRIL is Good Friday.\nMONDAY 6 APRIL is Easter Monday.');
    expect(out).toContain('C2 is 4 on Wednesday 1 April:');
    expect(out).toContain('C3 is 18 on Thursday 2 April:');
    expect((await york.run('due --days 2 --today 2026-03-30')).out).not.toContain('C2 is 4');
  });

  it('ends with totals and the next thing to type', async () => {
    const { out } = await york.run(`due ${TODAY}`);
    const totals =
      /(\d+) steps late of \d+ children, \d+ steps? past a limit of LAW; (\d+) today, (\d+) later this week; (\d+) to settle; (\d+) to plan\./.exec(
        out.replaceAll('\n', ' '),
      )!;
    const { deadlines, actions, toPlan } = JSON.parse((await york.run(`due ${TODAY} --json`)).out) as {
      deadlines: { due: string }[];
      actions: unknown[];
      toPlan: unknown[];
    };
    const count = (is: (due: string) => boolean): number => deadlines.filter(({ due }) => is(due)).length;
    expect(totals.slice(1).map(Number)).toEqual([
      count((due) => due < '2026-03-30'),
      count((due) => due === '2026-03-30'),
      count((due) => due > '2026-03-30'),
      actions.length,
      toPlan.length,
    ]);
    expect(out).toMatch(/Tick one off: irotool done C\d [a-z-]+/);
    expect(out).toMatch(/Why a date: irotool explain C\d/);
  });

  it('offers to tick off only what a tick is enough for', async () => {
    const { out } = await york.run(`due ${TODAY}`);
    const [, ref, duty] = /irotool done (\S+) (\S+)/.exec(out)!;
    expect(duty).not.toMatch(/^review-/);
    const other = await ordinaryWeek();
    expect((await other.run(`done ${ref} ${duty} ${TODAY}`)).code).toBe(0);
  });

  it('says so if a due day is no working day which the last one is', async () => {
    const { run } = await unit();
    await run('new-review --ref S1 --name "S" --born 2015-05-02 --looked-after 2026-01-12 --yes');
    await run('review hold S1 --on 2026-02-02 --code PN1');
    const { out } = await run('due --from 2026-05-01 --to 2026-05-03 --who iro --today 2026-03-13');
    expect(out).toMatch(/SATURDAY 2 MAY/);
    expect(out).toMatch(/Hold the second review \(last working day Fri 1 May\) {2}no IRO yet/);
  });

  it('says when nothing is due', async () => {
    const { run } = await unit();
    expect((await run('due')).out).toContain('Nothing is overdue, and nothing is due this week.');
    expect((await run('due --overdue')).out).toContain('Nothing is overdue.');
    expect((await run('due --quiet')).out).toBe('');
  });
});

describe('the days that due shows', () => {
  const days = async (options: string): Promise<[string, string]> => {
    const { from, to } = JSON.parse((await york.run(`due ${options} ${TODAY} --json`)).out) as {
      from: string;
      to: string;
    };
    return [from, to];
  };

  it('are today and the six after it, or as many as are asked for', async () => {
    expect(await days('')).toEqual(['2026-03-30', '2026-04-05']);
    expect(await days('--week')).toEqual(['2026-03-30', '2026-04-05']);
    expect(await days('--days 1')).toEqual(['2026-03-30', '2026-03-30']);
    expect(await days('--days 14')).toEqual(['2026-03-30', '2026-04-12']);
    expect(await days('--month')).toEqual(['2026-03-30', '2026-04-29']);
    expect(await days('--from 2026-05-01 --to 2026-05-31')).toEqual(['2026-05-01', '2026-05-31']);
    expect(await days('--from 2026-05-01')).toEqual(['2026-05-01', '2026-05-07']);
    expect(await days('--to 2/4')).toEqual(['2026-03-30', '2026-04-02']);
  });

  it('end where dates end, however many are asked for', async () => {
    expect(await days('--days 100000')).toEqual(['2026-03-30', '2199-12-31']);
    expect(await days('--from 2199-12-30')).toEqual(['2199-12-30', '2199-12-31']);
    expect((await york.run(`due --from 2199-12-30 ${TODAY}`)).code).toBe(0);
  });

  it('always show what is overdue too, whatever the days', async () => {
    const list = async (options: string): Promise<{ due: string }[]> =>
      (JSON.parse((await york.run(`due ${options} ${TODAY} --json`)).out) as { deadlines: { due: string }[] })
        .deadlines;
    const overdue = (await list('')).filter(({ due }) => due < '2026-03-30');
    expect(await list('--overdue')).toEqual(overdue);
    expect((await list('--from 2026-06-01')).filter(({ due }) => due < '2026-03-30')).toEqual(overdue);
    expect((await list('--overdue')).length).toBeGreaterThan(0);
  });
});

describe('filters of due', () => {
  const refs = async (options: string): Promise<string[]> => {
    const { deadlines, actions } = JSON.parse(
      (await york.run(`due --days 60 ${options} ${TODAY} --json`)).out,
    ) as { deadlines: { child: { ref: string } }[]; actions: { child: { ref: string } }[] };
    return [...new Set([...deadlines, ...actions].map(({ child }) => child.ref))].sort();
  };

  it('keep to an IRO, a team, a child or who must act', async () => {
    expect(await refs('--iro "a khan"')).toEqual(['C1', 'C2']);
    expect(await refs('--team north')).toEqual(['C1']);
    expect(await refs('--child c4')).toEqual(['C4']);
    expect(await refs('--child c3')).toEqual(['C3']);
    const { deadlines } = JSON.parse((await york.run(`due --who social-worker ${TODAY} --json`)).out) as {
      deadlines: { who: string }[];
    };
    expect(new Set(deadlines.map(({ who }) => who))).toEqual(new Set(['social-worker']));
  });

  it('count all and show the first few with --limit', async () => {
    const all = await york.run(`due ${TODAY}`);
    const two = await york.run(`due --limit 2 ${TODAY}`);
    const totals = /\d+ steps? late.*plan\./.exec(all.out.replaceAll('\n', ' '))![0];
    expect(two.out.replaceAll('\n', ' ')).toContain(
      `${totals} Days are working days. The first 2 are shown.`,
    );
    expect(
      (JSON.parse((await york.run(`due --limit 2 ${TODAY} --json`)).out) as { deadlines: [] }).deadlines,
    ).toHaveLength(2);
  });
});

describe('due for other programs', () => {
  it('writes the JSON that others rely on', async () => {
    const { out, err } = await york.run(`due ${TODAY} --json`);
    expect(err).toBe('');
    const json = JSON.parse(out) as Record<string, unknown> & { deadlines: object[]; actions: object[] };
    expect(Object.keys(json)).toEqual([
      ...['schema', 'today', 'from', 'to', 'deadlines', 'actions'],
      ...['meetings', 'meetingsAhead', 'toPlan'],
    ]);
    expect(json).toMatchObject({ schema: 1, today: '2026-03-30', from: '2026-03-30', to: '2026-04-05' });
    const first = json.deadlines.find((d) => (d as { rule: string }).rule === 'review-first');
    expect(first).toEqual({
      child: { ref: 'C2', name: 'Child C2' },
      rule: 'review-first',
      duty: 'Hold the first review',
      who: 'iro',
      force: 'statutory',
      due: '2026-03-23',
      lastWorkingDay: '2026-03-23',
      standing: 'overdue',
      workingDaysLeft: -5,
      daysLeft: -7,
      notBefore: null,
      metOn: null,
      began: null,
      from: { event: 'became-looked-after', on: '2026-02-23' },
      limits: [expect.objectContaining({ limit: '20 working days', due: '2026-03-23', force: 'statutory' })],
      compressed: false,
      idealDue: null,
      provisional: false,
      eased: false,
      source: [{ id: 'cppcr-2010', at: 'reg 33(1)', grade: 'primary', checked: '2026-11-22' }],
      ref: null,
      review: 1,
      iro: 'A Khan',
    });
    expect(json.actions).toEqual([
      {
        action: 'say-what-happened',
        what: 'Say what happened at the planned meeting',
        who: 'unit',
        since: '2026-03-27',
        review: 1,
        ref: null,
        source: [],
        child: { ref: 'C1', name: 'Child C1' },
      },
    ]);
  });

  it('writes rows for a spreadsheet with --csv', async () => {
    const { out } = await york.run(`due ${TODAY} --csv`);
    const [head, first] = out.split('\r\n');
    expect(head).toBe('\ufeffdue,standing,working days left,child,review,duty,rule,who,iro,force');
    expect(first).toMatch(/^2026-\d\d-\d\d,overdue,-\d+,C\d,/);
  });

  it('exits 3 for something overdue only if that was asked for', async () => {
    expect((await york.run(`due ${TODAY}`)).code).toBe(0);
    expect((await york.run(`due ${TODAY} --fail-if-overdue`)).code).toBe(3);
    expect((await york.run(`due ${TODAY} --fail-if-overdue --json --limit 1`)).code).toBe(3);
    expect((await york.run('due --today 2026-02-23 --fail-if-overdue')).code).toBe(0);
  });

  it('prints only the rows with --quiet', async () => {
    const { out, err } = await york.run(`due ${TODAY} --quiet`);
    expect(err).toBe('');
    expect(out).not.toMatch(/Due this week|Good Friday|later this week|irotool/);
    expect(out.startsWith('LATE (working days)\n')).toBe(true);
  });
});

describe('due on a narrow screen', () => {
  it('keeps within the width, whatever anyone is called', async () => {
    const wide = await unit('york');
    const name = 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley of Ravenscourt';
    await wide.run(
      `new-review --ref REFERENCE-THAT-IS-QUITE-LONG-2026-0001 --name "${name}" --born 2015-05-02 --looked-after 2026-03-02 --iro "${name}" --social-worker "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" --meeting "2026-03-30 10:00" --yes`,
    );
    for (const day of ['2026-03-13', '2026-03-23', '2026-05-13']) {
      expect(widest((await wide.run(`due --month --today ${day}`)).out)).toBeLessThanOrEqual(80);
      for (const columns of [60, 80]) {
        const { out } = await onScreen(`due --month --today ${day}`, wide.db, columns);
        expect(widest(out)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('keeps an ordinary week within sixty columns', async () => {
    const { out } = await onScreen(`due ${TODAY}`, york.db, 60);
    expect(widest(out)).toBeLessThanOrEqual(60);
    expect(out).toContain('Hold the');
  });
});
