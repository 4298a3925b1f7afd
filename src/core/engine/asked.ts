/**
 * What a list asks of a child besides what the rules ask for: nobody's rule gives it a number of days, and
 * left unasked it would be forgotten. Pure.
 */

import { ASKED_AFTER } from '../events/meetings';
import { addDays, addMonths, birthday } from '../time/dates';
import { isSettled } from './actions';
import type { Action } from './duty';
import type { Moment, Story } from './moment';
import { tooMuchFrom } from './series';

/** After so long it is asked whether the series has ended. Our reading: reg 48 counts the days of any twelve months. */
const MONTHS_WITHOUT_A_STAY = 12;

/** The questions by their ids, with who answers them, and the event that each is asked of. */
export const ASKED: Readonly<
  Record<string, { readonly what: string; readonly who: string; readonly of: string }>
> = {
  'decisions-receipt': {
    what: 'Were the decisions received by the manager?',
    who: 'unit',
    of: 'decisions-sent',
  },
  'dispute-informal': {
    what: 'Resolve the informal dispute, or make it formal',
    who: 'iro',
    of: 'dispute-opened',
  },
  'irm-final-decision': {
    what: 'Make the final decision: what the panel recommended, or the applicant says, is to be taken into account',
    who: 'unit',
    of: 'irm-recommended',
  },
  [ASKED_AFTER.conference]: {
    what: 'Say what happened at the child protection conference that was planned',
    who: 'chair',
    of: 'review-conference-planned',
  },
  [ASKED_AFTER['secure review']]: {
    what: 'Say what happened at the secure accommodation review that was planned',
    who: 'chair',
    of: 'secure-review-planned',
  },
  [ASKED_AFTER['pathway review']]: {
    what: 'Say what happened at the review of the pathway plan that was planned',
    who: 'social-worker',
    of: 'pathway-review-planned',
  },
  [ASKED_AFTER['exit review']]: {
    what: 'Say what happened at the review of the unplanned ending that was planned',
    who: 'iro',
    of: 'exit-review-planned',
  },
  'short-break-series': {
    what: `Has the series of short breaks ended? There was no stay for ${MONTHS_WITHOUT_A_STAY} months`,
    who: 'unit',
    of: 'ceased-looked-after',
  },
  'short-break-too-long': {
    what: 'Say when the stay ended: it has gone on for more than regulation 48 allows, and the ordinary reviews apply from that day',
    who: 'unit',
    of: 'became-looked-after',
  },
};

/** Everything that is asked of a child, to be listed with the actions of the rules. */
export function askedOf(story: Story): Action[] {
  return [...receiptOf(story), ...informalDisputes(story), ...undecided(story), ...ofSeries(story)];
}

/** Of the last review alone: the manager's days to answer run from the day the decisions were received. */
function receiptOf(story: Story): Action[] {
  const { moments } = story;
  const meeting = moments.findLast(({ isReview, counts }) => isReview && counts)?.meeting;
  if (!meeting) return [];
  const ofReview = moments.filter((each) => each.counts && each.meeting === meeting);
  const sent = ofReview.findLast(({ fact }) => fact.kind === 'decisions-sent');
  const isAnswered = ofReview.some(({ fact }) => ANSWERS.has(fact.kind));
  if (!sent || isAnswered || isSettled('decisions-receipt', sent.at, sent.on, story)) return [];
  // On the day itself they are on their way.
  return [action('decisions-receipt', sent, { silentUntil: sent.on, review: meeting.number })];
}

const ANSWERS = new Set(['decisions-received', 'manager-responded']);

/**
 * Each that was opened and neither resolved nor made formal since: the formal stages have days of their own, and so
 * has what was asked for by a day, until it is answered.
 */
function informalDisputes(story: Story): Action[] {
  const open = new Map<string, { readonly opened: Moment; readonly hasDay: boolean }>();
  for (const moment of story.moments) {
    const { fact, counts } = moment;
    const ref = fact.attributes.ref?.toLowerCase();
    if (ref === undefined || !counts) continue;
    const opened = fact.kind === 'dispute-opened' ? moment : open.get(ref)?.opened;
    if (FURTHER.has(fact.kind)) open.delete(ref);
    else if (opened && OF_A_DAY.has(fact.kind))
      open.set(ref, { opened, hasDay: fact.attributes.by !== undefined });
  }
  return [...open.values()]
    .filter(({ hasDay }) => !hasDay)
    .map(({ opened }) => opened)
    .filter(({ at, on, fact }) => !isSettled('dispute-informal', at, on, story, fact.attributes.ref))
    .map((opened) => action('dispute-informal', opened, { ref: opened.fact.attributes.ref! }));
}

/**
 * Each determination of which the panel recommended something, or the applicant said something, and nothing was decided;
 * nothing is asked of one with a specified conviction, against which there is no right.
 */
function undecided(story: Story): Action[] {
  const open = new Map<string, Moment>();
  const without = new Set<string>();
  for (const moment of story.moments) {
    const { kind, attributes } = moment.fact;
    // Without a reference it is of an irotool that did not ask.
    if (attributes.ref === undefined || !moment.counts) continue;
    if (attributes.conviction !== undefined) without.add(attributes.ref);
    if (without.has(attributes.ref)) continue;
    if (kind === 'irm-recommended' || kind === 'representations-made') open.set(attributes.ref, moment);
    else if (kind === 'final-decision-made') open.delete(attributes.ref);
  }
  return [...open]
    .filter(([ref, { at, on }]) => !isSettled('irm-final-decision', at, on, story, ref))
    .map(([ref, since]) => action('irm-final-decision', since, { ref }));
}

/** Of each series of short breaks that has not ended: whether it has, or the stay goes on too long. Our reading. */
function ofSeries({ moments, periods, born }: Story): Action[] {
  const endsOn = born === null ? null : birthday(born, 18);
  return periods.flatMap(({ goesOn, stays, to }, period) => {
    const last = stays.at(-1);
    if (!goesOn || last === undefined) return [];
    const id = to === null ? 'short-break-too-long' : 'short-break-series';
    const since = moments.findLast(({ period: own, fact }) => own === period && fact.kind === ASKED[id]!.of)!;
    const from =
      to === null ? tooMuchFrom(stays, addMonths(last.from, 1)) : addMonths(to, MONTHS_WITHOUT_A_STAY);
    if (from === null || isSettled(id, since.at, since.on, { moments })) return [];
    return [action(id, since, { silentUntil: addDays(from, -1), endsOn })];
  });
}

const FURTHER = new Set(['dispute-made-formal', 'dispute-resolved']);
/** What may ask for something of a dispute by a day, and the answer after which nothing is asked for. */
const OF_A_DAY = new Set(['dispute-opened', 'dispute-stage-raised', 'dispute-stage-answered']);

/** What is asked under an id, since a moment. */
export function action(id: string, since: Moment, more: Partial<Action>): Action {
  return {
    ...{ id, what: ASKED[id]!.what, who: ASKED[id]!.who },
    ...{ since: since.on, silentUntil: null, endsOn: null },
    ...{ review: null, ref: null, source: [], force: null },
    ...more,
  };
}
