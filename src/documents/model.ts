/**
 * What a document says, apart from how it looks: every format is made from this. Pure.
 */
import type { Language } from './language';
import type { Picture } from './pictures/drawings';

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** A piece of a page. What has a `mark` is found by it in a Word file that people wrote in, and made again there. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | {
      readonly kind: 'paragraph';
      readonly children: readonly Inline[];
      readonly mark?: string;
      /** In small print: what a number above it counts. */
      readonly isNote?: true;
    }
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
      readonly mark?: string;
      /** Numbers with what they are of in the first column: in small print, and on one page if it can be. */
      readonly isOfNumbers?: true;
    }
  | { readonly kind: 'rule' }
  /** Lines to be filled in, by hand or on a screen. */
  | { readonly kind: 'blank'; readonly lines: number }
  /** An empty box to draw in, as high as so many lines. */
  | { readonly kind: 'box'; readonly lines: number }
  /** One idea with the picture that goes with it. */
  | { readonly kind: 'idea'; readonly picture: Picture; readonly children: readonly Inline[] }
  /** What matters most, in a frame of its own. */
  | { readonly kind: 'summary'; readonly blocks: readonly Block[] };

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
  /** What goes with it; each format writes before it that they are enclosed. */
  readonly enclosures: readonly string[];
}

/**
 * A document. In order: `from`, that it is private, `to`, date, reference, salutation; the title as the one heading of the
 * first level; the blocks; the close, the signatory, the enclosures. Without a letter: the title, the
 * reference in a line of its own, the blocks.
 */
export interface DocumentModel {
  /** The template's name. */
  readonly name: string;
  readonly version: number;
  /** If it is not in English. */
  readonly language?: Language | null;
  readonly title: string;
  /** `K77/2`: the child's reference, and the review's number if there is one. Never a name. */
  readonly reference: string;
  readonly letter: LetterParts | null;
  readonly blocks: readonly Block[];
  /** Words that a file keeps among its properties, by which a program knows it again. */
  readonly keywords?: string;
  /** For a reader who needs large print. */
  readonly largePrint?: true;
  /** For whoever works with it at a table: one page, if it can be. */
  readonly dense?: true;
}

/** Where something is filled in by hand within a line or a table: the text of such an inline. */
export const BY_HAND = '_'.repeat(20);

/** A box to tick, empty and ticked. */
export const [EMPTY_BOX, TICKED_BOX] = ['☐', '☑'] as const;

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
export const isAnnounced = (block: Block | undefined): boolean =>
  block !== undefined && (isTicks(block) || ANNOUNCED.includes(block.kind));

const ANNOUNCED: readonly string[] = ['list', 'table', 'blank', 'box', 'idea'];

/** Boxes to tick are a paragraph, or ideas, and answer what stands before them. */
export const isTicks = (block: Block): boolean =>
  (block.kind === 'paragraph' || block.kind === 'idea') && plainText(block.children).startsWith(EMPTY_BOX);

const ASKING: readonly string[] = ['paragraph', 'idea', 'heading'];

/** The words that ask for what is to be filled in at a place: the nearest before it that are a paragraph, an idea or a heading. */
export function questionBefore(blocks: readonly Block[], at: number): string | null {
  const asked = blocks.slice(0, at).findLast((block) => ASKING.includes(block.kind) && !isTicks(block));
  return asked !== undefined && 'children' in asked ? plainText(asked.children) : null;
}
