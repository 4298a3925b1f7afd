/** Bank holidays that are offered: what is new or gone, and which deadlines move. */
import type { Context } from '../../context';
import { withOwn } from '../../core/in-words';
import { longDate } from '../../core/time/dates';
import type { HolidayDifference, PublishedList } from '../../core/time/holidays';
import type { MovedDeadline } from '../../store/agenda/moved-deadlines';
import { inRows, type Part } from '../../ui/rows';
import { count, dayIn, refAndReview } from '../../ui/words';

export interface Offered extends HolidayDifference {
  readonly source: string;
  /** Null if one day was added by hand. */
  readonly published: PublishedList | null;
}

export interface HolidayChanges extends Offered {
  readonly moved: readonly MovedDeadline[];
  readonly isNew: boolean;
  readonly horizon: string;
  readonly furthers: boolean;
}

const MOST_SHOWN = 40;

export function lines(context: Context, shown: HolidayChanges): Part[] {
  const { added, gone, moved, published, isNew } = shown;
  const covers = published
    ? [`The list covers ${published.firstYear} to ${published.lastYear}; no other year is touched.`]
    : [];
  if (!isNew) return [...covers, 'Nothing in it is new: that is what irotool counts by already.'];
  const rows = [
    ...added.map(({ on, name }) => ['new', longDate(on), name]),
    ...gone.map(({ on, name }) => ['gone', longDate(on), name]),
  ];
  const passed = gone.filter(({ on }) => on < context.today).length;
  return [
    ...covers,
    inRows(rows.slice(0, MOST_SHOWN), [{ min: 4 }, {}, { wraps: true }]),
    ...(rows.length > MOST_SHOWN ? [`and ${rows.length - MOST_SHOWN} more; --json names them all`] : []),
    ...(shown.furthers ? [`With it the bank holidays are known to ${shown.horizon}.`] : []),
    ...(passed > 0 && published
      ? [
          `${count(passed, 'day')} that ${passed === 1 ? 'has' : 'have'} passed would count as worked: is it an old copy of the list?`,
        ]
      : []),
    '',
    ...movedLines(context, moved),
  ];
}

function movedLines(context: Context, moved: readonly MovedDeadline[]): Part[] {
  if (moved.length === 0) return ['No open deadline moves.'];
  const rows = moved
    .slice(0, MOST_SHOWN)
    .map(({ child, duty, review, ref, from, to }) => [
      refAndReview(child.ref, review),
      withOwn(duty, ref),
      `from ${dayIn(from, context.today)} to ${dayIn(to, context.today)}`,
    ]);
  const more = moved.length - MOST_SHOWN;
  return [
    `${count(moved.length, 'open deadline')} ${moved.length === 1 ? 'moves' : 'move'}:`,
    inRows(rows, [{}, { wraps: true }, {}]),
    ...(more > 0 ? [`and ${more} more; --json names them all`] : []),
  ];
}
