/** What completion offers at a place of the command line, from the table of commands, their steps and what is known. */
import { LINKED_ROLES, ROLES, TEAM_ROLES } from '../cases/people/roles';
import { isForEach } from '../command-table/for-each';
import type { CommandSpec, OptionSpec } from '../command-table/spec';
import type { Kind } from '../core/events/attribute';
import { keptAs } from '../core/events/event';
import { isRefOption, isRefPlace, placesOf } from '../recording/ref-places';
import { STEPS_OF } from '../steps/commands';
import { nameOf, type Step } from '../steps/step';
import type { KnownOfUnit } from './known';

/** The table of commands, which gives itself: it has `completion` in it. */
export interface Commands {
  readonly specs: readonly CommandSpec[];
  readonly groups: Readonly<Record<string, string>>;
  /** Options that every command takes. */
  readonly everywhere: readonly OptionSpec[];
}

/** A word that may be typed, and what it means if its own letters do not say. */
export interface WordOffered {
  readonly word: string;
  readonly about?: string;
}

/** The words after these, before any are held against what is typed of one; `files`: the shell offers its own. */
export function offersAt(
  commands: Commands,
  before: readonly string[],
  isOption: boolean,
  known: KnownOfUnit,
): Offers {
  const line = lineOf(commands, before);
  if (line.takenBy !== null) return valuesOf(line, line.takenBy, known);
  if (isOption) return [...line.options.map(optionOffer), { word: '--help', about: 'print help' }];
  if (line.spec === null || line.isGroup) return [...nextWords(commands, line), ...argumentsOf(line, known)];
  return argumentsOf(line, known);
}

export type Offers = readonly WordOffered[] | 'files';

/** A command line up to the place where something is typed. */
interface Line {
  /** The words of commands and arguments. */
  readonly words: readonly string[];
  readonly spec: CommandSpec | null;
  /** True if another word of the command may follow. */
  readonly isGroup: boolean;
  readonly options: readonly OptionSpec[];
  /** The option whose value comes here. */
  readonly takenBy: OptionSpec | null;
}

