/** `template`: what letters are made from, shipped and the council's own. None of it needs a database; if there is one, its pack names events. */

import type { Context } from '../../context';
import type { Template } from '../../documents/template/template';
import { EXIT, type ExitCode } from '../../errors';
import { allOn, nameInList, shelfOf, shelfWords, templateNamed, titleWords } from '../../letters/shelf';
import { fieldsOf, findingsOf, shelfOfUnit } from '../../letters/templates/findings';
import { hasChangedSince, madeFrom, withOrigin } from '../../letters/templates/origin';
import { newName, shippedNamed, writeOwn } from '../../letters/templates/own-file';
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
  { as, force = false }: { readonly force?: boolean; readonly as?: string },
): Promise<undefined> {
  const shelf = shelfOf(context);
  if (as !== undefined) return copyAs(context, templateNamed(shelf, name), newName(shelf, as), force);
  const shipped = shippedNamed(shelf, name);
  const file = writeOwn(context, shipped.name, withOrigin(shipped), force, (there) => [
    `The council has its own ${shipped.name} already: ${there}. Nothing was written.`,
    'To begin it again from the shipped one, which takes what was changed away: --force',
  ]);
  return present(context, {
    json: () => ({ name: shipped.name, file, version: shipped.version }),
    screen: () => ({
      parts: [whole(file)],
      said: [`Change it as you like; then look it over: irotool template check ${shipped.name}`],
    }),
  });
}

function copyAs(context: Context, from: Template, name: string, force: boolean): Promise<undefined> {
  const file = writeOwn(context, name, madeFrom(from), force, (there) => [
    `The council has a document ${name} already: ${there}. Nothing was written.`,
    'Choose another name, or to begin it again: --force',
  ]);
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

/** Runs `template check [NAME]`. Exit 1 where something is wrong. */
export async function check(context: Context, [name]: readonly [string?]): Promise<ExitCode> {
  const shelf = await shelfOfUnit(context);
  const { checked, faults, outOfDate } = findingsOf(context, shelf, name);
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
