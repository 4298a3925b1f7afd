/**
 * A document as one page of HTML that anyone can read: nothing from outside, no script.
 */
import { type FixedWords, wordsIn } from './fixed-words';
import { ENGLISH, spokenIn } from './language';
import {
  type Block,
  BY_HAND,
  type DocumentModel,
  EMPTY_BOX,
  type Inline,
  isAnnounced,
  type LetterParts,
  plainText,
  questionBefore,
  senderLines,
  TICKED_BOX,
} from './model';
import { DENSE_STYLE, policyOf, styleOf } from './page-style';
import { toSvg } from './pictures/to-svg';
import { BESIDE_WINDOW, inWindow, largestIn } from './window';

const LONGEST_TITLE = 70;

/** The whole page; it ends with a line end. */
export function toHtml(model: DocumentModel): string {
  const { title, reference, letter, blocks, largePrint, dense, language } = model;
  const words = wordsIn(language);
  const own = [`<h1>${worded(title)}</h1>`, blocksHtml(blocks, words)];
  const body =
    letter === null
      ? [
          own[0]!,
          ...(reference === '' ? [] : [paragraph([`${words.reference}: ${reference}`])]),
          ...own.slice(1),
        ]
      : [...opening(letter, words, largePrint === true), ...own, ...closing(letter, words)];
  const style = styleOf(reference, words, largePrint) + (dense && !largePrint ? DENSE_STYLE : '');
  return `<!DOCTYPE html>
<html lang="${language ?? ENGLISH}"${largePrint ? ' class="large"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(policyOf(style))}">
<title>${escaped(shortTitle(title, reference))}</title>
<style>${style}</style>
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

function opening(
  { from, to, date, reference, salutation }: LetterParts,
  words: FixedWords,
  isLarge: boolean,
): string[] {
  const sender = senderLines(from);
  const address = inWindow(to, isLarge);
  const size = isLarge ? ` class="pt${largestIn(sender, ...BESIDE_WINDOW)}"` : '';
  return [
    '<div class="opening">',
    sender.length === 0 ? '' : `<address${size}>${lines(sender)}</address>`,
    `<p class="private"><strong>${words.private}</strong></p>`,
    `<p class="to pt${address.size}">${lines(address.lines)}</p>`,
    '</div>',
    paragraph([date, reference].filter((line) => line !== '')),
    paragraph([salutation]),
  ];
}

function closing({ close, signatory, enclosures }: LetterParts, words: FixedWords): string[] {
  const list = enclosures.map((each) => `<li>${worded(each)}</li>`).join('\n');
  return [
    `<div class="end">`,
    paragraph([close]),
    paragraph(signatory),
    '</div>',
    ...(enclosures.length === 0 ? [] : [`<p class="lead">${words.enclosed}:</p>`, `<ul>\n${list}\n</ul>`]),
  ];
}

function paragraph(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<p>${lines(texts)}</p>`;
}

function lines(texts: readonly string[]): string {
  return texts.map(worded).join('<br>\n');
}

/** Blocks one after another: what announces a list, a table or lines to write on is printed with it. */
function blocksHtml(blocks: readonly Block[], words: FixedWords): string {
  return blocks
    .map((block, at) => {
      const leads = block.kind === 'paragraph' && isAnnounced(blocks[at + 1]);
      return leads
        ? `<p class="lead">${inlineHtml(block.children, words)}</p>`
        : htmlOf(block, false, words, questionBefore(blocks, at), blocks[at + 1]?.kind === 'blank');
    })
    .join('\n');
}

