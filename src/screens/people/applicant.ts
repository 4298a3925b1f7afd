/** How applicants to the review mechanism are shown. */
import type { DeterminationNow, DueNow } from '../../cases/determination';
import { theirWords } from '../../cases/people/who';
import type { Context } from '../../context';
import { isWithoutRight } from '../../core/children/determinations';
import type { Applicant, ApplicantKind } from '../../store/applicants';
import type { ChildPerson } from '../../store/people/child-people';
import { inRows, type Part } from '../../ui/rows';
import { count, dayIn } from '../../ui/words';

export const KIND_WORDS: Readonly<Record<ApplicantKind, string>> = {
  'foster-carer': 'foster carer',
  'prospective-adopter': 'prospective adopter',
  'information-applicant': 'applicant for protected adoption information',
};

/** By the tag that the record calls them, with their names. */
export const peopleRows = (people: readonly ChildPerson[]): Part =>
  inRows(
    people.map((person) => [person.tag, person.name, theirWords(person)]),
    [{}, {}, { wraps: true, min: 20 }],
  );

/** Who they are, above their determinations. */
export function headParts({ ref, name, kind, address, email, telephone, socialWorker }: Applicant): Part[] {
  const facts: [string, string | null][] = [
    ['Address', address],
    ['E-mail', email],
    ['Telephone', telephone],
    ['Social worker', socialWorker],
  ];
  const rows = facts.flatMap(([label, value]) => (value ? [[label, value]] : []));
  return [
    [ref, name].filter(Boolean).join('  '),
    KIND_WORDS[kind],
    inRows(rows, [{ min: 13 }, { wraps: true }], 2),
  ];
}

/** What a determination is, and how it stands: `fostering: 12 days left, by Tue 31 Mar`. */
export function determinationWords(today: Context['today'], determination: DeterminationNow): string {
  const { sent, route, recommended, decided, papersDue, right } = determination;
  if (decided) return `final decision ${dayIn(decided.on, today)}: ${sameOrNot(decided.outcome)}`;
  if (recommended) {
    return `the panel recommended ${sameOrNot(recommended.outcome)} ${dayIn(recommended.on, today)}: the agency is to decide`;
  }
  if (isWithoutRight(determination)) return 'no right to the mechanism: a specified conviction';
  if (route === 'representations') return 'representations made: the agency is to decide';
  if (papersDue && papersDue.metOn === null) {
    return `papers due ${dayIn(papersDue.due, today)}: ${left(papersDue)}`;
  }
  if (route === 'mechanism')
    return papersDue ? 'papers sent: the panel is to sit' : 'applied: the mechanism tells the agency';
  if (right === null)
    return sent.kind === 'protected-information' ? 'its days are not known: none are counted' : 'no days run';
  if (right.standing === 'lapsed')
    return `neither route taken by ${dayIn(right.due, today)}: the right has lapsed`;
  return `${left(right)}, to ${dayIn(right.due, today)}: apply or make representations`;
}

const sameOrNot = (outcome: 'same' | 'different' | null): string =>
  outcome === null ? 'not recorded' : outcome === 'same' ? 'the same decision' : 'a different decision';

function left({ daysLeft, workingDaysLeft, inWorkingDays }: DueNow): string {
  const [days, unit] = inWorkingDays ? [workingDaysLeft, 'working day'] : [daysLeft, 'day'];
  if (days === 0) return 'the last day is today';
  return days < 0 ? `${count(-days, unit)} late` : `${count(days, unit)} left`;
}
