import { describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { type Answer, unit } from '../support/harness';
import { linkTo } from '../support/people';

const MOTHER = {
  tag: 'mother',
  relationship: 'mother',
  name: 'Mary Example',
  role: 'parent',
  hasResponsibility: true,
};
const FATHER = {
  tag: 'father',
  relationship: 'father',
  name: 'Fred Example',
  role: 'parent',
  hasResponsibility: true,
};
const CARER = { tag: 'carer', name: 'Cara Example', role: 'carer' };
const TEACHER = { tag: 'teacher', name: 'Tess Example', role: 'teacher' };
const GUARDIAN = { tag: 'guardian', name: 'Guy Example', role: 'guardian' };

/** K1 with people; the first review was held on Tuesday 10 March 2026, as `held` says; today is the 13th. */
async function heldWith(
  held: string,
  people: readonly Parameters<typeof linkTo>[2][] = [MOTHER, CARER, TEACHER],
  before: readonly string[] = [],
) {
  const made = await unit('york');
  await made.run(
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-16 --iro "A Khan" --social-worker "S Jones" --today 2026-02-16 --yes',
  );
  for (const person of people) linkTo(made.db, 'K1', person);
  for (const line of before) await made.run(line);
  await made.run(`record K1 review-held --on 2026-03-10 code=PN1 ${held}`);
  await made.run('record K1 record-completed --on 2026-03-11');
  return made;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

interface Row {
  readonly who: string;
  readonly name: string | null;
  readonly part: string | null;
  readonly attended: string | null;
  readonly proposal: string | null;
  readonly addressOut: boolean;
  readonly record: string | null;
  readonly on: string | null;
  readonly why: string | null;
  readonly decidedBy: string | null;
  readonly redacted: string | null;
}

async function list(run: (line: string) => Promise<Answer>, line = 'review distribute K1') {
  const { out } = await run(`${line} --json`);
  const shown = JSON.parse(out) as { review: number | null; distribution: Row[]; left: string[] };
  const of = (who: string): Row | undefined => shown.distribution.find((row) => row.who === who);
  return { ...shown, of };
}

describe('review distribute shows the list', () => {
  it('of those who attended, and if nobody was listed of parents, carers, social worker and child', async () => {
    const { run } = await heldWith('attended=child,carer,teacher');
    const shown = await list(run);
    expect(shown).toMatchObject({ schema: 1, child: { ref: 'K1' }, review: 1, heldOn: '2026-03-10' });
    expect(shown.distribution.map(({ who, attended, proposal }) => [who, attended, proposal])).toEqual([
      ['child', 'yes', 'full'],
      ['carer', 'yes', 'full'],
      ['mother', 'no', 'decide'],
      ['social-worker', 'no', null],
      ['teacher', 'yes', 'full'],
    ]);
    expect(shown.of('mother')).toEqual({
      who: 'mother',
      name: 'Mary Example',
      part: null,
      attended: 'no',
      proposal: 'decide',
      addressOut: false,
      record: null,
      on: null,
      why: null,
      tell: null,
      decidedBy: null,
      redacted: null,
    });
    expect(shown.left).toEqual(['child', 'carer', 'mother', 'social-worker', 'teacher']);
  });

  it('of those listed for the review, and nobody taken off it', async () => {
    const { run } = await heldWith(
      'attended=child',
      [MOTHER, FATHER, CARER, TEACHER],
      [
        'record K1 participant-listed --on 2026-03-02 ref=child part=invited',
        'record K1 participant-listed --on 2026-03-02 ref=mother part=consulted',
        'record K1 participant-listed --on 2026-03-02 ref=teacher part=distribution',
        'record K1 participant-listed --on 2026-03-02 ref=father part=invited',
        'record K1 participant-listed --on 2026-03-03 ref=father part=none',
      ],
    );
    expect((await list(run)).distribution.map(({ who, part, proposal }) => [who, part, proposal])).toEqual([
      ['child', 'invited', 'full'],
      ['mother', 'consulted', 'decide'],
      ['teacher', 'distribution', 'full'],
    ]);
  });

  it('and of those invited, who were never put on the list by hand', async () => {
    const { run } = await heldWith(
      'attended=child',
      [MOTHER, CARER],
      [
        'record K1 participant-listed ref=mother part=invited --on 2026-02-20',
        'record K1 invitations-sent to=child,mother,carer,social-worker --on 2026-02-23',
      ],
    );
    const { left, of } = await list(run);
    expect(left).toEqual(['child', 'mother', 'carer', 'social-worker']);
    expect(of('carer')).toMatchObject({ part: null, attended: 'no', proposal: null });
  });

  it('with the social worker and IRO to decide if a parent has supervised contact or none', async () => {
    const { run } = await heldWith('attended=child,mother,father', [
      { ...MOTHER, contact: 'supervised' },
      { ...FATHER, contact: 'ordinary' },
    ]);
    const shown = await list(run);
    expect(shown.of('mother')).toMatchObject({ attended: 'yes', proposal: 'decide' });
    expect(shown.of('father')).toMatchObject({ attended: 'yes', proposal: 'full' });
    const { out } = await run('review distribute K1');
    expect(onOneLine(out)).toContain(
      'mother (Mary Example) attended not sent yet; social worker and IRO decide',
    );
    expect(onOneLine(out)).toContain('decide what they are sent (IRO Handbook, paras 3.67 to 3.69)');
  });

  it('and if a parent attended in part: one sitting of two, or not invited to all of it', async () => {
    const sittings = await heldWith(
      'attended=child,father',
      [MOTHER, FATHER],
      ['record K1 review-adjourned --on 2026-03-04 attended=child,mother,father'],
    );
    expect((await list(sittings.run)).of('mother')).toMatchObject({ attended: 'part', proposal: 'decide' });
    expect((await list(sittings.run)).of('father')).toMatchObject({ attended: 'yes', proposal: 'full' });
    const kept = await heldWith(
      'attended=child,mother',
      [MOTHER],
      ['record K1 not-invited --on 2026-03-04 ref=mother concern=Threats part=some'],
    );
    expect((await list(kept.run)).of('mother')).toMatchObject({ attended: 'part', proposal: 'decide' });
  });

  it('if nobody was said to have attended, and a parent is decided about', async () => {
    const { run } = await heldWith('');
    const shown = await list(run);
    expect(shown.of('child')).toMatchObject({ attended: null, proposal: null });
    expect(shown.of('mother')).toMatchObject({ attended: null, proposal: 'decide' });
  });

  it('with the allocated IRO only if a substitute chaired', async () => {
    const own = await heldWith('attended=child,iro');
    expect((await list(own.run)).of('iro')).toBeUndefined();
    const listed = await heldWith(
      'attended=child',
      [],
      ['record K1 participant-listed --on 2026-03-02 ref=iro part=invited'],
    );
    expect((await list(listed.run)).distribution.map(({ who }) => who)).toEqual(['child']);
    const other = await heldWith(
      '"chair=M Other" attended=child',
      [],
      ['person add --name "M Other" --role iro'],
    );
    expect((await list(other.run)).of('iro')).toMatchObject({ name: 'A Khan', proposal: 'full' });
  });

  it('with the children’s guardian while proceedings run, and says so if none is recorded', async () => {
    const started = 'record K1 proceedings-started --on 2026-02-20';
    const running = await heldWith('attended=child', [GUARDIAN], [started]);
    expect((await list(running.run)).of('guardian')).toMatchObject({ attended: 'no', proposal: 'full' });
    const ended = await heldWith(
      'attended=child',
      [GUARDIAN],
      [started, 'record K1 proceedings-ended --on 2026-03-09'],
    );
    expect((await list(ended.run)).of('guardian')).toBeUndefined();
    const none = await heldWith('attended=child', [], [started]);
    expect((await none.run('review distribute K1')).err.replaceAll(/\s+/g, ' ')).toContain(
      'no children’s guardian is recorded: irotool child link K1 NAME --role guardian',
    );
  });

  it('with a warning beside those who may not know a confidential placement', async () => {
    const placed = 'record K1 placement-started --on 2026-02-16 kind=U1 confidential=yes';
    const people = [MOTHER, { ...FATHER, knowsPlacement: true }, CARER];
    const { run } = await heldWith('attended=child,mother,father,carer', people, [placed]);
    const shown = await list(run);
    const warned = shown.distribution.filter(({ addressOut }) => addressOut).map(({ who }) => who);
    expect(warned).toEqual(['mother']);
    expect(onOneLine((await run('review distribute K1')).out)).toContain(
      'mother (Mary Example) attended not sent yet; full. May not know',
    );
    const open = await heldWith('attended=child,mother', people, [placed.replace('yes', 'no')]);
    expect((await list(open.run)).of('mother')).toMatchObject({ addressOut: false });
  });

  it('still after care and the confidential placement have ended, and of an unplanned ending', async () => {
    const { run } = await heldWith(
      'attended=child,mother',
      [MOTHER],
      ['record K1 placement-started --on 2026-02-16 kind=U1 confidential=yes'],
    );
    await run('record K1 ceased-looked-after --on 2026-03-11 unplanned=yes');
    expect((await list(run)).of('mother')).toMatchObject({ addressOut: true });
    await run('record K1 exit-review-held --on 2026-03-12 attended=child');
    expect(await list(run)).toMatchObject({ review: null, heldOn: '2026-03-12' });
    expect((await list(run)).of('mother')).toMatchObject({ attended: 'no', addressOut: true });
    expect((await run('review distribute K1 --all')).out).toContain('K1  the full record for the child');
    expect((await list(run, 'review distribute K1 --review 1')).of('child')).toMatchObject({ record: null });
  });

  it('within the width of the screen', async () => {
    const { run, db } = await heldWith('attended=child', [
      { ...MOTHER, name: 'Maximiliana Featherstonehaugh-Cholmondeley of Ravenscourt-under-the-Hill' },
    ]);
    await run(
      `review distribute K1 mother --record part --why "${'The court has said so. '.repeat(5)}" --decided-by "A Khan and S Jones" --redacted "The placement address and the school"`,
    );
    expect(widest((await run('review distribute K1')).out)).toBeLessThanOrEqual(80);
    expect(widest((await onScreen('review distribute K1', db, 60)).out)).toBeLessThanOrEqual(60);
  });
});

describe('review distribute records', () => {
  it('part of the record for a parent, with the reason, who decided and what was taken out', async () => {
    const { run } = await heldWith('attended=child');
    const { code, out, err } = await run(
      'review distribute K1 mother --record part --why "Supervised contact" --decided-by "A Khan and S Jones" --redacted "placement address" --on 12/3',
    );
    expect(code).toBe(0);
    expect(onOneLine(out)).toContain(
      'K1/1 part of the record for mother, on Thursday 12 March 2026: recorded.',
    );
    expect(onOneLine(out)).toContain('K1/1 Left: the child, carer and the social worker.');
    expect(out + err).not.toContain('Mary');
    expect((await list(run)).of('mother')).toMatchObject({
      record: 'part',
      on: '2026-03-12',
      why: 'Supervised contact',
      decidedBy: 'A Khan and S Jones',
      redacted: 'placement address',
    });
    expect(onOneLine((await run('review distribute K1')).out)).toContain(
      'decided by A Khan and S Jones; taken out: placement address',
    );
  });

  it('finds someone by name, and says so if they are not on the list', async () => {
    const { run } = await heldWith('attended=child,mother', [MOTHER, TEACHER]);
    expect((await run('review distribute K1 "Mary Example" --record full')).code).toBe(0);
    const { code, err } = await run('review distribute K1 teacher --record full');
    expect(code).toBe(0);
    expect(onOneLine(err)).toContain('Note: teacher is not on the list of this review.');
    expect((await list(run)).of('teacher')).toMatchObject({ record: 'full' });
  });

  it('--all: the full record for those who attended, and names who needs a decision', async () => {
    const { run } = await heldWith('attended=child,carer,teacher,mother,social-worker', [
      { ...MOTHER, contact: 'none' },
      CARER,
      TEACHER,
    ]);
    const { code, out } = await run('review distribute K1 --all');
    expect(code).toBe(0);
    expect(onOneLine(out)).toBe(
      'K1/1 the full record for the child, carer, the social worker and teacher, on Friday 13 March 2026: recorded. K1/1 Left: mother. ',
    );
    expect((await list(run)).left).toEqual(['mother']);
    expect((await run('due --child K1 --month')).out).toContain('Send out the record');
  });

  it('the record as sent out once the last on the list has been dealt with, with its duty met', async () => {
    const { run } = await heldWith('attended=child,carer,social-worker', [MOTHER, CARER]);
    await run('review distribute K1 --all --on 12/3');
    const { out, err } = await run(
      'review distribute K1 mother --record none --why "No contact order" --decided-by "A Khan and S Jones" --on 11/3',
    );
    expect(onOneLine(out)).toContain('no record for mother, on Wednesday 11 March 2026: recorded.');
    // On the day the last was sent, not the day the last was decided about.
    expect(onOneLine(out)).toContain(
      'everyone has been dealt with: record sent out on Thursday 12 March 2026, recorded.',
    );
    expect(onOneLine(err)).toContain('met Send out the record of the review');
    expect((await list(run)).left).toEqual([]);
    expect((await run('review distribute K1')).out).toContain(
      'The record is recorded as sent out on Thursday 12 March 2026.',
    );
    expect((await run('doctor')).code).toBe(0);
  });

  it('nothing more as sent out if that was recorded already', async () => {
    const { run } = await heldWith('attended=child,social-worker', []);
    await run('done K1 record-distribute --on 2026-03-12');
    const { out } = await run('review distribute K1 --all');
    expect(out).not.toContain('sent out');
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string }[];
    };
    expect(chronology.filter(({ kind }) => kind === 'record-distributed')).toHaveLength(1);
  });

  it('each review’s own, and says so if the record is not complete or was sent before', async () => {
    const { run } = await heldWith('attended=child,social-worker', []);
    await run('review distribute K1 child --record full --on 12/3');
    const again = await run('review distribute K1 child --record full');
    expect(again.code).toBe(0);
    expect(onOneLine(again.err)).toContain('Note: “record sent” is recorded already, on 12 March 2026.');
    await run('record K1 review-held --on 2026-03-12 code=PN1 attended=child');
    expect((await list(run)).of('child')).toMatchObject({ record: null });
    const next = await run('review distribute K1 child --record full');
    expect(onOneLine(next.err)).toContain('Note: The full record is not recorded as completed.');
    expect(onOneLine((await run('review distribute K1 --review 1')).err)).toContain(
      'irotool review distribute K1 --review 1 social-worker --record full',
    );
  });

  it('to those who may not know the placement only with the address taken out', async () => {
    const { run } = await heldWith(
      'attended=child,mother,teacher',
      [MOTHER, TEACHER],
      ['record K1 placement-started --on 2026-02-16 kind=U1 confidential=yes'],
    );
    await run('review distribute K1 --all');
    expect((await list(run)).left).toEqual(['mother', 'social-worker', 'teacher']);
    const mother = await run('review distribute K1 mother --record full --redacted "placement address"');
    expect(mother.code).toBe(0);
    const part = await run(
      'review distribute K1 teacher --record part --why "School only" --decided-by "A Khan"',
    );
    expect(onOneLine(part.err)).toContain('Note: teacher may not know the placement: take the address out');
    expect((await list(run)).of('mother')).toMatchObject({ redacted: 'placement address' });
  });

  it('with --all and --redacted, to them too', async () => {
    const { run } = await heldWith(
      'attended=child,mother,teacher',
      [MOTHER, TEACHER],
      ['record K1 placement-started --on 2026-02-16 kind=U1 confidential=yes'],
    );
    await run('review distribute K1 --all --redacted "placement address"');
    expect((await list(run)).left).toEqual(['social-worker']);
  });
});

