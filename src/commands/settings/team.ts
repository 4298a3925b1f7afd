/** `settings team`: the posts of the unit by role, each as it is from a day on; the annual report has them. */
import { roleMeant } from '../../cases/people/role-words';
import { TEAM_ROLES } from '../../cases/people/roles';
import type { Context } from '../../context';
import {
  doesNotAddUp,
  impossible,
  OF_POSTS,
  type OfPosts,
  type PostsKept,
  postsOn,
  STANDING,
} from '../../core/posts';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { askNeededDay } from '../../recording/days/ask-day';
import { wrongWith } from '../../recording/wrong-with';
import { present } from '../../screens/show';
import { postsShown } from '../../screens/unit/team';
import { forgetPosts, keepPosts, keptPosts } from '../../store/posts';
import { asWords, type Db } from '../../store/sqlite';
import { saveFacts } from '../../store/writing';
import { askChoice, askText, requireFlags } from '../../ui/prompts';
import { either, roleWords } from '../../ui/words';

type Counts = Readonly<Partial<Record<OfPosts, number>>>;
interface TeamOptions extends Readonly<Partial<Record<OfPosts, string>>> {
  readonly role?: string;
  readonly on?: string;
  readonly remove?: true;
}

const TO_KEEP = 'irotool settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4';

/** Runs `settings team`: shows what is kept or, if anything is typed, keeps what is so from a day on. */
export async function team(context: Context, _args: readonly [], options: TeamOptions): Promise<undefined> {
  const db = context.openFile();
  if (Object.values(options).every((each) => each === undefined))
    return present(context, postsShown(keptPosts(db), [`To keep what is so from a day: ${TO_KEEP}`]));
  if (options.remove) return takeAway(context, db, options);
  const typed = countsTyped(options);
  // Of a role whose posts are known what is new alone need be said.
  const isEnough =
    typed.posts !== undefined ||
    (Object.keys(typed).length > 0 && before(context, db, options) !== undefined);
  const missing = [
    ...(options.role === undefined ? ['--role'] : []),
    ...(options.on === undefined ? ['--on'] : []),
    ...(isEnough ? [] : ['--posts']),
  ];
  requireFlags(context, missing);
  const role = options.role === undefined ? await askRole(context) : roleTyped(options.role);
  const on =
    options.on === undefined
      ? await askNeededDay(context, { message: 'From which day', lies: 'past' })
      : dayTyped(context, options.on);
  // Whoever typed all that is needed is asked nothing.
  const counts =
    missing.length === 0 ? typed : await askRest(context, typed, standing(keptPosts(db), role, on));
  const kept = asWords(context.file, () => saveFacts(db, () => keep(db, role, on, counts)));
  const note = doesNotAddUp(kept) ? [`Note: permanent, agency and vacant do not come to ${kept.posts}.`] : [];
  return present(context, postsShown([kept], [`Kept: ${roleWords(role)}, from ${plainDate(on)}.`, ...note]));
}

/** What was kept of that day, or stood before it, with what is said now; looked at as it is when it is saved. */
function keep(db: Db, role: string, on: IsoDate, counts: Counts): PostsKept {
  const { posts, ...stood } = standing(keptPosts(db), role, on);
  const all = { ...stood, ...counts };
  const many = counts.posts ?? posts;
  if (many === null) throw new UsageError('Say how many posts there are: --posts', TO_KEEP);
  const kept: PostsKept = { role, on, ...all, posts: many };
  const wrong = impossible(kept);
  if (wrong !== null)
    throw new UserError(`${wrong} Nothing was saved.`, 'Say how many posts there are: --posts');
  keepPosts(db, kept);
  return kept;
}

/** What stands on a day; who joined and left is of the day itself. */
function standing(
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
function before(context: Context, db: Db, { role, on }: TeamOptions): PostsKept | undefined {
  return role === undefined || on === undefined
    ? undefined
    : postsOn(keptPosts(db), roleTyped(role), dayTyped(context, on));
}

function takeAway(context: Context, db: Db, { role, on, remove: _, ...others }: TeamOptions): undefined {
  if (role === undefined || on === undefined || Object.values(others).some((each) => each !== undefined))
    throw new UsageError(
      '--remove takes --role and --on, and nothing more.',
      'irotool settings team --role iro --on 2025-04-01 --remove',
    );
  const [of, day] = [roleTyped(role), dayTyped(context, on)];
  const isGone = asWords(context.file, () => saveFacts(db, () => forgetPosts(db, of, day)));
  if (!isGone)
    throw new UserError(
      `Nothing is kept of ${roleWords(of)} from ${plainDate(day)}.`,
      'To see what is kept: irotool settings team',
    );
  context.print(`${roleWords(of)}, from ${plainDate(day)}: taken away.`);
  return undefined;
}

function roleTyped(typed: string): string {
  const { role } = roleMeant(typed, TEAM_ROLES);
  if (TEAM_ROLES.includes(role)) return role;
  throw new UsageError(`--role is ${either(TEAM_ROLES)}; not "${typed}".`);
}

const askRole = (context: Context): Promise<string> =>
  askChoice(
    context,
    'Role',
    TEAM_ROLES.map((role) => ({ name: roleWords(role), value: role })),
  );

function dayTyped(context: Context, typed: string): IsoDate {
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

const countsTyped = (options: TeamOptions): Counts =>
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
async function askRest(
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
