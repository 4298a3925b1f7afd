/**
 * Days as spreadsheets and case systems write them: 2024-04-03, 3/4/2024, 3-Apr-24, 3 April 2024, 45385. A column may
 * mix them. What could be read two ways is read with the day first, as in this country, and said once for the column.
 */
import { addDays, type IsoDate, isIsoDate, isoDate, londonDate, plainDate } from '../../core/time/dates';

/** A cell of a column, and where it stands. */
export interface CellOfDays {
  readonly line: number;
  readonly text: string;
}

/** The days of a column by what is written in its cells; a cell that is none is not there. */
export interface DaysRead {
  readonly days: ReadonlyMap<string, IsoDate>;
  /** What to say of the column; empty if there is nothing. */
  readonly note: string;
}

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${TIME}$`);
const UNIVERSAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const MONTH_NAMED =
  /^(?:[a-z]{2,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?,?[ .-]+(\d{4}|\d{2})$/i;
/** The days since 1900 as a spreadsheet keeps them, of 1927 to 2099; what follows the point is a time. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/;
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

type Read =
  | { readonly how: 'sure'; readonly day: string }
  | {
      readonly how: 'slashes';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly isShort: boolean;
    };

/** Reads the cells of a column. `toCome`: they are of what is planned, and a year of two figures may be next year. */
export function readDays(
  column: string,
  cells: Iterable<CellOfDays>,
  today: IsoDate,
  { toCome = false, isBirth = false }: { readonly toCome?: boolean; readonly isBirth?: boolean } = {},
): DaysRead {
  const read = new Map<string, { readonly line: number; readonly read: Read }>();
  for (const { line, text } of cells) {
    if (text === '' || read.has(text)) continue;
    const one = readOne(text, today, toCome);
    if (one !== null) read.set(text, { line, read: one });
  }
  const slashes = [...read.values()].flatMap(({ line, read: one }) =>
    one.how === 'slashes' ? [{ line, ...one }] : [],
  );
  const dayFirst = slashes.some(({ first }) => first > 12);
  const monthFirst = slashes.find(({ first, second }) => second > 12 && first <= 12);
  const days = new Map<string, IsoDate>();
  const isRefused = monthFirst !== undefined && !dayFirst;
  for (const [text, { read: one }] of read) {
    if (one.how === 'slashes' && isRefused) continue;
    const day = one.how === 'sure' ? one.day : isoOf(one.year, one.second, one.first);
    if (isIsoDate(day)) days.set(text, day);
  }
  return { days, note: noteOn(column, { slashes, isRefused, dayFirst, monthFirst, isBirth }) };
}

interface Slashed {
  readonly line: number;
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly isShort: boolean;
}

interface Noted {
  readonly slashes: readonly Slashed[];
  readonly isRefused: boolean;
  readonly dayFirst: boolean;
  readonly monthFirst: Slashed | undefined;
  readonly isBirth: boolean;
}

function noteOn(column: string, { slashes, isRefused, dayFirst, monthFirst, isBirth }: Noted): string {
  if (isRefused)
    return `${column} has days with the month first (line ${monthFirst!.line}): none with figures and strokes was read.`;
  const unclear = dayFirst ? undefined : slashes.find(({ first, second }) => first !== second);
  const short = slashes.find(({ isShort }) => isShort);
  const notes: string[] = [];
  if (unclear !== undefined) {
    const example = isBirth ? '' : `, so that of line ${unclear.line} is ${plainDate(dayOf(unclear))}`;
    notes.push(`${column} was read with the day first${example}.`);
  }
  if (short !== undefined) {
    const example = isBirth ? '' : `: that of line ${short.line} was read as ${short.year}`;
    notes.push(`${column} has years of two figures${example}.`);
  }
  return notes.join(' ');
}

const dayOf = ({ year, second, first }: Slashed): IsoDate => isoOf(year, second, first) as IsoDate;

function readOne(text: string, today: IsoDate, toCome: boolean): Read | null {
  if (UNIVERSAL.test(text)) return { how: 'sure', day: londonDate(Date.parse(text)) };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    return { how: 'sure', day: isoOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])) };
  }
  const named = MONTH_NAMED.exec(text);
  const month = named === null ? 0 : monthCalled(named[2]!);
  if (named && month > 0) {
    return { how: 'sure', day: isoOf(wholeYear(named[3]!, today, toCome), month, Number(named[1])) };
  }
  if (SERIAL.test(text)) return { how: 'sure', day: dayOfSerial(Math.floor(Number(text))) };
  const parts = DAY_FIRST.exec(text);
  if (parts === null) return null;
  return {
    how: 'slashes',
    first: Number(parts[1]),
    second: Number(parts[3]),
    year: wholeYear(parts[4]!, today, toCome),
    isShort: parts[4]!.length === 2,
  };
}

/** The number of a month by its name or the beginning of it; 0 if there is none. */
const monthCalled = (name: string): number =>
  1 +
  MONTHS.findIndex(
    (month) => month.startsWith(name.toLowerCase()) || (/^sept$/i.test(name) && month === 'september'),
  );

/** The latest year with these two figures that is not after this one; of what is planned, nine years on at most. */
function wholeYear(figures: string, today: IsoDate, toCome: boolean): number {
  if (figures.length === 4) return Number(figures);
  const latest = Number(today.slice(0, 4)) + (toCome ? 9 : 0);
  const year = latest - (latest % 100) + Number(figures);
  return year > latest ? year - 100 : year;
}

/** Day 1 is 1 January 1900, and spreadsheets count a 29 February 1900 that never was. */
const dayOfSerial = (serial: number): IsoDate => addDays(isoDate('1900-01-01'), serial - 2);

function isoOf(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
