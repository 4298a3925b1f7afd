/** A reason that is typed for the unit stands in no document; what letters say in its place is said. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { usualWords } from '../../src/core/privacy/letter-reasons';
import { usualReasons } from '../../src/law/shipped';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';

/** In every reason that is typed below. */
const SECRET = 'Kestrel';

/** What is typed, with what would say so on the screen; then the letters that speak of it, and to whom. */
const REASONS: readonly {
  readonly typed: readonly string[];
  readonly says: string;
  readonly letters: readonly (readonly [name: string, to: string])[];
}[] = [
  {
    typed: ['review plan K1 --meeting "30/3 10:00" --because "Kestrel rang: she was drunk"'],
    says: 'Note: The reason is for the unit: letters will not say why. To tell the readers: --tell "…"',
    letters: [
      ['meeting-changed', 'mother'],
      ['meeting-changed-child', 'child'],
    ],
  },
  {
    typed: ['review cancel K1 --reason "Kestrel was arrested" --agreed-by "A Khan"'],
    says: 'Note: The reason is for the unit: letters will not say why.',
    letters: [
      ['meeting-cancelled', 'mother'],
      ['meeting-cancelled-child', 'child'],
    ],
  },
  {
    typed: [
      'review adjourn K1 --on 2026-03-13 --reason "Kestrel came drunk" --effect "Kestrel" --wishes "Kestrel"',
    ],
    says: 'Note: The reason is for the unit: letters will not say why.',
    letters: [
      ['meeting-adjourned', 'mother'],
      ['meeting-adjourned-child', 'child'],
    ],
  },
  {
    typed: [
      'review not-invite K1 father --concern "Kestrel reports threats" --considered "Kestrel beside him" --views "By letter" --iro-consulted today',
    ],
    says: 'Note: The concern is for the unit, and the letter needs words for the reader: --tell "…"',
    letters: [
      ['not-invited-parent', 'father'],
      ['invitation-parent-on-papers', 'father'],
      ['consultation-parent', 'father'],
    ],
  },
  {
    typed: [
      'review not-invite K1 child --concern "Kestrel would upset her" --considered "Kestrel goes out" --views "With the IRO" --iro-consulted today',
    ],
    says: 'Note: The concern is for the unit, and the letter needs words for the reader: --tell "…"',
    letters: [['not-invited-child', 'child']],
  },
  {
    typed: [
      'review not-invite K1 carer --concern "Kestrel complained" --considered "Kestrel" --views "With the IRO" --iro-consulted today',
    ],
    says: 'Note: The concern is for the unit, and the letter needs words for the reader: --tell "…"',
    letters: [['not-invited-carer', 'carer']],
  },
  {
    typed: [
      'review prepare K1 --not-seen refused --why "Kestrel was in the house"',
      'review hold K1 --on 2026-03-12 --code PN1 --attended child,mother --late-because Kestrel --agreed-by "A Khan" --yes',
      'review distribute K1 father --record part --why "Kestrel is a witness" --redacted "what Kestrel said" --decided-by "A Khan"',
    ],
    says: 'Note: The reason is for the unit, and the letter needs words for the reader: --tell "…"',
    letters: [
      ['distribution-part', 'father'],
      ['record-full', 'mother'],
      ['record-decisions', 'mother'],
      ['monitoring-form', 'iro'],
    ],
  },
  {
    typed: [
      'review hold K1 --on 2026-03-12 --code PN1 --attended child,mother --yes',
      'review distribute K1 father --record none --why "Kestrel is a witness" --decided-by "A Khan"',
      'review distribute K1 mother --record full --why Kestrel --redacted "what Kestrel said"',
    ],
    says: 'Note: What was taken out is for the unit. The letter will say: “Some details that have to stay private.”',
    letters: [
      ['distribution-none', 'father'],
      ['distribution-full', 'mother'],
    ],
  },
  {
    typed: ['iro change K1 "Nia Iro" --reason "Kestrel complained of him" --independent yes'],
    says: '',
    letters: [
      ['introduction-iro', 'child'],
      ['invitation-parent', 'mother'],
    ],
  },
  {
    typed: ['review participants K1 --add teacher --why "Kestrel wants him"'],
    says: '',
    letters: [
      ['invitation-teacher', 'teacher'],
      ['notice-social-worker', 'social-worker'],
    ],
  },
  {
    typed: [
      'child left K1 --on 2026-03-12 --reason E4B --unplanned --approved-by "B Boss" --iro-consulted 2026-03-11',
      'record K1 exit-review-held --on 2026-03-13',
    ],
    says: '',
    letters: [['record-exit', 'iro']],
  },
];

