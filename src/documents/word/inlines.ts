/** Words of a line as Word's markup, in the styles of one sheet: runs, links, and what is filled in or ticked among them. */
import type { FixedWords } from '../fixed-words';
import { BY_HAND, EMPTY_BOX, type Inline, TICKED_BOX, textWithLinks } from '../model';
import type { Picture } from '../pictures/drawings';
import { lineControl, tickControl } from './controls';
import { BREAK, type Look, run } from './parts';
import type { ListIds, StyleIds } from './styles';

/** What the pieces of one document share. */
export interface WordSheet {
  readonly styles: StyleIds;
  readonly ids: ListIds;
  /** In the language of the document. */
  readonly words: FixedWords;
  readonly links: string[];
  readonly lists: number[];
  readonly pictures: Set<Picture>;
  /** Called for each thing that has a number of its own: a control, a picture. */
  readonly nextId: () => number;
  /** That of the text. */
  readonly width: number;
}

export function runs(inlines: readonly Inline[], sheet: WordSheet, look: Look = {}): string {
  return inlines.map((inline) => inlineXml(inline, sheet, look)).join('');
}

function inlineXml(inline: Inline, sheet: WordSheet, look: Look): string {
  switch (inline.kind) {
    case 'text':
      return textXml(inline.text, sheet, look);
    case 'break':
      return BREAK;
    case 'strong':
      return runs(inline.children, sheet, { ...look, bold: true });
    case 'emphasis':
      return runs(inline.children, sheet, { ...look, italic: true });
    case 'link':
      return linkXml(inline, sheet, look);
  }
}

const FILLED_IN = new RegExp(`(${[EMPTY_BOX, TICKED_BOX, BY_HAND].join('|')})`);

/** A text, with what is filled in or ticked in it as something that can be on a screen. */
function textXml(text: string, sheet: WordSheet, look: Look): string {
  return text
    .split(FILLED_IN)
    .map((piece, at, pieces) => {
      if (piece === EMPTY_BOX || piece === TICKED_BOX) {
        const label = (pieces[at + 1] ?? '').trim() || sheet.words.toTick;
        return tickControl(run(piece, look), piece === TICKED_BOX, label, sheet.nextId());
      }
      if (piece === BY_HAND) return lineControl(run(piece, look), sheet.words, sheet.nextId());
      // A box is on one line with the first word of what it is for.
      const isOfBox = pieces[at - 1] === EMPTY_BOX || pieces[at - 1] === TICKED_BOX;
      const words = isOfBox ? piece.replace(/^ /, '\u00a0') : piece;
      return words === '' ? '' : run(words, look);
    })
    .join('');
}

/** With the address after it where its words do not say it: a letter is read on paper too. */
function linkXml(link: Inline & { kind: 'link' }, sheet: WordSheet, look: Look): string {
  const after = textWithLinks([link]).slice(textWithLinks(link.children).length);
  const rest = after === '' ? '' : run(after, look);
  const id = sheet.links.push(link.href) - 1;
  const words = runs(link.children, sheet, { ...look, style: sheet.styles.link });
  return `<w:hyperlink r:id="irotoolLink${id}" w:history="1">${words}</w:hyperlink>${rest}`;
}
