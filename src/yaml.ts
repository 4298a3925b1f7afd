/**
 * YAML with line numbers. The only file that imports yaml; never on the path of `due`.
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Path } from './core/rules/raw';
import { UserError } from './errors';
import { readTextFile } from './text-file';
import { beyondReading, DEEPEST, slipIn, tooDeep } from './yaml-slips';

/** A fault in a file, as it is printed: `rules.yaml:12: there is no key "witin"`. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function faultLine(fault: FileFault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** What is wrong with it as YAML: syntax, repeated keys. */
  readonly faults: readonly FileFault[];
  /** The line (from 1) of the value at a path, or of the nearest thing around it. */
  lineAt(path: Path): number;
}

/** The largest file of rules or scenarios that is read, in bytes. */
const MOST = 1_000_000;

/** Reads one file of YAML. One that cannot be read, or is no such file, has a fault that says so. */
export function readYamlFile(path: string, called: string): YamlFile {
  let text: string;
  try {
    text = readTextFile(path, 'the file', MOST);
  } catch (error) {
    if (error instanceof UserError) return unread(called, 1, `${error.message} ${error.next}`.trim());
    throw error;
  }
  return readYaml(called, text);
}

/** Reads one YAML text, above which so many lines of the file stand. A file with faults has no value. */
export function readYaml(file: string, text: string, above = 0): YamlFile {
  const refused = beyondReading(text);
  if (refused) return unread(file, refused.line + above, refused.message);
  const lines = new Lines(above);
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    // Repeated keys are looked for below: the library compares each key with every other. Of what it cannot
    // read it draws a picture for each of its errors, which nobody sees.
    ...{ lineCounter: lines, uniqueKeys: false, prettyErrors: false, version: '1.2' },
    // What it would warn of on the error stream, a key that is no word, its readers refuse with its line.
    logLevel: 'error',
  });
  const faults = faultsIn(document, text, lines).map((slip) => ({ file, ...slip }));
  return {
    file,
    value: faults.length > 0 ? undefined : document.toJS(),
    faults,
    lineAt: (path) => lineOf(document.contents, path, lines),
  };
}

function unread(file: string, line: number, message: string): YamlFile {
  return { file, value: undefined, faults: [{ file, line, message }], lineAt: () => line };
}

/** The lines of the file. A class because the library fills its LineCounter while it reads. */
class Lines extends LineCounter {
  constructor(readonly above: number) {
    super();
  }

  /** The line (from 1) on which a place of the text is. */
  at(offset: number): number {
    return this.linePos(offset).line + this.above;
  }
}

type Said = Omit<FileFault, 'file'>;

/** What cannot be read, which is the first slip and no more; else what reads, and was not meant. */
function faultsIn(document: Document.Parsed, text: string, lines: Lines): Said[] {
  const [error] = document.errors;
  if (error) {
    const line = lines.at(error.pos[0]);
    if (error.code === 'RESOURCE_EXHAUSTION') return [{ line, message: tooDeep }];
    const slip = slipIn(text, line - lines.above);
    return [{ ...slip, line: slip.line + lines.above }];
  }
  const faults: Said[] = [];
  const say = (node: unknown, message: string): void => {
    faults.push({ line: lines.at(startOf(node) ?? 0), message });
  };
  const sayRepeated = (map: YAMLMap): void => {
    for (const again of repeatedIn(map)) say(again.key, repeatedWords(again, map, lines));
  };
  const look = (node: unknown, deep: number): void => {
    if (isPair(node)) {
      look(node.key, deep);
      look(node.value, deep);
      return;
    }
    const meant = deep > DEEPEST ? tooDeep : unmeant(node as Node | null, text);
    if (meant) say(node, meant);
    else if (isMap(node) || isSeq(node)) {
      if (isMap(node)) sayRepeated(node);
      for (const item of node.items) look(item, deep + 1);
    }
  };
  look(document.contents, 0);
  return faults.sort((a, b) => a.line - b.line);
}

/** Words that YAML takes for signs of its own: a name for what follows, what was named, a kind, a note. */
function unmeant(node: Node | null, text: string): string | null {
  if (node === null) return null;
  const words = (of: Node): string => text.slice(of.range?.[0], of.range?.[1]).split('\n')[0]!;
  if (isAlias(node)) return `words that begin with * go in quotation marks: type "${words(node)}"`;
  const start = startOf(node);
  if (start === undefined) return null;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', start) + 1 || undefined);
  const { anchor, tag } = node as { readonly anchor?: string; readonly tag?: string };
  for (const [sign, is] of [
    ['&', anchor],
    ['!', tag],
  ] as const) {
    if (is !== undefined && line.includes(sign)) {
      return `words that begin with ${sign} go in quotation marks: type "${line.slice(line.indexOf(sign)).trim()}"`;
    }
  }
  const note = isScalar(node) && /^[ \t]+(#[^\s#].*)/.exec(text.slice(node.range?.[1]).split('\n', 1)[0]!);
  return note
    ? `what follows # is a note, which is not read: put the words in quotation marks, such as "${words(node).trim()} ${note[1]!.trim()}", or type a space after #`
    : null;
}

function repeatedIn(map: YAMLMap): Pair[] {
  const seen = new Set<unknown>();
  return map.items.filter(({ key }) => {
    const name = isScalar(key) ? key.value : key;
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
}

function repeatedWords({ key }: Pair, map: YAMLMap, lines: Lines): string {
  const name = isScalar(key) ? String(key.value) : '';
  const first = pairOf(map, isScalar(key) ? key.value : undefined);
  const line = lines.at(startOf(first?.key) ?? 0);
  return `"${name}" is given twice in one entry (also on line ${line}): keep one of them`;
}

/** The pairs of a map by key, found once however often they are asked for. */
const PAIRS = new WeakMap<YAMLMap, Map<unknown, Pair>>();

function pairOf(map: YAMLMap, key: unknown): Pair | undefined {
  let pairs = PAIRS.get(map);
  if (pairs === undefined) {
    pairs = new Map();
    for (const pair of map.items) {
      const name = isScalar(pair.key) ? pair.key.value : pair.key;
      if (!pairs.has(name)) pairs.set(name, pair);
    }
    PAIRS.set(map, pairs);
  }
  return pairs.get(key);
}

function lineOf(root: unknown, path: Path, lines: Lines): number {
  let node = root;
  let offset = startOf(root);
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === undefined ? 1 : lines.at(offset);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
