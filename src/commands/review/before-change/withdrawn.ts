/** `review before-change --withdrawn`: a change that was proposed will not happen. */

import { filled } from '../../../cases/find';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import type { ChangeKind } from '../../../core/engine/changes';
import { isOpen, standable, standingOn } from '../../../core/engine/standing';
import { CHANGE_WORDS } from '../../../core/reviews/early';
import { isRaisedBy } from '../../../core/rules/by-purpose';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import type { Reckoning } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import { askChoice, requireFlags } from '../../../ui/prompts';
import { given } from '../../meeting';
import { record } from '../../saving';
import type { ChangeOptions } from './before-change';

/** A change that a review is still owed before. */
interface Open {
  readonly kind: ChangeKind;
  readonly on: IsoDate;
}

/** Records that it was withdrawn: which one is asked, or refused without --kind, where several are open. */
export async function changeWithdrawn(
  context: Context,
  unit: Unit,
  child: Child,
  typed: ChangeKind | undefined,
  on: IsoDate,
  options: ChangeOptions,
): Promise<undefined> {
  if (options.by !== undefined || options.about !== undefined) {
    throw new UsageError('--by and --about are of a change that is proposed; --withdrawn takes --why.');
  }
  const why = filled(options.why, '--why');
  const all = openChanges(unit, reckoned(context, unit, child).reckoning, context.today);
  const change = await chosen(context, child, all, typed);
  if (on < change.on) {
    throw new UserError(
      `${child.ref}: it was proposed on ${plainDate(change.on)}, so it cannot have been withdrawn on ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const { words } = CHANGE_WORDS[change.kind];
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'change-withdrawn', attributes: given({ kind: change.kind, why }) }],
    heading: `${child.ref}: ${words}, proposed on ${longDate(change.on)}, is withdrawn.`,
  });
  if (saved) context.print(`${child.ref}  change withdrawn on ${longDate(on)}: recorded.`);
  return undefined;
}

/** The changes proposed that a review is still owed before, the first one first. */
function openChanges({ engine }: Unit, { duties, actions, story }: Reckoning, today: IsoDate): Open[] {
  const isOfChange = (id: string): boolean =>
    engine.rules.some((rule) => rule.id === id && isRaisedBy(rule, 'change-proposed'));
  const days = new Set<IsoDate>([
    ...duties
      .filter(({ rule }) => isRaisedBy(rule, 'change-proposed'))
      .filter((duty) => isOpen(standingOn(standable(duty), today)))
      .map(({ arose }) => arose),
    ...actions.filter(({ id }) => isOfChange(id)).map(({ since }) => since),
  ]);
  const kinds = new Map<ChangeKind, Open>();
  for (const { counts, fact, on } of story.moments) {
    if (!counts || fact.kind !== 'change-proposed' || !days.has(on)) continue;
    const kind = fact.attributes.kind as ChangeKind;
    kinds.set(kind, { kind, on });
  }
  return [...kinds.values()];
}

async function chosen(
  context: Context,
  child: Child,
  open: readonly Open[],
  typed: ChangeKind | undefined,
): Promise<Open> {
  const fitting = typed === undefined ? open : open.filter(({ kind }) => kind === typed);
  const [only] = fitting;
  if (only === undefined) {
    const what = typed === undefined ? 'a change' : CHANGE_WORDS[typed].words;
    throw new UserError(
      `${child.ref}: no review is owed before ${what}, so there is nothing to withdraw. Nothing was saved.`,
      open.length === 0
        ? `To see what is recorded: irotool child show ${child.ref}`
        : `Open: ${open.map(({ kind }) => `--kind ${kind}`).join(' and ')}.`,
    );
  }
  if (fitting.length === 1) return only;
  requireFlags(context, [`--kind ${fitting.map(({ kind }) => kind).join('|')}`]);
  return askChoice(
    context,
    'Which change is withdrawn?',
    fitting.map((each) => ({ name: `${CHANGE_WORDS[each.kind].words} (${longDate(each.on)})`, value: each })),
  );
}
