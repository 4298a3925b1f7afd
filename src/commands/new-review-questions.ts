/**
 * The questions of `new-review`: flags first, then, on a terminal, what is missing, one at a time
 * with sensible offers.
 */

import type { Context, Unit } from '../context';
import { ageOn, type IsoDate, type Lean, longDate, readDate, readTime } from '../core/dates';
import { LEGAL_STATUS_CODES } from '../core/events';
import { UsageError } from '../errors';
import { shippedLaw } from '../law/shipped';
import { findChild, listedChild } from '../store/children';
import { caseloads } from '../store/people';
import { askChoice, askText, type Choice, canAsk, requireFlags } from '../ui/prompts';
import { count } from '../ui/words';
import type { Answers } from './admission';
import { meetingTyped, readMeeting } from './meeting';

export interface NewReviewOptions {
  readonly ref?: string;
  readonly name?: string;
  readonly born?: string;
  readonly lookedAfter?: string;
  readonly sex?: string;
  readonly time?: string;
  readonly basis?: string;
  readonly placement?: string;
  readonly confidential?: true;
  readonly told?: string;
  readonly iro?: string;
  readonly socialWorker?: string;
  readonly team?: string;
  readonly sibling?: string;
  readonly meeting?: string;
  readonly venue?: string;
  readonly mode?: string;
}

/** What was typed, and what was asked for. Where nobody can be asked, the missing flags are named. */
export async function askedFor(context: Context, unit: Unit, options: NewReviewOptions): Promise<Answers> {
  const known = options.ref === undefined ? undefined : findChild(unit.db, options.ref);
  requireFlags(context, missingFlags(context, options, known !== undefined));
  const interview = canAsk(context) && options.lookedAfter === undefined;
  const ref = checkedRef(options.ref ?? (await askText(context, { message: 'Reference', check: checkRef })));
  const child = known ?? findChild(unit.db, ref);
  const name = options.name ?? child?.name ?? (await askText(context, { message: 'Name' }));
  const born = await date(
    context,
    options.born ?? child?.born ?? undefined,
    '--born',
    'Date of birth',
    'past',
  );
  const lookedAfter = await date(
    context,
    options.lookedAfter,
    '--looked-after',
    'Looked after from',
    'past',
    (on) =>
      on < born
        ? 'That is before the date of birth.'
        : ageOn(born, on) >= 18
          ? 'The child was 18 by then.'
          : true,
  );
  const rest = interview ? await interviewed(context, unit, options, ref) : options;
  return {
    ref,
    name: name.trim(),
    born,
    lookedAfter,
    sex: rest.sex?.toUpperCase(),
    time: rest.time === undefined ? undefined : checkedTime(rest.time),
    basis: rest.basis?.toUpperCase(),
    placement: rest.placement,
    confidential: rest.confidential,
    told: rest.told === undefined ? undefined : context.date(rest.told, '--told', 'past'),
    iro: filled(rest.iro, '--iro'),
    socialWorker: filled(rest.socialWorker, '--social-worker'),
    team: filled(rest.team, '--team'),
    sibling: rest.sibling,
    meeting: rest.meeting === undefined ? undefined : meetingTyped(context, rest.meeting),
    venue: rest.venue,
    mode: rest.mode,
  };
}

function missingFlags(context: Context, options: NewReviewOptions, isKnown: boolean): string[] {
  const needed: [string, unknown][] = [
    ['--ref', options.ref],
    ['--name', options.name ?? (isKnown || undefined)],
    ['--born', options.born ?? (isKnown || undefined)],
    ['--looked-after', options.lookedAfter],
  ];
  const missing = needed.filter(([, value]) => value === undefined).map(([flag]) => flag);
  // Saving unseen needs the person's word for it, but only once there is something to save.
  return missing.length === 0 && !context.flags.yes ? ['--yes'] : missing;
}

const checkRef = (text: string): string | true =>
  /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(text)
    ? true
    : 'Letters, figures and . _ / - only, without spaces.';

function checkedRef(text: string): string {
  const ref = text.trim();
  const checked = checkRef(ref);
  if (checked !== true) throw new UsageError(`--ref "${ref}" cannot be a reference.`, checked);
  return ref;
}

function checkedTime(text: string): string {
  const time = readTime(text);
  if (time === null) throw new UsageError(`--time: "${text}" is not a time.`, 'Type it as 16:30 or 4.30pm.');
  return time;
}

function filled(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined;
  if (text.trim() === '') throw new UsageError(`${flag} is empty.`);
  return text.trim();
}

