/** Signs that people paste as codes are read as what they stand for; whatever is no code is left as it is. */
import { describe, expect, it } from 'vitest';
import { folded } from '../../../src/core/privacy/folded';
import { readingsOf, withFigures } from '../../../src/core/privacy/readings';

describe('a text with the codes of a web page', () => {
  it.each([
    ['O&#39;Dowd, O&#x27;Dowd and O&rsquo;Dowd', "O'Dowd, O'Dowd and O'Dowd"],
    ['Zo&euml; &Lstrok;ukasiewicz', 'Zoe Lukasiewicz'],
    ['Mill%20Lane%2C Sel%C3%ADn', 'Mill Lane, Selin'],
    ['Rose&amp;nbsp;Cottage', 'Rose Cottage'],
  ])('%s is read', (text, read) => {
    expect(folded(text).letters).toBe(read);
  });

  it.each(['Fish & chips; peas', '50% of it, 100%', 'R&D; A&E', '&#0;', '&#99999999;', '%C3', '&unheardof;'])(
    '%s is left as it is',
    (text) => expect(folded(text).letters).toBe(text),
  );

  it('knows where each sign stood', () => {
    const { letters, from, to } = folded('a&nbsp;b');
    expect([letters, from, to]).toEqual(['a b', [0, 1, 7], [1, 7, 8]]);
  });
});

describe('numbers that are written as words', () => {
  it.each([
    ['oh seven seven double nine', '0 7 7 99'],
    ['twenty-one, forty, Twelve and treble oh', '21, 40, 12 and 000'],
    ['nine hundred', '900'],
    ['Oneida sent tenants to Sixpenny', 'Oneida sent tenants to Sixpenny'],
  ])('%s', (text, figures) => {
    expect(withFigures(text)).toBe(figures);
  });

  it('are told in the text as it stands', () => {
    const [, reading] = readingsOf('ring double nine now');
    const at = reading!.letters.indexOf('99');
    expect(reading!.inText({ from: at, to: at + 2, is: 'number' })).toEqual({
      from: 5,
      to: 16,
      is: 'number',
    });
  });
});
