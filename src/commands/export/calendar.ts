/** `export calendar [--iro NAME] FILE.ics`: planned meetings, and the days by which things are due. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gather } from '../../cases/due-gathered';
import { personNamed, toShow } from '../../cases/find';
import type { Context } from '../../context';
import { addDays, addMonths } from '../../core/time/dates';
import { type CalendarEntry, calendarOf, entriesIn } from '../../documents/calendar-file';
import { UserError } from '../../errors';
import { dueEntries, meetingEntries } from '../../exchange/export/calendar-entries';
import { fileTyped, writeReport } from '../../reports/report-file';
import { present } from '../../screens/show';
import { count, listed } from '../../ui/words';

export interface CalendarOptions {
  readonly iro?: string;
  readonly who?: string;
  readonly force?: true;
}

/** How far ahead it goes. */
const MONTHS = 12;

/** Runs `export calendar FILE.ics`. Written over its last one it says of what is there no longer that it is off. */
export async function exportCalendar(
  context: Context,
  [typed]: readonly [string],
  { iro, who, force }: CalendarOptions,
): Promise<undefined> {
  const { today } = context;
  const file = fileTyped(context, typed, 'The file', ['.ics'], 'export calendar')!;
  if (!force && existsSync(file))
    throw new UserError(
      `${basename(file)} is there already. Nothing was written.`,
      'To bring it up to date: --force. Or choose another name.',
    );
  const unit = await context.open();
  const chair = iro === undefined ? null : personNamed(toShow(context, unit.db), iro, 'iro', 'IRO');
  const window = { from: today, to: addDays(addMonths(today, MONTHS), -1), called: '', overdueOnly: false };
  const asked = { ...(iro === undefined ? {} : { iro }), ...(who === undefined ? {} : { who }) };
  const { answer } = gather(context, unit, window, asked, undefined);
  const { meetings, ahead } = gather(context, unit, window, who === undefined ? {} : { who }, undefined);
  const met = meetingEntries(
    unit,
    [...meetings, ...ahead].filter(({ chairId }) => chair === null || chairId === chair.id),
  );
  const due = dueEntries(unit, answer.duties);
  const entries = [...met, ...due];
  const off = existsSync(file) ? offSince(readFileSync(file, 'utf8'), entries, today) : [];
  const now = context.io.now();
  const text = calendarOf([...entries, ...off], Math.floor((now - SINCE_2020) / 1000), now);
  writeReport(context, file, Buffer.from(text));
  const found = [count(met.length, 'meeting'), count(due.length, 'due day')];
  return present(context, {
    json: () => ({ file: basename(file), meetings: met.length, dueDays: due.length, cancelled: off.length }),
    screen: () => ({
      parts: [`${basename(file)}: ${listed(found)}.`],
      said: [
        ...(off.length > 0
          ? [
              `${count(off.length, 'entry', 'entries')} of the last one ${off.length === 1 ? 'is' : 'are'} marked as cancelled.`,
            ]
          : []),
        'No name stands in it. Only you can read it.',
      ],
    }),
  });
}

/** 1 January 2020: seconds since then are a number that a calendar can hold. */
const SINCE_2020 = 1_577_836_800_000;

/** What the last calendar had and this one has not: a calendar that takes this one in takes it out. What has passed stays there. */
function offSince(before: string, entries: readonly CalendarEntry[], today: string): CalendarEntry[] {
  const still = new Set(entries.map(({ uid }) => uid));
  return [...entriesIn(before).values()]
    .filter(({ uid, on }) => !still.has(uid) && on >= today)
    .map((entry) => ({ ...entry, isCancelled: true }));
}
