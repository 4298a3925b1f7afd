/** Pathway planning, in care and after it: needs, plan, personal adviser, reviews (Care Leavers Regulations 2010, regs 4 to 8). */
import { planIn } from '../../core/children/meetings-to-come';
import {
  PATHWAY_ASSESSED,
  PATHWAY_COPIED,
  PATHWAY_ENDED,
  PATHWAY_PLAN_MADE,
  PATHWAY_PLAN_REVIEWED,
  PATHWAY_REVIEW_ASKED,
  PATHWAY_REVIEW_PLANNED,
  PERSONAL_ADVISER_NAMED,
} from '../../core/events/secure-and-pathway';
import { birthday, dayAndTime, type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { placeAsBefore, placeIn } from '../place';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from '../step';

/** A young person, and the pathway plan that stands by the day of the step. */
export interface OfPathway extends Case {
  readonly born: IsoDate | null;
  /** The role of each of their people, by tag. */
  readonly roles: ReadonlyMap<string, string>;
  readonly planOn: IsoDate | null;
  readonly adviser: string | null;
}
type Here = Around<OfPathway>;

const step = stepsOf<OfPathway>();
const PLACE = placeAsBefore(PATHWAY_REVIEW_PLANNED, ({ record }: OfPathway) =>
  placeIn(planIn(record, 'pathway review')?.fact.attributes),
);
const VIEWS = flag('--views <list>', 'whose views were sought: child,mother,adviser', {
  ask: 'Whose views were sought?',
});

const tooYoung = (on: IsoDate, { born }: OfPathway): string | null =>
  born !== null && on < birthday(born, 16) ? 'Pathway planning is for young people from 16.' : null;

export const PATHWAY_PLAN = [
  step(PERSONAL_ADVISER_NAMED, {
    what: 'Personal adviser',
    by: 'ref',
    often: true,
    flags: {
      ref: flag('--adviser <who>', 'their personal adviser, by tag', {
        ask: 'Who is their personal adviser?',
      }),
    },
    words: ({ ref }, { the }) => `${the(ref)} named as personal adviser`,
    refusal: ({ ref }, { of: { roles, label } }) =>
      roles.get(ref) === 'personal-adviser'
        ? null
        : [
            `${ref} is not recorded as a personal adviser.`,
            `To add one: irotool child link ${label} "NAME" --role personal-adviser`,
          ],
  }),
  step(PATHWAY_ASSESSED, {
    what: 'Needs assessed',
    often: true,
    flags: {
      on: flag('--assessed <date>', 'the needs assessment was completed', { ask: 'Needs assessed on' }),
      views: VIEWS,
      results: flag('--results <text>', 'what it found', { ask: 'What did it find?' }),
    },
    notes: ({ on, views }, { of }) => [
      tooYoung(on, of),
      views.length === 0 ? 'Whose views were sought is not said (--views).' : null,
    ],
  }),
  step(PATHWAY_PLAN_MADE, {
    what: 'Pathway plan made',
    often: true,
    flags: { on: flag('--made <date>', 'the pathway plan was made', { ask: 'Pathway plan made on' }) },
    follows: { event: PATHWAY_ASSESSED, gap: 'The needs assessment is not recorded (--assessed).' },
    notes: ({ on }, here) => [
      saidWith(here, PATHWAY_ASSESSED) ? null : tooYoung(on, here.of),
      here.of.adviser === null && !saidWith(here, PERSONAL_ADVISER_NAMED)
        ? 'The plan names the personal adviser, and none is recorded (--adviser).'
        : null,
    ],
    refusal: (_, { of: { planOn, again } }) =>
      planOn === null
        ? null
        : [
            `a pathway plan was made on ${plainDate(planOn)}, and stands.`,
            `A change of it is a review: irotool pathway review ${again} --held DATE`,
          ],
  }),
  step(PATHWAY_COPIED, {
    what: 'Copied to the young person',
    by: 'kind',
    often: true,
    each: {},
    flags: {
      kind: flag('--copied <list>', 'the young person was given copies: assessment,plan,review', {
        ask: 'Of what were they given copies?',
      }),
      explained: flag('--explained', 'and it was explained to them'),
    },
    words: ({ kind }) => `copy of the ${kind} given`,
    notes: ({ explained, kind }, here) => [
      explained ? null : 'It is explained to them too (--explained).',
      isMade(kind, here) ? null : `No ${kind} is recorded that they can have a copy of.`,
    ],
  }),
];

function isMade(kind: 'assessment' | 'plan' | 'review', here: Here): boolean {
  const event = { assessment: PATHWAY_ASSESSED, plan: PATHWAY_PLAN_MADE, review: PATHWAY_PLAN_REVIEWED }[
    kind
  ];
  return (
    here.of.record.moments.some(({ fact }) => fact.kind === event.kind) || saidWith(here, event) !== undefined
  );
}

const FROM = {
  'young-person': 'the young person',
  'personal-adviser': 'the personal adviser',
  authority: 'the council',
};

export const PATHWAY_REVIEW = [
  step(PATHWAY_REVIEW_ASKED, {
    what: 'Review asked for',
    by: 'from',
    often: true,
    saysWhen: true,
    flags: {
      from: flag(
        '--asked-by <young-person|personal-adviser|authority>',
        'a review is needed sooner: who asks',
        {
          ask: 'Who asks for a review sooner, if anyone?',
          called: FROM,
        },
      ),
      reason: flag('--reason <move|other>', 'because of a move, or of something else', {
        ask: 'Because of a move?',
      }),
      about: flag('--about <text>', 'what it is about', { ask: 'What is it about?' }),
      by: flag('--by <date>', 'the day by which it is to be held', { ask: 'To be held by' }),
    },
    words: ({ from, by }) =>
      `${FROM[from]} asked for a review of the pathway plan${by === null ? '' : `, to be held by ${longDate(by)}`}`,
    notes: ({ by }) => [by === null ? 'By when is not said (--by): it stays to be settled.' : null],
    refusal: noPlan,
  }),
  step(PATHWAY_REVIEW_PLANNED, {
    what: 'Review planned',
    by: 'meeting',
    often: true,
    saysWhen: true,
    flags: {
      meeting: flag('--meeting <date>', 'the day of the next review', {
        ask: 'Next review on',
        passed: 'If it was held: irotool pathway review REF --held DATE',
      }),
      time: flag('--time <time>', 'at what time: 14:30', { ask: 'At what time?' }),
      venue: flag('--venue <text>', 'where it is', { ask: 'Where?' }),
    },
    otherwise: { venue: PLACE.venue },
    notes: PLACE.notes,
    words: ({ meeting, time }) => `review of the pathway plan planned for ${dayAndTime(meeting, time)}`,
    refusal: noPlan,
  }),
  step(PATHWAY_PLAN_REVIEWED, {
    what: 'Pathway plan reviewed',
    often: true,
    flags: {
      on: flag('--held <date>', 'the pathway plan was reviewed', { ask: 'Reviewed on' }),
      views: VIEWS,
      adviserTookPart: flag('--adviser-came <yes|no>', 'whether the personal adviser took part', {
        ask: 'Did the personal adviser take part?',
      }),
      changed: flag('--changed <yes|no>', 'whether the plan was changed', { ask: 'Was the plan changed?' }),
      outcome: flag('--outcome <text>', 'what was decided, as the young person reads it', {
        ask: 'What was decided?',
      }),
    },
    refusal: noPlan,
    notes: ({ views, adviserTookPart }) => [
      views.some((tag) => String(tag) === 'child')
        ? null
        : 'That the young person’s own views were sought is not said (--views child).',
      adviserTookPart ? null : 'That the personal adviser took part is not said (--adviser-came yes).',
    ],
    afterwards: (_, { of: { again } }) => [
      `Once they have a copy: irotool pathway plan ${again} --copied review --explained`,
    ],
  }),
];

export const PATHWAY_OVER = step(PATHWAY_ENDED, {
  what: 'Pathway planning ended',
  always: true,
  often: true,
  flags: { why: flag('--why <text>', 'why') },
  refusal: noPlan,
});

function noPlan({ on }: { readonly on: IsoDate }, here: Here): Refusal | null {
  const { planOn, again } = here.of;
  if (planOn !== null) return null;
  return [
    `no pathway plan stands on ${plainDate(on)}.`,
    `To record one: irotool pathway plan ${again} --made DATE`,
  ];
}
