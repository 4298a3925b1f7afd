import { describe, expect, it } from 'vitest';
import { widest } from '../support/facts';
import { unit } from '../support/harness';
import { linkTo } from '../support/people';
import { flat, refuses } from '../support/said';

/** K1 and K2, in care since September 2025, each with a review held; the next is due by Christmas. */
async function withChildren() {
  const made = await unit('york');
  for (const ref of ['K1', 'K2']) {
    await made.run(
      `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after 2025-09-01 --iro "A Khan" --today 2025-09-01 --yes`,
    );
    await made.run(`review hold ${ref} --on 2025-09-24 --code PN1`);
    await made.run(`review hold ${ref} --on 2025-12-15 --code PN1`);
  }
  linkTo(made.db, 'K1', { name: 'Mary Jones', role: 'parent', tag: 'mother', relationship: 'mother' });
  return made;
}

type Run = Awaited<ReturnType<typeof withChildren>>['run'];

interface Shown {
  readonly chronology: readonly { kind: string; on: string; attributes: Record<string, string> }[];
  readonly actions: readonly { action: string }[];
  readonly deadlines: readonly { rule: string; due: string; standing: string }[];
}

async function shown(run: Run, ref = 'K1'): Promise<Shown> {
  return JSON.parse((await run(`child show ${ref} --json`)).out) as Shown;
}

async function recorded(run: Run, kind: string, ref = 'K1') {
  return (await shown(run, ref)).chronology
    .filter((entry) => entry.kind === kind)
    .map(({ on, attributes }) => ({ on, ...attributes }));
}

