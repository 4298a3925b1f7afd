/** The documents that were made of a child, as `child show` has them: the last ones, the newest first. */
import type { Context, Unit } from '../../context';
import { londonDate } from '../../core/dates';
import { type LoggedDocument, latestDocuments } from '../../store/document-log';
import { rowLines } from '../../ui/rows';
import { dayIn, refAndReview } from '../../ui/words';

const SHOWN = 10;

/** The last documents of a child. */
export function documentsShown({ db }: Unit, childId: number): LoggedDocument[] {
  return latestDocuments(db, childId, SHOWN);
}

/** They as lines; none where none was made. */
export function documentLines(
  { today }: Context,
  ref: string,
  documents: readonly LoggedDocument[],
  width: number,
): string[] {
  if (documents.length === 0) return [];
  const rows = documents.map(({ madeAt, review, template, recipient, format, sentOn }) => [
    dayIn(londonDate(Date.parse(madeAt)), today),
    refAndReview(ref, review),
    template,
    recipient,
    sentOn === null ? format : `${format}, sent ${dayIn(sentOn, today)}`,
  ]);
  return ['', 'DOCUMENTS', ...rowLines(rows, [{}, {}, { whole: true }, {}, { wraps: true, min: 12 }], width)];
}

/** One of them as JSON. */
export function documentJson(document: LoggedDocument): object {
  const { template, version, format, recipient, review, rules, sha256, madeAt, madeBy, sentOn } = document;
  return { letter: template, version, format, to: recipient, review, rules, sha256, madeAt, madeBy, sentOn };
}
