/** The steps before a review, and the papers for it. As data. */

import type { Moment } from '../../core/engine/moment';
import {
  CHILD_CONSULTED,
  DOCUMENTS_RECEIVED,
  INVITATIONS_SENT,
  IRO_INFORMED,
  IRO_SAW_CHILD,
  LIST_AMENDED,
  RECORDS_CURRENT,
  SW_IRO_DISCUSSED,
} from '../../core/events/before-review';
import { type Event, type Taken, taken } from '../../core/events/event';
import { isPaper, papersMissing, papersReceived, papersWanted } from '../../core/reviews/papers';
import { preparationOf, type StepKind, viewsIn } from '../../core/reviews/preparation';
import { dayOf, lastOf, lastTaken, takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { Reading } from './reading';

/** The last of each kind of step that counts for the review: invitations only for the date that stands. */
function countingStep({ story, record }: Reading): (kind: StepKind) => Moment | null {
  const { period, number } = record;
  if (number === null) return (kind) => lastOf(record, kind) ?? null;
  const { steps } = preparationOf(story, period, number);
  return (kind) => steps.find((step) => step.kind === kind)?.moment ?? null;
}

function stepsAnswer(reading: Reading) {
  const { record, named, words } = reading;
  const step = countingStep(reading);
  const of = <V>(kind: StepKind, event: Event<V>): Taken<V> | null => {
    const moment = step(kind);
    return moment && taken(event, moment.fact);
  };
  const onDay = (kind: StepKind): IsoDate | null => step(kind)?.on ?? null;
  const consulted = of('child-consulted', CHILD_CONSULTED);
  const discussed = of('sw-iro-discussed', SW_IRO_DISCUSSED);
  const invited = of('invitations-sent', INVITATIONS_SENT);
  const saw = of('iro-saw-child', IRO_SAW_CHILD);
  return {
    unitNotified: onDay('unit-notified'),
    childConsulted: onDay('child-consulted'),
    consultedToo: (consulted?.with ?? []).map(named),
    visitArranged: dayOf(record, 'iro-visit-arranged'),
    iroVisited: onDay('iro-visited'),
    listReturned: onDay('list-returned'),
    listAmended: takenIn(record, LIST_AMENDED),
    discussed,
    invitationsSent: invited ? { on: invited.on, to: invited.to.map(named) } : null,
    invitedForEarlierDate: invited ? null : dayOf(record, 'invitations-sent'),
    documentsReceived: onDay('documents-received'),
    views: viewsIn(record).map(({ ref, ...view }) => ({ ...named(ref), ...view })),
    recordsCurrent: of('records-current', RECORDS_CURRENT),
    iroSawChild: saw,
    informed: takenIn(record, IRO_INFORMED).map((told) => ({ ...told, from: words(told.from) })),
  };
}

/** Each paper with its day, and those that are missing: by the record, else by the child's age. */
function documentsAnswer({ record, child, day }: Reading) {
  const received = papersReceived(record);
  const whole = lastTaken(record, DOCUMENTS_RECEIVED);
  if (received.size === 0 && !whole) return null;
  const missing = whole
    ? whole.missing.filter((paper) => !isPaper(paper) || !received.has(paper))
    : papersMissing(papersWanted(child.born, day), received).map(([paper]) => paper);
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
export function beforeAnswer(reading: Reading): BeforeAnswer {
  return { steps: stepsAnswer(reading), documents: documentsAnswer(reading) };
}
