/** Draws a chart of a table, as HTML with an SVG in it. Pure. */
import { isIsoDate, MONTHS, plainDate } from '../../../core/time/dates';
import { escaped } from '../../html-text';
import type { Chart } from '../chart';
import type { Figures, Row } from '../model';
import { drawDays } from './days';
import { type Drawing, keyOf, LOOKS, line, n, plot, rect, stretched } from './svg';

/** The chart with its title and its sentence; if its table has nothing in it that could be drawn, that is said. */
export function chartHtml(chart: Chart, table: Figures): string {
  const at = chart.columns.map((id) => table.columns.findIndex((column) => column.id === id));
  const drawing: Drawing = {
    says: `${chart.title}. ${chart.says} The numbers are in the table below.`,
    heads: at.map((column) => table.columns[column]!.head),
    rows: drawnRows(chart, table).map((row) => ({
      ...{ key: row.key, words: row.words },
      values: at.map((each) => row.cells[each]!.value),
      blanks: at.map((each) => (row.cells[each]!.withheld ? 'withheld' : 'not recorded')),
    })),
  };
  const has = drawing.rows.some(({ values }) => values.some((value) => value !== null && value > 0));
  if (!has)
    return `<figure>
<p class="said">${escaped(chart.title)}</p>
<figcaption>${escaped(nothingWords(drawing))}</figcaption>
</figure>`;
  return `<figure>
<p class="said">${escaped(chart.title)}</p>
${drawn(chart, drawing, table)}
<figcaption>${escaped(chart.says)}${noteOf(chart)}</figcaption>
</figure>`;
}

const nothingWords = ({ rows }: Drawing): string =>
  rows.some(({ values, blanks }) => values.some((value, at) => value === null && blanks[at] === 'withheld'))
    ? 'Nothing is drawn: what is not nought is withheld.'
    : 'Nothing is drawn: every number is nought, or not recorded.';

/** What goes along days or months are those alone, and a bar stands for something that is known. */
function drawnRows({ kind, columns }: Chart, table: Figures): readonly Row[] {
  if (kind === 'bars') {
    const at = columns.map((id) => table.columns.findIndex((column) => column.id === id));
    return table.rows.filter(({ cells }) =>
      at.some((each) => cells[each]!.value !== null || cells[each]!.withheld),
    );
  }
  const inTime = table.rows.filter(({ key }) => /^\d{4}-\d\d/.test(key));
  return inTime.length === 0 ? table.rows : inTime;
}

function drawn(chart: Chart, drawing: Drawing, table: Figures): string {
  switch (chart.kind) {
    case 'bars':
      return `${keyOf('square', drawing.heads)}${bars(drawing, chart.band)}`;
    case 'lines':
      return `${keyOf('line', drawing.heads)}${lines(drawing)}`;
    case 'columns': {
      const limit = table.columns.findIndex(({ id }) => id === chart.limit);
      const rows = drawnRows(chart, table);
      return `${keyOf('square', drawing.heads)}${upright(drawing, limit < 0 ? null : rows.map((row) => limitOf(row, limit)))}`;
    }
    case 'days':
      return drawDays(drawing);
  }
}

const limitOf = ({ cells }: Row, at: number): number | null => cells[at]!.value;

