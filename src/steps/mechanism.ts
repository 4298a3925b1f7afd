/** The independent review mechanism: from a qualifying determination to the final decision. */
import { DETERMINATION, type Determination, differs, isWithoutRight } from '../core/children/determinations';
import type { Taken } from '../core/events/event';
import {
  DETERMINATION_SENT,
  FINAL_DECISION_MADE,
  IRM_APPLIED,
  IRM_NOTIFIED,
  IRM_PANEL_ARRANGED,
  IRM_PAPERS_SENT,
  IRM_RECOMMENDED,
  REPRESENTATIONS_MADE,
} from '../core/events/mechanism';
import { lastOf } from '../core/reviews/record';
import { dayAndTime, type IsoDate, longDate } from '../core/time/dates';
import { type Around, type Case, flag, lastSaid, type Refusal, saidWith, stepsOf } from './step';

/** An applicant, and the determination that steps are of; null if its letter is still to be recorded. */
export interface OfDetermination extends Case {
  readonly ref: string;
  readonly determination: Determination | null;
  /** The last day on which they may apply or make representations; null if no days run. */
  readonly lastDay: IsoDate | null;
  /** What the applicant is recorded as. */
  readonly kind: string;
}
type Here = Around<OfDetermination>;

const step = stepsOf<OfDetermination>();
const otherwise = { ref: ({ of }: Here): string => of.ref };
const afterApplying = {
  event: IRM_APPLIED,
  gap: 'that they applied to the mechanism is not recorded.',
  askedOnlyThen: true,
} as const;
const has = ({ record }: OfDetermination, kind: string): boolean => lastOf(record, kind) !== undefined;
/** The mechanism's steps, unless representations were made to the agency. */
const isOwed = (of: OfDetermination): boolean =>
  isSent(of) && !has(of, REPRESENTATIONS_MADE.kind) && !isBarred(of);
const isSent = ({ determination }: OfDetermination): boolean => determination !== null;
const isBarred = ({ determination }: OfDetermination): boolean =>
  determination !== null && isWithoutRight(determination);

/** Whom a determination of each kind is not about. */
const OTHER_KIND: Readonly<Record<string, readonly string[]>> = {
  fostering: ['prospective-adopter', 'information-applicant'],
  adoption: ['foster-carer', 'information-applicant'],
  'protected-information': ['foster-carer', 'prospective-adopter'],
};

