/** The rest of a month: each day in a line, with how to open one. */
import { isOfLaw } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import type { OpenDuty } from '../../store/agenda/read';
import { rowLines } from '../../ui/rows';
import { LAW } from '../../ui/states';
import { dayIn, dutyWords, fullDayIn } from '../../ui/words';
import type { Screen } from './groups';

/** As many duties as are named of a day; the others are counted. */
const NAMED = 2;

/** ` Wed 8 Apr  6  LAW 3  Hold the first review 2, See the child in private 1, 3 others`. */
export function thenLines(
  duties: readonly OpenDuty[],
  to: IsoDate,
  { today, width, paint }: Screen,
): string[] {
  const days = new Map<IsoDate, OpenDuty[]>();
  for (const open of duties) days.set(open.due, [...(days.get(open.due) ?? []), open]);
  const rows = [...days].map(([day, opens]) => {
    const law = opens.filter(({ due, lawBy }) => isOfLaw(due, lawBy, today));
    return [
      dayIn(day, today),
      String(opens.length).padStart(3),
      law.length === 0 ? '' : `${LAW} ${law.length}`,
      kindsWords([...law, ...opens.filter((open) => !law.includes(open))]),
    ];
  });
  const first = duties[0]!.due;
  return [
    paint.heading(`THEN, to ${fullDayIn(to, today)}`),
    ...rowLines(rows, [{ whole: true }, {}, { min: 5 }, { wraps: true, min: 20 }], width),
    `  irotool due --from ${first} --to ${first}`,
    '',
  ];
}

/** What a day has, the law first: how many of which duty, in short. */
function kindsWords(opens: readonly OpenDuty[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of opens) {
    const called = dutyWords(rule, null, 0);
    counts.set(called, (counts.get(called) ?? 0) + 1);
  }
  const kinds = [...counts];
  const shown = kinds.length === NAMED + 1 ? kinds : kinds.slice(0, NAMED);
  const others = opens.length - shown.reduce((sum, [, many]) => sum + many, 0);
  return [
    ...shown.map(([called, many]) => (many === 1 ? called : `${called} (${many})`)),
    ...(others === 0 ? [] : [`${others} more`]),
  ].join(', ');
}
