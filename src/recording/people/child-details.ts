/**
 * What `child edit` may say of a child besides name and birth: what they like to be called, what they
 * need, and a mother or father who is looked after too.
 */
import { UsageError } from '../../errors';
import { nameTyped } from '../../recording/name-typed';
import type { ChildChange } from '../../store/children';

interface Typed {
  readonly knownAs?: string;
  readonly pronouns?: string;
  readonly needs?: string;
  readonly unaccompanied?: string;
}

/** The details as they were typed; an empty text takes away what was there. */
export function detailsTyped(typed: Typed): ChildChange {
  const orNone = (text: string | undefined): string | null | undefined =>
    text === undefined ? undefined : text.trim() || null;
  const { unaccompanied } = typed;
  if (unaccompanied !== undefined && unaccompanied !== 'yes' && unaccompanied !== 'no') {
    throw new UsageError(`--unaccompanied is yes or no; not "${unaccompanied}".`);
  }
  return {
    knownAs: typed.knownAs?.trim() ? nameTyped(typed.knownAs, '--known-as') : orNone(typed.knownAs),
    pronouns: orNone(typed.pronouns),
    needs: orNone(typed.needs),
    unaccompanied: unaccompanied === undefined ? undefined : unaccompanied === 'yes',
  };
}
