/** Letters that give a reason in words for their reader, where there are none: they are left out of a pack, and it is said. */
import type { TemplateShelf } from '../../documents/template/shelf';
import { TOLD } from '../data/reasons';
import type { ToMake } from '../letter-made';
import { missingFor } from '../one-document';
import { forWords } from '../withheld';
import type { Packed, Parcel } from './parcel';

/** The parcels without them, and a note of each. */
export function withoutUntold(parcels: readonly Parcel[], shelf: TemplateShelf): Packed {
  const isUntold = (making: ToMake): boolean =>
    missingFor(making, shelf).some(({ path }) => TOLD.includes(path));
  const untold = parcels.flatMap(({ making }) => making.filter(isUntold));
  return {
    parcels: parcels.filter(({ making }) => !making.some(isUntold)),
    notes: untold.map(
      ({ template: { name }, recipient, review }) =>
        `${review.label}: ${name} tells ${forWords(recipient)} something in words for them, and none are recorded. It is left out; give them: irotool letter ${name} ${review.child.ref} --to ${recipient.tag}${whichOf(review)} --tell "…"`,
    ),
  };
}

/** Which dispute it is; of what has no number there is one. */
const whichOf = ({ dispute }: ToMake['review']): string =>
  dispute === null ? '' : ` --which ${dispute.ref}`;
