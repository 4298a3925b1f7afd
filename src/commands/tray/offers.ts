/** What can be done next with a row of the tray: two or three things, each the words of an ordinary command. */
import { childNamed, subjectOf } from '../../cases/find';
import type { Meant } from '../../cases/last-list/meant';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { needsMore } from '../../core/checks/owed';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import type { MeetingKind } from '../../core/events/meetings';
import type { Rule } from '../../core/rules/rule';
import { birthday, daysBetween, type IsoDate, longDate } from '../../core/time/dates';
import { explainError, UserError } from '../../errors';
import { planCommand } from '../../screens/due/planned';
import { choicesIn, commandFor } from '../../steps/next/command';
import { nextStep } from '../../steps/next/step';
import { childById } from '../../store/children';
import { askLine } from '../../ui/prompts';
import { lateness } from '../../ui/words';

/** Typed at a question, it goes back. */
export const BACK = '<';

export interface Offer {
  readonly what: string;
  /** True of what records nothing. */
  readonly onlyShows?: true;
  /** The words of the command, once what they need has been asked; null if the person went back. */
  words(): Promise<readonly string[] | null>;
}

const plain = (what: string, ...words: string[]): Offer => ({ what, words: async () => words });
const shows = (what: string, ...words: string[]): Offer => ({ ...plain(what, ...words), onlyShows: true });

const HELD: Readonly<Record<MeetingKind, (refs: readonly string[]) => Offer[]>> = {
  review: (refs) => [
    plain('It was held', 'review', 'hold', ...refs),
    plain('It was adjourned', 'review', 'adjourn', ...refs),
    plain('It did not take place', 'review', 'cancel', ...refs),
  ],
  conference: ([ref = '']) => [
    plain('It was held', 'conference', 'hold', ref),
    shows('Show it', 'conference', 'show', ref),
  ],
  'secure review': ([ref = '']) => [
    plain('It was held', 'secure', 'review', ref),
    shows('Show it', 'secure', 'show', ref),
  ],
  'pathway review': ([ref = '']) => [
    plain('It was held', 'pathway', 'review', ref),
    shows('Show it', 'pathway', 'show', ref),
  ],
};

/** What is asked about a meeting of a kind whose day has passed. */
const PASSED: Readonly<Record<string, MeetingKind>> = {
  [SAY_WHAT_HAPPENED]: 'review',
  'conference-passed': 'conference',
  'secure-review-passed': 'secure review',
  'pathway-review-passed': 'pathway review',
};

/** With a child who was found: the one thing to do next, which may be taken at once. */
export function offersOfChild(context: Context, unit: Unit, ref: string): Offer[] {
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const { rules, calendars } = unit.engine;
  const { today } = context;
  const now = { ...subjectOf(child), ...reckoning, today, rules, calendar: calendars.statutory };
  const { step } = nextStep(now);
  return [
    ...(step === null ? [] : [filled(context, `Next: ${step.what}`, asking(step.command), child.ref)]),
    shows('Why that is next', 'review', 'next', ref),
    shows('Open the child', 'child', 'show', ref),
  ];
}

/** A command that asks for all it needs, without what would be typed of it: a meeting is planned, or held. */
const asking = (command: string): string =>
  /^irotool (?:review plan|review hold|conference hold) \S+/
    .exec(command)?.[0]
    .concat(/ --(?:adoption|exit)\b/.exec(command)?.[0] ?? '') ?? command;

/** With one row: children of one meeting are of one row. */
export function offersFor(context: Context, unit: Unit, meant: readonly Meant[]): Offer[] {
  const [row] = meant as [Meant];
  const { kind, child, rule: id, own } = row;
  const refs = meant.map(({ child: each }) => each.ref);
  if (kind === 'meeting') return HELD[id as MeetingKind](refs);
  if (PASSED[id]) return HELD[PASSED[id]](refs);
  const open = shows('Open the child', child.kind === 'child' ? 'child' : 'irm', 'show', child.ref);
  const why = shows('Why this date', 'explain', child.ref, id);
  const rule = unit.engine.rules.find((each) => each.id === id);
  if (id === 'decisions-receipt') {
    const day = (): Promise<IsoDate | null> => askDay(context, 'Received on');
    return [ofDay('They were received', day, (on) => ['review', 'after', child.ref, '--received', on]), open];
  }
  if (id === 'dispute-informal' && own !== null) {
    return [
      plain('It was resolved', 'dispute', 'resolve', child.ref, own),
      shows('Show it', 'dispute', 'show', child.ref, own),
    ];
  }
  if (rule === undefined) return [shows('What to do next', 'review', 'next', child.ref), open];
  const { meeting = null, isAdoption = false } = unit.engine.briefs.get(id) ?? {};
  if (kind === 'plan' || meeting !== null) {
    const brief = unit.engine.briefs.get(id)!;
    const plan =
      (meeting ?? 'review') === 'review'
        ? [plain('Plan the meeting', 'review', 'plan', child.ref)]
        : [filled(context, 'Plan the meeting', planCommand({ child, rule: brief }), child.ref)];
    const held = HELD[meeting ?? 'review']([child.ref])[0]!;
    const adoption = plain('It was held', 'review', 'hold', child.ref, '--adoption');
    return [...(kind === 'plan' ? [] : [isAdoption ? adoption : held]), ...plan, why];
  }
  return [...ofRule(context, unit, row, rule), why, open].slice(0, 4);
}

