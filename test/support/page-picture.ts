/** A picture (SVG) of a printed page: its words where they stand, and the lines drawn across it. */
import type { Placed } from './printed-page';

const [WIDE, HIGH] = [210, 297];
/** Words further apart than this, in millimetres, are not of one stretch. */
const GAP = 4;
/** Of the height that a word takes, how much its letters are. */
const LETTERS = 0.87;

/** Draws the words of a page and the lines at these heights. `title` says what it shows, for whoever does not see it. */
export function pagePicture(words: readonly Placed[], lines: readonly number[], title: string): string {
  const texts = stretches(words).map(({ text, left, right, top, bottom }) => {
    const size = (bottom - top) * LETTERS;
    const at = `x="${left.toFixed(1)}" y="${(top + size * 0.95).toFixed(1)}"`;
    return `<text ${at} font-size="${size.toFixed(1)}" textLength="${(right - left).toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
  });
  const drawn = lines.map((y) => `<path d="M20 ${y.toFixed(1)}H190"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594" viewBox="0 0 ${WIDE} ${HIGH}" role="img">
<title>${escaped(title)}</title>
<style>rect { fill: #fff; stroke: #b1b4b6 } text { font-family: Arial, "Liberation Sans", sans-serif; fill: #0b0c0c; white-space: pre } path { stroke: #505a5f; stroke-width: 0.3 }</style>
<rect x="0.25" y="0.25" width="${WIDE - 0.5}" height="${HIGH - 0.5}"/>
${[...drawn, ...texts].join('\n')}
</svg>
`;
}

/** The words of a picture, in their order. */
export const wordsOfPicture = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].flatMap(([, text]) => text!.split(' '));

/** Neighbours of one line as one. */
function stretches(words: readonly Placed[]): Placed[] {
  const all: Placed[] = [];
  for (const word of words) {
    const last = all.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(last.top - word.top) < 0.3 &&
      Math.abs(last.bottom - word.bottom) < 0.3 &&
      word.left >= last.right - 0.5 &&
      word.left - last.right < GAP;
    if (isNext) all[all.length - 1] = { ...last, text: `${last.text} ${word.text}`, right: word.right };
    else all.push(word);
  }
  return all;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
