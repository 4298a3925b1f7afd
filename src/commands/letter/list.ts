/** `letter list`: every letter, form and record, and who it is for. Needs no database. */
import type { Context } from '../../context';
import { sayBroken, shelfOf, titleWords } from '../../letters/shelf';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';

/** Runs `letter list`. */
export async function list(context: Context): Promise<undefined> {
  const shelf = shelfOf(context);
  const letters = [...shelf.templates.values()].map((template) => ({
    name: template.name,
    title: titleWords(template),
    for: template.forWords,
  }));
  if (context.flags.json) {
    context.json({ schema: 1, letters });
    return undefined;
  }
  if (context.flags.csv) {
    const { toCsv } = await import('../../exchange/csv-out');
    const rows = letters.map(({ name, title, for: forWords }) => [name, title, forWords]);
    context.io.stdout.write(toCsv([['name', 'title', 'for'], ...rows]));
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  const rows = letters.map(({ name, for: forWords }) => [shelf.own.has(name) ? `${name} *` : name, forWords]);
  context.print(rowLines(rows, [{ whole: true }, { wraps: true, min: 24 }], width).join('\n'));
  if (letters.some(({ name }) => shelf.own.has(name))) context.say('* the council’s own');
  sayBroken(context, shelf);
  context.say('To write one: irotool letter NAME REF. Invitations: irotool letter pack REF');
  return undefined;
}