describe('review call-early', () => {
  it('records who asked and why, and waits for the IRO', async () => {
    const { run } = await withChildren();
    const { out, err, code } = await run(
      'review call-early K1 --asked-by "Mary Jones" --reason contact --about "Fewer visits" --consulted child,mother',
    );
    expect(code).toBe(0);
    const asked =
      'early review asked for by mother (contact is to change a great deal) on Friday 13 March 2026';
    expect(flat(out)).toBe(`K1 ${asked}: recorded. `);
    expect(flat(err)).toContain(`K1: ${asked}.`);
    expect(err).toContain('irotool review call-early K1 --decision granted');
    expect(err).not.toContain('Note:');
    expect(err + out).not.toContain('Mary');
    expect(widest(err + out)).toBeLessThanOrEqual(80);
    // The chronology holds the tag, never the name.
    expect(await recorded(run, 'early-review-asked')).toEqual([
      {
        on: '2026-03-13',
        'asked-by': 'mother',
        reason: 'contact',
        about: 'Fewer visits',
        consulted: 'child,mother',
      },
    ]);
    expect((await shown(run)).actions.map(({ action }) => action)).toContain('early-review-decide');
  });

  it('is granted by a later decision, and stays on the list until it is held', async () => {
    const { run } = await withChildren();
    await run('review call-early K1 --asked-by mother --reason contact --on 10/3');
    const { out, err, code } = await run(
      'review call-early K1 --decision granted --by 10/4 --why "The child asks too" --consulted child',
    );
    expect(code).toBe(0);
    expect(flat(out)).toBe(
      'K1 early review granted by the IRO on Friday 13 March 2026, to be held by Friday 10 April 2026: recorded. ',
    );
    expect(flat(err)).toContain(
      'Note: It was asked for on Tuesday 10 March 2026 by mother: contact is to change a great deal.',
    );
    expect(err).toContain('due       Friday 10 April 2026: Hold the review that the IRO called early');
    expect(flat(err)).toContain('Not recorded as consulted: mother.');
    expect(flat(err)).toContain('It stays on the list until it is held. To plan it: irotool review plan K1');
    expect(await recorded(run, 'review-called')).toEqual([
      {
        on: '2026-03-13',
        by: '2026-04-10',
        reason: 'contact',
        'asked-by': 'mother',
        why: 'The child asks too',
        consulted: 'child',
      },
    ]);
    expect((await shown(run)).actions.map(({ action }) => action)).not.toContain('early-review-decide');
    await run('review hold K1 --on 9/4 --code PN1 --today 2026-04-09');
    const { deadlines } = JSON.parse((await run('child show K1 --json --today 2026-04-09')).out) as Shown;
    expect(deadlines.find(({ rule }) => rule === 'review-early')?.standing).toBe('met');
  });

  it('without a day stays to be settled', async () => {
    const { run } = await withChildren();
    const { out } = await run('review call-early K2 --asked-by school --reason exclusion --decision granted');
    expect(out).toContain('K2  early review granted by the IRO on Friday 13 March 2026: recorded.\n');
    expect((await shown(run, 'K2')).actions.map(({ action }) => action)).toEqual(['review-early']);
    expect(await recorded(run, 'early-review-asked', 'K2')).toHaveLength(1);
    expect(await recorded(run, 'review-called', 'K2')).toMatchObject([
      { reason: 'exclusion', 'asked-by': 'school' },
    ]);
    expect((await shown(run, 'K1')).actions).toEqual([]);
  });

  it('is refused by the IRO with the reason', async () => {
    const { run } = await withChildren();
    const { out } = await run(
      'review call-early K1 --asked-by child --reason request --decision refused --why "A meeting is near"',
    );
    expect(out).toContain('K1  early review refused by the IRO on Friday 13 March 2026: recorded.\n');
    expect(await recorded(run, 'early-review-refused')).toEqual([
      { on: '2026-03-13', why: 'A meeting is near' },
    ]);
    expect((await shown(run)).actions).toEqual([]);
  });

  it('decides the open request if it is typed out in full once more, on which some were consulted', async () => {
    const { run } = await withChildren();
    await run('review call-early K1 --asked-by mother --reason contact --consulted mother --on 10/3');
    await run('review call-early K1 --asked-by mother --reason contact --consulted child --decision granted');
    expect(await recorded(run, 'early-review-asked')).toHaveLength(1);
    expect(await recorded(run, 'review-called')).toMatchObject([{ consulted: 'mother,child' }]);
  });

  it('decides on another request that is made with it', async () => {
    const { run } = await withChildren();
    await run('review call-early K1 --asked-by mother --reason contact --consulted mother --on 10/3');
    await run('review call-early K1 --asked-by child --reason contact --consulted child --decision granted');
    expect(await recorded(run, 'early-review-asked')).toHaveLength(2);
    expect(await recorded(run, 'review-called')).toMatchObject([{ 'asked-by': 'child', consulted: 'child' }]);
  });

  it('says so if the day is no earlier than the next review, and if a meeting is after it', async () => {
    const { run } = await withChildren();
    const asked = 'review call-early K1 --asked-by child --reason request --decision granted';
    const late = await run(`${asked} --by 2026-06-16`);
    expect(flat(late.err)).toContain('A review is due by Monday 15 June 2026 in any case, before that day.');
    await run('review plan K2 --meeting "20/4 10:00"');
    const { err } = await run(
      'review call-early K2 --asked-by child --reason request --decision granted --by 17/4',
    );
    expect(flat(err)).toContain(
      'The meeting is planned for Monday 20 April 2026, after that day. To bring it forward: irotool review plan K2',
    );
  });

  it('refuses what is missing or misplaced, with what to type', async () => {
    const made = await withChildren();
    const line = 'review call-early K1';
    expect(await refuses(made, line, 2)).toContain('Missing: --asked-by --reason');
    expect(await refuses(made, `${line} --asked-by child --reason weather`, 2)).toContain(
      '--reason is care-plan, decisions-not-done',
    );
    expect(await refuses(made, `${line} --asked-by child --reason contact --decision perhaps`, 2)).toContain(
      '--decision is granted or refused; not "perhaps".',
    );
    expect(await refuses(made, `${line} --asked-by child --reason contact --why x`, 2)).toContain(
      'goes with --decision',
    );
    expect(await refuses(made, `${line} --asked-by child --reason contact --by 10/4`, 2)).toContain(
      '--by goes with --decision granted.',
    );
    expect(await refuses(made, `${line} --asked-by child --reason contact --decision refused`, 2)).toContain(
      'Missing: --why',
    );
    expect(await refuses(made, `${line} --asked-by child --reason contact --consulted aunt`, 1)).toContain(
      'Those recorded: child, iro, social-worker, mother.',
    );
  });

  it('refuses a decision if nothing is asked for, and one before it was', async () => {
    const made = await withChildren();
    expect(await refuses(made, 'review call-early K1 --decision granted', 1)).toBe(
      'K1 has no early review asked for that is not decided. To record both at once: irotool review call-early K1 --asked-by NAME --reason CODE --decision granted ',
    );
    await made.run('review call-early K1 --asked-by child --reason request --on 10/3');
    expect(await refuses(made, 'review call-early K1', 2)).toContain('Missing: --decision');
    expect(await refuses(made, 'review call-early K1 --decision granted --about x', 2)).toContain(
      '--about goes with --asked-by; the IRO’s reason: --why.',
    );
    expect(await refuses(made, 'review call-early K1 --decision granted --on 9/3', 1)).toContain(
      'it was asked for on 10 March 2026, so the IRO cannot have decided on 9 March 2026.',
    );
    expect(await refuses(made, 'review call-early K1 --decision granted --by 2026-03-12', 1)).toContain(
      '--by: Thursday 12 March 2026 is before Friday 13 March 2026.',
    );
    expect((await made.run('review call-early K1 --decision granted --by 2026-03-13')).code).toBe(0);
    expect(await refuses(made, 'review call-early K1 --decision granted', 1)).toContain('not decided');
  });

  it('is not asked for on the day of a decision, which would answer it unseen', async () => {
    const made = await withChildren();
    await made.run('review call-early K1 --asked-by mother --reason contact --on 10/3');
    await made.run('review call-early K1 --decision refused --why "A meeting is near"');
    const line = 'review call-early K1 --asked-by child --reason request';
    expect(await refuses(made, line, 1)).toContain(
      'K1: the IRO’s decision of 13 March 2026 answers all that was asked for by that day.',
    );
    expect((await made.run(`${line} --today 2026-03-14`)).code).toBe(0);
  });

  it('is not for a child who is not looked after', async () => {
    const made = await withChildren();
    await made.run('child left K2 --on 1/3 --reason E4A');
    const line = 'review call-early K2 --asked-by child --reason request';
    expect(await refuses(made, line, 1)).toContain('K2 ceased to be looked after on 1 March 2026');
  });
});

