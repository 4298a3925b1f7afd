/** Who is not invited now, and what is owed to them. */

import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { type Exclusion, standingExclusions } from '../core/reviews/exclusions';
import { longDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { everyoneOf } from '../store/people/child-people';
import { inRows } from '../ui/rows';
import type { Shown } from './show';

interface Named {
  readonly exclusion: Exclusion;
  readonly name: string | null;
  readonly role: string;
}

/** The decisions that stand. */
export function notInvitedShown(context: Context, unit: Unit, child: Child): Shown {
  const { story } = reckoned(context, unit, child).reckoning;
  // Someone may be linked no longer and still be owed the reasons.
  const people = everyoneOf(unit.db, child.id);
  const shown = standingExclusions(story).map((exclusion): Named => {
    const person = people.find(({ tag }) => tag.toLowerCase() === exclusion.ref);
    const name = exclusion.ref === 'child' ? child.name : (person?.name ?? null);
    return { exclusion, name, role: person?.role ?? exclusion.ref };
  });
  const lines = shown.flatMap(({ exclusion, name }) => [
    inRows([[exclusion.ref, name ?? 'not recorded']], [{}, { wraps: true }]),
    inRows(rowsOf(exclusion), [{ min: 14 }, { wraps: true }], 3),
  ]);
  return {
    json: () => ({ child: { ref: child.ref, name: child.name }, notInvited: shown.map(notInvitedJson) }),
    screen: () =>
      shown.length === 0
        ? [`${child.ref}  Nobody is kept from the review.`]
        : [`${child.ref}  Not invited to the review`, ...lines],
  };
}

function rowsOf(exclusion: Exclusion): string[][] {
  const { isForPart, decidedOn, consultedOn, concern, considered, views, reasonsSentOn, lookAgainBy } =
    exclusion;
  const day = (date: typeof consultedOn, otherwise = 'not recorded'): string =>
    date === null ? otherwise : longDate(date);
  return [
    ['Decided', `${longDate(decidedOn)}${isForPart ? ', for part of the meeting' : ''}`],
    ['Concern', concern ?? 'not recorded'],
    ['Considered', considered ?? 'not recorded'],
    ['Heard by', views ?? 'not recorded'],
    ['IRO consulted', day(consultedOn)],
    ['Reasons sent', day(reasonsSentOn, 'not yet')],
    ['Look again by', day(lookAgainBy, 'no day fixed')],
  ];
}

function notInvitedJson({ exclusion, name, role }: Named): object {
  return {
    who: exclusion.ref,
    name,
    role,
    review: exclusion.review,
    decidedOn: exclusion.decidedOn,
    partOfMeeting: exclusion.isForPart,
    concern: exclusion.concern,
    considered: exclusion.considered,
    views: exclusion.views,
    iroConsultedOn: exclusion.consultedOn,
    reasonsSentOn: exclusion.reasonsSentOn,
    lookAgainBy: exclusion.lookAgainBy,
  };
}
