/** What was typed of a letter, to be typed again for the next: the same review, format, folder and place. */
import { asTyped } from '../ui/as-typed';

interface Typed {
  readonly of?: string;
  readonly which?: string;
  readonly moment?: string | undefined;
  readonly review?: string;
  readonly format?: string;
  readonly out?: string;
  readonly tellVenue?: true;
  readonly despiteNoContact?: true;
  readonly largePrint?: true;
}

/** ` --review 2 --format eml --out letters`: without it the next command would make another file elsewhere. */
export function typedAgain({
  of,
  which,
  moment,
  review,
  format,
  out,
  tellVenue,
  despiteNoContact,
  largePrint,
}: Typed): string {
  const words: string[] = [];
  if (of !== undefined) words.push(`--of ${of}`);
  if (which !== undefined) words.push(`--which ${which}`);
  if (moment !== undefined) words.push(`--moment ${moment}`);
  if (review !== undefined) words.push(`--review ${review}`);
  if (format !== undefined) words.push(`--format ${format}`);
  if (out !== undefined) words.push(`--out ${asTyped(out)}`);
  if (tellVenue === true) words.push('--tell-venue');
  if (despiteNoContact === true) words.push('--despite-no-contact');
  if (largePrint === true) words.push('--large-print');
  return words.map((word) => ` ${word}`).join('');
}
