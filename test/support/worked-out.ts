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
  team: ['permanent + agency + vacant = posts'],
  reviews: [
    'due = held + not-held',
    'held = in-time + late + eased',
    'share-in-time% = in-time',
    'share-in-time/ = in-time + late + not-held',
  ],
  children: ['share-all-in-time% = all-in-time', 'share-all-in-time/ = with-reviews'],
  'took-part': ['reviews = attended/ + no-code', 'attended/ = views/', 'attended/ = neither/'],
  participation: ['share% = four-and-over'],
  'why-late': ['share% = reviews'],
  conferences: ['share-in-time% = in-time'],
  'quality-by-team': ['answers = good + adequate + poor + not-answered'],
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
  'disputes-by-team': 'disputes',
  'took-part-by-age': 'took-part',
  ...Object.fromEntries(
    ['status', 'sex', 'ethnicity', 'placement', 'distance', 'arrival', 'time'].map((name) => [
      `in-care-by-${name}`,
      'in-care',
    ]),
  ),
};
/** Shares that are taken of all rows together: what they are of does not add up. */
const OF_ALL: Readonly<Record<string, string>> = { participation: 'four-and-over', 'why-late': 'reviews' };
/** Which column of a table is compared with last year row by row. */
const COMPARED: Readonly<Record<string, string>> = {
  'why-late': 'reviews',
  'how-late': 'reviews',
  views: 'reviews',
  'disputes-by-theme': 'disputes',
  'disputes-by-team': 'disputes',
  quality: 'good',
  'quality-by-team': 'good',
  ...Object.fromEntries(
    ['status', 'sex', 'ethnicity', 'placement', 'distance', 'arrival', 'time'].map((name) => [
      `in-care-by-${name}`,
      'at-end',
    ]),
  ),
};
const BY_ROW: ReadonlySet<string> = new Set([
  ...Object.keys(COMPARED),
  ...['reviews-by-kind', 'participation', 'took-part-by-age', 'steps'],
]);

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
  'why-late[all].reviews = reviews[all].late + reviews[all].not-held',
  'why-late[all].eased = reviews[all].eased',
  'why-late[all].share/ = why-late[all].reviews',
  'at-review[reviews].reviews = moved[reviews].reviews',
  'plans[children].children = month-ends[2026-03].plans',
  'in-care[all].at-end = month-ends[2026-03].in-care',
  ...['reviews', 'attended%', 'attended/', 'views%', 'neither%'].map(
    (column) => `took-part[reviews].${column} = took-part-by-age[all].${column}`,
  ),
  'took-part[reviews].neither% = participation[PN7].four-and-over',
  ...['good', 'adequate', 'poor', 'not-answered'].map(
    (column) =>
      `quality-by-team[all].${column} = ${['the care plan', 'how the child took part', 'no drift or delay', 'the papers: in time, late, missing'].map((item) => `quality[${item}].${column}`).join(' + ')}`,
  ),
  'took-part[reviews].reviews = participation[all].four-and-over',
  'took-part[reviews].attended% = participation[PN1].four-and-over + participation[PN2].four-and-over + participation[PN3].four-and-over + participation[PN4].four-and-over',
  'took-part[reviews].views% = participation[PN1].four-and-over + participation[PN2].four-and-over + participation[PN3].four-and-over + participation[PN5].four-and-over + participation[PN6].four-and-over',
  ...['disputes', 'formal', 'resolved', 'open'].map(
    (column) => `disputes[all].${column} = disputes-by-theme[all].${column}`,
  ),
  ...['disputes', 'formal', 'resolved', 'open'].map(
    (column) => `disputes[all].${column} = disputes-by-team[all].${column}`,
  ),
  ...['status', 'sex', 'ethnicity', 'placement', 'distance', 'arrival', 'time'].flatMap((name) =>
    ['at-start', 'began', 'ended', 'at-end'].map(
      (column) => `in-care[all].${column} = in-care-by-${name}[all].${column}`,
    ),
  ),
  'ceased[all].left = in-care[all].ended',
  'quality[the care plan].forms = quality[how the child took part].forms',
  'quality[the care plan].forms = quality[no drift or delay].forms',
  'quality[the care plan].forms = quality[the papers: in time, late, missing].forms',
];

