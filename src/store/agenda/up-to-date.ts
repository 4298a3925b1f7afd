/**
 * Whether the agenda is what rules, bank holidays, settings and engine come to now: asked by every command,
 * and apart from working it out, which few need.
 */

import { readDerived, writeDerived } from '../settings';
import type { Db } from '../sqlite';
import type { Engine } from './reckoning';

const FINGERPRINT = 'fingerprint';

/** True if the agenda was worked out with this very engine. */
export function isUpToDate(db: Db, engine: Engine): boolean {
  return readDerived(db, FINGERPRINT) === engine.fingerprint;
}

/** Says that it is. Call inside the transaction that worked it out. */
export function markUpToDate(db: Db, engine: Engine): void {
  writeDerived(db, FINGERPRINT, engine.fingerprint);
}
