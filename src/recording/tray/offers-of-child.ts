/** What can be done with a child who was found: the choices of their rows of the list together, then what comes next. */

import { gather } from '../../cases/due-gathered';
import { childNamed, subjectOf } from '../../cases/find';
import { type Meant, rowMeant } from '../../cases/last-list/meant';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { capital } from '../../core/in-words';
import { LATEST } from '../../core/time/dates';
import { seenMeeting } from '../../screens/due/numbers';
import { trayRows, trayWindow } from '../../screens/tray';
import { nextStep } from '../../steps/next/step';
import { childrenWithLaterFacts } from '../../store/agenda/afresh';
import { meetingsBetween } from '../../store/agenda/planned';
import { rowWords } from './head';
import { inTurn, type Offer, offersFor, plain } from './offers';
import { putRight } from './put-right';

/** Those of their rows, the most urgent first, and what comes next, which may be taken at once. */
export function offersOfChild(context: Context, unit: Unit, ref: string): Offer[] {
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const { rules, calendars } = unit.engine;
  const { today } = context;
  const now = { ...subjectOf(child), ...reckoning, today, rules, calendar: calendars.statutory };
  const { step } = nextStep(now);
  const besides = [
    ...(step === null
      ? []
      : [
          plain(`Next: ${step.what}`, 'review', 'next', child.ref, '--do'),
          plain('Why that is next', 'review', 'next', child.ref),
          inTurn(child.ref),
        ]),
    plain('Open the child', 'child', 'show', child.ref),
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

/** Their rows of the tray, and a meeting to come further off, which may be invited to or moved. */
function rowsOf(
  context: Context,
  unit: Unit,
  { id, ref }: { readonly id: number; readonly ref: string },
): Meant[] {
  const { today } = context;
  const { db, engine } = unit;
  const list = gather(context, unit, trayWindow(today), { child: ref }, undefined);
  const asked = { childId: id, today, later: childrenWithLaterFacts(db, engine, { childId: id, today }) };
  const coming = meetingsBetween(db, { ...asked, from: today, to: LATEST }).map((each) => [
    seenMeeting(each),
  ]);
  const rows = [...trayRows(context, unit, list), ...coming];
  const seen = rows.flatMap((row) => row.filter((each) => each.ref === ref));
  const sum = (each: (typeof seen)[number]): string => JSON.stringify(each);
  return seen
    .filter((each, at) => seen.findIndex((other) => sum(other) === sum(each)) === at)
    .flatMap((each) => rowMeant(unit, each, today) ?? []);
}
