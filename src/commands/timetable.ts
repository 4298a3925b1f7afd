/**
 * `timetable FILE`: the whole timetable of a scenario file's events, with no database.
 */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Context, calendarsWith } from '../context';
import { UserError } from '../errors';
import { packFinder } from '../law/find-pack';
import { isFolder } from '../law/folder';
import { timetableOf } from '../law/scenario-run';
import { readScenarioFile, type Scenario } from '../law/scenarios';
import { type ScenarioShown, words } from '../screens/rules/timetable';
import { present } from '../screens/show';
import { oneBelowAnother } from '../ui/rows';
import { faultLine } from '../yaml';

/** Runs `timetable FILE`. */
export async function showTimetable(context: Context, [file]: readonly [string]): Promise<undefined> {
  const calendars = calendarsWith([]);
  const shown = readScenarios(context, file).map((scenario): ScenarioShown => {
    const today = scenario.today ?? context.today;
    return { scenario, today, ...timetableOf(scenario, today, calendars) };
  });
  return present(context, {
    json: () => ({
      scenarios: shown.map(({ scenario, today, deadlines, actions, notes }) => ({
        name: scenario.name,
        pack: scenario.pack.name,
        today,
        deadlines,
        actions,
        notes,
      })),
    }),
    screen: () => oneBelowAnother(shown.map(words)),
  });
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
