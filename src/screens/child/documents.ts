/** The documents that were made of a child, as `child show` has them: the newest first. */
import type { Context } from '../../context';
import { londonDate } from '../../core/time/dates';
import type { LoggedDocument } from '../../store/outbox/document-log';
import { columnWidths, linesAt, type Part } from '../../ui/rows';
import { dayIn, refAndReview, wrap } from '../../ui/words';

/** How many a screen has. */
const SHOWN = 10;
/** Of a hash, enough to tell one file from another. */
const HASH = 12;

/** The last of them, each with its version, its hash and its rules below; none if none was made. */
export function documentParts({ today }: Context, ref: string, documents: readonly LoggedDocument[]): Part[] {
  if (documents.length === 0) return [];
  const shown = documents.slice(0, SHOWN);
  const rows = shown.map(({ madeAt, review, template, recipient, format, sentOn }) => [
    dayIn(londonDate(Date.parse(madeAt)), today),
    refAndReview(ref, review),
    template,
    recipient,
    sentOn === null ? format : `${format}, sent ${dayIn(sentOn, today)}`,
  ]);
  const withMore = (width: number): string[] => {
    const widths = columnWidths(rows, [{}, {}, { whole: true }, {}, { wraps: true, min: 12 }], width);
    // Row by row: on a narrow screen even the day is on two lines.
    return shown.flatMap((document, at) => [...linesAt([rows[at]!], widths), ...moreOf(document, width)]);
  };
  const more = documents.length - shown.length;
  const others = more === 0 ? [] : [` and ${more} more: irotool child show ${ref} --json`];
  return ['', 'DOCUMENTS', withMore, ...others];
}

function moreOf({ version, sha256, rules }: LoggedDocument, width: number): string[] {
  const relied = rules.length === 0 ? [] : [`rules ${rules.join(', ')}`];
  const words = [`version ${version}`, `hash ${sha256.slice(0, HASH)}`, ...relied].join('; ');
  return wrap(words, width - 4).map((line) => `    ${line}`);
}

/** One of them as JSON. */
export function documentJson(document: LoggedDocument): object {
  const { template, version, format, recipient, review, rules, sha256, madeAt, madeBy, sentOn } = document;
  return { letter: template, version, format, to: recipient, review, rules, sha256, madeAt, madeBy, sentOn };
}
