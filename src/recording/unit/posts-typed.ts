/** The posts of a role as they are typed or answered, and kept from a day on. */

import { roleMeant } from '../../cases/people/role-words';
import { TEAM_ROLES } from '../../cases/people/roles';
import type { Context } from '../../context';
import { impossible, OF_POSTS, type OfPosts, type PostsKept, postsOn, STANDING } from '../../core/posts';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { keepPosts, keptPosts } from '../../store/posts';
import type { Db } from '../../store/sqlite';
import { askText } from '../../ui/prompts';
import { either } from '../../ui/words';
import { wrongWith } from '../wrong-with';

type Counts = Readonly<Partial<Record<OfPosts, number>>>;

export interface PostsTyped extends Readonly<Partial<Record<OfPosts, string>>> {
  readonly role?: string;
  readonly on?: string;
  readonly remove?: true;
}

export const TO_KEEP_POSTS = 'irotool settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4';

/** What was kept of that day, or stood before it, with what is said now; looked at as it is when it is saved. */
export function keepCounts(db: Db, role: string, on: IsoDate, counts: Counts): PostsKept {
  const { posts, ...stood } = postsStanding(keptPosts(db), role, on);
  const all = { ...stood, ...counts };
  const many = counts.posts ?? posts;
  if (many === null) throw new UsageError('Say how many posts there are: --posts', TO_KEEP_POSTS);
  const kept: PostsKept = { role, on, ...all, posts: many };
  const wrong = impossible(kept);
  if (wrong !== null)
    throw new UserError(`${wrong} Nothing was saved.`, 'Say how many posts there are: --posts');
  keepPosts(db, kept);
  return kept;
}

/** What stands on a day; who joined and left is of the day itself. */
export function postsStanding(
  kept: readonly PostsKept[],
  role: string,
  on: IsoDate,
): Readonly<Record<OfPosts, number | null>> {
  const last = postsOn(kept, role, on);
  const known = (what: OfPosts): number | null =>
    last === undefined || (last.on !== on && !STANDING.includes(what)) ? null : last[what];
  return {
    ...{ posts: known('posts'), fte: known('fte'), permanent: known('permanent') },
    ...{ agency: known('agency'), vacant: known('vacant') },
    ...{ joined: known('joined'), left: known('left') },
  };
}

/** What stood before, if the role and the day were typed. */
export function postsBefore(context: Context, db: Db, { role, on }: PostsTyped): PostsKept | undefined {
  return role === undefined || on === undefined
    ? undefined
    : postsOn(keptPosts(db), roleOfPostsTyped(role), dayOfPostsTyped(context, on));
}

export function roleOfPostsTyped(typed: string): string {
  const { role } = roleMeant(typed, TEAM_ROLES);
  if (TEAM_ROLES.includes(role)) return role;
  throw new UsageError(`--role is ${either(TEAM_ROLES)}; not "${typed}".`);
}

export function dayOfPostsTyped(context: Context, typed: string): IsoDate {
  const on = context.date(typed, '--on', 'past');
  if (on <= context.today) return on;
  throw new UsageError(`--on: ${plainDate(on)} has not come yet.`, 'Say it when it is so.');
}

const LARGEST = 999;

/** A whole number; of full-time equivalents with at most two decimals. */
function countTyped(what: OfPosts, typed: string): number {
  const text = typed.trim();
  const isNumber = what === 'fte' ? /^\d{1,3}(?:\.\d{1,2})?$/.test(text) : /^\d{1,3}$/.test(text);
  if (isNumber && Number(text) <= LARGEST) return Number(text);
  throw new UsageError(
    `--${what} is a ${what === 'fte' ? 'number such as 7.4' : 'whole number'} from 0 to ${LARGEST}; not "${typed}".`,
  );
}

export const countsTyped = (options: PostsTyped): Counts =>
  Object.fromEntries(
    OF_POSTS.flatMap((what) => {
      const typed = options[what];
      return typed === undefined ? [] : [[what, countTyped(what, typed)]];
    }),
  );

const QUESTIONS: Readonly<Record<OfPosts, string>> = {
  posts: 'Posts',
  fte: 'Full-time equivalents of these posts',
  permanent: 'Posts with somebody permanent',
  agency: 'Posts with somebody of an agency',
  vacant: 'Vacant posts',
  joined: 'How many joined since the day before that is kept',
  left: 'How many left since then',
};

/** Asks for what was not typed; what is left empty stays as it was. */
export async function askCounts(
  context: Context,
  typed: Counts,
  stood: Readonly<Record<OfPosts, number | null>>,
): Promise<Counts> {
  const all: Partial<Record<OfPosts, number>> = { ...typed };
  for (const what of OF_POSTS) {
    if (all[what] !== undefined) continue;
    const was = stood[what];
    const answer = await askText(context, {
      message: was === null ? QUESTIONS[what] : `${QUESTIONS[what]} (Enter: ${was}, as it was)`,
      optional: was !== null || what !== 'posts',
      check: (text) => wrongWith(() => countTyped(what, text)),
    });
    if (answer !== '') all[what] = countTyped(what, answer);
  }
  return all;
}
