/**
 * What a path in a template names: a field of the document, or a part of the thing in a list. Pure.
 */
import { didYouMean } from '../../errors';
import { type Dictionary, partsOfList } from './fields';
import type { Way } from './handlebars';

/** A path found in the dictionary. */
export interface PathFound {
  /** `child.called`, `attending[].called`, `enclosures[]` for a text of a list. */
  readonly field: string;
  readonly from: 'root' | 'item';
  readonly steps: readonly string[];
}

/** `@first` and `@last` in a list: Handlebars' own, to be asked about only. */
export type PathNamed = PathFound | { readonly own: true } | { readonly fault: string };

/** Looks a path up where `list` is gone through; at the top of a document `list` is null. */
export function named(path: Way, list: string | null, fields: Dictionary): PathNamed {
  const steps = path.parts;
  if (path.data) return namedByData(steps, list, fields);
  if (path.depth > 0) {
    return list === null
      ? { fault: `"${path.original}": there is nothing above` }
      : rootField(steps, null, fields);
  }
  const isExplicit = /^(?:this(?![\w-])|\.(?:\/|$))/.test(path.original);
  if (list !== null) {
    const parts = partsOfList(list);
    if (steps.length === 0) {
      if (parts.length === 0) return { field: `${list}[]`, from: 'item', steps };
      return { fault: `what ${list} holds has parts: ${parts.join(', ')}` };
    }
    const part = steps.join('.');
    if (parts.includes(part)) return { field: `${list}[].${part}`, from: 'item', steps };
    if (isExplicit) return { fault: `what ${list} holds has no "${part}".${didYouMean(part, parts)}` };
  }
  if (steps.length === 0) return { fault: `"${path.original}" stands only inside {{#each}}` };
  return rootField(steps, list, fields);
}

function namedByData(steps: readonly string[], list: string | null, fields: Dictionary): PathNamed {
  if (steps[0] === 'root' && steps.length > 1) return rootField(steps.slice(1), null, fields);
  if (list !== null && (steps[0] === 'first' || steps[0] === 'last')) return { own: true };
  return { fault: `there is no "@${steps.join('.')}" here` };
}

function rootField(steps: readonly string[], list: string | null, fields: Dictionary): PathNamed {
  const field = steps.join('.');
  if (fields.at(field) && !field.includes('[]')) return { field, from: 'root', steps };
  const near = [...(list === null ? [] : partsOfList(list)), ...fields.paths];
  return { fault: `there is no field "${field}".${didYouMean(field, near)}` };
}
