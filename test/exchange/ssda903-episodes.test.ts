import { describe, expect, test } from 'vitest';
import { type Cells, causes, places, read, TWO_EPISODES, told } from './returns';

const from = (episodes: readonly Cells[]) => read({ Episodes: episodes });

describe('an episode by itself', () => {
  test.each<[string, Cells, string]>([
    ['DECOM blank', { DECOM: '' }, 'DECOM is blank.'],
    [
      'DECOM impossible',
      { DECOM: '29/02/2026' },
      'DECOM holds "29/02/2026", which is not a day written dd/mm/yyyy.',
    ],
    [
      'DECOM written another way',
      { DECOM: '2nd of March' },
      'DECOM holds a text, which is not a day written dd/mm/yyyy.',
    ],
    ['DECOM before the birth', { DECOM: '09/05/2010' }, 'DECOM is before the birth.'],
    ['RNE unknown', { RNE: 'Q' }, 'RNE holds "Q", which is not one of its codes.'],
    ['LS blank', { LS: '' }, 'LS is blank.'],
    ['PLACE unknown', { PLACE: 'Q9' }, 'PLACE holds "Q9", which is not one of its codes.'],
    ['REC unknown', { DEC: '03/03/2026', REC: 'E99' }, 'REC holds "E99", which is not one of its codes.'],
    [
      'DEC impossible',
      { DEC: '32/03/2026', REC: 'X1' },
      'DEC holds "32/03/2026", which is not a day written dd/mm/yyyy.',
    ],
    ['DEC before DECOM', { DEC: '01/03/2026', REC: 'E4A' }, 'DEC is before DECOM.'],
    ['DEC without REC', { DEC: '03/03/2026' }, 'It ends (DEC), and REC does not say whether care went on.'],
  ])('%s is refused', (_, cells, why) => {
    const reading = from([cells]);
    expect(causes(reading).map((row) => row.why)).toEqual([why]);
    expect(causes(reading)[0]?.next).not.toBe('');
    expect(told(reading)).toEqual([]);
  });

  test('dates need no padding', () => {
    expect(told(from([{ DECOM: '2/3/2026' }]))[0]).toBe('2026-03-02 became-looked-after basis=V2');
  });

  test.each(['H5', 'P2', 'Z1'])('the older placement code %s is accepted', (PLACE) => {
    expect(from([{ PLACE }]).refused).toEqual([]);
  });

  test.each([
    ['X1', 'If it is open, leave REC blank; if it ended, put DEC in and import again.'],
    ['E4A', 'If the child has left care, put DEC in and import again, or record the day they left.'],
  ])('REC %s without DEC leaves the episode open, and is remarked on', (REC, next) => {
    const reading = from([{ REC }]);
    expect(told(reading)).toEqual([
      '2026-03-02 became-looked-after basis=V2',
      '2026-03-02 placement-started kind=U6',
    ]);
    expect(reading.remarks).toMatchObject([{ line: 2, column: 'DEC', reason: 'end', next }]);
  });

  test('a day still to come is accepted and remarked on', () => {
    const reading = from([{ DECOM: '24/11/2026', DEC: '25/11/2026', REC: 'E8' }]);
    expect(places(reading.remarks)).toEqual(['Episodes.csv 2 DEC future', 'Episodes.csv 2 DECOM future']);
    expect(reading.counts[0]).toMatchObject({ imported: 1, refused: 0 });
  });
});

