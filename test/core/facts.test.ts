import { describe, expect, it } from 'vitest';
import { attributeOf, matchesPattern, placeOf, shippedEvent } from '../../src/core/events/fact';
import { EVENTS } from '../../src/core/events/list';
import { readFact, readFactLine, readPairs } from '../../src/core/events/reading';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { day, fact } from './support/engine';

/** Names what was offered, so that a test can see what was suggested from. */
const suggest = (typed: string, from: Iterable<string>): string => ` (${typed} of ${[...from].length})`;
const read = (line: string): ReturnType<typeof readFactLine> => readFactLine(line, SHIPPED, suggest);
const faults = (line: string): readonly string[] => read(line).faults;

describe('a fact from a line', () => {
  it('is a date, an event and its attributes', () => {
    expect(read('2026-03-13 became-looked-after basis=V2 told=2026-03-16')).toEqual({
      fact: {
        on: '2026-03-13',
        kind: 'became-looked-after',
        attributes: { basis: 'V2', told: '2026-03-16' },
      },
      faults: [],
    });
    expect(read('  2026-03-13   core-group-held  ').fact).toEqual(fact('2026-03-13 core-group-held'));
  });

  it('may have words of free text, with quotes or without', () => {
    const reason = (line: string): string | undefined => read(line).fact?.attributes.reason;
    expect(reason('2026-03-13 review-called reason=change of social worker')).toBe('change of social worker');
    expect(reason('2026-03-13 review-called reason="change of social worker"')).toBe(
      'change of social worker',
    );
    expect(reason("2026-03-13 review-called reason='a move' by=2026-04-01")).toBe('a move');
    expect(reason('2026-03-13 review-called reason=a=b')).toBe('a=b');
  });

  it('is refused without a date, or with one that is no day', () => {
    for (const line of ['', 'review-held', '2026-02-30 review-held', '13/03/2026 review-held']) {
      expect(read(line).fact).toBeNull();
      expect(faults(line)[0]).toMatch(/is not a date \(2026-03-13\)/);
    }
    expect(faults('2026-03-13')).toEqual(['The line has a date and no event.']);
  });

  it('is refused for an event that is not in the list, with the nearest', () => {
    expect(faults('2026-03-13 review-hold')).toEqual([
      `There is no event "review-hold". (review-hold of ${EVENTS.length})`,
    ]);
  });

  it('is refused for words that are not key=value', () => {
    expect(faults('2026-03-13 review-held yesterday')).toEqual(['"yesterday" is not key=value.']);
  });
});

