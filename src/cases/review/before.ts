/** The steps before a review, and the papers for it. As data. */

import type { Moment } from '../../core/engine/moment';
import { listOf } from '../../core/events/lists';
import { type Paper, papersMissing, papersReceived, papersWanted } from '../../core/reviews/papers';
import { preparationOf, type StepKind, viewsIn } from '../../core/reviews/preparation';
import { dayOf, lastOf, momentsOf, said } from '../../core/reviews/record';
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
  const onDay = (kind: StepKind): IsoDate | null => step(kind)?.on ?? null;
  const discussed = step('sw-iro-discussed');
  const invited = step('invitations-sent');
  const current = step('records-current');
  const saw = step('iro-saw-child');
  return {
    unitNotified: onDay('unit-notified'),
    childConsulted: onDay('child-consulted'),
    consultedToo: listOf(said(step('child-consulted') ?? undefined, 'with') ?? '').map((ref) => named(ref)),
    visitArranged: dayOf(record, 'iro-visit-arranged'),
    iroVisited: onDay('iro-visited'),
    listReturned: onDay('list-returned'),
    listAmended: momentsOf(record, 'list-amended').map((moment) => ({
      on: moment.on,
      change: said(moment, 'change'),
    })),
    discussed: discussed
      ? {
          on: discussed.on,
          supporters: said(discussed, 'supporters'),
          preparing: said(discussed, 'preparing'),
        }
      : null,
    invitationsSent: invited
      ? { on: invited.on, to: listOf(said(invited, 'to') ?? '').map((ref) => named(ref)) }
      : null,
    invitedForEarlierDate: invited ? null : dayOf(record, 'invitations-sent'),
    documentsReceived: onDay('documents-received'),
    views: viewsIn(record).map(({ ref, ...view }) => ({ ...named(ref), ...view })),
    recordsCurrent: current ? currentAnswer(current) : null,
    iroSawChild: saw
      ? { on: saw.on, outcome: said(saw, 'outcome'), how: said(saw, 'how'), why: said(saw, 'why') }
      : null,
    informed: momentsOf(record, 'iro-informed').map((moment) => ({
      on: moment.on,
      of: said(moment, 'of'),
      from: words(said(moment, 'from')),
      early: said(moment, 'early'),
    })),
  };
}

function currentAnswer(current: Moment) {
  return {
    on: current.on,
    bedroomSeen: said(current, 'bedroom-seen') as IsoDate | null,
    household: said(current, 'household'),
    court: said(current, 'court'),
    legalStatus: said(current, 'legal-status'),
  };
}

/** Each paper with its day, and those that are missing: by the record, else by the child's age. */
function documentsAnswer({ record, child, day }: Reading) {
  const received = papersReceived(record);
  const whole = lastOf(record, 'documents-received');
  if (received.size === 0 && !whole) return null;
  const missing = whole
    ? (listOf(said(whole, 'missing') ?? '') as Paper[]).filter((paper) => !received.has(paper))
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
