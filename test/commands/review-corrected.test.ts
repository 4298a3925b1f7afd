/** What was entered wrongly is struck out and entered again, and a review's screens have all that is recorded. */
import { describe, expect, it } from 'vitest';
import type { AttributeSpec } from '../../src/core/events/attribute';
import type { EventSpec } from '../../src/core/events/event';
import { EVENTS } from '../../src/core/events/list';
import { everything } from '../support/facts';
import { type Answer, unit } from '../support/harness';

type Data = Record<string, never>;

/** K1 with a mother and an IRO; every line typed has to succeed. */
async function withChild() {
  const { run, db } = await unit('york');
  const type = async (line: string | readonly string[]): Promise<Answer> => {
    const answer = await run(line);
    if (answer.code !== 0) throw new Error(`${String(line)}: ${answer.err}`);
    return answer;
  };
  await type('person add --name "A Khan" --role iro');
  await type(
    'new-review --ref K1 --name "Child One" --born 2010-05-02 --looked-after 2026-02-16 --iro "A Khan" --today 2026-02-16 --yes',
  );
  await type(
    'child link K1 "Jane One" --role parent --relationship mother --responsibility yes --from 2026-02-16',
  );
  const json = async (line: string): Promise<Data> => JSON.parse((await type(`${line} --json`)).out);
  const shown = (review = 1): Promise<Data> => json(`review show K1 --review ${review}`);
  /** Strikes out the last event of a kind. */
  const strike = async (kind: string): Promise<void> => {
    const { chronology } = (await json('child show K1')) as unknown as {
      chronology: { id: number; kind: string; struckWhy: string | null }[];
    };
    const last = chronology.filter((each) => each.kind === kind && each.struckWhy === null);
    const id = Math.max(...last.map((each) => each.id));
    await type(`strike ${id} --why "entered wrongly" --yes`);
  };
  return { run, db, type, json, shown, strike };
}

describe('struck out and entered again', () => {
  it('a plan: the one before stands, then the new one', async () => {
    const { type, shown, strike } = await withChild();
    await type('review plan K1 --meeting "2026-03-16 10:00" --on 2026-02-17 --venue School');
    await type('review plan K1 --meeting "2026-03-11 10:00" --on 2026-02-18 --because "A wrong date"');
    expect(await shown()).toMatchObject({ review: { meeting: '2026-03-11' } });
    await strike('review-planned');
    expect(await shown()).toMatchObject({
      review: { meeting: '2026-03-16', venue: 'School' },
      plans: [{ meeting: '2026-03-16' }],
    });
    await type('review plan K1 --meeting "2026-03-12 09:30" --on 2026-02-18 --because "The carer asked"');
    expect(await shown()).toMatchObject({
      review: { meeting: '2026-03-12', time: '09:30' },
      plans: [{ meeting: '2026-03-16' }, { meeting: '2026-03-12', because: 'The carer asked' }],
    });
    const { out } = await type('review show K1');
    expect(out).toContain('12 March 2026');
    expect(out).not.toContain('11 March 2026');
    expect((await type('doctor')).out).toContain('Every deadline is what the facts come to.');
  });

  it('a participant: what was said of them before, then what is said now', async () => {
    const { type, shown, strike } = await withChild();
    await type('review participants K1 --add mother --interpreter Polish --on 2026-03-02');
    await type('review participants K1 --add mother --part consulted --on 2026-03-03');
    expect(await shown()).toMatchObject({ participants: [{ ref: 'mother', part: 'consulted' }] });
    await strike('participant-listed');
    expect(await shown()).toMatchObject({
      participants: [{ ref: 'mother', part: 'invited', interpreter: 'Polish' }],
    });
    await strike('participant-listed');
    await type('review participants K1 --add mother --interpreter Ukrainian --on 2026-03-03');
    expect(await shown()).toMatchObject({ participants: [{ part: 'invited', interpreter: 'Ukrainian' }] });
    expect((await type('review show K1')).out).not.toContain('Polish');
  });

  it('a decision not to invite: nothing is owed, she is invited again, then what is true is owed', async () => {
    const { type, json, shown, strike } = await withChild();
    const decide = (concern: string, by: string): Promise<Answer> =>
      type(
        `review not-invite K1 mother --concern "${concern}" --considered "Two meetings" --views "A letter" --iro-consulted 2026-03-02 --look-again ${by} --on 2026-03-03`,
      );
    const owed = async (): Promise<string[]> => {
      const { deadlines, actions } = (await json(
        'due --child K1 --from 2026-03-13 --to 2026-12-31',
      )) as unknown as {
        deadlines: { rule: string; due: string }[];
        actions: { action: string }[];
      };
      return [
        ...deadlines.filter(({ rule }) => rule.startsWith('not-')).map(({ due }) => due),
        ...actions.map(({ action }) => action).filter((action) => action.startsWith('not-')),
      ];
    };
    await type('review participants K1 --add mother --on 2026-03-02');
    await decide('Of another family', '2026-06-01');
    expect(await owed()).toEqual(['2026-06-01', 'not-invited-reasons']);
    await strike('not-invited');
    await strike('participant-listed');
    expect(await owed()).toEqual([]);
    expect(await shown()).toMatchObject({
      notInvited: [],
      participants: [{ ref: 'mother', part: 'invited' }],
    });
    await decide('Threats to the carer', '2026-07-01');
    expect(await owed()).toEqual(['2026-07-01', 'not-invited-reasons']);
    expect(await shown()).toMatchObject({
      notInvited: [{ ref: 'mother', concern: 'Threats to the carer', lookAgainBy: '2026-07-01' }],
    });
    const { out } = await type('review show K1');
    expect(out).toContain('Threats to the carer');
    expect(out).not.toContain('Of another family');
  });

  it('a decision of the review: its number is free for what was really decided', async () => {
    const { type, shown, strike } = await withChild();
    await type('review hold K1 --on 2026-03-12 --code PN1 --decision "See a dentist; carer; 2026-04-30"');
    await type('recommendation track K1 1.1 --by 2026-05-01');
    await strike('recommendation-tracked');
    await strike('decision-made');
    expect(await shown()).toMatchObject({ decisions: [] });
    await type('recommendation add K1 --text "See an optician" --owner mother --by 2026-04-20');
    expect(await shown()).toMatchObject({
      decisions: [{ text: 'See an optician', by: '2026-04-20', state: 'open', trackedBy: null }],
    });
    const { out } = await type('review show K1');
    expect(out).toContain('See an optician');
    expect(out).not.toContain('dentist');
  });

  it('a review held on another day than was entered: its steps and its decisions are its own again', async () => {
    const { type, shown, run, db } = await withChild();
    await type('review hold K1 --on 2026-03-11 --code PN1');
    await type('review after K1 --decisions-sent 2026-03-12');
    const before = everything(db);
    const { err, code } = await run('review hold K1 --on 2026-03-11 --code PN2');
    expect(code).toBe(1);
    expect(err).toContain('strike');
    expect(everything(db)).toBe(before);
    await type(
      `strike ${/strike (\d+)/.exec(err)![1]} --why "it was the day before" --with-what-follows --yes`,
    );
    expect((await run('review show K1')).code).toBe(1);
    await type('review hold K1 --on 2026-03-10 --code PN2');
    await type('review after K1 --decisions-sent 2026-03-12');
    expect(await shown()).toMatchObject({
      review: { heldOn: '2026-03-10', code: 'PN2' },
      after: { decisionsSentOn: '2026-03-12' },
    });
  });
});

