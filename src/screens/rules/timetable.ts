/** The whole timetable of a scenario, in lines. */
import { type ActionJson, type DeadlineJson, isTakenUp } from '../../core/engine/standing';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { ScenarioTimetable } from '../../law/scenario-run';
import type { Scenario } from '../../law/scenarios';
import { compressedWords } from '../../ui/lateness';
import { inRows, type Part } from '../../ui/rows';
import { dayIn, roleWords } from '../../ui/words';
import { standingWords } from '../standing-words';

export interface ScenarioShown extends ScenarioTimetable {
  readonly scenario: Scenario;
  readonly today: IsoDate;
}

export function words({ scenario, today, deadlines, actions, notes }: ScenarioShown): Part[] {
  return [
    scenario.name,
    `On ${longDate(today)}, by the rules of the pack ${scenario.pack.title}`,
    '',
    deadlines.length === 0 ? 'Nothing falls due.' : deadlineRows(deadlines, today),
    ...(actions.length > 0 ? ['', 'TO SETTLE', actionRows(actions, today)] : []),
    ...(notes.length > 0 ? ['', 'NOTES', ...notes.map((note) => inRows([[note]], [{ wraps: true }]))] : []),
  ];
}

function deadlineRows(deadlines: readonly DeadlineJson[], today: IsoDate): Part {
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
  return inRows(rows, [{}, {}, { wraps: true }, {}]);
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

function actionRows(actions: readonly ActionJson[], today: IsoDate): Part {
  const rows = actions.map((action) => [
    `since ${dayIn(action.since, today)}`,
    action.what,
    roleWords(action.who),
  ]);
  return inRows(rows, [{}, { wraps: true }, {}]);
}
