/**
 * A command as it was typed, without anything in which a name could stand: of what was typed only its words of
 * irotool's own, references, numbers, days and codes are kept, and `…` stands for the rest.
 */
import { NAMELESS_DAY } from '../time/typed-dates';

/** A command as it was typed: its name in the table of commands, its arguments and options. */
export interface CommandLine {
  /** `review plan <ref...>` */
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** `review plan K1 --meeting 2026-04-14 10:00 --venue …` */
export function withoutNames({ name, args, options }: CommandLine): string {
  const places = [...name.matchAll(/[<[](\S+?)(?:\.{3})?[>\]]/g)].map(([, place]) => place!);
  const typed = args.flatMap((arg, at) => [arg].flat().flatMap((word) => argument(places[at] ?? '', word)));
  const flags = Object.entries(options).flatMap(([key, value]) => {
    if (value === undefined || value === false) return [];
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === true ? [flag] : [value].flat().flatMap((each) => [flag, said(String(each))]);
  });
  return [name.replaceAll(/ ?[<[].*$/g, ''), ...typed, ...flags].join(' ');
}

/** Arguments that are found in a list of irotool's own, or the command is refused. */
const OWN_WORDS = new Set(['event', 'template', 'key', 'word', 'days']);
/** Where a name, or any text, is typed. */
const TEXTS = new Set(['name', 'who', 'value']);

function argument(place: string, word: unknown): string[] {
  if (typeof word !== 'string') return [];
  const isReference = !TEXTS.has(place) && /\d/.test(word) && /^[\p{L}\d/._-]{1,24}$/u.test(word);
  const isOwn = OWN_WORDS.has(place) && /^[a-z][a-z\d.-]*$/.test(word);
  if (isReference || isOwn) return [word];
  const [, key, value] = /^([a-z][a-z-]*)=(.*)$/s.exec(word) ?? [];
  return [key === undefined ? '…' : `${key}=${said(value!)}`];
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const TIME = '(?: \\d{1,2}[:.]\\d\\d)?';
/** Numbers, days and times; a day in words; codes such as V2 and PN1; yes and no. */
const WITHOUT_NAMES = new RegExp(
  `^(?:[\\d/:., -]+|(?:\\d{1,2} ${MONTH}(?: \\d{4})?|${NAMELESS_DAY})${TIME}|[a-z]{1,2}\\d{1,2}[a-z]?|yes|no|all)$`,
  'i',
);

const said = (value: string): string => (WITHOUT_NAMES.test(value.trim()) ? value.trim() : '…');
