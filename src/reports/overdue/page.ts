/**
 * The overdue report as one page of its own: the counts, what is past a limit of law, then all else that is late in one
 * table, then by team, then what is to come. On a phone each row is a block; the warning stands on every printed page.
 */
import { capital } from '../../core/in-words';
import { longDate } from '../../core/time/dates';
import { LAW, WORKING_DAYS } from '../../ui/states';
import { dayIn } from '../../ui/words';
import { escaped } from '../html-text';
import { type HtmlCell, pageOf, paragraph, rowsTable } from '../page/page';
import { styleOf } from '../page/style';
import { AGES, type DutyRow, type OverdueReport, type TeamTotals } from './model';
import { type LateList, type PartList, partsOf, type ReportParts, TO_SETTLE } from './parts';
import * as words from './words';

const STYLE = styleOf(
  words.PAGE_WARNING,
  `
@media print, (min-width: 40.01rem) {
  table.late, table.list { table-layout: fixed; }
  .late tr > :nth-child(1) { width: 14%; } .late tr > :nth-child(2) { width: 9%; } .late tr > :nth-child(3) { width: 12%; } .late tr > :nth-child(5) { width: 15%; } .late tr > :nth-child(6) { width: 21%; }
  .list tr > :first-child { width: 16%; } .list tr > :nth-child(3) { width: 19%; }
  .settle tr > :nth-child(3) { width: 13%; } .settle tr > :nth-child(4) { width: 19%; }
}
table.teams svg { display: inline-block; width: 6rem; height: 0.8rem; margin-left: 0.5rem; vertical-align: -0.05em; }
ul.key { list-style: none; padding: 0; margin: 0.5rem 0; }
ul.key li { display: inline-block; margin-right: 1.25rem; }
ul.key svg { vertical-align: -0.1em; }
${AGES.map((_, at) => `rect.age${at} { fill: var(--age${at}); }`).join(' ')}
table.teams line { stroke: var(--back); stroke-width: 2; vector-effect: non-scaling-stroke; }
@media print {
  body { font-size: 9pt; line-height: 1.25; }
  h2 { margin: 7pt 0 2pt; font-size: 12pt; }
  th, td { padding: 1.2pt 6pt 1.2pt 0; }
  p, ul.counts, ul.key { margin: 2pt 0; }
  ul.counts li { padding: 1pt 6pt; border-top-width: 1px; }
  ul.counts strong { display: inline; font-size: 12pt; }
  caption { padding: 3pt 0 0; }
  .days > thead th { font-size: 0; line-height: 0; padding: 0; }
  footer { margin-top: 6pt; }
}
@page { margin: 12mm 15mm 15mm; }
`,
);

/** The whole page; it ends with a line end. */
export function overduePage(report: OverdueReport): string {
  const title = words.titleOf(report);
  const { about, notes, late, soon, lists } = partsOf(report);
  return pageOf({
    title: report.unit === null ? title : `${title}, ${report.unit}`,
    style: STYLE,
    main: [
      `<h1>${escaped(title)}</h1>`,
      ...about.map(paragraph),
      counts(report),
      ...(late.length === 0 ? [paragraph(words.totalsWords(report))] : []),
      ...notes.map(paragraph),
      ...(late.length === 0 ? [] : [paragraph(WORKING_DAYS)]),
      ...late.flatMap((each) => lateTable(each, report)),
      ...teamParts(report),
      ...(soon === null ? [] : soonParts(soon, report)),
      ...lists.flatMap((each) =>
        each.heading.startsWith(TO_SETTLE) ? settleParts(report) : listParts(each),
      ),
    ],
    footer: [paragraph(words.CONFIDENTIAL)],
  });
}

/** How much there is of each, the worst first. */
function counts({ totals, until, toPlan }: OverdueReport): string {
  const { overdue, statutory, soon, toSettle } = totals;
  const items: [number, string][] = [
    [statutory, 'past a limit of law'],
    [overdue - statutory, 'late, by procedure'],
    [soon, `due by ${longDate(until)}`],
    ...(toPlan.length === 0 ? [] : [[toPlan.length, 'to plan'] as [number, string]]),
    [toSettle, 'to settle'],
  ];
  return `<ul class="counts">\n${items.map(([amount, what]) => `<li><strong>${amount}</strong> ${escaped(what)}</li>`).join('\n')}\n</ul>`;
}

