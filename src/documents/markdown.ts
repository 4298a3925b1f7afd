/**
 * Markdown into the blocks of a document. The only file that imports marked; never on the path of `due`.
 */
import { lexer, type Token, type Tokens } from 'marked';
import { type Block, BY_HAND, EMPTY_BOX, type Inline, TICKED_BOX } from './model';
import { isPicture, type Picture } from './pictures/drawings';
import { type Mark, piecesAtMarks, SUMMARY_BEGINS, SUMMARY_ENDS, unveiled } from './value';

/**
 * Where a text may be parted without changing what it means: an empty line before one that begins with
 * neither space nor the mark of a list. What a person typed begins with none of these.
 */
const PARTS = /\n\s*\n(?=[^\s\-*+\d])/;

// Most of a letter is the same in every letter of its kind: each part is read once.
const READ = new Map<string, readonly Block[]>();
const MOST_READ = 2000;

/** The blocks of a filled text. What is not in the subset comes out as its words. */
export function readMarkdown(text: string): Block[] {
  return withSummaries(text.split(PARTS).flatMap(partOf));
}

const partOf = (part: string): readonly Block[] => inEntries(part) ?? READ.get(part) ?? remembered(part);

/** What may go on after an empty line, so that a list below it would belong to it. */
const GOES_ON = /^\s*(?:[-*+]|\d+[.)])\s|^\s*[<>]|^ {4}|```|~~~/m;
const ENTRY = /^- (?!\[[^\]]*\]:)\S/;

/** A paragraph with a list of short entries below it, each read once: of a list of people every letter has other names. */
function inEntries(part: string): Block[] | null {
  const at = part.search(/\n\s*\n- /);
  if (at < 0) return null;
  const before = part.slice(0, at);
  const lines = part
    .slice(at)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (before.trim() === '' || GOES_ON.test(before) || !lines.every((line) => ENTRY.test(line))) return null;
  const lists = lines.flatMap((line) => READ.get(line) ?? remembered(line));
  const items = lists.flatMap((list) => (list.kind === 'list' && !list.ordered ? list.items : []));
  if (lists.length !== lines.length || items.length !== lines.length) return null;
  return [...(READ.get(before) ?? remembered(before)), { kind: 'list', ordered: false, items }];
}

/** What stands between the two marks of a summary is one block. */
function withSummaries(blocks: readonly Block[]): Block[] {
  const marks = (sign: string) => (block: Block) =>
    block.kind === 'paragraph' && block.children.length === 1 && isText(block.children[0], sign);
  const from = blocks.findIndex(marks(SUMMARY_BEGINS));
  const to = blocks.findIndex(marks(SUMMARY_ENDS));
  if (from < 0 || to < from) return [...blocks];
  const inside = blocks.slice(from + 1, to);
  return [
    ...blocks.slice(0, from),
    // A frame without words says nothing, and no Word file has one.
    ...(inside.length === 0 ? [] : [{ kind: 'summary', blocks: inside } as const]),
    ...withSummaries(blocks.slice(to + 1)),
  ];
}

const isText = (inline: Inline | undefined, text: string): boolean =>
  inline?.kind === 'text' && inline.text === text;

function remembered(part: string): readonly Block[] {
  const blocks = (lexer(part, { gfm: true }) as Tokens.Generic[]).flatMap(blocksOf);
  if (READ.size >= MOST_READ) READ.clear();
  READ.set(part, blocks);
  return blocks;
}

function blocksOf(token: Tokens.Generic): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading': {
      const { depth } = token as Tokens.Heading;
      return [{ kind: 'heading', level: depth > 2 ? 3 : 2, children: withoutMarks(inlinesOf(token.tokens)) }];
    }
    case 'hr':
      return [{ kind: 'rule' }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'blockquote':
      return ((token.tokens ?? []) as Tokens.Generic[]).flatMap(blocksOf);
    default:
      return paragraphsOf(token.tokens ? inlinesOf(token.tokens) : words(token.text ?? token.raw));
  }
}

function listOf({ ordered, start, items }: Tokens.List): Block {
  const from = typeof start === 'number' && start !== 1 ? { start } : {};
  return { kind: 'list', ordered, ...from, items: items.map(({ tokens }) => entryOf(tokens)) };
}

/** An entry; a box to tick stands before its words. */
function entryOf(tokens: readonly Token[]): Block[] {
  const [first, second, ...others] = tokens as Tokens.Generic[];
  const isTicked = first?.type === 'checkbox' && second?.tokens !== undefined;
  const all = isTicked ? [{ ...second, tokens: [first, ...second.tokens!] }, ...others] : tokens;
  return (all as Tokens.Generic[]).flatMap(blocksOf);
}

function tableOf({ header, rows }: Tokens.Table): Block {
  const cell = ({ tokens }: Tokens.TableCell): Inline[] => withoutMarks(inlinesOf(tokens));
  return { kind: 'table', header: header.map(cell), rows: rows.map((row) => row.map(cell)) };
}

/** While a line is read, marks stand among its words. */
type Piece = Inline | Mark;

function inlinesOf(tokens: readonly Token[] = []): Piece[] {
  return joined((tokens as readonly Tokens.Generic[]).flatMap(inlineOf));
}

function inlineOf(token: Tokens.Generic): Piece[] {
  const inside = (): Inline[] => withoutMarks(inlinesOf(token.tokens));
  switch (token.type) {
    case 'br':
      return [{ kind: 'break' }];
    case 'strong':
      return [{ kind: 'strong', children: inside() }];
    case 'em':
      return [{ kind: 'emphasis', children: inside() }];
    case 'link':
      return linkOf(unveiled(token.href), inside());
    case 'text':
      return token.tokens ? inlinesOf(token.tokens) : words(withoutEntities(token.text));
    case 'checkbox':
      return words(`${token.checked ? TICKED_BOX : EMPTY_BOX} `);
    case 'escape':
    case 'codespan':
      return words(token.text);
    default:
      return token.tokens ? inlinesOf(token.tokens) : words(token.raw);
  }
}

/** A link to where a letter may point; of anything else, its words. */
function linkOf(href: string, children: Inline[]): Inline[] {
  return /^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(href) ? [{ kind: 'link', href, children }] : children;
}

/** Text with its blanks, and still with the ends of its lines. */
function words(text: string): Piece[] {
  return piecesAtMarks(text).map((piece) =>
    typeof piece === 'string' ? { kind: 'text', text: unveiled(piece) } : piece,
  );
}

/** The characters that a template's author wrote as HTML does. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, sixteen, name) => {
    const known = ENTITIES[String(name).toLowerCase()];
    if (known !== undefined) return known;
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
  ...{ ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', hellip: '…', pound: '£' },
};

/** Neighbouring texts as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') all[all.length - 1] = text(last.text + piece.text);
    else all.push(piece);
  }
  return all;
}

/** In a heading, a cell or among other words a blank is a stretch of line. */
function withoutMarks(pieces: readonly Piece[]): Inline[] {
  const texts = pieces.flatMap((piece): Inline[] => {
    if (!isMark(piece)) return [piece];
    return piece.kind === 'blank' ? [text(BY_HAND)] : [];
  });
  return (joined(texts) as Inline[]).map((inline) =>
    // The end of a line in the source is a space.
    inline.kind === 'text' ? text(inline.text.replace(/\s*\n\s*/g, ' ')) : inline,
  );
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}

/**
 * A paragraph, parted where lines to be filled in or a box stand at its end or beginning. With a picture before its words
 * it is an idea: each line of it that begins with a picture is one.
 */
function paragraphsOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let line: Piece[] = [];
  let picture: Picture | null = null;
  const flush = (): void => {
    const children = trimmed(withoutMarks(line));
    if (picture !== null) blocks.push({ kind: 'idea', picture, children });
    else if (children.length > 0) blocks.push({ kind: 'paragraph', children });
    line = [];
    picture = null;
  };
  for (const [at, piece] of pieces.entries()) {
    const begins = isLineEnd(pieces[at - 1], /\n\s*$/);
    if (piece.kind === 'picture' && begins && isPicture(piece.name)) {
      flush();
      picture = piece.name;
    } else if (isSpace(piece) && begins && isLineEnd(pieces[at + 1], /^\s*\n/)) {
      flush();
      blocks.push({ kind: piece.kind, lines: piece.lines });
    } else line.push(piece);
  }
  flush();
  return blocks;
}

/** Lines to be filled in, or a box to draw in. */
const isSpace = (piece: Piece): piece is Extract<Mark, { lines: number }> =>
  piece.kind === 'blank' || piece.kind === 'box';
const isMark = (piece: Piece): piece is Mark => isSpace(piece) || piece.kind === 'picture';

/** Whether a line ends between a mark and its neighbour: nothing, a break, or text with an end of line. */
function isLineEnd(neighbour: Piece | undefined, end: RegExp): boolean {
  if (neighbour === undefined) return true;
  if (isMark(neighbour)) return false;
  return neighbour.kind === 'break' || (neighbour.kind === 'text' && end.test(neighbour.text));
}

/** Without breaks and spaces at either end. */
function trimmed(inlines: Inline[]): Inline[] {
  const isEmpty = (inline: Inline | undefined): boolean =>
    inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '');
  let [from, to] = [0, inlines.length];
  while (from < to && isEmpty(inlines[from])) from++;
  while (to > from && isEmpty(inlines[to - 1])) to--;
  return inlines.slice(from, to).map((inline, at, { length }) => {
    if (inline.kind !== 'text') return inline;
    const begun = at === 0 ? inline.text.trimStart() : inline.text;
    return text(at === length - 1 ? begun.trimEnd() : begun);
  });
}
