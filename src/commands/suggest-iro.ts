/**
 * Which IRO a child coming into care might have.
 */
import type { Context, Unit } from '../context';
import { findChild, siblingsOf } from '../store/children';
import { factsOf } from '../store/chronology';
import { caseloads, personById } from '../store/people';
import { askChoice, askText, type Choice } from '../ui/prompts';
import { count } from '../ui/words';

interface Suggestion {
  readonly name: string;
  readonly why: string;
}

/**
 * Who to suggest: a brother's or sister's IRO, then the child's own earlier one, then whoever has
 * the lightest caseload.
 */
export function suggestIro(unit: Unit, ref: string, sibling: string | undefined): Suggestion | undefined {
  const loads = caseloads(unit.db);
  const child = findChild(unit.db, ref);
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
  const named = factsOf(unit.db, childId).findLast((fact) => fact.attributes.iro !== undefined);
  return named === undefined ? null : (personById(unit.db, Number(named.attributes.iro))?.name ?? null);
}

/** Which IRO: the one suggested first, then the others with their caseloads. */
export async function askIro(
  context: Context,
  unit: Unit,
  ref: string,
  sibling: string | undefined,
): Promise<string | undefined> {
  const loads = caseloads(unit.db);
  const suggestion = suggestIro(unit, ref, sibling);
  const choices: Choice<string | null>[] = loads.map((load) => ({
    name: `${load.name} (${count(load.children, 'child', 'children')}${load.name === suggestion?.name ? `; suggested, ${suggestion.why}` : ''})`,
    value: load.name,
  }));
  choices.sort((a, b) => Number(b.value === suggestion?.name) - Number(a.value === suggestion?.name));
  const chosen = await askChoice<string | null>(
    context,
    'IRO',
    [...choices, { name: 'Someone new', value: '' }, { name: 'Not allocated yet', value: null }],
    suggestion?.name ?? '',
  );
  if (chosen === null) return undefined;
  return chosen === '' ? askText(context, { message: 'Name of the IRO' }) : chosen;
}
