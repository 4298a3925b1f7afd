/** The rest of a month: each day in a line, with how to open one. */
import { isOfLaw } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenDuty } from '../../store/agenda/read';
import { rowLines } from '../../ui/rows';
import { LAW } from '../../ui/states';
import { dayIn, dutyWords, fullDayIn, WIDE } from '../../ui/words';
import { calledOf, type RowsOn } from './numbers';
import { aheadWords, together } from './planned';

/** As many duties as are named of a day; the others are counted. */
const NAMED = 2;

/** ` Wed 8 Apr  6  LAW 3  Hold the first review 2, See the child in private 1, 3 others`, and below it each meeting. */
export function thenLines(
  duties: readonly OpenDuty[],
  meetings: readonly MeetingRow[],
  to: IsoDate,
  { today, width, paint }: RowsOn,
): string[] {
  const days = new Set([...duties.map(({ due }) => due), ...meetings.map(({ day }) => day)].sort());
  const rows = [...days].flatMap((day) => {
    const opens = duties.filter(({ due }) => due === day);
    const law = opens.filter(({ due, lawBy }) => isOfLaw(due, lawBy, today));
    const met = together(meetings.filter((each) => each.day === day));
    const said = [
      ...(opens.length === 0 ? [] : [kindsWords([...law, ...opens.filter((open) => !law.includes(open))])]),
      ...met.map((all) => `${aheadWords(all[0]!, WIDE)}: ${whose(all)}`),
    ];
    const head = [
      dayIn(day, today),
      String(opens.length).padStart(3),
      law.length === 0 ? '' : `${LAW} ${law.length}`,
    ];
    return said.map((words, at) => [...(at === 0 ? head : ['', '', '']), words]);
  });
  const [first] = days;
  return [
    paint.heading(`THEN, to ${fullDayIn(to, today)}`),
    ...rowLines(rows, [{ whole: true }, {}, { min: 5 }, { wraps: true, min: 20 }], width),
    `  irotool due --from ${first} --to ${first}`,
    '',
  ];
}

const whose = (all: readonly MeetingRow[]): string =>
  all.map(({ child, review }) => calledOf(child, review)).join(', ');

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
