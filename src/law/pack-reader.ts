/**
 * The rules of a pack from its files, entry by entry. An entry of an id that is there already stands beside
 * the one before it, on days of its own, or says something of the rule of the pack that is extended.
 */
import { areApart, type DaysOfForce } from '../core/rules/force';
import { readEasement, readOverlay, readRule } from '../core/rules/grammar';
import type { OverlayReading } from '../core/rules/overlay';
import { type Fault, type GrammarContext, isRecord, type Raw } from '../core/rules/raw';
import type { Dropped, Pack, Rule } from '../core/rules/rule';
import { RuleReader } from '../core/rules/rule-reader';
import type { FileFault, YamlFile } from '../yaml';

/** An entry of a file, and how what is wrong with it is said. */
interface Entry {
  readonly raw: Raw;
  readonly id: string;
  readonly place: string;
  readonly days: DaysOfForce | undefined;
  say(fault: Fault): void;
}

/** What a new rule says, and an entry for a rule that is there already does not. */
const NEW_RULE = ['duty', 'who', 'after', 'before', 'met by'];

/** A class only because every entry reads and adds to the same rules. */
export class PackReader {
  private rules: readonly Rule[];
  private readonly dropped: Dropped[];
  /** Entries of this pack that were read, by id. */
  private readonly own = new Map<string, Entry[]>();
  /** Read when all rules are known, in whatever file they are. */
  private readonly easements: Entry[] = [];

  constructor(
    private readonly context: GrammarContext,
    private readonly base: Pack | null,
    private readonly faults: FileFault[],
  ) {
    this.rules = base?.rules ?? [];
    this.dropped = [...(base?.dropped ?? [])];
  }

  /** Reads one file of rules; its faults are kept with the others. */
  read(yaml: YamlFile): void {
    this.faults.push(...yaml.faults);
    if (yaml.faults.length > 0 || yaml.value === null || yaml.value === undefined) return;
    if (!Array.isArray(yaml.value)) {
      const message = 'a rule file is a list: each rule begins with "- id:"';
      this.faults.push({ file: yaml.file, line: 1, message });
      return;
    }
    yaml.value.forEach((raw: unknown, at) => {
      const say = (fault: Fault): void => {
        const line = yaml.lineAt([at, ...fault.path]);
        this.faults.push({ file: yaml.file, line, message: fault.message });
      };
      if (!isRecord(raw) || typeof raw.id !== 'string') {
        readRule(raw, this.context).faults.forEach(say);
        return;
      }
      const place = `${yaml.file}:${yaml.lineAt([at, 'id'])}`;
      const days = new RuleReader(raw, this.context).days();
      this.readEntry({ raw, id: raw.id, place, days, say });
    });
  }

  /** What all the files come to. */
  finish(): { readonly rules: readonly Rule[]; readonly dropped: readonly Dropped[] } {
    for (const entry of this.easements) {
      if (!this.rules.some(({ id }) => id === entry.id)) {
        entry.say({ path: ['id'], message: `there is no rule "${entry.id}" to be eased` });
      }
      this.change(entry, (rule) => readEasement(entry.raw, rule, this.context));
    }
    return { rules: this.rules, dropped: this.dropped };
  }

  private readEntry(entry: Entry): void {
    if (entry.raw.eased !== undefined) {
      this.easements.push(entry);
      return;
    }
    const earlier = this.own.get(entry.id) ?? [];
    const twice = earlier.find(({ days }) => !areApart(days, entry.days));
    if (twice) {
      entry.say({ path: ['id'], message: `the id "${entry.id}" is given twice (also in ${twice.place})` });
      return;
    }
    this.own.set(entry.id, [...earlier, entry]);
    if (this.base?.rules.some(({ id }) => id === entry.id)) {
      this.change(entry, (rule) => readOverlay(entry.raw, rule, this.context));
      return;
    }
    if (NEW_RULE.every((key) => entry.raw[key] === undefined)) {
      entry.say({ path: ['id'], message: this.noSuchRule(entry.id) });
      return;
    }
    const { rule, faults } = readRule(entry.raw, this.context);
    faults.forEach(entry.say);
    if (rule) this.rules = [...this.rules, rule];
  }

  private noSuchRule(id: string): string {
    if (this.base === null)
      return `"${id}" has no duty: a new rule needs ${NEW_RULE.slice(0, 2).join(', ')} and the rest`;
    const near = this.context.suggest(
      id,
      this.base.rules.map((rule) => rule.id),
    );
    return `the pack "${this.base.name}" has no rule "${id}" to change.${near}`;
  }

  /** Puts what an entry makes of each rule of its id, on days that both have, in the rule's place. */
  private change(entry: Entry, read: (rule: Rule) => OverlayReading): void {
    let reason: string | undefined;
    let isRefused = false;
    this.rules = this.rules.flatMap((rule) => {
      if (rule.id !== entry.id || isRefused || areApart(rule.days, entry.days)) return [rule];
      const reading = read(rule);
      isRefused = reading.faults.length > 0;
      reading.faults.forEach(entry.say);
      reason ??= reading.dropped;
      if (reading.rule) return [reading.rule];
      return reading.dropped === undefined ? [rule] : [];
    });
    if (reason === undefined || this.rules.some(({ id }) => id === entry.id)) return;
    this.dropped.push({ id: entry.id, reason, pack: this.context.pack });
  }
}
