/** The pictures of easy-read letters and of children's forms, drawn by us: lines and circles on a square of 48. Data. */

export type Point = readonly [x: number, y: number];

export type Shape =
  | { readonly circle: Point; readonly r: number; readonly fill?: string }
  | { readonly line: readonly Point[]; readonly closed?: true; readonly fill?: string };

export interface DrawnShapes {
  /** What it shows, for whoever hears the page. */
  readonly shows: string;
  readonly shapes: readonly Shape[];
}

const [PALE, WHITE, INK] = ['#ffe9a8', '#ffffff', '#0b0c0c'];

const box = (x: number, y: number, width: number, height: number, fill = WHITE): Shape => ({
  line: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
  closed: true,
  fill,
});
const line = (...points: readonly Point[]): Shape => ({ line: points });
const area = (fill: string, ...points: readonly Point[]): Shape => ({ line: points, closed: true, fill });
const circle = (x: number, y: number, r: number, fill = WHITE): Shape => ({ circle: [x, y], r, fill });
const dot = (x: number, y: number, r = 1.5): Shape => ({ circle: [x, y], r, fill: INK });

/** Points of an arc, by degrees: 0 is to the right, 90 down. */
const arc = (x: number, y: number, r: number, from: number, to: number): Point[] =>
  Array.from({ length: 17 }, (_, at): Point => {
    const angle = ((from + ((to - from) * at) / 16) * Math.PI) / 180;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });

/** A head and shoulders. */
const person = (x: number, y: number, fill = WHITE): Shape[] => [
  area(fill, [x - 8, y + 18], ...arc(x, y + 14, 8, 180, 360), [x + 8, y + 18]),
  circle(x, y, 5, fill),
];
/** A bubble of speech with its tail to the left or the right. */
const bubble = (x: number, y: number, width: number, height: number, tail: number, fill = WHITE): Shape =>
  area(
    fill,
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x + tail + 4, y + height],
    [x + tail - 3, y + height + 7],
    [x + tail - 3, y + height],
    [x, y + height],
  );
const face = (...mouth: readonly Point[]): Shape[] => [
  circle(24, 24, 20, PALE),
  dot(17, 19, 2.2),
  dot(31, 19, 2.2),
  line(...mouth),
];
const tick = (x: number, y: number, size: number): Shape =>
  line([x, y], [x + size * 0.4, y + size * 0.4], [x + size, y - size * 0.4]);

