/** What a document says of an applicant's determination, to whom it goes, and whether it is true of it. */
import { type DeterminationNow, determinationMeant, determinationsOf } from '../cases/determination';
import { theirWords } from '../cases/people/who';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { isWithoutRight } from '../core/children/determinations';
import { IRM_NOTIFIED, IRM_PAPERS_SENT, REPRESENTATIONS_MADE } from '../core/events/mechanism';
import { type NameReference, partOf, type Telling } from '../core/privacy/kept-names';
import { lastOf, lastTaken } from '../core/reviews/record';
import { limitWords, type Rule } from '../core/rules/rule';
import type { DocumentData } from '../documents/fill';
import type { LetterSays } from '../documents/template/field-list';
import type { TemplateShelf } from '../documents/template/shelf';
import type { Template } from '../documents/template/template';
import { UserError } from '../errors';
import type { Applicant } from '../store/applicants';
import { keptFactsNoted } from '../store/chronology';
import { type ChildPerson, everyoneOf, peopleOf } from '../store/people/child-people';
import { recordedAs, standing } from '../store/people/names';
import { settingsData, withoutAbsent } from './data/all';
import { aboutAddressee } from './data/child';
import { saysOf } from './data/words';
import { toldIn } from './named';
import type { Recipient } from './recipient';

/** A determination as a document tells of it: its texts are as they are kept. */
export interface OfApplicant {
  readonly context: Context;
  readonly unit: Unit;
  readonly applicant: Applicant;
  readonly determination: DeterminationNow;
  /** `A1 Q1` */
  readonly label: string;
}

/** The determination of `--which`, or the only one that is open. */
export function determinationFor(
  context: Context,
  unit: Unit,
  applicant: Applicant,
  which: string | undefined,
): OfApplicant {
  const { reckoning } = reckoned(context, unit, applicant, keptFactsNoted);
  const determination = determinationMeant(applicant, determinationsOf(context, unit, reckoning), which);
  return { context, unit, applicant, determination, label: `${applicant.ref} ${determination.ref}` };
}

const NOBODY: Omit<
  Recipient,
  'tag' | 'ref' | 'role' | 'name' | 'called' | 'email' | 'telephone' | 'address'
> = {
  personId: null,
  hasResponsibility: false,
  contact: null,
  knowsPlacement: false,
  isStaff: false,
  delegateOf: null,
  participant: null,
};

/** Those to whom documents go: the applicant, whoever applies with them, and the mechanism. */
function applicantRecipients({ context, unit, applicant }: OfApplicant): Recipient[] {
  const { name, address, email, telephone } = applicant;
  const set = (key: string): string | null => unit.settings.get(`mechanism.${key}`) ?? null;
  const joint = peopleOf(unit.db, applicant.id, context.today).filter(isJoint);
  return [
    {
      ...{ ...NOBODY, tag: 'applicant', ref: 'applicant', role: 'applicant' },
      ...{ name, called: 'applicant', email, telephone, address },
    },
    ...joint.map((person) => ({
      ...{ ...NOBODY, tag: person.tag, ref: person.tag, role: 'joint-applicant', personId: person.personId },
      ...{ name: person.name, called: theirWords(person), email: person.email, telephone: person.telephone },
      // They live at one address unless another is recorded.
      address: person.address ?? address,
    })),
    {
      ...{ ...NOBODY, tag: 'mechanism', ref: 'mechanism', role: 'mechanism', called: 'review mechanism' },
      ...{ name: set('name'), address: set('address'), email: set('email'), telephone: set('telephone') },
    },
  ];
}

const isJoint = ({ role }: ChildPerson): boolean => role === 'carer' || role === 'adopter';

/** Those of a template's roles, or the one that was typed. */
export function applicantRecipient(
  of: OfApplicant,
  template: Template,
  typed: string | undefined,
): Recipient {
  const all = applicantRecipients(of).filter(({ role }) => template.roles.includes(role));
  const wanted = typed?.trim().toLowerCase();
  const found =
    wanted === undefined ? all[0] : all.find(({ tag, role }) => tag === wanted || role === wanted);
  if (found) return found;
  throw new UserError(
    `${of.label}: ${template.name} is not for “${typed}”. Nothing was written.`,
    `It is for ${all.map(({ tag }) => `--to ${tag}`).join(' or ')}.`,
  );
}

/** True if a document tells of such a determination, and of what has happened of it. */
const isTrueOf = ({ determination }: OfApplicant, { of, moment }: Template): boolean =>
  isOfIts(determination, of) && hasHappened(determination, moment);

