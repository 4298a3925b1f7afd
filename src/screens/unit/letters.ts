/** Letters, forms and records as a list, under what each is for. */
import { compare } from '../../core/compare';
import { columnWidths, linesAt, type Part } from '../../ui/rows';

/** The groups in their order. */
const HEADINGS: Readonly<Record<string, string>> = {
  invitation: 'LETTERS: invitations',
  notice: 'LETTERS: before a meeting, or if it changes',
  reasons: 'LETTERS: why someone is not invited',
  after: 'LETTERS: after a meeting, or another event',
  tracked: 'LETTERS: recommendations that are followed up',
  determination: 'LETTERS: of the review mechanism',
  sheet: 'PAPERS: for the meeting itself',
  form: 'FORMS',
  record: 'RECORDS',
};

interface Listed {
  readonly kind: string;
  /** As it is listed, and typed. */
  readonly name: string;
  readonly for: string;
}

/** Each with whom it is for, under its group; one for any age stands before those for some. */
export const letterRows =
  (letters: readonly Listed[]): Part =>
  (width) => {
    const cells = (all: readonly Listed[]): string[][] => all.map((each) => [each.name, each.for]);
    const widths = columnWidths(cells(letters), [{ whole: true }, { wraps: true, min: 24 }], width);
    const groups = Object.entries(HEADINGS).flatMap(([kind, heading]) => {
      const own = letters
        .filter((each) => each.kind === kind)
        .sort((one, other) => compare(one.name, other.name));
      return own.length === 0 ? [] : ['', heading, ...linesAt(cells(own), widths)];
    });
    return groups.slice(1);
  };
