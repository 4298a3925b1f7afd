/**
 * A second count of the deadlines that an imported return leaves open, made straight from the CSV
 * files and from the law, sharing nothing with the program: its own reading of the files, its own
 * dates and working days, and its own way of getting there. The program asks of each duty what
 * became of it; this walks each child's days forward with the duties owed in hand.
 *
 * It counts what `due` lists after an import into a new database of pack england: go-live is the
 * day of the import, so no step before or after a review and nothing of force practice is raised, and what
 * is dated after today is left out. It takes the files' dates and codes as sound, which those of
 * test/data/ssda903 are; which rows contradict each other it works out in its own words. A child with a row
 * that contradicts another is left out whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OpenDeadline {
  readonly ref: string;
  readonly rule: string;
  readonly due: string;
  readonly standing: 'upcoming' | 'overdue';
}

/** Every open deadline on a day, by reference, due day and rule. */
export function independentDue(dir: string, today: string): OpenDeadline[] {
  const open: OpenDeadline[] = [];
  for (const [ref, diary] of diaries(dir)) {
    for (const { rule, due } of walk(diary, today)) {
      open.push({ ref, rule, due, standing: due < today ? 'overdue' : 'upcoming' });
    }
  }
  const key = (d: OpenDeadline): string => `${d.ref} ${d.due} ${d.rule}`;
  return open.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** How many children, and rows of each table, hold together, counted here. */
export function independentAcceptance(dir: string): { children: number; episodes: number; reviews: number } {
  const found = diaries(dir);
  let episodes = 0;
  let reviews = 0;
  for (const [, { accepted, held }] of found) {
    episodes += accepted.length;
    reviews += held.size;
  }
  return { children: found.size, episodes, reviews };
}

// ---- The files ------------------------------------------------------------------------------

type Line = Record<string, string>;

/** The rows of the file whose first line has this column. No cell of these files holds a comma or a quote. */
function linesWith(dir: string, column: string): Line[] {
  for (const name of readdirSync(dir)) {
    if (!name.endsWith('.csv')) continue;
    const [first, ...rest] = readFileSync(join(dir, name), 'utf8').trim().split('\n');
    const columns = first!.split(',');
    if (!columns.includes(column)) continue;
    return rest.map((line) => Object.fromEntries(line.split(',').map((value, at) => [columns[at]!, value])));
  }
  throw new Error(`no file with ${column}`);
}

/** 05/11/2017 -> 2017-11-05, so that days compare as text; blank stays blank. */
const day = (text: string): string => text.split('/').reverse().join('-');

interface Stay {
  start: string;
  end: string;
  why: string;
  status: string;
  place: string;
  last: string;
}

interface Diary {
  readonly born: string;
  readonly accepted: readonly Stay[];
  readonly held: ReadonlySet<string>;
}

function diaries(dir: string): Map<string, Diary> {
  const stays = groupBy(linesWith(dir, 'DECOM'));
  const reviews = groupBy(linesWith(dir, 'REVIEW'));
  const all = new Map<string, Diary>();
  for (const child of linesWith(dir, 'ETHNIC')) {
    const lines = stays.get(child.CHILD!) ?? [];
    const accepted = consistent(lines);
    const days = (reviews.get(child.CHILD!) ?? []).map((review) => day(review.REVIEW!));
    // A review from before all that is told is passed over; any other is of care that is told.
    const before = (on: string): boolean => accepted.length > 0 && on < accepted[0]!.start;
    const held = new Set(days.filter((on) => !before(on)));
    const agree =
      [...held].every((on) => mayBeReviewed(accepted, on)) && days.every((on) => on >= day(child.DOB!));
    if (accepted.length < lines.length || !agree) continue;
    all.set(child.CHILD!, { born: day(child.DOB!), accepted, held });
  }
  return all;
}

function groupBy(lines: Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.CHILD!, [...(groups.get(line.CHILD!) ?? []), line]);
  return groups;
}

