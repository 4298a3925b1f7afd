/** What `child show` prints above the chronology: who the child is, and the child's people. */

import type { AboutChild } from '../../cases/child';
import type { Context, Unit } from '../../context';
import { adoptionOn } from '../../core/children/adoption';
import { onPlanSince } from '../../core/children/protection-plans';
import type { Story } from '../../core/engine/moment';
import { isDeath } from '../../core/events/death';
import { ageOn, type IsoDate, londonDate, plainDate } from '../../core/time/dates';
import { codeWords } from '../../law/shipped';
import type { ListedChild } from '../../store/children';
import { type Merged, mergedInto } from '../../store/merged';
import { indented, inRows, type Part, section } from '../../ui/rows';

interface Told {
  readonly story: Story;
  readonly meetings: readonly (readonly [label: string, words: string])[];
}

/** The name, the age and care, the meeting that is planned, and what there is to know at once. */
export function headParts(
  { today }: Context,
  { db }: Unit,
  child: ListedChild,
  about: AboutChild,
  { story, meetings }: Told,
): Part[] {
  const died = story.moments.find(({ fact, on }) => isDeath(fact) && on <= today)?.on ?? null;
  const { knownAs, pronouns, needs, unaccompanied, siblings, parents, children, mergedFrom } = about.child;
  const merged = mergedInto(db, child.id);
  const facts: (readonly [string, string | null])[] = [
    ...meetings,
    ['Known as', [knownAs, pronouns].filter(Boolean).join(', ') || null],
    ['Needs', needs],
    ['Unaccompanied', unaccompanied ? 'yes' : null],
    ['Legal basis', child.legalStatus && codeWords('legal-status', child.legalStatus)],
    ['In court', proceedingsWords(about)],
    ['Placement', placementWords(child)],
    ['IRO', child.iro ?? (child.inCare ? 'not allocated yet' : null)],
    ['Social worker', [child.socialWorker, child.team].filter(Boolean).join(', ') || null],
    ['Siblings', siblings.join(', ') || null],
    ['Child of', parents.length === 0 ? null : `${parents.join(', ')}, looked after too`],
    ['Parent of', children.length === 0 ? null : `${children.join(', ')}, looked after too`],
    ['Decisions', decisionWords(child.ref, about)],
    ['Merged here', mergedFrom.join(', ') || null],
  ];
  const rows = facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return [
    child.name === null ? child.ref : `${child.ref}  ${child.name}`,
    [...lifeWords(child, died, today), merged ? mergedWords(merged) : careWords(child, story, today, died)]
      .filter(Boolean)
      .join('; '),
    inRows(rows, [{ min: 13 }, { wraps: true }], 2),
  ];
}

/** When they were born, and how old they are; of one who has died, when that was, and how old they were. */
function lifeWords({ born }: ListedChild, died: IsoDate | null, today: IsoDate): string[] {
  const age = born === null ? '' : `, aged ${ageOn(born, died ?? today)}`;
  if (died === null) return born === null ? [] : [`born ${plainDate(born)}${age}`];
  return [...(born === null ? [] : [`born ${plainDate(born)}`]), `died ${plainDate(died)}${age}`];
}

/** A code with its words. */
function placementWords({ placement, confidential }: ListedChild): string | null {
  if (!placement) return null;
  return `${codeWords('placement', placement)}${confidential ? ', CONFIDENTIAL' : ''}`;
}

/** In care or not, since when, and whether on a child protection plan. */
function careWords(child: ListedChild, story: Story, today: IsoDate, died: IsoDate | null): string {
  const plan = onPlanSince(story, today);
  const on = plan === null ? '' : `; on a child protection plan since ${plainDate(plan)}`;
  if (child.inCare) {
    return `in care since ${plainDate(child.since!)}${child.alreadyInCare ? ' or before' : ''}${on}`;
  }
  const left = story.periods.at(-1)?.to ?? null;
  const { adoptedOn } = adoptionOn(story, today);
  if (adoptedOn !== null) return `adopted on ${plainDate(adoptedOn)}, when care ended${on}`;
  if (!child.since) return died === null ? `not in care${on}` : '';
  return left === null ? `no longer in care${on}` : `no longer in care since ${plainDate(left)}${on}`;
}

const mergedWords = ({ into, at, why }: Merged): string =>
  `merged into ${into.ref} on ${plainDate(londonDate(Date.parse(at)))}: ${why}`;

function proceedingsWords({ proceedings }: AboutChild): string | null {
  if (!proceedings) return null;
  const since = `proceedings since ${plainDate(proceedings.since)}`;
  return proceedings.timetable ? `${since}; timetable: ${proceedings.timetable}` : since;
}

/** How many are open and past their date, and where to see them. */
function decisionWords(ref: string, { recommendations }: AboutChild): string | null {
  if (recommendations.length === 0) return null;
  const past = recommendations.filter(({ isPast }) => isPast).length;
  const late = past === 0 ? '' : `, ${past} past ${past === 1 ? 'its' : 'their'} date`;
  return `${recommendations.length} open${late}: irotool recommendation list ${ref}`;
}

const CONTACTS = {
  ordinary: 'ordinary contact',
  supervised: 'supervised contact',
  none: 'no contact',
} as const;

/** The child's people: by the tag that the record calls them, with their names. */
export function peopleParts(people: AboutChild['people']): Part[] {
  const rows = people.map(({ tag, name, role, relationship, responsibility, knowsPlacement, contact }) => [
    tag,
    name,
    [
      relationship ?? role.replaceAll('-', ' '),
      responsibility ? 'parental responsibility' : '',
      contact === null ? '' : CONTACTS[contact],
      knowsPlacement ? 'may know the placement' : '',
    ]
      .filter(Boolean)
      .join(', '),
  ]);
  return section('PEOPLE', rows, [{}, {}, { wraps: true, min: 20 }]);
}

/** The tests of short breaks that the placements do not meet. */
export function shortBreakParts(tests: readonly string[]): Part[] {
  return tests.length === 0 ? [] : ['', 'SHORT BREAKS', ...tests.map((test) => indented(test, 1))];
}
