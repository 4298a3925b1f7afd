/** What a review has to consider, as letters and papers call it: by age, and of a child who is detained. */
import { detentionOn } from '../../core/children/detention';
import { MATTER_WORDS, type MatterConsidered } from '../../core/reviews/what-to-consider';
import type { LetterCase } from '../letter-case';
import { isTooYoungToAsk } from './child';

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

/** In the words for the child of a review. */
export function matterWords(of: LetterCase): (matter: MatterConsidered) => string {
  const words: Words = {
    ...(isTooYoungToAsk(of) ? OF_A_BABY : {}),
    ...(detentionOn(of.reckoning.story, of.day) === null ? {} : OF_ONE_DETAINED),
  };
  return (matter) => words[matter] ?? MATTER_WORDS[matter];
}
