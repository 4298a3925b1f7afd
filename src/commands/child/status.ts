/** `child status`: another legal status, or court proceedings that begin or end. */

import { childNamed, filled } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { legalStatusOn } from '../../core/checks/ending';
import { readStory } from '../../core/engine/story';
import { LEGAL_STATUS_CODES } from '../../core/events/codes';
import type { Fact } from '../../core/events/fact';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { shippedLaw } from '../../law/shipped';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, canAsk } from '../../ui/prompts';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record } from '../saving';

export interface StatusOptions {
  readonly on?: string;
  readonly basis?: string;
  readonly proceedings?: string;
  readonly timetable?: string;
}

/** Runs `child status REF --basis C2`, `child status REF --proceedings started`, or both. */
export async function status(
  context: Context,
  [ref]: readonly [string],
  options: StatusOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const proceedings = proceedingsTyped(options);
  const on = dayDone(context, options.on);
  const basis = await basisTyped(context, options);
  if (basis !== undefined) refuseSame(unit, child, basis, on);
  const timetable = filled(options.timetable, '--timetable');
  const changes: readonly { readonly fact: Fact; readonly words: string }[] = [
    ...(basis === undefined
      ? []
      : [
          {
            fact: { on, kind: 'legal-status-changed', attributes: { basis } },
            words: `legal status ${statusWords(basis)}`,
          },
        ]),
    ...(proceedings === undefined
      ? []
      : [
          {
            fact: { on, kind: `proceedings-${proceedings}`, attributes: given({ timetable }) },
            words: `court proceedings ${proceedings}`,
          },
        ]),
  ];
  const words = `${changes.map((change) => change.words).join('; ')}, on ${longDate(on)}`;
  const saved = await record(context, unit, {
    child,
    facts: changes.map(({ fact }) => fact),
    heading: `${child.ref}: ${words}.`,
  });
  const made = [
    ...(basis === undefined ? [] : [`legal status ${basis}`]),
    ...(proceedings === undefined ? [] : [`proceedings ${proceedings}`]),
  ];
  if (saved) context.print(`${child.ref}  ${made.join('; ')} on ${longDate(on)}: recorded.`);
  return undefined;
}

function proceedingsTyped({ proceedings, timetable }: StatusOptions): 'started' | 'ended' | undefined {
  if (timetable !== undefined && proceedings !== 'started') {
    throw new UsageError('--timetable is the court’s, and goes with --proceedings started.');
  }
  if (proceedings === undefined || proceedings === 'started' || proceedings === 'ended') return proceedings;
  throw new UsageError(`--proceedings is started or ended; not "${proceedings}".`);
}

async function basisTyped(context: Context, options: StatusOptions): Promise<string | undefined> {
  if (options.basis !== undefined) {
    const basis = options.basis.trim().toUpperCase();
    if (LEGAL_STATUS_CODES.includes(basis)) return basis;
    throw new UsageError(`--basis is one of ${LEGAL_STATUS_CODES.join(', ')}; not "${options.basis}".`);
  }
  if (options.proceedings !== undefined) return undefined;
  if (!canAsk(context)) {
    throw new UsageError('Say what has changed: --basis CODE, or --proceedings started or ended.');
  }
  return askChoice(
    context,
    'Which legal status?',
    LEGAL_STATUS_CODES.map((code) => ({ name: statusWords(code), value: code })),
  );
}

function statusWords(code: string): string {
  const label = shippedLaw().codes['legal-status']?.[code]?.label;
  return label === undefined ? code : `${label} (${code})`;
}

function refuseSame(unit: Unit, child: Child, basis: string, on: IsoDate): void {
  const story = readStory(factsOf(unit.db, child.id), child.born);
  const isInCare = story.periods.some(({ from, to }) => from <= on && (to === null || on <= to));
  if (!isInCare || legalStatusOn(story, on) !== basis) return;
  throw new UserError(
    `${child.ref}: the legal status is ${basis} already on ${plainDate(on)}. Nothing was saved.`,
    `To see it: irotool child show ${child.ref}`,
  );
}
