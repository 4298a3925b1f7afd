/**
 * Someone who may or may not be among the child's people: who asked for a review, who owns a decision,
 * who was consulted. Events hold a tag if there is one, so that a chronology holds no names.
 */
import type { Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import type { IsoDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { everyoneIn, type Who } from './who';

/** The tag of one of the child's people, typed by tag or by name; anyone else as they were typed. */
export function tagOrWords(unit: Unit, child: Child, typed: string, on: IsoDate): string {
  const wanted = typed.trim().toLowerCase();
  const found = everyoneIn(unit, child, on).find(
    ({ ref, person }) => ref === wanted || isSameName(person?.name, typed),
  );
  return found?.ref ?? typed.trim();
}

/** What someone recorded by `tagOrWords` is called. */
export function wordsFor(everyone: readonly Who[], recorded: string): string {
  return everyone.find(({ ref }) => ref === recorded.toLowerCase())?.called ?? recorded;
}
