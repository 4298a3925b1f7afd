/** Whether a Word document is the report of the year that is to be made again in it. */

import { yearOf } from '../../core/time/dates';
import type { WordFile } from '../../documents/word/made-again';
import { nameOf } from '../../documents/word/marks';
import { UserError } from '../../errors';
import { asTyped } from '../../ui/as-typed';
import { listed } from '../../ui/words';
import { FOR_ANYONE, noneMark, tableMark } from './faces/document';
import type { MadeFigures } from './faces/head';
import type { AskedFigures } from './make';

export const hasTable = ({ marks }: WordFile, id: string): boolean =>
  [tableMark(id), noneMark(id)].some((mark) => marks.has(nameOf(mark)));

export const titlesOf = (tables: MadeFigures['tables']): string =>
  listed(tables.map(({ title }) => `“${title}”`));

/** Refuses to put small numbers into a file that anyone may read, and to take them out of one with what is written of them. */
export function refuseOtherReaders(
  { keywords }: WordFile,
  { called, typed }: { readonly called: string; readonly typed: string },
  { isPublic, period }: AskedFigures,
): void {
  const isForAnyone = keywords.includes(FOR_ANYONE);
  if (isForAnyone === isPublic) return;
  const again = `irotool report annual --year ${yearOf(period.to)} --into ${asTyped(typed)}`;
  throw isForAnyone
    ? new UserError(
        `${called} is for anyone to read, and small numbers would be put into it. Nothing was written.`,
        `With small numbers withheld: ${again} --public`,
      )
    : new UserError(
        `${called} was made with small numbers, and what is written in it may tell them. Nothing was written.`,
        `To begin one for anyone to read: irotool report annual --year ${yearOf(period.to)} --public --docx FILE`,
      );
}

/** Refuses the report of another year: its title, and what was written in it, are of that year. */
export function refuseOtherYear(
  { marks }: WordFile,
  { called, typed }: { readonly called: string; readonly typed: string },
  year: number,
): void {
  const found = [...marks].flatMap((mark) => /_year_(\d{4})$/.exec(mark)?.[1] ?? []);
  if (found.length > 0 && !found.includes(String(year)))
    throw new UserError(
      `${called} is the report of ${found[0]}, and not of ${year}. Nothing was written.`,
      `irotool report annual --year ${found[0]} --into ${asTyped(typed)}`,
    );
}

export function notAnAnnualReport(called: string, year: number): UserError {
  return new UserError(
    `${called} is not an annual report that irotool made, or has lost its marks. Nothing was written.`,
    `To begin one: irotool report annual --year ${year} --docx annual-${year}.docx`,
  );
}
