/** Who has parental responsibility for a child who comes into care: letters go to them. */
import { addToPeople, changeLink, type Linked, linkedAlready } from '../../cases/people/linking';
import { rolesCalled } from '../../cases/people/role-words';
import type { Context, Unit } from '../../context';
import { UsageError } from '../../errors';
import type { Child } from '../../store/children';
import { canAsk } from '../../ui/prompts';
import { roleWords } from '../../ui/words';
import { checkName, nameTyped } from '../name-typed';

/** Someone who has it, and what they are to the child, as far as that was said. */
export interface Responsible {
  readonly name: string;
  readonly role: string;
  readonly relationship: string | undefined;
}

/** Those who may have it. */
const MAY_HAVE_IT: readonly string[] = ['parent', 'relative', 'carer', 'adopter'];

/** Reads `mother Jane Roe, father Tom Roe`. Throws a UsageError if it is not said what someone is to the child. */
export const responsibleTyped = (typed: string): Responsible[] =>
  typed
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map(oneTyped);

function oneTyped(typed: string): Responsible {
  const words = typed.split(/\s+/);
  // The longest first: `birth mother Jane Roe` is read before `birth`.
  for (let length = words.length - 1; length > 0; length--) {
    const [meant] = rolesCalled(words.slice(0, length).join(' ')).filter(({ role }) =>
      MAY_HAVE_IT.includes(role),
    );
    if (meant === undefined) continue;
    const name = words.slice(length).join(' ');
    const checked = checkName(name);
    if (checked !== true) throw new UsageError(checked);
    return { ...meant, name: nameTyped(name, '--responsible')! };
  }
  throw new UsageError('Say what they are to the child, and then the name.', 'Such as: mother Jane Roe');
}

/** What will be recorded of them, in sentences: by name on a terminal alone. */
export const responsibleWords = (context: Context, all: readonly Responsible[]): string[] =>
  all.map(({ name, role, relationship }) => {
    const what = relationship ?? roleWords(role);
    const whom = canAsk(context) ? `${name}, ${what},` : `The ${what}`;
    return `${whom} will be among the child’s people, with parental responsibility.`;
  });

/** Records them, inside a transaction; gives what is worth saying. */
export function linkResponsible(unit: Unit, child: Child, all: readonly Responsible[]): string[] {
  return all.flatMap(({ name, role, relationship }) => {
    const typed = { tag: undefined, role, link: { relationship, hasResponsibility: true }, details: {} };
    const known = linkedAlready(unit, child, name, typed);
    const done: Linked = known
      ? changeLink(unit, child, known, typed)
      : addToPeople(unit, child, name, role, typed);
    return done.notes.map((note) => `${done.tag}: ${note}`);
  });
}
