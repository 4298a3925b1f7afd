/** What is wrong with an answer, said at the question while it can still be put right. */
import { UserError } from '../errors';

/** The words of the refusal that saving would end in, or true where there is none. */
export function wrongWith(attempt: () => unknown): string | true {
  try {
    attempt();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Nothing would have been saved yet, and the flag is not what is typed here.
    return error.message.replace(' Nothing was saved.', '');
  }
}
