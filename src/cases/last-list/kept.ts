/**
 * The list of `due` as this person last saw it, by its numbers: references and rule ids alone, in a file of their own
 * and not in the database, until the next list or the end of the day.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import type { WhoseAgenda } from '../../store/agenda/afresh';
import { cacheFolder } from '../../store/file/place';

/** What one row speaks of. */
export interface Seen {
  readonly kind: 'duty' | 'action' | 'plan' | 'meeting';
  readonly ref: string;
  /** The rule's id; of a meeting, what it is. */
  readonly rule: string;
  readonly review: number | null;
  /** Which of several it is, as a sum: what they are called may hold a name. '' if it is the only one. */
  readonly own: string;
}

/** What stands at a number: children of one meeting stand at one. */
export type RowOfList = readonly Seen[];

/** A list with what it was asked for. */
export interface SeenList {
  readonly today: IsoDate;
  /** The flags of its window, as typed. */
  readonly window: readonly string[];
  readonly whose: WhoseAgenda;
  readonly rows: readonly RowOfList[];
}

const FILE = 'last-list.json';

/** Keeps a list instead of the one before. If it cannot be kept, it has no numbers that can be typed. */
export async function keepList(context: Context, list: Omit<SeenList, 'today'>): Promise<void> {
  const { file, today } = context;
  const folder = await cacheFolder();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, FILE), JSON.stringify({ file, today, ...list }), { mode: 0o600 });
  } catch {
    // A home that cannot be written to is no reason for a morning without a list.
  }
}

/** The list last seen; null if none was, or one of another database. An older one is thrown away. */
export async function lastList({ file, today }: Context): Promise<SeenList | null> {
  const kept = join(await cacheFolder(), FILE);
  let list: SeenList & { readonly file: string };
  try {
    list = JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    return null;
  }
  if (list.today < today) rmSync(kept, { force: true });
  return list.file === file ? list : null;
}

/** A sum of the words by which one of several is called (FNV-1a). */
export function sumOf(own: string | null): string {
  if (own === null) return '';
  let sum = 0x811c9dc5;
  for (let at = 0; at < own.length; at++) sum = Math.imul(sum ^ own.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
