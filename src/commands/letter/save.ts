/**
 * Documents into their files and into the log, in one transaction with what is recorded of them: all or
 * nothing.
 */

import type { Context } from '../../context';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { CONFERENCE_INVITATIONS_SENT } from '../../core/events/protection/conference';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { CaseSort } from '../../documents/template/template';
import { UsageError, UserError } from '../../errors';
import { isThere, type Outgoing, refuseOverwriting, writeFiles } from '../../letters/files';
import type { LetterCase } from '../../letters/letter-case';
import { invitedRefs, isSentNow, logLetter, type Ready, type Saved } from '../../letters/log-entry';
import { apartOf } from '../../letters/may-go-to';
import { askApart } from '../../recording/ask-apart';
import { record } from '../../recording/saving';

export interface SaveOptions {
  readonly force: boolean;
  readonly sentOn: IsoDate | null;
  /** More files, which the log does not know: a cover list. */
  readonly beside?: readonly Outgoing[];
  /** It was said that someone without contact is written to all the same. */
  readonly despite: boolean;
  /** The review that was typed. */
  readonly typed: { readonly review?: string | undefined };
}

/** The day of `--sent-on`. */
export function sentTyped(context: Context, typed: string | undefined): IsoDate | null {
  if (typed === undefined) return null;
  const on = context.date(typed, '--sent-on', 'past');
  if (on <= context.today) return on;
  throw new UsageError(`--sent-on: ${longDate(on)} has not come yet.`, 'Leave it out until it is sent.');
}

/** Writes and logs them. False if the person said no. */
export async function saveLetters(
  context: Context,
  review: LetterCase,
  ready: readonly Ready[],
  options: SaveOptions,
): Promise<readonly Saved[] | null> {
  const { force, sentOn, beside = [], despite } = options;
  const recipients = [...new Set(ready.map(({ letter }) => letter.recipient))];
  const apart = apartOf(review, recipients);
  if (!(await askApart(context, review.label, apart, despite, 'Nothing was written.'))) {
    context.say('Nothing was written.');
    return null;
  }
  const all = ready.map((each): Saved => ({ ...each, isKept: !force && isSentNow(review, each, sentOn) }));
  const isKeptAny = all.some(({ isKept }) => isKept);
  const files = all.flatMap(({ file, isKept }) => (file === null || isKept ? [] : [file]));
  // A cover list is as it was made, where what it lists is.
  const others = beside.filter((file) => force || !isKeptAny || !isThere(file));
  if (!force) refuseOverwriting([...files, ...others].filter(isThere));
  const written = writeFiles([...files, ...others], { over: force });
  try {
    const saved = await saveFacts(context, review, all, options, () => {
      for (const each of all) logLetter(review, each, sentOn);
      written.finish();
    });
    if (saved) written.keep();
    else written.drop();
    return saved ? all : null;
  } catch (error) {
    written.drop();
    throw error;
  }
}

/** What is recorded when invitations are sent. */
const INVITED: Partial<Readonly<Record<CaseSort, string>>> = {
  review: INVITATIONS_SENT.kind,
  conference: CONFERENCE_INVITATIONS_SENT.kind,
};

/** Records that invitations were sent, where they were; else only writes. */
async function saveFacts(
  context: Context,
  review: LetterCase,
  saved: readonly Saved[],
  { sentOn, typed }: SaveOptions,
  work: () => void,
): Promise<boolean> {
  const { unit, child, number, label, plan, sort } = review;
  const to = invitedRefs(saved);
  const kind = INVITED[sort];
  if (sentOn === null || to.length === 0 || kind === undefined) {
    unit.save(work);
    return true;
  }
  const heldOn = review.held?.on ?? review.conference?.conference.heldOn ?? null;
  if (heldOn !== null) {
    throw new UserError(
      `${label} was held on ${longDate(heldOn)}: invitations to it are not recorded any more. Nothing was written.`,
      'Leave out --sent-on.',
    );
  }
  const notes =
    plan !== null && sentOn < plan.on
      ? [
          `the meeting was planned on ${longDate(plan.on)}, and invitations sent before that day do not count for it.`,
        ]
      : [];
  return record(context, unit, {
    child,
    facts: [
      {
        on: sentOn,
        kind,
        attributes: { to: to.join(','), ...(typed.review === undefined ? {} : { review: String(number) }) },
      },
    ],
    heading: `${label}: invitations sent on ${longDate(sentOn)}.`,
    notes,
    also: work,
    unasked: true,
    // Asked before anything was made.
    despite: true,
  });
}
