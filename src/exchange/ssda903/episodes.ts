/**
 * Episode rows -> the episodes of each child that hold together, in order. An episode is judged
 * against the one before it that was accepted; what contradicts it is refused, with the reason.
 */
import { compare } from '../../core/compare';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { laterCopies } from './again';
import { codeProblem, dateIn, isProblem, remarkFuture } from './cells';
import {
  CARE_GOES_ON,
  LEGAL_STATUSES,
  PLACEMENTS,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_NEW_EPISODE,
} from './codes';
import { type Children, childOf, type HeaderChild, isChild } from './header';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  placeOfRow,
  type Report,
  type ReturnRow,
  refuse,
  remark,
} from './report';

export interface Episode {
  readonly row: ReturnRow;
  readonly from: IsoDate;
  /** RNE: why it began. */
  readonly began: string;
  readonly legalStatus: string;
  /** Null if the row gives none. */
  readonly placement: string | null;
  /** Null while it is open. */
  readonly to: IsoDate | null;
  /** REC: why it ended; null while it is open. */
  readonly ended: string | null;
}

/** Accepted episodes by child, in order of date. */
export type EpisodesByChild = ReadonlyMap<string, readonly Episode[]>;

export function readEpisodes(
  rows: readonly ReturnRow[],
  children: Children,
  report: Report,
  today: IsoDate,
): EpisodesByChild {
  const sound = new Map<string, Episode[]>();
  for (const row of laterCopies(rows, report, episodeName)) {
    const child = childOf(row, children);
    const episode = isChild(child) ? readEpisode(row, child) : child;
    if (!isEpisode(episode)) {
      refuse(report, row, episode);
      continue;
    }
    const ref = row.cells.CHILD!;
    const same = sound.get(ref);
    if (same) same.push(episode);
    else sound.set(ref, [episode]);
  }
  const accepted = new Map<string, Episode[]>();
  for (const [ref, episodes] of sound) accepted.set(ref, acceptInTurn(episodes, report, today));
  return accepted;
}

/** An episode is told of again by its child, its first day and why it began; one of a single day is another. */
function episodeName({ cells, days }: ReturnRow): string {
  const ofOneDay = days.DEC !== undefined && days.DEC === days.DECOM;
  return `${cells.CHILD} ${days.DECOM ?? cells.DECOM} ${cells.RNE}${ofOneDay ? ' one day' : ''}`;
}

function isEpisode(value: Episode | Problem): value is Episode {
  return 'row' in value;
}

/** One row by itself. */
function readEpisode(row: ReturnRow, child: HeaderChild): Episode | Problem {
  const { cells } = row;
  const from = dateIn(row, 'DECOM');
  if (isProblem(from)) return from;
  if (from < child.born) {
    return { column: 'DECOM', reason: 'before-birth', why: 'DECOM is before the birth.', next: PUT_RIGHT };
  }
  const code =
    codeProblem(row, 'RNE', REASONS_FOR_NEW_EPISODE) ??
    codeProblem(row, 'LS', LEGAL_STATUSES) ??
    (cells.PLACE ? codeProblem(row, 'PLACE', PLACEMENTS) : null) ??
    (cells.REC ? codeProblem(row, 'REC', REASONS_EPISODE_CEASED) : null);
  if (code !== null) return code;
  const to = cells.DEC ? dateIn(row, 'DEC') : null;
  if (to !== null && isProblem(to)) return to;
  if (to !== null && to < from) {
    return { column: 'DEC', reason: 'order-of-dates', why: 'DEC is before DECOM.', next: PUT_RIGHT };
  }
  if (to !== null && !cells.REC) {
    const why = 'It ends (DEC), and REC does not say whether care went on.';
    return { column: 'REC', reason: 'end', why, next: PUT_RIGHT };
  }
  return {
    row,
    from,
    began: cells.RNE!,
    legalStatus: cells.LS!,
    placement: cells.PLACE || null,
    to,
    ended: to === null ? null : cells.REC!,
  };
}

function acceptInTurn(episodes: Episode[], report: Report, today: IsoDate): Episode[] {
  episodes.sort(byDate);
  const accepted: Episode[] = [];
  for (const episode of episodes) {
    const before = closedBy(episode, accepted, report);
    const problem = before === undefined ? null : contradiction(before, episode);
    if (problem !== null) {
      refuse(report, episode.row, problem);
      continue;
    }
    accepted.push(episode);
    bringIn(report, episode.row);
    remarkFuture(report, episode.row, 'DECOM', episode.from, today);
    if (episode.to !== null) remarkFuture(report, episode.row, 'DEC', episode.to, today);
    if (before !== undefined) remarkGap(report, before, episode);
  }
  for (const episode of accepted) remarkOpenEnd(report, episode);
  return accepted;
}

