/**
 * A document as Word's own markup: what stands between a letterhead's first line and its last. Every text
 * is text and nothing else: no name in it can be a field, a tag or a style.
 */

import { wordsIn } from '../fixed-words';
import { type Block, type DocumentModel, isAnnounced, isTicks, plainText, questionBefore } from '../model';
import type { Picture } from '../pictures/drawings';
import { answerControl } from './controls';
import { belowLinesAbove, firstPage, type Page } from './first-page';
import { frameXml, ideasXml, pictureRun } from './framed';
import { runs, type WordSheet } from './inlines';
import { marked } from './marks';
import { BREAK, keptTogether, paragraph, run, TOGETHER } from './parts';
import type { ListIds, StyleIds } from './styles';
import { CELL_GAP, NO_GAP, SMALL_PRINT, tableXml } from './tables';

export interface WordBody {
  /** What stands in fixed places of the first page. */
  readonly frames: string;
  readonly xml: string;
  /** The addresses of its links; the first is called `irotoolLink0` in it. */
  readonly links: readonly string[];
  /** The number with which each of its numbered lists begins, in their order. */
  readonly lists: readonly number[];
  /** The pictures in it, each once. */
  readonly pictures: readonly Picture[];
}

/** Half an inch is 720; a line of twelve points 240. */
const AFTER_LINES = '<w:spacing w:after="240" w:line="240" w:lineRule="auto"/>';
/** A line to write on: a space, as high as handwriting and of no width to speak of, and the line. */
const LINE =
  '<w:r><w:rPr><w:w w:val="1"/><w:sz w:val="42"/><w:szCs w:val="42"/></w:rPr><w:t>\u00a0</w:t></w:r><w:r><w:tab/></w:r>';
const AFTER_LIST = '<w:spacing w:after="160"/>';
const NOTE_GAP = '<w:spacing w:before="0" w:after="20"/>';
const SIGNATURE_SPACE = 720;
/** So many lines to write on stand on one page, two thirds of it. */
const MOST_TOGETHER = 20;
/** How much of the page's width the words of an idea have, beside its picture. */
const IDEA_WIDTH = 0.8;
const RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>';
/** Numbers that a letterhead’s own controls and pictures hardly have. */
const FIRST_ID = 770_001;
/** A line to write on, in twentieths of a point. */
const HIGH = 480;
/** A line as high as what stands in it, whatever the style says. */
const AS_HIGH_AS_IT_IS = '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>';

/** The whole document in the styles and lists of a letterhead, for its page. */
export function wordBody(model: DocumentModel, styles: StyleIds, ids: ListIds, page: Page): WordBody {
  let last = FIRST_ID;
  const more = { pictures: new Set<Picture>(), nextId: () => last++, width: page.text };
  const words = wordsIn(model.language);
  const sheet: WordSheet = { styles, ids, words, links: [], lists: [], ...more };
  const { letter, title, reference } = model;
  const lines = (texts: readonly string[], look?: LinesLook): string => linesXml(texts, styles.body, look);
  const heading = paragraph(styles.heading1, run(title), TOGETHER);
  const xml =
    letter === null
      ? heading +
        lines(reference === '' ? [] : [`${words.reference}: ${reference}`]) +
        withEndWhole(model.blocks, sheet)
      : lines([letter.date, letter.reference].filter(Boolean), { before: belowLinesAbove(page) }) +
        lines([letter.salutation]) +
        heading +
        withLastKept(blocksXml(withoutTouchingBlanks(model.blocks), sheet)) +
        lines([letter.close], { kept: true }) +
        lines(letter.signatory, { before: SIGNATURE_SPACE, kept: letter.enclosures.length > 0 }) +
        enclosed(letter.enclosures, sheet);
  const frames = letter === null ? '' : firstPage(letter, words.private, page, styles.body, model.largePrint);
  return { frames, xml, links: sheet.links, lists: sheet.lists, pictures: [...sheet.pictures] };
}

const ENDS: readonly string[] = ['paragraph', 'list', 'idea'];

/** The blocks of a form or a record: where to send it stands on one page, so that none has the last lines of it alone. */
function withEndWhole(all: readonly Block[], sheet: WordSheet): string {
  const blocks = withoutTouchingBlanks(all);
  const last = blocks.findLastIndex(({ kind }) => kind === 'heading');
  const isShort = blocks.slice(last + 1).every(({ kind }) => ENDS.includes(kind));
  if (last <= 0 || !isShort) return blocksXml(blocks, sheet);
  const end = blocksXml(blocks.slice(last), sheet);
  return (
    blocksXml(blocks.slice(0, last), sheet) +
    keptTogether(end.slice(0, end.lastIndexOf('<w:p>'))) +
    end.slice(end.lastIndexOf('<w:p>'))
  );
}

