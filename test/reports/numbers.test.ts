/**
 * Random units, told through the commands: every number of the report is what `due` shows, and what a count
 * made by another route from the same facts comes to. That count shares nothing with the program: the second
 * engine of test/core, and working days counted one after another from gov.uk's list.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { AGES, type OverdueReport } from '../../src/reports/overdue/model';
import { lives } from '../core/support/arbitraries';
import type { Life } from '../core/support/lives';
import { naively } from '../core/support/naive';
import { folder, unit } from '../support/harness';

/** What may be told of a child here; nothing is owed for it that the second engine does not count. */
const KINDS = new Set([
  ...['became-looked-after', 'legal-status-changed', 'iro-allocated', 'review-planned', 'review-cancelled'],
  ...['child-consulted', 'unit-notified', 'sw-iro-discussed', 'invitations-sent', 'documents-received'],
  ...['iro-saw-child', 'review-adjourned', 'review-held', 'decisions-sent', 'decisions-received'],
  ...['care-plan-updated', 'record-completed', 'record-distributed', 'monitoring-form-completed'],
  ...['not-invited', 'written-reasons-sent', 'child-concern-raised', 'early-review-asked', 'complaint-made'],
  ...['midway-check-planned', 'manager-responded', 'ceased-looked-after'],
]);
/** What the regulations set a limit for, of all that is counted; the rest is procedure and practice. */
const STATUTORY = new Set([
  ...['review-first', 'review-second', 'review-later', 'review-resume', 'see-child'],
  ...['short-break-review-first', 'short-break-review-later'],
]);

const TEAMS = ['North', 'Łódź & South'];
const IROS = ['A Khan', 'M Ŵyn'];

const children = fc.array(
  fc.record({
    life: lives,
    team: fc.option(fc.constantFrom(...TEAMS), { freq: 3 }),
    iro: fc.constantFrom(...IROS),
  }),
  { minLength: 1, maxLength: 4 },
);
const units = fc.record({
  pack: fc.constantFrom('england', 'york'),
  children,
  /** Days after the facts of the first child at which the report is made. */
  later: fc.integer({ min: -40, max: 90 }),
});

