/** The sheet of the meeting is one page, as LibreOffice prints it, of a child with nine people and seven decisions. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { letterUnit } from '../support/letters';
import { pdfsOf, why, wordsOf } from '../support/libreoffice';
import { pageWords, placedWords } from '../support/printed-page';

const DECISIONS = [
  'Find a football club near the school and pay for the first term; social-worker; 2026-04-30',
  'Take Siân to the dentist and tell the school nurse what was found; carer; 2026-04-10',
  'Agree with Jane how often they telephone each other, and write it into the plan; social-worker; 2026-04-20',
  'Write the personal education plan again after the spring assessment; teacher; 2026-05-15',
  'Send the last health assessment to everyone who needs it; gp; 2026-04-17',
  'Ask Siân whether she would like an independent visitor to take her out; isitor; 2026-05-01',
  'Look at the plan for permanence with the family placement team; social-worker; 2026-05-29',
];

describe.skipIf(why !== '')('the sheet of a meeting', () => {
  it('is one page with everything on it: wishes, people, decisions and what to consider', {
    timeout: 120_000,
  }, async () => {
    const { run } = await letterUnit();
    for (const line of [
      'review plan K1 --meeting "27/3 16:30" --venue School --today 2026-03-09 --yes',
      `review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer,social-worker ${DECISIONS.map((each) => `--decision "${each}"`).join(' ')} --yes --today 2026-03-27`,
      'recommendation done K1 1.2 --on 2026-04-09 --today 2026-04-09 --yes',
      'review plan K1 --meeting "18/6 16:30" --venue "West Bank School, room 4" --today 2026-05-11 --yes',
      'review participants K1 --add mother --interpreter Welsh --needs "large print" --today 2026-05-11 --yes',
      'review participants K1 --add gp --today 2026-05-11 --yes',
      'review prepare K1 --child-consulted 2026-06-01 --issues "Seeing my dog, and a lock for my door" --wants "my teacher and Nan" --not-wants "my dad" --will-chair --today 2026-06-01 --yes',
    ]) {
      const { code, err } = await run(line);
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
    }
    const cwd = folder();
    await run('letter meeting-sheet K1 --format docx --today 2026-06-17', { cwd });
    const [pdf = ''] = pdfsOf([readFileSync(join(cwd, 'K1-2-meeting-sheet-iro.docx'))]);
    if (process.env.KEEP) copyFileSync(pdf, process.env.KEEP);
    const pages = placedWords(pdf);
    const words = wordsOf(pageWords(pages[0]!)).join(' ');
    for (const said of [
      'my dog',
      'interpreter: Welsh',
      'football club',
      'Done on',
      'the plan for permanence',
      'an independent visitor',
    ]) {
      expect([said, words.includes(said)]).toEqual([said, true]);
    }
    expect(pages.length).toBe(1);
  });
});
