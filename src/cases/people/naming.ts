/** How a name is read that was typed. */
import type { Db } from '../../store/sqlite';

export interface Naming {
  readonly db: Db;
  /** True if a part of a name stands for the whole. */
  readonly takesParts: boolean;
  /** Says whom a part of a name was taken for. */
  echo(text: string): void;
}
