/** The one thing to do next, as it is shown. */
import type { Shown } from '../../screens/show';

/** What is to be done in sentences, and below it the command: it is copied whole, so it is never broken. */
export const nextShown = (
  ref: string,
  next: object | null,
  command: string | undefined,
  sentences: () => readonly string[],
): Shown => ({
  json: () => ({ child: { ref }, next }),
  screen: () => [...sentences(), ...(command === undefined ? [] : [`  ${command}`])],
});
