import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readShelf } from '../../src/documents/template/shelf';
import { readTemplate } from '../../src/documents/template/template';
import { UserError } from '../../src/errors';
import { templateText } from '../support/templates';

const FILE = '/council/templates/invitation-child.md.hbs';

/** What is said of a template that cannot be read. */
function refusal(text: string): string {
  try {
    readTemplate(FILE, text);
  } catch (error) {
    if (error instanceof UserError) return error.message.replace('/council/templates/', '');
    throw error;
  }
  throw new Error('It was read.');
}

describe('the front matter', () => {
  it('is read whole', () => {
    const text = `---
title: Your review on {{review.date}}
for: child of 8 to 12
reader: child
roles: [child]
ages: 8-12
reviews: [looked-after, adoption]
kind: invitation
needs:
  - unit.name
  - review.date
rules: [invite]
version: 3
---

Come to your review.
`;
    const template = readTemplate(FILE, text);
    expect(template).toMatchObject({
      name: 'invitation-child',
      title: 'Your review on {{review.date}}',
      forWords: 'child of 8 to 12',
      reader: 'child',
      roles: ['child'],
      ages: { from: 8, to: 12 },
      reviews: ['looked-after', 'adoption'],
      kind: 'invitation',
      needs: ['unit.name', 'review.date'],
      rules: ['invite'],
      version: 3,
      bodyLine: 15,
      body: '\nCome to your review.\n',
    });
    expect(template.lines).toMatchObject({ title: 2, 'needs.0': 10, 'needs.1': 11 });
    expect(text.split('\n')[template.bodyLine]).toBe('Come to your review.');
  });

  it('may leave out roles, ages, reviews, needs and rules', () => {
    const text = '---\ntitle: A\nfor: B\nreader: unit\nkind: record\nversion: 1\n---\nC';
    expect(readTemplate(FILE, text)).toMatchObject({
      ...{ roles: [], ages: null, needs: [], rules: [], reviews: ['looked-after', 'adoption', 'exit'] },
    });
  });

  it('takes one age, and all of a beginning that an editor on Windows wrote', () => {
    const text = templateText('Hello.\n', { ages: '16' });
    const there = readTemplate(FILE, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(there.ages).toEqual({ from: 16, to: 16 });
    // The same text is the same template, whatever ends its lines.
    expect(there).toEqual(readTemplate(FILE, text));
    expect(there.hash).toMatch(/^[\da-f]{64}$/);
    expect(readTemplate(FILE, `${text} `).hash).not.toBe(there.hash);
  });

  it.each([
    [
      'an unknown key',
      { need: '[a]' },
      'invitation-child.md.hbs:8: there is no key "need". Did you mean "needs"?',
    ],
    [
      'an unknown role',
      { roles: '[child, carers]' },
      /^invitation-child\.md\.hbs:8: roles has no "carers"\. Did you mean "carer"\? It may be child, parent/,
    ],
    [
      'an unknown reader',
      { reader: 'children' },
      'invitation-child.md.hbs:4: reader is one of child, young-person, family, professional, unit; not "children"',
    ],
    [
      'an unknown kind',
      { kind: 'letter' },
      'invitation-child.md.hbs:5: kind is one of invitation, form, notice, reasons, record, after, tracked, determination, sheet; not "letter"',
    ],
    ['ages backwards', { ages: '12-8' }, 'invitation-child.md.hbs:8: ages is such as 8-12; not "12-8"'],
    ['a version in words', { version: 'two' }, 'invitation-child.md.hbs:7: version is a whole number from 1'],
    ['a need twice', { needs: '[today, today]' }, 'invitation-child.md.hbs:6: needs has "today" twice'],
    [
      'needs that are no list',
      { needs: 'today' },
      'invitation-child.md.hbs:6: needs is a list, such as [child, parent]',
    ],
    [
      'a title that is empty',
      { title: "''" },
      /:2: title is a text; where it begins with a field, put it in quotes/,
    ],
  ])('refuses %s with its line', (_, front, said) => {
    const message = refusal(templateText('Hello.\n', front));
    if (typeof said === 'string') expect(message).toBe(said);
    else expect(message).toMatch(said);
  });

  it('names a key that is missing, and a fault of the YAML itself', () => {
    expect(refusal('---\ntitle: A\nfor: B\nreader: unit\nversion: 1\n---\n')).toBe(
      'invitation-child.md.hbs:1: kind is missing',
    );
    expect(refusal('---\ntitle: A\ntitle: B\n---\n')).toMatch(
      /^invitation-child\.md\.hbs:3: "title" is given twice in one entry \(also on line 2\)/,
    );
    expect(refusal('---\n- a\n---\n')).toBe('invitation-child.md.hbs:1: its front matter has no keys');
  });

  it.each([['# No front matter'], ['---\ntitle: never ends\n'], ['\n---\ntitle: A\n---\n']])(
    'must begin the file and end: %j',
    (text) => {
      expect(refusal(text)).toBe(
        'invitation-child.md.hbs:1: a template begins with its front matter between two lines of ---',
      );
    },
  );
});

describe('the shelf', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const folderOf = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'irotool-shelf-'));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };
  const shipped = {
    'letters/invitation-child.md.hbs': templateText('Ours.\n'),
    'forms/consultation-child.md.hbs': templateText('A form.\n'),
    'records/record-full.md.hbs': templateText('A record.\n'),
    'partials/rights.hbs': 'Your rights.\r\n',
    'partials/contact.hbs': 'Ring us.\n',
    'pack/pack.yaml': 'name: no template',
  };

  it('holds what is shipped', () => {
    const shelf = readShelf(folderOf(shipped), null);
    expect([...shelf.templates.keys()]).toEqual(['invitation-child', 'consultation-child', 'record-full']);
    expect(shelf.partials.get('rights')).toBe('Your rights.\n');
    expect([...shelf.own]).toEqual([]);
  });

  it('puts the council’s own in their place, and keeps those shipped to compare', () => {
    const council = folderOf({
      'templates/invitation-child.md.hbs': templateText('Theirs.\n', { version: '2' }),
      'templates/our-own.md.hbs': templateText('New.\n'),
      'templates/partials/rights.hbs': 'Their rights.\n',
      'templates/notes.txt': 'not a template',
      'irotool.db': '',
    });
    const shelf = readShelf(folderOf(shipped), council);
    expect(shelf.templates.get('invitation-child')?.body).toBe('Theirs.\n');
    expect(shelf.templates.get('our-own')?.body).toBe('New.\n');
    expect(shelf.templates.size).toBe(4);
    expect(shelf.shipped.get('invitation-child')?.body).toBe('Ours.\n');
    expect(shelf.partials.get('rights')).toBe('Their rights.\n');
    expect(shelf.partials.get('contact')).toBe('Ring us.\n');
    expect([...shelf.own].sort()).toEqual(['invitation-child', 'our-own', 'partials/rights']);
  });

  it('is only what is shipped where the council has no folder of its own', () => {
    expect(readShelf(folderOf(shipped), folderOf({})).own.size).toBe(0);
  });

  it('keeps one of the council’s own that cannot be read by itself, and none in its place', () => {
    const council = folderOf({ 'templates/invitation-child.md.hbs': 'Dear Maya' });
    const shelf = readShelf(folderOf(shipped), council);
    expect(shelf.broken.get('invitation-child')?.message).toContain(
      `${join(council, 'templates', 'invitation-child.md.hbs')}:1: a template begins with its front matter`,
    );
    expect(shelf.templates.has('invitation-child')).toBe(false);
  });
});
