/**
 * The documents are tests: each example in a `console` block is run, in order, and what it prints
 * is compared. UPDATE_DOCS=1 writes what they print now; read the difference.
 *
 * A comment `<!-- run: today=2026-03-30 demo -->` above a block sets the day, or a demo database; `files=NAME` puts
 * what is in `docs/examples/NAME` into the folder in which the examples run.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS, SPECS } from '../src/command-table/index';
import { folder, irotool, words } from './support/harness';

const ROOT = join(__dirname, '..');
const FILES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => join('docs', file))].filter(
  (file) => file.endsWith('.md'),
);
const BLOCK = /(?:<!-- run: ([^>]*?) -->\n+)?```console\n([\s\S]*?)```/g;

/** One document's examples run on one database of their own, in a folder of their own. */
class Stage {
  private readonly home = folder();
  private readonly databases = new Map<string, string>();

  async run(line: string, settings: ReadonlySet<string>): Promise<string> {
    const today = [...settings].find((setting) => setting.startsWith('today='))?.slice(6) ?? '2026-03-30';
    const files = [...settings].find((setting) => setting.startsWith('files='))?.slice(6);
    if (files !== undefined) cpSync(join(ROOT, 'docs', 'examples', files), this.home, { recursive: true });
    const db = await this.database(settings.has('demo') ? 'demo' : 'unit', line, today);
    const typed = words(line.replace(/^\$ irotool /, '').replace(/\s+(\||#).*$/, ''));
    const { out, err, code } = await irotool([...typed, '--db', db], {
      cwd: this.home,
      now: Date.parse(`${today}T12:00:00Z`),
    });
    if (code === 70 || code === 2) throw new Error(`${line}: exit ${code}: ${err}`);
    // A check that found something ends with 1, and what it found is what it prints.
    return (code === 0 || out !== '' ? out : err).replaceAll(this.home, '~');
  }

  private async database(name: string, line: string, today: string): Promise<string> {
    const known = this.databases.get(name);
    if (known) return known;
    const file = join(this.home, name === 'demo' ? 'demo.db' : 'irotool.db');
    this.databases.set(name, file);
    const make =
      name === 'demo'
        ? ['demo', '--children', '120']
        : ['init', '--council', 'Testshire', '--pack', 'york', '--yes'];
    if (name === 'demo' || !line.startsWith('$ irotool init')) {
      const made = await irotool([...make, '--db', file, '--today', today]);
      if (made.code !== 0) throw new Error(made.err);
    }
    return file;
  }
}

async function rewritten(text: string): Promise<string> {
  const stage = new Stage();
  let result = '';
  let from = 0;
  for (const match of text.matchAll(BLOCK)) {
    const settings = new Set((match[1] ?? '').split(/\s+/).filter(Boolean));
    const commands = match[2]!.split('\n').filter((line) => line.startsWith('$ '));
    let body = '';
    for (const command of commands) {
      const out = await stage.run(command, settings);
      // An answer, then room before the next command.
      body += `${body === '' ? '' : '\n'}${command}\n${out}`;
    }
    const start = match.index + match[0].indexOf('```console\n') + '```console\n'.length;
    result += `${text.slice(from, start)}${body}`;
    from = start + match[2]!.length;
  }
  return result + text.slice(from);
}

describe.each(FILES)('%s', (file) => {
  test('every example prints what it says', async () => {
    const path = join(ROOT, file);
    const text = readFileSync(path, 'utf8');
    const now = await rewritten(text);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, now);
    else expect(now).toBe(text);
  });

  test('every link to a file leads somewhere', () => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect(existsSync(join(ROOT, file, '..', target!)), `${file}: ${target}`).toBe(true);
    }
  });
});

describe('every command', () => {
  const all = FILES.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');

  test.each(SPECS.map((spec) => spec.name.replace(/ [<[].*$/, '')))('%s is described', (name) => {
    expect(all).toContain(`irotool ${name}`);
  });

  test('every global option is described', () => {
    for (const [flags] of GLOBAL_OPTIONS) expect(all).toContain(flags.split(' ')[0]);
  });
});
