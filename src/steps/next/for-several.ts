/** Commands that may be typed for several children at once, such as brothers and sisters. */
import { STEPS_OF } from '../commands';

/** Those that are code, besides the commands of steps. */
const CODE: ReadonlySet<string> = new Set([
  ...[
    'adoption order',
    'adoption review',
    'child edit',
    'child link',
    'child unlink',
    'done',
    'iro allocate',
  ],
  ...['iro change', 'letter', 'letter pack', 'review distribute', 'review hold', 'review next'],
  ...['review participants', 'review plan', 'review prepare'],
]);

/** The name of the command of these words that may be typed for several children; null if it may not. */
export function nameForSeveral(words: readonly string[]): string | null {
  const names = [words.slice(0, 2).join(' '), words[0] ?? ''];
  return names.find((name) => name in STEPS_OF || CODE.has(name)) ?? null;
}

/** The words of a command about one child, for others as well. */
export function forSeveral(words: readonly string[], ref: string, others: readonly string[]): string[] {
  const at = words.indexOf(ref);
  return [...words.slice(0, at + 1), ...others, ...words.slice(at + 1)];
}