const DAY = 86_400_000;
const published = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'govuk', 'bank-holidays.json'), 'utf8'),
) as { 'england-and-wales': { events: { date: string }[] } };
const holidays = new Set(published['england-and-wales'].events.map(({ date }) => date));
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Working days after one day up to another. */
function workingDaysFrom(due: string, today: string): number {
  let days = 0;
  for (let day = plus(due, 1); day <= today; day = plus(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    if (weekday > 0 && weekday < 6 && !holidays.has(day)) days++;
  }
  return days;
}

/** A fact as it is typed, and as the second engine reads it. */
interface Told {
  readonly on: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const AFTER_A_PLAN = ['review-held', 'review-adjourned', 'review-cancelled', 'ceased-looked-after'];

/** 1 where a meeting was planned, its day is past, and nobody has said what happened. */
function unsaid(facts: readonly Told[], today: string): number {
  const known = facts
    .filter(({ on }) => on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const plan = known.findLast(({ kind }) => kind === 'review-planned');
  if (plan === undefined || plan.attributes.meeting! >= today) return 0;
  const isNext = plan.attributes.meeting! > plan.on;
  // On one day what makes room is read first, and the next meeting is planned after a sitting.
  const later = known.filter(({ on, kind }) => {
    const wasBefore = kind === 'review-cancelled' || (isNext && kind.startsWith('review-'));
    return AFTER_A_PLAN.includes(kind) && (on > plan.on || (on === plan.on && !wasBefore));
  });
  return later.length === 0 ? 1 : 0;
}

/** How many disputes were opened and neither made formal nor resolved since, and whether decisions are on their way. */
function besides(facts: readonly Told[], today: string): number {
  const known = facts.filter(({ on }) => on <= today);
  const last = (kinds: readonly string[], ref?: string): string =>
    known
      .filter(({ kind, attributes }) => kinds.includes(kind) && (ref === undefined || attributes.ref === ref))
      .reduce((latest, { on }) => (on > latest ? on : latest), '');
  const refs = new Set(
    known.filter(({ kind }) => kind === 'dispute-opened').map(({ attributes }) => attributes.ref!),
  );
  const informal = [...refs].filter(
    (ref) => last(['dispute-opened'], ref) > last(['dispute-made-formal', 'dispute-resolved'], ref),
  );
  const held = last(['review-held', 'adoption-review-held', 'exit-review-held']);
  const sent = last(['decisions-sent']);
  const isOnItsWay =
    held !== '' && sent >= held && sent < today && last(['decisions-received', 'manager-responded']) < held;
  return informal.length + Number(isOnItsWay) + aboutSeries(known, today);
}

/** Whether the last series of short breaks has ended is asked a year after its last stay; of a stay, once it is too long. */
function aboutSeries(known: readonly Told[], today: string): number {
  let stays: { from: string; to: string | null }[] = [];
  const days = (from: string, to: string): number =>
    stays.reduce((sum, stay) => {
      const [start, end] = [stay.from > from ? stay.from : from, (stay.to ?? to) < to ? stay.to! : to];
      return sum + (end > start ? Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) : 0);
    }, 0);
  const tooMuch = (by: string): boolean => {
    const { from } = stays.at(-1)!;
    for (let day = from; day <= by; day = plus(day, 1)) {
      if (days(from, day) > 17 || days(plus(day, -365), day) > 75) return true;
    }
    return false;
  };
  let away = false;
  for (const { on, kind, attributes } of [...known].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )) {
    const isOver =
      ['short-break-series-ended', 'short-breaks-exceeded', 'child-died'].includes(kind) ||
      (kind === 'legal-status-changed' && !['V3', 'V4'].includes(attributes.basis ?? ''));
    if (isOver) stays = [];
    if (kind === 'became-looked-after' && !away) {
      away = true;
      if (attributes.basis === 'V3') stays.push({ from: on, to: null });
      else stays = [];
    }
    if (kind !== 'ceased-looked-after') continue;
    away = false;
    const last = stays.at(-1);
    if (last === undefined) continue;
    last.to = on;
    if (tooMuch(on)) stays = [];
  }
  const last = stays.at(-1);
  if (last === undefined) return 0;
  return Number(last.to === null ? tooMuch(today) : today >= plus(last.to, 365));
}

/** An IRO is allocated for a period of care; one who was before is not the next one's. */
function isAllocated(facts: readonly Told[], today: string): boolean {
  const known = facts.filter(({ on }) => on <= today);
  const began = known.findLast(({ kind }) => kind === 'became-looked-after');
  return known.some(({ on, kind }) => kind === 'iro-allocated' && began !== undefined && on >= began.on);
}

interface Counted {
  readonly ref: string;
  readonly team: string | null;
  /** Whoever is allocated on the day. */
  readonly iro: string | null;
  readonly overdue: { rule: string; age: number }[];
  readonly soon: number;
  readonly toSettle: number;
}

/** One child, by the second engine. */
function countedOf(
  child: Pick<Counted, 'ref' | 'team' | 'iro'>,
  facts: readonly Told[],
  pack: string,
  today: string,
): Counted {
  const life = { facts, born: null, goLive: null, today };
  const told = naively(life, pack).map((line) => line.split(' '));
  const asked =
    told.filter(([, kind]) => kind === 'since').length + unsaid(facts, today) + besides(facts, today);
  const due = told.filter(([, kind]) => kind === 'due');
  const late = due.filter(([, , , standing]) => standing === 'overdue');
  const soon = due.filter(([, , on, standing]) => standing === 'upcoming' && on! <= plus(today, 6));
  return {
    ...child,
    ...{ soon: soon.length, toSettle: asked },
    overdue: late.map(([rule, , on]) => {
      const days = workingDaysFrom(on!, today);
      return { rule: rule!, age: days > 20 ? 0 : days > 5 ? 1 : 2 };
    }),
  };
}

/** The beginning of a life, as far as the second engine counts it whole. */
function tellable({ facts }: Life): Told[] {
  return facts
    .filter(({ kind }) => KINDS.has(kind))
    .slice(0, 14)
    .map(
      ({
        on,
        kind,
        attributes: { start: _start, number: _number, unplanned: _unplanned, ...attributes },
      }) => ({
        on,
        kind,
        attributes,
      }),
    );
}

/** The same some days on, with every date in it. */
function shifted(facts: readonly Told[], days: number): Told[] {
  return facts.map(({ on, kind, attributes }) => ({
    ...{ on: plus(on, days), kind },
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        ...([name, /^\d{4}-\d\d-\d\d$/.test(value) ? plus(value, days) : value] as const),
      ]),
    ),
  }));
}

