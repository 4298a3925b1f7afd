/** What is recorded that a reader needs shapes their letter: large print, easy read, an interpreter. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';
import { folder, type Run } from '../support/harness';
import { plannedUnit } from '../support/letters';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

async function made(
  run: Run,
  line: string,
  format = 'txt',
): Promise<{ text: string; name: string; said: string }> {
  const out = folder();
  const { code, err } = await run(`letter ${line} --format ${format} --out ${out}`);
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  const [name = ''] = readdirSync(out);
  const bytes = readFileSync(join(out, name));
  if (format !== 'docx') return { text: bytes.toString('utf8'), name, said: flat(err) };
  const zip = await JSZip.loadAsync(bytes);
  // What is written, and in what style: the letter with its frames, its feet, its style sheet.
  const parts = zip.file(/^word\/(?:styles|document|footer\d*)\.xml$/);
  return {
    text: (await Promise.all(parts.map((part) => part.async('string')))).join(''),
    name,
    said: flat(err),
  };
}

/** The sizes of letters in a document, in points. */
const sizes = (styles: string): number[] =>
  [...styles.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, half]) => Number(half) / 2);

describe('large print', () => {
  it('is letters of at least 16 points in Word, and half as large again on a page, if it is typed', async () => {
    const { run } = await plannedUnit();
    const plain = await made(run, 'invitation-parent K1 --to mother', 'docx');
    expect(Math.min(...sizes(plain.text))).toBeLessThan(16);
    const large = await made(run, 'invitation-parent K1 --to mother --large-print', 'docx');
    // The unit's lines beside the window and the address in it have as much as there is room for.
    expect(Math.min(...sizes(large.text))).toBeGreaterThanOrEqual(12);
    expect(sizes(large.text).filter((size) => size < 16).length).toBeLessThan(3 * 6);
    const page = await made(run, 'invitation-parent K1 --to mother --large-print', 'html');
    expect(page.text).toContain('<html lang="en-GB" class="large">');
  });

  it('comes by itself for whoever it is recorded of, and for nobody else', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --needs "large print, and a room without steps"');
    expect((await made(run, 'invitation-parent K1 --to mother', 'html')).text).toContain('class="large"');
    expect((await made(run, 'invitation-parent K1 --to father', 'html')).text).not.toContain('class="large"');
    await run('child edit K1 --needs "Large-print letters"');
    expect((await made(run, 'invitation-child K1', 'html')).text).toContain('class="large"');
  });
});

describe('easy read', () => {
  it('is one idea a line, each with its picture, in Word and on the page', async () => {
    const { run } = await plannedUnit();
    const page = await made(run, 'invitation-parent K1 --to mother --easy-read', 'html');
    expect(page.name).toContain('invitation-parent-easy-read');
    const ideas = page.text.match(/<div class="idea"><svg/g) ?? [];
    expect(ideas.length).toBeGreaterThan(12);
    const { text } = await made(run, 'invitation-parent K1 --to mother --easy-read');
    const body = text.slice(text.indexOf('Dear '));
    const sentences = body.split('\n\n').flatMap((part) => flat(part).split(/(?<=[.?])\s/));
    expect(sentences.filter((each) => each.split(' ').length > 16 && !/@|Unit/.test(each))).toEqual([]);
  });

  it('comes by itself in a pack, for the invitation and for the decisions', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --needs "Easy read"');
    await run('child edit K1 --needs "easy-read, please"');
    const out = folder();
    await run(`letter pack K1 --format txt --out ${out}`);
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining([
        'K1-1-invitation-parent-easy-read-mother.txt',
        'K1-1-invitation-young-person-easy-read-child.txt',
        'K1-1-invitation-parent-father.txt',
      ]),
    );
    expect(readdirSync(out)).not.toContain('K1-1-invitation-parent-mother.txt');
    await run('review hold K1 --on 2026-03-27 --code PN1 --attended child,mother --yes --today 2026-03-27');
    const after = folder();
    await run(`letter pack K1 --moment decisions --format txt --out ${after} --today 2026-03-30`);
    expect(readdirSync(after)).toEqual(
      expect.arrayContaining([
        'K1-1-outcome-parent-easy-read-mother.txt',
        'K1-1-record-decisions-mother.txt',
        'K1-1-outcome-young-person-easy-read-child.txt',
      ]),
    );
  });

  it('that there is none of is refused if it is typed, and said if it is recorded', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run('letter introduction-iro K1 --easy-read --out -  --format txt');
    expect([code, flat(err)]).toEqual([
      2,
      expect.stringContaining('introduction-iro has no easy-read version'),
    ]);
    await run('child edit K1 --needs "easy read"');
    expect((await made(run, 'introduction-iro K1')).said).toContain('has no easy-read version');
  });

  it('tells nobody where the child lives who may not know it', async () => {
    const { run } = await confidentialUnit();
    for (const [line, taken] of [
      // Of what was decided the mother is sent a part alone.
      ['outcome-parent-easy-read K1 --to mother --review 1', 1],
      ['invitation-parent-easy-read K1 --to mother', 0],
    ] as const) {
      const { out, code, err } = await run(`letter ${line} --format txt --out - --today ${DAY}`);
      expect([line, code, code === taken ? '' : err]).toEqual([line, taken, '']);
      for (const secret of SECRETS) expect([line, out]).toEqual([line, expect.not.stringContaining(secret)]);
    }
  });
});

describe('an interpreter who is recorded', () => {
  it('is promised as one who will be arranged, to a parent and to a child', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --interpreter Polish');
    await run('review participants K1 --add child --interpreter "British Sign Language"');
    expect(flat((await made(run, 'invitation-parent K1 --to mother')).text)).toContain(
      'We will arrange an interpreter for you (Polish).',
    );
    expect(flat((await made(run, 'invitation-child K1')).text)).toContain(
      'interpreter for you (British Sign Language)',
    );
  });

  it('is the same if it was written among what they need', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --needs "large print; interpreter: Tigrinya"');
    await run('child edit K1 --needs "Polish interpreter"');
    const parents = flat((await made(run, 'invitation-parent K1 --to mother')).text);
    expect(parents).toContain('We will arrange an interpreter for you (Tigrinya).');
    expect(flat((await made(run, 'consultation-parent K1 --to mother')).text)).toContain(
      'We know that you need an interpreter (Tigrinya).',
    );
    expect(flat((await made(run, 'invitation-child K1')).text)).toContain('interpreter for you (Polish)');
    // Whoever needs none is told of none.
    expect(flat((await made(run, 'invitation-parent K1 --to father')).text)).not.toContain('Tigrinya');
    const { out, err } = await run('review participants K1');
    expect(flat(out + err)).toContain('no interpreter is recorded, and one is needed (Tigrinya)');
  });

  it('is none if that was typed, whatever is written among what they need', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --needs "interpreter: Tigrinya"');
    await run('review participants K1 --add mother --interpreter none');
    expect(flat((await made(run, 'invitation-parent K1 --to mother')).text)).not.toContain('Tigrinya');
  });
});
