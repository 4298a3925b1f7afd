import { filled } from '../cases/find';
import type { Context, Unit } from '../context';
import { OFFICE_WORDS, officeFor, REG_39, wasReviewed } from '../core/checks/ending';
import { chronologyOf } from '../core/engine/chronology';
import { type Fact, given } from '../core/events/fact';
import { isMetBy } from '../core/rules/by-purpose';
import { type IsoDate, plainDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { codeWords } from '../law/shipped';
import { contradiction, HOME_PLANNED, HOME_UNPLANNED } from '../steps/ending';
import type { Child } from '../store/children';
import { factsOf, type StoredFact } from '../store/chronology';
import { askChoice, askText, canAsk } from '../ui/prompts';
import { codesOf, codeTyped } from './code-typed';
import { askNeededDay, askPastDay } from './days/ask-day';
import { dayDone } from './days/day-done';
import { admit } from './saving';
import { wrongWith } from './wrong-with';

export interface LeftOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly unplanned?: true;
  readonly confirmed?: true;
  readonly approvedBy?: string;
  readonly approvedAs?: string;
  readonly iroConsulted?: string;
}

export function refuseContradiction(reason: string | undefined, options: LeftOptions): void {
  const wrong = contradiction(reason, options);
  if (wrong) throw new UsageError(...wrong);
}

/** The day as typed; asked for on a terminal, where it must be one on which care can have ended; else today. */
export async function leftCareOn(
  context: Context,
  unit: Unit,
  child: Child,
  { on }: LeftOptions,
): Promise<IsoDate> {
  if (on !== undefined || !canAsk(context)) return dayDone(context, on);
  const facts = factsOf(unit.db, child.id);
  return askNeededDay(context, {
    message: 'Left care on',
    lies: 'past',
    check: (day) =>
      wrongWith(() =>
        admit([{ on: day, kind: 'ceased-looked-after', attributes: {} }], facts, child, context, unit),
      ),
  });
}

/** The reason code typed, or asked for if the day was; undefined if it is not said. */
export async function reasonFor(context: Context, options: LeftOptions): Promise<string | undefined> {
  const { on, reason: typed } = options;
  if (typed === undefined && (on !== undefined || !canAsk(context))) return undefined;
  const reason =
    typed === undefined
      ? await askChoice(
          context,
          'Why did care end?',
          codesOf('reason-ceased').map((value) => ({ name: codeWords('reason-ceased', value), value })),
        )
      : codeTyped('reason-ceased', '--reason', typed);
  refuseContradiction(reason, options);
  return reason;
}

/** What is recorded of an ending, and what is worth saying of it. */
interface Said {
  readonly attributes: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

const NOTHING: Said = { attributes: {}, notes: [] };

/** Whether the last review confirmed the ending: as typed, as the reason says, or asked; else not recorded. */
export async function plannedOrNot(
  context: Context,
  unit: Unit,
  { id, ref, born }: Child,
  on: IsoDate,
  reason: string | undefined,
  options: LeftOptions,
): Promise<Said> {
  const answer = await plannedAnswer(context, reason, options);
  if (answer === 'confirmed') {
    return {
      attributes: { 'confirmed-by-review': 'yes' },
      notes: wasReviewed(chronologyOf(factsOf(unit.db, id), born), on)
        ? []
        : ['No review of this period of care is recorded that could have confirmed it.'],
    };
  }
  if (answer !== 'unplanned') return NOTHING;
  const isReviewed = unit.engine.rules.some((rule) => isMetBy(rule, 'exit-review-held'));
  return {
    attributes: { unplanned: 'yes' },
    notes: [
      ...(options.unplanned || reason !== HOME_UNPLANNED ? [] : ['E4B says that nobody had planned it.']),
      ...(isReviewed
        ? [
            `The unplanned ending is to be reviewed. When it has been: irotool review hold ${ref} --exit --on DATE`,
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
  if (!canAsk(context)) return 'not recorded';
  return askChoice<Planned>(context, 'Had the last review confirmed it?', [
    { name: 'Yes, the last review confirmed it', value: 'confirmed' },
    reason === HOME_PLANNED
      ? { name: 'No, it did not', value: 'not recorded' }
      : { name: 'No, it was unplanned', value: 'unplanned' },
    { name: 'Not known', value: 'not recorded' },
  ]);
}

/** Who approved the ending: as typed, or asked if that is owed. */
export async function approvedBy(
  context: Context,
  { born }: Child,
  ending: Fact,
  facts: readonly StoredFact[],
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  const office = officeFor(chronologyOf(facts, born), ending.on);
  const approves = office === null ? 'a nominated officer (or the director)' : OFFICE_WORDS[office];
  const isAsked = (isNeeded || options.approvedAs !== undefined) && canAsk(context);
  const message = `Approved by (${approves}; leave empty if not yet)`;
  const name =
    filled(options.approvedBy, '--approved-by') ??
    ((isAsked && (await askText(context, { message, optional: true }))) || undefined);
  if (name === undefined) return NOTHING;
  const offices = Object.entries(OFFICE_WORDS).map(([value, words]) => ({ name: words, value }));
  const as =
    options.approvedAs ??
    (canAsk(context) ? await askChoice(context, 'In which office?', offices) : undefined);
  return {
    attributes: { 'approved-by': name, ...given({ 'approved-as': as }) },
    notes:
      as === undefined && isNeeded
        ? [`In which office it was approved is not recorded: it is for ${approves} (${REG_39}).`]
        : [],
  };
}

/** When the IRO was consulted: as typed, or asked if that is owed. */
export async function iroConsultedOn(
  context: Context,
  ending: Fact,
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  const typed =
    options.iroConsulted ??
    (isNeeded && canAsk(context)
      ? await askPastDay(context, 'When was the IRO consulted? (leave empty if not yet)')
      : undefined);
  if (typed === undefined) return NOTHING;
  const consulted = context.date(typed, '--iro-consulted', 'past');
  if (consulted > context.today) {
    throw new UserError(
      `${plainDate(consulted)} has not come yet. Nothing was saved.`,
      'Check --iro-consulted.',
    );
  }
  return {
    attributes: { 'iro-consulted': consulted },
    notes: consulted > ending.on ? ['The IRO was consulted after care had ended.'] : [],
  };
}
