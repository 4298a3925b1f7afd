/** What a document says of a child protection conference, for one reader. */

import { conferenceWords, plannedFor } from '../../core/children/conferences';
import { taken } from '../../core/events/event';
import { CONFERENCE_MEMBERS_ASKED } from '../../core/events/protection';
import { SUPPORT_OFFERED } from '../../core/events/protection/conference';
import { lastTaken } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import { listed } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { isExcluded } from '../may-go-to';
import type { Addressee } from '../recipient';
import type { MeetingData } from './meeting';
import type { OwnerOf } from './names';
import type { Says } from './words';

type Conference = NonNullable<LetterSays['conference']>;

/** All of it; nothing if the case is another. `meeting`: when and where, as this reader may have it. */
export function conferenceData(
  of: LetterCase,
  recipient: Addressee,
  meeting: MeetingData['data']['review'],
  says: Says,
  ownerOf: OwnerOf,
): LetterSays['conference'] {
  const { conference: reading } = of;
  if (reading === null) return null;
  const { conference, members, chair, personName, isInCare, onPlanSince } = reading;
  const { date, time, venue, venueWithheld, link, hybrid, remote } = meeting;
  const own = members.find((each) => each.who.ref === recipient.ref);
  const isOut = isExcluded(reading, recipient);
  const isBoth = isInCare && onPlanSince !== null;
  const offered = lastTaken(conference, SUPPORT_OFFERED);
  return {
    ...{ date, time, venue, venueWithheld, link, hybrid, remote },
    before: meeting.isNewPlace
      ? null
      : [meeting.previousDate, meeting.previousTime].filter(Boolean).join(' at ') || null,
    ...satData(of, says, ownerOf, isOut ? recipient.ref : null),
    isExcluded: isOut,
    references: meeting.references,
    children: meeting.children,
    words: conferenceWords({ ...conference, series: 1 }),
    isInitial: conference.number === 0,
    isReview: conference.number > 0,
    chair: personName(chair),
    isToReport: own?.isToReport,
    reportBy: own?.report === null ? says.day(own.asked?.by ?? null) : null,
    reportIsPast: says.isPast(own?.asked?.by ?? null),
    support: own?.listed?.support,
    whyNot: own?.excluded == null ? null : (of.tells ?? own.excluded.tell),
    isForPart: own?.excluded?.part === 'some',
    instead: own?.excluded?.instead,
    onPlanSince: says.day(onPlanSince),
    intoCareOn: isBoth ? says.day(of.reckoning.story.periods.at(-1)?.from ?? null) : null,
    askedOn: isBoth ? says.day(askedOn(of)) : null,
    isChildInNeedOffered: offered?.kind === 'child-in-need',
    isEarlyHelpOffered: offered?.kind === 'early-help',
    offeredOn: says.day(offered?.on ?? null),
  };
}

/** How it was held, and what it decided. `only`: someone who is told of no task but their own, and of no meeting of the others. */
function satData(
  { conference: reading }: LetterCase,
  says: Says,
  ownerOf: OwnerOf,
  only: string | null,
): Pick<
  Conference,
  | 'nextOn'
  | 'nextIsPast'
  | 'heldOn'
  | 'isPlan'
  | 'isNoPlan'
  | 'isEnded'
  | 'category'
  | 'coreGroupOn'
  | 'coreGroupIsPast'
  | 'outcomes'
> {
  const { sat, outcomes, conference, all } = reading!;
  const next = all.find(
    (each) =>
      each.series === conference.series && each.number === conference.number + 1 && each.droppedOn === null,
  );
  const nextOn =
    next === undefined || only !== null ? null : (next.heldOn ?? plannedFor(next)?.meeting ?? null);
  const coreGroupOn = only === null ? (sat?.coreGroupOn ?? null) : null;
  return {
    heldOn: says.day(conference.heldOn),
    isPlan: sat !== null && (sat.outcome === 'plan' || sat.outcome === 'continue'),
    isNoPlan: sat?.outcome === 'no-plan',
    isEnded: sat?.outcome === 'end',
    category: sat === null ? null : listed(sat.category.map((each) => each.replaceAll('-', ' '))),
    coreGroupOn: says.day(coreGroupOn),
    coreGroupIsPast: says.isPast(coreGroupOn),
    nextOn: says.day(nextOn),
    nextIsPast: says.isPast(nextOn),
    outcomes: outcomes
      .filter(({ closed, set }) => closed === null && (only === null || set.owner?.toLowerCase() === only))
      .map(({ set }) => ({
        text: set.text,
        owner: ownerOf(set.owner),
        by: says.day(set.by),
      })),
  };
}

/** The day on which the members were last asked whether care covers the plan. */
function askedOn({ reckoning }: LetterCase) {
  const asked = reckoning.story.moments.findLast(
    ({ counts, fact }) => counts && fact.kind === CONFERENCE_MEMBERS_ASKED.kind,
  );
  return asked === undefined ? null : taken(CONFERENCE_MEMBERS_ASKED, asked.fact).on;
}
