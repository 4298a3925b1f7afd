/** Codes of the return as they are typed. */

import type { CodeList } from '../core/events/attribute';
import { didYouMean, UsageError } from '../errors';
import { codeFirst, shippedLaw } from '../law/shipped';
import type { Choice } from '../ui/prompts';

/** What may be said in words if no code does. */
const WORDS_TOO: readonly CodeList[] = ['placement'];

/** The codes of a list that are in use; X1 is of an episode that another follows, and of no ending. */
export function codesOf(list: CodeList): string[] {
  const labels = shippedLaw().codes[list] ?? {};
  return Object.keys(labels).filter((code) => code !== 'X1' && !labels[code]!.old);
}

/** A code that there is: an old one too, if it is of what may lie long ago. */
export function codeTyped(list: CodeList, flag: string, typed: string): string {
  const isWords = WORDS_TOO.includes(list);
  if (isWords && !/^[A-Z]\d{1,2}$/i.test(typed)) return typed;
  const code = typed.toUpperCase();
  const codes = codesOf(list);
  if (isWords ? Object.hasOwn(shippedLaw().codes[list] ?? {}, code) : codes.includes(code)) return code;
  throw new UsageError(
    `${flag}: there is no ${isWords ? `${list} ` : ''}code "${typed}".${didYouMean(typed, codes)}`,
    `The codes are ${codes.join(', ')}${isWords ? '; or say it in words' : ''}.`,
  );
}

/** Each code is picked by its own number: PN3 by 3. */
export const participationChoices = (codes: readonly string[]): Choice<string>[] =>
  codes.map((code) => ({
    ...{ name: codeFirst('participation', code), value: code },
    number: code.replace(/^PN/, ''),
  }));
