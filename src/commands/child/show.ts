/**
 * `child show`: the chronology, and every deadline with its standing.
 */

import { aboutChild } from '../../cases/child';
import { documentJson, documentLines, documentsOf } from '../../cases/documents';
import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import {
  type ActionJson,
  actionJson,
  type DeadlineJson,
  deadlineOn,
  isAsked,
} from '../../core/engine/standing';
import { longDate } from '../../core/time/dates';
import { headLines, peopleLines, shortBreakLines } from '../../screens/child';
import { standingWords } from '../../screens/standing-words';
import { listedChild } from '../../store/children';
import { type ChronologyEntry, chronologyOf } from '../../store/chronology';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn, refAndReview } from '../../ui/words';
import { factWords } from '../record';

/** An entry as JSON has always told it: what a council's own event is stands in its pack. */
function withoutOwn({ own: _own, ...entry }: ChronologyEntry): Omit<ChronologyEntry, 'own'> {
  return entry;
}

/** Runs `child show REF`. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const unit = await context.open();
  const child = listedChild(unit.db, childNamed(unit.db, ref, { evenMerged: true }).id);
  const { reckoning } = reckoned(context, unit, child);
  const chronology = chronologyOf(unit.db, child.id);
  const deadlines = reckoning.duties.map((duty) =>
    deadlineOn(duty, context.today, unit.engine.calendars.statutory),
  );
  const actions = reckoning.actions.filter((action) => isAsked(action, context.today)).map(actionJson);
  const about = aboutChild(context, unit, child, reckoning);
  const documents = documentsOf(unit, child.id);
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: about.child,
      chronology: chronology.map((entry) => ({ ...withoutOwn(entry), words: factWords(unit, entry) })),
      deadlines,
      actions,
      people: about.people,
      recommendations: about.recommendations,
      proceedings: about.proceedings,
      shortBreaks: about.shortBreaks,
      documents: documents.map(documentJson),
    });
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  context.print(
    [
      ...headLines(context, unit, child, about, width),
      ...peopleLines(about.people, width),
      ...shortBreakLines(about.shortBreaks, width),
      '',
      'CHRONOLOGY',
      ...chronologyLines(context, unit, chronology),
      '',
      'DEADLINES',
      ...deadlineLines(context, child.ref, deadlines, reckoning.standing.diedOn !== null),
      ...(actions.length === 0 ? [] : ['', 'TO SETTLE', ...actionLines(context, actions)]),
      ...documentLines(context, child.ref, documents, width),
    ].join('\n'),
  );
  return undefined;
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

function deadlineLines(
  context: Context,
  ref: string,
  deadlines: readonly DeadlineJson[],
  hasDied: boolean,
): string[] {
  if (deadlines.length === 0) return [' None.'];
  const rows = deadlines.map((deadline) => [
    dayIn(deadline.due, context.today),
    refAndReview(ref, deadline.review),
    deadline.ref === null ? deadline.duty : `${deadline.duty} “${deadline.ref}”`,
    standingWords(deadline, context.today, hasDied),
  ]);
  return rowLines(rows, [{}, {}, { wraps: true, min: 24 }, {}], screenWidth(context.io, context.flags));
}
