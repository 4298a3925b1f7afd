/** How a document speaks of where a child is: of which plan, and of who looks after them there; and of one who signs. */
import { detentionOn } from '../../core/children/detention';
import type { LetterSays } from '../../documents/template/field-list';
import { childDetails } from '../../store/child-details';
import type { LetterCase } from '../letter-case';

type Child = NonNullable<LetterSays['child']>;

/** That a child signs, or hears little, as it was written of what they need. */
const SIGNS =
  /\b(?:BSL|sign(?:s|ing|ed)?|makaton|deaf|hard of hearing|hearing (?:loss|impair\p{L}*|aids?))\b/iu;

/**
 * Of all the children of a letter. Who may not know where the child lives is not told that they are detained: such a
 * letter speaks of a care plan and of carers, as of any child.
 */
export function keptWhere(
  review: LetterCase,
  isTold: boolean,
): Pick<Child, 'isDetained' | 'plan' | 'carers' | 'signs'> {
  const all = [review, ...review.alongside];
  const detained = isTold ? all.map(({ reckoning, day }) => detentionOn(reckoning.story, day)) : [];
  const isDetained = detained.length > 0 && detained.every((each) => each !== null);
  return {
    isDetained,
    plan:
      isDetained && detained.every((each) => each === 'by-remand-alone')
        ? 'detention placement plan'
        : 'care plan',
    carers: isDetained ? 'staff' : 'carers',
    signs: signs(review),
  };
}

function signs({ unit, child, list }: LetterCase): boolean {
  const own = list?.participants.find(({ ref }) => ref === 'child');
  return [childDetails(unit.db, child.id).needs, own?.interpreter, own?.needs].some((each) =>
    SIGNS.test(each ?? ''),
  );
}
