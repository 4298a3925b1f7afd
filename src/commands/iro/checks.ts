/**
 * What is asked and looked at before a child has an independent reviewing officer (IRO): who they are,
 * whether they are independent, whom they share with, how much they carry.
 */

import { personNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { CASELOAD_GUIDANCE, loadOf } from '../../core/children/caseload';
import { isSameName } from '../../core/names/likeness';
import { UsageError, UserError } from '../../errors';
import { childrenOf, parentsInCare } from '../../store/child-details';
import { type Child, siblingsOf } from '../../store/children';
import { childrenInCare, iroIdOf } from '../../store/people/caseloads';
import { type Person, personById } from '../../store/people/people';
import { workingWeekOf } from '../../store/working-days';
import { askChoice, canAsk } from '../../ui/prompts';

/** An IRO by name, who has not left. */
export function iroNamed({ db }: Unit, name: string): Person {
  const iro = personNamed(db, name, 'iro', 'IRO');
  if (iro.active) return iro;
  throw new UserError(
    `${iro.name} is marked as having left. Nothing was saved.`,
    `Choose someone else, or: irotool person edit "${iro.name}" --role iro --back`,
  );
}

const REGULATION = 'Care Planning Regulations 2010, reg 46(3)';

/**
 * Whether an IRO is independent: as typed, or asked for; undefined where it is not known.
 * One who is not is refused: no reason makes it lawful.
 */
export async function independenceOf(
  context: Context,
  ref: string,
  iro: Person,
  typed: string | undefined,
): Promise<'yes' | undefined> {
  if (typed !== undefined && typed !== 'yes' && typed !== 'no') {
    throw new UsageError(`--independent is yes or no; not "${typed}".`);
  }
  const answer = typed ?? (canAsk(context) ? await askIndependence(context, iro) : 'unknown');
  if (answer !== 'no') return answer === 'yes' ? 'yes' : undefined;
  throw new UserError(
    `${iro.name} cannot be the IRO of ${ref}: whoever manages the child’s care, prepares the care plan, visits or advises the child for the council, manages anyone who does, or controls money for it may not be (${REGULATION}). Nothing was saved.`,
    'To see who else: irotool iro caseload',
  );
}

function askIndependence(context: Context, { name }: Person): Promise<'yes' | 'no' | 'unknown'> {
  return askChoice<'yes' | 'no' | 'unknown'>(
    context,
    `Does ${name} manage the child’s care, prepare the care plan, visit or advise the child for the council, manage anyone who does, or control money for it?`,
    [
      { name: 'Not known yet', value: 'unknown' },
      { name: 'No, none of these: independent', value: 'yes' },
      { name: 'Yes', value: 'no' },
    ],
    'unknown',
  );
}

/** The looked-after mother, father or child of a child who has that IRO now; undefined for none. */
export function familyWithIro({ db }: Unit, childId: number, iroId: number): Child | undefined {
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

/** Where this child takes an IRO above what the guidance asks. */
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
