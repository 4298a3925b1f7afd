/** What makes two records look like one child. Pure. */
import type { IsoDate } from '../time/dates';

export interface ChildDescribed {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly upn: string | null;
}

/** The codes UN1 to UN7 and the like stand for having no unique pupil number: they tell nobody apart. */
function isRealUpn(upn: string | null): upn is string {
  return upn !== null && upn.trim() !== '' && !/^UN\d*$/i.test(upn.trim());
}

/** The reference as a spreadsheet leaves it that takes it for a number. */
export function withoutLeadingZeros(ref: string): string {
  return ref.replace(/^0+(?=\d)/, '').toLowerCase();
}

export type Likeness = 'leading zeros' | 'pupil number';

/** Looks up which records, of those entered, are very likely of the same child as another. */
export class Lookalikes<D extends ChildDescribed> {
  private readonly byMark = new Map<string, D[]>();

  constructor(records: Iterable<D> = []) {
    for (const record of records) this.enter(record);
  }

  enter(record: D): void {
    for (const mark of marksOf(record)) {
      const same = this.byMark.get(mark);
      if (same) same.push(record);
      else this.byMark.set(mark, [record]);
    }
  }

  /** The first of another reference with the same birthday, and a reference or pupil number that is the same. */
  like(record: ChildDescribed): { readonly other: D; readonly by: Likeness } | null {
    for (const [at, mark] of marksOf(record).entries()) {
      const other = this.byMark.get(mark)?.find(({ ref }) => ref.toLowerCase() !== record.ref.toLowerCase());
      if (other !== undefined) return { other, by: at === 0 ? 'leading zeros' : 'pupil number' };
    }
    return null;
  }
}

function marksOf({ ref, born, upn }: ChildDescribed): string[] {
  if (born === null) return [];
  const marks = [`${born} ref ${withoutLeadingZeros(ref)}`];
  if (isRealUpn(upn)) marks.push(`${born} upn ${upn.trim().toUpperCase()}`);
  return marks;
}
