/** Letters name people in one manner, ask each reader what that reader can answer, and leave out what is known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit, read } from '../support/letters';

const AT = '--today 2026-03-12';
const COUPLE = `child link K1 "Sue and Ray Hart" --role carer --tag foster --knows-placement yes ${AT}`;

async function withCouple(...lines: readonly string[]) {
  const made = await plannedUnit();
  for (const line of [COUPLE, `review participants K1 --add foster ${AT}`, ...lines]) {
    const { code, err } = await made.run(line);
    expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  }
  return made;
}

describe('people in a letter', () => {
  it('who are two are carers, and to the child your carers', async () => {
    const { run } = await withCouple();
    expect(await read(run, `invitation-social-worker K1 ${AT}`)).toContain('Sue and Ray Hart, carers');
    expect(await read(run, `invitation-child K1 ${AT}`)).toContain('Sue and Ray Hart, your carers');
  });

  it('who are to do something are named as those who come are; the reader is told "you"', async () => {
    const { run } = await withCouple(
      'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,foster --decision "See the dentist; foster; 1/5/2026" --decision "Find a club; social-worker; 1/5/2026" --yes --today 2026-03-27',
    );
    const record = await read(run, 'record-decisions K1 --to mother --today 2026-03-30');
    expect(record).toMatch(/Sue and Ray Hart, carers/);
    expect(record).toMatch(/, social worker/);
    expect(record).not.toMatch(/mother: /);
    const reminder = await read(run, 'care-plan-reminder K1 --today 2026-03-30');
    expect(reminder).toMatch(/Find a club +Decision +you/);
  });

  it('do not count a child under 4 among those who are asked to come', async () => {
    const { run } = await withCouple(`child edit K1 --born 2025-01-05 --yes ${AT}`);
    const said = await read(run, `invitation-social-worker K1 ${AT}`);
    expect(said).toContain('We expect these people: - ');
    expect(said).not.toMatch(/We expect these people: - (?:Siân|the child)\b/);
  });
});

describe('a form', () => {
  it('asks a parent without contact of none, and one who is not invited of no meeting', async () => {
    const { run } = await withCouple(
      `child link K1 father --contact none ${AT}`,
      `review participants K1 --add father --part consulted ${AT}`,
    );
    const father = await read(run, `consultation-parent K1 --to father --despite-no-contact ${AT}`);
    expect(father).toContain('You have no contact with');
    expect(father).not.toMatch(/time that you spend|hope to come|sit in a room/);
    const mother = await read(run, `consultation-parent K1 --to mother ${AT}`);
    expect(mother).toMatch(/time that you spend.*Do you hope to come\?.*sit in a room/);
    expect(mother).not.toContain('if you are invited');
  });

  it('asks an advocate what the child wants said, and staff of no household', async () => {
    const { run } = await withCouple(
      `child link K1 "Rita Vale" --role residential-worker ${AT}`,
      `review participants K1 --add residential-worker ${AT}`,
    );
    const advocate = await read(run, `consultation-professional K1 --to advocate ${AT}`);
    expect(advocate).toContain('has asked you to tell the review');
    expect(advocate).not.toContain('needs in your field');
    const staff = await read(run, `consultation-carer K1 --to residential-worker ${AT}`);
    expect(staff).toContain('how long you have worked with');
    expect(staff).not.toMatch(/lived with you|household|your own worker/);
  });
});

describe('the full record', () => {
  it('asks for nothing that is recorded', async () => {
    const { run } = await withCouple(
      'review prepare K1 --seen 2026-03-20 --yes --today 2026-03-20',
      'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother --satisfied yes --yes --today 2026-03-27',
    );
    const said = await read(run, 'record-full K1 --today 2026-03-30');
    expect(said).toContain('Recorded: the IRO spoke with');
    expect(said).not.toMatch(
      /alone before the review\?|Not recorded as considered|what the IRO does about it/,
    );
    expect(said).not.toContain('Fill this in if');
  });
});

describe('what is typed for a letter', () => {
  it('is shown as its reader will see it before it is saved', async () => {
    const { run } = await withCouple();
    const { err } = await run(
      `review not-invite K1 mother --concern "Ill" --considered "Part of it" --views "A call with the IRO" --iro-consulted 2026-03-12 --look-again 2026-06-05 --yes ${AT}`,
    );
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'The letter will have this as it was typed, in front of its reader: “A call with the IRO”',
    );
  });
});

describe('the decisions as a child reads them', () => {
  const HELD =
    'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother --decision "Siân sees the dentist; carer; 1/5/2026" --yes --today 2026-03-27';

  it('are the unit’s own words unless others are typed: whoever makes the letter is shown them, by initials', async () => {
    const { run } = await plannedUnit();
    await run(HELD);
    const { code, err } = await run('letter outcome-child K1 --format txt --out - --today 2026-03-30');
    const said = err.replaceAll(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(said).toContain('The child will read these words of the unit: “');
    expect(said).toContain('sees the dentist”');
    expect(said).toContain('irotool letter outcome-child K1 --tell "…"');
    expect(said).not.toContain('Siân');
  });

  it('are spoken of no more once words for the child are typed, nor to anybody else', async () => {
    const { run } = await plannedUnit();
    await run(HELD);
    for (const line of [
      'outcome-child K1 --tell "Your teeth are looked after."',
      'record-decisions K1 --to mother',
    ]) {
      const { code, err } = await run(`letter ${line} --format txt --out - --today 2026-03-30`);
      expect([line, code, err.includes('The child will read')]).toEqual([line, 0, false]);
    }
  });
});

describe('of a child who signs', () => {
  it('a letter is to be signed, and nobody is asked to record their voice', async () => {
    const { run } = await withCouple(
      `child edit K1 --born 2019-01-05 --needs "British Sign Language interpreter" --yes ${AT}`,
    );
    const letter = await read(run, `invitation-child-under-8 K1 ${AT}`);
    expect(letter).toContain('This letter is for a grown-up to read with you, and to sign.');
    const form = await read(run, `consultation-child-under-8 K1 ${AT}`);
    expect(form).toContain('A grown-up can read or sign this with you.');
    expect(form).toContain('Make a film. You can sign in it.');
    expect(form).not.toMatch(/voice|nursery|do not go yet/);
  });
});

describe('of a baby', () => {
  it('nobody is asked what the child says, would like or learns at school', async () => {
    const { run } = await withCouple(`child edit K1 --born 2025-11-20 --yes ${AT}`);
    const notice = await read(run, `notice-social-worker K1 ${AT}`);
    expect(notice).toContain('ask those who look after');
    expect(notice).not.toMatch(/what does Siân say|talk with Siân|purpose to Siân/);
    expect(await read(run, `consultation-parent K1 --to mother ${AT}`)).not.toContain('school');
    const agenda = await read(run, `agenda K1 --to social-worker ${AT}`);
    expect(agenda).toContain('play and learning');
    expect(agenda).not.toMatch(/would like from today|education|child understands|child wishes/);
  });
});

describe('of a child who begins to talk', () => {
  it.each([
    ['2025-05-02', /cannot tell the review in words yet/, /in the same words/],
    ['2022-08-02', /You hear what Siân says, and see what Siân shows/, /cannot tell/],
  ])('born on %s the form for the carer asks what fits', async (born, said, not) => {
    const { run } = await withCouple(`child edit K1 --born ${born} --yes ${AT}`);
    const form = await read(run, `consultation-child-under-4 K1 ${AT}`);
    expect(form).toMatch(said);
    expect(form).not.toMatch(not);
  });
});

describe('easy read', () => {
  it('is the form too, if it is recorded: one question at a time, with the lines beside it', async () => {
    const { run } = await withCouple(`review participants K1 --add mother --needs "easy read" ${AT}`);
    const form = await read(run, `consultation-parent K1 --to mother ${AT}`);
    expect(form).toMatch(/What worries you about Siân\? _+/);
    const out = folder();
    await run(`letter consultation-parent K1 --to mother --format html --out ${out} ${AT}`);
    const page = readFileSync(join(out, 'K1-1-consultation-parent-easy-read-mother.html'), 'utf8');
    expect(page).toContain('aria-label="What worries you about Siân?"');
  });
});

describe('what a child needs', () => {
  it.each([
    ['needs somebody to sign forms with', false],
    ['signs of distress are hard to see', false],
    ['her mother is deaf', false],
    ['a BSL interpreter for her mother', false],
    ['no hearing loss', false],
    ['uses BSL with her mother', true],
    ['BSL is the mother tongue', true],
    ['partly deaf in one ear', true],
    ['uses signs and pictures', true],
    ['large print; Makaton', true],
  ])('as it was written, %s: a letter to be signed is %s', async (needs, isSigned) => {
    const { run } = await withCouple(`child edit K1 --born 2019-01-05 --needs "${needs}" --yes ${AT}`);
    const letter = await read(run, `invitation-child-under-8 K1 ${AT}`);
    expect(letter.includes('and to sign.')).toBe(isSigned);
  });
});
