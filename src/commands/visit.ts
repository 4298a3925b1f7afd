/** `visit REF`: a social worker's visit to a child in care; alone, the visits so far and the next. Its step is in steps/visit.ts. */

import { factShown } from '../cases/fact-words';
import { isStillOwed } from '../core/engine/standing';
import { CHILD_VISITED } from '../core/events/visits';
import { momentsOf, takenIn } from '../core/reviews/record';
import { longDate } from '../core/time/dates';
import type { Read } from '../recording/steps/command';
import { ofChild } from '../recording/steps/of-child';
import type { Shown } from '../screens/show';
import { toType } from '../steps/step';
import { VISIT } from '../steps/visit';
import { inRows } from '../ui/rows';
import { dayIn } from '../ui/words';

export const visit = ofChild([VISIT], { show });

function show({ context, unit, child, reckoning: { story, duties } }: Read): Shown {
  const due = duties.find(
    (duty) => duty.rule.metBy[0]?.kind === CHILD_VISITED.kind && isStillOwed(duty, context.today),
  );
  const next = due ? { rule: due.rule.id, duty: due.rule.duty, due: due.due } : null;
  const { ref, name } = child;
  const visits = momentsOf(story, CHILD_VISITED.kind).map(({ on, fact }) => [
    dayIn(on, context.today),
    factShown(unit, fact),
  ]);
  const rows = [
    ...(visits.length === 0 ? [['', 'no visit is recorded.']] : visits),
    ...(next ? [['Next', `${next.duty}, by ${longDate(next.due)}`]] : []),
  ];
  return {
    json: () => ({ child: { ref, name }, visits: takenIn(story, CHILD_VISITED), next }),
    screen: () => ({
      parts: [`${ref}  visits`, inRows(rows, [{}, { wraps: true }])],
      said: [`Next: irotool visit ${ref} ${toType(VISIT)}`],
    }),
  };
}
