/** `conference show|next|list`: one conference, the one thing to do next, or all of them. */

import { conferenceAnswer, conferenceJson } from '../../cases/conference/account';
import { conferenceGaps } from '../../cases/conference/gaps';
import { conferencesListed } from '../../cases/conference/list';
import { readConference } from '../../cases/conference/reading';
import { childNamed } from '../../cases/find';
import { childRead, reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { comingConference, conferencesOf } from '../../core/children/conferences';
import { longDate } from '../../core/time/dates';
import { asCase } from '../../recording/conference/case';
import { type DoOptions, taken } from '../../recording/next/take-next';
import { conferencesShown } from '../../screens/conference/list';
import { conferenceScreen } from '../../screens/conference/screen';
import { present, type Screen, type Shown } from '../../screens/show';
import { nextOfConferences } from '../../steps/next/conference';
import type { Child } from '../../store/children';
import { latenessOn } from '../../ui/lateness';
import { roleWords } from '../../ui/words';

interface ConferenceTyped {
  readonly conference?: string;
  readonly series?: string;
}

/** Runs `conference show REF [--conference N] [--series N]`. */
export async function show(
  context: Context,
  [ref]: readonly [string],
  options: ConferenceTyped,
): Promise<undefined> {
  const { unit, child, reckoning } = await childRead(context, ref);
  const reading = readConference(unit, child, reckoning, context.today, 'latest', options);
  const answer = conferenceAnswer(reading);
  const notRecorded = conferenceGaps(reading, answer);
  return present(context, {
    json: () => ({
      child: { ref: child.ref, name: child.name },
      conference: conferenceJson(reading.conference),
      ...answer,
      notRecorded,
    }),
    screen: () => ({
      parts: conferenceScreen(reading, answer, notRecorded),
      said: [
        `What to do next: irotool conference next ${child.ref}`,
        ...(reading.all.length > 1 ? [`All of them: irotool conference list ${child.ref}`] : []),
      ],
    }),
  });
}

/** The one thing to do next of a child’s conferences; null if there is nothing. */
function whatNext(context: Context, unit: Unit, child: Child, later?: ReadonlySet<string>) {
  const { reckoning } = reckoned(context, unit, child);
  const { story } = reckoning;
  const read = (which: 'coming' | 'held') => readConference(unit, child, reckoning, context.today, which);
  const coming = comingConference(story, context.today) === null ? null : asCase(read('coming'));
  const hasHeld = conferencesOf(story, context.today).some(({ heldOn }) => heldOn !== null);
  const last = hasHeld ? { ...asCase(read('held')), outcomes: [] } : null;
  return { coming, next: nextOfConferences(coming, last, reckoning.duties, context.today, later) };
}

/** Runs `conference next REF [--do] [--all]`. */
export const next = (context: Context, [ref]: readonly [string], options: DoOptions) =>
  taken(context, [ref], options, async (own, _, left) => {
    const unit = await own.open();
    const child = childNamed(unit.db, ref);
    const answer = whatNext(own, unit, child, left);
    const command = answer.next?.command ?? null;
    return { key: command, command, show: () => present(own, nextShown(own, unit, child, answer)) };
  });

const nextShown = (
  context: Context,
  unit: Unit,
  child: Child,
  answer: ReturnType<typeof whatNext>,
): Shown => ({
  json: () => ({ child: { ref: child.ref }, next: answer.next }),
  screen: () => nextScreen(context, unit, child, answer),
});

function nextScreen(
  context: Context,
  unit: Unit,
  child: Child,
  { coming, next: step }: ReturnType<typeof whatNext>,
): Screen {
  if (step === null) {
    const planned = coming?.plan ? ` until ${longDate(coming.plan.meeting)} (the conference)` : '';
    return [`${child.ref}: nothing to do for a conference${planned}.`];
  }
  const left =
    step.due === null ? '' : `, by ${longDate(step.due)}, ${latenessOn(step.due, context.today, unit)}`;
  return [
    `${child.ref}: ${step.what} (${roleWords(step.who)})${left}.`,
    ...(step.choices === null ? [] : [step.choices]),
    `  ${step.command}`,
  ];
}

/** Runs `conference list [REF] [--all]`. */
export async function list(
  context: Context,
  [ref]: readonly [string | undefined],
  options: { readonly all?: true },
): Promise<undefined> {
  const unit = await context.open();
  const child = ref === undefined ? null : childNamed(unit.db, ref);
  const all = options.all === true;
  return present(context, conferencesShown(child, conferencesListed(context, unit, child, all), all));
}
