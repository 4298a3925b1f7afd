/** A reader of proofs: every document of the story's month, in the words in which it is kept, for what nobody should find in a letter. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { INVENTED } from '../../src/documents/invented/children';
import { inventedData } from '../../src/documents/invented/data';
import { textsOf } from '../../src/documents/model-texts';
import { proofsOf } from '../../src/documents/template/proofs';
import { readShelf } from '../../src/documents/template/shelf';

const KEPT = join(import.meta.dirname, '..', 'golden', 'letters');
const NAMES = readdirSync(KEPT).filter((file) => file.endsWith('.html'));

/** A piece of a page as it is read: what it is, and its words. */
interface Piece {
  readonly is: 'h1' | 'h2' | 'h3' | 'p' | 'li' | 'td' | 'th' | 'idea';
  readonly html: string;
  readonly words: string;
}

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<br>\n?/g, '\n')
    .replaceAll(/<input type="checkbox">/g, '☐')
    .replaceAll(/<(?:textarea|input)[^>]*>|<span class="(?:line|space|said)"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:#39|quot|amp|lt|gt);/g, (sign) => SIGNS[sign]!);
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&#39;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' },
};

function piecesOf(file: string): Piece[] {
  const page = /<main>(.*)<\/main>/s.exec(readFileSync(join(KEPT, file), 'utf8'))![1]!;
  const main = page.replaceAll(
    /<div class="idea(?: lead)?"><svg.*?<\/svg><p>(.*?)<\/p><\/div>/gs,
    '<idea>$1',
  );
  return [
    ...main.matchAll(
      /<(h1|h2|h3|p|li|td|th|idea)\b[^>]*>(.*?)(?=<\/?(?:h1|h2|h3|p|li|ul|ol|td|th|tr|table|main|section|div|idea)\b)/gs,
    ),
  ].map(([, is, html]) => ({ is: is as Piece['is'], html: html!, words: wordsOf(html!).trim() }));
}

/** The body: below the title, above the close. */
function bodyOf(file: string): Piece[] {
  const pieces = piecesOf(file);
  const from = pieces.findIndex(({ is }) => is === 'h1');
  const to = pieces.findIndex(({ words }) => /^(?:Yours sincerely|With best wishes)$/.test(words));
  return pieces.slice(from + 1, to < 0 ? undefined : to);
}

const isLetter = (file: string): boolean =>
  piecesOf(file).some(({ words }) => /^(?:Dear|To whoever) /.test(words));
const found = (file: string, pieces: readonly Piece[], wrong: (piece: Piece) => boolean): string[] =>
  pieces.filter(wrong).map(({ words }) => `${file}: ${words}`);
const everywhere = (wrong: (piece: Piece) => boolean): string[] =>
  NAMES.flatMap((file) => found(file, bodyOf(file), wrong));

/** Said of what is being read: a label with its value, such as a date. */
const isLabelled = ({ html }: Piece): boolean => /^<strong>[^<]*:<\/strong>/.test(html.trim());
const isToFill = ({ words, html }: Piece): boolean =>
  /☐|checkbox|textarea/.test(words + html) || words === '';

