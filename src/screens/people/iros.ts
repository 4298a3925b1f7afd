/** A child's IROs over time, their independence, and what the child was told. */

import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { type Complaint, complaintsOf } from '../../core/children/complaints';
import type { Concern } from '../../core/children/concerns';
import {
  type ChildTold,
  childTold,
  type Informed,
  type IroOfChild,
  informedIn,
  irosOf,
  RIGHT_WORDS,
  RIGHTS,
  type Right,
  type Substitute,
  substitutesOf,
} from '../../core/children/iro-record';
import { CHILD_WISHES_COURT } from '../../core/events/care';
import type { Said } from '../../core/events/event';
import { takenIn } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { personById } from '../../store/people/people';
import { type Part, section } from '../../ui/rows';
import { dayIn, listed, refAndReview } from '../../ui/words';

export interface IrosOfChild {
  readonly child: Child;
  /** The name of the IRO now; null if none is allocated. */
  readonly iro: string | null;
  readonly iros: readonly IroOfChild[];
  readonly substitutes: readonly Substitute[];
  readonly told: ChildTold;
  readonly informed: readonly Informed[];
  /** Each time that the child wished to go to court, or someone was found who helps. */
  readonly court: readonly Said<typeof CHILD_WISHES_COURT>[];
  readonly complaints: readonly Complaint[];
  readonly inCare: boolean;
}

/** What is recorded of a child's IROs up to today. */
export function irosOfChild(context: Context, unit: Unit, child: Child): IrosOfChild {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { story, standing } = reckoning;
  const iros = irosOf(story);
  return {
    child,
    iro: standing.inCare ? nameOf(unit, standing.iroId) : null,
    iros,
    substitutes: substitutesOf(story, iros),
    told: childTold(story, iros),
    informed: informedIn(story),
    court: takenIn(story, CHILD_WISHES_COURT),
    complaints: complaintsOf(facts),
    inCare: standing.inCare,
  };
}

function nameOf({ db }: Unit, id: number | null): string | null {
  return id === null ? null : (personById(db, id)?.name ?? null);
}

export function irosJson(
  unit: Unit,
  { child, iro, iros, substitutes, told, informed, court, complaints }: IrosOfChild,
): Record<string, unknown> {
  return {
    child: { ref: child.ref, name: child.name },
    iro,
    iros: iros.map((each) => ({ ...each, iro: nameOf(unit, each.iro) })),
    namedInCarePlanOn: told.namedOn,
    introductoryVisitOn: told.visitedOn,
    told: RIGHTS.map((right) => ({ of: right, on: told.told.get(right) ?? null })),
    missing: told.missing,
    leaflets: told.leaflets,
    concerns: told.concerns,
    informed,
    court,
    complaints,
    substitutes: substitutes.map((each) => ({ ...each, chair: nameOf(unit, each.chair) })),
  };
}

export function irosParts(context: Context, unit: Unit, shown: IrosOfChild): Part[] {
  const { child, iro, iros, substitutes, told, informed, court, complaints, inCare } = shown;
  const day = (on: IsoDate): string => dayIn(on, context.today);
  const now = inCare ? `the IRO is ${iro ?? 'not allocated yet'}` : 'not in care';
  return [
    `${child.ref}  independent reviewing officers (IROs): ${now}`,
    ...section(
      'IROS',
      iros.map((each) => iroRow(unit, each, day)),
      [{}, {}, { wraps: true, min: 24 }],
    ),
    ...section(
      'CHAIRED IN THEIR PLACE',
      substitutes.map((each) => [
        day(each.on),
        refAndReview(child.ref, each.review),
        `${nameOf(unit, each.chair)}${each.planned ? ', planned' : ''}`,
      ]),
      [{}, {}, { wraps: true }],
    ),
    ...section('THE CHILD', childRows(shown, day), [{ min: 20 }, { wraps: true }]),
    ...section(
      'CONCERNS RAISED',
      told.concerns.map((concern) => concernRow(concern, day)),
      [{}, {}, { wraps: true, min: 24 }],
    ),
    ...section(
      'THE CHILD WISHES TO GO TO COURT',
      court.map(({ on, about, adult, advice }) => [
        day(on),
        [
          about,
          adult === null ? null : `helped by ${wordsFor(everyoneIn(unit, child, context.today), adult)}`,
          advice === null ? null : `helped by the IRO to legal advice: ${advice}`,
        ]
          .filter(Boolean)
          .join('; '),
      ]),
      [{}, { wraps: true, min: 24 }],
    ),
    ...section(
      'THE IRO WAS TOLD',
      informed.map(({ on, of, early }) => [
        day(on),
        early === null ? of! : `${of}; an earlier review: ${early}`,
      ]),
      [{}, { wraps: true, min: 24 }],
    ),
    ...section(
      'COMPLAINTS',
      complaints.map(({ ref, madeOn, about, review, answeredOn }) => [
        day(madeOn),
        ref,
        [
          about,
          review === null ? null : `about ${child.ref}/${review}`,
          answeredOn === null ? 'NOT ANSWERED' : `answered ${day(answeredOn)}`,
        ]
          .filter(Boolean)
          .join('; '),
      ]),
      [{}, {}, { wraps: true, min: 24 }],
    ),
    ...(inCare ? nextLines(shown) : []),
  ];
}

