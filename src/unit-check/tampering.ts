/** What doctor and `audit verify` find of rows that were changed past irotool. */

import { londonDate, plainDate } from '../core/time/dates';
import { advice, type Finding, fault, sound } from '../screens/findings';
import { type SchemaChange, schemaChanges } from '../store/chain/as-made';
import { type Unaudited, unaudited } from '../store/chain/facts-and-audit';
import { type BrokenLink, type Head, headWords, verifyChain } from '../store/chain/verify';
import { childById } from '../store/children';
import { findEvent } from '../store/chronology';
import { calledWrongly } from '../store/people/called';
import { type Db, isMistake } from '../store/sqlite';
import { count as counted, listed } from '../ui/words';

/** How many of a kind are named. */
const NAMED = 5;

const MENDS =
  'Find out who was at the file. To look at a copy of before it: irotool doctor --db COPY; to bring it back: irotool restore COPY';

/** The chain over what commands wrote, and its head; `from` is one that was kept elsewhere. */
export function checkChain(db: Db, from?: Head): Finding[] {
  return readable('chain', () => chainFindings(db, from));
}

function chainFindings(db: Db, from: Head | undefined): Finding[] {
  const chain = verifyChain(db, from);
  if (chain === null) return [fault('chain', 'The chain over what commands wrote is gone.', MENDS)];
  const { head, begun, entries, broken } = chain;
  if (broken !== null) return [fault('chain', brokenWords(broken, from), MENDS)];
  const since = plainDate(londonDate(Date.parse(begun)));
  const through = from === undefined ? '' : ` It goes through ${headWords(from)}.`;
  return [
    sound(
      'chain',
      `Nothing that a command wrote was changed after (${counted(entries, 'entry', 'entries')}; the chain was begun on ${since}).${through} Its head is ${headWords(head)}.`,
    ),
  ];
}

const WHY: Readonly<Record<BrokenLink['why'], string>> = {
  changed: 'a row it wrote was changed or taken out after',
  'taken-out': 'a row it wrote was taken out after',
  'put-in': 'a row was put in beside what it wrote',
  'no-seal': 'the seal of what it wrote is gone',
  'no-command': 'the audit has rows that no command wrote',
  'not-that-head': 'the chain did not go through it',
};

/** `Command 1204, by khan on 3 March 2026: a row it wrote was changed or taken out after.` */
function brokenWords({ why, command }: BrokenLink, from?: Head): string {
  if (why === 'not-that-head') {
    return `${headWords(from!)} is no head of this file: what was recorded up to it was written anew, or it is of another file, or of a later time than a copy that was brought back.`;
  }
  if (why === 'no-command') return `The end of the chain: ${WHY[why]}.`;
  if (command === null) {
    return 'What was recorded before the chain was begun: a row was changed, put in or taken out after.';
  }
  return `Command ${command.id}, by ${command.who} on ${plainDate(londonDate(Date.parse(command.at)))}: ${WHY[why]}.`;
}

/** What is found; a table that is gone, or an entry that is no JSON, is found too. */
function readable(check: string, work: () => Finding[]): Finding[] {
  try {
    return work();
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || isMistake(error);
    if (!isUnreadable) throw error;
    return [fault(check, 'It cannot be read: a table or a column is gone, or an entry is no JSON.', MENDS)];
  }
}

/** The facts against the audit. */
export const checkFacts = (db: Db): Finding[] => readable('facts and audit', () => factFindings(db));

function factFindings(db: Db): Finding[] {
  const strange = unaudited(db);
  if (strange.length === 0)
    return [sound('facts and audit', 'Every fact is as the audit says it was recorded.')];
  const named = strange.slice(0, NAMED).map((each) => `${called(db, each)} was ${each.how}`);
  const more = strange.length - named.length;
  return [
    fault(
      'facts and audit',
      `Past irotool, and so past its audit: ${listed([...named, ...(more > 0 ? [`${more} more`] : [])])}.`,
      MENDS,
    ),
  ];
}

/** The words of children's names, by which a text or a search finds them. */
export const checkCalled = (db: Db): Finding[] => readable('found by', () => calledFindings(db));

function calledFindings(db: Db): Finding[] {
  const wrong = calledWrongly(db);
  if (wrong.length === 0) return [sound('found by', 'Every child is found by their name.')];
  const named = [...wrong.slice(0, NAMED), ...(wrong.length > NAMED ? [`${wrong.length - NAMED} more`] : [])];
  return [
    fault('found by', `The words that ${listed(named)} are found by are not those of their names.`, MENDS),
  ];
}

/** `event 12 of K1`; nobody is named. */
function called(db: Db, { subject, id }: Unaudited): string {
  if (subject === 'event' || subject === 'strike') {
    const event = findEvent(db, Number(id));
    const of = event === undefined ? undefined : childById(db, event.childId)?.ref;
    return `${subject === 'strike' ? 'the strike of event' : 'event'} ${id}${of === undefined ? '' : ` of ${of}`}`;
  }
  if (subject === 'child' || subject === 'applicant') {
    return childById(db, Number(id))?.ref ?? `${subject} ${id}`;
  }
  return `${subject.replaceAll('_', ' ')} ${id}`;
}

/** The tables, indexes and triggers of the file. */
export function checkSchema(db: Db): Finding[] {
  const changes = schemaChanges(db);
  if (changes.length === 0) return [sound('schema', 'Its tables and triggers are as they should be.')];
  const words = ({ what, name, how }: SchemaChange): string =>
    `${what} ${name} ${how === 'missing' ? 'is missing' : how === 'added' ? 'is none of ours' : 'is another'}`;
  const named = changes.slice(0, NAMED).map(words);
  const more = changes.length - named.length;
  const found = `${listed([...named, ...(more > 0 ? [`${more} more`] : [])])}.`;
  // What somebody added beside ours guards nothing, and keeps nothing from being audited, unless it is a trigger.
  const isHarmless = changes.every(({ how, what }) => how === 'added' && what !== 'trigger');
  return [isHarmless ? advice('schema', found, MENDS) : fault('schema', found, MENDS)];
}