describe('what was recorded', () => {
  /** A value of its own for each attribute, so that it is found again. */
  function typedFor(name: string, { kind, choices }: AttributeSpec, at: number): string {
    if (kind === 'who') return 'mother';
    if (name === 'also-sat') return '2026-03-01';
    if (kind === 'day') return `2026-04-${10 + at}`;
    if (kind === 'time') return '15:47';
    if (kind === 'colleague') return 'A Khan';
    if (kind === 'count' || kind === 'numberedReview') return '1';
    if (choices === undefined) return `words-${at}`;
    return kind === 'someOf' ? choices[0]! : choices.at(-1)!;
  }
  /** Said as yes or no, by another name. */
  const IN_OTHER_WORDS = new Set(['not-invited part', 'review-held meeting']);
  const ALSO = new Set([
    'review-planned',
    'review-cancelled',
    'review-adjourned',
    'review-held',
    'review-called',
  ]);
  const OF_A_REVIEW = EVENTS.filter(
    ({ kind, belongs }) => belongs === 'before' || belongs === 'after' || ALSO.has(kind),
  );

  it.each(OF_A_REVIEW.map((spec): [string, EventSpec] => [spec.kind, spec]))(
    '%s: all of it is in review show --json and child show --json',
    async (kind, spec) => {
      const { type, json, shown } = await withChild();
      await type('record K1 review-planned meeting=2026-03-20 --on 2026-02-17');
      if (spec.belongs === 'after') await type('record K1 review-held code=PN1 --on 2026-03-02');
      if (kind === 'disagreement-resolved') {
        await type('record K1 manager-responded answer=disagreed --on 2026-03-02');
      }
      const values = Object.entries(spec.attributes)
        .filter(([name]) => name !== 'review')
        .map(([name, attribute], at): [string, string] => [name, typedFor(name, attribute, at)]);
      for (const [name, tag] of values) {
        if (spec.attributes[name]!.kind !== 'people') continue;
        await type(`child link K1 "Ann Other" --role relative --tag ${tag}`);
      }
      const typed = values.map(([name, value]) => `${name}=${value}`);
      await type(['record', 'K1', kind, ...typed, '--on', '2026-03-03']);
      const { chronology } = (await json('child show K1')) as unknown as {
        chronology: { kind: string; on: string; attributes: Record<string, string> }[];
      };
      const entry = chronology.findLast((each) => each.kind === kind)!;
      expect(entry.on).toBe('2026-03-03');
      expect(Object.keys(entry.attributes).sort()).toEqual(values.map(([name]) => name).sort());
      const review = JSON.stringify(await shown());
      const missing = values.filter(
        ([name, value]) => !review.includes(value) && !IN_OTHER_WORDS.has(`${kind} ${name}`),
      );
      expect(missing).toEqual([]);
      // The day too, but of someone's place on the list, which is as it stands.
      if (kind !== 'participant-listed') expect(review).toContain('2026-03-03');
    },
  );
});
