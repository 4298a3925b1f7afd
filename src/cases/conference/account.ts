/** All there is to know of a child protection conference, as data: its screen and its JSON are read from it. */
import type { Conference } from '../../core/children/conferences';
import type { Duty } from '../../core/engine/duty';
import { deadlineOn } from '../../core/engine/standing';
import type { Event, Taken } from '../../core/events/event';
import { CONFERENCE_KINDS } from '../../core/events/fact';
import { CONFERENCE_REPORTS_RECEIVED, CORE_GROUP_HELD } from '../../core/events/protection';
import {
  CONFERENCE_CANCELLED,
  CONFERENCE_DECISION_SENT,
  CONFERENCE_EXPLAINED,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_REPORTS_SHARED,
  CONFERENCE_SUMMED_UP,
  CONFERENCE_SUPPORT_REMINDED,
  LEGAL_PLANNING_HELD,
  OUTLINE_PLAN_SENT,
  PLAN_IN_CARE_PLAN,
  PROTECTION_PLAN_UPDATED,
  SUPPORT_ANSWERED,
  SUPPORT_OFFERED,
} from '../../core/events/protection/conference';
import { lastTaken, takenIn } from '../../core/reviews/record';
import type { ConferenceReading, MemberWho } from './reading';

/** Which conference it is, and how far it has come. */
export const conferenceJson = ({ series, number, heldOn, droppedOn }: Conference) => ({
  ...{ series, number, kind: number === 0 ? 'initial' : 'review', heldOn, droppedOn },
});

const memberJson = ({ who, name, role, part, isProposed, agency, ...rest }: MemberWho) => {
  const { isToReport, isSent, came, listed, asked, report, excluded, told } = rest;
  return {
    ...{ who: who.ref, name, role, part, proposed: isProposed, agency, invitationSent: isSent, came },
    ...{ support: listed?.support ?? null, agreed: listed?.agreed ?? [], why: listed?.why ?? null },
    ...{ report: isToReport, reportBy: asked?.by ?? null, reported: report },
    excluded: excluded && { ...excluded, toldOn: told?.on ?? null },
  };
};

/** What is recorded of a conference: each event whole, as it says it. */
export function conferenceAnswer(reading: ConferenceReading) {
  const { conference, plan, sat, members, outcomes, due, today, unit, personName } = reading;
  const all = <V>(event: Event<V>): Taken<V>[] => takenIn(conference, event);
  const last = <V>(event: Event<V>): Taken<V> | null => lastTaken(conference, event) ?? null;
  return {
    due: due.due,
    conferenceDue: due.conference?.due ?? null,
    reviewDue: due.review?.due ?? null,
    planned: plan && { ...plan, chair: personName(plan.chair) },
    chair: personName(reading.chair),
    cancelled: all(CONFERENCE_CANCELLED),
    members: members.map(memberJson),
    explained: all(CONFERENCE_EXPLAINED),
    reminded: all(CONFERENCE_SUPPORT_REMINDED),
    invitations: last(CONFERENCE_INVITATIONS_SENT),
    shared: all(CONFERENCE_REPORTS_SHARED),
    reportsIn: last(CONFERENCE_REPORTS_RECEIVED)?.on ?? null,
    held: sat && { ...sat, chair: personName(sat.chair) },
    outcomes,
    decisionSent: last(CONFERENCE_DECISION_SENT),
    outlineSent: last(OUTLINE_PLAN_SENT),
    planUpdated: last(PROTECTION_PLAN_UPDATED),
    coreGroups: all(CORE_GROUP_HELD),
    offered: last(SUPPORT_OFFERED),
    takenUp: last(SUPPORT_ANSWERED),
    legalPlanning: all(LEGAL_PLANNING_HELD),
    summedUpOn: last(CONFERENCE_SUMMED_UP)?.on ?? null,
    inCarePlanOn: last(PLAN_IN_CARE_PLAN)?.on ?? null,
    deadlines: dutiesOf(reading).map((duty) => deadlineOn(duty, today, unit.engine.calendars.statutory)),
  };
}

export type ConferenceAnswer = ReturnType<typeof conferenceAnswer>;

/** The duties that arose from what is of this conference, and the one to hold it. */
const dutiesOf = ({ conference, reckoning, due }: ConferenceReading) =>
  reckoning.duties.filter(
    (duty) =>
      (due.conference !== null && duty.rule === due.conference.rule && duty.due === due.conference.due) ||
      (duty.metOn !== null && duty.metOn === conference.heldOn && metByConference(duty)) ||
      conference.moments.some(({ fact, on }) => fact.kind === duty.from.event && on === duty.arose),
  );

const metByConference = ({ rule }: Duty): boolean =>
  rule.metBy.some(({ kind }) => CONFERENCE_KINDS.has(kind));
