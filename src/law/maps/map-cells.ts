/** The parts of a map that every table has: columns, keys, which rows are read; and how a slip is said. */
import type { Vocabulary } from '../../core/events/vocabulary';
import { isRecord, type Path, wordsOf } from '../../core/rules/raw';
import { RuleReader } from '../../core/rules/rule-reader';
import { didYouMean } from '../../errors';
import type { FileFault, YamlFile } from '../../yaml';
import type { MapCell, MapKey, MapOnly } from './map';

const CELL_KEYS = ['column', 'is', 'words'];
const KEY_KEYS = ['column', 'through', 'at', 'take'];

export type MapValues = Readonly<Record<string, unknown>>;

/** A class only because every part is read by the same words and adds to the same faults. */
export class MapCells {
  readonly faults: FileFault[] = [];

  constructor(
    private readonly yaml: YamlFile,
    protected readonly vocabulary: Vocabulary,
  ) {}

  protected lineAt(path: Path): number {
    return this.yaml.lineAt(path);
  }

  protected say(path: Path, message: string): void {
    this.faults.push({ file: this.yaml.file, line: this.yaml.lineAt(path), message });
  }

  /** The values of one entry, read as those of a rule are. */
  protected values(raw: MapValues, _path: Path, keys: readonly string[], what: string): RuleReader {
    const reader = new RuleReader(raw, {
      ...{ pack: '', vocabulary: this.vocabulary, sources: new Set<string>(), suggest: didYouMean },
    });
    reader.checkKeys(keys, (key) => `there is no key "${key}" in ${what}.${didYouMean(key, keys)}`);
    return reader;
  }

  protected take(reader: RuleReader, path: Path): void {
    for (const fault of reader.faults) this.say([...path, ...fault.path], fault.message);
  }

  protected list(raw: unknown, path: Path, begins: string): readonly unknown[] {
    if (Array.isArray(raw) && raw.length > 0) return raw;
    this.say(path, `"${path.at(-1)}" is a list: each begins with "${begins}"`);
    return [];
  }

  protected key(raw: unknown, path: Path): MapKey | null {
    if (!isRecord(raw)) {
      const cell = this.cell(raw, path);
      return cell === null ? null : { ...cell, through: null };
    }
    const reader = this.values(raw, path, KEY_KEYS, 'a key');
    const [table, at, take] = [
      reader.text('through', true),
      reader.text('at', true),
      reader.text('take', true),
    ];
    this.take(reader, path);
    const cell = this.cell(raw.column, [...path, 'column']);
    if (cell === null || !table || !at || !take) return null;
    return { ...cell, through: { table, at, take } };
  }

  protected only(raw: unknown, path: Path): MapOnly[] {
    if (raw === undefined) return [];
    if (!isRecord(raw)) {
      this.say(path, '"only" says a column and its values: only: { Role: [IRO] }');
      return [];
    }
    return Object.entries(raw).map(([column, value]) => ({
      columns: [column],
      values: (Array.isArray(value) ? value : value === 'any' ? [] : [value]).map((each) =>
        String(each).toLowerCase(),
      ),
    }));
  }

  /** A column, several under one of which it stands, or a column with words for its values; or `is`, for every row. */
  protected cell(raw: unknown, path: Path): MapCell | null {
    const columns = this.columns(isRecord(raw) ? raw.column : raw);
    if (columns !== null && !isRecord(raw)) return { columns, is: null, words: {} };
    if (!isRecord(raw)) {
      this.say(path, `a column is written as words, not ${wordsOf(raw)}`);
      return null;
    }
    const reader = this.values(raw, path, CELL_KEYS, 'a column');
    this.take(reader, path);
    const words = isRecord(raw.words) ? raw.words : {};
    if (raw.words !== undefined && !isRecord(raw.words))
      this.say([...path, 'words'], '"words" says what each value means: words: { Male: M, Female: F }');
    if (raw.is !== undefined && raw.column !== undefined)
      this.say([...path, 'is'], '"is" is the same for every row: take out "column"');
    if (raw.is !== undefined) return { columns: [], is: String(raw.is), words: {} };
    if (columns === null) {
      this.say(path, '"column" is missing');
      return null;
    }
    return {
      ...{ columns, is: null },
      words: Object.fromEntries(
        Object.entries(words).map(([from, to]) => [from.toLowerCase(), to === null ? null : String(to)]),
      ),
    };
  }

  protected columns(raw: unknown): readonly string[] | null {
    const list = Array.isArray(raw) ? raw : [raw];
    const words = list.filter((each) => typeof each === 'string' && each.trim() !== '');
    return words.length === list.length && list.length > 0 ? words.map((each) => String(each).trim()) : null;
  }
}