describe('every document of the month', () => {
  it('is read: there are more than a hundred', () => {
    expect(NAMES.length).toBeGreaterThan(110);
    for (const file of NAMES) expect([file, bodyOf(file).length > 3]).toEqual([file, true]);
  });

  it('ends each paragraph of a letter with a full stop, a question mark, or the colon of what it announces', () => {
    const letters = NAMES.filter(isLetter);
    expect(
      letters.flatMap((file) =>
        found(
          file,
          bodyOf(file).filter(({ is }) => is === 'p'),
          (piece) =>
            !isLabelled(piece) && !/[.?:]["”’)]?$/.test(piece.words) && !/https?:|@\S+$/.test(piece.words),
        ),
      ),
    ).toEqual([]);
  });

  it('has nothing in it that `template check` finds in a template: signs, spaces, words twice, one and several', () => {
    const wrong = NAMES.flatMap((file) =>
      bodyOf(file).flatMap(({ words }) =>
        words
          .split('\n')
          .flatMap((line) => proofsOf(line).map(({ message }) => `${file}: ${message}: ${line}`)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('ends all entries of a list alike', () => {
    const uneven = NAMES.flatMap((file) => {
      const lists = readFileSync(join(KEPT, file), 'utf8').match(/<[uo]l[^>]*>.*?<\/[uo]l>/gs) ?? [];
      return lists.flatMap((list) => {
        const entries = [...list.matchAll(/<li>(.*?)<\/li>/gs)]
          .map(([, html]) => ({ is: 'li' as const, html: html!, words: wordsOf(html!).trim() }))
          .filter((entry) => !isLabelled(entry) && !isToFill(entry) && !/\n|@/.test(entry.words));
        const ends = new Set(entries.map(({ words }) => /[.?!]["”’)]?$/.test(words)));
        return ends.size > 1 ? [`${file}: ${entries.map(({ words }) => words).join(' | ')}`] : [];
      });
    });
    expect(uneven).toEqual([]);
  });

  it('has the article before the name of the unit within a sentence', () => {
    expect(
      everywhere(({ words }) =>
        /\b(?:to|of|at|from|with|by|for) (?:Independent )?Reviewing Unit\b/.test(words),
      ),
    ).toEqual([]);
  });

  it('goes on small after a colon in a sentence, unless with a name', () => {
    const isName = (words: string): boolean =>
      /^(?:\p{Lu}[\p{L}’'-]* \p{Lu}|The IRO|IRO|Cafcass)/u.test(words);
    const wrong =
      (whole: string) =>
      ({ is, words, html }: Piece): boolean =>
        (is === 'p' || is === 'li') &&
        !/<strong>[^<]*:<\/strong>/.test(html) &&
        [...words.matchAll(/(\S+): (\p{Lu}[\p{L}’'-]*)([^.]*)/gu)].some(
          ([, before = '', first = '', after = '']) =>
            !/^(?:Reference|contact|it|when|out|recorded|Answer)$/i.test(before) &&
            !isName(first + after) &&
            // A name stands elsewhere in the middle of a sentence.
            !new RegExp(`\\p{Ll} ${first}(?!\\p{L})`, 'u').test(whole),
        );
    expect(
      NAMES.flatMap((file) => {
        const whole = bodyOf(file)
          .map(({ words }) => words)
          .join('\n');
        return found(file, bodyOf(file), wrong(whole));
      }),
    ).toEqual([]);
  });

  it('has no hole', () => {
    expect(everywhere(({ words }) => /undefined|null|NaN|\[object|\{\{|“”/.test(words))).toEqual([]);
  });

  it('names nobody to themselves', () => {
    const named = NAMES.flatMap((file) => {
      const page = readFileSync(join(KEPT, file), 'utf8');
      const line = /<p class="to[^"]*">(.*?)<(?:br|\/p)>/s.exec(page)?.[1] ?? '';
      const to = wordsOf(line)
        .trim()
        .replace(/^(?:Mrs?|Ms|Miss|Dr) /, '');
      return to === '' || !isLetter(file) ? [] : found(file, bodyOf(file), ({ words }) => words.includes(to));
    });
    expect(named).toEqual([]);
  });

  it('has something below every heading', () => {
    const bare = NAMES.flatMap((file) => {
      const main = /<main>(.*)<\/main>/s.exec(readFileSync(join(KEPT, file), 'utf8'))![1]!;
      return [
        ...main.matchAll(
          /<h([23])[^>]*>([^<]*)<\/h\1>\s*(?:<h([123])|$|<p>(?:Yours sincerely|With best wishes))/g,
        ),
      ]
        .filter(([, level, , next]) => next === undefined || Number(next) <= Number(level))
        .map(([, , words]) => `${file}: ${words}`);
    });
    expect(bare).toEqual([]);
  });
});

describe('every template filled for three invented children', () => {
  it('reads as English does', () => {
    const shelf = readShelf('templates', null);
    const said = [...shelf.templates.values()].flatMap((template) =>
      INVENTED.flatMap((child) =>
        textsOf(fill(template, inventedData(template, shelf, child), shelf)).flatMap((text) =>
          proofsOf(text).map(({ message }) => `${template.name}, ${child.amount}: ${message}: ${text}`),
        ),
      ),
    );
    expect(said).toEqual([]);
  });
});
