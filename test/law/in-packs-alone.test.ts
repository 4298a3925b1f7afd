/**
 * The law is in the packs: what commands, steps, screens and letters know of a duty they have from its rule. This
 * reads their source, and every template, for the ids of rules and for limits.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedLaw } from '../../src/law/shipped';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOMS = ['commands', 'command-table', 'steps', 'screens', 'letters', 'cases', 'reports', 'ui'].concat([
  ...['core/checks', 'core/reviews'],
]);

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(ROOT, folder, file));

/** The code of a file, without its comments. */
const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const CODE = ROOMS.flatMap((room) => filesIn(`src/${room}`, '.ts')).map((file) => ({
  file: relative(join(ROOT, 'src'), file).replaceAll('\\', '/'),
  text: codeOf(file),
}));
const TEMPLATES = filesIn('templates', '.hbs');

const IDS = new Set(shippedLaw().packs.flatMap(({ rules }) => rules.map(({ id }) => id)));
/** Documents, a setting, and the kinds of a matter or a case that are called as a rule is. */
const OTHERWISE_CALLED = new Set([
  ...TEMPLATES.map((file) => basename(file).split('.')[0]!),
  ...['midway-check', 'recommendation', 'dispute', 'documents', 'invite', 'pathway-review'],
]);

const NUMBER = `(?:\\d+|${'two three four five six seven eight nine ten eleven twelve fifteen twenty forty'.split(' ').join('|')})`;
const LIMIT = new RegExp(`\\b${NUMBER} working days?\\b`, 'gi');
/** What is no limit: how late something is, in bands and in examples, and a sum that is asked for. */
const NO_LIMITS: Readonly<Record<string, RegExp>> = {
  'reports/overdue/model.ts': / working days late/,
  'documents/template/field-list.ts': /by how much/,
};

const found = (pattern: RegExp): string[] =>
  CODE.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => line.search(pattern) >= 0 && !NO_LIMITS[file]?.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

describe('no rule is known by its id', () => {
  it('in a comparison, whatever else is called so', () => {
    const said = CODE.flatMap(({ file, text }) =>
      [...text.matchAll(/\bid\)? *[!=]==? *'([a-z-]+)'/g)]
        .filter(([, word]) => IDS.has(word!))
        .map(([all]) => `${file}: ${all}`),
    );
    expect(said).toEqual([]);
  });

  it('in a text of the code', () => {
    const said = CODE.flatMap(({ file, text }) =>
      [...text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)]
        .map(([, word]) => word!)
        .filter((word) => IDS.has(word) && !OTHERWISE_CALLED.has(word))
        .map((word) => `${file}: ${word}`),
    );
    expect(said).toEqual([]);
  });

  it('by how it begins', () => {
    const beginnings = new Set([...IDS].filter((id) => id.includes('-')).map((id) => `${id.split('-')[0]}-`));
    const said = CODE.flatMap(({ file, text }) =>
      [...text.matchAll(/\.startsWith\('([a-z]+-)'\)/g)]
        .filter(([, word]) => beginnings.has(word!))
        .map(([all]) => `${file}: ${all}`),
    );
    expect(said).toEqual([]);
  });
});

describe('no limit is known but from a rule', () => {
  it('as a number that days are counted by', () => {
    // One working day on or back is a step to the next, and no limit.
    expect(found(/addWorkingDays\([^()]*, *-?(?!1\))\d+\)/)).toEqual([]);
    expect(found(/\b(?:INVIT|NOTICE|DECISION|PAPERS|ANSWER|APPROVAL)[A-Z_]* = -?\d/)).toEqual([]);
  });

  it('in the words of the code', () => {
    expect(found(LIMIT)).toEqual([]);
  });

  it('in the words of a letter, a form or a record', () => {
    // Those of templates/pack show a council how to write rules of its own.
    const said = TEMPLATES.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(LIMIT)].map(([words]) => `${basename(file)}: ${words}`),
    );
    expect(said).toEqual([]);
  });

  it('and the reading finds what it looks for', () => {
    expect(IDS.has('review-first')).toBe(true);
    expect(CODE.length).toBeGreaterThan(150);
    expect('less than ten working days’ notice'.search(LIMIT)).toBeGreaterThan(0);
    expect(TEMPLATES.length).toBeGreaterThan(20);
  });
});
