/**
 * From what a rule file says to a Rule, or to the faults in it. The whole grammar is here; it is
 * described for those who write packs in data/README.md. Pure: the YAML is read elsewhere, and
 * each fault names the path of the value that it is about, for the reader to find its line.
 */
import { CONDITIONS, CONDITIONS_ON_DUE_DAY, isCondition, isConditionOnDueDay } from './conditions';
import { addMonths, dayNumber, daysBetween, fromDayNumber, isIsoDate, isoDate } from './dates';
import { EVENTS, type EventPattern, eventSpec } from './events';
import {
  type Citation,
  COUNTINGS,
  type Condition,
  type Counting,
  type EndWord,
  FORCES,
  type Force,
  GRADES,
  type Grade,
  type Limit,
  ROLES,
  type Role,
  type Rule,
  UNITS,
  type Unit,
} from './rules';

export type Path = readonly (string | number)[];

export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** What a rule may name besides events: the instruments of data/sources.yaml and the pack's own. */
export interface GrammarContext {
  readonly pack: string;
  readonly sources: ReadonlySet<string>;
  suggest(typed: string, candidates: Iterable<string>): string;
}

const KEYS = [
  'id',
  'duty',
  'who',
  'after',
  'before',
  'within',
  'due',
  'undated',
  'counting',
  'not before',
  'met by',
  'ends at',
  'replaced by',
  'missed at',
  'done since',
  'when',
  'when on the due day',
  'when passed',
  'force',
  'source',
  'note',
] as const;

/** What an overlay may say of a rule that it tightens. */
const OVERLAY_KEYS: readonly string[] = ['id', 'within', 'due', 'force', 'source', 'note'];

type Raw = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects faults while values are read; each reader gives undefined for a value that is wrong. */
class RuleReader {
  readonly faults: Fault[] = [];

  constructor(
    readonly raw: Raw,
    readonly context: GrammarContext,
  ) {}

  fault(key: string | Path, message: string): undefined {
    this.faults.push({ path: typeof key === 'string' ? [key] : key, message });
    return undefined;
  }

  checkKeys(allowed: readonly string[], why: (key: string) => string): void {
    for (const key of Object.keys(this.raw)) {
      if (!allowed.includes(key)) this.fault(key, why(key));
    }
  }

  text(key: string, required: boolean): string | undefined {
    const value = this.raw[key];
    if (value === undefined) {
      return required ? this.fault([], `"${key}" is missing`) : undefined;
    }
    if (typeof value !== 'string' || value.trim() === '') return this.fault(key, `"${key}" must be words`);
    return value.trim();
  }

  choice<T extends string>(key: string, choices: readonly T[], required: boolean): T | undefined {
    const value = this.text(key, required);
    if (value === undefined) return undefined;
    if ((choices as readonly string[]).includes(value)) return value as T;
    return this.fault(key, `"${key}" must be one of: ${choices.join(', ')}; not "${value}"`);
  }

  list(key: string): { value: unknown; path: Path }[] {
    const value = this.raw[key];
    if (value === undefined) return [];
    return Array.isArray(value)
      ? value.map((entry, at) => ({ value: entry, path: [key, at] }))
      : [{ value, path: [key] }];
  }

  patterns(key: string): EventPattern[] {
    return this.list(key)
      .map(({ value, path }) => this.pattern(value, path))
      .filter((pattern) => pattern !== undefined);
  }

  pattern(value: unknown, path: Path): EventPattern | undefined {
    if (typeof value !== 'string') return this.fault(path, 'an event is written as words');
    const [kind, condition, ...rest] = value.trim().split(/\s+/);
    const spec = eventSpec(kind!);
    if (!spec) {
      const near = this.context.suggest(
        kind!,
        EVENTS.map((event) => event.kind),
      );
      return this.fault(path, `there is no event "${kind}".${near}`);
    }
    if (rest.length > 0) return this.fault(path, `an event may carry one key=value, not "${value}"`);
    if (condition === undefined) return { kind: kind! };
    const [key, wanted] = condition.split('=');
    const attribute = spec.attributes[key!];
    if (!attribute || !wanted) {
      return this.fault(
        path,
        `"${kind}" has no attribute "${key}".${this.context.suggest(key!, Object.keys(spec.attributes))}`,
      );
    }
    if (typeof attribute.type === 'object' && !attribute.type.choices.includes(wanted)) {
      return this.fault(path, `"${key}" is one of: ${attribute.type.choices.join(', ')}; not "${wanted}"`);
    }
    return { kind: kind!, key: key!, value: wanted };
  }

