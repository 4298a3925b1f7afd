/**
 * What a document says, apart from how it looks: every format is made from this. Pure.
 */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** A piece of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** `start` where a numbered list begins with another number than 1. */
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  /** Every row has as many cells as the header. */
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' }
  /** Lines to be filled in by hand. */
  | { readonly kind: 'blank'; readonly lines: number };

/** Who a letter is from, a line each: the unit and its council; its address; its telephone and e-mail. */
export interface Sender {
  readonly names: readonly string[];
  readonly address: readonly string[];
  readonly reach: readonly string[];
}

/** The same as lines one below the other. */
export const senderLines = ({ names, address, reach }: Sender): string[] => [...names, ...address, ...reach];

/** What stands around the body of a letter, ready to print. */
export interface LetterParts {
  /** Who it is from. */
  readonly from: Sender;
  /** The addressee's name and the lines of the address. */
  readonly to: readonly string[];
  /** `Monday 30 March 2026`. */
  readonly date: string;
  /** `Our reference: K77/2`. */
  readonly reference: string;
  /** `Dear Maya`. */
  readonly salutation: string;
  /** `Yours sincerely`. */
  readonly close: string;
  /** The name, and the title and unit below it. */
  readonly signatory: readonly string[];
  /** What goes with it; each format writes ENCLOSED before it. */
  readonly enclosures: readonly string[];
}

/**
 * A document. In order: `from`, PRIVATE, `to`, date, reference, salutation; the title as the one heading of the
 * first level; the blocks; the close, the signatory, the enclosures. Without a letter: the title, the
 * reference in a line of its own, the blocks.
 */
export interface DocumentModel {
  /** The template's name. */
  readonly name: string;
  readonly version: number;
  readonly title: string;
  /** `K77/2`: the child's reference, and the review's number if there is one. Never a name. */
  readonly reference: string;
  readonly letter: LetterParts | null;
  readonly blocks: readonly Block[];
}

/** What every letter says it is, above the address. */
export const PRIVATE = 'Private and confidential';

/** The word before the list of enclosures. */
export const ENCLOSED = 'Enclosed';

/** Where something is filled in by hand within a line or a table: the text of such an inline. */
export const BY_HAND = '_'.repeat(20);

/** The words of a line, without their looks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? ' ' : plainText(inline.children);
    })
    .join('');
}

/** The same with the address of each link that its words do not say, for if nothing can be clicked. */
export function textWithLinks(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'break') return '\n';
      const words = textWithLinks(inline.children);
      if (inline.kind !== 'link') return words;
      const address = inline.href.replace(/^(?:mailto|tel):/, '');
      return words.includes(address) ? words : `${words} (${address})`;
    })
    .join('');
}

/** True of what is announced by the paragraph before it: a list, a table, lines to write on, boxes to tick. */
export function isAnnounced(block: Block | undefined): boolean {
  // Boxes to tick are a paragraph, and answer what stands before it.
  if (block?.kind === 'paragraph') return plainText(block.children).startsWith('☐');
  return block?.kind === 'list' || block?.kind === 'table' || block?.kind === 'blank';
}
