/** A dispute: opened informally, taken from stage to stage of the pack's ladder, Cafcass considered, resolved. */
import { quotedFor } from '../core/as-typed';
import { type Dispute, stageAt, stagesToCome } from '../core/children/disputes';
import {
  CAFCASS_CONSIDERED,
  DISPUTE_NOTED,
  DISPUTE_OPENED,
  DISPUTE_RESOLVED,
  DISPUTE_STAGE_ANSWERED,
  DISPUTE_STAGE_RAISED,
  DISPUTE_STAGE_SKIPPED,
  LEGAL_ADVICE_TAKEN,
  THEMES,
} from '../core/events/matters/disputes';
import { type Stage, stageCalled, stageWords } from '../core/rules/stages';
import { type IsoDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from './step';

/** One dispute of a child. */
export interface OfDispute extends Case {
  /** Null of one that is being opened. */
  readonly dispute: Dispute | null;
  readonly ladder: readonly Stage[];
  /** So many working days after a day. */
  workingDaysAfter(on: IsoDate, days: number): IsoDate;
  /** The last of the working days over all formal stages, if they begin on a day at the latest; null if no rule says. */
  lastFormalDay(on: IsoDate): IsoDate | null;
}
type Here = Around<OfDispute>;

const step = stepsOf<OfDispute>();
const ONE = { always: true, often: true } as const;
const ref = ({ of }: Here): string | null => of.dispute?.ref ?? null;
const OTHERWISE = { ref };
const THEME_HELP = `what it is about, for the figures: ${THEMES.join(', ')}`;

/** The flag of a theme, wherever a dispute may be opened. */
export const theme = (ask?: string) => flag('--theme <theme>', THEME_HELP, ask === undefined ? {} : { ask });

/** A dispute that is opened, wherever it may be, is to be settled by the pack's days if no other day is asked for. */
export const SETTLED_BY = {
  by: ({ informalBy }: Pick<Around<Case>, 'informalBy'>, on: IsoDate): IsoDate | null => informalBy(on),
};

export const OPENED = step(DISPUTE_OPENED, {
  what: 'Opened informally',
  by: 'about',
  ...ONE,
  numbered: 'D',
  flags: {
    about: flag('--about <text>', 'what is in dispute', { ask: 'What is in dispute?' }),
    theme: theme('Its theme'),
    to: flag('--to <name>', 'with whom it was raised: social-worker, or a name', {
      ask: 'Raised with whom?',
    }),
    by: flag('--by <date>', 'the day asked for to settle it (else by your council’s days)', {
      ask: 'To be settled informally by',
    }),
  },
  otherwise: SETTLED_BY,
  words: ({ ref: own, by }) =>
    `dispute ${own}${by === null ? '' : ` (to be settled by ${plainDate(by)})`} opened, informally first,`,
  afterwards: ({ ref: own }, { of: { label } }) => [
    `Not settled so? irotool dispute stage ${label} ${own} --to "WHO"`,
  ],
});

/** `Senior manager`, `the chief executive`: as the ladder has them. */
const stageOf = ({ ladder }: OfDispute, name: string | undefined): Stage | undefined =>
  ladder.find((each) => each.name === name);
const next = ({ dispute }: OfDispute): string[] =>
  dispute === null
    ? []
    : stagesToCome(dispute)
        .slice(0, 1)
        .map(({ name }) => name);
const now = ({ dispute }: OfDispute): string[] => {
  const at = dispute && stageAt(dispute);
  return at ? [at.name] : [];
};
const STAGE = flag(
  '--stage <stage>',
  'which stage of your council’s ladder (else the next one; of an answer, the last)',
);
const nextIn = ({ of }: Here): Stage | undefined => stageOf(of, next(of)[0]);

export const STAGES = [
  step(DISPUTE_STAGE_ANSWERED, {
    what: 'Answered',
    by: 'answer',
    often: true,
    isOwed: ({ dispute }) => dispute !== null && stageAt(dispute)?.answered === null,
    flags: {
      stage: STAGE,
      answer: flag('--answer <text>', 'what the answer of that stage was', { ask: 'What was answered?' }),
    },
    among: { stage: now },
    otherwise: OTHERWISE,
    words: ({ stage }, _, { ladder }) => `${stageWords(ladder, stage)}: answered`,
    afterwards: (_, here) =>
      saidWith(here, DISPUTE_STAGE_RAISED)
        ? []
        : [
            `If that settles it: irotool dispute resolve ${here.of.again}`,
            nextIn(here)
              ? `If not: irotool dispute stage ${here.of.again} --to ${quotedFor(nextIn(here)!.who)}`
              : null,
            here.of.dispute?.formalOn == null
              ? null
              : `A referral to Cafcass must be considered if it is not put right: irotool dispute cafcass ${here.of.again}`,
          ],
  }),
  step(DISPUTE_STAGE_RAISED, {
    what: 'Taken to the next stage',
    by: 'to',
    often: true,
    isOwed: (of) => next(of).length > 0,
    flags: {
      stage: STAGE,
      to: flag('--to <name>', 'with whom it is raised there', { ask: 'Taken further: raised with whom?' }),
      by: flag('--by <date>', 'the day asked for the answer (else by your council’s days)', {
        ask: 'The answer is asked for by',
      }),
    },
    among: { stage: next },
    otherwise: { ...OTHERWISE, by: dayOfAnswer, formal: (here) => (raisedIn(here)?.formal ? 'yes' : null) },
    refusal: otherStage,
    notWith: [
      DISPUTE_STAGE_SKIPPED,
      'A stage is left out (--skip), and then the next is raised (--to): one after the other.',
    ],
    words: ({ stage, to, by }, { someone }, { ladder }) =>
      `${stageWords(ladder, stage)}: raised with ${someone(to ?? '')}${by === null ? '' : ` (answer asked for by ${plainDate(by)})`}`,
    notes: ({ on, by, formal }, { of: { dispute, lastFormalDay } }) => [
      formal && dispute?.formalOn === null
        ? 'With it the dispute is formal: the days over all formal stages begin.'
        : null,
      formal ? afterAllStages(by, lastFormalDay(on)) : null,
    ],
    afterwards: (_, { of: { again } }) => [
      `Once it is answered: irotool dispute stage ${again} --answer "…"`,
    ],
  }),
  step(DISPUTE_STAGE_SKIPPED, {
    what: 'Stage left out',
    by: 'why',
    often: true,
    isOwed: (of) => next(of).length > 0,
    flags: { stage: STAGE, why: flag('--skip <text>', 'that stage is left out, and why') },
    among: { stage: next },
    otherwise: OTHERWISE,
    words: ({ stage }, _, { ladder }) => `${stageWords(ladder, stage)}: left out`,
    afterwards: (_, { of }) => [
      of.dispute !== null && stagesToCome(of.dispute).length > 1
        ? `The stage after it: irotool dispute stage ${of.again} --to "WHO"`
        : `No stage is left. If it is settled: irotool dispute resolve ${of.again}; if not, consider a referral: irotool dispute cafcass ${of.again}`,
    ],
  }),
];

/** A day asked for that comes after those over all formal stages. */
const afterAllStages = (by: IsoDate | null, last: IsoDate | null): string | null =>
  by !== null && last !== null && by > last
    ? `The days over all formal stages end on ${plainDate(last)}, before the day that is asked for.`
    : null;

/** Who is asked at another stage is not whom this one is raised with: a stage is not passed over so. */
function otherStage(
  { stage, to }: { readonly stage: string; readonly to: string | null },
  { of: { ladder, again } }: Here,
): Refusal | null {
  const meant = to === null ? undefined : stageCalled(ladder, to);
  const raised = ladder.find(({ name }) => name === stage);
  if (meant === undefined || raised === undefined || meant === raised) return null;
  return [
    `“${to}” is asked at the stage “${meant.what}”, and this would be “${raised.what}”, with ${raised.who}.`,
    `Say with whom that is: --to "NAME"; or leave it out first: irotool dispute stage ${again} --skip "WHY"`,
  ];
}

/** Its reference is not known yet when its day is worked out. */
function raisedIn({ of, facts }: Here): Stage | undefined {
  const raised = facts.find(({ kind }) => kind === DISPUTE_STAGE_RAISED.kind);
  return stageOf(of, raised?.attributes.stage);
}

/** The pack's days for the stage; of a formal one without any, the last of those over all formal stages. */
function dayOfAnswer(here: Here, on: IsoDate): IsoDate | null {
  const stage = raisedIn(here);
  if (stage === undefined) return null;
  if (stage.days !== null) return here.of.workingDaysAfter(on, stage.days);
  const last = stage.formal ? here.of.lastFormalDay(on) : null;
  return last !== null && last >= on ? last : null;
}

export const NOTED = [
  step(DISPUTE_NOTED, {
    what: 'Note',
    by: 'text',
    often: true,
    flags: {
      text: flag('--text <text>', 'what is noted', { ask: 'What is to be noted?' }),
      goodPractice: flag('--good-practice', 'it is good practice, by a person or a team'),
    },
    otherwise: OTHERWISE,
    words: ({ goodPractice }) => (goodPractice ? 'good practice noted' : 'noted'),
  }),
  step(LEGAL_ADVICE_TAKEN, {
    what: 'Independent legal advice',
    by: 'from',
    often: true,
    flags: {
      from: flag('--legal-advice <from>', 'independent legal advice was taken, and from whom', {
        ask: 'Independent legal advice taken from',
      }),
      about: flag('--advice-on <text>', 'on what', { ask: 'On what?' }),
    },
    otherwise: OTHERWISE,
    words: ({ from }) => `independent legal advice taken from ${from}`,
  }),
];

export const CAFCASS = step(CAFCASS_CONSIDERED, {
  what: 'Referral to Cafcass considered',
  by: 'outcome',
  ...ONE,
  flags: {
    outcome: flag('--outcome <referred|not-referred>', 'what was decided', {
      ask: 'Referred to Cafcass?',
      called: { referred: 'Yes, it is referred', 'not-referred': 'No, not now' },
    }),
    why: flag('--why <text>', 'why, or why not', { ask: 'Why?', needed: true }),
    humanRights: flag('--human-rights'),
  },
  otherwise: OTHERWISE,
  words: ({ outcome }) =>
    outcome === 'referred' ? 'referred to Cafcass' : 'referral to Cafcass considered, and not made',
});

export const RESOLVED = step(DISPUTE_RESOLVED, {
  what: 'Resolved',
  by: 'how',
  ...ONE,
  flags: {
    how: flag('--how <text>', 'how', { ask: 'How was it resolved?' }),
    outcome: flag(
      '--outcome <outcome>',
      'whether what the IRO asked for was agreed: agreed, in-part, not-agreed, overtaken',
      {
        ask: 'Was what the IRO asked for agreed?',
        called: {
          agreed: 'Yes',
          'in-part': 'In part',
          'not-agreed': 'No',
          overtaken: 'Events have overtaken it',
        },
      },
    ),
    tell: flag('--tell <text>', 'what came of it, in words for the child', {
      ask: 'What came of it, in words for the child?',
    }),
  },
  otherwise: OTHERWISE,
});
