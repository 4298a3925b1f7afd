/** Those to whom a document of a child may go: the child's people, and colleagues who manage. */

import type { ListedWho } from '../cases/meeting/participants';
import type { Unit } from '../context';
import type { Reader } from '../core/privacy/may-know';
import type { Child } from '../store/children';
import { findPeople, managersOf, type Person, personById } from '../store/people/people';
import type { LetterCase } from './letter-case';

/** Someone a document is written to. */
export interface Addressee extends Reader {
  /** By which files and the log call them: a tag or a role, never a name. */
  readonly tag: string;
  readonly role: string;
  /** The number of the person; null for the child, the IRO and the social worker, and whoever is not recorded. */
  readonly personId: number | null;
  readonly name: string | null;
  /** `mother`, `foster carer`, `teacher`. */
  readonly called: string;
  /** The same as it was typed of one of the child's people; null if only the role is known. */
  readonly relationship?: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly hasResponsibility: boolean;
  /** `ordinary`, `supervised`, `none`; null where it is not recorded. */
  readonly contact: string | null;
  /** Whose place they take, in words; null where nobody's. */
  readonly delegateOf: string | null;
  /** True if the name is of an office, and not of a person. */
  readonly isOffice?: boolean;
  /** Their part in the review; null where there is none. */
  readonly participant: ListedWho | null;
}

/** Managers and the like, who are no people of the child. */
export const STAFF_ROLES: readonly string[] = ['manager', 'service-manager'];

/** What those of every review are called in a document. */
export const ROLE_CALLED: Readonly<Record<string, string>> = {
  child: 'child',
  iro: 'independent reviewing officer (IRO)',
  'social-worker': 'social worker',
};

/** The IRO or the social worker as a person of the unit. */
export function colleagueOf(unit: Unit, child: Child, iroId: number | null, ref: string): Person | undefined {
  if (ref === 'iro') return iroId === null ? undefined : personById(unit.db, iroId);
  if (ref !== 'social-worker' || child.socialWorker === null) return undefined;
  return findPeople(unit.db, child.socialWorker, 'social-worker')[0];
}

/** True of a manager of the child's social worker or IRO. */
export function managesForChild(
  { unit, child, iroId }: Pick<LetterCase, 'unit' | 'child' | 'iroId'>,
  { name }: Addressee,
): boolean {
  const colleagues = ['social-worker', 'iro'].flatMap((ref) => colleagueOf(unit, child, iroId, ref) ?? []);
  return name !== null && colleagues.some(({ id }) => managersOf(unit.db, id).includes(name));
}

/** Of the managers, those of the child's social worker where that is recorded. */
export function nearestManagers(
  { unit, child }: Pick<LetterCase, 'unit' | 'child'>,
  managers: readonly Addressee[],
): readonly Addressee[] {
  const worker = colleagueOf(unit, child, null, 'social-worker');
  const names = worker ? managersOf(unit.db, worker.id) : [];
  const own = managers.filter(({ name }) => name !== null && names.includes(name));
  return own.length > 0 ? own : managers;
}

/** The lines of an address that was typed as one. */
export function addressLines(address: string | null): string[] {
  return (address ?? '')
    .split(/[,;\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
