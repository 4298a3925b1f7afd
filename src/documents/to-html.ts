/**
 * A document as one page of HTML that anyone can read: nothing from outside, no script.
 */
import { createHash } from 'node:crypto';
import {
  type Block,
  BY_HAND,
  type DocumentModel,
  ENCLOSED,
  type Inline,
  type LetterParts,
  plainText,
} from './model';

const STYLE = `
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; margin-top: 2rem; }
h3 { font-size: 1.125rem; margin-top: 1.5rem; }
address { font-style: normal; text-align: right; }
a { color: #1d4f91; }
li { margin: 0.25rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #505a5f; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
hr { border: 0; border-top: 1px solid #505a5f; margin: 2rem 0; }
.line { display: block; height: 2.25rem; border-bottom: 1px solid #0b0c0c; }
.stretch { display: inline-block; min-width: 12rem; height: 1.25rem; border-bottom: 1px solid #0b0c0c; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 44rem) { th, td { padding: 0.3rem; font-size: 1rem; line-height: 1.35; overflow-wrap: anywhere; hyphens: auto; } .stretch { min-width: 3rem; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 12pt; } h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } }
`;

// The page allows this style and nothing else.
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const LONGEST_TITLE = 70;

/** The whole page; it ends with a line end. */
export function toHtml({ title, reference, letter, blocks }: DocumentModel): string {
  const own = [`<h1>${escaped(title)}</h1>`, ...blocks.map((block) => htmlOf(block, false))];
  const body =
    letter === null
      ? [own[0]!, ...(reference === '' ? [] : [paragraph([`Reference: ${reference}`])]), ...own.slice(1)]
      : [...opening(letter), ...own, ...closing(letter)];
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<title>${escaped(shortTitle(title, reference))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

/** What a tab or a list of pages has room for: with the reference where it fits, else its first words. */
function shortTitle(title: string, reference: string): string {
  const fits = (text: string): boolean => escaped(text).length <= LONGEST_TITLE;
  const whole = reference === '' ? title : `${title} (${reference})`;
  const words = title.split(' ');
  const shorter = words.map((_, at) => `${words.slice(0, words.length - 1 - at).join(' ')}…`);
  return [whole, title, ...shorter].find(fits)!;
}

function opening({ from, to, date, reference, salutation }: LetterParts): string[] {
  return [
    from.length === 0 ? '' : `<address>${lines(from)}</address>`,
    paragraph(to),
    paragraph([date, reference].filter((line) => line !== '')),
    paragraph([salutation]),
  ];
}

function closing({ close, signatory, enclosures }: LetterParts): string[] {
  const list = enclosures.map((each) => `<li>${escaped(each)}</li>`).join('\n');
  return [
    paragraph([close]),
    paragraph(signatory),
    ...(enclosures.length === 0 ? [] : [paragraph([`${ENCLOSED}:`]), `<ul>\n${list}\n</ul>`]),
  ];
}

function paragraph(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<p>${lines(texts)}</p>`;
}

function lines(texts: readonly string[]): string {
  return texts.map(escaped).join('<br>\n');
}

/** A block; in an entry of a list with nothing else, a paragraph needs no element of its own. */
function htmlOf(block: Block, isAlone: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children)}</h${block.level}>`;
    case 'paragraph':
      return isAlone ? inlineHtml(block.children) : `<p>${inlineHtml(block.children)}</p>`;
    case 'list':
      return listHtml(block);
    case 'table':
      return tableHtml(block);
    case 'rule':
      return '<hr>';
    case 'blank':
      return blankHtml(block.lines);
  }
}

function listHtml({ ordered, start, items }: Extract<Block, { kind: 'list' }>): string {
  const tag = ordered ? 'ol' : 'ul';
  const from = start === undefined ? '' : ` start="${start}"`;
  const entries = items.map((blocks) => {
    const isTight = blocks.filter(({ kind }) => kind !== 'list').length === 1;
    return `<li>${blocks.map((block) => htmlOf(block, isTight)).join('\n')}</li>`;
  });
  return `<${tag}${from}>\n${entries.join('\n')}\n</${tag}>`;
}

/** Where the corner is empty or there are two columns, each row's first cell is its heading. */
function tableHtml({ header, rows }: Extract<Block, { kind: 'table' }>): string {
  const hasRowHeadings = header.length === 2 || plainText(header[0] ?? []) === '';
  const head = header.map((cell) =>
    cell.length === 0 ? '<td></td>' : `<th scope="col">${inlineHtml(cell)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 && hasRowHeadings && cell.length > 0
        ? `<th scope="row">${inlineHtml(cell)}</th>`
        : `<td>${inlineHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n<thead>\n<tr>${head.join('')}</tr>\n</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** Lines to write on; someone who listens is told what they are. */
function blankHtml(count: number): string {
  const words = count === 1 ? 'A line to be filled in' : `${count} lines to be filled in`;
  const rest = '<span class="line" aria-hidden="true"></span>'.repeat(count);
  return `<div><span class="said">${words}</span>${rest}</div>`;
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.split(BY_HAND).map(escaped).join(STRETCH);
    case 'break':
      return '<br>\n';
    case 'strong':
      return `<strong>${inlineHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlineHtml(inline.children)}</em>`;
    case 'link':
      return `<a href="${escaped(inline.href)}">${inlineHtml(inline.children)}</a>`;
  }
}

const STRETCH = '<span class="stretch"><span class="said">To be filled in</span></span>';

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
