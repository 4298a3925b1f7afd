/** One document for one reader: filled, held against what they may not know, and made in a format. */

import { createHash } from 'node:crypto';
import type { Context } from '../context';
import { type Attachment, toDraft, WORD_TYPE } from '../documents/draft';
import { fill, neededBy, suppliedBy } from '../documents/fill';
import { wordsIn } from '../documents/fixed-words';
import type { DocumentModel } from '../documents/model';
import { toText } from '../documents/plain/to-text';
import type { Field } from '../documents/template/field-kinds';
import { isAbsent, valueAt } from '../documents/template/fields';
import type { TemplateShelf } from '../documents/template/shelf';
import type { Template } from '../documents/template/template';
import { toHtml } from '../documents/to-html';
import { toDocx } from '../documents/word/to-docx';
import { UserError } from '../errors';
import type { DocumentFormat } from '../store/outbox/document-log';
import { calendarOf } from './calendar';
import { plannedBy } from './courses';
import { letterData } from './data/all';
import { coveringOf } from './data/covering';
import { ownWordsNotes } from './data/own-words';
import { fileName } from './files';
import type { LetterCase } from './letter-case';
import type { Letter, ToMake } from './letter-made';
import { needsOf } from './needs';
import type { Paper } from './paper';
import type { Addressee } from './recipient';
import { forWords, notesOn, sourceOf, toldAllTheSame } from './withheld';
import { hiddenFrom } from './withheld-from';

/** A field that a document needs and nobody has recorded. */
export interface MissingField {
  readonly path: string;
  readonly template: string;
  /** Whose, where it is of one reader. */
  readonly tag: string;
  readonly supply: string;
  readonly field: Field | undefined;
}

/** The fields that a document needs and that are missing: all of them at once. */
export function missingFor(
  { template, recipient, review, tracked }: ToMake,
  shelf: TemplateShelf,
): MissingField[] {
  const { fields } = shelf;
  const { data } = letterData(review, recipient, template, tracked);
  return neededBy(template, shelf)
    .filter((path) => isAbsent(valueAt(data, path)))
    .map((path) => {
      const own = recordedAs(path, recipient);
      const of = fields.at(own) === undefined ? path : own;
      const supply = plannedBy(review.sort, suppliedBy(fields, data, of));
      return {
        ...{ path, template: template.name, tag: recipient.tag, field: fields.at(of) },
        supply: of === path ? ofTheirs(supply, path, recipient) : supply,
      };
    });
}

/** Those who are recorded elsewhere than among the child's people: their fields by the name they have there. */
const RECORDED_AS: Readonly<Record<string, string>> = {
  child: 'child',
  iro: 'iro',
  'social-worker': 'socialWorker',
};

const recordedAs = (path: string, { ref }: Addressee): string =>
  path.replace(/^addressee(?=\.)/, (said) => RECORDED_AS[ref] ?? said);

/** Of one of the child's people who is recorded, the command names them by their tag. */
const ofTheirs = (supply: string, path: string, { ref, name, delegateOf }: Addressee): string =>
  path.startsWith('addressee.') && name !== null && delegateOf === null
    ? supply.replace('"NAME"', `--tag ${ref}`)
    : supply;

/** Fills it. Nothing that the reader may not know of the placement gets through. */
export function letterOf(making: ToMake, shelf: TemplateShelf): Letter {
  const { template, recipient, review, tracked } = making;
  refuseUnread(template, review);
  const { data, withheld, hidden, venue, link } = letterData(review, recipient, template, tracked);
  const filled = fill(template, data, shelf, (command) => plannedBy(review.sort, command));
  // Easy read is in large letters too.
  const isLarge =
    making.largePrint || template.written === 'easy-read' || needsOf(review, recipient).largePrint;
  const model = isLarge ? { ...filled, largePrint: true as const } : filled;
  const told = toldAllTheSame(model, data, hidden);
  if (told !== null) {
    throw new UserError(
      `${review.label}: ${template.name} would tell ${forWords(recipient)} ${wouldTell(told)}. Nothing was written.`,
      `Take it out of what is recorded, or of the template: irotool template show ${template.name}`,
    );
  }
  const source = sourceOf(template, shelf);
  const notes = [
    ...(making.chosen ?? []),
    ...notesOn(recipient, withheld, source),
    ...ownWordsNotes(making, source, hiddenFrom(review, recipient)),
  ];
  return { ...making, model, covering: () => coveringOf(making, model, shelf), notes, venue, link };
}

/** Refuses a letter in a language whose words here nobody has read who speaks it. */
function refuseUnread({ name, language }: Template, { unit }: LetterCase): void {
  if (language === null || languagesRead(unit.settings).includes(language)) return;
  const { called } = wordsIn(language);
  throw new UserError(
    `${name} is in ${called}, and it is not recorded that a speaker has read what every letter says in ${called}. Nothing was written.`,
    `To see it: irotool template preview ${name}. Once it was read: irotool settings set letters.languages ${[...languagesRead(unit.settings), language].join(',')}`,
  );
}

