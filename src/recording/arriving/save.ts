/** Holds a child who arrives against what is recorded, and saves them with all who are new. */

import type { Admission, Answers } from '../../cases/arrival';
import { clashNotes } from '../../cases/meeting/clashes';
import type { Context, Unit } from '../../context';
import type { Choices } from '../../core/privacy/keep-names';
import { UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { addChild, addSibling, type Child, changeChild, childById, findChild } from '../../store/children';
import { addEvent, factsOf } from '../../store/chronology';
import { addPerson, findPeople, teamNamed } from '../../store/people/people';
import { personMeant, refuseSecondChild, type SaidNew, teamMeant } from '../ask-alike';
import { admit } from '../saving';
import { linkResponsible, type Responsible } from './responsible';

/** The answers with the people and the team that are meant; a child who is like one recorded is asked about. */
export async function arrivingMeant(
  context: Context,
  { db }: Unit,
  answers: Answers,
  said: SaidNew,
): Promise<Answers> {
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
export function clashesOf(context: Context, unit: Unit, { answers, child }: Admission): string[] {
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
export function admitted(
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

/** Writes the child, the people who are new, the events and the agenda, all or nothing. */
export function saveArriving(
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
