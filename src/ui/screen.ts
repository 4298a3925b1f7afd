/**
 * How wide the screen is, and whether it has colour. Colour never carries meaning alone.
 */
import type { GlobalFlags, Io } from '../io';

/** The width to write for: the terminal's, and eighty for pipes, files and a terminal that tells of no columns. */
export function screenWidth(io: Io, flags: GlobalFlags): number {
  if (flags.plain || !io.stdout.isTTY) return 80;
  return Math.max(40, Math.min(io.stdout.columns || 80, 120));
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
