/** The posts of the unit by role, as they are from a day on, and what follows of a year and of a month. Pure. */
import { addDays, daysBetween, type IsoDate } from './time/dates';

/** What is kept of the posts of a role; null is not recorded. */
export interface PostsKept {
  readonly role: string;
  /** The day from which it is so. */
  readonly on: IsoDate;
  readonly posts: number;
  readonly fte: number | null;
  readonly permanent: number | null;
  readonly agency: number | null;
  readonly vacant: number | null;
  /** Since the day before it that is kept of the role. */
  readonly joined: number | null;
  readonly left: number | null;
}

/** What posts are, in the order in which it is told. */
export const OF_POSTS = ['posts', 'fte', 'permanent', 'agency', 'vacant', 'joined', 'left'] as const;
export type OfPosts = (typeof OF_POSTS)[number];
/** Those that stay as they are until something else is said. */
export const STANDING: readonly OfPosts[] = ['posts', 'fte', 'permanent', 'agency', 'vacant'];

/** What stands of a role on a day; undefined if nothing is known of that day. */
export const postsOn = (kept: readonly PostsKept[], role: string, on: IsoDate): PostsKept | undefined =>
  kept.reduce<PostsKept | undefined>(
    (last, each) =>
      each.role === role && each.on <= on && (last === undefined || each.on > last.on) ? each : last,
    undefined,
  );

/** How many joined, or left, as it was said with each day of these; null if nothing was said. */
export function moved(
  kept: readonly PostsKept[],
  role: string,
  what: 'joined' | 'left',
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): number | null {
  const said = kept
    .filter((each) => each.role === role && from <= each.on && each.on <= to)
    .flatMap((each) => each[what] ?? []);
  return said.length === 0 ? null : said.reduce((sum, each) => sum + each, 0);
}

/** The full-time equivalents of a role on average over the days of a month; null if they are not known of each day. */
export function averageFte(
  kept: readonly PostsKept[],
  role: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): number | null {
  let sum = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const fte = postsOn(kept, role, on)?.fte ?? null;
    if (fte === null) return null;
    sum += fte;
  }
  return Math.round((sum * 100) / (daysBetween(from, to) + 1)) / 100;
}

/** What cannot be so of posts, in a sentence; null if it can. */
export function impossible({ posts, fte, permanent, agency, vacant }: PostsKept): string | null {
  const named = { 'full-time equivalents': fte, permanent, agency, vacant };
  const over = Object.entries(named).find(([, value]) => value !== null && value > posts);
  if (over === undefined) return null;
  const [what, value] = over;
  return `${what === 'full-time equivalents' ? `${value} ${what} are` : `${value} ${what} is`} more than ${posts} ${posts === 1 ? 'post' : 'posts'}.`;
}

/** True if posts do not come to those who are in them and those that are vacant: worth saying, and no mistake for sure. */
export const doesNotAddUp = ({ posts, permanent, agency, vacant }: PostsKept): boolean =>
  permanent !== null && agency !== null && vacant !== null && permanent + agency + vacant !== posts;
