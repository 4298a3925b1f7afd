/** What is asked before a child has an independent reviewing officer (IRO): who, and whether they are independent. */
import { iroChoices } from '../../cases/people/iros';
import type { Context, Unit } from '../../context';
import { UserError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { checkName } from '../../recording/name-typed';
import type { Person } from '../../store/people/people';
import { askChoice, askText, canAsk } from '../../ui/prompts';

const REGULATION = 'Care Planning Regulations 2010, reg 46(3)';

/**
 * Whether an IRO is independent: as typed, or asked for; undefined where it is not known.
 * One who is not is refused: no reason makes it lawful.
 */
export async function independenceOf(
  context: Context,
  ref: string,
  iro: Person,
  typed: string | undefined,
): Promise<'yes' | undefined> {
  const said = typed === undefined ? undefined : oneOfTyped(['yes', 'no'], '--independent', typed);
  const answer = said ?? (canAsk(context) ? await askIndependence(context, iro) : 'unknown');
  if (answer !== 'no') return answer === 'yes' ? 'yes' : undefined;
  throw new UserError(
    `${iro.name} cannot be the IRO of ${ref}: whoever manages the child’s care, prepares the care plan, visits or advises the child for the council, manages anyone who does, or controls money for it may not be (${REGULATION}). Nothing was saved.`,
    'To see who else: irotool iro caseload',
  );
}

function askIndependence(context: Context, { name }: Person): Promise<'yes' | 'no' | 'unknown'> {
  return askChoice<'yes' | 'no' | 'unknown'>(
    context,
    `Does ${name} manage the child’s care, prepare the care plan, visit or advise the child for the council, manage anyone who does, or control money for it?`,
    [
      { name: 'Not known yet', value: 'unknown' },
      { name: 'No, none of these: independent', value: 'yes' },
      { name: 'Yes', value: 'no' },
    ],
    'unknown',
  );
}

/** Which IRO: the one suggested first, then the others with their caseloads. */
export async function askIro(
  context: Context,
  unit: Unit,
  ref: string,
  sibling: string | undefined,
): Promise<string | undefined> {
  const { choices } = iroChoices(unit, ref, sibling);
  const chosen = await askChoice<string | null>(context, 'IRO', [
    ...choices,
    { name: 'Someone new', value: '' },
    { name: 'Not allocated yet', value: null },
  ]);
  if (chosen === null) return undefined;
  if (chosen !== '') return chosen;
  if (context.talk.total > 0) context.talk.total++;
  return askText(context, { message: 'Name of the IRO', check: checkName });
}
