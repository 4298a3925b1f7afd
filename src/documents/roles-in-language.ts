/**
 * Who people are, and how long a limit is, in the languages besides English. A word that is not here stays as it was
 * recorded. Nobody who speaks them has read these here: no letter has them until the council says that a speaker did. Pure.
 */
import type { Language } from './language';

/** By what a document in English calls someone. */
const ROLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  cy: {
    ...{ you: 'chi', child: 'plentyn', mother: 'mam', father: 'tad', parent: 'rhiant' },
    ...{ 'birth mother': 'mam enedigol', 'birth father': 'tad geni' },
    ...{ 'step-mother': 'llysfam', 'step-father': 'llystad', relative: 'perthynas' },
    ...{ grandmother: 'mam-gu', grandfather: 'tad-cu', aunt: 'modryb', uncle: 'ewythr' },
    ...{ brother: 'brawd', sister: 'chwaer', cousin: 'cefnder neu gyfnither' },
    ...{ carer: 'gofalwr', carers: 'gofalwyr', 'foster carer': 'gofalwr maeth' },
    ...{ 'foster carers': 'gofalwyr maeth', adopter: 'mabwysiadydd', adopters: 'mabwysiadwyr' },
    'independent reviewing officer (IRO)': 'swyddog adolygu annibynnol (IRO)',
    ...{
      IRO: 'swyddog adolygu annibynnol (IRO)',
      manager: 'rheolwr',
      'service manager': 'rheolwr gwasanaeth',
    },
    ...{ 'social worker': 'gweithiwr cymdeithasol', 'residential worker': 'gweithiwr preswyl' },
    'supervising social worker': 'gweithiwr cymdeithasol goruchwyliol',
    ...{ 'link worker': 'gweithiwr cyswllt', 'personal adviser': 'cynghorydd personol' },
    ...{ teacher: 'athro neu athrawes', 'head teacher': 'pennaeth', 'school nurse': 'nyrs ysgol' },
    ...{ GP: 'meddyg teulu', 'health visitor': 'ymwelydd iechyd', paediatrician: 'pediatregydd' },
    ...{ advocate: 'eiriolwr', 'independent visitor': 'ymwelydd annibynnol', supporter: 'cefnogwr' },
    ...{ 'children’s guardian': 'gwarcheidwad plant', interpreter: 'cyfieithydd' },
    ...{ 'your mum': 'dy fam', 'your dad': 'dy dad', 'your gran': 'dy fam-gu', 'your grandad': 'dy dad-cu' },
    ...{ 'your social worker': 'dy weithiwr cymdeithasol', 'your carer': 'dy ofalwr' },
    ...{
      'your foster carer': 'dy ofalwr maeth',
      'your carers': 'dy ofalwyr',
      'your advocate': 'dy eiriolwr',
    },
    'your independent reviewing officer (IRO)': 'dy swyddog adolygu annibynnol (IRO)',
  },
  pl: {
    ...{ you: 'Państwo', child: 'dziecko', mother: 'matka', father: 'ojciec', parent: 'rodzic' },
    ...{ 'birth mother': 'matka biologiczna', 'birth father': 'ojciec biologiczny' },
    ...{ 'step-mother': 'macocha', 'step-father': 'ojczym', relative: 'członek rodziny' },
    ...{ grandmother: 'babcia', grandfather: 'dziadek', aunt: 'ciocia', uncle: 'wujek' },
    ...{ brother: 'brat', sister: 'siostra', cousin: 'kuzyn lub kuzynka' },
    ...{ carer: 'opiekun', carers: 'opiekunowie', 'foster carer': 'opiekun zastępczy' },
    ...{
      'foster carers': 'opiekunowie zastępczy',
      adopter: 'rodzic adopcyjny',
      adopters: 'rodzice adopcyjni',
    },
    'independent reviewing officer (IRO)': 'niezależny urzędnik do spraw przeglądu (IRO)',
    IRO: 'niezależny urzędnik do spraw przeglądu (IRO)',
    ...{ manager: 'kierownik', 'service manager': 'kierownik służby' },
    ...{ 'social worker': 'pracownik socjalny', 'residential worker': 'pracownik placówki' },
    'supervising social worker': 'pracownik socjalny opiekunów',
    ...{ 'link worker': 'pracownik łącznikowy', 'personal adviser': 'osobisty doradca' },
    ...{ teacher: 'nauczyciel', 'head teacher': 'dyrektor szkoły', 'school nurse': 'pielęgniarka szkolna' },
    ...{ GP: 'lekarz rodzinny', 'health visitor': 'pielęgniarka środowiskowa', paediatrician: 'pediatra' },
    ...{ advocate: 'rzecznik dziecka', 'independent visitor': 'niezależny odwiedzający' },
    ...{ supporter: 'osoba wspierająca', 'children’s guardian': 'kurator dziecka', interpreter: 'tłumacz' },
    ...{ 'your mum': 'twoja mama', 'your dad': 'twój tata', 'your gran': 'twoja babcia' },
    ...{ 'your grandad': 'twój dziadek', 'your social worker': 'twój pracownik socjalny' },
    ...{ 'your carer': 'twój opiekun', 'your carers': 'twoi opiekunowie', 'your advocate': 'twój rzecznik' },
    ...{ 'your foster carer': 'twój opiekun zastępczy' },
    'your independent reviewing officer (IRO)': 'twój niezależny urzędnik do spraw przeglądu (IRO)',
  },
};

