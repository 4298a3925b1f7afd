/** Where a meeting is that is planned again, if it is not said: where it was to be. */
import { type Place, placeGoesOn } from '../core/reviews/place';
import type { Around, Case, Sentences } from './step';

type Said = Readonly<Record<string, string | undefined>>;

/** The place in what a plan says; of no plan there is none. */
export const placeIn = (said: Said | undefined): Place => ({
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
    return placeGoesOn(standing(around.of) ?? placeIn(undefined), placeIn(typed));
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