interface Deadline {
  child: { ref: string };
  rule: string;
  standing: string;
  limits: { due: string; force: string }[];
}
interface Due {
  deadlines: Deadline[];
  actions: unknown[];
}

const RUNS = Number(process.env.UNITS ?? 12);

it(`${RUNS} units have one set of numbers, by every way of telling it and by another count`, async () => {
  const seen = { overdue: 0, statutory: 0, soon: 0, toSettle: 0, teams: new Set<string | null>() };
  await fc.assert(
    fc.asyncProperty(units, async ({ pack, children, later }) => {
      const { run } = await unit(pack);
      const say = async (words: string | readonly string[]): Promise<string> => {
        const { code, out, err } = await run(words);
        if (code !== 0) throw new Error(`${words}\n${err}`);
        return out;
      };
      for (const name of IROS) await say(`person add --name "${name}" --role iro`);
      await say('person add --name "Team Boss" --role manager --team North');
      await say('person add --name "Iro Boss" --role manager --manages "M Ŵyn"');
      await say('person add --name "Both Boss" --role manager --team "Łódź & South" --manages "A Khan"');
      await say('person add --name "No Boss" --role manager');
      await say('person add --name "Head Boss" --role service-manager');

      // All lives end about the same day, so that one report finds something of each.
      const lived = children.map(({ life }) => tellable(life));
      const ends = lived.map((facts) => facts.at(-1)?.on ?? '2020-01-06');
      const today = plus(ends[0]!, later);
      const told: Counted[] = [];
      for (const [at, { team, iro }] of children.entries()) {
        const ref = `R${at + 1}`;
        const shift = Math.round((Date.parse(ends[0]!) - Date.parse(ends[at]!)) / DAY);
        await say(['child', 'add', '--ref', ref, ...(team === null ? [] : ['--team', team])]);
        const facts: Told[] = [];
        for (const fact of shifted(lived[at]!, shift)) {
          const said = { ...fact.attributes, ...(fact.kind === 'iro-allocated' ? { iro } : {}) };
          const words = Object.entries(said).map(([name, value]) => `${name}=${value}`);
          const { code } = await run([
            'record',
            ref,
            fact.kind,
            ...words,
            '--on',
            fact.on,
            '--today',
            fact.on,
          ]);
          // What the commands refuse has not happened for the other count either.
          if (code === 0) facts.push(fact);
        }
        told.push(countedOf({ ref, team, iro: isAllocated(facts, today) ? iro : null }, facts, pack, today));
      }

      const due = async (more = ''): Promise<Due> =>
        JSON.parse(await say(`due --week ${more} --json --today ${today}`));
      const reports = async (more: string): Promise<OverdueReport[]> =>
        JSON.parse(await say(`report overdue ${more} --json --today ${today}`)).reports;
      const all = await due();
      const [report] = await reports('');
      const sum = (each: Counted[]): OverdueReport['totals'] => ({
        overdue: each.reduce((total, { overdue }) => total + overdue.length, 0),
        statutory: each.flatMap(({ overdue }) => overdue).filter(({ rule }) => STATUTORY.has(rule)).length,
        soon: each.reduce((total, { soon }) => total + soon, 0),
        toSettle: each.reduce((total, { toSettle }) => total + toSettle, 0),
      });
      const isPastLaw = ({ limits }: Deadline): boolean =>
        limits.some((limit) => limit.force === 'statutory' && limit.due < today);
      // In York some limits bite before the statutory one, and everywhere the five days for an IRO; which of them have
      // passed, the second engine does not say.
      const behind = (deadlines: Deadline[]): number =>
        deadlines.filter(
          (each) => each.standing === 'overdue' && !STATUTORY.has(each.rule) && isPastLaw(each),
        ).length;
      const plain = ({ totals }: OverdueReport, { deadlines }: Due): unknown => ({
        ...totals,
        statutory: pack === 'england' ? totals.statutory - behind(deadlines) : 0,
      });
      const counted = (each: Counted[]): unknown =>
        pack === 'england' ? sum(each) : { ...sum(each), statutory: 0 };
      const byDue = ({ deadlines, actions }: Due): OverdueReport['totals'] => {
        const late = deadlines.filter(({ standing }) => standing === 'overdue');
        return {
          overdue: late.length,
          statutory: late.filter(isPastLaw).length,
          soon: deadlines.length - late.length,
          toSettle: actions.length,
        };
      };
      expect(report!.totals).toEqual(byDue(all));
      expect(plain(report!, all)).toEqual(counted(told));

      // By team and age, and the parts make the whole.
      for (const { team, overdue, statutory, ages } of report!.teams) {
        const own = told.filter((each) => each.team === team).flatMap((each) => each.overdue);
        expect([team, overdue]).toEqual([team, own.length]);
        expect(ages).toEqual(AGES.map((_, at) => own.filter(({ age }) => age === at).length));
        const [law, other] = [true, false].map(
          (is) => own.filter(({ rule }) => STATUTORY.has(rule) === is).length,
        );
        if (pack === 'england') expect(statutory).toBeGreaterThanOrEqual(law!);
        if (pack === 'england') expect(statutory).toBeLessThanOrEqual(law! + other!);
        if (team !== null) {
          const [alone] = await reports(`--team "${team}"`);
          const ofTeam = await due(`--team "${team}"`);
          expect(alone!.totals).toEqual(byDue(ofTeam));
          expect(plain(alone!, ofTeam)).toEqual(counted(told.filter((each) => each.team === team)));
        }
        seen.teams.add(team);
      }
      const whole = (of: (each: OverdueReport['teams'][number]) => number): number =>
        report!.teams.reduce((total, each) => total + of(each), 0);
      expect(whole(({ overdue }) => overdue)).toBe(report!.totals.overdue);
      expect(whole(({ statutory }) => statutory)).toBe(report!.totals.statutory);
      expect(whole(({ ages }) => ages.reduce((total, each) => total + each, 0))).toBe(report!.totals.overdue);

      // Each manager: the children of the team and of the IROs, once each, by what `due` says of them.
      const iroOf = new Map(told.map(({ ref, iro }) => [ref, iro]));
      const scopes: Record<string, (each: Counted) => boolean> = {
        'Team Boss': ({ team }) => team === 'North',
        'Iro Boss': ({ ref }) => iroOf.get(ref) === 'M Ŵyn',
        'Both Boss': ({ ref, team }) => team === 'Łódź & South' || iroOf.get(ref) === 'A Khan',
        'No Boss': () => false,
        'Head Boss': () => true,
      };
      const toManagers = await reports('--to managers');
      expect(toManagers.map((each) => each.for.name).sort()).toEqual(Object.keys(scopes).sort());
      for (const each of toManagers) {
        const theirs = told.filter(scopes[each.for.name!]!);
        const refs = new Set(theirs.map(({ ref }) => ref));
        const due = { ...all, deadlines: all.deadlines.filter(({ child }) => refs.has(child.ref)) };
        expect([each.for.name, plain(each, due)]).toEqual([each.for.name, counted(theirs)]);
      }
      expect(toManagers.find((each) => each.for.name === 'Head Boss')!.totals).toEqual(report!.totals);
      for (const name of IROS) {
        const own = byDue(await due(`--iro "${name}"`));
        const rows = report!.groups.flatMap(({ iros }) => iros.filter(({ iro }) => iro === name));
        const listed = rows.flatMap(({ ages }) => ages.flatMap((each) => each.rows));
        expect(listed).toHaveLength(own.overdue);
        expect(report!.soon.filter(({ iro }) => iro === name)).toHaveLength(own.soon);
      }

      // As text, rows, a workbook and a page.
      const { overdue, statutory, soon, toSettle } = report!.totals;
      const text = (await run(`report overdue --today ${today}`, { toPipe: true })).out.replaceAll(
        /\s+/g,
        ' ',
      );
      const number = (words: RegExp): number => Number(words.exec(text)?.[1] ?? 0);
      expect([
        number(/(\d+) steps? late of /),
        number(/ (\d+) due by /),
        number(/; (\d+) to settle\./),
        number(/DUE SOON \((\d+)\)/),
        number(/TO SETTLE \((\d+)\)/),
        text.match(/\d (?:calendar )?days? late [A-Z]/g)?.length ?? 0,
      ]).toEqual([overdue, soon, toSettle, soon, toSettle, overdue]);
      const rows = (await say(`report overdue --csv --today ${today}`)).split('\r\n');
      const inList = (name: string): number => rows.filter((row) => row.startsWith(`${name},`)).length;
      expect([inList('overdue'), inList('due soon'), inList('to settle')]).toEqual([overdue, soon, toSettle]);
      expect(rows.filter((row) => row.startsWith('overdue,') && row.includes(',statutory,'))).toHaveLength(
        statutory,
      );
      const ages = AGES.map((_, at) => whole((team) => team.ages[at]!));
      const [book, page] = [join(folder(), 'r.xlsx'), join(folder(), 'r.html')];
      await say(['report', 'overdue', '--xlsx', book, '--html', page, '--today', today]);
      expect(await lastRowOf(book)).toEqual([overdue, statutory, ...ages]);
      const [, teams = ''] =
        /<table class="rows teams"[\s\S]*?<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(readFileSync(page, 'utf8')) ??
        [];
      const columns = teams
        .split('<tr')
        .slice(1)
        .map((row) => [...row.matchAll(/<span>(\d+)/g)].map(([, amount]) => Number(amount)));
      expect([0, 1, 2, 3, 4].map((at) => columns.reduce((total, row) => total + row[at]!, 0))).toEqual([
        ...[overdue, statutory, ...ages],
      ]);
      seen.overdue += overdue;
      seen.statutory += statutory;
      seen.soon += soon;
      seen.toSettle += toSettle;
    }),
    // To find a smaller example of a failure takes minutes: SHRINK=1 asks for it.
    { numRuns: RUNS, seed: Number(process.env.SEED ?? 29), endOnFailure: process.env.SHRINK !== '1' },
  );
  // Nothing was left out of it by chance.
  for (const amount of [seen.overdue, seen.statutory, seen.soon, seen.toSettle])
    expect(amount).toBeGreaterThan(0);
  expect(seen.teams.size).toBe(3);
}, 240_000);

/** The numbers of the last row on a workbook's second sheet. */
async function lastRowOf(file: string): Promise<number[]> {
  const book = await JSZip.loadAsync(readFileSync(file));
  const sheet = await book.file('xl/worksheets/sheet2.xml')!.async('string');
  const row = sheet.slice(sheet.lastIndexOf('<row'));
  return [...row.matchAll(/<c (?![^>]*t=)[^>]*><v>(\d+)<\/v>/g)].map(([, value]) => Number(value));
}
