/** What an invented child may have besides care: child protection conferences, a pathway plan, what a review leads to. */
import { addDays, addMonths, type IsoDate } from '../core/time/dates';
import type { Diary } from './diary';

/** A child protection plan, from the strategy discussion on. */
export function onProtectionPlan(diary: Diary, strategy: IsoDate): void {
  const { random, world } = diary;
  diary.add(strategy, 'strategy-discussion');
  let last = diary.workingDays(strategy, random.chance(0.93) ? random.whole(9, 15) : random.whole(16, 18));
  if (!diary.add(last, 'initial-conference-held', { outcome: 'plan' })) return;
  diary.add(diary.workingDays(last, random.whole(5, 10)), 'core-group-held');
  for (let number = 1; ; number++) {
    const due = addMonths(last, number === 1 ? 3 : 6);
    last = diary.workingDays(due, random.chance(0.05) ? random.whole(1, 5) : -random.whole(1, 10));
    if (last >= world.today) return;
    const ends = number > 1 && random.chance(0.3);
    diary.add(last, 'review-conference-held', { outcome: ends ? 'end' : 'continue' });
    if (ends) return;
  }
}

/** A pathway plan for a young person of 16 or 17, made and looked at again. */
export function onPathwayPlan(diary: Diary, made: IsoDate): void {
  const { random, world } = diary;
  for (let on = diary.workday(made), at = 0; on < world.today; at++) {
    diary.add(on, at === 0 ? 'pathway-plan-made' : 'pathway-plan-reviewed');
    const due = addMonths(on, 6);
    on = diary.workingDays(due, random.chance(0.05) ? random.whole(1, 5) : -random.whole(1, 15));
  }
}

/** What the reviews of the demo recommend. */
const RECOMMENDED = [
  'Apply for a school place',
  'Contact with the brother twice a month',
  'A dentist before the next review',
  'Life story work to begin',
] as const;

/** A recommendation of a review that the IRO follows up, resolved by the agreed date or soon after it. */
export function recommend(diary: Diary, number: number, held: IsoDate, careEnds: IsoDate | null): void {
  const { random } = diary;
  const by = diary.workday(addDays(held, random.whole(30, 90)));
  const ref = `R${number}`;
  diary.add(held, 'recommendation-tracked', { by, ref, about: RECOMMENDED[number % RECOMMENDED.length]! });
  const resolved = diary.workingDays(by, random.chance(0.04) ? random.whole(1, 4) : -random.whole(1, 15));
  // One that is left when care ends is resolved then.
  const on = careEnds !== null && resolved > careEnds ? careEnds : resolved;
  diary.add(on > held ? on : held, 'recommendation-resolved', { ref });
}

/** A dispute about a review, through its stages. */
export function dispute(diary: Diary, number: number, held: IsoDate): void {
  const ref = `D${number}`;
  const opened = diary.workingDays(held, 3);
  const formal = diary.workingDays(opened, diary.random.whole(5, 10));
  diary.add(opened, 'dispute-opened', { ref, about: 'Delay in finding a school place' });
  diary.add(formal, 'dispute-made-formal', { ref });
  diary.add(diary.workingDays(formal, diary.random.whole(8, 19)), 'dispute-resolved', { ref });
}
