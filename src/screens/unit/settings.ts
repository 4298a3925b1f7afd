/** Settings as a list, under what they are for. */
import { columnWidths, linesAt, type Part } from '../../ui/rows';

/** The groups of `settings list`, with what the keys of each begin with. */
const SETTING_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'COUNCIL AND UNIT': ['council.', 'unit.'],
  LETTERS: ['signatory.', 'advocacy', 'complaints', 'mechanism.', 'enclosures', 'letters.'],
  RULES: ['pack', 'go-live', 'closed-days', 'midway-check'],
  SCREEN: ['screen.'],
  MAIL: ['mail.'],
  'GIVING DATA': ['export.'],
};

interface Setting {
  readonly key: string;
  readonly value: string | null;
  readonly about: string;
}

/** Each under its group, with its value if these are set. */
export const settingRows =
  (settings: readonly Setting[], areUnset: boolean): Part =>
  (width) => {
    const cells = (all: readonly Setting[]): string[][] =>
      all.map(({ key, value, about }) => (areUnset ? [key, about] : [key, value!, about]));
    const columns = areUnset
      ? ([{ whole: true }, { wraps: true }] as const)
      : ([{ whole: true }, { wraps: true, min: 12 }, {}] as const);
    const widths = columnWidths(cells(settings), columns, width);
    const groups = Object.entries(SETTING_GROUPS).flatMap(([heading, begins]) => {
      const own = settings.filter(({ key }) => begins.some((begin) => key.startsWith(begin)));
      return own.length === 0 ? [] : ['', heading, ...linesAt(cells(own), widths)];
    });
    return groups.slice(1);
  };
