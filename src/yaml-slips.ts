/**
 * What is most often mistyped in YAML, in words: where it is, and what to type instead. YAML's own reader says
 * what it stumbled over, often lines below the slip; here the lines themselves are looked at. Pure.
 */

/** Where the slip is, counted from 1, and what to type instead. */
export interface Slip {
  readonly line: number;
  readonly message: string;
}

/** `  - key: words`: how far in the key stands, the key, and its words without a note that follows. */
interface Entry {
  readonly column: number;
  readonly isItem: boolean;
  readonly key: string;
  readonly words: string;
}

/** Lists and keys within each other, at most: a rule has four. */
export const DEEPEST = 12;
const MOST_LINES = 25_000;
const LONGEST_LINE = 5000;
/**
 * Dashes, colons, commas and brackets: each is an entry, and takes as long to read whatever stands in it. Twenty
 * times what the largest file has that is known.
 */
const MOST_ENTRIES = 25_000;
const SIGN = /[[\]{},]|[-?:](?=\s|$)/g;

export const tooDeep = `lists stand within lists more than ${DEEPEST} deep: write each entry as data/README.md shows it`;

/** What makes a text no file of rules or scenarios, though YAML's reader would work at it for minutes; else null. */
export function beyondReading(text: string): Slip | null {
  const lines = text.split('\n');
  let deep = 0;
  let entries = 0;
  for (const [at, line] of lines.entries()) {
    const say = (message: string): Slip => ({ line: at + 1, message });
    if (at >= MOST_LINES) return say(`a file has ${MOST_LINES} lines at most: share it among several`);
    if (line.length > LONGEST_LINE)
      return say(`a line has ${LONGEST_LINE} characters at most: break it in two`);
    if (/^%/.test(line)) return say('a line cannot begin with %: take it out');
    if (/^\s*(?:[-?:] +){13}/.test(line)) return say(tooDeep);
    if (/^\s*#/.test(line)) continue;
    // Within quotation marks too: what looks like one may be none to YAML.
    entries += line.match(SIGN)?.length ?? 0;
    if (entries > MOST_ENTRIES)
      return say(`a file has ${MOST_ENTRIES} entries, commas and brackets at most: share it among several`);
    for (const sign of line.replace(/"[^"]*"|'[^']*'/g, '').match(/[[\]{}]/g) ?? []) {
      deep = Math.max(0, deep + (sign === '[' || sign === '{' ? 1 : -1));
      if (deep > 10 * DEEPEST) return say(tooDeep);
    }
  }
  return null;
}

/** The slip that made a text unreadable at a line. What cannot be told is said of that line in general. */
export function slipIn(text: string, line: number): Slip {
  const lines = text.split(/\r?\n/);
  const last = Math.min(line, lines.length);
  // The line where the reader stopped, those beside it, then from the first: a quotation mark that has no
  // partner stops it at the end of the file.
  const order = [last, last - 1, last + 1, ...Array.from({ length: last }, (_, at) => at + 1)];
  for (const at of order) {
    const message = at < 1 || at > lines.length ? null : slipOf(lines, at - 1);
    if (message !== null) return { line: at, message };
  }
  return {
    line: last,
    message:
      'this cannot be read: look here and just above for a colon with no space after it, a quotation mark or bracket without its partner, or a line that begins further in than the others',
  };
}

function slipOf(lines: readonly string[], at: number): string | null {
  const line = lines[at]!;
  if (/^\s*(#|$)/.test(line)) return null;
  if (/^[ -]*\t/.test(line)) return 'the line begins with a tab: take it out, and type spaces instead';
  if (/[\u00a0\u2000-\u200b\u202f\u3000\uff1a]/.test(line.split(/:[ \t]/)[0]!)) {
    return 'a space or colon in it is not the one of the keyboard (it may be copied from a web page): type the line again';
  }
  if (at > 0 && /^(---|\.\.\.)/.test(line)) return `a file holds one list: take out the line ${line.trim()}`;
  if (/^\s*-[^\s-]/.test(line)) {
    return `after the hyphen comes a space: type "- ${shown(line.trim().slice(1))}"`;
  }
  const entry = entryOf(line);
  return entry === null ? looseWords(line) : (wordsSlip(entry) ?? placeSlip(lines, at, entry));
}

const ENTRY = /^(\s*(?:- +)*)([A-Za-z][\w -]*?)\s*:(?:\s+(.*))?$/;

function entryOf(line: string): Entry | null {
  const found = ENTRY.exec(line);
  if (!found) return null;
  const [, start, key, words = ''] = found;
  return { column: start!.length, isItem: start!.includes('-'), key: key!, words: words.trim() };
}

/** A line that is no `key: words`. */
function looseWords(line: string): string | null {
  const item = /^\s*- +(.*)$/.exec(line)?.[1]?.trim();
  if (item !== undefined) return wordsSlip({ column: 0, isItem: true, key: '', words: item });
  const [, key, rest] = /^\s*([A-Za-z][\w-]*)[:\s]\s*(.*)$/.exec(line) ?? [];
  if (key === undefined || /^[[{'"]/.test(line.trim())) return null;
  return `after a key come a colon and a space: type "${key}: ${shown(rest ?? '')}"`;
}

const SIGNS = /^[@`%*&!|>,\]}]|^[-?:] /;
/** The words of a block of several lines: `|` or `>` alone. */
const BLOCK = /^[|>][+-]?\d?$/;

/** What is wrong with the words after a key, or after the hyphen of a list. */
function wordsSlip({ key, words }: Entry): string | null {
  const typed = (value: string): string => (key === '' ? `- ${value}` : `${key}: ${value}`);
  const own = words.replace(/\s#.*$/, '').trim();
  if (/^["']/.test(words)) return quotesSlip(words, typed);
  if (own === '' || BLOCK.test(own)) return null;
  if (/^[[{]/.test(own)) return bracketsSlip(own);
  if (/:(\s|$)/.test(own)) {
    return `words with a colon and a space in them go in quotation marks: type ${typed(quoted(own))}`;
  }
  if (SIGNS.test(own)) {
    return `words that begin with ${own[0]} go in quotation marks: type ${typed(quoted(own))}`;
  }
  return null;
}

/** Words that begin with a quotation mark. */
function quotesSlip(words: string, typed: (value: string) => string): string | null {
  const [mark] = words;
  const whole = (mark === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(words)?.[0];
  const bare = words.slice(1).replace(/["']$/, '');
  if (whole === undefined) {
    return `the quotation mark has no partner: type ${typed(quoted(bare))}`;
  }
  if (mark === '"' && whole.includes('\\')) {
    return `between " and " the sign \\ has a meaning of its own: type ${typed(`'${shown(whole.slice(1, -1))}'`)}`;
  }
  const after = words.slice(whole.length).trim();
  if (after === '' || after.startsWith('#')) return null;
  return `words come after the second quotation mark: type ${typed(quoted(mark === "'" ? bare : words))}`;
}

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Words that begin with a bracket: a list in [ ], or keys in { }. */
function bracketsSlip(words: string): string | null {
  const open: string[] = [];
  for (const sign of words.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (sign in CLOSES) open.push(CLOSES[sign]!);
    else if ((sign === ']' || sign === '}') && open.pop() !== sign) {
      return `there is a ${sign} too many: take it out, or type the bracket that it closes`;
    }
  }
  if (open.length > 0) {
    return `the bracket is not closed: type ${open.reverse().join('')} at the end of the line`;
  }
  if (/[[{,]\s*,/.test(words)) return 'nothing stands before a comma: take the comma out';
  const two = /[{,]\s*([\w-]+): ([^,{}[\]"']*: [^,{}[\]]*)/.exec(words);
  return two
    ? `words with a colon and a space in them go in quotation marks: type ${two[1]}: ${quoted(two[2]!.trim())}`
    : null;
}

/** A line that does not stand under the ones that it belongs to. */
function placeSlip(lines: readonly string[], at: number, entry: Entry): string | null {
  const open: Entry[] = [];
  for (const line of lines.slice(0, at)) {
    const above = entryOf(line);
    if (above === null) continue;
    while (open.length > 0 && open.at(-1)!.column >= above.column) open.pop();
    open.push(above);
  }
  const above = open.at(-1);
  if (above === undefined) return null;
  if (entry.column > above.column) {
    if (above.words === '') return null;
    return !above.isItem && above.column === 0 && (above.key === 'id' || above.key === 'name')
      ? `an entry begins with a hyphen: type "- ${above.key}: ${shown(above.words)}", and this line below it`
      : `the line begins too far in: begin it ${spaces(above.column)}, under the ${above.key} above`;
  }
  const beside = open.find(({ column }) => column >= entry.column);
  return entry.isItem || beside === undefined || beside.column === entry.column
    ? null
    : `the line does not begin far enough in: begin it ${spaces(beside.column)}, under the ${beside.key} above`;
}

const spaces = (count: number): string =>
  count === 0 ? 'with no space' : `with ${count} ${count === 1 ? 'space' : 'spaces'}`;

/** The words between quotation marks that they do not hold themselves. */
function quoted(words: string): string {
  const short = shown(words);
  return short.includes('"') ? `'${short.replaceAll("'", '’')}'` : `"${short}"`;
}

/** What was typed, short enough to be shown. */
const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
