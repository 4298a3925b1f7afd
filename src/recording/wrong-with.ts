/** What is wrong with an answer, said at the question while it can still be put right. */
import { UserError } from '../errors';
import { capital } from '../ui/words';

/** The words of the refusal that saving would end in, or true if there is none. */
export function wrongWith(attempt: () => unknown): string | true {
  try {
    attempt();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refusal(error);
  }
}

/** A refusal as it is said at a question: nothing would have been saved yet, and no flag was typed. */
export function refusal({ message, next }: UserError): string {
  const what = message
    .replace(/ ?Nothing was saved\.$/, '')
    .replace(/^"?--[\w-]+"? is\b/, 'That is')
    .replace(/^--[\w-]+: ?/, '')
    .replace(/ \(for --[\w-]+\)/, '');
  return [capital(what), /(^|[\s"(])--\w/.test(next) ? '' : next].filter(Boolean).join(' ');
}
