/**
 * A document as a Word file on the council's letterhead. The only file that imports docx, which finds
 * `{{body}}` however Word has torn it; a letterhead is prepared once and serves every letter after.
 */
import { UserError } from '../../errors';
import { ENGLISH, type Language } from '../language';
import type { DocumentModel } from '../model';
import { type WordBody, wordBody } from './body';
import { type Page, plain } from './first-page';
import { footerSaying, withFooters } from './footers';
import { withKeywords } from './keywords';
import { inDensePrint, inLargePrint, withLargerSizes } from './large-print';
import { aroundMark } from './letterhead-page';
import { escaped, isInEnglish, markedAs, paragraph } from './parts';
import { picturePartsOf, withPictureTypes } from './picture-parts';
import { before, type ListIds, type StyleIds, withLists, withNumberedLists, withStyles } from './styles';
import { readZip, textOf, textPart, writeZip, type ZipPart } from './zip';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const SETTINGS = 'word/settings.xml';
const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The width of a page, and the margins that Word gives it, in twentieths of a point. */
const A4 = 11_906;
const INCH = 1440;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Where the body and the title go. Nobody types it: its ends are characters for private use. */
const MARK = '\uE000irotool\uE001';

/** As low as a line may be. */
const ANCHOR = paragraph(null, '', '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>');

/** A part whose text is not the same in every letter. */
interface Changing {
  readonly name: string;
  readonly text: string;
}

/** A letterhead, ready to be written on. */
interface Letterhead {
  /** All that is the same in every letter, packed. */
  readonly parts: readonly ZipPart[];
  /** The style sheet, and that of large print. */
  readonly sheet: ZipPart;
  readonly largeSheet: ZipPart;
  /** The page before the body, before it within a table, and after it. */
  readonly around: readonly [string, string, string];
  readonly page: Page;
  readonly footers: readonly Changing[];
  readonly isEnglish: boolean;
  readonly properties: Changing;
  readonly relations: string;
  readonly numbering: Changing;
  /** What was packed for the letter before. */
  readonly last: Map<string, { readonly text: string; readonly part: ZipPart }>;
  readonly styles: StyleIds;
  readonly lists: ListIds;
}

const prepared = new WeakMap<Uint8Array, Promise<Letterhead>>();

/**
 * The document on the letterhead, a Word file with a paragraph `{{body}}`. The same bytes given again are
 * not prepared again: for many letters read the file once. UserError where it is no such file.
 */
export async function toDocx(model: DocumentModel, letterhead: Uint8Array): Promise<Uint8Array> {
  let paper = prepared.get(letterhead);
  if (paper === undefined) {
    paper = prepare(letterhead);
    prepared.set(letterhead, paper);
  }
  return written(model, await paper);
}

function written(model: DocumentModel, paper: Letterhead): Uint8Array {
  const { properties, relations, numbering, lists, styles, around, footers } = paper;
  const language = model.language ?? null;
  const body = inLanguage(wordBody(model, styles, lists, paper.page), language, paper.isEnglish);
  const [above, inTable, below] = around;
  // Frames belong to the paragraph below them, and a table is none.
  const anchor = inTable === '' || body.frames === '' ? '' : ANCHOR;
  const links = body.links.map((link, at) =>
    relation(`Link${at}`, 'hyperlink', link, ' TargetMode="External"'),
  );
  const pictures = picturePartsOf(body.pictures);
  return writeZip([
    ...paper.parts,
    sheetFor(model, paper),
    ...pictures.parts,
    textPart(
      properties.name,
      withKeywords(properties.text.split(MARK).join(escaped(model.title)), model.keywords),
    ),
    packed(paper, numbering.name, withNumberedLists(numbering.text, lists, body.lists)),
    packed(paper, RELATIONS, before(relations, '</Relationships>', links.join('') + pictures.relations)),
    ...footers.map(({ name, text }) => {
      const footer = footerSaying(text, model.reference, language);
      return textPart(name, model.largePrint ? withLargerSizes(footer) : footer);
    }),
    textPart(DOCUMENT, above + body.frames + anchor + inTable + body.xml + below),
  ]);
}

/** The style sheet in the sizes that a document has. */
function sheetFor({ largePrint, dense }: DocumentModel, paper: Letterhead): ZipPart {
  if (largePrint) return paper.largeSheet;
  return dense ? packed(paper, STYLES, inDensePrint(textOf(paper.sheet))) : paper.sheet;
}

/** What is written, in its own language whatever the letterhead is in. */
function inLanguage(body: WordBody, language: Language | null, isEnglish: boolean): WordBody {
  if (language === null && isEnglish) return body;
  const marked = (xml: string): string => markedAs(language ?? ENGLISH, xml);
  return { ...body, frames: marked(body.frames), xml: marked(body.xml) };
}

