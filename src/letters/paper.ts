/** What documents are made on: the letterhead, and a browser while there is a PDF to make. */
import type { Context } from '../context';
import { type ToPdf, withBrowser } from '../documents/pdf/to-pdf';
import type { DocumentFormat } from '../store/outbox/document-log';
import { letterheadOf } from './shelf';

export interface Paper {
  readonly letterhead: Uint8Array;
  readonly toPdf: ToPdf;
}

/** Has documents made in a format; a browser is started for a PDF alone, and ended afterwards. */
export function withPaper<T>(
  context: Context,
  format: DocumentFormat,
  work: (paper: Paper) => Promise<T>,
): Promise<T> {
  const letterhead = letterheadOf(context);
  if (format === 'pdf') return withBrowser(context.io.env, (toPdf) => work({ letterhead, toPdf }));
  return work({ letterhead, toPdf: () => Promise.reject(new Error('No browser was started.')) });
}
