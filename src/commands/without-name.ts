/** Names stay out of a chronology. */
import { UsageError } from '../errors';
import type { Child } from '../store/children';

/** The text of a flag; one that names the child is refused. */
export function withoutName<T extends string | undefined>({ name }: Child, text: T, flag: string): T {
  if (name === null || !text?.toLowerCase().includes(name.toLowerCase())) return text;
  throw new UsageError(
    `${flag} holds the child’s name, which is kept out of a chronology.`,
    'Say “the child” there.',
  );
}
