/** What reading asks of the database: who is recorded under a key of another system, and who works here. */
import type { IsoDate } from '../../core/time/dates';
import type { RecordedCare } from '../ssda903/model';

export interface KnownHere {
  /** Our reference of a child whom their system calls so; undefined if none is kept. */
  refOf(key: string): string | undefined;
  /** A child of ours; undefined if there is none of that reference. */
  child(ref: string): { readonly ref: string; readonly born: IsoDate | null } | undefined;
  readonly wasInCare: RecordedCare;
  /** The number of a colleague, as it is kept; below nought for one to be added. Null for a name of several people. */
  colleague(name: string, roles: readonly string[]): string | null;
  /** The day on which the same was recorded before, whatever day that was; null if it was not. */
  recordedOn(ref: string, kind: string, attributes: Readonly<Record<string, string>>): IsoDate | null;
}
