/**
 * What somebody who has a report, and knows how its numbers hang together, can work out of those that are withheld: the
 * least and the most that each can be, from everything that is told. It shares nothing with the program.
 */

interface CellTold {
  readonly value: number | null;
  readonly n: number | null;
  readonly withheld?: true;
}
interface RowTold {
  readonly key: string;
  readonly cells: readonly CellTold[];
}
export interface TableTold {
  readonly id: string;
  readonly columns: readonly { readonly id: string; readonly unit: string }[];
  readonly rows: readonly RowTold[];
  readonly total: RowTold | null;
}

/** A sum of numbers, each with its sign, that comes to nothing. */
type Sum = readonly (readonly [name: string, times: number])[];

/** `due = held + not-held`, of each row of a table. `x%` is what a share counts, `x/` what it is a share of. */
const IN_A_ROW: Readonly<Record<string, readonly string[]>> = {
  reviews: [
    'due = held + not-held',
    'held = in-time + late + eased',
    'share-in-time% = in-time',
    'share-in-time/ = in-time + late + not-held',
  ],
  children: ['share-all-in-time% = all-in-time', 'share-all-in-time/ = with-reviews'],
  'took-part': ['reviews = attended/ + no-code', 'attended/ = views/'],
  seen: ['share-seen% = seen', 'share-seen/ = reviews'],
  steps: ['due = in-time + late + missed', 'share-in-time% = in-time', 'share-in-time/ = due'],
  disputes: ['disputes = resolved + open'],
  recommendations: [
    'due = in-time + late + overtaken + open',
    'share-in-time% = in-time',
    'due = share-in-time/ + overtaken',
  ],
  'in-care': ['at-start + began = ended + at-end'],
  quality: ['forms = good + adequate + poor + not-answered'],
};
const ALSO: Readonly<Record<string, string>> = {
  'reviews-by-kind': 'reviews',
  'disputes-by-theme': 'disputes',
  'in-care-by-status': 'in-care',
};

/** Between tables, of the rows of all; `[x]` is a row. */
const BETWEEN: readonly string[] = [
  ...['due', 'held', 'in-time', 'late', 'eased', 'not-held'].map(
    (column) => `reviews[all].${column} = reviews-by-kind[all].${column}`,
  ),
  'reviews[all].due = reviews-by-month[all].due',
  'reviews[all].in-time = reviews-by-month[all].share-in-time%',
  'how-late[all].reviews = reviews[all].due',
  'how-late[in time].reviews = reviews[all].in-time',
  'how-late[not held].reviews = reviews[all].not-held',
  'how-late[late, eased].reviews = reviews[all].eased',
  'why-late[all].reviews = reviews[all].late + reviews[all].eased + reviews[all].not-held',
  'took-part[reviews].reviews = participation[all].four-and-over',
  'took-part[reviews].attended% = participation[PN1].four-and-over + participation[PN2].four-and-over + participation[PN3].four-and-over + participation[PN4].four-and-over',
  'took-part[reviews].views% = participation[PN1].four-and-over + participation[PN2].four-and-over + participation[PN3].four-and-over + participation[PN5].four-and-over + participation[PN6].four-and-over',
  ...['disputes', 'formal', 'resolved', 'open'].map(
    (column) => `disputes[all].${column} = disputes-by-theme[all].${column}`,
  ),
  ...['at-start', 'began', 'ended', 'at-end'].map(
    (column) => `in-care[all].${column} = in-care-by-status[all].${column}`,
  ),
  'ceased[all].left = in-care[all].ended',
  'quality[the care plan].forms = quality[how the child took part].forms',
  'quality[the care plan].forms = quality[no drift or delay].forms',
  'quality[the care plan].forms = quality[the papers: in time, late, missing].forms',
];

/** So of two years that follow each other whole, of children whom the unit knew from their first day. */
const IF_SO = ['in-care[last].at-end = in-care[all].at-start'];

type Numbers = Map<string, number | null>;

