/** What is said to whoever types a reason: it is for the unit, and what letters will say of it. */
import type { Fact } from '../core/events/fact';
import { AS_TYPED, REASONS_IN_LETTERS, saidOf } from '../core/privacy/letter-reasons';
import { usualReasons } from '../law/shipped';

/** Sentences for each reason in some facts. `flag`: how to give other words. */
export function reasonNotes(facts: readonly Fact[], flag: string): string[] {
  return [...new Set(facts.flatMap((fact) => notesOn(fact, flag)))];
}

function notesOn(fact: Fact, flag: string): string[] {
  const { attributes } = fact;
  const isForChild = attributes.ref === 'child';
  const reasons = REASONS_IN_LETTERS[fact.kind] ?? [];
  const asTyped = attributes[AS_TYPED[fact.kind] ?? ''];
  const read =
    asTyped === undefined
      ? []
      : [
          `The letter will have this as it was typed, in front of ${isForChild ? 'the child' : 'its reader'}: “${asTyped}”`,
        ];
  const said = reasons.flatMap(({ attribute, called, isTold, isNeeded }) => {
    const typed = attributes[attribute];
    const isSaid = isTold && attributes.tell !== undefined;
    if (typed === undefined && !isSaid) return [];
    // The tables are read only if there is a reason to be looked up in them.
    const words = saidOf(fact, attribute, usualReasons(), isForChild);
    if (isSaid) return [`The letter will say: “${words}”.`];
    if (words !== null) {
      const other = isTold ? ` To say it in other words: ${flag}` : '';
      return [`${called} is for the unit. The letter will say: “${words}”${other}`];
    }
    if (!isTold) return [`${called} is for the unit: letters do not say it.`];
    return isNeeded(fact)
      ? [`${called} is for the unit, and the letter needs words for the reader: ${flag}`]
      : [`${called} is for the unit: letters will not say why. To tell the readers: ${flag}`];
  });
  return [...said, ...read];
}
