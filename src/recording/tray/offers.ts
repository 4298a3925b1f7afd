/** What can be done next with a row of the tray: two or three things, each the words of an ordinary command. */
import { disputeNamed } from '../../cases/dispute';
import { subjectNamed } from '../../cases/find';
import type { Meant } from '../../cases/last-list/meant';
import { invitationsOwed } from '../../cases/review/invitations-owed';
import type { Context, Unit } from '../../context';
import { needsMore } from '../../core/checks/owed';
import { stagesToCome } from '../../core/children/disputes';
import { readStory } from '../../core/engine/story';
import { specOf } from '../../core/events/fact';
import { type MeetingKind, meetingAsked } from '../../core/events/meetings';
import type { Rule } from '../../core/rules/rule';
import { birthday, type IsoDate, longDate } from '../../core/time/dates';
import { explainError, UserError } from '../../errors';
import { packSentBy } from '../../letters/pack/moments';
import { madeWhole } from '../../recording/next/made-whole';
import { inItsOwnTalk } from '../../recording/next/take-next';
import { planCommand } from '../../screens/due/planned';
import { commandFor } from '../../steps/next/command';
import { WHAT_HAPPENED } from '../../steps/next/meeting-passed';
import { childById } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { latenessOn } from '../../ui/lateness';
import { planCommandOf } from '../../ui/plan-words';
import { askLine } from '../../ui/prompts';
import { besidesOf, withBesides } from './brothers-and-sisters';
import { BACK, type Offer, plain, showing } from './offer';

/** What may have become of a meeting. */
const happened = (context: Context, unit: Unit, what: MeetingKind, refs: readonly string[]): Offer[] =>
  WHAT_HAPPENED[what].map(({ what: words, command, flag }) =>
    flag === undefined
      ? plain(words, ...command.split(' '), ...refs)
      : whole(context, unit, words, refs[0]!, `irotool ${command} ${refs[0]} ${flag}`),
  );

/** All that is to be done now, each asked for in its turn. */
export const inTurn = (ref: string): Offer =>
  plain('All that is next, one after the other', 'review', 'next', ref, '--all');

/**
 * With one row: children of one meeting are of one row. What can be done for brothers and sisters as well, of whom the
 * same is open, is offered so too.
 */
export function offersFor(context: Context, unit: Unit, meant: readonly Meant[]): Offer[] {
  const [{ child, review }] = meant as [Meant];
  const besides = besidesOf(context, unit, meant);
  return withBesides(offersOfRow(context, unit, meant), { ref: child.ref, review }, besides);
}

function offersOfRow(context: Context, unit: Unit, meant: readonly Meant[]): Offer[] {
  const [row] = meant as [Meant];
  const { kind, child, rule: id, own } = row;
  const refs = meant.map(({ child: each }) => each.ref);
  const meeting = kind === 'meeting' ? (id as MeetingKind) : meetingAsked(id);
  const { planned } = row;
  if (kind === 'meeting' && planned !== null && planned > context.today)
    return ofComing(context, unit, row, refs);
  if (meeting !== null) return happened(context, unit, meeting, refs);
  const open = showing('Open the child', child.kind === 'child' ? 'child' : 'irm', 'show', child.ref);
  const why = showing('Why this date', 'explain', child.ref, id);
  const rule = unit.engine.rules.find((each) => each.id === id);
  if (id === 'decisions-receipt') {
    const day = (): Promise<IsoDate | null> => askDay(context, 'Received on');
    return [
      ofDay('They were received', day, ['review', 'after', child.ref, '--received']),
      inTurn(child.ref),
      open,
    ];
  }
  if (id === 'dispute-informal' && own !== null) {
    return [
      plain('It was resolved', 'dispute', 'resolve', child.ref, own),
      ...nextStage(context, unit, child, own),
      showing('Show it', 'dispute', 'show', child.ref, own),
    ];
  }
  if (rule === undefined) return [showing('What to do next', 'review', 'next', child.ref), open];
  const brief = unit.engine.briefs.get(id);
  if (kind === 'plan' || brief?.meeting) return [...ofMeeting(context, unit, row), why];
  const isOfReview = ['before', 'after'].includes(specOf({ kind: rule.metBy[0]!.kind })?.belongs ?? '');
  return [...ofRule(context, unit, row, rule), why, ...(isOfReview ? [inTurn(child.ref)] : []), open].slice(
    0,
    4,
  );
}

/**
 * What a meeting meets, the likely first: before the day for which it is planned one writes the letters, or plans
 * another; from that day on it was held. One that is not planned is to be planned.
 */
function ofMeeting(context: Context, unit: Unit, { kind, child, rule: id, review, planned }: Meant): Offer[] {
  const brief = unit.engine.briefs.get(id)!;
  const meeting = brief.meeting ?? 'review';
  const held = brief.isAdoption
    ? plain('It was held', 'review', 'hold', child.ref, '--adoption')
    : happened(context, unit, meeting, [child.ref])[0]!;
  const plan = (what: string): Offer =>
    whole(context, unit, what, child.ref, planCommand({ child, rule: brief }));
  if (kind === 'plan') return [plan('Plan the meeting')];
  if (planned === null) return [plan('Plan the meeting'), held];
  if (planned <= context.today) return [held, plan('Plan another day')];
  const letters = invitationsOwed(context, unit, child.id, review)
    ? [plain('Write the letters', 'letter', 'pack', child.ref, '--moment', 'invitations')]
    : [];
  return [...(meeting === 'review' ? letters : []), plan('Plan another day'), held];
}

