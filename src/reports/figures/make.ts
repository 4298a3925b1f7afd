/** A report of figures, made of the unit's children: of all of them, or of those that each recipient is told of. */
import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { aboutLines } from '../about-words';
import { isInScope } from '../overdue/data';
import type { Recipient } from '../recipients';
import { unitName } from '../unit-name';
import type { ReportOfFigures } from './catalogue';
import type { FigureChild, Figuring } from './child';
import type { MadeFigures } from './faces/head';
import { cleanerOfFigures, figureChildren } from './gather';
import { cleaned, type Figures, type Group } from './model';
import { tablesOfPeriods } from './parts';
import type { Period } from './period';
import { withheldIn } from './withheld/tables';

export interface AskedFigures {
  readonly report: ReportOfFigures;
  readonly period: Period;
  /** The day on which all is known. */
  readonly asAt: IsoDate;
  /** Facts entered after this day are left out; null takes all. */
  readonly recordedBy: IsoDate | null;
  readonly group: Group | null;
  /** Who is behind each number is listed. */
  readonly isListed: boolean;
  /** For anyone to read: of a whole year, and made by itself. */
  readonly isPublic: boolean;
}

/** Whether a child is one of those that a recipient is told of. */
export const isOf =
  (recipient: Recipient | null, asAt: IsoDate) =>
  (child: FigureChild): boolean =>
    recipient === null ||
    recipient.scope.all ||
    isInScope({ team: child.team, iro: child.iroOn(asAt) }, recipient.scope);

/** One for each recipient, and all of them in one reading; null is nobody in particular, and all children. */
export function makeFigures<R extends Recipient | null>(
  context: Context,
  unit: Unit,
  { report, period, asAt, recordedBy, group, isListed }: AskedFigures,
  recipients: readonly R[],
): MadeFigures[] {
  const { goLive, calendars } = unit.engine;
  const figuring: Figuring = {
    ...{ asAt, from: period.from, to: period.to, goLive },
    calendar: calendars.statutory,
    ladder: unit.pack.stages ?? [],
  };
  const children = figureChildren(context, unit, figuring, recordedBy);
  const cleaner = cleanerOfFigures(unit);
  const clean = (tables: readonly Figures[]): readonly Figures[] => cleaned(tables, cleaner);
  // Whoever may not read a name is told nothing small either.
  const withholds = recipients.map((recipient) => recipient?.mayHaveNames === false);
  const all = tablesOfPeriods(
    report,
    children,
    recipients.map((recipient) => ({ figuring, cuts: [{ group }], isWanted: isOf(recipient, asAt) })),
    { refs: isListed, things: withholds.includes(true) },
  );
  return all.map(([tables = []], at) => ({
    ...{ report, period, figuring, recordedBy, group },
    isWithheld: withholds[at]!,
    tables: withholds[at] ? withheldIn(tables, clean) : clean(tables),
    unit: unitName(unit),
    about: recipients[at] ? aboutLines(recipients[at], null) : [],
    madeOn: context.today,
  }));
}