/** What is left once each row that cannot follow the last good one has been taken out. */
function consistent(lines: Line[]): Stay[] {
  const stays = lines
    .map((line) => ({
      start: day(line.DECOM!),
      end: day(line.DEC!),
      why: line.RNE!,
      status: line.LS!,
      place: line.PLACE!,
      last: line.DEC === '' ? '' : line.REC!,
    }))
    .sort((a, b) => (a.start + (a.end || 'z') < b.start + (b.end || 'z') ? -1 : 1));
  const good: Stay[] = [];
  for (const stay of stays) {
    const last = good[good.length - 1];
    if (last !== undefined) {
      // What care goes on from ended when it went on; a start does not follow what has not ended.
      if (last.end === '' && stay.why !== 'S') Object.assign(last, { end: stay.start, last: 'X1' });
      if (last.end === '') continue;
      if (stay.start < last.end) continue; // the two overlap
      const startsAnew = stay.why === 'S';
      const careWentOn = last.last === 'X1';
      if (startsAnew === careWentOn) continue; // a start while in care, or going on after care ended
    }
    good.push(stay);
  }
  return good;
}

interface Run {
  readonly from: string;
  to: string;
  readonly series: boolean;
}

/** Each from the start of a run of episodes to its real end, both days included. */
function runsOf(stays: readonly Stay[]): Run[] {
  const runs: Run[] = [];
  let goesOn = false;
  for (const { start, end, last, status } of stays) {
    if (!goesOn) runs.push({ from: start, to: '', series: status === 'V3' });
    goesOn = end !== '' && last === 'X1';
    runs[runs.length - 1]!.to = end === '' || goesOn ? '9999' : end;
  }
  return runs;
}

const inCare = (stays: readonly Stay[], on: string): boolean =>
  runsOf(stays).some(({ from, to }) => from <= on && on <= to);

/** A review may be of care, or of a series of short breaks, none over 17 days, which goes on to the next stay. */
function mayBeReviewed(stays: readonly Stay[], on: string): boolean {
  return runsOf(stays).some(({ from, to, series }, at, all) => {
    const goesOn = series && to <= daysLater(from, 17);
    const until = goesOn ? (all[at + 1]?.from ?? '9999') : to;
    return from <= on && on <= until;
  });
}

// ---- What happened, in order -----------------------------------------------------------------

type Happening =
  | { on: string; what: 'start'; status: string; known: boolean }
  | { on: string; what: 'status'; status: string }
  | { on: string; what: 'fostering' | 'fostering over' }
  | { on: string; what: 'placed' | 'not placed' }
  | { on: string; what: 'review' | 'adoption review' }
  | { on: string; what: 'adopted' | 'end' };

/** What ends comes first on a day, the end of care last; otherwise as in its table. */
const ORDER = [
  'fostering over',
  'not placed',
  'start',
  'status',
  'fostering',
  'review',
  'placed',
  'adopted',
  'adoption review',
  'end',
];

function happenings({ accepted, held }: Diary): Happening[] {
  const told: Happening[] = [];
  const placedDays: { from: string; to: string }[] = [];
  let fostering = false;
  let placed = false;
  let last: Stay | undefined;
  for (const stay of accepted) {
    const { start: on, status } = stay;
    const begins = last === undefined || last.last !== 'X1';
    const newCarers = !begins && (stay.why === 'P' || stay.why === 'B');
    const forGood = stay.place === 'U1' || stay.place === 'U4';
    const forAdoption = ['A3', 'A4', 'A5', 'A6'].includes(stay.place);
    if (begins) {
      told.push({ on, what: 'start', status, known: stay.why === 'S' });
    } else if (status !== last!.status) {
      told.push({ on, what: 'status', status });
    }
    if (fostering && (!forGood || newCarers)) told.push({ on, what: 'fostering over' });
    if (forGood && (!fostering || newCarers)) told.push({ on, what: 'fostering' });
    if (placed && (!forAdoption || newCarers)) {
      told.push({ on, what: 'not placed' });
      placedDays[placedDays.length - 1]!.to = on;
    }
    if (forAdoption && (!placed || newCarers)) {
      told.push({ on, what: 'placed' });
      placedDays.push({ from: on, to: '9999' });
    }
    fostering = forGood;
    placed = forAdoption;
    if (stay.end !== '' && stay.last !== 'X1') {
      const adopted = stay.last === 'E11' || stay.last === 'E12';
      if (fostering) told.push({ on: stay.end, what: 'fostering over' });
      if (adopted) told.push({ on: stay.end, what: 'adopted' });
      else if (placed) told.push({ on: stay.end, what: 'not placed' });
      told.push({ on: stay.end, what: 'end' });
      if (placed) placedDays[placedDays.length - 1]!.to = stay.end;
      fostering = false;
      placed = false;
    }
    last = stay;
  }
  for (const on of held) {
    if (!inCare(accepted, on)) continue;
    told.push({ on, what: 'review' });
    // The reviews of a child placed for adoption are adoption reviews.
    if (placedDays.some(({ from, to }) => from < on && on < to)) told.push({ on, what: 'adoption review' });
  }
  return inOrderOfDays(told);
}

