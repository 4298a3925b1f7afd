/** What is usual at a review's stage and is not recorded: a few words each, to end its screen with. */
import type { ReviewAnswer, ReviewHead } from './account';

type Gap = readonly [isMissing: boolean, words: string];

/** The gaps of a review: before it is held of its planning, after that of its sitting. */
export function gapsIn(review: ReviewHead, answer: ReviewAnswer): string[] {
  const gaps = review.heldOn === null ? toCome(review, answer) : held(review, answer);
  return gaps.flatMap(([isMissing, words]) => (isMissing ? [words] : []));
}

function toCome(review: ReviewHead, { participants, wishes, steps }: ReviewAnswer): Gap[] {
  return [
    [review.meeting === null, 'the date of the meeting'],
    [review.meeting !== null && review.time === null, 'its time'],
    [review.meeting !== null && review.venue === null, 'where it is'],
    [participants.length === 0, 'who is on its list'],
    [wishes === null, 'what the child wishes'],
    [steps.listReturned === null, 'the social worker’s list'],
    [steps.recordsCurrent === null, 'whether the records are up to date'],
  ];
}

function held(review: ReviewHead, { participants, sitting, decisions, steps, after }: ReviewAnswer): Gap[] {
  const { attended, considered, satisfied } = sitting!;
  const isOrdinary = sitting!.kinds.includes('review-held');
  const nothingBefore =
    steps.childConsulted === null && steps.discussed === null && steps.documentsReceived === null;
  return [
    [participants.length === 0, 'who was on its list'],
    [nothingBefore && steps.invitationsSent === null && steps.iroSawChild === null, 'the steps before it'],
    [isOrdinary && review.code === null, 'how the child took part'],
    [!review.onPapers && attended.length === 0, 'who attended'],
    [considered.length === 0, 'what it considered'],
    [satisfied === null, 'whether the IRO is satisfied'],
    [decisions.length === 0, 'its decisions'],
    [after?.sent === null, 'the decisions sent'],
    [after?.recordCompleted === null, 'the full record'],
  ];
}
