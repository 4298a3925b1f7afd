/** Whoever was found, as a screen and as JSON. */
import type { Found } from '../../cases/finding';
import type { Context } from '../../context';
import { plainDate } from '../../core/time/dates';
import { type Column, inRows, oneBelowAnother, type Part, rowNumber } from '../../ui/rows';
import { count, dayIn, roleWords } from '../../ui/words';

/** More than this many of a kind are counted, and not shown. */
export const MOST_FOUND = 30;

/** The parts of the screen; children with a number each, if that can be typed. */
export function foundParts(
  context: Context,
  { children, applicants, people, teams }: Found,
  isNumbered = false,
): Part[] {
  const { today } = context;
  const kinds = [
    section('CHILDREN', [
      ...children.map(({ ref, name, born, inCare, since, iro }, at) => [
        ...(isNumbered ? [rowNumber(at, Math.min(children.length, MOST_FOUND))] : []),
        ref,
        name ?? 'name not recorded',
        born === null ? '' : `born ${plainDate(born)}`,
        inCare ? `in care${since === null ? '' : ` since ${dayIn(since, today)}`}` : 'not in care',
        iro ?? '',
      ]),
    ]),
    section(
      'APPLICANTS',
      applicants.map(({ ref, name, kind }) => [ref, name ?? 'name not recorded', roleWords(kind)]),
    ),
    section(
      'PEOPLE',
      people.map(({ name, role, team, of }) => [
        name,
        roleWords(role),
        [...(team === null ? [] : [team]), ...of.map(({ ref, tag }) => `${tag} of ${ref}`)].join(', '),
      ]),
    ),
    section(
      'TEAMS',
      teams.map((team) => [team]),
    ),
  ].map(({ heading, rows, more }, at): Part[] => {
    if (rows.length === 0) return [];
    const last = { wraps: true, min: 12 } as const;
    const columns = [
      [...(isNumbered ? [WHOLE] : []), { whole: true }, { wraps: true, min: 12 }, {}, {}, {}],
      [{ whole: true }, {}, last],
      [{}, {}, last],
      [{}],
    ] as const;
    return [
      heading,
      inRows(rows, columns[at]!),
      ...(more === 0 ? [] : [` and ${count(more, 'other')}: type more of it`]),
    ];
  });
  return oneBelowAnother(kinds.filter((parts) => parts.length > 0));
}

const WHOLE: Column = { whole: true };

const section = (heading: string, rows: readonly string[][]) => ({
  heading,
  rows: rows.slice(0, MOST_FOUND),
  more: Math.max(0, rows.length - MOST_FOUND),
});

export const foundJson = ({ children, applicants, people, teams }: Found): object => ({
  children: children.map(({ ref, name, born, inCare, iro }) => ({ ref, name, born, inCare, iro })),
  applicants: applicants.map(({ ref, name, kind }) => ({ ref, name, kind })),
  people: people.map(({ name, role, team, of }) => ({ name, role, team, of })),
  teams,
});
