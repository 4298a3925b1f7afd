/** Which shipped template a council's own was copied from: a comment in its front matter tells. */
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';

const ORIGIN = /^# copied from the shipped version \d+, sha256 ([0-9a-f]{64})$/m;

/** The text of a copy, with the mark of what it was copied from. */
export function withOrigin({ text, version, hash }: Template): string {
  return text.replace(/^---[ \t]*\n/, `---\n# copied from the shipped version ${version}, sha256 ${hash}\n`);
}

/** The text of another document made from a template, which goes its own way from then on. */
export function madeFrom({ text, name, version }: Template): string {
  const begun = text.replace(
    /^---[ \t]*\n(?:# (?:copied|made) from .*\n)?/,
    `---\n# made from ${name}, version ${version}\n`,
  );
  return begun.replace(/^version: \d+$/m, 'version: 1');
}

/** The hash of the shipped template that it was copied from; null where it was not copied. */
function copiedFrom({ text, body }: Template): string | null {
  const front = text.slice(0, text.length - body.length);
  return ORIGIN.exec(front)?.[1] ?? null;
}

/** True of a council's copy where the shipped template is no longer the one that it was made from. */
export function hasChangedSince(shelf: TemplateShelf, template: Template): boolean {
  if (!shelf.own.has(template.name)) return false;
  const origin = copiedFrom(template);
  const shipped = shelf.shipped.get(template.name);
  return origin !== null && shipped !== undefined && shipped.hash !== origin;
}

/** Where to look, of each of these that is a copy of what has since changed. */
export const outOfDateWords = (shelf: TemplateShelf, templates: readonly Template[]): string[] =>
  [...new Set(templates)]
    .filter((template) => hasChangedSince(shelf, template))
    .map(
      ({ name }) =>
        `${name} is the council’s own, copied from a shipped one that has changed since: irotool template check ${name}`,
    );
