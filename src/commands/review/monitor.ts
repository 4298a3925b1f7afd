/** `review monitor`: the monitoring form of a review. */

import { childNamed, filled } from '../../cases/find';
import {
  type Held,
  heldReview,
  recordedAlready,
  refuseMisdated,
  refuseOfAnother,
  stepAfter,
} from '../../cases/held-review';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { papersBefore } from '../../core/reviews/after';
import { longDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { askChoice, askText, type Choice, canAsk } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record, sayLines } from '../saving';
import { choicesOf, choiceTyped } from './choice-typed';

const FORM = 'monitoring-form-completed';

export interface MonitorOptions {
  readonly review?: string;
  readonly on?: string;
  readonly goodPractice?: string;
  readonly drift?: string;
  readonly driftAbout?: string;
  readonly planQuality?: string;
  readonly papers?: string;
  readonly participation?: string;
  readonly note?: string;
}

type Answers = Readonly<Record<string, string | undefined>>;

/** Runs `review monitor REF --drift yes …`; each answer is asked for where none was typed. */
export async function monitor(
  context: Context,
  [ref]: readonly [string],
  options: MonitorOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const typed = answersTyped(options);
  const on = dayDone(context, options.on);
  const review = heldReview(child, reckoning.story, options.review, on);
  const papers = papersBefore(review, reckoning.duties, reckoning.story);
  const answers = await complete(context, typed, papers);
  const fact = stepAfter(review, on, FORM, given(answers));
  refuseMisdated(child, review, fact);
  refuseOfAnother(context, unit, child, review, [fact]);
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: [
      `${review.label}: monitoring form completed on ${longDate(on)}.`,
      ...notesOn(review, answers, papers, recordedAlready(review, fact)).map((note) => `Note: ${note}`),
    ].join(' '),
  });
  if (!saved) return undefined;
  const width = screenWidth(context.io, context.flags);
  const said = `monitoring form completed on ${longDate(on)}: recorded.`;
  context.print(rowLines([[review.label, said]], [{}, { wraps: true }], width, 0).join('\n'));
  if (answers.drift === 'yes') {
    sayLines(context, [
      `To track a recommendation: irotool recommendation track ${child.ref} --about "…" --by DATE`,
      `To raise poor practice: irotool review after ${review.again} --poor-practice NAME --about "…"`,
    ]);
  }
  return undefined;
}

function answersTyped(options: MonitorOptions): Answers {
  const answers = {
    'good-practice': filled(options.goodPractice, '--good-practice'),
    drift: choiceTyped(FORM, 'drift', '--drift', options.drift),
    'drift-about': filled(options.driftAbout, '--drift-about'),
    'plan-quality': choiceTyped(FORM, 'plan-quality', '--plan-quality', options.planQuality),
    papers: choiceTyped(FORM, 'papers', '--papers', options.papers),
    participation: choiceTyped(FORM, 'participation', '--participation', options.participation),
    note: filled(options.note, '--note'),
  };
  if (answers['drift-about'] !== undefined && answers.drift !== 'yes') {
    throw new UsageError('--drift-about goes with --drift yes.');
  }
  return answers;
}

const isAnswered = (answers: Answers): boolean => Object.values(answers).some((each) => each !== undefined);

/** The answers; where none was typed, each is asked for, and at least one must be given. */
async function complete(context: Context, typed: Answers, papers: string | null): Promise<Answers> {
  if (isAnswered(typed)) {
    if (typed.drift !== 'yes' || typed['drift-about'] !== undefined || !canAsk(context)) return typed;
    return { ...typed, 'drift-about': await optional(context, 'Drift or delay in what?') };
  }
  if (canAsk(context)) {
    const asked = await ask(context, papers);
    if (isAnswered(asked)) return asked;
  }
  throw new UsageError(
    'The monitoring form needs at least one answer:',
    '--good-practice --drift --plan-quality --papers --participation or --note',
  );
}

async function ask(context: Context, papers: string | null): Promise<Answers> {
  // What the record says of the papers is shown, not offered: Enter answers nothing.
  const choose = (message: string, attribute: string): Promise<string | undefined> =>
    askChoice<string | undefined>(context, message, choicesFor(attribute), undefined);
  const goodPractice = await optional(context, 'Good practice seen');
  const drift = await choose('Drift or delay?', 'drift');
  const about = drift === 'yes' ? await optional(context, 'In what?') : undefined;
  const offered = papers === null ? '' : ` (by the record: ${words(papers)})`;
  return {
    'good-practice': goodPractice,
    drift,
    'drift-about': about,
    'plan-quality': await choose('The quality of the plan', 'plan-quality'),
    papers: await choose(`The papers${offered}`, 'papers'),
    participation: await choose('How the child took part', 'participation'),
    note: await optional(context, 'Anything else'),
  };
}

async function optional(context: Context, message: string): Promise<string | undefined> {
  const answer = await askText(context, { message: `${message} (optional)`, optional: true });
  return answer === '' ? undefined : answer;
}

const words = (value: string): string => value.replaceAll('-', ' ');

function choicesFor(attribute: string): Choice<string | undefined>[] {
  const choices = choicesOf(FORM, attribute).map((value) => ({ name: words(value), value }));
  return [{ name: 'no answer', value: undefined }, ...choices];
}

/** Gaps worth naming: an earlier form, and papers that the record tells otherwise. */
function notesOn(review: Held, answers: Answers, papers: string | null, repeat: string | null): string[] {
  const notes = repeat === null ? [] : [repeat];
  if (papers !== null && answers.papers !== undefined && answers.papers !== papers) {
    notes.push(`By ${review.label}’s record the papers were ${words(papers)}.`);
  }
  return notes;
}
