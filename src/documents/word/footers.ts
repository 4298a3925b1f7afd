/**
 * The foot of every page: the reference and the page's number, on the council's own letterhead too. A footer that is there
 * keeps what it has, and gets a line below it.
 */
import { wordsIn } from '../fixed-words';
import { ENGLISH, type Language } from '../language';
import { escaped, markedAs, paragraph, run } from './parts';
import { before } from './styles';

/** Where the reference goes. Nobody types it: its ends are characters for private use. */
const MARK = '\uE000reference\uE001';
/** And the words around the number of the page, and the language that they are in. */
const [PAGE, OF, LANGUAGE] = ['\uE000page\uE001', '\uE000of\uE001', '\uE000language\uE001'];
/** The kinds of pages that a part of a document may have a footer for. */
const KINDS = ['default', 'first', 'even'];

/** The parts of a letterhead that footers are in, by name. */
export interface WithFooters {
  /** The page, the relations, the types, as they are now. */
  readonly page: string;
  readonly relations: string;
  readonly types: string;
  /** Every footer, each with the marks of what a letter says in it. */
  readonly footers: readonly { readonly name: string; readonly text: string }[];
}

interface Parts {
  readonly page: string;
  readonly relations: string;
  readonly types: string;
  readonly settings: string;
  /** The text of a part of the letterhead; null if it has none of that name. */
  part(name: string): string | null;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';

/** The letterhead with our line at the foot of each kind of page that it has: the first, even ones, the rest. */
export function withFooters({ page, relations, types, settings, part }: Parts): WithFooters {
  const sections = [...page.matchAll(/<w:sectPr\b[^>]*\/>|<w:sectPr\b.*?<\/w:sectPr>/gs)];
  const hasEven = isOn(settings, 'evenAndOddHeaders');
  const names = new Set<string>();
  // Without one of its own a section has that of the section before it.
  const latest = new Map<string, string>();
  const added: { name: string; text: string }[] = [];
  let [changed, relationsNow, typesNow] = [page, relations, types];
  for (const [section] of sections) {
    const shown = ['default', ...(isOn(section, 'titlePg') ? ['first'] : []), ...(hasEven ? ['even'] : [])];
    let now = section;
    for (const kind of KINDS) {
      const own = footerOf(section, kind, relations);
      if (own !== null) latest.set(kind, own);
      if (!shown.includes(kind)) continue;
      const there = latest.get(kind);
      if (there !== undefined) {
        names.add(there);
        continue;
      }
      const id = `irotoolFooter${added.length}`;
      const name = `word/${id}.xml`;
      added.push({ name, text: newFooter() });
      latest.set(kind, name);
      relationsNow = before(
        relationsNow,
        '</Relationships>',
        `<Relationship Id="${id}" Type="${OFFICE}/footer" Target="${id}.xml"/>`,
      );
      typesNow = before(typesNow, '</Types>', `<Override PartName="/${name}" ContentType="${TYPE}"/>`);
      now = withReference(now, `<w:footerReference w:type="${kind}" r:id="${id}"/>`);
    }
    changed = changed.replace(section, () => now);
  }
  const kept = [...names].flatMap((name) => {
    const text = part(name);
    return text === null ? [] : [{ name, text: withLine(text) }];
  });
  return { page: changed, relations: relationsNow, types: typesNow, footers: [...kept, ...added] };
}

/** The footer of one letter, in its language. */
export function footerSaying(text: string, reference: string, language: Language | null): string {
  const words = wordsIn(language);
  const said = reference === '' ? '' : `${words.reference}: ${reference}   `;
  return text
    .replaceAll(MARK, () => escaped(said))
    .replaceAll(PAGE, () => escaped(words.page))
    .replaceAll(OF, () => escaped(words.of))
    .replaceAll(LANGUAGE, language ?? ENGLISH);
}

const isOn = (xml: string, name: string): boolean =>
  new RegExp(`<w:${name}(?:\\s*/>|\\s+w:val="(?:1|true|on)")`).test(xml);

/** The part that a section has for one kind of page; null if it has none. */
function footerOf(section: string, kind: string, relations: string): string | null {
  const found = [...section.matchAll(/<w:footerReference\b[^>]*>/g)].find(([tag]) =>
    tag.includes(`w:type="${kind}"`),
  );
  const id = /r:id="([^"]*)"/.exec(found?.[0] ?? '')?.[1];
  if (id === undefined) return null;
  const relation = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(([each]) =>
    each.includes(`Id="${id}"`),
  );
  const target = /\sTarget="([^"]*)"/.exec(relation?.[0] ?? '')?.[1];
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

/** References to headers and footers stand first in a section. */
function withReference(section: string, reference: string): string {
  if (/^<w:sectPr\b[^>]*\/>$/.test(section)) {
    return `${section.slice(0, -2)}>${reference}</w:sectPr>`;
  }
  return section.replace(
    /^<w:sectPr\b[^>]*>(?:<w:(?:header|footer)Reference\b[^>]*\/>)*/,
    (begin) => begin + reference,
  );
}

/** A footer with our line last; if it counts the pages itself, with the reference alone. */
function withLine(footer: string): string {
  const counts = /\b(?:PAGE|NUMPAGES)\b/.test(footer);
  const line = markedAs(LANGUAGE, lineOf(counts));
  const open = /<w:ftr\b[^>]*\/>/.exec(footer);
  if (open) return footer.replace(open[0], `${open[0].slice(0, -2)}>${line}</w:ftr>`);
  return before(footer, '</w:ftr>', line);
}

const newFooter = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr ${SPACES}>${markedAs(LANGUAGE, lineOf(false))}</w:ftr>`;

const LOOK = '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>';
const SIZE = 10;

function lineOf(counts: boolean): string {
  const words = (text: string): string => run(text, { size: SIZE });
  const field = (name: string): string => `<w:fldSimple w:instr=" ${name} ">${words('1')}</w:fldSimple>`;
  const number = counts ? '' : words(`${PAGE} `) + field('PAGE') + words(` ${OF} `) + field('NUMPAGES');
  return paragraph(null, words(MARK) + number, LOOK);
}
