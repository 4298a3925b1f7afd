/** Every child of the unit as exports read one: who they are, and what is recorded of them up to a day. */
import { upTo } from '../../core/engine/chronology';
import type { IsoDate } from '../../core/time/dates';
import { type ListedChild, listChildren } from '../../store/children';
import { childrenWithFacts } from '../../store/figure-children';
import type { StoredFact } from '../../store/kept-facts';
import type { Db } from '../../store/sqlite';

export interface ChildRead {
  readonly child: ListedChild;
  /** What happened later is left out. */
  readonly facts: readonly StoredFact[];
}

/** Each child in turn; `say` hears how far it is. A record merged into another is none. */
export function* everyChild(
  db: Db,
  until: IsoDate,
  say: (done: number, of: number) => void,
): Generator<ChildRead> {
  const children = new Map(listChildren(db).map((child) => [child.id, child]));
  let done = 0;
  for (const [{ id }, facts] of childrenWithFacts(db, '9999')) {
    const child = children.get(id);
    if (child !== undefined) yield { child, facts: upTo(facts, until) };
    say(++done, children.size);
  }
}
