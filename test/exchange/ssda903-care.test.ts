import { describe, expect, test } from 'vitest';
import { type Cells, places, read, told } from './returns';

/** Episodes that follow each other, a month each from 1 January 2026; the first starts care unless told. */
function chain(...episodes: readonly Cells[]): ReturnType<typeof read> {
  const day = (at: number): string => `01/0${at + 1}/2026`;
  return read({
    Episodes: episodes.map((cells, at) => ({
      DECOM: day(at),
      RNE: at === 0 ? 'S' : 'P',
      ...(at < episodes.length - 1 ? { DEC: day(at + 1), REC: 'X1' } : {}),
      ...cells,
    })),
  });
}

const only = (pattern: RegExp, reading: ReturnType<typeof read>): string[] =>
  told(reading).filter((line) => pattern.test(line));

describe('periods of care', () => {
  test('run from RNE S to the first end that is not X1', () => {
    expect(told(chain({}, { PLACE: 'K2', DEC: '15/03/2026', REC: 'E4A' }))).toEqual([
      '2026-01-01 became-looked-after basis=V2',
      '2026-01-01 placement-started kind=U6',
      '2026-02-01 placement-started kind=K2 carers=changed',
      '2026-02-01 placement-ended kind=U6',
      '2026-03-15 ceased-looked-after reason=E4A',
    ]);
  });

  test('a first episode that is no start says the child was already in care', () => {
    expect(told(chain({ RNE: 'L', LS: 'C2' }))[0]).toBe(
      '2026-01-01 became-looked-after basis=C2 start=before episode=L',
    );
  });

  test('one that follows a real end is a start with its own day', () => {
    const reading = read({
      Episodes: [
        { DECOM: '01/01/2026', RNE: 'P', DEC: '01/02/2026', REC: 'E8' },
        { DECOM: '01/03/2026', RNE: 'S' },
      ],
    });
    expect(only(/became/, reading)).toEqual([
      '2026-01-01 became-looked-after basis=V2 start=before episode=P',
      '2026-03-01 became-looked-after basis=V2',
    ]);
  });

  test.each(['E11', 'E12'])('%s is adoption', (REC) => {
    expect(only(/adopt|ceased/, chain({ DEC: '02/02/2026', REC }))).toEqual([
      '2026-02-02 ceased-looked-after reason='.concat(REC),
      '2026-02-02 adoption-order-made',
    ]);
  });

  test('each fact says which row it is from', () => {
    const [child] = chain({}, { PLACE: 'K2' }).children;
    expect(child?.facts.map(({ kind, source }) => `${kind} ${source.file} ${source.line}`)).toEqual([
      'became-looked-after Episodes.csv 2',
      'placement-started Episodes.csv 2',
      'placement-started Episodes.csv 3',
      'placement-ended Episodes.csv 3',
    ]);
  });
});

describe('legal status', () => {
  test('a change is told; what stays is not', () => {
    expect(only(/legal/, chain({}, { RNE: 'L' }, { RNE: 'L', LS: 'C2' }))).toEqual([
      '2026-03-01 legal-status-changed basis=C2',
    ]);
  });

  test.each<[string, Cells, string]>([
    [
      'L, with LS the same',
      { RNE: 'L' },
      'RNE is L, which says that the legal status changed, and LS is the same as before.',
    ],
    [
      'P, with another LS',
      { RNE: 'P', LS: 'C2' },
      'RNE is P, which says that the legal status did not change, and LS is not the same as before.',
    ],
    [
      'L, with another PLACE',
      { RNE: 'L', LS: 'C2', PLACE: 'K2' },
      'RNE is L, which says that the placement did not change, and PLACE is not the same as before.',
    ],
  ])('RNE %s: the codes are taken as they are, and it is remarked on', (_, cells, why) => {
    const reading = chain({}, cells);
    expect(places(reading.remarks)).toEqual(['Episodes.csv 3 RNE change']);
    expect(reading.remarks[0]?.why).toBe(`${why} LS and PLACE were taken as they are.`);
    expect(reading.refused).toEqual([]);
  });

  test('of two changes on one day the second stands', () => {
    const reading = chain(
      {},
      { RNE: 'L', LS: 'J1', DEC: '01/02/2026' },
      { DECOM: '01/02/2026', RNE: 'L', LS: 'C2' },
    );
    expect(only(/legal/, reading)).toEqual(['2026-02-01 legal-status-changed basis=C2']);
  });

  test.each(['E1', 'D1'])('%s is a status like the others: no authority to place is told', (LS) => {
    const reading = chain(
      { RNE: 'P', LS },
      { RNE: 'B', LS: 'C2', PLACE: 'A6' },
      { RNE: 'L', LS, PLACE: 'A6' },
    );
    expect(only(/auth|placed/, reading)).toEqual(['2026-02-01 placed-for-adoption']);
    expect(reading.remarks).toEqual([]);
  });
});

