/** The commands that take steps, each with its list: the one registry of what can be recorded step by step. */
import { AFTER_REVIEW } from './after-review';
import { CHILD_TOLD, IRO_NAMED, IRO_TOLD } from './iro';
import { MONITORING_FORM } from './monitoring';
import { PROTECTION } from './protection';
import type { Step } from './step';

/** By the words of the command: `review after`. */
export const STEPS_OF = {
  'review after': AFTER_REVIEW,
  'review monitor': [MONITORING_FORM],
  'child protection': PROTECTION,
  'iro named': [IRO_NAMED],
  'iro told': [CHILD_TOLD],
  'iro informed': [IRO_TOLD],
} satisfies Readonly<Record<string, readonly Step[]>>;
