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

/** Refuses a fact with a tag that nobody of this record has or had. What was typed is not said: it may be a name. */
export function refuseStrangers(db: Db, subjectId: number, fact: Fact): void {
  const named = Object.entries(fact.attributes).flatMap(([name, value]) => {
    const kind = specOf(fact)?.attributes[name]?.kind;
    return kind === 'who' || kind === 'people' ? listOf(value).map((tag) => ({ name, tag })) : [];
  });
  if (named.length === 0) return;
  const isOfApplicant = isApplicant(db, subjectId);
  const tags = [
    ...Object.keys(isOfApplicant ? WITH_AN_APPLICANT : WITH_A_CHILD),
    ...everyoneOf(db, subjectId).map(({ tag }) => tag.toLowerCase()),
  ];
  const stranger = named.find(
    ({ tag }) => !tags.includes(tag.toLowerCase()) && !COLLEAGUES.includes(tag.toLowerCase()),
  );
  if (stranger === undefined) return;
  const ref = statement(db, 'SELECT ref FROM subject WHERE id = ?').pluck().get(subjectId) as string;
  const add = isOfApplicant
    ? `irotool irm link ${ref} NAME --as household`
    : `irotool child link ${ref} NAME --role parent`;
  throw new UserError(
    `“${stranger.name}”: ${ref} has nobody recorded by that name or tag.${didYouMean(stranger.tag.toLowerCase(), tags)} Nothing was saved.`,
    `Those recorded: ${tags.join(', ')}. To add someone: ${add}`,
  );
}
