/**
 * `rules new NAME`: begins a council's own pack in a folder of its own. The files' texts are in
 * templates/pack.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import { programFolder, shippedLaw, shippedPack } from '../../law/shipped';

interface NewOptions {
  readonly extends?: string;
  readonly in?: string;
}

/** Runs `rules new NAME [--extends PACK] [--in FOLDER]`. */
export async function make(
  context: Context,
  [name]: readonly [string],
  options: NewOptions,
): Promise<undefined> {
  refuseBadName(name);
  const base = shippedPack(options.extends ?? 'england');
  const folder = resolve(context.io.cwd, options.in ?? '.', name);
  if (existsSync(folder)) {
    throw new UserError(
      `There is something at ${folder} already. Nothing was changed.`,
      `Choose another name, or look it over: irotool rules check "${folder}"`,
    );
  }
  const files = writePack(folder, {
    name,
    title: titleOf(name),
    base: base.name,
    folder,
    today: context.today,
  });
  if (context.flags.json) {
    context.json({ schema: 1, name, extends: base.name, folder, files });
    return undefined;
  }
  const shown = shownFolder(context.io.cwd, folder);
  context.print(
    [
      `The pack ${name} is begun in ${folder}:`,
      ...files.map((file) => `  ${file}`),
      'Its README.md says what each file is. Next:',
      `  irotool rules check ${shown}`,
      `  irotool rules test ${shown}`,
      `  irotool settings set pack ${shown}`,
    ].join('\n'),
  );
  return undefined;
}

function refuseBadName(name: string): void {
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
function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ').trimEnd();
}

/** Copies the template's files with the blanks, `<name>`, filled in; gives their names. */
function writePack(folder: string, blanks: Readonly<Record<string, string>>): string[] {
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

/** The folder as it can be typed from here. */
function shownFolder(cwd: string, folder: string): string {
  const near = relative(cwd, folder);
  const shown = near.startsWith('..') ? folder : near;
  return shown.includes(' ') ? `"${shown}"` : shown;
}
