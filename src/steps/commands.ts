/** The commands that take steps, each with its list: the one registry of what can be recorded step by step. */

import { AFTER_REVIEW } from './after-review';
import { BARS } from './bars';
import { BEFORE_REVIEW } from './before-review';
import { DEATH, STATUS } from './care';
import { CHANGES, NO_MEETING } from './changes';
import { COMPLAINT } from './complaint';
import { AFTER_CONFERENCE_HELD } from './conference/after';
import { BEGIN } from './conference/begin';
import { HOLD_INITIAL, HOLD_REVIEW } from './conference/held';
import { EXCLUDE, PARTICIPANTS } from './conference/participants';
import { PLAN } from './conference/plan';
import { REPORTS } from './conference/reports';
import {
  AUTHORISED,
  AUTHORITY_ENDED,
  BIRTH_PARENT,
  PLACED,
  PLACEMENT_ENDED,
  VISITED,
} from './courses/adoption';
import { PATHWAY_OVER, PATHWAY_PLAN, PATHWAY_REVIEW } from './courses/pathway';
import { REMAND } from './courses/remand';
import {
  SECURE_ENDED,
  SECURE_PANEL,
  SECURE_PLACED,
  SECURE_PLAN,
  SECURE_REPORT,
  SECURE_REVIEW,
} from './courses/secure';
import { CAFCASS, RESOLVED as DISPUTE_RESOLVED, NOTED, OPENED, STAGES } from './dispute';
import { EARLY } from './early';
import { ENDING } from './ending';
import { HELD } from './hold';
import { CHILD_TO_COURT, CHILD_TOLD, IRO_NAMED, IRO_TOLD } from './iro';
import { MECHANISM } from './mechanism';
import { ADJOURNED, CANCELLED } from './meeting';
import { MIDWAY } from './midway';
import { FORMS_SENT, MONITORING_FORM } from './monitoring';
import { MOVED } from './moved';
import { NOT_INVITE } from './not-invite';
import { PROTECTION } from './protection';
import { ADDED, CHECK, DONE, ESCALATE, OVERTAKEN, RESOLVED, TRACKED } from './recommendation';
import { SHORT_BREAK } from './short-break';
import type { Step } from './step';
import { VISIT } from './visit';

/** By the words of the command: `review after`. */
export const STEPS_OF = {
  'review not-invite': NOT_INVITE,
  'review prepare': BEFORE_REVIEW,
  'review hold': [HELD],
  'review adjourn': [ADJOURNED],
  'review cancel': [CANCELLED],
  'review call-early': EARLY,
  'review before-change': CHANGES,
  'review no-meeting': [NO_MEETING],
  'review midway': MIDWAY,
  'review after': AFTER_REVIEW,
  'review monitor': [MONITORING_FORM],
  'review monitoring': [FORMS_SENT],
  'conference begin': BEGIN,
  'conference plan': PLAN,
  'conference participants': PARTICIPANTS,
  'conference exclude': EXCLUDE,
  'conference reports': REPORTS,
  'conference hold': [HOLD_INITIAL, HOLD_REVIEW],
  'conference after': AFTER_CONFERENCE_HELD,
  'child bar': BARS,
  visit: [VISIT],
  'child moved': MOVED,
  'child status': STATUS,
  'child left': ENDING,
  'child died': [DEATH],
  'child short-break': SHORT_BREAK,
  'child protection': PROTECTION,
  'child remand': REMAND,
  'adoption authorised': [AUTHORISED],
  'adoption authority-ended': [AUTHORITY_ENDED],
  'adoption placed': PLACED,
  'adoption visit': [VISITED],
  'adoption placement-ended': [PLACEMENT_ENDED],
  'adoption parent': [BIRTH_PARENT],
  'secure placed': [SECURE_PLACED],
  'secure panel': [SECURE_PANEL],
  'secure plan': [SECURE_PLAN],
  'secure report': [SECURE_REPORT],
  'secure review': SECURE_REVIEW,
  'secure ended': [SECURE_ENDED],
  'pathway plan': PATHWAY_PLAN,
  'pathway review': PATHWAY_REVIEW,
  'pathway ended': [PATHWAY_OVER],
  'recommendation add': [ADDED],
  'recommendation done': [DONE],
  'recommendation overtaken': [OVERTAKEN],
  'recommendation track': [TRACKED],
  'recommendation check': CHECK,
  'recommendation escalate': ESCALATE,
  'recommendation resolve': [RESOLVED],
  'dispute open': [OPENED],
  'dispute stage': STAGES,
  'dispute note': NOTED,
  'dispute cafcass': [CAFCASS],
  'dispute resolve': [DISPUTE_RESOLVED],
  'iro complaint': COMPLAINT,
  'iro named': [IRO_NAMED],
  'iro told': [CHILD_TOLD],
  'iro court': [CHILD_TO_COURT],
  'iro informed': [IRO_TOLD],
  'irm record': MECHANISM,
} satisfies Readonly<Record<string, readonly Step[]>>;
