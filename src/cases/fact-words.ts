/** A fact in words. */
import type { Unit } from '../context';
import type { Fact } from '../core/events/fact';
import { factWords as wordsOf } from '../core/events/words';
import { personById } from '../store/people/people';

/** A fact in words, with the names of colleagues. */
export const factWords = ({ db }: Pick<Unit, 'db'>, fact: Fact): string =>
  wordsOf(fact, (id) => personById(db, Number(id))?.name ?? id);
