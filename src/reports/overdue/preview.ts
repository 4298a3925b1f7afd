/** What each recipient would be told, before it goes: who, why, and exactly what. */
import { wrap } from '../../ui/words';
import type { MadeReport } from '../for-each-recipient';
import type { Gathered } from '../gather';
import type { Recipient } from '../recipients';
import { untoldLines } from '../untold';
import { overdueText } from './text';

/** The lines of each report under those of whom it goes to; last, what none of the managers would be told. */
export function previews(
  gathered: Gathered,
  made: readonly MadeReport[],
  team: string | null,
  width: number,
): string[][] {
  const untold = untoldLines(gathered, made, team).flatMap((words) => wrap(words, width));
  const parts = made.map(({ recipient, report, named }) => {
    const { why, noNamesBecause } = recipient;
    const names = named
      ? 'Children are named: that was asked for, and the address is of a domain on the allow-list.'
      : `References and initials only${noNamesBecause === null ? ' (--names was not given)' : `: ${noNamesBecause}`}.`;
    const head = [toWhom(recipient), ...why.map((reason) => `Why: ${reason}`), names];
    return [...head.flatMap((words) => wrap(words, width)), '', ...overdueText(report, width)];
  });
  return untold.length === 0 ? parts : [...parts, untold];
}

/** An address that nobody on record has stands alone. */
function toWhom({ name, email }: Recipient): string {
  if (name === null) return `To ${email}`;
  return `To ${name}, ${email ?? 'who has no address on record: cannot be reached by e-mail'}`;
}
