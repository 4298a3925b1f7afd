/** The steps before a review, and the papers for it. As data. */

import type { Moment } from '../../core/engine/moment';
import {
  CHILD_CONSULTED,
  DOCUMENTS_RECEIVED,
  INVITATIONS_SENT,
  IRO_INFORMED,
  IRO_SAW_CHILD,
  IRO_VISIT_ARRANGED,
  IRO_VISITED,
  LIST_AMENDED,
  LIST_RETURNED,
  RECORDS_CURRENT,
  SW_IRO_DISCUSSED,
  UNIT_NOTIFIED,
  VIEWS_GIVEN,
} from '../../core/events/before-review';
import { type Event, taken } from '../../core/events/event';
import { isPaper, papersMissing, papersReceived, papersWanted } from '../../core/reviews/papers';
import { preparationOf, viewsIn } from '../../core/reviews/preparation';
import { dayOf, lastOf, lastTaken } from '../../core/reviews/record';
import { flat, type Told, told } from '../told';
import { allTold, lastTold, type ReviewRead } from './reading';

/** The last of each kind of step that counts for the review: invitations only for the date that stands. */
function countingStep({ story, record }: ReviewRead): (kind: string) => Moment | null {
  const { period, number } = record;
  if (number === null) return (kind) => lastOf(record, kind) ?? null;
  const { steps } = preparationOf(story, period, number);
  return (kind) => steps.find((step) => step.kind === kind)?.moment ?? null;
}

function stepsAnswer(reading: ReviewRead) {
  const { record, named } = reading;
  const step = countingStep(reading);
  const of = <V>(event: Event<V>): Told<V> | null => {
    const moment = step(event.kind);
    return moment && told(event, taken(event, moment.fact), reading);
  };
  const invitationsSent = of(INVITATIONS_SENT);
  return {
    unitNotified: of(UNIT_NOTIFIED),
    childConsulted: of(CHILD_CONSULTED),
    visitArranged: lastTold(reading, IRO_VISIT_ARRANGED),
    iroVisited: of(IRO_VISITED),
    listReturned: of(LIST_RETURNED),
    listAmended: allTold(reading, LIST_AMENDED),
    discussed: of(SW_IRO_DISCUSSED),
    invitationsSent,
    invitedForEarlierDate: invitationsSent ? null : dayOf(record, INVITATIONS_SENT.kind),
    documentsReceived: of(DOCUMENTS_RECEIVED),
    views: viewsIn(record).map((view) => ({ ...named(view.ref), ...told(VIEWS_GIVEN, view, reading) })),
    recordsCurrent: of(RECORDS_CURRENT),
    iroSawChild: of(IRO_SAW_CHILD),
    informed: allTold(reading, IRO_INFORMED),
  };
}

function stepsJson(all: BeforeAnswer['steps']): object {
  const {
    unitNotified,
    childConsulted,
    visitArranged,
    iroVisited,
    listReturned,
    documentsReceived,
    ...steps
  } = all;
  return {
    ...flat(UNIT_NOTIFIED, unitNotified, 'unitNotified', { on: 'unitNotified' }),
    ...flat(CHILD_CONSULTED, childConsulted, 'childConsulted', {
      on: 'childConsulted',
      with: 'consultedToo',
    }),
    ...flat(IRO_VISIT_ARRANGED, visitArranged, 'visitArranged', { on: 'visitArranged' }),
    ...flat(IRO_VISITED, iroVisited, 'iroVisited', { on: 'iroVisited' }),
    ...flat(LIST_RETURNED, listReturned, 'listReturned', { on: 'listReturned' }),
    ...flat(DOCUMENTS_RECEIVED, documentsReceived, 'documents', { on: 'documentsReceived' }),
    ...steps,
  };
}

/** Each paper with its day, and those that are missing: by the record, else by what is asked for of the child. */
function documentsAnswer({ record, story, day }: ReviewRead) {
  const received = papersReceived(record);
  const whole = lastTaken(record, DOCUMENTS_RECEIVED);
  if (received.size === 0 && !whole) return null;
  const missing = whole
    ? whole.missing.filter((paper) => !isPaper(paper) || !received.has(paper))
    : papersMissing(papersWanted(story, day), received).map(([paper]) => paper);
  return {
    receivedOn: whole?.on ?? null,
    received: [...received].map(([document, on]) => ({ document, on })),
    missing,
  };
}

export interface BeforeAnswer {
  readonly steps: ReturnType<typeof stepsAnswer>;
  readonly documents: ReturnType<typeof documentsAnswer>;
}

/** Reads what came before the review. */
export function beforeAnswer(reading: ReviewRead): BeforeAnswer {
  return { steps: stepsAnswer(reading), documents: documentsAnswer(reading) };
}

/** As it is published. */
export const beforeJson = ({ steps, documents }: BeforeAnswer): object => ({
  steps: stepsJson(steps),
  documents,
});
