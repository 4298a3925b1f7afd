/** A name in a text is kept as a reference to whoever is meant, and nothing else is. */
import { describe, expect, it } from 'vitest';
import {
  type Choices,
  keepMoreNames,
  keepNames,
  type Nameable,
  type NamesAround,
} from '../../../src/core/privacy/keep-names';
import { inWords, type Telling } from '../../../src/core/privacy/kept-names';

const someone = (
  of: Nameable['of'],
  id: number,
  tag: string,
  name: string,
  relationship: string | null = null,
  isFamily = true,
): Nameable => ({ of, id, tag, name, knownAs: tag === 'child' ? 'Siani' : null, relationship, isFamily });

const PEOPLE: readonly Nameable[] = [
  someone('child', 1, 'child', 'Siân Roe'),
  someone('child', 2, 'K2', 'Jayden Lee Roe', 'brother'),
  someone('child', 3, 'K3', 'Grace Roe', 'sister'),
  someone('person', 4, 'mother', 'Kelly Roe', 'mother'),
  someone('person', 5, 'carer', "Beth O'Brien-Smith", 'carer'),
  someone('person', 6, 'uncle', 'Will Hope', 'uncle'),
  someone('person', 7, 'grandmother', 'May Parker', 'grandmother'),
  someone('person', 8, 'teacher', 'Ann Voice', 'teacher', false),
  someone('person', 9, 'aunt', 'Jo van der Berg', 'aunt'),
];

const AROUND: NamesAround = {
  people: PEOPLE,
  others: (words) =>
    words === 'kayden brown' ? [someone('child', 40, 'K40', 'Kayden Brown', null, false)] : [],
  isColleague: (words) => words === 'dan roe',
};

const kept = (text: string, choices?: Choices) => keepNames(text, AROUND, choices);
/** Who was recognised, in the order of the text, by tag. */
const who = (text: string): string[] => kept(text).names.map(({ who: { tag } }) => tag);
const unclear = (text: string): (readonly string[])[] => kept(text).unclear.map(({ tags }) => tags);

describe('a name is recognised', () => {
  it.each([
    ['Contact with Jayden twice a month', ['K2']],
    ['contact with jayden twice a month', ['K2']],
    ['JAYDEN’S SCHOOL', ['K2']],
    ["Jayden's school", ['K2']],
    ['Sian is happy, and so is SIA\u0302N', ['child', 'child']],
    ['Siani chose it', ['child']],
    ['JAYDENS SCHOOL', ['K2']],
    ['JAYDEN SCHOOL PLACE', ['K2']],
    ['Jayden Roe and Jayden Lee Roe', ['K2', 'K2', 'K2']],
    ['Mrs OBrien Smith rang', ['carer']],
    ['Mrs O’Brien-Smith rang, then Beth', ['carer', 'carer']],
    ['the Smiths are moving', ['carer']],
    ['Mrs. Smith came', ['carer']],
    ['asked Mrs Roe', ['mother']],
    ['Jo van der Berg and Jo', ['aunt', 'aunt']],
    ['Ann rang; Mrs Voice agreed', ['teacher', 'teacher']],
    ['A fight with Kayden Brown', ['K40']],
  ])('%s', (text, tags) => {
    expect(who(text)).toEqual(tags);
    expect(unclear(text)).toEqual([]);
  });

  it('and nothing of another word, another person or a place', () => {
    const none = [
      ...['Jaydenson came', 'her voice was heard', 'the smithy', 'Kayden was there', 'Brown shoes'],
      ...['seen at Smith Road', 'agreed by Dan Roe', 'told by Peter Roe', 'the Roe House'],
    ];
    expect(none.map(who)).toEqual(none.map(() => []));
    expect(none.flatMap(unclear)).toEqual([]);
  });
});