export const MECHANISM = [
  step(DETERMINATION_SENT, {
    what: 'Determination sent',
    by: 'kind',
    often: true,
    numbered: DETERMINATION,
    isOwed: (of) => !isSent(of),
    flags: {
      kind: flag('--determination <fostering|adoption|protected-information>', 'what was determined', {
        ask: 'What was the determination about?',
      }),
      on: flag('--dated <date>', 'the day of its letter (else today)', { ask: 'The letter is dated' }),
      of: flag('--of <refusal|ending|terms>', 'not to approve, to end an approval, or to change its terms', {
        ask: 'What was determined?',
        called: {
          refusal: 'Not to approve them',
          ending: 'To end their approval',
          terms: 'To change the terms of their approval',
        },
      }),
      conviction: flag(
        '--conviction <own|household>',
        'it rests on a specified conviction: no right, and no days',
        {
          ask: 'Does it rest on a specified conviction?',
          called: { own: 'Yes, of their own', household: 'Yes, of someone in the household' },
        },
      ),
      reasons: flag('--because <text>', 'the reasons, as the letter gives them', { ask: 'The reasons' }),
    },
    words: ({ ref, kind }) => `determination ${ref} (${kind.replaceAll('-', ' ')}) sent`,
    notes: ({ kind, conviction, reasons }, { of }) => [
      reasons === null && conviction === null && kind !== 'protected-information'
        ? 'the letter to them stops until it has the reasons (--because).'
        : null,
      OTHER_KIND[kind]?.includes(of.kind)
        ? `${of.label.split(' ')[0]} is recorded as a ${of.kind.replaceAll('-', ' ')}: check what was determined.`
        : null,
      conviction === null
        ? null
        : 'there is no right to the review mechanism if the reason is a specified conviction: no days run.',
      kind === 'protected-information'
        ? 'irotool does not know the days for protected adoption information yet: none are counted.'
        : null,
    ],
    afterwards: ({ kind, conviction }, { of: { again } }) =>
      kind === 'protected-information'
        ? []
        : [
            `To write to them: irotool letter irm-determination-${conviction === null ? kind : 'no-right'} ${again}`,
          ],
  }),
  step(IRM_APPLIED, {
    what: 'Applied to the review mechanism',
    isOwed,
    otherwise,
    flags: {
      on: flag('--applied <date>', 'they applied to the mechanism', { ask: 'Applied to the mechanism on' }),
    },
    words: () => 'applied to the review mechanism',
    notes: lateNotes,
    afterwards: (_, { of: { again } }) => [
      `Once the mechanism tells you of it: irotool irm record ${again} --notified today`,
    ],
  }),
  step(REPRESENTATIONS_MADE, {
    what: 'Representations made to the agency',
    isOwed: (of) => isSent(of) && !has(of, IRM_APPLIED.kind) && !isBarred(of),
    otherwise,
    flags: {
      on: flag('--representations <date>', 'or made representations to the agency', {
        ask: 'Or made representations to the agency on',
      }),
      about: flag('--saying <text>', 'what they say', { ask: 'What do they say?' }),
    },
    words: () => 'representations made to the agency',
    notes: (said, here) => [
      ...lateNotes(said, here),
      isBarred(here.of)
        ? 'they have no right to have the determination reviewed; what they wrote is kept.'
        : null,
    ],
  }),
  step(IRM_NOTIFIED, {
    what: 'Agency told of the application',
    follows: afterApplying,
    isOwed,
    otherwise,
    flags: {
      on: flag('--notified <date>', 'the mechanism told the agency of it', {
        ask: 'The mechanism told you on',
      }),
    },
    words: () => 'told of the application by the mechanism',
  }),
  step(IRM_PAPERS_SENT, {
    what: 'Papers sent to the mechanism',
    often: true,
    follows: {
      event: IRM_NOTIFIED,
      gap: 'that the mechanism told the agency is not recorded: the days for the papers run from that.',
      askedOnlyThen: true,
    },
    isOwed,
    otherwise,
    flags: {
      on: flag('--papers-sent <date>', 'the papers were sent to it', { ask: 'Papers sent on' }),
      papers: flag('--papers <list>', 'which: assessment,panel minutes,letter', { ask: 'Which papers?' }),
    },
    words: () => 'papers sent to the mechanism',
  }),
  step(IRM_PANEL_ARRANGED, {
    what: 'Day of the panel',
    by: 'sits',
    often: true,
    follows: afterApplying,
    isOwed,
    otherwise,
    flags: {
      sits: flag('--panel-on <date>', 'the day on which its panel is to sit', { ask: 'The panel sits on' }),
      time: flag('--panel-time <time>', 'at what time', { ask: 'At what time?' }),
      place: flag('--panel-place <text>', 'where, or the link', { ask: 'Where?' }),
    },
    saysWhen: true,
    words: ({ sits, time }) => `the panel is to sit on ${dayAndTime(sits, time)}`,
  }),
  step(IRM_RECOMMENDED, {
    what: 'Recommendation of the panel',
    follows: afterApplying,
    isOwed,
    otherwise,
    flags: {
      on: flag('--recommended <date>', 'the panel made its recommendation', {
        ask: 'The panel recommended on',
      }),
      outcome: flag('--panel <same|different>', 'that the decision stay the same, or be a different one', {
        ask: 'What does it recommend?',
        needed: true,
        called: { same: 'The same decision', different: 'A different decision' },
      }),
      reasons: flag('--panel-said <text>', 'what the panel said', { ask: 'What did it say?' }),
    },
    words: ({ outcome }) => `the panel recommended ${decisionWords(outcome)}`,
    notes: ({ on }, here) => {
      const decided = lastSaid(here, FINAL_DECISION_MADE);
      return decided && decided.on < on
        ? [`the final decision is recorded of ${longDate(decided.on)}, before this: check the days.`]
        : [];
    },
    afterwards: (_, { of: { again } }) => [
      `The agency decides, taking it into account: irotool irm record ${again} --decided DATE --decision same|different --considered --why "…"`,
    ],
  }),
  step(FINAL_DECISION_MADE, {
    what: 'Final decision of the agency',
    isOwed: isSent,
    otherwise,
    flags: {
      on: flag('--decided <date>', 'the agency made its final decision', { ask: 'Finally decided on' }),
      outcome: flag('--decision <same|different>', 'as was determined, or a different decision', {
        ask: 'The decision',
        needed: true,
        called: { same: 'As was determined', different: 'A different decision' },
      }),
      considered: flag('--considered', 'the panel’s recommendation was taken into account', {
        ask: 'Was the panel’s recommendation taken into account?',
      }),
      reasons: flag('--why <text>', 'the reasons, needed if the panel recommended otherwise', {
        ask: 'The reasons (needed if the panel recommended otherwise)',
      }),
    },
    words: ({ outcome }) => `final decision: ${decisionWords(outcome)},`,
    notes: decisionNotes,
    refusal: reasonsNeeded,
    afterwards: (_, { of: { again } }) => [`To write to them: irotool letter irm-decision ${again}`],
  }),
];

