/**
 * Names in what was typed, before it is saved: each is kept as a reference to whoever is meant, and that is
 * said. A name of two people is asked about; if nobody can be asked it is refused with the tag of each.
 */
import type { Context, Unit } from '../context';
import type { Fact } from '../core/events/fact';
import {
  type Choices,
  type KeptName,
  keepNames,
  type NamesAround,
  type Unclear,
} from '../core/privacy/keep-names';
import { keeping, refuseUnclear } from '../store/keeping';
import { aroundChild } from '../store/people/nameable';
import { withTags } from '../store/people/strangers';
import { askChoice, canAsk } from '../ui/prompts';

/** Facts whose names are settled. */
export interface Settled {
  /** As the unit will read them. */
  readonly facts: readonly Fact[];
  /** Whom each name of two people means: to be given to addEvent. */
  readonly choices: Choices;
  /** What was kept as whom. Sentences. */
  readonly notes: readonly string[];
}

/** Settles whom the texts of some facts name. `childId` is null for a child who is not recorded yet. */
export async function namesSettled(
  context: Context,
  unit: Unit,
  childId: number | null,
  facts: readonly Fact[],
  surroundings: () => NamesAround,
): Promise<Settled> {
  const choices = new Map<string, string | null>();
  let around: NamesAround | undefined;
  const known = (): NamesAround => {
    around ??= surroundings();
    return around;
  };
  const names = new Map<string, KeptName>();
  const shown: Fact[] = [];
  for (const fact of facts) {
    const read = (): ReturnType<typeof keeping> => keeping(unit.db, childId, fact, known, choices);
    let made = read();
    while (made.unclear.length > 0) {
      const [first] = made.unclear;
      if (!canAsk(context)) refuseUnclear(made.unclear, first!.attribute.replaceAll('-', ' '));
      choices.set(first!.key, await whoIsMeant(context, first!));
      made = read();
    }
    for (const each of made.names) names.set(`${each.words}|${each.who.tag}`, each);
    shown.push(childId === null ? made.shown : withTags(unit.db, childId, made.shown));
  }
  return { facts: shown, choices, notes: notesOf([...names.values()]) };
}

/** Settles whom a text names that hangs on a fact, such as why it is struck out; `flag` is how it was typed. */
export async function textSettled(
  context: Context,
  unit: Unit,
  childId: number,
  text: string,
  flag: string,
): Promise<Omit<Settled, 'facts'>> {
  const choices = new Map<string, string | null>();
  const around = aroundChild(unit.db, childId);
  for (;;) {
    const { unclear, names } = keepNames(text, around, choices);
    const [first] = unclear;
    if (!first) return { choices, notes: notesOf(names) };
    if (!canAsk(context)) refuseUnclear(unclear, flag);
    choices.set(first.key, await whoIsMeant(context, first));
  }
}

function notesOf(names: readonly KeptName[]): string[] {
  if (names.length === 0) return [];
  const found = [...new Set(names.map(({ words, who }) => `“${words}” (${calledAs(who)})`))];
  const is = found.length === 1 ? 'a reference to that person' : 'references to those people';
  return [`kept as ${is}, not as words: ${found.join(', ')}.`];
}

/** The tag; with what a brother or sister is, `K2, brother`. */
function calledAs({ of, tag, relationship }: KeptName['who']): string {
  if (of === 'child' && (tag === 'child' || tag === 'applicant')) return `the ${tag}`;
  return of === 'child' && relationship !== null ? `${tag}, ${relationship}` : tag;
}

function whoIsMeant(context: Context, { words, tags }: Unclear): Promise<string | null> {
  return askChoice<string | null>(context, `Who is “${words}”?`, [
    ...tags.map((tag) => ({ name: tag, value: tag })),
    { name: 'someone else (it is kept as it was typed)', value: null },
  ]);
}
