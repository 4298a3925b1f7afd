/** The one thing to do next of a child’s conferences: what, by when, and what to type. Pure. */
import { heldAs } from '../../core/children/conferences';
import { CORE_GROUP_HELD } from '../../core/events/protection';
import {
  CONFERENCE_DECISION_SENT,
  CONFERENCE_EXPLAINED,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_REPORTS_SHARED,
  CONFERENCE_SUPPORT_REMINDED,
  OUTLINE_PLAN_SENT,
  PROTECTION_PLAN_UPDATED,
  SUPPORT_OFFERED,
} from '../../core/events/protection/conference';
import { lastOf, takenIn } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { OfHeldConference } from '../conference/after';
import { type OfConference, tagsOf } from '../conference/case';

/** What is to be done, who does it, by when if a day is known, and what to type. */
export interface NextOfConference {
  readonly what: string;
  readonly who: string;
  readonly due: IsoDate | null;
  readonly command: string;
  /** What the capitals of the command stand for, if they are one of a few words. */
  readonly choices: string | null;
}

type Next = NextOfConference | null;

/** `coming` is null if no conference can come; `last` is the last that was held. */
export function nextOfConferences(
  coming: OfConference | null,
  last: OfHeldConference | null,
  today: IsoDate,
): Next {
  return (
    (coming && meetingPassed(coming, today)) ??
    (coming && exclusionUntold(coming)) ??
    (last && afterLast(last)) ??
    (coming && beforeNext(coming, today)) ??
    null
  );
}

function meetingPassed({ plan, ref, conference }: OfConference, today: IsoDate): Next {
  if (plan === null || plan.meeting > today) return null;
  const isToday = plan.meeting === today;
  return {
    what: isToday
      ? 'Hold the conference'
      : `Say what happened at the conference of ${longDate(plan.meeting)}`,
    ...{ who: 'chair', due: plan.meeting, choices: outcomeWords({ conference }) },
    command: `irotool conference hold ${ref} --on ${plan.meeting} --outcome OUTCOME`,
  };
}

const outcomeWords = ({ conference: { number } }: Pick<OfConference, 'conference'>): string =>
  `OUTCOME is ${number === 0 ? 'plan or no-plan' : 'continue or end'}.`;

function exclusionUntold(of: OfConference): Next {
  const [untold] = tagsOf(of, ({ excluded, told }) => excluded !== null && told === null);
  if (untold === undefined) return null;
  return {
    what: `Tell ${untold} the reasons why the chair excluded them`,
    ...{ who: 'chair', due: null, choices: null },
    command: `irotool conference exclude ${of.ref} --who ${untold} --told today`,
  };
}

/** What follows the last conference, in its order; what the pack dates has its day on `due`. */
function afterLast(of: OfHeldConference): Next {
  const { outcome } = heldAs(of.conference)!;
  const isOn = outcome === 'plan' || outcome === 'continue';
  const after: readonly (readonly [
    isOwed: boolean,
    event: { readonly kind: string },
    what: string,
    who: string,
    type: string,
  ])[] = [
    [
      true,
      CONFERENCE_DECISION_SENT,
      'Send the decision of the conference',
      'unit',
      '--decision-sent today --sent-to WHO',
    ],
    [
      outcome === 'plan',
      OUTLINE_PLAN_SENT,
      'Send the outline of the plan',
      'chair',
      '--outline-sent today --outline-to WHO',
    ],
    [outcome === 'plan', CORE_GROUP_HELD, 'Hold the first core group', 'social-worker', '--core-group DATE'],
    [
      outcome === 'continue',
      PROTECTION_PLAN_UPDATED,
      'Bring the plan up to date',
      'social-worker',
      '--plan-updated today',
    ],
    [!isOn, SUPPORT_OFFERED, 'Offer help that is voluntary', 'social-worker', '--offered OFFER'],
  ];
  const open = after.find(([isOwed, { kind }]) => isOwed && lastOf(of.conference, kind) === undefined);
  if (!open) return null;
  const [, , what, who, type] = open;
  const choices = type.includes('OFFER') ? 'OFFER is child-in-need or early-help.' : null;
  return { what, who, due: null, choices, command: `irotool conference after ${of.again} ${type}` };
}

/** Of a conference that nothing asks for there is nothing to do. */
function beforeNext(of: OfConference, today: IsoDate): Next {
  const { ref, plan, dueBy, conference } = of;
  const has = (event: { readonly kind: string }): boolean => lastOf(conference, event.kind) !== undefined;
  if (plan === null) {
    if (dueBy === null) return null;
    return {
      what: `Plan the ${conference.number === 0 ? 'initial' : 'review'} conference`,
      ...{ who: 'unit', due: dueBy, choices: null },
      command: `irotool conference plan ${ref} --meeting "DAY TIME" --venue "VENUE"`,
    };
  }
  const explained = new Set(takenIn(conference, CONFERENCE_EXPLAINED).map(({ by }) => by));
  const unasked = tagsOf(of, ({ isToReport, asked, report }) => isToReport && !asked && !report);
  const owed = tagsOf(of, ({ asked, report }) => asked !== null && report === null);
  const step = (
    what: string,
    who: string,
    type: string,
    due: IsoDate | null = null,
    choices: string | null = null,
  ): Next => ({
    ...{ what, who, due: due ?? plan.meeting, choices },
    command: `irotool conference ${type}`,
  });
  if (!has(CONFERENCE_INVITATIONS_SENT)) {
    return step('Send the invitations', 'unit', `participants ${ref} --invited today`);
  }
  if (unasked.length > 0) return step('Ask for the reports', 'unit', `reports ${ref} --asked all --by DATE`);
  if (!has(CONFERENCE_SUPPORT_REMINDED)) {
    return step(
      'Remind the parents that they may bring an advocate or supporter',
      'unit',
      `participants ${ref} --reminded WHO`,
    );
  }
  const late = of.members.find(({ asked, report }) => asked !== null && report === null && asked.by <= today);
  if (late)
    return step(`Get the report of ${late.ref}`, 'unit', `reports ${ref} --from ${late.ref}`, late.asked!.by);
  if (owed.length === 0 && !has(CONFERENCE_REPORTS_SHARED)) {
    return step('Share the reports with the family', 'social-worker', `reports ${ref} --shared WHO`);
  }
  for (const who of ['social-worker', 'chair'] as const) {
    if (explained.has(who)) continue;
    const what =
      who === 'chair' ? 'what will happen, and what can be decided' : 'what will happen, and who comes';
    return step(
      `Explain to the family ${what}`,
      who,
      `participants ${ref} --explained-by ${who} --explained-to WHO`,
    );
  }
  if (owed.length > 0)
    return step(`Get the report of ${owed[0]}`, 'unit', `reports ${ref} --from ${owed[0]}`);
  return step(
    'Hold the conference',
    'chair',
    `hold ${ref} --on ${plan.meeting} --outcome OUTCOME`,
    null,
    outcomeWords(of),
  );
}