function lineOf(commands: Commands, before: readonly string[]): Line {
  const words: string[] = [];
  let takenBy: OptionSpec | null = null;
  for (const word of before) {
    if (takenBy !== null) takenBy = null;
    else if (word.startsWith('-')) {
      const option = optionsOf(commands, specOf(commands, words)).find(([flags]) => flagOf(flags) === word);
      takenBy = option !== undefined && /<|\[/.test(option[0]) ? option : null;
    } else words.push(word);
  }
  const spec = specOf(commands, words);
  const isGroup = words.length === 1 && Object.hasOwn(commands.groups, words[0]!);
  return { words, spec, isGroup, options: optionsOf(commands, spec), takenBy };
}

/** The command's words without its arguments: `review plan`. */
const pathOf = ({ name }: CommandSpec): string => name.replaceAll(/ ?[<[].*/g, '');

function specOf({ specs }: Commands, [first = '', second = '']: readonly string[]): CommandSpec | null {
  const called = (path: string) => specs.find((spec) => pathOf(spec) === path);
  return called(`${first} ${second}`) ?? called(first) ?? null;
}

const optionsOf = ({ everywhere }: Commands, spec: CommandSpec | null): OptionSpec[] => [
  ...(spec?.options ?? []),
  ...everywhere,
];

/** As it is typed in full: `--out` of `-o, --out <file>`. */
const flagOf = (flags: string): string => /--[\w-]+/.exec(flags)![0];
const optionOffer = ([flags, about]: OptionSpec): WordOffered => ({ word: flagOf(flags), about });
const plainly = (words: readonly string[]): WordOffered[] => words.map((word) => ({ word }));

/** The words of commands: the first, or those of a group. */
function nextWords({ specs, groups }: Commands, { words: [group] }: Line): WordOffered[] {
  if (group === undefined) {
    const single = specs.filter((spec) => !Object.hasOwn(groups, pathOf(spec).split(' ')[0]!));
    return [
      ...single.map((spec) => ({ word: pathOf(spec), about: spec.summary })),
      ...Object.entries(groups).map(([word, about]) => ({ word, about })),
      { word: 'help', about: 'help on a command' },
    ];
  }
  return specs.flatMap((spec) => {
    const [first, word] = pathOf(spec).split(' ');
    return first === group && word !== undefined ? [{ word, about: spec.summary }] : [];
  });
}

/** What may stand for the argument that comes here. */
function argumentsOf({ words, spec }: Line, known: KnownOfUnit): Offers & readonly WordOffered[] {
  if (spec === null) return [];
  const path = pathOf(spec);
  const given = words.slice(path.split(' ').length);
  const places = placesOf(spec);
  const place = places[given.length] ?? (places.at(-1)?.endsWith('...') ? places.at(-1)! : '');
  const ref = refIn(places, given);
  const refs = plainly(known.refs(path.startsWith('irm')).filter((each) => !given.includes(each)));
  if (isRefPlace(place)) return refs;
  if (path === 'done') return plainly(given.length === 0 ? known.refs(false) : known.duties(given[0]!));
  if (path === 'record' && place === 'event') return plainly(known.events().map(({ kind }) => kind));
  if (path === 'record' && place === 'attributes...') return attributesOf(given[1]!, known);
  const others = plainly(WORDS_FOR[place]?.(known, ref) ?? []);
  // One more brother or sister may come before what is typed of all of them.
  return isForEach(spec) && given.length > 0 ? [...others, ...refs] : others;
}

const refIn = (places: readonly string[], given: readonly string[]): string | undefined =>
  given[places.findIndex(isRefPlace)];

/** By the name of an argument. */
const WORDS_FOR: Readonly<Record<string, (known: KnownOfUnit, ref?: string) => readonly string[]>> = {
  duty: (known, ref) => known.duties(ref),
  id: (known) => known.rules(),
  template: (known) => known.templates(),
  key: (known) => known.settings(),
  who: (known, ref) => known.tags(ref),
  shell: (known) => known.shells,
};

/** `sent-to=`, for each that the event may say. */
function attributesOf(event: string, known: KnownOfUnit): WordOffered[] {
  const spec = known.events().find(({ kind }) => kind === event);
  return Object.entries(spec?.attributes ?? {}).map(([name, { help }]) => ({
    word: `${name}=`,
    about: help,
  }));
}

/** Where the shell's own files may stand. */
const FILES = /[<[](file|folder|dir|path)[>\]]/;

/** What an option takes: its choices, or by the kind of what it says. */
function valuesOf({ spec, words }: Line, [flags]: OptionSpec, known: KnownOfUnit): Offers {
  if (FILES.test(flags)) return 'files';
  const flag = flagOf(flags);
  const path = spec === null ? '' : pathOf(spec);
  const choices = /<(.*\|.*)>/.exec(flags)?.[1]?.split('|');
  if (choices !== undefined) return plainly(choices);
  if (isRefOption(flag.slice(2))) return plainly(known.refs(false));
  const steps: Readonly<Record<string, readonly Step[]>> = STEPS_OF;
  const said = attributesTaken(steps[path] ?? [], flag);
  if (said.some(({ kind }) => PEOPLE.has(kind))) {
    return plainly(
      known.tags(spec === null ? undefined : refIn(placesOf(spec), words.slice(path.split(' ').length))),
    );
  }
  const choicesSaid = [...new Set(said.flatMap(({ choices }) => choices))];
  return plainly(
    choicesSaid.length > 0 ? choicesSaid : ({ '--who': known.roles(), '--role': rolesAt(path) }[flag] ?? []),
  );
}

/** Whose posts, a person’s role, or that of one of a child’s people. */
const rolesAt = (path: string): readonly string[] =>
  path === 'settings team' ? TEAM_ROLES : path.startsWith('person') ? ROLES : LINKED_ROLES;

/** Kinds that are people of the child, called by their tags. */
const PEOPLE: ReadonlySet<Kind> = new Set(['who', 'people', 'someone']);

/** What a flag of these steps says: the kind of its attribute, and what it may be. */
const attributesTaken = (
  steps: readonly Step[],
  flag: string,
): { readonly kind: Kind; readonly choices: readonly string[] }[] =>
  steps.flatMap(({ event, flags }) =>
    Object.entries(flags).flatMap(([name, each]) => {
      const attribute = event.attributes[keptAs(name)];
      return nameOf(each) !== flag || !each.flags.includes(' ') || attribute === undefined
        ? []
        : [{ kind: attribute.kind, choices: each.only ?? attribute.choices ?? [] }];
    }),
  );