describe('review distribute refuses', () => {
  it.each([
    [
      'review distribute K1 mother --record full',
      1,
      'K1/1: whether mother is sent the full record is for the social worker and the IRO to decide (IRO Handbook, paras 3.67 to 3.69). Nothing was saved. Give their reason with --why, and --decided-by.',
    ],
    ['review distribute K1 mother --record full --yes', 1, 'Give their reason with --why'],
    ['review distribute K1 mother --record full --redacted address', 1, 'Give their reason with --why'],
    [
      'review distribute K1 teacher --record full',
      1,
      'K1/1: the placement is confidential and teacher may not know it. Nothing was saved. Say what was taken out with --redacted, or why nothing was with --why.',
    ],
    ['review distribute K1 uncle --record full', 1, 'K1 has nobody recorded by that name or tag.'],
    [
      'review distribute K1 child --record full --on 9/3',
      1,
      'K1/1: the review was held on 10 March 2026, so “record sent” cannot have been on 9 March 2026. Nothing was saved.',
    ],
    ['review distribute K1 child --record full --review 3', 1, 'K1 has no review 3.'],
    ['review distribute K1 mother', 2, 'Missing: --record'],
    ['review distribute K1 mother --record part', 2, 'Missing: --why --decided-by'],
    ['review distribute K1 mother --record none --why "No contact"', 2, 'Missing: --decided-by'],
    ['review distribute K1 mother --record half', 2, '--record is full, part or none; not "half".'],
    [
      'review distribute K1 mother --record none --why x --decided-by y --redacted z',
      2,
      '--redacted goes with full or part.',
    ],
    ['review distribute K1 mother --record part --why "" --decided-by y', 2, '--why is empty.'],
    ['review distribute K1 mother --all', 2, 'Name one person, or give --all: not both.'],
    ['review distribute K1 --all --record part', 2, '--all is the full record for each who attended'],
    [
      'review distribute K1 --record full',
      2,
      'Say who is sent it: irotool review distribute REF WHO --record full',
    ],
  ])('%s (exit %i), and changes nothing', async (line, exit, message) => {
    const { run, db } = await heldWith(
      'attended=child,teacher',
      [MOTHER, TEACHER],
      ['record K1 placement-started --on 2026-02-16 kind=U1 confidential=yes'],
    );
    const before = everything(db);
    const { code, err, out } = await run(line);
    expect(onOneLine(err)).toContain(message);
    expect(err).not.toContain('Example');
    expect(code).toBe(exit);
    expect(out).toBe('');
    expect(everything(db)).toBe(before);
  });

  it('but sends the full record to a parent if the reason is given', async () => {
    const { run } = await heldWith('attended=child', [MOTHER]);
    const { code } = await run(
      'review distribute K1 mother --record full --why "Ill that day" --decided-by "A Khan"',
    );
    expect(code).toBe(0);
    expect((await list(run)).of('mother')).toMatchObject({ record: 'full', why: 'Ill that day' });
  });

  it('--all if nobody is left for it', async () => {
    const { run, db } = await heldWith('attended=child,social-worker', [MOTHER]);
    await run('review distribute K1 --all');
    const before = everything(db);
    const left = await run('review distribute K1 --all');
    expect(left.code).toBe(1);
    expect(onOneLine(left.err)).toContain(
      'K1/1: nobody is left who attended and needs no decision. Left: mother. Nothing was saved. One by one: irotool review distribute K1 mother --record full|part|none',
    );
    expect(everything(db)).toBe(before);
    await run('review distribute K1 mother --record none --why x --decided-by y');
    const done = await run('review distribute K1 --all');
    expect(done.code).toBe(1);
    expect(onOneLine(done.err)).toContain('K1/1: everyone on the list has been dealt with.');
  });

  it('the same person twice on one day, and any before a review has been held', async () => {
    const { run, db } = await heldWith('attended=child,social-worker', []);
    await run('record K1 record-sent --on 2026-03-12 ref=child record=full');
    await run('new-review --ref K2 --name "Child Two" --born 2012-05-02 --looked-after 2026-03-02 --yes');
    const before = everything(db);
    const again = await run('review distribute K1 child --record full --on 12/3');
    expect(again.code).toBe(1);
    expect(again.err).toContain('K1 already has “record sent” on 12 March 2026');
    for (const line of ['review distribute K2', 'review distribute K2 --all']) {
      const none = await run(line);
      expect(none.code).toBe(1);
      expect(none.err).toContain('K2: no review has been held yet. When it has been: irotool review hold K2');
    }
    expect(everything(db)).toBe(before);
  });
});