const decisionWords = (outcome: 'same' | 'different' | null): string =>
  outcome === null ? 'not recorded' : `${outcome === 'same' ? 'the same' : 'a different'} decision`;

function lateNotes({ on }: { readonly on: IsoDate }, { of: { lastDay } }: Here): (string | null)[] {
  return [
    lastDay !== null && on > lastDay
      ? `the last day was ${longDate(lastDay)}: the right had lapsed by then.`
      : null,
  ];
}

function decisionNotes({ on, considered }: Taken<{ considered: boolean }>, here: Here): (string | null)[] {
  const { of } = here;
  const panel = lastSaid(here, IRM_RECOMMENDED);
  if (panel && panel.on > on) {
    return [`the panel recommended on ${longDate(panel.on)}, after this decision: check the days.`];
  }
  if (panel) {
    return [
      considered ? null : 'say that the recommendation was taken into account, as it should be: --considered',
    ];
  }
  if (lastSaid(here, IRM_APPLIED)) return ['the panel’s recommendation is not recorded yet.'];
  if (lastSaid(here, REPRESENTATIONS_MADE) || of.lastDay === null || on > of.lastDay) return [];
  return [`they may apply or make representations until ${longDate(of.lastDay)}.`];
}

/** The agency decides; if it is not what the panel recommended, it says why. */
function reasonsNeeded(
  {
    on,
    outcome,
    reasons,
    considered,
  }: Taken<{ outcome: 'same' | 'different' | null; reasons: string | null; considered: boolean }>,
  here: Here,
): Refusal | null {
  const panel = saidWith(here, IRM_RECOMMENDED) ?? here.of.determination?.recommended;
  if (considered && panel && panel.on > on) {
    return [
      `the panel recommended on ${longDate(panel.on)}, so a decision of ${longDate(on)} cannot have taken that into account.`,
      'Check --decided, or leave out --considered.',
    ];
  }
  if (reasons !== null || !differs(panel?.outcome ?? null, outcome)) return null;
  return [
    `the panel recommended ${decisionWords(panel?.outcome ?? null)}, so this decision needs its reasons.`,
    'Add them: --why "…"',
  ];
}
