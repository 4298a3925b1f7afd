/** The templates of a unit, shipped and its own, and the letterhead. None of it needs the database. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../../context';
import { readShelf, type TemplateShelf } from '../../documents/shelf';
import type { Template } from '../../documents/template';
import { didYouMean, UserError } from '../../errors';
import { programFolder } from '../../law/shipped';

const SHIPPED = (): string => join(programFolder(), 'templates');

/** The council's folder: that of the database. */
export const councilFolder = (context: Context): string => dirname(context.file);

/** Every template, the council's own before those shipped. */
export function shelfOf(context: Context): TemplateShelf {
  return readShelf(SHIPPED(), councilFolder(context));
}

/** A template by name. */
export function templateNamed(shelf: TemplateShelf, typed: string): Template {
  const found = shelf.templates.get(typed.trim().toLowerCase());
  if (found) return found;
  throw new UserError(
    `There is no letter, form or record "${typed}".${didYouMean(typed, shelf.templates.keys())}`,
    'To see them all: irotool letter list',
  );
}

/** The council's letterhead, else the plain one that is shipped. */
export function letterheadOf(context: Context): Uint8Array {
  const own = join(councilFolder(context), 'letterhead.docx');
  return readFileSync(existsSync(own) ? own : join(SHIPPED(), 'letterhead.docx'));
}

/** Its title for a list: a field is shown as a gap. */
export function titleWords({ title }: Pick<Template, 'title'>): string {
  return title.replace(/\{\{[^}]*\}\}/g, '…');
}
