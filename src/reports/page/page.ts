/** A page of its own, which any browser opens: nothing from outside, no script, and its own style alone. */
import { createHash } from 'node:crypto';
import { escaped } from '../html-text';

/** What is on a page, as HTML but for its title. */
export interface PageOf {
  readonly title: string;
  readonly style: string;
  readonly main: readonly string[];
  readonly footer: readonly string[];
}

/** The whole page; it ends with a line end. */
export function pageOf({ title, style, main, footer }: PageOf): string {
  const sum = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${main.join('\n')}
</main>
<footer>
${footer.join('\n')}
</footer>
</body>
</html>
`;
}

export const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

/** A cell in words, with the head it stands under for a screen on which each row is a block. `html` is put as it is. */
export interface HtmlCell {
  readonly html: string;
  readonly isAmount?: boolean;
}

/**
 * A table whose rows are blocks on a phone. What a browser forgets of a table that is not laid out as one, the roles say
 * again. The first cell of a row is its head; `last` is a row apart at the end.
 */
export function rowsTable(
  heads: readonly { readonly words: string; readonly isAmount?: boolean }[],
  rows: readonly (readonly HtmlCell[])[],
  {
    last,
    caption,
    kind = '',
  }: { readonly last?: readonly HtmlCell[]; readonly caption?: string; readonly kind?: string } = {},
): string {
  const classOf = (isAmount: boolean | undefined): string => (isAmount ? ' class="amount"' : '');
  const ths = heads.map(
    ({ words, isAmount }) => `<th scope="col" role="columnheader"${classOf(isAmount)}>${escaped(words)}</th>`,
  );
  const rowOf = (cells: readonly HtmlCell[], of: string): string => {
    const [first, ...others] = cells;
    const tds = others.map(({ html, isAmount }, at) => {
      const key =
        html === '' ? '' : `<span class="k">${escaped(heads[at + 1]!.words)}${isAmount ? '' : ':'} </span>`;
      return `<td role="cell"${classOf(isAmount)}>${key}${html}</td>`;
    });
    return `<tr role="row"${of}><th scope="row" role="rowheader">${first!.html}</th>${tds.join('')}</tr>`;
  };
  const body = [...rows.map((row) => rowOf(row, '')), ...(last ? [rowOf(last, ' class="all"')] : [])];
  return `<table class="rows${kind === '' ? '' : ` ${kind}`}" role="table">
${caption === undefined ? '' : `<caption>${escaped(caption)}</caption>\n`}<thead role="rowgroup">
<tr role="row">${ths.join('')}</tr>
</thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody>
</table>`;
}