const isOfIts = (determination: DeterminationNow, of: Template['of']): boolean =>
  of.length === 0 || of.includes(isWithoutRight(determination) ? 'no-right' : determination.sent.kind);

const hasHappened = ({ record }: DeterminationNow, moment: string | null): boolean =>
  moment === null || lastOf(record, moment) !== undefined;

/** Refuses a document that would say what is not so. */
export function refuseUntrueOf({ determination, applicant, label }: OfApplicant, template: Template): void {
  if (!isOfIts(determination, template.of)) {
    const is = isWithoutRight(determination)
      ? 'a determination that rests on a specified conviction'
      : `a determination about ${determination.sent.kind.replaceAll('-', ' ')}`;
    throw new UserError(
      `${label} is ${is}: ${template.name} is not about that. Nothing was written.`,
      `What goes out now: irotool letter pack ${applicant.ref}`,
    );
  }
  if (hasHappened(determination, template.moment)) return;
  throw new UserError(
    `${label}: ${template.name} is for later. Nothing was written.`,
    `To record what comes first: irotool irm record ${applicant.ref} --which ${determination.ref}`,
  );
}

/** The documents of the last thing that happened of it, each with whom it goes to. */
export function documentsDue(
  of: OfApplicant,
  shelf: TemplateShelf,
): { template: Template; recipient: Recipient }[] {
  const all = [...shelf.templates.values()].filter(({ kind }) => kind === 'determination');
  const moments = new Set(all.map(({ moment }) => moment));
  const last = of.determination.record.moments.findLast(({ fact }) => moments.has(fact.kind))?.fact.kind;
  return all
    .filter((template) => template.moment === last && isTrueOf(of, template))
    .flatMap((template) =>
      applicantRecipients(of)
        .filter(({ role }) => template.roles.includes(role))
        .map((recipient) => ({ template, recipient })),
    );
}

/** Everything that it may say to one reader. */
export function applicantData(of: OfApplicant, recipient: Recipient): DocumentData {
  const { unit, applicant, determination, context } = of;
  const { sent, record, recommended, decided, papersDue, right, ref } = determination;
  const { settings } = unit;
  const { day } = saysOf(settings);
  const papers = lastTaken(record, IRM_PAPERS_SENT);
  const rule = unit.engine.rules.find(({ id }) => id === right?.rule);
  const said: Partial<LetterSays> = {
    ...settingsData(settings),
    today: day(context.today),
    addressee: aboutAddressee(recipient),
    applicant: { ref: applicant.ref, name: applicant.name },
    mechanism: {
      name: settings.get('mechanism.name'),
      address: settings.get('mechanism.address'),
      telephone: settings.get('mechanism.telephone'),
      email: settings.get('mechanism.email'),
      runBy: settings.get('mechanism.run-by'),
    },
    determination: {
      ref,
      sentOn: day(sent.on),
      reasons: sent.reasons,
      lastDay: day(right?.due ?? null),
      days: rule && daysOf(rule),
      isEnding: sent.of === 'ending',
      isTerms: sent.of === 'terms',
      isOwnConviction: sent.conviction === 'own',
      representationsOn: day(lastTaken(record, REPRESENTATIONS_MADE)?.on ?? null),
      notifiedOn: day(lastTaken(record, IRM_NOTIFIED)?.on ?? null),
      papersDue: day(papersDue?.due ?? null),
      papers: papers?.papers,
    },
    panel: recommended && {
      recommendedOn: day(recommended.on),
      isDifferent: recommended.outcome === 'different',
      reasons: recommended.reasons,
    },
    decision: decided && {
      madeOn: day(decided.on),
      isDifferent: decided.outcome === 'different',
      isConsidered: decided.considered,
      reasons: decided.reasons,
    },
  };
  return toldIn(withoutAbsent(said), tellOf(of));
}

/** `28 days`, `40 working days`. */
const daysOf = ({ limits }: Rule): string | undefined => limits[0] && limitWords(limits[0]);

/** Readers know the applicant and those with them by name, and nobody else whom a text speaks of. */
function tellOf({ unit, applicant }: OfApplicant): (reference: NameReference) => Telling {
  const own = new Set(everyoneOf(unit.db, applicant.id).map(({ personId }) => personId));
  return (reference) => {
    const now = standing(unit.db, reference);
    const isOwn = now.of === 'child' ? now.id === applicant.id : own.has(now.id);
    const who = isOwn ? recordedAs(unit.db, now) : undefined;
    if (who && who.name !== null) return { name: partOf(who.name, now.part, who.knownAs) };
    return { called: now.of === 'child' ? 'a child' : 'someone' };
  };
}
