/** `report performance|disputes|recommendations|monitoring`: the unit's figures of a period; and `report explain`, what one of them counts. */
import type { Context } from '../../context';
import { longDate } from '../../core/time/dates';
import { didYouMean, UsageError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import {
  DISPUTES_REPORT,
  everyFigure,
  MONITORING_REPORT,
  PERFORMANCE,
  RECOMMENDATIONS_REPORT,
  type ReportOfFigures,
  tablesOf,
} from '../../reports/figures/catalogue';
import type { Figuring } from '../../reports/figures/child';
import { figuresJson, figuresRows } from '../../reports/figures/faces/data';
import { explanation, figureLines } from '../../reports/figures/faces/text';
import { cleanerOfFigures, figureChildren } from '../../reports/figures/gather';
import { cleaned, GROUPS, type Group } from '../../reports/figures/model';
import { type PeriodOptions, periodTyped, periodWords } from '../../reports/figures/period';
import { unitName } from '../../reports/unit-name';
import { present } from '../../screens/show';
import { hasShapes } from '../../ui/screen';
import { type FileOptions, filesTyped, writeFaces } from './files';

export interface FigureOptions extends PeriodOptions, FileOptions {
  readonly by?: string;
  readonly asAt?: string;
  readonly list?: string;
}

const command =
  (report: ReportOfFigures) =>
  async (context: Context, _: readonly [], options: FigureOptions): Promise<undefined> => {
    const group = options.by === undefined ? null : (oneOfTyped(GROUPS, '--by', options.by) as Group);
    const period = periodTyped(options, context.today, (text, flag) => context.date(text, flag, 'past'));
    const recordedBy = options.asAt === undefined ? null : context.date(options.asAt, '--as-at', 'past');
    const figure = options.list === undefined ? null : figureNamed(options.list, report.id);
    const files = filesTyped(context, options, report.id);
    if (figure !== null && files.length > 0)
      throw new UsageError('--list is for the screen, --csv and --json.', 'Leave it out, or write no file.');
    const asAt = recordedBy ?? context.today;
    if (asAt > context.today)
      throw new UsageError(
        `--as-at: ${longDate(asAt)} has not come yet.`,
        'Leave it out to count what is recorded now.',
      );
    if (period.from > asAt)
      throw new UsageError(
        `${periodWords(period)} has not begun on ${longDate(asAt)}.`,
        'To see another: --year 2026, --quarter "Q4 2026", --month 2026-03, or --from and --to.',
      );
    const unit = await context.open();
    const { goLive, calendars } = unit.engine;
    const figuring: Figuring = {
      ...{ asAt, from: period.from, to: period.to, goLive },
      calendar: calendars.statutory,
      ladder: unit.pack.stages ?? [],
    };
    const children = figureChildren(context, unit, figuring, recordedBy);
    const tables = cleaned(tablesOf(report, children, figuring, group), cleanerOfFigures(unit));
    const made = {
      report,
      period,
      figuring,
      recordedBy,
      group,
      tables,
      unit: unitName(unit),
      madeOn: context.today,
    };
    if (files.length > 0) await writeFaces(context, made, files, options);
    return present(context, {
      json: () => figuresJson(made, figure),
      csv: () => figuresRows(made, figure),
      screen: () =>
        files.length > 0
          ? []
          : [(width) => figureLines(made, figure, { width, hasBars: hasShapes(context) })],
    });
  };

/** The name of a figure as it was typed, of a report or of any; else the nearest to type. */
function figureNamed(typed: string, report?: string): string {
  const all = everyFigure();
  const names = all.map(({ name }) => name);
  const found = all.find(({ name }) => name === typed.trim().toLowerCase());
  if (found !== undefined && (report === undefined || found.report === report)) return found.name;
  if (found !== undefined)
    throw new UsageError(
      `“${found.name}” is a figure of another report.`,
      `irotool report ${found.report} --list ${found.name}`,
    );
  throw new UsageError(
    `There is no figure “${typed}”.${didYouMean(typed, names)}`,
    'To see them all: irotool report explain',
  );
}

export const performance = command(PERFORMANCE);
export const disputes = command(DISPUTES_REPORT);
export const recommendations = command(RECOMMENDATIONS_REPORT);
export const monitoring = command(MONITORING_REPORT);

/** Runs `report explain [FIGURE]`: what it counts; without one, every figure there is. */
export async function explain(context: Context, [typed]: readonly [string?]): Promise<undefined> {
  const name = typed === undefined ? null : figureNamed(typed);
  const found = everyFigure().filter((each) => name === null || each.name === name);
  const behind = `Who is behind it: irotool report ${found[0]!.report} --list ${found[0]!.name}`;
  return present(context, {
    json: () => ({ figures: found }),
    screen: () => ({
      parts: [(width) => explanation(found, width)],
      said: typed === undefined ? [] : [behind],
    }),
  });
}
