/** Of a case that is no review: the documents of the last thing that happened of it, each with whom it goes to. */
import { specOf } from '../../core/events/fact';
import { isOfOne } from '../../core/privacy/told-in-letters';
import type { TemplateShelf } from '../../documents/template/shelf';
import { isOfKind, type LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { recipientsOf } from '../recipient';
import { ageFits, isFor } from '../which-document';

/** What goes out now: nothing, if nothing has happened that any document tells of. */
export function documentsDue(of: LetterCase, shelf: TemplateShelf): ToMake[] {
  const all = [...shelf.templates.values()].filter(
    (template) => template.moment !== null && isOfKind(template, of),
  );
  const moments = new Set(all.map(({ moment }) => moment));
  const last = of.record.moments.findLast(({ fact }) => moments.has(fact.kind));
  if (!last) return [];
  const spec = specOf(last.fact);
  // What was done that day for one person, or for several, is written to each of those alone.
  const refs = of.record.moments
    .filter(({ fact, on }) => fact.kind === last.fact.kind && on === last.on)
    .map(({ fact }) => fact.attributes.ref?.toLowerCase());
  const everyone = recipientsOf(of).filter(({ ref }) => !(spec && isOfOne(spec)) || refs.includes(ref));
  return all
    .filter(({ moment }) => moment === last.fact.kind)
    .flatMap((template) =>
      everyone
        .filter((each) => isFor(template, each) && ageFits(template, of))
        .map((recipient): ToMake => ({ template, recipient, review: of, tracked: null })),
    );
}
