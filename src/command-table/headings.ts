/** What help lists commands and options under, in the order of the work. Words alone: it loads with the table. */
import type { CommandSpec } from './spec';

type Headings = Readonly<Record<string, readonly string[]>>;

/** The words that are typed first. */
const TOP: Headings = {
  'Each day': ['tray', 'due', 'done', 'explain', 'find', 'days'],
  'A review': ['new-review', 'review', 'letter', 'recommendation'],
  'Other reviews and cases': ['conference', 'adoption', 'secure', 'pathway', 'visit', 'dispute', 'irm'],
  'Children and people': ['child', 'iro', 'person', 'record', 'correct', 'undo', 'redo', 'strike', 'audit'],
  'Reports, and data in and out': ['report', 'import', 'export'],
  'Setting up and looking after': [
    ...['init', 'demo', 'settings', 'template', 'rules', 'timetable'],
    ...['schedule', 'backup', 'restore', 'doctor', 'completion', 'help'],
  ],
};

/** The words after those of a group, if there are many. */
const WITHIN: Readonly<Record<string, Headings>> = {
  review: {
    'What to do, and how it stands': ['next', 'show', 'list', 'help'],
    'Before it': ['plan', 'participants', 'not-invite', 'prepare'],
    'Not as planned': ['adjourn', 'cancel', 'no-meeting', 'call-early', 'before-change'],
    'When it is held': ['hold'],
    'After it': ['after', 'distribute', 'monitor', 'monitoring', 'midway'],
  },
  child: {
    'The record': ['add', 'list', 'show', 'edit', 'merge', 'help'],
    'Their people': ['people', 'link', 'unlink', 'bar'],
    'What changes': ['moved', 'status', 'remand', 'protection', 'short-break', 'left', 'died'],
  },
};

/**
 * The heading of a word, and its place among all of its list: words without one come last, in the order of the table.
 * `group` is the word before it, or none.
 */
export function headingOf(
  word: string,
  group = '',
): { readonly heading: string | null; readonly at: number } {
  const headings = Object.entries(group === '' ? TOP : (WITHIN[group] ?? {}));
  const words = headings.flatMap(([heading, each]) => each.map((listed) => ({ heading, listed })));
  const at = words.findIndex(({ listed }) => listed === word);
  return at < 0 ? { heading: null, at: words.length } : { heading: words[at]!.heading, at };
}

/** The commands in the order of their headings. */
export const inOrderOfHelp = (specs: readonly CommandSpec[]): CommandSpec[] =>
  specs
    .map((spec) => {
      const [word = '', within = ''] = spec.name.split(' ');
      return { spec, top: headingOf(word).at, at: headingOf(within, word).at };
    })
    .sort((one, other) => one.top - other.top || one.at - other.at)
    .map(({ spec }) => spec);
