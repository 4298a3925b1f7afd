/** Words that keeping names must know besides those of words.ts. Data; all in small letters and without accents. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Whose name follows: a man's, a woman's, or anyone's. */
export const TITLES: Readonly<Record<string, 'he' | 'she' | 'any'>> = {
  ...{ mr: 'he', sir: 'he', mrs: 'she', ms: 'she', miss: 'she' },
  ...{ mx: 'any', dr: 'any', doctor: 'any', prof: 'any', professor: 'any', rev: 'any' },
};

/** What people are called who are no boys or men, or no girls or women. */
export const SHE = words(`
  mother mum stepmother step-mother grandmother gran nan nana aunt auntie sister half-sister stepsister
  daughter niece wife girlfriend godmother great-aunt great-grandmother
`);
export const HE = words(`
  father dad stepfather step-father grandfather grandad uncle brother half-brother stepbrother son nephew
  husband boyfriend godfather great-uncle great-grandfather
`);

/**
 * Of the words that are names too, those that hardly anybody begins a sentence with but as a name: `Jack`
 * and `Ruby`, and not `Will`, `May`, `Hope`, `Mark`, `Rose` or `Grace`.
 */
export const BEGINS_AS_NAME = words(`
  dale dean ed eve frank gale gene guy hazel heath iris ivy jack jade jean lance lee leo lily miles olive pat
  pearl penny pierce piers poppy porter ray rob robin rowan ruby sam sandy ted tom trinity violet willow
`);

/** What is said of a person who was named: `Will is`, `Grace has`, `Hope wants`. */
export const SAID_OF_A_PERSON = words(`
  is isn was wasn has hasn had hadn does doesn did didn said says told tells asked asks wants wanted likes liked
  loves loved hates feels felt thinks thought knows knew lives lived stays stayed goes went comes came gets got
  needs needed attends attended spoke speaks agreed agrees refused refuses moved moves sees saw misses missed
  left enjoys enjoyed hopes hoped wishes wished gave gives takes took plays played makes made turned turns
  started starts remains seems seemed became and
`);

/** What a month follows: `in May`, `since April`. */
export const BEFORE_A_MONTH = words(`
  in since by until till during from of last next early late mid this every before after through to and between
  for throughout
`);

/** Of these, what a month follows and hardly a person: a person may be met `after` or `for`. */
export const ONLY_BEFORE_A_MONTH = words('in since until till during early late mid this every throughout');

/** What a road, a house or a school is called after someone: `Ames Road`. */
export const PLACES = words(`
  road rd street lane close avenue ave drive court crescent gardens grove place square terrace house lodge cottage
  farm hall school primary secondary academy college nursery hospital surgery clinic centre center unit ward church
  park way hill view mews row green estate
`);
