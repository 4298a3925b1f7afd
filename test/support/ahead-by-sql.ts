/**
 * What is to come in a unit, counted from its events by the second count of the law: the board, the forecast and what each
 * IRO carries. Every IRO works five days a week and is not away.
 */
import type { Db } from '../../src/store/sqlite';
import { dayOf, eighteenth, months, workingDays, written } from '../core/support/naive';
import { byRow, type Cells, type Line, type LivesFound, livesOf, type Table } from './counted-by-sql';

/** A meeting that is planned, or owed by a day and not planned. */
interface Meeting {
  readonly child: string;
  readonly what: 'review' | 'conference';
  readonly on: string;
  readonly isPlanned: boolean;
}

const isOpen = ({ standing }: Line): boolean => standing === 'upcoming' || standing === 'overdue';
const isConference = ({ rule }: Line): boolean => /^cp-(initial|transfer-in|review)-/.test(rule);
const isWorkingDay = (day: number): boolean => workingDays(day - 1, 1) === day;
const mondayOf = (day: number): number => day - ((day + 3) % 7);

/** The plan of the next review: nothing overtook it. */
function planned({ life: { facts } }: LivesFound[number]): string | null {
  const last = facts.findLast(({ kind }) =>
    ['review-planned', 'review-held', 'ceased-looked-after', 'became-looked-after'].includes(kind),
  );
  return last?.kind === 'review-planned' ? last.attributes.meeting! : null;
}

const isAdult = ({ life: { born } }: LivesFound[number], today: string): boolean =>
  born !== null && eighteenth(born) <= dayOf(today);

/** The next review and the next conference of each child. */
function meetingsOf(lives: LivesFound, today: string): Meeting[] {
  return lives.flatMap((one) => {
    if (isAdult(one, today)) return [];
    const { life, reviews, york } = one;
    // Nobody plans a meeting for whoever is 18 by its day.
    const isOfChild = ({ due }: Line): boolean => life.born === null || dayOf(due) < eighteenth(life.born);
    const next = (lines: readonly Line[]) =>
      lines
        .filter((line) => isOpen(line) && isOfChild(line))
        .map(({ due }) => due)
        .sort()[0];
    const plan = planned(one);
    const review = plan ?? next(reviews);
    const conference = next(york.filter(isConference));
    return [
      ...(review ? [{ child: life.ref, what: 'review' as const, on: review, isPlanned: plan !== null }] : []),
      ...(conference
        ? [{ child: life.ref, what: 'conference' as const, on: conference, isPlanned: false }]
        : []),
    ];
  });
}

/** True if a limit of law is what falls on the day, or has passed. */
function isOfLaw({ law, reviews }: LivesFound[number], line: Line, today: string): boolean {
  const lawDay = (rule: string, due: string): string | undefined =>
    law.find((each) => each.rule === rule && isOpen(each) && each.due >= due)?.due;
  if (line.rule === 'see-child') return true;
  // An IRO is to be allocated before the case is first reviewed.
  const first = reviews.find(({ rule, due }) => /review-first$/.test(rule) && due >= line.due)?.due;
  const by = reviews.includes(line)
    ? lawDay(line.rule, line.due)
    : line.rule === 'iro-allocate'
      ? first
      : undefined;
  return by !== undefined && (by <= line.due || by < today);
}

