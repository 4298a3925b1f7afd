/** Someone who is invited to part of a review is told so, and is not sent its decisions before that is decided. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const PART =
  'review not-invite K1 father --part-of-meeting --concern "A threat" --considered "Two meetings" --views "By letter" --iro-consulted today --today 2026-03-04';

async function partly() {
  const { run } = await plannedUnit();
  const { code, err } = await run(PART);
  expect([code, err]).toEqual([0, err]);
  return run;
}

describe('a father who is invited to part of a review', () => {
  it('is invited to part of it, and the mother to all of it', async () => {
    const run = await partly();
    const said = async (who: string): Promise<string> =>
      flat(
        (await run(`letter invitation-parent K1 --to ${who} --format txt --out - --today 2026-03-05`)).out,
      );
    expect(await said('father')).toContain('come to part of the review for');
    expect(await said('father')).toContain('You are invited to part of it, and not to all of it.');
    expect(await said('mother')).not.toContain('part of it');
  });

  it('is asked on the form whether he hopes to come, and not whether to part of it', async () => {
    const run = await partly();
    const form = async (who: string): Promise<string> =>
      flat(
        (await run(`letter consultation-parent K1 --to ${who} --format txt --out - --today 2026-03-05`)).out,
      );
    expect(await form('father')).toContain('Do you hope to come? ☐ Yes ☐ No ☐ I am not sure');
    expect(await form('mother')).toContain('Do you hope to come? ☐ Yes ☐ To part of it ☐ No');
  });

  it('is told the same if the meeting is moved, and no more once it was decided otherwise', async () => {
    const run = await partly();
    await run('review plan K1 --meeting "30/3 10:00" --venue School --because Snow --today 2026-03-16 --yes');
    const changed = 'letter meeting-changed K1 --to father --format txt --out - --today 2026-03-16';
    expect(flat((await run(changed)).out)).toContain('You are invited to part of it');
    await run('review not-invite K1 father --looked-at ended --today 2026-03-16');
    expect(flat((await run(changed)).out)).not.toContain('part of it');
  });

  it('is sent no decisions in the pack before it is decided what he is sent', async () => {
    const run = await partly();
    for (const line of [
      'letter pack K1 --sent-on 2026-03-12 --today 2026-03-12',
      'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,father,social-worker --yes --today 2026-03-27',
      'recommendation add K1 --text "Find a football club" --owner social-worker --by 2026-05-01 --today 2026-03-27 --yes',
    ]) {
      const { code, err } = await run(line, { cwd: folder() });
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
    }
    const cwd = folder();
    const { code, err } = await run('letter pack K1 --moment decisions --today 2026-03-30', { cwd });
    expect([code, err]).toEqual([0, err]);
    const files = readdirSync(cwd).join(' ');
    expect(files).toContain('record-decisions-mother');
    expect(files).not.toContain('record-decisions-father');
    expect(flat(err)).toContain(
      'what the father is sent of the record is still to be decided: irotool review distribute K1 father',
    );
  });
});
