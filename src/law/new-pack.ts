/** Begins a council’s own pack: what it may be called, and its files. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capital } from '../core/in-words';
import { UsageError, UserError } from '../errors';
import { programFolder, shippedLaw } from './shipped';

export function refuseBadName(name: string): void {
  if (shippedLaw().packs.some((pack) => pack.name === name)) {
    throw new UsageError(
      `"${name}" is a pack that comes with irotool.`,
      `Another name: irotool rules new our-${name} --extends ${name}`,
    );
  }
  if (/^[a-z][a-z0-9-]*$/.test(name)) return;
  throw new UsageError(
    `A pack's name is small letters, figures and hyphens; not "${name}".`,
    `irotool rules new ${nearestName(name)}`,
  );
}

/** The name as it may be: `Leeds City 2` as `leeds-city-2`. */
function nearestName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[0-9-]+|-+$/g, '');
  return plain === '' || shippedLaw().packs.some((pack) => pack.name === plain) ? 'our-rules' : plain;
}

/** `Leeds city` for `leeds-city`. */
export function titleOf(name: string): string {
  return capital(name.replaceAll('-', ' ').trimEnd());
}

/** Copies the template's files with the blanks, `<name>`, filled in; gives their names. */
export function writePack(folder: string, blanks: Readonly<Record<string, string>>): string[] {
  const template = join(programFolder(), 'templates', 'pack');
  const files = readdirSync(template).sort();
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const text = readFileSync(join(template, file), 'utf8');
      writeFileSync(join(folder, file), fill(text, blanks));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(
      `${folder} cannot be written (${code}).`,
      'Choose another folder: irotool rules new NAME --in FOLDER',
    );
  }
  return files;
}

function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/<(\w+)>/g, (blank, key: string) => blanks[key] ?? blank);
}
