/**
 * From what a rule file says to a Rule, or to the faults in it. The whole grammar is here and in
 * rule-reader.ts; it is described for those who write packs in data/README.md. Pure: the YAML is
 * read elsewhere, and each fault names the path of the value that it is about, for the reader to
 * find its line.
 */
import { type EventPattern, specOf } from '../events/fact';
import { checkEvents, checkInclusive, LIMIT_KEYS, readLimit } from './limit-reader';
import { type Fault, type GrammarContext, isRecord, wordsOf } from './raw';
import {
  COUNTINGS,
  type CountedFrom,
  DONE_SINCE,
  type DoneSince,
  END_WORDS,
  type EndWord,
  FORCES,
  type Force,
  type Limit,
  ROLES,
  type Role,
  type Rule,
} from './rule';
import { RuleReader, withWhatIs } from './rule-reader';

export { readEasement, readOverlay } from './overlay';

/** Every key that an entry of a rule file may have; data/README.md has a row and an example for each. */
const KEYS = [
  'id',
  'duty',
  'short',
  'who',
  'after',
  'before',
  'within',
  'due',
  'undated',
  'also',
  'counting',
  'not before',
  'met by',
  'ends at',
  'replaced by',
  'for each',
  'missed at',
  'not missed when',
  'done since',
  'when not done',
  'until completed',
  'once in care for',
  'when',
  'when on the due day',
  'when passed',
  'from',
  'until',
  'due from',
  'due until',
  'eased',
  'drop',
  'reason',
  'force',
  'source',
  'note',
] as const;

/** Of an entry for a rule that is there already (overlay.ts). */
const NOT_OF_A_RULE: readonly string[] = ['eased', 'drop', 'reason'];
const RULE_KEYS = KEYS.filter((key) => !NOT_OF_A_RULE.includes(key));
/** What one of the further limits in `also` may say. */
const ALSO_KEYS: readonly string[] = ['when', ...LIMIT_KEYS];

export interface RuleReading {
  readonly rule: Rule | null;
  readonly faults: readonly Fault[];
}

/** Reads a new rule. */
export function readRule(raw: unknown, context: GrammarContext): RuleReading {
  if (!isRecord(raw))
    return { rule: null, faults: [{ path: [], message: 'a rule is a list of "key: value"' }] };
  const reader = new RuleReader(raw, context);
  reader.checkKeys(RULE_KEYS, (key) =>
    NOT_OF_A_RULE.includes(key)
      ? `"${key}" is for a rule that is there already, and there is none "${wordsOf(raw.id)}"`
      : `there is no key "${key}" in a rule.${context.suggest(key, KEYS)}`,
  );
  const id = readId(reader);
  const duty = reader.text('duty', true);
  const short = readShort(reader);
  const who = reader.choice<Role>('who', [...ROLES, ...(context.roles ?? [])], true);
  const direction = readDirection(reader);
  const events = direction ? reader.patterns(direction) : [];
  const force = reader.choice<Force>('force', FORCES, true);
  const source = reader.citations();
  const count = reader.count();
  const limitWhen = reader.limitCondition();
  const metBy = reader.patterns('met by');
  if (raw['met by'] === undefined)
    reader.missing('met by', '"met by" is missing: what event shows that it was done?');
  const endsAt = readEnds(reader, events);
  const counting = reader.choice<CountedFrom>('counting', COUNTINGS, false);
  const when = reader.condition('when');
  const whenOnDueDay = reader.condition('when on the due day');
  const notMissedWhen = reader.condition('not missed when');
  const whenPassed = reader.choice('when passed', ['deemed', 'lapsed'] as const, false);
  const doneSince = readDoneSince(reader, direction);
  const whenNotDone = reader.choice('when not done', ['undated'] as const, false);
  const untilCompleted = reader.yes('until completed');
  const notBefore = reader.amountOf('not before', 'days');
  const onceInCareFor = reader.amountOf('once in care for', 'working days');
  const replacedBy = reader.patterns('replaced by');
  const forEach = readForEach(reader, [...events, ...(replacedBy.length > 0 ? replacedBy : metBy)]);
  const missedAt = reader.patterns('missed at');
  const note = reader.text('note', false);
  const days = reader.days();
  checkEvents(reader, direction, events, count);
  checkInclusive(reader, counting, count);
  const also = reader.list('also').flatMap(({ value, path }) => {
    const reading = readAlso(value, direction, events, context);
    for (const fault of reading.faults) reader.fault([...path, ...fault.path], fault.message);
    return reading.limit ?? [];
  });
  if (reader.faults.length > 0 || !id || !duty || !who || !direction || !force || count === undefined) {
    return { rule: null, faults: reader.faults };
  }
  const limit: Limit = { count, force, source, pack: context.pack, ...withWhatIs('when', limitWhen) };
  const rule: Rule = {
    id,
    duty,
    who,
    direction,
    events,
    limits: [limit, ...also],
    metBy,
    endsAt,
    replacedBy,
    missedAt,
    ...(untilCompleted ? { untilCompleted } : {}),
    force,
    source,
    pack: context.pack,
    ...withWhatIs('short', short),
    ...withWhatIs('forEach', forEach),
    ...withWhatIs('counting', counting),
    ...withWhatIs('notBefore', notBefore),
    ...withWhatIs('onceInCareFor', onceInCareFor),
    ...withWhatIs('doneSince', doneSince),
    ...withWhatIs('whenNotDone', whenNotDone),
    ...withWhatIs('when', when),
    ...withWhatIs('whenOnDueDay', whenOnDueDay),
    ...withWhatIs('notMissedWhen', notMissedWhen),
    ...withWhatIs('whenPassed', whenPassed),
    ...withWhatIs('note', note),
    ...withWhatIs('days', days),
  };
  return { rule, faults: [] };
}

