/** The file of a template of the council’s own, by its name. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import type { TemplateShelf } from '../../documents/template/shelf';
import { TEMPLATE_ENDING, type Template } from '../../documents/template/template';
import { UsageError, UserError } from '../../errors';
import { councilFolder, templateNamed } from '../shelf';

/** What a name of a template may be: what a file, a list and a command can all say. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.(?:cy|pl))?$/;

/** The name of a document that the council makes, as it was typed: no shipped one has it. */
export function newName({ shipped }: TemplateShelf, typed: string): string {
  const name = typed.trim().toLowerCase();
  if (!NAME.test(name)) {
    throw new UsageError(
      `--as is a name of small letters, figures and hyphens, such as invitation-uncle; not "${typed}".`,
    );
  }
  if (!shipped.has(name)) return name;
  throw new UserError(
    `${name} is shipped, and a document of your own needs a name of its own. Nothing was written.`,
    `To change the shipped one: irotool template copy ${name}`,
  );
}

/** The shipped template of a name; refused if the council alone has one. */
export function shippedNamed(shelf: TemplateShelf, name: string): Template {
  const shipped = shelf.shipped.get(name.trim().toLowerCase());
  if (shipped) return shipped;
  const wanted = templateNamed(shelf, name);
  throw new UserError(
    `${wanted.name} is the council’s own, and none of that name is shipped.`,
    `It is in ${wanted.file}`,
  );
}

/** Writes it, and returns the file. What is there is kept unless `isOver`, and the refusal says so. */
export function writeOwn(
  context: Context,
  name: string,
  text: string,
  isOver: boolean,
  refusal: (there: string) => readonly [what: string, next: string],
): string {
  const folder = join(councilFolder(context), 'templates');
  const file = join(folder, `${name}${TEMPLATE_ENDING}`);
  if (existsSync(file) && !isOver) throw new UserError(...refusal(file));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`${file} cannot be written (${code}).`, 'Check who owns the folder of the database.');
  }
  return file;
}
