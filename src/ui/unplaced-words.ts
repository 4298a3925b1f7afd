/** What is said of children who are on nobody's list: without a team, without an IRO, without a manager. */
import { count, listed } from './words';

const children = (refs: readonly string[]): string => count(refs.length, 'child', 'children');

/** `C3, C4 and 6 more`. */
const some = (refs: readonly string[]): string =>
  listed(refs.length <= 5 ? refs : [...refs.slice(0, 4), `${refs.length - 4} more`]);

const they = (refs: readonly string[], one: string, more: string): string => (refs.length === 1 ? one : more);

/** Said beside a team's list; to whom the children are nobody's to be told of, so a number alone. */
export const withoutTeamWords = (refs: readonly string[]): string =>
  `${children(refs)} without a team, or a social worker who has one, ${they(refs, 'is', 'are')} in no team’s list.`;

/** Said beside an IRO's list. */
export const withoutIroWords = (refs: readonly string[]): string =>
  `${children(refs)} without an IRO ${they(refs, 'is', 'are')} in no IRO’s list.`;

/** Said to whoever is told of all, and on the morning list. */
export const nobodysWords = (refs: readonly string[]): string =>
  `No manager is told of ${children(refs)}, by team or by IRO: ${some(refs)}.`;