/** A block; in an entry of a list with nothing else, a paragraph needs no element of its own. */
function htmlOf(
  block: Block,
  isAlone: boolean,
  words: FixedWords,
  question: string | null = null,
  asks = false,
): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children, words)}</h${block.level}>`;
    case 'paragraph':
      return isAlone ? inlineHtml(block.children, words) : `<p>${inlineHtml(block.children, words)}</p>`;
    case 'list':
      return listHtml(block, words);
    case 'table':
      return tableHtml(block, words);
    case 'rule':
      return '<hr>';
    case 'blank':
      return blankHtml(block.lines, question ?? words.toFill);
    case 'box':
      return boxHtml(block.lines, words);
    case 'idea':
      return `<div class="idea${asks ? ' lead' : ''}">${toSvg(block.picture, 'width="80" height="80" aria-hidden="true"')}<p>${inlineHtml(block.children, words)}</p></div>`;
    case 'summary':
      return `<section class="summary" aria-label="${words.inShort}">\n${blocksHtml(block.blocks, words)}\n</section>`;
  }
}

function listHtml({ ordered, start, items }: Extract<Block, { kind: 'list' }>, words: FixedWords): string {
  const tag = ordered ? 'ol' : 'ul';
  const from = start === undefined ? '' : ` start="${start}"`;
  const entries = items.map((blocks) => {
    const isTight = blocks.filter(({ kind }) => kind !== 'list').length === 1;
    return `<li>${blocks.map((block) => htmlOf(block, isTight, words)).join('\n')}</li>`;
  });
  return `<${tag}${from}>\n${entries.join('\n')}\n</${tag}>`;
}

/**
 * Where the corner is empty or there are two columns, each row's first cell is its heading. On a phone each row of more than two cells is a few
 * lines, each with its column's heading: what is then shown as lines stays a table for whoever listens, by its roles.
 */
function tableHtml({ header, rows }: Extract<Block, { kind: 'table' }>, words: FixedWords): string {
  const hasRowHeadings = header.length === 2 || plainText(header[0] ?? []) === '';
  const head = header.map((cell) =>
    cell.length === 0
      ? '<td role="cell"></td>'
      : `<th scope="col" role="columnheader">${inlineHtml(cell, words)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      if (at === 0 && hasRowHeadings && cell.length > 0) {
        return `<th scope="row" role="rowheader">${inlineHtml(cell, words)}</th>`;
      }
      const label = header.length === 2 ? '' : plainText(header[at] ?? []);
      const named = label === '' ? '' : ` data-label="${escaped(label)}"`;
      return `<td role="cell"${named}>${inlineHtml(cell, words)}</td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  const kind = header.length === 2 ? ' class="pair"' : '';
  return `<table${kind} role="table">\n<thead role="rowgroup">\n<tr role="row">${head.join('')}</tr>\n</thead>\n<tbody role="rowgroup">\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** Lines to write on: a field on a screen, ruled lines on paper for as long as nothing stands in it. */
function blankHtml(count: number, question: string): string {
  const rest = '<span class="line" aria-hidden="true"></span>'.repeat(count);
  return `<div class="fill"><textarea rows="${count}" placeholder=" " aria-label="${escaped(question)}"></textarea>${rest}</div>`;
}

/** An empty box to draw in. */
function boxHtml(count: number, { toDraw }: FixedWords): string {
  const space = '<span class="space" aria-hidden="true"></span>'.repeat(count);
  return `<div class="box"><span class="said">${toDraw}</span>${space}</div>`;
}

function inlineHtml(inlines: readonly Inline[], words: FixedWords): string {
  return inlines.map((inline) => oneInline(inline, words)).join('');
}

/** An e-mail address in text that is escaped already. */
const MAIL = /[\w.+’-]+@[\w-]+(?:\.[\w-]+)+/g;

function oneInline(inline: Inline, words: FixedWords): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
        .split(BY_HAND)
        .map((text) => withTicks(text, words))
        .join(`<input type="text" class="stretch" aria-label="${words.toFill}">`)
        .replaceAll(MAIL, '<span class="mail">$&</span>');
    case 'break':
      return '<br>\n';
    case 'strong':
      return `<strong>${inlineHtml(inline.children, words)}</strong>`;
    case 'emphasis':
      return `<em>${inlineHtml(inline.children, words)}</em>`;
    case 'link':
      return `<a href="${escaped(inline.href)}">${inlineHtml(inline.children, words)}</a>`;
  }
}

const BEFORE_BOXES = new RegExp(`(?=[${EMPTY_BOX}${TICKED_BOX}])`);

/** A text with each box to tick as one that can be ticked, called by the words after it. */
function withTicks(text: string, words: FixedWords): string {
  return text
    .split(BEFORE_BOXES)
    .map((piece) =>
      BEFORE_BOXES.test(piece)
        ? tickHtml(piece.slice(1), piece.startsWith(TICKED_BOX), words)
        : worded(piece),
    )
    .join('');
}

function tickHtml(label: string, isTicked: boolean, { toTick }: FixedWords): string {
  const box = `<input type="checkbox"${isTicked ? ' checked' : ''}`;
  const words = label.trim();
  const rest = label.slice(label.trimEnd().length);
  return words === ''
    ? `${box} aria-label="${toTick}">${escaped(label)}`
    : `<label>${box}> ${worded(words)}</label>${rest}`;
}

/** A text, with what is not English in it marked. */
function worded(text: string): string {
  return spokenIn(text)
    .map(({ text: words, language }) =>
      language === null ? escaped(words) : `<span lang="${language}">${escaped(words)}</span>`,
    )
    .join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
