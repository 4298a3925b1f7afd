/** A picture (SVG) of what stands on a terminal: the text itself, bold, dim, reversed or red as the terminal has it. */

const ACROSS = 8.4;
const DOWN = 19;
const EDGE = 14;

/** How a stretch of text is shown. */
interface Look {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly reverse: boolean;
  readonly red: boolean;
}

const PLAIN: Look = { bold: false, dim: false, reverse: false, red: false };

const MEANS: Readonly<Record<number, (look: Look) => Look>> = {
  0: () => PLAIN,
  1: (look) => ({ ...look, bold: true }),
  2: (look) => ({ ...look, dim: true }),
  7: (look) => ({ ...look, reverse: true }),
  22: (look) => ({ ...look, bold: false, dim: false }),
  27: (look) => ({ ...look, reverse: false }),
  31: (look) => ({ ...look, red: true }),
  39: (look) => ({ ...look, red: false }),
  91: (look) => ({ ...look, red: true }),
};

/** Draws a screen, as `tmux capture-pane -e` gives it. `title` says what it shows, for whoever does not see it. */
export function pictureOf(screen: string, title: string, columns: number): string {
  const lines = screen.trimEnd().split('\n');
  const width = Math.ceil(columns * ACROSS + 2 * EDGE);
  const height = lines.length * DOWN + 2 * EDGE;
  const texts: string[] = [];
  let look = PLAIN;
  for (const [at, line] of lines.entries()) {
    const y = EDGE + at * DOWN + 14;
    let column = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own signs are what is read
    for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
      if (codes !== undefined) {
        for (const code of codes.split(';')) look = MEANS[Number(code)]?.(look) ?? look;
        continue;
      }
      texts.push(...stretch(part, look, EDGE + column * ACROSS, y));
      column += [...part].length;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>
svg { --paper: #fff; --ink: #0b0c0c; --pale: #505a5f; --late: #d4351c; color-scheme: light dark }
@media (prefers-color-scheme: dark) { svg { --paper: #0b0c0c; --ink: #f3f2f1; --pale: #b1b4b6; --late: #ff7a66 } }
.paper { fill: var(--paper); stroke: var(--pale) } text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; fill: var(--ink) }
.bold { font-weight: bold } .dim { fill: var(--pale) } .red { fill: var(--late) } .block { fill: var(--ink) } .redblock { fill: var(--late) } .reverse { fill: var(--paper) }
</style>
<rect class="paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${texts.join('\n')}
</svg>
`;
}

function stretch(text: string, look: Look, x: number, y: number): string[] {
  if (text.trim() === '' && !look.reverse) return [];
  const long = [...text].length;
  const names = Object.entries(look).flatMap(([name, is]) =>
    is && !(name === 'red' && look.reverse) ? [name] : [],
  );
  const at = x.toFixed(1);
  const wide = (long * ACROSS).toFixed(1);
  const block = `<rect class="${look.red ? 'redblock' : 'block'}" x="${at}" y="${y - 14}" width="${wide}" height="${DOWN}"/>`;
  const shown = `<text${names.length > 0 ? ` class="${names.join(' ')}"` : ''} x="${at}" y="${y}" textLength="${wide}">${escaped(text)}</text>`;
  return look.reverse ? [block, shown] : [shown];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
