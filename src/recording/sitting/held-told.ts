/** What is said of a review that was held, before it is saved and after. */
import { meetingWords } from '../../cases/meeting/in-words';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import { decisionWords } from '../../screens/review/decision';
import { printScreen } from '../../screens/show';
import { inRows } from '../../ui/rows';
import { refAndReview } from '../../ui/words';
import type { HeldOfChild } from './facts';
import type { TypedSitting } from './typed';

/** `review held on Thursday 12 March 2026` */
const heldWords = ({ on, options }: TypedSitting): string =>
  `${options.exit ? 'review of the unplanned ending' : 'review'} held on ${longDate(on)}`;

export function heldHeading({ child, code }: HeldOfChild, typed: TypedSitting): string {
  const { nextMeeting, nextVenue } = typed;
  const where = nextVenue === undefined ? '' : `, ${nextVenue}`;
  const next = nextMeeting ? ` The next is planned for ${meetingWords(nextMeeting)}${where}.` : '';
  return `${child.ref}: ${heldWords(typed)}${code ? ` (${code})` : ''}.${next}`;
}

/** What was recorded of each child: the review, its decisions, and the next meeting. */
export function sayWasHeld(
  context: Context,
  unit: Unit,
  sittings: readonly HeldOfChild[],
  typed: TypedSitting,
): void {
  const { nextMeeting } = typed;
  const lines = sittings.flatMap(({ child, decisions, sitting }) => {
    const rows = decisions.map(({ attributes }) => [
      attributes.ref!,
      decisionWords(unit, child, attributes, typed.on),
    ]);
    const next = refAndReview(child.ref, (sitting.meeting!.number ?? 0) + 1);
    return [
      `${child.ref}  ${heldWords(typed)}: recorded.`,
      inRows(rows, [{ whole: true }, { wraps: true }], 2),
      ...(nextMeeting ? [`${next}  planned for ${meetingWords(nextMeeting)}.`] : []),
    ];
  });
  printScreen(context, lines);
}
