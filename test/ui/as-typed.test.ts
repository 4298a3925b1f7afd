/** A printed command takes any word back as it was: read by a real shell, and by the tray. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asTypedFor, quotedFor, wordsTyped } from '../../src/core/as-typed';

const NAMES = ['annual.docx', '/home/kim/annual-2026.docx', 'Our report.docx', 'C:\\Reviews\\a b.docx'];

/** Words that a shell would read. */
const READ = [
  ...['a $HOME.docx', 'Kim’s "own"!.docx', "O'Neill `x` $1.docx", 'a&b;(c).docx', '~kim', '*', '', '#9'],
  ...[
    '"',
    "'",
    "''",
    '$',
    '\\',
    'a\\\\b',
    'ends with \\',
    'School "A" for $5, or O’Brien’s',
    '-',
    'venue="a b"',
  ],
];

describe('a shell', () => {
  it.each([...NAMES, ...READ])('takes %j as the word that it is', (word) => {
    for (const typed of [asTypedFor(word), quotedFor(word)]) {
      expect(execFileSync('sh', ['-c', `printf '<%s>' ${typed}`], { encoding: 'utf8' })).toBe(`<${word}>`);
    }
  });

  it('is given no quotation marks that it does not need', () => {
    expect(NAMES.map((name) => asTypedFor(name))).toEqual([
      ...NAMES.slice(0, 2),
      '"Our report.docx"',
      '"C:\\Reviews\\a b.docx"',
    ]);
  });
});

describe('PowerShell', () => {
  it('is given single quotation marks round what it would read, doubled within', () => {
    const typed = (word: string): string => asTypedFor(word, 'powershell');
    expect(typed('C:\\Reviews')).toBe('C:\\Reviews');
    expect(typed('C:\\Reviews\\a b')).toBe('"C:\\Reviews\\a b"');
    expect(typed('O’Brien')).toBe('"O’Brien"');
    expect(typed('O’Brien’s "own" for $5')).toBe(`'O’’Brien’’s "own" for $5'`);
    expect(typed('health,education')).toBe('"health,education"');
  });
});

describe('the tray', () => {
  it.each(['sh', 'powershell'] as const)(
    'parts a command as %s does, into the words it was made of',
    (shell) => {
      const made = [...NAMES, ...READ];
      const typed = made.map((word) => asTypedFor(word, shell)).join(' ');
      expect(wordsTyped(`irotool ${typed}`, shell).map(({ word }) => word)).toEqual(made);
    },
  );

  it('takes a part of a word in quotation marks, and an apostrophe within a word as one', () => {
    const words = (line: string): string[] => wordsTyped(line).map(({ word }) => word);
    expect(words('irotool record K1 x venue="Town Hall"')).toEqual(['record', 'K1', 'x', 'venue=Town Hall']);
    expect(words("irotool find o'brien d'arcy")).toEqual(['find', "o'brien", "d'arcy"]);
    expect(words("irotool find 'Ann Lee'")).toEqual(['find', 'Ann Lee']);
  });
});
