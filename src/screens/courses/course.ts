/** A course of a child's life beside the reviews, as `adoption show` and others show it: on the screen, or as JSON. */
import type { Course } from '../../cases/course';
import { factWords } from '../../cases/fact-words';
import type { Context, Unit } from '../../context';
import { isOpen } from '../../core/engine/standing';
import type { Child } from '../../store/children';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { capital, dayIn, wrap } from '../../ui/words';
import { actionLines, deadlineLines } from '../child/record';

interface CourseShown {
  /** After the reference: `adoption, placed since Monday 2 March 2026`. */
  readonly title: string;
  readonly course: Course;
  /** What the screen and its JSON say besides. */
  readonly json: object;
  /** What is to be seen to, in sentences. */
  readonly toSee: readonly string[];
  /** Further parts of the screen, each with its heading. */
  readonly parts?: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** What to type next; null if nothing is. */
  readonly next: string | null;
}

export function printCourse(
  context: Context,
  unit: Unit,
  { ref, name }: Child,
  { title, course, json, toSee, parts = [], next }: CourseShown,
): void {
  const { recorded, deadlines, actions } = course;
  if (context.flags.json) {
    const facts = recorded.map(({ on, kind, attributes }) => ({ event: kind, on, ...attributes }));
    context.json({ schema: 1, child: { ref, name }, ...json, recorded: facts, deadlines, actions, toSee });
    return;
  }
  const width = screenWidth(context.io, context.flags);
  const open = deadlines.filter(({ standing }) => isOpen(standing));
  const sentences = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => wrap(line, width - 1).map((each) => ` ${each}`));
  const all = [
    {
      heading: 'RECORDED',
      lines: rowLines(
        recorded.map((fact) => [dayIn(fact.on, context.today), capital(factWords(unit, fact))]),
        [{}, { wraps: true, min: 24 }],
        width,
      ),
    },
    { heading: 'TO COME', lines: open.length === 0 ? [] : deadlineLines(context, unit, ref, open, false) },
    { heading: 'TO SETTLE', lines: actions.length === 0 ? [] : actionLines(context, actions) },
    ...parts.map(({ heading, lines }) => ({ heading, lines: sentences(lines) })),
    { heading: 'TO SEE TO', lines: sentences(toSee) },
  ];
  context.print(
    [
      ...wrap(`${ref}  ${title}`, width),
      ...all.flatMap(({ heading, lines }) => (lines.length === 0 ? [] : ['', heading, ...lines])),
    ].join('\n'),
  );
  if (next !== null) context.say(`Next: ${next}`);
}