/** What two reports of years that follow each other have in common, if it is so; `1:` is the later one. */
const OF_TWO_YEARS: readonly string[] = [
  ...['', '-by-status', '-by-sex', '-by-ethnicity', '-by-arrival'].map(
    (name) => `1:in-care${name}[all].at-start = 0:in-care${name}[all].at-end`,
  ),
  ...['disputes', 'disputes-by-theme', 'disputes-by-team'].map(
    (name) => `0:${name}[all].open = 1:disputes-quarters[before the period].disputes`,
  ),
];
/** Tables in which the rows of one year’s end are those of the next year’s beginning. */
const SAME_ROWS: readonly (readonly [table: string, end: string, start: string])[] = [
  ['in-care-by-sex', 'at-end', 'at-start'],
  ['in-care-by-ethnicity', 'at-end', 'at-start'],
  ['in-care-by-arrival', 'at-end', 'at-start'],
];

type Numbers = Map<string, number | null>;

/** Every number of the tables by its name: null if it is withheld. */
function numbersOf(tables: readonly TableTold[]): Numbers {
  const numbers: Numbers = new Map();
  for (const { id, columns, rows, total } of tables) {
    const base = id.replace(/-years$/, '');
    if (base !== id) {
      for (const { key, cells } of rows) {
        if (base === 'team') {
          // A row for each role and column: iro.posts.
          const [role, column] = key.split('.');
          const told = (of: CellTold): number | null => (of.withheld ? null : (of.value ?? Number.NaN));
          numbers.set(`team[last:${role}].${column}`, told(cells[1]!));
          numbers.set(`team[change:${role}].${column}`, told(cells[2]!));
          continue;
        }
        if (BY_ROW.has(base)) {
          const column = COMPARED[base];
          if (column === undefined) continue;
          const set = (name: string, cell: CellTold, blank: number): void =>
            void numbers.set(name, cell.withheld ? null : (cell.value ?? blank));
          set(`${base}[last:${key}].${column}`, cells[1]!, Number.NaN);
          set(`${base}[change:${key}].${column}`, cells[2]!, Number.NaN);
          continue;
        }
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
        // A share of a thousand or more says what it counts no more to the last one.
        const counted = (n ?? 0) < 1000 ? Math.round(((value ?? 0) * (n ?? 0)) / 100) : Number.NaN;
        numbers.set(`${name}%`, withheld ? null : counted);
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
    if (id === 'team-years') {
      for (const { key } of rows) {
        const [role, column] = key.split('.');
        sums.push([
          [`team[${role}].${column}`, 1],
          [`team[last:${role}].${column}`, -1],
          [`team[change:${role}].${column}`, -1],
        ]);
      }
      continue;
    }
    if (id.endsWith('-years') && BY_ROW.has(base)) {
      const column = COMPARED[base];
      for (const { key } of column === undefined ? [] : rows)
        sums.push([
          [`${base}[${key}].${column}`, 1],
          [`${base}[last:${key}].${column}`, -1],
          [`${base}[change:${key}].${column}`, -1],
        ]);
      const [total] = BY_ROW.has(base) && base.startsWith('in-care') ? ['in-care[last].at-end'] : [];
      if (total !== undefined)
        sums.push([[total, -1], ...rows.map(({ key }) => [`${base}[last:${key}].${column}`, 1] as const)]);
      continue;
    }
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
        if (part === '/' && column === 'share' && OF_ALL[base] !== undefined) {
          if (total)
            for (const { key } of rows)
              sums.push([
                [name(key), 1],
                [`${id}[all].${OF_ALL[base]}`, -1],
              ]);
          continue;
        }
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

/** A report of a year as it was told, with its truth: the same tables with every number. */
export interface ReportTold {
  readonly year: number;
  readonly told: readonly TableTold[];
  readonly truth: readonly TableTold[];
}

/** The cells of one report that can be worked out. */
export const cellsKnown = (told: readonly TableTold[], truth: readonly TableTold[]): string[] =>
  cellsKnownOf([{ year: 0, told, truth }]).map((each) => each.replace(/^0:/, ''));

/**
 * The small numbers that can be worked out of several reports together: a number that can be one thing alone; of a share what
 * it counts, what it is of, and what is left.
 */
export function cellsKnownOf(reports: readonly ReportTold[]): string[] {
  const known = new Map(
    workedOut(reports).flatMap(({ name, least, most }) => (least < most ? [] : [[name, least] as const])),
  );
  const isSmall = (value: number): boolean => value >= 1 && value <= 5;
  return [...known].flatMap(([name, value]) => {
    if (isSmall(value)) return [`${name} = ${value}`];
    const of = name.endsWith('%') ? known.get(`${name.slice(0, -1)}/`) : undefined;
    return of !== undefined && isSmall(of - value) ? [`${name} = ${value} of ${of}`] : [];
  });
}

/** What a reader may suppose of years that follow each other: that the one begins as the other ended. */
function supposed(reports: readonly ReportTold[]): Sum[] {
  const years = [...new Set(reports.map(({ year }) => year))];
  return years
    .filter((year) => years.includes(year - 1))
    .flatMap((year) => {
      const name = (words: string): string =>
        words.replace(/^([01]):/, (_, at: string) => `${year - 1 + Number(at)}:`);
      const before = reports.find((each) => each.year === year - 1)!.told;
      const rows = SAME_ROWS.flatMap(([id, end, start]) =>
        (before.find((table) => table.id === id)?.rows ?? []).map(
          ({ key }) => `1:${id}[${key}].${start} = 0:${id}[${key}].${end}`,
        ),
      );
      const own = [...OF_TWO_YEARS, ...rows].map((words) => sumOf(words, name));
      const last = before.flatMap(({ id, columns, rows: of, total }) =>
        [...of, ...(total ? [total] : [])].flatMap(({ key }) =>
          columns.flatMap((column): Sum[] => [
            [
              [`${year}:${id}[last:${key}].${column.id}`, 1],
              [`${year - 1}:${id}[${key}].${column.id}`, -1],
            ],
            ...(key === 'all' || of.length === 1
              ? [
                  [
                    [`${year}:${id}[last].${column.id}`, 1],
                    [`${year - 1}:${id}[${key}].${column.id}`, -1],
                  ] as Sum,
                ]
              : []),
          ]),
        ),
      );
      return [...own, ...last];
    });
}

const named = (sum: Sum, year: number): Sum => sum.map(([name, times]) => [`${year}:${name}`, times]);

/** Between what each number lies that is withheld: for the truth every sum must be true. */
function workedOut(reports: readonly ReportTold[]): Bounds[] {
  const [numbers, all]: [Numbers, Numbers] = [new Map(), new Map()];
  const sums: Sum[] = [];
  for (const { year, told, truth } of reports) {
    const own = numbersOf(told);
    for (const [name, value] of own)
      numbers.set(`${year}:${name}`, value ?? numbers.get(`${year}:${name}`) ?? null);
    for (const [name, value] of numbersOf(truth)) all.set(`${year}:${name}`, value);
    sums.push(...sumsOf(told, own).map((sum) => named(sum, year)));
  }
  const comesTo = (sum: Sum): number =>
    sum.reduce((total, [name, times]) => total + times * (all.get(name) ?? Number.NaN), 0);
  for (const sum of sums)
    if (comesTo(sum) !== 0 && !Number.isNaN(comesTo(sum)))
      throw new Error(
        `This is not so: ${sum.map(([name, times]) => `${times} ${name} (${all.get(name)})`).join(' ')}`,
      );
  sums.push(
    ...supposed(reports).filter((sum) => sum.every(([name]) => numbers.has(name)) && comesTo(sum) === 0),
  );
  const hidden = [...numbers].filter(([, value]) => value === null).map(([name]) => name);
  const isChange = (name: string): boolean => name.includes('[change');
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
