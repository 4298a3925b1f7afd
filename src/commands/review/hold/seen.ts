/**
 * Of a child under four: whether the IRO saw them before the review, which only the IRO can say. Held without
 * it, the review leaves the duty missed for good.
 */
import type { Context } from '../../../context';
import type { Duty } from '../../../core/engine/duty';
import type { Fact } from '../../../core/events/fact';
import type { IsoDate } from '../../../core/time/dates';
import { UsageError } from '../../../errors';
import { askChoice, canAsk } from '../../../ui/prompts';
import type { HeldFacts } from './several';

/** What `--iro-saw` may be, with what is recorded of each. */
const SAW: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  observed: { how: 'observed' },
  seen: {},
  inappropriate: { outcome: 'inappropriate' },
  no: null,
};

const LABELS: readonly (readonly [name: string, value: string])[] = [
  ['observed the child, or played with them', 'observed'],
  ['spoke with the child in private', 'seen'],
  ['it was inappropriate at that age', 'inappropriate'],
  ['no, or it is not known', 'no'],
];

/** The word of `--iro-saw`, or a UsageError with what it may be. */
export function iroSawTyped(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const word = typed.trim().toLowerCase();
  if (Object.hasOwn(SAW, word)) return word;
  throw new UsageError(`--iro-saw is ${Object.keys(SAW).join(', ')}; not "${typed}".`);
}

/** What is recorded of a child under four, on the day of the review; nothing of an older one. */
export function sawFacts(on: IsoDate, code: string | undefined, word: string | undefined): Fact[] {
  const attributes = code === 'PN0' && word !== undefined ? SAW[word] : null;
  return attributes ? [{ on, kind: 'iro-saw-child', attributes }] : [];
}

/** True of a child under four whose review would leave it missed that the IRO sees them. */
function isUnseen({ code, reckoning, sitting }: HeldFacts): boolean {
  const isOfThis = ({ rule, missed, endedOn, metOn }: Duty): boolean =>
    missed === true &&
    metOn === null &&
    endedOn === sitting.on &&
    rule.metBy.some(({ kind }) => kind === 'iro-saw-child');
  return code === 'PN0' && reckoning.duties.some(isOfThis);
}

/** The word for `--iro-saw`: asked for where somebody can be; else undefined, and a note names the flag. */
export async function askIroSaw(context: Context, held: readonly HeldFacts[]): Promise<string | undefined> {
  const unseen = held.filter(isUnseen);
  if (unseen.length === 0 || !canAsk(context)) return undefined;
  const refs = unseen.map(({ child }) => child.ref).join(', ');
  return askChoice(
    context,
    `${refs}: under 4. Did the IRO see the child before the review?`,
    LABELS.map(([name, value]) => ({ name, value })),
  );
}

/** What is worth saying where it is not said. */
export function unseenNotes(held: HeldFacts, word: string | undefined): string[] {
  if (word === 'no' || !isUnseen(held)) return [];
  const { child } = held;
  return [
    `${child.ref} is under 4, and that the IRO saw the child is not recorded, so it is missed. If the IRO did: --iro-saw observed, or irotool review prepare ${child.ref} --seen DATE; if it was inappropriate: --iro-saw inappropriate.`,
  ];
}
