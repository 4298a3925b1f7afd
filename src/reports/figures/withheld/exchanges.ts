/**
 * Which cells are withheld. A cell that is withheld cannot be worked out if some other unit, with another number in that
 * cell, would have published the very same: one in which a thing or two were like others that there are. So for each
 * number that is small an exchange of things is looked for that changes it and the fewest others; what it changes is
 * withheld, and whatever is taken of whatever else stays as it was. Pure.
 */

/** A cell that would be told. */
export interface Hung {
  readonly isShare: boolean;
  readonly value: number;
  readonly isOfAll: boolean;
  /** Another report tells it too: it is withheld only if it is small itself. */
  readonly isFixed: boolean;
}

/** A thing that is counted: `3 n` is a part in the cell 3, as the tables have it. */
export interface Exchangeable {
  /** Only things of one kind are exchanged. */
  readonly kind: string;
  readonly parts: readonly string[];
}

/** Numbers from one to this are small. */
export const SMALL = 5;
/** So many of the things that are most alike are tried; any exchange that is found holds. */
const TRIED = { likenesses: 200, small: 3, instead: 4, beside: 5 } as const;
/** What the sum of all is worth beside one of its rows. */
const OF_ALL = 20;

/** Things that are alike in every cell. */
interface Likeness {
  readonly parts: Int32Array;
  readonly count: number;
}

/** What must not be small, as a sum over parts. */
interface Measure {
  readonly plus: number;
  readonly minus: number | null;
}

const NOTHING: Likeness = { parts: new Int32Array(0), count: 0 };
type Exchange = readonly (readonly [Likeness, 1 | -1])[];

/** The cells that are withheld, by their number. */
export function withheldCells(cells: readonly Hung[], things: readonly Exchangeable[]): ReadonlySet<number> {
  const { kinds, numberOf, cellOf, parts } = likenesses(things);
  const withheld = new Set<number>();
  const sums = new Float64Array(parts);
  for (const all of kinds) for (const one of all) for (const part of one.parts) sums[part]! += one.count;
  const measured = cells.map((cell, at) => measuresOf(at, cell, numberOf));
  const sumOf = (part: number): number => (part < 0 ? 0 : sums[part]!);
  const isSmall = ({ plus, minus }: Measure): boolean => {
    const sum = sumOf(plus) - (minus === null ? 0 : sumOf(minus));
    return sum >= 1 && sum <= SMALL;
  };
  const small = measured.map((all) => all.filter(isSmall));
  small.forEach((all, at) => {
    if (all.length > 0) withheld.add(at);
  });
  const weights = cells.map(({ value, isOfAll, isFixed }) =>
    isFixed ? Number.POSITIVE_INFINITY : (1 + Math.log2(1 + value)) * (isOfAll ? OF_ALL : 1),
  );
  const balance = balanceOf(parts, cellOf, weights, withheld);
  const found: ReadonlyMap<number, number>[] = [];
  for (const measure of small.flat()) {
    if (found.some((net) => changeOf(measure, (part) => net.get(part) ?? 0) !== 0)) continue;
    const best = bestExchange(measure, kinds, balance);
    if (best.length === 0) {
      // No other unit is like it: nothing is told of things of this kind but what is fixed.
      for (const part of partsBeside(measure, kinds))
        if (!cells[cellOf[part]!]!.isFixed) withheld.add(cellOf[part]!);
      continue;
    }
    const net = balance.netOf(best);
    found.push(net);
    for (const part of net.keys()) withheld.add(cellOf[part]!);
  }
  return withheld;
}

/** Every part that things of the kinds have which the measure counts. */
const partsBeside = (
  { plus, minus }: Measure,
  kinds: readonly (readonly Likeness[])[],
): ReadonlySet<number> =>
  new Set(
    kinds
      .filter((all) =>
        all.some(({ parts }) => parts.includes(plus) || (minus !== null && parts.includes(minus))),
      )
      .flatMap((all) => all.flatMap(({ parts }) => [...parts])),
  );

/** How many are counted, of how many, and how many of those are not: of a share all three are told. */
function measuresOf(at: number, { isShare }: Hung, numberOf: (part: string) => number): Measure[] {
  const [counted, among] = [numberOf(`${at} n`), numberOf(`${at} of`)];
  if (!isShare) return [{ plus: counted, minus: null }];
  return [
    { plus: counted, minus: null },
    { plus: among, minus: null },
    { plus: among, minus: counted },
  ];
}

const changeOf = ({ plus, minus }: Measure, of: (part: number) => number): number =>
  (plus < 0 ? 0 : of(plus)) - (minus === null || minus < 0 ? 0 : of(minus));

