/** `letter list`: every letter, form and record, and who it is for. Needs no database. */
import type { Context } from '../../context';
import { allOn, nameInList, sayBroken, sayOwn, shelfOf, titleWords } from '../../letters/shelf';
import { printPainted, show } from '../../screens/show';
import { letterRows } from '../../screens/unit/letters';

/** Runs `letter list`. */
export async function list(context: Context): Promise<undefined> {
  const shelf = shelfOf(context);
  const letters = allOn(shelf).map((template) => ({
    name: template.name,
    title: titleWords(template),
    for: template.forWords,
  }));
  return show(context, {
    json: () => ({ letters }),
    csv: () => [['name', 'title', 'for'], ...letters.map((each) => [each.name, each.title, each.for])],
    screen: async () => {
      const listed = allOn(shelf).map(({ name, kind, forWords }) => ({
        ...{ kind, name: nameInList(shelf, name), for: forWords },
      }));
      await printPainted(context, [letterRows(listed)]);
      sayOwn(context, shelf);
      sayBroken(context, shelf);
      context.say('To write one: irotool letter NAME REF. Invitations: irotool letter pack REF');
    },
  });
}
