/** A child protection conference is planned, or will not take place. */

import { INITIAL_CONFERENCE_PLANNED, REVIEW_CONFERENCE_PLANNED } from '../../core/events/protection';
import { CONFERENCE_CANCELLED, CONFERENCE_INVITATIONS_SENT } from '../../core/events/protection/conference';
import { noWhyAgain, WHY_AGAIN } from '../../core/reviews/planning';
import { dayAndTime, type IsoDate, isoDate, longDate } from '../../core/time/dates';
import { placeAsBefore } from '../place';
import { type Around, flag, type Refusal, type Sentences, stepsOf, type ToDo } from '../step';
import { type OfConference, tagsOf } from './case';

type Here = Around<OfConference>;

const step = stepsOf<OfConference>();

const ARRANGED = {
  meeting: flag('--meeting <when>', 'day and time of the conference: "9/4 16:30"', {
    ask: 'Day of the conference',
  }),
  time: flag('--time <time>', undefined, { ask: 'Time' }),
  venue: flag('--venue <text>', undefined, { ask: 'Where, or the link' }),
  mode: flag('--mode <mode>', 'in-person, hybrid or remote'),
  chair: flag('--chair <name>', 'who chairs (else whoever chaired the initial conference)'),
  because: flag('--because <text>', 'why it is moved, or late'),
};

interface Arranged {
  readonly meeting: IsoDate;
  readonly because: string | null;
  readonly venue: string | null;
}

const PLACE = {
  initial: placeAsBefore(INITIAL_CONFERENCE_PLANNED, ({ plan }: OfConference) => plan),
  review: placeAsBefore(REVIEW_CONFERENCE_PLANNED, ({ plan }: OfConference) => plan),
};

/** Asked if it is planned again for another day, as a review's is. */
const ASKING = {
  because: (of: OfConference, { meeting }: Readonly<Record<string, string>>): string | null =>
    meeting !== undefined && isAnotherDay(isoDate(meeting), of) ? WHY_AGAIN : null,
};

const planned = {
  by: 'meeting',
  always: 'unless another',
  often: true,
  saysWhen: true,
  asking: ASKING,
  notes: (said: Arranged, here: Here) => [
    lateNote(said.meeting, said.because, here.of),
    ...movedNotes(said, here.of),
    apartNote(said.meeting, here),
    asksNote(here.of),
    ...PLACE.review.notes(said, here),
  ],
  next: ({ plan, dueBy, conference: { number } }: OfConference): ToDo | null => {
    if (dueBy === null || (plan !== null && !isLateUnsaid(plan, dueBy))) return null;
    const which = `Plan the ${number === 0 ? 'initial' : 'review'} conference`;
    return {
      what: plan === null ? which : `${which} sooner: its day, ${longDate(plan.meeting)}, is after it is due`,
      ...{ who: 'unit', due: dueBy, typed: { meeting: '"DAY TIME"', venue: '"VENUE"' } },
    };
  },
  afterwards: (_: unknown, { of, facts }: Here) => [
    facts.some(({ attributes }) => attributes.joint === 'yes')
      ? `The review of the same meeting: irotool review plan ${of.again} --meeting "DAY TIME"`
      : null,
    `Who comes: irotool conference participants ${of.again}`,
    tagsOf(of, ({ isToReport, asked, report }) => isToReport && !asked && !report).length > 0
      ? `To ask for the reports: irotool conference reports ${of.again} --asked all --by DATE`
      : null,
  ],
} as const;