interface LinesLook {
  /** With what follows on one page. */
  readonly kept?: boolean;
  /** The space above, in twentieths of a point. */
  readonly before?: number;
}

/** Lines of one whole, each a paragraph: an address, a signature. They stand on one page. */
function linesXml(texts: readonly string[], style: string, look: LinesLook = {}): string {
  const { kept = false, before = 0 } = look;
  return texts
    .map((text, at) => {
      const isLast = at === texts.length - 1;
      const above = at === 0 && before > 0 ? ` w:before="${before}"` : '';
      const below = isLast ? '' : ' w:after="0"';
      const spacing = above + below === '' ? '' : `<w:spacing${above}${below}/>`;
      return paragraph(style, run(text), (isLast && !kept ? '' : TOGETHER) + spacing);
    })
    .join('');
}

function enclosed(texts: readonly string[], sheet: WordSheet): string {
  if (texts.length === 0) return '';
  const items: Block[][] = texts.map((text) => [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]);
  const list = blockXml({ kind: 'list', ordered: false, items }, sheet);
  return paragraph(sheet.styles.body, run(`${sheet.words.enclosed}:`), TOGETHER) + list;
}

/** Blocks one after another: what announces a list, a table or lines to write on stands with it. */
function blocksXml(blocks: readonly Block[], sheet: WordSheet): string {
  return blocks
    .map((block, at) => {
      const [above, next] = [blocks[at - 1], blocks[at + 1]];
      if (block.kind === 'idea') return isOfIdeas(blocks, at - 1) ? '' : ideas(blocks.slice(at), sheet);
      if (block.kind === 'paragraph' && next?.kind === 'blank') {
        return writingLines(
          sheet,
          next.lines,
          questionBefore(blocks, at + 1),
          runs(block.children, sheet) + BREAK,
        );
      }
      if (block.kind === 'blank' && (above?.kind === 'paragraph' || above?.kind === 'idea')) return '';
      const xml = blockXml(block, sheet, leads(blocks, at) ? TOGETHER : '');
      // Lines below a list are for more of it.
      return block.kind === 'list' && next?.kind === 'blank' ? withLastKept(xml) : xml;
    })
    .join('');
}

/** True of a paragraph that stands on the page of the next block: what announces it, and what stands between a heading and that. */
function leads(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block?.kind !== 'paragraph') return false;
  // A line to write on below a heading.
  if (plainText(block.children) === '' && next?.kind === 'heading') return true;
  if (isAnnounced(next)) return true;
  return blocks[at - 1]?.kind === 'heading' && next?.kind === 'paragraph' && isAnnounced(blocks[at + 2]);
}

/** True of an idea, and of lines to write on that belong to one. */
const isOfIdeas = (blocks: readonly Block[], at: number): boolean =>
  blocks[at]?.kind === 'idea' || (blocks[at]?.kind === 'blank' && blocks[at - 1]?.kind === 'idea');

/** Those at the beginning that are ideas, as one table: each with the lines that it asks to be filled in. */
function ideas(blocks: readonly Block[], sheet: WordSheet): string {
  const { body } = sheet.styles;
  const end = blocks.findIndex((_, at) => !isOfIdeas(blocks, at));
  const all = end < 0 ? blocks : blocks.slice(0, end);
  const rows = all.flatMap((block, at) => {
    if (block.kind !== 'idea') return [];
    sheet.pictures.add(block.picture);
    // Faces to choose from stand on one page.
    const next = all[at + 1];
    const kept = isTicks(block) && next !== undefined && isTicks(next) ? TOGETHER : '';
    const picture = paragraph(body, pictureRun(block.picture, sheet.nextId()), kept + AS_HIGH_AS_IT_IS);
    const words = runs(block.children, sheet);
    if (next?.kind === 'blank') {
      const width = Math.round(sheet.width * IDEA_WIDTH);
      return [
        { picture, words: writingLines(sheet, next.lines, plainText(block.children), words + BREAK, width) },
      ];
    }
    return [{ picture, words: paragraph(body, words, kept + CELL_GAP) }];
  });
  return ideasXml(rows) + paragraph(body, '', NO_GAP);
}

