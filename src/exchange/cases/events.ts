/** What a row tells by one event of the map: a fact, a review of the return's kind, or why it cannot be. */
import type { AttributeSpec } from '../../core/events/attribute';
import { specOf } from '../../core/events/fact';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { MapEvent } from '../../law/maps/map';
import { isProblem } from '../ssda903/cells';
import type { ImportedFact } from '../ssda903/model';
import { type Problem, PUT_RIGHT, type ReturnRow } from '../ssda903/report';
import { textIn } from './columns';
import { type RowHere, refHere } from './parts';
import { codeMeant, dayProblem, keptValue } from './values';

type Told =
  | { readonly fact: ImportedFact; readonly column: string }
  | { readonly review: Pick<ReturnRow, 'cells' | 'days'>; readonly besides: Readonly<Record<string, string>> }
  | Problem;

export function eventOf(
  here: RowHere,
  { event, on, attributes }: MapEvent,
  values: readonly string[],
  key: string,
): Told | null {
  const { table, days, today } = here;
  const day = on === 'today' ? { text: today as string, column: '' } : textIn(table, on, values);
  if (day.text === '') return null;
  const when = on === 'today' ? today : days.of.get(day.column)?.get(day.text);
  if (when === undefined) return dayProblem(day.column, day.text);
  const isReview = event.kind === 'review-held';
  const told: Record<string, string> = {};
  for (const [name, cell] of Object.entries(attributes)) {
    const written = textIn(table, cell, values);
    if (written.text === '' || (isReview && name === 'code')) continue;
    const spec = specOf(event)!.attributes[name]!;
    const value =
      spec.kind === 'colleague'
        ? colleagueOf(here, written, spec)
        : keptValue(name, spec, written, days.of.get(written.column));
    if (isProblem(value)) return value;
    told[name] = value;
  }
  if (isReview) {
    const code = attributes.code === undefined ? '' : textIn(table, attributes.code, values).text;
    const cells = { REVIEW: day.text, REVIEW_CODE: codeMeant('participation', code) ?? code };
    return { review: { cells, days: { REVIEW: when } }, besides: told };
  }
  const lacking = Object.entries(specOf(event)!.attributes).find(
    ([name, { required }]) => required && told[name] === undefined,
  );
  if (lacking !== undefined) {
    const column = attributes[lacking[0]]?.columns[0] ?? day.column;
    return { column, reason: 'code', why: `${column} is blank.`, next: PUT_RIGHT };
  }
  return plannedOr(here, { event, when, told, column: day.column, isToday: on === 'today' }, key);
}

interface Read {
  readonly event: MapEvent['event'];
  readonly when: IsoDate;
  readonly told: Record<string, string>;
  readonly column: string;
  readonly isToday: boolean;
}

/** What stands as of today is recorded once, on the first day on which it was told; a plan of the past is none. */
function plannedOr({ table, row, today, known }: RowHere, read: Read, key: string): Told {
  const { event, when, told, column, isToday } = read;
  const { meeting } = told;
  if (isToday && meeting !== undefined && meeting < today) {
    return {
      column: null,
      reason: 'planned',
      why: `The meeting of ${plainDate(meeting as IsoDate)} was planned for a day that has passed.`,
      next: 'Nothing, unless it was held: then put its day among those that were.',
    };
  }
  const ref = refHere(known, key);
  const on = (isToday ? known.recordedOn(ref, event.kind, told) : null) ?? when;
  return {
    fact: { on, ...event, attributes: told, source: { file: table.sheet.file, line: row.line } },
    column,
  };
}

/** Who of the unit is meant: by name, or by what the files call a colleague. */
function colleagueOf(
  { links, known }: RowHere,
  { text, column }: { readonly text: string; readonly column: string },
  spec: AttributeSpec,
): string | Problem {
  const name = links.hasColleagues ? links.colleague(text) : text;
  if (name === undefined || name === '') {
    return {
      column,
      reason: 'colleague',
      why: `${column} is somebody of whom the files give no name.`,
      next: 'Nothing, or give the files with names and import again.',
    };
  }
  const id = known.colleague(name, spec.roles ?? ['iro']);
  if (id !== null) return id;
  return {
    column,
    reason: 'code',
    why: `${column} is the name of several people who work here.`,
    next: 'Write the name in full, or call one of them otherwise (irotool person edit), and import again.',
  };
}
