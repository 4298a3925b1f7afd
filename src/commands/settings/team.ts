/** `settings team`: the posts of the unit by role, each as it is from a day on; the annual report has them. */
import { TEAM_ROLES } from '../../cases/people/roles';
import type { Context } from '../../context';
import { doesNotAddUp } from '../../core/posts';
import { plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { askNeededDay } from '../../recording/days/ask-day';
import { askRole } from '../../recording/people/ask-role';
import {
  askCounts,
  countsTyped,
  dayOfPostsTyped,
  keepCounts,
  type PostsTyped,
  postsBefore,
  postsStanding,
  roleOfPostsTyped,
  TO_KEEP_POSTS,
} from '../../recording/unit/posts-typed';
import { present } from '../../screens/show';
import { postsShown } from '../../screens/unit/team';
import { forgetPosts, keptPosts } from '../../store/posts';
import { asWords, type Db } from '../../store/sqlite';
import { saveFacts } from '../../store/writing';
import { requireFlags } from '../../ui/prompts';
import { roleWords } from '../../ui/words';

/** Runs `settings team`: shows what is kept or, if anything is typed, keeps what is so from a day on. */
export async function team(context: Context, _args: readonly [], options: PostsTyped): Promise<undefined> {
  const db = context.openFile();
  if (Object.values(options).every((each) => each === undefined))
    return present(context, postsShown(keptPosts(db), [`To keep what is so from a day: ${TO_KEEP_POSTS}`]));
  if (options.remove) return takeAway(context, db, options);
  const typed = countsTyped(options);
  // Of a role whose posts are known what is new alone need be said.
  const isEnough =
    typed.posts !== undefined ||
    (Object.keys(typed).length > 0 && postsBefore(context, db, options) !== undefined);
  const missing = [
    ...(options.role === undefined ? ['--role'] : []),
    ...(options.on === undefined ? ['--on'] : []),
    ...(isEnough ? [] : ['--posts']),
  ];
  requireFlags(context, missing);
  const role =
    options.role === undefined ? await askRole(context, TEAM_ROLES) : roleOfPostsTyped(options.role);
  const on =
    options.on === undefined
      ? await askNeededDay(context, { message: 'From which day', lies: 'past' })
      : dayOfPostsTyped(context, options.on);
  // Whoever typed all that is needed is asked nothing.
  const counts =
    missing.length === 0 ? typed : await askCounts(context, typed, postsStanding(keptPosts(db), role, on));
  const kept = asWords(context.file, () => saveFacts(db, () => keepCounts(db, role, on, counts)));
  const note = doesNotAddUp(kept) ? [`Note: permanent, agency and vacant do not come to ${kept.posts}.`] : [];
  return present(context, postsShown([kept], [`Kept: ${roleWords(role)}, from ${plainDate(on)}.`, ...note]));
}

function takeAway(context: Context, db: Db, { role, on, remove: _, ...others }: PostsTyped): undefined {
  if (role === undefined || on === undefined || Object.values(others).some((each) => each !== undefined))
    throw new UsageError(
      '--remove takes --role and --on, and nothing more.',
      'irotool settings team --role iro --on 2025-04-01 --remove',
    );
  const [of, day] = [roleOfPostsTyped(role), dayOfPostsTyped(context, on)];
  const isGone = asWords(context.file, () => saveFacts(db, () => forgetPosts(db, of, day)));
  if (!isGone)
    throw new UserError(
      `Nothing is kept of ${roleWords(of)} from ${plainDate(day)}.`,
      'To see what is kept: irotool settings team',
    );
  context.print(`${roleWords(of)}, from ${plainDate(day)}: taken away.`);
  return undefined;
}
