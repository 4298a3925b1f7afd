/** Text put into HTML so that it stays text. */
import { shown } from '../core/shown';

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  // Where a word may be broken: nobody who reads the file could see it.
  '\u00ad': '&shy;',
};

/** A text with the signs that HTML reads as its own written out. */
export function escaped(text: string | number): string {
  return shown(String(text)).replace(/[&<>"'\u00ad]/g, (sign) => SIGNS[sign]!);
}
