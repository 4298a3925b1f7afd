/** A style sheet for whoever needs large print: every size of letters in it is larger, and none is small. */

/** In half points: 16 points, which is what large print begins with. */
const SMALLEST = 32;
/** Word's own size if a sheet says none: ten points. */
const UNSAID = 20;
const LARGER = 4 / 3;

const larger = (size: number): number => Math.max(SMALLEST, Math.round(size * LARGER));

/** The same sheet with larger letters. */
export function inLargePrint(sheet: string): string {
  const sized = sheet.replace(
    /<w:(sz|szCs) w:val="(\d+)"/g,
    (_, name: string, size: string) => `<w:${name} w:val="${larger(Number(size))}"`,
  );
  return withDefaultSize(sized);
}

/** With a size said once for all that says none. */
function withDefaultSize(sheet: string): string {
  const size = `<w:sz w:val="${larger(UNSAID)}"/><w:szCs w:val="${larger(UNSAID)}"/>`;
  const there = /<w:rPrDefault>.*?<\/w:rPrDefault>|<w:rPrDefault\s*\/>/s.exec(sheet)?.[0];
  if (there !== undefined && /<w:sz /.test(there)) return sheet;
  if (there?.includes('</w:rPr>')) return sheet.replace(there, there.replace('</w:rPr>', `${size}</w:rPr>`));
  const whole = `<w:rPrDefault><w:rPr>${size}</w:rPr></w:rPrDefault>`;
  if (there !== undefined) return sheet.replace(there, whole);
  return sheet.includes('<w:docDefaults>')
    ? sheet.replace('<w:docDefaults>', `<w:docDefaults>${whole}`)
    : sheet.replace(/(<w:styles\b[^>]*>)/, `$1<w:docDefaults>${whole}</w:docDefaults>`);
}
