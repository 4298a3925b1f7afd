/** What the overdue report is made from, and what it says. */

import type { Duty } from '../../core/engine/duty';
import type { KnownNames, Private } from '../../core/privacy/cleaner';
import type { LateReview } from '../../core/reviews/late';
import type { Force } from '../../core/rules/rule';
import type { Calendar } from '../../core/time/calendar';
import type { IsoDate } from '../../core/time/dates';
import type { ReportedRow } from '../../store/outbox/outbox';
import type { ToPlanSaid } from '../../ui/plan-words';

/** A child, or an applicant, as a report needs one. */
export interface ReportChild {
  readonly ref: string;
  readonly name: string | null;
  readonly team: string | null;
  readonly iro: string | null;
  readonly socialWorker: string | null;
  /** Names, birthdays and addresses that are kept out of what people wrote. */
  readonly whatIsPrivate: () => Private;
}

export interface ReportDuty {
  readonly child: ReportChild;
  readonly duty: Duty;
}

export interface ReportAction {
  readonly child: ReportChild;
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate;
  readonly review: number | null;
  readonly ref: string | null;
}

export interface ReportToPlan extends ToPlanSaid {
  readonly child: ReportChild;
  readonly rule: string;
  readonly review: number | null;
}

/** Children whom the report of a team, or of an IRO's manager, cannot hold: by reference. */
export interface Unplaced {
  /** Neither they nor their social worker have a team. */
  readonly noTeam: readonly string[];
  readonly noIro: readonly string[];
  /** No manager is told of them, by team or by IRO. */
  readonly noManager: readonly string[];
}

export interface ReportLateReview {
  readonly child: ReportChild;
  readonly late: LateReview;
}

/** Whom a report is for. */
export interface ReportFor {
  /** Null if it is for nobody in particular. */
  readonly name: string | null;
  readonly email: string | null;
  /** What they get and why, in sentences. */
  readonly why: readonly string[];
  /** `Mo North, away to 14 April 2026`: in whose place they are told. */
  readonly covering: readonly string[];
  readonly scope: Scope;
}

/** Whose children are in a report: everyone's, or those of these teams and of these IROs. */
export interface Scope {
  readonly all: boolean;
  readonly teams: readonly string[];
  readonly iros: readonly string[];
}

/** What became of something that was overdue and is so no more. */
export type BecameOf =
  | { readonly kind: 'done'; readonly on: IsoDate }
  /** Owed, with a later limit. */
  | { readonly kind: 'moved'; readonly due: IsoDate }
  /** It ended without being done. */
  | { readonly kind: 'ended' }
  /** What it rested on is not so recorded any more. */
  | { readonly kind: 'gone' };

/** What an earlier report listed as overdue. */
export interface ReportBefore {
  readonly on: IsoDate;
  readonly rows: readonly ReportedRow[];
  /** Asked only of what is not overdue any more. */
  readonly fateOf: (row: ReportedRow) => BecameOf;
}

export interface ReportInput {
  readonly today: IsoDate;
  /** The last day of what falls due soon. */
  readonly until: IsoDate;
  /** Reviews held past their limit are told of from this day on. */
  readonly heldFrom: IsoDate;
  readonly unit: string | null;
  readonly for: ReportFor;
  /** Only this team. */
  readonly team: string | null;
  /** Children are named. */
  readonly names: boolean;
  readonly duties: readonly ReportDuty[];
  readonly actions: readonly ReportAction[];
  readonly lateReviews: readonly ReportLateReview[];
  /** Reviews that no meeting is planned for, up to the report's last day. */
  readonly toPlan: readonly ReportToPlan[];
  /** What is owed of applicants to the review mechanism, who are no children and have no team. */
  readonly ofApplicants: {
    readonly duties: readonly ReportDuty[];
    readonly actions: readonly ReportAction[];
  };
  readonly unplaced: Unplaced;
  readonly calendar: Calendar;
  readonly before: ReportBefore | null;
  readonly known: () => KnownNames;
}

/** What every row says of its child. */
export interface ReportRow {
  readonly ref: string;
  readonly review: number | null;
  readonly initials: string | null;
  /** Null unless names were asked for and allowed. */
  readonly name: string | null;
  readonly team: string | null;
  readonly iro: string | null;
}

export interface DutyRow extends ReportRow {
  /** The same duty in another report has the same key. */
  readonly key: string;
  readonly rule: string;
  readonly what: string;
  /** The same as a narrow screen calls it. */
  readonly short: string;
  /** Who acts, in words. */
  readonly who: string;
  readonly force: Force;
  readonly due: IsoDate;
  readonly workingDaysLeft: number;
  readonly daysLeft: number;
  readonly late: string;
  readonly compressed: boolean;
  /** A review owed again after an adoption placement, and not a step planned late. */
  readonly takenUp: boolean;
  readonly provisional: boolean;
}

export interface ActionRow extends ReportRow {
  readonly action: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate;
}

export interface ToPlanReported extends ReportRow {
  readonly rule: string;
  /** The whole of it in words. */
  readonly what: string;
  readonly who: string;
  readonly due: IsoDate;
  readonly planBy: IsoDate;
}

export interface LateReviewRow extends ReportRow {
  readonly what: string;
  readonly force: Force;
  readonly due: IsoDate;
  readonly state: 'held' | 'planned';
  readonly on: IsoDate;
  /** The day on which it sat and was adjourned. */
  readonly adjourned: IsoDate | null;
  /** The law let it be held later, for a time. */
  readonly eased: boolean;
  readonly because: string | null;
  readonly agreedBy: string | null;
}

/** Ages of lateness, the oldest first. */
export const AGES = [
  'over 20 working days late',
  '6 to 20 working days late',
  'up to 5 working days late',
] as const;
export type Age = (typeof AGES)[number];

export interface DutyGroup {
  /** Null for children without a team. */
  readonly team: string | null;
  readonly iros: readonly {
    readonly iro: string | null;
    readonly ages: readonly { readonly age: Age; readonly rows: readonly DutyRow[] }[];
  }[];
}

export interface TeamTotals {
  readonly team: string | null;
  readonly overdue: number;
  readonly statutory: number;
  /** As many as AGES, in their order. */
  readonly ages: readonly number[];
}

export interface OverdueReport
  extends Pick<ReportInput, 'today' | 'until' | 'heldFrom' | 'unit' | 'for' | 'team'> {
  readonly totals: {
    readonly overdue: number;
    readonly statutory: number;
    readonly soon: number;
    readonly toSettle: number;
  };
  readonly teams: readonly TeamTotals[];
  /** Null if there is no earlier report. */
  readonly since: {
    readonly on: IsoDate;
    /** No longer overdue: what was put off (`moved`) is not counted as cleared. */
    readonly cleared: readonly (ReportedRow & { readonly fate: BecameOf })[];
    /** Still overdue, and no longer in this report: the child has another team or IRO. */
    readonly elsewhere: readonly ReportedRow[];
    readonly new: number;
  } | null;
  readonly groups: readonly DutyGroup[];
  readonly soon: readonly DutyRow[];
  readonly toSettle: readonly ActionRow[];
  readonly lateReviews: readonly LateReviewRow[];
  readonly toPlan: readonly ToPlanReported[];
  /** Of applicants to the review mechanism: in no figure above, and in a report of everyone alone. */
  readonly ofApplicants: {
    readonly overdue: readonly DutyRow[];
    readonly soon: readonly DutyRow[];
    readonly toSettle: readonly ActionRow[];
  };
  /** Of a report of one team only, those without a team alone. */
  readonly unplaced: Unplaced;
}
