import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { type Answer, unit } from '../support/harness';
import { linkTo } from '../support/people';

/** K1, whose first review was held on Friday 20 February 2026; today is Friday 13 March. */
async function afterReview(pack?: string) {
  const made = await unit(pack);
  await made.run(
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-02 --iro "A Khan" --social-worker "S Jones" --today 2026-02-02 --yes',
  );
  await made.run('record K1 review-held --on 2026-02-20 code=PN1');
  return made;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

interface Shown {
  readonly review: number | null;
  readonly heldOn: string;
  readonly steps: readonly {
    step: string;
    due: string | null;
    doneOn: string | null;
    standing: string | null;
  }[];
  readonly disagreement: { on: string; about: string | null; resolvedOn: string | null } | null;
}

async function shown(run: (line: string) => Promise<Answer>, line = 'review after K1'): Promise<Shown> {
  return JSON.parse((await run(`${line} --json`)).out) as Shown;
}

const stepOf = ({ steps }: Shown, kind: string) => steps.find(({ step }) => step === kind);

describe('review after, the steps in time', () => {
  it('records several at once, each on its own day, and meets their duties', async () => {
    const { run } = await afterReview();
    const { code, out, err } = await run(
      'review after K1 --decisions-sent 25/2 --received 10/3 --care-plan-updated 6/3 --record-completed 12/3',
    );
    expect(code).toBe(0);
    expect(out).toContain('K1/1  decisions sent on Wednesday 25 February 2026: recorded.\n');
    expect(onOneLine(out)).toContain(
      'decisions received by the manager on Tuesday 10 March 2026: recorded. Silence by Tuesday 17 March 2026 is agreement.',
    );
    expect(err).toContain('met       Send the decisions (it was due Friday 27 February 2026)');
    const after = await shown(run);
    expect(after).toMatchObject({ schema: 1, review: 1, heldOn: '2026-02-20', disagreement: null });
    expect(after.steps).toEqual([
      { step: 'decisions-sent', due: '2026-02-27', doneOn: '2026-02-25', standing: 'met' },
      { step: 'decisions-received', due: null, doneOn: '2026-03-10', standing: null },
      { step: 'manager-responded', due: '2026-03-17', doneOn: null, standing: 'upcoming' },
      { step: 'monitoring-form-completed', due: null, doneOn: null, standing: null },
      { step: 'care-plan-updated', due: '2026-03-06', doneOn: '2026-03-06', standing: 'met' },
      { step: 'plans-copied', due: null, doneOn: null, standing: null },
      { step: 'record-completed', due: '2026-03-13', doneOn: '2026-03-12', standing: 'met' },
      { step: 'record-distributed', due: '2026-03-20', doneOn: null, standing: 'upcoming' },
    ]);
  });

  it('keeps the other plans updated and who was given copies, by tag', async () => {
    const { run, db } = await afterReview();
    linkTo(db, 'K1', { tag: 'mother', name: 'Mary Example', role: 'parent' });
    const { out, err } = await run(
      'review after K1 --care-plan-updated 6/3 --plans PEP,health-plan --copied "child,Mary Example"',
    );
    expect(onOneLine(out)).toContain('updated plans copied to the child and mother on Friday 13 March 2026');
    expect(err).not.toContain('Mary');
    const { out: screen } = await run('review after K1');
    expect(onOneLine(screen)).toContain('Care plan updated: personal education plan,');
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    expect(chronology.find(({ kind }) => kind === 'plans-copied')?.attributes).toEqual({
      to: 'child,mother',
      review: '1',
    });
  });

  it('shows what is recorded and what is not, and the next thing to type', async () => {
    const { run } = await afterReview('york');
    await run('review after K1 --decisions-sent 2/3');
    const { out, err, code } = await run('review after K1');
    expect(code).toBe(0);
    expect(out).toContain('K1/1  held Friday 20 February 2026\n');
    expect(out).toMatch(/Fri 27 Feb {2}Decisions sent +done late Mon 2 Mar/);
    expect(out).toMatch(/Fri 27 Feb {2}Monitoring form +10 working days late/);
    expect(out).toMatch(/Decisions received by the manager +not recorded/);
    expect(err).toBe('Next: irotool review after K1 --received DATE\n');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('names the gap if a step is taken out of order, and accepts it', async () => {
    const { run } = await afterReview();
    const received = await run('review after K1 --received 10/3');
    expect(received.code).toBe(0);
    expect(onOneLine(received.err)).toContain('Note: The decisions are not recorded as sent.');
    const copied = await run('review after K1 --copied child');
    expect(onOneLine(copied.err)).toContain('Note: The care plan is not recorded as updated.');
  });

  it('accepts a step again on another day, saying so, and the first still counts', async () => {
    const { run } = await afterReview();
    await run('review after K1 --decisions-sent 25/2');
    const again = await run('review after K1 --decisions-sent 3/3');
    expect(again.code).toBe(0);
    expect(onOneLine(again.err)).toMatch(
      /Note: “decisions sent” is recorded already, on 25 February 2026\. If that was a mistake: irotool strike \d+ --why/,
    );
    expect(stepOf(await shown(run), 'decisions-sent')).toMatchObject({
      doneOn: '2026-02-25',
      standing: 'met',
    });
  });
});

describe('review after, the manager’s answer', () => {
  it('keeps what the manager disagrees with until it is resolved', async () => {
    const { run } = await afterReview();
    await run('review after K1 --received 10/3');
    const answer = await run(
      'review after K1 --response disagreed --responded 12/3 --manager "B Boss" --about "The contact plan"',
    );
    expect(answer.code).toBe(0);
    expect(answer.err).toContain('When it is settled: irotool review after K1 --resolved');
    expect(stepOf(await shown(run), 'manager-responded')).toMatchObject({ standing: 'met' });
    expect((await shown(run)).disagreement).toEqual({
      on: '2026-03-12',
      about: 'The contact plan',
      resolvedOn: null,
    });
    expect((await run('review after K1 --resolved "They met and agreed"')).code).toBe(0);
    expect((await shown(run)).disagreement).toMatchObject({ resolvedOn: '2026-03-13' });
  });

  it('resolves in the same command what was disagreed with days before', async () => {
    const { run } = await afterReview();
    const { code } = await run(
      'review after K1 --received 9/3 --response disagreed --responded 10/3 --about Contact --resolved "They met" --on 12/3',
    );
    expect(code).toBe(0);
    expect((await shown(run)).disagreement).toEqual({
      on: '2026-03-10',
      about: 'Contact',
      resolvedOn: '2026-03-12',
    });
  });

  it('shows a second disagreement as open, though an earlier one was resolved', async () => {
    const { run } = await afterReview();
    const first = 'review after K1 --received 9/3 --response disagreed --responded 10/3 --about Contact';
    await run(`${first} --resolved "They met" --on 12/3`);
    await run('review after K1 --response disagreed --responded 13/3 --about School');
    const { after } = JSON.parse((await run('review show K1 --json')).out) as { after: object };
    expect(after).toMatchObject({ disagreesWith: 'School' });
    expect(JSON.stringify(after)).not.toContain('They met');
  });

  it('takes silence for agreement, and keeps a later answer beside it', async () => {
    const { run } = await afterReview();
    const { out } = await run('review after K1 --decisions-sent 25/2 --received 25/2');
    expect(onOneLine(out)).toContain(
      'No answer is recorded by Wednesday 4 March 2026, so the decisions are taken as agreed.',
    );
    expect(stepOf(await shown(run), 'manager-responded')).toMatchObject({ standing: 'deemed', doneOn: null });
    const late = await run('review after K1 --response disagreed --responded 5/3 --about Contact');
    expect(late.code).toBe(0);
    expect(onOneLine(late.out)).toContain('The decisions had been taken as agreed after 4 March 2026');
    expect(stepOf(await shown(run), 'manager-responded')).toMatchObject({
      standing: 'deemed',
      doneOn: '2026-03-05',
    });
    expect((await run('review after K1')).out).toContain('taken as agreed; answered Thu 5 Mar');
  });

  it('on the last day of the five is in time', async () => {
    const { run } = await afterReview();
    const { out } = await run('review after K1 --received 25/2 --response agreed --responded 4/3');
    expect(out).not.toContain('taken as agreed');
    expect(stepOf(await shown(run), 'manager-responded')).toMatchObject({ standing: 'met' });
  });

  it('disagreed with and taken to dispute in one command leaves nothing to settle', async () => {
    const { run } = await afterReview();
    await run('review after K1 --received 11/3');
    await run('review after K1 --response disagreed --about Contact --dispute');
    const { actions } = JSON.parse((await run('due --child K1 --json')).out) as {
      actions: { action: string }[];
    };
    expect(actions.map(({ action }) => action)).not.toContain('disagreement');
    const { after } = JSON.parse((await run('review show K1 --json')).out) as { after: object };
    expect(after).toMatchObject({ answer: 'disagreed', dispute: { ref: 'D1', on: '2026-03-13' } });
  });

  it('opens disputes with a free reference each, about what was disagreed with', async () => {
    const { run } = await afterReview();
    await run('review after K1 --received 10/3 --response disagreed --responded 11/3 --about "Contact"');
    const first = await run('review after K1 --dispute');
    expect(first.out).toContain(
      'K1/1  dispute D1 opened, informally first, on Friday 13 March 2026: recorded.',
    );
    await run('review after K1 --resolved "In the dispute"');
    const second = await run('review after K1 --dispute --about "The school"');
    expect(second.out).toContain('dispute D2 opened');
    expect(onOneLine(second.err)).toContain('Note: No disagreement of the manager is open.');
    const { out } = await run('child show K1 --ids');
    expect(onOneLine(out)).toContain('dispute opened (ref D1, about Contact)');
    expect(onOneLine(out)).toContain('dispute opened (ref D2, about The school)');
  });
});

describe('review after, a third review and poor practice', () => {
  it('keeps the endorsement, and says so if the review is not the third', async () => {
    const { run } = await afterReview();
    const { err } = await run('review after K1 --endorsed-by "B Boss"');
    expect(onOneLine(err)).toContain('Note: This is review 1, not the third review.');
    await run('record K1 review-held --on 2026-03-02 code=PN1');
    await run('record K1 review-held --on 2026-03-09 code=PN1');
    expect((await run('review after K1')).out).toContain('Reasons for no permanence yet endorsed');
    const third = await run('review after K1 --endorsed-by "B Boss" --on 10/3');
    expect(third.err).not.toContain('not the third');
    expect(stepOf(await shown(run), 'third-review-endorsed')).toMatchObject({ doneOn: '2026-03-10' });
  });

  it('raises poor practice with a manager, more than once', async () => {
    const { run } = await afterReview();
    await run('review after K1 --poor-practice "B Boss" --about "No visits" --on 5/3');
    const { code, err } = await run('review after K1 --poor-practice "B Boss" --about "No plan"');
    expect(code).toBe(0);
    expect(err).not.toContain('already');
    expect(onOneLine((await run('child show K1 --ids')).out)).toContain('about No visits');
  });
});

describe('review after, whose review it is', () => {
  it('is the latest held, or the one named', async () => {
    const { run } = await afterReview();
    await run('record K1 review-held --on 2026-03-09 code=PN1');
    await run('review after K1 --decisions-sent 10/3');
    await run('review after K1 --review 1 --decisions-sent 10/3');
    expect(stepOf(await shown(run), 'decisions-sent')).toMatchObject({ due: '2026-03-16', standing: 'met' });
    const first = await shown(run, 'review after K1 --review 1');
    expect(first.review).toBe(1);
    expect(stepOf(first, 'decisions-sent')).toMatchObject({ due: '2026-02-27', standing: 'late' });
    expect((await run('review after K1 --review 1')).err).toBe(
      'Next: irotool review after K1 --review 1 --received DATE\n',
    );
  });

  it('is also one whose care has ended, and the review of an unplanned ending', async () => {
    const { run } = await afterReview('york');
    await run('record K1 ceased-looked-after --on 2026-03-02 unplanned=yes');
    expect((await run('review after K1 --decisions-sent 3/3')).code).toBe(0);
    await run('record K1 exit-review-held --on 2026-03-06');
    const { out, code } = await run('review after K1 --decisions-sent 9/3 --record-completed 12/3');
    expect(code).toBe(0);
    expect(out).toContain('K1  decisions sent on Monday 9 March 2026: recorded.');
    expect(await shown(run)).toMatchObject({ review: null, heldOn: '2026-03-06' });
    expect(stepOf(await shown(run), 'decisions-sent')).toMatchObject({ due: '2026-03-13', standing: 'met' });
    expect((await run('review after K1')).out).toContain(
      'K1  review of an unplanned ending held Friday 6 March 2026',
    );
    expect((await shown(run, 'review after K1 --review 1')).steps[0]).toMatchObject({ doneOn: '2026-03-03' });
  });

  it('tells the same number of two periods of care apart by the day', async () => {
    const { run, db } = await afterReview();
    await run('record K1 ceased-looked-after --on 2026-02-25');
    await run('new-review --ref K1 --looked-after 2026-03-02 --yes');
    await run('record K1 review-held --on 2026-03-09 code=PN1');
    await run('review after K1 --review 1 --decisions-sent 26/2');
    await run('review after K1 --review 1 --decisions-sent 11/3');
    expect(stepOf(await shown(run), 'decisions-sent')).toMatchObject({
      due: '2026-03-16',
      doneOn: '2026-03-11',
    });
    const { deadlines } = JSON.parse((await run('child show K1 --json')).out) as {
      deadlines: { rule: string; metOn: string | null }[];
    };
    expect(deadlines.filter(({ rule }) => rule === 'decisions-record').map(({ metOn }) => metOn)).toEqual([
      '2026-02-26',
      '2026-03-11',
    ]);
    const before = everything(db);
    const both = await run('review after K1 --review 1 --received 27/2 --record-completed 11/3');
    expect(both.code).toBe(1);
    expect(onOneLine(both.err)).toContain(
      'K1/1: another review was held after that of 20 February 2026, and by that day the step belongs to it.',
    );
    expect(everything(db)).toBe(before);
  });

  it('is each child’s own', async () => {
    const { run } = await afterReview();
    await run(
      'new-review --ref K2 --name "Child Two" --born 2012-05-02 --looked-after 2026-02-02 --today 2026-02-02 --yes',
    );
    await run('record K2 review-held --on 2026-02-20 code=PN1');
    await run('review after K1 --decisions-sent 25/2');
    expect(stepOf(await shown(run, 'review after K2'), 'decisions-sent')).toMatchObject({
      standing: 'overdue',
    });
  });
});

describe('review after refuses', () => {
  it.each([
    [
      'review after K1 --decisions-sent 19/2',
      1,
      'K1/1: the review was held on 20 February 2026, so “decisions sent” cannot have been on 19 February 2026. Nothing was saved. Check the date.',
    ],
    ['review after K1 --decisions-sent 2026-03-14', 1, '14 March 2026 has not come yet'],
    [
      'review after K1 --resolved "They met"',
      1,
      'K1/1: no disagreement of the manager is open. Nothing was saved. To record one: irotool review after K1 --response disagreed --about "…"',
    ],
    [
      'review after K1 --response disagreed --responded 12/3 --about x --resolved y --on 11/3',
      1,
      'K1/1: the manager disagreed on 12 March 2026, so it cannot have been resolved on 11 March 2026.',
    ],
    ['review after K1 --copied child,uncle', 1, 'K1 has nobody recorded by that name or tag.'],
    [
      'review after K1 --review 2 --decisions-sent 25/2',
      1,
      'K1 has no review 2. To see them: irotool review list K1. To record one: irotool review hold K1',
    ],
    ['review after K9', 1, 'There is no child "K9".'],
    ['review after K1 --review two', 2, '--review is a whole number from 1, or exit; not "two".'],
    ['review after K1 --response perhaps', 2, '--response is agreed or disagreed; not "perhaps".'],
    ['review after K1 --response disagreed', 2, 'Missing: --about'],
    ['review after K1 --responded 12/3', 2, 'Missing: --response'],
    ['review after K1 --manager "B Boss"', 2, '--manager goes with --received or --response.'],
    [
      'review after K1 --about Contact',
      2,
      '--about goes with --response, --dispute, --poor-practice or --good-practice.',
    ],
    [
      'review after K1 --response disagreed --poor-practice "B Boss" --about Contact',
      2,
      '--about can be of one thing only',
    ],
    [
      'review after K1 --resolved x --dispute',
      2,
      'A disagreement is resolved, or it goes to the dispute process: not both.',
    ],
    ['review after K1 --plans pep', 2, '--plans goes with --care-plan-updated.'],
    [
      'review after K1 --care-plan-updated 6/3 --plans homework',
      2,
      '--plans is a list of placement-plan, health-plan, pep, pathway-plan; not "homework".',
    ],
    ['review after K1 --endorsed-by ""', 2, '--endorsed-by is empty.'],
    ['review after K1 --decisions-sent soon', 2, '--decisions-sent: "soon" is not a date.'],
    [
      'review after K1 --decisions-sent 25/2 --record-completed 19/2',
      1,
      '“record completed” cannot have been on 19 February 2026',
    ],
  ])('%s (exit %i), and changes nothing', async (line, exit, message) => {
    const { run, db } = await afterReview();
    const before = everything(db);
    const { code, err, out } = await run(line);
    expect(onOneLine(err)).toContain(message);
    expect(code).toBe(exit);
    expect(out).toBe('');
    expect(everything(db)).toBe(before);
  });

  it('a step that is recorded on that day already, however it was entered', async () => {
    const { run, db } = await afterReview();
    await run('record K1 decisions-sent --on 2026-02-25');
    await run('done K1 record-full --on 2026-03-12');
    const before = everything(db);
    const entered = await run('review after K1 --decisions-sent 25/2');
    expect(entered.code).toBe(1);
    expect(entered.err).toMatch(
      /K1 already has “decisions sent” on 25 February 2026 \(event \d+\)\. Nothing was saved\. To enter it again, strike it out first: irotool strike \d+ --why "…"/,
    );
    expect((await run('review after K1 --record-completed 12/3 --yes')).code).toBe(1);
    expect(everything(db)).toBe(before);
  });

  it('if no review has been held, planned or not', async () => {
    const { run, db } = await unit();
    await run(
      'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
    );
    await run('review plan K1 --meeting 27/3');
    const before = everything(db);
    for (const line of ['review after K1', 'review after K1 --decisions-sent today']) {
      const { code, err } = await run(line);
      expect(code).toBe(1);
      expect(err).toContain('K1: no review has been held yet. When it has been: irotool review hold K1');
    }
    const named = await run('review after K1 --review 1');
    expect(named.err).toContain('K1/1 has not been held yet. When it has been: irotool review hold K1');
    expect(everything(db)).toBe(before);
  });

  it('a step before the latest review, naming the one that it may be of', async () => {
    const { run, db } = await afterReview();
    await run('record K1 review-held --on 2026-03-09 code=PN1');
    const before = everything(db);
    const { code, err } = await run('review after K1 --decisions-sent 25/2');
    expect(code).toBe(1);
    expect(onOneLine(err)).toContain('K1/2: the review was held on 9 March 2026');
    expect(onOneLine(err)).toContain('Check the date, or say that it was of review 1: --review 1');
    expect(everything(db)).toBe(before);
  });

  it('a step of the review of an ending once another review has been held', async () => {
    const { run, db } = await unit('york');
    await run(
      'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-02 --today 2026-02-02 --yes',
    );
    await run('record K1 ceased-looked-after --on 2026-02-20 unplanned=yes');
    await run('record K1 exit-review-held --on 2026-02-24');
    await run('new-review --ref K1 --looked-after 2026-03-02 --yes');
    await run('record K1 review-held --on 2026-03-09 code=PN1');
    const before = everything(db);
    const { code, err } = await run('review after K1 --decisions-sent 25/2');
    expect(code).toBe(1);
    expect(onOneLine(err)).toContain(
      'K1/1: the review was held on 9 March 2026, so “decisions sent” cannot have been on 25 February 2026. Nothing was saved. If it was a step of the review of the ending: irotool record K1 decisions-sent --on 2026-02-25',
    );
    expect(everything(db)).toBe(before);
    await run('record K1 decisions-sent --on 2026-02-25');
    expect(stepOf(await shown(run), 'decisions-sent')).toMatchObject({ doneOn: null });
  });
});
