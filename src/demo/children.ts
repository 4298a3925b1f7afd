/** Who the invented children are, and what kind of life each has. */

import type { Fact } from '../core/events/fact';
import { addDays, addMonths, birthday, daysBetween, type IsoDate } from '../core/time/dates';
import { Diary, type World } from './diary';
import { type CareLived, later, liveInCare } from './lives';
import { type FamilyName, familyName, givenName } from './names';
import { onPathwayPlan, onProtectionPlan } from './plans';
import { type Random, randomFrom } from './random';
import type { Staff } from './staff';

export interface InventedChild {
  readonly ref: string;
  readonly name: string;
  readonly born: IsoDate;
  readonly sex: 'F' | 'M';
  readonly teamId: number;
  readonly socialWorkerId: number;
  /** The place of a brother or sister made before. */
  readonly siblingOf: number | null;
  readonly entries: readonly Fact[];
}

/** What brothers and sisters have in common. */
interface Family {
  readonly name: FamilyName;
  readonly at: number;
  readonly seed: number;
  readonly teamId: number;
  readonly socialWorkerId: number;
  /** Null if what they live through is not to be shared. */
  readonly care: CareLived | null;
}

/** Every so many children there is one whose morning is not ordinary. */
const ROUND = 120;
const MEETING_UNSAID = 7;
const UNPLANNED_ENDING = 31;
const NEW_ARRIVAL = 54;
const SPECIAL = new Set([MEETING_UNSAID, UNPLANNED_ENDING, NEW_ARRIVAL]);

/** Makes the children one after another; the same for the same seed, day and staff. */
export function* inventChildren(
  count: number,
  seed: number,
  world: World,
  staff: Staff,
): Generator<InventedChild> {
  let family: Family | undefined;
  for (let at = 0; at < count; at++) {
    // Each child has numbers of their own, so that one more child changes none of the others.
    const random = randomFrom(seed * 1_000_003 + at * 7919);
    const shares = family?.care && at % 5 === 3 && !SPECIAL.has(family.at % ROUND) ? family : null;
    const of: Family = shares ?? newFamily(at, seed, random, world, staff);
    const born = birthFor(of.care, at, random, world);
    const sex = random.chance(0.5) ? 'F' : 'M';
    const diary = new Diary(world, randomFrom(of.seed), born);
    live(diary, of.care, at, world);
    yield {
      ref: `C${1001 + at}`,
      name: `${givenName(random, sex, of.name)} ${of.name.family}`,
      born,
      sex,
      teamId: of.teamId,
      socialWorkerId: of.socialWorkerId,
      siblingOf: shares ? shares.at : null,
      entries: diary.entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    };
    family = of;
  }
}

function newFamily(at: number, seed: number, random: Random, world: World, staff: Staff): Family {
  const team = random.pick(staff.teams);
  return {
    name: familyName(random),
    at,
    seed: seed * 7_000_003 + at,
    teamId: team.id,
    socialWorkerId: random.pick(team.workers),
    care: careOf(at, random, world, staff),
  };
}

const ORDINARY: Omit<CareLived, 'start' | 'iro' | 'otherIro'> = {
  basis: 'V2',
  placement: 'U6',
  end: null,
  startsBefore: false,
  adoption: false,
  longTermFostering: false,
  unsaid: null,
  noIroYet: false,
};

/** How the child is looked after; null for a child on a protection plan at home. */
function careOf(at: number, random: Random, world: World, staff: Staff): CareLived | null {
  const { today, calendar, goLive } = world;
  const iro = random.pick(staff.iros);
  const basis = random.pick(['V2', 'V2', 'V2', 'C1', 'C1', 'C2', 'C2']);
  const placement = random.pick(['U6', 'U6', 'U6', 'U4', 'U3', 'K2', 'P1', 'U1']);
  const care = { ...ORDINARY, iro, otherIro: random.pick(staff.iros), basis, placement };
  // From three weeks to six years, more of them short than long.
  const days = 21 + Math.floor(2170 * random.next() ** 1.6);
  const start = addDays(today, -days);
  const place = at % ROUND;
  // Of many such children not all on one day.
  const ago = Math.floor(at / ROUND) % 10;
  if (place === MEETING_UNSAID) {
    return { ...care, start: calendar.addWorkingDays(today, -19 - ago), unsaid: -1 - ago };
  }
  if (place === NEW_ARRIVAL) return { ...care, start: calendar.addWorkingDays(today, -4), noIroYet: true };
  if (place === UNPLANNED_ENDING) {
    return ended(care, addDays(today, -500), calendar.addWorkingDays(today, -6 - ago), true);
  }
  const kind = random.next();
  if (kind < 0.07) return null;
  if (kind < 0.13) return { ...care, start, basis: 'V4', placement: 'U6' };
  if (kind < 0.19) {
    const adoption = { basis: 'C1', placement: 'U6', adoption: true };
    return { ...care, ...adoption, start: addDays(today, -random.whole(120, 800)) };
  }
  if (kind < 0.21) {
    return { ...care, start: addDays(today, -random.whole(21, 200)), basis: 'J1', placement: 'K2' };
  }
  if (kind < 0.3) {
    const end = calendar.lastWorkingDayOnOrBefore(addDays(today, -random.whole(3, 400)));
    return ended(care, addDays(end, -random.whole(60, 1200)), end, random.chance(0.1));
  }
  if (kind < 0.35) return { ...care, start: goLive, startsBefore: true };
  return { ...care, start, longTermFostering: days > 700 && random.chance(0.3) };
}

function ended(care: Omit<CareLived, 'start'>, start: IsoDate, on: IsoDate, unplanned: boolean): CareLived {
  return { ...care, start, end: { on, reason: unplanned ? 'E4B' : 'E4A', unplanned } };
}

/** A birth that fits the life: not after care began, and not yet 18 today. */
function birthFor(care: CareLived | null, at: number, random: Random, { today }: World): IsoDate {
  const oldest = addDays(addMonths(today, -12 * 18), 10);
  const start = care?.start ?? addMonths(today, -24);
  const youngest = addDays(start, -1);
  if (care?.adoption) return addDays(start, -random.whole(1, 900));
  if (care?.basis === 'J1') return addDays(addMonths(today, -12 * 15), -random.whole(0, 900));
  // One in twelve came into care at birth.
  if (random.chance(0.08) && at % ROUND !== UNPLANNED_ENDING) return youngest;
  return addDays(youngest, -random.whole(0, Math.max(0, daysBetween(oldest, youngest))));
}

function live(diary: Diary, care: CareLived | null, at: number, { today, goLive }: World): void {
  const { random } = diary;
  if (care === null) {
    onProtectionPlan(diary, diary.workday(addDays(today, -random.whole(4, 600))));
    return;
  }
  liveInCare(diary, care);
  const sixteen = birthday(diary.born, 16);
  const from = addDays(later(sixteen, care.start), 60);
  if (care.end === null && sixteen < today && care.basis !== 'V4') {
    onPathwayPlan(diary, later(from, goLive));
  }
  if (care.end === null && care.start < addDays(today, -200) && at % 23 === 11) {
    onProtectionPlan(diary, diary.workday(addDays(care.start, -20)));
  }
}
