/**
 * Names for invented people: given and family names as they are met in an English town. No one of
 * these names is meant.
 */
import type { Random } from './random';

interface Names {
  readonly girls: string;
  readonly boys: string;
  readonly families: string;
}

const NAMES: readonly Names[] = [
  {
    girls: 'Amelia Chloe Daisy Ellie Grace Isla Jessica Lily Molly Phoebe Poppy Ruby',
    boys: 'Alfie Callum Charlie Dylan Ethan Harvey Jack Leo Logan Oscar Toby Tyler',
    families:
      'Ackroyd Barraclough Dent Fairfax Hebden Ibbotson Marsden Oldroyd Sykes Thackray Varley Wetherby',
  },
  {
    girls: 'Carys Cerys Ffion Lowri Megan Nia Rhiannon Siân',
    boys: 'Dafydd Emyr Gethin Ieuan Macsen Owain Rhodri Tomos',
    families: 'Bevan Cadwaladr Gruffydd Llewellyn Parry Pugh Tudur Ŵyn',
  },
  {
    girls: 'Agnieszka Hania Kinga Maja Oliwia Wiktoria Zofia Zuzanna',
    boys: 'Antoni Błażej Filip Jakub Kacper Michał Szymon Wojciech',
    families: 'Baran Dąbek Gołąb Jóźwiak Łukasz Pawlak Sikora Żuk',
  },
  {
    girls: 'Aoife Ciara Gráinne Niamh Orla Róisín Saoirse Sinéad',
    boys: 'Cormac Darragh Eoin Fionn Oisín Pádraig Ronan Tadhg',
    families: "Brennan Devlin Gallagher Keane McGinley O'Brien O'Hagan Tierney",
  },
  {
    girls: 'Aaliyah Amina Anjali Fatima Jasleen Meera Priya Zainab',
    boys: 'Arjun Bilal Hamza Imran Kiran Rohan Sameer Yusuf',
    families: 'Akhtar Begum Chaudhry Gill Hussain Mistry Patel Siddiqui',
  },
  {
    girls: 'Abena Adaeze Amara Fatou Ngozi Selam Temi Zawadi',
    boys: 'Chidi Femi Kofi Kwame Obinna Samuel Tendai Yonas',
    families: 'Adeyemi Bekele Chukwu Mensah Moyo Ndlovu Okafor Osei',
  },
];

/** More of the first, as in the town. */
const SHARES = [0, 0, 0, 0, 0, 1, 2, 2, 3, 4, 4, 5];

export interface FamilyName {
  readonly family: string;
  /** Which list it is from. */
  readonly from: number;
}

/** A family name; one in ten is double-barrelled across lists. */
export function familyName(random: Random): FamilyName {
  const from = random.pick(SHARES);
  const family = one(random, NAMES[from]!.families);
  if (!random.chance(0.1)) return { family, from };
  const other = one(random, NAMES[random.pick(SHARES)]!.families);
  return { family: other === family ? family : `${family}-${other}`, from };
}

/** A given name for the family, usually from the same list. */
export function givenName(random: Random, sex: 'F' | 'M', { from }: FamilyName): string {
  const names = NAMES[random.chance(0.75) ? from : 0]!;
  return one(random, sex === 'F' ? names.girls : names.boys);
}

/** A grown person's whole name. */
export function staffName(random: Random): string {
  const name = familyName(random);
  return `${givenName(random, random.chance(0.7) ? 'F' : 'M', name)} ${name.family}`;
}

function one(random: Random, list: string): string {
  return random.pick(list.split(' '));
}
