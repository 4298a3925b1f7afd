/** What the help of a report of figures names is of that report. */
import { expect, it } from 'vitest';
import { REPORTS as COMMANDS } from '../../src/command-table/reports';
import { figureNamed } from '../../src/commands/report/shown';
import { ANNUAL_REPORT, REPORTS } from '../../src/reports/figures/catalogue';

it.each([...REPORTS, ANNUAL_REPORT].map((report) => [report.id, report] as const))(
  'the help of report %s shows a figure of it',
  (id, report) => {
    const { options = [] } = COMMANDS.find(({ name }) => name === `report ${id}`)!;
    const [, says] = options.find(([flag]) => flag.startsWith('--list'))!;
    const figure = says.split(': ')[1]!;
    expect(figureNamed(figure, report)).toBe(figure);
  },
);
