/**
 * Whom a fact calls by a tag is one of those people, or someone who is spoken of in every record: letters and lists go by
 * the tag, and a tag that nobody has would be lost there in silence.
 */
import { type Fact, specOf } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { didYouMean, UserError } from '../../errors';
import { type Db, statement } from '../sqlite';
import { isApplicant } from '../subjects';
import { everyoneOf } from './child-people';
import { COLLEAGUES, WITH_A_CHILD, WITH_AN_APPLICANT } from './in-every-record';

/**
 * The fact with its tags as they are recorded: `Mother` is `mother`. Refuses one with a tag that nobody of this record
 * has or had; what was typed is not said, for it may be a name.
 */
export function withTags(db: Db, subjectId: number, fact: Fact): Fact {
  const named = Object.entries(fact.attributes).flatMap(([name, value]) => {
    const kind = specOf(fact)?.attributes[name]?.kind;
    return kind === 'who' || kind === 'people'
      ? { name, tags: [...new Set(listOf(value.toLowerCase()))] }
      : [];
  });
  if (named.length === 0) return fact;
  const isOfApplicant = isApplicant(db, subjectId);
  const tags = [
    ...Object.keys(isOfApplicant ? WITH_AN_APPLICANT : WITH_A_CHILD),
    ...everyoneOf(db, subjectId).map(({ tag }) => tag.toLowerCase()),
  ];
  const [stranger] = named.flatMap(({ name, tags: typed }) =>
    typed.flatMap((tag) => (tags.includes(tag) || COLLEAGUES.includes(tag) ? [] : { name, tag })),
  );
  if (stranger === undefined) {
    const recorded = named.map(({ name, tags: typed }) => [name, typed.join(',')]);
    return { ...fact, attributes: { ...fact.attributes, ...Object.fromEntries(recorded) } };
  }
  const ref = statement(db, 'SELECT ref FROM subject WHERE id = ?').pluck().get(subjectId) as string;
  const add = isOfApplicant
    ? `irotool irm link ${ref} NAME --as household`
    : `irotool child link ${ref} NAME --role parent`;
  throw new UserError(
    `“${stranger.name}”: ${ref} has nobody recorded by that name or tag.${didYouMean(stranger.tag, tags)} Nothing was saved.`,
    `Those recorded: ${tags.join(', ')}. To add someone: ${add}`,
  );
}
