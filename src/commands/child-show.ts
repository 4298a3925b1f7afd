/**
 * `child show`: the chronology, and every deadline with its standing.
 */

import type { Context, Unit } from '../context';
import { SAY_WHAT_HAPPENED } from '../core/actions';
import { ageOn, longDate, plainDate } from '../core/dates';
import { type ActionJson, actionJson, type DeadlineJson, deadlineOn, isAsked } from '../core/standing';
import { shippedLaw } from '../law/shipped';
import { type ListedChild, listedChild, siblingsOf } from '../store/children';
import { type ChronologyEntry, chronologyOf } from '../store/chronology';
import { rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { dayIn, refAndReview, wrap } from '../ui/words';
import { childNamed } from './find';
import { factWords } from './record';
import { reckoned } from './saving';
import { standingWords } from './standing-words';

/** Runs `child show REF`. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const unit = await context.open();
  const child = listedChild(unit.db, childNamed(unit.db, ref).id);
  const { reckoning } = reckoned(context, unit, child);
  const chronology = chronologyOf(unit.db, child.id);
  const deadlines = reckoning.duties.map((duty) =>
    deadlineOn(duty, context.today, unit.engine.calendars.statutory),
  );
  const actions = reckoning.actions.filter((action) => isAsked(action, context.today)).map(actionJson);
  if (context.flags.json) {
    const { id: _id, iroId: _iroId, ...who } = child;
    context.json({
      schema: 1,
      child: { ...who, siblings: siblingsOf(unit.db, child.id).map((sibling) => sibling.ref) },
      chronology: chronology.map((entry) => ({ ...entry, words: factWords(unit, entry) })),
      deadlines,
      actions,
    });
    return undefined;
  }
  context.print(
    [
      ...head(context, unit, child),
      '',
      'CHRONOLOGY',
      ...chronologyLines(context, unit, chronology),
      '',
      'DEADLINES',
      ...deadlineLines(context, child.ref, deadlines),
      ...(actions.length === 0 ? [] : ['', 'TO SETTLE', ...actionLines(context, actions)]),
    ].join('\n'),
  );
  return undefined;
}

function head(context: Context, unit: Unit, child: ListedChild): string[] {
  const born =
    child.born === null ? [] : [`born ${plainDate(child.born)}, aged ${ageOn(child.born, context.today)}`];
  const status = child.legalStatus && (shippedLaw().codes['legal-status']?.[child.legalStatus]?.label ?? '');
  const care = child.inCare
    ? `in care since ${plainDate(child.since!)}${child.alreadyInCare ? ' or before' : ''}`
    : child.since
      ? 'no longer in care'
      : 'not in care';
  const siblings = siblingsOf(unit.db, child.id).map((sibling) => sibling.ref);
  const facts: [string, string | null][] = [
    ['Legal basis', child.legalStatus && `${status} (${child.legalStatus})`],
    ['Placement', child.placement && `${child.placement}${child.confidential ? ', CONFIDENTIAL' : ''}`],
    ['IRO', child.iro ?? (child.inCare ? 'not allocated yet' : null)],
    ['Social worker', [child.socialWorker, child.team].filter(Boolean).join(', ') || null],
    ['Siblings', siblings.join(', ') || null],
    ['Meeting', child.meeting && longDate(child.meeting)],
  ];
  const width = screenWidth(context.io, context.flags);
  const rows = facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return [
    ...wrap(child.name === null ? child.ref : `${child.ref}  ${child.name}`, width),
    ...wrap([...born, care].join('; '), width),
    ...rowLines(rows, [{ min: 13 }, { wraps: true }], width, 2),
  ];
}

function actionLines(context: Context, actions: readonly ActionJson[]): string[] {
  const rows = actions.map((action) => {
    const on = `since ${dayIn(action.since, context.today)}`;
    return action.action === SAY_WHAT_HAPPENED
      ? [`The meeting planned for ${longDate(action.since)}: was it held?`, '']
      : [action.what, on];
  });
  return rowLines(rows, [{ wraps: true, min: 24 }, {}], screenWidth(context.io, context.flags));
}

function chronologyLines(context: Context, unit: Unit, chronology: readonly ChronologyEntry[]): string[] {
  if (chronology.length === 0) return [' Nothing is recorded yet.'];
  const rows = chronology.map((entry) => [
    String(entry.id),
    dayIn(entry.on, context.today),
    entry.struckWhy === null
      ? factWords(unit, entry)
      : `STRUCK OUT (${entry.struckWhy}): ${factWords(unit, entry)}`,
    entry.recordedBy,
  ]);
  return rowLines(rows, [{}, {}, { wraps: true, min: 24 }, {}], screenWidth(context.io, context.flags));
}

function deadlineLines(context: Context, ref: string, deadlines: readonly DeadlineJson[]): string[] {
  if (deadlines.length === 0) return [' None.'];
  const rows = deadlines.map((deadline) => [
    dayIn(deadline.due, context.today),
    refAndReview(ref, deadline.review),
    deadline.ref === null ? deadline.duty : `${deadline.duty} “${deadline.ref}”`,
    standingWords(deadline, context.today),
  ]);
  return rowLines(rows, [{}, {}, { wraps: true, min: 24 }, {}], screenWidth(context.io, context.flags));
}
