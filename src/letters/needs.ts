/** What is recorded that a reader needs of a letter itself: large print, easy read. */

import type { TemplateShelf } from '../documents/template/shelf';
import { isLetter, type Template } from '../documents/template/template';
import { UsageError } from '../errors';
import { childDetails } from '../store/child-details';
import type { LetterCase } from './letter-case';
import type { Addressee } from './recipient';
import { bestFor } from './which-document';
import { forWords } from './withheld';

/** How a letter is to be for whoever reads it. */
export interface LetterNeeds {
  readonly largePrint: boolean;
  readonly easyRead: boolean;
}

const LARGE = /\b(?:large|larger|big|bigger)[\s-]*(?:print|type|text|font|letters)\b/i;
const EASY = /\beasy[\s-]*read\b/i;

/** By what was recorded for the review, and of the child themself. */
export function needsOf(
  { unit, child }: LetterCase,
  { ref, participant, delegateOf }: Addressee,
): LetterNeeds {
  const ofChild = ref === 'child' ? childDetails(unit.db, child.id).needs : null;
  // What is on the list stands with whoever was to come, not with whoever comes in their place.
  const said = [delegateOf === null ? (participant?.needs ?? '') : '', ofChild ?? ''].join(' ');
  return { largePrint: LARGE.test(said), easyRead: EASY.test(said) };
}

/** What is in easy read of a kind and for a moment; undefined if there is none for this reader. */
export const inEasyRead = (
  shelf: TemplateShelf,
  review: LetterCase,
  recipient: Addressee,
  wanted: Pick<Template, 'kind' | 'moment'>,
): Template | undefined =>
  bestFor(
    shelf,
    review,
    recipient,
    ({ kind, moment }) => kind === wanted.kind && moment === wanted.moment,
    'easy-read',
  );

/** The document as a reader is to have it: in easy read if that was typed or is recorded, and there is one. */
export function asNeeded(
  shelf: TemplateShelf,
  review: LetterCase,
  recipient: Addressee,
  template: Template,
  isTyped: boolean,
): { readonly template: Template; readonly notes: readonly string[] } {
  const isWanted = isTyped || needsOf(review, recipient).easyRead;
  if (!isWanted || template.written !== null) return { template, notes: [] };
  const easy = inEasyRead(shelf, review, recipient, template);
  if (easy !== undefined) {
    const why = isTyped ? [] : [`Easy read is recorded for ${forWords(recipient)}: this is ${easy.name}.`];
    return { template: easy, notes: why };
  }
  if (isTyped) {
    throw new UsageError(
      `${template.name} has no easy-read version for ${forWords(recipient)}.`,
      `Those that have one: ${easyNames(shelf).join(', ')}`,
    );
  }
  return {
    template,
    notes: !isLetter(template.kind)
      ? []
      : [
          `Easy read is recorded for ${forWords(recipient)}, and ${template.name} has no easy-read version: somebody should go through it with them.`,
        ],
  };
}

const easyNames = (shelf: TemplateShelf): string[] =>
  [...shelf.templates.values()].filter(({ written }) => written === 'easy-read').map(({ name }) => name);
