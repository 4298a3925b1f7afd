/**
 * Looks a template over before anyone is sent a letter made from it.
 */
import { didYouMean } from '../../errors';
import { markdownFaults } from '../markdown-subset';
import type { Dictionary } from './fields';
import { LETTER_FIELDS, LETTER_NEEDS } from './letter-parts';
import { proofFaults } from './proofs';
import { bodyWalk, titleWalk } from './reading';
import type { TemplateShelf } from './shelf';
import { isLetter, LEAFLETS, type Template } from './template';
import { type Use, walk } from './walk';

/** What is wrong, and where in the template's file. */
export interface TemplateFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Everything that is wrong with a template, in the order of its lines. */
export function checkTemplate(template: Template, shelf: TemplateShelf): TemplateFault[] {
  const title = titleWalk(template, shelf);
  const body = bodyWalk(template, shelf);
  const uses = [...title.uses, ...body.uses];
  const read = [...title.faults, ...body.faults];
  // Of what is not used as it may be, it matters little whether it is there.
  const isRead = ({ at, inside }: Use): boolean =>
    !read.some(
      ({ line, column, message }) => line === at.line && column === at.column && message.startsWith(inside),
    );
  return inOrder([
    ...read,
    ...needsFaults(template, shelf.fields, uses, title.program !== null && body.program !== null),
    ...enclosedFaults(template),
    ...unsureFaults(template, shelf.fields, uses.filter(isRead)),
    ...markdownFaults(template.body, template.bodyLine - 1),
    ...proofFaults(template),
  ]);
}

/** What is wrong with a partial by itself, whoever calls it. Line and column are of the partial. */
export function checkPartial(name: string, shelf: TemplateShelf): TemplateFault[] {
  const text = shelf.partials.get(name) ?? '';
  const walked = walk({
    ...{ text, file: `${name}.hbs`, above: 0, before: 0 },
    partials: shelf.partials,
    fields: shelf.fields,
    // Whether lines may be left to fill in is for the documents that call it.
    mayBlank: true,
  });
  const english = proofFaults({ body: text, bodyLine: 1, kind: 'form', language: null });
  return inOrder([...walked.faults, ...markdownFaults(text, 0), ...english]);
}

/** Needs that are no fields, or that nothing uses. */
function needsFaults(
  template: Template,
  { paths, at: fieldAt }: Dictionary,
  uses: readonly Use[],
  isWhole: boolean,
): TemplateFault[] {
  const used = new Set(uses.flatMap(({ field }) => [field, fieldAt(field)?.sameAs ?? field]));
  if (isLetter(template.kind)) for (const field of LETTER_FIELDS) used.add(field);
  return template.needs.flatMap((need, at) => {
    const line = template.lines[`needs.${at}`] ?? 1;
    const text = template.text.split('\n')[line - 1] ?? '';
    const found = new RegExp(`(?<![\\w.])${need.replace(/[^\w]/g, '\\$&')}(?![\\w.])`).exec(text);
    const place = { line, column: (found?.index ?? 0) + 1 };
    if (!paths.includes(need)) {
      return [{ ...place, message: `needs: there is no field "${need}".${didYouMean(need, paths)}` }];
    }
    // Of one that cannot be read to its end nobody knows what it uses.
    return used.has(need) || !isWhole ? [] : [{ ...place, message: `needs: nothing uses ${need}` }];
  });
}

/** What is enclosed is said in words: one word alone is LEAFLETS, or was meant to be. */
function enclosedFaults({ form, encloses, lines, kind }: Template): TemplateFault[] {
  if (form !== null && !isLetter(kind)) {
    return [{ line: lines.form ?? 1, column: 1, message: `form: a ${kind} is no letter` }];
  }
  if (encloses.length > 0 && !isLetter(kind)) {
    return [{ line: lines.encloses ?? 1, column: 1, message: `encloses: a ${kind} is no letter` }];
  }
  return encloses.flatMap((each, at) => {
    if (each === LEAFLETS || /\s/.test(each)) return [];
    const message = `encloses: "${each}" is neither ${LEAFLETS} nor words such as The record of the review.${didYouMean(each, [LEAFLETS])}`;
    return [{ line: lines[`encloses.${at}`] ?? 1, column: 1, message }];
  });
}

/** Fields printed where they may be missing: in no condition of their own, and not among the needs. */
function unsureFaults(template: Template, fields: Dictionary, uses: readonly Use[]): TemplateFault[] {
  const needed = new Set([...template.needs, ...(isLetter(template.kind) ? LETTER_NEEDS : [])]);
  return uses.flatMap(({ field, how, isSure, at, inside }) => {
    if (how !== 'printed' || isSure || needed.has(field) || fields.at(field)?.always) return [];
    const remedy = field.includes('[]') ? '' : ', or add it to needs';
    const condition = field.split('[].').at(-1);
    const message = `${inside}${field} may be missing: put {{#if ${condition}}} … {{/if}} around it${remedy}`;
    return [{ ...at, message }];
  });
}

function inOrder(faults: readonly TemplateFault[]): TemplateFault[] {
  const seen = new Set<string>();
  return faults
    .map(({ line, column, message }) => ({ line, column, message }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line, column, message }) => {
      const key = `${line}:${column}:${message}`;
      return !seen.has(key) && seen.add(key);
    });
}
