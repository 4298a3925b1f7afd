/** `letter NAME REF` and `letter pack REF` of an applicant to the independent review mechanism. */
import type { Context, Unit } from '../../context';
import { IRM_NOTIFIED } from '../../core/events/mechanism';
import { type IsoDate, isoDate } from '../../core/time/dates';
import { toDraft } from '../../documents/draft';
import { fill } from '../../documents/fill';
import type { DocumentModel } from '../../documents/model';
import { toText } from '../../documents/plain/to-text';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { Template } from '../../documents/template/template';
import { toHtml } from '../../documents/to-html';
import { toDocx } from '../../documents/word/to-docx';
import { UserError } from '../../errors';
import {
  fileName,
  folderTyped,
  formatTyped,
  isThere,
  refuseOverwriting,
  writeFiles,
} from '../../letters/files';
import {
  applicantData,
  applicantRecipient,
  determinationFor,
  documentsDue,
  type OfApplicant,
  refuseUntrueOf,
} from '../../letters/of-applicant';
import { sha256, wordFile } from '../../letters/one-document';
import type { Recipient } from '../../letters/recipient';
import { letterheadOf } from '../../letters/shelf';
import type { Applicant } from '../../store/applicants';
import { type DocumentFormat, lastMade, logDocument, logSent } from '../../store/outbox/document-log';
import { sentTyped } from './save';

export interface ApplicantLetterOptions {
  readonly to?: string;
  readonly which?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly sentOn?: string;
}

interface Document {
  readonly template: Template;
  readonly recipient: Recipient;
}

/** One document, for one reader. */
export async function applicantLetter(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  applicant: Applicant,
  template: Template,
  options: ApplicantLetterOptions,
): Promise<undefined> {
  const of = determinationFor(context, unit, applicant, options.which);
  refuseUntrueOf(of, template);
  const recipient = applicantRecipient(of, template, options.to);
  return make(of, shelf, [{ template, recipient }], options);
}

/** Every document of the last thing that happened. */
export async function applicantPack(
  context: Context,
  unit: Unit,
  shelf: TemplateShelf,
  applicant: Applicant,
  options: ApplicantLetterOptions,
): Promise<undefined> {
  const of = determinationFor(context, unit, applicant, options.which);
  const due = documentsDue(of, shelf);
  if (due.length === 0) {
    throw new UserError(
      `${of.label}: nothing goes out now. Nothing was written.`,
      `To see how it stands: irotool irm show ${applicant.ref}`,
    );
  }
  return make(of, shelf, due, options);
}

/** Fills all of them before the first is written; writes and logs them, all or nothing. */
async function make(
  of: OfApplicant,
  shelf: TemplateShelf,
  documents: readonly Document[],
  options: ApplicantLetterOptions,
): Promise<undefined> {
  const { context, applicant, determination } = of;
  const format = formatTyped(options.format);
  const isPrinted = options.out === '-' && format === 'txt';
  const folder = isPrinted ? null : folderTyped(context, options.out);
  const sentOn = sentTyped(context, options.sentOn);
  const models = documents.map((each) => ({
    ...each,
    model: fill(each.template, applicantData(of, each.recipient), shelf),
  }));
  const made: (Document & { readonly name: string; readonly bytes: Uint8Array })[] = [];
  for (const each of models) {
    const { template, recipient } = each;
    const named = (ending: string): string =>
      fileName([applicant.ref, determination.ref, template.name, recipient.tag], ending);
    made.push({
      ...each,
      name: named(format),
      bytes: await bytesOf(of, each.model, recipient, format, named('docx')),
    });
  }
  if (folder === null) {
    for (const { bytes } of made) context.io.stdout.write(new TextDecoder().decode(bytes));
    log(of, made, format, sentOn, []);
    return undefined;
  }
  const files = made.map(({ name, bytes }) => ({ folder, name, bytes }));
  const kept = options.force || sentOn === null ? [] : files.filter(isThere).map(({ name }) => name);
  const fresh = files.filter(({ name }) => !kept.includes(name));
  if (!options.force) refuseOverwriting(fresh.filter(isThere));
  const written = writeFiles(fresh, { over: options.force === true });
  try {
    log(of, made, format, sentOn, kept, () => written.finish());
    written.keep();
  } catch (error) {
    written.drop();
    throw error;
  }
  if (context.flags.json) {
    context.json({
      schema: 1,
      applicant: applicant.ref,
      determination: determination.ref,
      documents: made.map(({ name, template, recipient, bytes }) => ({
        ...{ file: name, letter: template.name, version: template.version, format, to: recipient.tag },
        ...{ sha256: sha256(bytes), sentOn },
      })),
    });
    return undefined;
  }
  for (const { name } of made) context.print(options.out === undefined ? name : `${options.out}/${name}`);
  if (sentOn !== null && documents.some(({ template }) => template.moment === IRM_NOTIFIED.kind)) {
    context.say(
      `That the papers went: irotool irm record ${applicant.ref} --which ${determination.ref} --papers-sent ${sentOn}`,
    );
  }
  return undefined;
}

async function bytesOf(
  { context, unit, applicant }: OfApplicant,
  model: DocumentModel,
  { name, email }: Recipient,
  format: DocumentFormat,
  word: string,
): Promise<Uint8Array> {
  if (format === 'txt') return new TextEncoder().encode(toText(model));
  if (format === 'html') return new TextEncoder().encode(toHtml(model));
  const docx = await toDocx(model, letterheadOf(context));
  if (format === 'docx') return docx;
  const address = unit.settings.get('unit.email') ?? unit.settings.get('mail.from');
  if (address === undefined) {
    throw new UserError(
      'The unit has no e-mail address to write from.',
      'irotool settings set unit.email name@council.gov.uk',
    );
  }
  return toDraft({
    model,
    to: email === null ? null : { name: name ?? '', address: email },
    from: { name: unit.settings.get('unit.name') ?? 'Reviewing unit', address },
    subject: `${applicant.ref}: about a determination`,
    attachments: [wordFile(word, docx)],
  });
}

/** Each in the log of what was made and sent, with whatever else is done in the same transaction. */
function log(
  { unit, applicant }: OfApplicant,
  made: readonly (Document & { readonly name: string; readonly bytes: Uint8Array })[],
  format: DocumentFormat,
  sentOn: IsoDate | null,
  kept: readonly string[],
  also: () => void = () => undefined,
): void {
  unit.save(() => {
    for (const { template, recipient, name, bytes } of made) {
      const identity = {
        ...{ childId: applicant.id, period: null, review: null },
        ...{ template: template.name, format, recipient: recipient.tag },
      };
      const known = kept.includes(name) ? lastMade(unit.db, identity) : undefined;
      if (known && sentOn) logSent(unit.db, known.id, isoDate(sentOn));
      else {
        const { version, rules } = template;
        logDocument(unit.db, { ...identity, version, rules, sha256: sha256(bytes), sentOn });
      }
    }
    also();
  });
}
