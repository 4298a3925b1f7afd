/** What comes before care ends: that it was approved, by whom, and when the IRO was consulted. */

import { awaitedOf } from '../../../cases/ending/awaited';
import { filled } from '../../../cases/find';
import type { Context, Unit } from '../../../context';
import { OFFICE_WORDS, officeFor, REG_39 } from '../../../core/checks/ending';
import { chronologyOf } from '../../../core/engine/chronology';
import type { Fact } from '../../../core/events/fact';
import { plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import { askPastDay } from '../../../recording/ask-day';
import { given } from '../../../recording/meeting-typed';
import type { Child } from '../../../store/children';
import { factsOf, type StoredFact } from '../../../store/chronology';
import { askChoice, askText, canAsk } from '../../../ui/prompts';
import type { LeftOptions } from './later';
import type { Said } from './reason';

/** Who approved the ending, and when the IRO was consulted: as typed, or asked where that is owed. */
export async function approvalOf(
  context: Context,
  unit: Unit,
  child: Child,
  ending: Fact,
  options: LeftOptions,
): Promise<Said> {
  const facts = factsOf(unit.db, child.id);
  const awaited = awaitedOf(unit, child, ending, facts);
  const approved = await approvedBy(context, child, ending, facts, awaited.approval !== undefined, options);
  const consulted = await consultedOn(context, ending, awaited.consultation !== undefined, options);
  return {
    attributes: { ...approved.attributes, ...consulted.attributes },
    notes: [...approved.notes, ...consulted.notes],
  };
}

async function approvedBy(
  context: Context,
  { born }: Child,
  ending: Fact,
  facts: readonly StoredFact[],
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  const office = officeFor(chronologyOf(facts, born), ending.on);
  const approves = office === null ? 'a nominated officer (or the director)' : OFFICE_WORDS[office];
  let name = filled(options.approvedBy, '--approved-by');
  if (name === undefined && (isNeeded || options.approvedAs !== undefined) && canAsk(context)) {
    name =
      (await askText(context, {
        message: `Approved by (${approves}; leave empty if not yet)`,
        optional: true,
      })) || undefined;
  }
  if (name === undefined) return { attributes: {}, notes: [] };
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

async function consultedOn(
  context: Context,
  ending: Fact,
  isNeeded: boolean,
  options: LeftOptions,
): Promise<Said> {
  let typed = options.iroConsulted;
  if (typed === undefined && isNeeded && canAsk(context)) {
    typed = await askPastDay(context, 'When was the IRO consulted? (leave empty if not yet)');
  }
  if (typed === undefined) return { attributes: {}, notes: [] };
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
