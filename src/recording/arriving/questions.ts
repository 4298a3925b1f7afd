/**
 * The questions of `new-review`: flags first, then, on a terminal, what is missing, one at a time
 * with sensible offers.
 */

import { type Answers, refuseInCare } from '../../cases/arrival';
import { filled, refuseApplicants, sexTyped } from '../../cases/find';
import { meetingWords } from '../../cases/meeting/in-words';
import type { Context, Unit } from '../../context';
import { dayObjection } from '../../core/checks/day-objection';
import { chronologyOf } from '../../core/engine/chronology';
import { LEGAL_STATUS_CODES } from '../../core/events/codes';
import { checkRef } from '../../core/events/reference';
import { ageOn, type IsoDate, longDate } from '../../core/time/dates';
import { readTime } from '../../core/time/typed-dates';
import { UsageError } from '../../errors';
import { codeWords } from '../../law/shipped';
import { checkMeeting, meetingTyped } from '../../recording/meeting-typed';
import { checkName, nameTyped } from '../../recording/name-typed';
import { wrongWith } from '../../recording/wrong-with';
import { type Child, findChild, listedChild } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, askText, type Choice, canAsk, requireFlags } from '../../ui/prompts';
import { askNeededDay, askPastDay } from '../days/ask-day';
import { askIro } from '../people/ask-iro';
import { beforeOf } from './before';
import { limitWords } from './limit';
import { type Responsible, responsibleTyped } from './responsible';

export interface NewReviewOptions {
  readonly ref?: string;
  readonly name?: string;
  readonly born?: string;
  readonly lookedAfter?: string;
  readonly sex?: string;
  readonly time?: string;
  readonly basis?: string;
  readonly series?: string;
  readonly placement?: string;
  readonly confidential?: true;
  readonly told?: string;
  readonly lastReview?: string;
  readonly number?: string;
  readonly code?: string;
  readonly alreadyInCare?: true;
  readonly iro?: string;
  readonly socialWorker?: string;
  readonly team?: string;
  readonly sibling?: string;
  readonly responsible?: string;
  readonly meeting?: string;
  readonly venue?: string;
  readonly mode?: string;
  readonly new?: true;
}

/** What was typed, and what was asked for. Where nobody can be asked, the missing flags are named. */
export async function askedFor(
  context: Context,
  unit: Unit,
  options: NewReviewOptions,
): Promise<Answers & { readonly responsible: readonly Responsible[] }> {
  const typed = options.ref === undefined ? undefined : checkedRef(options.ref);
  if (typed !== undefined) refuseApplicants(unit.db, typed);
  const known = typed === undefined ? undefined : findChild(unit.db, typed);
  // Before a long row of questions, not after it.
  if (known) refuseInCare(unit, known);
  requireFlags(context, missingFlags(context, options, known));
  const interview = canAsk(context) && options.lookedAfter === undefined;
  const { talk } = context;
  talk.total = missingFlags(context, options, known).filter((flag) => flag !== '--yes').length;
  if (interview) talk.total += ASKED.filter((name) => options[name] === undefined).length;
  const ref = typed ?? (await askText(context, { message: 'Reference', check: refCheck(unit) }));
  const child = known ?? findChild(unit.db, ref);
  if (child) {
    const again = listedChild(unit.db, child.id).since === null ? 'a' : 'a new';
    context.say(`${child.ref} is recorded already: ${again} period of care begins.`);
  }
  const name =
    options.name ??
    child?.name ??
    (await askText(context, { message: 'Name', check: checkName, isName: true }));
  const born = await bornOn(context, options.born ?? child?.born ?? undefined);
  const lookedAfter = await date(context, options.lookedAfter, {
    flag: '--looked-after',
    message: 'Looked after from',
    check: (on) =>
      dayObjection(
        { on, kind: 'became-looked-after', attributes: {} },
        chronologyOf(child ? factsOf(unit.db, child.id) : [], born),
        ref,
        context.today,
      )?.what ?? true,
  });
  const before = await beforeOf(context, options, { born, lookedAfter });
  // Of a child whose earlier reviews are typed the next one hangs on these.
  const since = before ? null : { ref, born, lookedAfter };
  const rest = interview ? await interviewed(context, unit, options, ref, since) : options;
  return {
    ref,
    name: nameTyped(name, '--name'),
    born,
    lookedAfter,
    sex: sexTyped(rest.sex),
    time: rest.time === undefined ? undefined : checkedTime(rest.time),
    basis: rest.basis?.toUpperCase(),
    series: filled(rest.series, '--series'),
    placement: filled(rest.placement, '--placement'),
    confidential: rest.confidential,
    // The unit was told of one who was in care before when it began to keep the record.
    told: rest.told !== undefined ? context.date(rest.told, '--told', 'past') : before && context.today,
    before,
    iro: nameTyped(rest.iro, '--iro'),
    socialWorker: nameTyped(rest.socialWorker, '--social-worker'),
    team: nameTyped(rest.team, '--team'),
    sibling: rest.sibling,
    responsible: rest.responsible === undefined ? [] : responsibleTyped(rest.responsible),
    meeting: rest.meeting === undefined ? undefined : meetingTyped(context, rest.meeting),
    venue: rest.venue,
    mode: rest.mode,
  };
}

