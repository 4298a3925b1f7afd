/**
 * What has a mark in a Word file is made again there: the words of its cells and paragraphs become the new ones, in the looks
 * that they have in the file, and all that stands around them stays as it is to the letter.
 */
import { type Block, type Inline, plainText } from '../model';
import { numberShares } from './column-shares';
import { keywordsIn } from './keywords';
import { marked, marksIn, nameOf, withoutMark } from './marks';
import { escaped } from './parts';
import { cellWidth } from './tables';
import { around, type Element, elementsOf, within } from './xml-tree';
import { readZip, textOf, textPart, writeZip } from './zip';

export type MarkedTable = Block & { kind: 'table' };
/** `becomes`: the table that takes the place of a line which says that there is nothing, below its words. */
export type MarkedParagraph = Block & { kind: 'paragraph' } & { readonly becomes?: MarkedTable };

const DOCUMENT = 'word/document.xml';
const PROPERTIES = /(^|\/)core\w*\.xml$/i;

/** A Word file to be made again. */
export interface WordFile {
  /** The names of irotool's bookmarks in it. */
  readonly marks: ReadonlySet<string>;
  /** What its properties have as keywords. */
  readonly keywords: string;
  /** The file with these made again where their marks are; `changed` are the marks of tables whose columns were others. */
  madeAgain(blocks: readonly (MarkedTable | MarkedParagraph)[]): {
    readonly bytes: Uint8Array;
    readonly changed: readonly string[];
  };
}

/** What can be read of a Word file; null if it is none. */
export function wordFileOf(bytes: Uint8Array): WordFile | null {
  const parts = readZip(bytes);
  const part = parts?.find(({ name }) => name === DOCUMENT);
  if (!parts || part === undefined) return null;
  const xml = textOf(part);
  const all = elementsOf(xml);
  if (all === null) return null;
  const marks = marksIn(xml);
  return {
    marks: new Set(marks.keys()),
    keywords: keywordsIn(
      parts
        .filter(({ name }) => PROPERTIES.test(name))
        .map(textOf)
        .join(''),
    ),
    madeAgain(blocks) {
      const changed: string[] = [];
      const freeId = 1 + Math.max(0, ...[...xml.matchAll(/ w:id="(\d+)"/g)].map(([, id]) => Number(id)));
      let nth = 0;
      const places = blocks.flatMap((block): Place[] => {
        const at = marks.get(nameOf(block.mark ?? ''));
        const old = at === undefined ? null : around(all, block.kind === 'table' ? 'w:tbl' : 'w:p', at);
        if (old === null) return [];
        if (block.kind === 'paragraph') {
          const { becomes, children, mark = '' } = block;
          if (becomes === undefined) return [{ old, made: paragraphAgain(xml, old, children) }];
          const [like] = [...marks].flatMap(([name, place]) =>
            name.startsWith(nameOf('t_')) ? (around(all, 'w:tbl', place) ?? []) : [],
          );
          const line = withoutMark(paragraphAgain(xml, old, children), mark);
          return [{ old, made: line + newTable(xml, like, becomes, freeId + nth++) }];
        }
        if (!hasColumns(xml, old, block.header)) changed.push(block.mark!);
        return [{ old, made: tableAgain(xml, old, block) }];
      });
      const document = textPart(DOCUMENT, withPlaces(xml, places));
      return { bytes: writeZip(parts.map((each) => (each === part ? document : each))), changed };
    },
  };
}

interface Place {
  readonly old: Element;
  readonly made: string;
}

function withPlaces(xml: string, places: readonly Place[]): string {
  let at = 0;
  const pieces = [...places]
    .sort((a, b) => a.old.start - b.old.start)
    .map(({ old, made }) => {
      const piece = xml.slice(at, old.start) + made;
      at = old.end;
      return piece;
    });
  return pieces.join('') + xml.slice(at);
}

const wordsOf = (xml: string, element: Element): string =>
  within(element, 'w:t')
    .map(({ start, end }) => xml.slice(start, end).replace(/^<[^>]*>|<[^>]*>$/g, ''))
    .join('')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => SIGNS[name]!);
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const isSame = (xml: string, old: Element, words: readonly Inline[]): boolean =>
  wordsOf(xml, old).trim() === plainText(words).trim();

const slices = (xml: string, elements: readonly Element[]): string =>
  elements.map(({ start, end }) => xml.slice(start, end)).join('');

/** What describes an element, such as its looks. */
const described = (xml: string, { children }: Element, ...names: readonly string[]): string =>
  slices(
    xml,
    children.filter(({ name }) => names.includes(name)),
  );

const POINTS = ['w:bookmarkStart', 'w:bookmarkEnd', 'w:commentRangeStart', 'w:commentRangeEnd'];
const REFERENCES = ['w:commentReference', 'w:footnoteReference', 'w:endnoteReference'];

/** What people hung on words that change: bookmarks, comments, footnotes. */
function hung(xml: string, element: Element): string {
  return element.children
    .map((child) => {
      const isHung =
        POINTS.includes(child.name) ||
        (child.name === 'w:r' && REFERENCES.some((name) => within(child, name).length > 0));
      return isHung ? xml.slice(child.start, child.end) : hung(xml, child);
    })
    .join('');
}

