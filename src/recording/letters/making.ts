import { filled, toRecord } from '../../cases/find';
import { refuseMixedInvitations } from '../../cases/meeting/one-meeting';
import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { refuseAfterDeath } from '../../letters/after-death';
import { refuseTellingNothing, refuseUntold } from '../../letters/data/reasons';
import { trackedOne } from '../../letters/data/tracked';
import type { ToMake } from '../../letters/letter-made';
import { refuseKept } from '../../letters/may-go-to';
import { asNeeded } from '../../letters/needs';
import { refuseUntrue } from '../../letters/only-if-true';
import { recipientsOf } from '../../letters/recipients';
import { typedAgain } from '../../letters/typed-again';
import { caseFor } from '../../letters/which-case';
import { bestFor, recipientChosen, refuseExcluded } from '../../letters/which-document';
import { sourceOf } from '../../letters/withheld';
import type { WritingOptions } from './save';

export interface LetterOptions extends WritingOptions {
  readonly to?: string;
  readonly afterDeath?: true;
  readonly largePrint?: true;
  readonly easyRead?: true;
  readonly tell?: string;
}

/** What a document of one child is to be made of; refused if it is not to be. */
export function makingFor(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  named: Template,
  ref: string,
  sentOn: IsoDate | null,
  options: LetterOptions,
): ToMake {
  const review = {
    ...caseFor(context, unit, ref, named, options),
    tellsVenue: options.tellVenue === true,
    tells: filled(options.tell, '--tell') ?? null,
  };
  const { child } = review;
  const naming = toRecord(context, unit.db);
  const everyone = recipientsOf(review);
  const recipient = recipientChosen(naming, shelf, review, named, everyone, options.to);
  const { template, notes } = asNeeded(shelf, review, recipient, named, options.easyRead === true);
  if (options.tell !== undefined) refuseTellingNothing(template.name, sourceOf(template, shelf));
  refuseAfterDeath(unit.db, child, template.kind, recipient, options.afterDeath === true);
  const tracked = template.kind === 'tracked' ? trackedOne(review, options.which) : null;
  const making: ToMake = {
    ...{ template, recipient, review, tracked, chosen: notes },
    ...(options.largePrint ? { largePrint: true as const } : {}),
  };
  refuseExcluded(shelf, review, template, recipient);
  refuseUntrue(making, sentOn);
  refuseKept(making);
  refuseUntold(making);
  if (template.kind === 'invitation' && review.sort === 'review' && review.held === null) {
    refuseMixedInvitations(unit, context.today, child, review.label);
  }
  return making;
}

/** Names the form of which an invitation speaks: `letter pack` makes both. */
export function formWords(
  shelf: TemplateShelf,
  { template, recipient, review }: ToMake,
  options: LetterOptions,
): string[] {
  const hasForm = review.sort === 'review' ? template.kind === 'invitation' : template.form !== null;
  const form = hasForm ? bestFor(shelf, review, recipient, ({ kind }) => kind === 'form') : undefined;
  if (form === undefined) return [];
  const { child } = review;
  return [
    `The form with it: irotool letter ${form.name} ${child.ref} --to ${recipient.tag}${typedAgain(options)}`,
  ];
}
