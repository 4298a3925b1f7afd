/** What an import would do: the return held against the database, child by child. Writes nothing. */

import { type ChildDescribed, Lookalikes, withoutLeadingZeros } from '../../core/names/same-child';
import type { IsoDate } from '../../core/time/dates';
import { applicantRefs } from '../../store/applicants';
import { latestAudit } from '../../store/audit';
import {
  type Child,
  type ChildChange,
  childRefs,
  findChild,
  type ListedChild,
  listChildren,
} from '../../store/children';
import { chronologyOf } from '../../store/chronology';
import { mergedAwayRefs, mergedInto } from '../../store/merged';
import { readSettings } from '../../store/settings';
import type { Db } from '../../store/sqlite';
import type { ImportedChild, ImportedFact, ReturnReading, ToldBesides } from '../ssda903/model';
import { refuseChildren } from '../ssda903/refuse-children';
import { byLine, type Problem, type RefusedRow } from '../ssda903/report';
import { compareFacts, isComparison } from './compare';

/** A child of whom there is something to write. */
export interface ChildPlan {
  readonly child: ImportedChild;
  /** Null if the child is new. */
  readonly known: Child | null;
  /** What was blank and is filled in. */
  readonly blanks: ChildChange;
  /** What a return does not tell: of these, what is blank. */
  readonly besides: ToldBesides;
  readonly facts: readonly ImportedFact[];
}

/** A colleague who is not recorded yet, and what stands for their number until they are. */
export interface NewColleague {
  readonly standIn: string;
  readonly name: string;
  readonly role: string;
}

export interface ImportPlan {
  /** With every row of a child who is left alone refused. */
  readonly reading: ReturnReading;
  readonly writes: readonly ChildPlan[];
  readonly children: {
    readonly new: number;
    readonly known: number;
    /** Of those known, how many have blanks filled in. */
    readonly filled: number;
    readonly leftAlone: number;
  };
  readonly facts: { readonly new: number; readonly already: number };
  /** The day the unit began, and whether this import sets it; null if it is not set at all. */
  readonly goLive: { readonly on: IsoDate | null; readonly set: boolean };
  /** Children recorded before the import. */
  readonly recorded: number;
  /** References of the children who are recorded as in care by the last day of the return, and not in it. */
  readonly absent: readonly string[];
  /** The last change of the database that the plan knows of. */
  readonly asOf: number;
  /** Whom the files name and nobody has recorded. */
  readonly colleagues?: readonly NewColleague[];
}

/** Holds a return against the database. */
export function planImport(db: Db, reading: ReturnReading, today: IsoDate): ImportPlan {
  const writes: ChildPlan[] = [];
  const problems = new Map<string, Problem>();
  const remarks: RefusedRow[] = [];
  const counts = { known: 0, filled: 0, already: 0 };
  const recorded = listChildren(db);
  const lookalikes = new Lookalikes<ChildDescribed>([...recorded, ...reading.children]);
  const byRef = new Map<string, Child>(recorded.map((each) => [withoutCase(each.ref), each]));
  const applicants = new Set(applicantRefs(db).map(withoutCase));
  const mergedAway = new Set(mergedAwayRefs(db).map(withoutCase));
  for (const child of reading.children) {
    const ref = withoutCase(child.ref);
    const known = byRef.get(ref) ?? null;
    const plan =
      (applicants.has(ref) ? ofAnApplicant(child) : null) ??
      (mergedAway.has(ref) ? mergedProblem(db, child) : null) ??
      (known === null ? sameChild(child, lookalikes) : null) ??
      planChild(db, child, known, reading);
    if (!('writes' in plan)) {
      problems.set(child.ref, plan);
      continue;
    }
    if (known !== null) counts.known++;
    const filled =
      known !== null && (Object.keys(plan.writes.blanks).length > 0 || isAny(plan.writes.besides));
    if (filled) counts.filled++;
    counts.already += plan.already;
    remarks.push(...plan.remarks);
    if (known === null || filled || plan.writes.facts.length > 0) writes.push(plan.writes);
  }
  const kept = refuseChildren(reading, problems);
  const goLive = (readSettings(db).get('go-live') ?? null) as IsoDate | null;
  const sets = goLive === null && writes.length > 0;
  return {
    reading: { ...kept, remarks: [...kept.remarks, ...remarks].sort(byLine) },
    writes,
    children: {
      new: kept.children.length - counts.known,
      known: counts.known,
      filled: counts.filled,
      leftAlone: problems.size,
    },
    facts: { new: writes.reduce((sum, { facts }) => sum + facts.length, 0), already: counts.already },
    goLive: { on: sets ? today : goLive, set: sets },
    recorded: childRefs(db).length,
    absent: absentFrom(reading, recorded),
    asOf: lastChange(db),
  };
}

/** As the database compares references: only the letters A to Z have a case. */
const withoutCase = (ref: string): string => ref.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Whom the return would tell of, if they were still in care on its last day, and does not. */
function absentFrom({ mentioned, lastDay }: ReturnReading, recorded: readonly ListedChild[]): string[] {
  if (lastDay === null) return [];
  const told = new Set([...mentioned].map(withoutLeadingZeros));
  return recorded
    .filter(
      ({ ref, inCare, since }) =>
        inCare && since !== null && since <= lastDay && !told.has(withoutLeadingZeros(ref)),
    )
    .map(({ ref }) => ref);
}

