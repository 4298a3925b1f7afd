/** What a review has to consider, as letters and papers call it: by age, and of a child who is detained. Pure. */
import { MATTER_WORDS, type MatterConsidered } from './what-to-consider';

type Words = Partial<Readonly<Record<MatterConsidered, string>>>;

/** Of a child under 4, who is in no school and is asked nothing. */
const OF_A_BABY: Words = {
  education: 'play and learning',
  leisure: 'what the child enjoys',
  advice: 'advice and support for those who look after the child',
  wishes: 'what the child shows, and the IRO’s view',
};

/** Before it there were no decisions to be carried out. */
const OF_THE_FIRST: Words = { changes: 'what has changed since the child came into care' };

/** Whose parents are not here to ask for a return. */
const OF_ONE_UNACCOMPANIED: Words = { 'section-20': 'drift in section 20 care' };

const OF_ONE_DETAINED: Words = {
  placement: 'how things are where the child is detained',
  education: 'education and training',
  'delegated-authority': 'who is asked before something is decided for the child',
};

/** In the words for a child. */
export function matterWords({
  isUnder4,
  isDetained,
  isFirst,
  isUnaccompanied,
}: {
  readonly isUnder4: boolean;
  readonly isDetained: boolean;
  readonly isFirst: boolean;
  readonly isUnaccompanied: boolean;
}): (matter: MatterConsidered) => string {
  const words: Words = {
    ...(isUnder4 ? OF_A_BABY : {}),
    ...(isDetained ? OF_ONE_DETAINED : {}),
    ...(isFirst ? OF_THE_FIRST : {}),
    ...(isUnaccompanied ? OF_ONE_UNACCOMPANIED : {}),
  };
  return (matter) => words[matter] ?? MATTER_WORDS[matter];
}
