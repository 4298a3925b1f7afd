/** Where a meeting is that is planned again, if it is not said: where it was to be. */
import type { Moment } from '../core/engine/moment';
import { type Place, placeGoesOn } from '../core/reviews/place';
import type { Around, Case, Sentences } from './step';

type Said = Readonly<Record<string, string | undefined>>;

const placeIn = (said: Said | null | undefined): Place => ({
  venue: said?.venue ?? null,
  mode: said?.mode ?? null,
});

/** What stands for the place of a plan of that event, and what is said of it. `standing` is the plan that it replaces. */
export function placeAsBefore<C extends Case>(
  { kind }: { readonly kind: string },
  standing: (of: C) => Place | null,
) {
  const goesOn = (around: Around<C>): Place => {
    const typed = around.facts.find((fact) => fact.kind === kind)?.attributes;
    return placeGoesOn(standing(around.of) ?? placeIn(null), placeIn(typed));
  };
  return {
    venue: (around: Around<C>) => goesOn(around).venue,
    mode: (around: Around<C>) => goesOn(around).mode,
    notes: ({ venue }: { readonly venue: string | null }, { of }: Around<C>): Sentences => {
      const before = standing(of)?.venue ?? null;
      if (before === null) return [];
      if (venue === null) return [`Where it is now is not recorded (--venue): before, it was ${before}.`];
      return [venue === before ? `As planned before: ${venue}. For another: --venue` : null];
    },
  };
}

/** The place of the plan of a course's next meeting; null if there is none, or what it was for has been. */
export function placeToCome(
  moments: readonly Moment[],
  planned: { readonly kind: string },
  over: readonly { readonly kind: string }[],
): Place | null {
  const kinds = [planned, ...over].map(({ kind }) => kind);
  const last = moments.findLast(({ counts, fact }) => counts && kinds.includes(fact.kind));
  return last?.fact.kind === planned.kind ? placeIn(last.fact.attributes) : null;
}
