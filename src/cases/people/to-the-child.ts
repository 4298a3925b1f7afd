/** What people are called to the child whose they are: one word for each, as children say it. Data, and how it is read. */

/** By what a document for adults calls someone; whatever is not here is called as it was recorded. */
const WORDS: Readonly<Record<string, string>> = {
  mother: 'your mum',
  father: 'your dad',
  'birth mother': 'your birth mum',
  'birth father': 'your birth dad',
  'step-mother': 'your stepmum',
  'step-father': 'your stepdad',
  parent: 'your parent',
  adopters: 'your adoptive parents',
  grandparents: 'your gran and grandad',
  grandmother: 'your gran',
  grandfather: 'your grandad',
  relative: 'someone in your family',
  // A child has no adopter: they have, or are to have, parents by adoption.
  adopter: 'your adoptive parent',
  GP: 'your doctor',
  paediatrician: 'your children’s doctor',
  'health professional': 'someone who helps you to stay healthy',
  'head teacher': 'the head teacher of your school',
  'school nurse': 'the nurse at your school',
  'children’s guardian': 'your guardian, who speaks for you in court',
  'supervising social worker': 'your carer’s social worker',
  'residential worker': 'one of the staff where you live',
  'link worker': 'your short breaks worker',
  professional: 'someone who works with you',
  supporter: 'a supporter',
  manager: 'a manager at the council',
  'service manager': 'a senior manager at the council',
};

/** How those are called who come in another's place. */
export const IN_PLACE = 'in place of the ';

/** What says already whose it is, or is said of nobody's. */
const SAID_WHOSE = /^(?:the|an?|my|your|his|her|their|our|one|who|some\w+)\b/i;

/** What someone is called, as the child is told it: `your mum`, `in place of your teacher`, `you`. */
export function toTheChild(called: string): string {
  if (called.startsWith(IN_PLACE)) return `in place of ${toTheChild(called.slice(IN_PLACE.length))}`;
  const bare = called.replace(/^the (?=\S)/, '');
  if (bare === 'child') return 'you';
  const own = WORDS[bare] ?? WORDS[bare.toLowerCase()];
  if (own !== undefined) return own;
  if (/^(?:independent reviewing officer|IRO)\b/.test(bare))
    return 'your independent reviewing officer (IRO)';
  if (SAID_WHOSE.test(called) && !/^the social worker$/.test(called)) return called;
  // Nobody has a police officer of their own.
  return /^police\b/i.test(bare) ? `a ${bare}` : `your ${bare}`;
}