function iroRow(unit: Unit, each: IroOfChild, day: (on: IsoDate) => string): string[] {
  const independent = { yes: 'independent', no: 'NOT independent' };
  return [
    nameOf(unit, each.iro) ?? 'name not recorded',
    each.until === null ? `since ${day(each.from)}` : `${day(each.from)} to ${day(each.until)}`,
    [
      each.independent === null ? 'independence not recorded' : independent[each.independent],
      ...(each.reason === null ? [] : [`took over: ${each.reason}`]),
      ...(each.because === null ? [] : [`against the guidance: ${each.because}`]),
    ].join('; '),
  ];
}

function childRows({ told, iros }: IrosOfChild, day: (on: IsoDate) => string): string[][] {
  const since = iros.at(-1)?.from;
  const visited =
    told.visitedOn === null
      ? 'not recorded'
      : `${longDate(told.visitedOn)}${since !== undefined && told.visitedOn < since ? ', by the IRO before' : ''}`;
  return [
    ['Named in care plan', told.namedOn === null ? 'not recorded' : longDate(told.namedOn)],
    ['Introductory visit', visited],
    ...toldRows(told, day),
    ...told.leaflets.map(({ on, what }) => ['Given', `${what} (${day(on)})`]),
    ...(told.missing.length === 0 ? [] : [['Not told yet', wordsOf(told.missing)]]),
  ];
}

/** What was told on each day, the first day first. */
function toldRows({ told, missing }: ChildTold, day: (on: IsoDate) => string): string[][] {
  const known = [...told].filter(([right]) => !missing.includes(right));
  const days = [...new Set(known.map(([, on]) => on))].sort();
  return days.map((on) => [
    `Told ${day(on)}`,
    wordsOf(RIGHTS.filter((right) => known.some(([each, told]) => each === right && told === on))),
  ]);
}

const wordsOf = (rights: readonly Right[]): string => listed(rights.map((right) => RIGHT_WORDS[right]));

function concernRow(concern: Concern, day: (on: IsoDate) => string): string[] {
  const answer = concern.answer === null ? '' : `: ${concern.answer}`;
  const taken =
    concern.takenUpOn === null
      ? 'not taken up yet'
      : `taken up with the social worker ${day(concern.takenUpOn)}${answer}`;
  return [day(concern.raisedOn), concern.ref, concern.about === null ? taken : `${concern.about}; ${taken}`];
}

/** What is not recorded yet, and what to type. */
function nextLines({ child, iro, told }: IrosOfChild): string[] {
  const lines =
    iro === null
      ? [`To allocate an IRO: irotool iro allocate ${child.ref}`]
      : [
          ...(told.namedOn === null ? [`Once named in the care plan: irotool iro named ${child.ref}`] : []),
          ...(told.missing.length === 0
            ? []
            : [`Once the child is told: irotool iro told ${child.ref} --of ${told.missing.join(',')}`]),
        ];
  return lines.length === 0 ? [] : ['', ...lines];
}
