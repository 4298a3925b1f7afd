/** `report annual --into FILE`: its numbers made again in a Word document that people wrote in. */
import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Context } from '../../context';
import { nameOf } from '../../documents/word/marks';
import { UserError } from '../../errors';
import { makeAnnual } from '../../reports/figures/annual';
import { aboutMark, madeInto, standsIn, tableMark, yearOfMade } from '../../reports/figures/faces/document';
import {
  hasTable,
  notAnAnnualReport,
  refuseOtherReaders,
  refuseOtherYear,
  titlesOf,
} from '../../reports/figures/made-again';
import type { AskedFigures } from '../../reports/figures/make';
import { fileTyped, writeReport } from '../../reports/report-file';
import { present } from '../../screens/show';
import { inOneReading } from '../../store/sqlite';
import { readBytes } from '../../text-file';
import { count } from '../../ui/words';
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
  const made = inOneReading(unit.db, () => makeAnnual(context, unit, asked, [null])[0]!);
  const year = yearOfMade(made);
  refuseOtherYear(word, { called, typed }, year);
  if (!word.marks.has(nameOf(aboutMark(year)))) throw notAnAnnualReport(called, year);
  const left = made.tables.filter((table) => standsIn(table, made) && !hasTable(word, table.id));
  if (left.length > 0 && !options.force)
    throw new UserError(
      `${called} has lost the mark of ${titlesOf(left)}. Nothing was written.`,
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
          ? [`Not made again: ${titlesOf(left)}. If a table of it is still there, its numbers are old.`]
          : []),
        ...(others.length > 0
          ? [`With other columns than before: ${titlesOf(others)}. Columns that were added to it are gone.`]
          : []),
      ],
    }),
  });
}
