/**
 * Someone who may or may not be among the child's people: who asked for a review, who owns a decision,
 * who was consulted. Events hold a tag if there is one, so that a chronology holds no names.
 */
import type { Context, Unit } from '../../context';
import { plainWords } from '../../core/privacy/folded';
import type { IsoDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { listPeople } from '../../store/people/people';
import { toRecord } from '../find';
import type { Naming } from './naming';
import { isColleague } from './the-person';
import { everyoneIn, refuseTwoOfAWord, type Who, whoOf } from './who';

/** The tag of one of the child's people, typed by tag, by name or by what they are; anyone else as they were typed. */
export function tagOrWords(context: Context, unit: Unit, child: Child, typed: string, on: IsoDate): string {
  const everyone = everyoneIn(unit, child, on);
  refuseTwoOfAWord(child, everyone, typed);
  const found = whoOf(everyone, typed);
  if (found) return found.ref;
  const naming = toRecord(context, unit.db);
  const part = oneOfWords(everyone, ({ person }) => person?.name ?? null, typed);
  if (part === null || !naming.takesParts) return inFull(naming, typed);
  naming.echo(`${typed.trim()} is ${part.ref}.`);
  return part.ref;
}

/**
 * The whole name of the one colleague whose name has all words that were typed, which is echoed; else as it was typed,
 * for it may be somebody else. Only where a part is taken.
 */
export function inFull({ db, takesParts, echo }: Naming, typed: string): string {
  const said = typed.trim();
  if (!takesParts) return said;
  const names = [
    ...new Set(
      listPeople(db)
        .filter(isColleague)
        .map(({ name }) => name),
    ),
  ];
  const whole = oneOfWords(names, (name) => name, said);
  if (whole === null || plainWords(whole) === plainWords(said)) return whole ?? said;
  echo(`${said} is ${whole}.`);
  return whole;
}

/** The one whose name has every word that was typed, each whole; null if none has, or several. */
function oneOfWords<T>(among: readonly T[], nameOf: (each: T) => string | null, typed: string): T | null {
  const wanted = plainWords(typed).split(' ').filter(Boolean);
  const found = among.filter((each) => {
    const words = plainWords(nameOf(each) ?? '').split(' ');
    return wanted.length > 0 && wanted.every((word) => words.includes(word));
  });
  return found.length === 1 ? found[0]! : null;
}

/** What someone recorded by `tagOrWords` is called. */
export function wordsFor(everyone: readonly Who[], recorded: string): string {
  return everyone.find(({ ref }) => ref === recorded.toLowerCase())?.called ?? recorded;
}
