/** What a template names, and what is wrong with one. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Context } from '../../context';
import { checkTemplate } from '../../documents/template/check';
import type { Dictionary } from '../../documents/template/fields';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import type { UserError } from '../../errors';
import { allOn, shelfOf, templateNamed } from '../shelf';
import { hasChangedSince } from './origin';

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
function brokenFinding(context: Context, name: string, error: UserError): TemplateFinding {
  const [, file = '', line = '1', message = error.message] = /^(.*?):(\d+): (.*)$/s.exec(error.message) ?? [];
  return { name, file: shownFile(context, file), line: Number(line), column: 1, message };
}

/** The file as it is found from here. */
function shownFile(context: Context, file: string): string {
  const near = relative(context.io.cwd, file);
  return near.startsWith('..') ? file : near;
}

/** What is wrong with a template, or with all there are: those that cannot be read, too; and which copies are out of date. */
export function findingsOf(
  context: Context,
  shelf: TemplateShelf,
  name: string | undefined,
): {
  readonly checked: number;
  readonly faults: readonly TemplateFinding[];
  readonly outOfDate: readonly string[];
} {
  const broken = [...shelf.broken].filter(
    ([each]) => name === undefined || each === name.trim().toLowerCase(),
  );
  const isOneBroken = name !== undefined && broken.length > 0;
  const templates = name === undefined ? allOn(shelf) : isOneBroken ? [] : [templateNamed(shelf, name)];
  const faults = [
    ...broken.map(([each, error]) => brokenFinding(context, each, error)),
    ...templates.flatMap((template) =>
      checkTemplate(template, shelf).map(
        (fault): TemplateFinding => ({
          name: template.name,
          file: shownFile(context, template.file),
          ...fault,
        }),
      ),
    ),
  ];
  const outOfDate = templates
    .filter((template) => hasChangedSince(shelf, template))
    .map(({ name: each }) => each);
  return { checked: templates.length + broken.length, faults, outOfDate };
}
