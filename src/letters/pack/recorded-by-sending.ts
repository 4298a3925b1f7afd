/** What is recorded when documents were sent: by what their front matter says that it is. */
import { distributionList, distributionListAfter, leftOn, outWith } from '../../cases/distribution';
import {
  type Held,
  heldReview,
  recordedAlready,
  refuseMisdated,
  refuseOfAnother,
  stepAfter,
} from '../../cases/held-review';
import type { Context } from '../../context';
import { DECISIONS_SENT, RECORD_SENT } from '../../core/events/after-review';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import type { EventSpec } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import { CONFERENCE_INVITATIONS_SENT } from '../../core/events/protection/conference';
import { eventWords } from '../../core/events/words';
import { sentAfter } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { SentAs } from '../../documents/template/front-matter';
import type { CaseSort, Template } from '../../documents/template/template';
import { UserError } from '../../errors';
import { factsOf } from '../../store/chronology';
import { listed } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { eventRef } from '../log-entry';
import { isOfRecord } from './moments';

/** The steps of one case that were taken by sending. */
export interface Ticked {
  readonly of: LetterCase;
  readonly facts: readonly Fact[];
  readonly heading: string;
  readonly notes: readonly string[];
}

/** An invitation is one, whether its front matter says so or not; and what tells of a new day invites to it. */
const INVITED: Partial<Readonly<Record<CaseSort, EventSpec>>> = {
  review: INVITATIONS_SENT,
  conference: CONFERENCE_INVITATIONS_SENT,
};

const sentAs = ({ kind, moment, sent, about }: Template): SentAs | null => {
  const event = kind === 'invitation' || moment === 'changed' ? INVITED[about] : undefined;
  return sent ?? (event === undefined ? null : { event, attributes: {} });
};

/** An event of one person, or of nobody in particular: a letter to one is the whole of it. */
const isOfOneLetter = ({ kind, attributes }: EventSpec): boolean =>
  kind === INVITATIONS_SENT.kind || kind === CONFERENCE_INVITATIONS_SENT.kind || attributes.to === undefined;

/** What was typed of it. */
interface Typed {
  readonly review?: string | undefined;
  /** All that goes out of a moment, and not one letter alone. */
  readonly isPack: boolean;
}

/** The steps of one case; no facts if nothing of it is recorded but that it was sent. */
export function ticked(
  context: Context,
  of: LetterCase,
  made: readonly ToMake[],
  on: IsoDate,
  { review, isPack }: Typed,
): Ticked {
  const said = made.flatMap((each) => {
    const as = sentAs(each.template);
    // What no pack makes is recorded by its letter.
    return as && (isPack || isOfOneLetter(as.event) || each.template.moment === null)
      ? [{ ...as, to: eventRef(each.recipient) }]
      : [];
  });
  const events = new Map(said.map((each) => [`${each.event.kind} ${JSON.stringify(each.attributes)}`, each]));
  const facts = [...events].flatMap(([key, { event, attributes }]) => {
    const to = said.filter((each) => `${each.event.kind} ${JSON.stringify(each.attributes)}` === key);
    return factsOfSending(of, event, attributes, [...new Set(to.map((each) => each.to))], on, review);
  });
  refuseHeld(of, facts);
  const after = of.held === null ? { facts: [], notes: [] } : afterReview(context, of, made, facts, on);
  const all = [...facts.filter(({ kind }) => kind !== RECORD_SENT.kind), ...after.facts];
  return {
    of,
    facts: all,
    heading: `${of.label}: ${listed([...new Set(all.map(({ kind }) => eventWords(kind)))])} on ${longDate(on)}.`,
    notes: [...notesBefore(of, facts, on), ...after.notes],
  };
}

function factsOfSending(
  { held, number, determination }: LetterCase,
  event: EventSpec,
  attributes: Readonly<Record<string, string>>,
  to: readonly string[],
  on: IsoDate,
  typed: string | undefined,
): Fact[] {
  const { kind } = event;
  const named = event.belongs === 'before' && typed !== undefined ? { review: String(number) } : {};
  const fact = (more: Readonly<Record<string, string>>): Fact => {
    const of = event.attributes.ref?.kind === 'refTo' && determination ? { ref: determination.ref } : {};
    const all = { ...attributes, ...of, ...more };
    return held !== null && event.belongs === 'after'
      ? stepAfter(held, on, kind, all)
      : { on, kind, attributes: { ...all, ...named } };
  };
  if (event.attributes.to?.kind === 'people') return [fact({ to: to.join(',') })];
  return event.attributes.ref?.kind === 'who' ? to.map((ref) => fact({ ref })) : [fact({})];
}

/** Invitations to what has been are not recorded any more. */
function refuseHeld({ label, held, conference }: LetterCase, facts: readonly Fact[]): void {
  const heldOn = held?.on ?? conference?.conference.heldOn ?? null;
  const invites = facts.some(({ kind }) => Object.values(INVITED).some((each) => each.kind === kind));
  if (heldOn === null || !invites) return;
  throw new UserError(
    `${label} was held on ${longDate(heldOn)}: invitations to it are not recorded any more. Nothing was written.`,
    'Leave out --sent-on.',
  );
}

function notesBefore({ plan }: LetterCase, facts: readonly Fact[], on: IsoDate): string[] {
  if (plan === null || on >= plan.on || !facts.some(({ kind }) => kind === INVITATIONS_SENT.kind)) return [];
  return [
    `the meeting was planned on ${longDate(plan.on)}, and invitations sent before that day do not count for it.`,
  ];
}

/** Steps after a review, held to what they are held to when they are typed; the record to each, and once it is all out. */
function afterReview(
  context: Context,
  of: LetterCase,
  made: readonly ToMake[],
  facts: readonly Fact[],
  on: IsoDate,
): { readonly facts: readonly Fact[]; readonly notes: readonly string[] } {
  const { unit, child, reckoning } = of;
  const review = heldReview(
    child,
    reckoning.story,
    of.number === null ? 'exit' : String(of.number),
    of.held!.on,
  );
  const sent = sentAfter(review.record).map(({ ref }) => ref);
  const copies = made
    .filter(({ template, recipient }) => template.moment === 'record-full' && !sent.includes(recipient.ref))
    .map(({ recipient }) => stepAfter(review, on, RECORD_SENT.kind, { ref: recipient.ref, record: 'full' }));
  const steps = [...facts.filter(({ kind }) => kind === DECISIONS_SENT.kind), ...copies];
  for (const fact of steps) refuseMisdated(child, review, fact);
  const out = made.some(({ template }) => isOfRecord(template.moment))
    ? recordOut(of, review, copies, on)
    : { facts: [], notes: [] };
  refuseOfAnother(context, unit, child, review, [...steps, ...out.facts]);
  return {
    facts: [...copies, ...out.facts],
    notes: [...steps.flatMap((fact) => recordedAlready(review, fact) ?? []), ...out.notes],
  };
}

function recordOut(
  { unit, child, reckoning }: LetterCase,
  review: Held,
  copies: readonly Fact[],
  on: IsoDate,
): { readonly facts: readonly Fact[]; readonly notes: readonly string[] } {
  const known = factsOf(unit.db, child.id);
  const list =
    copies.length === 0
      ? distributionList(unit, child, review, known, reckoning)
      : distributionListAfter(unit, child, review, known, copies);
  const left = leftOn(list);
  const notes =
    left.length === 0
      ? []
      : [
          `The record is not all out: ${listed(left.map(({ ref }) => ref))}. irotool review distribute ${review.again}`,
        ];
  return { facts: outWith(review, list, on), notes };
}