function inOrderOfDays(told: Happening[]): Happening[] {
  const sameDayAgain = (h: Happening): boolean =>
    told.some((other) => other.what === 'start' && other.on === h.on) &&
    told.some(
      (other) => other.what === 'end' && other.on === h.on && told.indexOf(other) < told.indexOf(h),
    ) &&
    h.what !== 'review' &&
    h.what !== 'adoption review';
  const rank = (h: Happening): string =>
    `${h.on} ${sameDayAgain(h) ? 1 : 0} ${String(ORDER.indexOf(h.what)).padStart(2, '0')}`;
  return told
    .map((happening) => ({ happening, at: rank(happening) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ happening }) => happening);
}

// ---- The duties owed, walked forward ----------------------------------------------------------

interface Owed {
  readonly rule: string;
  readonly due: string;
  /** Not before this day can it be met. */
  readonly notBefore?: string;
}

const isShort = (status: string): boolean => status === 'V3' || status === 'V4';
const isRemand = (status: string): boolean => ['J1', 'J2', 'J3'].includes(status);
const isReviewDuty = (rule: string): boolean => rule.startsWith('review-') || rule.startsWith('short-break-');
const isWhilePlaced = (rule: string): boolean => rule.startsWith('adoption-') && rule.endsWith('-placed');

