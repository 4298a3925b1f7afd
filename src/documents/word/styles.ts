/**
 * Word's own styles and lists in a letterhead: used as the council made them, added where Word has left
 * them out because nothing in the letterhead is written in them.
 */

/** The styles that letters are written in, by Word's own names, with what is added if one is missing. */
const STYLES = {
  heading1: paragraph('heading 1', heading(32, 0)),
  heading2: paragraph('heading 2', heading(28, 1)),
  heading3: paragraph('heading 3', heading(24, 2)),
  body: paragraph('Body Text', '<w:pPr><w:spacing w:after="160"/></w:pPr>'),
  bullet: paragraph('List Bullet', '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
  bullet2: paragraph('List Bullet 2', '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
  number: paragraph('List Number', '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
  number2: paragraph('List Number 2', '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
  continued: paragraph('List Continue', '<w:pPr><w:spacing w:after="80"/><w:ind w:left="720"/></w:pPr>'),
  link: {
    name: 'Hyperlink',
    type: 'character',
    look: '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>',
  },
  table: { name: 'Table Grid', type: 'table', look: tableGrid() },
} as const;

/** The ids by which this letterhead calls those styles. */
export type StyleIds = Readonly<Record<keyof typeof STYLES, string>>;

/** The lists of a letterhead's numbering. */
export interface ListIds {
  /** The list of every bullet. */
  readonly bullets: number;
  /** How numbers look: each numbered list is a new one of it. */
  readonly numbers: number;
  /** The first id that no list has. */
  readonly next: number;
}

function paragraph(name: string, look: string) {
  return { name, type: 'paragraph', look } as const;
}

function heading(size: number, level: number): string {
  return (
    `<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${level}"/></w:pPr>` +
    `<w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  );
}

function tableGrid(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`);
  return `<w:tblPr><w:tblBorders>${borders.join('')}</w:tblBorders></w:tblPr>`;
}

/** The style sheet with the styles that were missing, and the ids of all. */
export function withStyles(sheet: string): { readonly sheet: string; readonly ids: StyleIds } {
  const there = [...sheet.matchAll(/<w:style\b([^>]*)>(.*?)<\/w:style>/gs)].map(([, head, inside]) => ({
    id: attribute(head!, 'w:styleId'),
    type: attribute(head!, 'w:type'),
    isDefault: ['1', 'true', 'on'].includes(attribute(head!, 'w:default')),
    // Word writes the English name in every language; other names of the same style follow a comma.
    name: attribute(/<w:name\b([^>]*)/.exec(inside!)?.[1] ?? '', 'w:val')
      .split(',')[0]!
      .toLowerCase(),
  }));
  const normal = (type: string): string => {
    const id = there.find((style) => style.type === type && style.isDefault)?.id;
    return id === undefined ? '' : `<w:basedOn w:val="${id}"/>`;
  };
  const taken = new Set(there.map(({ id }) => id));
  const added: string[] = [];
  const ids = Object.fromEntries(
    Object.entries(STYLES).map(([key, { name, type, look }]) => {
      const found = there.find((style) => style.type === type && style.name === name.toLowerCase());
      if (found !== undefined) return [key, found.id];
      const plain = name.replaceAll(' ', '').replace(/^h/, 'H');
      const id = taken.has(plain) ? `${plain}Irotool` : plain;
      added.push(
        `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${normal(type)}<w:qFormat/>${look}</w:style>`,
      );
      return [key, id];
    }),
  ) as StyleIds;
  return { sheet: before(sheet, '</w:styles>', added.join('')), ids };
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';
}

const NUMBERING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering';
const NO_NUMBERING = `${NUMBERING} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>`;

/** The numbering with a list of bullets and the look of numbers, two levels deep, and their ids. */
export function withLists(there: string | null): { readonly numbering: string; readonly ids: ListIds } {
  // A numbering without lists may be one closed tag.
  const numbering = (there ?? NO_NUMBERING).replace(/(<w:numbering\b[^>]*)\/>/, '$1></w:numbering>');
  const look = highest(numbering, /<w:abstractNum\s[^>]*w:abstractNumId="(\d+)"/g) + 1;
  const list = highest(numbering, /<w:num\s[^>]*w:numId="(\d+)"/g) + 1;
  const looks = abstract(look, ['•', '◦'], 'bullet') + abstract(look + 1, ['%1.', '%2.'], 'decimal');
  const at = /<w:num[\s>]|<w:numIdMacAtCleanup|<\/w:numbering>/.exec(numbering)!.index;
  return {
    numbering: withLast(
      numbering.slice(0, at) + looks + numbering.slice(at),
      `<w:num w:numId="${list}"><w:abstractNumId w:val="${look}"/></w:num>`,
    ),
    ids: { bullets: list, numbers: look + 1, next: list + 1 },
  };
}

/** The numbering with one new list for each number it begins with. */
export function withNumberedLists(numbering: string, ids: ListIds, starts: readonly number[]): string {
  const lists = starts.map((start, at) => {
    const begin = (level: number, number: number): string =>
      `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${number}"/></w:lvlOverride>`;
    return `<w:num w:numId="${ids.next + at}"><w:abstractNumId w:val="${ids.numbers}"/>${begin(0, start)}${begin(1, start)}</w:num>`;
  });
  return withLast(numbering, lists.join(''));
}

function abstract(id: number, marks: readonly string[], format: string): string {
  const levels = marks.map(
    (mark, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${720 + 360 * level}" w:hanging="360"/></w:pPr></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>`;
}

function highest(text: string, pattern: RegExp): number {
  return Math.max(0, ...[...text.matchAll(pattern)].map((match) => Number(match[1])));
}

/** Lists stand last, but for one note of Word for Mac. */
function withLast(numbering: string, lists: string): string {
  const note = numbering.indexOf('<w:numIdMacAtCleanup');
  if (note < 0) return before(numbering, '</w:numbering>', lists);
  return numbering.slice(0, note) + lists + numbering.slice(note);
}

/** The text with something put before its last such tag. */
export function before(text: string, tag: string, what: string): string {
  const at = text.lastIndexOf(tag);
  return text.slice(0, at) + what + text.slice(at);
}
