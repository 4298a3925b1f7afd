/** A fact in words. */
import type { Unit } from '../context';
import type { Fact } from '../core/events/fact';
import { factWords as wordsOf } from '../core/events/words';
import { codeLabel } from '../law/shipped';
import { personById } from '../store/people/people';

/** A fact in words, with the names of colleagues, as it is published. */
export const factWords = ({ db }: Pick<Unit, 'db'>, fact: Fact): string =>
  wordsOf(fact, (id) => personById(db, Number(id))?.name ?? id);

/** The same for a screen: each code with what it means. */
export const factShown = ({ db }: Pick<Unit, 'db'>, fact: Fact): string =>
  wordsOf(fact, (id) => personById(db, Number(id))?.name ?? id, undefined, codeLabel);
