/**
 * What every letter says besides its own words, in each language that a letter may be in: its greeting and close, what it says
 * it is, its days and lists. Pure. Those that are not English are used once the council says that a speaker has read them.
 */
import { listed } from '../core/in-words';
import { type IsoDate, longDate, weekday } from '../core/time/dates';
import type { Language } from './language';

export interface FixedWords {
  /** The language, as English calls it. */
  readonly called: string;
  readonly private: string;
  readonly reference: string;
  readonly ourReference: string;
  readonly page: string;
  readonly of: string;
  readonly telephone: string;
  readonly enclosed: string;
  /** What stands first, in a frame: for whoever hears the page, as are the next three. */
  readonly inShort: string;
  /** What is called so if no words say what is to be filled in, or ticked. */
  readonly toFill: string;
  readonly toTick: string;
  readonly toDraw: string;
  /** To an adult whose name stands after it. */
  readonly dear: string;
  /** The whole greeting to an office that nobody in particular is known to hold. */
  readonly dearOffice: string;
  readonly whoeverLooksAfter: string;
  readonly toWhoeverLooksAfter: string;
  readonly sincerely: string;
  /** To a child. */
  readonly bestWishes: string;
  /** Times are told by twenty-four hours, whatever the unit's settings are. */
  readonly isTwentyFour?: true;
  /** Of a form that comes for each of several children. */
  oneForEach(form: string): string;
  day(on: IsoDate): string;
  listed(words: readonly string[]): string;
}

const ENGLISH_WORDS: FixedWords = {
  called: 'English',
  private: 'Private and confidential',
  reference: 'Reference',
  ourReference: 'Our reference',
  page: 'Page',
  of: 'of',
  telephone: 'Telephone',
  enclosed: 'Enclosed',
  inShort: 'In short',
  toFill: 'To be filled in',
  toTick: 'To be ticked',
  toDraw: 'An empty box to draw in',
  dear: 'Dear',
  dearOffice: 'Dear Sir or Madam',
  whoeverLooksAfter: 'Whoever looks after',
  toWhoeverLooksAfter: 'To whoever looks after',
  sincerely: 'Yours sincerely',
  bestWishes: 'With best wishes',
  oneForEach: (form) => `${form}, one for each child`,
  day: longDate,
  listed,
};

/** A day by the names of its weekday, from Monday, and of its month. */
const dayBy =
  (days: readonly string[], months: readonly string[], end = '') =>
  (on: IsoDate): string =>
    `${days[(weekday(on) + 6) % 7]} ${Number(on.slice(8))} ${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}${end}`;

const joinedBy =
  (last: (word: string) => string) =>
  (words: readonly string[]): string => {
    const end = words.at(-1) ?? '';
    return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last(end)} ${end}`;
  };

const WORDS: Readonly<Record<Language, FixedWords>> = {
  cy: {
    called: 'Welsh',
    private: 'Preifat a chyfrinachol',
    reference: 'Cyfeirnod',
    ourReference: 'Ein cyfeirnod',
    page: 'Tudalen',
    of: 'o',
    telephone: 'Ffôn',
    enclosed: 'Amgaeedig',
    inShort: 'Yn gryno',
    toFill: 'I’w lenwi',
    toTick: 'I’w dicio',
    toDraw: 'Blwch gwag i dynnu llun ynddo',
    dear: 'Annwyl',
    dearOffice: 'Annwyl Syr neu Fadam',
    whoeverLooksAfter: 'Pwy bynnag sy’n gofalu am',
    toWhoeverLooksAfter: 'At bwy bynnag sy’n gofalu am',
    sincerely: 'Yn gywir',
    bestWishes: 'Gyda dymuniadau gorau',
    oneForEach: (form) => `${form}, un ar gyfer pob plentyn`,
    day: dayBy(
      ['Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn', 'Dydd Sul'],
      [
        ...['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi'],
        ...['Hydref', 'Tachwedd', 'Rhagfyr'],
      ],
    ),
    // Before a vowel it is another word.
    listed: joinedBy((word) => (/^[aeiouwyâêîôûŵŷ]/i.test(word) ? 'ac' : 'a')),
  },
  pl: {
    called: 'Polish',
    private: 'Prywatne i poufne',
    reference: 'Nr sprawy',
    ourReference: 'Nasz numer sprawy',
    page: 'Strona',
    of: 'z',
    telephone: 'Telefon',
    enclosed: 'Załączniki',
    inShort: 'W skrócie',
    toFill: 'Do uzupełnienia',
    toTick: 'Do zaznaczenia',
    toDraw: 'Puste pole na rysunek',
    dear: 'Szanowni Państwo:',
    dearOffice: 'Szanowni Państwo',
    whoeverLooksAfter: 'Osoba sprawująca opiekę:',
    toWhoeverLooksAfter: 'Do osoby sprawującej opiekę:',
    sincerely: 'Z poważaniem',
    bestWishes: 'Serdeczne pozdrowienia',
    isTwentyFour: true,
    oneForEach: (form) => `${form}, po jednym dla każdego dziecka`,
    day: dayBy(
      ['poniedziałek,', 'wtorek,', 'środa,', 'czwartek,', 'piątek,', 'sobota,', 'niedziela,'],
      [
        ...['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września'],
        ...['października', 'listopada', 'grudnia'],
      ],
      ' r.',
    ),
    listed: joinedBy(() => 'i'),
  },
};

/** The languages besides English, with their words. */
export const OTHER_LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** The words of a language; nothing is English. */
export const wordsIn = (language: Language | null | undefined): FixedWords =>
  language == null ? ENGLISH_WORDS : WORDS[language];