/** The same with the end of its last block on the page of what follows: no sign-off stands alone. */
function withLastKept(xml: string): string {
  // A table ends with a line of its own: its last row goes along.
  const table = xml.lastIndexOf('</w:tbl>');
  const isTable = table >= 0 && xml.indexOf('</w:p>', table) === xml.length - '</w:p>'.length;
  const at = isTable ? xml.lastIndexOf('<w:tr>') : xml.lastIndexOf('<w:p>');
  return xml.slice(0, at) + keptTogether(xml.slice(at));
}

function blockXml(block: Block, sheet: WordSheet, look = ''): string {
  const { styles } = sheet;
  switch (block.kind) {
    case 'heading': {
      const style = block.level === 2 ? styles.heading2 : styles.heading3;
      return paragraph(style, runs(block.children, sheet), TOGETHER);
    }
    case 'paragraph': {
      const whole = isTicks(block) || block.isNote ? '<w:keepLines/>' : '';
      const words = runs(block.children, sheet, block.isNote ? SMALL_PRINT : {});
      return paragraph(
        styles.body,
        marked(block, sheet) + words,
        look + whole + (block.isNote ? NOTE_GAP : ''),
      );
    }
    case 'list':
      return listXml(block, sheet, 0);
    case 'table':
      return tableXml(block, sheet);
    case 'rule':
      return paragraph(styles.body, '', RULE);
    case 'blank':
      return writingLines(sheet, block.lines, null);
    case 'box':
      return (
        frameXml(paragraph(styles.body, '', NO_GAP), block.lines * HIGH) + paragraph(styles.body, '', NO_GAP)
      );
    case 'idea':
      return ideas([block], sheet);
    case 'summary':
      return frameXml(blocksXml(block.blocks, sheet)) + paragraph(styles.body, '', NO_GAP);
  }
}

/** Lines to write on, below what is asked: one paragraph, for word processors part two, whatever they are told. All of it stands on one page, unless it is more than a page holds. */
function writingLines(
  sheet: WordSheet,
  lines: number,
  question: string | null,
  asked = '',
  width = sheet.width,
): string {
  const whole = lines <= MOST_TOGETHER ? '<w:keepLines/>' : '';
  const look = `${whole}<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="${width}"/></w:tabs>${AFTER_LINES}`;
  const ruled = Array.from({ length: lines }, () => LINE).join(BREAK);
  const answer = answerControl(ruled, question ?? sheet.words.toFill, sheet.nextId());
  return paragraph(sheet.styles.body, asked + answer, look);
}

/** Blanks that follow one another are one: their lines would touch. */
function withoutTouchingBlanks(blocks: readonly Block[]): Block[] {
  const together: Block[] = [];
  for (const block of blocks) {
    const last = together.at(-1);
    if (block.kind === 'blank' && last?.kind === 'blank') {
      together[together.length - 1] = { kind: 'blank', lines: last.lines + block.lines };
    } else {
      together.push(block);
    }
  }
  return together;
}

function listXml(list: Block & { kind: 'list' }, sheet: WordSheet, level: number): string {
  const { styles, ids } = sheet;
  const deep = Math.min(level, 1);
  const style = list.ordered
    ? [styles.number, styles.number2][deep]!
    : [styles.bullet, styles.bullet2][deep]!;
  const id = list.ordered ? ids.next + sheet.lists.push(list.start ?? 1) - 1 : ids.bullets;
  const mark = `<w:numPr><w:ilvl w:val="${deep}"/><w:numId w:val="${id}"/></w:numPr>`;
  const item = (blocks: readonly Block[], at: number): string => {
    const [first] = blocks;
    const begins = first?.kind === 'paragraph';
    const isLast = level === 0 && at === list.items.length - 1 && blocks.length === 1;
    // Neither the first entry of a list nor its last stands on a page without another.
    const isKept = at < list.items.length - 1 && (at === 0 || at === list.items.length - 2);
    const look = (isKept ? TOGETHER : '') + mark + (isLast ? AFTER_LIST : '');
    const line = paragraph(style, begins ? marked(first, sheet) + runs(first.children, sheet) : '', look);
    return line + (begins ? blocks.slice(1) : blocks).map(within).join('');
  };
  const within = (block: Block): string => {
    if (block.kind === 'list') return listXml(block, sheet, level + 1);
    if (block.kind === 'paragraph') return paragraph(styles.continued, runs(block.children, sheet));
    return blockXml(block, sheet);
  };
  return list.items.map(item).join('');
}
