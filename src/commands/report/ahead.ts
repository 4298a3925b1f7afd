/** `report caseload|forecast|board`: what is to come, from the agenda. */
import type { Context, Unit } from '../../context';
import { UsageError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import {
  type Ahead,
  board as boardOf,
  caseload as caseloadOf,
  forecast as forecastOf,
} from '../../reports/figures/ahead';
import {
  BOARD_REPORT,
  CASELOAD_REPORT,
  FORECAST_REPORT,
  type ReportOfFigures,
} from '../../reports/figures/catalogue';
import { GROUPS, type Group } from '../../reports/figures/model';
import { forAnyone } from '../../reports/figures/withheld/tables';
import { unitName } from '../../reports/unit-name';
import { type FileOptions, filesTyped } from './files';
import { figureNamed, showFigures } from './shown';
import { refusePublic } from './together';

export interface AheadOptions extends FileOptions {
  readonly by?: string;
  readonly list?: string;
  readonly public?: true;
}

const command =
  (
    report: ReportOfFigures,
    gather: (context: Context, unit: Unit, group: Group | null, withThings: boolean) => Ahead,
  ) =>
  async (context: Context, _: readonly [], options: AheadOptions): Promise<undefined> => {
    refusePublic(options);
    const isPublic = options.public === true;
    const group = options.by === undefined ? null : (oneOfTyped(GROUPS, '--by', options.by) as Group);
    const figure = options.list === undefined ? null : figureNamed(options.list, report.id);
    const files = filesTyped(context, options, report.id);
    if (figure !== null && files.length > 0)
      throw new UsageError('--list is for the screen, --csv and --json.', 'Leave it out, or write no file.');
    const unit = await context.open();
    const { today } = context;
    const { to, tables } = gather(context, unit, group, isPublic);
    const { goLive, calendars } = unit.engine;
    const figuring = { asAt: today, from: today, to, goLive, calendar: calendars.statutory, ladder: [] };
    const period = { from: today, to, called: null };
    const made = {
      ...{ report, period, figuring, recordedBy: null, group, isWithheld: isPublic },
      tables: isPublic ? forAnyone(tables) : tables,
      unit: unitName(unit),
      about: [],
      madeOn: today,
    };
    return showFigures(context, made, figure, files, options);
  };

export const caseload = command(CASELOAD_REPORT, caseloadOf);
export const forecast = command(FORECAST_REPORT, forecastOf);
export const board = command(BOARD_REPORT, boardOf);
