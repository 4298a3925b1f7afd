/** What comes before care ends: that it was approved, by whom, and when the IRO was consulted. */
import type { Context, Unit } from '../../context';
import { type IsoDate, plainDate } from '../../core/dates';
import { needsApproval, OFFICE_WORDS, type Office, officeFor, REG_39 } from '../../core/ending';
import type { Fact } from '../../core/events';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import { askChoice, askText, canAsk } from '../../ui/prompts';
import { askPastDay } from '../ask-day';
import { filled } from '../find';
import { given } from '../meeting';
import type { LeftOptions } from './left-later';
import type { Said } from './left-reason';

/** Who approved the ending, and when the IRO was consulted; `awaited` where that is owed and not said. */
export async function approvalOf(
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
    typed = await askPastDay(context, 'When was the IRO consulted? (leave empty if not yet)');
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