/** The tables of the board, of the forecast or of caseloads. */
export function aheadOf(db: Db, today: string, iros: readonly string[]): { table(id: string): Table } {
  const lives = livesOf(db, today);
  const inDays = (days: number): string => written(dayOf(today) + days);
  const open = lives.flatMap((one) =>
    [...one.reviews, ...one.york]
      .filter(isOpen)
      .map((line) => ({ line, isOfLaw: isOfLaw(one, line, today) })),
  );
  const meetings = meetingsOf(lives, today);
  const whenOf = (on: string): string =>
    on < today ? 'overdue' : on === today ? 'today' : on <= inDays(6) ? 'this week' : 'next four weeks';
  const onBoard = [
    ...open
      .filter(({ line: { due } }) => due <= inDays(27))
      .map(({ line, isOfLaw: law }) => ({
        ...{ on: line.due, duty: line.duty, law },
        what: lives.some(({ reviews }) => reviews.includes(line))
          ? 'review'
          : isConference(line)
            ? 'conference'
            : 'other',
      })),
    ...meetings
      .filter(({ isPlanned, on }) => isPlanned && on >= today && on <= inDays(27))
      .map(({ on }) => ({ on, duty: '', law: false, what: 'meeting' })),
  ];
  const boardCells = (some: readonly (typeof onBoard)[number][]): Cells => ({
    due: some.filter(({ what }) => what !== 'meeting').length,
    law: some.filter(({ law }) => law).length,
    reviews: some.filter(({ what }) => what === 'review').length,
    conferences: some.filter(({ what }) => what === 'conference').length,
    meetings: some.filter(({ what }) => what === 'meeting').length,
  });
  const last = mondayOf(dayOf(today)) + 26 * 7 - 1;
  const coming = meetings.filter(({ on }) => dayOf(on) <= last);
  const weekOf = (on: string): string => (on < today ? 'overdue' : written(mondayOf(dayOf(on))));
  const forecast = (): Table => {
    const rows = new Map<string, Cells>();
    const weeks = Array.from({ length: 26 }, (_, at) => written(mondayOf(dayOf(today)) + 7 * at));
    for (const week of ['overdue', ...weeks]) {
      const some = coming.filter(({ on }) => weekOf(on) === week);
      const week5 =
        week === 'overdue'
          ? []
          : [0, 1, 2, 3, 4].map((day) => dayOf(week) + day).filter((day) => day >= dayOf(today));
      const days = iros.length * week5.filter(isWorkingDay).length;
      rows.set(week, {
        ...meetingCells(some),
        ...{ days, over: week5.length === 0 ? null : Math.max(0, some.length - days) },
        ...{ holidays: iros.length * week5.length - days, leave: 0 },
      });
    }
    return rows;
  };
  const meetingCells = (some: readonly Meeting[]): Cells => ({
    reviews: some.filter(({ what }) => what === 'review').length,
    conferences: some.filter(({ what }) => what === 'conference').length,
    planned: some.filter(({ isPlanned }) => isPlanned).length,
  });
  const soon = meetings.filter(({ on }) => on <= written(months(dayOf(today), 3)));
  const carried = lives.flatMap(({ life: { ref, facts } }) => {
    const began = facts.findLast(({ kind }) => kind === 'became-looked-after');
    const isOver = facts.some(({ kind, on }) => kind === 'ceased-looked-after' && on > (began?.on ?? '9999'));
    if (began === undefined || isOver) return [];
    const since = facts.filter(({ on }) => on >= began.on);
    const iro = since.findLast(({ kind }) => kind === 'iro-allocated' || kind === 'iro-changed')?.attributes
      .iro;
    const status = since.findLast(
      ({ kind }) => kind === 'became-looked-after' || kind === 'legal-status-changed',
    );
    return [
      {
        ref,
        iro: iro === undefined ? 'without an IRO' : iros[Number(iro) - 1]!,
        isShort: /^V[34]$/.test(status!.attributes.basis ?? ''),
      },
    ];
  });
  const caseload = (): Table => {
    const rows = new Map<string, Cells>();
    for (const iro of [...iros, 'without an IRO']) {
      const own = carried.filter((each) => each.iro === iro);
      const weight = own.reduce((sum, { isShort }) => sum + (isShort ? 0.5 : 1), 0);
      rows.set(iro, {
        children: own.length,
        'full-time': iro === 'without an IRO' ? null : 1,
        'per-full-time': iro === 'without an IRO' ? null : Math.round(weight * 10) / 10,
        above: weight > 70 ? 1 : 0,
        reviews: own.filter(({ ref }) => soon.some(({ child, what }) => child === ref && what === 'review'))
          .length,
        ...{ conferences: 0, siblings: 0, 'both-hats': 0 },
      });
    }
    return rows.set('without a chair', {
      ...{ children: 0, 'full-time': null, 'per-full-time': null, above: 0, reviews: 0 },
      conferences: soon.filter(({ what }) => what === 'conference').length,
      ...{ siblings: 0, 'both-hats': 0 },
    });
  };
  const tables: Readonly<Record<string, () => Table>> = {
    board: () => byRow(onBoard, ({ on }) => whenOf(on), boardCells),
    'board-days': () =>
      byRow(
        onBoard.filter(({ on }) => on >= today && on <= inDays(6)),
        ({ on }) => on,
        boardCells,
      ),
    'board-overdue': () =>
      byRow(
        onBoard.filter(({ on }) => on < today),
        ({ duty }) => duty,
        (some) => ({ overdue: some.length, 'past-law': some.filter(({ law }) => law).length }),
      ),
    forecast,
    'forecast-by-day': () =>
      byRow(
        coming.filter(({ on }) => on >= today),
        ({ on }) => on,
        (some) => ({ meetings: some.length }),
      ),
    caseload,
  };
  return { table: (id) => tables[id]!() };
}
