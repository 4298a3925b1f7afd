/**
 * Handlebars: reading and running a template. The only file that imports it; never on the path of `due`.
 */

import Handlebars from 'handlebars';
import { listed } from '../../core/in-words';
import { UserError } from '../../errors';
import { oneLine, SUMMARY_BEGINS, SUMMARY_ENDS, veiled, written } from '../value';
import { isAbsent, valueAt } from './fields';

/** Says several things as one: A, B and C. */
type Listing = (words: readonly string[]) => string;

export type Program = hbs.AST.Program;
export type Statement = hbs.AST.Statement;
export type Branch = hbs.AST.BlockStatement;
export type Mustache = hbs.AST.MustacheStatement;
export type Partial = hbs.AST.PartialStatement;
export type Way = hbs.AST.PathExpression;
export type Expression = hbs.AST.Expression;
export type InSource = hbs.AST.SourceLocation;

/** A template that Handlebars cannot read. Line and column are of the text it was given, from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What is told of a value that is missing: its path, and where it is used. */
export type Missing = (path: string, file: string, line: number) => Error;

/** Runs one compiled text over the data of a document. */
export type Run = (data: unknown, missing: Missing) => string;

/** The parse tree, or what is wrong. */
export function parseTemplate(text: string): Program | SyntaxFault {
  const deep = tooDeep(text);
  if (deep !== null) return deep;
  try {
    return Handlebars.parse(text);
  } catch (error) {
    return syntaxFault(text, error as Error & { lineNumber?: number; column?: number });
  }
}

/** Blocks within blocks, at most: Handlebars would work at thousands of them for minutes. */
export const DEEPEST = 20;

