/**
 * The overdue report as plain text, within a width: for terminals and the text part of a message. To a pipe, which has
 * no end to a line, each row is whole with its day, its law, its team and its IRO, so that `grep` keeps them together.
 */
import { capital } from '../../core/in-words';
import { type Column, columnWidths, linesAt, rowLines } from '../../ui/rows';
import { LAW, lawWord } from '../../ui/states';
import { dayIn, WIDE, wrap } from '../../ui/words';
import { AGES, type DutyRow, type OverdueReport } from './model';
import { type LateList, type PartList, partsOf, type ReportParts } from './parts';
import * as words from './words';

/** The report's lines; none is wider than `width`. */
export function overdueText(report: OverdueReport, width = 80): string[] {
  const { counts, notes, late, soon, lists } = partsOf(report);
  return [
    ...[...words.headLines(report), counts, ...notes].flatMap((each) => wrap(each, width)),
    ...teamLines(report, width),
    ...late.flatMap((each) => ['', loud(each.heading), ...lateLines(each, report, width)]),
    ...soonLines(soon, report, width),
    ...lists.flatMap((each) => ['', loud(each.heading), ...listLines(each, width)]),
    '',
    ...wrap(words.CONFIDENTIAL, width),
  ];
}

const loud = (heading: string): string => heading.toUpperCase();
const isPipe = (width: number): boolean => !Number.isFinite(width);

/** A narrower screen has no room for the ages beside the name of a team. */
const ROOM_FOR_AGES = 60;

function teamLines({ teams }: OverdueReport, width: number): string[] {
  if (teams.length === 0) return [];
  const ages = width < ROOM_FOR_AGES ? [] : AGES.map(words.bareAge);
  const heads = ['late', LAW, ...ages];
  const rows = teams.map(({ team, overdue, statutory, ages: amounts }) => [
    team ?? words.NO_TEAM,
    ...[overdue, statutory, ...amounts.slice(0, ages.length)].map((amount, at) =>
      String(amount).padStart(heads[at]!.length),
    ),
  ]);
  const columns: Column[] = [{ wraps: true, min: 12 }, ...heads.map(() => ({ whole: true as const }))];
  return ['', 'BY TEAM (working days late)', ...rowLines([['', ...heads], ...rows], columns, width)];
}

/** One row each: what is past a limit of law has whose child it is and why below it, the others stand below their teams. */
function lateLines({ kind, rows }: LateList, report: OverdueReport, width: number): string[] {
  if (isPipe(width)) return pipedLines(rows, report);
  const isWide = width >= WIDE;
  const most = Math.max(...rows.map((row) => words.daysLate(row).length));
  const cells = rows.map((row) => [
    words.childWords(row),
    words.daysLate(row).padStart(most),
    ...(isWide ? [dayIn(row.due, report.today)] : []),
    words.dutyAt(row, report, width),
    capital(row.who),
    ...(isWide && kind === 'procedure' ? [row.iro ?? words.NO_IRO] : []),
  ]);
  const columns = [WHOSE, WHOLE, ...(isWide ? [WHOLE] : []), WHAT, {}, {}].slice(0, cells[0]!.length);
  const teams = report.groups.map(({ team }) => team);
  const isParted = kind === 'procedure' && teams.length > 1;
  const indent = isParted ? 2 : 1;
  const widths = columnWidths(cells, columns, width, indent);
  const linesOf = (at: number): string[] => linesAt([cells[at]!], widths, indent);
  const every = rows.map((_, at) => at);
  if (kind === 'law') {
    return every.flatMap((at) => [...linesOf(at), ...deep(beneath(rows[at]!, report), width)]);
  }
  if (!isParted) return every.flatMap(linesOf);
  return teams.flatMap((team) => {
    const own = every.filter((at) => rows[at]!.team === team);
    return own.length === 0 ? [] : [...deep(team ?? words.NO_TEAM, width, 1), ...own.flatMap(linesOf)];
  });
}

const WHOSE: Column = { whole: true, min: 8 };
const WHOLE: Column = { whole: true };
const WHAT: Column = { wraps: true, min: 18 };

const deep = (text: string, width: number, indent = 3): string[] =>
  wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);

/** Whose child it is, and what became of what is owed. */
function beneath(row: DutyRow, report: OverdueReport): string {
  const why = words.whyWords(row, report);
  return `${words.placeWords(row)}.${why === null ? '' : ` ${why}`}`;
}

/** How many fall due on each day; a row each for those with a limit of law, and to a pipe for all. */
function soonLines(soon: ReportParts['soon'], report: OverdueReport, width: number): string[] {
  if (soon === null) return [];
  const heading = `${loud(soon.heading)}: ${words.soonWords(report)}`;
  const rows = soon.days.flatMap((day) => day.rows);
  if (isPipe(width)) return ['', heading, ...pipedLines(rows, report)];
  const ofLaw = rows.filter(({ force }) => force === 'statutory');
  const cells = ofLaw.map((row) => [
    LAW,
    words.childWords(row),
    width >= WIDE ? dayIn(row.due, report.today) : words.farWords(row),
    words.dutyAt(row, report, width),
    capital(row.who),
  ]);
  return ['', ...wrap(heading, width), ...rowLines(cells, [WHOLE, WHOSE, WHOLE, WHAT, {}], width)];
}

/** A row each with all that is to be known of it. */
function pipedLines(rows: readonly DutyRow[], report: OverdueReport): string[] {
  const cells = rows.map((row) => [
    words.childWords(row),
    words.farWords(row),
    dayIn(row.due, report.today),
    lawWord(row.force === 'statutory'),
    words.dutyWithin(row, report),
    capital(row.who),
    words.placeWords(row),
    words.whyWords(row, report) ?? '',
  ]);
  return rowLines(cells, [WHOSE, {}, {}, { min: LAW.length }, {}, {}, {}, {}], Number.POSITIVE_INFINITY);
}

function listLines({ note, lines }: PartList, width: number): string[] {
  const rows = lines.map(({ whose, what, who }) => [whose, what, ...(who === null ? [] : [capital(who)])]);
  return [
    ...(note === null ? [] : deep(note, width, 1)),
    ...rowLines(rows, [WHOSE, { wraps: true, min: 24 }, {}], width),
  ];
}
