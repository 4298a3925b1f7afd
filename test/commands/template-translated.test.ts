/** A council's translation of a document: its days, lists and fixed words are in its language, once a speaker has read them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';

/** A unit with the parents' invitation in a language. */
async function withTranslation(language: string, body: string) {
  const { run, db } = await plannedUnit();
  const name = `invitation-parent.${language}`;
  const { err } = await run(`template copy invitation-parent --as ${name}`);
  const file = join(dirname(db), 'templates', `${name}.md.hbs`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n---\n[\s\S]*$/, `\n---\n${body}\n`));
  return { run, name, err, db };
}

const BODY =
  'Zapraszamy: {{review.date}}, {{review.time}}, {{review.venue}}. {{child.name}}, {{iro.name}}.\n\nKto: {{#if attending}}{{list attending}}{{/if}}.';

describe('a document in another language', () => {
  it('is not made for anybody until the council says that a speaker has read its fixed words', async () => {
    const { run, name } = await withTranslation('pl', BODY);
    const out = folder();
    const line = `letter ${name} K1 --to mother --format txt --out ${out}`;
    const { code, err } = await run(line);
    expect([code, err]).toEqual([
      1,
      `${name} is in Polish, and it is not recorded that a speaker has read what every letter says in Polish. Nothing was written. To see it: irotool template preview ${name}. Once it was read: irotool settings set letters.languages pl\n`,
    ]);
    expect(readdirSync(out)).toEqual([]);
    expect((await run(`template preview ${name} --format txt --out ${out}`)).code).toBe(0);
    expect((await run('settings set letters.languages pl')).code).toBe(0);
    expect((await run(line)).code).toBe(0);
  });

  it('has days, lists and fixed words in Polish, and says that it is in Polish', async () => {
    const { run, name } = await withTranslation('pl', BODY);
    await run('settings set letters.languages pl');
    const out = folder();
    for (const format of ['txt', 'html', 'docx']) {
      expect((await run(`letter ${name} K1 --to mother --format ${format} --out ${out}`)).code).toBe(0);
    }
    const read = (ending: string): Buffer => readFileSync(join(out, `K1-1-${name}-mother.${ending}`));
    const text = read('txt').toString();
    expect(text).toContain('Zapraszamy: piątek, 27 marca 2026 r., 16:30');
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(/Kto: [^.]+, [^,.]+ i [^,.]+\./);
    for (const words of ['Prywatne i poufne', 'Nasz numer sprawy: K1/1', 'Z poważaniem', 'Telefon: 01904']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Yours sincerely|Our reference|Private and/);
    expect(read('html').toString()).toMatch(/^<!DOCTYPE html>\n<html lang="pl">/);
    const zip = await JSZip.loadAsync(read('docx'));
    const page = await zip.file('word/document.xml')!.async('string');
    const runs = [...page.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:t /gs)].map(([run]) => run);
    expect(runs.length).toBeGreaterThan(5);
    expect(runs.filter((run) => !run.includes('<w:lang w:val="pl"/>'))).toEqual([]);
    const [foot] = zip.file(/^word\/\w*footer\w*\.xml$/i);
    const said = await foot!.async('string');
    expect(said).toContain('Strona ');
    expect([...new Set(said.match(/<w:lang [^>]*>/g))]).toEqual(['<w:lang w:val="pl"/>']);
  });

  it('tells a reading aid in its language what stands in a frame', async () => {
    const { run, name } = await withTranslation(
      'cy',
      '{{#summary}}\n- **Pryd:** {{review.date}}\n{{/summary}}',
    );
    const { out } = await run(`template preview ${name} --format html --out ${folder()}`);
    expect(readFileSync(out.split('\n')[0]!, 'utf8')).toContain(
      '<section class="summary" aria-label="Yn gryno">',
    );
  });

  it('has Welsh days and lists, with “ac” before a vowel', async () => {
    const { wordsIn } = await import('../../src/documents/fixed-words');
    const { isoDate } = await import('../../src/core/time/dates');
    const welsh = wordsIn('cy');
    expect(welsh.day(isoDate('2026-04-09'))).toBe('Dydd Iau 9 Ebrill 2026');
    expect([welsh.listed(['Siân', 'Mair']), welsh.listed(['Siân', 'Mair', 'Owen'])]).toEqual([
      'Siân a Mair',
      'Siân, Mair ac Owen',
    ]);
    expect(wordsIn('pl').day(isoDate('2026-05-10'))).toBe('niedziela, 10 maja 2026 r.');
  });

  it('has who people are and how long a limit is in its language, and what was typed as it was typed', async () => {
    const { run } = await withTranslation(
      'pl',
      '{{addressee.called}}: {{#each attending}}{{#if name}}{{name}}, {{/if}}{{called}}; {{/each}}{{limits.decisions}}, {{limits.record}}.',
    );
    await run('settings set letters.languages pl');
    const { out } = await run('letter invitation-parent.pl K1 --to mother --format txt --out -');
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('matka: ');
    expect(said).toContain('S Worker, pracownik socjalny');
    expect(said).toContain('5 dni roboczych, 20 dni roboczych.');
    expect(said).not.toMatch(/social worker|father|working days/);
  });

  it('counts as Polish and Welsh do', async () => {
    const { amountIn, roleIn } = await import('../../src/documents/roles-in-language');
    expect([1, 2, 4, 5, 12, 22, 25].map((amount) => amountIn('pl', amount, 'weeks'))).toEqual([
      ...['1 tydzień', '2 tygodnie', '4 tygodnie', '5 tygodni', '12 tygodni', '22 tygodnie', '25 tygodni'],
    ]);
    expect([amountIn('cy', 1, 'months'), amountIn('cy', 10, 'working days')]).toEqual([
      '1 mis',
      '10 diwrnod gwaith',
    ]);
    expect([
      roleIn('cy', 'Jo Smith, social worker'),
      roleIn('cy', 'the carer'),
      roleIn('cy', 'Nana Pat'),
    ]).toEqual([...['Jo Smith, gweithiwr cymdeithasol', 'gofalwr', 'Nana Pat']]);
  });

  it('is in the lists and in no pack, and may be in Welsh or Polish alone', async () => {
    const { run, name, db } = await withTranslation('cy', BODY);
    expect((await run('letter list')).out).toContain(`${name} *`);
    const out = folder();
    expect((await run(`letter pack K1 --format txt --out ${out}`)).code).toBe(0);
    expect(readdirSync(out).filter((file) => file.includes('.cy'))).toEqual([]);
    const own = join(dirname(db), 'templates');
    writeFileSync(join(own, 'invitation-parent.fr.md.hbs'), readFileSync(join(own, `${name}.md.hbs`)));
    const { code, out: said } = await run('template check');
    expect(code).toBe(1);
    expect(said).toContain('a document may be in Welsh (cy) or Polish (pl) besides English, and not in "fr"');
    expect((await run('settings set letters.languages fr')).err).toContain(
      'letters.languages is cy (Welsh), pl',
    );
  });
});
