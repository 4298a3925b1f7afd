/** One audit entry in words: what it was before, what it is after, and whom it is about. */

import type { Described } from '../core/events/fact';
import { eventWords, factWords, type Meaning } from '../core/events/words';
import { inWords, type NameReference, type Telling } from '../core/privacy/kept-names';
import { type IsoDate, isIsoDate, plainDate } from '../core/time/dates';
import type { AuditEntry } from '../store/audit';
import { childById } from '../store/children';
import { findEvent } from '../store/chronology';
import { describedIn } from '../store/own-events';
import { tellUnit } from '../store/people/names';
import { personById, teamName } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { type Part, rowLines } from '../ui/rows';
import { roleWords } from '../ui/words';

/** What a child is called, and an applicant, with where they live: not shown where many of them are listed. */
const OWN_NAMES: Readonly<Record<string, readonly string[]>> = {
  child: ['name', 'known_as'],
  applicant: ['name', 'address', 'email', 'telephone'],
};

type Values = Readonly<Record<string, string | number | null>>;

export interface Change {
  /** The child's reference; null if it is about none. */
  readonly child: string | null;
  readonly words: string;
}

/** How numbers become names, and whether a child's own name may be shown. */
export interface NamingChanges {
  readonly childNames: boolean;
  /** What codes mean, on a screen; what is published has the codes alone, as it always has. */
  readonly meaning: Meaning | undefined;
  child(id: unknown): string;
  person(id: unknown): string;
  team(id: unknown): string;
  /** The child of an event and the event itself. */
  event(id: unknown): { readonly child: string; readonly words: string };
  /** An event of a kind, with what it is. */
  described(kind: string): Described;
  /** What was written, with the names, or what people are if children's names may not be shown. */
  text(kept: string): string;
  /** The entry's JSON as it may be shown. */
  values(subject: string, json: string | null): Values | null;
}

/** Names from the database as it is now. */
export function namingIn(db: Db, childNames: boolean, meaning?: Meaning): NamingChanges {
  const unit = tellUnit(db);
  const byReference = (reference: NameReference): Telling => {
    if (reference.of === 'child') return { called: childById(db, reference.id)?.ref ?? 'someone' };
    return { called: roleWords(personById(db, reference.id)?.role ?? 'other') };
  };
  const text = (kept: string): string => inWords(kept, childNames ? unit : byReference);
  const person = (id: unknown): string => personById(db, Number(id))?.name ?? `person ${id}`;
  return {
    childNames,
    meaning,
    described: (kind) => describedIn(db, kind),
    text,
    child: (id) => childById(db, Number(id))?.ref ?? `child ${id}`,
    person,
    team: (id) => teamName(db, Number(id)) ?? `team ${id}`,
    event(id) {
      const event = findEvent(db, Number(id));
      if (!event) return { child: '', words: `event ${id}` };
      return {
        child: childById(db, event.childId)?.ref ?? '',
        words: `event ${id}, ${meaning === undefined ? event.kind : eventWords(event.kind)} of ${plainDate(event.on)}`,
      };
    },
    values(subject, json) {
      if (json === null) return null;
      const values = JSON.parse(json) as Record<string, string | number | null>;
      if (!childNames) for (const key of OWN_NAMES[subject] ?? []) delete values[key];
      // Kept as text in its column; as data it is an object.
      if (subject === 'event') {
        const attributes = JSON.parse(String(values.attributes)) as Record<string, string>;
        const told = Object.entries(attributes).map(([key, value]) => [key, text(value)]);
        return { ...values, attributes: Object.fromEntries(told) };
      }
      if (typeof values.why === 'string') values.why = text(values.why);
      return values;
    },
  };
}

/** The entry in words, and the child it is about. */
export function changeOf(entry: AuditEntry, naming: NamingChanges): Change {
  // Whole here: that a name changed is said, and what to is not.
  const before = entry.before === null ? null : (JSON.parse(entry.before) as Values);
  const after = entry.after === null ? null : (JSON.parse(entry.after) as Values);
  const values = (after ?? before)!;
  const say = SUBJECTS[entry.subject];
  if (say) return say({ entry, before, after, values, naming });
  return { child: null, words: `${entry.subject} ${entry.subjectId} ${entry.what}` };
}