describe('an attribute', () => {
  it('is refused if the event has none of that name', () => {
    expect(faults('2026-03-13 review-held codes=PN1')[0]).toMatch(
      /has no attribute "codes": it has code, meeting, number/,
    );
    expect(faults('2026-03-13 enquiries-ended by=2026-03-14')[0]).toMatch(/it has none/);
  });

  it('is asked for if the event needs it', () => {
    expect(faults('2026-03-13 review-planned')).toEqual(['"review-planned" needs meeting=…']);
    expect(faults('2026-03-13 recommendation-tracked')).toEqual([
      ...['"recommendation-tracked" needs by=…', '"recommendation-tracked" needs ref=…'],
    ]);
  });

  it('is one of its choices', () => {
    expect(faults('2026-03-13 review-held code=PN8')[0]).toMatch(/"code" is one of PN0, .*PN7; not "PN8"/);
    expect(faults('2026-03-13 became-looked-after basis=v2')).toHaveLength(1);
    expect(faults('2026-03-13 became-looked-after start=after')).toHaveLength(1);
  });

  it('that is a date is a real one', () => {
    expect(faults('2026-03-13 review-planned meeting=2026-04-31')).toEqual([
      ...['"2026-04-31" is not a date (for meeting).'],
    ]);
  });

  it('that is a number is whole, from 1 to 9999', () => {
    for (const good of ['1', '12', '9999'])
      expect(faults(`2026-03-13 review-held number=${good}`)).toEqual([]);
    for (const bad of ['0', '01', '-1', '1.5', 'two', '10000']) {
      expect(faults(`2026-03-13 review-held number=${bad}`)).toEqual([
        `"number" is a whole number from 1; not "${bad}".`,
      ]);
    }
  });

  it('that is empty is refused', () => {
    expect(faults('2026-03-13 review-called reason=')).toEqual(['"reason" is empty.']);
  });

  it('with every fault is told of every one, and none holds what was typed as free text', () => {
    const { faults: all } = readFact(
      day('2026-03-13'),
      'review-called',
      { by: 'soon', reason: '', who: 'Ann Example' },
      SHIPPED,
      suggest,
    );
    expect(all).toHaveLength(3);
    expect(all.join(' ')).not.toContain('Ann Example');
  });

  it('may be typed as a person types a date, if the reader allows', () => {
    const tomorrow = (text: string): ReturnType<typeof day> | null =>
      text === 'tomorrow' ? day('2026-03-14') : null;
    const { fact: planned } = readFact(
      day('2026-03-13'),
      'review-planned',
      { meeting: 'tomorrow' },
      SHIPPED,
      suggest,
      tomorrow,
    );
    expect(planned?.attributes.meeting).toBe('2026-03-14');
  });

  it('that is absent stands for its default', () => {
    expect(attributeOf(fact('2026-03-13 review-held'), 'meeting')).toBe('yes');
    expect(attributeOf(fact('2026-03-13 review-held meeting=no'), 'meeting')).toBe('no');
    expect(attributeOf(fact('2026-03-13 initial-conference-held'), 'outcome')).toBe('plan');
    expect(attributeOf(fact('2026-03-13 review-conference-held'), 'outcome')).toBe('continue');
    expect(attributeOf(fact('2026-03-13 iro-saw-child'), 'outcome')).toBe('seen');
    expect(attributeOf(fact('2026-03-13 ceased-looked-after'), 'unplanned')).toBe('no');
    expect(attributeOf(fact('2026-03-13 review-held'), 'code')).toBeUndefined();
  });

  it('may be what a rule asks of an event', () => {
    const papers = { kind: 'review-held', key: 'meeting', value: 'no' };
    expect(matchesPattern(fact('2026-03-13 review-held meeting=no'), papers)).toBe(true);
    expect(matchesPattern(fact('2026-03-13 review-held'), papers)).toBe(false);
    expect(matchesPattern(fact('2026-03-13 review-held'), { ...papers, value: 'yes' })).toBe(true);
    expect(matchesPattern(fact('2026-03-13 review-held'), { kind: 'review-held' })).toBe(true);
    expect(matchesPattern(fact('2026-03-13 review-adjourned'), { kind: 'review-held' })).toBe(false);
  });
});

describe('pairs', () => {
  it('go on with the words that follow', () => {
    expect(readPairs(['reason=change', 'of', 'carer', 'by=2026-04-01'])).toEqual({
      ...{ reason: 'change of carer', by: '2026-04-01' },
    });
    expect(readPairs([])).toEqual({});
  });

  it('are none if a word stands before any key', () => {
    expect(readPairs(['carer', 'reason=x'])).toBeNull();
    expect(readPairs(['Reason=x'])).toBeNull();
  });
});

describe('the list of events', () => {
  it('names each once, in small letters with hyphens, and says it in a sentence', () => {
    const kinds = EVENTS.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const { kind, says } of EVENTS) {
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(says).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it('gives every step of a review the number of its review, and nothing else', () => {
    for (const { attributes, belongs } of EVENTS) {
      expect('review' in attributes).toBe(belongs === 'before' || belongs === 'after');
    }
  });

  it('knows each event’s place, and puts one it does not know last', () => {
    expect(EVENTS.map(({ kind }) => placeOf(kind))).toEqual([...EVENTS.keys()]);
    expect(placeOf('a-party')).toBe(EVENTS.length);
    expect(shippedEvent('a-party')).toBeUndefined();
  });

  it('has only real choices, and defaults that are among them', () => {
    for (const { attributes } of EVENTS) {
      for (const { choices, kind, default: usual } of Object.values(attributes)) {
        if (choices === undefined || kind === 'someOf') expect(usual).toBeUndefined();
        else if (usual !== undefined) expect(choices).toContain(usual);
      }
    }
  });
});
