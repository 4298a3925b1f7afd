/**
 * How wide the screen is, and whether it has colour. Colour never carries meaning alone.
 */
import type { GlobalFlags, Io, Output } from '../io';
import { sentenceLines, widthOf } from './words';

/**
 * The width to write for: the terminal's, and eighty if it tells of no columns. To a pipe and a file there is no end to
 * a line: a row is whole there, so that `grep` keeps the reference with the duty.
 */
export function screenWidth({ stdout }: Pick<Io, 'stdout'>, flags: Pick<GlobalFlags, 'plain'>): number {
  if (!stdout.isTTY) return Number.POSITIVE_INFINITY;
  return widthOfTerminal(stdout, flags);
}

/** True of a terminal on which bars may be drawn; what they show is said in numbers beside them. */
export const hasShapes = ({
  io,
  flags,
}: {
  readonly io: Pick<Io, 'stdout'>;
  readonly flags: Pick<GlobalFlags, 'plain'>;
}): boolean => io.stdout.isTTY === true && !flags.plain;

/** The columns of a terminal that lines are written for. */
export const widthOfTerminal = (
  { columns }: { readonly columns?: number | undefined },
  { plain }: Pick<GlobalFlags, 'plain'> = {},
): number => Math.max(40, Math.min(columns || 80, plain ? 80 : 120));

/**
 * A sentence as a terminal shows it, broken at spaces and around commands, and within no word: a path is whole. What is laid out in lines already stays so,
 * and what goes elsewhere is one line.
 */
export function sentenceFor(output: Output, text: string, flags: Pick<GlobalFlags, 'plain'> = {}): string {
  // An empty line before it is no layout.
  if (text.startsWith('\n')) return `\n${sentenceFor(output, text.slice(1), flags)}`;
  if (!output.isTTY || text.includes('\n') || text.startsWith(' ')) return text;
  const width = widthOfTerminal(output, flags);
  return widthOf(text) <= width ? text : sentenceLines(text, width).join('\n');
}

export interface Paint {
  late(text: string): string;
  heading(text: string): string;
  quiet(text: string): string;
}

const NONE: Paint = { late: (text) => text, heading: (text) => text, quiet: (text) => text };

/** Colours for a terminal that has them and a person who wants them; chalk is loaded only then. */
export async function paintFor(io: Io, flags: GlobalFlags): Promise<Paint> {
  const wanted = io.stdout.isTTY && flags.color && !flags.plain && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  if (!wanted) return NONE;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    late: (text) => chalk.red.bold(text),
    heading: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
  };
}
