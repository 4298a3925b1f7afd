/** `letter list`: every letter, form and record, and who it is for. Needs no database. */
import type { Context } from '../../context';
import { nameInList, sayBroken, sayOwn, shelfOf, titleWords } from '../../letters/shelf';
import { printRows, show } from '../../screens/show';

/** Runs `letter list`. */
export async function list(context: Context): Promise<undefined> {
  const shelf = shelfOf(context);
  const letters = [...shelf.templates.values()].map((template) => ({
    name: template.name,
    title: titleWords(template),
    for: template.forWords,
  }));
  return show(context, {
    json: () => ({ letters }),
    csv: () => [['name', 'title', 'for'], ...letters.map((each) => [each.name, each.title, each.for])],
    screen: () => {
      const rows = letters.map((each) => [nameInList(shelf, each.name), each.for]);
      printRows(context, rows, [{ whole: true }, { wraps: true, min: 24 }]);
      sayOwn(context, shelf);
      sayBroken(context, shelf);
      context.say('To write one: irotool letter NAME REF. Invitations: irotool letter pack REF');
    },
  });
}
