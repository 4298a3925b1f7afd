/**
 * `child show`: who the child is, what is to be done and how the reviews went, on one screen; with --history the
 * chronology and every deadline with its standing.
 */

import { aboutChild } from '../../cases/child';
import { factWords } from '../../cases/fact-words';
import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { actionJson, deadlineOn, isAsked } from '../../core/engine/standing';
import { documentJson, documentParts } from '../../screens/child/documents';
import { headParts, peopleParts, shortBreakParts } from '../../screens/child/head';
import { meetingRows, reviewParts, toDoParts } from '../../screens/child/in-brief';
import { actionRows, chronologyRows, deadlineRows } from '../../screens/child/record';
import { present, type Screen } from '../../screens/show';
import { listedChild } from '../../store/children';
import { type ChronologyEntry, chronologyOf } from '../../store/chronology';
import { latestDocuments } from '../../store/outbox/document-log';
import type { Part } from '../../ui/rows';

/** An entry as JSON has always told it: what a council's own event is stands in its pack. */
function withoutOwn({ own: _own, ...entry }: ChronologyEntry): Omit<ChronologyEntry, 'own'> {
  return entry;
}

/** Runs `child show REF [--history] [--ids]`. */
export async function show(
  context: Context,
  [ref]: readonly [string],
  options: { readonly history?: true; readonly ids?: true },
): Promise<undefined> {
  const unit = await context.open();
  const child = listedChild(unit.db, childNamed(unit.db, ref, { evenMerged: true }).id);
  const { reckoning } = reckoned(context, unit, child);
  const chronology = chronologyOf(unit.db, child.id);
  const deadlines = reckoning.duties.map((duty) =>
    deadlineOn(duty, context.today, unit.engine.calendars.statutory),
  );
  const actions = reckoning.actions.filter((action) => isAsked(action, context.today)).map(actionJson);
  const about = aboutChild(context, unit, child, reckoning);
  const documents = latestDocuments(unit.db, child.id, -1);
  const json = (): object => ({
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
  const brief = { context, unit, child, reckoning };
  const hasDied = reckoning.standing.diedOn !== null;
  const told = [
    ...headParts(context, unit, child, about, {
      story: reckoning.story,
      meetings: meetingRows(brief),
    }),
    ...peopleParts(about.people),
  ];
  const history = (): Part[] => [
    ...told,
    ...shortBreakParts(about.shortBreaks),
    ...['', 'CHRONOLOGY', chronologyRows(context, unit, chronology, options.ids === true)],
    ...['', 'DEADLINES', deadlineRows(context, unit, child.ref, deadlines, hasDied)],
    ...(actions.length === 0 ? [] : ['', 'TO SETTLE', actionRows(actions, context.today)]),
    ...documentParts(context, child.ref, documents),
  ];
  const inBrief = (): Screen => ({
    parts: [
      ...told,
      ...shortBreakParts(about.shortBreaks),
      ...toDoParts(brief, actions),
      ...reviewParts(brief),
    ],
    said: [
      ...(child.inCare ? [`What to do next: irotool review next ${child.ref}`] : []),
      `All that happened, every deadline and document: irotool child show ${child.ref} --history`,
    ],
  });
  return present(context, { json, screen: options.history || options.ids ? history : inBrief });
}
