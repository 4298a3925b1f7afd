/** A dispute about a child's care: opened informally, taken from stage to stage, Cafcass considered, settled. */
import { dayToCome, disputed, needed, oneOf, refTo, someone, text, yes } from '../attribute';
import { type EventSpec, event, OF_THE_LIVING, REPLACES } from '../event';

/** What disputes are about, for a unit's figures. */
export const THEMES = [
  'drift',
  'care-plan',
  'placement',
  'contact',
  'education',
  'health',
  'decisions-not-carried-out',
  'procedure',
  'other',
] as const;

const ref = refTo('dispute', 'which one');
const stage = needed(text('which stage, by its name in the pack', { label: 'stage' }));

export const DISPUTE_OPENED = event(
  'dispute-opened',
  'own',
  'had a dispute opened informally',
  'a dispute was raised informally; `by`: the day asked for to settle it so',
  {
    ref,
    about: disputed('what it is about, or the recommendation'),
    theme: oneOf(THEMES, 'its theme, for the figures'),
    to: someone('with whom it was raised'),
    by: dayToCome('the day asked for to settle it informally'),
  },
  { ...OF_THE_LIVING, toldInLetters: true },
);
export const DISPUTE_MADE_FORMAL = event(
  'dispute-made-formal',
  'own',
  'had a dispute made formal',
  'the formal stages of a dispute began',
  { ref },
);
export const DISPUTE_STAGE_SKIPPED = event(
  'dispute-stage-skipped',
  'own',
  'had a stage of a dispute skipped',
  'a stage of a dispute was left out, and why',
  { ref, stage, why: needed(text('why')) },
);
export const DISPUTE_STAGE_RAISED = event(
  'dispute-stage-raised',
  'own',
  'had a dispute taken to a stage',
  'a dispute was taken to a stage of the pack’s ladder; `by`: the day asked for its answer. Taken to the same stage again, it has another day',
  {
    ref,
    stage,
    to: someone('with whom it was raised'),
    by: dayToCome('the day asked for its answer'),
    formal: yes('it is one of the formal stages'),
  },
  { ...REPLACES, toldInLetters: true },
);
export const DISPUTE_STAGE_ANSWERED = event(
  'dispute-stage-answered',
  'own',
  'had a stage of a dispute answered',
  'what was answered at a stage of a dispute',
  { ref, stage, answer: needed(text('what was answered')) },
);
export const DISPUTE_NOTED = event(
  'dispute-noted',
  'own',
  'had something noted of a dispute',
  'a note on a dispute, or good practice beside it',
  {
    ref,
    text: needed(text('what is noted')),
    goodPractice: yes('it is good practice, by a person or a team'),
  },
  REPLACES,
);
export const LEGAL_ADVICE_TAKEN = event(
  'legal-advice-taken',
  'own',
  'had independent legal advice taken on a dispute',
  'the IRO took independent legal advice on a dispute',
  { ref, from: needed(text('from whom')), about: text('on what') },
  REPLACES,
);
export const CAFCASS_CONSIDERED = event(
  'cafcass-considered',
  'own',
  'had a referral to Cafcass considered',
  'the IRO considered referring a dispute to Cafcass, and did not, or did',
  {
    ref,
    outcome: needed(oneOf(['referred', 'not-referred'], 'what was decided', { label: '' })),
    why: needed(text('why')),
    humanRights: yes('the child’s human rights may have been breached'),
  },
  REPLACES,
);
export const CAFCASS_REFERRED = event(
  'cafcass-referred',
  'own',
  'was referred to Cafcass by the IRO',
  'the IRO referred a dispute to Cafcass',
  { ref },
);
export const DISPUTE_RESOLVED = event(
  'dispute-resolved',
  'own',
  'had a dispute resolved',
  'a dispute was settled; `tell`: what came of it in words for the child',
  {
    ref,
    outcome: oneOf(
      ['agreed', 'in-part', 'not-agreed', 'overtaken'],
      'whether what the IRO asked for was agreed',
      {
        label: '',
      },
    ),
    how: text('how'),
    tell: text('what came of it, in words for the child', { inLetters: true }),
  },
  { toldInLetters: true },
);

/** All that is recorded of a dispute, in the order in which events of one day are read. */
export const OF_A_DISPUTE: readonly EventSpec[] = [
  DISPUTE_OPENED,
  DISPUTE_STAGE_SKIPPED,
  DISPUTE_MADE_FORMAL,
  DISPUTE_STAGE_RAISED,
  DISPUTE_STAGE_ANSWERED,
  DISPUTE_NOTED,
  LEGAL_ADVICE_TAKEN,
  CAFCASS_CONSIDERED,
  CAFCASS_REFERRED,
  DISPUTE_RESOLVED,
];
