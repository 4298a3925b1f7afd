/** `import maps` lists and shows maps; `import map FILE` makes one by asking what each column is, or keeps one that was written. */
import { basename, resolve } from 'node:path';
import type { Context, Unit } from '../../context';
import { vocabularyOf } from '../../core/events/vocabulary';
import { UsageError, UserError } from '../../errors';
import { COLUMN_ROLES, type ColumnRole, type GuessedColumn, guessColumns } from '../../exchange/cases/guess';
import { lackingIn, mapWords, type SettledColumn } from '../../exchange/cases/map-made';
import { checkedMap, mapNamed, mapNames } from '../../exchange/cases/map-named';
import { sheetsOf } from '../../exchange/cases/sheets';
import { shippedMap, shippedMapNames, shippedMapText } from '../../law/maps/shelf';
import { present, showBefore } from '../../screens/show';
import { keepMap, keptMap } from '../../store/outside/maps';
import { readTextFile } from '../../text-file';
import { asTyped } from '../../ui/as-typed';
import { askChoice, askText, canAsk, isToSave, requireFlags } from '../../ui/prompts';
import { inRows } from '../../ui/rows';
import { listed } from '../../ui/words';

/** Runs `import maps [name]`. */
export async function maps(context: Context, [name]: readonly [string?]): Promise<undefined> {
  const { db, pack } = await context.open();
  const vocabulary = vocabularyOf(pack);
  if (name !== undefined) {
    const map = mapNamed(db, name, vocabulary, context.io.cwd);
    const yaml =
      keptMap(db, name)?.yaml ?? shippedMapText(name) ?? readTextFile(resolve(context.io.cwd, name), name);
    return present(context, {
      json: () => map,
      screen: () => ({
        parts: yaml
          .trimEnd()
          .split('\n')
          .map((line) => () => [line]),
        said: [],
      }),
    });
  }
  const all = mapNames(db).map((each) => ({
    name: each,
    title: mapNamed(db, each, vocabulary, context.io.cwd).title,
    kept: keptMap(db, each) !== undefined,
  }));
  return present(context, {
    json: () => ({ maps: all }),
    csv: () => [
      ['name', 'title', 'kept'],
      ...all.map((each) => [each.name, each.title, each.kept ? 'yes' : 'no']),
    ],
    screen: () => ({
      parts: [
        inRows(
          all.map((each) => [each.name, each.title, each.kept ? 'the unit’s own' : 'comes with irotool']),
          [{}, { wraps: true }, {}],
        ),
      ],
      said: ['One of them: irotool import maps NAME', 'To make one: irotool import map FILE --name NAME'],
    }),
  });
}

/** Runs `import map FILE`. */
export async function makeMap(
  context: Context,
  [path]: readonly [string],
  options: { readonly name?: string },
): Promise<undefined> {
  const unit = await context.open();
  const whole = resolve(context.io.cwd, path);
  const isWritten = /\.ya?ml$/i.test(path);
  const yaml = isWritten ? readTextFile(whole, path) : await made(context, whole, path, options.name);
  if (yaml === null) return undefined;
  const { name } = checkedMap(basename(path), yaml, vocabularyOf(unit.pack));
  if (options.name !== undefined && options.name !== name)
    throw new UsageError(`The map calls itself "${name}", not "${options.name}".`);
  if (shippedMapNames().includes(name))
    throw new UsageError(`"${name}" is a map that comes with irotool. Choose another name.`);
  if (!isWritten)
    showBefore(context, [
      ...yaml
        .trimEnd()
        .split('\n')
        .map((line) => () => [line]),
      '',
    ]);
  if (!(await isToSave(context, `Keep it as ${name}?`))) return undefined;
  kept(unit, name, yaml);
  return present(context, {
    json: () => ({ name }),
    screen: () => ({
      parts: [`The map ${name} is kept.`],
      said: [`To use it: irotool import cases ${isWritten ? 'FILE' : asTyped(path)} --map ${name} --dry-run`],
    }),
  });
}

const kept = ({ db, save }: Unit, name: string, yaml: string): void =>
  save(() => keepMap(db, { name, yaml }));

/** The map that the answers come to; null if only the guesses were shown. */
async function made(
  context: Context,
  whole: string,
  path: string,
  wanted: string | undefined,
): Promise<string | null> {
  const [sheet] = await sheetsOf(whole);
  const plain = shippedMap('children')!;
  if (sheet?.csv.header == null) throw new UserError(`${path} has no row of headings.`, 'Nothing was saved.');
  const guesses = guessColumns(sheet, plain, context.today);
  // What stands in a list has names in it: they are shown to a person, and go down no pipe.
  if (context.io.stdout.isTTY === true)
    showBefore(context, [inRows(guesses.map(shownRow), [{}, { wraps: true }, { wraps: true }]), '']);
  if (!canAsk(context) && wanted === undefined) {
    requireFlags(context, ['--name']);
    return null;
  }
  const columns: SettledColumn[] = [];
  for (const guess of guesses)
    columns.push({
      heading: guess.heading,
      role: canAsk(context) ? await asked(context, guess) : guess.role,
    });
  const lacking = lackingIn(columns);
  if (lacking !== null)
    throw new UserError(lacking, 'Nothing was saved. Answer again, or write the map by hand: docs/import.md');
  const name =
    wanted ??
    (await askText(context, {
      message: 'What is the map to be called?',
      check: (text) => /^[a-z][a-z0-9-]*$/.test(text) || 'Small letters, figures and hyphens.',
    }));
  return mapWords(name, sheet.table, columns, plain);
}

const shownRow = ({ heading, values, role, why }: GuessedColumn): string[] => [
  heading,
  listed(values),
  `${COLUMN_ROLES[role]}: ${why}`,
];

function asked(context: Context, { heading, values, role, why }: GuessedColumn): Promise<ColumnRole> {
  const choices = (Object.keys(COLUMN_ROLES) as ColumnRole[]).map((value) => ({
    name: COLUMN_ROLES[value],
    value,
  }));
  const first = choices.filter(({ value }) => value === role);
  return askChoice(
    context,
    `${heading} (${values.join('; ')}). What is it? It looks like ${COLUMN_ROLES[role]}, for ${why}`,
    [...first, ...choices.filter(({ value }) => value !== role)],
    role,
  );
}
