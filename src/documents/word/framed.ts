/** What stands in a frame of its own on a Word page: a summary, an empty box to draw in, an idea beside its picture. */
import { DRAWINGS, type Picture } from '../pictures/drawings';
import { escaped } from './parts';

const SIDES = ['top', 'left', 'bottom', 'right'];
const edges = (kind: 'single' | 'nil'): string =>
  `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="${kind}" w:sz="12" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders>`;
const ROOM = `<w:tblCellMar>${SIDES.map((side) => `<w:${side} w:w="113" w:type="dxa"/>`).join('')}</w:tblCellMar>`;

/** A table of one cell, as wide as the page, that is not torn. */
export function frameXml(content: string, height = 0): string {
  const high = height === 0 ? '' : `<w:trHeight w:val="${height}" w:hRule="exact"/>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${edges('single')}${ROOM}</w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/>${high}</w:trPr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="pct"/></w:tcPr>${content}</w:tc></w:tr></w:tbl>`
  );
}

/** Ideas one below the other, each beside its picture. A cell is a paragraph. */
export function ideasXml(rows: readonly { readonly picture: string; readonly words: string }[]): string {
  const cell = (content: string, share: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${share}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  const lines = rows.map(
    ({ picture, words }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(picture, 850)}${cell(words, 4150)}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${edges('nil')}${ROOM}</w:tblPr><w:tblGrid><w:gridCol w:w="1530"/><w:gridCol w:w="7470"/></w:tblGrid>${lines.join('')}</w:tbl>`;
}

const OFFICE = 'http://schemas.openxmlformats.org';
/** A fifth of a page's width: 20 mm, in the units of drawings. */
const WIDE = 720_000;

/** The names by which a page refers to a picture: of points, and as it is drawn. */
export const pictureIds = (name: Picture): { readonly points: string; readonly drawn: string } => ({
  points: `irotoolPng-${name}`,
  drawn: `irotoolSvg-${name}`,
});

/** A picture in a line, with what it shows for whoever hears the page. */
export function pictureRun(name: Picture, id: number): string {
  const { points, drawn } = pictureIds(name);
  const size = `cx="${WIDE}" cy="${WIDE}"`;
  const shows = escaped(DRAWINGS[name].shows);
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${size}/><wp:docPr id="${id}" name="${name}" descr="${shows}"/>` +
    `<a:graphic xmlns:a="${OFFICE}/drawingml/2006/main"><a:graphicData uri="${OFFICE}/drawingml/2006/picture">` +
    `<pic:pic xmlns:pic="${OFFICE}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}" descr="${shows}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${OFFICE}/officeDocument/2006/relationships" r:embed="${points}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${drawn}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}
