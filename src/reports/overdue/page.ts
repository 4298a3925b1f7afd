/**
 * The overdue report as one page of its own: nothing from outside, no script, the lateness of each team
 * as drawn bars with the same numbers in a table.
 */
import { createHash } from 'node:crypto';
import { escaped } from '../html-text';
import { AGE_COLOURS } from './html';
import { AGES, type OverdueReport, type TeamTotals } from './model';
import { type List, partsOf } from './parts';
import { agesWords, CONFIDENTIAL, NO_TEAM, PAGE_WARNING, shortAge, TOTALS, teamWords } from './words';

const ages = (colours: readonly string[]): string =>
  colours.map((colour, at) => `--age${at}: ${colour};`).join(' ');
/** The colours of text, ground and rules, and of the bars by age. */
const LIGHT = `--text: #0b0c0c; --back: #fff; --rule: #505a5f; ${ages(AGE_COLOURS)}`;
const DARK = `--text: #fff; --back: #0b0c0c; --rule: #b1b4b6; ${ages(['#ef8a7a', '#e8954f', '#8fb0d6'])}`;

const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
body { margin: 1.5rem auto; max-width: 56rem; padding: 0 1rem; font: 1rem/1.5 Arial, sans-serif; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.0625rem; margin: 1rem 0 0.25rem; }
p { margin: 0.5rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.4rem 0.6rem 0.4rem 0; text-align: left; vertical-align: top; }
td.amount, th.amount { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td.amount:last-child, th.amount:last-child { padding-right: 0; }
table.teams th:first-child { width: 36%; }
table.list { table-layout: fixed; }
table.list th:first-child { width: 22%; }
table.list th:nth-child(3) { width: 20%; }
ul.key, ul.bars { list-style: none; padding: 0; margin: 0.5rem 0; }
ul.key li { display: inline-block; margin-right: 1.25rem; }
ul.key svg { vertical-align: -0.1em; }
ul.bars li { margin-bottom: 0.5rem; line-height: 1.35; }
ul.bars svg { display: block; width: 100%; max-width: 38rem; height: 1.25rem; }
${AGE_COLOURS.map((_, at) => `rect.age${at} { fill: var(--age${at}); }`).join(' ')}
ul.bars line { stroke: var(--back); stroke-width: 2; vector-effect: non-scaling-stroke; }
figure { margin: 0.5rem 0 1rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); }
@page { margin: 15mm; @bottom-left { content: "${PAGE_WARNING}"; font: 9pt Arial, sans-serif; } }
@media (max-width: 30rem) { th, td { padding-right: 0.35rem; font-size: 0.9375rem; } th.amount { font-size: 0.8125rem; } table.list th:first-child, table.list th:nth-child(3) { width: 26%; } }
@media (forced-colors: active) { :root { ${LIGHT} } svg { forced-color-adjust: none; background: #fff; } }
@media print { :root { color-scheme: light; ${LIGHT} } body { margin: 0; max-width: none; padding: 0; font-size: 11pt; } h2, h3 { break-after: avoid; } tr, ul.bars li { break-inside: avoid; } thead { display: table-header-group; } svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

// The page allows this style and nothing else.
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The whole page; it ends with a line end. */
export function overduePage(report: OverdueReport): string {
  const { title, opening, overdue, lists } = partsOf(report);
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...opening.map(paragraph),
    ...teamParts(report),
    ...overdue.flatMap(({ heading, ages }) => [
      `<h2>${escaped(heading)}</h2>`,
      ...ages.flatMap((each) => listParts('h3', each)),
    ]),
    ...lists.flatMap((each) => listParts('h2', each)),
  ];
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
<footer>
${paragraph(CONFIDENTIAL)}
</footer>
</body>
</html>
`;
}

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

function teamParts(report: OverdueReport): string[] {
  const { teams } = report;
  if (teams.length === 0) return [];
  const key = AGES.map(
    (age, at) =>
      `<li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect class="age${at}" width="14" height="14"/></svg> ${escaped(age)}</li>`,
  );
  return [
    '<h2>Lateness by team</h2>',
    `<figure>\n${bars(teams)}\n<figcaption>Each bar is a team; the same numbers stand in the table below.\n<ul class="key">\n${key.join('\n')}\n</ul></figcaption>\n</figure>`,
    teamTable(teams),
  ];
}

/** A bar for each team, below its name and its number; the widths in it are the numbers themselves. */
function bars(teams: readonly TeamTotals[]): string {
  const most = Math.max(...teams.map(({ overdue }) => overdue));
  const items = teams.map((each) => {
    const name = each.team ?? NO_TEAM;
    const said = `${name}: ${teamWords(each)}; ${agesWords(each)}`;
    return `<li>${escaped(`${name}: ${each.overdue}`)}<svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" role="img" aria-label="${escaped(said)}">${parts(each)}</svg></li>`;
  });
  return `<ul class="bars">\n${items.join('\n')}\n</ul>`;
}

/** One for each age, with a white line between two: they are told apart without their colours. */
function parts({ ages }: TeamTotals): string {
  const rects: string[] = [];
  const lines: string[] = [];
  let from = 0;
  ages.forEach((amount, at) => {
    if (amount === 0) return;
    rects.push(`<rect class="age${at}" x="${from}" width="${amount}" height="1"/>`);
    if (from > 0) lines.push(`<line x1="${from}" x2="${from}" y2="1"/>`);
    from += amount;
  });
  return [...rects, ...lines].join('');
}

function teamTable(teams: readonly TeamTotals[]): string {
  const head = [...TOTALS, ...AGES.map(shortAge)];
  const rows = teams.map(({ team, overdue, statutory, ages }) => {
    const amounts = [overdue, statutory, ...ages].map((amount) => `<td class="amount">${amount}</td>`);
    return `<tr><th scope="row">${escaped(team ?? NO_TEAM)}</th>${amounts.join('')}</tr>`;
  });
  return `<table class="teams">\n<thead>\n<tr><th scope="col">Team</th>${head.map((words) => `<th scope="col" class="amount">${escaped(words)}</th>`).join('')}</tr>\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function listParts(tag: 'h2' | 'h3', { heading, note, of, column, lines }: List): string[] {
  const isActed = lines.some(({ who }) => who !== null);
  const head = [of, column, ...(isActed ? ['Who acts'] : [])];
  const rows = lines.map(({ whose, what, who }) => {
    const cells = [what, ...(isActed ? [who ?? ''] : [])].map((cell) => `<td>${escaped(cell)}</td>`);
    return `<tr><th scope="row">${escaped(whose)}</th>${cells.join('')}</tr>`;
  });
  const ths = head.map((words) => `<th scope="col">${words}</th>`).join('');
  const list = `<table class="list">\n<thead>\n<tr>${ths}</tr>\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  return [`<${tag}>${escaped(heading)}</${tag}>`, ...(note === null ? [] : [paragraph(note)]), list];
}
