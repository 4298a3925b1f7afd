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
import { tablesOfEach } from './parts';
import type { Period } from './period';
import { forAnyone, withheldIn } from './withheld/tables';

export interface AskedFigures {
  readonly report: ReportOfFigures;
  readonly period: Period;
  /** The day on which all is known. */
  readonly asAt: IsoDate;
  /** Facts entered after this day are left out; null takes all. */
  readonly recordedBy: IsoDate | null;
  readonly group: Group | null;
  /** For anyone to read. */
  readonly isPublic: boolean;
}

/** One for each recipient, and all of them in one reading; null is nobody in particular, and all children. */
export function makeFigures<R extends Recipient | null>(
  context: Context,
  unit: Unit,
  { report, period, asAt, recordedBy, group, isPublic }: AskedFigures,
  recipients: readonly R[],
): MadeFigures[] {
  const { goLive, calendars } = unit.engine;
  const figuring: Figuring = {
    ...{ asAt, from: period.from, to: period.to, goLive },
    calendar: calendars.statutory,
    ladder: unit.pack.stages ?? [],
  };
  const wanted = recipients.map(
    (recipient) =>
      (child: FigureChild): boolean =>
        recipient === null ||
        recipient.scope.all ||
        isInScope({ team: child.team, iro: child.iroOn(asAt) }, recipient.scope),
  );
  const children = figureChildren(context, unit, figuring, recordedBy);
  const cleaner = cleanerOfFigures(unit);
  const clean = (tables: readonly Figures[]): readonly Figures[] => cleaned(tables, cleaner);
  // Whoever may not read a name is told nothing small either.
  const withholds = recipients.map((recipient) => isPublic || recipient?.mayHaveNames === false);
  const all = tablesOfEach(report, children, figuring, group, wanted, withholds.includes(true));
  return all.map((tables, at) => ({
    ...{ report, period, figuring, recordedBy, group },
    isWithheld: withholds[at]!,
    tables: isPublic ? forAnyone(tables) : withholds[at] ? withheldIn(tables, clean) : clean(tables),
    unit: unitName(unit),
    about: recipients[at] ? aboutLines(recipients[at], null) : [],
    madeOn: context.today,
  }));
}
