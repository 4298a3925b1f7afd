/** `iro caseload`: what each independent reviewing officer (IRO) carries, against the guidance. */
import { type Caseloads, DAYS_AHEAD, type IroLoad } from '../cases/people/caseload';
import type { Context } from '../context';
import {
  type AgainstGuidance,
  CASELOAD_GUIDANCE,
  type Load,
  WEIGHTS,
  weightOf,
} from '../core/children/caseload';
import { addDays, dayAndMonth } from '../core/time/dates';
import { inRows, linesOf, type Part } from '../ui/rows';
import { tableLines } from '../ui/table';
import { count, listed } from '../ui/words';

/** References written out below the table. */
const MOST_REFS = 12;

export function caseloadJson(
  context: Context,
  { iros, left, chairs, unallocated, totals }: Caseloads,
): Record<string, unknown> {
  return {
    schema: 1,
    today: context.today,
    guidance: CASELOAD_GUIDANCE,
    weights: WEIGHTS,
    plannedUntil: addDays(context.today, DAYS_AHEAD - 1),
    iros: iros.map((load) => ({ ...loadJson(load), guidance: load.guidance })),
    left: left.map(loadJson),
    chairs: chairs.map(({ name, conferences }) => ({ name, conferences })),
    unallocated: unallocated.map(({ ref }) => ref),
    totals,
  };
}

function loadJson({ person, inCare, week, weighted, fullTime, perFullTime, planned }: IroLoad): object {
  return {
    name: person.name,
    children: inCare.map(({ ref, legalStatus }) => ({ ref, ...weightOf(legalStatus) })),
    weighted,
    workingDays: week,
    fullTime,
    perFullTime,
    planned,
  };
}

const GUIDANCE_WORDS: Readonly<Record<AgainstGuidance, string>> = {
  below: `below ${CASELOAD_GUIDANCE.from}`,
  within: 'within',
  above: `ABOVE ${CASELOAD_GUIDANCE.to}`,
};

const HEADINGS = ['IRO', 'children', 'weighted', 'full time', 'per full time', '4 weeks', 'guidance'];

export async function caseloadParts(context: Context, caseloads: Caseloads): Promise<Part[]> {
  const { iros, totals } = caseloads;
  const rows = [
    ...iros.map((load) => [load.person.name, ...figures(load), GUIDANCE_WORDS[load.guidance]]),
    ['Total', ...figures(totals), ''],
  ];
  const columns = [{ wraps: true, min: 8 } as const, ...HEADINGS.slice(1).map(() => ({}))];
  const table = await tableLines(context, HEADINGS, alignRight(rows), columns);
  const figured: Part = (width) => (width < NARROW ? linesOf(narrow(rows), width) : table);
  return [figured, '', ...notes(context, caseloads)];
}

/** Below this many columns the table does not fit. */
const NARROW = 60;

/** Each IRO with the figures below one another. */
function narrow(rows: readonly (readonly string[])[]): Part[] {
  return rows.flatMap(([name, ...cells]) => [
    name!,
    inRows(
      cells.flatMap((cell, at) => (cell === '' ? [] : [[HEADINGS[at + 1]!, cell]])),
      [{}, { wraps: true }],
    ),
  ]);
}

function figures(load: Omit<Load, 'guidance'> & { readonly planned: number }): string[] {
  const { children, weighted, fullTime, perFullTime, planned } = load;
  return [String(children), String(weighted), fullTime.toFixed(1), perFullTime.toFixed(1), String(planned)];
}

/** Figures end below the end of their heading. */
function alignRight(rows: readonly (readonly string[])[]): string[][] {
  const last = HEADINGS.length - 1;
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 || at === last ? cell : cell.padStart(HEADINGS[at]!.length))),
  );
}

function notes(context: Context, { iros, left, chairs, unallocated }: Caseloads): string[] {
  const { from, to } = CASELOAD_GUIDANCE;
  const until = dayAndMonth(addDays(context.today, DAYS_AHEAD - 1));
  const lighter = [...iros, ...left].flatMap(({ inCare }) =>
    inCare.filter(({ legalStatus }) => weightOf(legalStatus).weight !== 1).map(({ ref }) => ref),
  );
  return [
    ...left.map(
      ({ person, children }) =>
        `${person.name} has left, and is still the IRO of ${count(children, 'child', 'children')}.`,
    ),
    ...(unallocated.length === 0
      ? []
      : [
          `Without an IRO: ${some(unallocated.map(({ ref }) => ref))}. To allocate one: irotool iro allocate ${unallocated[0]!.ref}`,
        ]),
    `A looked-after child counts 1; one on a series of short breaks (V3 or V4) 0.5, which is our reading${lighter.length === 0 ? '' : `: ${some(lighter)}`}.`,
    'Full time is five days a week, and so counts whoever has no days recorded: irotool iro days NAME mon tue',
    `4 weeks: reviews planned until ${until}, by who is to chair.`,
    ...(chairs.length === 0
      ? []
      : [
          `Child protection conferences to chair besides, until ${until}: ${listed(chairs.map(({ name, conferences }) => `${name} ${conferences}`))}.`,
        ]),
    `Guidance: ${from} to ${to} children for a full-time IRO (IRO Handbook; UNVERIFIED: from memory).`,
  ];
}

/** The first of many, and how many more: `--json` has each child with its weight. */
function some(refs: readonly string[]): string {
  const shown = refs.slice(0, MOST_REFS);
  return refs.length > MOST_REFS ? `${shown.join(', ')} and ${refs.length - MOST_REFS} more` : listed(shown);
}

export async function caseloadCsv({ iros }: Caseloads): Promise<string> {
  const { toCsv } = await import('../exchange/csv-out');
  const rows = iros.map((load) => [load.person.name, ...figures(load), load.guidance]);
  return toCsv([HEADINGS, ...rows]);
}
