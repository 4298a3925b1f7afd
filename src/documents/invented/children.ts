/** Three children who do not exist, for trying a document out: with as little to say as it can be made of, as much as most have, and a great deal. */

/** How much is recorded of a child. */
export type Amount = 'short' | 'usual' | 'long';

/** One of them, with those around. */
export interface Invented {
  readonly amount: Amount;
  readonly ref: string;
  readonly given: string;
  readonly family: string;
  readonly age: number;
  readonly pronouns: readonly [subject: string, object: string, possessive: string, reflexive: string];
  /** Who else is in a letter: mother, father, social worker, carer, teacher, nurse, and more. */
  readonly people: readonly string[];
  readonly address: readonly string[];
  /** How many there are of whatever may be several. */
  readonly several: number;
  /** What somebody wrote, wherever a document has room for it. */
  readonly words: string;
}

const LONG =
  'We talked about this for some time, and everyone who was there had their say. The school sees that things go better since Christmas, and the carers do too. What worries the family most is that the bus takes more than an hour, twice a day, and that there is nobody to ask when it does not come.';

/** In the order in which they are shown. */
export const INVENTED: readonly Invented[] = [
  {
    amount: 'short',
    ref: 'X1',
    given: 'Mo',
    family: 'Ali',
    age: 6,
    pronouns: ['he', 'him', 'his', 'himself'],
    people: ['Amina Ali', 'Sam Ali', 'Jo Lee'],
    address: [],
    several: 1,
    words: 'All is well.',
  },
  {
    amount: 'usual',
    ref: 'X2',
    given: 'Siân',
    family: "O'Brien",
    age: 11,
    pronouns: ['she', 'her', 'her', 'herself'],
    people: ["Jane O'Brien", "Dan O'Brien", 'Jo Smith', 'Beth Ames', 'Tom Reed', 'Asha Patel'],
    address: ['14 Mill Lane', 'Testford', 'TS1 4QB'],
    several: 3,
    words: 'The school and the carers will talk each week about how the mornings go.',
  },
  {
    amount: 'long',
    ref: 'X3-2019-00417',
    given: 'Zuzanna-Aurelia',
    family: 'Wiśniewska-Featherstonehaugh',
    age: 15,
    pronouns: ['they', 'them', 'their', 'themselves'],
    people: [
      'Dr Katarzyna Maria Wiśniewska-Featherstonehaugh',
      'Oluwaseun Adebayo-Montgomery',
      'Rhys ap Llŷr Ŵyn',
      'Bartholomew Cholmondeley-Marjoribanks',
      'Anne-Marie Fitzgerald',
      'Mohammed Abdul-Rahman',
      'Niamh Ní Bhriain',
      'Jean-Baptiste Desrosiers',
      'Ann Lowe',
    ],
    address: [
      'Flat 12',
      'Rosemary House',
      '128 Long Street',
      'Little Wenlock',
      'Testford',
      'Testshire',
      'TS1 2AB',
    ],
    several: 9,
    words: LONG,
  },
];

const [YOUNGEST_OF, OLDEST_OF] = [2, 24];

/** Their age, where a document is for some ages alone. */
export function agedFor(
  child: Invented,
  ages: { readonly from: number; readonly to: number } | null,
): number {
  const { from, to } = ages ?? { from: YOUNGEST_OF, to: OLDEST_OF };
  return Math.min(Math.max(child.age, from), to);
}
