/** The questions of `review prepare`: each step that is not recorded yet, one at a time, on a terminal. */
import type { Context } from '../../../context';
import { DOCUMENTS } from '../../../core/events/codes';
import type { StepKind } from '../../../core/reviews/preparation';
import { STEPS } from '../../../core/reviews/preparation';
import { askText } from '../../../ui/prompts';
import { askNeededDay, askPastDay } from '../../ask-day';
import type { BeingPrepared } from './list';
import { type PrepareOptions, whichPapers } from './typed';

/** The option that holds the day of each step. */
const OPTION: Readonly<Record<Exclude<StepKind, 'documents-received'>, keyof PrepareOptions>> = {
  'unit-notified': 'notified',
  'child-consulted': 'childConsulted',
  'list-returned': 'listReturned',
  'sw-iro-discussed': 'discussed',
  'iro-visited': 'iroVisited',
  'invitations-sent': 'invited',
  'records-current': 'recordsCurrent',
  'iro-saw-child': 'seen',
};

/** What is asked once a step has a day: the option and the question. */
const MORE: Partial<Record<StepKind, readonly (readonly [keyof PrepareOptions, string])[]>> = {
  'child-consulted': [
    ['wants', 'Who does the child want there?'],
    ['notWants', 'And whom not?'],
    ['place', 'Where does the child want to meet?'],
    ['issues', 'What does the child want to talk about?'],
  ],
  'sw-iro-discussed': [
    ['supporters', 'What did they think of a supporter or advocate?'],
    ['preparing', 'How will child and parents be helped to prepare?'],
  ],
  'iro-visited': [['concern', 'Did the child raise a concern? Which?']],
  'records-current': [
    ['bedroomSeen', 'When was the bedroom last seen?'],
    ['household', 'Has the household changed?'],
    ['court', 'What is the court timetable?'],
  ],
};

/** What is not recorded of at least one of the reviews, asked for step by step. */
export async function askedSteps(
  context: Context,
  reviews: readonly BeingPrepared[],
  options: PrepareOptions,
): Promise<PrepareOptions> {
  const asked: Record<string, string> = {};
  const open = STEPS.filter(({ kind }) =>
    reviews.some(({ steps }) => steps.some((step) => step.kind === kind && step.on === null)),
  );
  if (open.length > 0) context.say('Type the day of each step, or press Enter for not yet.');
  for (const { kind, what } of open) {
    if (kind === 'documents-received') {
      Object.assign(asked, await askedPapers(context));
      continue;
    }
    const on = await askPastDay(context, what);
    if (on === undefined) continue;
    asked[OPTION[kind]] = on;
    for (const [name, question] of MORE[kind] ?? []) {
      const answer =
        name === 'bedroomSeen'
          ? await askPastDay(context, question)
          : await askText(context, { message: question, optional: true });
      if (answer) asked[name] = answer;
    }
  }
  return { ...options, ...asked };
}

async function askedPapers(context: Context): Promise<Record<string, string>> {
  const documents = await askText(context, {
    message: `Papers that have come (${DOCUMENTS.join(', ')}, or all)`,
    optional: true,
    check: (typed) => {
      try {
        whichPapers(typed);
        return true;
      } catch (error) {
        return error instanceof Error ? error.message : 'That is no list of papers.';
      }
    },
  });
  if (documents === '') return {};
  return {
    documents,
    documentsOn: await askNeededDay(context, { message: 'The day they came', lies: 'past' }),
  };
}
