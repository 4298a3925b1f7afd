/** The days on which the next review of these children might be held. */
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { wishesOutsideSchool } from '../../core/reviews/planning';
import { noticeIn, type Suggestions, suggestDays } from '../../core/reviews/suggestions';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Person } from '../../store/people/people';
import type { ToPlan } from '../to-plan';
import { chairsOf, diariesOf } from './chairing';

/** Days for the next review, with what they were found by. */
export interface Suggested extends Suggestions {
  readonly children: readonly ToPlan[];
  readonly chairs: readonly Person[];
  readonly due: IsoDate | null;
  readonly notice: number;
}

/** The days to propose to these children's review, all of them together. */
export function suggested(
  context: Context,
  unit: Unit,
  children: readonly ToPlan[],
  chair: Person | null,
  from: IsoDate,
): Suggested {
  const out = children.find((each) => !each.reviewsGoOn);
  if (out) {
    throw new UserError(
      `${out.child.ref} is not looked after, so there is no review to plan.`,
      `To see the record: irotool child show ${out.child.ref}`,
    );
  }
  const chairs = chairsOf(unit, chair, children);
  const dues = children.flatMap(({ due }) => (due ? [due] : []));
  const first = dues.reduce<Duty | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
  const notBefore = dues.flatMap((duty) => duty.notBefore ?? []);
  const due = first?.due ?? null;
  const notice = noticeIn(unit.engine.rules, context.today);
  const answer = suggestDays(
    {
      today: context.today,
      from,
      due,
      notBefore: notBefore.sort().at(-1) ?? null,
      notice,
      diaries: diariesOf(context, unit, chairs, children),
      outsideSchool: children.flatMap(({ child, story }) => (wishesOutsideSchool(story) ? [child.born] : [])),
    },
    unit.engine.calendars.statutory,
  );
  return { ...answer, children, chairs, due, notice };
}
