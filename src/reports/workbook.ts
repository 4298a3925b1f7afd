/** Reports as a workbook: the only file that imports write-excel-file. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import { shown } from '../core/shown';
import { daysBetween, type IsoDate, isoDate } from '../core/time/dates';

/** What a cell holds: words, a number, a day, a share of a hundred; '' is empty. `looks` makes it stand out. */
export type BookCell =
  | string
  | number
  | { readonly day: IsoDate }
  | { readonly share: number }
  | { readonly text: string; readonly looks: 'strong' | 'late' };

export interface BookSheet {
  readonly name: string;
  /** The headings, each with how wide its column is, in letters. */
  readonly heads: readonly { readonly words: string; readonly width: number }[];
  /** Every row is as long as the headings. */
  readonly rows: readonly (readonly BookCell[])[];
}

/**
 * The bytes of an .xlsx file. No cell is a formula. Columns in which nothing stands are hidden, the headings stay where
 * they are and have a filter, and a sheet prints on pages as wide as it is, each with the headings and the warning.
 */
export function workbookOf(sheets: readonly BookSheet[], warning: string): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeExcelFile(
    sheets.map(({ heads, rows }, at) => ({
      sheet: names[at]!,
      columns: heads.map(({ width }) => ({ width })),
      data: [
        heads.map(
          ({ words }): CellObject => ({ value: shown(words), type: String, fontWeight: 'bold', wrap: true }),
        ),
        ...rows.map((row) => row.map(cellOf)),
      ] as SheetData,
      ...{ stickyRowsCount: 1, orientation: 'landscape' as const },
    })),
    { features: [laidOut(sheets, names, warning)] },
  ).toBuffer();
}

const LONGEST_NAME = 31;

/** What spreadsheets take for names of sheets: short, without some signs, and each another. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = shown(name)
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` ${number}`;
      const found = shortened(plain, LONGEST_NAME - end.length) + end;
      if (taken.has(found.toLowerCase())) continue;
      taken.add(found.toLowerCase());
      return found;
    }
  });
}

/** The first words of it, as far as there is room. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  return (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.slice(0, most)).replace(/[, ]+$/, '');
}

/** A filter on the headings, one page across, no empty columns, and what stands on each page: what the library has no option for. */
const laidOut = (
  sheets: readonly BookSheet[],
  names: readonly string[],
  warning: string,
): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const { heads, rows } = sheets[sheetIndex]!;
          const empty = heads.flatMap((_, at) => (rows.every((row) => row[at] === '') ? [at + 1] : []));
          const to = `${columnName(heads.length)}${rows.length + 1}`;
          const footer = `&amp;L${forXml(warning)}&amp;R&amp;P / &amp;N`;
          const filtered = xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${to}"/>`)
            .replace(
              /<pageSetup ([^>]*)\/>/,
              (_, own: string) =>
                `<pageSetup fitToWidth="1" fitToHeight="0" ${own}/><headerFooter><oddFooter>${footer}</oddFooter></headerFooter>`,
            );
          return empty.reduce(
            (all, at) => all.replace(`<col min="${at}" `, `<col hidden="1" min="${at}" `),
            filtered,
          );
        },
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const titles = names.map(
            (name, at) =>
              `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${forXml(name)}'!$1:$1</definedName>`,
          );
          return xml.replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`);
        },
      },
    },
  },
});

const forXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `A` for the first, `AA` for the 27th. */
const columnName = (at: number): string =>
  at > 26
    ? columnName(Math.floor((at - 1) / 26)) + columnName(((at - 1) % 26) + 1)
    : String.fromCharCode(64 + at);

/** The red of what is late. */
const LATE = '#b10e1e';

function cellOf(cell: BookCell): CellObject | null {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: shown(cell), type: String };
  if ('day' in cell) {
    // A date is a count of days to a spreadsheet, which takes 1900 for a leap year: right from March on.
    const serial = daysBetween(isoDate('1900-03-01'), cell.day) + 61;
    return { value: serial, type: Number, format: 'dd/mm/yyyy' };
  }
  if ('share' in cell) return { value: Math.round(cell.share * 10) / 1000, type: Number, format: '0.0%' };
  const late = cell.looks === 'late' ? { textColor: LATE } : {};
  return { value: shown(cell.text), type: String, fontWeight: 'bold', ...late };
}