const cell = (text: string): HtmlCell => ({ html: escaped(text) });
const heads = (...all: readonly string[]): { words: string }[] => all.map((each) => ({ words: each }));

function lateTable({ heading, rows }: LateList, report: OverdueReport): string[] {
  const cells = rows.map((row) => {
    const why = words.whyWords(row, report);
    const what = [words.dutyWithin(row, report), ...(why === null ? [] : [why])];
    return [
      cell(words.childWords(row)),
      cell(words.daysLate(row)),
      cell(dayIn(row.due, report.today)),
      { html: what.map(escaped).join('<br>') },
      cell(capital(row.who)),
      cell(words.placeWords(row)),
    ];
  });
  return [
    `<h2>${escaped(heading)}</h2>`,
    rowsTable(heads('Child', 'Late', 'Due', 'What', 'Who acts', 'Team, IRO'), cells, { kind: 'late' }),
  ];
}

/** What falls due, day by day. */
function soonParts({ heading, days }: NonNullable<ReportParts['soon']>, report: OverdueReport): string[] {
  return [
    `<h2>${escaped(heading)}</h2>`,
    ...days.map(({ caption, rows }) => {
      const cells = rows.map((row) =>
        [words.childWords(row), withLaw(row, report), capital(row.who)].map(cell),
      );
      return rowsTable(heads('Child', 'What', 'Who acts'), cells, { caption, kind: 'list days' });
    }),
  ];
}

/** `LAW: See the child in private`, in a list that has both. */
const withLaw = (row: DutyRow, report: OverdueReport): string =>
  `${row.force === 'statutory' ? `${LAW}: ` : ''}${words.dutyWithin(row, report)}`;

/** What has no day that it is due, and since when it is to be settled. */
function settleParts({ toSettle, today }: OverdueReport): string[] {
  const rows = toSettle.map((row) =>
    [words.childWords(row), row.what, dayIn(row.since, today), capital(row.who)].map(cell),
  );
  return [
    `<h2>${escaped(`${TO_SETTLE} (${toSettle.length})`)}</h2>`,
    rowsTable(heads('Child', 'What', 'Since', 'Who acts'), rows, { kind: 'list settle' }),
  ];
}

function teamParts({ teams }: OverdueReport): string[] {
  if (teams.length === 0) return [];
  const key = AGES.map(
    (age, at) =>
      `<li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect class="age${at}" width="14" height="14"/></svg> ${escaped(age)}</li>`,
  );
  const most = Math.max(...teams.map(({ overdue }) => overdue));
  const rows = teams.map((each): HtmlCell[] => [
    cell(each.team ?? words.NO_TEAM),
    { html: `<span>${each.overdue}${bar(each, most)}</span>`, isAmount: true },
    ...[each.statutory, ...each.ages].map((amount) => ({ html: `<span>${amount}</span>`, isAmount: true })),
  ]);
  const amounts = [...words.TOTALS, ...AGES.map(words.shortAge)].map((each) => ({
    words: each,
    isAmount: true,
  }));
  return [
    '<h2>By team</h2>',
    `<ul class="key">\n${key.join('\n')}\n</ul>`,
    rowsTable([{ words: 'Team' }, ...amounts], rows, { kind: 'teams' }),
  ];
}

/** A part for each age, with a line of the ground between two; it says nothing that the numbers beside it do not. */
function bar({ ages }: TeamTotals, most: number): string {
  const parts: string[] = [];
  let from = 0;
  ages.forEach((amount, at) => {
    if (amount === 0) return;
    parts.push(`<rect class="age${at}" x="${from}" width="${amount}" height="1"/>`);
    if (from > 0) parts.push(`<line x1="${from}" x2="${from}" y2="1"/>`);
    from += amount;
  });
  return `<svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function listParts({ heading, note, of, column, lines }: PartList): string[] {
  const isActed = lines.some(({ who }) => who !== null);
  const rows = lines.map(({ whose, what, who }) =>
    [whose, what, ...(isActed ? [capital(who ?? '')] : [])].map(cell),
  );
  return [
    `<h2>${escaped(heading)}</h2>`,
    ...(note === null ? [] : [paragraph(note)]),
    rowsTable(heads(of, column, ...(isActed ? ['Who acts'] : [])), rows, { kind: 'list' }),
  ];
}
