/** Questions with more than one answer: some of a list, and lines written in an editor. */
import type { Context } from '../context';
import { put, putSeveral } from './library';
import { numbersOf } from './list-keys';
import { answerTo, BACK_CHOICE, type Choice } from './prompts';
import { BACK } from './yes-or-no';

/** Some of a list, each by its value; none if none is chosen, and `none` says what that comes to. */
export async function askSeveral(
  context: Context,
  message: string,
  choices: readonly Choice<string>[],
  none: string,
  check: (values: readonly string[]) => string | true = () => true,
): Promise<string[]> {
  const valuesOf = (answer: string): string[] => answer.split(',').filter(Boolean);
  const answer = await answerTo(context, {
    message,
    choices: null,
    takes: (given) => valuesOf(given).every((each) => choices.some(({ value }) => value === each)),
    keeps: (given) => ({ text: given }),
    ask: async ({ message, before = '' }) => {
      const numbers = numbersOf(choices.map(({ number }) => number));
      const chosen = await putSeveral(context, {
        ...{ message, back: BACK_CHOICE, none, validate: check },
        choices: choices.map((each, at) => ({
          ...each,
          ...{ number: numbers[at]!, checked: valuesOf(before).includes(each.value) },
        })),
      });
      return chosen === null ? BACK : chosen.join(',');
    },
  });
  return valuesOf(answer);
}

/** A text of several lines, written in the person's own editor; `begun` is what stands there already. */
export const askInEditor = (
  context: Context,
  message: string,
  begun: string,
  check: (text: string) => string | true,
): Promise<string> =>
  answerTo(context, {
    message,
    choices: null,
    takes: (text) => check(text) === true,
    keeps: (text) => ({ text }),
    ask: ({ message, before = begun }) =>
      put(context, { type: 'editor', message, default: before, validate: check }),
  });
