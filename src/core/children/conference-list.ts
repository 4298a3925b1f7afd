/**
 * Who is on the list of a child protection conference: as recorded, or as offered, with the reports, the exclusions and
 * what is said of each; and whether enough agencies came. Pure.
 */

import type { Said } from '../events/event';
import {
  CONFERENCE_EXCLUDED,
  CONFERENCE_EXCLUSION_LIFTED,
  CONFERENCE_EXCLUSION_TOLD,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_LISTED,
  type CONFERENCE_PARTS,
  CONFERENCE_REPORT_ASKED,
  CONFERENCE_REPORT_RECEIVED,
} from '../events/protection/conference';
import { takenIn } from '../reviews/record';
import type { Someone } from '../reviews/who-should-come';
import { type Conference, heldAs } from './conferences';
import { BIRTH_FAMILY } from './family';

/** Someone with their part in a conference. */
export interface ConferenceMember {
  readonly ref: string;
  /** In words: `the child`, `mother`, `teacher`. */
  readonly called: string;
  readonly part: (typeof CONFERENCE_PARTS)[number];
  /** Nothing was recorded: the part is an offer. */
  readonly isProposed: boolean;
  /** `social care`, `education`, `health`, or as it was said; null of the family. */
  readonly agency: string | null;
  readonly isToReport: boolean;
  readonly listed: Said<typeof CONFERENCE_LISTED> | null;
  readonly asked: Said<typeof CONFERENCE_REPORT_ASKED> | null;
  readonly report: Said<typeof CONFERENCE_REPORT_RECEIVED> | null;
  /** They have parental responsibility. */
  readonly hasResponsibility: boolean;
  /** The invitations went to them. */
  readonly isSent: boolean;
  readonly came: boolean;
  /** The chair’s decision, if it stands. */
  readonly excluded: Said<typeof CONFERENCE_EXCLUDED> | null;
  readonly told: Said<typeof CONFERENCE_EXCLUSION_TOLD> | null;
}

const SOCIAL_CARE = 'social care';
/** For which agency those of a role come; a practitioner of any other role is called by what they are. */
const AGENCIES: Readonly<Record<string, string>> = {
  'social-worker': SOCIAL_CARE,
  'supervising-social-worker': SOCIAL_CARE,
  'personal-adviser': SOCIAL_CARE,
  teacher: 'education',
  health: 'health',
  'residential-worker': 'the children’s home',
  'link-worker': 'the children’s home',
};
/** Who works with the child and family, and is no part of it. */
const PRACTITIONERS: readonly string[] = [...Object.keys(AGENCIES), 'other'];

/** True of someone who works with the child, and reports. */
export const isPractitioner = ({ role }: Pick<Someone, 'role'>): boolean => PRACTITIONERS.includes(role);
/** True of a parent, of whoever has parental responsibility, and of relatives. */
const isOfTheFamily = ({ role, hasResponsibility }: Someone): boolean =>
  BIRTH_FAMILY.includes(role) || hasResponsibility;

interface Called extends Someone {
  readonly called: string;
}

/**
 * Everyone with their part. The practitioners of the conferences before it and new ones, the parents and relatives are
 * offered a place; the child only once those with parental responsibility agree. `before`: the conferences of the same
 * series that were held.
 */
export function membersOf(
  conference: Conference,
  before: readonly Conference[],
  people: readonly Called[],
): ConferenceMember[] {
  const sent = new Set(takenIn(conference, CONFERENCE_INVITATIONS_SENT).flatMap(({ to }) => to.map(lower)));
  const here = new Set(heldAs(conference)?.attended.map(lower) ?? []);
  const came = new Set(before.flatMap((each) => heldAs(each)?.attended ?? []).map(lower));
  return people.map((someone) => {
    const { ref } = someone;
    const last = <V extends { readonly ref: string }>(all: readonly V[]): V | null =>
      all.findLast((each) => lower(each.ref) === ref) ?? null;
    const listed = last(takenIn(conference, CONFERENCE_LISTED));
    const excluded = last(takenIn(conference, CONFERENCE_EXCLUDED));
    const lifted = last(takenIn(conference, CONFERENCE_EXCLUSION_LIFTED));
    const told = last(takenIn(conference, CONFERENCE_EXCLUSION_TOLD));
    const isOffered = isPractitioner(someone) || isOfTheFamily(someone) || came.has(ref);
    const part = listed?.part ?? (isOffered ? 'invited' : 'none');
    const stands = excluded !== null && (lifted === null || lifted.on < excluded.on) ? excluded : null;
    return {
      ...{ ref, called: someone.called, part, listed, isProposed: listed === null && !sent.has(ref) },
      hasResponsibility: someone.hasResponsibility,
      ...{ isSent: sent.has(ref), came: here.has(ref) },
      agency: listed?.agency ?? agencyOf(someone),
      isToReport: part !== 'none' && (listed?.report ?? isPractitioner(someone)),
      asked: last(takenIn(conference, CONFERENCE_REPORT_ASKED)),
      report: last(takenIn(conference, CONFERENCE_REPORT_RECEIVED)),
      excluded: stands,
      told: stands !== null && told !== null && told.on >= stands.on ? told : null,
    };
  });
}

const lower = (text: string): string => text.toLowerCase();

function agencyOf({ role, called }: Called): string | null {
  if (!PRACTITIONERS.includes(role)) return null;
  return AGENCIES[role] ?? called;
}

/** The agencies of those who came: social care, and how many others. */
export function agenciesThere(
  members: readonly ConferenceMember[],
  attended: readonly string[],
): { readonly hasSocialCare: boolean; readonly others: readonly string[] } {
  const came = new Set(attended.map(lower));
  const all = new Set(members.filter(({ ref }) => came.has(ref)).flatMap(({ agency }) => agency ?? []));
  return { hasSocialCare: all.has(SOCIAL_CARE), others: [...all].filter((each) => each !== SOCIAL_CARE) };
}
