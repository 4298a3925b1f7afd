/** `iro complaint`: complaints about an independent reviewing officer (IRO) or a review. */

import { childNamed, filled } from '../../cases/find';
import { upTo } from '../../cases/reckoned';
import { tagOrWords, wordsFor } from '../../cases/someone';
import { everyoneIn } from '../../cases/who';
import type { Context, Unit } from '../../context';
import { type Complaint, complaintsOf, nextComplaintRef } from '../../core/children/complaints';
import type { Fact } from '../../core/events/fact';
import { longDate, plainDate } from '../../core/time/dates';
import { didYouMean, UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { canAsk } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn } from '../../ui/words';
import { askWords } from '../ask-day';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record, sayLines } from '../saving';
import { complaintReview } from './complaint-review';

export interface ComplaintOptions {
  readonly on?: string;
  readonly from?: string;
  readonly about?: string;
  readonly review?: string;
  readonly answered?: string;
  readonly outcome?: string;
}

/** Runs `iro complaint REF`: records one, or its answer; alone it lists them. */
export async function complaint(
  context: Context,
  [ref]: readonly [string],
  options: ComplaintOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const from = filled(options.from, '--from');
  const about = filled(options.about, '--about');
  const outcome = filled(options.outcome, '--outcome');
  const isNew = from !== undefined || about !== undefined || options.review !== undefined;
  if (isNew && (options.answered !== undefined || outcome !== undefined)) {
    throw new UsageError(
      'A complaint and an answer are recorded one at a time.',
      '--from, --about and --review are of a complaint, --answered and --outcome of its answer.',
    );
  }
  const facts = upTo(factsOf(unit.db, child.id), context.today);
  if (options.answered !== undefined) await answer(context, unit, child, facts, { ...options, outcome });
  else if (isNew) await add(context, unit, child, facts, { ...options, from, about });
  else if (outcome !== undefined) {
    throw new UsageError('--outcome is of an answer.', `irotool iro complaint ${child.ref} --answered C1`);
  } else list(context, unit, child, complaintsOf(facts));
  return undefined;
}

type Typed = { readonly [K in keyof ComplaintOptions]: ComplaintOptions[K] | undefined };

async function add(
  context: Context,
  unit: Unit,
  child: Child,
  facts: readonly Fact[],
  { on: typed, from, about, review: typedReview }: Typed,
): Promise<void> {
  const on = dayDone(context, typed);
  const asks = canAsk(context);
  const whoTyped =
    from ?? (asks ? await askWords(context, 'Who complains? (child, mother, or a name)') : from);
  const what = about ?? (asks ? await askWords(context, 'Of what?') : about);
  const { review, label, isGuess } = await complaintReview(context, unit, child, typedReview, on);
  const ref = nextComplaintRef(facts);
  const who = whoTyped && tagOrWords(unit, child, whoTyped, on);
  const by = who === undefined ? '' : ` by ${wordsFor(everyoneIn(unit, child, on), who)}`;
  const ofReview = label === null ? '' : `, about review ${label}`;
  const saved = await record(context, unit, {
    child,
    facts: [
      {
        on,
        kind: 'complaint-made',
        attributes: given({ ref, from: who, about: what, 'about-review': review }),
      },
    ],
    heading: `${child.ref}: complaint ${ref} made${by} on ${longDate(on)}${ofReview}.`,
    notes: isGuess
      ? [`${label} is the latest review. Of another: --review N; about the IRO alone: --review none`]
      : [],
  });
  if (!saved) return;
  const shown =
    review === undefined ? '' : `\nIt shows on: irotool review show ${child.ref} --review ${review}`;
  context.print(
    `${child.ref}  complaint ${ref} of ${longDate(on)}: recorded.${shown}\nOnce it is answered: irotool iro complaint ${child.ref} --answered ${ref}`,
  );
}

async function answer(
  context: Context,
  unit: Unit,
  child: Child,
  facts: readonly Fact[],
  { on: typed, answered, outcome }: Typed,
): Promise<void> {
  const on = dayDone(context, typed);
  const known = complaintsOf(facts);
  const wanted = filled(answered, '--answered')!.toLowerCase();
  const found = known.find(({ ref }) => [wanted, `c${wanted}`].includes(ref.toLowerCase()));
  if (!found) {
    const near = didYouMean(
      wanted,
      known.map(({ ref }) => ref),
    );
    throw new UserError(
      `${child.ref} has no complaint "${answered}".${near}`,
      `To see them: irotool iro complaint ${child.ref}`,
    );
  }
  if (on < found.madeOn) {
    throw new UserError(
      `${child.ref}: complaint ${found.ref} was made on ${plainDate(found.madeOn)}, after ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  if (found.answeredOn !== null) {
    sayLines(context, [`Note: it was answered on ${plainDate(found.answeredOn)} too.`]);
  }
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'complaint-answered', attributes: given({ ref: found.ref, outcome }) }],
    heading: `${child.ref}: complaint ${found.ref} answered on ${longDate(on)}.`,
  });
  if (saved) context.print(`${child.ref}  complaint ${found.ref} answered on ${longDate(on)}: recorded.`);
}

function list(context: Context, unit: Unit, child: Child, complaints: readonly Complaint[]): void {
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, complaints });
    return;
  }
  if (complaints.length === 0) {
    context.print(
      `${child.ref}  no complaint is recorded. To record one: irotool iro complaint ${child.ref} --from WHO --about "…"`,
    );
    return;
  }
  const everyone = everyoneIn(unit, child, context.today);
  const rows = complaints.map(({ ref, from, about, review, madeOn, answeredOn, outcome }) => {
    const who = from === null ? 'not recorded by whom' : wordsFor(everyone, from);
    const answer = answeredOn === null ? 'not answered yet' : `answered ${dayIn(answeredOn, context.today)}`;
    const parts = [
      about === null ? who : `${who}: ${about}`,
      ...(review === null ? [] : [`about ${child.ref}/${review}`]),
      outcome === null ? answer : `${answer}: ${outcome}`,
    ];
    return [ref, dayIn(madeOn, context.today), parts.join('; ')];
  });
  const width = screenWidth(context.io, context.flags);
  context.print(
    [
      `${child.ref}  complaints about the IRO or a review`,
      ...rowLines(rows, [{}, {}, { wraps: true }], width),
    ].join('\n'),
  );
}
