/** What the database knows of the children and colleagues whom files of another system name. */
import { nameKey } from '../../core/names/likeness';
import { findChild } from '../../store/children';
import { chronologyOf } from '../../store/chronology';
import { outsideRefs } from '../../store/outside/refs';
import { findPeople } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import type { KnownHere } from '../cases/known';
import type { NewColleague } from './plan';
import { careRecordedIn } from './was-in-care';

/** Asks the database, once for each; `added` are the colleagues who would be new. */
export function knownHere(
  db: Db,
  system: string,
): KnownHere & { readonly added: readonly NewColleague[]; readonly outside: ReadonlyMap<string, string> } {
  const outside = outsideRefs(db, system);
  const added: NewColleague[] = [];
  const colleagues = new Map<string, string | null>();
  return {
    ...{ added, outside, wasInCare: careRecordedIn(db) },
    refOf: (key) => outside.get(key),
    child: (ref) => findChild(db, ref),
    colleague(name, roles) {
      const key = `${nameKey(name)}|${roles[0]}`;
      const known = colleagues.get(key);
      if (known !== undefined) return known;
      const found = findPeople(db, name);
      const alike = found.length > 1 ? found.filter(({ role }) => roles.includes(role)) : found;
      let id: string | null = null;
      if (alike.length === 1) id = String(alike[0]!.id);
      else if (found.length === 0) {
        const same = added.find((each) => nameKey(each.name) === nameKey(name));
        id = same?.standIn ?? String(-1 - added.length);
        if (same === undefined) added.push({ standIn: id, name: name.trim(), role: roles[0] ?? 'iro' });
      }
      colleagues.set(key, id);
      return id;
    },
    recordedOn(ref, kind, attributes) {
      const child = findChild(db, ref);
      if (child === undefined) return null;
      const same = chronologyOf(db, child.id).findLast(
        (entry) =>
          entry.struckWhy === null &&
          entry.kind === kind &&
          Object.entries(attributes).every(([name, value]) => entry.attributes[name] === value),
      );
      return same?.on ?? null;
    },
  };
}
