/** Advice in words: what is typed for each thing to do, as the steps are described. Pure. */
import { asTypedFor, quotedFor } from '../../core/as-typed';
import { eventNumber } from '../../core/engine/chronology';
import { keptAs } from '../../core/events/event';
import type { Advice, Deed, ToRecord } from '../../core/events/objection';
import { nameOf, toType } from '../step';
import { stepOf } from './command';

/** How something is recorded: the command, the flag of each attribute as it is kept, and what says that it was taken. */
interface Recording {
  readonly command: string | undefined;
  flags(attribute: string): string | undefined;
  readonly taken: readonly string[];
}

/** By a command that is code: a flag has the name of its attribute. */
const coded = (command: string): Recording => ({
  command,
  flags: (attribute) => `--${attribute}`,
  taken: [],
});
const CODED: Readonly<Record<string, Recording>> = {
  'became-looked-after': coded('new-review --ref'),
  'ceased-looked-after': coded('child left'),
  'iro-allocated': coded('iro allocate'),
  'review-planned': coded('review plan'),
};

/** By the step that takes it. */
function byStep(kind: string): Recording {
  const found = stepOf(kind);
  const flags = Object.entries(found?.step.flags ?? {});
  return {
    command: found?.command,
    flags: (attribute) =>
      flags.flatMap(([name, flag]) => (keptAs(name) === attribute ? nameOf(flag) : []))[0],
    taken: found?.step.takenBy ? [toType(found.step)] : [],
  };
}

/** Advice on a record as a person reads it, with the command that shows the record. */
export const adviceWords = (advice: Advice, shows: string): string =>
  advice.map((part) => (typeof part === 'string' ? part : `irotool ${typed(part, shows)}`)).join('');

function typed(deed: Deed, shows: string): string {
  if ('strike' in deed) return `strike ${eventNumber(deed.strike) ?? 'EVENT-ID'} --why "…"`;
  if ('record' in deed) return recording(deed);
  return deed.see === 'a dispute' ? `dispute show ${deed.of}` : shows;
}

/** The command of its step; `record`, if there is none, or if it does not take all that is to be said. */
function recording({ record: kind, of, says, on }: ToRecord): string {
  const { command, flags, taken } = CODED[kind] ?? byStep(kind);
  const said = Object.entries(says).map(([name, value]) => ({ name, value, flag: flags(name) }));
  if (command === undefined || said.some(({ flag }) => flag === undefined)) {
    const pairs = said.map(({ name, value }) => `${name}=${quoted(value)}`);
    return ['record', of, kind, ...pairs, ...(on === null ? [] : [`--on ${on}`])].join(' ');
  }
  const words = said.map(({ flag, value }) => (value === 'yes' ? flag! : `${flag} ${quoted(value)}`));
  return [command, of, ...taken, ...words, ...(on === null ? [] : [`${flags('on') ?? '--on'} ${on}`])].join(
    ' ',
  );
}

/** As it can be typed: what stands for something to be said may be several words. */
const quoted = (text: string): string => (/^[A-Z]{3,}$/.test(text) ? quotedFor(text) : asTypedFor(text));