interface Told {
  readonly entry: AuditEntry;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly values: Values;
  readonly naming: NamingChanges;
}

const ofSubject = (told: Told): Change => {
  const child = String(told.values.ref);
  return { child, words: `${child} ${differences(told)}` };
};

const SUBJECTS: Readonly<Record<string, (told: Told) => Change>> = {
  child: ofSubject,
  applicant: ofSubject,
  event({ entry, values, naming }) {
    const child = naming.child(values.child_id);
    const said = JSON.parse(String(values.attributes)) as Record<string, string>;
    const attributes = Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, naming.text(value)]),
    );
    const on = String(values.happened_on) as IsoDate;
    const words = factWords(
      { ...naming.described(String(values.kind)), attributes },
      ...([naming.person, on, naming.meaning] as const),
    );
    return { child, words: `${child} ${words}, event ${entry.subjectId}${mended(entry)}` };
  },
  strike({ entry, values, naming }) {
    const { child, words } = naming.event(values.event_id);
    const why = naming.text(String(values.why));
    return { child, words: `${child} struck out ${words}: ${why}${mended(entry)}` };
  },
  sibling({ entry, values, naming }) {
    const child = naming.child(values.child_id);
    const sibling = naming.child(values.sibling_id);
    const are = entry.what === 'removed' ? 'are no longer' : 'are';
    return { child, words: `${child} and ${sibling} ${are} brothers or sisters` };
  },
  setting({ entry, before, after, values }) {
    const was = before === null ? 'not set' : before.value;
    return { child: null, words: `${values.key ?? entry.subjectId}: ${was} → ${after?.value ?? 'not set'}` };
  },
  holiday({ entry, values }) {
    const on = plainDate(String(values.day) as IsoDate);
    const is = values.name === null ? 'is no bank holiday' : `is a bank holiday (${values.name})`;
    const words =
      entry.what === 'removed' ? `${on}: as the list that comes with irotool has it` : `${on} ${is}`;
    return { child: null, words: `${words}: ${values.source}` };
  },
  holiday_year({ values }) {
    return { child: null, words: `bank holidays of ${values.year} are known: ${values.source}` };
  },
  posts(told) {
    const { role, day } = told.values;
    const of = `posts of ${roleWords(String(role))} from ${plainDate(String(day) as IsoDate)}`;
    return { child: null, words: `${of} ${differences(told)}` };
  },
  team({ entry, values }) {
    return { child: null, words: `team ${values.name} ${entry.what}` };
  },
  person(told) {
    const { name, role } = told.values;
    return { child: null, words: `${name} (${roleWords(String(role))}) ${differences(told)}` };
  },
  child_person(told) {
    const child = told.naming.child(told.values.child_id);
    return { child, words: `${child} ${told.values.tag} ${differences(told)}` };
  },
  parent_in_care({ entry, values, naming }) {
    const child = naming.child(values.child_id);
    const is = entry.what === 'removed' ? 'is no longer' : 'is';
    return { child, words: `${naming.child(values.parent_id)} ${is} a parent of ${child}` };
  },
  leave({ entry, values, naming }) {
    const days = [values.from_on, values.to_on].map((day) => plainDate(String(day) as IsoDate)).join(' to ');
    return { child: null, words: `leave of ${naming.person(values.person_id)} ${entry.what}: ${days}` };
  },
  merged({ entry, values, naming }) {
    const child = naming.child(values.child_id);
    const into = naming.child(values.into_id);
    return {
      child,
      words: `${child} merged into ${into}: ${naming.text(String(values.why))}${mended(entry)}`,
    };
  },
  person_merged({ values: { person_id: first, into_id: into }, naming }) {
    return { child: null, words: `${naming.person(first)} is one person with ${naming.person(into)}` };
  },
  document_log({ entry, values, naming }) {
    const child = naming.child(values.child_id);
    const on = values.sent_on === null ? null : plainDate(String(values.sent_on) as IsoDate);
    const document = `${child} ${values.template} for ${values.recipient} (${values.format})`;
    if (entry.what === 'changed') return { child, words: `${document} sent on ${on}` };
    return {
      child,
      words: `${document} ${entry.what === 'added' ? 'made' : 'removed'}${on ? `, sent ${on}` : ''}`,
    };
  },
  manages({ entry, values, naming }) {
    const manages = entry.what === 'removed' ? 'no longer manages' : 'manages';
    return {
      child: null,
      words: `${naming.person(values.manager_id)} ${manages} ${naming.person(values.person_id)}`,
    };
  },
};