/** A meeting on a later day: its letters, another day, or the child. */
function ofComing(context: Context, unit: Unit, row: Meant, refs: readonly string[]): Offer[] {
  const { child, rule, review } = row;
  const meeting = rule as MeetingKind;
  const isInviting = meeting === 'review' && invitationsOwed(context, unit, child.id, review);
  return [
    ...(isInviting ? [plain('Write the letters', 'letter', 'pack', ...refs, '--moment', 'invitations')] : []),
    whole(context, unit, 'Plan another day', child.ref, planCommandOf(meeting, child.ref)),
    showing('Open the child', 'child', 'show', child.ref),
  ];
}

/** A dispute taken further, if there is a stage to come: with whom is asked, and said to be by the ladder. */
function nextStage(context: Context, unit: Unit, child: Meant['child'], own: string): Offer[] {
  const { id, born } = childById(unit.db, child.id)!;
  const dispute = disputeNamed(child.ref, readStory(factsOf(unit.db, id), born), unit.pack.stages ?? [], own);
  const [next] = stagesToCome(dispute);
  if (next === undefined) return [];
  const what = `Take it to the next stage: ${next.what}, with ${next.who}`;
  return [whole(context, unit, what, child.ref, `irotool dispute stage ${child.ref} ${own} --to "WHO"`)];
}

/** What meets a rule that no meeting meets. */
function ofRule(context: Context, unit: Unit, row: Meant, rule: Rule): Offer[] {
  const { child, own, review } = row;
  const [pattern] = rule.metBy;
  if (pattern!.kind === 'iro-allocated') return [plain('Choose an IRO', 'iro', 'allocate', child.ref)];
  const said = {
    review: '',
    ref: '',
    ...(pattern!.key !== undefined && { [pattern!.key]: pattern!.value! }),
  };
  if (!needsMore(rule, said)) {
    const moment = packSentBy(pattern!.kind);
    const letters =
      moment === undefined
        ? []
        : [plain('Write the letters', 'letter', 'pack', child.ref, '--moment', moment)];
    return [...letters, tickOf(context, unit, [row])];
  }
  const born = childById(unit.db, child.id)?.born ?? null;
  const isUnderFour = born !== null && context.today < birthday(born, 4);
  const command = commandFor(rule, { ref: child.ref, isUnderFour, which: own, review });
  return [whole(context, unit, 'Record it', child.ref, command)];
}

/** That rows were done, on a day that is asked. `numbers`: how they were typed, if they are several. */
export function tickOf(
  context: Context,
  unit: Unit,
  meant: readonly Meant[],
  numbers: readonly string[] = [],
): Offer {
  const [{ child, rule, review, own, due }] = meant as [Meant];
  const which = [
    ...(review === null ? [] : ['--review', String(review)]),
    ...(own === null ? [] : ['--which', own]),
  ];
  const words = numbers.length > 0 ? ['done', ...numbers] : ['done', child.ref, rule, ...which];
  const day = async (): Promise<IsoDate | null> => {
    const on = await askDay(context, 'Done on');
    if (on === null) return null;
    const late = due === null || on <= due ? '' : `, ${latenessOn(due, on, unit)}`;
    for (;;) {
      const yes = await askLine(context, `${longDate(on)}${meant.length > 1 ? '' : late}. Record it? y or n`);
      if (/^y(es)?$/i.test(yes)) return on;
      if (/^(no?|<)?$/i.test(yes)) break;
      context.say('Type y for yes or n for no.');
    }
    context.say('Nothing was recorded.');
    return null;
  };
  const what = meant.length > 1 ? `They were done, all ${meant.length} on one day` : 'It was done';
  return ofDay(what, day, [...words, '--on']);
}

/** `words` end with the flag of the day. */
const ofDay = (what: string, day: () => Promise<IsoDate | null>, words: readonly string[]): Offer => ({
  ...{ what, command: words.join(' ') },
  words: async () => {
    const on = await day();
    return on === null ? null : [...words, on];
  },
});

/** A day that has come: Enter is today. Null if the person goes back. */
export const askDay = (context: Context, message: string): Promise<IsoDate | null> =>
  askLeaning(context, `${message} [today]`, 'past', context.today);

/** A day that may lie ahead; null if the person goes back. */
export const askDayToCome = (context: Context, message: string): Promise<IsoDate | null> =>
  askLeaning(context, message, 'future', null);

async function askLeaning(
  context: Context,
  message: string,
  lean: 'past' | 'future',
  otherwise: IsoDate | null,
): Promise<IsoDate | null> {
  for (;;) {
    const typed = await askLine(context, message);
    if (typed === BACK) return null;
    try {
      return typed === '' ? otherwise : context.date(typed, 'The day', lean);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      context.say(explainError(error, false).message);
    }
  }
}

/** A command as it is printed, with what it does not say asked for. */
const whole = (context: Context, unit: Unit, what: string, ref: string, command: string): Offer => ({
  ...{ what, command },
  words: () => inItsOwnTalk(context, (own) => madeWhole(own, unit, subjectNamed(unit.db, ref), command)),
});
