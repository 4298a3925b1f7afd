/** Tags of a child’s people, by which events and names of files call them: words, and never anybody’s name. */
import { folded } from '../../core/privacy/folded';
import { UsageError } from '../../errors';
import { LINKED_ROLES, RESERVED } from './roles';

/** Refuses a tag with one of these names in it, with its accents or without. */
export function refuseNamed(tag: string | undefined, names: readonly string[]): void {
  if (tag === undefined || !isNamed(tag.replaceAll('-', ' '), names)) return;
  throw new UsageError(
    '--tag has someone’s name in it, and names of files are made of it. Nothing was saved.',
    'Say what they are to the child, such as --tag aunt; or leave it out and one is found.',
  );
}

/**
 * A word made of a relationship: `Mother's partner` is `mothers-partner`; undefined if none can be, or
 * if it would hold one of these names.
 */
export function tagFrom(relationship: string | undefined, names: readonly string[]): string | undefined {
  if (relationship === undefined || isNamed(relationship, names)) return undefined;
  const word = relationship
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return word === '' || RESERVED.includes(word) ? undefined : word;
}

/** True if a text has one of the words of these names. Of someone called after a role that tells nothing. */
function isNamed(text: string, names: readonly string[]): boolean {
  const ofRoles = LINKED_ROLES.flatMap(wordsOf);
  const words = names.flatMap(wordsOf).filter((word) => word.length > 2 && !ofRoles.includes(word));
  const inText = wordsOf(folded(text).letters);
  return words.some((word) => {
    const plain = folded(word).letters;
    // Of several, and of what is theirs: the Smiths’, Smith's.
    return inText.some((each) => each === plain || each === `${plain}s` || each === `${plain}es`);
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);

/** The word itself, or with the first number from 2 that nobody has. */
export function freeTag(taken: readonly string[], word: string): string {
  if (!taken.includes(word)) return word;
  let number = 2;
  while (taken.includes(`${word}-${number}`)) number++;
  return `${word}-${number}`;
}
