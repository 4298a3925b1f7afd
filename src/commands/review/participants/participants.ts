/**
 * `review participants`: who is invited, consulted or sent the record, and who is missing. Code and no list of steps: one
 * word moves someone on a list that is offered, and what is said of them goes on from their last entry.
 */

import { childNamed, filled } from '../../../cases/find';
import {
  asSomeone,
  isBirthParent,
  type ListedWho,
  type ReviewList,
  reviewList,
  reviewOfStep,
  theirName,
} from '../../../cases/meeting/participants';
import { tagOrWords } from '../../../cases/people/someone';
import { whoNamed } from '../../../cases/people/who';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import { withNew } from '../../../core/engine/chronology';
import { readStory } from '../../../core/engine/story';
import { PARTS } from '../../../core/events/codes';
import { type Fact, given } from '../../../core/events/fact';
import { manyInvited, NOT_ANY_MORE } from '../../../core/reviews/participants';
import { isOwedReasons, type Part } from '../../../core/reviews/who-should-come';
import { longDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import { dayDone } from '../../../recording/day-done';
import { refuseExcludedForAnother } from '../../../recording/kept-from';
import { record, sayLines } from '../../../recording/saving';
import { notesOn } from '../../../screens/listing-notes';
import { keepItSmall, partWords, printReviewList } from '../../../screens/participants';
import type { Child } from '../../../store/children';
import { askText, canAsk } from '../../../ui/prompts';

export interface ParticipantOptions {
  readonly review?: string;
  readonly on?: string;
  readonly add?: string;
  readonly part?: string;
  readonly remove?: string;
  readonly delegate?: string;
  readonly supporter?: string;
  readonly legalAdviser?: true;
  readonly interpreter?: string;
  readonly needs?: string;
  readonly childWishes?: string;
  readonly why?: string;
}

/** Runs `review participants REF [--add WHO | --remove WHO]`. */
export async function participants(
  context: Context,
  [ref]: readonly [string],
  options: ParticipantOptions,
): Promise<undefined> {
  checkOptions(options);
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const list = listNow(context, unit, child, options);
  const typed = options.add ?? options.remove;
  if (typed === undefined) {
    printReviewList(context, child, list);
    return undefined;
  }
  const { ref: tag } = whoNamed(unit, child, typed, list.day);
  const someone = list.participants.find((each) => each.ref === tag);
  if (!someone || tag === 'iro') throw notOnAList(child, tag);
  const attributes =
    options.add === undefined
      ? removal(child, list, someone, options)
      : await addition(context, unit, child, list, someone, options);
  await save(context, unit, child, list, someone, attributes, options);
  return undefined;
}

function listNow(context: Context, unit: Unit, child: Child, { review }: ParticipantOptions): ReviewList {
  return reviewList(unit, child, reckoned(context, unit, child).reckoning, context.today, review);
}

function notOnAList({ ref }: Child, tag: string): UserError {
  return tag === 'iro'
    ? new UserError(
        `The IRO chairs every review of ${ref}.`,
        `For another chair: irotool review plan ${ref} --chair NAME`,
      )
    : new UserError(
        `${ref} has no social worker recorded.`,
        `irotool child edit ${ref} --social-worker NAME`,
      );
}

const CHOICES = PARTS.filter((part) => part !== 'none');
const DETAILS = [
  'part',
  'delegate',
  'supporter',
  'legalAdviser',
  'interpreter',
  'needs',
  'childWishes',
] as const;

function checkOptions(options: ParticipantOptions): void {
  const { add, remove, part, childWishes, why, on } = options;
  if (add !== undefined && remove !== undefined) {
    throw new UsageError('Give --add or --remove, one at a time.');
  }
  const details = DETAILS.some((name) => options[name] !== undefined);
  if (add === undefined && details) {
    throw new UsageError('Say who it is about.', 'Such as: irotool review participants REF --add mother');
  }
  if (add === undefined && remove === undefined && (why !== undefined || on !== undefined)) {
    throw new UsageError('--on and --why go with --add or --remove.');
  }
  if (part !== undefined && !(CHOICES as readonly string[]).includes(part)) {
    throw new UsageError(
      `--part is one of ${CHOICES.join(', ')}; not "${part}".`,
      part === 'none' ? 'To take someone off the list: --remove WHO' : '',
    );
  }
  if (childWishes !== undefined && childWishes !== 'yes' && childWishes !== 'no') {
    throw new UsageError(`--child-wishes is yes or no; not "${childWishes}".`);
  }
}

type Attributes = Record<string, string>;

/** What to record of someone who is put on the list, or whose entry on it changes. */
async function addition(
  context: Context,
  unit: Unit,
  child: Child,
  list: ReviewList,
  someone: ListedWho,
  options: ParticipantOptions,
): Promise<Attributes> {
  const { who, ref } = someone;
  const isListed = !someone.isProposed && someone.part !== 'none';
  const changesDetails = DETAILS.some((name) => options[name] !== undefined);
  const part = (options.part ?? (isListed && changesDetails ? someone.part : 'invited')) as Part;
  if (ref === 'child' && options.delegate !== undefined) {
    throw new UserError(
      'Nobody comes in a child’s place.',
      `Someone may come with the child: irotool review participants ${child.ref} --add child --supporter NAME`,
    );
  }
  if (part === 'invited') {
    refuseExcluded(child, someone);
    refuseExcludedForAnother(context, unit, child, list, someone);
  }
  const why = await whyInvited(context, child, list, someone, part, options);
  const before = isListed ? someone : null;
  const named = (typed: string | undefined, flag: string): string | undefined =>
    typed === undefined ? undefined : tagOrWords(unit, child, filled(typed, flag), list.day);
  const supporter = named(options.supporter, '--supporter') ?? before?.supporter ?? undefined;
  const isLegal =
    options.legalAdviser === true ||
    (options.supporter === undefined && before?.withLegalAdviser === true) ||
    list.participants.some((each) => each.ref === supporter && each.role === 'legal-adviser');
  const attributes = given({
    ref: who.ref,
    part,
    delegate: named(options.delegate, '--delegate') ?? before?.delegate ?? undefined,
    supporter: supporter ?? (isLegal ? 'legal adviser' : undefined),
    legal: isLegal && supporter !== NOT_ANY_MORE ? 'yes' : undefined,
    interpreter: filled(options.interpreter, '--interpreter') ?? someone.interpreter ?? undefined,
    needs: filled(options.needs, '--needs') ?? someone.needs ?? undefined,
    'child-wishes': options.childWishes ?? before?.childWishes ?? undefined,
    why: why ?? (before && !options.part ? (before.why ?? undefined) : undefined),
  });
  for (const name of ['delegate', 'supporter']) {
    if (attributes[name] === NOT_ANY_MORE) delete attributes[name];
  }
  return attributes;
}

function refuseExcluded({ ref }: Child, { who, exclusion }: ListedWho): void {
  if (!exclusion || exclusion.isForPart) return;
  throw new UserError(
    `${ref}: it was decided on ${longDate(exclusion.decidedOn)} not to invite ${theirName(who)}.`,
    `Once that has been looked at again: irotool review not-invite ${ref} ${who.ref} --looked-at ended`,
  );
}

/** A birth parent of a child placed for adoption is invited only where that was decided. */
async function whyInvited(
  context: Context,
  child: Child,
  list: ReviewList,
  { role, who, isProposed, part: before, why }: ListedWho,
  part: Part,
  options: ParticipantOptions,
): Promise<string | undefined> {
  const typed = filled(options.why, '--why');
  if (part !== 'invited' || !isBirthParent(list, role) || typed !== undefined) return typed;
  if (!isProposed && before === 'invited' && why !== null) return why;
  if (canAsk(context)) {
    return askText(context, { message: 'Why do social worker and IRO invite this birth parent?' });
  }
  throw new UserError(
    `${child.ref} is placed for adoption: ${theirName(who)} is invited only if social worker and IRO so decide.`,
    `If they do: --add ${who.ref} --why "…" If not: --add ${who.ref} --part consulted`,
  );
}

/** What to record of someone who is taken off the list. */
function removal(
  child: Child,
  list: ReviewList,
  someone: ListedWho,
  options: ParticipantOptions,
): Attributes {
  const { who, role } = someone;
  if (isOwedReasons(asSomeone(who)) && !isBirthParent(list, role)) {
    throw new UserError(
      `${child.ref}: not inviting ${theirName(who)} takes reasons, and the IRO is consulted first.`,
      `irotool review not-invite ${child.ref} ${who.ref}`,
    );
  }
  return given({ ref: who.ref, part: 'none', why: filled(options.why, '--why') });
}

async function save(
  context: Context,
  unit: Unit,
  child: Child,
  list: ReviewList,
  someone: ListedWho,
  attributes: Attributes,
  options: ParticipantOptions,
): Promise<void> {
  const on = dayDone(context, options.on);
  const review = options.review === undefined ? {} : { review: String(list.number) };
  const fact: Fact = { on, kind: 'participant-listed', attributes: { ...attributes, ...review } };
  if (isSame(someone, attributes)) {
    context.say(`${child.ref}: ${theirName(someone.who)} is recorded so already. Nothing was changed.`);
  } else {
    refuseOtherReview(context, unit, child, list, fact);
    sayLines(
      context,
      notesOn(child, list, someone, attributes, options).map((note) => `Note: ${note}`),
    );
    const saved = await record(context, unit, {
      child,
      facts: [fact],
      heading: `${child.ref}/${list.number}: ${theirName(someone.who)} is ${attributes.part === 'none' ? 'taken off the list' : 'on the list'}.`,
      unasked: true,
    });
    if (!saved) return;
  }
  const now = listNow(context, unit, child, options);
  if (context.flags.json) return printReviewList(context, child, now);
  const many = manyInvited(now.participants);
  if (many !== null && attributes.part === 'invited') sayLines(context, [keepItSmall(many)]);
  const entry = now.participants.find(({ ref }) => ref === someone.ref)!;
  context.print(`${child.ref}/${now.number}  ${entry.ref}: ${partWords(entry)}.`);
}

/** True where all of it stands on the list already. */
function isSame(someone: ListedWho, { part, ...attributes }: Attributes): boolean {
  if (someone.isProposed || someone.part !== part) return false;
  const same = (name: string, value: string | null): boolean => (attributes[name] ?? null) === value;
  return (
    same('delegate', someone.delegate) &&
    same('supporter', someone.supporter) &&
    same('legal', someone.withLegalAdviser ? 'yes' : null) &&
    (part === 'none' ||
      (same('interpreter', someone.interpreter) &&
        same('needs', someone.needs) &&
        same('child-wishes', someone.childWishes))) &&
    same('why', someone.why)
  );
}

/** A day on which another review was the next one needs to be told apart. */
function refuseOtherReview(context: Context, unit: Unit, child: Child, list: ReviewList, fact: Fact): void {
  const { facts } = reckoned(context, unit, child);
  const added = withNew(facts, [fact]);
  const lands = reviewOfStep(readStory(added, child.born), added.at(-1)!.id!);
  if (!lands || (lands.period === list.period && lands.number === list.number)) return;
  throw new UserError(
    `${child.ref}: on ${longDate(fact.on)} the next review was ${child.ref}/${lands.number}${lands.period === list.period ? '' : ', of another period of care'}. Nothing was saved.`,
    'Say which review, with --review, or another day, with --on.',
  );
}
