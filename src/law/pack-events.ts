/**
 * A council's own words, as its pack.yaml gives them: roles that its rules may name, and events that may be
 * recorded, each with what it carries.
 */

import { EIGHTEENTH_BIRTHDAY } from '../core/engine/moment';
import type { AttributeSpec, Kind } from '../core/events/attribute';
import {
  BEFORE_MEETING,
  type Belonging,
  type EventSpec,
  type More,
  OF_THE_LIVING,
  OF_THE_UNBORN,
  withReview,
} from '../core/events/event';
import { shippedEvent } from '../core/events/fact';
import { type GrammarContext, isRecord, type Path, wordsOf } from '../core/rules/raw';
import { END_WORDS, ROLES } from '../core/rules/rule';
import { RuleReader } from '../core/rules/rule-reader';

/** Where an event belongs, as a pack says it. */
export const BELONGINGS: Readonly<Record<string, Belonging>> = {
  care: 'care',
  'before a review': 'before',
  'after a review': 'after',
  closing: 'closing',
  own: 'own',
};

/** The kinds of attribute, as a pack says them. */
export const KIND_WORDS: Readonly<
  Record<string, Pick<AttributeSpec, 'kind' | 'choices' | 'lies' | 'label'>>
> = {
  text: { kind: 'text' },
  list: { kind: 'texts' },
  day: { kind: 'day', lies: 'past' },
  'day to come': { kind: 'day', lies: 'future' },
  time: { kind: 'time' },
  count: { kind: 'count' },
  'yes or no': { kind: 'yesNo', choices: ['yes', 'no'] },
  'one of': { kind: 'oneOf' },
  'some of': { kind: 'someOf' },
  who: { kind: 'who', label: '' },
  people: { kind: 'people' },
  someone: { kind: 'someone' },
  colleague: { kind: 'colleague' },
};

const EVENT_KEYS = ['id', 'says', 'belongs to', 'only of the living', 'before a meeting', 'attributes'];
const ATTRIBUTE_KEYS = ['kind', 'choices', 'label', 'help', 'needed'];
/** Of these irotool itself knows what they mean. */
const RESERVED_ATTRIBUTES = ['review', 'ref', 'meeting'];
const RESERVED: readonly string[] = [...END_WORDS, 'never', EIGHTEENTH_BIRTHDAY];
const OF_CHOICES: readonly Kind[] = ['oneOf', 'someOf'];

type Say = (path: Path, message: string) => void;

