/** What the unit calls itself in its reports. */
import type { Unit } from '../context';

/** The unit's name, or its council's; null if it has neither. */
export const unitName = ({ settings }: Unit): string | null =>
  settings.get('unit.name') ?? settings.get('council.name') ?? null;
