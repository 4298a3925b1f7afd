/**
 * The one place where errors become words and exit codes.
 */

export const EXIT = {
  done: 0,
  couldNot: 1,
  usage: 2,
  overdueFound: 3,
  fault: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something the person can put right: what happened, and what to do next. Never holds a child's
 * name: say the reference.
 */
export class UserError extends Error {
  readonly next: string;
  readonly exitCode: ExitCode;

  /** `next` is what to type, or to do; empty only if `what` says it, or nothing is left to do. */
  constructor(what: string, next: string, exitCode: ExitCode = EXIT.couldNot) {
    super(what);
    this.name = 'UserError';
    this.next = next;
    this.exitCode = exitCode;
  }
}

/** The command line itself is wrong: exit 2. Without a `next` of its own it is given the command's help. */
export class UsageError extends UserError {
  constructor(what: string, next = '') {
    super(what, next, EXIT.usage);
    this.name = 'UsageError';
  }
}

/** A day typed without its year, which may be of this year or another: asked about on a terminal, else refused. */
export class DayInDoubt extends UsageError {
  readonly typed: string;
  readonly days: readonly string[];

  /** The days that it may mean, as ISO dates, and the same in words. */
  constructor(flag: string, typed: string, days: readonly string[], words: readonly string[]) {
    super(
      `${flag}: "${typed}" may be ${words.join(' or ')}. Nothing was saved.`,
      `Type which: ${days.join(' or ')}.`,
    );
    this.name = 'DayInDoubt';
    this.typed = typed;
    this.days = days;
  }
}

/**
 * A part of the program that was left out of its bundle is needed after all: nothing has been printed or saved
 * yet, and the whole program does it all instead (scripts/build.mjs).
 */
export class NotInThisBundle extends Error {
  /** What the whole program is told besides what was typed. */
  readonly more: readonly string[];

  constructor(more: readonly string[] = []) {
    super();
    this.more = more;
  }
}

/** The person stopped a question: exit 130, nothing saved. */
export class Interrupted extends Error {
  constructor() {
    super('Nothing was saved.');
    this.name = 'Interrupted';
  }
}

/** The person goes back to the question before. */
export class WentBack extends Error {
  /** Which question is to be answered again, from 1; null for the last. */
  readonly to: number | null;

  constructor(to: number | null = null) {
    super();
    this.to = to;
  }
}

/** What to print for an error, and the exit code. A fault of ours shows its trace only with `debug`. */
export function explainError(error: unknown, debug: boolean): { message: string; exitCode: ExitCode } {
  if (error instanceof UserError) {
    const message = [error.message, error.next].filter((part) => part !== '').join(' ');
    return {
      message: message.replace(/\S{401,}/g, (word) => `${word.slice(0, 100)}…`),
      exitCode: error.exitCode,
    };
  }
  if (error instanceof Interrupted) return { message: error.message, exitCode: EXIT.interrupted };
  const trace = error instanceof Error && error.stack ? error.stack : String(error);
  const message = debug
    ? trace
    : 'That is a fault in irotool, not in what you typed. Nothing was changed. Run it again with --debug and send what it prints to whoever looks after irotool.';
  return { message, exitCode: EXIT.fault };
}

/** The candidate nearest to what was typed, for "did you mean"; undefined if none is near. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  // No name is as long; comparing it with thousands of names would take minutes.
  if (typed.length > 100) return undefined;
  const wanted = typed.toLowerCase();
  // One slip in a short reference, more in a long name.
  const furthest = wanted.length <= 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const score =
      name.startsWith(wanted) || (wanted.length > 3 && name.includes(wanted))
        ? 0.5
        : editDistance(wanted, name);
    if (score < bestScore && score <= furthest) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** ` Did you mean "X"?` with a leading space, or nothing. */
export function didYouMean(typed: string, candidates: Iterable<string>): string {
  const found = nearest(typed, candidates);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}

/** Letters to add, take away, change or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(previous[j]! + 1, current[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
