/** Of a case that is no review: the documents of the last thing that happened of it, each with whom it goes to. */
import { specOf } from '../../core/events/fact';
import { CONFERENCE_INVITATIONS_SENT } from '../../core/events/protection/conference';
import { isOfOne } from '../../core/privacy/told-in-letters';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { UserError } from '../../errors';
import { COURSES } from '../courses';
import { isOfKind, type LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { type Addressee, managesForChild } from '../recipient';
import { recipientsOf } from '../recipients';
import { ageFits, isFor, isOfConference } from '../which-document';

/** Cases whose invitations are to a meeting of their own: without a plan of it nobody is invited. */
const WITH_MEETING: readonly string[] = ['conference', 'secure', 'pathway', 'ending'];

/** What goes out now: nothing, if nothing has happened that any document tells of. */
export function documentsDue(of: LetterCase, shelf: TemplateShelf): ToMake[] {
  const all = [...shelf.templates.values()].filter(
    (template) => (template.moment !== null || template.kind === 'invitation') && isOfKind(template, of),
  );
  const isInvited = of.record.moments.some(({ fact }) => fact.kind === CONFERENCE_INVITATIONS_SENT.kind);
  const moments = new Set(all.map(({ moment }) => moment));
  const last = of.record.moments.findLast(({ fact }) => moments.has(fact.kind));
  // Of a course all that happened on its last day: a review that was held, and the next one planned.
  const latest = of.record.moments.filter(
    ({ fact, on }) => on === last?.on && (fact.kind === last.fact.kind || of.sort in COURSES),
  );
  // What was done that day for one person, or for several, is written to each of those alone, and to the child.
  const isOfThem = ({ ref }: Addressee, { moment }: Template): boolean => {
    const told = latest.filter(({ fact }) => fact.kind === moment);
    const spec = told[0] && specOf(told[0].fact);
    if (!spec || !isOfOne(spec) || ref === 'child') return true;
    return told.some(({ fact }) => fact.attributes.ref?.toLowerCase() === ref);
  };
  const due = all.filter(({ kind, moment }) => {
    if (kind !== 'invitation' || !WITH_MEETING.includes(of.sort)) {
      return latest.some(({ fact }) => fact.kind === moment);
    }
    // Nobody is invited to a conference that was held, also if it is not recorded that the invitations went.
    if (of.plan === null || of.conference?.conference.heldOn != null) return false;
    // Those to a conference go out until they have gone; others with what else was done since the meeting was planned.
    return of.sort === 'conference' ? !isInvited : last === undefined || of.plan.on >= last.on;
  });
  refuseAgeless(of, due);
  return due.flatMap((template) =>
    readersOf(of, template)
      .filter((each) => isOfThem(each, template))
      .map((recipient): ToMake => ({ template, recipient, review: of, tracked: null })),
  );
}

/** Whom a document goes to, each of them once. */
function readersOf(of: LetterCase, template: Template): Addressee[] {
  const all = recipientsOf(of).filter(
    (each) =>
      isFor(template, each) &&
      ageFits(template, of) &&
      isOfConference(of, template, each) &&
      (each.role !== 'manager' || managesForChild(of, each)),
  );
  return all.filter(({ ref }, at) => all.findIndex((other) => other.ref === ref) === at);
}

/** A child’s own letter goes by age: it is not left out in silence. */
function refuseAgeless({ child, label }: LetterCase, due: readonly Template[]): void {
  if (child.born !== null || !due.some(({ ages }) => ages !== null)) return;
  throw new UserError(
    `${label}: the date of birth is not recorded, and the child’s letter goes by age. Nothing was written.`,
    `irotool child edit ${child.ref} --born DATE`,
  );
}
