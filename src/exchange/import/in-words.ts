/** An import in words, within eighty columns, and as data. Without names or dates of birth. */
import { longDate } from '../../core/time/dates';
import { rowLines } from '../../ui/rows';
import { count, listed, onOneLine, wrap } from '../../ui/words';
import type { FileCount, FileRead } from '../ssda903/model';
import type { RefusedRow } from '../ssda903/report';
import type { ImportPlan } from './plan';
import { CASE_REASON_WORDS, REASON_WORDS } from './reasons';

/** How many rows of each reason are shown. */
const SHOWN = 3;

/** The whole report: files, children, facts, and what was refused or remarked on. */
export function reportLines(plan: ImportPlan, width: number): string[] {
  const { refused, remarks } = plan.reading;
  const words = plan.colleagues === undefined ? REASON_WORDS : CASE_REASON_WORDS;
  return [
    ...fileLines(plan, width),
    '',
    ...summaryLines(plan, width),
    ...groupLines('REFUSED', refused, width, words),
    ...absentLines(plan, width),
    ...groupLines('TO LOOK AT (these rows came in, or were set aside)', remarks, width, words),
  ];
}

/** Children who are recorded as in care, and whom a return that goes on later does not have. */
function absentLines({ absent }: ImportPlan, width: number): string[] {
  if (absent.length === 0) return [];
  const shown = absent.slice(0, ABSENT_SHOWN);
  const more = absent.length - shown.length;
  const refs = listed(more === 0 ? shown : [...shown, `${more} more`]);
  const [one] = absent;
  return [
    '',
    `NOT IN THIS RETURN: ${absent.length}`,
    ...setIn(`${refs}: still recorded as in care.`, width),
    ...setIn(`What to do: If a child left, say when: irotool child left ${one} --on DATE`, width),
  ];
}

const ABSENT_SHOWN = 20;

function fileLines({ reading }: ImportPlan, width: number): string[] {
  const countOf = new Map(reading.counts.map((each) => [each.file, each]));
  const read = reading.files.flatMap((file) => {
    const counted = countOf.get(file.name);
    return counted === undefined ? [] : [tableRow(file, counted)];
  });
  const total = totalOf(reading.counts);
  const rows = [['FILES', 'table', 'rows', 'taken', 'refused', 'set aside'], ...read];
  if (read.length > 1) rows.push(['all', '', ...figures(total)]);
  const notes = reading.files.flatMap(({ name, note }) =>
    note === '' ? [] : hanging(`${onOneLine(name)}: ${note}`, 1, width),
  );
  return [...rowLines(rightAligned(rows), [{}, {}, {}, {}, {}, {}], width, 0), ...notes];
}

function tableRow({ name, table }: FileRead, counted: FileCount): string[] {
  return [` ${onOneLine(name)}`, table ?? 'refused', ...figures(counted)];
}

const figures = ({ rows, imported, refused, repeated }: Omit<FileCount, 'file'>): string[] =>
  [rows, imported, refused, repeated].map(String);

/** Figures end below each other. */
function rightAligned(rows: readonly (readonly string[])[]): string[][] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => row.map((cell, at) => (at < 2 ? cell : cell.padStart(widths[at]!))));
}

/** The rows of every file together. */
export function totalOf(counts: readonly FileCount[]): Omit<FileCount, 'file'> {
  const sum = (of: keyof Omit<FileCount, 'file'>): number => counts.reduce((all, each) => all + each[of], 0);
  return { rows: sum('rows'), imported: sum('imported'), refused: sum('refused'), repeated: sum('repeated') };
}

/** Children, facts and go-live, a line or two each. */
export function summaryLines(plan: ImportPlan, width: number): string[] {
  const { children, facts } = plan;
  const filled = children.filled === 0 ? '' : ` (${children.filled} with blanks filled in)`;
  const parts = [`${children.new} new`, `${children.known} known${filled}`];
  if (children.leftAlone > 0) parts.push(`${children.leftAlone} left alone`);
  return [
    ...labelled('CHILDREN', listed(parts), width),
    ...labelled('FACTS', `${facts.new} new, ${facts.already} recorded already`, width),
    ...colleagueLines(plan, width),
    ...labelled('GO-LIVE', goLiveWords(plan), width),
  ];
}

