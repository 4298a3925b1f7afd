/** Other children by the words of their whole names: looked up, whatever the number of children. */
import { folded } from '../../core/privacy/folded';
import { wordsOf } from '../../core/privacy/kept-names';
import { type Db, statement } from '../sqlite';

/** A child as they are called. */
export interface Called {
  readonly id: number;
  readonly ref: string;
  readonly name: string;
  readonly knownAs: string | null;
}

/** A name in small, plain letters, word by word. */
export const wordKey = (name: string): string =>
  (
    folded(wordsOf(name).join(' '))
      .letters.toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).join(' ');

/** Finds children by the words of a whole name; those whose names are new are read at the first question. */
export function childrenCalled(db: Db): (words: string) => readonly Called[] {
  let fresh: ReadonlyMap<string, readonly Called[]> | undefined;
  return (words) => {
    fresh ??= settled(db);
    const known = statement(
      db,
      `SELECT id, ref, name, known_as AS knownAs FROM child_called JOIN subject ON subject.id = child_id
       WHERE words = ? ORDER BY id`,
    ).all(words) as Called[];
    return [...known, ...(fresh.get(words) ?? [])];
  };
}

/** The same, for whoever looks at the texts of all children: every name is read, once. */
export function everyChildCalled(db: Db): (words: string) => readonly Called[] {
  const byWords = new Map<string, Called[]>();
  const all = statement(
    db,
    'SELECT id, ref, name, known_as AS knownAs FROM subject WHERE name IS NOT NULL ORDER BY id',
  ).all() as Called[];
  for (const child of all) {
    for (const words of wholeNames(child)) byWords.set(words, [...(byWords.get(words) ?? []), child]);
  }
  return (words) => byWords.get(words) ?? [];
}

/** Enters names that are new, if something is being saved; else gives them by their words. */
function settled(db: Db): ReadonlyMap<string, readonly Called[]> {
  const waiting = statement(
    db,
    `SELECT id, ref, name, known_as AS knownAs FROM child_to_call JOIN subject ON subject.id = child_id
     WHERE name IS NOT NULL`,
  ).all() as Called[];
  const byWords = new Map<string, Called[]>();
  for (const child of waiting) {
    for (const words of wholeNames(child)) {
      if (db.inTransaction) {
        statement(db, 'INSERT OR IGNORE INTO child_called VALUES (?, ?)').run(words, child.id);
      } else byWords.set(words, [...(byWords.get(words) ?? []), child]);
    }
  }
  if (db.inTransaction) statement(db, 'DELETE FROM child_to_call').run();
  return byWords;
}

/** References of children whose names are not kept as they should be to be found by; those that still wait are. */
export function calledWrongly(db: Db): string[] {
  const kept = db.prepare('SELECT words FROM child_called WHERE child_id = ? ORDER BY words').pluck();
  const children = db
    .prepare(
      `SELECT id, ref, name, known_as AS knownAs FROM child
       WHERE name IS NOT NULL AND id NOT IN (SELECT child_id FROM child_to_call) ORDER BY ref`,
    )
    .all() as Called[];
  const isKept = (child: Called): boolean =>
    JSON.stringify(kept.all(child.id)) === JSON.stringify([...wholeNames(child)].sort());
  return children.filter((child) => !isKept(child)).map(({ ref }) => ref);
}

/** The whole name, first with last, and what the child likes to be called with the last. */
function wholeNames({ name, knownAs }: Called): Set<string> {
  const words = wordsOf(name);
  if (words.length < 2) return new Set();
  const ends = [...new Set([words[0]!, knownAs ?? words[0]!])].map((first) =>
    wordKey(`${first} ${words.at(-1)}`),
  );
  return new Set([wordKey(name), ...ends]);
}
