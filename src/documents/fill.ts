/**
 * A template and the facts of one letter make a document. Strict: what is missing stops it.
 */
import { basename } from 'node:path';
import { UserError } from '../errors';
import { wordsIn } from './fixed-words';
import { readMarkdown } from './markdown';
import type { DocumentModel } from './model';
import { type Dictionary, isAbsent, missingAs, valueAt } from './template/fields';
import { compile, type Missing, type Run, settle } from './template/handlebars';
import { LETTER_NEEDS, letterParts, referenceOf } from './template/letter-parts';
import { bodyWalk, titleWalk } from './template/reading';
import type { TemplateShelf } from './template/shelf';
import { isLetter, type Template } from './template/template';
import type { Use, Walked } from './template/walk';
import { oneLine, unveiled } from './value';

/** Fields by their names, nested as their paths are: texts ready to print, yes as true, lists. */
export type DocumentData = Readonly<Record<string, unknown>>;

/** A field, and where it is first used. */
interface Need {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

interface Ready {
  readonly title: Run;
  readonly body: Run;
  /** What must be there before anything is filled. */
  readonly needs: readonly Need[];
}

// A template is read and compiled once, however many letters are made from it.
const READY = new WeakMap<Template, { readonly shelf: TemplateShelf; readonly ready: Ready }>();

/**
 * The document that a template makes of the data. A UserError where a field that it needs, or one that
 * it comes upon, is missing: the field, the line of the template, the command that supplies it, in the `words` of the case.
 */
export function fill(
  template: Template,
  data: DocumentData,
  shelf: TemplateShelf,
  words: (command: string) => string = (command) => command,
): DocumentModel {
  const { title, body, needs } = readyOf(template, shelf);
  const supplied = (path: string): string => words(suppliedBy(shelf.fields, data, path));
  const called = (path: string): string => missingAs(shelf.fields.at(path) ?? { path });
  const missing: Missing = (path, file, line) =>
    missingField(template, supplied(path), called(path), file, line);
  const absent = needs.filter(({ path }) => isAbsent(valueAt(data, path)));
  if (absent.length > 1) throw missingFields(template, supplied, called, absent);
  for (const { path, file, line } of absent) throw missing(path, file, line);
  const reference = referenceOf(data);
  return {
    name: template.name,
    version: template.version,
    language: template.language,
    title: oneLine(unveiled(title(data, missing))),
    reference,
    letter: isLetter(template.kind) ? letterParts(template, reference, data) : null,
    blocks: blocksOf(template, body(data, missing)),
    ...(template.kind === 'sheet' && template.reader === 'unit' ? { dense: true as const } : {}),
  };
}

function blocksOf({ file, name }: Template, text: string): DocumentModel['blocks'] {
  try {
    return readMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(
      `${basename(file)}: lists or quotations stand within each other too deep.`,
      `To see everything: irotool template check ${name}`,
    );
  }
}

function readyOf(template: Template, shelf: TemplateShelf): Ready {
  const known = READY.get(template);
  if (known?.shelf === shelf) return known.ready;
  const title = titleWalk(template, shelf);
  const body = bodyWalk(template, shelf);
  const fault = [...title.faults, ...body.faults][0];
  if (fault) {
    throw new UserError(
      `${basename(template.file)}, line ${fault.line}: ${fault.message}${/[.?]$/.test(fault.message) ? '' : '.'}`,
      `To see everything: irotool template check ${template.name}`,
    );
  }
  const ready = {
    title: runOf(title, template.language),
    body: runOf(body, template.language),
    needs: needsOf(template, [...title.uses, ...body.uses]),
  };
  READY.set(template, { shelf, ready });
  return ready;
}

function runOf({ program, partials, uses }: Walked, language: Template['language']): Run {
  settle(uses);
  return compile(program!, partials, wordsIn(language).listed);
}

/** Where a document says how to answer: one that says nothing there asks and gives no way to. */
const WAYS_TO_ANSWER: readonly string[] = ['unit.telephone', 'unit.email'];

/** The fields without which a document is not made. */
export function neededBy(template: Template, shelf: TemplateShelf): readonly string[] {
  return readyOf(template, shelf).needs.map(({ path }) => path);
}

/** The needs in their order, and for a letter those of every letter, and a way to answer if it asks for one. */
function needsOf(template: Template, uses: readonly Use[]): Ready['needs'] {
  const answered = WAYS_TO_ANSWER.every((path) => uses.some(({ field }) => field === path));
  const all = new Set([
    ...template.needs,
    ...(isLetter(template.kind) ? LETTER_NEEDS : []),
    ...(answered ? ['unit.contact'] : []),
  ]);
  return [...all].map((path) => {
    const here = uses.filter(({ field }) => field === path);
    const first = here.find(({ how }) => how === 'printed') ?? here[0];
    const at = template.needs.indexOf(path);
    const line = template.lines[`needs.${at}`] ?? template.lines.needs ?? template.lines.kind ?? 1;
    return { path, file: first?.file ?? basename(template.file), line: first?.line ?? line };
  });
}

function missingField(
  template: Template,
  command: string,
  path: string,
  file: string,
  line: number,
): UserError {
  return new UserError(
    `${template.name} needs ${path} (${file}, line ${line}).`,
    command === '' ? '' : `To supply it: ${command}`,
  );
}

/** Several at once: whoever supplies them need not come back for each. */
function missingFields(
  { name }: Template,
  supplied: (path: string) => string,
  called: (path: string) => string,
  needs: readonly Need[],
): UserError {
  const lines = needs.map(
    ({ path, file, line }) => `  ${called(path)} (${file}, line ${line}): ${supplied(path)}`,
  );
  return new UserError(
    [`${name} needs ${needs.length} things that are not recorded.`, ...lines].join('\n'),
    '',
  );
}

/** REF is the child's own where it is known, so that the command may be typed as it stands. */
export function suppliedBy(fields: Dictionary, data: DocumentData, path: string): string {
  const ref = valueAt(data, 'child.ref') ?? valueAt(data, 'applicant.ref');
  const supplied = fields.at(path)?.supplied ?? '';
  return isAbsent(ref) ? supplied : supplied.replace(/\bREF\b/, oneLine(ref));
}
