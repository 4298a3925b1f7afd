/**
 * Which IRO a child coming into care might have.
 */
import type { Context, Unit } from '../../context';
import { findChild, siblingsOf } from '../../store/children';
import { factsInPassing } from '../../store/chronology';
import { caseloads, personById } from '../../store/people/people';
import { askChoice, askText, type Choice } from '../../ui/prompts';
import { count } from '../../ui/words';
import { checkName } from '../name-typed';
import { familyWithIro } from './checks';

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

interface IroChoice extends Choice<string> {
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

/** Which IRO: the one suggested first, then the others with their caseloads. */
export async function askIro(
  context: Context,
  unit: Unit,
  ref: string,
  sibling: string | undefined,
): Promise<string | undefined> {
  const { choices } = iroChoices(unit, ref, sibling);
  const chosen = await askChoice<string | null>(context, 'IRO', [
    ...choices,
    { name: 'Someone new', value: '' },
    { name: 'Not allocated yet', value: null },
  ]);
  if (chosen === null) return undefined;
  return chosen === '' ? askText(context, { message: 'Name of the IRO', check: checkName }) : chosen;
}
