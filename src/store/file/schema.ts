/**
 * The database, as append-only migrations: one is never changed once it has shipped, a new one is
 * added below. Version N is the database after the first N.
 *
 * Facts (child, person, event …) are audited by trigger, so that no write can forget it; events
 * are never updated or deleted, by trigger too: a mistake is struck out. What is derived from the
 * facts (agenda, action, standing_of_child) is rewritten with them and is not audited.
 */

import { ARRANGEMENTS } from './migrations/arrangements';
import { CALLED } from './migrations/called';
import { CHAIN } from './migrations/chain';
import { COMMANDS } from './migrations/commands';
import { CONFERENCES } from './migrations/conferences';
import { COVER } from './migrations/cover';
import { DEATHS } from './migrations/deaths';
import { DERIVED } from './migrations/derived';
import { DOCUMENT_LOG, PDF_DOCUMENTS } from './migrations/documents';
import { DRAFTS } from './migrations/drafts';
import { FACTS } from './migrations/facts';
import { FROM_RETURN } from './migrations/from-return';
import { HOLIDAYS } from './migrations/holidays';
import { MEETINGS } from './migrations/meetings';
import { MERGED_AWAY } from './migrations/merged-away';
import { ONE_PERSON } from './migrations/one-person';
import { OUTBOX } from './migrations/outbox';
import { OUTSIDE } from './migrations/outside';
import { OWN_EVENTS } from './migrations/own-events';
import { PEOPLE } from './migrations/people';
import { POSTS } from './migrations/posts';
import { REPORT_RUNS } from './migrations/report-runs';
import { SUBJECTS } from './migrations/subjects';
import { MORE_TEAMS } from './migrations/teams';

export interface Migration {
  readonly name: string;
  /** Written out only when it runs: no ordinary start pays for it. */
  sql(): string;
}

/** `IROT` in the file's header says that a database is ours. */
export const APPLICATION_ID = 0x49524f54;

export const MIGRATIONS: readonly Migration[] = [
  { name: 'facts: children, people, chronology, settings, audit', sql: FACTS },
  { name: 'derived: agenda, actions, standing of each child', sql: DERIVED },
  { name: 'people of a child, leave, records merged', sql: PEOPLE },
  { name: 'arrangements of a meeting with the event', sql: ARRANGEMENTS },
  { name: 'documents that were made', sql: DOCUMENT_LOG },
  { name: 'mail: what is to be sent, and what was', sql: OUTBOX },
  { name: 'reports: each run, and messages given up', sql: REPORT_RUNS },
  { name: 'who is told in a manager’s absence', sql: COVER },
  { name: 'managers of several teams', sql: MORE_TEAMS },
  { name: 'meetings that are planned, and reviews to plan', sql: MEETINGS },
  { name: 'nothing more is recorded of a record merged away', sql: MERGED_AWAY },
  { name: 'bank holidays that came late', sql: HOLIDAYS },
  { name: 'children by the words of their names', sql: CALLED },
  { name: 'the day a child died', sql: DEATHS },
  { name: 'people recorded twice who are one', sql: ONE_PERSON },
  { name: 'events that a return told', sql: FROM_RETURN },
  { name: 'events of a council’s own, as its pack described them', sql: OWN_EVENTS },
  { name: 'what was answered and is not saved yet', sql: DRAFTS },
  { name: 'applicants beside children', sql: SUBJECTS },
  { name: 'conferences among the meetings that are planned', sql: CONFERENCES },
  { name: 'commands that wrote, and what each wrote', sql: COMMANDS },
  { name: 'documents as PDF', sql: PDF_DOCUMENTS },
  { name: 'posts of the unit', sql: POSTS },
  { name: 'other systems: their references, maps, differences left', sql: OUTSIDE },
  { name: 'the chain over what commands write', sql: CHAIN },
];
