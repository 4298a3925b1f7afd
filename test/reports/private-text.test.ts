import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../src/core/privacy/names';
import { isoDate } from '../../src/core/time/dates';
import { withoutPrivate } from '../../src/reports/private-text';

const OWN = {
  names: ['Will Price-Jones', 'Zoë May', 'Siân Mair O’Brien', 'Lucy', "Łucja D'Souza", 'Mrs Jo van Dyke'],
  births: [isoDate('2015-05-02'), isoDate('2011-12-25')],
  addresses: ['Rose Cottage, 12a Mill Lane, York YO1 6GA', '3 High Street, York', 'The Beeches'],
};
const KNOWN = {
  children: nameIndex(['Orla Grace Quill', 'Tom Reed', 'May Hall']),
  colleagues: nameIndex(['Sarah May', 'Tom Reed']),
};
const clean = (text: string): string => withoutPrivate(text, OWN, KNOWN);
const NAME = '(name left out)';

describe('names in what people wrote', () => {
  it.each([
    ['Will was ill', `${NAME} was ill`],
    ['will price-jones was ill', `${NAME} was ill`],
    ['Zoë’s school asked, and WILL agreed', `${NAME}’s school asked, and ${NAME} agreed`],
    ['Mrs Price was away; ask the Joneses', `Mrs ${NAME} was away; ask the ${NAME}`],
    ['it will be held when she may come', 'it will be held when she may come'],
    ['Willow and Pricey', 'Willow and Pricey'],
    ['Will   Price-Jones and Zoë May', `${NAME} and ${NAME}`],
    // Apostrophes straight, curly, forgotten and of any other kind; the half after one.
    ["Siân O'Brien is away", `${NAME} is away`],
    ['the O’Briens asked', `the ${NAME} asked`],
    ['mr o`brien, OBRIEN and O Brien', `mr ${NAME}, ${NAME} and ${NAME}`],
    ['Brien said so, and dsouza', `${NAME} said so, and ${NAME}`],
    // Accents taken apart, put together, or forgotten.
    ['Sia\u0302n and si\u00e2n and Sian', `${NAME} and ${NAME} and ${NAME}`],
    ['zoe, Łucja, lucja and \uff3a\uff4f\uff45', `${NAME}, ${NAME}, ${NAME} and ${NAME}`],
    ['Zo\u00ade and Zo\u200be', `${NAME} and ${NAME}`],
    // Possessives, with and without their apostrophe.
    ["Lucy's gran, Lucys gran, lucy’s gran", `${NAME}'s gran, ${NAME} gran, ${NAME}’s gran`],
    // Double names, in halves, parted otherwise, or run together.
    ['price‑jones, Price Jones, Price–Jones', `${NAME}, ${NAME}, ${NAME}`],
    ['wpricejones, WillPriceJones, will_price-jones', `wpricejones, ${NAME}, ${NAME}`],
    ['PriceJones and pricejones', `${NAME} and ${NAME}`],
    // As they are called at home.
    ['Billy and William asked; Luc came', `${NAME} and ${NAME} asked; ${NAME} came`],
    ['ask Mair, or Mairy', `ask ${NAME}, or ${NAME}`],
    ['Van Dyke, jo van dyke and Jo', `${NAME}, ${NAME} and ${NAME}`],
    ['the van was late', 'the van was late'],
    // Quoted, in brackets, beside a number or a full stop.
    ['“Will”, (Zoë), Will2, will.price@home', `“${NAME}”, (${NAME}), ${NAME}2, ${NAME}@home`],
    // Other children, by their whole name; a colleague is named, but not whoever is called as a child is.
    ['clashes with Orla Quill’s and orla grace quill', `clashes with ${NAME}’s and ${NAME}`],
    ['Orla chairs', 'Orla chairs'],
    ['Sarah May agreed, and so did Zoë May', `Sarah May agreed, and so did ${NAME}`],
    ['Tom Reed agreed', `${NAME} agreed`],
    ['a day in May, Hall was booked', `a day in ${NAME} was booked`],
  ])('%s becomes %s', (text, said) => {
    expect(clean(text)).toBe(said);
  });

  it('are as they were where none are known, whatever signs a name has', () => {
    const none = { names: [], births: [], addresses: [] };
    const nobody = { children: nameIndex([]), colleagues: nameIndex([]) };
    expect(withoutPrivate('as it was (a+b)', none, nobody)).toBe('as it was (a+b)');
    expect(withoutPrivate('see (A+B) and a[b now', { ...none, names: ['(A+B) a[b'] }, nobody)).not.toMatch(
      /A\+B|a\[b/,
    );
    expect(withoutPrivate('', none, nobody)).toBe('');
  });
});

describe('any name', () => {
  const letters = [...'abdeghklmnoprtuzáéîöŵŷłżçñđß'];
  const word = fc
    .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 })
    .map((each) => each[0]!.toUpperCase() + each.slice(1).join(''));
  const names = fc.record({
    given: word,
    last: fc.tuple(word, fc.constantFrom('', '-', "'", '’'), word).map((parts) => parts.join('')),
  });
  const manner = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll("'", '’'),
    (text) => text.replaceAll(/['’]/g, ''),
    (text) => text.replaceAll('-', ' '),
    (text) => `${text}’s`,
    (text) => `“${text}”`,
  );
  const nobody = { children: nameIndex([]), colleagues: nameIndex([]) };

  it('is gone from a sentence, in whatever manner it is written', () => {
    fc.assert(
      fc.property(
        names,
        fc.uniqueArray(manner, { maxLength: 4 }),
        fc.boolean(),
        ({ given, last }, manners, whole) => {
          const own = { names: [`${given} ${last}`], births: [], addresses: [] };
          const written = manners.reduce((text, next) => next(text), whole ? `${given} ${last}` : last);
          const said = withoutPrivate(`x1 ${written} x2`, own, nobody);
          expect(said.replaceAll(NAME, '').replaceAll(/[“”’\s]|(?<=’)[sS]/g, '')).toMatch(/^x1[sS]*x2$/);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('dates of birth in what people wrote', () => {
  const DATE = '(date left out)';
  it.each([
    ['dob 2015-05-02', `dob ${DATE}`],
    ['2/5/2015, 02/05/15, 2.5.2015, 02-05-2015', `${DATE}, ${DATE}, ${DATE}, ${DATE}`],
    ['05/02/2015 and 2015/05/02', `${DATE} and ${DATE}`],
    ['02052015, 020515, 20150502', `${DATE}, ${DATE}, ${DATE}`],
    ['2 May 2015; 2nd of May, 2015; May 2nd 2015', `${DATE}; ${DATE}; ${DATE}`],
    ['her day is 2 May', `her day is ${DATE}`],
    ['after 2/5', `after ${DATE}`],
    ['25th DEC 2011', DATE],
    // The day of a meeting is told, unless it is told as a birthday.
    ['put off to 2 May 2026', 'put off to 2 May 2026'],
    ['her birthday, 2 May 2026', `her birthday, ${DATE}`],
    ['born in May 2015', `born in ${DATE}`],
    ['born 2015', `born ${DATE}`],
    ['since May 2015', 'since May 2015'],
    ['22 May 2015, 2 June 2015 and 12/5/2015', '22 May 2015, 2 June 2015 and 12/5/2015'],
    ['tracked as 2.5', 'tracked as 2.5'],
  ])('%s becomes %s', (text, said) => {
    expect(clean(text)).toBe(said);
  });
});

describe('addresses in what people wrote', () => {
  const ADDRESS = '(address left out)';
  it.each([
    ['moved to 12A Mill Ln, York', `moved to ${ADDRESS}, York`],
    ['at rose cottage', `at ${ADDRESS}`],
    ['near mill lane', `near ${ADDRESS}`],
    ['she lives in High St', `she lives in ${ADDRESS}`],
    ['yo1 6ga and YO16GA', `${ADDRESS} and ${ADDRESS}`],
    ['LS11 9ZZ is not theirs', `${ADDRESS} is not theirs`],
    ['Flat 2, 44 Elm Tree Road', ADDRESS],
    ['near Acacia Avenue', `near ${ADDRESS}`],
    ['The beeches had no room', `${ADDRESS} had no room`],
    ['ring 01904 555 111 or beth@example.org', `ring (number left out) or ${ADDRESS}`],
    ['to York, on 9 April 2026 at 10:00', 'to York, on 9 April 2026 at 10:00'],
    ['3 children and 2 people go the same way', '3 children and 2 people go the same way'],
  ])('%s becomes %s', (text, said) => {
    expect(clean(text)).toBe(said);
  });
});
