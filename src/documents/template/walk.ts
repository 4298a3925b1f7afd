/**
 * Walks a template's parse tree and says of every field where it stands, under what condition, and what
 * is wrong. Checking and filling both stand on it, so that they cannot differ.
 */
import { didYouMean } from '../../errors';
import type { Dictionary } from './fields';
import {
  type Branch,
  DEEPEST,
  type Expression,
  type InSource,
  isSyntaxFault,
  type Mustache,
  type Partial,
  type Program,
  parseTemplate,
  type Spot,
  type Statement,
  type Way,
} from './handlebars';
import { faultOfFill, faultOfPicture } from './marks';
import { named, type PathFound } from './paths';

/** How a field is used: printed, asked about, or gone through. */
export interface Use extends Spot {
  /** The path in the dictionary: `attending[].called`. */
  readonly field: string;
  readonly how: 'printed' | 'asked' | 'listed';
  /** A condition around it says that it is there. */
  readonly isSure: boolean;
  /** Where to point in the template itself: for a use in a partial, where the partial is called. */
  readonly at: Position;
  /** Above the template: the partial it stands in, as faults name it; else nothing. */
  readonly inside: string;
}

/** From 1, of the file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface WalkFault extends Position {
  readonly message: string;
}

export interface Walked {
  readonly program: Program | null;
  /** The trees of the partials that are called, by name. */
  readonly partials: ReadonlyMap<string, Program>;
  readonly uses: readonly Use[];
  /** With any of these the document cannot be made. */
  readonly faults: readonly WalkFault[];
}

/** A text to walk, and what it may use. */
export interface Walk {
  readonly text: string;
  readonly file: string;
  /** Where the text begins in its file: lines above it, columns before it. */
  readonly above: number;
  readonly before: number;
  readonly partials: ReadonlyMap<string, string>;
  readonly fields: Dictionary;
  /** Lines to be filled in by hand may stand in it. */
  readonly mayBlank: boolean;
}

/** Where the walk is. */
interface Here {
  readonly file: string;
  readonly above: number;
  readonly before: number;
  /** The list that is gone through. */
  readonly list: string | null;
  /** The fields that a condition around says are there. */
  readonly sure: ReadonlySet<string>;
  /** In a partial: where the template calls it, and the partials around. */
  readonly called: { readonly at: Position; readonly chain: readonly string[] } | null;
  readonly mayBlank: boolean;
  /** Blocks around. */
  readonly deep: number;
}

const WITH_VALUE: readonly string[] = ['list', 'lower', 'sentence', 'ended'];
const BLOCK_WORDS: readonly string[] = ['if', 'unless', 'each', 'is', 'summary'];
/** What is left to fill in. */
const TO_FILL: readonly string[] = ['blank', 'box'];
const WORDS: readonly string[] = [
  ...WITH_VALUE,
  ...TO_FILL,
  'picture',
  ...BLOCK_WORDS.map((word) => `#${word}`),
];
/** What a document may consist of, partials and all: each is counted as often as it is called. */
const MOST_PARTS = 20_000;

