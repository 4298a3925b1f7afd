/**
 * The two texts of a template, its title and its body, walked with the lines of their file.
 */
import { basename } from 'node:path';
import type { TemplateShelf } from './shelf';
import { isLetter, type Template } from './template';
import { type Walked, walk } from './walk';

/** The title, which stands in the front matter and is one line. */
export function titleWalk(template: Template, shelf: TemplateShelf): Walked {
  const line = template.lines.title ?? 1;
  const column = (template.text.split('\n')[line - 1] ?? '').indexOf(template.title);
  return walk({
    text: template.title,
    file: basename(template.file),
    above: line - 1,
    before: Math.max(0, column),
    partials: shelf.partials,
    fields: shelf.fields,
    mayBlank: false,
  });
}

export function bodyWalk(template: Template, shelf: TemplateShelf): Walked {
  return walk({
    text: template.body,
    file: basename(template.file),
    above: template.bodyLine - 1,
    before: 0,
    partials: shelf.partials,
    fields: shelf.fields,
    mayBlank: !isLetter(template.kind),
  });
}
