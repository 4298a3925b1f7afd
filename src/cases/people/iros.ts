/**
 * Who may be a child's independent reviewing officer (IRO), and who might be: with whom they share, how much they
 * carry, and what is worth saying of it.
 */
import type { Unit } from '../../context';
import { CASELOAD_GUIDANCE, loadOf } from '../../core/children/caseload';
import { isSameName } from '../../core/names/likeness';
import { UserError } from '../../errors';
import { childrenOf, parentsInCare } from '../../store/child-details';
import { type Child, findChild, siblingsOf } from '../../store/children';
import { factsInPassing } from '../../store/chronology';
import { childrenInCare, iroIdOf } from '../../store/people/caseloads';
import { caseloads, type Person, personById } from '../../store/people/people';
import { workingWeekOf } from '../../store/working-days';
import { quotedName } from '../../ui/as-typed';
import { count } from '../../ui/words';
import { personNamed } from '../find';
import type { Naming } from './naming';

/** An IRO by name, who has not left. */
export function iroNamed(naming: Naming, name: string): Person {
  const iro = personNamed(naming, name, 'iro', 'IRO');
  if (iro.active) return iro;
  throw new UserError(
    `${iro.name} is marked as having left. Nothing was saved.`,
    `Choose someone else, or: irotool person edit ${quotedName(iro.name)} --role iro --back`,
  );
}

/** The looked-after mother, father or child of a child who has that IRO now; undefined for none. */
function familyWithIro({ db }: Unit, childId: number, iroId: number): Child | undefined {
  return [...parentsInCare(db, childId), ...childrenOf(db, childId)].find(
    (other) => iroIdOf(db, other.id) === iroId,
  );
}

/** Refuses the IRO of a child's looked-after mother, father or child, unless a reason is kept. */
export function refuseSharedInFamily(
  unit: Unit,
  child: Pick<Child, 'id' | 'ref'>,
  iro: Person,
  because: string | undefined,
  otherwise = 'or say why: --because "…"',
): void {
  const other = familyWithIro(unit, child.id, iro.id);
  if (other === undefined || because !== undefined) return;
  throw new UserError(
    `${child.ref}: ${iro.name} is the IRO of ${other.ref}, and a looked-after parent and child do not share one (IRO Handbook; unverified). Nothing was saved.`,
    `Choose someone else, ${otherwise}`,
  );
}

/** What is worth saying of a child's IRO before it is saved. Sentences. */
export function iroNotes(unit: Unit, child: Child, iro: Person, independent: string | undefined): string[] {
  return [
    ...(independent === undefined ? [`whether ${iro.name} is independent (reg 46(3)) is not recorded`] : []),
    ...sameNameNote(child, iro),
    ...siblingNotes(unit, child, iro),
    ...loadNote(unit, child, iro),
  ].map((note) => `Note: ${note}.`);
}

function sameNameNote({ socialWorker }: Child, { name }: Person): string[] {
  if (!isSameName(socialWorker, name)) return [];
  return ['the child’s social worker has that name too, and a social worker may not be the IRO (reg 46(3))'];
}

function siblingNotes({ db }: Unit, child: Child, iro: Person): string[] {
  return siblingsOf(db, child.id).flatMap((sibling) => {
    const other = iroIdOf(db, sibling.id);
    if (other === null || other === iro.id) return [];
    const name = personById(db, other)?.name ?? 'another IRO';
    return [`${sibling.ref}, a brother or sister, has ${name}: brothers and sisters mostly share an IRO`];
  });
}

/** If this child takes an IRO above what the guidance asks. */
function loadNote({ db }: Unit, child: Child, iro: Person): string[] {
  const all = childrenInCare(db);
  const legalStatuses = all.filter(({ id, iroId }) => iroId === iro.id || id === child.id);
  const load = loadOf(
    legalStatuses.map(({ legalStatus }) => legalStatus),
    workingWeekOf(db, iro.id),
  );
  if (load.guidance !== 'above') return [];
  return [
    `${iro.name} then has ${load.perFullTime} for a full-time week, above the ${CASELOAD_GUIDANCE.from} to ${CASELOAD_GUIDANCE.to} of the guidance (IRO Handbook; unverified): irotool iro caseload`,
  ];
}

interface Suggestion {
  readonly name: string;
  readonly why: string;
}

/**
 * Who to suggest: a brother's or sister's IRO, then the child's own earlier one, then whoever has
 * the lightest caseload. Never the one of a looked-after mother, father or child of theirs.
 */
export function suggestIro(unit: Unit, ref: string, sibling: string | undefined): Suggestion | undefined {
  const child = findChild(unit.db, ref);
  const loads = caseloads(unit.db).filter(
    (load) => child === undefined || familyWithIro(unit, child.id, load.id) === undefined,
  );
  const named = sibling === undefined ? undefined : findChild(unit.db, sibling);
  const siblings = [...(named ? [named] : []), ...(child ? siblingsOf(unit.db, child.id) : [])];
  const others = siblings.map((other) => ({ id: other.id, why: `as for ${other.ref}` }));
  for (const { id, why } of [...others, ...(child ? [{ id: child.id, why: 'as before' }] : [])]) {
    const iro = lastIroOf(unit, id);
    if (iro !== null && loads.some((load) => load.name === iro)) return { name: iro, why };
  }
  return loads[0] && { name: loads[0].name, why: 'the lightest caseload' };
}

/** The IRO a child has, or had in an earlier period of care. */
function lastIroOf(unit: Unit, childId: number): string | null {
  const named = factsInPassing(unit.db, childId).findLast((fact) => fact.attributes.iro !== undefined);
  return named === undefined ? null : (personById(unit.db, Number(named.attributes.iro))?.name ?? null);
}

interface IroChoice {
  readonly name: string;
  readonly value: string;
  /** The caseload, and why it is suggested. */
  readonly note: string;
}

/** Every IRO with the caseload of each, the one suggested first. */
export function iroChoices(
  unit: Unit,
  ref: string,
  sibling: string | undefined,
): { readonly choices: readonly IroChoice[]; readonly suggested: string | undefined } {
  const suggestion = suggestIro(unit, ref, sibling);
  const isSuggested = (name: string): boolean => name === suggestion?.name;
  const choices = caseloads(unit.db).map(({ name, children }) => {
    const why = isSuggested(name) ? `; suggested, ${suggestion!.why}` : '';
    const note = `${count(children, 'child', 'children')}${why}`;
    return { name: `${name} (${note})`, value: name, note };
  });
  choices.sort((a, b) => Number(isSuggested(b.value)) - Number(isSuggested(a.value)));
  return { choices, suggested: suggestion?.name };
}
