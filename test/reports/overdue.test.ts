import { join } from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/core/time/dates';
import { toText } from '../../src/documents/plain/to-text';
import { escaped } from '../../src/reports/html-text';
import { overdueReport } from '../../src/reports/overdue/data';
import { overdueDocument } from '../../src/reports/overdue/document';
import { overdueHtml } from '../../src/reports/overdue/html';
import { AGES, type OverdueReport, type ReportInput } from '../../src/reports/overdue/model';
import { overduePage } from '../../src/reports/overdue/page';
import { partsOf } from '../../src/reports/overdue/parts';
import { overdueRows, teamRows } from '../../src/reports/overdue/rows';
import { overdueText } from '../../src/reports/overdue/text';
import { headLines, otherLateReviews, whyWords } from '../../src/reports/overdue/words';
import { folder, irotool, words } from '../support/harness';
import { lateUnit, ON, PLANNED_LATE, PRIVATE } from '../support/reports';

interface Deadline {
  child: { ref: string; name: string };
  rule: string;
  due: string;
  standing: string;
  limits: { due: string; force: string }[];
  iro: string | null;
  workingDaysLeft: number;
}

let db = '';
beforeAll(async () => {
  db = join(folder(), 'many.db');
  const made = await irotool(['demo', '--children', '40', '--quiet', '--today', '2026-03-30', '--db', db]);
  if (made.code !== 0) throw new Error(made.err);
}, 30_000);

const run = async (line: string): Promise<string> => {
  const { code, out, err } = await irotool([...words(line), '--db', db]);
  if (code !== 0) throw new Error(`${line}: ${err}`);
  return out;
};
const due = async (line: string): Promise<{ deadlines: Deadline[]; actions: unknown[] }> =>
  JSON.parse(await run(`due ${line} --json`));
const reportOf = async (line: string): Promise<OverdueReport> =>
  JSON.parse(await run(`report overdue ${line} --json`)).reports[0];

const listOf = ({ groups }: OverdueReport) =>
  groups.flatMap(({ team, iros }) =>
    iros.flatMap(({ iro, ages }) =>
      ages.flatMap(({ age, rows }) => rows.map((row) => ({ ...row, under: [team, iro, age] as const }))),
    ),
  );
const named = (each: { ref: string; rule: string; due: string }): string =>
  `${each.ref} ${each.rule} ${each.due}`;
const asDue = ({ child, rule, due: on }: Deadline): string => `${child.ref} ${rule} ${on}`;

