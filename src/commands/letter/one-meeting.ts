/** The birth family and the adopters in one meeting: refused until it is said that it is so meant. */
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { type ReviewList, reviewList } from '../review/participants-of';
import { togetherIn } from '../review/same-meeting';
import { reckoned } from '../saving';
import type { LetterReview } from './review';

const BIRTH_FAMILY: readonly string[] = ['parent', 'relative'];

/**
 * Refuses invitations to a meeting of both, of one child or of several, unless it is recorded why the birth
 * family comes.
 */
export function refuseAdoptersWithBirthFamily(context: Context, review: LetterReview): void {
  const { unit, child, record, list, label } = review;
  const others = togetherIn(unit, record).map((other) => ({
    ref: other.ref,
    list: listOfOther(context, review, other),
  }));
  const all = [{ ref: child.ref, list }, ...others].flatMap(({ ref, list: each }) =>
    (each?.participants ?? [])
      .filter(({ part }) => part === 'invited')
      .map((participant) => ({ ...participant, of: ref })),
  );
  if (!all.some(({ role }) => role === 'adopter')) return;
  const family = all.find(
    ({ role, why, isProposed }) => BIRTH_FAMILY.includes(role) && (isProposed || why === null),
  );
  if (family === undefined) return;
  throw new UserError(
    `${label}: the adopters and the birth family (${family.ref} of ${family.of}) would be in one meeting. Nothing was written.`,
    `If social worker and IRO so decide: irotool review participants ${family.of} --add ${family.ref} --why "…" If not: irotool review participants ${family.of} --add ${family.ref} --part consulted`,
  );
}

function listOfOther(
  context: Context,
  { unit }: LetterReview,
  other: Parameters<typeof reckoned>[2],
): ReviewList | null {
  const { reckoning } = reckoned(context, unit, other);
  return reckoning.story.periods.length === 0 ? null : reviewList(unit, other, reckoning, context.today);
}
