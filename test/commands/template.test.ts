import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, irotool } from '../support/harness';
import { plannedUnit } from '../support/letters';
import { flat } from '../support/said';

const NAME = 'invitation-teacher';

/** A folder where a database would be: none of this needs one. */
function council(): { db: string; own: string; run: (line: string) => ReturnType<typeof irotool> } {
  const home = folder();
  const db = join(home, 'unit.db');
  const own = join(home, 'templates', `${NAME}.md.hbs`);
  return { db, own, run: (line) => irotool([...line.split(' '), '--db', db], { cwd: home }) };
}

describe('template', () => {
  it('lists every template, and needs no database', async () => {
    const { db, run } = council();
    const { templates } = JSON.parse((await run('template list --json')).out) as {
      templates: { name: string; own: boolean; version: number }[];
    };
    expect(templates.length).toBeGreaterThan(40);
    expect(templates.some(({ own }) => own)).toBe(false);
    expect((await run('template list')).out).toContain(NAME);
    expect(existsSync(db)).toBe(false);
  });

  it('shows one as it is written, with its fields', async () => {
    const { run } = council();
    const { out, err } = await run(`template show ${NAME}`);
    expect(out).toContain('roles: [teacher]');
    expect(out).toMatch(/FIELDS\n[\s\S]* review\.time +needed +the time of the meeting/);
    expect(err).toContain(`${NAME}.md.hbs`);
    const { fields } = JSON.parse((await run(`template show ${NAME} --json`)).out) as {
      fields: { field: string; needed: boolean; supplied: string }[];
    };
    expect(fields.find(({ field }) => field === 'review.venue')).toMatchObject({
      needed: true,
      supplied: expect.stringContaining('--venue'),
    });
    const unknown = await run('template show invitation-techer');
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringContaining('Did you mean "invitation-teacher"?'),
    ]);
  });

  it('copies one for the council to change, which then takes its place', async () => {
    const { run, db } = await plannedUnit();
    const { code, out } = await run(`template copy ${NAME}`);
    const own = join(dirname(db), 'templates', `${NAME}.md.hbs`);
    expect([code, out]).toEqual([0, `${own}\n`]);
    expect(readFileSync(own, 'utf8')).toMatch(
      /^---\n# copied from the shipped version \d+, sha256 [0-9a-f]{64}\n/,
    );
    const list = await run('template list');
    expect(list.out).toContain(`${NAME} * `);
    expect(list.out + list.err).toContain('* the council’s own\n');
    writeFileSync(
      own,
      readFileSync(own, 'utf8').replace(/\n---\n[\s\S]*$/, '\n---\nCome on {{review.date}}.\n'),
    );
    const letter = await run(`letter ${NAME} K1 --format txt --out -`);
    expect(letter.out).toContain('Come on Friday 27 March 2026.');
  });

  it('does not write over the council’s own unless that is asked for', async () => {
    const { run, own } = council();
    await run(`template copy ${NAME}`);
    const copied = readFileSync(own, 'utf8');
    writeFileSync(own, copied.replace('for:', 'for: our'));
    const mine = readFileSync(own, 'utf8');
    const { code, err } = await run(`template copy ${NAME}`);
    expect(code).toBe(1);
    expect(err).toContain(`The council has its own ${NAME} already`);
    expect(readFileSync(own, 'utf8')).toBe(mine);
    expect((await run(`template copy ${NAME} --force`)).code).toBe(0);
    expect(readFileSync(own, 'utf8')).toBe(copied);
  });

  it('copies only what is shipped', async () => {
    const { run, own } = council();
    mkdirSync(dirname(own));
    writeFileSync(
      join(dirname(own), 'our-note.md.hbs'),
      '---\ntitle: A note\nfor: carer\nreader: family\nroles: [carer]\nkind: notice\nneeds: []\nversion: 1\n---\nHello.\n',
    );
    const { code, err } = await run('template copy our-note');
    expect([code, err]).toEqual([1, expect.stringContaining('none of that name is shipped')]);
    expect((await run('template copy nothing-like-it')).code).toBe(1);
    expect(readdirSync(dirname(own))).toEqual(['our-note.md.hbs']);
  });
});

