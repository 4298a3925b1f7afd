/** Tables of people: the children, those who work with them, and who worked with which child. Pure. */
import { irosOf } from '../../../core/children/iro-record';
import { diedOn } from '../../../core/events/death';
import { type SsdChild, type SsdField, type SsdTable, table, type Value } from './table';

const given = ({ child, names }: SsdChild, part: 'first' | 'last'): Value => {
  if (!names || child.name === null) return null;
  const words = child.name.split(/\s+/);
  return part === 'last' ? words.at(-1)! : words.slice(0, -1).join(' ') || null;
};

export const PERSON: SsdTable = table('ssd_person', (known) => [known], [
  ['pers_person_id', 'primary', ({ child }) => child.ref],
  ['pers_forename', 'nvarchar', (known) => given(known, 'first')],
  ['pers_surname', 'nvarchar', (known) => given(known, 'last')],
  ['pers_sex', 'nvarchar', ({ child }) => child.sex],
  ['pers_gender', 'nvarchar'],
  ['pers_ethnicity', 'nvarchar', ({ child }) => child.ethnicity],
  ['pers_dob', 'datetime', ({ child }) => child.born],
  ['pers_common_child_id', 'nvarchar'],
  ['pers_legacy_id', 'nvarchar'],
  ['pers_upn_unknown', 'nvarchar'],
  ['pers_send_flag', 'nchar'],
  ['pers_expected_dob', 'datetime'],
  ['pers_death_date', 'datetime', ({ facts }) => diedOn(facts)],
  ['pers_is_mother', 'nchar'],
  ['pers_nationality', 'nvarchar'],
]);

/** Who has a child now or had: each IRO from a day to a day; of the social worker it is not recorded since when. */
function involved(known: SsdChild) {
  const { story, socialWorkerId, event, person, besides } = known;
  const iros = irosOf(story)
    .filter(({ iro }) => iro !== null)
    .map(({ iro, event: named, from, until }) => ({
      ...{ known, id: event(named), who: person(iro), role: 'IRO', from: from as string | null, until },
    }));
  if (socialWorkerId === null) return iros;
  const worker = { id: besides('social-worker'), who: person(socialWorkerId), role: 'social worker' };
  return [...iros, { ...worker, known, from: null, until: null }];
}

export const INVOLVEMENTS: SsdTable = table('ssd_involvements', involved, [
  ['invo_involvements_id', 'nvarchar', ({ id }) => id],
  ['invo_professional_id', 'nvarchar', ({ who }) => who],
  ['invo_professional_role_id', 'nvarchar', ({ role }) => role],
  ['invo_professional_team', 'nvarchar', ({ known }) => known.child.team],
  ['invo_involvement_start_date', 'datetime', ({ from }) => from],
  ['invo_involvement_end_date', 'datetime', ({ until }) => until],
  ['invo_worker_change_reason', 'nvarchar'],
  ['invo_person_id', 'nvarchar', ({ known }) => known.child.ref],
  ['invo_referral_id', 'nvarchar'],
]);

/** Someone who works with the children, as the dataset has them. */
export interface Professional {
  readonly id: string;
  /** Null if names are not given. */
  readonly name: string | null;
  readonly role: string;
  readonly team: string | null;
}

/** Not of a child: each who works here is a row. */
export const OF_A_PROFESSIONAL: readonly SsdField<Professional>[] = [
  ['prof_professional_id', 'primary', ({ id }) => id],
  ['prof_staff_id', 'nvarchar'],
  ['prof_professional_name', 'nvarchar', ({ name }) => name],
  ['prof_social_worker_registration_no', 'nvarchar'],
  ['prof_professional_job_title', 'nvarchar', ({ role }) => role],
  ['prof_professional_caseload', 'int'],
  ['prof_professional_department', 'nvarchar', ({ team }) => team],
  ['prof_full_time_equivalency', 'float'],
  ['prof_agency_worker_flag', 'NCHAR'],
];
