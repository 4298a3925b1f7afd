/** What a template names, and what is wrong with one. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Context } from '../../context';
import type { Dictionary } from '../../documents/template/fields';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import type { UserError } from '../../errors';
import { shelfOf } from '../shelf';

/** Those of the unit, with the fields of its own events if it has a database. */
export async function shelfOfUnit(context: Context): Promise<TemplateShelf> {
  return existsSync(context.file) ? shelfOf(context, (await context.open()).pack) : shelfOf(context);
}

/** The fields that a template needs, and those that it names. */
export function fieldsOf({ needs, body, title }: Template, fields: Dictionary): string[] {
  const named = [...`${title}\n${body}`.matchAll(/\{\{[#/]?[^}]*\}\}/g)].flatMap(([mustache]) =>
    [...mustache.matchAll(/[A-Za-z][\w.]*/g)]
      .map(([word]) => word)
      .filter((word) => fields.at(word) !== undefined),
  );
  return [...new Set([...needs, ...named])];
}

/** Something wrong with a template, or worth knowing. */
export interface TemplateFinding {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** One of the council's own whose front matter cannot be read, as what is wrong with it. */
export function brokenFinding(context: Context, name: string, error: UserError): TemplateFinding {
  const [, file = '', line = '1', message = error.message] = /^(.*?):(\d+): (.*)$/s.exec(error.message) ?? [];
  return { name, file: shownFile(context, file), line: Number(line), column: 1, message };
}

/** The file as it is found from here. */
export function shownFile(context: Context, file: string): string {
  const near = relative(context.io.cwd, file);
  return near.startsWith('..') ? file : near;
}
