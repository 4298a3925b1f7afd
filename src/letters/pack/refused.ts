/** What a pack cannot be made for. */
import { longDate } from '../../core/time/dates';
import { missingAs } from '../../documents/template/fields';
import type { TemplateShelf } from '../../documents/template/shelf';
import { UserError } from '../../errors';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { type MissingField, missingFor } from '../one-document';
import type { Parcel } from './parcel';

export function refuseUnplanned({ child, label, plan, held }: LetterCase): void {
  if (held !== null) {
    throw new UserError(
      `${label} was held on ${longDate(held.on)}. Nothing was written.`,
      `For the next one: irotool letter pack ${child.ref}`,
    );
  }
  if (plan !== null) return;
  throw new UserError(
    `${label}: no meeting is planned, so nobody can be invited to it. Nothing was written.`,
    `irotool review plan ${child.ref} --meeting "DAY TIME" --venue "…"`,
  );
}

export function refuseNobody({ child, label }: LetterCase, parcels: readonly Parcel[]): void {
  if (parcels.some(({ making }) => making.some(({ template }) => template.kind === 'invitation'))) return;
  throw new UserError(
    `${label}: nobody is invited. Nothing was written.`,
    `To put someone on the list: irotool review participants ${child.ref} --add WHO`,
  );
}

/** A document, and what it lacks. */
export interface Short {
  readonly of: string;
  readonly fields: readonly MissingField[];
}

/** Those that lack a field. */
export const shortOf = (making: readonly ToMake[], shelf: TemplateShelf): Short[] =>
  making
    .map((each) => ({ of: each.review.label, fields: missingFor(each, shelf) }))
    .filter(({ fields }) => fields.length > 0);

/** Every field that is missing for any of them, each once, with the command that supplies it. */
export function refuseMissing(short: readonly Short[]): void {
  if (short.length === 0) return;
  const labels = [...new Set(short.map(({ of }) => of))].join(', ');
  const lines = new Set(short.flatMap(({ fields }) => fields.map(lineOf)));
  throw new UserError(
    [`${labels}: these are missing, and letters need them. Nothing was written.`, ...lines].join('\n'),
    '',
  );
}

/** What is of one reader names that reader by tag. */
function lineOf({ path, tag, supply, field }: MissingField): string {
  const whose = path.startsWith('addressee.') ? ` of ${tag}` : '';
  return `  ${field === undefined ? path : missingAs(field)}${whose}: ${supply}`;
}
