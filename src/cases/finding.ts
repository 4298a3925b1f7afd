/** Children, people and teams by any part of what they are known by, however it is spelled. */
import { holding } from '../core/names/part';
import { plainWords } from '../core/privacy/folded';
import { type IsoDate, plainDate } from '../core/time/dates';
import { readDate } from '../core/time/typed-dates';
import { listApplicants } from '../store/applicants';
import { type ListedChild, listChildren } from '../store/children';
import { linksOf, taggedPeople } from '../store/people/child-people';
import { listPeople, listTeams, type Person } from '../store/people/people';
import type { Db } from '../store/sqlite';

/** Someone, with the children and applicants among whose people they are. */
interface FoundPerson extends Person {
  readonly of: readonly { readonly ref: string; readonly tag: string }[];
}

export interface Found {
  readonly children: readonly ListedChild[];
  readonly applicants: readonly {
    readonly ref: string;
    readonly name: string | null;
    readonly kind: string;
  }[];
  readonly people: readonly FoundPerson[];
  readonly teams: readonly string[];
}

/** Everyone who is found by words: of a name, a reference, a birthday, a tag, a role or a team. */
export function foundBy(db: Db, typed: string, today: IsoDate): Found {
  const isIt = holding(typed);
  const day = /\d{4}/.test(typed) ? readDate(typed.trim(), today) : null;
  const tagged = taggedPeople(db);
  return {
    children: listChildren(db).filter(
      ({ ref, name, born }) =>
        (day !== null && born === day) || isIt(ref, name, born, born && plainDate(born)),
    ),
    applicants: listApplicants(db).filter(({ ref, name }) => isIt(ref, name)),
    people: listPeople(db)
      .filter(({ id, name, role, team }) => isIt(name, role, team, tagged.get(id) ?? null))
      .map((person) => ({ ...person, of: linksOf(db, person.id) })),
    teams: listTeams(db).filter((team) => isIt(team)),
  };
}

/** The references of children and applicants of a name, or of a part of one; of the whole name, if anyone has it. */
export function refsCalled(db: Db, typed: string): { readonly ref: string; readonly name: string }[] {
  const isIt = holding(typed);
  const all = [...listChildren(db), ...listApplicants(db)].flatMap(({ ref, name }) =>
    name !== null && isIt(name) ? [{ ref, name }] : [],
  );
  const same = all.filter(({ name }) => plainWords(name) === plainWords(typed));
  return same.length > 0 ? same : all;
}
