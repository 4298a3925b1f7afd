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

const OF_ONE_DETAINED: Words = {
  placement: 'how things are where the child is detained',
  education: 'education and training',
  'delegated-authority': 'who is asked before something is decided for the child',
};

/** In the words for a child. */
export function matterWords({
  isUnder4,
  isDetained,
}: {
  readonly isUnder4: boolean;
  readonly isDetained: boolean;
}): (matter: MatterConsidered) => string {
  const words: Words = { ...(isUnder4 ? OF_A_BABY : {}), ...(isDetained ? OF_ONE_DETAINED : {}) };
  return (matter) => words[matter] ?? MATTER_WORDS[matter];
}
