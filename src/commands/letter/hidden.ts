/** What one reader may not be told of a child's placement, and what was held back from them, with the reason. */
import {
  type Hidden,
  hiddenOf,
  LEFT_OUT,
  mayKnowPlacement,
  tellsByName,
  withoutHidden,
} from '../../core/privacy/may-know';
import type { TemplateShelf } from '../../documents/shelf';
import type { Template } from '../../documents/template';
import { everyoneOf } from '../../store/child-people';
import { listed } from '../../ui/words';
import type { Recipient } from './recipient';
import type { LetterReview } from './review';

/** What is hidden from a reader; null where nothing is. */
export function hiddenFrom(review: LetterReview, recipient: Recipient): Hidden | null {
  if (mayKnowPlacement(recipient)) return null;
  const { unit, child, day, today, reckoning } = review;
  // Those of the day and those of now: a review may be held before a move, and written of after it.
  const people = everyoneOf(unit.db, child.id).filter(
    ({ until }) => until === null || until > day || until > today,
  );
  const livesWith = people.filter(
    ({ role, tag }) => tellsByName(role) && tag.toLowerCase() !== recipient.ref,
  );
  const ordinary = people.filter(({ role }) => !tellsByName(role)).map(({ name }) => name);
  return hiddenOf(reckoning.story, day, livesWith, [
    child.name,
    recipient.name,
    child.socialWorker,
    ...ordinary,
  ]);
}

/** Something that was held back. */
export interface Withheld {
  /** The field: `review.venue`, `decisions[].text`. */
  readonly path: string;
  /** In words: `the place of the meeting`; null where it was taken out of what someone wrote. */
  readonly what: string | null;
  /** It may be nothing of the kind, and whoever makes the document may say so. */
  readonly isInDoubt?: boolean;
}

/** By which a place in doubt is told. */
const TELL = ' It may be where the child lives. If it is not: --tell-venue';

/** Notes on what a reader is not told, of what this document would have said. */
export function notesOn(
  recipient: Recipient,
  withheld: readonly Withheld[],
  hidden: Hidden | null,
  source: string,
): string[] {
  if (hidden === null) return [];
  const said = withheld.filter(({ path }) => source.includes(path.split('[]')[0]!));
  const written = said.filter(({ what }) => what === null).map(({ path }) => path);
  const whats = [
    ...said.flatMap(({ what }) => what ?? []),
    ...(written.length === 0 ? [] : [`Part of ${listed(written)} (it reads “${LEFT_OUT}”)`]),
  ];
  const inDoubt = said.filter(({ isInDoubt }) => isInDoubt).map(({ what }) => what);
  return [...new Set(whats)].map(
    (what) => noteOf(recipient, what, hidden) + (inDoubt.includes(what) ? TELL : ''),
  );
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

/** A note on what this reader is not told. */
function noteOf(recipient: Recipient, what: string, { because }: Hidden): string {
  return `${what} is held back from ${forWords(recipient)}, who may not know where the child lives: ${because}.`;
}

/** `the mother`, `the person who comes in place of the teacher`. */
export function forWords({ called, delegateOf }: Recipient): string {
  return delegateOf === null ? `the ${called}` : `whoever comes in place of ${delegateOf}`;
}

/** Data that is nobody's to hide: who writes, to whom, and about whom. */
const OPEN: readonly string[] = [
  'council',
  'unit',
  'signatory',
  'today',
  'addressee.name',
  'addressee.given',
  'addressee.address',
  'advocacy',
  'complaints',
  'enclosures',
  'child.ref',
  'child.name',
  'child.called',
  'child.given',
];

/** The same data without what is hidden, and the paths of what was changed. */
export function withoutHiddenIn<T>(data: T, hidden: Hidden, at = ''): { data: T; changed: string[] } {
  if (OPEN.includes(at)) return { data, changed: [] };
  if (typeof data === 'string') {
    const text = withoutHidden(data, hidden);
    const isChanged = text !== data && text.includes(LEFT_OUT);
    return isChanged ? { data: text as T, changed: [at] } : { data, changed: [] };
  }
  if (typeof data !== 'object' || data === null) return { data, changed: [] };
  const changed: string[] = [];
  const inside = (key: string, value: unknown): unknown => {
    const next = Array.isArray(data) ? `${at}[]` : at === '' ? key : `${at}.${key}`;
    const read = withoutHiddenIn(value, hidden, next);
    changed.push(...read.changed);
    return read.data;
  };
  const copy = Array.isArray(data)
    ? data.map((value, index) => inside(String(index), value))
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inside(key, value)]));
  return { data: copy as T, changed: [...new Set(changed)] };
}
