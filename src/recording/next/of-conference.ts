/** The one thing to do next of a child’s conferences, and how it is said. */

import { readConference } from '../../cases/conference/reading';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { comingConference, conferencesOf } from '../../core/children/conferences';
import { longDate } from '../../core/time/dates';
import type { Shown } from '../../screens/show';
import { nextOfConferences } from '../../steps/next/conference';
import type { Child } from '../../store/children';
import { latenessOn } from '../../ui/lateness';
import { roleWords } from '../../ui/words';
import { asCase } from '../conference/case';
import { nextShown } from './next-shown';

/** The one thing to do next of a child’s conferences; null if there is nothing. */
export function nextOfConference(context: Context, unit: Unit, child: Child, later?: ReadonlySet<string>) {
  const { reckoning } = reckoned(context, unit, child);
  const { story } = reckoning;
  const read = (which: 'coming' | 'held') => readConference(unit, child, reckoning, context.today, which);
  const coming = comingConference(story, context.today) === null ? null : asCase(read('coming'));
  const hasHeld = conferencesOf(story, context.today).some(({ heldOn }) => heldOn !== null);
  const last = hasHeld ? { ...asCase(read('held')), outcomes: [] } : null;
  return { coming, next: nextOfConferences(coming, last, reckoning.duties, context.today, later) };
}

/** It as it is shown. */
export const nextOfConferenceShown = (
  context: Context,
  unit: Unit,
  child: Child,
  answer: ReturnType<typeof nextOfConference>,
): Shown =>
  nextShown(child.ref, answer.next, answer.next?.command, () => sentences(context, unit, child, answer));

function sentences(
  { today }: Context,
  unit: Unit,
  { ref }: Child,
  { coming, next: step }: ReturnType<typeof nextOfConference>,
): string[] {
  if (step === null) {
    const planned = coming?.plan ? ` until ${longDate(coming.plan.meeting)} (the conference)` : '';
    return [`${ref}: nothing to do for a conference${planned}.`];
  }
  const left = step.due === null ? '' : `, by ${longDate(step.due)}, ${latenessOn(step.due, today, unit)}`;
  return [
    `${ref}: ${step.what} (${roleWords(step.who)})${left}.`,
    ...(step.choices === null ? [] : [step.choices]),
  ];
}
