/** What was held back from one reader of a document, with the reason; and the sweep that holds it back. */
import { cleanerFor, type Hidden, LEFT_OUT, withoutHidden } from '../core/privacy/hidden';
import type { DocumentModel } from '../documents/model';
import { textsOf } from '../documents/model-texts';
import type { TemplateShelf } from '../documents/template/shelf';
import type { Template } from '../documents/template/template';
import { listed } from '../ui/words';
import type { Addressee } from './recipient';

/** Something that was held back. */
export interface Withheld {
  /** The field: `review.venue`, `decisions[].text`. */
  readonly path: string;
  /** In words: `the place of the meeting`; null where it was taken out of what someone wrote. */
  readonly what: string | null;
  /** `who may not know where the child lives: the placement is confidential`. */
  readonly because: string;
  /** It may be nothing of the kind, and whoever makes the document may say so. */
  readonly isInDoubt?: boolean;
}

/** By which a place in doubt is told. */
const TELL = ' It may be where the child lives. If it is not: --tell-venue';

/** Notes on what a reader is not told, of what this document would have said. */
export function notesOn(recipient: Addressee, withheld: readonly Withheld[], source: string): string[] {
  const said = withheld.filter(({ path }) => source.includes(path.split('[]')[0]!));
  const reasons = [...new Set(said.map(({ because }) => because))];
  return reasons.flatMap((because) => {
    const these = said.filter((each) => each.because === because);
    const written = [...new Set(these.filter(({ what }) => what === null).map(({ path }) => path))];
    const whats = [
      ...these.flatMap(({ what }) => what ?? []),
      ...(written.length === 0 ? [] : [`Part of ${listed(written)} (it reads “${LEFT_OUT}”)`]),
    ];
    const inDoubt = these.filter(({ isInDoubt }) => isInDoubt).map(({ what }) => what);
    return [...new Set(whats)].map(
      (what) =>
        `${what} is held back from ${forWords(recipient)}, ${because}.${inDoubt.includes(what) ? TELL : ''}`,
    );
  });
}

/** A template with its partials, as they are written. */
export function sourceOf(template: Pick<Template, 'title' | 'body'>, { partials }: TemplateShelf): string {
  const seen = new Set<string>();
  const withPartials = (text: string): string =>
    [...text.matchAll(/\{\{>\s*([\w-]+)/g)].reduce((whole, [, name]) => {
      if (seen.has(name!)) return whole;
      seen.add(name!);
      return `${whole}\n${withPartials(partials.get(name!) ?? '')}`;
    }, text);
  return withPartials(`${template.title}\n${template.body}`);
}

/** `the mother`, `the person who comes in place of the teacher`. */
export function forWords({ called, delegateOf }: Addressee): string {
  return delegateOf === null ? `the ${called}` : `whoever comes in place of ${delegateOf}`;
}

/** Data that is nobody's to hide: who writes, to whom, and about whom; and words of the program's own. */
const OPEN: ReadonlySet<string> = new Set([
  ...['council', 'unit', 'signatory', 'today', 'advocacy', 'complaints', 'enclosures'],
  ...['addressee.name', 'addressee.given', 'addressee.address'],
  ...['child.ref', 'child.name', 'child.called', 'child.given'],
  ...['child.subject', 'child.object', 'child.possessive', 'child.reflexive'],
  ...['iro.telephone', 'iro.email', 'socialWorker.telephone', 'socialWorker.email'],
  // The child's own advocate and adviser: whose work it is tells nothing of where the child lives.
  ...['advocate.telephone', 'advocate.email', 'pathway.adviserTelephone', 'pathway.adviserEmail'],
  ...['legalStatus', 'matters[].label', 'papers', 'reply', 'notice', 'plan', 'period', 'record'],
]);

/** The same data without what is hidden; the paths of what was changed, and why. */
export function withoutHiddenIn<T>(
  data: T,
  hidden: readonly Hidden[],
): { data: T; withheld: readonly Withheld[] } {
  const withheld = new Map<string, Withheld>();
  // What stands in several fields is read once.
  const read = new Map<string, { readonly clean: string; readonly because: readonly string[] }>();
  const cleanOf = (text: string): { readonly clean: string; readonly because: readonly string[] } => {
    let clean = text;
    const because = hidden.flatMap((each) => {
      const before = clean;
      clean = withoutHidden(before, each);
      return clean === before ? [] : [each.because];
    });
    return { clean, because };
  };
  const clean = (text: string, path: string): string => {
    const made = read.get(text) ?? cleanOf(text);
    read.set(text, made);
    for (const because of made.because) withheld.set(`${path} ${because}`, { path, what: null, because });
    return made.clean;
  };
  const inside = (value: unknown, path: string): unknown => {
    if (OPEN.has(path)) return value;
    if (typeof value === 'string') return clean(value, path);
    if (Array.isArray(value)) return value.map((each) => inside(each, `${path}[]`));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, each]) => [key, inside(each, path === '' ? key : `${path}.${key}`)]),
    );
  };
  return { data: inside(data, '') as T, withheld: [...withheld.values()] };
}

/** The texts of what is nobody's to hide. */
function openTexts(data: unknown, path = ''): string[] {
  if (typeof data === 'string') return OPEN.has(path) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  if (OPEN.has(path)) return Object.values(data).flatMap((each) => openTexts(each, path));
  return Object.entries(data).flatMap(([key, each]) =>
    openTexts(each, Array.isArray(data) ? `${path}[]` : path === '' ? key : `${path}.${key}`),
  );
}

/**
 * Why a document as it was assembled may not go to its reader: what it would tell all the same, whether a
 * template says it or what somebody wrote; null where it tells nothing. What stands around a letter's body is
 * the unit's and the reader's own.
 */
export function toldAllTheSame(
  model: DocumentModel,
  data: unknown,
  hidden: readonly Hidden[],
): string | null {
  if (hidden.length === 0) return null;
  const text = textsOf(model).join('\n');
  const open = openTexts(data);
  return hidden.find((each) => cleanerFor(each).tells(text, open).length > 0)?.because ?? null;
}
