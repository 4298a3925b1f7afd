/**
 * `review before-change`: a change is proposed that a review must come before. `review no-meeting`:
 * in long-term fostering, reviews without a meeting.
 */

import { childNamed, filled } from '../../../cases/find';
import { reckoned } from '../../../cases/reckoned';
import { tagsTyped } from '../../../cases/someone';
import { calledOf, everyoneIn } from '../../../cases/who';
import type { Context, Unit } from '../../../context';
import type { ChangeKind } from '../../../core/engine/changes';
import { meetingMayBeLeftOutFrom } from '../../../core/engine/long-term-fostering';
import type { Story } from '../../../core/engine/moment';
import { isOpen, standable, standingOn } from '../../../core/engine/standing';
import { CHANGE_KINDS } from '../../../core/events/codes';
import type { EventPattern, Fact } from '../../../core/events/fact';
import { CHANGE_WORDS } from '../../../core/reviews/early';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import type { Child } from '../../../store/children';
import { askChoice, askText, requireFlags } from '../../../ui/prompts';
import { listed } from '../../../ui/words';
import { askDay, askWords } from '../../ask-day';
import { dayDone } from '../../day-done';
import { given } from '../../meeting';
import { record, sayLines } from '../../saving';
import { choiceTyped } from '../choice-typed';
import { changeWithdrawn } from './withdrawn';

export interface ChangeOptions {
  readonly on?: string;
  readonly kind?: string;
  readonly by?: string;
  readonly about?: string;
  readonly withdrawn?: true;
  readonly why?: string;
}

/** Runs `review before-change REF --kind KIND [--by D] [--about TEXT]`, or `… --withdrawn [--kind KIND]`. */
export async function beforeChange(
  context: Context,
  [ref]: readonly [string],
  options: ChangeOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const typed = choiceTyped('change-proposed', 'kind', '--kind', options.kind) as ChangeKind | undefined;
  const on = dayDone(context, options.on);
  if (options.withdrawn) return changeWithdrawn(context, unit, child, typed, on, options);
  if (options.why !== undefined) {
    throw new UsageError('--why goes with --withdrawn.', 'What is proposed, in words: --about "…"');
  }
  const { kind, byTyped, about } = await changeTyped(context, typed, options);
  const by = byTyped === undefined ? undefined : context.date(byTyped, '--by', 'future');
  if (by !== undefined && by < on) {
    throw new UserError(
      `${child.ref}: a change on ${longDate(by)} cannot be proposed on ${longDate(on)}. Nothing was saved.`,
      'Check --by and --on.',
    );
  }
  const { words, at } = CHANGE_WORDS[kind];
  const when = by === undefined ? '' : ` for ${longDate(by)}`;
  const fact: Fact = { on, kind: 'change-proposed', attributes: given({ kind, by, about }) };
  const { meeting } = reckoned(context, unit, child).reckoning.standing;
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: ${words} is proposed${when}. A review is to be held before it (Care Planning Regulations 2010, ${at}).`,
    notes: planNotes(child, meeting, by),
  });
  if (!saved) return undefined;
  context.print(`${child.ref}  change proposed${when}: a review comes first.`);
  if (meeting === null) {
    sayLines(context, [
      `It stays on the list until a review is held. To plan one: irotool review plan ${child.ref}`,
    ]);
  }
  return undefined;
}

async function changeTyped(
  context: Context,
  typed: ChangeKind | undefined,
  options: ChangeOptions,
): Promise<{ kind: ChangeKind; byTyped: string | undefined; about: string | undefined }> {
  const about = filled(options.about, '--about');
  if (typed !== undefined) return { kind: typed, byTyped: options.by, about };
  requireFlags(context, ['--kind']);
  const kind = await askChoice(
    context,
    'What is proposed?',
    CHANGE_KINDS.map((value) => ({ name: CHANGE_WORDS[value].words, value })),
  );
  const byTyped = options.by ?? (await askDay(context, 'On which day is it to happen?'));
  const said = about ?? (await askWords(context, 'In words'));
  return { kind, byTyped, about: said };
}

function planNotes(child: Child, meeting: IsoDate | null, by: IsoDate | undefined): string[] {
  if (meeting === null) return [];
  if (by === undefined || meeting <= by) return [`A review is planned for ${longDate(meeting)}.`];
  return [
    `The review is planned for ${longDate(meeting)}, after the day of the change. Plan it again (irotool review plan ${child.ref}), or let the change wait.`,
  ];
}

export interface NoMeetingOptions {
  readonly on?: string;
  readonly factors?: string;
  readonly consulted?: string;
}

/** Runs `review no-meeting REF --factors TEXT [--consulted child,iro]`. */
export async function noMeeting(
  context: Context,
  [ref]: readonly [string],
  options: NoMeetingOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const { reckoning } = reckoned(context, unit, child);
  refuseUnlessLongTerm(child, reckoning.story, on);
  requireFlags(context, options.factors === undefined ? ['--factors'] : []);
  const factors = filled(
    options.factors ?? (await askText(context, { message: 'What led to it, as the care plan has it?' })),
    '--factors',
  );
  const consulted = tagsTyped(unit, child, options.consulted, on);
  const yearly = reckoning.duties.find(
    (duty) => duty.rule.metBy.some(isMeeting) && isOpen(standingOn(standable(duty), context.today)),
  );
  const attributes = given({ factors, consulted: consulted.length === 0 ? undefined : consulted.join(',') });
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'meeting-not-needed', attributes }],
    heading: `${child.ref}: in long-term fostering for over a year, reviews need a meeting only yearly (decided on ${longDate(on)}; Children Act 1989 guidance, volume 2, para 4.17).`,
    notes: [
      `The reviews themselves go on every six months, and one a year at least is a meeting${yearly ? `: the next by ${longDate(yearly.due)}` : ''}.`,
      ...consultNote(unit, child, consulted, on),
      'What led to it belongs in the care plan.',
    ],
  });
  if (saved) context.print(`${child.ref}  reviews need a meeting only yearly: recorded.`);
  return undefined;
}

function refuseUnlessLongTerm(child: Child, story: Story, on: IsoDate): void {
  const from = meetingMayBeLeftOutFrom(story, on);
  if (from === null) {
    throw new UserError(
      `${child.ref} is not recorded as in designated long-term fostering on ${plainDate(on)}, so its reviews need their meetings (Children Act 1989 guidance, volume 2, para 4.17). Nothing was saved.`,
      `If so: irotool record ${child.ref} long-term-foster-designated --on DATE`,
    );
  }
  if (on < from) {
    throw new UserError(
      `${child.ref}: the long-term foster placement is not yet more than a year old. Reviews may do without a meeting from ${longDate(from)} (Children Act 1989 guidance, volume 2, para 4.17). Nothing was saved.`,
      `To see the placement: irotool child show ${child.ref}`,
    );
  }
}

function consultNote(unit: Unit, child: Child, consulted: readonly string[], on: IsoDate): string[] {
  const missing = ['child', 'iro'].filter((ref) => !consulted.includes(ref));
  if (missing.length === 0) return [];
  const everyone = everyoneIn(unit, child, on);
  return [
    `The child and the IRO are to be consulted on it. Not recorded as consulted: ${listed(missing.map((ref) => calledOf(everyone, ref)))}.`,
  ];
}

/** A review that must be a meeting. */
const isMeeting = ({ kind, key, value }: EventPattern): boolean =>
  kind === 'review-held' && key === 'meeting' && value === 'yes';
