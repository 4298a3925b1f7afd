/** The e-mail with which a record or a form goes: the record is attached, and does not stand in the message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';
import { folder, type Run } from '../support/harness';
import { plannedUnit } from '../support/letters';

async function mailOf(run: Run, line: string) {
  const cwd = folder();
  const { code, err } = await run(`letter ${line} --format eml`, { cwd });
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, expect.anything()]);
  const [file = ''] = readdirSync(cwd);
  const mail = await PostalMime.parse(readFileSync(join(cwd, file)));
  return { ...mail, said: (mail.text ?? '').replaceAll(/\s+/g, ' ') };
}

const HELD = [
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer,social-worker --yes --today 2026-03-27',
  'recommendation add K1 --text "Find a football club" --owner mother --by 2026-05-01 --today 2026-03-27 --yes',
];

describe('a draft e-mail of what is no letter', () => {
  it('has a covering message, and the record of the decisions only attached', async () => {
    const { run } = await plannedUnit();
    for (const line of HELD) expect((await run(line)).code).toBe(0);
    const mail = await mailOf(run, 'record-decisions K1 --to mother --today 2026-03-30');
    expect(mail.said).toContain("Dear Jane O'Brien");
    expect(mail.said).toContain('Here is what we promised to send you about Siân. It is attached.');
    expect(mail.said + mail.html).not.toContain('football');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['K1-1-record-decisions-mother.docx']);
    expect(mail.subject).toBe('K1: record of a review');
  });

  it('asks for a form to be filled in, and says by when', async () => {
    const { run } = await plannedUnit();
    const mail = await mailOf(run, 'consultation-professional K1 --to teacher --today 2026-03-12');
    expect(mail.said).toMatch(/Please fill it in and send it back to us by \w+day \d+ March 2026\./);
    expect(mail.attachments).toHaveLength(1);
  });

  it('of a letter is the letter', async () => {
    const { run } = await plannedUnit();
    const mail = await mailOf(run, 'invitation-parent K1 --to mother --today 2026-03-12');
    expect(mail.said).toContain('We would like you to come to the review');
    expect(mail.said).not.toContain('It is attached');
  });

  it('tells nobody of a confidential placement', async () => {
    const { run } = await confidentialUnit();
    const mail = await mailOf(run, `consultation-parent K1 --to mother --today ${DAY}`);
    expect(mail.said).toContain('It is attached.');
    for (const secret of SECRETS) expect(mail.said + mail.html).not.toContain(secret);
  });

  it('by itself is nothing: it goes with a document', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run(
      'letter covering-email K1 --to mother --format txt --out - --today 2026-03-12',
    );
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('--format eml')]);
  });
});