/** A part that is often the same from one letter to the next: it is packed once. */
function packed({ last }: Letterhead, name: string, text: string): ZipPart {
  const before = last.get(name);
  if (before?.text === text) return before.part;
  const part = textPart(name, text);
  last.set(name, { text, part });
  return part;
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="irotool${id}" Type="${OFFICE}/${type}" Target="${escaped(target)}"${mode}/>`;
}

async function prepare(letterhead: Uint8Array): Promise<Letterhead> {
  const parts = await marked(letterhead);
  const text = (name: string): string => textOf(parts.find((part) => part.name === name)!);
  const holders = parts.filter(({ name }) => /^word\/[^/]*\.xml$/.test(name) && text(name).includes(MARK));
  aroundMark(text(DOCUMENT), MARK, holders.length);
  const there = parts.map(({ name: each }) => each);
  const {
    page: footed,
    relations,
    types,
    footers,
  } = withFooters({
    page: text(DOCUMENT),
    relations: text(RELATIONS),
    types: text(TYPES),
    settings: there.includes(SETTINGS) ? text(SETTINGS) : '',
    part: (each) => (there.includes(each) ? text(each) : null),
  });
  const around = aroundMark(footed, MARK, holders.length);
  const { sheet, ids: styles } = withStyles(text(STYLES));
  const list = numberingIn(relations);
  const name = list ?? 'word/numbering.xml';
  const { numbering, ids: lists } = withLists(list === null ? null : text(list));
  const type = `<Override PartName="/${name}" ContentType="${WORD}.numbering+xml"/>`;
  const properties = parts.find(
    (part) => !part.name.startsWith('word/') && textOf(part).includes(MARK),
  )!.name;
  const others = [DOCUMENT, RELATIONS, STYLES, TYPES, name, properties, ...footers.map((each) => each.name)];
  return {
    parts: [
      textPart(TYPES, before(withPictureTypes(types), '</Types>', list === null ? type : '')),
      ...parts.filter((part) => !others.includes(part.name)),
    ],
    sheet: textPart(STYLES, sheet),
    largeSheet: textPart(STYLES, inLargePrint(sheet)),
    around,
    page: pageOf(around, parts),
    footers,
    isEnglish: isInEnglish(sheet),
    properties: { name: properties, text: text(properties) },
    relations: before(
      relations,
      '</Relationships>',
      list === null ? relation('Lists', 'numbering', 'numbering.xml') : '',
    ),
    numbering: { name, text: numbering },
    last: new Map(),
    styles,
    lists,
  };
}

/** What a letter must know of the page that it is written on. */
function pageOf([above, inTable, below]: Letterhead['around'], parts: readonly ZipPart[]): Page {
  const section = /<w:sectPr\b.*?<\/w:sectPr>/s.exec(above + inTable + below)?.[0] ?? '';
  const number = (tag: string, name: string, otherwise: number): number =>
    Math.abs(Number(new RegExp(`<w:${tag}\\b[^>]*\\bw:${name}="(-?\\d+)"`).exec(section)?.[1] ?? otherwise));
  const said = (xml: string): string => plain(xml.replaceAll(/<w:instrText.*?<\/w:instrText>|<[^>]*>/gs, ''));
  const isSeen = (xml: string): boolean => said(xml) !== '' || /<w:(?:drawing|pict|object)\b/.test(xml);
  const headers = parts.filter(({ name }) => /^word\/header\d*\.xml$/.test(name)).map(textOf);
  const written = parts.filter(({ name }) => /^word\/(?:header|footer|document)\w*\.xml$/.test(name));
  // A picture that hangs on the line of the body stands where it was put, and is no line.
  const hasLinesAbove = /<w:(?:p|tbl)[ >]/.test(above.slice(above.indexOf('<w:body>')));
  const [width, right] = [number('pgSz', 'w', A4), number('pgMar', 'right', INCH)];
  const text = width - right - number('pgMar', 'left', INCH);
  return {
    width,
    right,
    // The cell of a table is narrower than the page.
    text: inTable === '' ? text : Math.round(0.6 * text),
    top: number('pgMar', 'top', INCH),
    isHeaded: isSeen(above + inTable) || headers.some(isSeen),
    hasLinesAbove,
    says: written.map((each) => said(textOf(each))).join(' '),
  };
}

/** Where the letterhead keeps its lists, or null if it has none. */
function numberingIn(relations: string): string | null {
  const found = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(([each]) =>
    each.includes(`"${OFFICE}/numbering"`),
  );
  const target = /\sTarget="([^"]*)"/.exec(found?.[0] ?? '')?.[1];
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

/** The parts of the letterhead with the mark where the body goes, and as the title. */
async function marked(letterhead: Uint8Array): Promise<ZipPart[]> {
  const { patchDetector, patchDocument, PatchType, TextRun } = await import('docx');
  const types = readZip(letterhead)?.find(({ name }) => name === TYPES);
  if (types === undefined) throw noWordFile('is not a Word document');
  let asked: readonly string[];
  let marked: Uint8Array;
  try {
    if (!textOf(types).includes(`"${WORD}.document.main+xml"`)) {
      throw noWordFile('is a template, or holds macros, or is not a Word document');
    }
    asked = await patchDetector({ data: letterhead, trimPlaceholders: true });
    marked = await patchDocument({
      outputType: 'uint8array',
      data: letterhead,
      patches: { body: { type: PatchType.PARAGRAPH, children: [new TextRun(MARK)] } },
      trimPlaceholders: true,
      // Whoever made the letterhead did not write the letter.
      properties: { title: MARK, creator: '', lastModifiedBy: '' },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw noWordFile('cannot be read');
  }
  const other = asked.find((name) => name !== 'body');
  if (other !== undefined) {
    throw new UserError(
      `letterhead.docx asks for {{${other}}}, which nothing fills.`,
      'Take it out: all of the letter goes where {{body}} stands.',
    );
  }
  const parts = readZip(marked);
  const has = (name: string): boolean => parts?.some((part) => part.name === name) ?? false;
  if (parts === null || ![DOCUMENT, STYLES, RELATIONS].every(has)) throw noWordFile('was not saved by Word');
  return parts;
}

function noWordFile(what: string): UserError {
  return new UserError(`letterhead.docx ${what}.`, 'Open it in Word and save it as a Word Document (.docx).');
}
