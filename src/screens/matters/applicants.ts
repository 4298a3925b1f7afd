/** Applicants to the review mechanism in a list, each with its determinations and how they stand. */
import { type DeterminationNow, determinationJson } from '../../cases/determination';
import type { IsoDate } from '../../core/time/dates';
import type { Applicant } from '../../store/applicants';
import { inRows } from '../../ui/rows';
import { dayIn } from '../../ui/words';
import { determinationWords, KIND_WORDS } from '../people/applicant';
import type { Shown } from '../show';

interface ListedApplicant {
  readonly applicant: Applicant;
  readonly determinations: readonly DeterminationNow[];
}

export const applicantJson = ({
  ref,
  name,
  kind,
  address,
  email,
  telephone,
  socialWorker,
}: Applicant): object => ({
  ...{ ref, name, kind, address, email, telephone, socialWorker },
});

/** `D1`, `refusal, Tue 3 Mar`, and how it stands. */
export const determinationRow = (each: DeterminationNow, today: IsoDate): string[] => [
  each.ref,
  `${each.sent.kind.replaceAll('-', ' ')}, ${dayIn(each.sent.on, today)}`,
  determinationWords(today, each),
];

/** Those that are open; or if `all`, those decided too. */
export function applicantsShown(applicants: readonly ListedApplicant[], today: IsoDate, all: boolean): Shown {
  const rows = applicants.flatMap(({ applicant, determinations }) =>
    determinations.length === 0
      ? [[applicant.ref, '', KIND_WORDS[applicant.kind], 'no determination recorded']]
      : determinations.map((each) => [applicant.ref, ...determinationRow(each, today)]),
  );
  const none = all
    ? 'No applicants are recorded yet. To record one: irotool irm add --ref REF --kind foster-carer --name NAME'
    : 'No determination is open. To see those decided too: irotool irm list --all';
  return {
    json: () => ({
      applicants: applicants.map(({ applicant, determinations }) => ({
        ...applicantJson(applicant),
        determinations: determinations.map(determinationJson),
      })),
    }),
    csv: () => [['applicant', 'determination', 'of', 'how it stands'], ...rows],
    screen: () =>
      rows.length === 0
        ? [none]
        : {
            parts: ['APPLICANTS', inRows(rows, [{}, {}, {}, { wraps: true, min: 24 }])],
            said: [`To see one: irotool irm show ${rows[0]![0]}`],
          },
  };
}
