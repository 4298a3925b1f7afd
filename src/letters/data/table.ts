/** What the papers for the meeting itself say: who is to come, what the review has to consider, what the child wishes. */
import { concernsIn } from '../../core/children/concerns';
import { upTo, withNew } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import { CHILD_CONSULTED, CHILD_WISHES_RECORDED } from '../../core/events/before-review';
import type { Hidden } from '../../core/privacy/hidden';
import { tellsByName } from '../../core/privacy/may-know';
import { lastTaken } from '../../core/reviews/record';
import { whatToConsider } from '../../core/reviews/what-to-consider';
import type { LetterSays } from '../../documents/template/field-list';
import type { Template } from '../../documents/template/template';
import { childDetails } from '../../store/child-details';
import { factsOf } from '../../store/chronology';
import { capital } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { type Addressee, ROLE_CALLED } from '../recipient';
import { recipientsOf } from '../recipients';
import { hiddenFrom } from '../withheld-from';
import { matterWordsFor } from './child';
import { unnamedRole } from './names';

type Table = Pick<LetterSays, 'seats' | 'wishes'> & { readonly matters?: LetterSays['matters'] };

/** Of a paper for the meeting all of it; of any other document what the child wishes, for whoever prepares the review. */
export function tableData(review: LetterCase, recipient: Addressee, { kind }: Pick<Template, 'kind'>): Table {
  const wishes = PREPARES.includes(recipient.ref) ? wishesData(review) : null;
  if (kind !== 'sheet' || review.list === null) return { seats: null, wishes };
  return {
    seats: seatsOf(review, recipient),
    wishes,
    ...(review.held === null ? toCome(review, recipient) : {}),
  };
}

/** Those who may read what the child said of others: whom they do not want there, what worries them. */
const PREPARES: readonly string[] = ['child', 'iro', 'social-worker'];

/** Everyone who is asked to come. What lies on the table is read by all of them: it says no more than each may know. */
function seatsOf(review: LetterCase, recipient: Addressee): NonNullable<LetterSays['seats']> {
  const isForUnit = recipient.ref === 'iro' || recipient.ref === 'social-worker';
  const invited = (review.list?.participants ?? []).filter(
    ({ part, ref }) => part === 'invited' && ref !== 'iro',
  );
  const everyone = recipientsOf(review);
  const kept = invited
    .map(({ ref }) => everyone.find(({ tag }) => tag === ref))
    .map((each): Hidden | null => (each ? hiddenFrom(review, each).own : null))
    .find((each) => each !== null);
  const called = new Map(everyone.map((each) => [each.tag, each.called]));
  return invited.map(({ ref, role, name, delegate, interpreter, needs, supporter }) => {
    const who = ROLE_CALLED[ref] ?? called.get(ref) ?? role;
    const openly = kept && tellsByName(role) ? unnamedRole(role) : who;
    const help = [
      interpreter && `interpreter: ${interpreter}`,
      needs,
      supporter && 'brings a supporter',
      delegate && 'somebody comes in their place',
      ref === 'child' && childDetails(review.unit.db, review.child.id).needs,
    ].filter(Boolean);
    return {
      isChild: ref === 'child',
      called: isForUnit ? who : openly,
      name: isForUnit ? name : null,
      openly: capital(openly),
      needs: isForUnit && help.length > 0 ? help.join('; ') : null,
    };
  });
}

/** What a review to come has to consider, as if it were held on its day. */
function toCome(of: LetterCase, recipient: Addressee): Pick<Table, 'matters'> {
  const others = of.alongside.map((other) => ({ ...other, alongside: [] }));
  const all = [of, ...others].flatMap((each) => {
    const theirs = each === of ? recipient : recipientsOf(each).find(({ tag }) => tag === recipient.tag);
    return mattersOf(each, theirs !== undefined && hiddenFrom(each, theirs).own === null) ?? [];
  });
  const labels = [...new Set(all)];
  return {
    matters: labels.length === 0 ? null : labels.map((label) => ({ label, considered: false, note: null })),
  };
}

/** Those of one child, in words; null if nothing is laid down. */
function mattersOf(of: LetterCase, isTold: boolean): string[] | null {
  const { unit, child, day, kinds, today } = of;
  const words = matterWordsFor(of, isTold);
  const kind = kinds.includes('looked-after') ? 'review-held' : 'adoption-review-held';
  const facts = upTo(factsOf(unit.db, child.id), today);
  const story = readStory(withNew(facts, [{ on: day, kind, attributes: {} }]), child.born);
  const sitting = story.moments.findLast(({ fact }) => fact.kind === kind);
  return sitting?.counts ? whatToConsider(story, sitting).map(({ matter }) => words(matter)) : null;
}

/** What the child said they wish for the review, the last word on each. */
function wishesData({ record, reckoning, period }: LetterCase): LetterSays['wishes'] {
  const talked = lastTaken(record, CHILD_CONSULTED);
  const wishes = lastTaken(record, CHILD_WISHES_RECORDED);
  const said = {
    about: talked?.issues,
    who: wishes?.wants ?? talked?.wants,
    notWho: wishes?.doesNotWant,
    place: wishes?.place ?? talked?.where,
    day: wishes?.day,
    isOutsideSchool: wishes?.hours === 'outside-school',
    isToChair: wishes?.willChair === true,
    concerns: concernsIn(reckoning.story, period).flatMap(({ about, takenUpOn }) =>
      about === null || takenUpOn !== null ? [] : about,
    ),
  };
  const isAny = Object.values(said).some((each) => (Array.isArray(each) ? each.length > 0 : Boolean(each)));
  return { ...said, isAny };
}
