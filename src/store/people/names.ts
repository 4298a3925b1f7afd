/** Whose name stands where a text has a reference: for the unit, on its screens. */
import {
  holdsReference,
  inWords,
  type NameReference,
  partOf,
  type Telling,
} from '../../core/privacy/kept-names';
import { type Db, statement } from '../sqlite';

/** Someone as they are recorded now. */
export interface Recorded {
  /** Null if no name is recorded. */
  readonly name: string | null;
  readonly knownAs: string | null;
  /** By which those are called who have no name: a child's reference. */
  readonly ref: string | null;
}

/** The reference to the record that stands, if a child's or a person's was merged into another since. */
export function standing(db: Db, reference: NameReference): NameReference {
  const [table, key] = reference.of === 'child' ? ['merged', 'child_id'] : ['person_merged', 'person_id'];
  const into = statement(
    db,
    `WITH RECURSIVE chain (id, step) AS (
       SELECT into_id, 1 FROM ${table} WHERE ${key} = ?
       UNION ALL SELECT into_id, step + 1 FROM ${table} JOIN chain ON ${table}.${key} = chain.id
       WHERE step <= (SELECT count(*) FROM ${table})
     ) SELECT id FROM chain ORDER BY step DESC LIMIT 1`,
  )
    .pluck()
    .get(reference.id) as number | undefined;
  return into === undefined ? reference : { ...reference, id: into };
}

/** Who a reference is to; undefined if nobody of that number is recorded. */
export function recordedAs(db: Db, { of, id }: Pick<NameReference, 'of' | 'id'>): Recorded | undefined {
  const sql =
    of === 'child'
      ? 'SELECT name, known_as AS knownAs, ref FROM subject WHERE id = ?'
      : 'SELECT name, NULL AS knownAs, NULL AS ref FROM person WHERE id = ?';
  return statement(db, sql).get(id) as Recorded | undefined;
}

/** How the unit is told of someone: by the name that is recorded now. */
export function tellUnit(db: Db): (reference: NameReference) => Telling {
  return (reference) => {
    const who = recordedAs(db, standing(db, reference));
    if (!who || who.name === null) return { called: who?.ref ?? 'someone' };
    return { name: partOf(who.name, reference.part, who.knownAs) };
  };
}

/** A text of a chronology as the unit reads it. Nothing and null stay what they are. */
export function forUnit<T extends string | null>(db: Db, text: T): T {
  return text === null || !holdsReference(text) ? text : (inWords(text, tellUnit(db)) as T);
}
