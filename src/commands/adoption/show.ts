/** `adoption show`: where a child stands on the way to adoption, both clocks, and what the next review considers. */
import { courseOf } from '../../cases/course';
import { childOpened, reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { adoptionOn } from '../../core/children/adoption';
import { isOpen } from '../../core/engine/standing';
import * as events from '../../core/events/adoption';
import { adoptionMatters } from '../../core/reviews/adoption-matters';
import { takenIn } from '../../core/reviews/record';
import { MATTER_WORDS } from '../../core/reviews/what-to-consider';
import { longDate } from '../../core/time/dates';
import { courseShown } from '../../screens/courses/course';
import { present } from '../../screens/show';
import { everyoneOf } from '../../store/people/child-people';

/** Runs `adoption show REF`. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  const { today } = context;
  const { reckoning } = reckoned(context, unit, child);
  const { story } = reckoning;
  const state = adoptionOn(story, today);
  const isOn = state.authorisedOn !== null || state.placedOn !== null;
  const course = courseOf(unit, reckoning, Object.values(events), today, isOn ? ['review-held'] : []);
  const last = story.moments.findLast(({ counts, on }) => counts && on <= today);
  const considers =
    isOn && last ? adoptionMatters({ ...last, at: last.at + 1 }, story).map(([matter]) => matter) : [];
  const decided = new Set(takenIn(story, events.BIRTH_PARENT_DECIDED).map((each) => each.ref));
  const parents = everyoneOf(unit.db, child.id).filter(({ role }) => role === 'parent');
  const open = parents.filter(({ tag }) => !decided.has(tag));
  const isReview = course.deadlines.find(
    ({ rule, standing }) =>
      isOpen(standing) &&
      unit.engine.rules.some(
        (each) => each.id === rule && each.metBy.some(({ kind }) => kind === 'adoption-review-held'),
      ),
  );
  return present(
    context,
    courseShown(context, unit, child, {
      title: titleOf(state),
      course,
      json: { adoption: state, considers },
      parts: [
        {
          heading: 'THE NEXT ADOPTION REVIEW CONSIDERS',
          lines: considers.map((matter) => `${MATTER_WORDS[matter]}`),
        },
      ],
      toSee:
        state.placedOn === null
          ? []
          : open.map(
              ({ tag }) =>
                `Whether ${tag} is invited to the reviews is not decided: irotool adoption parent ${child.ref} ${tag}`,
            ),
      next: isReview ? `irotool adoption review ${child.ref} --on DATE` : null,
    }),
  );
}

function titleOf({ placedOn, authorisedOn, adoptedOn }: ReturnType<typeof adoptionOn>): string {
  if (adoptedOn !== null) return `adoption: adopted on ${longDate(adoptedOn)}`;
  if (placedOn !== null) return `adoption: placed since ${longDate(placedOn)}`;
  if (authorisedOn !== null)
    return `adoption: may be placed since ${longDate(authorisedOn)}, and is not placed`;
  return 'adoption: no authority to place stands';
}