/** Every number of the tables by its name: null if it is withheld. */
function numbersOf(tables: readonly TableTold[]): Numbers {
  const numbers: Numbers = new Map();
  for (const { id, columns, rows, total } of tables) {
    const base = id.replace(/-years$/, '');
    if (base !== id) {
      for (const { key, cells } of rows) {
        const of = tables.find((each) => each.id === base)!.columns.find((column) => column.id === key)!;
        if (of.unit !== 'count') continue;
        const all = nameOfAll(tables, base);
        [`${base}[${all}].${key}`, `${base}[last].${key}`, `${base}[change].${key}`].forEach((name, at) => {
          if (at > 0) numbers.set(name, cells[at]!.withheld ? null : (cells[at]!.value ?? Number.NaN));
          else if (!cells[0]!.withheld) numbers.set(name, cells[0]!.value);
        });
      }
      continue;
    }
    for (const row of [...rows, ...(total ? [total] : [])])
      row.cells.forEach(({ value, n, withheld }, at) => {
        const name = `${id}[${row.key}].${columns[at]!.id}`;
        if (columns[at]!.unit === 'count') numbers.set(name, withheld ? null : (value ?? 0));
        if (columns[at]!.unit !== 'percent') return;
        numbers.set(`${name}%`, withheld ? null : Math.round(((value ?? 0) * (n ?? 0)) / 100));
        numbers.set(`${name}/`, withheld ? null : (n ?? 0));
      });
  }
  return numbers;
}

const hasAll = (tables: readonly TableTold[], id: string): boolean => {
  const { total, rows } = tables.find((each) => each.id === id)!;
  return total !== null || rows.length === 1;
};

const nameOfAll = (tables: readonly TableTold[], id: string): string => {
  const { total, rows } = tables.find((each) => each.id === id)!;
  return total ? 'all' : rows[0]!.key;
};

function sumOf(words: string, name: (column: string) => string): Sum {
  const [left, right] = words.split(' = ') as [string, string];
  return [
    ...left.split(' + ').map((each) => [name(each), 1] as const),
    ...right.split(' + ').map((each) => [name(each), -1] as const),
  ];
}

/** Everything that is known of how the numbers hang together. */
function sumsOf(tables: readonly TableTold[], numbers: Numbers): Sum[] {
  const sums: Sum[] = BETWEEN.map((words) => sumOf(words, (each) => each));
  for (const { id, columns, rows, total } of tables) {
    const base = id.replace(/-(quarters|years)$/, '');
    const own = IN_A_ROW[ALSO[base] ?? base] ?? [];
    if (id.endsWith('-years')) {
      sums.push(...own.map((words) => sumOf(words, (each) => `${base}[last].${each}`)));
      for (const { key } of rows) {
        const all = nameOfAll(tables, base);
        sums.push([
          [`${base}[${all}].${key}`, 1],
          [`${base}[last].${key}`, -1],
          [`${base}[change].${key}`, -1],
        ]);
      }
      continue;
    }
    for (const { key } of [...rows, ...(total ? [total] : [])])
      sums.push(...own.map((words) => sumOf(words, (each) => `${id}[${key}].${each}`)));
    for (const { id: column, unit } of columns)
      for (const part of unit === 'count' ? [''] : unit === 'percent' ? ['%', '/'] : []) {
        const name = (row: string): string => `${id}[${row}].${column}${part}`;
        if (total && rows.length > 0 && !rows.some(({ key }) => key === 'all'))
          sums.push([[name('all'), -1], ...rows.map(({ key }) => [name(key), 1] as const)]);
        if (base !== id && hasAll(tables, base))
          sums.push([
            [name('all'), 1],
            [`${base}[${nameOfAll(tables, base)}].${column}${part}`, -1],
          ]);
      }
  }
  const months = tables.find(({ id }) => id === 'reviews-by-month')?.rows ?? [];
  const quarters = tables.find(({ id }) => id === 'reviews')?.rows ?? [];
  for (const { key } of months.length === 0 ? [] : quarters.filter((row) => /^\d{4} Q\d$/.test(row.key))) {
    const within = months.filter(({ key: month }) => quarterOf(month) === key);
    for (const [a, b] of [
      ['due', 'due'],
      ['in-time', 'share-in-time%'],
    ] as const)
      sums.push([
        [`reviews[${key}].${a}`, -1],
        ...within.map((row) => [`reviews-by-month[${row.key}].${b}`, 1] as const),
      ]);
  }
  const bands = tables.find(({ id }) => id === 'how-late')?.rows ?? [];
  if (bands.length > 0)
    sums.push([
      ['reviews[all].late', -1],
      ...bands
        .filter(({ key }) => key.endsWith('working days late'))
        .map(({ key }) => [`how-late[${key}].reviews`, 1] as const),
    ]);
  return sums.filter((sum) => sum.every(([name]) => numbers.has(name) && !Number.isNaN(numbers.get(name))));
}

function quarterOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number < 4 ? `${year} Q4` : `${year + 1} Q${Math.floor((number - 1) / 3)}`;
}

/** A number that is withheld, and between what it must lie. */
interface Bounds {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/**
 * The cells that can be worked out: a number that can be one thing alone; a share of which all is known, or a part that is
 * small.
 */
export function cellsKnown(told: readonly TableTold[], truth: readonly TableTold[]): string[] {
  const all = workedOut(told, truth);
  const known = (name: string): Bounds | undefined =>
    all.find((each) => each.name === name && each.least >= each.most);
  return all.flatMap(({ name, least, most }) => {
    if (least < most) return [];
    if (!/[%/]$/.test(name)) return [`${name} = ${least}`];
    const cell = name.slice(0, -1);
    const isWhole = known(`${cell}%`) !== undefined && known(`${cell}/`) !== undefined;
    return isWhole || (least >= 1 && least <= 5) ? [`${name} = ${least}`] : [];
  });
}

/** Between what each number lies that is withheld. `truth`: the same tables with every number, for which every sum must be true. */
function workedOut(told: readonly TableTold[], truth: readonly TableTold[]): Bounds[] {
  const [numbers, all] = [numbersOf(told), numbersOf(truth)];
  const supposed = IF_SO.map((words) => sumOf(words, (each) => each)).filter(
    (sum) =>
      sum.every(([name]) => numbers.has(name)) &&
      sum.reduce((total, [name, times]) => total + times * (all.get(name) ?? Number.NaN), 0) === 0,
  );
  const sums = [...sumsOf(told, numbers), ...supposed];
  for (const sum of sums) {
    const comesTo = sum.reduce((total, [name, times]) => total + times * (all.get(name) ?? Number.NaN), 0);
    if (comesTo !== 0)
      throw new Error(
        `This is not so: ${sum.map(([name, times]) => `${times} ${name} (${all.get(name)})`).join(' ')}`,
      );
  }
  const hidden = [...numbers].filter(([, value]) => value === null).map(([name]) => name);
  const isChange = (name: string): boolean => name.includes('[change]');
  return groupsOf(hidden, sums).flatMap(({ names, sums: own }) => {
    // A change may be less than nothing: it is the difference of two numbers that are not.
    const columns = names.flatMap(
      (name) =>
        (isChange(name)
          ? [
              [name, 1],
              [name, -1],
            ]
          : [[name, 1]]) as [string, number][],
    );
    const rows = own.map((sum) => ({
      of: columns.map(
        ([name, sign]) => sign * sum.filter(([each]) => each === name).reduce((a, [, times]) => a + times, 0),
      ),
      is: -sum.reduce((a, [name, times]) => a + times * (numbers.get(name) ?? 0), 0),
    }));
    const solve = solver(
      rows.map(({ of }) => of),
      rows.map(({ is }) => is),
      columns.length,
    );
    return names
      .filter((name) => !isChange(name))
      .map((name) => {
        const at = columns.findIndex(([each]) => each === name);
        const [least, most] = [solve(at, 1), -solve(at, -1)];
        return { name, least: Math.ceil(least - 1e-6), most: Math.floor(most + 1e-6) };
      });
  });
}

/** Numbers that hang together, apart from those that do not. */
function groupsOf(names: readonly string[], sums: readonly Sum[]): { names: string[]; sums: Sum[] }[] {
  const isHidden = new Set(names);
  const heads = new Map(names.map((name) => [name, name]));
  const head = (name: string): string => (heads.get(name) === name ? name : head(heads.get(name)!));
  const open = sums.filter((sum) => sum.some(([name]) => isHidden.has(name)));
  for (const sum of open) {
    const [first, ...others] = sum.map(([name]) => name).filter((name) => isHidden.has(name));
    for (const other of others) heads.set(head(other), head(first!));
  }
  const groups = new Map<string, { names: string[]; sums: Sum[] }>();
  for (const name of names) {
    const group = groups.get(head(name)) ?? { names: [], sums: [] };
    group.names.push(name);
    groups.set(head(name), group);
  }
  for (const sum of open) groups.get(head(sum.find(([name]) => isHidden.has(name))![0]))!.sums.push(sum);
  return [...groups.values()];
}

const TINY = 1e-9;

/** The least that a number can be, or the most with its sign turned, of numbers not below nought: the simplex, by Bland’s rule. */
function solver(
  rows: readonly (readonly number[])[],
  is: readonly number[],
  width: number,
): (at: number, sign: 1 | -1) => number {
  const table = rows.map((row, at) => {
    const sign = is[at]! < 0 ? -1 : 1;
    return [...row.map((each) => sign * each), ...rows.map((_, of) => (of === at ? 1 : 0)), sign * is[at]!];
  });
  const basis = rows.map((_, at) => width + at);
  const last = width + rows.length;
  const minimise = (grid: number[][], own: number[], costs: readonly number[], upTo: number): number => {
    const z = [...costs, ...Array<number>(last + 1 - costs.length).fill(0)];
    grid.forEach((row, at) => {
      const cost = costs[own[at]!] ?? 0;
      if (cost !== 0)
        row.forEach((each, column) => {
          z[column]! -= cost * each;
        });
    });
    for (;;) {
      const enters = z.findIndex((cost, column) => column < upTo && cost < -TINY);
      if (enters < 0) return -z[last]!;
      let leaves = -1;
      grid.forEach((row, at) => {
        if (row[enters]! <= TINY) return;
        const [ratio, best] = [
          row[last]! / row[enters]!,
          leaves < 0 ? Infinity : grid[leaves]![last]! / grid[leaves]![enters]!,
        ];
        if (ratio < best - TINY || (ratio < best + TINY && own[at]! < own[leaves]!)) leaves = at;
      });
      if (leaves < 0) return Number.NEGATIVE_INFINITY;
      pivot(grid, z, leaves, enters);
      own[leaves] = enters;
    }
  };
  const wrong = minimise(table, basis, [...Array<number>(width).fill(0), ...rows.map(() => 1)], last);
  if (wrong > 1e-6) throw new Error(`No unit has these numbers: ${wrong}`);
  // What was put in to begin with leaves, or its row says nothing.
  for (let at = table.length - 1; at >= 0; at -= 1) {
    if (basis[at]! < width) continue;
    const column = table[at]!.findIndex((each, of) => of < width && Math.abs(each) > TINY);
    if (column < 0) {
      table.splice(at, 1);
      basis.splice(at, 1);
    } else {
      pivot(table, [], at, column);
      basis[at] = column;
    }
  }
  return (at, sign) =>
    minimise(
      table.map((row) => [...row]),
      [...basis],
      Array.from({ length: width }, (_, of) => (of === at ? sign : 0)),
      width,
    );
}

function pivot(grid: number[][], z: number[], at: number, column: number): void {
  const by = grid[at]![column]!;
  const own = grid[at]!.map((each) => each / by);
  grid[at] = own;
  const lessOwn = (row: number[]): void => {
    const times = row[column] ?? 0;
    if (Math.abs(times) > TINY)
      own.forEach((each, of) => {
        row[of]! -= times * each;
      });
  };
  grid.forEach((row, of) => {
    if (of !== at) lessOwn(row);
  });
  if (z.length > 0) lessOwn(z);
}
