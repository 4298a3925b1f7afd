/** `letter list`: every letter, form and record, and who it is for. Needs no database. */
import type { Context } from '../../context';
import { allOn, nameInList, shelfOf, shelfWords, titleWords } from '../../letters/shelf';
import { present } from '../../screens/show';
import { letterRows } from '../../screens/unit/letters';

/** Runs `letter list`. */
export async function list(context: Context): Promise<undefined> {
  const shelf = shelfOf(context);
  const letters = allOn(shelf).map((template) => ({
    name: template.name,
    title: titleWords(template),
    for: template.forWords,
  }));
  return present(context, {
    json: () => ({ letters }),
    csv: () => [['name', 'title', 'for'], ...letters.map((each) => [each.name, each.title, each.for])],
    screen: () => {
      const listed = allOn(shelf).map(({ name, kind, forWords }) => ({
        ...{ kind, name: nameInList(shelf, name), for: forWords },
      }));
      return {
        parts: [letterRows(listed)],
        said: [
          ...shelfWords(shelf),
          'To write one: irotool letter NAME REF. Invitations: irotool letter pack REF',
        ],
      };
    },
  });
}
