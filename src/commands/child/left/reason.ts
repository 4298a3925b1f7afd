/** Why care ended, and whether the last review had confirmed it. */

import type { Context, Unit } from '../../../context';
import { wasReviewed } from '../../../core/checks/ending';
import { chronologyOf } from '../../../core/engine/chronology';
import { DIED } from '../../../core/events/death';
import { isMetBy } from '../../../core/rules/by-purpose';
import type { IsoDate } from '../../../core/time/dates';
import { didYouMean, UsageError } from '../../../errors';
import { shippedLaw } from '../../../law/shipped';
import type { Child } from '../../../store/children';
import { factsOf } from '../../../store/chronology';
import { askChoice, canAsk } from '../../../ui/prompts';
import type { LeftOptions } from './later';

/** What is recorded of an ending, and what is worth saying of it. */
export interface Said {
  readonly attributes: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Returned home: as part of care planning, and not. */
const HOME_PLANNED = 'E4A';
const HOME_UNPLANNED = 'E4B';

/** The reason code typed, or asked for where the day was; undefined where it is not said. */
export async function reasonFor(context: Context, options: LeftOptions): Promise<string | undefined> {
  const labels = shippedLaw().codes['reason-ceased'] ?? {};
  const codes = Object.keys(labels).filter((code) => code !== 'X1' && !labels[code]!.old);
  if (options.reason !== undefined) {
    const code = options.reason.toUpperCase();
    if (!codes.includes(code)) {
      throw new UsageError(
        `--reason: there is no code "${options.reason}".${didYouMean(options.reason, codes)}`,
        `The codes are ${codes.join(', ')}.`,
      );
    }
    refuseContradiction(code, options);
    return code;
  }
  if (options.on !== undefined || !canAsk(context)) return undefined;
  const reason = await askChoice(
    context,
    'Why did care end?',
    codes.map((code) => ({ name: `${labels[code]!.label} (${code})`, value: code })),
  );
  refuseContradiction(reason, options);
  return reason;
}

/** Three reasons say of themselves whether the ending was planned. */
function refuseContradiction(reason: string, { confirmed, unplanned }: LeftOptions): void {
  if (reason === HOME_PLANNED && unplanned) {
    throw new UsageError(
      'E4A is a return home that was planned, so it does not go with --unplanned.',
      'A return home that nobody had planned: --reason E4B',
    );
  }
  if (reason === HOME_UNPLANNED && confirmed) {
    throw new UsageError(
      'E4B is a return home that nobody had planned, so no review confirmed it.',
      'A return home that was planned: --reason E4A --confirmed',
    );
  }
  if (reason === DIED && (confirmed || unplanned)) {
    throw new UsageError(
      'No review confirms a death, and none is held because of one.',
      `Leave ${confirmed ? '--confirmed' : '--unplanned'} out.`,
    );
  }
}

const NONE_TO_CONFIRM = 'No review of this period of care is recorded that could have confirmed it.';

/** Whether the last review confirmed the ending: as typed, as the reason says, or asked; else not recorded. */
export async function plannedOrNot(
  context: Context,
  unit: Unit,
  child: Child,
  on: IsoDate,
  reason: string | undefined,
  options: LeftOptions,
): Promise<Said> {
  const answer = await plannedAnswer(context, reason, options);
  if (answer === 'confirmed') {
    const { id, born } = child;
    const none = wasReviewed(chronologyOf(factsOf(unit.db, id), born), on) ? [] : [NONE_TO_CONFIRM];
    return { attributes: { 'confirmed-by-review': 'yes' }, notes: none };
  }
  if (answer !== 'unplanned') return { attributes: {}, notes: [] };
  const isReviewed = unit.engine.rules.some((rule) => isMetBy(rule, 'exit-review-held'));
  return {
    attributes: { unplanned: 'yes' },
    notes: [
      ...(options.unplanned || reason !== HOME_UNPLANNED ? [] : ['E4B says that nobody had planned it.']),
      ...(isReviewed
        ? [
            `The unplanned ending is to be reviewed. When it has been: irotool review hold ${child.ref} --exit`,
          ]
        : []),
    ],
  };
}

type Planned = 'confirmed' | 'unplanned' | 'not recorded';

async function plannedAnswer(
  context: Context,
  reason: string | undefined,
  { confirmed, unplanned }: LeftOptions,
): Promise<Planned> {
  if (confirmed) return 'confirmed';
  if (unplanned || reason === HOME_UNPLANNED) return 'unplanned';
  if (reason === DIED || !canAsk(context)) return 'not recorded';
  return askChoice<Planned>(context, 'Had the last review confirmed it?', [
    { name: 'Yes, the last review confirmed it', value: 'confirmed' },
    ...(reason === HOME_PLANNED
      ? [{ name: 'No, it did not', value: 'not recorded' } as const]
      : [{ name: 'No, it was unplanned', value: 'unplanned' } as const]),
    { name: 'Not known', value: 'not recorded' },
  ]);
}
