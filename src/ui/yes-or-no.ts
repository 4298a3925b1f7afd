/** Yes or no, as it is typed. */
import type { Context } from '../context';
import { put } from './library';

/** What is typed, or chosen, to go back. */
export const BACK = '<';

export const YES = 'Yes';
/** What an answer of no is. */
export const NO = 'No';

/** The library's own would take anything that is neither yes nor no, `<` too, for Enter. */
export async function putYesOrNo(
  context: Context,
  message: string,
  onEnter: boolean,
  again = 0,
): Promise<boolean | number | null> {
  const read = (text: string): boolean | number | null | undefined => {
    const word = text.trim().toLowerCase();
    if (word === '') return onEnter;
    if (word === BACK) return null;
    if (/^[1-9]\d?$/.test(word) && Number(word) <= again) return Number(word);
    return word === 'y' || word === 'yes' ? true : word === 'n' || word === 'no' ? false : undefined;
  };
  const numbers = again === 0 ? '' : `, or ${again === 1 ? '1' : `1 to ${again}`} to answer that again`;
  const typed = await put(context, {
    type: 'input',
    isSeenFirst: true,
    message: `${message} (${onEnter ? 'Y/n' : 'y/N'}${numbers})`,
    validate: (text) =>
      read(text) !== undefined ||
      `Type y for yes${again > 0 ? ',' : ' or'} n for no${again > 0 ? `, or a number from 1 to ${again}` : ''}.`,
    transformer: (text, { isFinal }) => {
      const answer = isFinal ? read(text) : undefined;
      if (typeof answer !== 'boolean') return answer === null ? BACK : text;
      return answer ? YES : NO;
    },
  });
  return read(typed)!;
}
