/** The smallest pieces of Word's markup: a paragraph, a run of words in one look. Every text is text and nothing else. */
import { ENGLISH, isEnglish, spokenIn } from '../language';

/** The looks of words. */
export interface Look {
  readonly style?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** In points. */
  readonly size?: number;
}

/** The end of a line within a paragraph. */
export const BREAK = '<w:r><w:br/></w:r>';

/** A paragraph; its looks in the order in which Word wants them. Null for the style that the letterhead itself is written in. */
export function paragraph(style: string | null, content: string, look = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${look}</w:pPr>${content}</w:p>`;
}

/** Words, those of another language than English marked as such. */
export function run(text: string, look: Look = {}): string {
  if (isEnglish(text)) return oneRun(text, null, look);
  return spokenIn(text)
    .map((each) => oneRun(each.text, each.language, look))
    .join('');
}

/** The same with all that is not marked as of another language marked as of this one. */
export function markedAs(language: string, xml: string): string {
  const mark = `<w:lang w:val="${language}"/>`;
  return xml.replaceAll(/<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?<w:t /g, (run, looks: string = '') =>
    looks.includes('<w:lang ') ? run : `<w:r><w:rPr>${looks}${mark}</w:rPr><w:t `,
  );
}

/** True of a letterhead whose every style is in English. */
export function isInEnglish(styles: string): boolean {
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
  const others = [...styles.matchAll(/<w:lang\b[^>]*\bw:val="([^"]*)"/g)].filter(
    ([, name]) => name !== ENGLISH,
  );
  return defaults.includes(`<w:lang w:val="${ENGLISH}"`) && others.length === 0;
}

/** The looks in the order in which Word wants them. */
function oneRun(text: string, language: string | null, { style, bold, italic, size }: Look): string {
  const looks =
    (style === undefined ? '' : `<w:rStyle w:val="${style}"/>`) +
    (bold ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (size === undefined ? '' : `<w:sz w:val="${2 * size}"/><w:szCs w:val="${2 * size}"/>`) +
    (language === null ? '' : `<w:lang w:val="${language}"/>`);
  return `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML, without the characters that no XML may hold. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** Of a paragraph: on the page of the next. */
export const TOGETHER = '<w:keepNext/>';

/** Each paragraph of them on the page of the next. */
export const keptTogether = (xml: string): string =>
  xml.replace(/(<w:pStyle [^>]*>)(?!<w:keepNext)/g, `$1${TOGETHER}`);
