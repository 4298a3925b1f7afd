/** The templates of a unit, shipped and its own, and the letterhead. None of it needs the database. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../context';
import type { Pack } from '../core/rules/rule';
import { readShelf, type TemplateShelf } from '../documents/template/shelf';
import type { KeptTemplate, KnownTemplates, Template } from '../documents/template/template';
import { didYouMean, UserError } from '../errors';
import { programFolder } from '../law/shipped';
import { readBytes } from '../text-file';

/** The largest letterhead that is read, in bytes: pictures and all. */
const MOST_OF_A_LETTERHEAD = 20_000_000;

const SHIPPED = (): string => join(programFolder(), 'templates');

/** The council's folder: that of the database. */
export const councilFolder = (context: Context): string => dirname(context.file);

/** Every template, the council's own before those shipped; they may name the events of its pack. */
export function shelfOf(context: Context, { events }: Pick<Pack, 'events'> = {}): TemplateShelf {
  return readShelf(SHIPPED(), councilFolder(context), events, readByTheBuild());
}

/** Those shipped as the build read them, by the hash of their texts: to read them all again takes longer than a letter. */
function readByTheBuild(): KnownTemplates {
  const file = join(programFolder(), 'dist', 'templates.json');
  if (!existsSync(file)) return new Map();
  const all = JSON.parse(readFileSync(file, 'utf8')) as KeptTemplate[];
  return new Map(all.map((each) => [each.hash, each]));
}

/** A template by name. */
export function templateNamed(shelf: TemplateShelf, typed: string): Template {
  const name = typed.trim().toLowerCase();
  const found = shelf.templates.get(name) ?? shelf.translations.get(name);
  if (found) return found;
  const broken = shelf.broken.get(name);
  if (broken) throw brokenOf(shelf, name, broken);
  throw new UserError(
    `There is no letter, form or record "${typed}".${didYouMean(typed, [...shelf.templates.keys(), ...shelf.translations.keys()])}`,
    'To see them all: irotool letter list',
  );
}

/** Every document there is, those in other languages last. */
export const allOn = ({ templates, translations }: TemplateShelf): readonly Template[] => [
  ...templates.values(),
  ...translations.values(),
];

/** Refuses to choose among documents while one of the council's own cannot be read: it may be the right one. */
export function refuseBroken(shelf: TemplateShelf): void {
  for (const [name, error] of shelf.broken) throw brokenOf(shelf, name, error);
}

/** What is said beside a list: what the mark means, if anything has it, and which of the council's own are not in it. */
export const shelfWords = ({ own, broken }: TemplateShelf): string[] => [
  ...(own.size > 0 ? ['* the council’s own'] : []),
  ...[...broken.keys()].map(
    (name) => `Not shown, as it cannot be read: ${name}. To see why: irotool template check ${name}`,
  ),
];

function brokenOf(shelf: TemplateShelf, name: string, { message }: UserError): UserError {
  const again = shelf.shipped.has(name)
    ? `Mend it, or begin again from the shipped one: irotool template copy ${name} --force`
    : 'Mend it, or take the file away.';
  return new UserError(`${message.replace(/[.]$/, '')}.`, again);
}

/** The council's letterhead, else the plain one that is shipped. */
export function letterheadOf(context: Context): Uint8Array {
  const own = join(councilFolder(context), 'letterhead.docx');
  if (!existsSync(own)) return readFileSync(join(SHIPPED(), 'letterhead.docx'));
  try {
    return readBytes(own, own, MOST_OF_A_LETTERHEAD);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, 'Mend it, or take it away: the plain letterhead is then used.');
  }
}

/** Its name in a list; the council's own has a mark, told below the list. */
export function nameInList({ own }: Pick<TemplateShelf, 'own'>, name: string): string {
  return own.has(name) ? `${name} *` : name;
}

/** Its title for a list: a field is shown as a gap. */
export function titleWords({ title }: Pick<Template, 'title'>): string {
  // Of one that has words for each age, those for everyone else: the last of each choice, the innermost first.
  const plain = title.replace(
    /\{\{#if [^}]*\}\}(?:(?!\{\{#if).)*?\{\{else\}\}((?:(?!\{\{(?:#if|else|\/if)).)*)\{\{\/if\}\}/g,
    '$1',
  );
  return plain === title ? title.replace(/\{\{[^}]*\}\}/g, '…') : titleWords({ title: plain });
}
