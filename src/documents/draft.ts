/**
 * A document as an e-mail that is not yet sent (an .eml file): opened in a mail program it is a draft that
 * a person reads, changes and sends. Nothing here sends anything.
 */
import { type Attachment, compose, type Mailbox } from '../nodemailer';
import type { DocumentModel } from './model';
import { toText } from './plain/to-text';
import { toHtml } from './to-html';

export type { Attachment, Mailbox };

export interface MailDraft {
  readonly model: DocumentModel;
  /** Null if no address is known: the person who sends it fills it in. */
  readonly to: Mailbox | null;
  readonly from: Mailbox | null;
  /** The reference and what it is about. Never a name. */
  readonly subject: string;
  readonly attachments: readonly Attachment[];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** The type of a Word file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The draft as a file. The same draft is the same file. UserError for an address that is none. */
export async function toDraft({ model, ...draft }: MailDraft): Promise<Uint8Array> {
  const message = { ...draft, text: toText(model), html: toHtml(model) };
  const { content } = await compose({ ...message, headers: { 'X-Unsent': '1' }, date: null });
  return content;
}