/** Words in the looks of those before; what is strong in those of the first, the rest in those of the last. */
function runsLike(xml: string, old: Element, words: readonly Inline[]): string {
  const runs = within(old, 'w:r').filter((run) => within(run, 'w:t').length > 0);
  const looks = (run: Element | undefined): string => (run ? described(xml, run, 'w:rPr') : '');
  return words
    .map((inline) => {
      const like = looks(inline.kind === 'strong' ? runs[0] : runs.at(-1));
      return `<w:r>${like}<w:t xml:space="preserve">${escaped(plainText([inline]))}</w:t></w:r>`;
    })
    .join('');
}

function paragraphAgain(xml: string, old: Element, words: readonly Inline[]): string {
  if (isSame(xml, old, words)) return xml.slice(old.start, old.end);
  return `<w:p>${described(xml, old, 'w:pPr')}${hung(xml, old)}${runsLike(xml, old, words)}</w:p>`;
}

const headOf = (xml: string, table: Element): readonly string[] =>
  within(within(table, 'w:tr')[0] ?? table, 'w:tc').map((cell) => wordsOf(xml, cell).trim());

const hasColumns = (xml: string, table: Element, header: MarkedTable['header']): boolean =>
  headOf(xml, table).join('\n') === header.map((cell) => plainText(cell).trim()).join('\n');

function tableAgain(xml: string, old: Element, { header, rows }: MarkedTable): string {
  const [head, ...others] = within(old, 'w:tr');
  const left = [...others];
  const made = rows.map((row) => {
    // The row of the same words has its own looks; a new one has those of any.
    const at = left.findIndex((each) => isSame(xml, within(each, 'w:tc')[0] ?? each, row[0]!));
    const [own] = at < 0 ? [] : left.splice(at, 1);
    return rowAgain(xml, own ?? others[0] ?? head!, row, own !== undefined);
  });
  // What people hung on rows that are no more stands at the head of the table.
  const more = left.map((row) => hung(xml, row)).join('');
  return `<w:tbl>${described(xml, old, 'w:bookmarkStart', 'w:bookmarkEnd', 'w:tblPr', 'w:tblGrid')}${rowAgain(xml, head!, header, true, more)}${made.join('')}</w:tbl>`;
}

function rowAgain(
  xml: string,
  like: Element,
  words: MarkedTable['header'],
  isOwn: boolean,
  more = '',
): string {
  const cells = within(like, 'w:tc');
  const made = words.map((cell, at) => {
    const old = cells[at];
    const extra = at === 0 ? more : '';
    return cellAgain(xml, old ?? cells.at(-1)!, cell, isOwn && old !== undefined, extra);
  });
  return `<w:tr>${described(xml, like, 'w:tblPrEx', 'w:trPr')}${made.join('')}</w:tr>`;
}

function cellAgain(
  xml: string,
  old: Element,
  words: readonly Inline[],
  isOwn: boolean,
  more: string,
): string {
  if (isOwn && more === '' && isSame(xml, old, words)) return xml.slice(old.start, old.end);
  const [first] = within(old, 'w:p');
  const looks = first ? described(xml, first, 'w:pPr') : '';
  return `<w:tc>${described(xml, old, 'w:tcPr')}<w:p>${looks}${isOwn ? hung(xml, old) : ''}${more}${runsLike(xml, old, words)}</w:p></w:tc>`;
}

/** A table that the file has not had, in the looks of one that it has. */
function newTable(xml: string, like: Element | undefined, table: MarkedTable, id: number): string {
  const { header, rows, mark } = table;
  const shares = numberShares([header, ...rows], header.length);
  const [head, body] = like ? within(like, 'w:tr') : [];
  const row = (words: MarkedTable['header'], of: Element | undefined, isHead: boolean): string => {
    const olds = of ? within(of, 'w:tc') : [];
    const cells = words.map((cell, at) => {
      const old = olds[at] ?? olds.at(-1);
      const [first] = old ? within(old, 'w:p') : [];
      const properties = old ? within(old, 'w:tcPr')[0] : undefined;
      const others = properties
        ? slices(
            xml,
            properties.children.filter(({ name }) => name !== 'w:tcW'),
          )
        : '';
      const looks = first ? described(xml, first, 'w:pPr') : '';
      const found = isHead && at === 0 ? marked({ mark }, { nextId: () => id }) : '';
      const inside = old ? runsLike(xml, old, cell) : runsLike(xml, NOTHING, cell);
      return `<w:tc><w:tcPr>${cellWidth(shares[at]!)}${others}</w:tcPr><w:p>${looks}${found}${inside}</w:p></w:tc>`;
    });
    return `<w:tr>${of ? described(xml, of, 'w:tblPrEx', 'w:trPr') : ''}${cells.join('')}</w:tr>`;
  };
  const looks = like
    ? described(xml, like, 'w:tblPr')
    : '<w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>';
  const grid = shares.map((share) => `<w:gridCol w:w="${Math.floor(9000 * share)}"/>`).join('');
  const all = rows.map((words) => row(words, body ?? head, false));
  return `<w:tbl>${looks}<w:tblGrid>${grid}</w:tblGrid>${row(header, head, true)}${all.join('')}</w:tbl><w:p/>`;
}

const NOTHING: Element = { name: '', start: 0, end: 0, children: [] };
