/** `export ssd DIR`: the tables of the Standard Safeguarding Dataset that the unit can fill, a CSV file a table. */
import { resolve } from 'node:path';
import type { Context } from '../../context';
import { UsageError } from '../../errors';
import { toCsv } from '../../exchange/csv-out';
import { type MadeTable, ssdTables } from '../../exchange/export/ssd/make';
import { present } from '../../screens/show';
import { inRows } from '../../ui/rows';
import { count } from '../../ui/words';
import { refuseThere, writeExport } from './files';

export interface SsdOptions {
  readonly names?: true;
  readonly force?: true;
}

const fileOf = ({ name }: Pick<MadeTable, 'name'>): string => `${name}.csv`;

/** Runs `export ssd DIR`. References only, unless --names. */
export async function exportSsd(
  context: Context,
  [dir]: readonly [string],
  { names, force }: SsdOptions,
): Promise<undefined> {
  if (/^[a-z]+:\/\//i.test(dir))
    throw new UsageError('It is written to a folder, a CSV file a table.', 'irotool export ssd FOLDER');
  const folder = resolve(context.io.cwd, dir);
  const unit = await context.open();
  const tables = ssdTables(context, unit, names === true);
  refuseThere(folder, tables.map(fileOf), force);
  writeExport(
    context,
    folder,
    tables.map((table) => ({ name: fileOf(table), bytes: Buffer.from(csvOf(table)) })),
    force,
  );
  return present(context, {
    json: () => ({
      on: context.today,
      names: names === true,
      tables: tables.map(({ name, rows, notKept }) => ({
        ...{ table: name, file: fileOf({ name }), rows: rows.length, notKept },
      })),
    }),
    screen: () => ({
      parts: [
        inRows(
          [
            ['TABLE', 'rows', 'fields', 'of them blank'],
            ...tables.map(({ name, rows, fields, notKept }) =>
              [name, rows.length, fields.length, notKept.length].map(String),
            ),
          ],
          [{}, {}, {}, {}],
          0,
        ),
      ],
      said: [
        `${count(tables.length, 'file')} are written. Only you can read them.`,
        names
          ? 'Names are in them.'
          : 'No names are in them: children stand by reference, colleagues by number.',
      ],
    }),
  });
}

/** A heading of fields and the rows; what is not recorded is blank. */
const csvOf = ({ fields, rows }: MadeTable): string =>
  toCsv([fields.map(({ name }) => name), ...rows.map((row) => row.map((value) => value ?? ''))], {
    bom: false,
  });
