/**
 * `new-review`: a child becomes looked after. Everything that is missing is asked for, one thing at
 * a time; the whole timetable is shown; one question; one transaction.
 */

import type { Admission, Answers } from '../cases/arrival';
import { clashNotes } from '../cases/meeting/clashes';
import { refuseMixedMeeting } from '../cases/meeting/one-meeting';
import { suggestIro } from '../cases/people/iros';
import type { Context, Unit } from '../context';
import { spreadsheetNotes } from '../core/events/reference';
import type { Choices } from '../core/privacy/keep-names';
import { longDate } from '../core/time/dates';
import { UserError } from '../errors';
import { admission } from '../recording/arriving/admission';
import { beforeNotes } from '../recording/arriving/before';
import { askedFor, type NewReviewOptions } from '../recording/arriving/questions';
import { linkResponsible, type Responsible, responsibleWords } from '../recording/arriving/responsible';
import { personMeant, refuseSecondChild, type SaidNew, teamMeant } from '../recording/ask-alike';
import { namesSettled } from '../recording/names-settled';
import { admit } from '../recording/saving';
import { timetableLines } from '../screens/arrival';
import { present, sayNotes, sayScreen, showBefore } from '../screens/show';
import { refreshChild } from '../store/agenda/agenda';
import { addChild, addSibling, type Child, changeChild, childById, findChild } from '../store/children';
import { addEvent, factsOf } from '../store/chronology';
import { aroundArriving, aroundChild } from '../store/people/nameable';
import { addPerson, findPeople, teamNamed } from '../store/people/people';
import { quotedName } from '../ui/as-typed';
import { canAsk, confirm } from '../ui/prompts';

/** Runs `new-review`. */
export async function newReview(
  context: Context,
  _args: readonly [],
  options: NewReviewOptions,
): Promise<undefined> {
  const unit = await context.open();
  const { responsible, ...asked } = await askedFor(context, unit, options);
  const answers = await meantBy(context, unit, asked, options);
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
  showBefore(context, lines);
  sayNotes(context, [...remarks, ...names.notes]);
  sayScreen(context, [...arriving.additions, ...responsibleWords(context, responsible)]);
  if (canAsk(context)) context.say('');
  if (!(await confirm(context, 'Save?'))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  const { id, notes } = save(context, unit, { ...typed, choices: names.choices }, responsible);
  sayNotes(context, notes);
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

/** The answers with the people and the team that are meant; a child who is like one recorded is asked about. */
async function meantBy(context: Context, { db }: Unit, answers: Answers, said: SaidNew): Promise<Answers> {
  const { ref, name, born, sibling, iro, socialWorker, team } = answers;
  if (!findChild(db, ref)) {
    await refuseSecondChild(
      context,
      db,
      { id: null, ref, name, born, siblings: sibling ? [sibling] : [] },
      said,
    );
  }
  return {
    ...answers,
    iro: iro && (await personMeant(context, db, iro, 'iro', said)),
    socialWorker: socialWorker && (await personMeant(context, db, socialWorker, 'social-worker', said)),
    team: team && (await teamMeant(context, db, team, said)),
  };
}

/** What stands in the way of the first meeting: its IRO, its room or the child is taken then. */
function clashesOf(context: Context, unit: Unit, { answers, child }: Admission): string[] {
  const { meeting, venue, iro } = answers;
  if (meeting === undefined) return [];
  return clashNotes(context, unit, {
    what: 'review',
    meeting,
    venue,
    chairs: iro === undefined ? [] : findPeople(unit.db, iro, 'iro').slice(0, 1),
    children: child === null ? [] : [child],
  });
}

/** Refuses what cannot be, and says where to look: at a child who is not recorded yet there is nothing to see. */
function admitted(
  context: Context,
  unit: Unit,
  { child, facts, subject }: Admission,
  known: Parameters<typeof admit>[1],
): string[] {
  try {
    return admit(facts, known, subject, context, unit);
  } catch (error) {
    if (child !== null || !(error instanceof UserError)) throw error;
    throw new UserError(error.message, 'Check --born and --looked-after.');
  }
}

/** Where no IRO was named: who it might be, and what to type. */
function suggestionOf(unit: Unit, { ref, iro, sibling }: Answers): string[] {
  if (iro !== undefined) return [];
  const suggestion = suggestIro(unit, ref, sibling);
  if (!suggestion) return ['No IROs are recorded yet: irotool person add --role iro --name NAME'];
  const { name, why } = suggestion;
  return [`To allocate an IRO (${name}, ${why}):`, `  irotool iro allocate ${ref} ${quotedName(name)}`];
}

/** Writes the child, the people who are new, the events and the agenda, all or nothing. */
function save(
  context: Context,
  unit: Unit,
  arriving: Admission & { readonly choices: Choices },
  responsible: readonly Responsible[],
): { readonly id: number; readonly notes: readonly string[] } {
  const { db } = unit;
  return unit.save(() => {
    const { answers } = arriving;
    const existing = findChild(db, answers.ref);
    if (existing && arriving.child === null) {
      throw new UserError(`${answers.ref} has been recorded meanwhile.`, `irotool child show ${answers.ref}`);
    }
    const id =
      existing?.id ??
      addChild(db, { ref: answers.ref, name: answers.name, born: answers.born, sex: answers.sex ?? null });
    fillIn(unit, existing, answers);
    const teamId = answers.team === undefined ? undefined : teamNamed(db, answers.team).id;
    changeChild(db, id, {
      teamId,
      socialWorkerId:
        answers.socialWorker === undefined
          ? undefined
          : personNumber(unit, answers.socialWorker, 'social-worker', answers.team),
    });
    for (const sibling of arriving.siblings) addSibling(db, id, sibling.id);
    // Looked at again inside the transaction: another irotool may have written meanwhile.
    admit(arriving.facts, factsOf(db, id), arriving.subject, context, unit);
    for (const fact of arriving.facts) {
      const attributes =
        fact.kind === 'iro-allocated' && answers.iro !== undefined
          ? { iro: String(personNumber(unit, answers.iro, 'iro')) }
          : fact.attributes;
      addEvent(db, id, { ...fact, attributes }, arriving.choices);
    }
    const notes = linkResponsible(unit, childById(db, id)!, responsible);
    refreshChild(db, { id, born: answers.born }, unit.engine);
    return { id, notes };
  });
}

/** What was not known of a child recorded before, from a return or by hand, and is now. */
function fillIn({ db }: Unit, child: Child | undefined, { name, born, sex }: Answers): void {
  if (!child) return;
  changeChild(db, child.id, {
    name: child.name === null ? name : undefined,
    born: child.born === null ? born : undefined,
    sex: child.sex === null ? sex : undefined,
  });
}

/** Someone's number; added where they are new. */
function personNumber(unit: Unit, name: string, role: string, team?: string): number {
  return findPeople(unit.db, name, role)[0]?.id ?? addPerson(unit.db, { name, role, team });
}
