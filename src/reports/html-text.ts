/** Text put into HTML so that it stays text. */

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** A text with the signs that HTML reads as its own written out. */
export function escaped(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