  condition(key: 'when' | 'when on the due day'): Condition | undefined {
    const value = this.text(key, false);
    if (value === undefined) return undefined;
    const not = value.startsWith('not ');
    const name = not ? value.slice(4).trim() : value;
    const known = key === 'when' ? CONDITIONS : CONDITIONS_ON_DUE_DAY;
    if (key === 'when' ? isCondition(name) : isConditionOnDueDay(name)) {
      return { name: name as Condition['name'], not };
    }
    return this.fault(
      key,
      `there is no condition "${name}" for "${key}".${this.context.suggest(name, Object.keys(known))}`,
    );
  }

  citations(): Citation[] {
    if (this.raw.source === undefined) {
      this.fault([], 'a rule needs a "source": no duty without one');
      return [];
    }
    return this.list('source')
      .map(({ value, path }) => this.citation(value, path))
      .filter((citation) => citation !== undefined);
  }

  citation(value: unknown, path: Path): Citation | undefined {
    if (!isRecord(value)) return this.fault(path, 'a source is { id, at, grade, checked }');
    const { sources, suggest } = this.context;
    for (const key of Object.keys(value)) {
      if (!['id', 'at', 'grade', 'checked'].includes(key)) {
        this.fault([...path, key], `a source has id, at, grade and checked; not "${key}"`);
      }
    }
    const { id, at, grade, checked } = value;
    if (typeof id !== 'string' || !sources.has(id)) {
      return this.fault(path, `there is no source "${String(id)}".${suggest(String(id), sources)}`);
    }
    if (typeof at !== 'string' || at.trim() === '') {
      return this.fault(path, `the source "${id}" needs "at", its place there, or "at: none"`);
    }
    if (!(GRADES as readonly unknown[]).includes(grade)) {
      return this.fault(path, `the source "${id}" needs a "grade": ${GRADES.join(', ')}`);
    }
    if (typeof checked !== 'string' || !isIsoDate(checked)) {
      return this.fault(
        path,
        `the source "${id}" needs "checked", the date a person last read it (2026-11-22)`,
      );
    }
    return { id, at: at === 'none' ? null : at, grade: grade as Grade, checked };
  }

  /** The limit's count; undefined (and a fault) where there is none or more than one. */
  count(): Limit['count'] | undefined {
    const given = ['within', 'due', 'undated'].filter((key) => this.raw[key] !== undefined);
    if (given.length !== 1) {
      return this.fault(
        given[1] ?? [],
        'a rule needs one limit: "within: 20 working days", "due: by" or "undated: true"',
      );
    }
    if (given[0] === 'undated') {
      return this.raw.undated === true ? 'undated' : this.fault('undated', '"undated" can only be true');
    }
    if (given[0] === 'due') {
      return this.raw.due === 'by'
        ? 'by the date given'
        : this.fault('due', '"due" can only be "by": the date that the event names');
    }
    const { within } = this.raw;
    const parts = typeof within === 'string' ? /^(\d{1,4}) ([a-z ]+)$/.exec(within.trim()) : null;
    const unit = parts && unitOf(parts[2]!);
    if (!parts || !unit) {
      return this.fault('within', `"within" is a number of ${UNITS.join(', ')}; not "${String(within)}"`);
    }
    return { amount: Number(parts[1]), unit };
  }

  notBefore(): number | undefined {
    const value = this.raw['not before'];
    if (value === undefined) return undefined;
    const parts = typeof value === 'string' ? /^(\d{1,4}) days?$/.exec(value.trim()) : null;
    return parts
      ? Number(parts[1])
      : this.fault('not before', '"not before" is a number of days, such as "28 days"');
  }
}

