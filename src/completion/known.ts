/**
 * What completion knows of a unit: references, what is owed, tags; never a name. It looks into the database and leaves it as
 * it is: whoever presses Tab changes nothing, brings no old file up to date and waits for nobody.
 */
import { existsSync } from 'node:fs';
import type { Context } from '../context';
import type { EventSpec } from '../core/events/event';
import { vocabularyOf } from '../core/events/vocabulary';
import { type Pack, ROLES as WHO } from '../core/rules/rule';
import { councilPack } from '../law/council';
import { findShippedPack, shippedPack } from '../law/shipped';
import { shelfOf } from '../letters/shelf';
import { applicantRefs } from '../store/applicants';
import { childRefs, findChild } from '../store/children';
import { everyoneOf } from '../store/people/child-people';
import { readDerived, readSettings } from '../store/settings';
import { type Db, openReadOnly } from '../store/sqlite';
import { SETTING_KEYS } from '../unit-check/setting-keys';

export interface KnownOfUnit {
  readonly shells: readonly string[];
  events(): readonly EventSpec[];
  roles(): readonly string[];
  rules(): readonly string[];
  templates(): readonly string[];
  settings(): readonly string[];
  /** Of applicants, or of children. */
  refs(ofApplicants: boolean): readonly string[];
  /** The rules of what a child is owed; without one, all rules. */
  duties(ref?: string): readonly string[];
  /** What a child's people are called. */
  tags(ref?: string): readonly string[];
}

/** What is known with this database; without one, what ships. */
export async function knownTo(context: Context, shells: readonly string[]): Promise<KnownOfUnit> {
  const db = existsSync(context.file) ? openReadOnly(context.file) : null;
  const pack = db === null ? shippedPack('england') : await packOf(db);
  const vocabulary = vocabularyOf(pack);
  const idOf = (ref = ''): number => (db === null ? undefined : findChild(db, ref))?.id ?? -1;
  const rules = pack.rules.map(({ id }) => id);
  return {
    shells,
    events: () => vocabulary.kinds.map((kind) => vocabulary.spec(kind)!),
    roles: () => [...new Set([...WHO, ...(pack.roles ?? [])])],
    rules: () => rules,
    templates: () => [...shelfOf(context, pack).templates.keys()],
    settings: () => SETTING_KEYS.map(({ key }) => key),
    refs: (ofApplicants) => (db === null ? [] : ofApplicants ? applicantRefs(db) : childRefs(db)),
    duties: (ref) => (db === null || idOf(ref) < 0 ? rules : owed(db, idOf(ref))),
    tags: (ref) => (db === null ? [] : everyoneOf(db, idOf(ref)).map(({ tag }) => tag)),
  };
}

async function packOf(db: Db): Promise<Pack> {
  const name = readSettings(db).get('pack') ?? 'england';
  const shipped = findShippedPack(name);
  if (shipped !== undefined) return shipped;
  // What was read anew is not kept: nothing is written here.
  return (await councilPack(name, { get: (key) => readDerived(db, key), set: () => undefined })).pack;
}

const owed = (db: Db, childId: number): string[] =>
  db
    .prepare('SELECT DISTINCT rule FROM agenda WHERE child_id = ? ORDER BY due, rule')
    .pluck()
    .all(childId) as string[];
