/** What was decided at a meeting, asked for one after the other. */
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { sayRows } from '../../screens/show';
import { askInEditor } from '../../ui/ask-more';
import { askText } from '../../ui/prompts';
import { decisionMeant } from './commas';
import { checkLines, linesOf } from './lines';
import { checkDecision } from './typed';

/** One a line until one is left empty; `e` opens the person's editor, with those that there are. */
export async function askDecisions(context: Context, on: IsoDate, called: string): Promise<string[]> {
  let decisions: string[] = [];
  for (;;) {
    const typed = await askText(context, {
      message: `${decisions.length === 0 ? 'A' : 'Another'} ${called} (what | who | by when; Enter: no more; e: editor)`,
      optional: true,
      check: (text) => text === EDITOR || checkDecision(context, text, on),
    });
    if (typed === '') return decisions;
    if (context.talk.total > 0) context.talk.total++;
    if (typed === EDITOR) {
      const begun = [...decisions, `# One ${called} a line: what | who | by when`, ''].join('\n');
      const text = await askInEditor(context, `Each ${called}`, begun, (lines) =>
        checkLines(context, lines, on),
      );
      decisions = linesOf(text).map(({ line }) => line);
      sayRows(
        context,
        decisions.map((line) => [line]),
        [{ wraps: true }],
      );
      continue;
    }
    const meant = await decisionMeant(context, '--decision', typed, on);
    const checked = checkDecision(context, meant, on);
    if (checked === true) decisions.push(meant);
    else context.say(`${checked} It is not kept: type it again.`);
  }
}

/** Typed at a decision, it opens the editor. */
const EDITOR = 'e';
