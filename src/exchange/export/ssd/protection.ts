/** Tables of child protection: enquiries, initial conferences, plans and their review conferences. Pure. */
import { heldAs } from '../../../core/children/conferences';
import type { Moment } from '../../../core/engine/moment';
import { CONFERENCE_KINDS } from '../../../core/events/fact';
import type { IsoDate } from '../../../core/time/dates';
import { type PlanTold, plansTold } from '../plans';
import { flag, type SsdChild, type SsdTable, table } from './table';

const momentsOf = ({ story }: SsdChild, kind: string): Moment[] =>
  story.moments.filter(({ counts, fact }) => counts && fact.kind === kind);

/** The enquiries that a conference came of: the last that were begun before it. */
const enquiryBefore = (known: SsdChild, at: number): Moment | undefined =>
  momentsOf(known, 'strategy-discussion').findLast((each) => each.at < at);

/** What came of enquiries: the conference, or that there was to be none; undefined while they go on. */
function endOfEnquiry(known: SsdChild, { at }: Moment): Moment | undefined {
  const next = momentsOf(known, 'strategy-discussion').find((each) => each.at > at)?.at ?? Infinity;
  return ['initial-conference-held', 'enquiries-ended']
    .flatMap((kind) => momentsOf(known, kind))
    .sort((a, b) => a.at - b.at)
    .find((each) => each.at > at && each.at < next);
}

/** The day by which a conference was to be held; null if no rule said one. */
const dueOf = ({ duties }: SsdChild, on: IsoDate, kind: string): IsoDate | null =>
  duties
    .filter(({ metOn, rule }) => metOn === on && rule.metBy.some((pattern) => pattern.kind === kind))
    .map(({ due }) => due)
    .sort()[0] ?? null;

const planId = (known: SsdChild, { first }: PlanTold): string | null => known.event(first.fact.id);

export const ENQUIRY: SsdTable = table(
  'ssd_s47_enquiry',
  (known) =>
    momentsOf(known, 'strategy-discussion').map((moment) => ({
      known,
      moment,
      end: endOfEnquiry(known, moment),
    })),
  [
    ['s47e_s47_enquiry_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
    ['s47e_referral_id', 'nvarchar'],
    ['s47e_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['s47e_s47_start_date', 'datetime', ({ moment }) => moment.on],
    ['s47e_s47_end_date', 'datetime', ({ end }) => end?.on ?? null],
    ['s47e_s47_nfa', 'nchar'],
    ['s47e_s47_outcome_json', 'nvarchar'],
    ['s47e_s47_completed_by_worker_id', 'nvarchar'],
    ['s47e_s47_completed_by_team', 'nvarchar'],
  ],
);

export const CONFERENCE: SsdTable = table(
  'ssd_initial_cp_conference',
  (known) =>
    momentsOf(known, 'initial-conference-held').map((moment) => ({
      ...{ known, moment, enquiry: enquiryBefore(known, moment.at) },
      plan: plansTold(known.story, known.today).find(({ first }) => first === moment),
    })),
  [
    ['icpc_icpc_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
    ['icpc_icpc_meeting_id', 'nvarchar'],
    ['icpc_s47_enquiry_id', 'nvarchar', ({ known, enquiry }) => known.event(enquiry?.fact.id)],
    ['icpc_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['icpc_cp_plan_id', 'nvarchar', ({ known, plan }) => (plan ? planId(known, plan) : null)],
    ['icpc_referral_id', 'nvarchar'],
    ['icpc_icpc_transfer_in', 'nchar', ({ moment }) => flag(moment.fact.attributes.kind === 'transfer-in')],
    ['icpc_icpc_target_date', 'datetime', ({ known, moment }) => dueOf(known, moment.on, moment.fact.kind)],
    ['icpc_icpc_date', 'datetime', ({ moment }) => moment.on],
    [
      'icpc_icpc_outcome_cp_flag',
      'nchar',
      ({ moment }) => flag((moment.fact.attributes.outcome ?? 'plan') === 'plan'),
    ],
    ['icpc_icpc_outcome_json', 'nvarchar'],
    ['icpc_icpc_team', 'nvarchar', ({ known }) => known.child.team],
    ['icpc_icpc_worker_id', 'nvarchar'],
  ],
);

export const PLANS: SsdTable = table(
  'ssd_cp_plans',
  (known) => plansTold(known.story, known.today).map((plan) => ({ known, plan })),
  [
    ['cppl_cp_plan_id', 'primary', ({ known, plan }) => planId(known, plan)],
    ['cppl_referral_id', 'nvarchar'],
    ['cppl_icpc_id', 'nvarchar', ({ known, plan }) => (plan.from === null ? null : planId(known, plan))],
    ['cppl_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['cppl_cp_plan_start_date', 'datetime', ({ plan }) => plan.from],
    ['cppl_cp_plan_end_date', 'datetime', ({ plan }) => plan.to],
    ['cppl_cp_plan_initial_category', 'nvarchar', ({ plan }) => plan.firstHarm.join(', ') || null],
    ['cppl_cp_plan_ola', 'nchar'],
    ['cppl_cp_plan_latest_category', 'nvarchar', ({ plan }) => plan.lastHarm.join(', ') || null],
  ],
);

export const PLAN_REVIEWS: SsdTable = table(
  'ssd_cp_reviews',
  (known) =>
    plansTold(known.story, known.today).flatMap((plan) =>
      plan.held
        .filter(({ number }) => number > 0)
        .flatMap((conference) => {
          const moment = conference.moments.find(({ fact }) => CONFERENCE_KINDS.has(fact.kind));
          const sat = heldAs(conference);
          return moment === undefined || sat === null ? [] : [{ known, plan, moment, sat }];
        }),
    ),
  [
    ['cppr_cp_review_id', 'primary', ({ known, moment }) => known.event(moment.fact.id)],
    ['cppr_person_id', 'nvarchar', ({ known }) => known.child.ref],
    ['cppr_cp_plan_id', 'nvarchar', ({ known, plan }) => planId(known, plan)],
    ['cppr_cp_review_due', 'datetime', ({ known, moment }) => dueOf(known, moment.on, moment.fact.kind)],
    ['cppr_cp_review_date', 'datetime', ({ moment }) => moment.on],
    ['cppr_cp_review_meeting_id', 'nvarchar'],
    ['cppr_cp_review_outcome_continue_cp', 'nchar', ({ sat }) => flag(sat.outcome !== 'end')],
    // Why it was held with too few agencies is asked for; that there were enough is not recorded.
    ['cppr_cp_review_quorate', 'nchar', ({ sat }) => (sat.quorumBecause === null ? null : 'N')],
    ['cppr_cp_review_participation', 'nchar', ({ sat }) => sat.code],
  ],
);