describe('template check', () => {
  it('finds no fault in those shipped', async () => {
    const { run } = council();
    const { code, out } = await run('template check');
    expect(out).toMatch(/^\d+ templates, no faults\n$/);
    expect(code).toBe(0);
    expect((await run(`template check ${NAME}`)).out).toBe('1 template, no faults\n');
  });

  it('says where each fault of a changed one is', async () => {
    const { run, own } = council();
    await run(`template copy ${NAME}`);
    writeFileSync(own, `${readFileSync(own, 'utf8')}\n{{#if review.link}}{{review.venu}}{{/if}}\n`);
    const line = readFileSync(own, 'utf8').trimEnd().split('\n').length;
    const { code, out } = await run(`template check ${NAME}`);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `^templates/${NAME}\\.md\\.hbs:${line}:\\d+: .*review\\.venu.*review\\.venue.*\\n1 template, 1 fault\\n$`,
      ),
    );
    const { faults } = JSON.parse((await run(`template check ${NAME} --json`)).out);
    expect(faults).toMatchObject([{ name: NAME, line }]);
    expect((await run('template check')).code).toBe(1);
  });

  it('says what is wrong with one whose front matter cannot be read, and lets the others be used', async () => {
    const { run, own } = council();
    await run(`template copy ${NAME}`);
    writeFileSync(own, 'Dear teacher\n');
    const checked = await run('template check');
    expect(checked.code).toBe(1);
    expect(checked.out).toContain(`templates/${NAME}.md.hbs:1:1: a template begins with its front matter`);
    expect(checked.out).toContain('1 fault');
    expect((await run(`template check ${NAME}`)).out).toContain('1 template, 1 fault');
    expect(JSON.parse((await run(`template check ${NAME} --json`)).out)).toMatchObject({
      checked: 1,
      faults: [{ name: NAME, line: 1, column: 1 }],
    });
    for (const line of ['letter list', 'template list']) {
      const { code, out, err } = await run(line);
      expect(code).toBe(0);
      expect(out).toContain('invitation-parent');
      expect(out).not.toContain(NAME);
      expect(flat(err)).toContain(`To see why: irotool template check ${NAME}`);
    }
    const shown = await run(`template show ${NAME}`);
    expect(shown.code).toBe(1);
    expect(shown.err).toContain(
      `Mend it, or begin again from the shipped one: irotool template copy ${NAME} --force`,
    );
    expect((await run(`template copy ${NAME} --force`)).code).toBe(0);
    expect((await run('template check')).code).toBe(0);
  });

  it('stops a pack, and no other letter, if one of the council’s own cannot be read', async () => {
    const { run, db } = await plannedUnit();
    mkdirSync(join(dirname(db), 'templates'), { recursive: true });
    writeFileSync(join(dirname(db), 'templates', `${NAME}.md.hbs`), 'Dear teacher');
    const cwd = folder();
    const stopped = await run('letter pack K1', { cwd });
    expect(stopped.code).toBe(1);
    expect(stopped.err).toContain('a template begins with its front matter');
    expect(readdirSync(cwd)).toEqual([]);
    expect((await run('letter invitation-child K1', { cwd })).code).toBe(0);
    expect((await run(`letter ${NAME} K1`, { cwd })).code).toBe(1);
  });

  it('says so if the letterhead cannot be read', async () => {
    const { run, db } = await plannedUnit();
    mkdirSync(join(dirname(db), 'letterhead.docx'));
    const { code, err } = await run('letter invitation-child K1', { cwd: folder() });
    expect(code).toBe(1);
    expect(err).toContain('letterhead.docx is a folder, and a file is wanted. Mend it, or take it away');
  });

  it('points out a copy of one that has changed since', async () => {
    const { run, own } = council();
    await run(`template copy ${NAME}`);
    expect((await run('template check')).out).not.toContain('has changed since');
    // As though the shipped one had been another when it was copied.
    writeFileSync(own, readFileSync(own, 'utf8').replace(/sha256 [0-9a-f]{4}/, 'sha256 0000'));
    const { code, out } = await run('template check');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `${NAME}: the shipped one has changed since it was copied.`,
    );
    expect((await run('template list')).out.replaceAll(/\s+/g, ' ')).toContain(
      'the shipped one has changed since',
    );
  });

  it('points it out if a letter is made of it', async () => {
    const { run, db } = await plannedUnit();
    await run(`template copy ${NAME}`);
    const line = `letter ${NAME} K1 --force`;
    expect((await run(line, { cwd: folder() })).err).not.toContain('changed since');
    const own = join(dirname(db), 'templates', `${NAME}.md.hbs`);
    writeFileSync(own, readFileSync(own, 'utf8').replace(/sha256 [0-9a-f]{4}/, 'sha256 0000'));
    for (const each of [line, 'letter pack K1 --format txt']) {
      const { code, err } = await run(each, { cwd: folder() });
      expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
        0,
        expect.stringContaining(`a shipped one that has changed since: irotool template check ${NAME}`),
      ]);
    }
  });
});
