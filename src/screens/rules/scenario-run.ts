/** What was found in a pack and by running its scenarios, as lines and as JSON. */
import type { Stage } from '../../core/rules/stages';
import type { PackCheck } from '../../law/check-pack';
import type { ScenarioRun } from '../../law/run-scenarios';
import { type Part, whole } from '../../ui/rows';
import { count, listed } from '../../ui/words';
import { faultLine } from '../../yaml';

export function checkLines(found: PackCheck, dir: string): Part[] {
  const advice = found.advice.map((each) => `advice: ${faultLine(each)}`);
  if (found.faults.length > 0) {
    return [
      ...found.faults.map((each) => whole(faultLine(each))),
      ...advice,
      count(found.faults.length, 'fault'),
    ];
  }
  const { own, tightened, all } = found.rules!;
  const counts = [`${count(own, 'new rule')}`, `${tightened} changed`, `${all} in all`].join(', ');
  const words =
    found.events + found.roles === 0
      ? ''
      : `${count(found.events, 'event')} and ${count(found.roles, 'role')} of its own; `;
  const { stages, quorum } = found;
  return [
    ...advice,
    ...(stages.length === 0 ? [] : [`A dispute goes through: ${listed(stages.map(stageSaid))}.`]),
    ...(quorum === null
      ? []
      : [`A conference needs social care and ${count(quorum, 'other agency', 'other agencies')}.`]),
    `no faults: ${counts}; ${words}${count(found.scenarios, 'scenario')}. To run them: irotool rules test ${dir}`,
  ];
}

function stageSaid({ what, days, formal }: Stage): string {
  const more = [...(formal ? ['formal'] : []), ...(days === null ? [] : [count(days, 'working day')])];
  return more.length === 0 ? what : `${what} (${more.join(', ')})`;
}

export function runLines({ results, faults, passed, failed }: ScenarioRun): Part[] {
  const lines = [
    ...faults.map((fault) => `FAILED  ${faultLine(fault)}`),
    ...results.flatMap(({ scenario, differences, notes }) =>
      differences.length === 0
        ? [`ok      ${scenario.name}`]
        : [
            `FAILED  ${scenario.name}`,
            ...differences.map((difference) => `          ${difference}`),
            ...notes.map((note) => `          note: ${note}`),
          ],
    ),
    `${passed} passed, ${failed} failed`,
  ];
  return lines.map(whole);
}

export function runJson({ results, faults, passed, failed }: ScenarioRun): object {
  return {
    passed,
    failed,
    scenarios: results.map(({ scenario, differences, notes }) => ({
      name: scenario.name,
      file: scenario.file,
      line: scenario.line,
      pack: scenario.pack.name,
      passed: differences.length === 0,
      differences,
      notes,
    })),
    faults,
  };
}
