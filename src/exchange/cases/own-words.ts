/**
 * What is said of a row, in the words of its own file. Care and reviews are read as a return's are, and the reasons
 * call a column as the return does: here each is called as the file calls it.
 */
import { isElsewhere, type MapCell } from '../../law/maps/map';
import type { ReturnReading } from '../ssda903/model';
import type { RefusedRow } from '../ssda903/report';
import type { MappedTable } from './columns';

/** What is said of rows, each reason in the words of its file. */
export function inTheirWords<R extends Said>(reading: R, tables: readonly MappedTable[]): R {
  const say = saidOf(tables);
  return { ...reading, refused: reading.refused.map(say), remarks: reading.remarks.map(say) };
}

type Said = Pick<ReturnReading, 'refused' | 'remarks'>;

/** Says a reason in the words of the file of its row. */
function saidOf(tables: readonly MappedTable[]): (row: RefusedRow) => RefusedRow {
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const table of tables) {
    const known = names.get(table.sheet.file) ?? new Map();
    names.set(table.sheet.file, new Map([...known, ...columnsOf(table)]));
  }
  const any = new Map([...names.values()].flatMap((each) => [...each]));
  return (row) => {
    const columns = names.get(row.file) ?? NONE;
    const inWords = (text: string): string =>
      text
        .replaceAll(OF_RETURN, (name) => columns.get(name) ?? any.get(name) ?? OTHERWISE[name] ?? name)
        .replaceAll('in the return', 'in the files')
        .replaceAll('the return', 'the file')
        .replaceAll('The return', 'The file')
        .replaceAll('Header row', 'row that says who the child is')
        .replaceAll('the Header’s', 'the one of the child')
        .replaceAll(/the file (says|still says|knows)/g, 'the file $1');
    const column = row.column === null ? null : (columns.get(row.column) ?? row.column);
    return { ...row, column, why: inWords(row.why), next: inWords(row.next) };
  };
}

const NONE: ReadonlyMap<string, string> = new Map();
const OF_RETURN = /\b(?:CHILD|DOB|DECOM|RNE|LS|PLACE|DEC|REC|REVIEW_CODE|REVIEW|SEX|ETHNIC|UPN)\b/g;
/** If the file has no such column. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{
    CHILD: 'the child’s number',
    DOB: 'the date of birth',
    LS: 'the legal status',
    PLACE: 'the placement',
  },
  ...{ REVIEW_CODE: 'the participation code', REVIEW: 'the day of the review' },
};

function columnsOf({ sheet, table, places }: MappedTable): Map<string, string> {
  const found = new Map<string, string>();
  const enter = (name: string, cell: MapCell | undefined): void => {
    const [at] = cell === undefined ? [] : places(cell.columns);
    if (at !== undefined) found.set(name, sheet.csv.header!.values[at]!);
  };
  if (table.key !== null) enter('CHILD', table.key);
  enter('DOB', table.child?.born?.[0]);
  enter('SEX', table.child?.sex?.[0]);
  enter('ETHNIC', table.child?.ethnicity?.[0]);
  enter('UPN', table.child?.upn?.[0]);
  if (table.care !== null) {
    const { from, began, to, ended, status, placement } = table.care;
    for (const [name, cell] of Object.entries({
      DECOM: from,
      RNE: began,
      DEC: to,
      REC: ended,
      LS: status,
      PLACE: placement,
    }))
      if (!isElsewhere(cell)) enter(name, cell);
  }
  const held = table.events.find(({ event }) => event.kind === 'review-held');
  if (held !== undefined && held.on !== 'today') enter('REVIEW', held.on);
  enter('REVIEW_CODE', held?.attributes.code);
  return found;
}
