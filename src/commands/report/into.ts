/** `report annual --into FILE`: its numbers made again in a Word document that people wrote in. */
import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Context } from '../../context';
import { yearOf } from '../../core/time/dates';
import type { WordFile } from '../../documents/word/made-again';
import { nameOf } from '../../documents/word/marks';
import { UserError } from '../../errors';
import { makeAnnual } from '../../reports/figures/annual';
import {
  aboutMark,
  FOR_ANYONE,
  madeInto,
  noneMark,
  standsIn,
  tableMark,
  yearOfMade,
} from '../../reports/figures/faces/document';
import type { MadeFigures } from '../../reports/figures/faces/head';
import type { AskedFigures } from '../../reports/figures/make';
import { fileTyped, writeReport } from '../../reports/report-file';
import { present } from '../../screens/show';
import { readBytes } from '../../text-file';
import { asTyped } from '../../ui/as-typed';
import { count, listed } from '../../ui/words';
import type { FileOptions } from './files';
import { refuseWithInto } from './together';

/** A report with pictures in it is not larger. */
const MOST_BYTES = 100_000_000;

/** Makes the tables and what their numbers count again, and leaves all that people wrote around them. */
export async function annualInto(
  context: Context,
  typed: string,
  asked: AskedFigures,
  options: FileOptions & { readonly list?: string },
): Promise<undefined> {
  refuseWithInto(options, context.flags);
  const file = fileTyped(context, typed, '--into', ['.docx'], asked.report.id)!;
  const called = basename(file);
  const before = readBytes(file, called, MOST_BYTES);
  const { wordFileOf } = await import('../../documents/word/made-again');
  const word = wordFileOf(before);
  if (word === null)
    throw new UserError(
      `${called} is not a Word document. Nothing was written.`,
      'Open it in Word and save it as a Word Document (.docx).',
    );
  refuseOtherReaders(word, { called, typed }, asked);
  const unit = await context.open();
  const made = makeAnnual(context, unit, asked, [null])[0]!;
  const year = yearOfMade(made);
  refuseOther(word, { called, typed }, year);
  if (!word.marks.has(nameOf(aboutMark(year)))) throw notOurs(called, year);
  const left = made.tables.filter((table) => standsIn(table, made) && !hasTable(word, table.id));
  if (left.length > 0 && !options.force)
    throw new UserError(
      `${called} has lost the mark of ${titles(left)}. Nothing was written.`,
      'If they were taken out, the others can be made again: add --force. Else go back to an earlier copy of the file.',
    );
  const { bytes, changed } = word.madeAgain(madeInto(made));
  const place = realpathSync(file);
  writeReport(context, place, bytes, statSync(place).mode & 0o777);
  const others = made.tables.filter(({ id }) => changed.includes(tableMark(id)));
  return present(context, {
    json: () => ({
      file: called,
      year,
      made: made.tables.length - left.length,
      left: left.map(({ id }) => id),
      otherColumns: others.map(({ id }) => id),
    }),
    screen: () => ({
      parts: [],
      said: [
        `${called}: ${count(made.tables.length - left.length, 'table')} made again; what was written around them is as it was.`,
        ...(left.length > 0
          ? [`Not made again: ${titles(left)}. If a table of it is still there, its numbers are old.`]
          : []),
        ...(others.length > 0
          ? [`With other columns than before: ${titles(others)}. Columns that were added to it are gone.`]
          : []),
      ],
    }),
  });
}

const hasTable = ({ marks }: WordFile, id: string): boolean =>
  [tableMark(id), noneMark(id)].some((mark) => marks.has(nameOf(mark)));

const titles = (tables: MadeFigures['tables']): string => listed(tables.map(({ title }) => `“${title}”`));

/** Refuses to put small numbers into a file that anyone may read, and to take them out of one with what is written of them. */
function refuseOtherReaders(
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
function refuseOther(
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

function notOurs(called: string, year: number): UserError {
  return new UserError(
    `${called} is not an annual report that irotool made, or has lost its marks. Nothing was written.`,
    `To begin one: irotool report annual --year ${year} --docx annual-${year}.docx`,
  );
}
