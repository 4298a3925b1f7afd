/** The case that a document is of: by what its template tells of, and which one was typed. */
import { readConference } from '../cases/conference/reading';
import { determinationMeant, determinationsOf } from '../cases/determination';
import { disputeNamed } from '../cases/dispute';
import { applicantNamed, childNamed } from '../cases/find';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { isWithoutRight } from '../core/children/determinations';
import { whichStage } from '../core/children/disputes';
import { planIn } from '../core/children/meetings-to-come';
import type { Story } from '../core/engine/moment';
import { MEETINGS } from '../core/events/meetings';
import { INITIAL_CONFERENCE_PLANNED, REVIEW_CONFERENCE_PLANNED } from '../core/events/protection';
import { CONFERENCE_CANCELLED } from '../core/events/protection/conference';
import { type Plan, plansOf } from '../core/reviews/record';
import type { CaseSort, Template } from '../documents/template/template';
import { UsageError } from '../errors';
import { keptFactsNoted } from '../store/chronology';
import { COURSES, type CourseSort } from './courses';
import { caseOf, type LetterCase, refuseOther } from './letter-case';
import { reviewOf } from './which-review';

/** What was typed of which case. */
export interface WhichCase {
  /** A number, or `exit`. */
  readonly review?: string | undefined;
  /** The reference or the number of any other; of a letter about a recommendation, of that. */
  readonly which?: string | undefined;
}

/** What of a template says which case it is of. */
export type CaseTemplate = Pick<Template, 'name' | 'kind' | 'about' | 'of' | 'reviews' | 'moment'>;

/** The case of a document, as it is kept: who is named is judged for each reader. */
export function caseFor(
  context: Context,
  unit: Unit,
  ref: string,
  template: CaseTemplate,
  { review, which }: WhichCase,
): LetterCase {
  const { about, name } = template;
  if (about !== 'review' && review !== undefined) {
    throw new UsageError(`--review goes with a document of a review; not ${name}.`);
  }
  if (about === 'review' && which !== undefined && template.kind !== 'tracked') {
    throw new UsageError(`--which goes with a letter about a tracked recommendation; not ${name}.`);
  }
  const of = READ[about](context, unit, ref, { review, which }, template);
  refuseOther(template, of);
  return of;
}

type Read = (
  context: Context,
  unit: Unit,
  ref: string,
  typed: WhichCase,
  template: CaseTemplate,
) => LetterCase;

const READ: Readonly<Record<CaseSort, Read>> = {
  review: (context, unit, ref, { review }, template) =>
    reviewOf(context, unit, childNamed(unit.db, ref), template, review),
  determination: determinationCase,
  conference: conferenceCase,
  dispute: disputeCase,
  adoption: courseCase('adoption'),
  secure: courseCase('secure'),
  pathway: courseCase('pathway'),
  remand: courseCase('remand'),
  ending: courseCase('ending'),
};

/** The determination of `--which`, or the only one that is open. */
function determinationCase(context: Context, unit: Unit, typed: string, { which }: WhichCase): LetterCase {
  const child = applicantNamed(unit.db, typed);
  const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
  const determination = determinationMeant(child, determinationsOf(context, unit, reckoning), which);
  const { ref, record, sent } = determination;
  return caseOf(context, {
    ...{ sort: 'determination', unit, child, reckoning, record, determination, inFile: ref },
    label: `${child.ref} ${ref}`,
    json: { applicant: child.ref, determination: ref },
    kinds: [isWithoutRight(determination) ? 'no-right' : sent.kind],
    toSee: `irotool irm show ${child.ref}`,
    toRecord: `irotool irm record ${child.ref} --which ${ref}`,
  });
}

/** Documents of a conference that was held, and the form with which its members answer. */
const HELD: readonly string[] = ['after', 'form'];

