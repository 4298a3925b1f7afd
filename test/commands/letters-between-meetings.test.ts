/** What is told between two meetings, and the papers of the meeting itself: each from a chronology, as its reader has it. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';
import { folder, type Run } from '../support/harness';
import { plannedUnit, read, stopped } from '../support/letters';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Types them, each of which is done. */
async function typed(run: Run, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { code, err } = await run(line);
    expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  }
}

/** The documents that a pack makes, without the cover list, and what is said of it. */
async function packed(run: Run, line: string): Promise<{ files: string[]; said: string }> {
  const cwd = folder();
  const { code, err } = await run(`${line} --format txt`, { cwd });
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  const files = readdirSync(cwd).filter((file) => !file.endsWith('-pack.txt'));
  return { files: files.map((file) => file.replace(/^K\d-[^-]+-|\.txt$/g, '')).sort(), said: flat(err) };
}

const CHANGED = [
  'person add --role iro --name "Mair Ŵyn" --telephone "01904 551 222" --today 2026-03-09',
  'iro change K1 "Mair Ŵyn" --reason "A Khan fell out with the manager" --independent yes --today 2026-03-10 --yes',
];

describe('another reviewing officer', () => {
  it('is told to the child and to everyone who has a part in the review, with the one before and without the reason', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...CHANGED);
    const { files } = await packed(run, 'letter pack K1 --moment new-iro --today 2026-03-10');
    expect(files).toContain('iro-change-child-child');
    expect(files).toContain('iro-change-mother');
    expect(files).toContain('iro-change-teacher');
    expect(files.join()).not.toMatch(/-iro$|-manager/);
    const text = await read(run, 'iro-change K1 --to mother --today 2026-03-10');
    expect(text).toContain(
      'Mair Ŵyn is the independent reviewing officer (IRO) for Siân from Tuesday 10 March 2026. Until then it was A Khan.',
    );
    expect(text).toContain('The first review is still on Friday 27 March 2026.');
    expect(text).toContain('Telephone: 01904 551 222');
    expect(text).not.toContain('fell out');
    const child = await read(run, 'iro-change-child K1 --today 2026-03-10');
    expect(child).toContain('It is not because of anything you said or did.');
    expect(child).not.toContain('fell out');
  });

  it('is owed until it was told, or invitations have gone that name the new one', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...CHANGED);
    const { code, err } = await run('letter pack K1 --today 2026-03-10', { cwd: folder() });
    expect([code, flat(err)]).toEqual([2, expect.stringContaining('--moment new-iro')]);
    await run('letter pack K1 --moment new-iro --sent-on 2026-03-10 --today 2026-03-10', { cwd: folder() });
    const after = await packed(run, 'letter pack K1 --today 2026-03-11');
    expect(after.files).toContain('invitation-parent-mother');
  });

  it('is told of nobody who was the first', async () => {
    const { run } = await plannedUnit();
    expect(await stopped(run, 'iro-change K1 --to mother --today 2026-03-10')).toContain(
      'no other reviewing officer has come',
    );
  });
});

