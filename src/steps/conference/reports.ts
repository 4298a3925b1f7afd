/** The reports for a child protection conference: asked for, received, shared with the family. */

import type { ConferenceMember } from '../../core/children/conference-list';
import { CONFERENCE_REPORTS_RECEIVED } from '../../core/events/protection';
import {
  CONFERENCE_REPORT_ASKED,
  CONFERENCE_REPORT_RECEIVED,
  CONFERENCE_REPORTS_SHARED,
} from '../../core/events/protection/conference';
import { listed } from '../../core/in-words';
import { type IsoDate, longDate } from '../../core/time/dates';
import { type Around, flag, stepsOf, type ToDo } from '../step';
import { type OfConference, tagsOf, theirWords, untilDone } from './case';

type Here = Around<OfConference>;

const step = stepsOf<OfConference>();

export const REPORTS = [
  step(CONFERENCE_REPORT_ASKED, {
    what: 'Reports asked for',
    by: 'ref',
    often: true,
    each: {
      all: (of) => tagsOf(of, ({ isToReport, report }) => isToReport && report === null),
    },
    flags: {
      ref: flag('--asked <list>', 'these were asked to report: health,teacher, or all'),
      by: flag('--by <date>', 'by when (else as the pack has it)', { ask: 'By when?', needed: true }),
    },
    next: (of) =>
      tagsOf(of, ({ isToReport, asked, report }) => isToReport && !asked && !report).length === 0
        ? null
        : { what: 'Ask for the reports', who: 'unit', typed: { ref: 'all' } },
    saysWhen: true,
    words: ({ ref, by }, { the }) => `report asked of ${the(ref)}, to come by ${longDate(by)}`,
    notes: ({ by }, { of: { plan } }) => [
      plan !== null && by >= plan.meeting ? `The conference is on ${longDate(plan.meeting)}.` : null,
    ],
  }),
  step(CONFERENCE_REPORT_RECEIVED, {
    what: 'Report received',
    by: 'ref',
    each: {},
    flags: {
      ref: flag('--from <list>', 'whose report came: health'),
      impact: flag('--impact <text>', 'what it says the work done has brought about', {
        ask: 'What has the work done brought about, as the report says?',
      }),
      changed: flag('--changed <text>', 'what it says has changed since the last conference', {
        ask: 'What has changed since the last conference?',
      }),
    },
    words: ({ ref }, { the }) => `report of ${the(ref)} received`,
    next: reportOwed,
    notes: ({ impact, changed }, { of: { conference } }) => [
      conference.number > 0 && impact === null
        ? 'It is not recorded what the work done has brought about (--impact "…").'
        : null,
      conference.number > 0 && changed === null
        ? 'It is not recorded what has changed since the last conference (--changed "…").'
        : null,
    ],
  }),
  step(CONFERENCE_REPORTS_RECEIVED, {
    what: 'All reports in',
    flags: { on: flag('--all-in <date>', 'all the reports are with the chair') },
    notes: (_, here) => [missingReports(here)],
  }),
  step(CONFERENCE_REPORTS_SHARED, {
    what: 'Reports shared with the family',
    byAny: true,
    flags: {
      to: flag('--shared <list>', 'the social worker shared what they say with these: mother,child'),
      why: flag('--not-shared <text>', 'or why not with the parents, or with the child'),
    },
    next: (of) =>
      tagsOf(of, isOwed).length > 0
        ? null
        : untilDone(CONFERENCE_REPORTS_SHARED, 'Share the reports with the family', 'social-worker', {
            to: 'WHO',
          })(of),
    words: ({ to }, { called }) =>
      to.length === 0 ? 'why the reports are not shared' : `reports shared with ${called(to)}`,
  }),
];

const isOwed = ({ asked, report }: ConferenceMember): boolean => asked !== null && report === null;

/** One that was asked for: that whose day has come first of all. */
function reportOwed({ members }: OfConference, today: IsoDate): ToDo | null {
  const owed = members.filter(isOwed);
  const late = owed.find(({ asked }) => asked!.by <= today);
  const [first] = late ? [late] : owed;
  if (first === undefined) return null;
  const due = late && { due: late.asked!.by };
  return { what: `Get the report of ${theirWords(first)}`, who: 'unit', ...due, typed: { ref: first.ref } };
}

function missingReports({ of, facts }: Here): string | null {
  const came = new Set(
    facts.flatMap(({ kind, attributes }) =>
      kind === CONFERENCE_REPORT_RECEIVED.kind ? attributes.ref! : [],
    ),
  );
  const missing = of.members.filter(
    ({ ref, isToReport, report }) => isToReport && report === null && !came.has(ref),
  );
  return missing.length === 0 ? null : `No report is recorded of ${listed(missing.map(theirWords))}.`;
}
