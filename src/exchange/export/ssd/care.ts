/** Tables of care: legal status, episodes, placements, reviews, visits, and the way to adoption. Pure. */
import type { Moment } from '../../../core/engine/moment';
import { isStillOwed } from '../../../core/engine/standing';
import { ENDS_PERIOD } from '../../../core/events/fact';
import { reviewRecords, sittingOf } from '../../../core/reviews/record';
import { sawTheChild } from '../../../core/reviews/seen-before';
import { isOfReview } from '../../../core/rules/by-purpose';
import type { IsoDate } from '../../../core/time/dates';
import { placementCode, placementOrderOn } from '../facts-told';
import { episodesOf } from '../ssda903/episodes';
import { flag, type SsdChild, type SsdTable, table } from './table';

const counting = ({ story }: SsdChild): Moment[] => story.moments.filter(({ counts }) => counts);

/** The event that began the period of care in which something is; a stay of short breaks begins one of its own. */
function beganWith(known: SsdChild, at: number): Moment | undefined {
  return counting(known).findLast((each) => each.at <= at && each.fact.kind === 'became-looked-after');
}

const periodId = (known: SsdChild, at: number): string | null => known.event(beganWith(known, at)?.fact.id);

/** The first that ends what began at a moment: one of these kinds, or the end of care. */
const endOf = (known: SsdChild, at: number, kinds: readonly string[]): IsoDate | null =>
  counting(known).find(
    (each) => each.at > at && (kinds.includes(each.fact.kind) || ENDS_PERIOD.has(each.fact.kind)),
  )?.on ?? null;

const momentsOf = (known: SsdChild, ...kinds: readonly string[]) =>
  counting(known)
    .filter(({ fact }) => kinds.includes(fact.kind))
    .map((moment) => ({ known, moment }));

