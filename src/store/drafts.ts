/**
 * What somebody answered to a command's questions and has not saved: kept for a day, for that person and that
 * command line alone. It holds no more than facts would: in texts a name is a reference, as where facts are saved;
 * of a choice no more than which it was; of a question and of the command line nothing that can be read.
 */
import { createHash } from 'node:crypto';
import type { CommandLine } from '../core/privacy/command-line';
import { keepMoreNames } from '../core/privacy/keep-names';
import type { Answer, Draft } from '../core/talk';
import { type IsoDate, londonDate, londonTime, sayTime } from '../core/time/dates';
import { saysDayByToday } from '../core/time/typed-dates';
import { mayHoldAName } from './keeping';
import { aroundArriving, aroundChild } from './people/nameable';
import { forUnit } from './people/names';
import { type Db, statement, userName } from './sqlite';

/** `[question, text]`, or `[question, null, choice]` */
type Row = readonly [asked: string, text: string | null, choice?: string];

interface Answers {
  /** The day on which they were given: what `yesterday` means in them. */
  readonly today: IsoDate;
  readonly rows: readonly Row[];
}

/** Keeps answers instead of those that were kept for the same line before; none if there is nothing to keep. */
export function keepDraft(db: Db, line: CommandLine, answers: readonly Answer[], today: IsoDate): void {
  const children = childrenOf(db, line);
  const named = answers.find(({ kept }) => kept !== null && 'text' in kept && kept.isName);
  const rows = answers.flatMap(({ asked, kept }): Row[] => {
    if (kept === null) return [];
    if ('choice' in kept) return [[digest(asked), null, digest(kept.choice)]];
    const text = kept.isName ? kept.text : textKept(db, children, kept.text, named?.answer ?? null);
    return text === null ? [] : [[digest(asked), text]];
  });
  if (rows.length === 0) {
    forgetDraft(db, line);
    return;
  }
  statement(
    db,
    `INSERT INTO draft (who, line, children, begun_at, answers)
     VALUES (irotool_who(), :line, :children, irotool_now(), :answers)
     ON CONFLICT (who, line) DO UPDATE SET
       children = excluded.children, begun_at = excluded.begun_at, answers = excluded.answers`,
  ).run({
    line: lineOf(line),
    children: JSON.stringify(children),
    answers: JSON.stringify({ today, rows } satisfies Answers),
  });
}

/** The same person's draft of the same line, not older than a day. `now` is in milliseconds since 1970. */
export function draftOf(db: Db, line: CommandLine, now: number, today: IsoDate): Draft | null {
  forgetOldDrafts(db, now);
  const row = statement(db, 'SELECT begun_at AS begunAt, answers FROM draft WHERE who = ? AND line = ?').get(
    userName(),
    lineOf(line),
  ) as { begunAt: string; answers: string } | undefined;
  if (!row) return null;
  const answers = JSON.parse(row.answers) as Answers;
  const known = new Map(answers.rows.map((each) => [each[0], each]));
  const begunAt = Date.parse(row.begunAt);
  const day = londonDate(begunAt) === londonDate(now) ? 'today' : 'yesterday';
  return {
    begun: `${day} at ${sayTime(londonTime(begunAt))}`,
    answerTo(asked, choices) {
      const [, text, choice] = known.get(digest(asked)) ?? [];
      if (text === undefined) return undefined;
      if (text === null) return choices?.find((name) => digest(name) === choice);
      // On another day these are other days.
      if (answers.today !== today && saysDayByToday(text)) return undefined;
      return forUnit(db, text);
    },
    forget: () => forgetDraft(db, line),
  };
}

/** It was saved, or is not wanted. */
export function forgetDraft(db: Db, line: CommandLine): void {
  statement(db, 'DELETE FROM draft WHERE who = ? AND line = ?').run(userName(), lineOf(line));
}

const DAY = 24 * 60 * 60 * 1000;

/** Forgets those that are a day old; gives how many there still are. */
export function forgetOldDrafts(db: Db, now: number): number {
  const before = new Date(now - DAY).toISOString();
  const isOld = statement(db, 'SELECT 1 FROM draft WHERE begun_at < ? LIMIT 1').get(before) !== undefined;
  if (isOld) statement(db, 'DELETE FROM draft WHERE begun_at < ?').run(before);
  return statement(db, 'SELECT count(*) FROM draft').pluck().get() as number;
}

/** The text with references for names; null if it is not kept: it names the child who is still to be recorded. */
function textKept(db: Db, children: readonly number[], text: string, arriving: string | null): string | null {
  if (!mayHoldAName(text)) return text;
  const around =
    children.length === 0
      ? [aroundArriving(db, { ref: '', name: arriving, siblings: [] })]
      : children.map((id) => aroundChild(db, id));
  let kept = text;
  for (const each of around) {
    const made = keepMoreNames(kept, each);
    if (made.unclear.length > 0 || made.names.some(({ who }) => who.id === 0)) return null;
    kept = made.text;
  }
  return kept;
}

/** The children whom a command line is about, by the references among its arguments. */
function childrenOf(db: Db, { name, args }: CommandLine): number[] {
  const places = [...name.matchAll(/[<[](\S+?)(?:\.{3})?[>\]]/g)].map(([, place]) => place!);
  const typed = places.flatMap((place, at) => [args[at]].flat().map((word) => [place, word] as const));
  const found = typed.flatMap(([place, word]) => {
    const sql =
      place === 'event-id'
        ? 'SELECT child_id FROM event WHERE id = ?'
        : 'SELECT id FROM subject WHERE ref = ?';
    const isChild = place === 'ref' || place === 'into' || place === 'event-id';
    return isChild && typeof word === 'string' ? statement(db, sql).pluck().all(word.trim()) : [];
  });
  return [...new Set(found as number[])];
}

function lineOf({ name, args, options }: CommandLine): string {
  const words = args.flat().map((word) => (typeof word === 'string' ? word.trim().toLowerCase() : word));
  return digest(JSON.stringify([name, words, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);
