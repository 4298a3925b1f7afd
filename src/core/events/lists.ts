/** Lists as attributes keep them: texts with commas between. */

/** The parts of a list. */
export function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