function noteOf(chart: Chart): string {
  if (chart.kind === 'bars' && chart.band) return ` ${escaped(`The shaded part is ${chart.band.words}.`)}`;
  return chart.kind === 'columns' && chart.limit ? ' The broken line is how many there may be.' : '';
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** A bar for each row below its words and numbers, its parts one after the other with an edge between. */
function bars({ heads, rows }: Drawing, band?: { readonly from: number; readonly to: number }): string {
  const most = Math.max(...rows.map(({ values }) => sum(values)), band?.to ?? 0);
  const items = rows.map(({ words, values, blanks }) => {
    const parts = [...(band ? [rect('band', band.from, 0, band.to - band.from, 1)] : [])];
    let from = 0;
    values.forEach((value, at) => {
      if (value === null || value === 0) return;
      parts.push(rect(LOOKS[at]!, from, band ? 0.2 : 0, value, band ? 0.6 : 1));
      if (from > 0) parts.push(line('edge', from, 0, from, 1));
      from += value;
    });
    const said =
      heads.length === 1
        ? `${words}: ${values[0] ?? blanks[0]}`
        : `${words}: ${values.map((value, at) => `${value ?? blanks[at]} ${heads[at]!.toLowerCase()}`).join(', ')}`;
    return `<li>${escaped(said)}${stretched(most, 1, said, parts.join(''))}</li>`;
  });
  return `<ul class="bars">${items.join('\n')}</ul>`;
}

/** Shares along the rows, from nought or from a half if none is below it. */
function lines({ says, heads, rows }: Drawing): string {
  const values = rows.flatMap((row) => row.values.filter((value) => value !== null));
  const least = Math.min(...values) >= 50 ? 50 : 0;
  const y = (value: number): number => 100 - ((value - least) / (100 - least)) * 100;
  const x = (at: number): number => at * 10 + 5;
  const width = rows.length * 10;
  const grid = [0, 50, 100].map((each) => line('grid', 0, each, width, each));
  const drawn = heads.flatMap((_, column) => {
    const points = rows.flatMap(({ values }, at) =>
      values[column] == null ? [] : [[at, values[column]] as const],
    );
    // A month of which nothing is known breaks the line.
    const path = points
      .map(([at, value], of) => `${points[of - 1]?.[0] === at - 1 ? 'L' : 'M'}${n(x(at))} ${n(y(value))}`)
      .join('');
    const dots = points.map(([at, value]) => `M${n(x(at))} ${n(y(value))}h0`).join('');
    return [
      `<path class="${LOOKS[column]!}" d="${path}"/>`,
      `<path class="dot ${LOOKS[column]!}" d="${dots}"/>`,
    ];
  });
  // The first column is drawn last, over the others.
  const inside = [
    ...grid,
    ...drawn.reverse().sort((a, b) => Number(a.includes('dot')) - Number(b.includes('dot'))),
  ];
  const svg = `<svg viewBox="0 -4 ${width} 108" preserveAspectRatio="none" role="img" aria-label="${escaped(says)}">${inside.join('')}</svg>`;
  return plot(['100%', `${(100 + least) / 2}%`, `${least}%`], svg, alongOf(rows));
}

/** An upright bar for each row, its parts one above the other, and the line of how many there may be. */
function upright({ says, rows }: Drawing, limits: readonly (number | null)[] | null): string {
  const most = Math.max(
    1,
    ...rows.map(({ values }) => sum(values)),
    ...(limits ?? []).map((each) => each ?? 0),
  );
  const width = rows.length * 10;
  const high = (value: number): number => (value / most) * 100;
  const parts = rows.flatMap(({ values }, at) => {
    let from = 100;
    return values.flatMap((value, column) => {
      if (value === null || value === 0) return [];
      from -= high(value);
      return [rect(LOOKS[column]!, at * 10 + 1.5, from, 7, high(value))];
    });
  });
  const limit = (limits ?? []).flatMap((each, at) =>
    each === null ? [] : [line('limit', at * 10, 100 - high(each), at * 10 + 10, 100 - high(each))],
  );
  const svg = stretched(width, 100, says, [line('grid', 0, 100, width, 100), ...parts, ...limit].join(''));
  return plot([String(most), most % 2 === 0 ? String(most / 2) : '', '0'], svg, alongOf(rows));
}

/** What there is room for below a plot: a dozen short words. */
function alongOf(rows: Drawing['rows']): string[] {
  const every = Math.ceil(rows.length / 12);
  return rows.map(({ key, words }, at) => (at % every === 0 ? shortOf(key, words) : ''));
}

function shortOf(key: string, words: string): string {
  if (isIsoDate(key)) return plainDate(key).replace(/ (\w{3})\w* \d+$/, ' $1');
  const month = /^\d{4}-(\d\d)$/.exec(key)?.[1];
  return month === undefined ? words : MONTHS[Number(month) - 1]!.slice(0, 3);
}
