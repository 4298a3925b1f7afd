/** `report overdue --out`: each report as a draft e-mail that a person looks at and sends. */
import { extname, join } from 'node:path';
import type { Context, Unit } from '../context';
import { plainAddress } from '../core/address';
import { UsageError } from '../errors';
import { fileName, folderTyped } from '../letters/files';
import { compose } from '../nodemailer';
import { messageOf, senderOf } from './as-message';
import type { AttachmentKind } from './attachments';
import type { MadeReport } from './for-each-recipient';
import { fileTyped, writeReport } from './report-file';

/** Where drafts go: into a folder under names of their own, or one into a file. */
export type DraftPlace = { readonly folder: string } | { readonly file: string };

/** The place of `--out`; null if it was not typed. */
export function outTyped(context: Context, typed: string | undefined): DraftPlace | null {
  if (typed === undefined) return null;
  if (typed.trim() === '') throw new UsageError('--out is empty.', 'Such as: --out FOLDER');
  if (extname(typed).toLowerCase() !== '.eml') return { folder: folderTyped(context, typed) };
  return { file: fileTyped(context, typed, '--out', ['.eml'])! };
}

/** Writes the drafts over those of an earlier run of that day; the files it wrote. */
export async function writeDrafts(
  context: Context,
  unit: Unit,
  made: readonly MadeReport[],
  place: DraftPlace,
  attach: readonly AttachmentKind[],
): Promise<string[]> {
  const from = unit.settings.get('mail.from') ?? unit.settings.get('unit.email');
  const files: string[] = [];
  for (const each of made) {
    const { name, email } = each.recipient;
    const address = email === null ? null : plainAddress(email);
    const { content } = await compose({
      ...(await messageOf(context, each, attach)),
      from: from === undefined ? null : senderOf(unit, from),
      to: address === null ? null : { name: name ?? '', address },
      headers: { 'X-Unsent': '1' },
      date: null,
    });
    const file = 'file' in place ? place.file : join(place.folder, draftName(each));
    writeReport(context, file, content);
    files.push(file);
  }
  return files;
}

/** `overdue-2026-03-30-mo@council.gov.uk.eml`: the address says which of several is whose. */
function draftName({ report, recipient: { email, person } }: MadeReport): string {
  const whose = email ?? (person === null ? null : `person-${person.id}`);
  const parts = ['overdue', report.today, ...(whose === null ? [] : [whose.replaceAll('@', '-at-')])];
  return fileName(parts, 'eml');
}
