/** Those to whom only the documents of one sort of case go: an applicant, whoever a dispute is raised with, a panel. */

import { theirWords } from '../cases/people/who';
import { stageAt } from '../core/children/disputes';
import { SECURE_PANEL_APPOINTED } from '../core/events/secure-and-pathway';
import { isSameName } from '../core/names/likeness';
import { lastTaken } from '../core/reviews/record';
import { type Applicant, findApplicant } from '../store/applicants';
import { peopleOf } from '../store/people/child-people';
import { forUnit } from '../store/people/names';
import { findPeople } from '../store/people/people';
import { capital } from '../ui/words';
import type { LetterCase } from './letter-case';
import type { Recipient } from './recipient';

const OF_NO_REVIEW = {
  ...{ personId: null, hasResponsibility: false, contact: null, knowsPlacement: false, isStaff: false },
  ...{ delegateOf: null, participant: null },
} as const;

/** Someone of the unit's people by name, with how to reach them; else what was typed. */
function byName({ unit }: LetterCase, name: string) {
  const known = findPeople(unit.db, name)[0];
  return {
    ...{ name, email: known?.email ?? null, telephone: known?.telephone ?? null },
    ...{ address: known?.address ?? null, isKnown: known !== undefined },
  };
}

/**
 * Whoever a dispute is raised with at the stage that it is at. One of the unit's people and whoever the ladder itself names
 * is a colleague; of anyone else nothing is known.
 */
export function raisedWith(of: LetterCase, everyone: readonly Recipient[]): Recipient[] {
  const stage = of.dispute === null ? null : stageAt(of.dispute);
  if (stage === null) return [];
  const to = stage.raised?.to ?? (stage.formal ? stage.who : 'social-worker');
  const role = { tag: 'raised-with', role: 'raised-with' } as const;
  const found = everyone.find(({ ref }) => ref === to.toLowerCase());
  if (found) return [{ ...found, ...role }];
  const { isKnown, ...reached } = byName(of, forUnit(of.unit.db, to));
  const isOfLadder = to === stage.who;
  const called = 'person with whom it is raised';
  return [
    {
      ...{ ...OF_NO_REVIEW, ...role, ref: 'raised-with', called, ...reached },
      ...{ isStaff: isKnown || isOfLadder, name: capital(reached.name.replace(/^the /, '')) },
      // What the ladder calls them, until somebody is named.
      isOffice: isOfLadder && !isKnown,
    },
  ];
}

/** Everyone on the panel that reviews a placement in secure accommodation: they know where it is, for they review it. */
export function panelMembers(of: LetterCase): Recipient[] {
  if (of.sort !== 'secure') return [];
  const panel = lastTaken(of.record, SECURE_PANEL_APPOINTED);
  return (panel?.members ?? []).map((member, at) => {
    const { isKnown: _, ...reached } = byName(of, forUnit(of.unit.db, member));
    const tag = `panel-${at + 1}`;
    return {
      ...{ ...OF_NO_REVIEW, tag, ref: tag, role: 'panel-member', called: 'panel member', ...reached },
      ...{ knowsPlacement: true, isStaff: !panel!.independent.some((each) => isSameName(each, member)) },
    };
  });
}

/** Of a determination: the applicant, whoever applies with them, and the review mechanism. */
export function applicantRecipients({ unit, child, today }: LetterCase): Recipient[] {
  const { name, address, email, telephone }: Applicant = findApplicant(unit.db, child.ref)!;
  const set = (key: string): string | null => unit.settings.get(`mechanism.${key}`) ?? null;
  const joint = peopleOf(unit.db, child.id, today).filter(
    ({ role }) => role === 'carer' || role === 'adopter',
  );
  return [
    {
      ...{ ...OF_NO_REVIEW, tag: 'applicant', ref: 'applicant', role: 'applicant', called: 'applicant' },
      ...{ name, email, telephone, address },
    },
    ...joint.map((person) => ({
      ...{ ...OF_NO_REVIEW, tag: person.tag, ref: person.tag, role: 'joint-applicant' },
      ...{ name: person.name, called: theirWords(person), email: person.email, telephone: person.telephone },
      // They live at one address unless another is recorded.
      ...{ personId: person.personId, address: person.address ?? address },
    })),
    {
      ...{
        ...OF_NO_REVIEW,
        tag: 'mechanism',
        ref: 'mechanism',
        role: 'mechanism',
        called: 'review mechanism',
        isOffice: true,
      },
      ...{ name: set('name'), address: set('address'), email: set('email'), telephone: set('telephone') },
    },
  ];
}