describe('an episode after another', () => {
  test('is read in order of date, whatever the order of rows', () => {
    expect(told(from([...TWO_EPISODES].reverse()))).toEqual(told(from(TWO_EPISODES)));
  });

  test('may begin on the day a real end was, with RNE S', () => {
    const reading = from([{ DEC: '01/04/2026', REC: 'E4A' }, { DECOM: '01/04/2026' }]);
    expect(reading.refused).toEqual([]);
    expect(told(reading).filter((line) => /became|ceased/.test(line))).toEqual([
      '2026-03-02 became-looked-after basis=V2',
      '2026-04-01 became-looked-after basis=V2',
      '2026-04-01 ceased-looked-after reason=E4A',
    ]);
  });

  test('of one day only, the one that ended that day comes first', () => {
    const reading = from([
      { DECOM: '02/03/2026', RNE: 'P', PLACE: 'K2' },
      { DEC: '02/03/2026', REC: 'X1' },
    ]);
    expect(reading.refused).toEqual([]);
    expect(told(reading)[0]).toBe('2026-03-02 became-looked-after basis=V2');
  });

  test.each<[string, Cells, Cells, string, string]>([
    [
      'a start while the one before is open',
      {},
      { DECOM: '01/04/2026' },
      'RNE start-in-open-period',
      'It starts a new period of care (RNE S) on 1 April 2026, when the period before it is open: line 2 has no DEC.',
    ],
    [
      'a start before the real end of the one before',
      { DEC: '02/04/2026', REC: 'E4A' },
      { DECOM: '01/04/2026' },
      'RNE start-in-open-period',
      'It starts a new period of care (RNE S) on 1 April 2026, when the period before it is open: line 2 ended on 2 April 2026 with E4A.',
    ],
    [
      'a start after X1, which says that care went on',
      { DEC: '01/04/2026', REC: 'X1' },
      { DECOM: '01/04/2026' },
      'RNE start-in-open-period',
      'It starts a new period of care (RNE S) on 1 April 2026, when the period before it is open: line 2 ended on 1 April 2026 with X1.',
    ],
    [
      'an episode while the one before says that care ended, without a day',
      { REC: 'E8' },
      { DECOM: '01/04/2026', RNE: 'P' },
      'DECOM overlap',
      'It begins on 1 April 2026, before the episode before it has ended: line 2 has no DEC.',
    ],
    [
      'an episode that overlaps the one before',
      { DEC: '02/04/2026', REC: 'X1' },
      { DECOM: '01/04/2026', RNE: 'P' },
      'DECOM overlap',
      'It begins on 1 April 2026, before the episode before it has ended: line 2 ended on 2 April 2026 with X1.',
    ],
    [
      'a restart without S after a real end',
      { DEC: '01/04/2026', REC: 'E4A' },
      { DECOM: '01/04/2026', RNE: 'P' },
      'RNE restart-without-start',
      'Care had ended (line 2 ended on 1 April 2026 with E4A), and this episode goes on without a start (RNE P).',
    ],
  ])('%s is refused', (_, first, second, what, why) => {
    const reading = from([first, second]);
    expect(places(causes(reading))).toEqual([`Episodes.csv 3 ${what}`]);
    expect(causes(reading)[0]?.why).toBe(why);
    expect(causes(reading)[0]?.next).toMatch(/import again\.$/);
  });

  test('one that goes on from an open one closes it on the day it begins, and that is said', () => {
    const reading = from([{}, { DECOM: '01/04/2026', RNE: 'P', PLACE: 'K2' }]);
    expect(told(reading)).toEqual(told(from(TWO_EPISODES)));
    expect(reading.refused).toEqual([]);
    expect(reading.remarks).toMatchObject([
      {
        line: 2,
        column: 'DEC',
        reason: 'left-open',
        why: expect.stringMatching(/begins on 1 April 2026 \(line 3\)/),
      },
    ]);
  });

  test('so does one that goes on from an open one whose REC is X1', () => {
    const reading = from([{ REC: 'X1' }, { DECOM: '01/04/2026', RNE: 'P', PLACE: 'K2' }]);
    expect([reading.refused, told(reading)]).toEqual([[], told(from(TWO_EPISODES))]);
  });

  test('a refused episode is left out of what the next is held against', () => {
    const reading = from([
      { DEC: '01/04/2026', REC: 'X1' },
      { DECOM: '15/03/2026', DEC: '20/03/2026', REC: 'E8' },
      { DECOM: '01/04/2026', RNE: 'P' },
    ]);
    expect(places(causes(reading))).toEqual(['Episodes.csv 3 RNE start-in-open-period']);
  });

  test('a gap after X1 is remarked on: care went on', () => {
    const reading = from([TWO_EPISODES[0]!, { DECOM: '05/04/2026', RNE: 'P', PLACE: 'K2' }]);
    expect(reading.refused).toEqual([]);
    expect(places(reading.remarks)).toEqual(['Episodes.csv 3 DECOM gap']);
    expect(told(reading)).toContain('2026-04-05 placement-started kind=K2 carers=changed');
  });
});
