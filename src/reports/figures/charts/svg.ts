/** What charts are drawn with. What is drawn repeats the numbers of a table beside it, and no colour says anything alone. */
import { escaped } from '../../html-text';

/** What is drawn: rows by their words, and for each the values of the columns, null if there is none. */
export interface Drawing {
  readonly says: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly words: string;
    readonly values: readonly (number | null)[];
    /** What is said for each value that there is not. */
    readonly blanks: readonly string[];
  }[];
}

/** The looks of what is drawn, in the order of its columns. */
export const LOOKS = ['s0', 's1', 's2', 's3'] as const;

/** A drawing as wide as there is room: what is in it is stretched, so its writing stands outside. */
export const stretched = (width: number, height: number, says: string, inside: string): string =>
  `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${escaped(says)}">${inside}</svg>`;

export const rect = (look: string, x: number, y: number, width: number, height: number): string =>
  `<rect class="${look}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;

export const line = (look: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${look}" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"/>`;

/** Without more places than anybody sees. */
export const n = (amount: number): string => String(Math.round(amount * 100) / 100);

/** What each look means; nothing if there is one alone. */
export function keyOf(kind: 'square' | 'line', heads: readonly string[]): string {
  if (heads.length < 2) return '';
  const items = heads.map((head, at) => {
    const drawn =
      kind === 'square' ? rect(LOOKS[at]!, 0, 0, 14, 14) : `<path class="${LOOKS[at]!}" d="M0 7H28"/>`;
    const width = kind === 'square' ? 14 : 28;
    return `<li><svg class="key" width="${width}" height="14" viewBox="0 0 ${width} 14" aria-hidden="true">${drawn}</svg> ${escaped(head)}</li>`;
  });
  return `<ul class="key">${items.join('')}</ul>`;
}

/** The plot of a chart whose rows go along it: what stands at its side, and below it. */
export const plot = (up: readonly string[], svg: string, along: readonly string[], kind = ''): string =>
  `<div class="plot${kind}"><div class="up" aria-hidden="true">${spans(up)}</div>${svg}<div class="along" aria-hidden="true">${spans(along)}</div></div>`;

const spans = (words: readonly string[]): string =>
  words.map((each) => `<span>${escaped(each)}</span>`).join('');

export const CHART_STYLE = `
figure { margin: 0.75rem 0 1rem; }
figure .said { font-weight: bold; margin: 0; }
figure svg { display: block; width: 100%; }
ul.key { list-style: none; padding: 0; margin: 0.25rem 0; }
ul.key li { display: inline-block; margin-right: 1.25rem; }
ul.key svg.key { display: inline-block; width: auto; vertical-align: -0.1em; }
rect.s0 { fill: var(--one); } rect.s1 { fill: var(--two); } rect.s2 { fill: var(--three); } rect.s3 { fill: var(--four); }
path { fill: none; stroke-width: 3; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
path.s0 { stroke: var(--one); } path.s1 { stroke: var(--two); stroke-dasharray: 7 5; } path.s2 { stroke: var(--three); stroke-dasharray: 2 4; } path.s3 { stroke: var(--four); stroke-dasharray: 10 3 2 3; }
path.dot { stroke-width: 9; stroke-linecap: round; stroke-dasharray: none; }
path.dot.s1, path.dot.s2, path.dot.s3 { stroke-linecap: square; stroke-width: 7; }
rect.band { fill: var(--soft); }
line { vector-effect: non-scaling-stroke; }
line.grid { stroke: var(--rule); stroke-width: 1; stroke-dasharray: 1 3; }
line.edge { stroke: var(--back); stroke-width: 2; }
line.limit { stroke: var(--text); stroke-width: 2; stroke-dasharray: 8 4; }
ul.bars { list-style: none; padding: 0; margin: 0.5rem 0; }
ul.bars li { margin-bottom: 0.4rem; line-height: 1.35; }
ul.bars svg { height: 1.1rem; max-width: 40rem; }
.plot { display: grid; grid-template-columns: 3rem 1fr; column-gap: 0.4rem; }
.plot .up { display: flex; flex-direction: column; justify-content: space-between; text-align: right; font-size: 0.8125rem; line-height: 1; }
.plot svg { height: 13rem; }
.plot .along { grid-column: 2; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); text-align: center; font-size: 0.8125rem; line-height: 1.2; white-space: nowrap; overflow: hidden; padding-top: 0.25rem; }
.days svg { height: 9rem; }
.days .up { justify-content: space-around; }
rect.h0 { fill: none; } rect.h1 { fill: var(--one); fill-opacity: 0.4; } rect.h2 { fill: var(--one); fill-opacity: 0.6; } rect.h3 { fill: var(--one); fill-opacity: 0.8; } rect.h4 { fill: var(--one); }
rect.field { fill: none; stroke: var(--rule); stroke-width: 1; vector-effect: non-scaling-stroke; }
svg.small { display: inline-block; width: 3.5rem; height: 0.7rem; margin-left: 0.4rem; }
@media (max-width: 40rem) { svg.small { display: none; } }
@media print { .plot svg { height: 45mm; } ul.bars svg { height: 3.5mm; max-width: 120mm; } ul.bars li { margin-bottom: 1mm; } svg.small { width: 12mm; height: 2mm; } }
`;
