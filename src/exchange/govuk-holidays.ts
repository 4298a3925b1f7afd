/**
 * gov.uk's list of bank holidays (https://www.gov.uk/bank-holidays.json): of the divisions in it, England and
 * Wales.
 */
import type { Holiday } from '../core/time/calendar';
import { isIsoDate, weekday, yearOf } from '../core/time/dates';
import type { PublishedList } from '../core/time/holidays';
import { UserError } from '../errors';

const DIVISION = 'england-and-wales';
const WHERE = 'gov.uk’s own is at https://www.gov.uk/bank-holidays.json';
/** No year in England and Wales has had fewer since 1978. */
const FEWEST = 8;
const LONGEST_NAME = 100;

/** Reads the text of a file. A UserError that says what is wrong with it. */
export function readPublishedHolidays(text: string, called: string): PublishedList {
  const refuse = (why: string, next = `${WHERE}.`): never => {
    throw new UserError(`${called}: ${why} Nothing was changed.`, next);
  };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    refuse('it is not JSON.');
  }
  const divisions = isObject(raw) ? raw : {};
  const division = divisions[DIVISION];
  if (!isObject(division) || !Array.isArray(division.events)) {
    const others = Object.keys(divisions).filter(
      (name) => isObject(divisions[name]) && 'events' in divisions[name],
    );
    return refuse(
      others.length > 0
        ? `it has the bank holidays of ${others.slice(0, 5).join(', ')}, and not of England and Wales (“${DIVISION}”).`
        : 'it is not gov.uk’s list of bank holidays: it has no “england-and-wales”.',
    );
  }
  const holidays = new Map<string, Holiday>();
  for (const event of division.events as unknown[]) {
    const { date, title, notes } = isObject(event) ? event : {};
    if (typeof date !== 'string' || !isIsoDate(date)) {
      return refuse(`a bank holiday in it has no date, or one that is none (“${shown(date)}”).`);
    }
    if (typeof title !== 'string' || !isName(title))
      return refuse(`the bank holiday of ${date} has no name.`);
    const substitute = typeof notes === 'string' && /substitute/i.test(notes) ? ' (substitute day)' : '';
    if (weekday(date) >= 1 && weekday(date) <= 5)
      holidays.set(date, { on: date, name: `${title.trim()}${substitute}` });
  }
  const list = [...holidays.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  if (list.length === 0) return refuse('it has no bank holidays.');
  const [firstYear, lastYear] = [yearOf(list[0]!.on), yearOf(list.at(-1)!.on)];
  for (let year = firstYear; year <= lastYear; year++) {
    const inYear = list.filter(({ on }) => yearOf(on) === year).length;
    if (inYear < FEWEST) {
      return refuse(
        `it has ${inYear} bank holiday${inYear === 1 ? '' : 's'} in ${year}, and no year has fewer than ${FEWEST}: it is not whole.`,
      );
    }
  }
  return { holidays: list, firstYear, lastYear };
}

/** True if the text may be a holiday's name: one line, not too long. */
export function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_NAME && !/\p{C}/u.test(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return String(typeof value === 'string' ? value : typeof value).slice(0, 30);
}