/** The words of any file that is written, Word and mail as other programs' readers have them. */
async function wordsIn(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.docx')) {
    const parts = Object.values((await JSZip.loadAsync(bytes)).files);
    return (await Promise.all(parts.map((part) => part.async('string')))).join('\n');
  }
  if (!name.endsWith('.eml')) return asText(bytes);
  const { subject, text, html, attachments } = await PostalMime.parse(bytes);
  const enclosed = attachments.map(({ filename, content }) =>
    wordsIn(filename ?? '', new Uint8Array(content as ArrayBuffer)),
  );
  expect(attachments.length).toBeGreaterThan(0);
  return [subject, text, html, ...(await Promise.all(enclosed))].join('\n');
}

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a reason that is typed for the unit', () => {
  it.each(REASONS.map((each) => ({ ...each, name: each.typed.at(-1)!.split(' --')[0]! })))(
    'is in no document of any format: $name',
    { timeout: 120_000 },
    async ({ typed, says, letters }) => {
      const { run } = await plannedUnit();
      await run('person add --name "Nia Iro" --role iro');
      let said = '';
      for (const line of typed) {
        const { code, err } = await run(line);
        expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
        said += err.replaceAll(/\s+/g, ' ');
      }
      expect(said).toContain(says);
      const out = folder();
      for (const [name, to] of letters) {
        for (const format of ['docx', 'html', 'txt', 'eml']) {
          const line = `letter ${name} K1 --to ${to} --format ${format} --out ${out} --despite-no-contact`;
          const { code, err } = await run(line);
          const isUntold = code === 1 && err.includes('and the one that is recorded is for the unit');
          const made = isUntold ? await run(`${line} --tell "Please ask us why"`) : { code, err };
          expect([line, made.code, made.err]).toEqual([line, 0, made.err]);
          expect(made.err).not.toContain(SECRET);
        }
      }
      const files = readdirSync(out);
      expect(files.length).toBe(letters.length * 4);
      for (const file of files) {
        const words = await wordsIn(file, readFileSync(join(out, file)));
        expect([file, words.includes(SECRET)]).toEqual([file, false]);
      }
    },
  );

  it('is told in the words that were typed for the reader, in every letter that gives a reason', async () => {
    const { run } = await plannedUnit();
    const { err } = await run(
      'review cancel K1 --reason "Kestrel was arrested" --tell "We need another day." --agreed-by "A Khan"',
    );
    expect(err.replaceAll(/\s+/g, ' ')).toContain('Note: The letter will say: “We need another day.”.');
    const { out } = await run('letter meeting-cancelled K1 --to mother --format txt --out -');
    expect(out).toContain('We need another day.');
    // What is typed with the letter is for this reader alone.
    const own = await run(
      'letter meeting-cancelled K1 --to mother --format txt --out - --tell "You asked for another day."',
    );
    expect(own.out).toContain('You asked for another day.');
    expect(own.out).not.toContain('We need another day.');
  });

  it('has words of the letter’s own if it is a usual one, and they are said before it is saved', async () => {
    const { run } = await plannedUnit();
    const { err } = await run('review cancel K1 --reason "The IRO is off sick" --agreed-by "A Khan"');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'Note: The reason is for the unit. The letter will say: “The independent reviewing officer cannot be there on the day that was planned.” To say it in other words: --tell "…"',
    );
    const { out } = await run('letter meeting-cancelled-child K1 --format txt --out -');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Your independent reviewing officer cannot be there on the day that was planned.',
    );
    expect(out).not.toContain('sick');
  });

  it('of a parent who is not invited stops the letter until there are words for them', async () => {
    const { run } = await plannedUnit();
    await run(
      'review not-invite K1 father --concern "Kestrel reports threats" --considered "Part of it, a supporter" --views "By letter" --iro-consulted today',
    );
    const { code, err } = await run('letter not-invited-parent K1 --to father --format txt --out -');
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      'K1/1: this letter gives the father the reason, and the one that is recorded is for the unit. Nothing was written. Give it in words for them: irotool letter not-invited-parent K1 --to father --tell "…" ',
    ]);
    const told = await run(
      'letter not-invited-parent K1 --to father --format txt --out - --tell "We want the meeting to be calm."',
    );
    expect(told.out).toContain('We want the meeting to be calm.');
    expect(told.out.replaceAll(/\s+/g, ' ')).toContain(
      'Whether you could come to part of the meeting. Whether you could come with someone to support you.',
    );
  });

  it('is typed with --tell in no letter that gives none', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run('letter invitation-teacher K1 --tell "Hello"');
    expect(code).toBe(2);
    expect(err).toContain('--tell goes with a letter that gives a reason; invitation-teacher gives none.');
  });

  it('says with `record` how to give other words there', async () => {
    const { run } = await plannedUnit();
    const { err } = await run(['record', 'K1', 'review-cancelled', 'reason=Kestrel']);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('To tell the readers: tell="…"');
  });
});

describe('the usual reasons', () => {
  const usual = usualReasons();
  it.each([
    ['meeting', 'IRO ill', 'The independent reviewing officer cannot be there on the day that was planned.'],
    [
      'meeting',
      'the chair is on leave',
      'The independent reviewing officer cannot be there on the day that was planned.',
    ],
    [
      'meeting',
      'Mother cannot come',
      'Not everyone who should be there can come on the day that was planned.',
    ],
    ['meeting', 'snow', 'It would be hard to get there on the day that was planned.'],
    ['meeting', 'Mother is ill again after the overdose', null],
    ['meeting', 'IRO ill, and the father has been arrested', null],
    [
      'adjourned',
      'The care plan was not ready',
      'Some of the information that the review needs was not there.',
    ],
    ['adjourned', 'no plan', 'Some of the information that the review needs was not there.'],
    [
      'not-invited',
      'No-contact order',
      'A court order, or a condition that was set for you, says something about contact. Inviting you would not fit with it.',
    ],
    ['not-invited', 'Her boyfriend threatened the carer', null],
    ['record', 'did not attend', 'You were not at the review, or not at all of it.'],
    ['taken-out', 'the placement address', 'Where people live, and how to reach them.'],
    ['taken-out', 'what her sister said', 'Some details that have to stay private.'],
  ] as const)('%s: “%s”', (of, typed, says) => {
    expect(usualWords(usual[of], typed, false)).toBe(says);
  });

  it('say nothing that could tell who is ill or who asked', () => {
    for (const { says, child } of Object.values(usual).flat()) {
      expect(`${says} ${child ?? ''}`).not.toMatch(/\b(?:ill|sick|mother|father|police|arrest|drunk)\b/i);
    }
  });
});
