/**
 * The duties of the morning list: what is late, then each day. On a screen rows of one day, duty and person are one;
 * to a pipe each is a whole row with its date, so that `grep` keeps the reference.
 */
import type { DueList } from '../../cases/due';
import type { Unit } from '../../context';
import { isOfLaw } from '../../core/engine/standing';
import { addDays, dayAndMonth, daysBetween, type IsoDate } from '../../core/time/dates';
import type { OpenDuty } from '../../store/agenda/read';
import { type Column, columnWidths, linesAt } from '../../ui/rows';
import type { Paint } from '../../ui/screen';
import { farOff, LATE, LAW, lawWord, TODAY } from '../../ui/states';
import { compressedWords, dayIn, dutyWords, fullDayIn, WIDE, whoActs } from '../../ui/words';
import { type Holiday, holidayWords } from './notices';
import { calledOf, type Numbers, seenDuty } from './numbers';
import { thenLines } from './then';

export interface Screen {
  readonly today: IsoDate;
  readonly width: number;
  readonly paint: Paint;
  readonly numbers: Numbers;
}

/** What is said of a day on which something is due. */
interface DaySaid {
  /** `in 3 days`, `2 days late`. */
  readonly far: string;
  /** The last working day before it, if it is none itself. */
  readonly lastWorkingDay: string | null;
}

type OfDay = (due: IsoDate) => DaySaid;

/** What is said of each day, counted once in a print however many duties are due on it. */
function saidOfDays(today: IsoDate, unit: Unit): OfDay {
  const { statutory } = unit.engine.calendars;
  const known = new Map<IsoDate, DaySaid>();
  return (due) => {
    const before = known.get(due);
    if (before) return before;
    const said = {
      far: howFar(due, today, unit),
      lastWorkingDay: statutory.isWorkingDay(due)
        ? null
        : dayIn(statutory.lastWorkingDayOnOrBefore(due), due),
    };
    known.set(due, said);
    return said;
  };
}

/** What is due on one day, or late. */
interface Group {
  readonly heading: string;
  readonly late: boolean;
  readonly due: IsoDate;
  readonly opens: OpenDuty[];
}

/** One row: the duties that it stands for, in the order of their numbers. */
interface Row {
  readonly opens: OpenDuty[];
  readonly isLaw: boolean;
  readonly what: string;
  readonly who: string;
}

/** Below this width who acts is said after the duty: a column of its own would leave too little for words. */
const ROOM_FOR_WHO = 76;
const LEAST_DUTY = 18;

/** The lines of all groups, bank holidays among them on their day. */
export function dutyLines(
  unit: Unit,
  { answer, window }: DueList,
  holidays: readonly Holiday[],
  screen: Screen,
): string[] {
  const { today, width, paint } = screen;
  const isPiped = !Number.isFinite(width);
  // A month is read by its first week; each day after it has a line.
  const last = !isPiped && window.called === 'in the month ahead' ? addDays(today, 6) : window.to;
  const near = answer.duties.filter(({ due }) => due <= last || due < today);
  const ofDay = saidOfDays(today, unit);
  const groups = groupsOf(ofDay, near, today);
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
  sayHolidays(near.length === answer.duties.length ? null : addDays(last, 1));
  if (near.length < answer.duties.length) {
    const far = answer.duties.slice(near.length);
    lines.push(...thenLines(far, window.to, screen));
  }
  return lines;
}

function groupsOf(ofDay: OfDay, duties: readonly OpenDuty[], today: IsoDate): Group[] {
  const groups: Group[] = [];
  for (const open of duties) {
    const group = groups.at(-1);
    const late = open.due < today;
    if (group && (late ? group.late : group.due === open.due)) group.opens.push(open);
    else
      groups.push({
        heading: late ? LATE : dayHeading(open.due, today, ofDay),
        late,
        due: open.due,
        opens: [open],
      });
  }
  return groups;
}

