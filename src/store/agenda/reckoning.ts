/**
 * What the facts of one child come to, by a unit's rules: duties, actions, and where the child stands.
 */

import type { Calendars } from '../../core/engine/duty';
import type { Story } from '../../core/engine/moment';
import { readStory } from '../../core/engine/story';
import { type Timetable, timetable } from '../../core/engine/timetable';
import type { EventSpec } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import type { Rule, RuleInBrief } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import { type ChildStanding, standingOfChild } from './standing';

/** What dates are worked out with. */
export interface Engine {
  /** Read when first asked for: a list of what is due needs only the briefs. */
  readonly rules: readonly Rule[];
  /** The pack's own events, read when first asked for too. */
  readonly events?: readonly EventSpec[];
  readonly briefs: ReadonlyMap<string, RuleInBrief>;
  readonly calendars: Calendars;
  readonly goLive: IsoDate | null;
  /** Changes when rules, holidays, settings or the engine's code do. */
  readonly fingerprint: string;
}

/** What the facts of one child come to. */
export interface Reckoning extends Timetable {
  readonly standing: ChildStanding;
}

const reckoned = new WeakMap<Story, { readonly engine: Engine; readonly reckoning: Reckoning }>();

/** Works out one child's duties and standing from facts; once for the story that they tell. Pure. */
export function reckon(facts: readonly Fact[], born: IsoDate | null, engine: Engine): Reckoning {
  const story = readStory(facts, born);
  const known = reckoned.get(story);
  if (known?.engine === engine) return known.reckoning;
  const whole = timetable(facts, engine.rules, engine.calendars, { born, goLive: engine.goLive });
  const reckoning = { ...whole, standing: standingOfChild(story, facts) };
  reckoned.set(story, { engine, reckoning });
  return reckoning;
}
