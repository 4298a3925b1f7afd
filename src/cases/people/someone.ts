/**
 * Someone who may or may not be among the child's people: who asked for a review, who owns a decision,
 * who was consulted. Events hold a tag where there is one, so that a chronology holds no names.
 */
import type { Unit } from '../../context';
import type { Tag } from '../../core/events/attribute';
import { listOf } from '../../core/events/lists';
import { isSameName } from '../../core/names/likeness';
import type { IsoDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { everyoneIn, type Who, whoNamed } from './who';

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

/** The tags of a list of the child's people: `child,mother`. Someone unknown is refused. */
export function tagsTyped(unit: Unit, child: Child, typed: string | undefined, on: IsoDate): Tag[] {
  return [...new Set(listOf(typed).map((each) => whoNamed(unit, child, each, on).ref as Tag))];
}