export const PLAN_INITIAL = step(INITIAL_CONFERENCE_PLANNED, {
  what: 'Initial conference planned',
  ...planned,
  flags: {
    ...ARRANGED,
    kind: flag('--kind <kind>', 'of an initial conference: initial, transfer-in or pre-birth'),
  },
  otherwise: {
    venue: PLACE.initial.venue,
    mode: PLACE.initial.mode,
    chair: ({ of }) => (of.chair === null ? null : String(of.chair)),
    kind: ({ of }) => (of.isTransferIn ? 'transfer-in' : null),
  },
  words: ({ meeting, time, chair, kind }, { colleague }) =>
    `planned${kind === 'initial' ? '' : `, ${kind},`} for ${dayAndTime(meeting, time)}${chair === null ? '' : `, chaired by ${colleague(chair)}`}`,
});
export const PLAN_REVIEW = step(REVIEW_CONFERENCE_PLANNED, {
  what: 'Review conference planned',
  ...planned,
  flags: {
    ...ARRANGED,
    chairBecause: flag('--chair-because <text>', 'why not whoever chaired the initial conference'),
    joint: flag('--joint', 'it is one meeting with the review of the child in care'),
  },
  // A joint review is led by the IRO.
  otherwise: {
    venue: PLACE.review.venue,
    mode: PLACE.review.mode,
    chair: ({ of, facts }) => {
      const isJoint = facts.some(({ attributes }) => attributes.joint === 'yes');
      const chair = isJoint ? of.iroId : of.chair;
      return chair === null ? null : String(chair);
    },
    chairBecause: becauseAsPlanned,
  },
  words: ({ meeting, time, chair, joint }, { colleague }) =>
    `planned for ${dayAndTime(meeting, time)}${joint ? ', with the review of the child in care' : ''}${chair === null ? '' : `, chaired by ${colleague(chair)}`}`,
  refusal: ({ chair, chairBecause, joint }, { of }) =>
    joint ? notInCare(of) : otherChair(chair, chairBecause, of),
});
export const CANCEL = step(CONFERENCE_CANCELLED, {
  what: 'Conference cancelled',
  by: 'reason',
  often: true,
  flags: {
    reason: flag('--cancelled <text>', 'it will not take place, and why'),
    tell: flag('--tell <text>', 'what letters say of the reason, which is for the unit'),
  },
  refusal: (_, { of }) =>
    of.plan === null
      ? ['no conference is planned.', `To plan one: irotool conference plan ${of.again} --meeting "DAY TIME"`]
      : null,
  notes: (_, { of }) => [toldNote(of)],
});
export const PLAN = [PLAN_INITIAL, PLAN_REVIEW, CANCEL];

/** Planned for a day after it is due, and nobody has said why: the child may have come into care since. */
const isLateUnsaid = ({ meeting, because }: Arranged, dueBy: IsoDate): boolean =>
  meeting > dueBy && because === null;

function lateNote(meeting: IsoDate, because: string | null, { dueBy }: OfConference): string | null {
  if (dueBy === null || meeting <= dueBy) return null;
  return `It is due by ${longDate(dueBy)}.${because === null ? ' Say why it is late: --because "…"' : ''}`;
}

/** Planned again for another day: a place or a time added to the day that stands takes no reason. */
const isAnotherDay = (meeting: IsoDate, { plan }: OfConference): boolean =>
  plan !== null && plan.meeting !== meeting;

function movedNotes({ meeting, because }: Arranged, of: OfConference): Sentences {
  if (!isAnotherDay(meeting, of)) return [];
  // Of one that is late it was said already that a reason is to be given.
  const isSaid = because !== null || lateNote(meeting, because, of) !== null;
  return [isSaid ? null : noWhyAgain('--because'), toldNote(of)];
}

const toldNote = (of: OfConference): string | null => {
  const sent = of.record.moments.some(({ fact }) => fact.kind === CONFERENCE_INVITATIONS_SENT.kind);
  return sent ? 'Invitations went out: everyone they went to is to be told.' : null;
};

/** One meeting with the review in care, of which the other half is planned for another day. */
function apartNote(meeting: IsoDate, { of: { reviewPlannedFor }, facts }: Here): string | null {
  const isJoint = facts.some(({ attributes }) => attributes.joint === 'yes');
  return !isJoint || reviewPlannedFor === null || reviewPlannedFor === meeting
    ? null
    : `The review in care is planned for ${longDate(reviewPlannedFor)}.`;
}

/** Why another chairs than at first, as it was planned: of whoever was planned. */
export function becauseAsPlanned({ of: { plan }, facts }: Here): string | null {
  const typed = facts.find(({ attributes }) => attributes.chair !== undefined)?.attributes.chair;
  const isPlanned = typed === undefined || typed === String(plan?.chair);
  const isJoint = facts.some(({ attributes }) => attributes.joint !== undefined);
  return isPlanned && !isJoint ? (plan?.chairBecause ?? null) : null;
}

/** Reports that were asked for by a day of the plan before. */
function asksNote(of: OfConference): string | null {
  const owed = tagsOf(of, ({ asked, report }) => asked !== null && report === null);
  return of.plan === null || owed.length === 0
    ? null
    : `Reports were asked for by a day of the plan before: irotool conference reports ${of.again} --asked ${owed.join(',')}`;
}

/** Only of a child in care are there two reviews to be one. */
export const notInCare = ({ isInCare }: OfConference): Refusal | null =>
  isInCare ? null : ['the child is not in care, so no review is joined with it.', 'Leave out --joint.'];

/** The chair is usually the one of the initial conference. */
export function otherChair(
  chair: number | null,
  because: string | null,
  { firstChair }: OfConference,
): Refusal | null {
  if (firstChair === null || chair === null || chair === firstChair || because !== null) return null;
  return [
    'whoever chaired the initial conference usually chairs its review conferences.',
    'Say why not: --chair-because "…"',
  ];
}