export const LEGAL_STATUS: SsdTable = table(
  'ssd_legal_status',
  (known) => momentsOf(known, 'became-looked-after', 'legal-status-changed'),
  [
    ['lega_legal_status_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
    ['lega_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['lega_legal_status', 'nvarchar', ({ moment }) => moment.fact.attributes.basis ?? null],
    ['lega_legal_status_start_date', 'datetime', ({ moment }) => (moment.alreadyInCare ? null : moment.on)],
    [
      'lega_legal_status_end_date',
      'datetime',
      ({ known, moment }) => endOf(known, moment.at, ['became-looked-after', 'legal-status-changed']),
    ],
  ],
);

export const EPISODES: SsdTable = table(
  'ssd_cla_episodes',
  (known) =>
    episodesOf(known.story).map((episode) => {
      const first = counting(known).find(({ fact }) => fact.id === episode.event)!;
      const period = beganWith(known, first.at)!;
      const seen = counting(known).findLast(
        ({ on, fact }) =>
          on >= episode.from && (episode.to === null || on <= episode.to) && sawTheChild(fact),
      );
      return { known, episode, period, seen };
    }),
  [
    ['clae_cla_episode_id', 'primary', ({ known, episode }) => known.event(episode.event)],
    ['clae_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['clae_cla_episode_start_date', 'datetime', ({ episode }) => episode.from],
    ['clae_cla_episode_start_reason', 'nvarchar', ({ episode }) => episode.began],
    ['clae_cla_primary_need_code', 'nvarchar'],
    ['clae_cla_episode_ceased_date', 'datetime', ({ episode }) => episode.to],
    ['clae_cla_episode_ceased_reason', 'nvarchar', ({ episode }) => episode.ended],
    ['clae_cla_id', 'nvarchar', ({ known, period }) => known.event(period.fact.id)],
    ['clae_referral_id', 'nvarchar'],
    ['clae_cla_placement_id', 'nvarchar', ({ known, episode }) => known.event(episode.placedBy)],
    ['clae_entered_care_date', 'datetime', ({ period }) => (period.alreadyInCare ? null : period.on)],
    ['clae_cla_last_iro_contact_date', 'datetime', ({ seen }) => seen?.on ?? null],
  ],
);

export const PLACEMENT: SsdTable = table(
  'ssd_cla_placement',
  (known) => momentsOf(known, 'placement-started'),
  [
    ['clap_cla_placement_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
    ['clap_cla_placement_start_date', 'datetime', ({ moment }) => moment.on],
    ['clap_cla_placement_type', 'nvarchar', ({ moment }) => placementCode(moment.fact.attributes.kind)],
    ['clap_cla_placement_urn', 'nvarchar'],
    ['clap_cla_placement_distance', 'float'],
    ['clap_cla_id', 'nvarchar', ({ known, moment }) => periodId(known, moment.at)],
    ['clap_cla_placement_provider', 'nvarchar'],
    ['clap_cla_placement_postcode', 'nvarchar'],
    [
      'clap_cla_placement_end_date',
      'datetime',
      ({ known, moment }) => endOf(known, moment.at, ['placement-started', 'placement-ended']),
    ],
    ['clap_cla_placement_change_reason', 'nvarchar'],
    ['clap_person_id', 'nvarchar', ({ known }) => known.child.ref],
  ],
);

/** Reviews that were held, those that are owed, and meetings that were cancelled: each with its due day, if it has one. */
function reviews(known: SsdChild) {
  const { story, duties, today } = known;
  const ofReview = duties.filter(({ rule }) => isOfReview(rule));
  const earliest = (days: readonly IsoDate[]): IsoDate | null => [...days].sort()[0] ?? null;
  const records = reviewRecords(story);
  const told = records.flatMap((record) => {
    const held = sittingOf(record);
    const { moments } = record;
    const period = periodId(known, moments[0]!.at);
    const due = earliest(
      ofReview.filter(({ metOn }) => held !== null && metOn === held.on).map((duty) => duty.due),
    );
    const cancelled = moments.filter(({ fact }) => fact.kind === 'review-cancelled');
    return [
      ...cancelled.map(({ fact }) => ({
        ...{ id: known.event(fact.id), period, due, on: null, isCancelled: true, code: null },
      })),
      ...(held === null
        ? []
        : [
            {
              id: known.event(held.moment.fact.id),
              ...{ period, due, on: held.on, isCancelled: false, code: held.code },
            },
          ]),
    ];
  });
  const open = ofReview.filter((duty) => isStillOwed(duty, today));
  const next = earliest(open.map((duty) => duty.due));
  const last = story.moments.length;
  return next === null
    ? told
    : [
        ...told,
        {
          id: known.besides(`review-${story.moments.filter(({ isReview }) => isReview).length + 1}`),
          ...{ period: periodId(known, last), due: next, on: null, isCancelled: false, code: null },
        },
      ];
}

export const REVIEWS: SsdTable = table('ssd_cla_reviews', reviews, [
  ['clar_cla_review_id', 'primary', ({ id }) => id],
  ['clar_cla_id', 'nvarchar', ({ period }) => period],
  ['clar_cla_review_due_date', 'datetime', ({ due }) => due],
  ['clar_cla_review_date', 'datetime', ({ on }) => on],
  ['clar_cla_review_cancelled', 'nchar', ({ isCancelled }) => flag(isCancelled)],
  ['clar_cla_review_participation', 'nvarchar', ({ code }) => code],
]);

export const VISITS: SsdTable = table('ssd_cla_visits', (known) => momentsOf(known, 'child-visited'), [
  ['clav_cla_visit_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
  ['clav_cla_id', 'nvarchar', ({ known, moment }) => periodId(known, moment.at)],
  ['clav_person_id', 'nvarchar', ({ known }) => known.child.ref],
  ['clav_cla_visit_date', 'datetime', ({ moment }) => moment.on],
  ['clav_cla_visit_seen', 'nchar', ({ moment }) => flag(moment.fact.attributes.child !== 'not-seen')],
  ['clav_cla_visit_seen_alone', 'nchar', ({ moment }) => flag(moment.fact.attributes.child === 'seen-alone')],
]);

const ON_THE_WAY = [
  'adoption-authorised',
  'adoption-matched',
  'placed-for-adoption',
  'adoption-order-made',
] as const;

/** The way to adoption in each period of care in which there was one: the last of each kind. */
function ways(known: SsdChild) {
  const moments = counting(known);
  return moments
    .filter(({ fact }) => fact.kind === 'became-looked-after')
    .flatMap((began, at, all) => {
      const until = all[at + 1]?.at ?? Infinity;
      const within = moments.filter((each) => each.at > began.at && each.at < until);
      const last = (kind: (typeof ON_THE_WAY)[number]): Moment | undefined =>
        within.findLast(({ fact }) => fact.kind === kind);
      const first = within.find(({ fact }) => (ON_THE_WAY as readonly string[]).includes(fact.kind));
      return first === undefined ? [] : [{ known, began, first, last }];
    });
}

export const PERMANENCE: SsdTable = table('ssd_permanence', ways, [
  ['perm_table_id', 'primary', ({ known, first }) => known.event(first.fact.id)],
  ['perm_person_id', 'nvarchar', ({ known }) => known.child.ref],
  ['perm_cla_id', 'nvarchar', ({ known, began }) => known.event(began.fact.id)],
  ['perm_adm_decision_date', 'datetime'],
  ['perm_ffa_cp_decision_date', 'datetime'],
  ['perm_placement_order_date', 'datetime', ({ last }) => placementOrderOn(last('adoption-authorised'))],
  ['perm_placed_for_adoption_date', 'datetime', ({ last }) => last('placed-for-adoption')?.on ?? null],
  ['perm_matched_date', 'datetime', ({ last }) => last('adoption-matched')?.on ?? null],
  ['perm_adopted_by_carer_flag', 'nchar'],
  ['perm_placed_ffa_cp_date', 'datetime'],
  ['perm_decision_reversed_date', 'datetime'],
  ['perm_placed_foster_carer_date', 'datetime'],
  ['perm_part_of_sibling_group', 'nchar'],
  ['perm_siblings_placed_together', 'int'],
  ['perm_siblings_placed_apart', 'int'],
  ['perm_placement_provider_urn', 'nvarchar'],
  ['perm_decision_reversed_reason', 'nvarchar'],
  ['perm_permanence_order_date', 'datetime', ({ last }) => last('adoption-order-made')?.on ?? null],
  [
    'perm_permanence_order_type',
    'nvarchar',
    ({ last }) => (last('adoption-order-made') === undefined ? null : 'Adoption'),
  ],
  ['perm_adoption_worker_id', 'nvarchar'],
  ['perm_adopter_sex', 'nvarchar'],
  ['perm_adopter_legal_status', 'nvarchar'],
  ['perm_number_of_adopters', 'nvarchar'],
]);
