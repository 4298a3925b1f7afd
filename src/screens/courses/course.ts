/** A course of a child's life beside the reviews, as `adoption show` and others show it: on the screen, or as JSON. */
import type { Course } from '../../cases/course';
import { factShown } from '../../cases/fact-words';
import type { Context, Unit } from '../../context';
import { isOpen } from '../../core/engine/standing';
import type { Child } from '../../store/children';
import { indented, inRows, type Part } from '../../ui/rows';
import { capital, dayIn } from '../../ui/words';
import { actionRows, deadlineRows } from '../child/record';
import { printScreen } from '../show';

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
  const open = deadlines.filter(({ standing }) => isOpen(standing));
  const sentences = (lines: readonly string[]): Part[] => lines.map((line) => indented(line, 1));
  const all = [
    {
      heading: 'RECORDED',
      lines:
        recorded.length === 0
          ? []
          : [
              inRows(
                recorded.map((fact) => [dayIn(fact.on, context.today), capital(factShown(unit, fact))]),
                [{}, { wraps: true, min: 24 }],
              ),
            ],
    },
    { heading: 'TO COME', lines: open.length === 0 ? [] : [deadlineRows(context, unit, ref, open, false)] },
    { heading: 'TO SETTLE', lines: actions.length === 0 ? [] : [actionRows(actions, context.today)] },
    ...parts.map(({ heading, lines }) => ({ heading, lines: sentences(lines) })),
    { heading: 'TO SEE TO', lines: sentences(toSee) },
  ];
  printScreen(context, [
    `${ref}  ${title}`,
    ...all.flatMap(({ heading, lines }) => (lines.length === 0 ? [] : ['', heading, ...lines])),
  ]);
  if (next !== null) context.say(`Next: ${next}`);
}