function unitOf(word: string): Unit | undefined {
  return UNITS.find((unit) => unit === word || unit === `${word}s`);
}

export interface RuleReading {
  readonly rule: Rule | null;
  readonly faults: readonly Fault[];
}

const withWhatIs = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

/** Reads a new rule. */
export function readRule(raw: unknown, context: GrammarContext): RuleReading {
  if (!isRecord(raw))
    return { rule: null, faults: [{ path: [], message: 'a rule is a list of "key: value"' }] };
  const reader = new RuleReader(raw, context);
  reader.checkKeys(KEYS, (key) => `there is no key "${key}" in a rule.${context.suggest(key, KEYS)}`);
  const id = readId(reader);
  const duty = reader.text('duty', true);
  const who = reader.choice<Role>('who', ROLES, true);
  const direction = readDirection(reader);
  const events = direction ? reader.patterns(direction) : [];
  const force = reader.choice<Force>('force', FORCES, true);
  const source = reader.citations();
  const count = reader.count();
  const metBy = reader.patterns('met by');
  if (raw['met by'] === undefined)
    reader.fault([], '"met by" is missing: what event shows that it was done?');
  const endsAt = readEnds(reader, events);
  const counting = reader.choice<Counting>('counting', COUNTINGS, false);
  const when = reader.condition('when');
  const whenOnDueDay = reader.condition('when on the due day');
  const whenPassed = reader.choice('when passed', ['deemed', 'lapsed'] as const, false);
  const doneSince = reader.choice('done since', ['the last review'] as const, false);
  const notBefore = reader.notBefore();
  const replacedBy = reader.patterns('replaced by');
  const missedAt = reader.patterns('missed at');
  const note = reader.text('note', false);
  if (direction === 'before') {
    for (const pattern of events) {
      // `review-held` has a "meeting" too, which is yes or no.
      if (eventSpec(pattern.kind)?.attributes.meeting?.type !== 'date') {
        reader.fault('before', `"${pattern.kind}" fixes no meeting to count back from; use "after"`);
      }
    }
  }
  if (count === 'by the date given') {
    for (const pattern of events) {
      if (!eventSpec(pattern.kind)?.attributes.by) {
        reader.fault('due', `"${pattern.kind}" names no date: it has no "by"`);
      }
    }
  }
  if (reader.faults.length > 0 || !id || !duty || !who || !direction || !force || count === undefined) {
    return { rule: null, faults: reader.faults };
  }
  const limit: Limit = { count, force, source, pack: context.pack };
  const rule: Rule = {
    id,
    duty,
    who,
    direction,
    events,
    limits: [limit],
    metBy,
    endsAt,
    replacedBy,
    missedAt,
    doneSinceLastReview: doneSince !== undefined,
    force,
    source,
    pack: context.pack,
    ...withWhatIs('counting', counting),
    ...withWhatIs('notBefore', notBefore),
    ...withWhatIs('when', when),
    ...withWhatIs('whenOnDueDay', whenOnDueDay),
    ...withWhatIs('whenPassed', whenPassed),
    ...withWhatIs('note', note),
  };
  return { rule, faults: [] };
}

function readId(reader: RuleReader): string | undefined {
  const id = reader.text('id', true);
  if (id === undefined) return undefined;
  return /^[a-z][a-z0-9-]*$/.test(id)
    ? id
    : reader.fault('id', `an id is small letters, figures and hyphens; not "${id}"`);
}

function readDirection(reader: RuleReader): 'after' | 'before' | undefined {
  const { after, before } = reader.raw;
  if (after !== undefined && before !== undefined)
    return reader.fault('before', 'either "after" or "before", not both');
  if (after !== undefined) return 'after';
  if (before !== undefined) return 'before';
  return reader.fault([], '"after" (or "before") is missing: what event does it run from?');
}

