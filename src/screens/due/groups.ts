/**
 * The duties of the morning list: what is late, then each day with the meetings planned for it. On a screen rows of one day, duty and person are one;
 * to a pipe each is a whole row with its date, so that `grep` keeps the reference.
 */
import type { DueList } from '../../cases/due';
import type { RowOfList as Numbered } from '../../cases/last-list/kept';
import type { Unit } from '../../context';
import { isOfLaw } from '../../core/engine/standing';
import { addDays, type IsoDate } from '../../core/time/dates';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenDuty } from '../../store/agenda/read';
import { plannedLate } from '../../ui/lateness';
import { whoHolds } from '../../ui/plan-words';
import { type Column, columnWidths, linesAt } from '../../ui/rows';
import type { Paint } from '../../ui/screen';
import { LATE, LAW, lawWord } from '../../ui/states';
import { dayIn, dutyWords, WIDE, whoActs } from '../../ui/words';
import { type DayGroup, groupsOf, type OfDay, saidOfDays } from './days';
import { type HolidayNoticed, holidayWords } from './notices';
import { calledOf, type Numbers, type RowsOn, seenDuty, seenMeeting } from './numbers';
import { aheadWords, together } from './planned';
import { thenLines } from './then';

/** One row: what stands at each of its numbers, and whose it is. */
interface Row {
  readonly due: IsoDate;
  readonly numbered: Numbered[];
  readonly called: string[];
  readonly isLaw: boolean;
  readonly isMeeting?: true;
  readonly what: string;
  readonly who: string;
}

/** Below this width who acts is said after the duty: a column of its own would leave too little for words. */
const ROOM_FOR_WHO = 76;
const LEAST_DUTY = 18;
/** As many letters as a duty’s short words have at most. */
const LONGEST_SHORT = 26;

/** The lines of all groups, bank holidays among them on their day. */
export function dutyLines(
  unit: Unit,
  { answer, window, ahead }: DueList,
  holidays: readonly HolidayNoticed[],
  screen: RowsOn,
): string[] {
  const { today, width, paint } = screen;
  const isPiped = !Number.isFinite(width);
  // A month is read by its first week; each day after it has a line.
  const last = !isPiped && window.called === 'in the month ahead' ? addDays(today, 6) : window.to;
  const near = answer.duties.filter(({ due }) => due <= last || due < today);
  const nearAhead = ahead.filter(({ day }) => day <= last);
  const ofDay = saidOfDays(today, unit);
  const groups = groupsOf(ofDay, near, nearAhead, today);
  const rows = groups.map((group) => rowsOf(group, ofDay, today, width));
  const cells = groups.map((group, at) =>
    rows[at]!.map((row) => (isPiped ? pipedCells(row, ofDay, screen) : cellsOf(row, group, ofDay, screen))),
  );
  const widths = isPiped
    ? Array(2).fill(columnWidths(cells.flat(), PIPED, width))
    : [false, true].map((late) =>
        widthsOf(
          cells.filter((_, at) => groups[at]!.late === late).flat(),
          rows.filter((_, at) => groups[at]!.late === late).flat(),
          late,
          width,
        ),
      );
  const lines: string[] = [];
  let passed = 0;
  const sayHolidays = (before: IsoDate | null): void => {
    const some = holidays.slice(passed).filter(({ on }) => before === null || on < before);
    passed += some.length;
    if (some.length > 0) lines.push(...some.map((each) => holidayWords(each, today)), '');
  };
  for (const [at, group] of groups.entries()) {
    if (!group.late) sayHolidays(group.due);
    const holiday = group.late ? undefined : holidays[passed];
    const isHoliday = holiday?.on === group.due;
    if (isHoliday) passed++;
    lines.push(
      group.late
        ? `${paint.late(LATE)}${paint.heading(isPiped || width >= WIDE ? '' : ' (working days)')}`
        : paint.heading(`${group.heading}${isHoliday ? `: ${holiday!.name}` : ''}`),
    );
    const these = widths[Number(group.late)]!;
    lines.push(
      ...linesAt(cells[at]!, these, isPiped ? 0 : 1).map((line) =>
        withLaw(line, group.late, these, isPiped, paint),
      ),
      '',
    );
  }
  const far = answer.duties.slice(near.length);
  const farAhead = ahead.slice(nearAhead.length);
  const isMore = far.length + farAhead.length > 0;
  sayHolidays(isMore ? addDays(last, 1) : null);
  if (isMore) lines.push(...thenLines(far, farAhead, window.to, screen));
  return lines;
}