/** Whom the files name and nobody has recorded: they are added. */
function colleagueLines({ colleagues = [] }: ImportPlan, width: number): string[] {
  const of = (role: string): string[] =>
    colleagues.filter((each) => each.role === role).map(({ name }) => onOneLine(name));
  return [...new Set(colleagues.map(({ role }) => role))].flatMap((role) =>
    labelled(
      'NEW',
      `${role === 'iro' ? 'IROs' : `${role.replaceAll('-', ' ')}s`}: ${listed(of(role))}`,
      width,
    ),
  );
}

function goLiveWords({ goLive, recorded }: ImportPlan): string {
  if (goLive.on === null) return 'not set';
  const day = longDate(goLive.on);
  if (!goLive.set) return `stays ${day}`;
  const earlier =
    recorded === 0
      ? ''
      : ' This holds for the children recorded so far, too. For an earlier day, set it before the import: irotool settings set go-live DATE';
  return `is set to ${day}, the day of this import: steps before and after reviews, and what is practice only, are not asked for where they arose before it.${earlier}`;
}

function labelled(label: string, text: string, width: number): string[] {
  return wrap(text, width - 10).map((line, at) => (at === 0 ? label : '').padEnd(10) + line);
}

/** Wrapped, the lines after the first set in. */
function hanging(text: string, indent: number, width: number): string[] {
  return wrap(text, width - indent).map((line, at) => (at === 0 ? line : ' '.repeat(indent) + line));
}

function groupLines(
  heading: string,
  rows: readonly RefusedRow[],
  width: number,
  words: typeof REASON_WORDS,
): string[] {
  if (rows.length === 0) return [];
  const groups = new Map<string, RefusedRow[]>();
  for (const row of rows) {
    const same = groups.get(row.reason);
    if (same) same.push(row);
    else groups.set(row.reason, [row]);
  }
  const lines = ['', `${heading}: ${rows.length}`];
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    lines.push(` ${group.length}  ${words[group[0]!.reason]}`);
    const shown = group.slice(0, SHOWN);
    shown.forEach((row, at) => {
      lines.push(...setIn(`${placeOf(row)}  ${row.why}`, width));
      // Said once where the next row says it, too.
      if (shown[at + 1]?.next !== row.next) lines.push(...setIn(`What to do: ${row.next}`, width));
    });
    if (group.length > SHOWN) lines.push(`   … and ${count(group.length - SHOWN, 'more row')}`);
  }
  return lines;
}

function setIn(text: string, width: number): string[] {
  return wrap(text, width - 5).map((line, at) => (at === 0 ? '   ' : '     ') + line);
}

const placeOf = ({ file, line, column }: RefusedRow): string =>
  `${onOneLine(file)}:${line}${column === null ? '' : ` ${column}`}`;

/** The rows refused, for a spreadsheet. */
export function refusedTable(plan: ImportPlan): string[][] {
  const rows = plan.reading.refused.map(({ file, line, column, reason, why, next }) => [
    file,
    String(line),
    column ?? '',
    reason,
    why,
    next,
  ]);
  return [['file', 'line', 'column', 'reason', 'why', 'next'], ...rows];
}

/** Everything, for other programs. */
export function reportJson(
  plan: ImportPlan,
  outcome: { readonly dryRun: boolean; readonly saved: boolean },
): object {
  const { files, counts, refused, remarks } = plan.reading;
  const countOf = new Map(counts.map(({ file, ...figures }) => [file, figures]));
  return {
    ...outcome,
    files: files.map(({ name, table, rows, note }) => ({
      file: name,
      table,
      note: note === '' ? null : note,
      ...(countOf.get(name) ?? { rows, imported: 0, refused: 0, repeated: 0 }),
    })),
    total: totalOf(counts),
    children: plan.children,
    facts: plan.facts,
    goLive: plan.goLive,
    absent: plan.absent,
    refused,
    remarks,
  };
}
