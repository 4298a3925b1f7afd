/** What reads a command line: a shell of Unix, or PowerShell. */
export type Shell = 'sh' | 'powershell';

/** A word of a command as it is typed: as it is if the shell takes it so, else in quotation marks. */
export const asTypedFor = (word: string, shell: Shell = 'sh'): string =>
  SHELLS[shell].plain.test(word) ? word : quotedFor(word, shell);

/** The same in quotation marks in any case. */
export function quotedFor(word: string, shell: Shell = 'sh'): string {
  const { read, inside } = SHELLS[shell];
  return read.test(word) ? `'${inside(word)}'` : `"${word}"`;
}

interface Quoting {
  /** What is taken as it is. */
  readonly plain: RegExp;
  /** What the shell would read between double quotation marks. */
  readonly read: RegExp;
  /** For between single ones. */
  readonly inside: (word: string) => string;
}

const SHELLS: Readonly<Record<Shell, Quoting>> = {
  sh: {
    plain: /^[\p{L}\p{N}_./-][\p{L}\p{N}_./:,=+%@~-]*$/u,
    read: /["$`!]|\\\\|\\$/,
    inside: (word) => word.replaceAll("'", "'\\''"),
  },
  // It takes the quotation marks of print for its own.
  powershell: {
    plain: /^[\p{L}\p{N}_./\\-][\p{L}\p{N}_./\\:=+~-]*$/u,
    read: /["“”„$`]/,
    inside: (word) => word.replaceAll(/['‘’‚‛]/g, '$&$&'),
  },
};

interface WordTyped {
  readonly word: string;
  readonly isQuoted: boolean;
}

/**
 * The words of a command as the shell parts them, without `irotool`: a part of one may stand in quotation marks, as in
 * `venue="Town Hall"`. An apostrophe within a word is one.
 */
export function wordsTyped(command: string, shell: Shell = 'sh'): WordTyped[] {
  const parts = PARTS[shell];
  const words = command.match(new RegExp(`(?:${parts.source})+`, 'gu')) ?? [];
  return words.slice(1).map((typed) => ({
    word: typed.replaceAll(parts, (part) => MEANT[shell](part)),
    isQuoted: /^["']/.test(typed),
  }));
}

/** What stands in quotation marks, a sign that is no quotation mark, or one letter. */
const PARTS: Readonly<Record<Shell, RegExp>> = {
  sh: /"(?:\\["$`\\]|[^"])*"|(?<=^|[\s='])'[^']*'|\\['"]|[^\s"]/gu,
  powershell: /"[^"]*"|(?<=^|[\s=])'(?:['‘’‚‛]{2}|[^'])*'|[^\s"]/gu,
};

/** What such a part stands for. */
const MEANT: Readonly<Record<Shell, (part: string) => string>> = {
  sh: (part) => {
    if (/^".*"$/su.test(part)) return part.slice(1, -1).replaceAll(/\\(["$`\\])/g, '$1');
    return /^'.*'$/su.test(part) ? part.slice(1, -1) : part.replace(/^\\(?=['"])/, '');
  },
  powershell: (part) => {
    if (/^".*"$/su.test(part)) return part.slice(1, -1);
    return /^'.*'$/su.test(part) ? part.slice(1, -1).replaceAll(/(['‘’‚‛])\1/g, '$1') : part;
  },
};
