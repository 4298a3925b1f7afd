/**
 * `review not-invite`: a child, parent or carer is not invited: why, how they are heard instead, and
 * when that is looked at again. The questions are asked one at a time. Code and no list of steps: a decision also moves
 * them on the review’s list, and ending it may put them back, as other children of the meeting allow.
 */

import { childNamed, filled } from '../../../cases/find';
import { asSomeone, type ListedWho, reviewList, theirName } from '../../../cases/meeting/participants';
import { type Who, whoNamed } from '../../../cases/people/who';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import type { Fact } from '../../../core/events/fact';
import { standingExclusions } from '../../../core/reviews/exclusions';
import { isOwedReasons } from '../../../core/reviews/who-should-come';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { record, sayLines } from '../../../recording/saving';
import { printNotInvited } from '../../../screens/not-invited';
import type { Child } from '../../../store/children';
import { askText, canAsk, requireFlags, type TextQuestion } from '../../../ui/prompts';
import { relisted } from '../participants/relist';
import { checkDate, lookAgainNote, lookAgainOffered, lookAgainTyped, reasonsSent } from './days';
import { lookedAgain } from './later';

export interface NotInviteOptions {
  readonly on?: string;
  readonly concern?: string;
  readonly tell?: string;
  readonly considered?: string;
  readonly views?: string;
  readonly iroConsulted?: string;
  readonly lookAgain?: string;
  readonly partOfMeeting?: true;
  readonly reasonsSent?: string;
  readonly lookedAt?: string;
  readonly why?: string;
}

const DECISION = ['concern', 'considered', 'views', 'iroConsulted'] as const;
const FLAGS = {
  concern: '--concern',
  considered: '--considered',
  views: '--views',
  iroConsulted: '--iro-consulted',
};

/** Runs `review not-invite REF [WHO]`. */
export async function notInvite(
  context: Context,
  [ref, typed]: readonly [string, string | undefined],
  options: NotInviteOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  if (typed === undefined) {
    if (Object.values(options).some((each) => each !== undefined)) {
      throw new UsageError(
        'Say who is not invited.',
        `Such as: irotool review not-invite ${child.ref} mother`,
      );
    }
    printNotInvited(context, unit, child);
    return undefined;
  }
  const isDecision = DECISION.some((name) => options[name] !== undefined) || options.partOfMeeting === true;
  const isLater = options.reasonsSent !== undefined || options.lookedAt !== undefined;
  if (!options.lookedAt && options.why !== undefined) {
    throw new UsageError('--why goes with --looked-at; the reasons are --concern and --considered.');
  }
  if ((isDecision || options.tell !== undefined) && options.lookedAt !== undefined) {
    throw new UsageError(
      'Looking at it again is not a new decision.',
      'Give --looked-at without the reasons.',
    );
  }
  if (!isDecision && isLater) await lookedAgain(context, unit, child, typed, options);
  else await decide(context, unit, child, typed, options, isDecision);
  return undefined;
}

async function decide(
  context: Context,
  unit: Unit,
  child: Child,
  typed: string,
  options: NotInviteOptions,
  isDecision: boolean,
): Promise<void> {
  const { reckoning } = reckoned(context, unit, child);
  const list = reviewList(unit, child, reckoning, context.today);
  const who = whoNamed(unit, child, typed, list.day);
  const someone = list.participants.find(({ ref }) => ref === who.ref);
  if (!someone || !isOwedReasons(asSomeone(who))) throw offTheList(child, who);
  const standing = standingExclusions(reckoning.story).find((each) => each.ref === who.ref);
  if (standing && !isDecision) {
    throw new UserError(
      `${child.ref}: it was decided on ${longDate(standing.decidedOn)} not to invite ${theirName(who)}.`,
      `Looked at again: --looked-at kept --look-again DATE, or --looked-at ended. Reasons sent: --reasons-sent DATE`,
    );
  }
  const on = dayDone(context, options.on);
  const answers = await theAnswers(
    context,
    child,
    someone,
    options,
    on,
    lookAgainOffered(context, unit, child, on),
  );
  const part = options.partOfMeeting ? 'some' : 'all';
  const forPart = options.partOfMeeting ? ' for part of the meeting' : '';
  const decision: Fact = {
    on,
    kind: 'not-invited',
    attributes: given({ ref: who.ref, part, ...answers.said }),
  };
  const recorded: Fact[] = [
    ...relisted(someone, on, options.partOfMeeting ? 'invited' : 'consulted'),
    decision,
    ...(answers.sentOn === null ? [] : [reasonsSent(child, who, on, answers.sentOn)]),
  ];
  sayLines(context, notesOn(child, someone, answers, standing?.decidedOn ?? null));
  const saved = await record(context, unit, {
    child,
    facts: recorded,
    heading: `${child.ref}: ${theirName(who)} is not invited${forPart}.`,
  });
  if (!saved) return;
  if (context.flags.json) return printNotInvited(context, unit, child);
  const again = answers.lookAgainBy === null ? 'on no fixed day' : `by ${longDate(answers.lookAgainBy)}`;
  context.print(`${child.ref}  ${who.ref}: not invited${forPart}; to be looked at again ${again}.`);
}

