/**
 * A citation in words, with how well it was checked: a weak grade is always shown.
 */

import type { Citation, Grade, Pack } from '../../core/rules/rule';
import { plainDate } from '../../core/time/dates';
import { sourceOf } from '../../law/shipped';

const READ: Readonly<Record<Grade, (on: string) => string>> = {
  primary: (on) => `Text read on ${on}.`,
  quoted: (on) => `Read on ${on} as another source quotes it.`,
  source: (on) => `Read on ${on} in the procedure or advice page named.`,
  unverified: (on) => `UNVERIFIED: from memory, on ${on}; nobody has yet read it there.`,
};

/** `Care Planning Regulations 2010, reg 33(1)`. */
export function placeWords(citation: Citation, pack: Pack): string {
  const title = sourceOf(pack, citation.id)?.title ?? citation.id;
  return citation.at === null ? title : `${title}, ${citation.at}`;
}

/** `Text read on 22 November 2026.` */
export function readWords(citation: Citation): string {
  return READ[citation.grade](plainDate(citation.checked));
}

/** What must be known of a source that nobody has read where it stands; nothing for one that was read. */
export function weakWords({ grade }: Citation): string {
  if (grade === 'quoted') return 'Read as another source quotes it.';
  return grade === 'unverified' ? 'Unverified: from memory.' : '';
}
