/**
 * Makes data/holidays.yaml: the bank holidays of England and Wales.
 *
 *   npm run holidays              writes the file
 *   npm run holidays -- --check   changes nothing; exit 1 where the file differs
 *
 * The days come from the date-holidays package, put right by the rules and the dated corrections
 * below. The tests compare the result, day by day, with gov.uk's own list, which always wins.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

const FILE = fileURLToPath(new URL('../data/holidays.yaml', import.meta.url));

/** The years gov.uk has published. Raise LAST_YEAR and the two dates below together, after comparing. */
const FIRST_YEAR = 2012;
const LAST_YEAR = 2028;
const PUBLISHED = '25 February 2026';
const COMPARED = '2026-11-22';

/** Where the package is wrong about one year, and why. `drop` takes a day out; `add` puts one in. */
const CORRECTIONS = [
  {
    drop: '2012-05-28',
    why: 'a royal proclamation moved the spring bank holiday of 2012 to 4 June; 28 May was worked',
  },
  {
    add: '2012-06-04',
    name: 'Spring bank holiday (substitute day)',
    why: 'moved from Monday 28 May by royal proclamation, for the Diamond Jubilee; 28 May was worked',
  },
];

/** Said beside a day that the package has right but that a person checking would stop at. */
const REMARKS = {
  '2012-06-05': 'an extra day by royal proclamation',
  '2020-05-08': 'moved from Monday 4 May by royal proclamation, for VE Day; 4 May was worked',
  '2022-06-02': 'moved from Monday 30 May by royal proclamation; 30 May was worked',
  '2022-06-03': 'an extra day by royal proclamation',
  '2022-09-19': 'an extra day by royal proclamation',
  '2023-05-08': 'an extra day by royal proclamation',
};

const SUBSTITUTE = ' (substitute day)';

/** The package's names in ours. One that is not here stops the script: someone must look at it. */
const NAMES = {
  "New Year's Day": "New Year's Day",
  'Good Friday': 'Good Friday',
  'Easter Monday': 'Easter Monday',
  'Early May bank holiday': 'Early May bank holiday',
  'Early May bank holiday (VE day)': 'Early May bank holiday',
  'Spring bank holiday': 'Spring bank holiday',
  'Summer bank holiday': 'Summer bank holiday',
  'Christmas Day': 'Christmas Day',
  'Boxing Day': 'Boxing Day',
  'Queen’s Diamond Jubilee': 'Diamond Jubilee bank holiday',
  'Queen’s Platinum Jubilee': 'Platinum Jubilee bank holiday',
  "Queen Elizabeth's Funeral Day": 'State funeral of Queen Elizabeth II',
  "King Charles III's Coronation": 'Coronation of King Charles III',
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdayName = (on) => WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()];
const isWeekend = (on) => weekdayName(on).startsWith('S');
const byDate = (a, b) => (a.on < b.on ? -1 : 1);

function ourName(name) {
  const moved = name.endsWith(SUBSTITUTE);
  const plain = NAMES[moved ? name.slice(0, -SUBSTITUTE.length) : name];
  if (plain === undefined) throw new Error(`date-holidays has a holiday not known here: ${name}`);
  return moved ? plain + SUBSTITUTE : plain;
}

function fromPackage(year) {
  const days = new Holidays('GB', 'ENG').getHolidays(year).filter((day) => day.type === 'public');
  return days.map((day) => ({ on: day.date.slice(0, 10), name: ourName(day.name) }));
}

/** A bank holiday on a weekend is worth nothing: its substitute, which the package also lists, is the day off. */
function withoutWeekendOriginals(year, days) {
  return days.filter(({ on, name }) => {
    if (!isWeekend(on)) return true;
    if (days.some((other) => other.name === name + SUBSTITUTE)) return false;
    throw new Error(`${name} of ${year} falls on a weekend (${on}) and has no substitute`);
  });
}

function corrected(days) {
  const result = [...days];
  for (const { drop, add, name } of CORRECTIONS) {
    const at = result.findIndex(({ on }) => on === (drop ?? add));
    // A correction the package no longer needs must be taken out, not kept for ever.
    if (drop ? at < 0 : at >= 0) throw new Error(`the correction for ${drop ?? add} is no longer needed`);
    if (drop) result.splice(at, 1);
    else result.push({ on: add, name });
  }
  return result.sort(byDate);
}

function allHolidays() {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  return corrected(years.flatMap((year) => withoutWeekendOriginals(year, fromPackage(year))));
}

const HEADER = `# Bank holidays in England and Wales, ${FIRST_YEAR} to ${LAST_YEAR}.
#
# Every count of working days in irotool uses this list: a day in it, a Saturday and a Sunday are
# not working days; every other day is.
#
# To check it: open https://www.gov.uk/bank-holidays, choose England and Wales, and compare. gov.uk
# shows this year and the coming ones. The weekday stands beside each date. gov.uk's list wins.
#
# To correct it, when gov.uk announces, moves or takes away a day: this file is made by
# "npm run holidays", so ask whoever looks after the program to add the day, with the reason, to the
# corrections at the top of scripts/holidays.mjs and to run that again. A line changed only here
# is lost at the next run, and the tests will say that the two differ.
#
# Three things to know:
#   - Where a holiday falls on a weekend only the weekday given instead is listed, marked "substitute day".
#   - "first" and "horizon" say which days the list covers. After the horizon irotool counts with the
#     usual eight holidays a year and marks every such date provisional.
#   - Days that differ from the usual eight say why, after the weekday.
`;

function line({ on, name }, remarks) {
  const remark = remarks[on] === undefined ? '' : `: ${remarks[on]}`;
  return `  - { on: ${on}, name: ${name} } # ${weekdayName(on)}${remark}`;
}

function asYaml(holidays) {
  const remarks = { ...REMARKS };
  for (const { add, why } of CORRECTIONS) if (add) remarks[add] = why;
  const lines = [];
  let year = '';
  for (const holiday of holidays) {
    if (holiday.on.slice(0, 4) !== year) {
      year = holiday.on.slice(0, 4);
      lines.push('', `  # ${year}`);
    }
    lines.push(line(holiday, remarks));
  }
  return `${HEADER}
division: England and Wales
source: gov.uk bank holidays, as published ${PUBLISHED}; last compared ${COMPARED}
first: ${FIRST_YEAR}-01-01
horizon: ${LAST_YEAR}-12-31
holidays:${lines.join('\n')}
`;
}

function current() {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '';
  }
}

const made = asYaml(allHolidays());
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, made);
} else if (current() !== made) {
  console.error('data/holidays.yaml differs from what scripts/holidays.mjs makes: npm run holidays');
  process.exitCode = 1;
}
