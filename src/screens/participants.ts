/** How the list of a review is shown. */

import { meetingWords } from '../cases/meeting/in-words';
import type { ListedWho, ReviewList } from '../cases/meeting/participants';
import { wordsFor } from '../cases/people/someone';
import { manyInvited } from '../core/reviews/participants';
import type { PartInReview } from '../core/reviews/who-should-come';
import { longDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { inRows, type Part as Line } from '../ui/rows';
import type { Shown } from './show';

/** The list with who is missing. */
export const reviewListShown = (child: Child, list: ReviewList): Shown => ({
  json: () => listJson(child, list),
  screen: () => screen(child, list),
});

function screen(child: Child, list: ReviewList): Line[] {
  const everyone = list.participants.map(({ who }) => who);
  const words = (ref: string): string => wordsFor(everyone, ref);
  const rows = list.participants.map((each) => [
    each.ref,
    each.name ?? 'not recorded',
    [partWords(each), ...detailWords(each, words)].join('; '),
  ]);
  const { needs } = list.circumstances;
  const many = manyInvited(list.participants);
  const after = [
    ...(needs === null ? [] : [`The child’s needs: ${needs}`]),
    ...list.missing.map(({ why }) => `Missing: ${why}`),
    ...(list.missing.length === 0 ? [] : [howToAdd(child, list)]),
    ...(many === null ? [] : [keepItSmall(many)]),
  ];
  return [
    `${child.ref}/${list.number}  ${whenWords(list)}`,
    inRows(rows, [{}, {}, { wraps: true, min: 20 }]),
    ...(after.length === 0 ? [] : ['', ...after]),
  ];
}

/** Said if many are invited. */
export function keepItSmall(many: number): string {
  return `Note: ${many} people are invited. A review is kept as small as possible: some may give their views in writing, and more than one meeting is allowed.`;
}

function whenWords({ heldOn, plan }: ReviewList): string {
  if (heldOn) return `Who was on the list of the review held ${longDate(heldOn)}`;
  if (plan) return `Who comes to the review of ${meetingWords({ on: plan.meeting, time: plan.time })}`;
  return 'Who comes to the next review; no date is fixed';
}

/** How the first gap is filled. */
function howToAdd({ ref }: Child, { missing }: ReviewList): string {
  const { who } = missing[0]!;
  if (who === 'social-worker') return `To add one: irotool child edit ${ref} --social-worker NAME`;
  const role = who === 'responsibility' ? 'parent --responsibility yes' : who;
  return `To add someone: irotool child link ${ref} NAME --role ${role}`;
}

const LISTED: Readonly<Record<PartInReview, string>> = {
  invited: 'invited',
  consulted: 'consulted',
  distribution: 'sent the record',
  none: 'not on the list',
};

/** What someone's part is in words: `invited`, `would be invited`, `not invited, consulted`. */
export function partWords({ part, isProposed, exclusion }: ListedWho): string {
  if (exclusion && !exclusion.isForPart && part !== 'invited') {
    return part === 'none' ? 'not invited' : `not invited, ${LISTED[part]}`;
  }
  const words = isProposed && part !== 'none' ? `would be ${LISTED[part]}` : LISTED[part];
  return exclusion?.isForPart ? `${words}, for part of the meeting` : words;
}

function detailWords(each: ListedWho, words: (ref: string) => string): string[] {
  const { delegate, supporter, interpreter, needs, childWishes, why } = each;
  return [
    ...(each.ref === 'iro' ? ['chairs'] : []),
    ...(delegate ? [`in their place: ${words(delegate)}`] : []),
    ...(supporter
      ? [`supporter: ${words(supporter)}${each.withLegalAdviser ? ' (a legal adviser)' : ''}`]
      : []),
    ...(interpreter ? [`interpreter: ${interpreter}`] : []),
    ...(needs ? [`needs: ${needs}`] : []),
    ...(childWishes ? [`the child ${childWishes === 'yes' ? 'wishes' : 'does not wish'} it`] : []),
    ...(why ? [why] : []),
  ];
}

function listJson(child: Child, list: ReviewList): object {
  return {
    child: { ref: child.ref, name: child.name },
    review: list.number,
    meeting: list.plan?.meeting ?? null,
    heldOn: list.heldOn,
    needs: list.circumstances.needs,
    participants: list.participants.map((each) => ({
      who: each.ref,
      name: each.name,
      role: each.role,
      part: each.part,
      proposed: each.isProposed,
      notInvited: each.exclusion !== null && !each.exclusion.isForPart,
      delegate: each.delegate,
      supporter: each.supporter,
      legalAdviser: each.withLegalAdviser,
      interpreter: each.interpreter,
      needs: each.needs,
      childWishes: each.childWishes,
      why: each.why,
    })),
    missing: list.missing.map(({ who, why }) => ({ who, why })),
  };
}