describe('every number of the report', () => {
  // A year around the day the invented children were made for: the more of them late, the further on.
  const days = fc.integer({ min: -150, max: 200 }).map((days) => addDays(isoDate('2026-03-30'), days));

  it('is what `due` lists, counted one by one, on any day', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(days, async (today) => {
        const { deadlines, actions } = await due(`--week --today ${today}`);
        const report = await reportOf(`--today ${today}`);
        const isPastLaw = ({ limits }: Deadline): boolean =>
          limits.some((each) => each.force === 'statutory' && each.due < today);
        const late = deadlines.filter(({ standing }) => standing === 'overdue');
        const rows = listOf(report);
        most = Math.max(most, late.length);
        expect(report.totals).toEqual({
          overdue: late.length,
          statutory: late.filter(isPastLaw).length,
          soon: deadlines.length - late.length,
          toSettle: actions.length,
        });
        expect(rows.map(named).sort()).toEqual(late.map(asDue).sort());
        expect(report.soon.map(named).sort()).toEqual(
          deadlines
            .filter(({ standing }) => standing !== 'overdue')
            .map(asDue)
            .sort(),
        );
        // Each under its IRO and its age, reckoned again from working days.
        for (const row of rows) {
          const found = late.find((each) => asDue(each) === named(row))!;
          const days = -found.workingDaysLeft;
          expect(row.under.slice(1)).toEqual([found.iro, AGES[days > 20 ? 0 : days > 5 ? 1 : 2]]);
        }
        for (const { team, overdue, statutory, ages } of report.teams) {
          if (team === null) continue;
          const own = await due(`--overdue --team "${team}" --today ${today}`);
          expect(overdue).toBe(own.deadlines.length);
          expect(statutory).toBe(own.deadlines.filter(isPastLaw).length);
          expect(ages.reduce((sum, each) => sum + each, 0)).toBe(overdue);
        }
        for (const { ages } of report.groups.flatMap(({ iros }) => iros)) {
          const order = ages.map(({ age }) => AGES.indexOf(age));
          expect(order).toEqual([...order].sort());
        }
        expect(report.teams.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(late.length);
      }),
      { numRuns: 12, seed: 5, examples: [[isoDate('2026-03-30')], [isoDate('2026-10-25')]] },
    );
    expect(most).toBeGreaterThan(20);
  }, 60_000);

  it('is the same in every rendering', async () => {
    const report = await reportOf('--today 2026-08-03');
    const { overdue, soon } = report.totals;
    expect(overdue).toBeGreaterThan(20);
    const rows = overdueRows(report);
    expect(rows.filter(([list]) => list === 'overdue')).toHaveLength(overdue);
    expect(rows.filter(([list]) => list === 'due soon')).toHaveLength(soon);
    expect(teamRows(report).at(-1)!.slice(0, 2)).toEqual(['All', overdue]);
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    const texts = [overdueText(report).join('\n'), overdueHtml(report)].map(flat);
    const piped = overdueText(report, Number.POSITIVE_INFINITY);
    const page = flat(overduePage(report));
    for (const text of texts) {
      expect(text).toContain(`${overdue} steps late of `);
      expect(text).toMatch(new RegExp(`due soon \\(${soon}\\)`, 'i'));
    }
    expect(texts[1]!.match(/days? late, due/g)?.length).toBe(overdue);
    // A pipe has a whole row for each, with its law, and so has a screen.
    const { statutory } = report.totals;
    const ofLate = piped.filter((line) => / days? late {2}/.test(line));
    expect(ofLate).toHaveLength(overdue);
    expect(ofLate.filter((line) => /^ \S+ \(\S+\) .* late {2,}.*? {2}LAW {2}/.test(line))).toHaveLength(
      statutory,
    );
    const onScreen = overdueText(report, 120).filter((line) =>
      /^ {1,2}\S+ \(\S+\) +\d+ (calendar )?days? {2}/.test(line),
    );
    expect(onScreen).toHaveLength(overdue);
    // The page counts those past a limit of law apart, and has a row for each.
    expect(page).toContain(`<strong>${statutory}</strong> past a limit of law`);
    expect(page).toContain(`<strong>${overdue - statutory}</strong> late, by procedure`);
    const late = [...page.matchAll(/<table class="rows late".*?<\/table>/g)].join('');
    expect(late.match(/<th scope="row"/g)).toHaveLength(overdue);
    for (const { team, overdue: ofTeam, statutory } of report.teams) {
      for (const html of [texts[1]!, page]) {
        const name = (team ?? 'No team recorded').replaceAll('&', '&amp;');
        const row = new RegExp(`<th scope="row"[^>]*>${name}</th>(.*?)</tr>`).exec(html)!;
        const numbers = [...row[1]!.matchAll(/>(\d+)</g)].map(([, amount]) => Number(amount));
        expect(numbers.slice(0, 2)).toEqual([ofTeam, statutory]);
      }
    }
  });

  it('stands beside every row and every sentence that any other rendering has', async () => {
    await run('child add --ref K9001 --name "Told Nobody" --born 2019-01-01 --yes');
    await run('record K9001 became-looked-after --on 2026-07-01 --today 2026-08-03 --yes');
    const report = await reportOf('--today 2026-08-03');
    const { about, counts, notes, late, lists } = partsOf(report);
    expect(lists.map(({ heading }) => heading.replace(/ \(.*/, ''))).toEqual(
      expect.arrayContaining(['To plan', 'To settle']),
    );
    expect(report.unplaced.noTeam).toContain('K9001');
    const bare = (text: string): string => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    const texts = {
      text: bare(overdueText(report, Number.POSITIVE_INFINITY).join('\n')),
      message: bare(overdueHtml(report)),
      document: bare(toText(overdueDocument(report))),
      page: bare(overduePage(report)),
    };
    const lines = lists.flatMap((list) => list.lines);
    const ofLate = late.flatMap(({ rows }) => rows);
    expect(lines.length + ofLate.length).toBeGreaterThan(30);
    expect(ofLate.map(named).sort()).toEqual(listOf(report).map(named).sort());
    for (const [form, text] of Object.entries(texts)) {
      const isOfCounts = form !== 'page';
      const isByDay = form === 'message';
      const absent = [
        ...(form === 'text' ? headLines(report) : about),
        ...(isOfCounts ? [counts] : []),
        ...notes,
        ...ofLate.flatMap((row) => [row.what, whyWords(row, report) ?? '']),
        ...(isByDay ? [] : report.soon.map(({ what }) => what)),
        ...report.soon.filter(({ force }) => force === 'statutory').map(({ what }) => what),
        ...(form === 'page' ? report.toSettle.map(({ what }) => what) : []),
        ...lines.filter(({ what }) => form !== 'page' || !what.includes('(since ')).map(({ what }) => what),
      ].filter(
        (words) => !text.includes(bare(form === 'message' || form === 'page' ? escaped(words) : words)),
      );
      expect({ form, absent }).toEqual({ form, absent: [] });
    }
    const besides = report.lateReviews.length - otherLateReviews(report, ofLate).length;
    const cells = overdueRows(report).map((row) => row.join(' '));
    expect(cells).toHaveLength(lines.length + ofLate.length + report.soon.length + besides + 1);
  });

  it('holds no child’s name, on a day with everything on it', async () => {
    const today = '--today 2026-08-03';
    const { deadlines } = await due(`--week ${today}`);
    const { people } = JSON.parse(await run('person list --json')) as { people: { name: string }[] };
    const report = await reportOf(today);
    const all = [
      overdueText(report).join('\n'),
      overdueHtml(report),
      overduePage(report),
      JSON.stringify(report),
    ].join('\n');
    // Some who are invented share a name with a colleague, who may be named.
    const colleagues = new Set(people.map(({ name }) => name));
    const names = new Set(deadlines.map(({ child }) => child.name).filter((name) => !colleagues.has(name)));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => all.includes(name))).toEqual([]);
  });
});

