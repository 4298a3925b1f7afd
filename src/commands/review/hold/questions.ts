/** The questions of `review hold` once day and code are known, one at a time; all may be left empty. */

import { everyoneIn } from '../../../cases/people/who';
import type { Context, Unit } from '../../../context';
import { lateDuty } from '../../../core/checks/sitting';
import { given } from '../../../core/events/fact';
import { reviewOwed } from '../../../core/reviews/planning';
import { isUnseen } from '../../../core/reviews/seen-before';
import { MATTER_WORDS, mattersNamed, type ToConsider } from '../../../core/reviews/what-to-consider';
import { type IsoDate, longDate } from '../../../core/time/dates';
import { checkMeeting } from '../../../recording/meeting-typed';
import { askFlag } from '../../../recording/steps/questions';
import { sayRows } from '../../../screens/show';
import { HELD } from '../../../steps/hold';
import { optionOf } from '../../../steps/step';
import { askChoice, askText, canAsk } from '../../../ui/prompts';
import { decisionMeant } from '../decision-meant';
import { checkDecision } from '../decisions-typed';
import type { Held } from './facts';
import { type HoldOptions, isOrdinary } from './typed';

/** What the questions turn on. */
export interface Asked {
  readonly held: readonly Held[];
  readonly on: IsoDate;
  /** What is wrong with answers, or true: they are tried as they would be saved. */
  readonly tried: (answers: HoldOptions) => string | true;
}

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
  const attended = options.attended ?? (await askAttended(context, unit, asked));
  const matters = await askConsidered(context, held, options);
  const decision = options.decision ?? (await askDecisions(context, on));
  const isLate = held.some((each) => lateDuty(each) !== null);
  const answers: Record<string, string | undefined> = {};
  for (const name of [
    'differences',
    'notFollowed',
    'satisfied',
    ...(isLate ? ['lateBecause', 'agreedBy'] : []),
  ]) {
    const flag = optionOf(HELD.flags[name]!);
    if (!(flag in options)) answers[flag] = await askFlag(typing, HELD, name, { on });
  }
  const nextMeeting = options.exit ? undefined : (options.nextMeeting ?? (await askNext(context, asked)));
  return {
    ...options,
    ...matters,
    ...given(answers),
    decision,
    ...(attended === undefined ? {} : { attended }),
    ...(nextMeeting === undefined ? {} : { nextMeeting }),
  };
}

/** Whom the children's reviews may have had in them, by tag. */
async function askAttended(
  context: Context,
  unit: Unit,
  { held, on, tried }: Asked,
): Promise<string | undefined> {
  const tags = new Set(held.flatMap(({ child }) => everyoneIn(unit, child, on).map(({ ref }) => ref)));
  const typed = await askText(context, {
    message: `Who came? (${[...tags].join(', ')})`,
    optional: true,
    check: (attended) => tried({ attended }),
  });
  return typed || undefined;
}

/** The checklist as one question. */
async function askConsidered(
  context: Context,
  held: readonly Held[],
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
  const notConsidered = await askText(context, {
    message: 'All but which, and why? (leisure: no time)',
    check: (typed) =>
      mattersNamed(typed).length > 0 || 'Name at least one by its word in the list above, such as leisure.',
  });
  return { considered: 'all', notConsidered };
}

/** What any of the children's reviews had to consider, each matter once. */
function allMatters(held: readonly Held[]): ToConsider[] {
  const matters = new Map(
    held.flatMap(({ toConsider }) => toConsider.map((each) => [each.matter, each] as const)),
  );
  return [...matters.values()];
}

/** One at a time until one is left empty. */
async function askDecisions(context: Context, on: IsoDate): Promise<string[]> {
  const decisions: string[] = [];
  for (;;) {
    const typed = await askText(context, {
      message: decisions.length === 0 ? 'A decision (what; who; by when)' : 'Another decision',
      optional: true,
      check: (text) => checkDecision(context, text, on),
    });
    if (typed === '') return decisions;
    const meant = await decisionMeant(context, '--decision', typed, on);
    const checked = checkDecision(context, meant, on);
    if (checked === true) decisions.push(meant);
    else context.say(`${checked} That decision is not kept: type it again.`);
  }
}

const SAW_IN_WORDS = [
  { name: 'observed the child, or played with them', value: 'observed' },
  { name: 'spoke with the child in private', value: 'seen' },
  { name: 'it was inappropriate at that age', value: 'inappropriate' },
  { name: 'no, or it is not known', value: 'no' },
];

/** The word for `--iro-saw`, asked for if somebody can be; else a note names the flag. */
export async function askIroSaw(context: Context, held: readonly Held[]): Promise<string | undefined> {
  const unseen = held.filter(({ code, duties, sitting }) => isUnseen(code, sitting.on, duties));
  if (unseen.length === 0 || !canAsk(context)) return undefined;
  const refs = unseen.map(({ child }) => child.ref).join(', ');
  return askChoice(context, `${refs}: under 4. Did the IRO see the child before the review?`, SAW_IN_WORDS);
}

async function askNext(context: Context, { held, on, tried }: Asked): Promise<string | undefined> {
  const due = held.flatMap(({ duties }) => reviewOwed(duties, context.today)?.due ?? []).sort()[0];
  const typed = await askText(context, {
    message: `The next review (day and time)${due ? `, by ${longDate(due)}` : ''}`,
    optional: true,
    check: (nextMeeting) => {
      const checked = checkMeeting(context, nextMeeting, on);
      return checked === true ? tried({ nextMeeting }) : checked;
    },
  });
  return typed || undefined;
}
