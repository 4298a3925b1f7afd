/** What a column of a list may be, guessed from its heading or from what stands in it, with the reason. */
import type { CodeList } from '../../core/events/attribute';
import type { IsoDate } from '../../core/time/dates';
import type { CaseMap } from '../../law/maps/map';
import { plainHeading } from './columns';
import { readDays } from './days';
import type { FoundSheet } from './sheets';
import { codeMeant } from './values';

/** What a column of a list of children can say, in words. */
export const COLUMN_ROLES = {
  key: 'the child’s number there',
  name: 'the child’s name',
  first: 'the first name alone',
  last: 'the surname alone',
  born: 'the date of birth',
  sex: 'boy or girl',
  ethnicity: 'the ethnicity',
  upn: 'the pupil number',
  team: 'the social work team',
  worker: 'the social worker',
  iro: 'the IRO',
  status: 'the legal status now',
  since: 'the day that care began',
  placement: 'the kind of placement',
  placed: 'the day that the placement began',
  review: 'the day of the last review',
  number: 'which review that was',
  code: 'how the child took part in it',
  next: 'the day of the next review',
  left: 'the day that care ended',
  reason: 'why care ended',
  none: 'nothing that is taken',
} as const;
export type ColumnRole = keyof typeof COLUMN_ROLES;

export interface GuessedColumn {
  readonly heading: string;
  /** Five values at most, none twice. */
  readonly values: readonly string[];
  readonly role: ColumnRole;
  readonly why: string;
}

const SHOWN = 5;

/** A guess for each column; no two columns are guessed to be the same. */
export function guessColumns({ csv }: FoundSheet, plain: CaseMap, today: IsoDate): GuessedColumn[] {
  const headings = headingsByRole(plain);
  const taken = new Set<ColumnRole>();
  return (csv.header?.values ?? []).map((heading, at) => {
    const all = csv.rows.map(({ values }) => values[at] ?? '').filter((value) => value !== '');
    const distinct = [...new Set(all)];
    const guess = byHeading(heading, headings) ?? byValues(all, distinct, csv.rows.length, today);
    const isFree = guess.role === 'none' || !taken.has(guess.role);
    taken.add(guess.role);
    const { role, why } = isFree
      ? guess
      : {
          role: 'none' as const,
          why: `it looks like ${COLUMN_ROLES[guess.role]}, and another column is that`,
        };
    return { heading, values: distinct.slice(0, SHOWN), role, why };
  });
}

interface Guess {
  readonly role: ColumnRole;
  readonly why: string;
}

/** The headings that plain lists use, by what stands below them. */
function headingsByRole({ tables: [table] }: CaseMap): Map<string, ColumnRole> {
  const found = new Map<string, ColumnRole>();
  const enter = (role: ColumnRole, columns: readonly string[] = []): void => {
    for (const column of columns) if (!found.has(plainHeading(column))) found.set(plainHeading(column), role);
  };
  const { key, child, events } = table!;
  enter('key', key?.columns);
  for (const [role, part] of Object.entries(PARTS)) enter(role as ColumnRole, child?.[part]?.[0]?.columns);
  for (const [role, [kind, name]] of Object.entries(PLACES)) {
    const event = events.find((each) => each.event.kind === kind);
    const cell = name === 'on' ? event?.on : event?.attributes[name];
    if (cell !== undefined && cell !== 'today') enter(role as ColumnRole, cell.columns);
  }
  enter('first', ['First name', 'Forename', 'Given name']);
  enter('last', ['Surname', 'Last name', 'Family name']);
  return found;
}

const PARTS = {
  ...({ name: 'name', born: 'born', sex: 'sex', ethnicity: 'ethnicity', upn: 'upn', team: 'team' } as const),
  worker: 'social worker',
} as const;
const PLACES: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  since: ['became-looked-after', 'on'],
  status: ['became-looked-after', 'basis'],
  placed: ['placement-started', 'on'],
  placement: ['placement-started', 'kind'],
  iro: ['iro-allocated', 'iro'],
  review: ['review-held', 'on'],
  code: ['review-held', 'code'],
  number: ['review-held', 'number'],
  next: ['review-planned', 'meeting'],
  left: ['ceased-looked-after', 'on'],
  reason: ['ceased-looked-after', 'reason'],
};

function byHeading(heading: string, headings: ReadonlyMap<string, ColumnRole>): Guess | null {
  const role = headings.get(plainHeading(heading));
  return role === undefined ? null : { role, why: 'lists often call it so' };
}

const CODED: readonly (readonly [CodeList, ColumnRole])[] = [
  ['participation', 'code'],
  ['legal-status', 'status'],
  ['placement', 'placement'],
  ['reason-ceased', 'reason'],
  ['sex', 'sex'],
  ['ethnicity', 'ethnicity'],
];

function byValues(all: readonly string[], distinct: readonly string[], rows: number, today: IsoDate): Guess {
  if (all.length === 0) return { role: 'none', why: 'nothing stands in it' };
  for (const [list, role] of CODED) {
    if (distinct.every((value) => codeMeant(list, value) !== null))
      return { role, why: `each of its values is a code of ${COLUMN_ROLES[role]}, or what one means` };
  }
  const { days } = readDays(
    '',
    all.map((text, line) => ({ line, text })),
    today,
    { toCome: true },
  );
  if (distinct.every((value) => days.has(value))) {
    const read = distinct.map((value) => days.get(value)!).sort();
    const middle = read[Math.floor(read.length / 2)]!;
    if (read[0]! > today) return { role: 'next', why: 'its days are all to come' };
    const years = Number(today.slice(0, 4)) - Number(middle.slice(0, 4));
    if (all.length === rows && years >= 5) return { role: 'born', why: 'a day in every row, years ago' };
    return { role: 'none', why: 'it has days, and nothing says of what' };
  }
  if (
    all.length === rows &&
    distinct.length === rows &&
    distinct.every((value) => /^[\w/.-]{1,20}$/.test(value) && /\d/.test(value))
  )
    return { role: 'key', why: 'every row has one, and no two the same' };
  return { role: 'none', why: 'nothing says what it is' };
}
