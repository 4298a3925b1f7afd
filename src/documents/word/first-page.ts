/**
 * What stands in fixed places of a letter's first page in Word: the unit beside the window of the envelope, and the
 * address within it. Frames of Word: paragraphs like any other, read in their order, that stand where they are told to.
 */
import type { LetterParts, Sender } from '../model';
import {
  ALWAYS_SHOWN,
  BESIDE,
  EVER_SHOWN,
  inWindow,
  LETTER_BEGINS,
  largestIn,
  lineOf,
  PRIVATE_STANDS,
} from '../window';
import { BREAK, paragraph, run } from './parts';

/** The page of a letterhead, as far as frames stand on it; twentieths of a point. */
export interface Page {
  readonly width: number;
  readonly top: number;
  readonly right: number;
  /** How wide the text is. */
  readonly text: number;
  /** Something of the council's own stands on it: its header, a picture, lines above the letter. */
  readonly isHeaded: boolean;
  /** Lines of its own stand above the letter, below its top margin. */
  readonly hasLinesAbove: boolean;
  /** All that it says, as letters and figures alone. */
  readonly says: string;
}

const MILLIMETRE = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * MILLIMETRE);
/** Points as twentieths. */
const TWENTY = 20;
const SENDER_SIZE = 10;
/** From line to line of the sender, by the size of letters. */
const SENDER_LINE = 1.15 * TWENTY;
const PRIVATE_SIZE = 12;
const PRIVATE_LINE = 14 * TWENTY;
/** In large print. */
const LARGE_SIZE = 16;
const LARGE_LINE = 18.5 * TWENTY;

/** The frames, in the style of the letter's text. `isPrivate`: what says that it is. */
export function firstPage(
  { from, to }: Pick<LetterParts, 'from' | 'to'>,
  isPrivate: string,
  page: Page,
  style: string,
  isLarge = false,
): string {
  const sender = linesNotIn(page.says, from);
  const end = twips(LETTER_BEGINS);
  // Nothing of the letter may stand above the frames: they begin where the page does.
  const begins = page.hasLinesAbove ? twips(PRIVATE_STANDS) : Math.min(page.top, twips(PRIVATE_STANDS));
  const right = page.width - page.right;
  const frame = (from: number, to: number, gap: number): string =>
    `<w:framePr w:w="${to - from}" w:h="${end - begins}" w:hRule="exact" w:hSpace="${gap}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${from}" w:y="${begins}"/>`;

  const beside = frame(twips(BESIDE), Math.max(right, twips(BESIDE + 60)), 0);
  const senderBegins = page.isHeaded ? twips(EVER_SHOWN.top) : begins;
  const senderSize = isLarge
    ? largestIn(sender, right / MILLIMETRE - BESIDE, (end - senderBegins) / MILLIMETRE)
    : SENDER_SIZE;
  const [privateSize, privateLine] = isLarge ? [LARGE_SIZE, LARGE_LINE] : [PRIVATE_SIZE, PRIVATE_LINE];
  const unit =
    gapOf(senderBegins - begins, beside, style) +
    paragraph(style, linesOf(sender, senderSize), beside + exact(Math.round(senderSize * SENDER_LINE), 0));

  const { left } = ALWAYS_SHOWN;
  const edge = sender.length === 0 ? Math.max(right, twips(ALWAYS_SHOWN.right)) : twips(ALWAYS_SHOWN.right);
  const window = frame(twips(left), edge, twips(left - EVER_SHOWN.left));
  const { lines: address, size } = inWindow(to, isLarge);
  const indent = `<w:ind w:right="${edge - twips(ALWAYS_SHOWN.right)}"/>`;
  const after = twips(ALWAYS_SHOWN.top - PRIVATE_STANDS) - privateLine;
  return (
    (sender.length === 0 ? '' : unit) +
    gapOf(twips(PRIVATE_STANDS) - begins, window, style) +
    paragraph(style, run(isPrivate, { size: privateSize, bold: true }), window + exact(privateLine, after)) +
    paragraph(style, linesOf(address, size), window + exact(Math.round(lineOf(size) * TWENTY), 0) + indent)
  );
}

/** Lines of one whole, as one paragraph. */
const linesOf = (texts: readonly string[], size: number): string =>
  texts.map((text) => run(text, { size })).join(BREAK);

/** How far below lines of the letterhead's own the letter begins, so that none of it stands between them and the window. */
export const belowLinesAbove = ({ hasLinesAbove, top }: Page): number =>
  hasLinesAbove ? Math.max(0, twips(EVER_SHOWN.top) - top) : 0;

const exact = (line: number, after: number): string =>
  `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`;

const gapOf = (height: number, frame: string, style: string): string =>
  height <= 0 ? '' : paragraph(style, '', frame + exact(height, 0));

/** What of the sender the letterhead does not say already. An address is there if its postcode, or all of it, is. */
function linesNotIn(says: string, { names, address, reach }: Sender): string[] {
  const isSaid = (line: string): boolean => {
    const digits = /\d[\d ]{6,}\d/.exec(line)?.[0];
    return says.includes(plain(digits ?? line));
  };
  const postcode = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i.exec(address.join(' '))?.[0];
  const hasAddress = postcode === undefined ? address.every(isSaid) : says.includes(plain(postcode));
  return [
    ...names.filter((line) => !isSaid(line)),
    ...(hasAddress ? [] : address),
    ...reach.filter((line) => !isSaid(line)),
  ];
}

/** A text as letters and figures alone, to find it however it is spaced. */
export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}@]/gu, '');