/** A rule that runs from events of a period of care ends with care, unless it says otherwise. */
function readEnds(reader: RuleReader, events: readonly EventPattern[]): (EventPattern | EndWord)[] {
  const given = reader.list('ends at');
  if (given.length === 0) {
    if (events.some((pattern) => eventSpec(pattern.kind)?.belongs === 'own')) {
      reader.fault([], '"ends at" is missing: an event, "care", or "never"');
    }
    return ['care'];
  }
  const ends: (EventPattern | EndWord)[] = [];
  for (const { value, path } of given) {
    if (value === 'never') {
      if (given.length > 1) reader.fault(path, '"never" stands alone');
    } else if (value === 'care' || value === 'short breaks') {
      ends.push(value);
    } else {
      const pattern = reader.pattern(value, path);
      if (pattern) ends.push(pattern);
    }
  }
  return ends;
}

/**
 * Reads what an overlay says of a rule that it extends, and gives the rule with the limit added.
 * An overlay may only tighten: a limit that could never come first is refused.
 */
export function readOverlay(raw: Raw, base: Rule, context: GrammarContext): RuleReading {
  const reader = new RuleReader(raw, context);
  reader.checkKeys(
    OVERLAY_KEYS,
    (key) =>
      `an overlay of "${base.id}" says only what is tightened (within, force, source, note); leave out "${key}"`,
  );
  const count = reader.count();
  const force = reader.choice<Force>('force', FORCES, false) ?? 'practice';
  const source = reader.citations();
  const note = reader.text('note', false);
  if (count !== undefined) {
    const looser = base.limits.find((limit) => isNeverTighter(count, limit.count, base.direction));
    if (looser) {
      const key = raw.within !== undefined ? 'within' : raw.due !== undefined ? 'due' : 'undated';
      const limit =
        typeof looser.count === 'string' ? looser.count : `${looser.count.amount} ${looser.count.unit}`;
      reader.fault(
        key,
        `a pack may only tighten "${base.id}", and this is looser than the ${limit} of pack "${looser.pack}"`,
      );
    }
  }
  if (reader.faults.length > 0 || count === undefined) return { rule: null, faults: reader.faults };
  const limit: Limit = { count, force, source, pack: context.pack };
  return {
    rule: { ...base, limits: [...base.limits, limit], ...withWhatIs('note', note ?? base.note) },
    faults: [],
  };
}

/** Calendar days that a count can come to: the fewest and the most, from any day of any year. */
function span(count: { amount: number; unit: Unit }): { least: number; most: number } {
  const { amount, unit } = count;
  switch (unit) {
    case 'days':
      return { least: amount, most: amount };
    case 'weeks':
      return { least: amount * 7, most: amount * 7 };
    case 'months':
      return monthSpan(amount);
    case 'working days':
      // At best five a week from a Sunday; at worst a fortnight loses four to Christmas or Easter.
      return {
        least: amount === 0 ? 0 : amount + 2 * Math.floor((amount - 1) / 5),
        most: Math.ceil((amount * 7) / 5) + 2 + 2 * Math.ceil(amount / 10),
      };
  }
}

/** Counted from every day of four years, which hold every month length. */
function monthSpan(months: number): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let day = dayNumber(isoDate('2024-01-01')); day < dayNumber(isoDate('2028-01-01')); day++) {
    const from = fromDayNumber(day);
    const days = daysBetween(from, addMonths(from, months));
    least = Math.min(least, days);
    most = Math.max(most, days);
  }
  return { least, most };
}

/** True where `added` could never fall before `base` (for a step before a meeting: never earlier). */
function isNeverTighter(added: Limit['count'], base: Limit['count'], direction: Rule['direction']): boolean {
  if (base === 'undated') return added === 'undated';
  if (base === 'by the date given' || typeof added === 'string') return added === 'undated';
  if (added.unit === base.unit) {
    return direction === 'after' ? added.amount > base.amount : added.amount < base.amount;
  }
  const [a, b] = [span(added), span(base)];
  return direction === 'after' ? a.least > b.most : a.most < b.least;
}
