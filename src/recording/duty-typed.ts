/**
 * Which duties of whom were typed: numbers of the list last seen; or references, and then duties by their ids, or in
 * the words of their rows or a part of them that no other duty of the child has.
 */
import { ruleNamed, subjectNamed } from '../cases/find';
import { type Meant as Listed, numbersMeant } from '../cases/last-list/meant';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import type { OneMeant } from '../core/checks/owed';
import { isAsked, isStillOwed } from '../core/engine/standing';
import { type MeetingKind, meetingAsked } from '../core/events/meetings';
import { plainWords } from '../core/privacy/folded';
import type { Rule } from '../core/rules/rule';
import { longDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { planCommand } from '../screens/due/planned';
import { commandsOf } from '../steps/next/meeting-passed';
import { findApplicant } from '../store/applicants';
import { type Child, findChild } from '../store/children';
import { planCommandOf } from '../ui/plan-words';
import { askChoice, canAsk } from '../ui/prompts';
import { dayIn } from '../ui/words';
import { isMaybeAnother, refsOf } from './ref-typed';

/** A duty of a child that something is said of, and which of several it is. */
export interface DutyOf {
  readonly child: Child;
  readonly rule: Rule;
  readonly meant: OneMeant;
}

/** What is owed of a child, each once, as a person may choose it. */
interface Owed {
  readonly rule: Rule;
  readonly name: string;
}

/** The duties that the words of a command line name. Throws a UsageError if they name none. */
export async function dutiesTyped(
  context: Context,
  unit: Unit,
  words: readonly string[],
  meant: OneMeant,
): Promise<DutyOf[]> {
  const rows = await rowsTyped(context, unit, words);
  if (rows !== null) {
    if (meant.review !== null || meant.ref !== null) {
      throw new UsageError('A number of the list says which it is: leave out --review and --which.');
    }
    return rows.map((row) => ofRow(context, unit, row));
  }
  const typed = [...words];
  const refs: string[] = [];
  while (typed.length > 0 && isReference(context, unit, typed[0]!)) {
    refs.push(...(await refsOf(context, unit, typed.shift()!)).refs);
  }
  if (refs.length === 0 || looksLikeReference(unit, typed)) refs.push(typed.shift()!);
  // A reference typed twice is one child.
  const children = [
    ...new Map(refs.map((ref) => subjectNamed(unit.db, ref)).map((child) => [child.id, child])).values(),
  ];
  const owed = children.flatMap((child) => owedOf(context, unit, child));
  const rules =
    typed.length === 0
      ? [await ruleAsked(context, children, owed)]
      : rulesIn(unit, typed, children[0]!, owed);
  return children.flatMap((child) => rules.map((rule) => ({ child, rule, meant })));
}

/** The rows of numbers; null if a word is none. */
async function rowsTyped(context: Context, unit: Unit, words: readonly string[]): Promise<Listed[] | null> {
  const rows: Listed[] = [];
  for (const word of words) {
    const found = await numbersMeant(context, unit, word);
    if (found === null) return null;
    rows.push(...found);
  }
  return rows;
}

function ofRow({ today }: Context, { db, engine }: Unit, row: Listed): DutyOf {
  const { kind, child, rule: id, review, own, what, planned } = row;
  const { ref } = child;
  if (kind === 'meeting' && planned !== null && planned > today) {
    throw new UserError(
      `${ref}: the meeting is on ${longDate(planned)}, and is not to be ticked off.`,
      `To plan another day: ${planCommandOf(id as MeetingKind, ref)}`,
    );
  }
  if (kind === 'meeting') throw whatHappened(ref, id as MeetingKind);
  const passed = meetingAsked(id);
  if (passed !== null) throw whatHappened(ref, passed);
  const rule = engine.briefs.get(id);
  if (rule && kind === 'plan') {
    throw new UserError(
      `${ref}: “${what}” is to be planned, and not to be ticked off.`,
      planCommand({ child, rule }),
    );
  }
  if (!rule) {
    throw new UserError(
      `${ref}: “${what}” is settled by what happened, and not by a tick.`,
      `To see what to type: irotool review next ${ref}`,
    );
  }
  return {
    child: subjectNamed(db, ref),
    rule: ruleNamed(engine.rules, id, ref),
    meant: { review, ref: own },
  };
}

function whatHappened(ref: string, what: MeetingKind): UserError {
  return new UserError(
    `Say what happened at the ${what === 'review' ? 'meeting' : what}:`,
    commandsOf(what, ref).join(' or '),
  );
}

const isSubject = ({ db }: Unit, word: string): boolean =>
  (findApplicant(db, word) ?? findChild(db, word)) !== undefined;

const isDuty = ({ engine }: Unit, word: string): boolean =>
  engine.rules.some(({ id }) => id === word.toLowerCase());

function isReference(context: Context, unit: Unit, word: string): boolean {
  return isSubject(unit, word) || (!isDuty(unit, word) && isMaybeAnother(context, word));
}

/** A reference that nobody has, before others or before the duty: `K9 K1 invite`. */
const looksLikeReference = (unit: Unit, [word = '', ...rest]: readonly string[]): boolean =>
  rest.length > 0 && /^\S*\d\S*$/.test(word) && !isDuty(unit, word);

/** What a child owes on the day, the earliest first. */
function owedOf(context: Context, unit: Unit, child: Child): Owed[] {
  const { reckoning } = reckoned(context, unit, child);
  const { today } = context;
  const duties = reckoning.duties
    .filter((duty) => isStillOwed(duty, today))
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ rule, due }) => ({ rule, name: `${rule.duty} (${dayIn(due, today)})` }));
  const actions = reckoning.actions.flatMap((action) => {
    const rule = isAsked(action, today) && unit.engine.rules.find(({ id }) => id === action.id);
    return rule ? [{ rule, name: rule.duty }] : [];
  });
  return [
    ...new Map([...actions, ...duties.reverse()].map((each) => [each.rule.id, each])).values(),
  ].reverse();
}

