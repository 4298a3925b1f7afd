/** What is not recorded of a conference that was held, as its screen says it. */
import type { ConferenceAnswer } from './account';
import type { ConferenceReading } from './reading';

/** In words, to be listed: `the child’s part`. */
export function conferenceGaps(
  { conference, members }: ConferenceReading,
  answer: ConferenceAnswer,
): string[] {
  const { held, explained, reminded, invitations, shared } = answer;
  const gaps: readonly (readonly [boolean, string])[] = [
    [invitations === null, 'the invitations'],
    [!explained.some(({ by }) => by === 'social-worker'), 'that the social worker explained the conference'],
    [!explained.some(({ by }) => by === 'chair'), 'that the chair explained the conference'],
    [reminded.length === 0, 'that the parents were reminded of an advocate or supporter'],
    [members.every(({ report }) => report === null), 'any report'],
    [shared.length === 0, 'that the reports were shared with the family, or why not'],
    [held?.attended.length === 0, 'who came'],
    [held?.code === null, 'the child’s part'],
    [held?.parentsSay === null, 'what the parents say'],
    [held?.harm === null, 'whether significant harm goes on or is likely'],
    [held?.outcome === 'continue' && held.plan === null, 'whether the plan needs change'],
    [held?.outcome === 'plan' && held.category.length === 0, 'of what harm the child is to be protected'],
  ];
  return conference.heldOn === null ? [] : gaps.flatMap(([isGap, words]) => (isGap ? [words] : []));
}