/** What only doctor changes: names that were kept as words. */
const mended = ({ what }: AuditEntry): string =>
  what === 'changed' ? ': the names in it are references now (doctor)' : '';

/** Columns that a person reads nothing in, or that the sentence has said already. */
const UNSAID = new Set(['id', 'event_id', 'child_id', 'tag', 'ref', 'role', 'day']);

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  born: 'date of birth',
  social_worker_id: 'social worker',
  team_id: 'team',
  known_as: 'known as',
  has_responsibility: 'parental responsibility',
  knows_placement: 'knows the placement',
  person_id: 'person',
  from_on: 'from',
  until_on: 'until',
  working_days: 'working days',
  cover_id: 'told in their absence',
  fte: 'full-time equivalents',
  joiners: 'joined',
  leavers: 'left',
  upn: 'UPN',
};

/** `added (team East)`, `changed: sex F → M`. */
function differences(told: Told): string {
  const { entry, before, after } = told;
  const parts: string[] = [];
  for (const key of Object.keys(after ?? before ?? {})) {
    if (UNSAID.has(key) || (entry.subject === 'person' && key === 'name' && entry.what !== 'changed'))
      continue;
    const was = before?.[key] ?? null;
    const is = after?.[key] ?? null;
    if (was === is) continue;
    const column = COLUMN_WORDS[key] ?? key;
    if (OWN_NAMES[entry.subject]?.includes(key) && !told.naming.childNames) parts.push(column);
    else if (entry.what === 'changed')
      parts.push(`${column} ${shown(key, was, told)} → ${shown(key, is, told)}`);
    else if (key !== 'active') parts.push(`${column} ${shown(key, is ?? was, told)}`);
  }
  if (entry.what === 'changed')
    return parts.length === 0 ? 'saved as it was' : `changed: ${parts.join('; ')}`;
  return parts.length === 0 ? entry.what : `${entry.what} (${parts.join('; ')})`;
}

function shown(key: string, value: string | number | null, { naming }: Told): string {
  if (value === null) return 'not recorded';
  if (key === 'team_id') return naming.team(value);
  if (key === 'social_worker_id' || key === 'person_id' || key === 'cover_id') return naming.person(value);
  if (key === 'active' || key === 'unaccompanied' || key.startsWith('has_') || key.startsWith('knows_'))
    return value === 1 ? 'yes' : 'no';
  const text = String(value);
  return isIsoDate(text) ? plainDate(text) : text;
}

interface Said {
  readonly at: string;
  readonly who: string;
  readonly words: string;
}

/** What was changed, under each minute and whoever typed it; down a pipe each is a whole row. */
export const changeRows =
  (changes: readonly Said[]): Part =>
  (width) => {
    if (!Number.isFinite(width)) {
      const rows = changes.map(({ at, who, words }) => [at, who, words]);
      return rowLines(rows, [{}, {}, {}], width);
    }
    return changes.flatMap(({ at, who, words }, index) => {
      const before = changes[index - 1];
      const isSame = before?.at === at && before.who === who;
      const heading = isSame ? [] : [...(before ? [''] : []), `${at}, ${who}`];
      return [...heading, ...rowLines([[words]], [{ wraps: true }], width)];
    });
  };