/** The languages whose fixed words a speaker has read. */
const languagesRead = (settings: ReadonlyMap<string, string>): readonly string[] =>
  (settings.get('letters.languages') ?? '').split(',').filter(Boolean);

/** `where the child lives, or with whom` of `who may not know where the child lives: the placement …`. */
function wouldTell(because: string): string {
  const [, what = ''] = /^who may not know (.*?)(?::|$)/.exec(because) ?? [];
  return what.startsWith('where') ? `${what}, or with whom` : what;
}

/** `K77-1-invitation-parent-mother.docx` */
export function nameOf({ template, recipient, review, tracked }: ToMake, format: DocumentFormat): string {
  const which = tracked === null ? [] : [tracked.ref];
  return fileName([review.child.ref, review.inFile, template.name, ...which, recipient.tag], format);
}

/** What an e-mail about a document says it is, after the reference. */
const SUBJECTS: Readonly<Record<string, string>> = {
  invitation: 'invitation to a review',
  form: 'your views for a review',
  notice: 'about a review',
  reasons: 'about a review',
  record: 'record of a review',
  sheet: 'papers for a review',
  after: 'after a review',
  tracked: 'a recommendation',
  determination: 'about a determination',
  conference: 'about a conference',
  dispute: 'about a disagreement',
  adoption: 'about a review',
  secure: 'about a review',
  pathway: 'about a review',
  remand: 'about a plan',
};

/** The document's bytes. `enclosed`: more to attach to an e-mail. */
export async function bytesOf(
  context: Context,
  letter: Letter,
  format: DocumentFormat,
  paper: Paper,
  enclosed: readonly Attachment[] = [],
): Promise<Uint8Array> {
  if (format !== 'eml') return modelBytes(letter.model, format, paper);
  const word = await toDocx(letter.model, paper.letterhead);
  return draftOf(context, letter, [wordFile(nameOf(letter, 'docx'), word), ...enclosed]);
}

/** The bytes of what a document says, which need not be of anyone. */
export async function modelBytes(
  model: DocumentModel,
  format: Exclude<DocumentFormat, 'eml'>,
  { letterhead, toPdf }: Paper,
): Promise<Uint8Array> {
  switch (format) {
    case 'txt':
      return asBytes(toText(model));
    case 'html':
      return asBytes(toHtml(model));
    case 'pdf':
      return toPdf(toHtml(model));
    case 'docx':
      return toDocx(model, letterhead);
  }
}

/** A Word file to attach. */
export const wordFile = (filename: string, content: Uint8Array): Attachment => ({
  filename,
  content,
  contentType: WORD_TYPE,
});

const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function draftOf(
  context: Context,
  letter: Letter,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const { template, recipient, review, model } = letter;
  const { settings } = review.unit;
  const { email, name } = recipient;
  const sender = settings.get('unit.email') ?? settings.get('mail.from');
  if (sender === undefined) {
    throw new UserError(
      'The unit has no e-mail address to write from.',
      'irotool settings set unit.email name@council.gov.uk',
    );
  }
  const from = { name: settings.get('unit.name') ?? 'Reviewing unit', address: sender };
  const calendar = calendarOf(context, letter, from);
  return toDraft({
    model: letter.covering() ?? model,
    to: email === null ? null : { name: name ?? '', address: email },
    from,
    subject: `${review.child.ref}: ${SUBJECTS[review.sort] ?? SUBJECTS[template.kind] ?? 'a letter'}`,
    attachments,
    ...(calendar === null ? {} : { calendar }),
  });
}

/**
 * What is to be told of a document to whoever makes it: what was held back, and that a draft has nobody in
 * its To. A child has no address here, and that goes without saying.
 */
export function notesOf(letter: Letter, format: DocumentFormat): readonly string[] {
  const { recipient, review, notes } = letter;
  if (format !== 'eml' || recipient.email !== null || recipient.ref === 'child') return notes;
  return [
    ...notes,
    `No e-mail address is recorded for ${forWords(recipient)}: the draft has no To, for whoever sends it to fill in. To record one: ${howToAddEmail(review.child.ref, recipient)}`,
  ];
}

function howToAddEmail(ref: string, { ref: tag, role, delegateOf, isStaff }: Addressee): string {
  if (role === 'applicant') return `irotool irm edit ${ref} --email ADDRESS`;
  if (role === 'mechanism') return 'irotool settings set mechanism.email ADDRESS';
  if (delegateOf !== null) return `irotool child link ${ref} NAME --role other --email ADDRESS`;
  if (isStaff) return `irotool person edit NAME --role ${role} --email ADDRESS`;
  return `irotool child link ${ref} --tag ${tag} --email ADDRESS`;
}

/** The hash of a file, by which the log knows it again. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
