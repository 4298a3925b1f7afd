/** What commander refuses, as irotool says it: in the same form as its own refusals, and without words of programs. */
import { capital } from './core/in-words';
import { count } from './ui/words';

/** Each of its sentences, and ours; what stands in quotes is given. */
const SENTENCES: readonly (readonly [RegExp, (...words: string[]) => string])[] = [
  [/^missing required argument '(.+)'$/, missing],
  [
    /^option '.*?(--[\w-]+) [<[](.+?)(?:\.\.\.)?[>\]]' argument missing$/,
    (option, what) => `Missing after ${option}: ${what!.toUpperCase()}.`,
  ],
  [
    /^too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)\.?$/,
    (command, expected, got) =>
      `"${command}" takes ${expected === '0' ? 'no word more' : count(Number(expected), 'word')}, and ${got} ${got === '1' ? 'was' : 'were'} typed.`,
  ],
  [
    /^unknown option '(.+?)'(?: \(Did you mean (.+)\?\))?$/,
    (typed, near) => `There is no option ${typed}.${meant(near, '')}`,
  ],
  [
    /^unknown command '(.+?)'(?: \(Did you mean (.+)\?\))?$/,
    (typed, near) => `There is no command "${typed}".${meant(near, '"')}`,
  ],
];

/** What is missing, as the help writes it: `Missing: REF.` */
export function missing(what: string): string {
  return `Missing: ${what.toUpperCase()}.`;
}

function meant(near: string | undefined, quote: string): string {
  if (near === undefined) return '';
  const all = near
    .replace(/^one of /, '')
    .split(', ')
    .map((each) => `${quote}${each}${quote}`);
  return ` Did you mean ${all.join(' or ')}?`;
}

/** `There is no option --frob.` for commander's `error: unknown option '--frob'`. */
export function inOurWords(text: string): string {
  const words = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ');
  for (const [theirs, ours] of SENTENCES) {
    const found = theirs.exec(words);
    if (found) return ours(...found.slice(1));
  }
  return `${capital(words)}${/[.?!]$/.test(words) ? '' : '.'}`;
}
