/** What is said of independent reviewing officers in more than one command. */
import type { Right } from '../../core/children/iro-record';

/** What a child is told of, in words. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  iro: 'the IRO',
  advocacy: 'advocacy',
  complaints: 'how to complain',
  court: 'applying to court',
  'care-plan': 'the care plan',
  reviews: 'reviews',
};
