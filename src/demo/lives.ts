/**
 * The lives of invented children in care: how it began, its reviews one after another, how it
 * ended. Everything the engine would ask for is done or left undone here as in a busy unit.
 */
import { addDays, addMonths, earliest, type IsoDate } from '../core/time/dates';
import { afterReview, type Diary, planMeeting } from './diary';
import { dispute, recommend } from './plans';

export interface CareLived {
  readonly start: IsoDate;
  readonly basis: string;
  readonly placement: string;
  /** Person numbers. */
  readonly iro: number;
  readonly otherIro: number;
  /** The day care ended; null if it goes on. */
  readonly end: { readonly on: IsoDate; readonly reason: string; readonly unplanned: boolean } | null;
  /** Already in care when the unit began with irotool: its beginning and first reviews are not recorded. */
  readonly startsBefore: boolean;
  readonly adoption: boolean;
  readonly longTermFostering: boolean;
  /** How many working days ago (negative) the first meeting was planned for, if nobody has said what happened. */
  readonly unsaid: number | null;
  readonly noIroYet: boolean;
}

/** Where the chain of reviews stands. */
interface Chain {
  number: number;
  /** When the next ordinary review is due; null while the child is placed for adoption. */
  ordinary: IsoDate | null;
  adoption: IsoDate | null;
  /** The last review, or the start. */
  last: IsoDate;
  placed: boolean;
  sincePlaced: number;
}

/** Records a period of care. */
export function liveInCare(diary: Diary, care: CareLived): void {
  begin(diary, care);
  const chain = firstLink(diary, care);
  const turns = care.adoption ? adoptionTurns(diary, care) : [];
  const { today } = diary.world;
  for (;;) {
    const due = earlier(chain.ordinary, chain.adoption);
    if (due === null) break;
    const meeting =
      care.unsaid !== null ? diary.workingDays(today, care.unsaid) : meetingFor(diary, chain, due);
    const turn = turns[0];
    if (turn !== undefined && turn.on <= meeting) {
      turns.shift();
      if (turn.on >= today) break;
      turn.happens(chain);
      continue;
    }
    if (care.end !== null && meeting >= care.end.on) break;
    if (!meet(diary, care, chain, due, meeting)) break;
  }
  if (care.end !== null) finish(diary, care.end);
}

function begin(diary: Diary, care: CareLived): void {
  const { random } = diary;
  const { start } = care;
  const told = diary.workingDays(start, 1);
  const attributes: Record<string, string> = { basis: care.basis };
  if (care.startsBefore) attributes.start = 'before';
  else if (told < diary.world.today) attributes.told = told;
  diary.add(start, 'became-looked-after', attributes);
  const confidential: Record<string, string> = random.chance(0.06) ? { confidential: 'yes' } : {};
  diary.add(start, 'placement-started', { kind: care.placement, ...confidential });
  const allocated = diary.workingDays(start, random.chance(0.93) ? random.whole(1, 4) : random.whole(6, 8));
  if (!care.noIroYet) diary.add(allocated, 'iro-allocated', { iro: String(care.iro) });
  const changed = addDays(start, random.whole(300, 900));
  if (random.chance(0.15) && isDuring(changed, care) && care.unsaid === null) {
    const reason = 'The officer left the unit';
    diary.add(diary.workday(changed), 'iro-changed', { iro: String(care.otherIro), reason });
  }
  const ordered = addDays(start, random.whole(180, 270));
  if (care.basis === 'C1' && !care.adoption && isDuring(ordered, care)) {
    diary.add(diary.workday(ordered), 'legal-status-changed', { basis: 'C2' });
  }
  const designated = addDays(start, 380);
  if (care.longTermFostering && isDuring(designated, care)) {
    diary.add(designated, 'long-term-foster-designated');
  }
}

function isDuring(on: IsoDate, { start, end }: CareLived): boolean {
  return on > start && (end === null || on < end.on);
}

function isShortBreaks({ basis }: CareLived): boolean {
  return basis === 'V3' || basis === 'V4';
}

function firstLink(diary: Diary, care: CareLived): Chain {
  const { start } = care;
  const first = isShortBreaks(care) ? addMonths(start, 3) : diary.workingDays(start, 20);
  return {
    number: care.startsBefore ? diary.random.whole(1, 5) : 0,
    ordinary: care.startsBefore ? addDays(start, diary.random.whole(40, 170)) : first,
    adoption: null,
    last: start,
    placed: false,
    sincePlaced: 0,
  };
}

/** Mostly some days before the due date, one in twenty after it; always a working day after the last. */
function meetingFor(diary: Diary, chain: Chain, due: IsoDate): IsoDate {
  const { random } = diary;
  const most = chain.number === 0 ? 3 : chain.number === 1 ? 8 : 20;
  const late = random.chance(0.05) ? random.whole(1, 6) : -random.whole(0, most);
  const wanted = late === 0 ? diary.workday(due) : diary.workingDays(due, late);
  const soonest = diary.workingDays(chain.last, 5);
  return later(wanted, soonest);
}

