/** Courses of a child's life of which letters tell: adoption, secure accommodation, a pathway plan, a remand. */

import * as adoption from '../core/events/adoption';
import { MEETINGS } from '../core/events/meetings';
import { EXIT_REVIEW_HELD, EXIT_REVIEW_PLANNED } from '../core/events/reviews';
import {
  OF_PATHWAY,
  OF_REMAND,
  OF_SECURE,
  PATHWAY_REVIEW_PLANNED,
  SECURE_REVIEW_PLANNED,
} from '../core/events/secure-and-pathway';
import { planCommandOf } from '../ui/plan-words';

export type CourseSort = 'adoption' | 'secure' | 'pathway' | 'remand' | 'ending';

interface CourseOfLetters {
  /** What it is called after the child's reference. */
  readonly label: string;
  /** What the front matter of its letters calls it. */
  readonly kind: string;
  readonly isOf: (event: string) => boolean;
  /** The event that plans its meeting; null if it has none of its own. */
  readonly planned: string | null;
  /** To see how it stands. */
  readonly command: string;
}

/** What to type to plan the meeting of a course; null of what has none of its own. */
export function toPlanCourse(sort: string, ref: string): string | null {
  const planned = COURSES[sort as CourseSort]?.planned ?? null;
  const meeting = MEETINGS.find(({ plans }) => plans === planned);
  return meeting === undefined ? null : planCommandOf(meeting.what, ref);
}

/** The command of a field of the meeting of any course, as it is of that one. */
export const plannedBy = (sort: string, supply: string): string =>
  supply.replace(
    /^irotool secure plan (\S+) --meeting DATE( --time TIME)?/,
    (said, ref: string, time = '') => {
      const plan = toPlanCourse(sort, ref);
      return plan === null ? said : plan + (plan.includes('TIME') ? '' : time);
    },
  );

const anyOf = (events: readonly { readonly kind: string }[]): CourseOfLetters['isOf'] => {
  const kinds = new Set(events.map(({ kind }) => kind));
  return (event) => kinds.has(event);
};

export const COURSES: Readonly<Record<CourseSort, CourseOfLetters>> = {
  adoption: {
    ...{ label: 'adoption', kind: 'adoption-plan', planned: null, command: 'adoption show' },
    isOf: anyOf(Object.values(adoption)),
  },
  secure: {
    ...{ label: 'secure review', kind: 'secure-review', planned: SECURE_REVIEW_PLANNED.kind },
    command: 'secure show',
    isOf: anyOf(OF_SECURE),
  },
  pathway: {
    ...{ label: 'pathway review', kind: 'pathway-review', planned: PATHWAY_REVIEW_PLANNED.kind },
    command: 'pathway show',
    isOf: anyOf(OF_PATHWAY),
  },
  remand: {
    ...{ label: 'remand', kind: 'remand', planned: null, command: 'child remand' },
    isOf: anyOf(OF_REMAND),
  },
  ending: {
    ...{ label: 'exit review', kind: 'unplanned-ending', planned: EXIT_REVIEW_PLANNED.kind },
    command: 'child show',
    isOf: anyOf([EXIT_REVIEW_PLANNED, EXIT_REVIEW_HELD]),
  },
};