/** The conference of `--which`, `initial` or a number; else the last held, or the one that is prepared, by the document. */
function conferenceCase(
  context: Context,
  unit: Unit,
  typed: string,
  { which }: WhichCase,
  { kind }: CaseTemplate,
): LetterCase {
  const child = childNamed(unit.db, typed);
  const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
  const named = which === undefined ? {} : { conference: which };
  const reading = readConference(
    ...([unit, child, reckoning, context.today] as const),
    ...([HELD.includes(kind) ? 'held' : 'latest', named] as const),
  );
  const { conference, label, day, again } = reading;
  const { series, number } = conference;
  const plans = plansOf(conference, PLANNED_BY);
  return caseOf(context, {
    ...{ sort: 'conference', unit, child, reckoning, label, day, conference: reading, plans },
    arrangedBy: ARRANGED_BY,
    record: conference,
    plan: reading.plan === null ? null : (plans.at(-1) ?? null),
    inFile: `conference-${series === 1 ? '' : `${series}-`}${number === 0 ? 'initial' : number}`,
    json: { child: child.ref, conference: { series, number } },
    kinds: [number === 0 ? 'initial-conference' : 'review-conference'],
    toSee: `irotool conference show ${again}`,
    toRecord: `irotool conference show ${again}`,
  });
}

const PLANNED_BY = [INITIAL_CONFERENCE_PLANNED.kind, REVIEW_CONFERENCE_PLANNED.kind];
const ARRANGED_BY = [...PLANNED_BY, CONFERENCE_CANCELLED.kind];

/** The plan of a course's next meeting, if it has one of its own and none that was held or ended since. */
function planToCome(planned: string | null, record: Pick<Story, 'moments'>): Plan | null {
  const meeting = MEETINGS.find(({ plans }) => plans === planned);
  const plan = meeting === undefined ? null : planIn(record, meeting.what);
  return plan === null ? null : plansOf({ moments: [plan] }, [plan.fact.kind])[0]!;
}

/** A course of a child's life: what was last recorded of each of its events. */
function courseCase(sort: CourseSort): Read {
  return (context, unit, typed, { which }) => {
    const child = childNamed(unit.db, typed);
    const { label: called, kind, isOf, planned } = COURSES[sort];
    if (which !== undefined) {
      throw new UsageError(`--which goes with no letter of a ${called}: it tells of the latest.`);
    }
    const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
    const moments = reckoning.story.moments.filter(({ counts, fact }) => counts && isOf(fact.kind));
    const plans = planned === null ? [] : plansOf({ moments }, [planned]);
    return caseOf(context, {
      ...{ sort, unit, child, reckoning, plans, inFile: sort, kinds: [kind], record: { moments } },
      ...{ arrangedBy: planned === null ? [] : [planned], plan: planToCome(planned, { moments }) },
      label: `${child.ref} ${called}`,
      json: { child: child.ref, case: kind },
      toSee: `irotool ${COURSES[sort].command} ${child.ref}`,
      toRecord: `irotool ${COURSES[sort].command} ${child.ref}`,
    });
  };
}

/** The dispute of `--which`, or the only one that is open. */
function disputeCase(context: Context, unit: Unit, typed: string, { which }: WhichCase): LetterCase {
  const child = childNamed(unit.db, typed);
  const { reckoning } = reckoned(context, unit, child, keptFactsNoted);
  const { story } = reckoning;
  const dispute = disputeNamed(child.ref, story, unit.pack.stages ?? [], which);
  const { ref } = dispute;
  const moments = story.moments.filter(
    ({ counts, fact }) => counts && fact.attributes.ref?.toLowerCase() === ref.toLowerCase(),
  );
  return caseOf(context, {
    ...{ sort: 'dispute', unit, child, reckoning, dispute, inFile: ref },
    kinds: [whichStage(dispute), 'dispute'],
    record: { moments },
    label: `${child.ref} ${ref}`,
    json: { child: child.ref, dispute: ref },
    toSee: `irotool dispute show ${child.ref} ${ref}`,
    toRecord: `irotool dispute show ${child.ref} ${ref}`,
  });
}
