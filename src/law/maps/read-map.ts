/**
 * A map from its YAML, checked as packs are: an unknown key, event, attribute or choice is a fault with its line and
 * what was meant. Nothing is guessed.
 */
import type { AttributeSpec } from '../../core/events/attribute';
import { readAttribute } from '../../core/events/reading';
import type { Vocabulary } from '../../core/events/vocabulary';
import { isRecord, type Path } from '../../core/rules/raw';
import { didYouMean } from '../../errors';
import { type FileFault, readYaml } from '../../yaml';
import {
  CARE_PARTS,
  type CaseMap,
  CHILD_PARTS,
  type ChildPart,
  type MapCare,
  type MapCell,
  type MapElsewhere,
  type MapEvent,
  type MapTable,
} from './map';
import { MapCells, type MapValues } from './map-cells';

export interface MapReading {
  /** Null if there are faults. */
  readonly map: CaseMap | null;
  readonly faults: readonly FileFault[];
}

const MAP_KEYS = ['name', 'title', 'system', 'tables'];
const TABLE_KEYS = ['table', 'key', 'only', 'child', 'care', 'colleagues', 'events'];
const EVENT_KEYS = ['event', 'on', 'only', 'attributes'];
const ELSEWHERE_KEYS = ['table', 'take', 'at', 'by', 'of', 'since'];
/** What a column cannot say: who someone is by the tags of one child's record, or which case of ours is meant. */
const BY_HAND: ReadonlySet<string> = new Set([
  ...['who', 'people', 'children', 'refTo', 'disputed', 'ofAction', 'review'],
]);

/** Reads a map; `file` is how it is called in faults. */
export function readMap(file: string, text: string, vocabulary: Vocabulary): MapReading {
  const yaml = readYaml(file, text);
  if (yaml.faults.length > 0) return { map: null, faults: yaml.faults };
  if (!isRecord(yaml.value)) {
    const message = 'a map begins with "name:", "title:" and "tables:"';
    return { map: null, faults: [{ file, line: 1, message }] };
  }
  const reader = new MapReader(yaml, vocabulary);
  const map = reader.read(yaml.value);
  return { map: reader.faults.length > 0 ? null : map, faults: reader.faults };
}

/** Reads the tables of a map, on what every part of one has. */
class MapReader extends MapCells {
  read(raw: MapValues): CaseMap {
    const map = this.values(raw, [], MAP_KEYS, 'a map');
    const name = map.text('name', true) ?? '';
    if (name !== '' && !/^[a-z][a-z0-9-]*$/.test(name))
      map.fault('name', `a map's name is small letters, figures and hyphens; not "${name}"`);
    const title = map.text('title', true) ?? name;
    const system = map.text('system', false) ?? name;
    if (!Array.isArray(raw.tables) || raw.tables.length === 0)
      map.fault('tables', '"tables" is a list: each begins with "- table:"');
    this.take(map, []);
    const tables = Array.isArray(raw.tables) ? raw.tables : [];
    return { name, title, system, tables: tables.flatMap((each, at) => this.table(each, ['tables', at])) };
  }

  private table(raw: unknown, path: Path): MapTable[] {
    if (!isRecord(raw)) {
      this.say(path, 'a table begins with "- table:"');
      return [];
    }
    const reader = this.values(raw, path, TABLE_KEYS, 'a table');
    const table = reader.text('table', true) ?? '';
    this.take(reader, path);
    const colleagues = this.colleagues(raw.colleagues, [...path, 'colleagues']);
    const events = raw.events === undefined ? [] : this.list(raw.events, [...path, 'events'], '- event:');
    const read: MapTable = {
      ...{ table, colleagues, line: this.lineAt(path) },
      key: raw.key === undefined ? null : this.key(raw.key, [...path, 'key']),
      only: this.only(raw.only, [...path, 'only']),
      child: this.child(raw.child, [...path, 'child']),
      care: this.care(raw.care, [...path, 'care']),
      events: events.flatMap((each, at) => this.event(each, [...path, 'events', at])),
    };
    if (read.key === null && colleagues === null)
      this.say(path, `"key" is missing: the column that says which child a row of ${table} is of`);
    return [read];
  }

  private child(raw: unknown, path: Path): MapTable['child'] {
    if (raw === undefined) return null;
    if (!isRecord(raw)) {
      this.say(path, `"child" says which column is what: ${CHILD_PARTS.join(', ')}`);
      return null;
    }
    this.take(this.values(raw, path, CHILD_PARTS, 'a child'), path);
    const parts: Partial<Record<ChildPart, readonly MapCell[]>> = {};
    for (const part of CHILD_PARTS) {
      if (raw[part] === undefined) continue;
      // A name may stand in two columns, one after the other.
      const isJoined = part === 'name' && isRecord(raw[part]) && Array.isArray(raw[part].join);
      const cells = isJoined ? (raw[part] as { join: unknown[] }).join : [raw[part]];
      parts[part] = cells.flatMap((each) => this.cell(each, [...path, part]) ?? []);
    }
    return parts;
  }

