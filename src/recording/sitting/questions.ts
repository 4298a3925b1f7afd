/** The questions of `review hold` once day and code are known, one at a time; all may be left empty. */

import { type Suggested, suggested } from '../../cases/meeting/suggested';
import { everyoneIn } from '../../cases/people/who';
import { toPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { lateDuty } from '../../core/checks/sitting';
import { given } from '../../core/events/fact';
import { reviewOwed } from '../../core/reviews/planning';
import { MATTER_WORDS, mattersNamed, saysMore, type ToConsider } from '../../core/reviews/what-to-consider';
import { addDays, type IsoDate, longDate } from '../../core/time/dates';
import { plannedDay } from '../../screens/review/owed';
import { suggestionChoices } from '../../screens/review/suggestions';
import { sayRows } from '../../screens/show';
import { ASKED_OF_SITTING, HELD } from '../../steps/hold';
import { optionOf } from '../../steps/step';
import { askSeveral } from '../../ui/ask-more';
import { askChoice, askText } from '../../ui/prompts';
import { capital } from '../../ui/words';
import { askDecisions } from '../decisions/asked';
import { checkMeeting } from '../meeting-typed';
import { askFlag } from '../steps/questions';
import type { HeldOfChild } from './facts';
import { type HoldOptions, isOrdinary } from './typed';

/** What the questions turn on. */
export interface Asked {
  readonly held: readonly HeldOfChild[];
  readonly on: IsoDate;
  /** What is wrong with answers, or true: they are tried as they would be saved. */
  readonly tried: (answers: HoldOptions) => string | true;
}

const { first: FIRST, unplanned: UNPLANNED, views: VIEWS, last: LAST, late: LATE } = ASKED_OF_SITTING;

/** These, and besides them who came, what was considered, the decisions and the next review. */
export const ALWAYS_ASKED = FIRST.length + VIEWS.length + LAST.length + 4;

/** What was typed, with the rest asked for. A wrong answer is asked again at once. */
export async function askedOfSitting(
  context: Context,
  unit: Unit,
  asked: Asked,
  options: HoldOptions,
): Promise<HoldOptions> {
  const { held, on } = asked;
  const children = held.map(({ child }) => child);
  const typing = { context, unit, child: children[0]!, children };
  const answers: Record<string, string | undefined> = {};
  const ask = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) {
      const flag = optionOf(HELD.flags[name]!);
      if (!(flag in options)) answers[flag] = await askFlag(typing, HELD, name, { on });
    }
  };
  // Of a meeting that was planned, when and where it was are known.
  const isPlanned = held.some(({ sitting }) => sitting.on === plannedDay(context, unit, children));
  const isLate = held.some((each) => lateDuty(each) !== null);
  context.talk.total =
    context.talk.at + ALWAYS_ASKED + (isPlanned ? 0 : UNPLANNED.length) + (isLate ? LATE.length : 0);
  await ask(...(isPlanned ? [] : UNPLANNED), ...FIRST);
  const attended = options.attended ?? (await askAttended(context, unit, asked));
  const matters = await askConsidered(context, held, options);
  await ask(...VIEWS);
  const decision = options.decision ?? (await askDecisions(context, on, 'decision'));
  await ask(...LAST, ...(isLate ? LATE : []));
  const isNextAsked = !options.exit && (options.nextMeeting ?? options.nextOn) === undefined;
  const next = isNextAsked ? await askNext(context, unit, asked) : {};
  return {
    ...options,
    ...matters,
    ...given(answers),
    decision,
    ...next,
    ...(attended === undefined ? {} : { attended }),
  };
}

/** Who came, of all whom the children's reviews may have had in them. */
async function askAttended(
  context: Context,
  unit: Unit,
  { held, on, tried }: Asked,
): Promise<string | undefined> {
  const everyone = held.flatMap(({ child }) => everyoneIn(unit, child, on));
  const choices = new Map(
    everyone.map(({ ref, called, person }) => [
      ref,
      { value: ref, name: [capital(called), person?.name].filter(Boolean).join(': ') },
    ]),
  );
  const came = await askSeveral(
    context,
    'Who came? (space ticks, Enter ends)',
    [...choices.values()],
    'nobody is ticked: not recorded',
    (refs) => refs.length === 0 || tried({ attended: refs.join(',') }),
  );
  return came.join(',') || undefined;
}

