/** The page of a letterhead, taken apart where the body goes. */
import { UserError } from '../../errors';

/**
 * What stands before the marked paragraph and after it; before a table that it is in, what stands before the table is
 * apart. `places` is in how many parts of the letterhead
 * (page, headers, footers) the mark stands. UserError where it does not stand once, alone on its line.
 */
export function aroundMark(page: string, mark: string, places: number): readonly [string, string, string] {
  const at = page.indexOf(mark);
  if (places === 0) {
    throw new UserError(
      'letterhead.docx has no {{body}}.',
      'Type {{body}} on a line of its own in it, where the letter goes.',
    );
  }
  if (at < 0 || page.lastIndexOf('<w:txbxContent', at) > page.lastIndexOf('</w:txbxContent>', at)) {
    throw new UserError(
      'In letterhead.docx {{body}} stands in a header, a footer or a text box.',
      'Move it into the page itself, on a line of its own.',
    );
  }
  if (places > 1 || page.indexOf(mark, at + 1) >= 0) {
    throw new UserError('letterhead.docx has {{body}} more than once.', 'Keep one, on a line of its own.');
  }
  const [from, to] = paragraphAround(page, at);
  const left = page.slice(from, to).replace(mark, '');
  const bare = left.replaceAll(/<w:(drawing|pict|object)\b.*?<\/w:\1>/gs, '');
  if (bare.replaceAll(/<[^>]*>/g, '').trim() !== '') {
    throw new UserError(
      'In letterhead.docx {{body}} shares its line with other words.',
      'Put it on a line of its own.',
    );
  }
  // A picture hangs on the line of {{body}}, or a part of the document ends with it: the line stays.
  const endsPart = left.includes('<w:sectPr');
  const stays = endsPart || bare !== left ? left : '';
  const above = page.slice(0, from) + (endsPart ? '' : stays);
  const table = tableAround(page, from) ?? above.length;
  return [above.slice(0, table), above.slice(table), (endsPart ? stays : '') + page.slice(to)];
}

/** Where the outermost table around a place begins; null if it is in none. */
function tableAround(page: string, at: number): number | null {
  const open: number[] = [];
  for (const tag of page.slice(0, at).matchAll(/<w:tbl>|<\/w:tbl>/g)) {
    if (tag[0] === '<w:tbl>') open.push(tag.index);
    else open.pop();
  }
  return open[0] ?? null;
}

/** Where the paragraph around a place begins and ends; a text box in it has paragraphs of its own. */
function paragraphAround(page: string, at: number): readonly [number, number] {
  const open: number[] = [];
  let depth = 0;
  for (const tag of page.matchAll(/<w:p(?:\s[^>]*?)?(\/?)>|<\/w:p>/g)) {
    const ends = tag[0] === '</w:p>';
    if (tag[1] === '/') continue;
    if (tag.index < at) {
      if (ends) open.pop();
      else open.push(tag.index);
      depth = open.length;
    } else if (!ends) {
      depth++;
    } else if (depth-- === open.length) {
      return [open.at(-1)!, tag.index + tag[0].length];
    }
  }
  return [at, at];
}
