/** The columns that a map reads. */
import { isElsewhere, type MapTable } from './map';

/** Every column that a table's map names, with the table each stands in if it is another. */
export function columnsNamed(table: MapTable): readonly (readonly string[])[] {
  const cells: (readonly string[])[] = [];
  if (table.key !== null) cells.push(table.key.columns);
  for (const { columns } of table.only) cells.push(columns);
  for (const parts of Object.values(table.child ?? {})) for (const { columns } of parts) cells.push(columns);
  for (const cell of Object.values(table.care ?? {})) {
    if (isElsewhere(cell)) cells.push(cell.by === null ? [] : [cell.by]);
    else cells.push(cell.columns);
  }
  if (table.colleagues !== null) cells.push([table.colleagues.key], [table.colleagues.name]);
  for (const { on, only, attributes } of table.events) {
    if (on !== 'today') cells.push(on.columns);
    for (const { columns } of only) cells.push(columns);
    for (const { columns } of Object.values(attributes)) cells.push(columns);
  }
  return cells.filter((columns) => columns.length > 0);
}
