/** Whom `review participants` names, and what is recorded of each: what is not said goes on from their last entry. */
import { filled } from '../../cases/find';
import { allOffered, onTheList, refuseExcluded } from '../../cases/meeting/listing';
import { isBirthParent, type ListedWho, type ReviewList, theirName } from '../../cases/meeting/participants';
import { tagOrWords } from '../../cases/people/someone';
import { whoNamed } from '../../cases/people/who';
import type { Context, Unit } from '../../context';
import { PARTS } from '../../core/events/codes';
import { given } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { NOT_ANY_MORE } from '../../core/reviews/participants';
import type { PartInReview } from '../../core/reviews/who-should-come';
import { UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { askText, canAsk } from '../../ui/prompts';
import { refuseExcludedForAnother } from '../kept-from';
import type { Attributes, ParticipantOptions } from './list-now';

/** Everyone who is offered a part and is not on the list yet. */
export const ALL = 'all';

/** Those who were typed: one, some with commas between them, or all. */
export function meant(
  context: Context,
  unit: Unit,
  child: Child,
  list: ReviewList,
  typed: string,
  options: ParticipantOptions,
): ListedWho[] {
  if (typed === ALL) {
    if (options.part !== undefined)
      throw new UsageError('--add all puts each where they are offered: leave out --part.');
    refuseDetails(options);
    return allOffered(child, list);
  }
  const tags = new Set(listOf(typed).map((who) => whoNamed(context, unit, child, who, list.day).ref));
  if (tags.size === 0) throw new UsageError(`${options.add === undefined ? '--remove' : '--add'} is empty.`);
  if (tags.size > 1) refuseDetails(options);
  return [...tags].map((tag) => onTheList(child, list, tag));
}

/** What is said of one person only. */
function refuseDetails(options: ParticipantOptions): void {
  const detail = DETAILS.find((name) => name !== 'part' && options[name] !== undefined);
  if (detail === undefined) return;
  const flag = detail.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${flag} is of one person.`, 'Name them alone: --add WHO');
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

export function checkOptions(options: ParticipantOptions): void {
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

/** What to record of someone who is put on the list, or whose entry on it changes. */
export async function addition(
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
  const part = (options.part ?? (isListed && changesDetails ? someone.part : 'invited')) as PartInReview;
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
    typed === undefined ? undefined : tagOrWords(context, unit, child, filled(typed, flag), list.day);
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

/** A birth parent of a child placed for adoption is invited only where that was decided. */
async function whyInvited(
  context: Context,
  child: Child,
  list: ReviewList,
  { role, who, isProposed, part: before, why }: ListedWho,
  part: PartInReview,
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
