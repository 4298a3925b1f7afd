/**
 * `rules new NAME`: begins a council's own pack in a folder of its own. The files' texts are in
 * templates/pack.
 */

import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { refuseBadName, titleOf, writePack } from '../../law/new-pack';
import { shippedPack } from '../../law/shipped';
import { present } from '../../screens/show';
import { asTyped } from '../../ui/as-typed';
import { whole } from '../../ui/rows';

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
      `Choose another name, or look it over: irotool rules check ${asTyped(folder)}`,
    );
  }
  const files = writePack(folder, {
    name,
    title: titleOf(name),
    base: base.name,
    folder,
    today: context.today,
  });
  const shown = shownFolder(context.io.cwd, folder);
  return present(context, {
    json: () => ({ name, extends: base.name, folder, files }),
    screen: () =>
      [
        `The pack ${name} is begun in ${folder}:`,
        ...files.map((file) => `  ${file}`),
        'Its README.md says what each file is. Next:',
        `  irotool rules check ${shown}`,
        `  irotool rules test ${shown}`,
        `  irotool settings set pack ${shown}`,
      ].map(whole),
  });
}

/** The folder as it can be typed from here. */
function shownFolder(cwd: string, folder: string): string {
  const near = relative(cwd, folder);
  const shown = near.startsWith('..') ? folder : near;
  return shown.includes(' ') ? `"${shown}"` : shown;
}
