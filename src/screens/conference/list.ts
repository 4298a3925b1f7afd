/** Child protection conferences in a list: which, when, who chairs, and how many reports are in. */
import { conferenceAnswer, conferenceJson } from '../../cases/conference/account';
import type { ConferenceReading } from '../../cases/conference/reading';
import { conferenceWords } from '../../core/children/conferences';
import type { Child } from '../../store/children';
import { latenessOn } from '../../ui/lateness';
import { inRows } from '../../ui/rows';
import { count, dayIn } from '../../ui/words';
import type { Screen, Shown } from '../show';
import { whenWords } from './screen';

/** Those of a child, or of all. */
export const conferencesShown = (
  child: Child | null,
  conferences: readonly ConferenceReading[],
  all: boolean,
): Shown => ({
  json: () => ({ conferences: conferences.map(rowJson) }),
  screen: () => screen(child, conferences, all),
});

function screen(child: Child | null, conferences: readonly ConferenceReading[], all: boolean): Screen {
  if (conferences.length === 0) {
    const none = child
      ? `${child.ref} has no conferences.`
      : `No conferences are ${all ? 'recorded' : 'to come'}.`;
    return [none];
  }
  const rows = conferences.map((reading) => [
    reading.child.ref,
    conferenceWords(reading.conference),
    [whenWords(reading, conferenceAnswer(reading)), dueWords(reading)].filter(Boolean).join('; '),
    reading.personName(reading.chair) ?? 'no chair yet',
    reportWords(reading),
  ]);
  const open = conferences.find(({ conference }) => conference.heldOn === null);
  return {
    parts: [inRows(rows, [{ whole: true }, { min: 12 }, { wraps: true, min: 24 }, {}, {}])],
    said: open ? [`What to do next: irotool conference next ${open.child.ref}`] : [],
  };
}

/** `to be held by Thu 16 Jul, 3 working days left`, while it is not. */
function dueWords({ due, plan, today, unit, reckoning }: ConferenceReading): string {
  if (due.due === null) return '';
  const joint = due.review !== null ? ', as a joint review' : '';
  const left = latenessOn(due.due, today, unit);
  const late = plan !== null && plan.meeting > due.due ? ', which is before it' : '';
  return reckoning.standing.diedOn === null ? `due by ${dayIn(due.due, today)}${joint}, ${left}${late}` : '';
}

function reportWords({ conference, members }: ConferenceReading): string {
  const owed = members.filter(({ isToReport }) => isToReport);
  if (conference.droppedOn !== null || owed.length === 0) return '';
  const came = owed.filter(({ report }) => report !== null).length;
  return `${came} of ${count(owed.length, 'report')}`;
}

function rowJson(reading: ConferenceReading): object {
  const { child, conference, members, due, plan } = reading;
  const owed = members.filter(({ isToReport }) => isToReport);
  return {
    child: { ref: child.ref, name: child.name },
    ...conferenceJson(conference),
    ...{ due: due.due, conferenceDue: due.conference?.due ?? null, reviewDue: due.review?.due ?? null },
    ...{ meeting: plan?.meeting ?? null, time: plan?.time ?? null, venue: plan?.venue ?? null },
    chair: reading.personName(reading.chair),
    reports: { asked: owed.length, received: owed.filter(({ report }) => report !== null).length },
  };
}
