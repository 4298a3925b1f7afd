/**
 * `timetable FILE`: the whole timetable of a scenario file's events, with no database.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Context, calendarsWith } from '../context';
import { type ActionJson, type DeadlineJson, isTakenUp } from '../core/engine/standing';
import { type IsoDate, longDate } from '../core/time/dates';
import { UserError } from '../errors';
import { packFinder } from '../law/find-pack';
import { isFolder } from '../law/folder';
import { type ScenarioTimetable, timetableOf } from '../law/scenario-run';
import { readScenarioFile, type Scenario } from '../law/scenarios';
import { standingWords } from '../screens/standing-words';
import { rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { compressedWords, dayIn, roleWords, wrap } from '../ui/words';
import { faultLine } from '../yaml';

interface Shown extends ScenarioTimetable {
  readonly scenario: Scenario;
  readonly today: IsoDate;
}

/** Runs `timetable FILE`. */
export async function showTimetable(context: Context, [file]: readonly [string]): Promise<undefined> {
  const calendars = calendarsWith([]);
  const shown = readScenarios(context, file).map((scenario): Shown => {
    const today = scenario.today ?? context.today;
    return { scenario, today, ...timetableOf(scenario, today, calendars) };
  });
  if (context.flags.json) {
    context.json({
      schema: 1,
      scenarios: shown.map(({ scenario, today, deadlines, actions, notes }) => ({
        name: scenario.name,
        pack: scenario.pack.name,
        today,
        deadlines,
        actions,
        notes,
      })),
    });
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  context.print(shown.map((each) => words(each, width).join('\n')).join('\n\n'));
  return undefined;
}

const HOW_WRITTEN = 'Check its name. To see how one is written: irotool rules new NAME';

/** The file's scenarios, or a UserError that lists its faults. */
function readScenarios(context: Context, file: string): readonly Scenario[] {
  const path = resolve(context.io.cwd, file);
  if (!existsSync(path)) throw new UserError(`There is no file ${file}.`, HOW_WRITTEN);
  if (isFolder(path)) {
    throw new UserError(
      `${file} is a folder; timetable takes a file.`,
      `To run its scenarios: irotool rules test ${file}`,
    );
  }
  const packs = packFinder();
  const { scenarios, faults } = readScenarioFile(path, packs.for(path), packs.usual(path));
  const all = [...packs.faults, ...faults];
  if (all.length > 0) throw new UserError(all.map(faultLine).join('\n'), '');
  return scenarios;
}

function words({ scenario, today, deadlines, actions, notes }: Shown, width: number): string[] {
  const lines = [
    ...wrap(scenario.name, width),
    ...wrap(`On ${longDate(today)}, by the rules of the pack ${scenario.pack.title}`, width),
    '',
    ...(deadlines.length === 0 ? ['Nothing falls due.'] : deadlineLines(deadlines, today, width)),
  ];
  if (actions.length > 0) lines.push('', 'TO SETTLE', ...actionLines(actions, today, width));
  if (notes.length > 0) {
    lines.push('', 'NOTES');
    for (const note of notes) {
      lines.push(...rowLines([[note]], [{ wraps: true }], width));
    }
  }
  return lines;
}

function deadlineLines(deadlines: readonly DeadlineJson[], today: IsoDate, width: number): string[] {
  const rows = deadlines.map((deadline) => [
    dayIn(deadline.due, today),
    // The flags go with the duty, where there is room to wrap.
    standingWords(
      { ...deadline, compressed: false, provisional: false, eased: false, began: null, metOn: null },
      today,
    ),
    [deadline.duty, ...flagWords(deadline, today)].join(', '),
    roleWords(deadline.who),
  ]);
  return rowLines(rows, [{}, {}, { wraps: true }, {}], width);
}

function flagWords(deadline: DeadlineJson, today: IsoDate): string[] {
  const { metOn, standing } = deadline;
  return [
    ...(deadline.ref === null ? [] : [deadline.ref]),
    ...(metOn === null ? [] : [`${standing === 'deemed' ? 'answered' : 'done'} ${dayIn(metOn, today)}`]),
    ...(deadline.began === null ? [] : [`first sat ${dayIn(deadline.began, today)}`]),
    ...(deadline.compressed
      ? [`${compressedWords(isTakenUp(deadline))}: ideally ${dayIn(deadline.idealDue!, today)}`]
      : []),
    ...(deadline.notBefore === null ? [] : [`not before ${dayIn(deadline.notBefore, today)}`]),
    ...(deadline.lastWorkingDay === deadline.due
      ? []
      : [`last working day ${dayIn(deadline.lastWorkingDay, today)}`]),
    ...(deadline.provisional ? ['provisional'] : []),
    ...(deadline.eased ? ['eased'] : []),
  ];
}

function actionLines(actions: readonly ActionJson[], today: IsoDate, width: number): string[] {
  const rows = actions.map((action) => [
    `since ${dayIn(action.since, today)}`,
    action.what,
    roleWords(action.who),
  ]);
  return rowLines(rows, [{}, { wraps: true }, {}], width);
}
