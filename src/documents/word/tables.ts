/** Tables as Word's markup: of words, and of numbers. */
import { type Block, type Inline, plainText } from '../model';
import { columnShares, numberShares } from './column-shares';
import { runs, type WordSheet } from './inlines';
import { marked } from './marks';
import { paragraph, TOGETHER } from './parts';

export const NO_GAP = '<w:spacing w:before="0" w:after="0"/>';
export const CELL_GAP = '<w:spacing w:before="40" w:after="40"/>';
/** In small print lines stand closer. */
const SMALL_GAP = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>';
/** Of what is looked up more than read: numbers, and what they count. */
export const SMALL_PRINT = { size: 9 } as const;
const TO_THE_RIGHT = '<w:jc w:val="right"/>';
/** So many rows of numbers stand on one page. */
const MOST_ON_A_PAGE = 32;

export const cellWidth = (share: number): string => `<w:tcW w:w="${Math.floor(5000 * share)}" w:type="pct"/>`;

/** As wide as the page; its first row is said again on each page, and no row is torn. */
export function tableXml(block: Block & { kind: 'table' }, sheet: WordSheet): string {
  const { header, rows, mark, isOfNumbers = false } = block;
  const isHeaded = header.some((cell) => plainText(cell) !== '');
  const shares = (isOfNumbers ? numberShares : columnShares)([header, ...rows], header.length);
  const columns = shares.map((share) => `<w:gridCol w:w="${Math.floor(9000 * share)}"/>`).join('');
  const isWhole = isOfNumbers && rows.length <= MOST_ON_A_PAGE;
  const row = (cells: readonly (readonly Inline[])[], isHeader: boolean, isKept: boolean): string => {
    const looks = `<w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`;
    const look = { ...(isHeader && { bold: true as const }), ...(isOfNumbers && SMALL_PRINT) };
    const filled = header.map((_, at) => runs(cells[at] ?? [], sheet, look));
    if (isHeader) filled[0] = marked({ mark }, sheet) + filled[0]!;
    const cell = (words: string, at: number): string => {
      const gap = isOfNumbers ? SMALL_GAP + (at > 0 ? TO_THE_RIGHT : '') : CELL_GAP;
      const inside = paragraph(sheet.styles.body, words, (isKept ? TOGETHER : '') + gap);
      return `<w:tc><w:tcPr>${cellWidth(shares[at]!)}</w:tcPr>${inside}</w:tc>`;
    };
    return `<w:tr>${looks}${filled.map(cell).join('')}</w:tr>`;
  };
  const body = rows.map((cells, at) => row(cells, false, isWhole && at < rows.length - 1)).join('');
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${sheet.styles.table}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>` +
    `<w:tblGrid>${columns}</w:tblGrid>${isHeaded ? row(header, true, true) : ''}${body}</w:tbl>` +
    // Two tables that touch become one, and a page cannot end with one.
    paragraph(sheet.styles.body, '', NO_GAP)
  );
}
