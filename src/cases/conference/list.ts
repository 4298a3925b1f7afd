/** The conferences of a child, or the next one of every child who has any. */

import type { Context, Unit } from '../../context';
import { ASKS_FOR_A_CONFERENCE, comingConference, conferencesOf } from '../../core/children/conferences';
import { compare } from '../../core/compare';
import { upTo } from '../../core/engine/chronology';
import {
  INITIAL_CONFERENCE_HELD,
  INITIAL_CONFERENCE_PLANNED,
  REVIEW_CONFERENCE_HELD,
  REVIEW_CONFERENCE_PLANNED,
} from '../../core/events/protection';
import { AFTER_CONFERENCE, BEFORE_CONFERENCE } from '../../core/events/protection/conference';
import type { IsoDate } from '../../core/time/dates';
import { reckon } from '../../store/agenda/reckoning';
import { type Child, findChild } from '../../store/children';
import { childrenWith } from '../../store/children-with';
import { factsOf } from '../../store/chronology';
import { type ConferenceReading, readConference } from './reading';

/** What makes a child one of those who have conferences. */
const KINDS: readonly string[] = [
  ...ASKS_FOR_A_CONFERENCE,
  ...[
    INITIAL_CONFERENCE_PLANNED,
    INITIAL_CONFERENCE_HELD,
    REVIEW_CONFERENCE_PLANNED,
    REVIEW_CONFERENCE_HELD,
    ...BEFORE_CONFERENCE,
    ...AFTER_CONFERENCE,
  ].map(({ kind }) => kind),
];

/** A child’s conferences, the last first; of every child the one to come, by its day. `all`: also those that nobody asks for. */
export function conferencesListed(
  context: Context,
  unit: Unit,
  child: Child | null,
  all: boolean,
): ConferenceReading[] {
  if (child !== null) return ofChild(context, unit, child, all);
  const children = childrenWith(unit.db, KINDS).flatMap(({ ref }) => findChild(unit.db, ref) ?? []);
  return children
    .flatMap((each) => ofChild(context, unit, each, all))
    .filter(({ conference }) => all || conference.heldOn === null)
    .sort((a, b) => compare(dayOf(a) ?? '9999', dayOf(b) ?? '9999') || compare(a.child.ref, b.child.ref));
}

function ofChild({ today }: Context, unit: Unit, child: Child, all: boolean): ConferenceReading[] {
  const reckoning = reckon(upTo(factsOf(unit.db, child.id), today), child.born, unit.engine);
  const recorded = conferencesOf(reckoning.story, today)
    .filter(({ droppedOn }) => all || droppedOn === null)
    .map(({ series, number }) =>
      readConference(unit, child, reckoning, today, 'latest', {
        series: String(series),
        conference: number === 0 ? 'initial' : String(number),
      }),
    );
  if (recorded.some(({ conference }) => conference.heldOn === null && conference.droppedOn === null))
    return recorded;
  // The one to come, if anything asks for it.
  if (comingConference(reckoning.story, today) === null) return recorded;
  const coming = readConference(unit, child, reckoning, today, 'coming');
  return coming.due.due === null ? recorded : [...recorded, coming];
}

/** When it was held, is planned, or is due. */
const dayOf = ({ conference, plan, due }: ConferenceReading): IsoDate | null =>
  conference.heldOn ?? plan?.meeting ?? due.due;
