/** The smallest pieces of Word's markup: a paragraph, a run of words in one look. Every text is text and nothing else. */
import { ENGLISH, spokenIn } from '../language';

/** The looks of words. */
export interface Look {
  readonly style?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** In points. */
  readonly size?: number;
}

/** A paragraph; its looks in the order in which Word wants them. Null for the style that the letterhead itself is written in. */
export function paragraph(style: string | null, content: string, look = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${look}</w:pPr>${content}</w:p>`;
}

/** Words, each run of them in the language that it is of: whatever that of the letterhead is. */
export function run(text: string, look: Look = {}): string {
  return spokenIn(text)
    .map((each) => oneRun(each.text, each.language ?? ENGLISH, look))
    .join('');
}

/** The looks in the order in which Word wants them. */
function oneRun(text: string, language: string, { style, bold, italic, size }: Look): string {
  const looks =
    (style === undefined ? '' : `<w:rStyle w:val="${style}"/>`) +
    (bold ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (size === undefined ? '' : `<w:sz w:val="${2 * size}"/><w:szCs w:val="${2 * size}"/>`);
  return `<w:r><w:rPr>${looks}<w:lang w:val="${language}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML, without the characters that no XML may hold. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
