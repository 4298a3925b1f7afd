/** What can be done with a child who was found: the choices of their rows of the list together, then what comes next. */

import { childNamed, subjectOf } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { capital } from '../../core/in-words';
import type { NextStep } from '../../steps/next/situation';
import { nextStep } from '../../steps/next/step';
import type { Child } from '../../store/children';
import { meetingSharers, withBesides } from './brothers-and-sisters';
import { rowWords } from './head';
import { type Offer, plain, showing } from './offer';
import { inTurn, offersFor } from './offers';
import { putRight } from './put-right';
import { rowsOf } from './rows-of-child';

/** Those of their rows, the most urgent first, and what comes next, which may be taken at once. */
export function offersOfChild(context: Context, unit: Unit, ref: string): Offer[] {
  const child = childNamed(unit.db, ref);
  const step = nextOf(context, unit, child);
  const alike = meetingSharers(context, unit, child.id).flatMap((each) => {
    const theirs = step && nextOf(context, unit, each);
    return theirs?.duty === step?.duty && theirs?.what === step?.what
      ? [{ ref: each.ref, review: theirs?.review ?? null }]
      : [];
  });
  const next =
    step === null
      ? []
      : [
          plain(`Next: ${step.what}`, 'review', 'next', child.ref, '--do'),
          showing('Why that is next', 'review', 'next', child.ref),
          inTurn(child.ref),
        ];
  const besides = [
    ...withBesides(next, { ref: child.ref, review: step?.review ?? null }, alike),
    showing('Open the child', 'child', 'show', child.ref),
    putRight(context, unit, child),
  ];
  const own = rowsOf(context, unit, child).flatMap((meant) =>
    offersFor(context, unit, [meant]).map((offer) => ({
      ...offer,
      under: capital(rowWords(context, unit, meant)),
    })),
  );
  const known = new Set(besides.map(({ command }) => command));
  const once = own.filter(({ command }) => {
    if (command === null) return true;
    if (known.has(command)) return false;
    known.add(command);
    return true;
  });
  return [
    ...once,
    ...besides.map((offer) => (once.length === 0 ? offer : { ...offer, under: `${child.ref} besides:` })),
  ];
}

/** The one thing to do next for a child; null if there is nothing. */
function nextOf(context: Context, unit: Unit, child: Child): NextStep | null {
  const { reckoning } = reckoned(context, unit, child);
  const { rules, calendars } = unit.engine;
  const { today } = context;
  return nextStep({ ...subjectOf(child), ...reckoning, today, rules, calendar: calendars.statutory }).step;
}
