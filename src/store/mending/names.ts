/**
 * Names that are kept as words: by an older irotool, or of somebody who was not recorded yet. Found by
 * doctor, and made references where it is asked to, in the audit's copies of the texts too: the one time
 * that anything is changed in what is otherwise only added to.
 */

import { type Choices, keepMoreNames, type NamesAround, type Unclear } from '../../core/privacy/keep-names';
import type { IsoDate } from '../../core/time/dates';
import { refreshChild } from '../agenda/agenda';
import type { Engine } from '../agenda/reckoning';
import { keepDigests } from '../chain/verify';
import { childById } from '../children';
import { keeping, mayHoldAName } from '../keeping';
import { describedIn } from '../own-events';
import { everyChildCalled } from '../people/called';
import { aroundChild } from '../people/nameable';
import { type Db, statement } from '../sqlite';

/** Whom each name of two people means, child by child. */
export type ChoicesOf = ReadonlyMap<number, Choices>;

/** A name of two people in what was written before. */
export interface UnclearName extends Unclear {
  readonly childId: number;
  readonly event: number;
}

export interface NamesAsWords {
  /** Texts with names in them of which it is clear whose they are. */
  readonly texts: readonly Text[];
  readonly unclear: readonly UnclearName[];
}

/** A text as it is kept now, and as it should be. */
interface Text {
  readonly childId: number;
  readonly table: 'event' | 'strike' | 'merged';
  /** The event, or the child that was merged. */
  readonly id: number;
  readonly now: string;
  readonly should: string;
}

/** Looks for them; changes nothing. `choices` are those of a name of two people that were made already. */
export function namesAsWords(db: Db, choices: ChoicesOf = new Map()): NamesAsWords {
  const texts: Text[] = [];
  const unclear: UnclearName[] = [];
  const called = everyChildCalled(db);
  for (const childId of statement(db, 'SELECT id FROM subject ORDER BY id').pluck().all() as number[]) {
    const look = lookerFor(() => aroundChild(db, childId, [], called), db, choices.get(childId));
    for (const row of rowsOf(db, childId)) {
      const found: Unclear[] = [];
      const should = row.table === 'event' ? look.fact(row, found) : look.text(row.now, found);
      const { table, id, now } = row;
      if (should !== now) texts.push({ childId, table, id, now, should });
      unclear.push(...found.map((each) => ({ ...each, childId, event: id })));
    }
  }
  return { texts, unclear };
}

type Row = Pick<Text, 'table' | 'id' | 'now'> & { readonly kind: string };

/** All that was written about a child: events, struck ones too, and why something was struck out or merged. */
function rowsOf(db: Db, childId: number): Row[] {
  return statement(
    db,
    `SELECT 'event' AS 'table', id, kind, attributes AS now FROM event
       WHERE child_id = :childId AND attributes <> '{}'
     UNION ALL SELECT 'strike', event_id, '', why FROM strike JOIN event ON event.id = event_id
       WHERE child_id = :childId
     UNION ALL SELECT 'merged', child_id, '', why FROM merged WHERE into_id = :childId`,
  ).all({ childId }) as Row[];
}

interface Looker {
  text(kept: string, unclear: Unclear[]): string;
  /** The attributes of an event, as JSON. */
  fact(row: Row, unclear: Unclear[]): string;
}

function lookerFor(surroundings: () => NamesAround, db: Db, choices: Choices | undefined): Looker {
  let known: NamesAround | undefined;
  const around = (): NamesAround => {
    known ??= surroundings();
    return known;
  };
  return {
    text(kept, unclear) {
      if (!mayHoldAName(kept)) return kept;
      const made = keepMoreNames(kept, around(), choices);
      unclear.push(...made.unclear);
      return made.text;
    },
    fact({ kind, now }, unclear) {
      const fact = {
        on: '' as IsoDate,
        ...describedIn(db, kind),
        attributes: JSON.parse(now) as Record<string, string>,
      };
      const made = keeping(db, null, fact, around, choices, keepMoreNames);
      unclear.push(...made.unclear);
      return made.kept === fact ? now : JSON.stringify(made.kept.attributes);
    },
  };
}

const TEXT_OF = { event: 'attributes', strike: 'why', merged: 'why' } as const;
const KEY_OF = { event: 'id', strike: 'event_id', merged: 'child_id' } as const;

/**
 * Makes references of the names of which it is clear, or was said, whose they are. The audit says that it
 * was done, and holds the names as words no longer. Call inside a transaction.
 */
export function mendNames(db: Db, engine: Engine, choices: ChoicesOf): void {
  const { texts } = namesAsWords(db, choices);
  if (texts.length === 0) return;
  const tables = [...new Set(texts.map(({ table }) => table)), 'audit'];
  unguarded(db, tables, () => {
    for (const { table, id, now, should } of texts) {
      const [text, key] = [TEXT_OF[table], KEY_OF[table]];
      const about = 'SELECT id FROM audit WHERE subject = ? AND subject_id = ?';
      keepDigests(db, about, [table, String(id)], 'mended');
      statement(db, `UPDATE ${table} SET ${text} = ? WHERE ${key} = ?`).run(should, id);
      for (const side of ['before', 'after']) {
        statement(
          db,
          `UPDATE audit SET ${side} = json_set(${side}, '$.${text}', :should)
           WHERE subject = :table AND subject_id = :id AND json_extract(${side}, '$.${text}') = :now`,
        ).run({ should, now, table, id: String(id) });
      }
      statement(
        db,
        `INSERT INTO audit (at, who, what, subject, subject_id, before, after)
         SELECT irotool_now(), irotool_who(), 'changed', subject, subject_id, after, after FROM audit
         WHERE subject = ? AND subject_id = ? AND what = 'added' ORDER BY id DESC LIMIT 1`,
      ).run(table, String(id));
    }
  });
  for (const id of new Set(texts.map(({ childId }) => childId))) {
    refreshChild(db, { id, born: childById(db, id)!.born }, engine);
  }
}

/** Runs work on tables without the triggers that refuse or record a change; they stand again after it. */
function unguarded(db: Db, tables: readonly string[], work: () => void): void {
  const marks = tables.map(() => '?').join();
  const triggers = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (${marks})
       AND (name GLOB '*_no_update' OR name GLOB '*_changed')`,
    )
    .all(...tables) as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}
