/** The parts of a report: what is counted of each child, or of the unit, and the tables that it is counted into. Pure. */
import type { FigureChild, Figuring } from './child';
import { countingOf, type TallyKept } from './counting';
import type { Counted, Figures, Group, TableOf } from './model';

/** Several tables of the same things. */
export interface ReportPart {
  readonly tables: readonly TableOf<never>[];
  begin(cuts: readonly Cut[], keeping: TallyKept): PartCounted;
}

/** By what the rows of tables are; `only`: the tables that are wanted so, the others being left empty. */
export interface Cut {
  readonly group: Group | null;
  readonly only?: ReadonlySet<string>;
}

/** A part while children are counted: each is taken in and let go. */
interface PartCounted {
  take(child: FigureChild, figuring: Figuring): void;
  /** What is of the unit, and of no child. */
  takeUnit(figuring: Figuring): void;
  /** Its tables, for each cut. */
  figures(): Figures[][];
}

type TablesOf<T extends Counted> = readonly (readonly [TableOf<T>, only?: (one: T) => boolean])[];

/** Several tables of the same things of children; `only`: those that the table is about. */
export const part = <T extends Counted>(
  things: (child: FigureChild, figuring: Figuring) => readonly T[],
  ...tables: TablesOf<T>
): ReportPart => partOf(things, () => [], tables);

/** The same of things of the unit. */
export const partOfUnit = <T extends Counted>(
  things: (figuring: Figuring) => readonly T[],
  ...tables: TablesOf<T>
): ReportPart => partOf(null, things, tables);

function partOf<T extends Counted>(
  ofChild: ((child: FigureChild, figuring: Figuring) => readonly T[]) | null,
  ofUnit: (figuring: Figuring) => readonly T[],
  tables: TablesOf<T>,
): ReportPart {
  return {
    tables: tables.map(([table]) => table as TableOf<never>),
    begin(cuts, keeping) {
      const all = cuts.map(({ group }) => tables.map(([table]) => countingOf(table, group, keeping)));
      const wanted = cuts.flatMap(({ only }, cut) =>
        tables.flatMap(([{ id }, is], at) =>
          only === undefined || only.has(id) ? { is, counting: all[cut]![at]! } : [],
        ),
      );
      const takeAll = (things: readonly T[]): void => {
        for (const one of things)
          for (const { is, counting } of wanted) if (is === undefined || is(one)) counting.take(one);
      };
      return {
        take(child, figuring) {
          if (ofChild !== null && wanted.length > 0) takeAll(ofChild(child, figuring));
        },
        takeUnit(figuring) {
          if (wanted.length > 0) takeAll(ofUnit(figuring));
        },
        figures: () => all.map((each) => each.map((counting) => counting.figures())),
      };
    },
  };
}

/** A report, as far as it is counted. */
interface Parts {
  readonly parts: readonly ReportPart[];
}

/** The tables of a report, of these children. */
export const tablesOf = (
  report: Parts,
  children: Iterable<FigureChild>,
  figuring: Figuring,
  group: Group | null,
): Figures[] =>
  tablesOfPeriods(report, children, [{ figuring, cuts: [{ group }], isWanted: () => true }])[0]![0]!;

/** A period of which the tables are wanted, in each of these cuts, of those children alone who are wanted. */
export interface PeriodWanted {
  readonly figuring: Figuring;
  readonly cuts: readonly Cut[];
  readonly isWanted: (child: FigureChild) => boolean;
}

/** For each period the tables in each of its cuts; children are read once for all. */
export function tablesOfPeriods(
  { parts }: Parts,
  children: Iterable<FigureChild>,
  periods: readonly PeriodWanted[],
  keeping: TallyKept = { refs: true, things: false },
): Figures[][][] {
  const all = periods.map((period) => ({
    ...period,
    made: parts.map((each) => each.begin(period.cuts, keeping)),
  }));
  for (const { made, figuring } of all) for (const each of made) each.takeUnit(figuring);
  for (const child of children)
    for (const { made, figuring, isWanted } of all)
      if (isWanted(child)) for (const each of made) each.take(child, figuring);
  return all.map(({ cuts, made }) => {
    const tables = made.map((each) => each.figures());
    return cuts.map((_, cut) => tables.flatMap((each) => each[cut]!));
  });
}
