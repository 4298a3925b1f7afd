/** `child left`: the end of a period of care, and that it was confirmed, approved and the IRO consulted. */
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate, plainDate } from '../../core/dates';
import { needsApproval, OFFICE_WORDS, type Office, officeFor, REG_39, wasReviewed } from '../../core/ending';
import type { Fact } from '../../core/events';
import { didYouMean, UsageError, UserError } from '../../errors';
import { shippedLaw } from '../../law/shipped';
import type { Child } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';
import { childNamed, filled } from '../find';
import { given } from '../meeting';
import { record } from '../saving';
import { type LeftOptions, recordedLater } from './left-later';

/** What is recorded of an ending, and what is worth saying of it. */
interface Said {
  readonly attributes: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Runs `child left REF`: the end of a period of care. */
export async function left(
  context: Context,
  [ref]: readonly [string],
  options: LeftOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  checkTyped(options);
  if (await recordedLater(context, unit, child, options)) return undefined;
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.approvedAs !== undefined && options.approvedBy === undefined ? ['--approved-by'] : []),
  ]);
  const on = context.date(
    options.on ?? (await askText(context, { message: 'Left care on', offer: 'today' })),
    '--on',
    'past',
  );
  const reason = await reasonFor(context, options);
  const planned = await plannedOrNot(context, unit, child, on, reason, options);
  const bare: Fact = {
    on,
    kind: 'ceased-looked-after',
    attributes: { ...given({ reason }), ...planned.attributes },
  };
  const approval = await approvalOf(context, unit, child, bare, options);
  const facts: Fact[] = [{ ...bare, attributes: { ...bare.attributes, ...approval.attributes } }];
  // Adopted: the order ends the adoption clock too.
  if (reason === 'E11' || reason === 'E12')
    facts.unshift({ on, kind: 'adoption-order-made', attributes: {} });
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref} ceased to be looked after on ${longDate(on)}.`,
    notes: [...planned.notes, ...approval.notes],
  });
  if (saved) context.print(`${child.ref}  left care on ${longDate(on)}: recorded.`);
  return undefined;
}

const isOffice = (text: string): text is Office => Object.hasOwn(OFFICE_WORDS, text);

function checkTyped({ confirmed, unplanned, approvedAs }: LeftOptions): void {
  if (confirmed && unplanned) {
    throw new UsageError(
      '--confirmed and --unplanned exclude each other: the last review confirmed it or not.',
    );
  }
  if (approvedAs !== undefined && !isOffice(approvedAs)) {
    throw new UsageError(`--approved-as is nominated-officer or director; not "${approvedAs}".`);
  }
}

async function reasonFor(context: Context, options: LeftOptions): Promise<string | undefined> {
  const labels = shippedLaw().codes['reason-ceased'] ?? {};
  const codes = Object.keys(labels).filter((code) => code !== 'X1' && !labels[code]!.old);
  if (options.reason !== undefined) {
    const code = options.reason.toUpperCase();
    if (codes.includes(code)) return code;
    throw new UsageError(
      `--reason: there is no code "${options.reason}".${didYouMean(options.reason, codes)}`,
      `The codes are ${codes.join(', ')}.`,
    );
  }
  if (options.on !== undefined) return undefined;
  return askChoice(
    context,
    'Why did care end?',
    codes.map((code) => ({ name: `${labels[code]!.label} (${code})`, value: code })),
  );
}

const DIED = 'E2';
const NONE_TO_CONFIRM = 'No review of this period of care is recorded that could have confirmed it.';

/** Whether the last review confirmed the ending: as typed or asked; else not recorded. */
async function plannedOrNot(
  context: Context,
  unit: Unit,
  child: Child,
  on: IsoDate,
  reason: string | undefined,
  options: LeftOptions,
): Promise<Said> {
  let answer = options.confirmed ? 'confirmed' : options.unplanned ? 'unplanned' : 'not recorded';
  if (answer === 'not recorded' && reason !== DIED && canAsk(context)) {
    answer = await askChoice(context, 'Had the last review confirmed it?', [
      { name: 'Yes, the last review confirmed it', value: 'confirmed' },
      { name: 'No, it was unplanned', value: 'unplanned' },
      { name: 'Not known', value: 'not recorded' },
    ]);
  }
  if (answer === 'confirmed') {
    const { id, born } = child;
    const none = wasReviewed(factsOf(unit.db, id), born, on) ? [] : [NONE_TO_CONFIRM];
    return { attributes: { 'confirmed-by-review': 'yes' }, notes: none };
  }
  if (answer !== 'unplanned') return { attributes: {}, notes: [] };
  const isReviewed = unit.engine.briefs.has('exit-review');
  return {
    attributes: { unplanned: 'yes' },
    notes: isReviewed
      ? [`The unplanned ending is to be reviewed. When it has been: irotool review hold ${child.ref} --exit`]
      : [],
  };
}

/** Who approved the ending, and when the IRO was consulted; `awaited` where that is owed and not said. */
async function approvalOf(
  context: Context,
  unit: Unit,
  child: Child,
  ending: Fact,
  options: LeftOptions,
): Promise<Said> {
  const facts = factsOf(unit.db, child.id);
  const isNeeded = needsApproval(ending, facts, child.born, (from, to) =>
    unit.engine.calendars.statutory.workingDaysBetween(from, to),
  );
  const isKnown = (kind: string): boolean => isRecorded(kind, ending, facts);
  const approval = isNeeded && !isKnown('ending-approved');
  const consultation = isNeeded && !isKnown('iro-consulted-on-ending');
  const approved = await approvedBy(context, child, ending, facts, approval, options);
  const consulted = await consultedOn(context, child, ending, consultation, options);
  return {
    attributes: { ...approved.attributes, ...consulted.attributes },
    notes: [...approved.notes, ...consulted.notes],
  };
}

/** Recorded of its own already, since care last began. */
function isRecorded(kind: string, ending: Fact, facts: readonly StoredFact[]): boolean {
  const began = facts
    .filter((fact) => fact.kind === 'became-looked-after' && fact.on <= ending.on)
    .reduce<IsoDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
  return facts.some((fact) => fact.kind === kind && began !== null && fact.on >= began);
}

async function approvedBy(
  context: Context,
  { ref, born }: Child,
  ending: Fact,
  facts: readonly StoredFact[],
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  const office = officeFor(facts, born, ending.on);
  const approves = office === null ? 'a nominated officer (or the director)' : OFFICE_WORDS[office];
  let name = filled(options.approvedBy, '--approved-by');
  if (name === undefined && (isNeeded || options.approvedAs !== undefined) && canAsk(context)) {
    name =
      (await askText(context, {
        message: `Approved by (${approves}; leave empty if not yet)`,
        optional: true,
      })) || undefined;
  }
  if (name === undefined) {
    if (!isNeeded) return { attributes: {}, notes: [] };
    const as = office === null ? '' : ` --approved-as ${office}`;
    return {
      attributes: { approval: 'awaited' },
      notes: [
        `${whenApproved(office)} ${approves} approves that it ends (${REG_39}), and that is not recorded. When it is: irotool child left ${ref} --approved-by NAME${as}`,
      ],
    };
  }
  const as =
    options.approvedAs ??
    (canAsk(context)
      ? await askChoice(
          context,
          'In which office?',
          Object.entries(OFFICE_WORDS).map(([value, words]) => ({ name: words, value })),
          office ?? 'nominated-officer',
        )
      : undefined);
  return {
    attributes: { 'approved-by': name, ...given({ 'approved-as': as }) },
    notes:
      as === undefined && isNeeded
        ? [`In which office it was approved is not recorded: it is for ${approves} (${REG_39}).`]
        : [],
  };
}

const whenApproved = (office: Office | null): string =>
  office === 'director'
    ? 'Of a child of 16 or 17 who is not under a care order'
    : 'After 20 working days or more in care';

async function consultedOn(
  context: Context,
  { ref }: Child,
  ending: Fact,
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  let typed = options.iroConsulted;
  if (typed === undefined && isNeeded && canAsk(context)) {
    typed =
      (await askText(context, {
        message: 'When was the IRO consulted? (leave empty if not yet)',
        optional: true,
      })) || undefined;
  }
  if (typed === undefined) {
    if (!isNeeded) return { attributes: {}, notes: [] };
    return {
      attributes: { consultation: 'awaited' },
      notes: [
        `The IRO is consulted before care ends (${REG_39}), and that is not recorded. When it is: irotool child left ${ref} --iro-consulted DATE`,
      ],
    };
  }
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
