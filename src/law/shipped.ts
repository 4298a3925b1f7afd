/**
 * The law that ships with the program: data/ as the build wrote it, read once when first asked for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Source } from '../core/rules';
import { didYouMean, UserError } from '../errors';
import type { PackShelf, ShippedLaw } from './law';

let law: ShippedLaw | undefined;

/** Where the program is installed: beside it are dist/, data/ and templates/. */
export function programFolder(): string {
  // From the bundle that is dist/; from the sources, src/law/.
  return __dirname.endsWith('law') ? join(__dirname, '..', '..') : join(__dirname, '..');
}

/** The shipped packs, sources, codes and bank holidays. */
export function shippedLaw(): ShippedLaw {
  law ??= JSON.parse(readFileSync(join(programFolder(), 'dist', 'law.json'), 'utf8')) as ShippedLaw;
  return law;
}

/** A shipped pack by name. */
export function shippedPack(name: string): Pack {
  const pack = shippedLaw().packs.find((candidate) => candidate.name === name);
  if (pack) return pack;
  const names = shippedLaw().packs.map((candidate) => candidate.name);
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
