/** A report of figures as it is shown: files, JSON, rows or the screen; and a figure by its name. */
import type { Context } from '../../context';
import { didYouMean, UsageError } from '../../errors';
import type { ReportOfFigures } from '../../reports/figures/catalogue';
import { figuresJson, figuresRows } from '../../reports/figures/faces/data';
import type { MadeFigures } from '../../reports/figures/faces/head';
import { figureLines } from '../../reports/figures/faces/text';
import { everyFigure, figuresWithin } from '../../reports/figures/named';
import { isTyped } from '../../reports/figures/tables/team';
import { present } from '../../screens/show';
import { hasShapes } from '../../ui/screen';
import { type FileOptions, type ToWrite, writeFaces } from './files';

/** Writes the files that were asked for; else shows it, or who is behind a figure of it. */
export async function showFigures(
  context: Context,
  made: MadeFigures,
  figure: string | null,
  files: readonly ToWrite[],
  options: FileOptions,
): Promise<undefined> {
  if (figure !== null && made.isWithheld)
    throw new UsageError(
      'Who is behind a number is not told with small numbers withheld.',
      `For yourself: irotool report ${made.report.id} --list ${figure}`,
    );
  if (files.length > 0) await writeFaces(context, made, files, options);
  return present(context, {
    json: () => figuresJson(made, figure),
    csv: () => figuresRows(made, figure),
    screen: () =>
      files.length > 0 ? [] : [(width) => figureLines(made, figure, { width, hasBars: hasShapes(context) })],
  });
}

/** The name of a figure as it was typed, of a report or of any; else the nearest to type. */
export function figureNamed(typed: string, report?: ReportOfFigures): string {
  const name = typed.trim().toLowerCase();
  const found = everyFigure().find((each) => each.name === name);
  if (found === undefined)
    throw new UsageError(
      `There is no figure “${typed}”.${didYouMean(
        typed,
        everyFigure().map((each) => each.name),
      )}`,
      'To see them all: irotool report explain',
    );
  if (report !== undefined && !figuresWithin(report).some((each) => each.name === name))
    throw new UsageError(
      `“${name}” is a figure of another report.`,
      `irotool report ${found.report} --list ${name}`,
    );
  if (report !== undefined && isTyped(name))
    throw new UsageError(
      'Nobody is behind a number of posts: it was typed.',
      'To see them: irotool settings team',
    );
  if (report !== undefined && /-years\.(change|n)$/.test(name)) {
    const table = name.split('.')[0]!;
    throw new UsageError(
      'Nobody is behind a change: there are those of each year.',
      `irotool report ${report.id} --list ${table}.this-year, or ${table}.last-year`,
    );
  }
  return name;
}
