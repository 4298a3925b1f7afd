/** What an import comes to, in a sentence. */
import { count, listed, onOneLine } from '../../ui/words';
import { totalOf } from './in-words';
import type { ImportPlan } from './plan';

export function amountWords({ writes, children, facts, colleagues = [] }: ImportPlan): string {
  const known = writes.length - children.new;
  const who = [
    ...(children.new > 0 ? [count(children.new, 'new child', 'new children')] : []),
    ...(known > 0 ? [count(known, 'known child', 'known children')] : []),
  ];
  const besides = colleagues.length === 0 ? '' : ` and ${count(colleagues.length, 'new colleague')}`;
  return `${listed(who)} with ${count(facts.new, 'new fact')}${besides}`;
}

/** What is said of an import at its end; `isReturn` of an SSDA903 return, else of files that a map reads. */
export function outcomeWords(
  plan: ImportPlan,
  { dryRun, saved }: { dryRun: boolean; saved: boolean },
  isReturn = true,
): string {
  const { rows, imported, refused } = totalOf(plan.reading.counts);
  const files = plan.reading.refused
    .filter(({ reason }) => reason === 'file')
    .map(({ file }) => onOneLine(file));
  const fileWords =
    files.length === 0 ? '' : ` ${count(files.length, 'file')} could not be read: ${listed(files)}.`;
  const lacking =
    !isReturn || plan.reading.files.some(({ table }) => table === 'Episodes')
      ? ''
      : ' There is no Episodes table: no period of care comes in.';
  const rowWords =
    (refused === 0
      ? 'No row was refused.'
      : `${refused} of ${count(rows, 'row')} ${refused === 1 ? 'was' : 'were'} refused.`) +
    fileWords +
    lacking;
  if (rows === 0) return `Nothing could be imported: there is no row below the columns.${fileWords}`;
  if (imported === 0) return `Nothing could be imported: ${rowWords} Put the files right and import again.`;
  if (plan.writes.length === 0)
    return `There is nothing new in the ${isReturn ? 'return' : 'files'}. ${rowWords}`;
  if (saved) return `Imported: ${amountWords(plan)}. ${rowWords}`;
  return dryRun
    ? `Nothing was saved (--dry-run). It would import ${amountWords(plan)}. ${rowWords}`
    : 'Nothing was saved.';
}