/** What meets a rule that no meeting meets. */
function ofRule(context: Context, unit: Unit, row: Meant, rule: Rule): Offer[] {
  const { child, own, review } = row;
  const [pattern] = rule.metBy;
  if (pattern!.kind === 'iro-allocated') return [plain('Choose an IRO', 'iro', 'allocate', child.ref)];
  const said = {
    review: '',
    ref: '',
    ...(pattern!.key !== undefined && { [pattern!.key]: pattern!.value! }),
  };
  if (!needsMore(rule, said)) {
    const letters =
      pattern!.kind === 'invitations-sent' ? [plain('Write the letters', 'letter', 'pack', child.ref)] : [];
    return [...letters, tickOf(context, unit, [row])];
  }
  const born = childById(unit.db, child.id)?.born ?? null;
  const isUnderFour = born !== null && context.today < birthday(born, 4);
  const command = commandFor(rule, { ref: child.ref, isUnderFour, which: own, review });
  return [filled(context, 'Record it', command, child.ref)];
}

/** That rows were done, on a day that is asked. `numbers`: how they were typed, if they are several. */
export function tickOf(
  context: Context,
  unit: Unit,
  meant: readonly Meant[],
  numbers: readonly string[] = [],
): Offer {
  const [{ child, rule, review, own, due }] = meant as [Meant];
  const which = [
    ...(review === null ? [] : ['--review', String(review)]),
    ...(own === null ? [] : ['--which', own]),
  ];
  const words = numbers.length > 0 ? ['done', ...numbers] : ['done', child.ref, rule, ...which];
  const day = async (): Promise<IsoDate | null> => {
    const on = await askDay(context, 'Done on');
    if (on === null) return null;
    const left = due === null ? 0 : unit.engine.calendars.statutory.workingDaysBetween(on, due);
    const late = due === null || on <= due ? '' : `, ${lateness(left, daysBetween(on, due))}`;
    const yes = await askLine(context, `${longDate(on)}${meant.length > 1 ? '' : late}. Record it? y or n`);
    return /^y(es)?$/i.test(yes) ? on : null;
  };
  const what = meant.length > 1 ? `They were done, all ${meant.length} on one day` : 'It was done';
  return ofDay(what, day, (on) => [...words, '--on', on]);
}

const ofDay = (
  what: string,
  day: () => Promise<IsoDate | null>,
  words: (on: IsoDate) => string[],
): Offer => ({
  what,
  words: async () => {
    const on = await day();
    return on === null ? null : words(on);
  },
});

/** A day that has come: Enter is today. Null if the person goes back. */
async function askDay(context: Context, message: string): Promise<IsoDate | null> {
  for (;;) {
    const typed = await askLine(context, `${message} [today]`);
    if (typed === BACK) return null;
    try {
      return typed === '' ? context.today : context.date(typed, 'The day', 'past');
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      context.say(explainError(error, false).message);
    }
  }
}

/** A command whose words in capitals are asked for. */
function filled(context: Context, what: string, command: string, ref: string): Offer {
  const words = Array.from(command.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare!).slice(
    1,
  );
  return {
    what,
    async words() {
      const choices = choicesIn(command);
      if (choices !== null) context.say(choices);
      const typed: string[] = [];
      for (const word of words) {
        if (word === ref || !/^[A-Z][A-Z ]*$/.test(word)) typed.push(word);
        else if (word === 'DATE') {
          const on = await askDay(context, 'On');
          if (on === null) return null;
          typed.push(on);
        } else {
          const answer = await askLine(context, word.toLowerCase());
          if (answer === '' || answer === BACK) return null;
          typed.push(answer);
        }
      }
      return typed;
    },
  };
}
