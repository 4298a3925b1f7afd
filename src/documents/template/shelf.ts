/**
 * Every template there is: those shipped, and the council's own in their place.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventSpec } from '../../core/events/event';
import { UserError } from '../../errors';
import { readTextFile } from '../../text-file';
import { eventFields } from './event-fields';
import { type Dictionary, dictionaryOf } from './fields';
import {
  type KnownTemplates,
  LEAFLETS,
  readTemplate,
  TEMPLATE_ENDING,
  type Template,
  withPlainLines,
} from './template';

export interface TemplateShelf {
  /** By name, the council's own before those shipped. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The council's translations, by name with their language: made if they are asked for, and in no pack. */
  readonly translations: ReadonlyMap<string, Template>;
  /** The text of each partial by its name. */
  readonly partials: ReadonlyMap<string, string>;
  /** The names of those that are the council's own; a partial as `partials/rights`. */
  readonly own: ReadonlySet<string>;
  /** Those shipped, whether or not the council has its own. */
  readonly shipped: ReadonlyMap<string, Template>;
  /** The council's own that cannot be read, by name: in none of the others, so that nothing takes their place unseen. */
  readonly broken: ReadonlyMap<string, UserError>;
  /** What they may name. */
  readonly fields: Dictionary;
}

/** The folders of those shipped, in the order in which lists show them. */
const SHIPPED_FOLDERS = ['letters', 'forms', 'sheets', 'records'];
const PARTIAL_ENDING = '.hbs';
/** The largest template that is read, in bytes: a letter of a hundred pages. */
const MOST_OF_A_TEMPLATE = 200_000;

/**
 * Reads the folder of those shipped (`letters/`, `forms/`, `sheets/`, `records/`, `partials/`) and, if there is
 * one, the council's folder (`templates/NAME.md.hbs` and `templates/partials/NAME.hbs` in it). `events`: its own. `known`: those shipped as the build read them.
 */
export function readShelf(
  shippedFolder: string,
  councilFolder: string | null,
  events: readonly EventSpec[] = [],
  known?: KnownTemplates,
): TemplateShelf {
  const shipped = new Map(
    SHIPPED_FOLDERS.flatMap((folder) => templatesIn(join(shippedFolder, folder), { known })).map((each) => [
      each.name,
      each,
    ]),
  );
  const ownFolder = councilFolder === null ? null : join(councilFolder, 'templates');
  const broken = new Map<string, UserError>();
  const own =
    ownFolder === null ? [] : templatesIn(ownFolder, { broken }).map((each) => inPlaceOf(each, shipped));
  const ownPartials = ownFolder === null ? [] : partialsIn(join(ownFolder, 'partials'));
  const named = (all: readonly Template[]) => all.map((each) => [each.name, each] as const);
  const templates = new Map([...shipped, ...named(own.filter(({ language }) => language === null))]);
  for (const name of broken.keys()) templates.delete(name);
  return {
    templates,
    translations: new Map(named(own.filter(({ language }) => language !== null))),
    partials: new Map([...partialsIn(join(shippedFolder, 'partials')), ...ownPartials]),
    own: new Set([...own.map(({ name }) => name), ...ownPartials.map(([name]) => `partials/${name}`)]),
    shipped,
    broken,
    fields: dictionaryOf(eventFields(events)),
  };
}

/** One of the council’s own from before front matter said when it goes, what it asks and tells: as the one does whose name it has. */
function inPlaceOf(own: Template, shipped: ReadonlyMap<string, Template>): Template {
  const other = shipped.get(own.name);
  // Whom it is kept from went by how its name begins.
  const like = other ?? [...shipped.values()].filter(({ name }) => own.name.startsWith(name)).at(-1);
  const asks = own.asks ?? (/-on-papers(?:\.[a-z]+)?$/.test(own.name) ? 'views' : null);
  return {
    ...own,
    ...{ asks, moment: own.moment ?? other?.moment ?? null, sent: own.sent ?? other?.sent ?? null },
    tells: own.tells ?? like?.tells ?? null,
    onlyIf: own.onlyIf ?? like?.onlyIf ?? null,
    ...(other?.form == null ? {} : formApart(own)),
  };
}

/** Before, the form was the first of the words among what is enclosed. */
function formApart({ form, encloses }: Template): Pick<Template, 'form' | 'encloses'> {
  const found = form ?? encloses.find((each) => each !== LEAFLETS) ?? null;
  return { form: found, encloses: encloses.filter((each) => each !== found) };
}

/** The templates of a folder. One that cannot be read is put among the broken, where they are kept. */
function templatesIn(
  folder: string,
  {
    broken,
    known,
  }: { readonly broken?: Map<string, UserError>; readonly known?: KnownTemplates | undefined },
): Template[] {
  return filesIn(folder, TEMPLATE_ENDING).flatMap((file) => {
    const path = join(folder, file);
    try {
      return [readTemplate(path, readTextFile(path, file, MOST_OF_A_TEMPLATE), known)];
    } catch (error) {
      if (!(broken && error instanceof UserError)) throw error;
      broken.set(file.slice(0, -TEMPLATE_ENDING.length), error);
      return [];
    }
  });
}

function partialsIn(folder: string): (readonly [string, string])[] {
  return filesIn(folder, PARTIAL_ENDING).map((file) => [
    file.slice(0, -PARTIAL_ENDING.length),
    withPlainLines(readTextFile(join(folder, file), file, MOST_OF_A_TEMPLATE)),
  ]);
}

/** Files of that ending in the order of their names; none if there is no such folder. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
    .sort();
}
