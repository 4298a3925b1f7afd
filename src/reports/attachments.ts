/** What `--attach` puts beside a message: the same report as a file. */
import type { Context } from '../context';
import { didYouMean, UsageError } from '../errors';
import type { Attachment } from '../nodemailer';
import type { OverdueReport } from './overdue/model';
import { overdueTable } from './overdue/rows';

const KINDS = ['docx', 'xlsx', 'csv'] as const;
export type AttachmentKind = (typeof KINDS)[number];

export const TYPES: Readonly<Record<AttachmentKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The kinds of `--attach docx,xlsx`; none if it was not typed. */
export function attachTyped(typed: string | undefined): readonly AttachmentKind[] {
  if (typed === undefined) return [];
  const words = typed.toLowerCase().split(/[\s,]+/);
  return [...new Set(words)].map((word) => {
    const found = KINDS.find((kind) => kind === word);
    if (found) return found;
    throw new UsageError(
      `--attach is docx, xlsx or csv; not "${word}".${didYouMean(word, KINDS)}`,
      'Several have commas between: --attach docx,csv',
    );
  });
}

/** The report as rows for a spreadsheet, which takes none of them for a formula. */
async function overdueCsv(report: OverdueReport): Promise<string> {
  const { toCsv } = await import('../exchange/csv-out');
  return toCsv(overdueTable(report));
}

/** The files, each called by the report and its day. */
export async function attachments(
  context: Context,
  report: OverdueReport,
  kinds: readonly AttachmentKind[],
): Promise<Attachment[]> {
  const files: Attachment[] = [];
  for (const kind of kinds) {
    const content = await fileOf(context, report, kind);
    files.push({ filename: `overdue-${report.today}.${kind}`, content, contentType: TYPES[kind] });
  }
  return files;
}

async function fileOf(context: Context, report: OverdueReport, kind: AttachmentKind): Promise<Uint8Array> {
  if (kind === 'csv') return new TextEncoder().encode(await overdueCsv(report));
  if (kind === 'xlsx') {
    const { overdueWorkbook } = await import('./overdue/workbook');
    return overdueWorkbook(report);
  }
  const [{ toDocx }, { overdueDocument }, { letterheadOf }] = await Promise.all([
    import('../documents/word/to-docx'),
    import('./overdue/document'),
    import('../letters/shelf'),
  ]);
  return toDocx(overdueDocument(report), letterheadOf(context));
}