/** Reads a text and everything it calls. */
export function walk({ text, file, above, before, partials, fields, mayBlank }: Walk): Walked {
  const uses: Use[] = [];
  const faults: WalkFault[] = [];
  const trees = new Map<string, Program>();
  let parts = 0;

  const positionIn = (here: Here, { line, column }: { line: number; column: number }): Position => ({
    line: line + here.above,
    column: column + 1 + (line === 1 ? here.before : 0),
  });
  const pointAt = (here: Here, place: InSource): Position => here.called?.at ?? positionIn(here, place.start);
  const insideOf = (here: Here, place: InSource): string =>
    here.called === null ? '' : `in partials/${here.file}, line ${place.start.line}: `;
  const wrong = (here: Here, place: InSource, message: string): void => {
    faults.push({ ...pointAt(here, place), message: insideOf(here, place) + message });
  };

  function use(here: Here, path: Way, how: Use['how'], printed: Mustache | null): PathFound | null {
    const name = named(path, here.list, fields);
    if ('fault' in name) {
      wrong(here, path.loc, name.fault);
      return null;
    }
    if ('own' in name) {
      if (how !== 'asked') wrong(here, path.loc, `"${path.original}" is only for {{#if}} and {{#unless}}`);
      return null;
    }
    uses.push({
      ...{ path, printed, from: name.from, steps: name.steps, name: name.field, file: here.file },
      line: path.loc.start.line + here.above,
      field: name.field,
      how,
      isSure: here.sure.has(name.field) || name.field.endsWith('[]'),
      at: pointAt(here, path.loc),
      inside: insideOf(here, path.loc),
    });
    return name;
  }

  /** The one path that a word is given. */
  function onlyPath(here: Here, word: string, params: readonly Expression[], place: InSource): Way | null {
    const [first] = params;
    if (params.length === 1 && first?.type === 'PathExpression') return first as Way;
    wrong(here, place, `${word} is given one field, such as {{${word} review.together}}`);
    return null;
  }

  function print(here: Here, mustache: Mustache, path: Way, asList: boolean): void {
    const found = use(here, path, 'printed', mustache);
    const field = found && fields.at(found.field);
    if (!field) return;
    if (field.list && !asList) {
      wrong(
        here,
        path.loc,
        `${field.path} is a list: write {{list ${field.path}}} or {{#each ${field.path}}}`,
      );
    }
    if (!field.list && asList) wrong(here, path.loc, `${field.path} is no list`);
    if (field.yesNo) wrong(here, path.loc, `${field.path} is yes or no, and has no words: it is for {{#if}}`);
  }

  function mustache(here: Here, statement: Mustache): void {
    const { path, params, loc } = statement;
    if (path.type !== 'PathExpression') {
      wrong(here, loc, 'a field or a word stands between braces');
      return;
    }
    const word = (path as Way).original;
    if (statement.hash) {
      wrong(here, loc, `${word} takes nothing that is written with =`);
      return;
    }
    if (TO_FILL.includes(word) || word === 'picture') {
      const fault = word === 'picture' ? faultOfPicture(params) : faultOfFill(word, params, here.mayBlank);
      if (fault !== null) wrong(here, loc, fault);
    } else if (WITH_VALUE.includes(word)) {
      const value = onlyPath(here, word, params, loc);
      if (value) print(here, statement, value, word === 'list');
    } else if (params.length > 0 || BLOCK_WORDS.includes(word)) {
      const isBlock = BLOCK_WORDS.includes(word);
      wrong(here, loc, isBlock ? `write {{#${word} …}} … {{/${word}}}` : noWord(word));
    } else print(here, statement, path as Way, false);
  }

  function block(here: Here, statement: Branch): void {
    const word = statement.path.original as string;
    const { params, loc } = statement;
    let inside = { ...here, deep: here.deep + 1 };
    let otherwise = inside;
    if (inside.deep > DEEPEST) {
      wrong(here, loc, `blocks stand within blocks more than ${DEEPEST} deep`);
      return;
    }
    if (!BLOCK_WORDS.includes(word)) {
      const isField = 'field' in named(statement.path as Way, here.list, fields);
      wrong(here, loc, isField ? `write {{#if ${word}}} or {{#each ${word}}}` : noWord(`#${word}`));
    } else if (statement.hash || statement.program?.blockParams) {
      wrong(here, loc, `#${word} takes nothing that is written with = or as`);
    } else if (word === 'summary') {
      if (params.length > 0) wrong(here, loc, '{{#summary}} takes nothing');
    } else if (word === 'is' && !isComparison(params)) {
      wrong(here, loc, 'write {{#is field "word"}}, with one word or more');
    } else {
      const path = onlyPath(here, `#${word}`, word === 'is' ? params.slice(0, 1) : params, loc);
      const found = path && use(here, path, word === 'each' ? 'listed' : 'asked', null);
      if (found) {
        const known = { ...inside, sure: new Set([...here.sure, found.field]) };
        if (word === 'unless') otherwise = known;
        else inside = known;
        if (word === 'each') {
          if (fields.at(found.field)?.list) inside = { ...known, list: found.field };
          else wrong(here, loc, `${found.field} is no list`);
        }
      }
    }
    everything(inside, statement.program?.body);
    everything(otherwise, statement.inverse?.body);
  }

  function partial(here: Here, statement: Partial): void {
    const name = String((statement.name as Way).original);
    const source = partials.get(name);
    const chain = here.called?.chain ?? [];
    if (statement.params.length > 0 || statement.hash) {
      wrong(here, statement.loc, `{{> ${name}}} takes nothing: a partial reads the same fields`);
      return;
    }
    if (source === undefined) {
      const near = didYouMean(name, partials.keys());
      wrong(here, statement.loc, `there is no partial "${name}".${near}`);
      return;
    }
    if (chain.includes(name)) {
      wrong(here, statement.loc, `the partial "${name}" calls itself`);
      return;
    }
    if (chain.length >= DEEPEST) {
      wrong(here, statement.loc, `partials call one another more than ${DEEPEST} deep`);
      return;
    }
    const read = trees.get(name) ?? parseTemplate(source);
    const called = { at: pointAt(here, statement.loc), chain: [...chain, name] };
    // Whatever list is gone through around it, a partial reads the document's fields.
    const there = { ...here, file: `${name}.hbs`, above: 0, before: 0, list: null, called };
    if (isSyntaxFault(read)) {
      faults.push({ ...called.at, message: `in partials/${there.file}, line ${read.line}: ${read.message}` });
    } else {
      trees.set(name, read);
      everything(there, read.body);
    }
  }

  function everything(here: Here, statements: readonly Statement[] = []): void {
    for (const statement of statements) {
      if (++parts > MOST_PARTS) {
        if (parts === MOST_PARTS + 1) {
          wrong(here, statement.loc, `with its partials it has more than ${MOST_PARTS} parts: call fewer`);
        }
        return;
      }
      if (statement.type === 'MustacheStatement') mustache(here, statement as Mustache);
      else if (statement.type === 'BlockStatement') block(here, statement as Branch);
      else if (statement.type === 'PartialStatement') partial(here, statement as Partial);
      else if (!['ContentStatement', 'CommentStatement'].includes(statement.type)) {
        wrong(
          here,
          statement.loc,
          'templates have fields, {{#if}}, {{#each}} and the like, and nothing else',
        );
      }
    }
  }

  const top: Here = { file, above, before, mayBlank, list: null, sure: new Set(), called: null, deep: 0 };
  const read = parseTemplate(text);
  if (isSyntaxFault(read)) {
    const { message, line, column } = read;
    faults.push({ ...positionIn(top, { line, column: column - 1 }), message });
    return { program: null, partials: trees, uses, faults };
  }
  everything(top, read.body);
  return { program: read, partials: trees, uses, faults };
}

/** A field and a word or more. */
function isComparison(params: readonly Expression[]): boolean {
  return params.length > 1 && params.slice(1).every(({ type }) => /^(?:String|Number)Literal$/.test(type));
}

function noWord(word: string): string {
  return `there is no helper "${word}".${didYouMean(word, WORDS)}`;
}
