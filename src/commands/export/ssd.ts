/** `export ssd DIR|postgres://…`: the tables of the Standard Safeguarding Dataset that the unit can fill. */
import { resolve } from 'node:path';
import type { Context } from '../../context';
import { UsageError } from '../../errors';
import { isAddress } from '../../exchange/export/postgres/address';
import { sendTables } from '../../exchange/export/postgres/send';
import { ssdAsCsv, ssdFile } from '../../exchange/export/ssd/files';
import { SSD_TABLES } from '../../exchange/export/ssd/make';
import { present } from '../../screens/show';
import { inRows } from '../../ui/rows';
import { count, listed } from '../../ui/words';
import { makeExport, refuseThere } from './files';

export interface SsdOptions {
  readonly names?: true;
  readonly force?: true;
  readonly passwordFile?: string;
  readonly schema?: string;
}

/** What was written: how many rows of each table, what of it is data besides, and what is said. */
interface Told {
  readonly counts: ReadonlyMap<string, number>;
  readonly data: object;
  readonly said: readonly string[];
}

/** Runs `export ssd DIR|postgres://…`. References only, unless --names. */
export async function exportSsd(
  context: Context,
  [to]: readonly [string],
  options: SsdOptions,
): Promise<undefined> {
  const names = options.names === true;
  const { counts, data, said } = await (isAddress(to) ? toDatabase : toFolder)(context, to, options);
  return present(context, {
    json: () => ({
      on: context.today,
      names,
      ...data,
      tables: SSD_TABLES.map(({ name, notKept }) => ({
        table: name,
        ...(isAddress(to) ? {} : { file: ssdFile({ name }) }),
        ...{ rows: counts.get(name), notKept },
      })),
    }),
    screen: () => ({
      parts: [
        inRows(
          [
            ['TABLE', 'rows', 'fields', 'of them blank'],
            ...SSD_TABLES.map(({ name, fields, notKept }) =>
              [name, counts.get(name)!, fields.length, notKept.length].map(String),
            ),
          ],
          [{}, {}, {}, {}],
          0,
        ),
      ],
      said: [
        ...said,
        names
          ? 'Names are in them.'
          : 'No names are in them: children stand by reference, colleagues by number.',
      ],
    }),
  });
}

async function toFolder(context: Context, to: string, options: SsdOptions): Promise<Told> {
  const flag = ['passwordFile', 'schema'].find((each) => options[each as 'schema'] !== undefined);
  if (flag !== undefined)
    throw new UsageError('--password-file and --schema are of a database.', 'Leave them out for a folder.');
  const folder = resolve(context.io.cwd, to);
  const unit = await context.open();
  refuseThere(folder, SSD_TABLES.map(ssdFile), options.force);
  const counts = makeExport(
    context,
    folder,
    SSD_TABLES.map(ssdFile),
    (append) => ssdAsCsv(context, unit, options.names === true, append),
    options.force,
  );
  return { counts, data: {}, said: [`${count(counts.size, 'file')} are written. Only you can read them.`] };
}

async function toDatabase(context: Context, to: string, options: SsdOptions): Promise<Told> {
  const sent = await sendTables(context, to, options);
  const { host, database, schema, made, counts } = sent;
  return {
    counts,
    data: { host, database, schema, made },
    said: [
      `${count(counts.size, 'table')} of ${schema} in ${database} on ${host} have what this unit has now; rows of others are as they were.`,
      ...(made.length > 0 ? [`Made there, for they were missing: ${listed(made)}.`] : []),
    ],
  };
}
