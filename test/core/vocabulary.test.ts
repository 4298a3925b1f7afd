/** What can be recorded is described once, and each description says all that is needed of it. */
import { describe, expect, it } from 'vitest';
import { DECISION_MADE, DECISIONS_SENT, MANAGER_RESPONDED } from '../../src/core/events/after-review';
import { taken } from '../../src/core/events/event';
import { EVENTS } from '../../src/core/events/list';
import { REVIEW_PLANNED } from '../../src/core/events/reviews';
import { factWords } from '../../src/core/events/words';
import { facts } from './support/engine';

const colleague = (): string => 'A Khan';

describe('the vocabulary', () => {
  it('says what every event means, and what each attribute says', () => {
    const silent = EVENTS.flatMap(({ kind, says, means, attributes }) => [
      ...(says === '' || means === '' ? [kind] : []),
      ...Object.entries(attributes).flatMap(([name, { help }]) => (help === '' ? [`${kind} ${name}`] : [])),
    ]);
    expect(silent).toEqual([]);
  });

  it('keeps an attribute under its name in small letters with hyphens', () => {
    const names = EVENTS.flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});

describe('a fact is read as its event describes it', () => {
  it('with a day, a list and words', () => {
    const [fact] = facts('2026-03-02 decisions-sent to=mother,carer redacted=address');
    expect(taken(DECISIONS_SENT, fact!)).toEqual({
      on: '2026-03-02',
      to: ['mother', 'carer'],
      how: null,
      redacted: 'address',
    });
  });

  it('and what is not said is null, an empty list, or what it stands for', () => {
    const [sent, answered, made] = facts(
      '2026-03-02 decisions-sent',
      '2026-03-02 manager-responded answer=agreed',
      '2026-03-02 decision-made ref=1.1 text=Visit',
    );
    expect(taken(DECISIONS_SENT, sent!)).toMatchObject({ to: [], redacted: null });
    expect(taken(MANAGER_RESPONDED, answered!)).toMatchObject({ answer: 'agreed', about: null, to: [] });
    expect(taken(DECISION_MADE, made!)).toMatchObject({ ref: '1.1', kind: 'decision', by: null });
  });

  it('and is not read if it lacks what its event must have', () => {
    const fact = { on: facts('2026-03-02 review-held')[0]!.on, attributes: {} };
    expect(() => taken(REVIEW_PLANNED, fact)).toThrow('lacks');
  });
});

describe('a fact in words', () => {
  const words = (line: string): string => factWords(facts(`2026-03-02 ${line}`)[0]!, colleague);

  it.each([
    ['child-consulted', 'child consulted'],
    [
      'review-planned meeting=2026-04-09 time=16:30 venue=School',
      'review planned (meeting 9 April 2026, 4:30pm, venue School)',
    ],
    ['iro-allocated iro=4 independent=no', 'IRO allocated (A Khan, independent no)'],
    [
      'review-held code=PN1 child-chaired=yes considered=leaving-care,health',
      'review held (code PN1; child chaired; considered leaving care, health)',
    ],
  ])('%s', (line, said) => expect(words(line)).toBe(said));
});
