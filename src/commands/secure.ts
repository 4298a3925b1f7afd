/** `secure …`: a child in secure accommodation, the panel, its reviews and who is told. Its steps are in steps/courses/secure.ts. */
import { courseOf } from '../cases/course';
import { clashesWith } from '../cases/meeting/clashes';
import { childRead } from '../cases/reckoned';
import type { Context } from '../context';
import { openOn } from '../core/children/open-matter';
import * as events from '../core/events/secure-and-pathway';
import { lastTaken } from '../core/reviews/record';
import { longDate } from '../core/time/dates';
import { type CommandOfOne, latestPeriod } from '../recording/steps/of-child';
import type { Options } from '../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../recording/steps/run';
import { courseShown } from '../screens/courses/course';
import { present } from '../screens/show';
import {
  type OfSecure,
  SECURE_ENDED,
  SECURE_PANEL,
  SECURE_PLACED,
  SECURE_PLAN,
  SECURE_REPORT,
  SECURE_REVIEW,
} from '../steps/courses/secure';
import type { Step } from '../steps/step';
import { COLLEAGUES } from '../store/people/in-every-record';
import { listPeople, personById } from '../store/people/people';

const PLACED = events.SECURE_PLACEMENT_STARTED.kind;

/** A chair may come from outside; whoever else works with the unit is of the authority. */
const officersOf = ({ unit: { db }, child: { socialWorker } }: Read): string[] => [
  ...listPeople(db).flatMap(({ name, role }) =>
    COLLEAGUES.includes(role) && role !== 'chair' ? [name] : [],
  ),
  ...(socialWorker === null ? [] : [socialWorker]),
];

const command =
  (steps: readonly Step<OfSecure>[], more: Partial<StepCommand<OfSecure>> = {}): CommandOfOne =>
  (context, [ref], options) => {
    // On the day of leaving the child was still there; on that day another placement can begin.
    const onItsLastDay = steps[0] !== SECURE_PLACED;
    const caseOf = (read: Read, _: Options, by: OfSecure['born'], last: OfSecure['born']): OfSecure => {
      const on = last ?? by ?? context.today;
      const { story, standing } = read.reckoning;
      const iro = standing.iroId === null ? undefined : personById(read.unit.db, standing.iroId);
      return {
        ...latestPeriod(read),
        born: read.child.born,
        iro: iro?.name ?? null,
        officers: officersOf(read),
        placedOn: openOn(story, PLACED, on, onItsLastDay),
        panel:
          lastTaken(
            { moments: story.moments.filter((moment) => moment.on <= on) },
            events.SECURE_PANEL_APPOINTED,
          ) ?? null,
      };
    };
    return runSteps({ steps, caseOf, ...more }, context, ref, options);
  };

export const placed = command([SECURE_PLACED]);
export const panel = command([SECURE_PANEL], { unasked: true });
export const plan = command([SECURE_PLAN], {
  unasked: true,
  together: (read, _, facts) => ({ facts: [], notes: clashesWith(read, facts) }),
});
export const report = command([SECURE_REPORT], { unasked: true });
export const review = command(SECURE_REVIEW, {
  shown: ({ ref, name }, { placedOn }) => ({
    title:
      placedOn === null ? 'not in secure accommodation' : `secure accommodation since ${longDate(placedOn)}`,
    command: 'secure review',
    json: { child: { ref, name } },
  }),
  dutyOf: (_, duties, kind) => duties.findLast(({ rule }) => rule.metBy.some((met) => met.kind === kind)),
});
export const ended = command([SECURE_ENDED]);

/** Runs `secure show REF`: the placement, its panel and reviews, and what is to be seen to. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const { unit, child, reckoning } = await childRead(context, ref);
  const { story } = reckoning;
  const since = openOn(story, PLACED, context.today, false);
  const shown = [SECURE_PLACED, SECURE_PANEL, SECURE_PLAN, SECURE_REPORT, ...SECURE_REVIEW, SECURE_ENDED].map(
    ({ event }) => event,
  );
  const appointed = lastTaken(story, events.SECURE_PANEL_APPOINTED);
  const held = lastTaken(story, events.SECURE_REVIEW_HELD);
  const told = lastTaken(story, events.SECURE_OUTCOME_TOLD);
  const untold = held !== undefined && (told === undefined || told.on < held.on);
  return present(
    context,
    courseShown(context, unit, child, {
      title: since === null ? 'not in secure accommodation' : `secure accommodation since ${longDate(since)}`,
      course: courseOf(unit, reckoning, shown, context.today),
      json: { secure: { since, panel: appointed ?? null } },
      toSee: [
        ...(since !== null && appointed === undefined
          ? [
              `No panel is recorded that reviews it: irotool secure panel ${child.ref} --members "…" --chair "…" --independent "…"`,
            ]
          : []),
        ...(untold
          ? [
              `Nobody is recorded as told the outcome of ${longDate(held.on)}: irotool secure review ${child.ref} --told child,mother`,
            ]
          : []),
      ],
      next: since === null ? null : `irotool secure review ${child.ref} --on DATE --outcome OUTCOME`,
    }),
  );
}