describe('review before-change', () => {
  it('shows the review that is to come first', async () => {
    const { run } = await withChildren();
    const { out, err, code } = await run(
      'review before-change K1 --kind placement-end --by 15/4 --about "The carers retire"',
    );
    expect(code).toBe(0);
    expect(flat(out)).toContain(
      'K1 change proposed (the end of the placement, for Wednesday 15 April 2026) on Friday 13 March 2026: recorded.',
    );
    expect(flat(err)).toContain('(Care Planning Regulations 2010, reg 14(1))');
    expect(err).toContain('due       Wednesday 15 April 2026: Hold a review before the change');
    expect(err).toContain('irotool review plan K1');
    expect(await recorded(run, 'change-proposed')).toEqual([
      { on: '2026-03-13', kind: 'placement-end', by: '2026-04-15', about: 'The carers retire' },
    ]);
    expect(widest(err + out)).toBeLessThanOrEqual(80);
  });

  it.each([
    ['14/4', 'The review is planned for Wednesday 15 April 2026, after the day of the change.'],
    ['15/4', 'A review is planned for Wednesday 15 April 2026.'],
  ])('by %s, with a review planned for 15 April', async (by, note) => {
    const { run } = await withChildren();
    await run('review plan K1 --meeting "15/4 10:00"');
    const { err } = await run(`review before-change K1 --kind care-plan --by ${by}`);
    expect(flat(err)).toContain(`Note: ${note}`);
  });

  it('without a day stays to be settled', async () => {
    const { run } = await withChildren();
    const { out } = await run('review before-change K1 --kind end-of-accommodation');
    expect(flat(out)).toContain('K1 change proposed (the end of the child’s accommodation) on Friday');
    expect((await shown(run)).actions.map(({ action }) => action)).toEqual(['review-before-change']);
  });

  it('refuses an unknown kind, none, and a day before it was proposed', async () => {
    const made = await withChildren();
    expect(await refuses(made, 'review before-change K1', 2)).toContain('Missing: --kind');
    expect(await refuses(made, 'review before-change K1 --kind holiday', 2)).toContain(
      '--kind is care-plan, placement-end, placement-with-parents, end-of-accommodation or end-of-detention',
    );
    expect(await refuses(made, 'review before-change K1 --kind care-plan --by 2026-03-12', 1)).toContain(
      '--by: Thursday 12 March 2026 is before Friday 13 March 2026.',
    );
    expect((await made.run('review before-change K1 --kind care-plan --by 2026-03-13')).code).toBe(0);
  });
});

describe('review no-meeting', () => {
  const line = 'review no-meeting K1 --factors "Settled, and the child wishes it"';

  it('is for a long-term foster placement of more than a year, from the day after', async () => {
    const made = await withChildren();
    await made.run('record K1 long-term-foster-designated --on 2025-09-02');
    expect(await refuses(made, `${line} --today 2026-09-02`, 1)).toContain(
      'K1: the long-term foster placement is not yet more than a year old. Reviews may do without a meeting from Thursday 3 September 2026 (Children Act 1989 guidance, volume 2, para 4.17).',
    );
    const { out, err, code } = await made.run(`${line} --consulted child --today 2026-09-03`);
    expect(code).toBe(0);
    expect(flat(out)).toContain(
      'K1 reviews need a meeting only yearly, decided on Thursday 3 September 2026: recorded.',
    );
    expect(flat(err)).toContain('one a year at least is a meeting: the next by Tuesday 15 December 2026.');
    expect(flat(err)).toContain('Not recorded as consulted: the IRO.');
    expect(flat(err)).toContain('belongs in the care plan');
    const { chronology } = JSON.parse(
      (await made.run('child show K1 --json --today 2026-09-03')).out,
    ) as Shown;
    expect(chronology.find(({ kind }) => kind === 'meeting-not-needed')).toMatchObject({
      on: '2026-09-03',
      attributes: { factors: 'Settled, and the child wishes it', consulted: 'child' },
    });
  });

  it('is refused if there is no such placement, or it has ended', async () => {
    const made = await withChildren();
    expect(await refuses(made, line, 1)).toContain(
      'K1: the child is not recorded as in designated long-term fostering on 13 March 2026',
    );
    await made.run('record K1 long-term-foster-designated --on 2025-09-02');
    await made.run('record K1 long-term-foster-ended --on 2026-09-10 --today 2026-09-10');
    expect(await refuses(made, `${line} --today 2026-09-10`, 1)).toContain('not recorded as in designated');
    expect((await made.run(`${line} --on 2026-09-09 --today 2026-09-10`)).code).toBe(0);
  });

  it('needs what led to it', async () => {
    const made = await withChildren();
    await made.run('record K1 long-term-foster-designated --on 2025-09-02');
    expect(await refuses(made, 'review no-meeting K1 --today 2026-09-03', 2)).toContain('Missing: --factors');
  });
});
