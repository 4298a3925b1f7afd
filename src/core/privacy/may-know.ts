/** Who may know what of a child: where the child lives, and of which brothers and sisters. Pure. */
import { CARING } from '../reviews/who-should-come';

/** Someone a document is for. */
export interface Reader {
  /** By which events speak of them. */
  readonly ref: string;
  /** A colleague in the council, not one of the child's people. */
  readonly isStaff: boolean;
  /** What was recorded of one of the child's people. */
  readonly knowsPlacement: boolean;
}

const COLLEAGUES: readonly string[] = ['iro', 'social-worker'];

/** True of the IRO, the social worker and their colleagues in the council: they know of all children. */
export function isColleague({ ref, isStaff }: Pick<Reader, 'ref' | 'isStaff'>): boolean {
  return COLLEAGUES.includes(ref) || isStaff;
}

/** True of the child, the IRO, the social worker, their colleagues, and whoever was recorded to know. */
export function mayKnowPlacement(reader: Reader): boolean {
  return reader.ref === 'child' || isColleague(reader) || reader.knowsPlacement;
}

/** Roles whose names tell with whom a child lives, or who supports them there. */
const TELLING: readonly string[] = [...CARING, 'link-worker', 'supervising-social-worker'];

/** True if a person's name would tell with whom the child lives. */
export function tellsByName(role: string): boolean {
  return TELLING.includes(role);
}

/** True if someone may be told of a brother or sister: the child, colleagues, and whoever is of both. */
export function mayKnowSibling(reader: Pick<Reader, 'ref' | 'isStaff'>, isOfBoth: boolean): boolean {
  return reader.ref === 'child' || isColleague(reader) || isOfBoth;
}
