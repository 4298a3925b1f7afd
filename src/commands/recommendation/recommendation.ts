/**
 * `recommendation add`: one more of a review. Code, and no step: it is made on the day of its review, by which it is
 * numbered. What becomes of one is in named.ts.
 */

import { childNamed, filled } from '../../cases/find';
import { tagOrWords } from '../../cases/people/someone';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import type { Meeting } from '../../core/engine/moment';
import { isNumber } from '../../core/events/attribute';
import type { Fact } from '../../core/events/fact';
import { decisionPrefix, nextReference } from '../../core/events/next-reference';
import { meetingHeldBy } from '../../core/reviews/recommendation-state';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { askDay, askWords } from '../../recording/ask-day';
import { choicesOf, choiceTyped } from '../../recording/choice-typed';
import { given } from '../../recording/meeting-typed';
import { record } from '../../recording/saving';
import { dayAhead } from '../../recording/steps/value';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, askText, requireFlags } from '../../ui/prompts';
import { screenWidth } from '../../ui/screen';
import { wrap } from '../../ui/words';

export interface AddOptions {
  readonly review?: string;
  readonly on?: string;
  readonly text?: string;
  readonly owner?: string;
  readonly by?: string;
  readonly kind?: string;
}

/** Runs `recommendation add REF --text TEXT [--owner NAME] [--by D] [--kind KIND] [--review N]`. */
export async function add(
  context: Context,
  [ref]: readonly [string],
  options: AddOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const kind = choiceTyped('decision-made', 'kind', '--kind', options.kind);
  if (options.review !== undefined && !isNumber(options.review)) {
    throw new UsageError(`--review is a whole number from 1, not "${options.review}".`);
  }
  const typedOn = options.on === undefined ? null : context.date(options.on, '--on', 'past');
  const { story } = reckoned(context, unit, child).reckoning;
  const number = options.review === undefined ? null : Number(options.review);
  const meeting = meetingHeldBy(story, typedOn ?? context.today, number);
  if (meeting === null) throw noReview(child, typedOn, options.review);
  // It was made at the review, whenever it is written down.
  const on = typedOn ?? meeting.on;
  const said = await saidOf(context, { ...options, kind });
  const by = said.by === undefined ? undefined : dayAhead(context, said.by, '--by', on);
  const own = nextReference(decisionPrefix(meeting.number), factsOf(unit.db, child.id));
  const fact: Fact = {
    on,
    kind: 'decision-made',
    attributes: given({
      ref: own,
      text: said.text,
      owner: said.owner === undefined ? undefined : tagOrWords(unit, child, said.owner, on),
      by,
      kind: said.kind,
      review: options.review,
    }),
  };
  const words = `${said.kind === undefined ? 'decision' : kindWords(said.kind)} of ${reviewWords(meeting)}${by === undefined ? '' : `, by ${longDate(by)}`}`;
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref} ${own}: ${said.text}`,
    unasked: true,
  });
  const width = screenWidth(context.io, context.flags);
  if (saved) context.print(wrap(`${child.ref} ${own}  ${words}: added.`, width).join('\n'));
  return undefined;
}

const kindWords = (kind: string): string =>
  kind === 'adoption-panel' ? 'recommendation to the adoption panel' : kind;

const reviewWords = ({ number, on }: Meeting): string =>
  number === null ? `the review of ${longDate(on)}` : `review ${number}`;

function noReview(child: Child, on: IsoDate | null, review: string | undefined): UserError {
  const by = on === null ? '' : ` by ${longDate(on)}`;
  return new UserError(
    `${child.ref} had no review${review === undefined ? '' : ` ${review}`} held${by}, and a decision belongs to one. Nothing was saved.`,
    `To see the reviews: irotool review list ${child.ref}`,
  );
}

interface Said {
  readonly text: string;
  readonly owner: string | undefined;
  readonly by: string | undefined;
  readonly kind: string | undefined;
}

async function saidOf(
  context: Context,
  options: Omit<AddOptions, 'kind'> & { readonly kind: string | undefined },
): Promise<Said> {
  const owner = filled(options.owner, '--owner');
  const { by, kind } = options;
  if (options.text !== undefined) return { text: filled(options.text, '--text'), owner, by, kind };
  requireFlags(context, ['--text']);
  const text = await askText(context, { message: 'What is to be done?' });
  const who = owner ?? (await askWords(context, 'By whom?'));
  const when = by ?? (await askDay(context, 'By when?'));
  const what =
    kind ??
    (await askChoice(
      context,
      'It is a',
      choicesOf('decision-made', 'kind').map((value) => ({ name: kindWords(value), value })),
    ));
  return { text, owner: who, by: when, kind: what };
}
