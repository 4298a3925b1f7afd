/** The covering e-mail of what is no letter: a record, a form or a paper is attached, and does not stand in the message. */
import type { DocumentData } from '../../documents/fill';
import { fill } from '../../documents/fill';
import type { DocumentModel } from '../../documents/model';
import type { TemplateShelf } from '../../documents/template/shelf';
import { isLetter } from '../../documents/template/template';
import { capital } from '../../ui/words';
import type { ToMake } from '../letter-made';
import { letterData } from './all';

const COVERING = 'covering-email';

/** What the message says; null of a letter, which says it itself, and of what a child is handed. */
export function coveringOf(
  { template, recipient, review, tracked }: ToMake,
  { title }: DocumentModel,
  shelf: TemplateShelf,
): DocumentModel | null {
  const covering = shelf.templates.get(COVERING);
  if (covering === undefined || isLetter(template.kind) || recipient.ref === 'child') return null;
  const { data } = letterData(review, recipient, covering, tracked);
  const said: DocumentData = {
    ...data,
    // Someone whose name is not recorded is greeted by who they are.
    addressee: { name: capital(recipient.called), ...(data.addressee as object) },
    enclosed: { title, ...(template.kind === 'form' ? { isForm: true } : {}) },
  };
  return fill(covering, said, shelf);
}