describe('a decision on an earlier review', () => {
  const ASKED =
    'review call-early K1 --asked-by child --reason request --about "Beth shouts" --consulted mother --today 2026-03-09 --yes';

  it('that it is held earlier is told to the child, the parents, the social worker and whoever asked', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      ASKED,
      'review call-early K1 --decision granted --by 2026-03-20 --why "She is scared of Dan" --tell "There is a lot to talk about" --today 2026-03-10 --yes',
    );
    const { files } = await packed(run, 'letter pack K1 --moment early --today 2026-03-10');
    expect(files).toEqual([
      'early-decision-child-child',
      'early-decision-father',
      'early-decision-mother',
      'early-decision-social-worker',
    ]);
    const child = await read(run, 'early-decision-child K1 --today 2026-03-10');
    expect(child).toContain('You asked for your review to be sooner.');
    expect(child).toContain('Your review will be sooner. It is to be by Friday 20 March 2026.');
    expect(child).toContain('There is a lot to talk about.');
    const mother = await read(run, 'early-decision K1 --to mother --today 2026-03-10');
    expect(mother).toContain('On Monday 9 March 2026 we were asked for an earlier review for Siân.');
    // Who asked, and why, is not for the others.
    expect(mother).not.toMatch(/scared|shouts|the child asked|you asked/i);
  });

  it('that it is not held earlier says how to ask again, and gives the unit’s reason to nobody', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      ASKED,
      'review call-early K1 --decision refused --why "Only three weeks off" --today 2026-03-10 --yes',
    );
    const child = await read(run, 'early-decision-child K1 --today 2026-03-10');
    expect(child).toContain('Your review will not be sooner this time. It stays on Friday 27 March 2026.');
    expect(child).toContain('You can ask again if something changes.');
    const mother = await read(run, 'early-decision K1 --to mother --today 2026-03-10');
    expect(mother).toContain('A Khan can tell you why. Please ask.');
    expect(child + mother).not.toContain('three weeks');
    const told = await read(
      run,
      'early-decision K1 --to mother --today 2026-03-10 --tell "The meeting is near"',
    );
    expect(told).toContain('The meeting is near.');
  });

  it('is not told if nothing was decided, or the call was withdrawn', async () => {
    const { run } = await plannedUnit();
    await typed(run, ASKED);
    expect(await stopped(run, 'early-decision K1 --to mother --today 2026-03-10')).toContain(
      'nothing is decided on an earlier review',
    );
  });
});

const HELD = [
  'person add --name "Sal Chief" --role service-manager',
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer,social-worker --yes --today 2026-03-27',
  'recommendation add K1 --text "Find a football club" --owner mother --by 2026-05-01 --today 2026-03-27 --yes',
  'recommendation add K1 --text "Tell the father nothing of the move" --owner social-worker --by 2026-05-01 --today 2026-03-27 --yes',
  'review after K1 --decisions-sent 2026-03-30 --received 2026-03-30 --today 2026-03-30 --yes',
];

describe('a manager who disagrees', () => {
  it('is told to the child, the IRO and all who attended, in words for them', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      ...HELD,
      'review after K1 --response disagreed --about "1.1: no money, and Jane drinks" --tell "Who pays for the football club" --responded 2026-04-01 --today 2026-04-01 --yes',
    );
    const { files } = await packed(run, 'letter pack K1 --moment disagrees --today 2026-04-01');
    expect(files).toEqual([
      'manager-disagrees-carer',
      'manager-disagrees-child-child',
      'manager-disagrees-iro',
      'manager-disagrees-mother',
      'manager-disagrees-social-worker',
    ]);
    const mother = await read(run, 'manager-disagrees K1 --to mother --today 2026-04-01');
    expect(mother).toContain('On Wednesday 1 April 2026 the manager disagreed with something.');
    expect(mother).toContain('Who pays for the football club.');
    const child = await read(run, 'manager-disagrees-child K1 --today 2026-04-01');
    expect(child).toContain('The other things that were decided still have to be done.');
    expect(mother + child).not.toContain('drinks');
  });

  it('is settled only if what was settled came after it', async () => {
    const { run } = await plannedUnit();
    const said = 'review after K1 --response disagreed --tell "Who pays for the football club"';
    await typed(
      run,
      ...HELD,
      `${said} --about "1.1: no money" --responded 2026-04-01 --today 2026-04-01 --yes`,
      'review after K1 --resolved "The council pays" --today 2026-04-02 --yes',
    );
    const SETTLED = 'It was settled on Thursday 2 April 2026.';
    expect(await read(run, 'manager-disagrees K1 --to mother --today 2026-04-03')).toContain(SETTLED);
    await typed(run, `${said} --about "1.1: still no money" --responded 2026-04-03 --today 2026-04-03 --yes`);
    expect(await read(run, 'manager-disagrees K1 --to mother --today 2026-04-03')).not.toContain(SETTLED);
  });

  it('without words for the readers is left out of the pack, and it is said what to type', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      ...HELD,
      'review after K1 --response disagreed --about "1.1: no money" --responded 2026-04-01 --today 2026-04-01 --yes',
    );
    const { code, err } = await run('letter pack K1 --moment disagrees --today 2026-04-01', {
      cwd: folder(),
    });
    expect(code).toBe(1);
    expect(flat(err)).toContain('letter manager-disagrees K1 --to mother --tell "…"');
  });
});

