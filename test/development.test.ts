/** docs/development.md is for whoever has never seen the code: what it names is there, and what it quotes is so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs', 'development.md'), 'utf8');

/** Paths in it, from the top of the project or from src/. What is made by the build is not there in a checkout. */
const PATHS = [
  ...new Set([...text.matchAll(/`([\w-]+\/[\w./-]*)`/g)].map(([, path]) => path!.replace(/\/$/, ''))),
].filter((path) => !path.startsWith('dist'));

/** What it calls by a name of the code: `askText`, `Shown`, `TELLING_APART`, `Talk.turn`. */
const NAMES = [
  ...new Set(
    [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([A-Za-z]\w*(?:\.\w+)?)(?:\(.*?\))?`/g)]
      .flatMap(([, name]) => (name!.endsWith('.md') ? [] : name!.split('.')))
      .filter((name) => /[a-z][A-Z]|^[A-Z]\w{3,}$/.test(name)),
  ),
];

/** All of the code, in one text. */
const CODE = ['src', 'scripts', 'test']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.m?ts$|\.mjs$/.test(file) && !file.includes('development.test'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  )
  .join('\n');

/** What it quotes: the file named in the first line, and the lines. */
const QUOTED = [...text.matchAll(/```(?:ts|yaml)\n(?:\/\/|#) (\S+)\n([\s\S]*?)```/g)].map(
  ([, file, lines]) => [file!, lines!] as const,
);

describe('docs/development.md', () => {
  it('names files and folders that are there', () => {
    expect(PATHS.length).toBeGreaterThan(60);
    const missing = PATHS.filter(
      (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'src', path)),
    );
    expect(missing).toEqual([]);
  });

  it('names a file with its folder, for many are called alike', () => {
    const bare = [...text.matchAll(/`([\w-]+\.ts)`/g)].map(([, file]) => file!);
    expect(bare.filter((file) => !existsSync(join(ROOT, 'src', file)))).toEqual([]);
  });

  it('has every folder of src in its rooms, and every room of what is recorded, shown and worked out', () => {
    const table = text.slice(text.indexOf('## The rooms'), text.indexOf('## The way of one fact'));
    const folders = (path: string): string[] =>
      readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      );
    const missing = [
      ...folders('src').filter((name) => !table.includes(`src/${name}/`)),
      ...folders('src/core').filter((name) => !table.includes(`core/${name}/`)),
      ...['recording', 'screens'].flatMap((room) => {
        const row = table.split('\n').find((line) => line.startsWith(`| \`src/${room}/\``))!;
        return folders(`src/${room}`).flatMap((name) =>
          new RegExp(`[\`/]${name}[\`/]`).test(row) ? [] : [`${room}/${name}`],
        );
      }),
    ];
    expect(missing).toEqual([]);
  });

  it('names functions, types and lists that are there', () => {
    expect(NAMES.length).toBeGreaterThan(40);
    expect(NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(CODE))).toEqual([]);
  });

  it('quotes something for each thing that can be added', () => {
    expect(QUOTED.map(([file]) => file).length).toBeGreaterThanOrEqual(6);
  });

  it.each(QUOTED)('quotes %s as it is', (file, lines) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(lines);
  });
});
