/** What the table of commands is made of. */
import type { Context } from '../context';
import type { ExitCode } from '../errors';

/** A command: gathers, calls and shows. Gives an exit code if it is not 0. */
export type Handler = (
  context: Context,
  args: never,
  options: never,
) => Promise<ExitCode | undefined> | ExitCode | undefined;

/** `several`: may be given more than once, and is a list. */
export type OptionSpec = readonly [flags: string, description: string, often?: 'several'];

export interface CommandSpec {
  /** As typed, with its arguments: `review plan <ref>`. */
  readonly name: string;
  readonly summary: string;
  /** A shorter last word that may be typed in its place. */
  readonly also?: string;
  readonly options?: readonly OptionSpec[];
  /** Headings that help lists the options under, each with its flags: the rest stand under the first. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
  /** Shown below the options. */
  readonly help?: string | (() => string);
  /** It may be typed for several children, each in turn; so may every command of steps. */
  readonly each?: true;
  /** Arguments such as -10 are not options. */
  readonly takesSignedNumbers?: true;
  load(): Promise<Handler>;
}
