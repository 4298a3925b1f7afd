/** `conference show|next|list`: one conference, the one thing to do next, or all of them. */

import { conferenceAnswer, conferenceJson } from '../../cases/conference/account';
import { conferenceGaps } from '../../cases/conference/gaps';
import { conferencesListed } from '../../cases/conference/list';
import { readConference } from '../../cases/conference/reading';
import { childNamed } from '../../cases/find';
import { childRead } from '../../cases/reckoned';
import type { Context } from '../../context';
import { nextOfConference, nextOfConferenceShown } from '../../recording/next/of-conference';
import { type DoOptions, taken } from '../../recording/next/take-next';
import { conferencesShown } from '../../screens/conference/list';
import { conferenceScreen } from '../../screens/conference/screen';
import { present } from '../../screens/show';

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

/** Runs `conference next REF [--do] [--all]`. */
export const next = (context: Context, [ref]: readonly [string], options: DoOptions) =>
  taken(context, [ref], options, async (own, _, left) => {
    const unit = await own.open();
    const child = childNamed(unit.db, ref);
    const answer = nextOfConference(own, unit, child, left);
    const command = answer.next?.command ?? null;
    return {
      key: command,
      command,
      show: () => present(own, nextOfConferenceShown(own, unit, child, answer)),
    };
  });

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
