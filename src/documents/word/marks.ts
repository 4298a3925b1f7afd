/** Bookmarks by which what irotool wrote is found again in a Word file that people wrote in. */

const BEGINS = 'irotool_';

/** A bookmark that stands before the first word of what has a mark; nothing, if it has none. */
export function marked(
  { mark }: { readonly mark?: string | undefined },
  { nextId }: { readonly nextId: () => number },
): string {
  if (mark === undefined) return '';
  const id = nextId();
  return `<w:bookmarkStart w:id="${id}" w:name="${nameOf(mark)}"/><w:bookmarkEnd w:id="${id}"/>`;
}

/** Word takes letters, digits and `_` in the name of a bookmark. */
export const nameOf = (mark: string): string => `${BEGINS}${mark.replaceAll('-', '_')}`;

/** The places at which the bookmarks of irotool stand, by name. */
export function marksIn(xml: string): Map<string, number> {
  const found = [...xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:name="([^"]*)"/g)];
  return new Map(
    found.filter(([, name]) => name!.startsWith(BEGINS)).map(({ 1: name, index }) => [name!, index]),
  );
}

/** The same without this mark. */
export function withoutMark(xml: string, mark: string): string {
  const found = new RegExp(`<w:bookmarkStart\\b[^>]*\\bw:name="${nameOf(mark)}"[^>]*/>`).exec(xml)?.[0];
  const id = / w:id="(\d+)"/.exec(found ?? '')?.[1];
  if (found === undefined || id === undefined) return xml;
  return xml.replace(found, '').replace(new RegExp(`<w:bookmarkEnd\\b[^>]*\\bw:id="${id}"[^>]*/>`), '');
}