/** The law first, then the meetings, then the oldest; those of one day, duty and person follow each other, and on a screen are one. */
function rowsOf({ opens, meetings }: DayGroup, ofDay: OfDay, today: IsoDate, width: number): Row[] {
  const isPiped = !Number.isFinite(width);
  const found = new Map<string, Row>();
  for (const open of opens) {
    const isLaw = isOfLaw(open.due, open.lawBy, today);
    const row = {
      due: open.due,
      numbered: [[seenDuty(open)]],
      called: [calledOf(open.child, open.review)],
      isLaw,
      what: dutyOnDay(open, ofDay, today, width),
      who: whoActs(open.rule.who, open.child),
    };
    const key = [open.due, isLaw, row.what, row.who].join('\n');
    const same = found.get(key);
    if (same) {
      same.numbered.push(...row.numbered);
      same.called.push(...row.called);
    } else found.set(key, row);
  }
  const all = [...found.values()];
  const rows = [
    ...all.filter(({ isLaw }) => isLaw),
    ...(isPiped ? meetings.map((each) => [each]) : together(meetings)).map((each) => meetingRow(each, width)),
    ...all.filter(({ isLaw }) => !isLaw),
  ];
  if (!isPiped) return rows;
  return rows.flatMap((row) =>
    row.numbered.map((one, at) => ({ ...row, numbered: [one], called: [row.called[at]!] })),
  );
}

/** Children of one meeting stand at one number. */
function meetingRow(all: readonly MeetingRow[], width: number): Row {
  const [first] = all as [MeetingRow];
  return {
    ...{ due: first.day, numbered: [all.map(seenMeeting)], isLaw: false, isMeeting: true },
    called: all.map(({ child, review }) => calledOf(child, review)),
    what: aheadWords(first, width),
    who: whoHolds(first),
  };
}

/** The duty with what must be known of its date: compressed, provisional, on no working day. */
function dutyOnDay(open: OpenDuty, ofDay: OfDay, today: IsoDate, width: number): string {
  const { due } = open;
  const parts = [dutyWords(open.rule, open.ref, width)];
  const { compressed, rule } = open;
  for (const why of plannedLate({ compressed, due, isTakenUp: rule.meeting === 'review' }, today))
    parts.push(`(${why})`);
  if (open.provisional) parts.push('(provisional: beyond the published bank holidays)');
  const { lastWorkingDay } = ofDay(due);
  if (lastWorkingDay !== null) parts.push(`(last working day ${lastWorkingDay})`);
  return parts.join(' ');
}

const numberOf = ({ numbered }: Row, numbers: Numbers): string => {
  const each = numbered.map((one) => numbers.next(one));
  return each.length === 1 ? each[0]! : `${each[0]}-${each.at(-1)!.trim()}`;
};

function cellsOf(row: Row, { late }: DayGroup, ofDay: OfDay, { today, width, numbers }: RowsOn): string[] {
  const hasWho = width >= ROOM_FOR_WHO;
  const { far } = ofDay(row.due);
  return [
    numberOf(row, numbers),
    ...(late ? [width >= WIDE ? far : far.replace(' late', '')] : []),
    ...(late && width >= WIDE ? [dayIn(row.due, today)] : []),
    lawWord(row.isLaw),
    ...(hasWho ? [row.what, row.who] : [`${row.what}: ${row.who}`]),
    row.called.join(', '),
  ];
}

function pipedCells(row: Row, ofDay: OfDay, { numbers }: RowsOn): string[] {
  const { due, isLaw, called, what, who } = row;
  return [due, numberOf(row, numbers), ofDay(due).far, lawWord(isLaw), called[0]!, what, who];
}

const PIPED: readonly Column[] = [{}, {}, { min: 12 }, { min: 3 }, { min: 8 }, {}, {}];

/** How wide the columns are: the same for every day, so that days line up. The children have what room is left. */
function widthsOf(cells: readonly string[][], rows: readonly Row[], late: boolean, width: number): number[] {
  const columns: Column[] = [
    { whole: true },
    ...(late ? [{ whole: true } as const] : []),
    ...(late && width >= WIDE ? [{ whole: true } as const] : []),
    { min: 3 },
    { wraps: true, min: LEAST_DUTY },
    ...(width >= ROOM_FOR_WHO ? [{}] : []),
    { whole: true },
  ];
  const longest = Math.max(
    0,
    ...rows.flatMap(({ called }) => called.map((each) => each.length + (called.length > 1 ? 1 : 0))),
  );
  const what = columns.findIndex(({ wraps }) => wraps);
  const own = cells.map((row, at) => {
    const cut = [...row.slice(0, -1), row.at(-1)!.slice(0, longest)];
    // A long place goes over two lines, rather than the children of every row.
    if (rows[at]!.isMeeting && width < WIDE) cut[what] = cut[what]!.slice(0, LONGEST_SHORT);
    return cut;
  });
  const widths = columnWidths(own, columns, width);
  const left = width - 1 - 2 * (columns.length - 1) - widths.reduce((sum, each) => sum + each, 0);
  widths[widths.length - 1]! += Math.max(0, left);
  return widths;
}

/** The line with its LAW made to stand out, and its references with ordinary spaces. */
function withLaw(
  line: string,
  late: boolean,
  widths: readonly number[],
  isPiped: boolean,
  paint: Paint,
): string {
  const before = isPiped ? 3 : late ? (widths.length > 6 ? 3 : 2) : 1;
  const at = 1 + widths.slice(0, before).reduce((sum, each) => sum + each + 2, 0);
  const plain = line.replaceAll('\u00a0', ' ');
  return plain.slice(at, at + 3) === LAW
    ? `${plain.slice(0, at)}${paint.heading(LAW)}${plain.slice(at + 3)}`
    : plain;
}
