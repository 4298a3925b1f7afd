/** A map made of what each column of a list was said to be: the words of its YAML. */
import type { CaseMap, MapCell } from '../../law/maps/map';
import { COLUMN_ROLES, type ColumnRole } from './guess';

/** A column and what it is. */
export interface SettledColumn {
  readonly heading: string;
  readonly role: ColumnRole;
}

/** What is missing for a map to be one; null if nothing is. */
export function lackingIn(columns: readonly SettledColumn[]): string | null {
  const has = (role: ColumnRole): boolean => columns.some((each) => each.role === role);
  if (!has('key')) return 'One column must be the child’s number there.';
  if (has('code') && !has('review'))
    return 'A column says how the child took part, and none the day of the review.';
  for (const role of ['status', 'iro'] as const)
    if (has(role) && !has('since'))
      return `A column is ${COLUMN_ROLES[role]}, and none the day that care began.`;
  return null;
}

/** The YAML. Words that lists use for codes are taken over from the map of plain lists. */
export function mapWords(
  name: string,
  table: string,
  columns: readonly SettledColumn[],
  plain: CaseMap,
): string {
  const of = (role: ColumnRole): string | undefined => columns.find((each) => each.role === role)?.heading;
  const quoted = (role: ColumnRole): string | undefined => {
    const heading = of(role);
    return heading === undefined ? undefined : JSON.stringify(heading);
  };
  const [list] = plain.tables;
  const coded = (role: ColumnRole, cell: MapCell | undefined): string | undefined => {
    const heading = quoted(role);
    const words = Object.entries(cell?.words ?? {});
    if (heading === undefined || words.length === 0) return heading;
    return `{ column: ${heading}, words: { ${words.map(([from, to]) => `${JSON.stringify(from)}: ${to ?? 'null'}`).join(', ')} } }`;
  };
  const line = (indent: number, key: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${' '.repeat(indent)}${key}: ${value}`];
  const names = [quoted('first'), quoted('last')].filter((each) => each !== undefined);
  const wholeName = quoted('name') ?? (names.length > 0 ? `{ join: [${names.join(', ')}] }` : undefined);
  const child = [
    ...line(6, 'name', wholeName),
    ...line(6, 'born', quoted('born')),
    ...line(6, 'sex', coded('sex', list?.child?.sex?.[0])),
    ...line(6, 'ethnicity', quoted('ethnicity')),
    ...line(6, 'upn', quoted('upn')),
    ...line(6, 'team', quoted('team')),
    ...line(6, 'social worker', quoted('worker')),
  ];
  const event = (
    kind: string,
    on: string | undefined,
    attributes: readonly string[],
    only?: string,
  ): string[] =>
    on === undefined
      ? []
      : [
          `      - event: ${kind}`,
          `        on: ${on}`,
          ...line(8, 'only', only),
          ...(attributes.length === 0 ? [] : ['        attributes:', ...attributes]),
        ];
  const basis = list?.events.find(({ event: { kind } }) => kind === 'became-looked-after')?.attributes.basis;
  const iro = quoted('iro');
  const events = [
    ...event('became-looked-after', quoted('since'), [
      ...line(10, 'earlier', '{ is: yes }'),
      ...line(10, 'basis', coded('status', basis)),
    ]),
    ...event('placement-started', quoted('placed'), line(10, 'kind', quoted('placement'))),
    ...(iro === undefined
      ? []
      : event('iro-allocated', quoted('since'), line(10, 'iro', iro), `{ ${iro}: any }`)),
    ...event('review-held', quoted('review'), [
      ...line(10, 'code', quoted('code')),
      ...line(10, 'number', quoted('number')),
      ...line(10, 'earlier', '{ is: yes }'),
    ]),
    ...(of('next') === undefined
      ? []
      : event('review-planned', 'today', line(10, 'meeting', quoted('next')), `{ ${quoted('next')}: any }`)),
    ...event('ceased-looked-after', quoted('left'), line(10, 'reason', quoted('reason'))),
  ];
  return [
    `name: ${name}`,
    `title: ${JSON.stringify(`Made from ${table}`)}`,
    'tables:',
    `  - table: ${JSON.stringify(table)}`,
    ...line(4, 'key', quoted('key')),
    ...(child.length === 0 ? [] : ['    child:', ...child]),
    ...(events.length === 0 ? [] : ['    events:', ...events]),
    '',
  ].join('\n');
}
