/** `template`: what letters are made from, shipped and the council's own. None of it needs a database; if there is one, its pack names events. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import { checkTemplate } from '../../documents/template/check';
import type { TemplateShelf } from '../../documents/template/shelf';
import { TEMPLATE_ENDING, type Template } from '../../documents/template/template';
import { EXIT, type ExitCode, UsageError, UserError } from '../../errors';
import {
  allOn,
  councilFolder,
  nameInList,
  shelfOf,
  shelfWords,
  templateNamed,
  titleWords,
} from '../../letters/shelf';
import {
  brokenFinding,
  fieldsOf,
  shelfOfUnit,
  shownFile,
  type TemplateFinding,
} from '../../letters/templates/findings';
import { hasChangedSince, madeFrom, withOrigin } from '../../letters/templates/origin';
import { present } from '../../screens/show';
import { inRows, whole } from '../../ui/rows';
import { count } from '../../ui/words';

/** Runs `template list`. */
export async function list(context: Context): Promise<undefined> {
  const shelf = shelfOf(context);
  const templates = allOn(shelf).map((template) => ({
    name: template.name,
    title: titleWords(template),
    for: template.forWords,
    kind: template.kind,
    version: template.version,
    own: shelf.own.has(template.name),
    changedSince: hasChangedSince(shelf, template),
  }));
  return present(context, {
    json: () => ({ templates }),
    screen: () => {
      const rows = templates.map(({ name, kind, version, changedSince }) => [
        ...[nameInList(shelf, name), kind, `version ${version}`],
        changedSince ? 'the shipped one has changed since' : '',
      ]);
      return {
        parts: [inRows(rows, [{ whole: true }, {}, {}, { wraps: true, min: 12 }])],
        said: [...shelfWords(shelf), 'To change one: irotool template copy NAME'],
      };
    },
  });
}

/** Runs `template show NAME`: as it is written, and its fields. */
export async function show(context: Context, [name]: readonly [string]): Promise<undefined> {
  const shelf = await shelfOfUnit(context);
  const template = templateNamed(shelf, name);
  const { file, version, text, needs } = template;
  const fields = fieldsOf(template, shelf.fields).map((field) => {
    const { about = null, supplied = null } = shelf.fields.at(field) ?? {};
    return { field, about, needed: needs.includes(field), supplied };
  });
  return present(context, {
    json: () => ({ name: template.name, file, own: shelf.own.has(template.name), version, text, fields }),
    screen: () => {
      const rows = fields.map(({ field, about, needed }) => [
        ...[field, needed ? 'needed' : '', about ?? 'unknown'],
      ]);
      return {
        parts: [
          ...text.trimEnd().split('\n').map(whole),
          '',
          'FIELDS',
          ...(rows.length > 0 ? [inRows(rows, [{ whole: true }, {}, { wraps: true, min: 24 }])] : []),
        ],
        said: [whole(`File: ${file}`)],
      };
    },
  });
}

/** Runs `template copy NAME`: from then on the council's own is used; `--as NEW`: it stands beside the one it is made from. */
export async function copy(
  context: Context,
  [name]: readonly [string],
  options: { readonly force?: true; readonly as?: string },
): Promise<undefined> {
  const shelf = shelfOf(context);
  if (options.as !== undefined)
    return copyAs(context, shelf, templateNamed(shelf, name), options.as, options);
  const shipped = shelf.shipped.get(name.trim().toLowerCase());
  if (!shipped) {
    const wanted = templateNamed(shelf, name);
    throw new UserError(
      `${wanted.name} is the council’s own, and none of that name is shipped.`,
      `It is in ${wanted.file}`,
    );
  }
  const folder = join(councilFolder(context), 'templates');
  const file = join(folder, `${shipped.name}${TEMPLATE_ENDING}`);
  if (existsSync(file) && options.force !== true) {
    throw new UserError(
      `The council has its own ${shipped.name} already: ${file}. Nothing was written.`,
      'To begin it again from the shipped one, which takes what was changed away: --force',
    );
  }
  writeOwn(folder, file, withOrigin(shipped));
  return present(context, {
    json: () => ({ name: shipped.name, file, version: shipped.version }),
    screen: () => ({
      parts: [whole(file)],
      said: [`Change it as you like; then look it over: irotool template check ${shipped.name}`],
    }),
  });
}

/** What a name of a template may be: what a file, a list and a command can all say. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.(?:cy|pl))?$/;

function copyAs(
  context: Context,
  shelf: TemplateShelf,
  from: Template,
  typed: string,
  { force }: { readonly force?: true },
): Promise<undefined> {
  const name = typed.trim().toLowerCase();
  if (!NAME.test(name)) {
    throw new UsageError(
      `--as is a name of small letters, figures and hyphens, such as invitation-uncle; not "${typed}".`,
    );
  }
  if (shelf.shipped.has(name)) {
    throw new UserError(
      `${name} is shipped, and a document of your own needs a name of its own. Nothing was written.`,
      `To change the shipped one: irotool template copy ${name}`,
    );
  }
  const folder = join(councilFolder(context), 'templates');
  const file = join(folder, `${name}${TEMPLATE_ENDING}`);
  if (existsSync(file) && force !== true) {
    throw new UserError(
      `The council has a document ${name} already: ${file}. Nothing was written.`,
      'Choose another name, or to begin it again: --force',
    );
  }
  writeOwn(folder, file, madeFrom(from));
  return present(context, {
    json: () => ({ name, from: from.name, file }),
    screen: () => ({
      parts: [whole(file)],
      said: [
        'At its top say what it is, to whom and when it goes: title, for, roles, ages, moment.',
        `To look it over: irotool template check ${name}`,
        `To see what it comes to: irotool template preview ${name}`,
      ],
    }),
  });
}

/** Writes a template of the council's own. */
function writeOwn(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`${file} cannot be written (${code}).`, 'Check who owns the folder of the database.');
  }
}

/** Runs `template check [NAME]`. Exit 1 where something is wrong. */
export async function check(context: Context, [name]: readonly [string?]): Promise<ExitCode> {
  const shelf = await shelfOfUnit(context);
  const broken = [...shelf.broken].filter(
    ([each]) => name === undefined || each === name.trim().toLowerCase(),
  );
  const isOneBroken = name !== undefined && broken.length > 0;
  const all = (): readonly Template[] => allOn(shelf);
  const templates = name === undefined ? all() : isOneBroken ? [] : [templateNamed(shelf, name)];
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
  const checked = templates.length + broken.length;
  const outOfDate = templates
    .filter((template) => hasChangedSince(shelf, template))
    .map(({ name: each }) => each);
  const found = faults.length === 0 ? 'no faults' : count(faults.length, 'fault');
  await present(context, {
    json: () => ({ checked, faults, outOfDate }),
    screen: () => [
      ...faults.map(({ file, line, column, message }) => whole(`${file}:${line}:${column}: ${message}`)),
      ...outOfDate.map(
        (each) =>
          `${each}: the shipped one has changed since it was copied. The shipped one is ${shelf.shipped.get(each)!.file}. To begin again from it: irotool template copy ${each} --force`,
      ),
      `${count(checked, 'template')}, ${found}`,
    ],
  });
  return faults.length === 0 ? EXIT.done : EXIT.couldNot;
}
