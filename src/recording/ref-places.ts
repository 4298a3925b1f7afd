/** Where on a command line a reference of a child or an applicant is typed. Small: every command reads it. */
import type { CommandLine } from '../core/privacy/command-line';

const ARGUMENTS: readonly string[] = ['ref', 'ref...', 'into'];
const OPTIONS: readonly string[] = ['child', 'sibling', 'parent'];

/** The names of a command's arguments, as its table has them: `ref`, `ref...`, `duty`. */
export const placesOf = ({ name }: Pick<CommandLine, 'name'>): string[] =>
  Array.from(name.matchAll(/[<[](\S+?)[>\]]/g), ([, place]) => place!);

/** True of an argument that is a reference. */
export const isRefPlace = (place: string): boolean => ARGUMENTS.includes(place);

/** True of an option whose value is a reference. */
export const isRefOption = (name: string): boolean => OPTIONS.includes(name);

/** True of what may be a name: it has no figures. */
export const isNameLike = (typed: string): boolean => /^\D{2,}$/.test(typed.trim());

/** Whatever was typed for a reference. */
export function refsTyped(line: CommandLine): string[] {
  const args = placesOf(line).flatMap((place, at) => (isRefPlace(place) ? [line.args[at]].flat() : []));
  const options = Object.entries(line.options).flatMap(([name, value]) => (isRefOption(name) ? [value] : []));
  return [...args, ...options].filter((typed) => typeof typed === 'string');
}
