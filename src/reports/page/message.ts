/**
 * What the HTML part of a message is made of: tables and inline styles alone, for Outlook keeps little else. There are
 * no images, and one column that a phone has room for.
 */
import { escaped } from '../html-text';

/** One for each age of what is late, the oldest darkest; each stands out from white. */
export const AGE_COLOURS = ['#7a1d12', '#b3501b', '#4a6785'] as const;

export const FONT = 'font-family:Arial,sans-serif;color:#0b0c0c';
const CELL = `padding:6px 8px 6px 0;border-bottom:1px solid #b1b4b6;text-align:left;vertical-align:top;font-size:16px;line-height:1.4;${FONT}`;
// Names of any length wrap on a phone; each mail program knows one of these words.
export const WRAPS = 'overflow-wrap:anywhere;word-break:break-word';
export const TABLE = 'border-collapse:collapse;width:100%;margin:0 0 16px 0';

/** The whole HTML part; it ends with a line end. */
export const messagePage = (title: string, body: readonly string[]): string => `<!DOCTYPE html>
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

const SIZES = { 1: 24, 2: 20, 3: 17 } as const;

export function heading(level: 1 | 2 | 3, words: string): string {
  const style = `margin:${level === 1 ? 0 : 20}px 0 8px 0;font-size:${SIZES[level]}px;line-height:1.3;${FONT}`;
  return `<h${level} style="${style}">${escaped(words)}</h${level}>`;
}

export const messageParagraph = (words: string): string =>
  `<p style="margin:0 0 8px 0;font-size:16px;line-height:1.4;${FONT}">${escaped(words)}</p>`;

/** Two columns: whose a row is, and what is said of it, line by line. */
export function twoColumns(rows: readonly (readonly [whose: string, ...says: string[]])[]): string {
  const trs = rows.map(
    ([whose, ...says]) =>
      `<tr><th scope="row" style="${CELL};width:30%">${escaped(whose)}</th><td style="${CELL}">${says.map(escaped).join('<br>')}</td></tr>`,
  );
  return `<table style="${TABLE}">\n<tbody>\n${trs.join('\n')}\n</tbody>\n</table>`;
}
