/** A style sheet in other sizes: for whoever needs large print, or for a paper that is to be one page. */

/** In half points: 16 points, which is what large print begins with. */
const SMALLEST = 32;
/** Word's own size if a sheet says none: ten points. */
const UNSAID = 20;
const LARGER = 4 / 3;

/** For whoever works with a paper at a table: of letters in it none is under nine points. */
const SMALLEST_DENSE = 18;
const SMALLER = 5 / 6;

type Resize = (size: number) => number;
const larger: Resize = (size) => Math.max(SMALLEST, Math.round(size * LARGER));
const smaller: Resize = (size) => Math.min(size, Math.max(SMALLEST_DENSE, Math.round(size * SMALLER)));

/** The same sheet with larger letters, none of them small. */
export const inLargePrint = (sheet: string): string => resized(sheet, larger);

/** The same sheet with smaller letters, so that more stands on a page. */
export const inDensePrint = (sheet: string): string => resized(sheet, smaller);

/** The same text of a document's part, with every size that it says made larger. */
export const withLargerSizes = (text: string): string => withSizes(text, larger);

const resized = (sheet: string, resize: Resize): string =>
  withDefaultSize(withSizes(sheet, resize), resize(UNSAID));

const withSizes = (text: string, resize: Resize): string =>
  text.replace(
    /<w:(sz|szCs) w:val="(\d+)"/g,
    (_, name: string, size: string) => `<w:${name} w:val="${resize(Number(size))}"`,
  );

/** With a size said once for all that says none. */
function withDefaultSize(sheet: string, unsaid: number): string {
  const size = `<w:sz w:val="${unsaid}"/><w:szCs w:val="${unsaid}"/>`;
  const there = /<w:rPrDefault>.*?<\/w:rPrDefault>|<w:rPrDefault\s*\/>/s.exec(sheet)?.[0];
  if (there !== undefined && /<w:sz /.test(there)) return sheet;
  if (there?.includes('</w:rPr>')) return sheet.replace(there, there.replace('</w:rPr>', `${size}</w:rPr>`));
  const whole = `<w:rPrDefault><w:rPr>${size}</w:rPr></w:rPrDefault>`;
  if (there !== undefined) return sheet.replace(there, whole);
  return sheet.includes('<w:docDefaults>')
    ? sheet.replace('<w:docDefaults>', `<w:docDefaults>${whole}`)
    : sheet.replace(/(<w:styles\b[^>]*>)/, `$1<w:docDefaults>${whole}</w:docDefaults>`);
}
