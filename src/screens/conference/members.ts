/** How the list of a child protection conference is shown: who comes, who is to report, who is excluded. */

import { conferenceAnswer, conferenceJson } from '../../cases/conference/account';
import type { ConferenceReading, MemberWho } from '../../cases/conference/reading';
import { theirName } from '../../cases/meeting/participants';
import { isPreBirth } from '../../core/children/conferences';
import { dayAndTime, type IsoDate, longDate } from '../../core/time/dates';
import { inRows } from '../../ui/rows';
import { dayIn, listed } from '../../ui/words';
import type { Screen, Shown } from '../show';

/** Who is on the list, and in which part. */
export const membersShown = (reading: ConferenceReading): Shown => ({
  json: () => ({
    child: { ref: reading.child.ref, name: reading.child.name },
    conference: conferenceJson(reading.conference),
    members: conferenceAnswer(reading).members,
  }),
  screen: () => screen(reading),
});

function screen(reading: ConferenceReading): Screen {
  const { conference, label, plan, members } = reading;
  const on = conference.heldOn
    ? `held ${longDate(conference.heldOn)}`
    : plan
      ? `planned for ${dayAndTime(plan.meeting, plan.time)}`
      : 'no day is fixed';
  const shown = members.filter(
    (each) => each.part !== 'none' || each.listed !== null || each.ref === 'child',
  );
  const rows = shown.map((each) => [each.ref, each.name ?? 'not recorded', memberWords(each, reading)]);
  const next = nextWith(reading);
  return {
    parts: [`${label}  ${on}`, inRows(rows, [{}, {}, { wraps: true, min: 20 }]), ...missingLines(reading)],
    said: next ? [next] : [],
  };
}

/** `invited; report asked for by Thu 9 Jul` */
export function memberWords(
  each: MemberWho,
  { today, conference: { heldOn }, sat }: Pick<ConferenceReading, 'today' | 'conference' | 'sat'>,
): string {
  const { part, isProposed, listed: said, asked, report, isToReport, excluded, told, agency } = each;
  const day = (on: IsoDate): string => dayIn(on, today);
  const invited = { invited: 'invited', consulted: 'asked for their views', none: 'not on the list' }[part];
  const reporting = report
    ? `report received ${day(report.on)}`
    : asked
      ? `report asked for by ${day(asked.by)}`
      : isToReport
        ? 'report not asked for yet'
        : '';
  return [
    heldOn !== null && isProposed && part !== 'none'
      ? ''
      : isProposed && part !== 'none'
        ? `would be ${invited}`
        : invited,
    heldOn !== null && sat!.attended.length > 0 && (each.came ? 'came' : 'was not there'),
    said?.agency && agency,
    reporting,
    each.ref === 'child' && said?.agreed.length ? `agreed by ${listed(said.agreed)}` : '',
    said?.support && `brings ${said.support}`,
    excluded &&
      `excluded by the chair from ${excluded.part === 'all' ? 'all' : 'part'} of it (${excluded.why}); ${
        excluded.instead === null ? 'how they contribute is not recorded' : `contributes: ${excluded.instead}`
      }; ${told ? `told the reasons ${day(told.on)}` : 'not told the reasons yet'}`,
    said?.why,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Who should be there and is not recorded, or is not asked. */
function missingLines({ members, child, quorum }: ConferenceReading): string[] {
  const lines: string[] = [];
  const has = (role: string): boolean => members.some((each) => each.role === role);
  if (!has('social-worker')) {
    lines.push(
      `Missing: the social worker. To add one: irotool child edit ${child.ref} --social-worker NAME`,
    );
  }
  if (!has('parent')) {
    lines.push(`Missing: a parent. To add one: irotool child link ${child.ref} NAME --role parent`);
  }
  const agencies = new Set(members.flatMap(({ agency, part }) => (part === 'invited' ? (agency ?? []) : [])));
  if (quorum !== null && agencies.size <= quorum) {
    lines.push(
      `Fewer than ${quorum + 1} agencies are invited (${listed([...agencies]) || 'none'}). To add someone: irotool child link ${child.ref} NAME --role health`,
    );
  }
  return lines.length === 0 ? [] : ['', ...lines];
}

function nextWith({ members, child, conference }: ConferenceReading): string | null {
  if (conference.heldOn !== null) return null;
  const asked = members.find(({ ref }) => ref === 'child');
  if (asked && asked.listed === null && !isPreBirth(conference)) {
    return `If the child is old enough, and those with parental responsibility agree: irotool conference participants ${child.ref} --add child --agreed WHO`;
  }
  const unasked = members.filter((each) => each.isToReport && !each.asked && !each.report);
  if (unasked.length === 0) return null;
  return `To ask for the reports of ${listed(unasked.map(({ who }) => theirName(who)))}: irotool conference reports ${child.ref} --asked all --by DATE`;
}
