/** The steps before a meeting: each its own event on its own day. */
import type { Concern } from '../core/children/concerns';
import type { Story } from '../core/engine/moment';
import {
  CHILD_CONSULTED,
  CHILD_WISHES_RECORDED,
  DOCUMENT_RECEIVED,
  INVITATIONS_SENT,
  IRO_SAW_CHILD,
  IRO_VISIT_ARRANGED,
  IRO_VISITED,
  LIST_AMENDED,
  LIST_RETURNED,
  RECORDS_CURRENT,
  SW_IRO_DISCUSSED,
  UNIT_NOTIFIED,
  VIEWS_GIVEN,
} from '../core/events/before-review';
import { CHILD_CONCERN_RAISED, CHILD_CONCERN_TAKEN_UP } from '../core/events/care';
import { keptAs } from '../core/events/event';
import {
  forThisSitting,
  PAPER_WORDS,
  papersMissing,
  papersReceived,
  papersWanted,
} from '../core/reviews/papers';
import { type Preparation, STEPS, type StepKind } from '../core/reviews/preparation';
import { type IsoDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from './step';

/** A review that is to come, by the days of the steps. */
export interface OfPreparation extends Case {
  readonly ref: string;
  readonly story: Story;
  readonly concerns: readonly Concern[];
  /** The review that a step of a day belongs to; null if the child was not looked after then. */
  on(day: IsoDate): Preparation | null;
  /** Those whom its list has as invited; empty if nothing was recorded on it. */
  invited(review: Preparation): readonly string[];
}
type Here = Around<OfPreparation>;

const step = stepsOf<OfPreparation>();
/** As the step is called in every list. */
const called = (kind: StepKind): string => STEPS.find((each) => each.kind === kind)!.what;
/** The day of a step, asked for by what the step is called. */
const done = (kind: StepKind, flags: string, help: string) => flag(flags, help, { ask: called(kind) });

const wish = (name: string) => (here: Here, on: IsoDate) => here.of.on(on)?.wishes?.[keptAs(name)] ?? null;

export const BEFORE_REVIEW = [
  step(IRO_VISITED, {
    what: called('iro-visited'),
    flags: {
      on: done('iro-visited', '--iro-visited <date>', 'the IRO’s introductory visit'),
      met: flag('--met <list>', 'and whom the IRO met there: child,carer', {
        ask: 'Whom did the IRO meet at the introductory visit?',
      }),
    },
  }),
  step(IRO_VISIT_ARRANGED, {
    what: 'Introductory visit arranged with the carers',
    flags: { on: flag('--visit-arranged <date>', 'the IRO arranged that visit with the carers') },
  }),
  step(CHILD_CONCERN_RAISED, {
    what: 'Concern of the child',
    by: 'about',
    numbered: '',
    often: true,
    dayOf: IRO_VISITED,
    askedWith: IRO_VISITED,
    flags: {
      about: flag('--concern <text>', 'a concern the child raised', {
        ask: 'Did the child raise a concern? Which?',
      }),
    },
    words: ({ ref }) => `concern ${ref} of the child raised`,
    notes: ({ ref }, here) => [
      saidWith(here, CHILD_CONCERN_TAKEN_UP)?.ref === ref
        ? null
        : `Concern ${ref} is to be taken up with the social worker before the review. Then: irotool review prepare ${here.of.ref} --concern-taken-up ${ref}`,
    ],
  }),
  step(CHILD_CONCERN_TAKEN_UP, {
    what: 'Concern taken up',
    by: 'ref',
    often: true,
    flags: {
      ref: flag('--concern-taken-up <n>', 'that concern was taken up with the social worker'),
      answer: flag('--answer <text>', 'and what came of it'),
    },
    words: ({ ref }) => `concern ${ref} taken up with the social worker`,
    refusal: notRaised,
  }),
  step(UNIT_NOTIFIED, {
    what: called('unit-notified'),
    flags: { on: done('unit-notified', '--notified <date>', 'notice was sent to the social worker') },
  }),
  step(CHILD_CONSULTED, {
    what: called('child-consulted'),
    flags: {
      on: done('child-consulted', '--child-consulted <date>', 'the social worker talked with the child'),
      with: flag('--also-with <list>', 'and with whom else about it: mother,carer'),
      wants: flag('--wants <text>', 'who the child wants there', { ask: 'Who does the child want there?' }),
      where: flag('--place <text>', 'where the child wants to meet', {
        ask: 'Where does the child want to meet?',
      }),
      issues: flag('--issues <text>', 'what the child wants to talk about', {
        ask: 'What does the child want to talk about?',
      }),
    },
  }),
  // Added to what the child had wished for the same review, which stays unless it is said anew.
  step(CHILD_WISHES_RECORDED, {
    what: 'What the child wishes',
    by: 'doesNotWant',
    byAny: true,
    often: true,
    dayOf: CHILD_CONSULTED,
    askedWith: CHILD_CONSULTED,
    flags: {
      wants: flag('--wants <text>', 'who the child wants there'),
      doesNotWant: flag('--not-wants <text>', 'and whom not', {
        ask: 'Whom does the child not want there?',
      }),
      day: flag('--day <text>', 'on what day the child wants to meet'),
      hours: flag('--hours <any|outside-school>', 'when the child wants to meet'),
      place: flag('--place <text>', 'where the child wants to meet'),
      willChair: flag('--will-chair', 'the child will chair, or part of it'),
    },
    otherwise: {
      day: wish('day'),
      hours: wish('hours'),
      place: wish('place'),
      wants: wish('wants'),
      doesNotWant: wish('doesNotWant'),
      willChair: wish('willChair'),
      chaired: wish('chaired'),
    },
    words: () => 'what the child wishes, as said',
  }),
  step(LIST_RETURNED, {
    what: called('list-returned'),
    flags: { on: done('list-returned', '--list-returned <date>', 'the social worker returned the list') },
  }),
  step(LIST_AMENDED, {
    what: 'List amended by the IRO',
    by: 'change',
    often: true,
    flags: { change: flag('--list-amended <text>', 'what the IRO changed on it') },
  }),
  step(SW_IRO_DISCUSSED, {
    what: called('sw-iro-discussed'),
    flags: {
      on: done('sw-iro-discussed', '--discussed <date>', 'social worker and IRO discussed the review'),
      supporters: flag('--supporters <text>', 'what they thought of a supporter or advocate', {
        ask: 'What did they think of a supporter or advocate?',
      }),
      preparing: flag('--preparing <text>', 'how child and parents will be helped to prepare', {
        ask: 'How will child and parents be helped to prepare?',
      }),
    },
  }),
  step(INVITATIONS_SENT, {
    what: called('invitations-sent'),
    flags: { on: done('invitations-sent', '--invited <date>', 'the invitations were sent') },
    otherwise: {
      to: ({ of }, on) => {
        const review = of.on(on);
        return (review && of.invited(review).join(',')) || null;
      },
    },
    notes: invitationGaps,
  }),
  step(RECORDS_CURRENT, {
    what: called('records-current'),
    flags: {
      on: done('records-current', '--records-current <date>', 'the records were confirmed as up to date'),
      bedroomSeen: flag('--bedroom-seen <date>', 'when the sleeping accommodation was last seen', {
        ask: 'When was the bedroom last seen?',
      }),
      household: flag('--household <text>', 'changes in the household', {
        ask: 'Has the household changed?',
      }),
      court: flag('--court <text>', 'the court timetable', { ask: 'What is the court timetable?' }),
      legalStatus: flag('--legal-status <text>', 'the legal status, as the social worker has it'),
    },
    refusal: ({ on, bedroomSeen: seen }) =>
      seen === null || seen <= on
        ? null
        : [
            `the records were confirmed on ${plainDate(on)}, so they cannot say that the bedroom was seen on ${plainDate(seen)}.`,
            'Check --records-current and --bedroom-seen.',
          ],
  }),
  step(VIEWS_GIVEN, {
    what: 'Views given',
    by: 'ref',
    each: { how: 'how' },
    often: true,
    flags: {
      ref: flag('--views <list>', 'views given: mother=letter,carer=form'),
      keptOut: flag('--kept-out <text>', 'why those views are left out of the record'),
    },
    words: ({ ref, how }, { called: calledBy }) =>
      `views of ${calledBy([ref])}${how ? ` (${how})` : ''} given`,
  }),
  step(DOCUMENT_RECEIVED, {
    what: 'Paper with the IRO',
    by: 'document',
    often: true,
    each: {
      all: ({ on, story }, day) => {
        const review = on(day);
        const wanted = papersWanted(story, review?.plan?.meeting ?? day);
        return papersMissing(wanted, papersReceived(forThisSitting(review?.record ?? { moments: [] }))).map(
          ([paper]) => paper,
        );
      },
    },
    flags: {
      document: flag('--documents <list>', 'papers that reached the IRO: report,care-plan … or all', {
        ask: 'Papers that have come',
      }),
      on: flag('--documents-on <date>', 'the day they reached the IRO (else today)', {
        ask: 'The day they came',
      }),
    },
    words: ({ document }) => `${PAPER_WORDS[document]} came`,
  }),
  step(IRO_SAW_CHILD, {
    what: called('iro-saw-child'),
    flags: {
      on: done('iro-saw-child', '--seen <date>', 'the IRO spoke with the child in private'),
      how: flag('--how <face-to-face|video|telephone>', 'in what way'),
      where: flag('--seen-where <text>', 'and where'),
    },
  }),
  step(IRO_SAW_CHILD, {
    what: 'IRO did not speak with the child',
    by: 'outcome',
    flags: {
      outcome: flag('--not-seen <refused|inappropriate>', 'or why not', {
        only: ['refused', 'inappropriate'],
      }),
      why: flag('--why <text>', 'why'),
    },
    notWith: [IRO_SAW_CHILD, 'The IRO saw the child (--seen), or did not (--not-seen): not both.'],
    words: ({ outcome }) => `IRO did not speak with the child (${outcome})`,
  }),
];

/** A concern is taken up that was raised by then, on record or in the same command. */
function notRaised({ ref, on }: { readonly ref: string; readonly on: IsoDate }, here: Here): Refusal | null {
  const raised = here.of.concerns.filter(({ raisedOn }) => raisedOn <= on).map((concern) => concern.ref);
  const now = saidWith(here, CHILD_CONCERN_RAISED);
  if (now && now.on <= on) raised.push(now.ref);
  if (raised.includes(ref)) return null;
  return [
    `there is no concern ${ref} by ${plainDate(on)}.`,
    raised.length === 0
      ? `To record one: irotool review prepare ${here.of.ref} --concern "…"`
      : `Those recorded: ${raised.join(', ')}.`,
  ];
}

/** What is to be said of invitations that do not say to whom, or count for no meeting. */
function invitationGaps(
  { on, to }: { readonly on: IsoDate; readonly to: readonly string[] },
  { of }: Here,
): (string | null)[] {
  const review = of.on(on);
  if (!review) return [];
  const { plan } = review;
  const uncounted =
    plan === null
      ? `No meeting is planned, so these invitations count for none. To plan it: irotool review plan ${of.ref}`
      : `The meeting was planned only on ${plainDate(plan.on)}, so invitations sent before that do not count for it.`;
  return [
    to.length > 0
      ? null
      : `To whom is not recorded: the review’s list is empty. To begin it: irotool review participants ${of.ref} --add WHO`,
    plan === null || on < plan.on ? uncounted : null,
  ];
}