describe('placements', () => {
  test.each<[string, Cells, string[]]>([
    [
      'RNE P, to the same kind',
      { RNE: 'P' },
      ['placement-started kind=U6 carers=changed', 'placement-ended kind=U6'],
    ],
    [
      'RNE T',
      { RNE: 'T', PLACE: 'U5' },
      ['placement-started kind=U5 carers=same', 'placement-ended kind=U6'],
    ],
    ['RNE L', { RNE: 'L', LS: 'C2' }, []],
    [
      'RNE L, and yet another code',
      { RNE: 'L', PLACE: 'U5' },
      ['placement-started kind=U5', 'placement-ended kind=U6'],
    ],
    ['no code', { RNE: 'P', PLACE: '' }, ['placement-ended kind=U6']],
  ])('%s', (_, cells, expected) => {
    const [first, ...rest] = only(/placement-/, chain({}, cells));
    expect(first).toBe('2026-01-01 placement-started kind=U6');
    expect(rest).toEqual(expected.map((line) => `2026-02-01 ${line}`));
  });

  test('an older placement of a child already in care is counted from its first episode, and remarked on', () => {
    for (const PLACE of ['U4', 'A5']) {
      expect(places(chain({ RNE: 'L', PLACE }).remarks)).toEqual(['Episodes.csv 2 DECOM began-before']);
      expect(chain({ RNE: 'P', PLACE }).remarks).toEqual([]);
    }
  });
});

describe('long-term fostering', () => {
  const fostering = (...episodes: readonly Cells[]): string[] => only(/foster/, chain(...episodes));

  test.each(['U1', 'U4'])('%s is designated from the day the placement began', (PLACE) => {
    expect(fostering({}, { PLACE })).toEqual(['2026-02-01 long-term-foster-designated']);
  });

  test.each(['L', 'T', 'U'])('goes on over RNE %s: the carers are the same', (RNE) => {
    expect(fostering({ PLACE: 'U1' }, { RNE, PLACE: 'U1', LS: 'C2' })).toEqual([
      '2026-01-01 long-term-foster-designated',
    ]);
  });

  test.each(['P', 'B'])('ends, and starts anew, with RNE %s: the carers are others', (RNE) => {
    expect(fostering({ PLACE: 'U1' }, { RNE, PLACE: 'U4', LS: 'C2' })).toEqual([
      '2026-01-01 long-term-foster-designated',
      '2026-02-01 long-term-foster-designated',
      '2026-02-01 long-term-foster-ended',
    ]);
  });

  test('ends with another placement, and with care', () => {
    expect(fostering({ PLACE: 'U4' }, { PLACE: 'K2' })[1]).toBe('2026-02-01 long-term-foster-ended');
    expect(fostering({ PLACE: 'U4', DEC: '09/01/2026', REC: 'E8' })[1]).toBe(
      '2026-01-09 long-term-foster-ended',
    );
  });
});

describe('placed for adoption', () => {
  const adoption = (...episodes: readonly Cells[]): string[] => only(/adopt/, chain(...episodes));

  test.each(['A3', 'A4', 'A5', 'A6'])('%s is told from the day the placement began', (PLACE) => {
    expect(adoption({}, { PLACE })).toEqual(['2026-02-01 placed-for-adoption']);
  });

  test('A3 to A5 with the same carers is one placement', () => {
    expect(adoption({ PLACE: 'A3' }, { RNE: 'U', LS: 'C2', PLACE: 'A5' })).toEqual([
      '2026-01-01 placed-for-adoption',
    ]);
  });

  test('other carers are another placement', () => {
    expect(adoption({ PLACE: 'A4' }, { RNE: 'P', PLACE: 'A4' })).toEqual([
      '2026-01-01 placed-for-adoption',
      '2026-02-01 placed-for-adoption',
      '2026-02-01 adoption-placement-ended',
    ]);
  });

  test('ends with another placement, or with care that does not end in adoption', () => {
    expect(adoption({ PLACE: 'A4' }, { PLACE: 'U6' })[1]).toBe('2026-02-01 adoption-placement-ended');
    expect(adoption({ PLACE: 'A4', DEC: '09/01/2026', REC: 'E4B' })[1]).toBe(
      '2026-01-09 adoption-placement-ended',
    );
    expect(adoption({ PLACE: 'A4', DEC: '09/01/2026', REC: 'E12' })).toEqual([
      '2026-01-01 placed-for-adoption',
      '2026-01-09 adoption-order-made',
    ]);
  });
});