/** One review from its plan to its records; false if it is still to come or nobody has said. */
function meet(diary: Diary, care: CareLived, chain: Chain, due: IsoDate, planned: IsoDate): boolean {
  const { random, world } = diary;
  const plannedOn = later(
    diary.workingDays(chain.last, random.whole(1, chain.number === 0 ? 3 : 6)),
    diary.workingDays(planned, -random.whole(26, 40)),
  );
  const recorded = plannedOn >= world.goLive;
  let meeting = planned;
  const papers = care.longTermFostering && chain.number % 2 === 1 && chain.number > 2;
  const maySlip = recorded && !papers && !care.adoption && isDuring(addDays(planned, 60), care);
  if (recorded && !papers) {
    const cancelled = diary.workingDays(planned, -random.whole(1, 5));
    if (random.chance(0.04) && maySlip && cancelled > plannedOn && cancelled < world.today) {
      planMeeting(diary, plannedOn, planned, { until: cancelled });
      const reason = 'The carer was in hospital';
      diary.add(cancelled, 'review-cancelled', { reason, 'agreed-by': 'the service manager' });
      meeting = diary.workingDays(planned, random.whole(2, 7));
      planMeeting(diary, cancelled, meeting, { again: true, late: meeting > due });
    } else {
      planMeeting(diary, plannedOn, planned, { late: planned > due });
    }
  }
  if (meeting >= world.today || care.unsaid !== null) return false;
  const sat = meeting;
  if (random.chance(0.02) && maySlip) {
    diary.add(sat, 'review-adjourned', { reason: 'The assessment was not ready' });
    meeting = diary.workingDays(sat, random.whole(6, 18));
    planMeeting(diary, diary.workingDays(sat, 1), meeting, { again: true });
    if (meeting >= world.today) return false;
  }
  hold(diary, care, chain, { sat, held: meeting, papers });
  return true;
}

function hold(
  diary: Diary,
  care: CareLived,
  chain: Chain,
  { sat, held, papers }: { sat: IsoDate; held: IsoDate; papers: boolean },
): void {
  const { random, world } = diary;
  const firstRecorded = chain.last === care.start;
  chain.number++;
  const code = diary.code(held);
  if (!chain.placed) {
    const attributes: Record<string, string> = { code };
    if (papers) attributes.meeting = 'no';
    if (care.startsBefore && firstRecorded) attributes.number = String(chain.number);
    diary.add(held, 'review-held', attributes);
    const first = chain.number === 1 && !isShortBreaks(care);
    chain.ordinary = addMonths(sat, first ? 3 : 6);
  }
  if (chain.adoption !== null) {
    diary.add(held, 'adoption-review-held');
    chain.sincePlaced++;
    chain.adoption = addMonths(sat, chain.placed && chain.sincePlaced === 1 ? 3 : 6);
  }
  chain.last = held;
  if (held < world.goLive) return;
  afterReview(diary, held, chain.number);
  if (random.chance(0.12)) recommend(diary, chain.number, held, care.end?.on ?? null);
  if (random.chance(0.01)) dispute(diary, chain.number, held);
}

interface Turn {
  readonly on: IsoDate;
  readonly happens: (chain: Chain) => void;
}

/** Authority to place, the placement, and perhaps the order. */
function adoptionTurns(diary: Diary, care: CareLived): Turn[] {
  const { random } = diary;
  const authorised = diary.workday(addDays(care.start, random.whole(190, 280)));
  const placed = diary.workday(addDays(authorised, random.whole(110, 300)));
  const turns: Turn[] = [
    {
      on: authorised,
      happens(chain) {
        diary.add(authorised, 'legal-status-changed', { basis: 'E1' });
        diary.add(authorised, 'adoption-authorised');
        chain.adoption = addMonths(authorised, 3);
      },
    },
  ];
  if (random.chance(0.7)) {
    const ordered = diary.workday(addDays(placed, random.whole(200, 330)));
    turns.push({
      on: placed,
      happens(chain) {
        diary.add(placed, 'placement-ended', { kind: care.placement });
        diary.add(placed, 'placement-started', { kind: 'A6', confidential: 'yes' });
        diary.add(placed, 'placed-for-adoption');
        Object.assign(chain, { placed: true, ordinary: null, sincePlaced: 0, last: placed });
        chain.adoption = addDays(placed, 28);
      },
    });
    turns.push({
      on: ordered,
      happens(chain) {
        diary.add(ordered, 'adoption-order-made');
        diary.add(ordered, 'ceased-looked-after', { reason: 'E11' });
        Object.assign(chain, { ordinary: null, adoption: null });
      },
    });
  }
  return turns;
}

function finish(diary: Diary, end: NonNullable<CareLived['end']>): void {
  const unplanned: Record<string, string> = end.unplanned ? { unplanned: 'yes' } : {};
  diary.add(end.on, 'ceased-looked-after', { reason: end.reason, ...unplanned });
  if (!end.unplanned) return;
  const reviewed = diary.workingDays(end.on, diary.random.whole(12, 18));
  if (diary.add(reviewed, 'exit-review-held') && reviewed >= diary.world.goLive) {
    afterReview(diary, reviewed, null);
  }
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return earliest([a, b])!;
}

/** The later of two days. */
export function later(a: IsoDate, b: IsoDate): IsoDate {
  return earliest([a, b]) === a ? b : a;
}