/** The things by their kind, those that are alike together, the most frequent first; with parts as numbers. */
function likenesses(things: readonly Exchangeable[]): {
  readonly kinds: readonly (readonly Likeness[])[];
  readonly numberOf: (part: string) => number;
  readonly cellOf: readonly number[];
  readonly parts: number;
} {
  const numbers = new Map<string, number>();
  const cellOf: number[] = [];
  const number = (part: string): number => {
    const known = numbers.get(part);
    if (known !== undefined) return known;
    cellOf.push(Number(part.slice(0, part.indexOf(' '))));
    numbers.set(part, numbers.size);
    return numbers.size - 1;
  };
  const kinds = new Map<string, Map<string, { parts: Int32Array; count: number }>>();
  for (const { kind, parts } of things) {
    const own = Int32Array.from(parts, number).sort();
    const alike = kinds.get(kind) ?? new Map<string, { parts: Int32Array; count: number }>();
    kinds.set(kind, alike);
    const same = alike.get(own.join());
    if (same) same.count += 1;
    else alike.set(own.join(), { parts: own, count: 1 });
  }
  return {
    kinds: [...kinds.values()].map((alike) => [...alike.values()].sort((a, b) => b.count - a.count)),
    numberOf: (part) => numbers.get(part) ?? -1,
    cellOf,
    parts: numbers.size,
  };
}

interface Balance {
  /** What the exchange would withhold besides, by its worth; and what it changes of the measure. */
  cost(exchange: Exchange, measure: Measure): readonly [cost: number, change: number];
  netOf(exchange: Exchange): ReadonlyMap<number, number>;
}

function balanceOf(
  parts: number,
  cellOf: readonly number[],
  weights: readonly number[],
  withheld: ReadonlySet<number>,
): Balance {
  const net = new Int32Array(parts);
  const seen = new Int32Array(weights.length);
  let round = 0;
  const weigh = (exchange: Exchange): void => {
    for (const [{ parts: own }, sign] of exchange) for (const part of own) net[part]! += sign;
  };
  const clear = (exchange: Exchange): void => {
    for (const [{ parts: own }] of exchange) for (const part of own) net[part] = 0;
  };
  return {
    cost: (exchange, measure) => {
      weigh(exchange);
      round += 1;
      let cost = 0;
      for (const [{ parts: own }] of exchange)
        for (const part of own) {
          const cell = cellOf[part]!;
          if (net[part] === 0 || seen[cell] === round) continue;
          seen[cell] = round;
          if (!withheld.has(cell)) cost += weights[cell]!;
        }
      const change = changeOf(measure, (part) => net[part]!);
      clear(exchange);
      return [cost, change];
    },
    netOf: (exchange) => {
      weigh(exchange);
      const all = new Map<number, number>();
      for (const [{ parts: own }] of exchange)
        for (const part of own) if (net[part] !== 0) all.set(part, net[part]!);
      clear(exchange);
      return all;
    },
  };
}

/** The exchange that changes the measure and costs least: of one thing for another, or of two for two. */
function bestExchange(measure: Measure, kinds: readonly (readonly Likeness[])[], balance: Balance): Exchange {
  let best: Exchange = [];
  let least = Number.POSITIVE_INFINITY;
  const tryOne = (exchange: Exchange): number => {
    const [cost, change] = balance.cost(exchange, measure);
    if (change !== 0 && cost < least) [best, least] = [exchange, cost];
    return cost;
  };
  const costOf = (a: Likeness, b: Likeness): number =>
    balance.cost(
      [
        [a, 1],
        [b, -1],
      ],
      measure,
    )[0];
  const nearest = (to: Likeness, all: readonly Likeness[], most: number): Likeness[] =>
    all
      .filter((each) => each !== to)
      .map((each) => [costOf(each, to), each] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, most)
      .map(([, each]) => each);
  for (const all of kinds) {
    const touching = all.filter((one) => balance.cost([[one, 1]], measure)[1] !== 0).slice(0, TRIED.small);
    const some = all.slice(0, TRIED.likenesses);
    for (const gone of touching) {
      tryOne([[gone, -1]]);
      const others = [...some.filter((each) => each !== gone), NOTHING];
      for (const come of others)
        tryOne([
          [gone, -1],
          [come, 1],
        ]);
      if (least === 0) return best;
      for (const come of nearest(gone, some, TRIED.instead))
        for (const also of nearest(come, some, TRIED.beside)) {
          if (also === gone && gone.count < 2) continue;
          for (const back of some)
            tryOne([
              [gone, -1],
              [come, 1],
              [also, -1],
              [back, 1],
            ]);
          if (least === 0) return best;
        }
    }
  }
  return best;
}
