/** A document of the council's own: copied under a new name, in lists and packs by its front matter, tried out on invented children. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';
import { flat } from '../support/said';

const NEW = 'invitation-head-teacher';

/** A unit with a document of its own for teachers, which says so. */
async function withOwn() {
  const { run, db } = await plannedUnit();
  const copied = await run(`template copy invitation-teacher --as ${NEW}`);
  const file = join(dirname(db), 'templates', `${NEW}.md.hbs`);
  const text = readFileSync(file, 'utf8')
    .replace(/^for: .*$/m, 'for: a head teacher')
    .replace(
      /\n---\n[\s\S]*$/,
      '\n---\nCome on {{review.date}} at {{review.time}}, {{review.venue}}. {{iro.name}} {{child.name}}\n',
    );
  writeFileSync(file, text);
  return { run, db, file, copied };
}

describe('a document of the council’s own', () => {
  it('is copied under a new name, begins at version 1, and says what to do next', async () => {
    const { copied, file } = await withOwn();
    expect([copied.code, copied.out]).toEqual([0, `${file}\n`]);
    expect(flat(copied.err)).toContain('title, for, roles, ages, moment');
    expect(copied.err).toContain(`irotool template check ${NEW}`);
    expect(copied.err).toContain(`irotool template preview ${NEW}`);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^---\n# made from invitation-teacher, version \d+\n/);
    expect(text).toMatch(/^version: 1$/m);
  });

  it('is in the lists, and in the pack in the place of the shipped one for the same reader', async () => {
    const { run } = await withOwn();
    expect((await run('letter list')).out).toMatch(/^ *invitation-head-teacher \* +a head teacher/m);
    expect((await run('template list')).out).toContain(`${NEW} * `);
    const out = folder();
    expect((await run(`letter pack K1 --format txt --out ${out}`)).code).toBe(0);
    const files = readdirSync(out);
    expect(files.filter((name) => name.includes('teacher') && name.includes('invitation'))).toEqual([
      `K1-1-${NEW}-teacher.txt`,
    ]);
    expect(files.filter((name) => name.includes('invitation-teacher'))).toEqual([]);
    expect(readFileSync(join(out, `K1-1-${NEW}-teacher.txt`), 'utf8')).toContain(
      'Come on Friday 27 March 2026',
    );
    expect((await run('template check')).out).toContain('no faults');
  });

  it('takes no name that is shipped, taken or none, and writes nothing then', async () => {
    const { run, db } = await withOwn();
    const before = readdirSync(join(dirname(db), 'templates'));
    const said = async (name: string): Promise<string> =>
      (await run(['template', 'copy', 'invitation-teacher', '--as', name])).err;
    expect(await said('invitation-health')).toContain('invitation-health is shipped');
    expect(await said(NEW)).toContain(`The council has a document ${NEW} already`);
    for (const name of ['Our letter', '../escape', 'a/b', '-x', '']) {
      expect(await said(name)).toContain('--as is a name of small letters');
    }
    expect(readdirSync(join(dirname(db), 'templates'))).toEqual(before);
  });
});

describe('a preview', () => {
  it('makes a document of three invented children, and names the files', async () => {
    const { run } = await withOwn();
    const out = folder();
    const { code, out: said } = await run(`template preview ${NEW} --format txt --out ${out}`);
    expect(code).toBe(0);
    const names = ['short', 'usual', 'long'].map((amount) => `${NEW}-preview-${amount}.txt`);
    expect(said).toBe(names.map((name) => `${join(out, name)}\n`).join(''));
    expect(readdirSync(out).sort()).toEqual([...names].sort());
    expect(readFileSync(join(out, names[1]!), 'utf8')).toContain("Siân O'Brien");
    expect(readFileSync(join(out, names[2]!), 'utf8')).toContain('Wiśniewska-Featherstonehaugh');
    // Once more, and nothing is written over.
    expect((await run(`template preview ${NEW} --format txt --out ${out}`)).err).toContain('--force');
    expect((await run(`template preview ${NEW} --format txt --out ${out} --force`)).code).toBe(0);
  });

  it('greets a child by the first name, as a letter to the child does, and under 4 whoever looks after them', async () => {
    const { run } = await plannedUnit();
    const out = folder();
    for (const name of ['invitation-child', 'invitation-child-under-4']) {
      expect((await run(`template preview ${name} --format txt --out ${out}`)).code).toBe(0);
    }
    const read = (name: string): string => readFileSync(join(out, `${name}-preview-usual.txt`), 'utf8');
    expect(read('invitation-child')).toMatch(/^Dear Siân$/m);
    expect(read('invitation-child-under-4')).toMatch(/^To whoever looks after Siân$/m);
    expect(read('invitation-child-under-4')).toMatch(/^Whoever looks after Siân O'Brien$/m);
  });

  it('can be made of every template there is, without a database', { timeout: 60_000 }, async () => {
    const { run } = await plannedUnit();
    const { templates } = JSON.parse((await run('template list --json')).out) as {
      templates: { name: string }[];
    };
    for (const { name } of templates) {
      const { code, err } = await run(`template preview ${name} --format txt --out ${folder()}`);
      expect([name, code, code === 0 ? '' : err]).toEqual([name, 0, '']);
    }
  });

  it('is no e-mail, and is opened on a terminal alone', async () => {
    const { run } = await withOwn();
    expect((await run(`template preview ${NEW} --format eml`)).err).toContain('A preview is no e-mail');
    expect((await run(`template preview ${NEW} --open --no-input`)).err).toContain(
      '--open is for a terminal.',
    );
  });
});
