/** Two records that are very likely of one child. */
import { Lookalikes } from '../core/names/same-child';
import { advice, type Finding, sound } from '../screens/findings';
import { type ListedChild, listChildren } from '../store/children';
import type { Db } from '../store/sqlite';
import { count } from '../ui/words';

/** Records with the same date of birth, and references that differ in noughts in front only, or one pupil number. */
export function checkLookalikes(db: Db): Finding[] {
  const before = new Lookalikes<ListedChild>();
  const pairs: { readonly words: string; readonly merge: string }[] = [];
  for (const child of listChildren(db)) {
    const like = before.like(child);
    if (like !== null) {
      const by = like.by === 'leading zeros' ? 'the same but for noughts in front' : 'with the same UPN';
      pairs.push({
        words: `${like.other.ref} and ${child.ref} (${by})`,
        merge: `irotool child merge ${child.ref} ${like.other.ref} --why TEXT`,
      });
    }
    before.enter(child);
  }
  const [first] = pairs;
  if (first === undefined) return [sound('same child', 'No two records look like one child.')];
  const more = pairs.length === 1 ? '' : `, and ${count(pairs.length - 1, 'more pair')}`;
  return [
    advice(
      'same child',
      `Born on the same day, and very likely one child: ${first.words}${more}.`,
      `If they are: ${first.merge}`,
    ),
  ];
}
