/** `export annex-a FILE.xlsx`: Ofsted's lists that the unit can fill, a sheet a list. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Context } from '../../context';
import { compare } from '../../core/compare';
import { storyOf } from '../../core/engine/story';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { LISTS, type ListCell } from '../../exchange/export/annex-a/lists';
import { everyChild } from '../../exchange/export/every-child';
import { fileTyped, writeReport } from '../../reports/report-file';
import { workbookOf } from '../../reports/workbook';
import { present } from '../../screens/show';
import { progressOn } from '../../ui/progress';
import { inRows } from '../../ui/rows';
import { count, listed } from '../../ui/words';

/** How wide a column is, in letters: a heading is as long as a sentence, and is wrapped. */
const WIDTH = 18;

/** Runs `export annex-a FILE.xlsx`. The lists are of today; nobody's name is in them but the social worker's. */
export async function exportAnnexA(
  context: Context,
  [typed]: readonly [string],
  { force }: { readonly force?: true },
): Promise<undefined> {
  const file = fileTyped(context, typed, 'The file', ['.xlsx'], 'export annex-a')!;
  if (!force && existsSync(file))
    throw new UserError(
      `${basename(file)} is there already. Nothing was written.`,
      'To write over it: --force. Or choose another name.',
    );
  const { db } = await context.open();
  const { today } = context;
  const rows = new Map<number, ListCell[][]>(LISTS.map(({ number }) => [number, []]));
  for (const { child, facts } of everyChild(db, today, progressOn(context, 'Reading'))) {
    const known = { child, story: storyOf(facts, child.born), today };
    for (const list of LISTS) rows.get(list.number)!.push(...list.rows(known));
  }
  const lists = LISTS.map((list) => ({
    ...list,
    rows: rows.get(list.number)!.sort((a, b) => compare(String(a[0]), String(b[0]))),
  }));
  const book = await workbookOf(
    lists.map(({ number, title, heads, rows: all }) => ({
      name: `List ${number} ${title}`,
      heads: heads.map((words) => ({ words, width: WIDTH })),
      rows: all,
    })),
    `On children, for an inspector alone. As recorded on ${longDate(today)}.`,
  );
  writeReport(context, file, book);
  return present(context, {
    json: () => ({
      on: today,
      file: basename(file),
      lists: lists.map(({ number, title, notKept, rows: all }) => ({
        ...{ list: number, title, rows: all.length, notKept },
      })),
    }),
    screen: () => ({
      parts: [
        inRows(
          [
            ['LIST', 'rows', 'of'],
            ...lists.map(({ number, title, says, rows: all }) => [
              ...[`${number}  ${title}`, String(all.length), says],
            ]),
          ],
          [{}, {}, { wraps: true }],
          0,
        ),
        ...lists
          .filter(({ notKept }) => notKept.length > 0)
          .map(
            ({ number, notKept }) =>
              `Blank in list ${number}, for irotool does not keep ${notKept.length === 1 ? 'it' : 'them'}: ${listed(notKept.map((head) => `“${head}”`))}.`,
          ),
      ],
      said: [`${basename(file)} is written, with ${count(lists.length, 'sheet')}. Only you can read it.`],
    }),
  });
}
