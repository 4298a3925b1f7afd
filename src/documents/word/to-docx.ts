/**
 * A document as a Word file on the council's letterhead. The only file that imports docx, which finds
 * `{{body}}` however Word has torn it; a letterhead is prepared once and serves every letter after.
 */
import { UserError } from '../../errors';
import type { DocumentModel } from '../model';
import { escaped, wordBody } from './body';
import { aroundMark } from './letterhead-page';
import { before, type ListIds, type StyleIds, withLists, withNumberedLists, withStyles } from './styles';
import { readZip, textOf, textPart, writeZip, type ZipPart } from './zip';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Where the body and the title go. Nobody types it: its ends are characters for private use. */
const MARK = '\uE000irotool\uE001';

/** A part whose text is not the same in every letter. */
interface Changing {
  readonly name: string;
  readonly text: string;
}

/** A letterhead, ready to be written on. */
interface Letterhead {
  /** All that is the same in every letter, packed. */
  readonly parts: readonly ZipPart[];
  /** The page before the body and after it. */
  readonly page: readonly [string, string];
  readonly properties: Changing;
  readonly relations: string;
  readonly numbering: Changing;
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
  const { properties, relations, numbering, lists, styles } = paper;
  const body = wordBody(model, styles, lists);
  const links = body.links.map((link, at) =>
    relation(`Link${at}`, 'hyperlink', link, ' TargetMode="External"'),
  );
  return writeZip([
    ...paper.parts,
    textPart(properties.name, properties.text.split(MARK).join(escaped(model.title))),
    textPart(numbering.name, withNumberedLists(numbering.text, lists, body.lists)),
    textPart(RELATIONS, before(relations, '</Relationships>', links.join(''))),
    textPart(DOCUMENT, paper.page.join(body.xml)),
  ]);
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="irotool${id}" Type="${OFFICE}/${type}" Target="${escaped(target)}"${mode}/>`;
}

async function prepare(letterhead: Uint8Array): Promise<Letterhead> {
  const parts = await marked(letterhead);
  const text = (name: string): string => textOf(parts.find((part) => part.name === name)!);
  const holders = parts.filter(({ name }) => /^word\/[^/]*\.xml$/.test(name) && text(name).includes(MARK));
  const page = aroundMark(text(DOCUMENT), MARK, holders.length);
  const { sheet, ids: styles } = withStyles(text(STYLES));
  const list = numberingIn(text(RELATIONS));
  const name = list ?? 'word/numbering.xml';
  const { numbering, ids: lists } = withLists(list === null ? null : text(list));
  const type = `<Override PartName="/${name}" ContentType="${WORD}.numbering+xml"/>`;
  const properties = parts.find(
    (part) => !part.name.startsWith('word/') && textOf(part).includes(MARK),
  )!.name;
  const others = [DOCUMENT, RELATIONS, STYLES, TYPES, name, properties];
  return {
    parts: [
      textPart(TYPES, before(text(TYPES), '</Types>', list === null ? type : '')),
      ...parts.filter((part) => !others.includes(part.name)),
      textPart(STYLES, sheet),
    ],
    page,
    properties: { name: properties, text: text(properties) },
    relations: before(
      text(RELATIONS),
      '</Relationships>',
      list === null ? relation('Lists', 'numbering', 'numbering.xml') : '',
    ),
    numbering: { name, text: numbering },
    styles,
    lists,
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
