/**
 * How names become references where facts are saved: whom a child's record may name, and the fact as it
 * is kept. A name of two people that nobody has chosen between is refused, with the tag of each.
 */
import type { Fact } from '../core/events/fact';
import { listOf } from '../core/events/lists';
import { factInWords, withTexts } from '../core/privacy/facts-in-words';
import {
  type Choices,
  type KeptName,
  type KeptText,
  keepNames,
  type Nameable,
  type NamesAround,
  type Unclear,
} from '../core/privacy/keep-names';
import { holdsReference } from '../core/privacy/kept-names';
import { UsageError } from '../errors';
import { COLUMNS, type EventRow, toFact } from './kept-facts';
import { aroundChild } from './people/nameable';
import { tellUnit } from './people/names';
import { withTags } from './people/strangers';
import { type Db, statement } from './sqlite';

/** A fact as it is kept, and what was found in it. */
export interface Keeping {
  readonly kept: Fact;
  /** The same as the unit will see it. */
  readonly shown: Fact;
  readonly names: readonly KeptName[];
  readonly unclear: readonly (Unclear & { readonly attribute: string })[];
}

/** What no name can be in: codes, days, times, numbers. */
export const mayHoldAName = (text: string): boolean => /\p{L}{2}/u.test(text) || holdsReference(text);

/**
 * Works out how a fact is kept. `childId` is null for a child who is not recorded yet. A fact that was kept
 * before is read with keepMoreNames.
 */
export function keeping(
  db: Db,
  childId: number | null,
  fact: Fact,
  surroundings: () => NamesAround,
  choices?: Choices,
  keep: typeof keepNames = keepNames,
): Keeping {
  const names: KeptName[] = [];
  const unclear: (Unclear & { attribute: string })[] = [];
  const shown: Record<string, string> = { ...fact.attributes };
  const kept = withTexts(fact, (text, attribute, kind) => {
    if (!mayHoldAName(text)) return text;
    const around = surroundings();
    const read = (part: string): KeptText => {
      const made = keep(part, around, choices);
      const before = made.text === part ? undefined : keptBefore(db, childId, part, attribute, made);
      if (before !== undefined) return { ...made, text: before, shown: part, names: [], unclear: [] };
      unclear.push(...made.unclear.map((each) => ({ ...each, attribute })));
      return made;
    };
    if (kind === 'text') {
      const made = read(text);
      names.push(...made.names);
      shown[attribute] = made.shown;
      return made.text;
    }
    const tags = new Set(['child', 'applicant', ...around.people.map(({ tag }) => tag.toLowerCase())]);
    const parts = listOf(text).map((part) => {
      // A tag is nobody's name; and what has no capital is one, or a word of a list.
      if (tags.has(part.toLowerCase()) || !/\p{Lu}/u.test(part)) return { kept: part, shown: part };
      const made = read(part);
      const [one] = made.names;
      names.push(...made.names);
      const isTag = kind === 'tags' && made.isOnlyAName && one !== undefined && isOwn(one.who);
      return isTag ? { kept: one.who.tag, shown: one.who.tag } : { kept: made.text, shown: made.shown };
    });
    shown[attribute] = parts.map((part) => part.shown).join(',');
    return parts.map((part) => part.kept).join(',');
  });
  return { kept, shown: { ...fact, attributes: shown }, names, unclear };
}

/** True of the child or the applicant, and of those whom this child's record calls by a tag. */
const isOwn = ({ of, tag }: Nameable): boolean =>
  tag === 'child' || tag === 'applicant' || (of === 'person' && !tag.includes(' '));

/**
 * What was said before in the very same words is kept as it was then: nobody is asked again who was
 * meant, and a reference stays the same reference.
 */
function keptBefore(
  db: Db,
  childId: number | null,
  text: string,
  attribute: string,
  made: KeptText,
): string | undefined {
  if (childId === null || (made.unclear.length === 0 && attribute !== 'ref')) return undefined;
  const rows = statement(db, `SELECT ${COLUMNS} FROM event WHERE child_id = ? ORDER BY id DESC`).all(
    childId,
  ) as EventRow[];
  for (const row of rows) {
    if (!row.attributes.includes(attribute === 'ref' ? '"ref"' : '⟦')) continue;
    const raw = toFact(row);
    const said = factInWords(raw, tellUnit(db));
    for (const [name, value] of Object.entries(said.attributes)) {
      const isSame = value === text && (attribute !== 'ref' || name === 'ref');
      if (isSame && (attribute === 'ref' || raw.attributes[name] !== value)) return raw.attributes[name];
    }
  }
  return undefined;
}

/** A text that hangs on a fact, such as why it was struck out, as it is kept. */
export function keptText(db: Db, childId: number, text: string, flag: string, choices?: Choices): string {
  if (!mayHoldAName(text)) return text;
  const { text: kept, unclear } = keepNames(text, aroundChild(db, childId), choices);
  refuseUnclear(unclear, flag);
  return kept;
}

/** A fact as it is kept, its tags as they are recorded. A name of two people is refused, and a tag that nobody has. */
export function keptFact(db: Db, childId: number, fact: Fact, choices?: Choices): Fact {
  let known: NamesAround | undefined;
  const { kept, unclear } = keeping(
    db,
    childId,
    fact,
    () => {
      known ??= aroundChild(db, childId, [fact]);
      return known;
    },
    choices,
  );
  refuseUnclear(unclear, unclear[0]?.attribute ?? '');
  return withTags(db, childId, kept);
}

/** Refuses a name of two people; the name itself is not said. */
export function refuseUnclear(unclear: readonly Unclear[], where: string): void {
  const [first] = unclear;
  if (!first) return;
  const tags = first.tags.join(' or ');
  throw new UsageError(
    `“${where}” has a name in it that is of ${first.tags.length} people: ${first.tags.join(', ')}. Nothing was saved.`,
    `Type the whole name, or in its place the word by which the record calls them: ${tags}.`,
  );
}
