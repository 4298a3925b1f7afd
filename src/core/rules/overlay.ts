/**
 * What a pack says of a rule that is there already: a limit of its own, that it does without it, or that the
 * law was eased for a time.
 */
import { areApart, outside } from './force';
import { FORCE_KEYS, LIMIT_KEYS, readLimit } from './limit-reader';
import type { Fault, GrammarContext, Raw } from './raw';
import { type Easement, FORCES, type Force, type Limit, type Rule } from './rule';
import { RuleReader, withWhatIs } from './rule-reader';
import { refusalOf, standsInTheWay } from './tightening';

const OVERLAY_KEYS: readonly string[] = ['id', 'note', ...LIMIT_KEYS];
const DROP_KEYS: readonly string[] = ['id', 'drop', 'reason', 'source', 'note', ...FORCE_KEYS];
const EASEMENT_KEYS: readonly string[] = ['id', 'eased', 'source', 'note', ...FORCE_KEYS];

export interface OverlayReading {
  readonly rule: Rule | null;
  readonly faults: readonly Fault[];
  /** Why the council does without the rule, if it does: nothing is left of it. */
  readonly dropped?: string;
}

/**
 * Reads what a pack says of a rule of the pack that it extends, and gives the rule with the pack's own limit.
 * A limit that is practice is nobody's law: the pack's own takes its place, earlier or later, or it is dropped.
 * One of statute or guidance may only be tightened: both stand, and a limit that could never come first is
 * refused.
 */
export function readOverlay(raw: Raw, base: Rule, context: GrammarContext): OverlayReading {
  if (raw.drop !== undefined) return readDrop(raw, base, context);
  const reader = new RuleReader(raw, context);
  reader.checkKeys(
    OVERLAY_KEYS,
    (key) =>
      `an entry for "${base.id}", which is there already, says only its limit (within or due, counting, force, source, days, note); leave out "${key}"`,
  );
  const force = reader.choice<Force>('force', FORCES, false) ?? 'practice';
  const note = reader.text('note', false);
  const limit = readLimit(reader, base.direction, base.events, force);
  if (limit) {
    const law = base.limits.filter(
      (other) => isLaw(other) && isOfOthers(other, context) && !areApart(other.days, limit.days),
    );
    const refusal = refusalOf(limit, law, base, context);
    if (refusal) reader.fault(raw.within !== undefined ? 'within' : 'due', refusal);
  }
  if (reader.faults.length > 0 || limit === null) return { rule: null, faults: reader.faults };
  return {
    rule: {
      ...base,
      limits: [...withoutPractice(base, limit.days, context), limit],
      ...withWhatIs('note', note ?? base.note),
    },
    faults: [],
  };
}

const isLaw = (limit: Limit): boolean => limit.force !== 'practice';
/** A pack's own entries stand beside each other, on days of their own. */
const isOfOthers = (of: { readonly pack: string }, { pack }: GrammarContext): boolean => of.pack !== pack;

/** The rule's limits, those of practice no longer on the days that are taken from them. */
function withoutPractice(base: Rule, taken: Limit['days'], context: GrammarContext): Limit[] {
  return base.limits.flatMap((limit) => {
    if (isLaw(limit) || !isOfOthers(limit, context)) return [limit];
    const { days: _days, ...always } = limit;
    return outside(limit.days, taken).map((days) => ({ ...always, ...withWhatIs('days', days) }));
  });
}

/** Reads `drop: true`: the council does without what is practice in a rule of the pack that it extends. */
function readDrop(raw: Raw, base: Rule, context: GrammarContext): OverlayReading {
  const reader = new RuleReader(raw, context);
  reader.checkKeys(DROP_KEYS, (key) => `a rule that is dropped says drop and reason; leave out "${key}"`);
  if (raw.drop !== true) reader.fault('drop', '"drop" can only be true');
  const reason = reader.text('reason', false) ?? reader.text('note', false);
  if (reason === undefined && raw.drop === true) {
    reader.fault('drop', 'a rule is dropped with a "reason": why does the council do without it?');
  }
  reader.citations(false);
  const days = reader.days();
  if (base.limits.every(isLaw)) {
    const [limit] = base.limits;
    reader.fault('drop', `"${base.id}" cannot be dropped: ${standsInTheWay(limit!, context)}`);
  }
  if (reader.faults.length > 0 || reason === undefined) return { rule: null, faults: reader.faults };
  const limits = withoutPractice(base, days, context);
  return limits.length === 0
    ? { rule: null, faults: [], dropped: reason }
    : { rule: { ...base, limits }, faults: [] };
}

/**
 * Reads `eased: true`: for a time the law let the duty be done after its day if it could not be done by
 * then. Gives the rule with that said.
 */
export function readEasement(raw: Raw, base: Rule, context: GrammarContext): OverlayReading {
  const reader = new RuleReader(raw, context);
  reader.checkKeys(
    EASEMENT_KEYS,
    (key) => `what is eased says its days, source and note; leave out "${key}"`,
  );
  if (raw.eased !== true) reader.fault('eased', '"eased" can only be true');
  if (isOfOthers(base, context)) {
    reader.fault('eased', `only the law eases "${base.id}": a pack that extends another cannot`);
  }
  const source = reader.citations();
  const note = reader.text('note', false);
  const days = reader.days();
  if (days === undefined) reader.fault([], 'what is eased has days: "due from" and "due until"');
  if (reader.faults.length > 0 || days === undefined) return { rule: null, faults: reader.faults };
  const easement: Easement = { days, source, ...withWhatIs('note', note) };
  return { rule: { ...base, easements: [...(base.easements ?? []), easement] }, faults: [] };
}
