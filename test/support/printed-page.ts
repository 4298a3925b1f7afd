/** Where each word stands on the pages of a PDF. */
import { execFileSync } from 'node:child_process';

/** A word and its edges, in millimetres from the left and the top of the page. */
export interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MILLIMETRE = 72 / 25.4;
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'" },
};

/** The words of each page of a PDF. */
export function placedWords(pdf: string): Placed[][] {
  const said = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return said
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        text: text!.replaceAll(/&(?:amp|lt|gt|quot|apos|#39);/g, (sign) => SIGNS[sign]!),
        left: Number(left) / MILLIMETRE,
        right: Number(right) / MILLIMETRE,
        top: Number(top) / MILLIMETRE,
        bottom: Number(bottom) / MILLIMETRE,
      })),
    );
}

/** The words of a page, as one line. */
export const pageWords = (page: readonly Placed[]): string => page.map(({ text }) => text).join(' ');