export const DRAWINGS = {
  calendar: {
    shows: 'A calendar',
    shapes: [
      box(6, 9, 36, 33),
      area(PALE, [6, 9], [42, 9], [42, 18], [6, 18]),
      line([15, 5], [15, 13]),
      line([33, 5], [33, 13]),
      ...[14, 24, 34].flatMap((x) => [dot(x, 25), dot(x, 34)]),
      circle(24, 34, 5, PALE),
    ],
  },
  clock: {
    shows: 'A clock',
    shapes: [circle(24, 24, 19, PALE), line([24, 12], [24, 24], [33, 29]), dot(24, 24, 2)],
  },
  place: {
    shows: 'A building with a door',
    shapes: [
      box(9, 20, 30, 22, PALE),
      area(WHITE, [5, 20], [24, 6], [43, 20]),
      box(20, 29, 8, 13),
      box(12, 25, 5, 5),
      box(31, 25, 5, 5),
    ],
  },
  home: {
    shows: 'A home',
    shapes: [
      area(PALE, [10, 42], [10, 22], [24, 8], [38, 22], [38, 42]),
      line([5, 26], [24, 7], [43, 26]),
      box(20, 30, 8, 12),
    ],
  },
  people: {
    shows: 'People round a table',
    shapes: [
      ...person(10, 14),
      ...person(38, 14),
      ...person(24, 9, PALE),
      area(PALE, [4, 30], [44, 30], [40, 38], [8, 38]),
      line([12, 38], [12, 44]),
      line([36, 38], [36, 44]),
    ],
  },
  person: {
    shows: 'A person',
    shapes: [circle(24, 14, 8, PALE), area(PALE, [9, 42], ...arc(24, 36, 15, 180, 360), [39, 42])],
  },
  talk: {
    shows: 'Someone talking',
    shapes: [
      ...person(12, 22, PALE),
      bubble(20, 6, 24, 16, 6),
      line([25, 12], [39, 12]),
      line([25, 17], [34, 17]),
    ],
  },
  listen: {
    shows: 'Two people, one listening to the other',
    shapes: [
      ...person(12, 22, PALE),
      ...person(36, 22),
      bubble(14, 4, 16, 10, 6),
      line([18, 9], [26, 9]),
      line(...arc(30, 22, 4, 120, 240)),
    ],
  },
  help: {
    shows: 'Two people side by side',
    shapes: [...person(15, 16, PALE), ...person(33, 16), line([20, 38], [24, 42], [28, 38])],
  },
  languages: {
    shows: 'Two ways of saying a thing',
    shapes: [
      bubble(4, 6, 24, 14, 6, PALE),
      line([9, 13], [23, 13]),
      bubble(20, 24, 24, 14, 16),
      line([25, 31], [30, 29], [34, 33], [39, 31]),
    ],
  },
  telephone: {
    shows: 'A telephone',
    shapes: [box(14, 4, 20, 40, PALE), box(17, 9, 14, 25), dot(24, 39, 2)],
  },
  post: { shows: 'A letter', shapes: [box(5, 12, 38, 26, PALE), line([5, 12], [24, 27], [43, 12])] },
  form: {
    shows: 'A form and a pencil',
    shapes: [
      box(8, 5, 25, 38),
      line([13, 13], [28, 13]),
      line([13, 20], [28, 20]),
      line([13, 27], [22, 27]),
      area(PALE, [24, 38], [38, 20], [43, 24], [29, 42], [23, 43]),
    ],
  },
  screen: {
    shows: 'A screen with a person on it',
    shapes: [
      box(4, 8, 40, 26, PALE),
      circle(24, 18, 4),
      line(...arc(24, 31, 8, 190, 350)),
      line([16, 42], [32, 42]),
      line([24, 34], [24, 42]),
    ],
  },
  question: {
    shows: 'A question mark',
    shapes: [
      circle(24, 24, 19, PALE),
      line(...arc(24, 18, 6, 180, 400), [24, 27], [24, 30]),
      dot(24, 35, 1.8),
    ],
  },
  plan: {
    shows: 'A list with ticks',
    shapes: [box(8, 5, 32, 38), ...[13, 24, 35].flatMap((y) => [tick(12, y, 7), line([23, y], [35, y])])],
  },
  decided: { shows: 'A tick', shapes: [circle(24, 24, 19, PALE), tick(14, 25, 20)] },
  private: {
    shows: 'A lock',
    shapes: [
      line([15, 22], ...arc(24, 17, 9, 180, 360), [33, 22]),
      box(10, 22, 28, 20, PALE),
      dot(24, 31, 2.5),
      line([24, 31], [24, 37]),
    ],
  },
  unhappy: { shows: 'An unhappy face', shapes: face(...arc(24, 38, 9, 215, 325)) },
  'all-right': { shows: 'A face that is neither happy nor unhappy', shapes: face([16, 31], [32, 31]) },
  happy: { shows: 'A happy face', shapes: face(...arc(24, 24, 11, 30, 150)) },
} as const satisfies Readonly<Record<string, DrawnShapes>>;

export type Picture = keyof typeof DRAWINGS;
export const PICTURES = Object.keys(DRAWINGS) as readonly Picture[];
export const isPicture = (name: unknown): name is Picture =>
  typeof name === 'string' && Object.hasOwn(DRAWINGS, name);

export const INK_COLOUR = INK;
/** The side of the square, and the width of a line on it. */
export const SIDE = 48;
export const STROKE = 2.2;
