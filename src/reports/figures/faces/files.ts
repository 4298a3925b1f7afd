/** Every face that a report of figures has as a file. */
import type { Context } from '../../../context';
import { toCsv } from '../../../exchange/csv-out';
import type { Paper } from '../../../letters/paper';
import { figuresJson, figuresRows } from './data';
import type { MadeFigures } from './head';
import { figureLines } from './text';

export interface Face {
  /** What the name of such a file may end in. */
  readonly endings: readonly string[];
  bytes(made: MadeFigures, context: Context): Promise<Uint8Array>;
}

const TEXT_WIDTH = 80;
const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** On the council's letterhead, or by the browser that is there. */
async function onPaper(
  context: Context,
  format: 'docx' | 'pdf',
  make: (paper: Paper) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { withPaper } = await import('../../../letters/paper');
  return withPaper(context, format, make);
}

export const FACES: readonly Face[] = [
  {
    endings: ['.html', '.htm'],
    bytes: async (made) => asBytes((await import('./page')).figuresPage(made)),
  },
  {
    endings: ['.xlsx'],
    bytes: async (made) => (await import('./workbook')).figuresWorkbook(made),
  },
  {
    endings: ['.docx'],
    bytes: async (made, context) => {
      const { figuresDocument } = await import('./document');
      const { modelBytes } = await import('../../../letters/one-document');
      return onPaper(context, 'docx', (paper) => modelBytes(figuresDocument(made), 'docx', paper));
    },
  },
  {
    endings: ['.pdf'],
    bytes: async (made, context) => {
      const { figuresPage } = await import('./page');
      return onPaper(context, 'pdf', ({ toPdf }) => toPdf(figuresPage(made)));
    },
  },
  { endings: ['.csv'], bytes: async (made) => asBytes(toCsv(figuresRows(made, null))) },
  {
    endings: ['.json'],
    bytes: async (made) => asBytes(`${JSON.stringify({ schema: 1, ...figuresJson(made, null) }, null, 2)}\n`),
  },
  {
    endings: ['.txt'],
    bytes: async (made) =>
      asBytes(`${figureLines(made, null, { width: TEXT_WIDTH, hasBars: false }).join('\n')}\n`),
  },
];
