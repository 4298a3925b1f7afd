/**
 * What has been recorded of one invented child by this morning, and the steps around a review as
 * busy people do them: mostly in time, now and then late, now and then not at all.
 */

import type { Fact } from '../core/events/fact';
import type { Calendar } from '../core/time/calendar';
import { addMonths, ageOn, type IsoDate } from '../core/time/dates';
import type { Random } from './random';

/** What every life is made with. */
export interface World {
  readonly today: IsoDate;
  /** The day the unit began: no steps are recorded of reviews before it. */
  readonly goLive: IsoDate;
  readonly calendar: Calendar;
}

/** The day the unit of the demonstration began with irotool. */
export function goLiveFor(today: IsoDate): IsoDate {
  return addMonths(today, -24);
}

export class Diary {
  readonly entries: Fact[] = [];
  readonly world: World;
  readonly random: Random;
  readonly born: IsoDate;

  constructor(world: World, random: Random, born: IsoDate) {
    this.world = world;
    this.random = random;
    this.born = born;
  }

  /** Records a fact, unless its day has not come: it is morning, and nothing of today is recorded yet. */
  add(on: IsoDate, kind: string, attributes: Record<string, string> = {}): boolean {
    if (on >= this.world.today) return false;
    this.entries.push({ on, kind, attributes });
    return true;
  }

  workingDays(from: IsoDate, count: number): IsoDate {
    return this.world.calendar.addWorkingDays(from, count);
  }

  /** The day itself, or the last working day before it. */
  workday(on: IsoDate): IsoDate {
    return this.world.calendar.lastWorkingDayOnOrBefore(on);
  }

  /** How many working days before its time a thing is done: one in three at the last moment. */
  lead(most: number): number {
    return this.random.chance(0.3) ? this.random.whole(0, 1) : this.random.whole(2, most);
  }

  /** A participation code for the child's age; takes one number whatever the age. */
  code(on: IsoDate): string {
    const code = this.random.pick(['PN1', 'PN1', 'PN1', 'PN2', 'PN4', 'PN5', 'PN5', 'PN6', 'PN7']);
    return ageOn(this.born, on) < 4 ? 'PN0' : code;
  }
}

/** Steps before a meeting: the event, and how many working days before. */
const BEFORE = [
  ['unit-notified', 20],
  ['child-consulted', 20],
  ['sw-iro-discussed', 15],
  ['invitations-sent', 10],
  ['documents-received', 3],
  ['iro-saw-child', 0],
] as const;

/** What is asked for anew when a meeting has another date. */
const AGAIN = new Set<string>(['invitations-sent', 'documents-received']);

const VENUES = ['School', 'The foster home', 'Family Centre', 'Civic Offices, room 2', 'The children’s home'];
const TIMES = ['09:30', '10:00', '11:15', '13:30', '15:45', '16:30'];

/** Records the plan of a meeting and the steps before it. `until`: the day it was cancelled. */
export function planMeeting(
  diary: Diary,
  plannedOn: IsoDate,
  meeting: IsoDate,
  options: { readonly again?: boolean; readonly until?: IsoDate; readonly late?: boolean } = {},
): void {
  const { random } = diary;
  const late = {
    'late-because': 'The child asked for a day when both parents can come',
    'agreed-by': 'the service manager',
  };
  diary.add(plannedOn, 'review-planned', {
    meeting,
    time: random.pick(TIMES),
    venue: random.pick(VENUES),
    mode: random.pick(['in-person', 'in-person', 'hybrid', 'remote']),
    ...(options.late ? late : {}),
  });
  for (const [kind, days] of BEFORE) {
    if (options.again && !AGAIN.has(kind)) continue;
    const due = diary.workingDays(meeting, -days);
    const done = diary.workingDays(due, random.chance(0.12) ? random.whole(1, 4) : -diary.lead(8));
    const on = done < plannedOn ? plannedOn : done;
    const tooLate = options.until === undefined ? on > meeting : on >= options.until;
    if (random.chance(0.01) || tooLate) continue;
    const outcome = random.chance(0.9) ? {} : { outcome: 'refused' };
    diary.add(on, kind, kind === 'iro-saw-child' ? outcome : {});
  }
}

/** Steps after a review: the event, and within how many working days. */
const AFTER = [
  ['decisions-sent', 5],
  ['monitoring-form-completed', 5],
  ['care-plan-updated', 10],
  ['record-completed', 15],
  ['record-distributed', 20],
] as const;

/** Records the steps after a review; its number tells them from those of the next. */
export function afterReview(diary: Diary, held: IsoDate, number: number | null): void {
  const { random } = diary;
  const review: Record<string, string> = number === null ? {} : { review: String(number) };
  for (const [kind, days] of AFTER) {
    const late = random.chance(0.12);
    const on = diary.workingDays(held, days + (late ? random.whole(1, 5) : -diary.lead(5)));
    // An invented officer never takes less than a day.
    const done = on > held ? on : diary.workingDays(held, 1);
    diary.add(done, kind, review);
    if (kind !== 'decisions-sent') continue;
    const received = diary.workingDays(done, 1);
    diary.add(received, 'decisions-received', review);
    const answers = random.chance(0.6);
    const answered = diary.workingDays(received, random.whole(1, 5));
    if (answers) diary.add(answered, 'manager-responded', { answer: 'agreed', ...review });
  }
}
