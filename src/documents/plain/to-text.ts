/**
 * A document as plain text, for reading as it stands. Pure.
 */
import { type FixedWords, wordsIn } from '../fixed-words';
import { type Block, type DocumentModel, type LetterParts, senderLines, textWithLinks } from '../model';
import { tableLines } from './table';
import { COLUMNS, lettersIn, wrapped } from './wrap';

/** The whole document; it ends with a line end. */
export function toText(model: DocumentModel): string {
  const { letter, title, reference, blocks } = model;
  const words = wordsIn(model.language);
  const body = [
    underlined(title, '='),
    ...(letter === null && reference !== '' ? [[`${words.reference}: ${reference}`]] : []),
  ];
  const parts = [
    ...(letter === null ? [] : opening(letter, words)),
    ...body,
    ...parted(blocks, COLUMNS),
    ...(letter === null ? [] : closing(letter, words)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function opening({ from, to, date, reference, salutation }: LetterParts, words: FixedWords): string[][] {
  return [senderLines(from), [words.private], to, [date, reference].filter(Boolean), [salutation]].map(
    (lines) => lines.flatMap((line) => wrapped(line, COLUMNS)),
  );
}

function closing({ close, signatory, enclosures }: LetterParts, words: FixedWords): string[][] {
  const enclosed =
    enclosures.length === 0 ? [] : [`${words.enclosed}:`, ...enclosures.flatMap((each) => item('- ', each))];
  return [[close], signatory.flatMap((line) => wrapped(line, COLUMNS)), enclosed];
}

function item(mark: string, text: string): string[] {
  return hung(mark, wrapped(text, COLUMNS - mark.length));
}

/** The lines of each block; what belongs together stands together. */
function parted(blocks: readonly Block[], width: number): string[][] {
  return blocks.map((block) => linesOf(block, width));
}

function linesOf(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'heading':
      return underlined(textWithLinks(block.children), block.level === 2 ? '-' : '.', width);
    case 'paragraph':
    case 'idea':
      return wrapped(textWithLinks(block.children), width);
    case 'list':
      return listLines(block, width);
    case 'table':
      return tableLines(
        block.header.map(textWithLinks),
        block.rows.map((row) => row.map(textWithLinks)),
        width,
      );
    case 'rule':
      return ['-'.repeat(width)];
    case 'blank':
      return Array.from({ length: block.lines }, () => '_'.repeat(width));
    case 'box':
      return framed(
        Array.from({ length: block.lines }, () => ''),
        width,
      );
    case 'summary': {
      const inside = parted(block.blocks, width - 2);
      return framed(
        inside.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
        width,
      );
    }
  }
}

/** Lines in a frame that is open to the right: nothing is padded. */
function framed(lines: readonly string[], width: number): string[] {
  const edge = `+${'-'.repeat(width - 1)}`;
  return [edge, ...lines.map((line) => `| ${line}`.trimEnd()), edge];
}

function listLines({ ordered, start = 1, items }: Extract<Block, { kind: 'list' }>, width: number): string[] {
  const widest = ordered ? `${start + items.length - 1}. `.length : 2;
  const inside = items.map((blocks) => itemLines(blocks, width - widest));
  // Where an entry is more than a paragraph, a line between it and the next.
  const isLoose = items.some((blocks) => blocks.some(({ kind }, at) => at > 0 && kind !== 'list'));
  return inside.flatMap((lines, at) => {
    const mark = (ordered ? `${start + at}. ` : '- ').padStart(widest);
    return [...(isLoose && at > 0 ? [''] : []), ...hung(mark, lines)];
  });
}

/** A list within an entry stands right below its words. */
function itemLines(blocks: readonly Block[], width: number): string[] {
  return blocks.flatMap((block, at) => [
    ...(at > 0 && block.kind !== 'list' ? [''] : []),
    ...linesOf(block, width),
  ]);
}

/** The mark before the first line, and its width in spaces before the others. */
function hung(mark: string, lines: readonly string[]): string[] {
  const [first = '', ...others] = lines;
  const space = ' '.repeat(mark.length);
  return [mark + first, ...others.map((line) => (line === '' ? '' : space + line))];
}

function underlined(text: string, sign: string, width = COLUMNS): string[] {
  const lines = wrapped(text, width);
  return [...lines, sign.repeat(Math.min(width, Math.max(...lines.map(lettersIn))))];
}
