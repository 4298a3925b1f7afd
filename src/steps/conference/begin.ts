/** What a child protection conference is asked for by: enquiries of our own, or the plan of another council. */

import { askedForBy, openConference } from '../../core/children/conferences';
import { ENQUIRIES_ENDED, STRATEGY_DISCUSSION, TRANSFER_IN_NOTIFIED } from '../../core/events/protection';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { OfChild } from '../care';
import { type Around, flag, type Refusal, stepsOf } from '../step';

const step = stepsOf<OfChild>();

const planNext = (_: unknown, { of }: Around<OfChild>): readonly string[] => [
  `To plan the conference: irotool conference plan ${of.again} --meeting "DAY TIME" --venue "VENUE"`,
];

export const BEGIN = [
  step(STRATEGY_DISCUSSION, {
    what: 'Strategy discussion',
    often: true,
    flags: {
      on: flag('--strategy <date>', 'section 47 enquiries were started at a strategy discussion', {
        ask: 'Day of the strategy discussion',
      }),
    },
    words: () => 'section 47 enquiries begun at a strategy discussion',
    refusal: onPlanAlready,
    afterwards: planNext,
  }),
  step(TRANSFER_IN_NOTIFIED, {
    what: 'Moved here on another council’s plan',
    often: true,
    flags: {
      on: flag('--moved-here <date>', 'another council’s letter came: the child lives here, on its plan', {
        ask: 'Day on which the letter came',
      }),
      from: flag('--from <council>', undefined, { ask: 'From which council?' }),
    },
    words: ({ from }) => `on the child protection plan of ${from ?? 'another council'}, whose letter came`,
    refusal: onPlanAlready,
    afterwards: planNext,
  }),
  step(ENQUIRIES_ENDED, {
    what: 'No conference is needed',
    often: true,
    flags: { on: flag('--not-needed <date>', 'the enquiries ended, or the child moved away: no conference') },
    words: () => 'no conference is to be held: decided',
    refusal: nothingBegun,
  }),
] as const;

/** A child who was on a plan by that day has review conferences, not a second initial one. */
function onPlanAlready({ on }: { readonly on: IsoDate }, { of }: Around<OfChild>): Refusal | null {
  return openConference(by(on, of)).number === 0
    ? null
    : [
        'the child is on a child protection plan, so what comes next is a review conference.',
        `To see it: irotool conference next ${of.again}`,
      ];
}

function nothingBegun({ on }: { readonly on: IsoDate }, { of }: Around<OfChild>): Refusal | null {
  return askedForBy(by(on, of)) !== null
    ? null
    : [
        `nothing asked for a conference on ${plainDate(on)}: neither a strategy discussion nor a move from another council was open.`,
        `To record one: irotool conference begin ${of.again} --strategy DATE`,
      ];
}

/** The story as it stood at the end of a day: what came after it is no reason. */
const by = (on: IsoDate, { story }: OfChild): Pick<OfChild['story'], 'moments'> => ({
  moments: story.moments.filter((moment) => moment.on <= on),
});
