/** The posts of the unit, each role as it is from a day on. */
import type { PostsKept } from '../core/posts';
import type { IsoDate } from '../core/time/dates';
import { type Db, statement } from './sqlite';

/** All that is kept, role by role, the earliest first. */
export function keptPosts(db: Db): PostsKept[] {
  return statement(
    db,
    `SELECT role, day AS "on", posts, fte, permanent, agency, vacant, joiners AS joined, leavers AS "left"
     FROM posts ORDER BY role, day`,
  ).all() as PostsKept[];
}

/** Keeps what is so from its day on, in place of what was kept of that day. What is the same leaves no trace. */
export function keepPosts(db: Db, posts: PostsKept): void {
  statement(
    db,
    `INSERT INTO posts (role, day, posts, fte, permanent, agency, vacant, joiners, leavers)
     VALUES (:role, :on, :posts, :fte, :permanent, :agency, :vacant, :joined, :left)
     ON CONFLICT (role, day) DO UPDATE SET posts = excluded.posts, fte = excluded.fte, permanent = excluded.permanent,
       agency = excluded.agency, vacant = excluded.vacant, joiners = excluded.joiners, leavers = excluded.leavers
     WHERE (posts.posts, posts.fte, posts.permanent, posts.agency, posts.vacant, posts.joiners, posts.leavers)
       IS NOT (excluded.posts, excluded.fte, excluded.permanent, excluded.agency, excluded.vacant, excluded.joiners,
         excluded.leavers)`,
  ).run(posts);
}

/** Takes away what was kept of a day; false if nothing was. */
export function forgetPosts(db: Db, role: string, on: IsoDate): boolean {
  return statement(db, 'DELETE FROM posts WHERE role = ? AND day = ?').run(role, on).changes > 0;
}
