/**
 * Every template there is: those shipped, and the council's own in their place.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate, TEMPLATE_ENDING, type Template, withPlainLines } from './template';

export interface TemplateShelf {
  /** By name, the council's own before those shipped. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The text of each partial by its name. */
  readonly partials: ReadonlyMap<string, string>;
  /** The names of those that are the council's own; a partial as `partials/rights`. */
  readonly own: ReadonlySet<string>;
  /** Those shipped, whether or not the council has its own. */
  readonly shipped: ReadonlyMap<string, Template>;
}

/** The folders of those shipped, in the order in which lists show them. */
const SHIPPED_FOLDERS = ['letters', 'forms', 'records'];
const PARTIAL_ENDING = '.hbs';

/**
 * Reads the folder of those shipped (`letters/`, `forms/`, `records/`, `partials/`) and, where there is
 * one, the council's folder (`templates/NAME.md.hbs` and `templates/partials/NAME.hbs` in it).
 */
export function readShelf(shippedFolder: string, councilFolder: string | null): TemplateShelf {
  const shipped = new Map(
    SHIPPED_FOLDERS.flatMap((folder) => templatesIn(join(shippedFolder, folder))).map((each) => [
      each.name,
      each,
    ]),
  );
  const own = councilFolder === null ? [] : templatesIn(join(councilFolder, 'templates'));
  const ownPartials = councilFolder === null ? [] : partialsIn(join(councilFolder, 'templates', 'partials'));
  return {
    templates: new Map([...shipped, ...own.map((each) => [each.name, each] as const)]),
    partials: new Map([...partialsIn(join(shippedFolder, 'partials')), ...ownPartials]),
    own: new Set([...own.map(({ name }) => name), ...ownPartials.map(([name]) => `partials/${name}`)]),
    shipped,
  };
}

function templatesIn(folder: string): Template[] {
  return filesIn(folder, TEMPLATE_ENDING).map((file) => {
    const path = join(folder, file);
    return readTemplate(path, readFileSync(path, 'utf8'));
  });
}

function partialsIn(folder: string): (readonly [string, string])[] {
  return filesIn(folder, PARTIAL_ENDING).map((file) => [
    file.slice(0, -PARTIAL_ENDING.length),
    withPlainLines(readFileSync(join(folder, file), 'utf8')),
  ]);
}

/** Files of that ending in the order of their names; none where there is no such folder. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
    .sort();
}
