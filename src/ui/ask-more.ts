/** Questions with more than one answer: some of a list, and lines written in an editor. */
import type { Context } from '../context';
import { put, putSeveral } from './library';
import { answerTo, BACK_CHOICE, type Choice } from './prompts';
import { BACK } from './yes-or-no';

/** Some of a list, each by its value; none if none is chosen. */
export async function askSeveral(
  context: Context,
  message: string,
  choices: readonly Choice<string>[],
  check: (values: readonly string[]) => string | true = () => true,
): Promise<string[]> {
  const valuesOf = (answer: string): string[] => answer.split(',').filter(Boolean);
  const answer = await answerTo(context, {
    message,
    choices: null,
    takes: (given) => valuesOf(given).every((each) => choices.some(({ value }) => value === each)),
    keeps: (given) => ({ text: given }),
    ask: async ({ message, before = '' }) => {
      const chosen = await putSeveral(context, {
        message,
        choices: [
          { name: BACK_CHOICE, value: BACK, checked: false },
          ...choices.map((each) => ({ ...each, checked: valuesOf(before).includes(each.value) })),
        ],
        validate: (values) => values.includes(BACK) || check(values),
      });
      return chosen.includes(BACK) ? BACK : chosen.join(',');
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
