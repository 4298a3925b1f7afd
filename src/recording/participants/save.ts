/** Puts those who were named on a review's list, or takes them off: saves it, and says how it stands. */
import { type ListedWho, type ReviewList, reviewOfStep, theirName } from '../../cases/meeting/participants';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { withNew } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { manyInvited } from '../../core/reviews/participants';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { notesOn } from '../../screens/listing-notes';
import { keepItSmall, partWords, reviewListShown } from '../../screens/participants';
import { present, sayNotes } from '../../screens/show';
import type { Child } from '../../store/children';
import { listed } from '../../ui/words';
import { dayDone } from '../days/day-done';
import { record } from '../saving';
import { type Attributes, listNow, type ParticipantOptions } from './list-now';

/** Someone of a list, and what is recorded of them. */
export interface ListEntry {
  readonly someone: ListedWho;
  readonly attributes: Attributes;
}

/** Saves it, unless it stands so already. */
export async function save(
  context: Context,
  unit: Unit,
  child: Child,
  list: ReviewList,
  entries: readonly ListEntry[],
  options: ParticipantOptions,
): Promise<void> {
  const on = dayDone(context, options.on);
  const review = options.review === undefined ? {} : { review: String(list.number) };
  const changed = entries.filter(({ someone, attributes }) => !isSame(someone, attributes));
  const facts = changed.map(
    ({ attributes }): Fact => ({ on, kind: 'participant-listed', attributes: { ...attributes, ...review } }),
  );
  for (const { someone } of entries.filter((each) => !changed.includes(each)))
    context.say(`${child.ref}: ${theirName(someone.who)} is recorded so already. Nothing was changed.`);
  for (const fact of facts) refuseOtherReview(context, unit, child, list, fact);
  if (changed.length > 0) {
    const notes = changed.flatMap(({ someone, attributes }) =>
      notesOn(child, list, someone, attributes, options),
    );
    sayNotes(context, notes);
    const saved = await record(context, unit, {
      child,
      facts,
      heading: `${child.ref}/${list.number}: ${becameWords(changed)}.`,
      unasked: true,
    });
    if (!saved) return;
  }
  const now = listNow(context, unit, child, options);
  const many = manyInvited(now.participants);
  const isAnyInvited = entries.some(({ attributes }) => attributes.part === 'invited');
  await present(context, {
    ...reviewListShown(child, now),
    screen: () => ({
      parts: entries.map(({ someone }) => {
        const entry = now.participants.find(({ ref }) => ref === someone.ref)!;
        return `${child.ref}/${now.number}  ${entry.ref}: ${partWords(entry)}.`;
      }),
      said: many !== null && isAnyInvited ? [keepItSmall(many)] : [],
    }),
  });
}

/** `the mother is on the list`: those of one command are put on it, or taken off. */
function becameWords(entries: readonly ListEntry[]): string {
  const who = listed(entries.map(({ someone }) => theirName(someone.who)));
  const isOff = entries[0]!.attributes.part === 'none';
  return `${who} ${entries.length === 1 ? 'is' : 'are'} ${isOff ? 'taken off the list' : 'on the list'}`;
}

/** True where all of it stands on the list already. */
function isSame(someone: ListedWho, { part, ...attributes }: Attributes): boolean {
  if (someone.isProposed || someone.part !== part) return false;
  const same = (name: string, value: string | null): boolean => (attributes[name] ?? null) === value;
  return (
    same('delegate', someone.delegate) &&
    same('supporter', someone.supporter) &&
    same('legal', someone.withLegalAdviser ? 'yes' : null) &&
    (part === 'none' ||
      (same('interpreter', someone.interpreter) &&
        same('needs', someone.needs) &&
        same('child-wishes', someone.childWishes))) &&
    same('why', someone.why)
  );
}

/** A day on which another review was the next one needs to be told apart. */
function refuseOtherReview(context: Context, unit: Unit, child: Child, list: ReviewList, fact: Fact): void {
  const { facts } = reckoned(context, unit, child);
  const added = withNew(facts, [fact]);
  const lands = reviewOfStep(readStory(added, child.born), added.at(-1)!.id!);
  if (!lands || (lands.period === list.period && lands.number === list.number)) return;
  throw new UserError(
    `${child.ref}: on ${longDate(fact.on)} the next review was ${child.ref}/${lands.number}${lands.period === list.period ? '' : ', of another period of care'}. Nothing was saved.`,
    'Say which review, with --review, or another day, with --on.',
  );
}
