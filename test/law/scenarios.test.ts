/** Runs every scenario of test/scenarios: what the law expects, in sentences. */
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarsWith } from '../../src/context';
import { packFinder } from '../../src/law/find-pack';
import { runScenario } from '../../src/law/scenario-run';
import { readScenarioFile, scenarioFilesAt } from '../../src/law/scenarios';
import { faultLine } from '../../src/yaml';

const calendars = calendarsWith([]);
const files = scenarioFilesAt(join(import.meta.dirname, '..', 'scenarios'));

it('there are scenarios', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files.map((file) => [basename(file), file] as const))('%s', (name, file) => {
  const packs = packFinder();
  const { scenarios, faults } = readScenarioFile(file, packs.for(file), packs.usual(file));

  it(`${name} is read without a fault, and every name is used once`, () => {
    expect(faults.map(faultLine)).toEqual([]);
    const names = scenarios.map((scenario) => scenario.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  for (const scenario of scenarios) {
    it(scenario.name, () => {
      expect(runScenario(scenario, calendars).differences).toEqual([]);
    });
  }
});
