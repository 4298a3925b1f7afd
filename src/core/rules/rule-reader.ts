/**
 * Reads the values of one rule as a rule file gives them, and collects what is wrong with them.
 */

import type { EventPattern } from '../events/fact';
import { type IsoDate, isIsoDate } from '../time/dates';
import { readCitation } from './citation';
import {
  CONDITIONS,
  CONDITIONS_ON_DUE_DAY,
  type Condition,
  isCondition,
  isConditionOnDueDay,
} from './conditions';
import { type Days, type DaysOfForce, daysOf } from './force';
import { type Fault, type GrammarContext, isRecord, type Path, type Raw, wordsOf } from './raw';
import { type Citation, type CountUnit, type Limit, UNITS } from './rule';

/** The keys of a rule that hold a condition. */
type ConditionKey = 'when' | 'when on the due day' | 'not missed when';

/** Collects faults while values are read; each reader gives undefined for a value that is wrong. */
export class RuleReader {
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
    for (const key of allowed) {
      if (this.raw[key] === null) this.fault(key, `nothing stands after "${key}:"`);
    }
  }

  /** Says that a key is missing, if it is not there under a mistyped name: that was said of the name. */
  missing(key: string, message = `"${key}" is missing`): undefined {
    const isThere = this.faults.some(({ message }) => message.endsWith(` Did you mean "${key}"?`));
    return isThere ? undefined : this.fault([], message);
  }

  text(key: string, required: boolean): string | undefined {
    const value = this.raw[key];
    if (value === undefined) return required ? this.missing(key) : undefined;
    if (value === null) return undefined;
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
    if (value === undefined || value === null) return [];
    return Array.isArray(value)
      ? value.map((entry, at) => ({ value: entry, path: [key, at] }))
      : [{ value, path: [key] }];
  }

  patterns(key: string): EventPattern[] {
    if (Array.isArray(this.raw[key]) && this.raw[key].length === 0)
      this.fault(key, `"${key}" names no event`);
    return this.list(key)
      .map(({ value, path }) => this.pattern(value, path))
      .filter((pattern) => pattern !== undefined);
  }

  /** An event: words, or a map of `event` and the days on which it counts. */
  pattern(value: unknown, path: Path): EventPattern | undefined {
    if (isRecord(value)) {
      const read = this.within('event', value, path);
      const pattern = this.pattern(value.event, [...path, 'event']);
      return pattern && read && { ...pattern, ...read };
    }
    if (typeof value !== 'string') return this.fault(path, 'an event is written as words');
    const listed = value.split(',').map((each) => each.trim());
    if (listed.length > 1) {
      const [key] = path;
      return this.fault(path, `more than one goes in square brackets: type ${key}: [${listed.join(', ')}]`);
    }
    const [kind, condition, ...rest] = value.trim().split(/\s+/);
    const { vocabulary } = this.context;
    const spec = vocabulary.spec(kind!);
    if (!spec) {
      const near = this.context.suggest(kind!, vocabulary.kinds);
      return this.fault(path, `there is no event "${kind}".${near}`);
    }
    const event = vocabulary.named(kind!);
    if (rest.length > 0) return this.fault(path, `an event may carry one key=value, not "${value}"`);
    if (condition === undefined) return event;
    const [key, wanted] = condition.split('=');
    const attribute = spec.attributes[key!];
    if (!attribute || !wanted) {
      return this.fault(
        path,
        `"${kind}" has no attribute "${key}".${this.context.suggest(key!, Object.keys(spec.attributes))}`,
      );
    }
    const { kind: is, choices } = attribute;
    if ((is === 'oneOf' || is === 'yesNo') && !choices!.includes(wanted)) {
      return this.fault(path, `"${key}" is one of: ${choices!.join(', ')}; not "${wanted}"`);
    }
    return { ...event, key: key!, value: wanted };
  }

  /** A condition: words, or a map of `is` and the days on which it is asked. */
  condition(key: ConditionKey): Condition | undefined {
    return this.raw[key] === null ? undefined : this.conditionOf(key, this.raw[key], [key]);
  }

  private conditionOf(key: ConditionKey, given: unknown, path: Path): Condition | undefined {
    if (given === undefined) return undefined;
    if (!isRecord(given)) return this.named(key, given, path);
    const days = this.within('is', given, path);
    const condition = this.named(key, given.is, [...path, 'is']);
    return condition && days && { ...condition, ...days };
  }

  private named(key: ConditionKey, value: unknown, path: Path): Condition | undefined {
    if (typeof value !== 'string') return this.fault(path, 'a condition is written as words');
    const not = value.startsWith('not ');
    const name = not ? value.slice(4).trim() : value;
    const ofTheDueDay = key === 'when on the due day';
    const known = ofTheDueDay ? CONDITIONS_ON_DUE_DAY : CONDITIONS;
    if (ofTheDueDay ? isConditionOnDueDay(name) : isCondition(name)) {
      return { name: name as Condition['name'], not };
    }
    return this.fault(
      path,
      `there is no condition "${name}" for "${key}".${this.context.suggest(name, Object.keys(known))}`,
    );
  }

  /** The days of a map that says one thing and the days on which it holds. */
  private within(what: string, raw: Raw, path: Path): Days | undefined {
    const strange = Object.keys(raw).find((key) => ![what, 'from', 'until'].includes(key));
    if (strange !== undefined) {
      return this.fault([...path, strange], `"${path[0]}" has ${what}, from and until; not "${strange}"`);
    }
    const [from, until] = [this.day(raw, 'from', path), this.day(raw, 'until', path)];
    return daysOf({ from, until }) ?? {};
  }

  /** The days of force of an entry: `from`, `until`, `due from`, `due until`. */
  days(): DaysOfForce | undefined {
    const days = daysOf({
      from: this.day(this.raw, 'from', []),
      until: this.day(this.raw, 'until', []),
      dueFrom: this.day(this.raw, 'due from', []),
      dueUntil: this.day(this.raw, 'due until', []),
    });
    for (const [first, last, key] of [
      [days?.from, days?.until, 'until'],
      [days?.dueFrom, days?.dueUntil, 'due until'],
    ] as const) {
      if (first !== undefined && last !== undefined && last < first) {
        this.fault(key, `"${key}" is the last day, and it comes before the first, ${first}`);
      }
    }
    return days;
  }

  private day(raw: Raw, key: string, path: Path): IsoDate | undefined {
    const value = raw[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && isIsoDate(value)) return value;
    return this.fault([...path, key], `"${key}" is a day, such as 2026-04-01; not "${wordsOf(value)}"`);
  }

  citations(required = true): Citation[] {
    if (this.raw.source === undefined) {
      if (!required) return [];
      this.missing('source', 'a rule needs a "source": no duty without one');
      return [];
    }
    return this.list('source')
      .map(({ value, path }) => readCitation(this, value, path))
      .filter((citation) => citation !== undefined);
  }

  /** The limit's count; undefined (and a fault) if there is none or more than one. */
  count(): Limit['count'] | undefined {
    const given = ['within', 'due', 'undated'].filter((key) => this.raw[key] !== undefined);
    if (given.length === 0) {
      return this.missing(
        'within',
        'a rule needs one limit: "within: 20 working days", "due: by" or "undated: true"',
      );
    }
    if (given.length > 1) {
      return this.fault(
        given[1] ?? [],
        'a rule needs one limit: "within: 20 working days", "due: by" or "undated: true"',
      );
    }
    if (given[0] === 'undated') {
      return this.raw.undated === true ? 'undated' : this.fault('undated', '"undated" can only be true');
    }
    if (given[0] === 'due') {
      return this.limitSaid('due') === 'by'
        ? 'by the date given'
        : this.fault('due', '"due" can only be "by": the date that the event names');
    }
    const within = this.limitSaid('within');
    if (within === null || within === undefined) return undefined;
    const parts =
      typeof within === 'string' ? /^(\d{1,4}) ([a-z ]+?)(?: of ([a-z][a-z-]*))?$/.exec(within.trim()) : null;
    const unit = parts && unitOf(parts[2]!);
    if (!parts || !unit) {
      return this.fault(
        'within',
        `"within" is a number of ${UNITS.join(', ')}; not "${wordsOf(within)}": type such as within: 10 working days`,
      );
    }
    const amount = Number(parts[1]);
    return parts[3] === undefined ? { amount, unit } : { amount, unit, of: parts[3] };
  }

  /** What `within` or `due` says: words, or a map of `is` and the condition of that limit alone. */
  private limitSaid(key: 'within' | 'due'): unknown {
    const given = this.raw[key];
    if (!isRecord(given)) return given;
    const strange = Object.keys(given).find((each) => each !== 'is' && each !== 'when');
    if (strange !== undefined) {
      return this.fault([key, strange], `"${key}" has is and when; not "${strange}"`);
    }
    return given.is ?? this.fault([key], `"${key}" with a condition is written { is: …, when: … }`);
  }

  /** The condition of the first limit alone: `within: { is: 20 working days, when: short-breaks }`. */
  limitCondition(): Condition | undefined {
    const key = isRecord(this.raw.within) ? 'within' : 'due';
    const given = this.raw[key];
    return isRecord(given) ? this.conditionOf('when', given.when, [key, 'when']) : undefined;
  }

  /** A key that can only be true. */
  yes(key: string): true | undefined {
    if (this.raw[key] === undefined) return undefined;
    return this.raw[key] === true ? true : this.fault(key, `"${key}" can only be true`);
  }

  /** A number of days, such as `28 days`, in the one unit that the key takes. */
  amountOf(key: string, unit: CountUnit): number | undefined {
    const value = this.raw[key];
    if (value === undefined) return undefined;
    const parts = typeof value === 'string' ? /^(\d{1,4}) ([a-z ]+)$/.exec(value.trim()) : null;
    return parts && unitOf(parts[2]!) === unit
      ? Number(parts[1])
      : this.fault(key, `"${key}" is a number of ${unit}, such as "28 ${unit}"`);
  }
}

/** The key with its value; nothing if there is none. */
export const withWhatIs = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

function unitOf(word: string): CountUnit | undefined {
  return UNITS.find((unit) => unit === word || unit === `${word}s`);
}
