/** A file of rules as YAML gives it, before anything is known of it, and what is wrong with it. */
import type { Vocabulary } from '../events/vocabulary';

export type Raw = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was written, short enough to be shown. */
export function wordsOf(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export type Path = readonly (string | number)[];

export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** What a rule may name: events, and the instruments of data/sources.yaml and the pack's own. */
export interface GrammarContext {
  readonly pack: string;
  readonly vocabulary: Vocabulary;
  /** Roles that the pack names besides irotool's own. */
  readonly roles?: readonly string[];
  readonly sources: ReadonlySet<string>;
  /** The full title of an instrument, for the words of a refusal; its id if it is not given. */
  titleOf?(source: string): string | undefined;
  suggest(typed: string, candidates: Iterable<string>): string;
}

/** Where the faults of a rule go, while it is read. */
export interface FaultsOfRule {
  readonly context: GrammarContext;
  fault(key: string | Path, message: string): undefined;
}