function bornOn(context: Context, typed: string | undefined): Promise<IsoDate> {
  const question = {
    flag: '--born',
    message: 'Date of birth',
    check: (on: IsoDate) => notYet18(on, context.today),
    // Caught here it can be typed again. Someone who has turned 18 meanwhile: --born.
    echo: (on: IsoDate) => `, aged ${ageOn(on, context.today)}`,
  };
  return date(context, typed, question);
}

const notYet18 = (born: IsoDate, on: IsoDate): string | true =>
  ageOn(born, on) >= 18 ? `The child was 18 by ${longDate(on)}.` : true;

function missingFlags(context: Context, options: NewReviewOptions, known: Child | undefined): string[] {
  const needed: [string, unknown][] = [
    ['--ref', options.ref],
    ['--name', options.name ?? known?.name ?? undefined],
    ['--born', options.born ?? known?.born ?? undefined],
    ['--looked-after', options.lookedAfter],
  ];
  const missing = needed.filter(([, value]) => value === undefined).map(([flag]) => flag);
  // Saving unseen needs the person's word for it, but only once there is something to save.
  return missing.length === 0 && !context.flags.yes ? ['--yes'] : missing;
}

function refCheck(unit: Unit): (text: string) => string | true {
  return (text) =>
    wrongWith(() => {
      refuseApplicants(unit.db, text);
      const child = findChild(unit.db, text);
      if (child) refuseInCare(unit, child);
      else checkedRef(text);
    });
}

function checkedRef(text: string): string {
  const ref = text.trim();
  const checked = checkRef(ref);
  if (checked !== true) throw new UsageError(`--ref: that cannot be a reference. ${checked}`);
  return ref;
}

function checkedTime(text: string): string {
  const time = readTime(text);
  if (time === null) throw new UsageError(`--time: "${text}" is not a time.`, 'Type it as 16:30 or 4.30pm.');
  return time;
}

interface DateQuestion {
  readonly flag: string;
  readonly message: string;
  readonly check: (on: IsoDate) => string | true;
  /** What is said after the date. */
  readonly echo?: (on: IsoDate) => string;
}

/** A day that has come, from its flag or asked for, and echoed with its weekday. */
async function date(
  context: Context,
  typed: string | undefined,
  { flag, ...question }: DateQuestion,
): Promise<IsoDate> {
  if (typed !== undefined) return context.date(typed, flag, 'past');
  return askNeededDay(context, { ...question, lies: 'past' });
}

const ASKED = [
  ...['basis', 'told', 'placement', 'socialWorker', 'team', 'sibling', 'responsible', 'iro', 'meeting'],
] as (keyof NewReviewOptions)[];

/** The optional questions, asked only in the course of an interview. */
async function interviewed(
  context: Context,
  unit: Unit,
  options: NewReviewOptions,
  ref: string,
  since: Pick<Answers, 'ref' | 'born' | 'lookedAfter'> | null,
): Promise<NewReviewOptions> {
  const text = async (given: string | undefined, message: string, check?: (typed: string) => string | true) =>
    given ??
    ((await askText(context, { message, optional: true, ...(check ? { check } : {}) })) || undefined);
  const basis = options.basis ?? (await askChoice(context, 'Legal basis', basisChoices()));
  if (basis === 'V2' && options.time === undefined) context.talk.total++;
  const time =
    basis === 'V2'
      ? await text(options.time, 'Time, if known', (typed) => wrongWith(() => checkedTime(typed)))
      : options.time;
  const told = options.told ?? (await askPastDay(context, 'The unit was told on'));
  const placement = await text(options.placement, 'Placement (a code or words)');
  const socialWorker = await text(options.socialWorker, 'Social worker', checkName);
  const team = await text(options.team, 'Team', checkName);
  const sibling = await text(options.sibling, 'A brother or sister (reference)', (typed) =>
    findChild(unit.db, typed) ? true : `There is no child "${typed}". Leave it empty if there is none.`,
  );
  const responsible =
    options.responsible ??
    ((await askText(context, {
      message: 'Who has parental responsibility? (mother Jane Roe, father …; Enter: later)',
      optional: true,
      isName: true,
      check: (typed) => wrongWith(() => responsibleTyped(typed)),
    })) ||
      undefined);
  const iro = options.iro ?? (await askIro(context, unit, ref, sibling));
  const limit =
    since && options.meeting === undefined && limitWords(unit, { ...since, basis }, context.today);
  if (limit) context.say(limit);
  const meeting = await text(options.meeting, 'Meeting (day and time), if fixed', (typed) =>
    checkMeeting(context, typed),
  );
  if (options.meeting === undefined && meeting !== undefined) {
    context.say(`  → ${meetingWords(meetingTyped(context, meeting))}`);
  }
  if (meeting !== undefined && options.venue === undefined) context.talk.total++;
  const venue = meeting === undefined ? options.venue : await text(options.venue, 'Where');
  return {
    ...options,
    basis,
    ...(time === undefined ? {} : { time }),
    ...(told === undefined ? {} : { told }),
    ...(placement === undefined ? {} : { placement }),
    ...(socialWorker === undefined ? {} : { socialWorker }),
    ...(team === undefined ? {} : { team }),
    ...(sibling === undefined ? {} : { sibling }),
    ...(responsible === undefined ? {} : { responsible }),
    ...(iro === undefined ? {} : { iro }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(venue === undefined ? {} : { venue }),
  };
}

function basisChoices(): Choice<string>[] {
  const codes = ['V2', ...LEGAL_STATUS_CODES.filter((code) => code !== 'V2')];
  return codes.map((code) => ({ name: codeWords('legal-status', code), value: code }));
}