/** Asks which, of those that are owed. */
async function ruleAsked(context: Context, children: readonly Child[], owed: readonly Owed[]): Promise<Rule> {
  const [{ ref }] = children as [Child];
  if (owed.length === 0) {
    throw new UserError(`${ref} owes nothing.`, `To see what happened: irotool child show ${ref}`);
  }
  if (!canAsk(context)) {
    throw new UsageError(
      'done takes one or more references and then the duty.',
      `irotool done ${ref} ${owed[0]!.rule.id}`,
    );
  }
  const choices = [...new Map(owed.map(({ rule, name }) => [rule.id, { name, value: rule }])).values()];
  return askChoice(context, `What was done for ${children.map((child) => child.ref).join(', ')}?`, choices);
}

/** Each word a duty; else all of them the words of one. */
function rulesIn(unit: Unit, typed: readonly string[], { ref }: Child, owed: readonly Owed[]): Rule[] {
  const passed = typed.map(meetingAsked).find((what) => what !== null);
  if (passed) throw whatHappened(ref, passed);
  if (typed.length > 1 && !isDuty(unit, typed[0]!)) {
    const whole = byWords(typed.join(' '), owed);
    if (whole.length === 1) return whole;
  }
  return [...new Set(typed.map((word) => ruleTyped(unit, word, ref, owed)))];
}

/** The rule that a duty was called by: its id, or words of it. */
function ruleTyped({ engine }: Unit, typed: string, ref: string, owed: readonly Owed[]): Rule {
  const byId = engine.rules.find(({ id }) => id === typed.toLowerCase());
  if (byId) return byId;
  const found = byWords(typed, owed);
  const [first, ...others] =
    found.length > 0
      ? found
      : byWords(
          typed,
          engine.rules.map((rule) => ({ rule })),
        );
  if (first === undefined) return ruleNamed(engine.rules, typed, ref);
  if (others.length === 0) return first;
  const all = [first, ...others].slice(0, 6).map(({ id, duty }) => `${id} (${duty})`);
  throw new UserError(
    `"${typed}" may be ${all.length} duties: ${all.join(', ')}${others.length > 5 ? ' …' : ''}.`,
    `Type one of them: irotool done ${ref} ${first.id}`,
  );
}

/** The rules whose duty is called so, else those of whose words these are a part. */
function byWords(typed: string, among: readonly { readonly rule: Rule }[]): Rule[] {
  const wanted = plainWords(typed);
  if (wanted.length < 3) return [];
  const rules = [...new Set(among.map(({ rule }) => rule))];
  const same = rules.filter((rule) => callsOf(rule).includes(wanted));
  if (same.length > 0) return same;
  return rules.filter((rule) => callsOf(rule).some((called) => ` ${called}`.includes(` ${wanted}`)));
}

/** What a duty is called, whole and in short, to be compared with what was typed. */
const callsOf = ({ duty, short }: Rule): string[] =>
  [duty, ...(short === undefined ? [] : [short])].map(plainWords);

/**
 * The id of a duty of one child, typed by its id or in words; or of what is asked of the child by no rule. Throws a
 * UserError if there is no such duty.
 */
export function idTyped(context: Context, unit: Unit, child: Child, typed: string): string {
  const { asked, actions } = reckoned(context, unit, child).reckoning;
  const byNoRule = [...asked, ...actions.filter(({ id }) => !unit.engine.briefs.has(id))];
  const called = byNoRule.find(
    ({ id, what }) => id === typed.toLowerCase() || plainWords(what) === plainWords(typed),
  );
  return called?.id ?? ruleTyped(unit, typed, child.ref, owedOf(context, unit, child)).id;
}
