/** Addresses, telephones and e-mail addresses of a household are found however they are written. */
import { describe, expect, it } from 'vitest';
import { cleanerOf } from '../../../src/core/privacy/cleaner';
import { isOrdinaryWord } from '../../../src/law/ordinary-words';
import { bare, HOUSEHOLDS, SPELLINGS } from '../../support/spellings';

const cleaner = (who: keyof typeof HOUSEHOLDS) => {
  const { name, address, telephone, email } = HOUSEHOLDS[who];
  return cleanerOf({
    ...{ names: [name], addresses: [address], telephones: [telephone], emails: [email] },
    isWord: isOrdinaryWord,
  });
};
const WHO = Object.keys(HOUSEHOLDS) as (keyof typeof HOUSEHOLDS)[];

describe.each(WHO)('the household of the %s', (who) => {
  const clean = (text: string): string => cleaner(who).without(text, () => '#');

  it.each(SPELLINGS[who])('is not told by %j', (spelling) => {
    for (const text of [
      spelling,
      `(${spelling})`,
      `we meet by ${spelling}, and then go on`,
      `x\n${spelling}\ny`,
    ]) {
      const left = clean(text);
      expect(left).toContain('#');
      expect(bare(left).replaceAll(/^(?:at|the|x|no)*|y$/g, '')).not.toContain(bare(spelling).slice(0, 9));
      expect(cleaner(who).finds(text)).toBe(true);
    }
  });
});

describe('what only looks alike', () => {
  it.each([
    ['green', 'a green door, and greens for tea'],
    ['green', 'little ones snoring, 12 of them'],
    ['green', 'Norwich, Norfolk'],
    ['green', 'NR22 0AA, and ring 01328 555124'],
    ['green', 'at 10:30 on 12 May 2026, room 12'],
    ['cottage', 'roses at the cottage, and a cottage pie'],
    ['cottage', 'Selby; York; the mill; a lane'],
    ['cottage', 'Prose cottage industry'],
    ['street', 'Great; Saint Mary; the road to York'],
    ['street', '9 children, 2 flat tyres'],
    ['green', 'he was snoring, storing and scoring'],
  ] as const)('keeps as it is, of the %s: %s', (who, text) => {
    expect(cleaner(who).without(text, () => '#')).toBe(text);
  });

  it('lets a large town be told, and a county, but no village', () => {
    const of = (address: string) => cleanerOf({ names: [], addresses: [address], isWord: isOrdinaryWord });
    expect(of('1 High Street, York, North Yorkshire').finds('York, North Yorkshire')).toBe(false);
    expect(of('1 High Street, Cawood, North Yorkshire').finds('in Cawood')).toBe(true);
  });

  it.each([
    ['Street, Somerset', 'walk down the street', 'in Street'],
    ['Hope, Derbyshire', 'we hope to meet', 'moved to Hope'],
    ['Little Slaughter, Gloucestershire', 'the slaughter of pigs', 'from Slaughter'],
    ['Dorking, Surrey', 'working, and Parking', 'in dorking'],
    ['Minster, Kent', 'the minister', 'in Minnster'],
    ['Great Hampton, Bucks', 'to Northampton', 'to hampton'],
    ['Marston, Oxon', 'Mrs Marsden', 'in Martson'],
  ])('keeps words of any sentence, if a child lives in %s: %s; but not: %s', (village, kept, left) => {
    const cleaner = cleanerOf({
      ...{ names: [], addresses: [`1 High Road, ${village}`], others: ['Ann Marsden'] },
      isWord: isOrdinaryWord,
    });
    expect(cleaner.without(kept, () => '#')).toBe(kept);
    expect(cleaner.without(left, () => '#')).toContain('#');
  });

  it('takes no name that may be told for an address that was mistyped', () => {
    const others = ['Jo Hartly'];
    const of = (told: string[]) =>
      cleanerOf({ names: [], addresses: ['1 Low Road, Hartley'], others: told, isWord: isOrdinaryWord });
    expect(of([]).finds('Ms Hartly')).toBe(true);
    expect(of(others).finds('Ms Hartly')).toBe(false);
  });
});