  private colleagues(raw: unknown, path: Path): MapTable['colleagues'] {
    if (raw === undefined) return null;
    if (!isRecord(raw)) {
      this.say(path, '"colleagues" says two columns: key and name');
      return null;
    }
    const reader = this.values(raw, path, ['key', 'name'], 'colleagues');
    const [key, name] = [reader.text('key', true), reader.text('name', true)];
    this.take(reader, path);
    return key && name ? { key, name } : null;
  }

  private care(raw: unknown, path: Path): MapCare | null {
    if (raw === undefined) return null;
    if (!isRecord(raw)) {
      this.say(path, `"care" says which column is what: ${CARE_PARTS.join(', ')}`);
      return null;
    }
    this.take(this.values(raw, path, CARE_PARTS, 'care'), path);
    const parts = CARE_PARTS.map((part) => {
      if (raw[part] === undefined) {
        this.say(path, `"${part}" is missing`);
        return null;
      }
      const isOther =
        (part === 'status' || part === 'placement') && isRecord(raw[part]) && 'table' in raw[part];
      return isOther
        ? this.elsewhere(raw[part] as MapValues, [...path, part])
        : this.cell(raw[part], [...path, part]);
    });
    if (parts.some((part) => part === null)) return null;
    return Object.fromEntries(CARE_PARTS.map((part, at) => [part, parts[at]!])) as unknown as MapCare;
  }

  private elsewhere(raw: MapValues, path: Path): MapElsewhere | null {
    const reader = this.values(raw, path, ELSEWHERE_KEYS, 'what stands in another table');
    const [table, take] = [reader.text('table', true), reader.text('take', true)];
    const [at, by, of, since] = ['at', 'by', 'of', 'since'].map((key) => reader.text(key, false) ?? null);
    this.take(reader, path);
    const byNumber = at !== null && by !== null && of === null && since === null;
    const byDay = at === null && by === null && of !== null && since !== null;
    if (!byNumber && !byDay)
      this.say(
        path,
        'say "at" and "by", the columns that are the same; or "of" and "since", whose it is and since when',
      );
    return table && take && (byNumber || byDay)
      ? { table, take, at: at!, by: by!, of: of!, since: since! }
      : null;
  }

  private event(raw: unknown, path: Path): MapEvent[] {
    if (!isRecord(raw)) {
      this.say(path, 'an event begins with "- event:"');
      return [];
    }
    const reader = this.values(raw, path, EVENT_KEYS, 'an event');
    const kind = reader.text('event', true);
    this.take(reader, path);
    const on =
      raw.on === 'today' ? 'today' : raw.on === undefined ? null : this.cell(raw.on, [...path, 'on']);
    if (raw.on === undefined) this.say(path, '"on" is missing: the column with the day');
    const spec = kind === undefined ? undefined : this.vocabulary.spec(kind);
    if (kind !== undefined && spec === undefined) {
      const near = didYouMean(kind, this.vocabulary.kinds);
      this.say([...path, 'event'], `there is no event "${kind}".${near}`);
    }
    if (kind === undefined || spec === undefined || on === null) return [];
    const attributes = raw.attributes ?? {};
    if (!isRecord(attributes)) {
      this.say([...path, 'attributes'], '"attributes" says which column is what: { code: Participation }');
      return [];
    }
    const read: Record<string, MapCell> = {};
    for (const [name, value] of Object.entries(attributes)) {
      const cell = this.attribute(kind, name, value, spec.attributes, [...path, 'attributes', name]);
      if (cell !== null) read[name] = cell;
    }
    for (const [name, { required }] of Object.entries(spec.attributes))
      if (required && !(name in attributes)) this.say(path, `"${kind}" needs ${name} among its attributes`);
    const only = this.only(raw.only, [...path, 'only']);
    return [{ event: this.vocabulary.named(kind), on, only, attributes: read }];
  }

  private attribute(
    kind: string,
    name: string,
    value: unknown,
    specs: Readonly<Record<string, AttributeSpec>>,
    path: Path,
  ): MapCell | null {
    const spec = specs[name];
    if (spec === undefined) {
      const names = Object.keys(specs);
      const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
      this.say(path, `"${kind}" has no attribute "${name}": ${has}.${didYouMean(name, names)}`);
      return null;
    }
    if (BY_HAND.has(spec.kind)) {
      this.say(
        path,
        `"${name}" of "${kind}" is recorded by hand: it is called by a word of the child's own record`,
      );
      return null;
    }
    const cell = this.cell(value, path);
    if (cell === null) return null;
    if (spec.kind !== 'colleague') {
      const said = [...(cell.is === null ? [] : [cell.is]), ...Object.values(cell.words)];
      for (const word of said.filter((each) => each !== null)) {
        const reading = readAttribute(name, word, spec);
        if ('fault' in reading) this.say(path, reading.fault.replace(/\.$/, ''));
      }
    }
    return cell;
  }
}