/** What somebody is called, in a language: with a name before it or an article, too. */
export function roleIn(language: Language, called: string): string {
  const [, before = '', bare = called] = /^(.*, |the |The )?(.*)$/u.exec(called) ?? [];
  const known = ROLES[language][bare];
  if (known === undefined) return called;
  return /^the $/i.test(before) ? known : before + known;
}

type Unit = 'working days' | 'days' | 'weeks' | 'months' | 'years';

/** After a number: one form in Welsh; in Polish those of one, of a few, and of many. */
const UNITS: Readonly<Record<Language, Readonly<Record<Unit, readonly string[]>>>> = {
  cy: {
    'working days': ['diwrnod gwaith'],
    days: ['diwrnod'],
    weeks: ['wythnos'],
    months: ['mis'],
    years: ['blynedd'],
  },
  pl: {
    'working days': ['dzień roboczy', 'dni robocze', 'dni roboczych'],
    days: ['dzień', 'dni', 'dni'],
    weeks: ['tydzień', 'tygodnie', 'tygodni'],
    months: ['miesiąc', 'miesiące', 'miesięcy'],
    years: ['rok', 'lata', 'lat'],
  },
};

/** `5 diwrnod gwaith`, `5 dni roboczych`; as it is in English of a unit that is not known. */
export function amountIn(language: Language, amount: number, unit: string): string {
  const forms = UNITS[language][unit as Unit];
  if (forms === undefined) return `${amount} ${unit}`;
  const isFew = amount % 10 >= 2 && amount % 10 <= 4 && !(amount % 100 >= 12 && amount % 100 <= 14);
  const at = amount === 1 ? 0 : isFew ? 1 : 2;
  return `${amount} ${forms[at] ?? forms[0]}`;
}

/** The fields of which the words say who somebody is. */
const SAYS_WHO: ReadonlySet<string> = new Set(['called', 'openly', 'owner', 'yours', 'delegateOf']);

/** What a document says, with who people are in its language. The child is called by a name, which is none of these words. */
export function withRolesIn<T>(language: Language | null | undefined, data: T): T {
  if (language == null) return data;
  const told = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return SAYS_WHO.has(key) ? roleIn(language, value) : value;
    if (Array.isArray(value)) return value.map((each) => told(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, told(each, name)]));
  };
  return told(data, '') as T;
}
