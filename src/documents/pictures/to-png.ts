/** A drawing as a picture of points, for the Word that cannot draw SVG: the same shapes, filled and stroked point by point. */
import { crc32, deflateSync } from 'node:zlib';
import {
  DRAWINGS,
  type DrawnShapes,
  INK_COLOUR,
  type Picture,
  type Point,
  type Shape,
  SIDE,
  STROKE,
} from './drawings';

/** Points to a side, and the finer ones that each is the mean of. */
const POINTS = 120;
const FINE = 2;

const ACROSS = POINTS * FINE;
const STEP = SIDE / ACROSS;
const MADE = new Map<Picture, Uint8Array>();

/** The PNG; made once. */
export function toPng(name: Picture): Uint8Array {
  const known = MADE.get(name);
  if (known) return known;
  const made = encoded(meaned(painted(DRAWINGS[name])));
  MADE.set(name, made);
  return made;
}

/** Of each fine point the colour of the shape that was drawn last; nought for none. The highest byte is the cover. */
function painted({ shapes }: DrawnShapes): Uint32Array {
  const fine = new Uint32Array(ACROSS * ACROSS);
  const colour = (written: string): number => 0xff000000 + Number.parseInt(written.slice(1), 16);
  const ink = colour(INK_COLOUR);
  for (const shape of shapes) {
    const fill = shape.fill === undefined ? null : colour(shape.fill);
    const [left, top, right, bottom] = around(shape);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const at: Point = [(column + 0.5) * STEP, (row + 0.5) * STEP];
        const [isInside, distance] =
          'circle' in shape ? ofCircle(shape.circle, shape.r, at) : ofLine(shape, at);
        if (distance <= STROKE / 2) fine[row * ACROSS + column] = ink;
        else if (isInside && fill !== null) fine[row * ACROSS + column] = fill;
      }
    }
  }
  return fine;
}

/** The fine points among which a shape lies: left, top, right, bottom. */
function around(shape: Shape): readonly [number, number, number, number] {
  const points: readonly Point[] =
    'circle' in shape
      ? [-shape.r, shape.r].map((by): Point => [shape.circle[0] + by, shape.circle[1] + by])
      : shape.line;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const first = (values: readonly number[]): number =>
    Math.max(0, Math.floor((Math.min(...values) - STROKE) / STEP));
  const last = (values: readonly number[]): number =>
    Math.min(ACROSS - 1, Math.ceil((Math.max(...values) + STROKE) / STEP));
  return [first(xs), first(ys), last(xs), last(ys)];
}

/** Rows of red, green, blue and cover, each begun with 0: no filter. */
function meaned(fine: Uint32Array): Uint8Array {
  const width = POINTS * 4 + 1;
  const rows = new Uint8Array(POINTS * width);
  for (let y = 0; y < POINTS; y++) {
    for (let x = 0; x < POINTS; x++) {
      const those = Array.from(
        { length: FINE * FINE },
        (_, part) => fine[(y * FINE + Math.floor(part / FINE)) * ACROSS + x * FINE + (part % FINE)]!,
      ).filter((colour) => colour !== 0);
      if (those.length === 0) continue;
      const mean = (shift: number): number =>
        Math.round(those.reduce((sum, colour) => sum + ((colour >>> shift) & 255), 0) / those.length);
      rows.set([mean(16), mean(8), mean(0), (255 * those.length) / (FINE * FINE)], y * width + 1 + x * 4);
    }
  }
  return rows;
}

type Lying = readonly [isInside: boolean, distance: number];

function ofCircle([cx, cy]: Point, r: number, [x, y]: Point): Lying {
  const away = Math.hypot(x - cx, y - cy);
  return [away < r, Math.abs(away - r)];
}

function ofLine(
  { line, closed }: { readonly line: readonly Point[]; readonly closed?: true },
  at: Point,
): Lying {
  let nearest = Number.POSITIVE_INFINITY;
  let isInside = false;
  for (const [index, from] of line.entries()) {
    const isLast = index === line.length - 1;
    const to = isLast ? line[0]! : line[index + 1]!;
    if (!isLast || closed) nearest = Math.min(nearest, toSegment(at, from, to));
    const crosses = from[1] > at[1] !== to[1] > at[1];
    if (crosses && at[0] < ((to[0] - from[0]) * (at[1] - from[1])) / (to[1] - from[1]) + from[0])
      isInside = !isInside;
  }
  return [isInside, nearest];
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

function encoded(rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(POINTS, 0);
  header.writeUInt32BE(POINTS, 4);
  // Eight bits, with cover.
  header.set([8, 6, 0, 0, 0], 8);
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      begin,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