async function date(
  context: Context,
  typed: string | undefined,
  flag: string,
  message: string,
  lean: Lean,
  check: (on: IsoDate) => string | true = () => true,
): Promise<IsoDate> {
  if (typed !== undefined) return context.date(typed, flag, lean);
  const answer = await askText(context, {
    message,
    check: (text) => {
      const on = readDate(text, context.today, lean);
      if (on === null) return 'Type it as 13/3/2026 or 13/3.';
      return on > context.today ? 'That day has not come yet.' : check(on);
    },
  });
  const on = readDate(answer, context.today, lean)!;
  context.say(`  → ${longDate(on)}`);
  return on;
}

/** The optional questions, asked only in the course of an interview. */
async function interviewed(
  context: Context,
  unit: Unit,
  options: NewReviewOptions,
  ref: string,
): Promise<NewReviewOptions> {
  const text = async (given: string | undefined, message: string, check?: (typed: string) => string | true) =>
    given ??
    ((await askText(context, { message, optional: true, ...(check ? { check } : {}) })) || undefined);
  const isDate = (typed: string): string | true =>
    readDate(typed, context.today, 'past') ? true : 'Type it as 13/3/2026 or 13/3.';
  const basis = options.basis ?? (await askChoice(context, 'Legal basis', basisChoices(), 'V2'));
  const time =
    basis === 'V2'
      ? await text(options.time, 'Time, if known', (typed) =>
          readTime(typed) ? true : 'Type it as 16:30 or 4.30pm.',
        )
      : options.time;
  const told = await text(options.told, 'The unit was told on', isDate);
  const placement = await text(options.placement, 'Placement (a code or words)');
  const socialWorker = await text(options.socialWorker, 'Social worker');
  const team = await text(options.team, 'Team');
  const sibling = await text(options.sibling, 'A brother or sister (reference)', (typed) =>
    findChild(unit.db, typed) ? true : `There is no child "${typed}". Leave it empty if there is none.`,
  );
  const iro = options.iro ?? (await askIro(context, unit, ref, sibling));
  const meeting = await text(options.meeting, 'Meeting (day and time), if fixed', (typed) =>
    readMeeting(typed, context.today) ? true : 'Type it as 9/4 4.30pm.',
  );
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
    ...(iro === undefined ? {} : { iro }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(venue === undefined ? {} : { venue }),
  };
}

function basisChoices(): Choice<string>[] {
  const labels = shippedLaw().codes['legal-status'] ?? {};
  const codes = ['V2', ...LEGAL_STATUS_CODES.filter((code) => code !== 'V2')];
  return codes.map((code) => ({ name: `${labels[code]?.label ?? code} (${code})`, value: code }));
}

export interface Suggestion {
  readonly name: string;
  readonly why: string;
}

/**
 * Who to suggest: a brother's or sister's IRO, then the child's own earlier one, then whoever has
 * the lightest caseload.
 */
export function suggestIro(unit: Unit, ref: string, sibling: string | undefined): Suggestion | undefined {
  const loads = caseloads(unit.db);
  const active = new Set(loads.map((load) => load.name));
  const of = (childRef: string | undefined): string | null => {
    const child = childRef === undefined ? undefined : findChild(unit.db, childRef);
    const iro = child && listedChild(unit.db, child.id).iro;
    return iro && active.has(iro) ? iro : null;
  };
  const siblings = of(sibling);
  if (siblings) return { name: siblings, why: `as for ${sibling}` };
  const earlier = of(ref);
  if (earlier) return { name: earlier, why: 'as before' };
  const lightest = loads[0];
  return (
    lightest && {
      name: lightest.name,
      why: `${count(lightest.children, 'child', 'children')}, the lightest caseload`,
    }
  );
}

async function askIro(
  context: Context,
  unit: Unit,
  ref: string,
  sibling: string | undefined,
): Promise<string | undefined> {
  const loads = caseloads(unit.db);
  const suggestion = suggestIro(unit, ref, sibling);
  const choices: Choice<string | null>[] = loads.map((load) => ({
    name: `${load.name} (${count(load.children, 'child', 'children')}${load.name === suggestion?.name ? `; suggested, ${suggestion.why}` : ''})`,
    value: load.name,
  }));
  choices.sort((a, b) => Number(b.value === suggestion?.name) - Number(a.value === suggestion?.name));
  const chosen = await askChoice<string | null>(
    context,
    'IRO',
    [...choices, { name: 'Someone new', value: '' }, { name: 'Not allocated yet', value: null }],
    suggestion?.name ?? '',
  );
  if (chosen === null) return undefined;
  return chosen === '' ? askText(context, { message: 'Name of the IRO' }) : chosen;
}
