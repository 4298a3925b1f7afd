/**
 * `new-review`: a child becomes looked after. Everything that is missing is asked for, one thing at
 * a time; the whole timetable is shown; one question; one transaction.
 */

import type { Answers } from '../cases/arrival';
import { refuseMixedMeeting } from '../cases/meeting/one-meeting';
import { suggestIro } from '../cases/people/iros';
import type { Context, Unit } from '../context';
import { spreadsheetNotes } from '../core/events/reference';
import { longDate } from '../core/time/dates';
import { admission } from '../recording/arriving/admission';
import { beforeNotes } from '../recording/arriving/before';
import { askedFor, type NewReviewOptions } from '../recording/arriving/questions';
import { responsibleWords } from '../recording/arriving/responsible';
import { admitted, arrivingMeant, clashesOf, saveArriving } from '../recording/arriving/save';
import { namesSettled } from '../recording/names-settled';
import { notLinkedYet } from '../recording/people/brothers-and-sisters';
import { timetableLines } from '../screens/arrival';
import { present, sayNotes, sayScreen, showBefore } from '../screens/show';
import { childById } from '../store/children';
import { factsOf } from '../store/chronology';
import { aroundArriving, aroundChild } from '../store/people/nameable';
import { quotedName } from '../ui/as-typed';
import { byName } from '../ui/by-name';
import { isToSave } from '../ui/prompts';

/** Runs `new-review`. */
export async function newReview(
  context: Context,
  _args: readonly [],
  options: NewReviewOptions,
): Promise<undefined> {
  const unit = await context.open();
  const { responsible, ...asked } = await askedFor(context, unit, options);
  const answers = await arrivingMeant(context, unit, asked, options);
  const typed = admission(context, unit, answers);
  const { id: childId = null } = typed.child ?? {};
  const names = await namesSettled(context, unit, childId, typed.facts, () =>
    childId === null
      ? aroundArriving(unit.db, { ref: answers.ref, name: answers.name, siblings: typed.siblings })
      : aroundChild(unit.db, childId, typed.facts),
  );
  const arriving = { ...typed, facts: names.facts };
  const known = arriving.child === null ? [] : factsOf(unit.db, arriving.child.id);
  const remarks = admitted(context, unit, arriving, known);
  remarks.push(...clashesOf(context, unit, arriving));
  if (arriving.child === null) remarks.push(...spreadsheetNotes(answers.ref));
  remarks.push(...beforeNotes(context, answers.lookedAfter, answers.before));
  if (arriving.child !== null) {
    refuseMixedMeeting(unit, context.today, [{ child: arriving.child, facts: arriving.facts }]);
  }
  const lines = timetableLines(context, unit, arriving, known);
  const called = byName(context, unit, answers);
  if (called !== answers.ref) context.say(`${called}, born ${longDate(answers.born)}`);
  showBefore(context, lines);
  sayNotes(context, [...remarks, ...names.notes]);
  sayScreen(context, [...arriving.additions, ...responsibleWords(context, responsible)]);
  if (!(await isToSave(context, 'Save?'))) return undefined;
  const { id, notes } = saveArriving(context, unit, { ...typed, choices: names.choices }, responsible);
  sayNotes(context, [...notes, ...notLinkedYet(unit, { id, ref: answers.ref })]);
  const { ref, name } = childById(unit.db, id)!;
  return present(context, {
    json: () => ({ child: { ref, name }, becameLookedAfter: answers.lookedAfter }),
    screen: () => [
      '',
      `Saved: ${ref}, looked after from ${longDate(answers.lookedAfter)}.`,
      ...suggestionOf(unit, answers),
      ...(answers.meeting ? [] : [`To fix the meeting: irotool review plan ${ref} --meeting "DAY TIME"`]),
      `Next: irotool due --child ${ref}`,
      `Why a date: irotool explain ${ref}`,
    ],
  });
}

/** Where no IRO was named: who it might be, and what to type. */
function suggestionOf(unit: Unit, { ref, iro, sibling }: Answers): string[] {
  if (iro !== undefined) return [];
  const suggestion = suggestIro(unit, ref, sibling);
  if (!suggestion) return ['No IROs are recorded yet: irotool person add --role iro --name NAME'];
  const { name, why } = suggestion;
  return [`To allocate an IRO (${name}, ${why}):`, `  irotool iro allocate ${ref} ${quotedName(name)}`];
}
