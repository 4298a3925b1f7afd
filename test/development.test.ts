/** docs/development.md is for whoever has never seen the code: what it names is there, and what it quotes is so. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs', 'development.md'), 'utf8');

/** Paths in it, from the top of the project or from src/. What is made by the build is not there in a checkout. */
const PATHS = [
  ...new Set([...text.matchAll(/`([\w-]+\/[\w./-]*)`/g)].map(([, path]) => path!.replace(/\/$/, ''))),
].filter((path) => !path.startsWith('dist'));

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

  it('quotes something for each thing that can be added', () => {
    expect(QUOTED.map(([file]) => file).length).toBeGreaterThanOrEqual(6);
  });

  it.each(QUOTED)('quotes %s as it is', (file, lines) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(lines);
  });
});
