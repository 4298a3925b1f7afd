/** What the help of a report of figures names is of that report. */
import { expect, it } from 'vitest';
import { REPORTS as COMMANDS } from '../../src/command-table/reports';
import { figureNamed } from '../../src/commands/report/shown';
import { ANNUAL_REPORT, REPORTS } from '../../src/reports/figures/catalogue';

it.each(REPORTS.map(({ id }) => id))('the help of report %s shows a figure of it', (id) => {
  const { options = [] } = COMMANDS.find(({ name }) => name === `report ${id}`)!;
  const [, says] = options.find(([flag]) => flag.startsWith('--list'))!;
  const figure = says.split(': ')[1]!;
  expect(figureNamed(figure, id)).toBe(figure);
});

it('the help of report annual shows a figure that it has', () => {
  const { options = [] } = COMMANDS.find(({ name }) => name === 'report annual')!;
  const [, says] = options.find(([flag]) => flag.startsWith('--list'))!;
  const [table] = says.split(': ')[1]!.split('.');
  const tables = ANNUAL_REPORT.parts.flatMap(({ tables: all }) => all.map(({ id }) => id));
  expect(tables).toContain(table);
});
