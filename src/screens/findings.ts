/** What a look-over finds, as doctor words it: what is sound, what is worth seeing to, and what is wrong. */
import type { Context } from '../context';
import { EXIT, type ExitCode, UserError } from '../errors';
import { rowLines } from '../ui/rows';
import { paintFor, screenWidth } from '../ui/screen';
import { count } from '../ui/words';
import { show } from './show';

/** One thing looked at. */
export interface Finding {
  readonly check: string;
  readonly standing: 'ok' | 'advice' | 'fault';
  /** A sentence. */
  readonly found: string;
  /** What to do; null if there is nothing to. */
  readonly next: string | null;
}

export const sound = (check: string, found: string): Finding => ({
  ...{ check, standing: 'ok', found, next: null },
});
export const advice = (check: string, found: string, next: string): Finding => ({
  ...{ check, standing: 'advice', found, next },
});
/** `next` is empty if a mistake in words names nothing to type. */
export const fault = (check: string, found: string, next: string): Finding => ({
  ...{ check, standing: 'fault', found, next: next === '' ? null : next },
});

/** What the work gives, or the mistake in words that it ends in, as a fault; `mends`: if it names nothing to type. */
export function looked<T>(
  check: string,
  mends: string,
  work: () => T,
): { readonly found: T } | { readonly fault: Finding } {
  try {
    return { found: work() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { fault: fault(check, error.message, error.next || mends) };
  }
}

/** The faults and advice there are, or that it is sound. */
export const orSound = (findings: readonly Finding[], check: string, found: string): readonly Finding[] =>
  findings.length > 0 ? findings : [sound(check, found)];

const WORDS = { ok: 'ok', advice: 'advice', fault: 'FAULT' } as const;

/** Shows them; 1 if there is a fault. `about`: what else the JSON says. */
export async function tellFindings(
  context: Context,
  findings: readonly Finding[],
  about: object = {},
): Promise<ExitCode | undefined> {
  const isSound = findings.every(({ standing }) => standing !== 'fault');
  await show(context, {
    json: () => ({ ...about, sound: isSound, checks: findings }),
    screen: () => printFindings(context, findings),
  });
  return isSound ? undefined : EXIT.couldNot;
}

/** Prints them, a line or a few for each, and how many are to be seen to. */
async function printFindings(context: Context, findings: readonly Finding[]): Promise<void> {
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  for (const { standing, found, next } of findings) {
    if (context.flags.quiet && standing === 'ok') continue;
    const words = next === null ? found : `${found} ${next}`;
    for (const line of rowLines([[WORDS[standing], words]], [{ min: 6 }, { wraps: true }], width)) {
      context.print(standing === 'fault' ? paint.late(line) : line);
    }
  }
  const amount = (wanted: Finding['standing']): number =>
    findings.filter(({ standing }) => standing === wanted).length;
  const faults = amount('fault') === 0 ? 'No fault' : count(amount('fault'), 'fault');
  const worth = amount('advice') === 0 ? '' : `, ${count(amount('advice'), 'thing')} worth seeing to`;
  context.say(`\n${faults}${worth}.`);
}
