/** `irm show` and `irm list`: an applicant, and all of them with the days left. */

import { determinationJson, determinationsOf, determinationsRead } from '../../cases/determination';
import { wholeAction } from '../../cases/due';
import { factWords } from '../../cases/fact-words';
import { applicantNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { actionJson, deadlineOn, isAsked } from '../../core/engine/standing';
import { documentJson, documentParts } from '../../screens/child/documents';
import { actionRows, chronologyRows, deadlineRows } from '../../screens/child/record';
import { applicantJson, applicantsShown, determinationRow } from '../../screens/matters/applicants';
import { headParts, peopleRows } from '../../screens/people/applicant';
import { childPersonJson } from '../../screens/people/of-child';
import { present } from '../../screens/show';
import { listApplicants } from '../../store/applicants';
import { chronologyOf } from '../../store/chronology';
import { latestDocuments } from '../../store/outbox/document-log';
import { peopleOf } from '../../store/people/child-people';
import { inRows } from '../../ui/rows';

/** Runs `irm show REF`. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const unit = await context.open();
  const { today } = context;
  const applicant = applicantNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, applicant);
  const determinations = determinationsOf(context, unit, reckoning);
  const people = peopleOf(unit.db, applicant.id, today);
  const chronology = chronologyOf(unit.db, applicant.id);
  const documents = latestDocuments(unit.db, applicant.id, -1);
  const deadlines = reckoning.duties.map((duty) => deadlineOn(duty, today, unit.engine.calendars.statutory));
  const actions = [...reckoning.actions, ...reckoning.asked]
    .filter((action) => isAsked(action, today))
    .map((action) => actionJson(wholeAction(unit, { child: { ...applicant, iro: null }, action })));
  const rows = determinations.map((each) => determinationRow(each, today));
  return present(context, {
    json: () => ({
      applicant: applicantJson(applicant),
      determinations: determinations.map(determinationJson),
      people: people.map((person) => childPersonJson(person)),
      chronology: chronology.map(({ own: _own, ...entry }) => ({ ...entry, words: factWords(unit, entry) })),
      deadlines,
      actions,
      documents: documents.map(documentJson),
    }),
    screen: () => ({
      parts: [
        ...headParts(applicant),
        ...(people.length === 0 ? [] : ['', 'PEOPLE', peopleRows(people)]),
        ...['', 'DETERMINATIONS'],
        rows.length === 0 ? ' None is recorded yet.' : inRows(rows, [{}, {}, { wraps: true, min: 24 }]),
        ...['', 'CHRONOLOGY', chronologyRows(context, unit, chronology, true)],
        ...['', 'DEADLINES', deadlineRows(context, unit, applicant.ref, deadlines, false)],
        ...(actions.length === 0 ? [] : ['', 'TO SETTLE', actionRows(actions, today)]),
        ...documentParts(context, applicant.ref, documents),
      ],
      said: [`To record what comes next: irotool irm record ${applicant.ref}`],
    }),
  });
}

/** Runs `irm list`: the determinations that are open, with the days left; with --all those decided too. */
export async function list(
  context: Context,
  _: readonly [],
  options: { readonly all?: true },
): Promise<undefined> {
  const all = options.all === true;
  const unit = await context.open();
  const { today } = context;
  const applicants = listApplicants(unit.db).flatMap((applicant) => {
    const determinations = determinationsRead(context, unit, applicant);
    const shown = all ? determinations : determinations.filter(({ decided }) => decided === null);
    return shown.length === 0 && determinations.length > 0 ? [] : [{ applicant, determinations: shown }];
  });
  return present(context, applicantsShown(applicants, today, all));
}