/**
 * The episode before this one. If it has no end, and care goes on with this one (RNE is not S), it ended on
 * the day this one begins: an extract may leave out what a system does not keep.
 */
function closedBy(episode: Episode, accepted: Episode[], report: Report): Episode | undefined {
  const before = accepted.at(-1);
  if (before === undefined || before.to !== null || episode.began === 'S') return before;
  const { REC } = before.row.cells;
  if (REC && REC !== CARE_GOES_ON) return before;
  const closed: Episode = { ...before, to: episode.from, ended: CARE_GOES_ON };
  accepted[accepted.length - 1] = closed;
  remark(report, before.row, {
    column: 'DEC',
    reason: 'left-open',
    why: `DEC is blank, and another episode of this child begins on ${plainDate(episode.from)} (${placeOfRow(episode.row, before.row)}): this one was taken to end that day.`,
    next: 'If it ended on another day, put DEC in and import again.',
  });
  return closed;
}

/** By the day they begin; of one day, what ended first comes first, so that an open one comes last. */
function byDate(a: Episode, b: Episode): number {
  return (
    compare(a.from, b.from) ||
    compare(a.to ?? '9', b.to ?? '9') ||
    compare(a.row.file, b.row.file) ||
    a.row.line - b.row.line
  );
}

/** Why an episode cannot follow the one before it; null if it can. */
function contradiction(before: Episode, episode: Episode): Problem | null {
  const place = placeOfRow(before.row, episode.row);
  const starts = episode.began === 'S';
  const inTime = before.to !== null && episode.from >= before.to;
  if (starts && (!inTime || before.ended === CARE_GOES_ON)) {
    return {
      column: 'RNE',
      reason: 'start-in-open-period',
      why: `It starts a new period of care (RNE S) on ${plainDate(episode.from)}, when the period before it is open: ${howItStands(before, place)}.`,
      next: `If care ended, put DEC and REC right on ${place}; if not, put RNE right here. Then import again.`,
    };
  }
  if (!inTime) {
    return {
      column: 'DECOM',
      reason: 'overlap',
      why: `It begins on ${plainDate(episode.from)}, before the episode before it has ended: ${howItStands(before, place)}.`,
      next: 'Put right the dates that overlap and import again.',
    };
  }
  if (!starts && before.ended !== CARE_GOES_ON) {
    return {
      column: 'RNE',
      reason: 'restart-without-start',
      why: `Care had ended (${howItStands(before, place)}), and this episode goes on without a start (RNE ${episode.began}).`,
      next: `If a new period of care began, put RNE S here; if care had not ended, put REC right on ${place}. Then import again.`,
    };
  }
  return null;
}

function howItStands(before: Episode, place: string): string {
  return before.to === null
    ? `${place} has no DEC`
    : `${place} ended on ${plainDate(before.to)} with ${before.ended}`;
}

/** Without a day of ending the child is taken as still in care: the safe reading, since the duties go on. */
function remarkOpenEnd(report: Report, { row, to }: Episode): void {
  const { REC } = row.cells;
  if (to !== null || !REC) return;
  const careEnded = REC !== CARE_GOES_ON;
  remark(report, row, {
    column: 'DEC',
    reason: 'end',
    why: `REC is ${REC} and DEC is blank: the episode came in as still open.`,
    next: careEnded
      ? 'If the child has left care, put DEC in and import again, or record the day they left.'
      : 'If it is open, leave REC blank; if it ended, put DEC in and import again.',
  });
}

/** X1 says that care went on: a missing row, not an end of care. The placement meanwhile is unknown. */
function remarkGap(report: Report, before: Episode, episode: Episode): void {
  if (before.ended !== CARE_GOES_ON || before.to === episode.from) return;
  remark(report, episode.row, {
    column: 'DECOM',
    reason: 'gap',
    why: `The episode before it (${howItStands(before, placeOfRow(before.row, episode.row))}) should end on the day this one begins. Care is taken to have gone on between them.`,
    next: 'If an episode is missing, add it and import again.',
  });
}
