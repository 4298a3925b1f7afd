/** `export ssda903 DIR --year 2026`: the unit's part of a statutory return, checked before it is written. */
import { resolve } from 'node:path';
import type { Context } from '../../context';
import { EXIT, type ExitCode, UsageError } from '../../errors';
import { toCsv } from '../../exchange/csv-out';
import {
  FILE,
  notGivenTable,
  returnJson,
  returnLines,
  tableRows,
} from '../../exchange/export/ssda903/in-words';
import { returnOf } from '../../exchange/export/ssda903/make';
import { GIVEN } from '../../exchange/export/ssda903/model';
import { periodTyped } from '../../reports/figures/period';
import { present } from '../../screens/show';
import { asTyped } from '../../ui/as-typed';
import { progressOn } from '../../ui/progress';
import { listed } from '../../ui/words';
import { refuseThere, writeExport } from './files';

export interface ReturnOptions {
  readonly year?: string;
  readonly check?: true;
  readonly force?: true;
}

/** Runs `export ssda903 [DIR] --year 2026`. With --check nothing is written, and the exit is 1 if a row is refused. */
export async function exportReturn(
  context: Context,
  [dir]: readonly [string?],
  { year, check, force }: ReturnOptions,
): Promise<ExitCode | undefined> {
  if (year === undefined)
    throw new UsageError('Say of which year: --year 2026 is 1 April 2025 to 31 March 2026.');
  if (dir === undefined && !check)
    throw new UsageError(
      'Say into which folder.',
      `irotool export ssda903 FOLDER --year ${asTyped(year)}. To look only: --check`,
    );
  const period = periodTyped({ year }, context.today, (text, flag) => context.date(text, flag, 'past'));
  if (period.from > context.today)
    throw new UsageError(`That year has not begun: it begins on 1 April ${period.from.slice(0, 4)}.`);
  const folder = resolve(context.io.cwd, dir ?? '.');
  const names = GIVEN.map((table) => FILE[table]);
  if (!check) refuseThere(folder, names, force);
  const { db } = await context.open();
  const made = returnOf(db, period, context.today, progressOn(context, 'Reading'));
  if (!check) {
    writeExport(
      context,
      folder,
      GIVEN.map((table) => ({
        name: FILE[table],
        bytes: Buffer.from(toCsv(tableRows(made, table), { bom: false })),
      })),
      force,
    );
  }
  await present(context, {
    json: () => returnJson(made, !check),
    csv: () => notGivenTable(made),
    screen: () => ({
      parts: [(width) => returnLines(made, width)],
      said: [
        ...(made.refused.length + made.leftOut.length > 0
          ? [`Every row that is not given: irotool export ssda903 --year ${asTyped(year)} --check --csv`]
          : []),
        check ? 'Nothing was written.' : `${listed(names)} are written. Only you can read them.`,
      ],
    }),
  });
  return check && made.refused.length > 0 ? EXIT.couldNot : undefined;
}