describe('part of a record', () => {
  it('is a document of its own, with the tasks of its reader and no others', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      ...HELD,
      'review after K1 --record-completed 2026-04-10 --today 2026-04-10 --yes',
      'review distribute K1 mother --record part --why "There for part" --tell "You were there for part of it" --decided-by "A Khan" --today 2026-04-10 --yes',
    );
    const { files } = await packed(run, 'letter pack K1 --moment record --today 2026-04-10');
    expect(files).toContain('distribution-part-mother');
    expect(files).toContain('record-of-part-mother');
    expect(files).not.toContain('record-of-part-carer');
    const text = await read(run, 'record-of-part K1 --to mother --today 2026-04-10');
    expect(text).toContain('This is the part of the record that the mother is sent.');
    expect(text).toContain('Find a football club');
    expect(text).not.toMatch(/nothing of the move|Beth Ames/);
    await typed(run, 'review distribute K1 carer --record full --today 2026-04-10 --yes');
    expect(await stopped(run, 'record-of-part K1 --to carer --today 2026-04-10')).toContain('not part');
  });
});

describe('the papers of the meeting itself', () => {
  const PREPARED = [
    'review participants K1 --add mother --interpreter Welsh --today 2026-03-09 --yes',
    'review prepare K1 --child-consulted 2026-03-10 --issues "Seeing my dog" --wants "my teacher" --not-wants "my dad" --will-chair --today 2026-03-10 --yes',
  ];

  it('are the sheet and the attendance for the IRO, and an agenda for everyone else who comes', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...PREPARED);
    const { files } = await packed(run, 'letter pack K1 --moment meeting --today 2026-03-26');
    expect(files).toContain('meeting-sheet-iro');
    expect(files).toContain('attendance-sheet-iro');
    expect(files).toContain('agenda-mother');
    expect(files).toContain('agenda-child-child');
    expect(files).not.toContain('agenda-iro');
  });

  it('have all the IRO needs: who comes, what they need, what to consider, what the child wishes', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...PREPARED);
    const text = await read(run, 'meeting-sheet K1 --today 2026-03-26');
    expect(text).toContain('To talk about: Seeing my dog');
    expect(text).toContain('who should not: my dad');
    expect(text).toContain('Siân is to chair it, or a part of it');
    expect(text).toContain("Mother: Jane O'Brien (interpreter: Welsh)");
    expect(text).toContain('education and the personal education plan');
    expect(text).toContain('Papers that have not come:');
  });

  it('say when and where the child wishes to meet, if that is all that is recorded of their wishes', async () => {
    const { run } = await plannedUnit();
    await typed(
      run,
      'review prepare K1 --place "The library" --day Friday --hours outside-school --today 2026-03-10 --yes',
    );
    const text = await read(run, 'meeting-sheet K1 --today 2026-03-26');
    expect(text).toContain('Where: The library');
    expect(text).toContain('When: Friday, outside school hours');
  });

  it('tell nobody else what the child wishes', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...PREPARED);
    for (const line of ['agenda K1 --to mother', 'attendance-sheet K1', 'agenda K1 --to teacher']) {
      expect(await read(run, `${line} --today 2026-03-26`)).not.toMatch(/my dad|my dog/);
    }
  });

  it('say nothing on the table that somebody at it may not know', async () => {
    const { run } = await confidentialUnit();
    const text = await read(run, `attendance-sheet K1 --today ${DAY}`);
    expect(text).toContain('Mother');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });
});
