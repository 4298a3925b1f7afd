/** The whole timetable of a scenario, in lines. */
import { type ActionJson, type DeadlineJson, isTakenUp } from '../../core/engine/standing';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { ScenarioTimetable } from '../../law/scenario-run';
import type { Scenario } from '../../law/scenarios';
import { rowLines } from '../../ui/rows';
import { compressedWords, dayIn, roleWords, wrap } from '../../ui/words';
import { standingWords } from '../standing-words';

export interface Shown extends ScenarioTimetable {
  readonly scenario: Scenario;
  readonly today: IsoDate;
}

export function words({ scenario, today, deadlines, actions, notes }: Shown, width: number): string[] {
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
    // The flags go with the duty, if there is room to wrap.
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