function walk(diary: Diary, today: string): Owed[] {
  let owed: Owed[] = [];
  /** The day the long-term foster placement began; none where empty. */
  let fostering = '';
  let short = false;
  let remanded = false;
  let placed = false;
  let known = false;
  let reviews = 0;
  let adoptionReviews = 0;
  let lastReview = '';
  let began = '';
  // Days on which a review of either kind was held since the clock began.
  let sittings: string[] = [];
  const adultOn = diary.born.replace(/^\d+/, (year) => String(Number(year) + 18));
  const drop = (which: (rule: string) => boolean): void => {
    owed = owed.filter(({ rule }) => !which(rule));
  };
  const owe = (rule: string, due: string, notBefore?: string): void => {
    owed.push(notBefore === undefined ? { rule, due } : { rule, due, notBefore });
  };

  const happened = happenings(diary);
  // Who leaves care with the placement has no return to review.
  const leftCareOn = new Set(happened.filter(({ what }) => what === 'end').map(({ on }) => on));
  for (const happening of happened) {
    const { on } = happening;
    if (on > today) break;
    // From placement only the adoption clock runs, unless the child is remanded.
    const paused = (): boolean => on >= adultOn || (placed && !remanded);
    switch (happening.what) {
      case 'start':
        short = isShort(happening.status);
        remanded = isRemand(happening.status);
        placed = false;
        known = happening.known;
        began = known ? on : '';
        sittings = [];
        reviews = 0;
        lastReview = '';
        if (known && !paused()) {
          if (short) owe('short-break-review-first', monthsLater(on, 3));
          else owe('review-first', workingDaysLater(on, 20));
        }
        break;
      case 'status':
        // Of a child who is placed, only a remand kept the ordinary reviews going.
        if (placed && remanded && !isRemand(happening.status)) drop(isReviewDuty);
        remanded = isRemand(happening.status);
        if (short && !isShort(happening.status)) {
          short = false;
          known = true;
          began = on;
          sittings = [];
          reviews = 0;
          drop((rule) => rule.startsWith('short-break-'));
          if (!paused()) owe('review-first', workingDaysLater(on, 20));
        }
        break;
      case 'review':
        drop(isReviewDuty);
        if (!paused()) {
          if (short) owe('short-break-review-later', monthsLater(on, 6));
          else if (known && reviews === 0) owe('review-second', monthsLater(on, 3));
          else owe('review-later', monthsLater(on, 6));
          // A meeting is owed if, on the day its year ends, the long-term placement would be over a year old.
          const due = monthsLater(on, 12);
          if (fostering !== '' && monthsLater(fostering, 12) < due) owe('review-meeting-yearly', due);
        }
        if (!short) reviews++;
        else if (!known) known = true;
        lastReview = on;
        sittings.push(on);
        break;
      case 'placed':
        drop((rule) => rule === 'adoption-after-return');
        if (!remanded) drop(isReviewDuty);
        placed = true;
        adoptionReviews = 0;
        owe('adoption-first-placed', daysLater(on, 28));
        break;
      case 'adoption review':
        owed = owed.filter(
          ({ rule, notBefore }) =>
            !rule.startsWith('adoption-') || (notBefore !== undefined && on < notBefore),
        );
        adoptionReviews++;
        if (adoptionReviews === 1) owe('adoption-second-placed', monthsLater(on, 3));
        else owe('adoption-later-placed', monthsLater(on, 6));
        break;
      case 'not placed': {
        const wasPaused = paused();
        placed = false;
        drop(isWhilePlaced);
        if (!leftCareOn.has(on)) owe('adoption-after-return', daysLater(on, 42), daysLater(on, 28));
        if (!wasPaused || paused()) break;
        // The chain goes on where it stood; a day that passed meanwhile is today's.
        const goOn = (rule: string, due: string): void => owe(rule, due < on ? on : due);
        const isKnown = began !== '';
        if (sittings.length === 0) {
          if (isKnown && short) goOn('short-break-review-first', monthsLater(began, 3));
          else if (isKnown) goOn('review-first', workingDaysLater(began, 20));
        } else if (short) goOn('short-break-review-later', monthsLater(lastReview, 6));
        else if (isKnown && sittings.length === 1) goOn('review-second', monthsLater(lastReview, 3));
        else goOn('review-later', monthsLater(lastReview, 6));
        reviews = Math.max(reviews, sittings.length);
        break;
      }
      case 'adopted':
        drop((rule) => rule.startsWith('adoption-'));
        break;
      case 'end':
        drop((rule) => isReviewDuty(rule) || rule.startsWith('adoption-'));
        placed = false;
        break;
      case 'fostering':
        fostering = on;
        break;
      case 'fostering over':
        fostering = '';
        drop((rule) => rule === 'review-meeting-yearly');
        break;
    }
  }
  if (today >= adultOn) drop((rule) => isReviewDuty(rule) || rule.startsWith('adoption-'));
  return owed;
}

// ---- Days --------------------------------------------------------------------------------------

const written = (date: Date): string => date.toISOString().slice(0, 10);

function daysLater(on: string, days: number): string {
  const date = new Date(`${on}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return written(date);
}

/** The same day number, or the last day of a month that has no such day. */
function monthsLater(on: string, months: number): string {
  const date = new Date(`${on}T12:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  return written(date);
}

let holidays: Set<string> | undefined;

function isHoliday(on: string): boolean {
  if (holidays === undefined) {
    const file = join(__dirname, '..', 'data', 'govuk', 'bank-holidays.json');
    const list = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { events: { date: string }[] }>;
    holidays = new Set(list['england-and-wales']!.events.map((event) => event.date));
  }
  return holidays.has(on);
}

/** One day at a time. */
function workingDaysLater(on: string, count: number): string {
  let date = on;
  for (let left = count; left > 0; ) {
    date = daysLater(date, 1);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isHoliday(date)) left--;
  }
  return date;
}
