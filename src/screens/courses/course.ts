/** A course of a child's life beside the reviews, as `adoption show` and others show it: on the screen, or as JSON. */
import type { Course } from '../../cases/course';
import { factShown } from '../../cases/fact-words';
import type { Context, Unit } from '../../context';
import { isOpen } from '../../core/engine/standing';
import type { Child } from '../../store/children';
import { indented, inRows, type Part } from '../../ui/rows';
import { capital, dayIn } from '../../ui/words';
import { actionRows, deadlineRows } from '../child/record';
import type { Screen, Shown } from '../show';

interface CourseTold {
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

/** What is recorded of it, what is to come and what is to be seen to. */
export function courseShown(context: Context, unit: Unit, { ref, name }: Child, told: CourseTold): Shown {
  const { course, json, toSee } = told;
  const { recorded, deadlines, actions } = course;
  const facts = recorded.map(({ on, kind, attributes }) => ({ event: kind, on, ...attributes }));
  return {
    json: () => ({ child: { ref, name }, ...json, recorded: facts, deadlines, actions, toSee }),
    screen: () => screen(context, unit, ref, told),
  };
}

function screen(
  context: Context,
  unit: Unit,
  ref: string,
  { title, course, toSee, parts = [], next }: CourseTold,
): Screen {
  const { recorded, deadlines, actions } = course;
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
  return {
    parts: [
      `${ref}  ${title}`,
      ...all.flatMap(({ heading, lines }) => (lines.length === 0 ? [] : ['', heading, ...lines])),
    ],
    said: next === null ? [] : [`Next: ${next}`],
  };
}
