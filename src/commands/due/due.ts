/**
 * `due`: what is overdue and what falls due. One index scan; the path that must be quick.
 */

import type { Window } from '../../cases/due';
import { type DueOptions, gather } from '../../cases/due-gathered';
import { keepList } from '../../cases/last-list/kept';
import type { Context } from '../../context';
import { addDays, addMonths, daysBetween, type IsoDate, LATEST, plainDate } from '../../core/time/dates';
import { EXIT, type ExitCode, UsageError } from '../../errors';
import { numberTyped } from '../../recording/number-typed';
import { toJson } from '../../screens/due/json';
import { printList } from '../../screens/due/list';
import { dueRows } from '../../screens/due/rows';
import { present } from '../../screens/show';

/** Runs `due`. */
export async function due(
  context: Context,
  _args: readonly [],
  options: DueOptions,
): Promise<ExitCode | undefined> {
  const window = windowOf(context, options);
  const limit = numberTyped(options.limit, '--limit', undefined);
  const unit = await context.open();
  const list = gather(context, unit, window, options, limit);
  await present(context, {
    json: () => toJson(context, unit, list),
    csv: () => dueRows(context, unit, list),
    async screen() {
      const rows = await printList(context, unit, list, limit);
      const { childId, iroId, teamId } = list.whose;
      await keepList(context, { window: windowTyped(options), whose: { childId, iroId, teamId }, rows });
      return [];
    },
  });
  return options.failIfOverdue && list.answer.overdue > 0 ? EXIT.overdueFound : undefined;
}

/** The flags that say which days and whose duties are shown; no name stands in them. */
function windowTyped({ week, days, month, from, to, overdue, who, limit }: DueOptions): string[] {
  const typed = { week, days, month, from, to, overdue, who, limit };
  return Object.entries(typed).flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}`, value],
  );
}

function windowOf(context: Context, options: DueOptions): Window {
  const { today } = context;
  const days = numberTyped(options.days, '--days', undefined);
  const given = [options.week, options.days, options.month, options.from ?? options.to].filter(Boolean);
  if (given.length > 1) {
    throw new UsageError('Only one of --week, --days, --month and --from … --to.', 'irotool due --week');
  }
  const overdueOnly = options.overdue === true;
  if (options.from !== undefined || options.to !== undefined) {
    const from = options.from === undefined ? today : context.date(options.from, '--from');
    const to = options.to === undefined ? ahead(from, 6) : context.date(options.to, '--to');
    if (to < from) {
      throw new UsageError(
        `--to (${plainDate(to)}) is before --from (${plainDate(from)}).`,
        `If they are the wrong way round: --from ${to} --to ${from}`,
      );
    }
    return { from, to, called: '', overdueOnly };
  }
  if (options.month)
    return { from: today, to: addDays(addMonths(today, 1), -1), called: 'in the month ahead', overdueOnly };
  if (days !== undefined) {
    return {
      from: today,
      to: ahead(today, days - 1),
      called: days === 1 ? 'today' : `in ${days} days`,
      overdueOnly,
    };
  }
  return { from: today, to: addDays(today, 6), called: 'this week', overdueOnly };
}

/** Days later, as far as dates go. */
function ahead(from: IsoDate, days: number): IsoDate {
  return daysBetween(from, LATEST) < days ? LATEST : addDays(from, days);
}
