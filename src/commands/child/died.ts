/** `child died`: what was planned is called off at once, and what is still owed is said in quiet words. */
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/dates';
import { DIED, diedOn } from '../../core/death';
import type { Fact } from '../../core/events';
import { isOpen, standable, standingOn } from '../../core/standing';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { callOffMessages } from '../../store/outbox';
import { type Reckoning, reckon } from '../../store/reckoning';
import { requireFlags } from '../../ui/prompts';
import { refAndReview } from '../../ui/words';
import { askNeededDay } from '../ask-day';
import { childNamed } from '../find';
import { reckoned, record, sayLines, upTo, withNew } from '../saving';
import { calledOffWithCare } from './called-off';

/** Runs `child died REF --on D`. */
export async function died(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, options.on === undefined ? ['--on'] : []);
  const on =
    options.on === undefined
      ? await askNeededDay(context, { message: 'The day of the death', lies: 'past' })
      : context.date(options.on, '--on', 'past');
  return recordDeath(context, unit, child, on);
}

/** Records a death: of a child in care, with the end of care. */
export async function recordDeath(
  context: Context,
  unit: Unit,
  child: Child,
  on: IsoDate,
): Promise<undefined> {
  const known = factsOf(unit.db, child.id);
  const already = diedOn(known);
  if (already !== null) {
    throw new UserError(
      `${child.ref}: the death is recorded already, on ${longDate(already)}. Nothing was saved.`,
      `To see it: irotool child show ${child.ref}`,
    );
  }
  const { story } = reckoned(context, unit, child).reckoning;
  const isInCare = story.periods.some(({ from, to }) => from <= on && (to === null || on <= to));
  const ending: Fact = { on, kind: 'ceased-looked-after', attributes: { reason: DIED } };
  const facts: Fact[] = [...(isInCare ? [ending] : []), { on, kind: 'child-died', attributes: {} }];
  const after = reckon(upTo(withNew(known, facts), context.today), child.born, unit.engine);
  let kept = 0;
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref} died on ${longDate(on)}.`,
    notes: calledOffWithCare(context, unit, child, story),
    isQuiet: true,
    also: () => {
      kept = callOffMessages(unit.db, child.ref, `${child.ref} died`);
    },
  });
  if (!saved) return undefined;
  context.print(`${child.ref}  died on ${longDate(on)}: recorded.`);
  sayLines(context, [
    'Nothing is written to the child or the family by itself, and no reminder is sent.',
    ...(kept === 0
      ? []
      : [
          'A report that waited to be sent speaks of the child, and is not sent. To make it again: irotool report overdue',
        ]),
    ...stillOwed(child, after, context.today),
  ]);
  return undefined;
}

/** What goes on: records of reviews held before, disputes, recommendations. */
function stillOwed({ ref }: Child, { duties, actions }: Reckoning, today: IsoDate): string[] {
  const open = [
    ...duties
      .filter((duty) => isOpen(standingOn(standable(duty), today)))
      .map(({ rule, review }) => `${rule.duty} (${refAndReview(ref, review)})`),
    ...actions.map(({ what, review }) => `${what} (${refAndReview(ref, review)})`),
  ];
  if (open.length === 0) return [];
  return [`Still to be completed for the record: ${open.join('; ')}.`];
}
