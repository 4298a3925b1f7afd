/** Whoever has no contact with a child, or is kept from the child by an order of a court. */
import type { Unit } from '../context';
import { barsOn } from '../core/privacy/bars';
import { type IsoDate, plainDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { factsOf } from '../store/chronology';

/** Someone to whom nothing is made out before it is asked. */
export interface Apart {
  /** `the father`. */
  readonly called: string;
  /** `no contact is recorded for the father`. */
  readonly why: string;
}

/** Why someone of a child's people is asked about first; null if they are not. */
export function apartFrom(
  unit: Unit,
  child: Pick<Child, 'id' | 'ref'>,
  { tag, contact }: { readonly tag: string; readonly contact: string | null },
  called: string,
  today: IsoDate,
): Apart | null {
  const bar = barsOn(factsOf(unit.db, child.id), today).find(({ ref }) => ref === tag.toLowerCase());
  if (bar !== undefined) {
    const until = bar.until === null ? '' : `, until ${plainDate(bar.until)}`;
    return {
      called,
      why: `an order of a court keeps ${called} from ${child.ref} (“${bar.order}”${until})`,
    };
  }
  return contact === 'none' ? { called, why: `no contact is recorded for ${called}` } : null;
}
