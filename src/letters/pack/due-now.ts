/** Of a case that is no review: the documents of the last thing that happened of it, each with whom it goes to. */
import { specOf } from '../../core/events/fact';
import { CONFERENCE_INVITATIONS_SENT } from '../../core/events/protection/conference';
import { isOfOne } from '../../core/privacy/told-in-letters';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { isOfKind, type LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { type Recipient, recipientsOf } from '../recipient';
import { ageFits, isFor, isOfConference } from '../which-document';

/** What goes out now: nothing, if nothing has happened that any document tells of. */
export function documentsDue(of: LetterCase, shelf: TemplateShelf): ToMake[] {
  const all = [...shelf.templates.values()].filter(
    (template) => (template.moment !== null || template.kind === 'invitation') && isOfKind(template, of),
  );
  const isInvited = of.record.moments.some(({ fact }) => fact.kind === CONFERENCE_INVITATIONS_SENT.kind);
  const moments = new Set(all.map(({ moment }) => moment));
  const last = of.record.moments.findLast(({ fact }) => moments.has(fact.kind));
  if (!last) return [];
  const spec = specOf(last.fact);
  // What was done that day for one person, or for several, is written to each of those alone.
  const refs = of.record.moments
    .filter(({ fact, on }) => fact.kind === last.fact.kind && on === last.on)
    .map(({ fact }) => fact.attributes.ref?.toLowerCase());
  const isOfThem = ({ ref }: Recipient, { moment }: Template): boolean =>
    moment !== last.fact.kind || !(spec && isOfOne(spec)) || refs.includes(ref);
  return (
    all
      // Invitations go out until they have gone, whatever was done since.
      .filter(({ kind, moment }) =>
        kind === 'invitation' && of.sort === 'conference'
          ? of.plan !== null && !isInvited
          : moment === last.fact.kind,
      )
      .flatMap((template) =>
        recipientsOf(of)
          .filter(
            (each) =>
              isOfThem(each, template) &&
              isFor(template, each) &&
              ageFits(template, of) &&
              isOfConference(of, template, each),
          )
          .map((recipient): ToMake => ({ template, recipient, review: of, tracked: null })),
      )
  );
}
