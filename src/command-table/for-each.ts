/** Commands about one child that may be typed for several. */
import type { CommandSpec } from './spec';
import { STEP_OPTIONS } from './step-options';

/** True of a command about one child that may be typed for several: it runs for each of them, all or none. */
export const isForEach = ({ name, each }: CommandSpec): boolean =>
  name.includes(' <ref>') && (each === true || STEP_OPTIONS[name.replace(/ <.*/, '')] !== undefined);

/** The command as it is typed: `child link <ref...> [name]`. */
export const shownName = (spec: CommandSpec): string =>
  isForEach(spec) && !spec.name.includes('...') ? spec.name.replace('<ref>', '<ref...>') : spec.name;
