/** The engine as the tests call it: shipped packs, the published calendar, lines as a scenario has them. */

import type { Calendars } from '../../../src/core/engine/duty';
import { type DeadlineJson, deadlineOn } from '../../../src/core/engine/standing';
import { type Timetable, type TimetableOptions, timetable } from '../../../src/core/engine/timetable';
import type { Fact } from '../../../src/core/events/fact';
import type { Objection } from '../../../src/core/events/objection';
import { readFactLine } from '../../../src/core/events/reading';
import { SHIPPED } from '../../../src/core/events/vocabulary';
import type { Rule } from '../../../src/core/rules/rule';
import { createCalendar } from '../../../src/core/time/calendar';
import { type IsoDate, isoDate } from '../../../src/core/time/dates';
import { shippedLaw, shippedPack } from '../../../src/law/shipped';
import { adviceWords } from '../../../src/steps/next/advice';

const calendar = createCalendar(shippedLaw().holidays);
export const calendars: Calendars = { statutory: calendar, practice: calendar };

export const PACKS = ['england', 'york'] as const;
export const rulesOf = (pack: string): readonly Rule[] => shippedPack(pack).rules;

export function ruleOf(id: string, pack = 'england'): Rule {
  const rule = rulesOf(pack).find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

export const day = (text: string): IsoDate => isoDate(text);

/** What the person reads who is refused. */
export interface Refused {
  readonly what: string;
  readonly next: string;
}

/** An objection about a child as the person reads it, with what to type. */
export const refusedIn = (objection: Objection | null): Refused | null =>
  objection && { what: objection.what, next: adviceWords(objection.next, 'child show CH-0001') };

/** Facts from lines: `2026-03-13 became-looked-after basis=V2`. */
export function facts(...lines: string[]): Fact[] {
  return lines.map((line) => {
    const { fact, faults } = readFactLine(line, SHIPPED, () => '');
    if (!fact) throw new Error(`${line}: ${faults.join(' ')}`);
    return fact;
  });
}

/** One fact from a line, entered in a place of the record where an id is given. */
export function fact(line: string, id?: number): Fact {
  const [read] = facts(line);
  return id === undefined ? read! : { ...read!, id };
}

export function reckon(
  all: readonly Fact[],
  pack: string | readonly Rule[] = 'england',
  options: TimetableOptions = {},
): Timetable {
  return timetable(all, typeof pack === 'string' ? rulesOf(pack) : pack, calendars, options);
}

/** The deadlines of a day, from what had happened by then. */
export function deadlines(
  all: readonly Fact[],
  today: IsoDate,
  pack: string | readonly Rule[] = 'england',
  options: TimetableOptions = {},
): DeadlineJson[] {
  const known = all.filter((each) => each.on <= today);
  return reckon(known, pack, options).duties.map((duty) => deadlineOn(duty, today, calendar));
}

/** `review-first due 2026-03-30 met`, and `compressed` where it is. */
export function line(deadline: DeadlineJson): string {
  const { rule, due, standing, compressed } = deadline;
  return `${rule} due ${due} ${standing}${compressed ? ' compressed' : ''}`;
}
