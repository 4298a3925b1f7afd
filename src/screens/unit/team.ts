/** The posts of the unit, as they are shown. */
import { TEAM_ROLES } from '../../cases/people/roles';
import { OF_POSTS, type OfPosts, type PostsKept } from '../../core/posts';
import { shortDateWithYear } from '../../core/time/dates';
import { inRows } from '../../ui/rows';
import { roleWords } from '../../ui/words';
import type { Shown } from '../show';

const HEADS: Readonly<Record<OfPosts, string>> = {
  posts: 'Posts',
  fte: 'FTE',
  permanent: 'Permanent',
  agency: 'Agency',
  vacant: 'Vacant',
  joined: 'Joined',
  left: 'Left',
};

/** All that is kept, role by role. */
export function postsShown(all: readonly PostsKept[], said: readonly string[]): Shown {
  const kept = TEAM_ROLES.flatMap((role) => all.filter((each) => each.role === role));
  const cells = (each: PostsKept, none: string): string[] =>
    OF_POSTS.map((what) => (each[what] === null ? none : String(each[what])));
  return {
    json: () => ({ posts: kept }),
    csv: () => [['role', 'on', ...OF_POSTS], ...kept.map((each) => [each.role, each.on, ...cells(each, '')])],
    screen: () => ({
      parts:
        kept.length === 0
          ? ['No posts are kept of the unit.']
          : [
              inRows(
                [
                  ['Role', 'From', ...OF_POSTS.map((what) => HEADS[what])],
                  ...kept.map((each) => [
                    roleWords(each.role),
                    shortDateWithYear(each.on),
                    ...cells(each, '–'),
                  ]),
                ],
                [{ wraps: true, min: 8 }, { min: 15 }, ...OF_POSTS.map(() => ({}))],
              ),
            ],
      said,
    }),
  };
}
