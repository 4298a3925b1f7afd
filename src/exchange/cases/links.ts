/** What one table of the map looks up in another: whose a row is, a colleague's name, how a child stood on a day. */
import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';
import { type CaseMap, isElsewhere, type MapElsewhere, type MapLink } from '../../law/maps/map';
import { type MappedTable, placesIn, plainHeading } from './columns';
import { readDays } from './days';
import type { FoundSheet } from './sheets';

export interface Links {
  /** What a row of another table has, by what both have in common. */
  linked(link: MapLink, value: string): string | undefined;
  /** A colleague's name by what the tables call them; undefined if nobody is called so, empty if the name is blank. */
  colleague(key: string): string | undefined;
  /** True if the files have a table of colleagues. */
  readonly hasColleagues: boolean;
  /** How it stands elsewhere, by number, or of a child on a day. */
  elsewhere(part: MapElsewhere, by: string, key: string, on: IsoDate | undefined): string;
}

/** Makes each table that is looked up an index, once. */
export function linksOf(
  sheets: readonly FoundSheet[],
  tables: readonly MappedTable[],
  today: IsoDate,
): Links {
  const colleagues = new Map<string, string>();
  let hasColleagues = false;
  for (const { table, sheet, places } of tables) {
    if (table.colleagues === null) continue;
    hasColleagues = true;
    const [[key], [name]] = [places([table.colleagues.key]), places([table.colleagues.name])];
    if (key === undefined) continue;
    for (const { values } of sheet.csv.rows)
      colleagues.set(values[key] ?? '', name === undefined ? '' : (values[name] ?? ''));
  }
  const rowsOf = (name: string): Found | undefined => {
    const sheet =
      sheets.find(({ table }) => plainHeading(table) === plainHeading(name)) ??
      tables.find(({ table }) => table.table === name)?.sheet;
    return sheet && { sheet, places: placesIn(sheet) };
  };
  const indexes = new Map<string, ReadonlyMap<string, string>>();
  const index = (table: string, at: string, take: string): ReadonlyMap<string, string> => {
    const name = JSON.stringify([table, at, take]);
    const known = indexes.get(name);
    if (known !== undefined) return known;
    const made = new Map<string, string>();
    const found = rowsOf(table);
    const [[from], [to]] = found === undefined ? [[], []] : [found.places([at]), found.places([take])];
    if (found !== undefined && from !== undefined && to !== undefined)
      for (const { values } of found.sheet.csv.rows) made.set(values[from] ?? '', values[to] ?? '');
    indexes.set(name, made);
    return made;
  };
  const stands = new Map<string, ReadonlyMap<string, Standing[]>>();
  const standing = ({ table, take, of, since }: MapElsewhere): ReadonlyMap<string, Standing[]> => {
    const name = JSON.stringify([table, take, of, since]);
    const known = stands.get(name);
    if (known !== undefined) return known;
    const made = standingsIn(rowsOf(table), [of!, since!, take], today);
    stands.set(name, made);
    return made;
  };
  return {
    hasColleagues,
    colleague: (key) => colleagues.get(key),
    linked: ({ table, at, take }, value) => index(table, at, take).get(value),
    elsewhere(part, by, key, on) {
      if (part.at !== null) return index(part.table, part.at, part.take).get(by) ?? '';
      const rows = standing(part).get(key) ?? [];
      return rows.findLast(({ since }) => since === null || (on !== undefined && since <= on))?.value ?? '';
    },
  };
}

interface Standing {
  /** Null if it is not said since when. */
  readonly since: IsoDate | null;
  readonly value: string;
}

interface Found {
  readonly sheet: FoundSheet;
  places(headings: readonly string[]): number[];
}

function standingsIn(
  found: Found | undefined,
  [of, since, take]: readonly [string, string, string],
  today: IsoDate,
): Map<string, Standing[]> {
  const made = new Map<string, Standing[]>();
  const [whose, from, value] = [of, since, take].map((heading) => found?.places([heading])[0]);
  if (found === undefined || whose === undefined || from === undefined || value === undefined) return made;
  const { rows } = found.sheet.csv;
  const cells = rows.map(({ line, values }) => ({ line, text: values[from] ?? '' }));
  const { days } = readDays(since, cells, today);
  for (const { values } of rows) {
    const key = values[whose] ?? '';
    const one = { since: days.get(values[from] ?? '') ?? null, value: values[value] ?? '' };
    const same = made.get(key);
    if (same) same.push(one);
    else made.set(key, [one]);
  }
  for (const list of made.values()) list.sort((a, b) => compare(a.since ?? '', b.since ?? ''));
  return made;
}

/** Tables that are only looked up: the map reads no row of theirs. */
export const lookedUp = (map: CaseMap): ReadonlySet<string> =>
  new Set(
    map.tables.flatMap(({ key, care }) => [
      ...(key?.through ? [key.through.table] : []),
      ...[care?.status, care?.placement].flatMap((part) =>
        part !== undefined && isElsewhere(part) ? [part.table] : [],
      ),
    ]),
  );
