/**
 * What Markdown a template may use, seen in its source. Pure.
 */

/** What begins a line and is not in the subset. */
const NOT_IN_IT: readonly (readonly [RegExp, string])[] = [
  [/^#(?!#)/, 'the heading of the first level is the title: begin with ##'],
  [/^#{4,}/, 'headings are of the second and third level: ## and ###'],
  [/^\s*(?:```|~~~)/, 'there are no blocks of code in letters'],
  [/^\s*>/, 'there are no quotations with > in letters'],
  [/^\s*(?:={3,}|\+ )/, 'headings begin with ##, and lists with - or 1.'],
  [/^\s*(?:[-*+>] +){6}/, 'lists stand within lists more than five deep'],
  [/!\[[^\]]*\]\(/, 'there are no pictures in letters'],
  [/<\/?[a-zA-Z][^>]*>/, 'there is no HTML in letters: write it in Markdown'],
];

/** Lines that are more than the subset, from `above` lines down the file. */
export function markdownFaults(
  text: string,
  above: number,
): { line: number; column: number; message: string }[] {
  return text.split('\n').flatMap((line, at) =>
    NOT_IN_IT.flatMap(([pattern, message]) => {
      const found = pattern.exec(line);
      return found ? [{ line: at + 1 + above, column: found.index + 1, message }] : [];
    }),
  );
}
