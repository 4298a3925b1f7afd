/** The sort of case that a pack is of: as it was typed, or what there is of whom it is about. */
import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { conferencesOf } from '../../core/children/conferences';
import { planIn } from '../../core/children/meetings-to-come';
import type { CaseSort } from '../../documents/template/template';
import { UsageError } from '../../errors';
import { findApplicant } from '../../store/applicants';
import { either } from '../../ui/words';

const OF_A_CHILD: readonly CaseSort[] = [
  'review',
  'conference',
  'dispute',
  'adoption',
  'secure',
  'pathway',
  'remand',
  'ending',
];

interface TypedOfSort {
  readonly of?: string | undefined;
  readonly moment?: string | undefined;
  readonly review?: string | undefined;
}

/**
 * Of an applicant a determination. Of a child a review if nothing was typed; but the review of an ending that is planned,
 * and a conference of one who never came into care, and of whom one is recorded.
 */
export function sortOfPack(
  context: Context,
  unit: Unit,
  ref: string,
  { of: typed, moment, review }: TypedOfSort,
): CaseSort {
  if (findApplicant(unit.db, ref)) return 'determination';
  if (typed !== undefined) {
    const found = OF_A_CHILD.find((each) => each === typed.trim().toLowerCase());
    if (found) return found;
    throw new UsageError(`--of is ${either(OF_A_CHILD)}; not "${typed}".`);
  }
  if (moment !== undefined || review !== undefined) return 'review';
  const { story } = reckoned(context, unit, childNamed(unit.db, ref)).reckoning;
  if (planIn(story, 'exit review') !== null) return 'ending';
  return story.periods.length === 0 && conferencesOf(story, context.today).length > 0
    ? 'conference'
    : 'review';
}