const isId = (text: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(text);
const NO_ID = 'is small letters with hyphens between, such as placement-team-told';

/** The roles of a pack's own. Nothing that is wrong is among them; it is said with its place. */
export function readRoles(raw: unknown, inherited: readonly string[], say: Say): string[] {
  if (raw === undefined) return [...inherited];
  if (!Array.isArray(raw)) {
    say(['roles'], '"roles" is a list: type such as roles: [placement-team, guardian]');
    return [...inherited];
  }
  const roles = [...inherited];
  raw.forEach((role: unknown, at) => {
    const path = ['roles', at];
    if (typeof role !== 'string' || !isId(role)) say(path, `a role ${NO_ID}; not "${wordsOf(role)}"`);
    else if ((ROLES as readonly string[]).includes(role))
      say(path, `"${role}" is one of irotool’s own roles: leave it out`);
    else if (roles.includes(role)) say(path, `the role "${role}" is given twice`);
    else roles.push(role);
  });
  return roles;
}

/** What people call those roles: for each of them a list of words. */
export function readCalled(
  raw: unknown,
  roles: readonly string[],
  inherited: Readonly<Record<string, readonly string[]>>,
  say: Say,
): Record<string, readonly string[]> {
  const called: Record<string, readonly string[]> = { ...inherited };
  if (raw === undefined) return called;
  if (!isRecord(raw)) {
    say(['called'], '"called" has the words for each role: type such as placement-team: [family finders]');
    return called;
  }
  for (const [role, words] of Object.entries(raw)) {
    const isList =
      Array.isArray(words) && words.every((word) => typeof word === 'string' && word.trim() !== '');
    if (!roles.includes(role))
      say(['called', role], `"${role}" is no role of this pack: it stands in "roles"`);
    else if (!isList)
      say(['called', role], 'the words for a role are a list: [family finders, matching team]');
    else called[role] = words as string[];
  }
  return called;
}

/** The events of a pack's own, after those of the pack that it extends. */
export function readEvents(
  raw: unknown,
  inherited: readonly EventSpec[],
  context: GrammarContext,
  say: Say,
): EventSpec[] {
  if (raw === undefined) return [...inherited];
  if (!Array.isArray(raw)) {
    say(['events'], '"events" is a list: each event begins with "- id:"');
    return [...inherited];
  }
  const events = [...inherited];
  raw.forEach((each: unknown, at) => {
    const event = isRecord(each) ? readEvent(new RuleReader(each, context), at, say) : undefined;
    if (!isRecord(each)) say(['events', at], 'an event begins with "- id:"');
    if (event === undefined) return;
    if (events.some(({ kind }) => kind === event.kind)) {
      say(['events', at, 'id'], `the event "${event.kind}" is given twice`);
    } else events.push(event);
  });
  return events;
}

/** One event; undefined if it has no name to be known by. */
function readEvent(reader: RuleReader, at: number, say: Say): EventSpec | undefined {
  const { suggest } = reader.context;
  reader.checkKeys(EVENT_KEYS, (key) => `there is no key "${key}" in an event.${suggest(key, EVENT_KEYS)}`);
  const id = eventId(reader);
  const says = reader.text('says', true);
  const belongs = reader.choice('belongs to', Object.keys(BELONGINGS), true);
  const more: More = {
    ...(reader.yes('only of the living') ? OF_THE_LIVING : {}),
    ...(belongs === undefined || BELONGINGS[belongs] === 'own' ? OF_THE_UNBORN : {}),
    ...(reader.yes('before a meeting') ? BEFORE_MEETING : {}),
  };
  const attributes = readAttributes(reader);
  for (const { path, message } of reader.faults) say(['events', at, ...path], message);
  if (id === undefined) return undefined;
  const where = BELONGINGS[belongs ?? 'own']!;
  return {
    kind: id,
    belongs: where,
    says: says ?? '',
    means: says ?? '',
    attributes: withReview(where, attributes),
    ...more,
  };
}

function eventId(reader: RuleReader): string | undefined {
  const id = reader.text('id', true);
  if (id === undefined) return undefined;
  if (!isId(id)) return reader.fault('id', `the id of an event ${NO_ID}; not "${id}"`);
  if (shippedEvent(id) !== undefined) {
    return reader.fault('id', `"${id}" is one of irotool’s own events: give yours another id`);
  }
  return RESERVED.includes(id)
    ? reader.fault('id', `"${id}" has a meaning in rules: give yours another id`)
    : id;
}

function readAttributes(reader: RuleReader): Record<string, AttributeSpec> {
  const { attributes: raw } = reader.raw;
  if (raw === undefined || raw === null) return {};
  const read: Record<string, AttributeSpec> = {};
  if (!isRecord(raw)) {
    reader.fault(
      'attributes',
      '"attributes" has a line for each: its name, then what it is, such as saw: { kind: people }',
    );
    return read;
  }
  for (const [name, each] of Object.entries(raw)) {
    const path = ['attributes', name];
    if (!isId(name))
      reader.fault(path, `the name of an attribute ${NO_ID.replace(/, such as .*/, '')}; not "${name}"`);
    else if (RESERVED_ATTRIBUTES.includes(name)) {
      reader.fault(path, `"${name}" is an attribute of irotool’s own: give yours another name`);
    } else if (!isRecord(each)) {
      reader.fault(path, `"${name}" needs its kind: type ${name}: { kind: text }`);
    } else {
      const inside = new RuleReader(each, reader.context);
      const attribute = readAttribute(inside, name);
      for (const fault of inside.faults) reader.fault([...path, ...fault.path], fault.message);
      if (attribute) read[name] = attribute;
    }
  }
  return read;
}

function readAttribute(reader: RuleReader, name: string): AttributeSpec | undefined {
  const { suggest } = reader.context;
  reader.checkKeys(
    ATTRIBUTE_KEYS,
    (key) => `an attribute has no key "${key}".${suggest(key, ATTRIBUTE_KEYS)}`,
  );
  const kind = reader.choice('kind', Object.keys(KIND_WORDS), true);
  const label = reader.text('label', false);
  const help = reader.text('help', false);
  const needed = reader.yes('needed');
  if (kind === undefined) return undefined;
  const is = KIND_WORDS[kind]!;
  const choices = readChoices(reader, name, kind);
  return {
    ...is,
    help: help ?? label ?? name.replaceAll('-', ' '),
    ...(choices === undefined ? {} : { choices }),
    ...(label === undefined ? {} : { label }),
    ...(needed ? { required: true } : {}),
  };
}

function readChoices(reader: RuleReader, name: string, kind: string): string[] | undefined {
  const { choices } = reader.raw;
  if (!OF_CHOICES.includes(KIND_WORDS[kind]!.kind)) {
    return choices === undefined
      ? undefined
      : reader.fault('choices', `"choices" goes with kind: one of, or some of; not with ${kind}`);
  }
  if (!Array.isArray(choices) || choices.length === 0) {
    return reader.fault(
      choices === undefined ? [] : 'choices',
      `"${name}" needs what may be chosen: type choices: [home, school]`,
    );
  }
  const wrong = choices.find((choice) => typeof choice !== 'string' || !isId(choice));
  return wrong === undefined
    ? choices
    : reader.fault('choices', `a choice is small letters with hyphens between; not "${wordsOf(wrong)}"`);
}
