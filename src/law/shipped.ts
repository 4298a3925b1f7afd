/**
 * The law that ships with the program: data/ as the build wrote it, each part read when first asked for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeList } from '../core/events/attribute';
import type { UsualReasons } from '../core/privacy/letter-reasons';
import type { Pack, PackInBrief, Source } from '../core/rules/rule';
import { didYouMean, UserError } from '../errors';
import type { PackShelf, ShippedBase, ShippedLaw } from './law';

/** Where the program is installed: beside it are dist/, data/ and templates/. */
export function programFolder(): string {
  // From the bundle that is dist/; from the sources, src/law/.
  return __dirname.endsWith('law') ? join(__dirname, '..', '..') : join(__dirname, '..');
}

/** A part of the law as the build wrote it, read once when it is first asked for. */
function part<T>(name: string): () => T {
  let read: T | undefined;
  return () => {
    read ??= JSON.parse(readFileSync(join(programFolder(), 'dist', 'law', `${name}.json`), 'utf8')) as T;
    return read;
  };
}

const base = part<ShippedBase>('base');
const sources = part<ShippedLaw['sources']>('sources');
const codes = part<ShippedLaw['codes']>('codes');

/** What a code of the return means; undefined if there is no such code. */
export function codeLabel(list: CodeList, code: string | null | undefined): string | undefined {
  return code ? codes()[list]?.[code]?.label : undefined;
}

/** The same for a list, in short if there is a short one; the code itself if there is no such code. */
export function codeInShort(list: CodeList, code: string): string {
  const known = codes()[list]?.[code];
  return known?.short ?? known?.label ?? code;
}

/** `Interim care order (C1)`; anything else as it was typed. */
export function codeWords(list: CodeList, code: string): string {
  const label = codeLabel(list, code);
  return label === undefined ? code : `${label} (${code})`;
}

/** `PN1  Attended and spoke`: where codes are chosen or looked up. */
export const codeFirst = (list: CodeList, code: string): string =>
  `${code}  ${codeLabel(list, code) ?? ''}`.trim();

/** What letters say of the usual reasons. */
export const usualReasons = part<UsualReasons>('letter-reasons');

const packs = new Map<string, () => Pack>();

/** A shipped pack by name; undefined if there is none. No other pack is read for it. */
export function findShippedPack(name: string): Pack | undefined {
  if (findShippedBrief(name) === undefined) return undefined;
  const known = packs.get(name) ?? part<Pack>(`pack-${name}`);
  packs.set(name, known);
  return known();
}

const packNames = (): string[] => Object.keys(base().briefs);

/** A shipped pack as lists need it; undefined if there is none. */
export function findShippedBrief(name: string): PackInBrief | undefined {
  const { briefs } = base();
  return Object.hasOwn(briefs, name) ? briefs[name] : undefined;
}

const LAW: ShippedLaw = {
  get fingerprint() {
    return base().fingerprint;
  },
  get holidays() {
    return base().holidays;
  },
  get sources() {
    return sources();
  },
  get codes() {
    return codes();
  },
  get packs() {
    return packNames().map((name) => findShippedPack(name)!);
  },
};

/** The shipped packs, sources, codes and bank holidays; each is read when it is asked for. */
export function shippedLaw(): ShippedLaw {
  return LAW;
}

/** A shipped pack by name. */
export function shippedPack(name: string): Pack {
  const pack = findShippedPack(name);
  if (pack) return pack;
  const names = LAW.packs.filter(({ addition }) => !addition).map((each) => each.name);
  throw new UserError(
    `There is no pack "${name}".${didYouMean(name, names)}`,
    `The packs are ${names.join(' and ')}; a council's own is named by its folder.`,
  );
}

/** What a council's pack stands on. */
export function shelf(): PackShelf {
  return {
    packs: new Map(shippedLaw().packs.map((pack) => [pack.name, pack])),
    sources: shippedLaw().sources,
  };
}

/** An instrument that a pack may cite: its own, or a shipped one. */
export function sourceOf(pack: Pack, id: string): Source | undefined {
  return pack.sources[id] ?? shippedLaw().sources[id];
}
