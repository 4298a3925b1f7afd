/**
 * What of posts anyone may read. They are typed and are of no child, so no exchange of things can be looked for: what is small is
 * withheld, and with it what it could be worked out from by sums. Pure.
 */
import type { OfPosts } from '../../../core/posts';
import type { Cell, Figures, Row } from '../model';
import { MONTH_BY_MONTH } from '../tables/month-by-month';
import { TEAM } from '../tables/team';
import { SMALL } from './exchanges';

export const isOfPosts = ({ id }: Pick<Figures, 'id'>): boolean => id === TEAM.id;

const isSmall = ({ value }: Cell): boolean => value !== null && value > 0 && value <= SMALL;
const hidden = (cell: Cell): Cell => ({ ...cell, value: null, n: null, withheld: true });

/** They come to all posts: one that is small is withheld with the others that are not none. */
const IN_POSTS: readonly OfPosts[] = ['permanent', 'agency', 'vacant'];
/** What a year has more in its posts than the one before joined and did not leave: both are withheld, or neither. */
const IN_AND_OUT: readonly OfPosts[] = ['joined', 'left'];

/** The posts of each role without what is small. */
export function postsTold({ things: _, ...table }: Figures): Figures {
  const placeOf = (what: OfPosts): number => table.columns.findIndex(({ id }) => id === what);
  const row = (of: Row): Row => {
    const small = new Set(of.cells.flatMap((cell, at) => (isSmall(cell) ? [at] : [])));
    const [inPosts, inAndOut] = [IN_POSTS.map(placeOf), IN_AND_OUT.map(placeOf)];
    const beside = [
      ...(inPosts.some((at) => small.has(at)) ? inPosts.filter((at) => of.cells[at]!.value) : []),
      ...(inAndOut.some((at) => small.has(at)) ? inAndOut.filter((at) => of.cells[at]!.value !== null) : []),
    ];
    const withheld = new Set([...small, ...beside]);
    return { ...of, cells: of.cells.map((cell, at) => (withheld.has(at) ? hidden(cell) : cell)) };
  };
  return { ...table, rows: table.rows.map(row) };
}

/** The full-time equivalents of each month, where they are small, are withheld as they are among the posts. */
export function fteTold(table: Figures): Figures {
  if (table.id !== MONTH_BY_MONTH.id) return table;
  const at = table.columns.findIndex(({ id }) => id === 'fte');
  const row = (of: Row): Row => ({
    ...of,
    cells: of.cells.map((cell, column) => (column === at && isSmall(cell) ? hidden(cell) : cell)),
  });
  return { ...table, rows: table.rows.map(row) };
}
