/**
 * Documents into their files and into the log, in one transaction with what is recorded of them: all or
 * nothing.
 */

import type { Context } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { folderMade, isThere, type Outgoing, refuseOverwriting, writeFiles } from '../../letters/files';
import type { LetterCase } from '../../letters/letter-case';
import type { ToMake } from '../../letters/letter-made';
import { isSentNow, logLetter, type Ready, type Saved, wasMade } from '../../letters/log-entry';
import { apartOf } from '../../letters/may-go-to';
import { ticked } from '../../letters/pack/recorded-by-sending';
import { askApart } from '../../recording/ask-apart';
import { type Recording, recordAll } from '../../recording/saving';
import { canAsk, confirm } from '../../ui/prompts';
import { overwritten } from './overwritten';

/** What is typed of one letter and of all that goes out at a moment. */
export interface WritingOptions {
  readonly review?: string;
  readonly which?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly sentOn?: string;
  readonly tellVenue?: true;
  readonly despiteNoContact?: true;
}

export interface SaveOptions {
  readonly force: boolean;
  readonly sentOn: IsoDate | null;
  /** More files, which the log does not know: a cover list. */
  readonly beside?: readonly Outgoing[];
  /** It was said that someone without contact is written to all the same. */
  readonly despite: boolean;
  /** The review that was typed. */
  readonly typed: { readonly review?: string | undefined };
  /** All that goes out of a moment, and not one letter alone. */
  readonly isPack?: boolean;
}

/** The day of `--sent-on`. */
export function sentTyped(context: Context, typed: string | undefined): IsoDate | null {
  if (typed === undefined) return null;
  const on = context.date(typed, '--sent-on', 'past');
  if (on <= context.today) return on;
  throw new UsageError(`--sent-on: ${longDate(on)} has not come yet.`, 'Leave it out until it is sent.');
}

/** Refuses letters that are printed where data is wanted. */
export function refusePrintedAsData({ flags }: Context): void {
  if (flags.json) throw new UsageError('--out - prints text, and --json data.', 'Leave one of them out.');
}

/** Writes and logs them, each for every child whose it is. Null if the person said no. */
export async function saveLetters(
  context: Context,
  cases: readonly LetterCase[],
  ready: readonly Ready[],
  options: SaveOptions,
): Promise<readonly Saved[] | null> {
  const { force, sentOn, beside = [], despite } = options;
  const madeFor = cases.map((of) => makingsOf(of, ready));
  for (const [at, of] of cases.entries()) {
    const apart = apartOf(of, madeFor[at]!, cases);
    if (!(await askApart(context, of.label, apart, despite, 'Nothing was written.'))) {
      context.say('Nothing was written.');
      return null;
    }
  }
  let all: readonly Saved[] = ready.map(
    (each): Saved => ({
      ...each,
      isKept: !force && isSentNow(each, sentOn),
      wasMade: wasMade(each),
    }),
  );
  if (
    sentOn !== null &&
    !all.some((each) => each.wasMade) &&
    !(await isToBeSent(context, all.length, sentOn))
  ) {
    context.say('Nothing was written, and nothing was recorded.');
    return null;
  }
  const over = force || sentOn !== null ? null : await overwritten(context, all, beside);
  if (over === 'none') return null;
  if (over !== null) all = all.filter((each) => !over.unchanged.includes(each));
  const isOver = force || over !== null;
  const isKeptAny = all.some(({ isKept }) => isKept);
  const files = all.flatMap(({ file, isKept }) => (file === null || isKept ? [] : [file]));
  // A cover list is as it was made, where what it lists is.
  const others = beside.filter((file) => isOver || !isKeptAny || !isThere(file));
  if (!isOver) refuseOverwriting([...files, ...others].filter(isThere));
  const written = writeFiles([...files, ...others], { over: isOver });
  try {
    const saved = await saveFacts(context, cases, all, options, () => {
      for (const each of all) logLetter(each, sentOn);
      written.finish();
    });
    if (saved) written.keep();
    else written.drop();
    if (saved) for (const folder of written.made) context.say(folderMade(folder));
    return saved ? all : null;
  } catch (error) {
    written.drop();
    throw error;
  }
}

/** Asked of letters that are said to have been sent, if none of them was ever made here. */
function isToBeSent(context: Context, many: number, sentOn: IsoDate): Promise<boolean> {
  if (!canAsk(context)) return Promise.resolve(true);
  const what = many === 1 ? 'This letter was' : 'None of these letters was';
  const they = many === 1 ? 'it' : 'them';
  return confirm(
    context,
    `${what} ${many === 1 ? 'not made' : 'made'} here before. Write ${they} now, and record ${they} as sent on ${longDate(sentOn)}?`,
  );
}

/** What was made of one case: a letter of several is of each of them. */
const makingsOf = ({ child }: LetterCase, ready: readonly Ready[]): ToMake[] =>
  ready
    .flatMap(({ letter }): ToMake[] => [letter, ...(letter.also ?? [])])
    .filter(({ review }) => review.child.id === child.id);

/** Records what was sent, if it is a step of a case; else only writes. */
async function saveFacts(
  context: Context,
  cases: readonly LetterCase[],
  saved: readonly Saved[],
  { sentOn, typed, isPack = false }: SaveOptions,
  work: () => void,
): Promise<boolean> {
  const { unit } = cases[0]!;
  const recordings =
    sentOn === null
      ? []
      : cases.flatMap((of): Omit<Recording, 'also'>[] => {
          const sent = ticked(context, of, makingsOf(of, saved), sentOn, { review: typed.review, isPack });
          // Asked before anything was made.
          const how = { unasked: true, despite: true };
          return sent.facts.length === 0 ? [] : [{ ...sent, ...how, child: of.child }];
        });
  if (recordings.length === 0) {
    unit.save(work);
    return true;
  }
  const last = recordings.length - 1;
  return recordAll(
    context,
    unit,
    recordings.map((each, at) => (at === last ? { ...each, also: work } : each)),
  );
}
