/**
 * One child protection conference with all that is needed to tell of it: of which series it is, when it is due, who is on
 * its list. What its commands, its screen, its JSON and its letters share.
 */
import type { Unit } from '../../context';
import { type ConferenceMember, membersOf } from '../../core/children/conference-list';
import {
  type Conference,
  type ConferencePlan,
  type ConferenceSat,
  comingConference,
  conferencesOf,
  conferenceWords,
  firstChair,
  heldAs,
  isTransferIn,
  plannedFor,
} from '../../core/children/conferences';
import { periodOn } from '../../core/children/iro-record';
import { type ConferenceDue, conferenceDue } from '../../core/children/joint-review';
import { outcomesOf, type PlanOutcome } from '../../core/children/plan-outcomes';
import { onPlanSince as planSince } from '../../core/children/protection-plans';
import { isNumber } from '../../core/events/attribute';
import { CONFERENCE_LISTED } from '../../core/events/protection/conference';
import { takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { personById } from '../../store/people/people';
import { asSomeone } from '../meeting/participants';
import { everyoneIn, type Who } from '../people/who';

/** Someone of a conference, with who they are. */
export interface MemberWho extends ConferenceMember {
  readonly who: Who;
  /** Null if it is not recorded. */
  readonly name: string | null;
  readonly role: string;
}

export interface ConferenceReading {
  readonly unit: Unit;
  readonly child: Child;
  readonly today: IsoDate;
  readonly reckoning: Reckoning;
  readonly conference: Conference;
  /** `K1 review conference 2` */
  readonly label: string;
  /** What to type to speak of it again. */
  readonly again: string;
  /** Every conference of the child. */
  readonly all: readonly Conference[];
  readonly plan: ConferencePlan | null;
  readonly sat: ConferenceSat | null;
  readonly members: readonly MemberWho[];
  readonly outcomes: readonly PlanOutcome[];
  /** The numbers of whoever chairs, as far as it is known, and of whoever chaired the initial conference. */
  readonly chair: number | null;
  readonly firstChair: number | null;
  /** What is owed of it; nothing once it was held. */
  readonly due: ConferenceDue;
  /** On the day of what is done, or today. */
  readonly isInCare: boolean;
  /** The next initial conference takes over the plan of another council. */
  readonly isTransferIn: boolean;
  /** The day from which the child is on a plan; null if they are on none. */
  readonly onPlanSince: IsoDate | null;
  /** How many agencies the pack wants beside social care; null if it does not say. */
  readonly quorum: number | null;
  /** The day by which people are taken. */
  readonly day: IsoDate;
  personName(id: number | null): string | null;
}

/**
 * `coming`: the next to be held; `preparing`: the next to be held on a day or after it, which may have been held since; `held`: the
 * last that was held by then; `latest`: the last that anything is recorded of.
 */
export type WhichConference = 'coming' | 'preparing' | 'held' | 'latest';

/** The conference that was named, `initial` or a number, of the latest series or of one that was named; else by what is done. */
export function readConference(
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  today: IsoDate,
  which: WhichConference,
  typed: { readonly conference?: string | undefined; readonly series?: string | undefined } = {},
  by: IsoDate = today,
): ConferenceReading {
  const { story, duties, standing } = reckoning;
  const all = conferencesOf(story, today);
  const conference = chosen(child, all, comingConference(story, today), which, typed, by);
  const plan = plannedFor(conference);
  const sat = heldAs(conference);
  const day = conference.heldOn ?? (plan !== null && plan.meeting > today ? plan.meeting : today);
  // One who is not named is told of if they were ever on a list.
  const onList = new Set(
    all.flatMap((each) => takenIn(each, CONFERENCE_LISTED)).map(({ ref }) => String(ref)),
  );
  const everyone = everyoneIn(unit, child, day).filter(
    ({ ref }) => ref !== 'social-worker' || child.socialWorker !== null || onList.has(ref),
  );
  const people = everyone.map((who) => ({ ...asSomeone(who), called: who.called }));
  const personName = (id: number | null): string | null =>
    id === null ? null : (personById(unit.db, id)?.name ?? null);
  const names: Readonly<Record<string, string | null>> = {
    child: child.name,
    iro: personName(standing.iroId),
    'social-worker': child.socialWorker,
  };
  const before = all.filter(
    (each) => each.series === conference.series && each.number < conference.number && each.heldOn !== null,
  );
  const first = conference.number === 0 ? null : firstChair(all, conference);
  const onPlanSince = planSince(story, today);
  const isCurrent = conference.heldOn === null && conference.droppedOn === null;
  const again =
    all.at(-1) === conference || isCurrent ? child.ref : `${child.ref} ${flagsOf(conference, all)}`;
  return {
    ...{ unit, child, today, reckoning, conference, all, plan, sat, day, personName, again },
    label: `${child.ref} ${conferenceWords(conference)}`,
    members: membersOf(conference, before, people).map((member, at) => {
      const who = everyone[at]!;
      return { ...member, who, name: who.person?.name ?? names[who.ref] ?? null, role: people[at]!.role };
    }),
    outcomes: outcomesOf(all, conference.series),
    chair: sat?.chair ?? plan?.chair ?? first,
    firstChair: first,
    due: isCurrent
      ? conferenceDue(duties, today, standing.inCare && onPlanSince !== null)
      : { conference: null, review: null, due: null },
    isInCare: periodOn(story.periods, by) !== null,
    isTransferIn: isTransferIn(story),
    quorum: unit.pack.quorum ?? null,
    onPlanSince,
  };
}

/** `--conference 2 --series 1`: the series only if it is not the latest. */
function flagsOf({ series, number }: Conference, all: readonly Conference[]): string {
  const words = `--conference ${number === 0 ? 'initial' : number}`;
  return series === all.at(-1)!.series ? words : `${words} --series ${series}`;
}

function chosen(
  child: Child,
  all: readonly Conference[],
  coming: Conference | null,
  which: WhichConference,
  typed: { readonly conference?: string | undefined; readonly series?: string | undefined },
  by: IsoDate,
): Conference {
  if (typed.conference !== undefined || typed.series !== undefined) return named(child, all, typed);
  const last = all.at(-1);
  const held = all.findLast(({ heldOn }) => heldOn !== null && heldOn <= by);
  const preparing = all.find(({ heldOn, droppedOn }) => (heldOn ?? droppedOn ?? by) >= by);
  const found = { held, coming, preparing: preparing ?? coming, latest: last ?? coming }[which];
  if (found) return found;
  if (which !== 'held') {
    throw new UserError(
      `${child.ref}: no conference is to come: the child has died, or is 18.`,
      `To see those there were: irotool conference list ${child.ref}`,
    );
  }
  throw new UserError(
    all.some(({ heldOn }) => heldOn !== null)
      ? `${child.ref}: no conference had been held by then. Nothing was saved.`
      : `${child.ref}: no conference has been held yet.`,
    `To plan one: irotool conference plan ${child.ref} --meeting "DAY TIME"`,
  );
}

function named(
  child: Child,
  all: readonly Conference[],
  { conference, series }: { readonly conference?: string | undefined; readonly series?: string | undefined },
): Conference {
  const wanted = conference?.trim().toLowerCase();
  if (wanted !== undefined && wanted !== 'initial' && !isNumber(wanted)) {
    throw new UsageError(
      `--conference is initial, or the number of a review conference; not "${conference}".`,
    );
  }
  if (series !== undefined && !isNumber(series.trim())) {
    throw new UsageError(`--series is a whole number from 1; not "${series}".`);
  }
  const number = wanted === undefined ? null : wanted === 'initial' ? 0 : Number(wanted);
  const ofSeries = series === undefined ? (all.at(-1)?.series ?? 1) : Number(series);
  const found = all.findLast(
    (each) => each.series === ofSeries && (number === null || each.number === number),
  );
  if (found) return found;
  throw new UserError(
    `${child.ref} has no ${conferenceWords({ series: ofSeries, number: number ?? 0 })}.`,
    `To see them: irotool conference list ${child.ref}`,
  );
}
