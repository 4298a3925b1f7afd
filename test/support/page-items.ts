/** What stands on the pages of a PDF from top to bottom: lines of words, and lines drawn across to write on or around a table. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Placed, placedWords } from './printed-page';

export interface Item {
  readonly kind: 'words' | 'drawn';
  readonly text: string;
  readonly top: number;
}

const DOTS = 60;
const MILLIMETRES = 25.4 / DOTS;
/** What stands lower is the foot of the page. */
const FOOT = 279;

/** The items of each page; not its foot. */
export function itemsOn(pdf: string): Item[][] {
  const pages = placedWords(pdf);
  const drawn = drawnLines(pdf);
  return pages.map((words, at) =>
    [...linesOf(words), ...(drawn[at] ?? []).map((top): Item => ({ kind: 'drawn', text: '', top }))]
      .filter(({ top }) => top < FOOT)
      .sort((one, other) => one.top - other.top),
  );
}

/** Words of one height, as a line. */
function linesOf(words: readonly Placed[]): Item[] {
  const lines: { top: number; words: Placed[] }[] = [];
  for (const word of [...words].sort((one, other) => one.bottom - other.bottom)) {
    const last = lines.at(-1);
    if (last && word.bottom - last.top < 1.5) last.words.push(word);
    else lines.push({ top: word.bottom, words: [word] });
  }
  return lines.map(({ top, words: all }) => {
    const text = all
      .sort((one, other) => one.left - other.left)
      .map((word) => word.text)
      .join(' ');
    return { kind: /^[_ ]+$/.test(text) ? 'drawn' : 'words', top, text };
  });
}

/** How far down each page a line is drawn over at least half of its width. */
function drawnLines(pdf: string): number[][] {
  const name = pdf.replace(/\.pdf$/, '-page');
  execFileSync('pdftoppm', ['-r', String(DOTS), '-gray', pdf, name]);
  const pages = readdirSync(dirname(name)).filter((file) => file.startsWith(`${basename(name)}-`));
  return pages.sort().map((file) => darkRows(readFileSync(join(dirname(name), file))));
}

/** The rows of a picture (PGM) that are dark over half of the page at a stretch. */
function darkRows(picture: Buffer): number[] {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(picture.toString('latin1', 0, 40))!;
  const [across, down] = [Number(width), Number(height)];
  const rows: number[] = [];
  for (let row = 0; row < down; row++) {
    let [run, longest] = [0, 0];
    for (let at = 0; at < across; at++) {
      run = picture[head.length + row * across + at]! < 200 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest < across / 2) continue;
    // A thick line is one.
    if (rows.at(-1) !== row - 1) rows.push(row);
  }
  return rows.map((row) => row * MILLIMETRES);
}