describe('the part of a message that is HTML', () => {
  it('keeps the rules of HTML, with tables and inline styles alone', async () => {
    const report = await reportOf('--today 2026-08-03');
    const html = overdueHtml(report);
    const checker = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      // Outlook reads widths and colours of cells the old way.
      rules: { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' },
    });
    const { results } = await checker.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${message} (${ruleId})`)),
    ).toEqual([]);
    expect(html).not.toMatch(/<(img|svg|script|style|link)\b|https?:|class=/);
    // The longest bar fills its row, and none is longer.
    const bars = [
      ...html.matchAll(
        /role="presentation" width="100%" style="border-collapse[^>]*><tbody><tr>(.*?)<\/tr>/g,
      ),
    ];
    expect(bars).toHaveLength(report.teams.length);
    for (const [, cells] of bars) {
      const widths = [...cells!.matchAll(/;?width:([\d.]+)%/g)].map(([, width]) => Number(width));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
    }
  });

  it('takes nothing that is typed for HTML', async () => {
    const late = await lateUnit();
    await late.run('person add --name "<b>Mo</b> & Co" --role manager --team North');
    await late.run(PLANNED_LATE.replace('is in hospital', '<script>alert(1)</script> & so'));
    const { out } = await late.run([
      'report',
      'overdue',
      '--to',
      '<b>Mo</b> & Co',
      '--json',
      ...ON.split(' '),
    ]);
    const report: OverdueReport = JSON.parse(out).reports[0];
    for (const page of [overdueHtml(report), overduePage(report)]) {
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;');
      expect(page).toContain('&lt;b&gt;Mo&lt;/b&gt; &amp; Co');
      expect(page).not.toMatch(/<script|<b>/);
      for (const name of PRIVATE) expect(page).not.toContain(name);
    }
  });
});

describe('what changed since an earlier report', () => {
  it('is what it listed and is no longer overdue, and what it did not list', async () => {
    const then = await reportOf('--today 2026-08-03');
    const now = await reportOf('--today 2026-08-04');
    expect(then.since).toBeNull();
    const before = { on: then.today, rows: listOf(then) };
    const again = (rows: typeof before.rows): OverdueReport =>
      overdueReport({
        ...emptyInput(now),
        before: { on: before.on, rows, fateOf: () => ({ kind: 'done', on: now.today }) },
      });
    // Nothing is overdue in this one: all that was, is cleared.
    const cleared = again(before.rows);
    expect([cleared.since!.cleared.length, cleared.since!.new]).toEqual([before.rows.length, 0]);
    expect(overdueText(cleared).join(' ')).toContain(
      `Since the report of Monday 3 August 2026: ${before.rows.length} cleared, 0 new.`,
    );
    expect(overdueText(cleared).join('\n')).toContain(`SINCE THE LAST REPORT (${before.rows.length})`);
    // A key tells one duty from another, and stays the same from day to day.
    expect(new Set(before.rows.map(({ key }) => key)).size).toBe(before.rows.length);
    const keys = new Set(listOf(now).map(({ key }) => key));
    expect(before.rows.every(({ key }) => keys.has(key))).toBe(true);
  });
});

function emptyInput({ today, until, heldFrom, for: whom }: OverdueReport): ReportInput {
  const nothing = { duties: [], actions: [], lateReviews: [], toPlan: [] };
  const unplaced = { noTeam: [], noIro: [], noManager: [] };
  const ofApplicants = { duties: [], actions: [] };
  // With nothing in it, no day is counted.
  const calendar = {} as ReportInput['calendar'];
  return {
    today,
    until,
    heldFrom,
    for: whom,
    unit: null,
    team: null,
    names: false,
    calendar,
    before: null,
    known: () => ({ children: new Set(), colleagues: new Set() }),
    ...nothing,
    ...{ unplaced, ofApplicants },
  };
}
