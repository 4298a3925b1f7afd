/** What a look-over finds, as doctor words it: what is sound, what is worth seeing to, and what is wrong. */
import type { Context } from '../context';
import { EXIT, type ExitCode, UserError } from '../errors';
import { rowLines } from '../ui/rows';
import { paintFor, screenWidth } from '../ui/screen';
import { count } from '../ui/words';
import { present } from './show';

/** One thing looked at. */
export interface Finding {
  readonly check: string;
  readonly standing: 'ok' | 'advice' | 'fault';
  /** A sentence. */
  readonly found: string;
  /** What to do; null if there is nothing to. */
  readonly next: string | null;
  /** How several alike are said at once on a screen. */
  readonly alike?: Alike;
}

/** Of findings that differ in whom they are of alone: what all of them have, what mends each, and whom this is of. */
export interface Alike {
  readonly found: (many: number) => string;
  /** Null if it is said of the first of them. */
  readonly next: string | null;
  readonly of: string;
}

export const sound = (check: string, found: string): Finding => ({
  ...{ check, standing: 'ok', found, next: null },
});
export const advice = (check: string, found: string, next: string): Finding => ({
  ...{ check, standing: 'advice', found, next },
});
/** `next` is empty if a mistake in words names nothing to type. */
export const fault = (check: string, found: string, next: string, alike?: Alike): Finding => ({
  ...{ check, standing: 'fault', found, next: next === '' ? null : next },
  ...(alike && { alike }),
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

/** Shows them; 1 if there is a fault. `about`: the database that was looked over, if one was, and the head of its chain. */
export async function tellFindings(
  context: Context,
  findings: readonly Finding[],
  about: { readonly database?: string; readonly head?: string } = {},
): Promise<ExitCode | undefined> {
  const isSound = findings.every(({ standing }) => standing !== 'fault');
  await present(context, {
    json: () => ({ ...about, sound: isSound, checks: findings.map(inJson) }),
    async screen() {
      if (about.database !== undefined) context.say(`${about.database}\n`);
      await printFindings(context, findings);
      return [];
    },
  });
  return isSound ? undefined : EXIT.couldNot;
}

const inJson = ({ alike: _alike, ...finding }: Finding): object => finding;

/** What is wrong first, then what is worth seeing to, then what is sound. */
const ORDER = ['fault', 'advice', 'ok'] as const;

/** Prints them, those that are alike in one, and how many are to be seen to. */
async function printFindings(context: Context, findings: readonly Finding[]): Promise<void> {
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  const wanted = ORDER.filter((standing) => standing !== 'ok' || !context.flags.quiet);
  for (const standing of wanted) {
    const these = findings.filter((each) => each.standing === standing);
    for (const lines of togetherWords(these)) {
      const rows = lines.map((words, at) => [at === 0 ? WORDS[standing] : '', words]);
      for (const line of rowLines(rows, [{ min: 6 }, { wraps: true }], width)) {
        const isWord = standing === 'fault' && line.startsWith(` ${WORDS.fault} `);
        context.print(isWord ? line.replace(WORDS.fault, paint.late) : line);
      }
    }
  }
  const amount = (standing: Finding['standing']): number =>
    findings.filter((each) => each.standing === standing).length;
  const faults = amount('fault') === 0 ? 'No fault' : count(amount('fault'), 'fault');
  const worth = amount('advice') === 0 ? '' : `, ${count(amount('advice'), 'thing')} worth seeing to`;
  context.say(`\n${faults}${worth}.`);
}

/** The words of each, a line or two; several that are alike are said at once, with whom they are of below. */
function togetherWords(findings: readonly Finding[]): string[][] {
  const groups = new Map<string, Finding[]>();
  for (const [at, finding] of findings.entries()) {
    const key = finding.alike ? finding.check : String(at);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map((group) => {
    const [{ found, next, alike }] = group as [Finding];
    if (!alike || group.length === 1) return [next === null ? found : `${found} ${next}`];
    const whose = group.map((each) => each.alike!.of);
    return [`${alike.found(group.length)} ${alike.next ?? next}`, `They are: ${whose.join('; ')}.`];
  });
}
