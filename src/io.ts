/**
 * What a run of irotool reads and writes. Real streams for a process; arrays of text in tests.
 */

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Milliseconds since 1970: the only clock. */
  now(): number;
}

/** Flags that every command takes. */
export interface GlobalFlags {
  readonly db?: string;
  readonly today?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly plain?: true;
  readonly quiet?: true;
  readonly yes?: true;
  /** Commander's reading of --no-input and --no-color: false if given. */
  readonly input: boolean;
  readonly color: boolean;
  readonly debug?: true;
  readonly allowShare?: true;
}
