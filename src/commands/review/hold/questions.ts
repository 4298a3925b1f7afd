/** The questions of `review hold` once day and code are known, one at a time; all may be left empty. */

import { everyoneIn } from '../../../cases/people/who';
import type { Context, Unit } from '../../../context';
import { reviewOwed } from '../../../core/reviews/planning';
import { MATTER_WORDS, mattersNamed, type ToConsider } from '../../../core/reviews/what-to-consider';
import { type IsoDate, longDate } from '../../../core/time/dates';
import { checkMeeting } from '../../../recording/meeting-typed';
import { askChoice, askText } from '../../../ui/prompts';
import { rowLines } from '../../../ui/rows';
import { screenWidth } from '../../../ui/screen';
import { decisionMeant } from '../decision-meant';
import { checkDecision } from '../decisions-typed';
import { lateDuty } from './notes';
import type { HeldFacts } from './several';
import { type HoldOptions, isOrdinary } from './typed';

/** What the questions turn on. */
export interface Asked {
  readonly held: readonly HeldFacts[];
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
  const text = async (typed: string | undefined, message: string): Promise<string | undefined> =>
    typed ?? ((await askText(context, { message, optional: true })) || undefined);
  const attended = options.attended ?? (await askAttended(context, unit, asked));
  const matters = await askConsidered(context, held, options);
  const decision = options.decision ?? (await askDecisions(context, on));
  const differences = await text(options.differences, 'Differences of opinion');
  const notFollowed = await text(options.notFollowed, 'Whose views were not followed, and why?');
  const satisfied = options.satisfied ?? (await askSatisfied(context));
  const isLate = held.some((each) => lateDuty(unit, each, on) !== null);
  const lateBecause = isLate ? await text(options.lateBecause, 'Why was it held late?') : options.lateBecause;
  const agreedBy = isLate ? await text(options.agreedBy, 'Who agreed?') : options.agreedBy;
  const nextMeeting = options.exit ? undefined : (options.nextMeeting ?? (await askNext(context, asked)));
  return {
    ...options,
    ...matters,
    decision,
    ...(attended === undefined ? {} : { attended }),
    ...(differences === undefined ? {} : { differences }),
    ...(notFollowed === undefined ? {} : { notFollowed }),
    ...(satisfied === undefined ? {} : { satisfied }),
    ...(lateBecause === undefined ? {} : { lateBecause }),
    ...(agreedBy === undefined ? {} : { agreedBy }),
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
  held: readonly HeldFacts[],
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
  const width = screenWidth(context.io, context.flags);
  for (const line of rowLines(rows, [{ whole: true }, { wraps: true }], width, 2)) context.say(line);
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
function allMatters(held: readonly HeldFacts[]): ToConsider[] {
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

async function askSatisfied(context: Context): Promise<string | undefined> {
  const answer = await askChoice(
    context,
    'Is the IRO satisfied?',
    [
      { name: 'not recorded', value: '' },
      { name: 'yes', value: 'yes' },
      { name: 'no', value: 'no' },
    ],
    '',
  );
  return answer || undefined;
}

async function askNext(context: Context, { held, on, tried }: Asked): Promise<string | undefined> {
  const due = held
    .flatMap(({ reckoning }) => reviewOwed(reckoning.duties, context.today)?.due ?? [])
    .sort()[0];
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
