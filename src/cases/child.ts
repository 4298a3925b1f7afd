/** Who a child is, as data: what `child show` prints above the chronology and writes as JSON. */
import type { Context, Unit } from '../context';
import { shortBreakTests } from '../core/checks/short-breaks';
import { proceedingsIn } from '../core/children/proceedings';
import { isSettledRecommendation, recommendationsIn } from '../core/reviews/recommendations';
import type { Reckoning } from '../store/agenda/reckoning';
import { childDetails, childrenOf, parentsInCare } from '../store/child-details';
import { type ListedChild, siblingsOf } from '../store/children';
import { mergedFrom, mergedInto } from '../store/merged';
import { peopleOf } from '../store/people/child-people';
import { personInBrief } from './people/in-brief';
import { wordsFor } from './people/someone';
import { everyoneIn } from './people/who';
import { decisionJson } from './review/sitting';

/** Reads all of it. */
export function aboutChild(
  { today }: Context,
  unit: Unit,
  listed: ListedChild,
  { story }: Pick<Reckoning, 'story'>,
) {
  const { id, iroId: _iroId, ...child } = listed;
  const refs = (children: readonly { readonly ref: string }[]): string[] => children.map(({ ref }) => ref);
  const everyone = everyoneIn(unit, listed, today);
  return {
    child: {
      ...child,
      ...childDetails(unit.db, id),
      siblings: refs(siblingsOf(unit.db, id)),
      parents: refs(parentsInCare(unit.db, id)),
      children: refs(childrenOf(unit.db, id)),
      mergedInto: mergedInto(unit.db, id)?.into.ref ?? null,
      mergedFrom: mergedFrom(unit.db, id),
    },
    people: peopleOf(unit.db, id, today).map((person) => ({ ...personInBrief(person), from: person.from })),
    recommendations: recommendationsIn(story)
      .filter((each) => !isSettledRecommendation(each))
      .map((each) => decisionJson(each, (text) => (text === null ? null : wordsFor(everyone, text)), today)),
    proceedings: proceedingsIn(story.moments.map(({ fact }) => fact)),
    shortBreaks: shortBreakTests(story, today),
  };
}

export type AboutChild = ReturnType<typeof aboutChild>;
