/** `iro caseload`: what each independent reviewing officer (IRO) carries, against the guidance. */
import { type Caseloads, DAYS_AHEAD, type IroLoad } from '../../cases/people/caseload';
import type { Context } from '../../context';
import {
  type AgainstGuidance,
  CASELOAD_GUIDANCE,
  type Load,
  WEIGHTS,
  weightOf,
} from '../../core/children/caseload';
import { addDays, dayAndMonth } from '../../core/time/dates';
import type { Column, Part } from '../../ui/rows';
import { tableLines } from '../../ui/table';
import { count, listed } from '../../ui/words';

/** References written out below the table. */
const MOST_REFS = 12;

export function caseloadJson(
  context: Context,
  { iros, left, chairs, unallocated, totals }: Caseloads,
): Record<string, unknown> {
  return {
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

/** The columns, each with the width of screen from which there is room for it. */
const COLUMNS = [
  { heading: 'IRO', from: 0 },
  { heading: 'children', from: 0 },
  { heading: 'weighted', from: 76 },
  { heading: 'full time', from: 100 },
  { heading: 'per full time', from: 0 },
  { heading: 'to chair', from: 76 },
  { heading: 'guidance', from: 0 },
] as const;

/** The figures of each IRO; what has to be known of them at once, and the rest if it is asked for. */
export async function caseloadParts(
  context: Context,
  caseloads: Caseloads,
  withNotes: boolean,
): Promise<Part[]> {
  const { iros, totals } = caseloads;
  const rows = [
    ...iros.map((load) => [load.person.name, ...figures(load), GUIDANCE_WORDS[load.guidance]]),
    ['Total', ...figures(totals), ''],
  ];
  const table = await tableLines(context, (width) => {
    const shown = COLUMNS.map(({ from }) => width >= from);
    const pick = <T>(cells: readonly T[]): T[] => cells.filter((_, at) => shown[at]);
    const headings = COLUMNS.map(({ heading }) => heading);
    const columns: Column[] = headings.map((_, at) => (at === 0 ? { wraps: true, min: 8 } : {}));
    return {
      headings: pick(headings),
      rows: alignRight(rows, headings).map(pick),
      columns: pick(columns),
    };
  });
  return [
    sumWords(caseloads),
    '',
    () => table,
    '',
    ...worth(context, caseloads),
    ...(withNotes ? notes(context, caseloads) : ['How it is counted: irotool iro caseload --notes']),
  ];
}

/** `102 children of 6 IROs; nobody is above the guidance, 50 to 70 for a full-time IRO (unverified).` */
function sumWords({ iros, totals, unallocated }: Caseloads): string {
  const { from, to } = CASELOAD_GUIDANCE;
  const above = iros.filter(({ guidance }) => guidance === 'above').length;
  const none = unallocated.length === 0 ? '' : `, and ${unallocated.length} without one`;
  const who = above === 0 ? 'nobody is' : `${above} ${above === 1 ? 'is' : 'are'} ABOVE`;
  return `${count(totals.children, 'child', 'children')} of ${count(iros.length, 'IRO')}${none}; ${who}${above === 0 ? ' above' : ''} the guidance: ${from} to ${to} for a full-time IRO (unverified).`;
}

function figures(load: Omit<Load, 'guidance'> & { readonly planned: number }): string[] {
  const { children, weighted, fullTime, perFullTime, planned } = load;
  return [String(children), String(weighted), fullTime.toFixed(1), perFullTime.toFixed(1), String(planned)];
}

/** Figures end below the end of their heading. */
function alignRight(rows: readonly (readonly string[])[], headings: readonly string[]): string[][] {
  const last = headings.length - 1;
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 || at === last ? cell : cell.padStart(headings[at]!.length))),
  );
}

const lastDay = ({ today }: Context): string => dayAndMonth(addDays(today, DAYS_AHEAD - 1));

/** What is to be seen to. */
function worth(context: Context, { left, unallocated, chairs }: Caseloads): string[] {
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
    ...(chairs.length === 0
      ? []
      : [
          `Child protection conferences to chair besides, until ${lastDay(context)}: ${listed(chairs.map(({ name, conferences }) => `${name} ${conferences}`))}.`,
        ]),
  ];
}

/** How it is counted. */
function notes(context: Context, { iros, left }: Caseloads): string[] {
  const { from, to } = CASELOAD_GUIDANCE;
  const lighter = [...iros, ...left].flatMap(({ inCare }) =>
    inCare.filter(({ legalStatus }) => weightOf(legalStatus).weight !== 1).map(({ ref }) => ref),
  );
  return [
    `Weighted: a looked-after child counts 1; one on a series of short breaks (V3 or V4) 0.5, which is our reading${lighter.length === 0 ? '' : `: ${some(lighter)}`}.`,
    'Full time is five days a week, and so counts whoever has no days recorded: irotool iro days NAME mon tue',
    `To chair: reviews planned until ${lastDay(context)}, the next four weeks.`,
    `Guidance: ${from} to ${to} children for a full-time IRO (IRO Handbook; unverified: from memory).`,
  ];
}

/** The first of many, and how many more: `--json` has each child with its weight. */
function some(refs: readonly string[]): string {
  const shown = refs.slice(0, MOST_REFS);
  return refs.length > MOST_REFS ? `${shown.join(', ')} and ${refs.length - MOST_REFS} more` : listed(shown);
}

const CSV_HEADINGS = ['IRO', 'children', 'weighted', 'full time', 'per full time', '4 weeks', 'guidance'];

export const caseloadRows = ({ iros }: Caseloads) => [
  CSV_HEADINGS,
  ...iros.map((load) => [load.person.name, ...figures(load), load.guidance]),
];