function tooDeep(text: string): SyntaxFault | null {
  let deep = 0;
  for (const { 1: sign, index } of text.matchAll(/\{\{~?([#^/])/g)) {
    deep = Math.max(0, deep + (sign === '/' ? -1 : 1));
    if (deep <= 2 * DEEPEST) continue;
    const before = text.slice(0, index).split('\n');
    const message = `blocks stand within blocks more than ${DEEPEST} deep`;
    return { line: before.length, column: before.at(-1)!.length + 1, message };
  }
  return null;
}

export function isSyntaxFault(read: Program | SyntaxFault): read is SyntaxFault {
  return 'message' in read;
}

function syntaxFault(text: string, error: Error & { lineNumber?: number; column?: number }): SyntaxFault {
  const open = unclosedBlock(text);
  if (open !== null && error.message.includes("got 'EOF'")) {
    return { ...open, message: `{{#${open.word}}} is not closed: {{/${open.word}}} is missing` };
  }
  const [head = '', preview = '', pointer = ''] = error.message.split('\n');
  const crossed = /^(\S+) doesn't match (\S+)/.exec(head);
  if (crossed) {
    return {
      line: error.lineNumber ?? 1,
      column: (error.column ?? 0) + 1,
      message: `{{#${crossed[1]}}} is closed by {{/${crossed[2]}}}`,
    };
  }
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const column = columnOf(text.split('\n')[line - 1] ?? '', preview.slice(Math.max(0, pointer.length - 1)));
  return { line, column, message: 'Handlebars cannot read what stands here' };
}

/**
 * Where in a line the braces open in which Handlebars stopped. It shows the text from there on, without
 * line ends and cut.
 */
function columnOf(line: string, stopped: string): number {
  const next = stopped.replace(/\.\.\.$/, '');
  for (let at = 0; at < line.length; at++) {
    const rest = line.slice(at);
    if (rest.startsWith(next) || next.startsWith(rest)) return Math.max(0, line.lastIndexOf('{{', at)) + 1;
  }
  return 1;
}

/** The innermost block that is opened and never closed. */
function unclosedBlock(text: string): { word: string; line: number; column: number } | null {
  const open: { word: string; at: number }[] = [];
  for (const { groups, index } of text.matchAll(/\{\{~?(?<sign>[#/])\s*(?<word>[\w-]+)/g)) {
    if (groups!.sign === '#') open.push({ word: groups!.word!, at: index });
    else open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return null;
  const before = text.slice(0, last.at).split('\n');
  return { word: last.word, line: before.length, column: before.at(-1)!.length + 1 };
}

/** The helpers that a template may use, and the one that prints a field. */
const PRINT = 'print';
const KNOWN = {
  [PRINT]: true,
  list: true,
  lower: true,
  sentence: true,
  ended: true,
  blank: true,
  box: true,
  picture: true,
  summary: true,
  is: true,
  if: true,
  unless: true,
  each: true,
};

const environment = Handlebars.create();

// It would say on the error stream that it reads no object's prototype: here that is missing, as any other.
const SILENT = 4;
Handlebars.logger.level = SILENT;

const { each: EACH } = environment.helpers;
/** Characters that lists within lists may come to: a document of some three hundred pages. */
const LONGEST = 1_000_000;
const TOO_LONG = [
  `Its lists within lists come to more than ${LONGEST} characters.`,
  'Take one {{#each}} out of the other, then: irotool template check NAME',
] as const;

environment.registerHelper({
  [PRINT]: (value: unknown, ...given: unknown[]) => printed(present(value, given)),
  lower: (value: unknown, ...given: unknown[]) => veiled(withSmallLetter(oneLine(present(value, given)))),
  sentence: (value: unknown, ...given: unknown[]) => veiled(asSentence(oneLine(present(value, given)))),
  ended: (value: unknown, ...given: unknown[]) => veiled(withStop(oneLine(present(value, given)))),
  list: (value: unknown, ...given: unknown[]) =>
    listingOf(given)((present(value, given) as unknown[]).map((each) => veiled(wordsOf(each)))),
  blank: (lines: unknown) => written({ kind: 'blank', lines: typeof lines === 'number' ? lines : 1 }),
  box: (lines: unknown) => written({ kind: 'box', lines: typeof lines === 'number' ? lines : 1 }),
  picture: (name: unknown) => written({ kind: 'picture', name: String(name) }),
  summary(this: unknown, options: Handlebars.HelperOptions) {
    return `\n${SUMMARY_BEGINS}\n\n${options.fn(this).trim()}\n\n${SUMMARY_ENDS}\n\n`;
  },
  // Handlebars' own take nought for nothing; a child may be nought years old.
  if(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return isAbsent(value) ? options.inverse(this) : options.fn(this);
  },
  unless(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return isAbsent(value) ? options.fn(this) : options.inverse(this);
  },
  each(this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const repeat = EACH as (this: unknown, list: unknown, options: Handlebars.HelperOptions) => string;
    let length = 0;
    const fn = (...given: Parameters<Handlebars.TemplateDelegate>): string => {
      const text = options.fn(...given);
      length += text.length + 1;
      if (length > LONGEST) throw new UserError(...TOO_LONG);
      return text;
    };
    return repeat.call(this, list, { ...options, fn });
  },
  is(this: unknown, value: unknown, ...rest: unknown[]) {
    const options = rest.pop() as Handlebars.HelperOptions;
    return rest.some((each) => String(each) === String(value)) ? options.fn(this) : options.inverse(this);
  },
});

/** The value, or the error that says where it is missing: `given` is path, file, line and Handlebars' own. */
function present(value: unknown, given: readonly unknown[]): unknown {
  if (!isAbsent(value) && typeof value !== 'boolean') return value;
  const [path, file, line, options] = given as [string, string, number, Handlebars.HelperOptions];
  throw (options.data.missing as Missing)(path, file, line);
}

/** How a list is said in the language of the template. */
function listingOf(given: readonly unknown[]): Listing {
  const options = given.at(-1) as Handlebars.HelperOptions;
  return options.data.listing as Listing;
}

/** A number is ours and not typed: `{{number}}. ` may number a list. */
function printed(value: unknown): string {
  return typeof value === 'number' ? String(value) : veiled(value);
}

/** What is printed of one thing in a list. */
function wordsOf(each: unknown): unknown {
  if (typeof each !== 'object' || each === null) return each;
  return valueAt(each, 'name') ?? valueAt(each, 'called') ?? valueAt(each, 'text') ?? valueAt(each, 'label');
}

/** For the middle of a sentence; `GP surgery` stays. */
function withSmallLetter(text: string): string {
  const [first = '', second = ''] = text;
  const isAcronym = second !== second.toLowerCase();
  return isAcronym ? text : first.toLowerCase() + text.slice(first.length);
}

/** What was typed with a full stop, if it ends with none; an address is not followed by one. */
function withStop(text: string): string {
  const isEnded = /[.?!:…]["”’)\]]*$/.test(text) || /(?:\S@\S+|https?:\S+|\bwww\.\S+)$/.test(text);
  return isEnded || text === '' ? text : `${text}.`;
}

/** The same as a sentence of its own: with a capital. */
function asSentence(text: string): string {
  const [first = ''] = text;
  return withStop(first.toUpperCase() + text.slice(first.length));
}

/** One field's place in a tree, to be printed or looked at there. */
export interface Spot {
  readonly path: Way;
  /** The mustache whose whole business it is to print the path. */
  readonly printed: Mustache | null;
  /** From the root of the data, or of the thing in the list. */
  readonly from: 'root' | 'item';
  readonly steps: readonly string[];
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Turns every path into what Handlebars looks up wherever it stands, and every printing into ours. */
export function settle(spots: readonly Spot[]): void {
  for (const { path, printed, from, steps, name, file, line } of spots) {
    const { loc } = path;
    Object.assign(path, {
      data: from === 'root',
      depth: 0,
      parts: from === 'root' ? ['root', ...steps] : [...steps],
      original: from === 'root' ? `@root.${steps.join('.')}` : ['this', ...steps].join('.'),
    });
    if (printed === null) continue;
    const texts = [name, file].map((value) => ({ type: 'StringLiteral', value, original: value, loc }));
    const place = [...texts, { type: 'NumberLiteral', value: line, original: line, loc }];
    if (printed.path === path) {
      const helper = { type: 'PathExpression', data: false, depth: 0, parts: [PRINT], original: PRINT, loc };
      Object.assign(printed, { path: helper, params: [path, ...place] });
    } else Object.assign(printed, { params: [path, ...place] });
  }
}

/** Compiles trees that are settled: the template, and the partials it calls by their names. */
export function compile(
  program: Program,
  partials: ReadonlyMap<string, Program>,
  listing: Listing = listed,
): Run {
  const options = { noEscape: true, knownHelpersOnly: true, knownHelpers: KNOWN };
  const run = environment.compile(program, options);
  const parts = Object.fromEntries(
    [...partials].map(([name, tree]) => [name, environment.compile(tree, options)]),
  );
  return (data, missing) => run(data, { data: { root: data, missing, listing }, partials: parts });
}
