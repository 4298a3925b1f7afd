/** Names as people type them: of children, of others and of teams. */
import { hiddenIn, tidyName } from '../core/names/likeness';
import { UsageError } from '../errors';

/** The longest name that is taken, in letters. */
const LONGEST = 200;

/** `31/02/2016`: a birthday typed where the name was asked for, whether there is such a day or not. */
const DATE = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/;

/** What is wrong with a name, as a sentence, or true. */
export function checkName(text: string): string | true {
  const hidden = hiddenIn(text.trim());
  if (hidden !== null) {
    return `It has a sign in it that nobody sees (${hidden}): type it instead of pasting it.`;
  }
  if (DATE.test(text.trim())) return 'That is a date: type the name, such as Jane Roe.';
  return text.length > LONGEST ? `It is longer than ${LONGEST} letters.` : true;
}

/** The name of a flag as it is kept; undefined if it was not given, and never empty. */
export function nameTyped<T extends string | undefined>(text: T, flag: string): T {
  if (text === undefined) return text;
  if (text.trim() === '') throw new UsageError(`${flag} is empty.`);
  const checked = checkName(text);
  if (checked !== true) throw new UsageError(`${flag}: that cannot be a name. ${checked}`);
  return tidyName(text) as T;
}
