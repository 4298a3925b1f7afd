/**
 * Names in what was typed, before it is saved: each is kept as a reference to whoever is meant, and that is
 * said. A name of two people is asked about; where nobody can be asked it is refused with the tag of each.
 */
import type { Context, Unit } from '../context';
import type { Fact } from '../core/events';
import type { Around, Choices, KeptName, Unclear } from '../core/privacy/keep-names';
import { keeping, refuseUnclear } from '../store/keeping';
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
  surroundings: () => Around,
): Promise<Settled> {
  const choices = new Map<string, string | null>();
  let around: Around | undefined;
  const known = (): Around => {
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
    shown.push(made.shown);
  }
  const found = [...names.values()].map(({ words, who }) => `“${words}” (${calledAs(who)})`);
  const is = found.length === 1 ? 'a reference to that person' : 'references to those people';
  return {
    facts: shown,
    choices,
    notes: found.length === 0 ? [] : [`kept as ${is}, not as words: ${found.join(', ')}.`],
  };
}

/** The tag; with what a brother or sister is, `K2, brother`. */
function calledAs({ of, tag, relationship }: KeptName['who']): string {
  if (tag === 'child') return 'the child';
  return of === 'child' && relationship !== null ? `${tag}, ${relationship}` : tag;
}

function whoIsMeant(context: Context, { words, tags }: Unclear): Promise<string | null> {
  return askChoice<string | null>(context, `Who is “${words}”?`, [
    ...tags.map((tag) => ({ name: tag, value: tag })),
    { name: 'someone else (it is kept as it was typed)', value: null },
  ]);
}
