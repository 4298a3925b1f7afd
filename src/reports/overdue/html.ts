/**
 * The overdue report as the HTML part of a message: tables and inline styles alone, for Outlook keeps
 * little else; bars are cells of a table, and there are no images.
 */
import { escaped } from '../html-text';
import { AGES, type OverdueReport, type TeamTotals } from './model';
import { type List, partsOf } from './parts';
import { CONFIDENTIAL, NO_TEAM, shortAge, TOTALS } from './words';

const FONT = 'font-family:Arial,sans-serif;color:#0b0c0c';
const CELL = `padding:6px 8px 6px 0;border-bottom:1px solid #b1b4b6;text-align:left;vertical-align:top;font-size:16px;line-height:1.4;${FONT}`;
// Names of any length wrap on a phone; each mail program knows one of these words.
const WRAPS = 'overflow-wrap:anywhere;word-break:break-word';
const AMOUNT = `padding:6px 6px 4px 0;text-align:left;vertical-align:top;font-size:16px;line-height:1.3;overflow-wrap:normal;word-break:normal;${FONT}`;
const TABLE = 'border-collapse:collapse;width:100%;margin:0 0 16px 0';
/** One for each age, the oldest darkest; each stands out from white. */
export const AGE_COLOURS = ['#7a1d12', '#b3501b', '#4a6785'] as const;

/** The whole HTML part; it ends with a line end. */
export function overdueHtml(report: OverdueReport): string {
  const { title, opening, overdue, lists } = partsOf(report);
  const body = [
    heading(1, title),
    ...opening.map(paragraph),
    ...(report.teams.length === 0 ? [] : [heading(2, 'Lateness by team'), teamTable(report)]),
    ...overdue.flatMap(({ heading: words, ages }) => [
      heading(2, words),
      ...ages.flatMap((each) => listParts(3, each)),
    ]),
    ...lists.flatMap((each) => listParts(2, each)),
    paragraph(CONFIDENTIAL),
  ];
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0;background-color:#ffffff">
<main>
<table role="presentation" style="border-collapse:collapse;width:100%;max-width:640px">
<tbody>
<tr><td style="padding:16px;${WRAPS};${FONT}">
${body.join('\n')}
</td></tr>
</tbody>
</table>
</main>
</body>
</html>
`;
}

const SIZES = { 1: 24, 2: 20, 3: 17 } as const;

function heading(level: 1 | 2 | 3, words: string): string {
  const style = `margin:${level === 1 ? 0 : 20}px 0 8px 0;font-size:${SIZES[level]}px;line-height:1.3;${FONT}`;
  return `<h${level} style="${style}">${escaped(words)}</h${level}>`;
}

function paragraph(words: string): string {
  return `<p style="margin:0 0 8px 0;font-size:16px;line-height:1.4;${FONT}">${escaped(words)}</p>`;
}

/** Each team's numbers, and below them its bar: as long as its part of the most. */
function teamTable({ teams }: OverdueReport): string {
  const most = Math.max(...teams.map(({ overdue }) => overdue));
  const head = ['Team', ...TOTALS, ...AGES.map(shortAge)]
    .map((words) => `<th scope="col" style="${AMOUNT};font-size:13px">${escaped(words)}</th>`)
    .join('');
  const rows = teams.map((each) => {
    const amounts = [each.overdue, each.statutory, ...each.ages];
    const cells = amounts.map((amount) => `<td style="${AMOUNT}">${amount}</td>`).join('');
    const name = `<th scope="row" style="${AMOUNT};width:36%;${WRAPS}">${escaped(each.team ?? NO_TEAM)}</th>`;
    return `<tr>${name}${cells}</tr>\n<tr aria-hidden="true"><td colspan="${1 + amounts.length}" style="padding:0 0 8px 0;border-bottom:1px solid #b1b4b6">${bar(each, most)}</td></tr>`;
  });
  return `<table style="${TABLE}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/**
 * A bar repeats what the table says, so a screen reader need not hear it. Widths and colours are said the
 * old way too: some mail programs read no other.
 */
function bar({ overdue, ages }: TeamTotals, most: number): string {
  const cells = ages
    .map((amount, at) => ({ amount, colour: AGE_COLOURS[at]! }))
    .filter(({ amount }) => amount > 0)
    .map(
      ({ amount, colour }) =>
        `<td width="${share(amount, most)}%" bgcolor="${colour}" style="width:${share(amount, most)}%;height:16px;line-height:16px;font-size:12px;color:#ffffff;font-family:Arial,sans-serif;background-color:${colour};border-right:1px solid #ffffff;padding:0;text-align:center">${share(amount, most) < 5 ? '&nbsp;' : amount}</td>`,
    );
  const rest = share(most - overdue, most);
  const empty =
    rest === 0
      ? ''
      : `<td width="${rest}%" style="width:${rest}%;height:16px;font-size:1px;padding:0">&nbsp;</td>`;
  return `<table role="presentation" width="100%" style="border-collapse:collapse;width:100%;table-layout:fixed"><tbody><tr>${cells.join('')}${empty}</tr></tbody></table>`;
}

const share = (amount: number, of: number): number => Math.round((amount * 1000) / of) / 10;

/** Two columns, which a phone has room for: whose it is, and what. */
function listParts(level: 2 | 3, { heading: words, note, lines }: List): string[] {
  const rows = lines.map(
    ({ whose, sentence }) =>
      `<tr><th scope="row" style="${CELL};width:30%">${escaped(whose)}</th><td style="${CELL}">${escaped(sentence)}</td></tr>`,
  );
  const list = `<table style="${TABLE}">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  return [heading(level, words), ...(note === null ? [] : [paragraph(note)]), list];
}
