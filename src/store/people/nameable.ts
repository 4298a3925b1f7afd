/**
 * Whom a text of a child's record may name: the child, brothers and sisters, those of the same meeting, the people
 * of all of these, and other children.
 */
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import type { Nameable, NamesAround } from '../../core/privacy/keep-names';
import { childDetails, childrenOf, parentsInCare } from '../child-details';
import { type Child, childById, siblingsOf } from '../children';
import { readOnce } from '../read-once';
import { type Db, statement } from '../sqlite';
import { isApplicant } from '../subjects';
import { childrenCalled, wordKey } from './called';
import { everyoneOf } from './child-people';

/** Roles of families and friends. */
const FAMILY: readonly string[] = ['parent', 'carer', 'adopter', 'relative', 'supporter', 'other'];

/** A child who is not recorded yet, as `new-review` has them. */
export interface Arriving {
  readonly ref: string;
  readonly name: string | null;
  readonly siblings: readonly Pick<Child, 'id'>[];
}

type Met = Pick<Child, 'id' | 'ref' | 'name'>;

/**
 * Everyone whose name a text of this child's record may hold; `called` finds other children. `arriving`: facts
 * that are about to be saved.
 */
export function aroundChild(
  db: Db,
  childId: number,
  arriving: readonly Fact[] = [],
  called = childrenCalled(db),
): NamesAround {
  const child = childById(db, childId)!;
  return around(db, [child], [childId], siblingsOf(db, childId), called, together(db, childId, arriving));
}

/** Those with whom the child had a meeting, or is to have one, and who are no brother or sister. */
function together(db: Db, childId: number, arriving: readonly Fact[]): Met[] {
  const kept = statement(
    db,
    `SELECT json_extract(attributes, '$.with') AS refs FROM event
     WHERE child_id = ? AND kind = 'review-planned' AND refs IS NOT NULL`,
  )
    .pluck()
    .all(childId) as string[];
  const planned = arriving.filter(({ kind }) => kind === 'review-planned');
  const refs = [...kept, ...planned.flatMap(({ attributes }) => attributes.with ?? [])].flatMap(listOf);
  const find = statement(
    db,
    `SELECT id, ref, name FROM child WHERE ref = :ref AND id NOT IN
       (SELECT sibling_id FROM sibling WHERE child_id = :childId)`,
  );
  // They are looked at in passing: what changes of them stands in nobody's way.
  return [...new Set(refs)].flatMap((ref) => (find.get({ ref, childId }) as Met | undefined) ?? []);
}

/** The same of a child who is not recorded yet. */
export function aroundArriving(db: Db, { ref, name, siblings }: Arriving): NamesAround {
  return around(
    db,
    [{ id: 0, ref, name }],
    [],
    siblings.map(({ id }) => childById(db, id)!),
    childrenCalled(db),
  );
}

function around(
  db: Db,
  own: readonly Pick<Child, 'id' | 'ref' | 'name'>[],
  recorded: readonly number[],
  siblings: readonly Child[],
  called: ReturnType<typeof childrenCalled>,
  met: readonly Met[] = [],
): NamesAround {
  const family = recorded.flatMap((id) => [...parentsInCare(db, id), ...childrenOf(db, id)]);
  const [self] = own;
  const children = [
    ...own.flatMap((child) => named(db, child, isApplicant(db, child.id) ? 'applicant' : 'child', null)),
    ...siblings.flatMap((child) => named(db, child, child.ref, siblingWords(child))),
    ...[...family, ...met].flatMap((child) => named(db, child, child.ref, null)),
  ];
  const people = recorded.flatMap((id) => peopleAs(db, id, ''));
  const theirs = [...siblings, ...met].flatMap(({ id, ref }) => peopleAs(db, id, `${ref} `));
  // One person may be recorded for each of the family: what this child's record says goes first.
  const known = new Set(people.map(({ id }) => id));
  const alike = new Set(people.map(likeness));
  const more = theirs.filter((each) => !known.has(each.id) && !alike.has(likeness(each)));
  const nameable = [...children, ...people, ...unique(more), ...colleaguesOf(db, recorded)];
  const mine = new Set(children.map(({ id }) => id));
  return {
    people: nameable,
    others: (words) =>
      called(words).flatMap(({ id, ref, name, knownAs }) =>
        mine.has(id) || id === self?.id
          ? []
          : [{ of: 'child', id, tag: ref, name, knownAs, relationship: null, isFamily: false }],
      ),
    isColleague: (words) => colleagueNames(db).has(words),
  };
}

const likeness = ({ name, relationship }: Nameable): string => `${wordKey(name)}|${relationship ?? ''}`;

function unique(people: readonly Nameable[]): Nameable[] {
  const seen = new Set<string>();
  return people.filter((each) => {
    const keys = [String(each.id), likeness(each)];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

function siblingWords({ sex }: Pick<Child, 'sex'>): string {
  return sex === 'F' ? 'sister' : sex === 'M' ? 'brother' : 'brother or sister';
}

function named(
  db: Db,
  child: Pick<Child, 'id' | 'ref' | 'name'>,
  tag: string,
  relationship: string | null,
): Nameable[] {
  if (child.name === null) return [];
  const knownAs = child.id === 0 ? null : childDetails(db, child.id).knownAs;
  return [{ of: 'child', id: child.id, tag, name: child.name, knownAs, relationship, isFamily: true }];
}

function peopleAs(db: Db, childId: number, before: string): Nameable[] {
  return everyoneOf(db, childId).map(({ personId, tag, name, relationship, role }) => ({
    of: 'person',
    id: personId,
    tag: `${before}${tag}`,
    name,
    knownAs: null,
    relationship: relationship ?? role,
    isFamily: FAMILY.includes(role),
  }));
}

/** The child's social worker and IRO: their names stay words, but a name that is theirs too is asked about. */
function colleaguesOf(db: Db, recorded: readonly number[]): Nameable[] {
  const rows = recorded.flatMap(
    (id) =>
      statement(
        db,
        `SELECT person.id AS id, person.name AS name, 'social-worker' AS tag
         FROM subject JOIN person ON person.id = social_worker_id WHERE subject.id = :id
         UNION SELECT person.id, person.name, 'iro'
         FROM standing_of_child JOIN person ON person.id = iro_id WHERE child_id = :id`,
      ).all({ id }) as { id: number; name: string; tag: string }[],
  );
  return rows.map(({ id, name, tag }) => ({
    ...{ of: 'colleague', id, tag, name, knownAs: null, relationship: null, isFamily: false },
  }));
}

const colleagueNames = (db: Db): ReadonlySet<string> =>
  readOnce(db, 'colleagues', () => {
    const roles = FAMILY.map((role) => `'${role}'`).join();
    const names = statement(db, `SELECT name FROM person WHERE role NOT IN (${roles})`).pluck().all();
    return new Set((names as string[]).map(wordKey));
  });
