/** Every report of figures, of a period, of a year or of what is to come; and `report explain`, what one of them counts. */
import { toRecord } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import { type ExitCode, UsageError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { attachTyped } from '../../reports/attachments';
import { makeAhead } from '../../reports/figures/ahead/made';
import { makeAnnual, makeForAnyone } from '../../reports/figures/annual';
import {
  ANNUAL_REPORT,
  BOARD_REPORT,
  CASELOAD_REPORT,
  DISPUTES_REPORT,
  FORECAST_REPORT,
  MONITORING_REPORT,
  PERFORMANCE,
  RECOMMENDATIONS_REPORT,
  type ReportOfFigures,
} from '../../reports/figures/catalogue';
import type { MadeFigures } from '../../reports/figures/faces/head';
import { explanation } from '../../reports/figures/faces/text';
import { type AskedFigures, makeFigures } from '../../reports/figures/make';
import { GROUPS, type Group } from '../../reports/figures/model';
import { everyFigure } from '../../reports/figures/named';
import { periodTyped, periodWords } from '../../reports/figures/period';
import { type Recipient, recipientsOf } from '../../reports/recipients';
import { present } from '../../screens/show';
import { inOneReading } from '../../store/sqlite';
import { filesTyped } from './files';
import { figureNamed, showFigures } from './shown';
import { type FigureOptions, refusePublic, refuseWithSend } from './together';

/** A report of figures as a command has it: what was asked for, and how it is made. */
interface Kind {
  readonly report: ReportOfFigures;
  readonly asked: (context: Context, options: Dated) => AskedFigures;
  readonly make: (
    context: Context,
    unit: Unit,
    asked: AskedFigures,
    recipients: readonly (Recipient | null)[],
  ) => readonly MadeFigures[];
}
type Dated = Omit<FigureOptions, 'to'> & { readonly to?: string };

const command = ({ report, asked: askedOf, make: makeOne }: Kind) => {
  const make: Kind['make'] = (context, unit, asked, recipients) =>
    inOneReading(unit.db, () => makeOne(context, unit, asked, recipients));
  return async (
    context: Context,
    _args: readonly [],
    options: FigureOptions,
  ): Promise<ExitCode | undefined> => {
    refusePublic(options);
    const { day, whom } = toTyped(context, options);
    const { to: _to, ...others } = options;
    const typed = askedOf(context, { ...others, ...(day === undefined ? {} : { to: day }) });
    if (options.into !== undefined)
      return (await import('./into')).annualInto(context, options.into, typed, options);
    const figure = options.list === undefined ? null : figureNamed(options.list, report);
    const attach = attachTyped(options.attach);
    refuseWithSend(options, whom, context.flags);
    const files = filesTyped(context, options, report.id);
    if (figure !== null && files.length > 0)
      throw new UsageError('--list is for the screen, --csv and --json.', 'Leave it out, or write no file.');
    // A workbook has a sheet of who is behind each number.
    const isListed =
      figure !== null || attach.includes('xlsx') || files.some(({ face }) => face.endings.includes('.xlsx'));
    const asked = { ...typed, isListed };
    const unit = await context.open();
    const recipients =
      whom === undefined ? [null] : recipientsOf(unit, toRecord(context, unit.db), whom, context.today);
    if (options.send) {
      const { figuresToSend } = await import('../../reports/figures/to-send');
      const { sendReports } = await import('./send');
      const some = recipients.filter((each) => each !== null);
      const { oncePerDay = false } = options;
      const made = (all: readonly Recipient[]): readonly MadeFigures[] => make(context, unit, asked, all);
      return sendReports(figuresToSend(context, unit, asked, made, some, attach), some, {
        ifAny: false,
        oncePerDay,
      });
    }
    if (recipients.length > 1)
      throw new UsageError(
        `--to ${whom} makes ${recipients.length} reports.`,
        'Say for whom: --to NAME. Or send them: --send',
      );
    return showFigures(context, make(context, unit, asked, recipients)[0]!, figure, files, options);
  };
};

/** What is counted, of which days, by what, and as of when. */
function askedTyped(context: Context, report: ReportOfFigures, options: Dated): AskedFigures {
  const group = groupTyped(options);
  const period = periodTyped(options, context.today, (text, flag) => context.date(text, flag, 'past'));
  const recordedBy = options.asAt === undefined ? null : context.date(options.asAt, '--as-at', 'past');
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
  return {
    ...{ report, period, asAt, recordedBy, group },
    isListed: false,
    isPublic: options.public === true,
  };
}

/** `--to` is the last day if --from says the first; it is typed once more, or without --from, to say for whom. */
function toTyped(
  context: Context,
  { to = [], from, send }: FigureOptions,
): { readonly day?: string; readonly whom?: string } {
  const isLast = (text: string): boolean => isDay(context, text) || (to.length === 1 && !send);
  const days = from === undefined ? [] : to.filter(isLast);
  const whom = to.filter((text) => !days.includes(text));
  if (days.length > 1 || whom.length > 1)
    throw new UsageError(
      '--to is one day, and one for whom the report is.',
      'Such as: --from 1/1 --to 31/3 --to managers',
    );
  const [said] = whom;
  if (said !== undefined && from === undefined && isDay(context, said))
    throw new UsageError('--to goes with --from.', 'Say from which day: --from DATE');
  return {
    ...(days[0] === undefined ? {} : { day: days[0] }),
    ...(said === undefined ? {} : { whom: said }),
  };
}

function isDay(context: Context, text: string): boolean {
  try {
    context.date(text, '--to', 'past');
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

const groupTyped = ({ by }: Pick<FigureOptions, 'by'>): Group | null =>
  by === undefined ? null : (oneOfTyped(GROUPS, '--by', by) as Group);

/** Of a period that was. */
const ofPeriod = (report: ReportOfFigures) =>
  command({
    report,
    asked: (context, options) => ofWholeYear(context, askedTyped(context, report, options)),
    make: (context, unit, asked, recipients) =>
      asked.isPublic ? [makeForAnyone(context, unit, asked)] : makeFigures(context, unit, asked, recipients),
  });

/** What anyone may read is of a year that has ended: of days that overlap two could be taken apart. */
function ofWholeYear(context: Context, asked: AskedFigures): AskedFigures {
  const { isPublic, period } = asked;
  if (isPublic && period.to >= context.today)
    throw new UsageError(
      `--public is of a year that has ended; this one ends on ${longDate(period.to)}.`,
      'The year before: --year last',
    );
  return asked;
}

/** Of what is to come: of today. */
const ofToday = (report: ReportOfFigures) =>
  command({
    report,
    asked: ({ today }, options) => ({
      ...{ report, period: { from: today, to: today, called: null }, asAt: today },
      ...{ recordedBy: null, group: groupTyped(options), isListed: false, isPublic: false },
    }),
    make: makeAhead,
  });

export const performance = ofPeriod(PERFORMANCE);
export const disputes = ofPeriod(DISPUTES_REPORT);
export const recommendations = ofPeriod(RECOMMENDATIONS_REPORT);
export const monitoring = ofPeriod(MONITORING_REPORT);
export const caseload = ofToday(CASELOAD_REPORT);
export const forecast = ofToday(FORECAST_REPORT);
export const board = ofToday(BOARD_REPORT);

/** Runs `report annual`: a year of the return with the year before. */
export const annual = command({
  report: ANNUAL_REPORT,
  asked: (context, options) => ofWholeYear(context, askedTyped(context, ANNUAL_REPORT, options)),
  make: makeAnnual,
});

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