function offTheList({ ref }: Child, who: Who): UserError {
  return who.person === null
    ? new UserError(
        `${ref}: no review is held without ${who.called}.`,
        'Reasons are for a child, parent or carer.',
      )
    : new UserError(
        `${ref}: ${theirName(who)} is neither a parent nor a carer: others are taken off the list without this.`,
        `irotool review participants ${ref} --remove ${who.ref}`,
      );
}

interface Answers {
  readonly said: Record<string, string>;
  readonly lookAgainBy: IsoDate | null;
  readonly isOffered: boolean;
  readonly sentOn: IsoDate | null;
}

/** What is to be known of a decision: asked one at a time, or by flags. */
async function theAnswers(
  context: Context,
  child: Child,
  { who }: ListedWho,
  options: NotInviteOptions,
  on: IsoDate,
  offered: IsoDate | null,
): Promise<Answers> {
  requireFlags(
    context,
    DECISION.filter((name) => options[name] === undefined).map((name) => FLAGS[name]),
  );
  const asks = canAsk(context);
  const answer = async (
    name: (typeof DECISION)[number],
    message: string,
    more: Partial<TextQuestion> = {},
  ): Promise<string> => filled(options[name] ?? (await askText(context, { message, ...more })), FLAGS[name]);
  const concern = await answer('concern', 'What is the concern?');
  const considered = await answer(
    'considered',
    'What was considered instead (part of it, a supporter, two meetings)?',
  );
  const views = await answer(
    'views',
    `How will ${theirName(who)} be heard (letter, recording, separate meeting)?`,
  );
  const consulted = context.date(
    await answer('iroConsulted', 'When was the IRO consulted?', {
      check: (text) => checkDate(context, text, 'past'),
    }),
    '--iro-consulted',
    'past',
  );
  if (consulted > on) {
    throw new UserError(
      `${child.ref}: the IRO was consulted on ${plainDate(consulted)}, after ${plainDate(on)}, when it was decided. Nothing was saved.`,
      'The IRO is consulted first. Check --iro-consulted, or say with --on when it was decided.',
    );
  }
  const typedDay =
    options.lookAgain ??
    (asks
      ? await askText(context, {
          message: 'When will it be looked at again?',
          ...(offered === null ? { optional: true } : { offer: longDate(offered) }),
          check: (text) => checkDate(context, text, 'future'),
        })
      : '');
  const lookAgainBy = typedDay === '' ? offered : lookAgainTyped(context, child, typedDay, on);
  const typedSent =
    options.reasonsSent ??
    (asks
      ? await askText(context, {
          message: 'When were the written reasons sent? (empty: not yet)',
          optional: true,
          check: (text) => checkDate(context, text, 'past'),
        })
      : '');
  return {
    said: given({
      concern,
      tell: filled(options.tell, '--tell'),
      considered,
      views,
      consulted,
      by: lookAgainBy ?? undefined,
    }),
    lookAgainBy,
    isOffered: typedDay === '' && offered !== null,
    sentOn: typedSent === '' ? null : context.date(typedSent, '--reasons-sent', 'past'),
  };
}

function notesOn(child: Child, { who, role }: ListedWho, answers: Answers, before: IsoDate | null): string[] {
  const reasons =
    role === 'child'
      ? 'A child is presumed to come: this is for exceptional circumstances. The IRO speaks with the child before the review.'
      : role === 'parent' || who.person?.hasResponsibility
        ? 'This is for exceptional circumstances. A parent gets written reasons and another way to give their views (IRO Handbook, para 3.17), and the record of the review has those views.'
        : 'A carer gets a written explanation and another way to contribute.';
  return [
    `Note: ${reasons}`,
    ...(before === null ? [] : [`Note: it takes the place of the decision of ${longDate(before)}.`]),
    ...(answers.isOffered ? [lookAgainNote(answers.lookAgainBy!)] : []),
    ...(answers.sentOn === null
      ? [
          `Note: once the reasons are sent: irotool review not-invite ${child.ref} ${who.ref} --reasons-sent DATE`,
        ]
      : []),
  ];
}