/** A new child who is very likely one who is recorded, or in the return, under another reference. */
function sameChild(child: ImportedChild, lookalikes: Lookalikes<ChildDescribed>): Problem | null {
  const like = lookalikes.like(child);
  if (like === null) return null;
  const { ref } = like.other;
  const same =
    like.by === 'leading zeros'
      ? `${child.ref} and ${ref} are the same but for the noughts in front, which a spreadsheet takes away`
      : `${child.ref} and ${ref} have the same UPN`;
  return {
    column: 'CHILD',
    reason: 'same-child',
    why: `${same}, and the same date of birth: they are very likely one child.`,
    next: `If they are one child, call the child by one reference in the return. If they are two: irotool child add --ref ${child.ref} --new. Then import again.`,
  };
}

/** The number of the last change: another one since means that somebody else has written. */
export function lastChange(db: Db): number {
  return latestAudit(db, 1)[0]?.id ?? 0;
}

const ofAnApplicant = ({ ref }: ImportedChild): Problem => ({
  column: 'CHILD',
  reason: 'applicant',
  why: `${ref} is the reference of an applicant to the review mechanism, and not of a child.`,
  next: 'Call the child by another reference in the return.',
});

function mergedProblem(db: Db, { ref }: ImportedChild): Problem | null {
  const merged = mergedInto(db, findChild(db, ref)!.id);
  if (!merged) return null;
  return {
    column: 'CHILD',
    reason: 'merged',
    why: `The record ${ref} was merged into ${merged.into.ref}: what happened is recorded there.`,
    next: `Where the return still has it, call the child ${merged.into.ref} there.`,
  };
}

interface PlannedChild {
  readonly writes: ChildPlan;
  readonly already: number;
  readonly remarks: readonly RefusedRow[];
}

function planChild(
  db: Db,
  child: ImportedChild,
  known: Child | null,
  reading: ReturnReading,
): PlannedChild | Problem {
  if (known?.born && known.born !== child.born) {
    return {
      column: 'DOB',
      reason: 'recorded-birth',
      why: 'The child is recorded with another date of birth, so this row may be of another child.',
      next: `Check CHILD and DOB against: irotool child show ${child.ref}. Where the record is wrong: irotool child edit ${child.ref} --born DATE`,
    };
  }
  const found = compareFacts(child, known === null ? [] : chronologyOf(db, known.id), child.born);
  if (!isComparison(found)) return found;
  return {
    writes: {
      ...{ child, known, blanks: known === null ? {} : blanksOf(known, child), facts: found.added },
      besides: besidesOf(known, child, reading),
    },
    already: found.already,
    remarks: [...found.remarks, ...(known === null ? [] : otherwise(known, child, reading))],
  };
}

function blanksOf(known: Child, child: ImportedChild): ChildChange {
  return {
    ...(known.born === null ? { born: child.born } : {}),
    ...(known.sex === null && child.sex !== null ? { sex: child.sex } : {}),
    ...(known.ethnicity === null && child.ethnicity !== null ? { ethnicity: child.ethnicity } : {}),
    ...(known.upn === null && child.upn !== null ? { upn: child.upn } : {}),
  };
}

const NOTHING: ToldBesides = { name: null, team: null, socialWorker: null, outside: null };

/** Of what a return does not tell, what is blank here. */
function besidesOf(
  known: Child | null,
  { besides = NOTHING }: ImportedChild,
  { outside }: ReturnReading,
): ToldBesides {
  const ifBlank = (name: 'name' | 'team' | 'socialWorker'): string | null =>
    known === null || known[name] === null ? besides[name] : null;
  const key = besides.outside?.key;
  return {
    ...{ name: ifBlank('name'), team: ifBlank('team'), socialWorker: ifBlank('socialWorker') },
    outside: key === undefined || outside?.has(key) ? null : besides.outside,
  };
}

const isAny = ({ name, team, socialWorker, outside }: ToldBesides): boolean =>
  name !== null || team !== null || socialWorker !== null || outside !== null;

const DESCRIBED = { SEX: 'sex', ETHNIC: 'ethnicity', UPN: 'upn' } as const;

/** The Header says something else of the child than the record does: the record stands. */
function otherwise(known: Child, child: ImportedChild, reading: ReturnReading): RefusedRow[] {
  const row = reading.rowsOf.get(child.ref)?.find(({ table }) => table === 'Header');
  if (row === undefined) return [];
  return Object.entries(DESCRIBED).flatMap(([column, name]) => {
    if (known[name] === null || child[name] === null || known[name] === child[name]) return [];
    return [
      {
        file: row.file,
        line: row.line,
        column,
        reason: 'recorded' as const,
        why: `The child is recorded with another ${column}. What is recorded stays.`,
        next:
          column === 'SEX'
            ? `If the return is right: irotool child edit ${known.ref} --sex ${child.sex}`
            : 'Nothing: no date depends on it.',
      },
    ];
  });
}
