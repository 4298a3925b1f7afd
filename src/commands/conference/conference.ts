/** `conference begin|plan|participants|exclude|reports`: before a child protection conference. Its steps are in steps/conference/. */

import { childNamed } from '../../cases/find';
import { clashesWith } from '../../cases/meeting/clashes';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { isStillOwed } from '../../core/engine/standing';
import { CONFERENCE_REPORTS_RECEIVED } from '../../core/events/protection';
import { CONFERENCE_REPORT_RECEIVED } from '../../core/events/protection/conference';
import type { IsoDate } from '../../core/time/dates';
import { ofConference, readingOf, runOfItsKind, typedAs } from '../../recording/conference/case';
import { meetingTyped } from '../../recording/meeting-typed';
import { type CommandOfOne, ofChild } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps } from '../../recording/steps/run';
import { membersShown } from '../../screens/conference/members';
import type { Shown } from '../../screens/show';
import { BEGIN } from '../../steps/conference/begin';
import { EXCLUDE, PARTICIPANTS } from '../../steps/conference/participants';
import { CANCEL, PLAN_INITIAL, PLAN_REVIEW } from '../../steps/conference/plan';
import { REPORTS } from '../../steps/conference/reports';
import { requireFlags } from '../../ui/prompts';

/** Runs `conference plan REF --meeting "DAY TIME"`. */
export const plan: CommandOfOne = (context, [ref], { reviewConference, ...options }) => {
  const meeting = typedAs(options, 'meeting');
  const typed = meeting === undefined ? null : meetingTyped(context, meeting);
  const day = typed && { meeting: typed.on, ...(typed.time !== null && { time: typed.time }) };
  return runOfItsKind(context, ref, { ...options, ...day }, [PLAN_INITIAL, PLAN_REVIEW], {
    isReview: reviewConference === true ? true : undefined,
    also: [CANCEL],
    more: { together: (read, _, facts) => ({ facts: [], notes: clashesWith(read, facts) }) },
  });
};

/** Runs `conference begin REF --strategy DATE`. */
export const begin: CommandOfOne = ofChild(BEGIN);

/** The list of a conference, shown if no step was typed. */
const showMembers = (read: Read, options: Options): Shown =>
  membersShown(readingOf(read, options, 'latest', null));

/** Runs `conference participants REF`: without a step, shows the list. */
export const participants: CommandOfOne = (context, [ref], options) =>
  runSteps(
    ofConference(PARTICIPANTS, 'preparing', {
      unasked: 'if typed',
      show: showMembers,
    }),
    context,
    ref,
    options,
  );

/** Runs `conference exclude REF --who WHO --why "…"`: without a step, shows the list. */
export const exclude: CommandOfOne = (context, [ref], options) =>
  runSteps(
    ofConference(EXCLUDE, 'preparing', {
      show: showMembers,
    }),
    context,
    ref,
    options,
  );

/** Runs `conference reports REF`: without a step, shows who has reported. */
export const reports: CommandOfOne = async (context, [ref], options) => {
  const by = options.asked !== undefined && options.by === undefined ? await dayOfPack(context, ref) : null;
  if (options.asked !== undefined && options.by === undefined && by === null)
    requireFlags(context, ['--by DATE']);
  return runSteps(
    ofConference(REPORTS, 'preparing', {
      unasked: 'if typed',
      show: showMembers,
    }),
    context,
    ref,
    { ...options, ...(by !== null && { by }) },
  );
};

/** The day by which the pack wants the reports for the conference that is planned; null if it names none. */
async function dayOfPack(context: Context, ref: string): Promise<IsoDate | null> {
  const unit = await context.open();
  const { duties } = reckoned(context, unit, childNamed(unit.db, ref)).reckoning;
  const duty = duties.find(
    (each) =>
      each.rule.direction === 'before' &&
      each.rule.metBy.some(({ kind }) => REPORTS_IN.has(kind)) &&
      isStillOwed(each, context.today),
  );
  return duty === undefined || duty.due < context.today ? null : duty.due;
}

const REPORTS_IN: ReadonlySet<string> = new Set([
  CONFERENCE_REPORTS_RECEIVED.kind,
  CONFERENCE_REPORT_RECEIVED.kind,
]);
