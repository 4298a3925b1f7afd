/**
 * From what a rule file says to a Rule, or to the faults in it. The whole grammar is here and in
 * rule-reader.ts; it is described for those who write packs in data/README.md. Pure: the YAML is
 * read elsewhere, and each fault names the path of the value that it is about, for the reader to
 * find its line.
 */
import { type EventPattern, eventSpec } from './events';
import { type Fault, type GrammarContext, isRecord, type Raw, RuleReader } from './rule-reader';
import {
  COUNTINGS,
  type Counting,
  type EndWord,
  FORCES,
  type Force,
  type Limit,
  ROLES,
  type Role,
  type Rule,
} from './rules';
import { isNeverTighter } from './tightening';

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
  checkEvents(reader, direction, events, count);
  if (counting === 'from that day' && (typeof count === 'string' || count?.unit !== 'working days')) {
    reader.fault('counting', '"counting: from that day" is for working days');
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

/** What the events must carry for the limit to be counted. */
function checkEvents(
  reader: RuleReader,
  direction: Rule['direction'] | undefined,
  events: readonly EventPattern[],
  count: Limit['count'] | undefined,
): void {
  for (const { kind } of events) {
    const attributes = eventSpec(kind)?.attributes;
    // `review-held` has a "meeting" too, which is yes or no.
    if (direction === 'before' && attributes?.meeting?.type !== 'date') {
      reader.fault('before', `"${kind}" fixes no meeting to count back from; use "after"`);
    }
    if (count === 'by the date given' && !attributes?.by) {
      reader.fault('due', `"${kind}" names no date: it has no "by"`);
    }
  }
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
    checkEvents(reader, undefined, base.events, count);
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
