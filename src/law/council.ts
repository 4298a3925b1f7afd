/**
 * A council's own pack, in its own folder. Its YAML is read when the files have changed; between
 * times the rules as read are kept in the database beside the agenda that was worked out by them.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { inBrief } from '../core/rules/brief';
import type { Pack, PackInBrief } from '../core/rules/rule';
import { UserError } from '../errors';
import { readTextFile } from '../text-file';
import { isFolder, isScenarioFile, yamlFilesIn } from './folder';
import { shelf, shippedLaw } from './shipped';

/** Where the rules as last read are kept. */
export interface PackCache {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** A council's pack as it was read. */
interface ReadPack {
  readonly pack: Pack;
  readonly brief: PackInBrief;
  /** Changes when its files or what ships do. */
  readonly fingerprint: string;
}

/** The pack in a folder. */
export async function councilPack(folder: string, cache: PackCache): Promise<ReadPack> {
  if (!isFolder(folder)) {
    throw new UserError(
      `The rule pack is set to ${folder}, and there is no such folder.`,
      'Put it back, or choose another: irotool settings set pack england',
    );
  }
  const hash = createHash('sha256').update(shippedLaw().fingerprint);
  for (const path of yamlFilesIn(folder)) {
    if (!isScenarioFile(path)) hash.update(path).update(readTextFile(join(folder, path), path));
  }
  const fingerprint = hash.digest('hex').slice(0, 16);
  const kept = cache.get('pack');
  if (kept !== undefined) {
    const read = JSON.parse(kept) as ReadPack;
    if (read.fingerprint === fingerprint) return read;
  }
  const { loadPack } = await import('./packs');
  const pack = loadPack(folder, shelf());
  const read: ReadPack = { pack, brief: inBrief(pack), fingerprint };
  cache.set('pack', JSON.stringify(read));
  return read;
}