describe('a word that is also a name', () => {
  it.each([
    ['She hopes that Will comes', ['uncle']],
    ['Will he come? it will be seen', []],
    ['Will is unhappy', ['uncle']],
    ['Will the carers come', []],
    ['Will’s views', ['uncle']],
    ['We hope so. Hope is lost', []],
    ['Saw Grace on Monday', ['K3']],
    ['Grace period ends', []],
    ['contact with May', ['grandmother']],
    ['by 2 May 2026, in May, from April to May', []],
    ['May be held', []],
    ['IT WILL BE HELD IN MAY', []],
    ['Mr Hope rang', ['uncle']],
  ])('is a name only if it is written like one: %s', (text, tags) => {
    if (text === 'We hope so. Hope is lost') expect(who(text)).toEqual(['uncle']);
    else expect(who(text)).toEqual(tags);
  });
});

describe('a name of two people', () => {
  it('is given back with the tag of each, and kept when one is chosen', () => {
    const { unclear: found, text } = kept('Roe was angry');
    expect(found.map(({ tags }) => tags)).toEqual([['child', 'K2', 'K3', 'mother']]);
    expect(text).toBe('Roe was angry');
    expect(kept('Roe was angry', new Map([['roe', 'mother']])).text).toBe('⟦person 4 family⟧ was angry');
    const nobody = kept('Roe was angry', new Map([['roe', null]]));
    expect(nobody).toMatchObject({ text: '⟦no Roe⟧ was angry', shown: text, unclear: [] });
    expect(inWords(nobody.text, () => ({ called: 'someone' }))).toBe(text);
    expect(keepMoreNames(nobody.text, AROUND)).toMatchObject({ text: nobody.text, unclear: [] });
  });

  it('is found in a text that was kept before, beside what is a reference already', () => {
    expect(keepMoreNames('⟦child 2 given⟧ and Beth met ⟦⟧ Roe', AROUND)).toMatchObject({
      text: '⟦child 2 given⟧ and ⟦person 5 given⟧ met ⟦⟧ Roe',
      unclear: [{ key: 'roe', words: 'Roe', tags: ['child', 'K2', 'K3', 'mother'] }],
    });
  });

  it('is one person’s by the title, the initial or the other part of the name', () => {
    expect(who('Ms Roe, K Roe, Kelly Roe, Grace Roe')).toEqual(['mother', 'mother', 'mother', 'K3']);
  });
});

describe('what is kept', () => {
  const names: Readonly<Record<string, string>> = { 'child 2': 'Jaydon Lee Row', 'person 5': 'Beth Ames' };
  const named = ({ of, id, part }: { of: string; id: number; part: unknown }): Telling => {
    const words = names[`${of} ${id}`]!.split(' ');
    return { name: part === 'given' ? words[0]! : part === 'family' ? words.at(-1)! : words.join(' ') };
  };
  const called = ({ of }: { of: string }): Telling => ({
    called: of === 'child' ? 'your brother' : 'the carer',
  });

  it('reads as typed, with the name that is recorded when it is read', () => {
    const { text, shown } = kept("Contact with jayden at Mrs Smith's");
    expect(text).toBe("Contact with ⟦child 2 given⟧ at Mrs ⟦person 5 family⟧'s");
    expect(shown).toBe("Contact with Jayden at Mrs O'Brien-Smith's");
    expect(inWords(text, named)).toBe("Contact with Jaydon at Mrs Ames's");
  });

  it('has one title, though the name is recorded with one too', () => {
    const patel = someone('person', 10, 'adviser', 'Ms Anita Patel', null, false);
    const shownOf = (typed: string): string => keepNames(typed, { ...AROUND, people: [patel] }).shown;
    expect(shownOf('Ms Anita Patel rings, then Anita Patel and Dr. Patel')).toBe(
      'Ms Anita Patel rings, then Anita Patel and Dr. Patel',
    );
  });

  it('reads as what people are, to a reader who may not know them', () => {
    const read = (typed: string): string => inWords(kept(typed).text, called);
    expect(read("Mrs Smith's home. Beth agreed; the Smiths and B Smith too")).toBe(
      "The carer's home. The carer agreed; the carer and the carer too",
    );
    expect(read('Jayden Roe misses him')).toBe('Your brother misses him');
    expect(read('with Jayden')).toBe('with your brother');
  });

  it('cannot be typed: the sign of a reference comes back as it was', () => {
    const typed = 'see ⟦person 5⟧ and ⟦';
    const { text, names: found } = kept(typed);
    expect(found).toEqual([]);
    expect(inWords(text, named)).toBe(typed);
  });
});
