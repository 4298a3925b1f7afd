/**
 * YAML with line numbers. The only file that imports yaml; never on the path of `due`.
 */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Path } from './core/rule-reader';

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

/** Reads one YAML text. A file with faults has no value. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ lineCounter: lines, uniqueKeys: true, version: '1.2' },
    // What it would warn of on the error stream, a key that is no word, its readers refuse with its line.
    logLevel: 'error',
  });
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    message: plainly(error.message),
  }));
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    faults,
    lineAt: (path) => lineOf(document.contents, path, lines),
  };
}

/** The library's message without its picture of the line. */
function plainly(message: string): string {
  const first = message.split('\n')[0]!.replace(/ at line \d+.*$/, '');
  return first.replace(/:$/, '');
}

function lineOf(root: unknown, path: Path, lines: LineCounter): number {
  let node = root;
  let offset = startOf(root);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === undefined ? 1 : lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
