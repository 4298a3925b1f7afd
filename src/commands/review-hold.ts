/** `review hold`: a review was carried out. */
import type { Context } from '../context';
import { isCodeForAge } from '../core/admissible';
import { PARTICIPATION_CODES } from '../core/codes';
import { birthday, type IsoDate, longDate } from '../core/dates';
import type { Fact } from '../core/events';
import { UsageError } from '../errors';
import { shippedLaw } from '../law/shipped';
import type { Child } from '../store/children';
import { askChoice, askText, requireFlags } from '../ui/prompts';
import { childNamed } from './find';
import { record } from './saving';

export interface HoldOptions {
  readonly on?: string;
  readonly code?: string;
  readonly papers?: true;
  readonly number?: string;
  readonly adoption?: true;
  readonly ordinary?: true;
}

/** Runs `review hold REF --on D --code PN1`. */
export async function hold(
  context: Context,
  [[ref]]: readonly [string[]],
  options: HoldOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref!);
  const ordinary = !options.adoption || options.ordinary === true;
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.code === undefined && ordinary ? ['--code'] : []),
  ]);
  const on =
    options.on === undefined
      ? context.date(await askText(context, { message: 'Held on', offer: 'today' }), '--on', 'past')
      : context.date(options.on, '--on', 'past');
  const code = ordinary ? await participation(context, child, on, options.code) : undefined;
  const attributes: Record<string, string> = {};
  if (code !== undefined) attributes.code = code;
  if (options.papers) attributes.meeting = 'no';
  if (options.number !== undefined) attributes.number = reviewNumber(options.number);
  const facts: Fact[] = [];
  if (ordinary) facts.push({ on, kind: 'review-held', attributes });
  if (options.adoption) facts.push({ on, kind: 'adoption-review-held', attributes: {} });
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: review held on ${longDate(on)}${code ? ` (${code})` : ''}.`,
  });
  if (saved) context.print(`${child.ref}  review held on ${longDate(on)}: recorded.`);
  return undefined;
}

function reviewNumber(text: string): string {
  if (/^[1-9]\d{0,3}$/.test(text)) return text;
  throw new UsageError(`--number is a whole number from 1, not "${text}".`);
}

/** The participation code, offered by age where it is asked for. */
async function participation(
  context: Context,
  child: Child,
  on: IsoDate,
  typed: string | undefined,
): Promise<string | undefined> {
  if (typed !== undefined) {
    const code = typed.trim().toUpperCase();
    if (PARTICIPATION_CODES.includes(code)) return code;
    throw new UsageError(`--code is PN0 to PN7, not "${typed}".`);
  }
  const labels = shippedLaw().codes.participation ?? {};
  const { born } = child;
  const codes = PARTICIPATION_CODES.filter((code) => born === null || isCodeForAge(code, born, on));
  return askChoice(
    context,
    born !== null && on === birthday(born, 4)
      ? 'How did the child take part? (4 that day: every code is accepted)'
      : 'How did the child take part?',
    codes.map((code) => ({ name: `${code}  ${labels[code]?.label ?? ''}`, value: code })),
  );
}
