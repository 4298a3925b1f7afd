/**
 * `import cases FILE --map NAME --compare`: what they have and we have not, what we have and they have not, and what
 * differs. Each is asked about, or all of a kind are taken or left by a flag; nothing is changed without a yes.
 */
import type { Context, Unit } from '../../context';
import { UsageError } from '../../errors';
import { type CaseComparison, type CaseDifference, compareCases } from '../../exchange/compare/compare';
import { DIFFERENCE_KINDS } from '../../exchange/compare/differences';
import {
  decidedLine,
  differenceLines,
  differenceRows,
  differencesJson,
} from '../../exchange/compare/in-words';
import { type Decided, takeDifferences } from '../../exchange/compare/take';
import type { CasePlan } from '../../exchange/import/plan-cases';
import { present, showBefore } from '../../screens/show';
import { askText, isOnlyShown } from '../../ui/prompts';

export interface CompareOptions {
  readonly take?: readonly string[];
  readonly leave?: readonly string[];
}

/** Shows what differs, asks or goes by the flags, and saves what was said yes to. */
export async function compared(
  context: Context,
  unit: Unit,
  { system, plan, again }: { readonly system: string; readonly plan: CasePlan; readonly again: string },
  { take = [], leave = [] }: CompareOptions,
): Promise<undefined> {
  for (const kind of [...take, ...leave]) {
    if ((DIFFERENCE_KINDS as readonly string[]).includes(kind)) continue;
    throw new UsageError(
      `There is no kind of difference "${kind}".`,
      `The kinds are ${DIFFERENCE_KINDS.join(', ')}.`,
    );
  }
  const found = compareCases(unit.db, system, plan, context.today);
  showBefore(context, [(width) => differenceLines(found, plan, width), '']);
  const isAsked = take.length === 0 && leave.length === 0 && !isOnlyShown(context);
  const decided = isAsked ? await asked(context, found) : byFlags(found, take, leave);
  if (decided.taken.length > 0 || decided.left.length > 0) takeDifferences(unit, { system, plan }, decided);
  return present(context, {
    json: () => differencesJson(found, decided),
    csv: () => differenceRows(found),
    screen: () => ({
      parts: [decidedLine(found, decided)],
      said:
        isAsked || found.differences.length === 0
          ? []
          : [`One by one, on a terminal: ${again}`, `All of a kind: ${again} --take KIND, or --leave KIND`],
    }),
  });
}

const byFlags = (
  { differences }: CaseComparison,
  take: readonly string[],
  leave: readonly string[],
): Decided => ({
  taken: differences.filter((each) => each.take !== null && take.includes(each.kind)),
  left: differences.filter(({ kind }) => leave.includes(kind)),
});

const ANSWERS = ['y', 'n', 'always', 'stop'];

/** Asks about one after the other: yes, no, yes for all of this kind, or enough for today. */
async function asked(context: Context, { differences }: CaseComparison): Promise<Decided> {
  const always = new Set<string>();
  const taken: CaseDifference[] = [];
  const left: CaseDifference[] = [];
  for (const each of differences) {
    if (each.take === null) continue;
    if (always.has(each.kind)) {
      taken.push(each);
      continue;
    }
    const cause = each.cause === '' ? '' : `${each.cause}: `;
    const answer = await askText(context, {
      message: `${each.ref}  ${cause}${each.what} Take theirs? (y, n, always for “${each.kind}”, stop)`,
      check: (text) => ANSWERS.includes(text.trim().toLowerCase()) || 'Type y, n, always or stop.',
    });
    const said = answer.trim().toLowerCase();
    if (said === 'stop') break;
    if (said === 'always') always.add(each.kind);
    if (said === 'n') left.push(each);
    else taken.push(each);
  }
  return { taken, left };
}
