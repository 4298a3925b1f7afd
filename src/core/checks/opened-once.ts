/**
 * What lasts from one event to another is begun once: authority to place for adoption, a child protection plan, pathway
 * planning, a secure placement. Begun a second time while it stands, or before a beginning that is recorded, its days
 * would be counted twice. Pure.
 */
import { openIn } from '../children/open-matter';
import type { Chronology } from '../engine/chronology';
import { MATTERS, type MatterOpened } from '../engine/matters';
import type { Moment } from '../engine/moment';
import { ADOPTION_AUTHORISED, ADOPTION_AUTHORITY_ENDED, PLACED_FOR_ADOPTION } from '../events/adoption';
import { type Fact, matchesPattern, specOf } from '../events/fact';
import { advice, type Objection, seeing } from '../events/objection';
import { eventWords } from '../events/words';
import { plainDate } from '../time/dates';

const AUTHORITY: MatterOpened = {
  name: 'the authority to place for adoption',
  opens: { kind: ADOPTION_AUTHORISED.kind },
  closes: [{ kind: ADOPTION_AUTHORITY_ENDED.kind }],
  within: [],
};

/** Why something cannot begin on a day, by what is recorded of its beginning; null if it can. */
export function openedAlready(fact: Fact, known: Chronology, ref: string): Objection | null {
  const matter = [AUTHORITY, ...MATTERS].find(({ opens }) => matchesPattern(fact, opens));
  if (matter === undefined) return null;
  // Only its own beginning: what was known by something within it may have begun on this day.
  const own = { ...matter, within: [] };
  const isOfCare = specOf(fact)?.belongs === 'care';
  const moments = known.story.moments.filter(({ counts }) => counts);
  const ends = (moment: Moment): boolean =>
    (isOfCare && moment.endsCare && moment.fact.kind !== PLACED_FOR_ADOPTION.kind) ||
    own.closes.some((pattern) => matchesPattern(moment.fact, pattern));
  const standing = openIn(
    own,
    moments.filter((moment) => moment.on < fact.on || (moment.on === fact.on && ends(moment))),
  );
  const called = `${ref}: “${eventWords(fact.kind)}”`;
  const since =
    standing && !moments.some((moment) => moment.at > standing.at && moment.on <= fact.on && ends(moment));
  if (standing && since) {
    return {
      what: `${called} is recorded of ${plainDate(standing.on)}, and nothing has ended it by ${plainDate(fact.on)}.`,
      ...seeing('To see it'),
    };
  }
  const later = moments.find(
    (moment) => moment.on > fact.on && (ends(moment) || matchesPattern(moment.fact, own.opens)),
  );
  if (later === undefined || ends(later)) return null;
  return {
    what: `${called} is recorded of ${plainDate(later.on)}, and nothing between ${plainDate(fact.on)} and then ends it.`,
    next: advice`If it was sooner, strike that one out first: ${{ strike: later.fact }}`,
  };
}