/** Reads one of a rule's further limits: whichever of them all comes first is the one that counts. */
function readAlso(
  raw: unknown,
  direction: Rule['direction'] | undefined,
  events: readonly EventPattern[],
  context: GrammarContext,
): { readonly limit: Limit | null; readonly faults: readonly Fault[] } {
  if (!isRecord(raw)) {
    const message = '"also" is a list of further limits, each with within, force and source';
    return { limit: null, faults: [{ path: [], message }] };
  }
  const reader = new RuleReader(raw, context);
  reader.checkKeys(
    ALSO_KEYS,
    (key) => `a further limit has no key "${key}".${context.suggest(key, ALSO_KEYS)}`,
  );
  const when = reader.condition('when');
  const limit = readLimit(reader, direction, events, reader.choice<Force>('force', FORCES, true));
  return { limit: limit && { ...limit, ...withWhatIs('when', when) }, faults: reader.faults };
}

function readId(reader: RuleReader): string | undefined {
  const id = reader.text('id', true);
  if (id === undefined) return undefined;
  return /^[a-z][a-z0-9-]*$/.test(id)
    ? id
    : reader.fault('id', `an id is small letters, figures and hyphens; not "${id}"`);
}

/** What it runs from and what replaces it, or else meets it, must both say which of them they are of. */
function readForEach(reader: RuleReader, events: readonly EventPattern[]): string | undefined {
  const name = reader.text('for each', false);
  const lacks =
    name === undefined ? undefined : events.find((event) => !(name in (specOf(event)?.attributes ?? {})));
  return lacks === undefined
    ? name
    : reader.fault('for each', `"${lacks.kind}" does not say which "${name}" it is of`);
}

/** As many letters as a narrow screen has for a duty. */
const LONGEST_SHORT = 26;

/** What a duty is called on a narrow screen. */
function readShort(reader: RuleReader): string | undefined {
  const short = reader.text('short', false);
  if (short && short.length > LONGEST_SHORT) {
    reader.fault(
      'short',
      `"short" has ${short.length} letters: at most ${LONGEST_SHORT} fit a narrow screen`,
    );
  }
  return short;
}

function readDirection(reader: RuleReader): 'after' | 'before' | undefined {
  const { after, before } = reader.raw;
  if (after !== undefined && before !== undefined)
    return reader.fault('before', 'either "after" or "before", not both');
  if (after !== undefined) return 'after';
  if (before !== undefined) return 'before';
  return reader.missing('after', '"after" (or "before") is missing: what event does it run from?');
}

/** What was done since the last review is a step before a meeting; since care began, it comes before care ends. */
function readDoneSince(reader: RuleReader, direction: Rule['direction'] | undefined): DoneSince | undefined {
  const since = reader.choice<DoneSince>('done since', DONE_SINCE, false);
  if (since === 'care began' && direction === 'before') {
    return reader.fault('done since', '"done since: care began" goes with "after"');
  }
  return since;
}

function isEndWord(value: unknown): value is EndWord {
  return (END_WORDS as readonly unknown[]).includes(value);
}

/** A rule that runs from events of a period of care ends with care, unless it says otherwise. */
function readEnds(reader: RuleReader, events: readonly EventPattern[]): (EventPattern | EndWord)[] {
  const given = reader.list('ends at');
  if (given.length === 0) {
    if (events.some((pattern) => specOf(pattern)?.belongs === 'own')) {
      reader.fault([], '"ends at" is missing: an event, "care", or "never"');
    }
    return ['care'];
  }
  const ends: (EventPattern | EndWord)[] = [];
  for (const { value, path } of given) {
    if (value === 'never') {
      if (given.length > 1) reader.fault(path, '"never" stands alone');
    } else if (isEndWord(value)) {
      ends.push(value);
    } else {
      const pattern = reader.pattern(value, path);
      if (pattern) ends.push(pattern);
    }
  }
  return ends;
}