/** The checklist as one question. */
async function askConsidered(
  context: Context,
  held: readonly HeldOfChild[],
  options: HoldOptions,
): Promise<Pick<HoldOptions, 'considered' | 'notConsidered'>> {
  const asked = options.considered === undefined && options.notConsidered === undefined;
  const matters = allMatters(held);
  if (!asked || !isOrdinary(options) || matters.length === 0) return {};
  context.say('What this review had to consider:');
  const rows = matters.map(({ matter, because }) => [
    matter,
    `${MATTER_WORDS[matter]}${because === null ? '' : ` (${because})`}`,
  ]);
  sayRows(context, rows, [{ whole: true }, { wraps: true }]);
  const answer = await askChoice(context, 'What did it consider?', [
    { name: 'all of it', value: 'all' },
    { name: 'all but …', value: 'but' },
    { name: 'not recorded', value: 'none' },
  ]);
  if (answer === 'none') return {};
  if (answer === 'all') return { considered: 'all' };
  context.talk.total++;
  const notConsidered = await askText(context, {
    message: 'All but which, and why? (leisure: no time)',
    check: (typed) => {
      if (mattersNamed(typed).length === 0) {
        return 'Name at least one by its word in the list above, such as leisure.';
      }
      return saysMore(typed) || 'Say why too, such as leisure: no time.';
    },
  });
  return { considered: 'all', notConsidered };
}

/** What any of the children's reviews had to consider, each matter once. */
function allMatters(held: readonly HeldOfChild[]): ToConsider[] {
  const matters = new Map(
    held.flatMap(({ toConsider }) => toConsider.map((each) => [each.matter, each] as const)),
  );
  return [...matters.values()];
}

/** The next meeting: one of the days that might be proposed, or as it is typed; not fixed, for Enter alone. */
async function askNext(
  context: Context,
  unit: Unit,
  { held, on, tried }: Asked,
): Promise<Pick<HoldOptions, 'nextMeeting' | 'nextVenue'>> {
  const due = held.flatMap(({ duties }) => reviewOwed(duties, context.today)?.due ?? []).sort()[0];
  const by = due ? `, by ${longDate(due)}` : '';
  const proposed = suggestionChoices(context, suggestedAfter(context, unit, held));
  const chosen = await askChoice(
    context,
    `The next review${by}?`,
    [{ name: 'Not fixed yet', value: '' }, ...proposed, { name: 'Another day', value: ANOTHER }],
    '',
  );
  if (chosen === '') return {};
  context.talk.total += chosen === ANOTHER ? 2 : 1;
  const nextMeeting =
    chosen !== ANOTHER
      ? chosen
      : await askText(context, {
          message: `Which day and time${by}?`,
          check: (typed) => {
            const checked = checkMeeting(context, typed, on);
            return checked === true ? tried({ nextMeeting: typed }) : checked;
          },
        });
  const nextVenue = await askText(context, { message: 'Where (or the link)', optional: true });
  return given({ nextMeeting, nextVenue: nextVenue || undefined });
}

const ANOTHER = 'another';

/** A review months ahead is fixed for the last weeks of its time. */
const LAST_DAYS = 28;

/** Days for the review after this one. */
function suggestedAfter(context: Context, unit: Unit, held: readonly HeldOfChild[]): Suggested {
  const children = held.map(({ child, duties, story }) => ({
    ...toPlan(context, unit, child, context.today),
    ...{ story, due: reviewOwed(duties, context.today), record: undefined, standing: null },
  }));
  const due = children.map((each) => each.due?.due ?? context.today).sort()[0]!;
  const from = addDays(due, -LAST_DAYS);
  return suggested(context, unit, children, null, from > context.today ? from : context.today);
}
