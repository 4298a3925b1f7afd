/** The posts of the unit, role by role: as they stand at the end of the period, and who joined and left in it. */

import { TEAM_ROLES } from '../../../cases/people/roles';
import { moved, OF_POSTS, type OfPosts, postsOn } from '../../../core/posts';
import { roleWords } from '../../../ui/words';
import type { Figuring } from '../child';
import type { Counted, FigureColumn, TableOf } from '../model';
import { amountOf } from './shares';

/** The posts of one role. */
export type PostsOfRole = Counted & Readonly<Record<OfPosts, number | null>>;

/** Those of each role of which anything is known of the period. */
export function postsOfTeam({ from, to, asAt, posts = [] }: Figuring): PostsOfRole[] {
  const last = to < asAt ? to : asAt;
  return TEAM_ROLES.flatMap((role) => {
    const stood = postsOn(posts, role, last);
    if (stood === undefined) return [];
    const within = { from, to: last };
    return [
      {
        ...{ ref: role, on: last, kind: role, team: null, iro: null },
        ...{ posts: stood.posts, fte: stood.fte, permanent: stood.permanent },
        ...{ agency: stood.agency, vacant: stood.vacant },
        ...{ joined: moved(posts, role, 'joined', within), left: moved(posts, role, 'left', within) },
      },
    ];
  });
}

/** What each of them is; nobody is behind it, for it was typed. */
const COLUMNS: Readonly<Record<OfPosts, readonly [head: string, says: string]>> = {
  posts: ['Posts', 'Posts of the role as they were typed (settings team) for the last day of the period.'],
  fte: ['FTE', 'The full-time equivalents that these posts come to, vacant or not.'],
  permanent: ['Permanent', 'Posts with somebody permanent in them on that day.'],
  agency: ['Agency', 'Posts with somebody of an agency in them on that day.'],
  vacant: ['Vacant', 'Posts with nobody in them on that day.'],
  joined: ['Joined', 'Those who joined, added up as it was typed with each day that lies in the period.'],
  left: ['Left', 'Those who left, added up as it was typed with each day that lies in the period.'],
};

const columnOf = (what: OfPosts): FigureColumn<PostsOfRole> =>
  amountOf(
    what,
    ...COLUMNS[what],
    () => false,
    ([one]) => one?.[what] ?? null,
  );

export const TEAM: TableOf<PostsOfRole> = {
  id: 'team',
  title: 'The team',
  by: { head: 'Role', row: ({ kind }) => kind, words: roleWords },
  rows: [['iro', roleWords('iro')]],
  hasTotal: false,
  groups: [],
  compares: 'each',
  columns: OF_POSTS.map(columnOf),
};

/** True of a figure that was typed, and is counted of nobody. */
export const isTyped = (name: string): boolean =>
  new RegExp(`^${TEAM.id}(?:-years)?\\.|^month-ends\\.fte$`).test(name);