/** `TODAY, Monday 30 March`, `THURSDAY 2 APRIL, in 3 days`: how far off it is is said once, here. */
function dayHeading(due: IsoDate, today: IsoDate, ofDay: OfDay): string {
  if (due === today) return `${TODAY}, ${dayAndMonth(due)}`;
  if (due === addDays(today, 1)) return `TOMORROW, ${dayAndMonth(due)}`;
  return `${fullDayIn(due, today).toUpperCase()}, ${ofDay(due).far}`;
}

/** In working days, as the head of the screen says; calendar days if none lies between. */
const howFar = (due: IsoDate, today: IsoDate, { engine }: Unit): string =>
  farOff(engine.calendars.statutory.workingDaysBetween(today, due), daysBetween(today, due));

/** The law first, then the oldest; those of one day, duty and person follow each other, and on a screen are one. */
function rowsOf({ opens }: Group, ofDay: OfDay, today: IsoDate, width: number): Row[] {
  const found = new Map<string, Row>();
  for (const open of opens) {
    const isLaw = isOfLaw(open.due, open.lawBy, today);
    const row = {
      opens: [open],
      isLaw,
      what: dutyOnDay(open, ofDay, today, width),
      who: whoActs(open.rule.who, open.child),
    };
    const key = [open.due, isLaw, row.what, row.who].join('\n');
    const same = found.get(key);
    if (same) same.opens.push(open);
    else found.set(key, row);
  }
  const all = [...found.values()];
  const rows = [...all.filter(({ isLaw }) => isLaw), ...all.filter(({ isLaw }) => !isLaw)];
  return Number.isFinite(width)
    ? rows
    : rows.flatMap((row) => row.opens.map((open) => ({ ...row, opens: [open] })));
}

/** The duty with what must be known of its date: compressed, provisional, on no working day. */
function dutyOnDay(open: OpenDuty, ofDay: OfDay, today: IsoDate, width: number): string {
  const { due } = open;
  const parts = [dutyWords(open.rule, open.ref, width)];
  // Once overdue, that it was planned late says nothing more.
  if (open.compressed && due >= today)
    parts.push(`(${compressedWords(open.rule.meeting === 'review')}: do it now)`);
  if (open.provisional) parts.push('(provisional: beyond the published bank holidays)');
  const { lastWorkingDay } = ofDay(due);
  if (lastWorkingDay !== null) parts.push(`(last working day ${lastWorkingDay})`);
  return parts.join(' ');
}

const numberOf = ({ opens }: Row, numbers: Numbers): string => {
  const each = opens.map((open) => numbers.next([seenDuty(open)]));
  return each.length === 1 ? each[0]! : `${each[0]}-${each.at(-1)!.trim()}`;
};

function cellsOf(row: Row, { late }: Group, ofDay: OfDay, { today, width, numbers }: Screen): string[] {
  const [first] = row.opens as [OpenDuty];
  const refs = row.opens.map(({ child, review }) => calledOf(child, review)).join(', ');
  const hasWho = width >= ROOM_FOR_WHO;
  const { far } = ofDay(first.due);
  return [
    numberOf(row, numbers),
    ...(late ? [width >= WIDE ? far : far.replace(' late', '')] : []),
    ...(late && width >= WIDE ? [dayIn(first.due, today)] : []),
    lawWord(row.isLaw),
    ...(hasWho ? [row.what, row.who] : [`${row.what}: ${row.who}`]),
    refs,
  ];
}

function pipedCells(row: Row, ofDay: OfDay, { numbers }: Screen): string[] {
  const [{ due, child, review }] = row.opens as [OpenDuty];
  const { far } = ofDay(due);
  return [due, numberOf(row, numbers), far, lawWord(row.isLaw), calledOf(child, review), row.what, row.who];
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
    ...rows.flatMap(({ opens }) =>
      opens.map(({ child, review }) => calledOf(child, review).length + (opens.length > 1 ? 1 : 0)),
    ),
  );
  const own = cells.map((row) => [...row.slice(0, -1), row.at(-1)!.slice(0, longest)]);
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
