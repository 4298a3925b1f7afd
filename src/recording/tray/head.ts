/** What a row speaks of, in a sentence: above what can be done with it. */
import type { Meant } from '../../cases/last-list/meant';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import { showsNames } from '../../screens/tray';
import { latenessOn } from '../../ui/lateness';
import { plannedWords } from '../../ui/plan-words';
import { refAndReview } from '../../ui/words';

/** `C1052/4  Sinéad Devlin: Send the invitations, 2 working days late (due Thursday 26 March 2026)`. */
export function headOf(context: Context, unit: Unit, meant: Meant, said: boolean | undefined): string {
  const { child, review } = meant;
  // An opened row has the name, unless none is to be shown.
  const isNamed =
    said !== false && (unit.settings.get('screen.names') !== 'no' || showsNames(context, unit, said));
  const name = isNamed && child.name !== null ? `  ${child.name}` : '';
  return `${refAndReview(child.ref, review)}${name}: ${rowWords(context, unit, meant)}`;
}

/** `Send the invitations, 2 working days late (due Thursday 26 March 2026).` */
export function rowWords({ today }: Context, unit: Unit, { what, due, planned }: Meant): string {
  const when = due === null ? '' : `, ${latenessOn(due, today, unit)} (due ${longDate(due)})`;
  const meeting =
    planned === null ? '' : due === null ? ` on ${longDate(planned)}` : `; ${plannedWords(planned, due)}`;
  return `${what}${when}${meeting}.`;
}
