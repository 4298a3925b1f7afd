/** What is held on a child, to be read: for the unit, or for the child. Pure. */
import { isIsoDate, shortDateWithYear } from '../../../core/time/dates';
import type { Block, DocumentModel, Inline } from '../../../documents/model';
import type { ForSubject } from './for-subject';
import type { HeldOnChild } from './held';

const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }];
const heading = (words: string): Block => ({ kind: 'heading', level: 2, children: text(words) });
const paragraph = (words: string): Block => ({ kind: 'paragraph', children: text(words) });

/** A table with a heading above it; of no rows, a line that says so. */
const section = (title: string, header: readonly string[], rows: readonly (readonly string[])[]): Block[] => [
  heading(title),
  rows.length === 0
    ? paragraph('None.')
    : { kind: 'table', header: header.map(text), rows: rows.map((row) => row.map(text)) },
];

const day = (on: string | null): string => {
  const date = (on ?? '').slice(0, 10);
  return isIsoDate(date) ? shortDateWithYear(date) : '';
};

/** What is recorded of the child, a line for each thing of which something is. */
const WHO: readonly (readonly [key: keyof HeldOnChild['child'], words: string])[] = [
  ['ref', 'Reference'],
  ['name', 'Name'],
  ['knownAs', 'Known as'],
  ['pronouns', 'Pronouns'],
  ['born', 'Date of birth'],
  ['sex', 'Sex'],
  ['ethnicity', 'Ethnicity, a code of the return'],
  ['upn', 'Unique pupil number'],
  ['needs', 'What the child needs'],
  ['legalStatus', 'Legal status, a code of the return'],
  ['since', 'Looked after since'],
  ['placement', 'Where the child lives'],
  ['iro', 'Independent reviewing officer'],
  ['socialWorker', 'Social worker'],
  ['team', 'Team'],
];

function whoRows(child: Partial<HeldOnChild['child']>): string[][] {
  return WHO.flatMap(([key, words]) => {
    const value = child[key];
    if (value === null || value === undefined || value === '') return [];
    const said = String(value);
    return [[words, isIsoDate(said) ? day(said) : said]];
  });
}

const eventRows = (events: ForSubject['chronology']): string[][] =>
  events.map(({ event, on, words, struckWhy }) => [
    day(on),
    struckWhy === null ? words : `${words}. Struck out: ${struckWhy}`,
    String(event),
  ]);

const EVENTS = ['Day', 'What happened', 'Number'];

const elsewhere = (title: string, outside: HeldOnChild['outside']): Block[] =>
  section(
    title,
    ['System', 'Reference there'],
    outside.map(({ system, key }) => [system, key]),
  );

/** Everything, for the unit. */
export function heldDocument(held: HeldOnChild): DocumentModel {
  return document(`Everything that is held on ${held.child.ref}`, held.child.ref, [
    ...section('Who the child is', ['What', ''], whoRows(held.child)),
    ...elsewhere('What other systems call the child', held.outside),
    ...section(
      'The child’s people',
      ['Tag', 'Name', 'Who they are', 'Contact', 'How they are reached'],
      held.people.map(({ tag, name, role, relationship, contact, email, telephone, address }) => [
        ...[tag, name, relationship ?? role, contact ?? ''],
        [address, telephone, email].filter((each) => each !== null).join('; '),
      ]),
    ),
    ...section('What happened', EVENTS, eventRows(held.chronology)),
    ...held.merged.flatMap(({ ref, chronology }) =>
      section(`What was recorded as ${ref}, and merged`, EVENTS, eventRows(chronology)),
    ),
    ...section(
      'Dates by which something was or is to be done',
      ['By', 'What', 'How it stands'],
      held.deadlines.map(({ due, duty, standing }) => [day(due), duty, standing]),
    ),
    ...section(
      'Documents that were made',
      ['Made', 'Which', 'For', 'Sent'],
      held.documents.map(({ madeAt, template, recipient, sentOn }) => [
        ...[day(madeAt), template, recipient, day(sentOn)],
      ]),
    ),
    ...section(
      'Reports by e-mail that told of the child',
      ['Day', 'Which', 'To'],
      held.messages.map(({ day: on, report, recipient }) => [day(on), report, recipient]),
    ),
    paragraph(
      `Who entered or changed what, and when, is in the file of data: ${held.audit.length} entries of the audit.`,
    ),
  ]);
}

/** What is given to the child. */
export function subjectDocument(
  ref: string,
  { child, outside, chronology, documents }: ForSubject,
): DocumentModel {
  return document(`What is recorded about you`, ref, [
    paragraph(
      'This is what the reviewing unit keeps about you. Where it says that something was left out, it was about somebody else.',
    ),
    ...section('Who you are', ['What', ''], whoRows(child)),
    ...elsewhere('What other systems call you', outside),
    ...section('What happened', EVENTS, eventRows(chronology)),
    ...section(
      'Documents that were made',
      ['Made', 'Which', 'Sent'],
      documents.map(({ madeAt, template, sentOn }) => [day(madeAt), template, day(sentOn)]),
    ),
  ]);
}

const document = (title: string, reference: string, blocks: readonly Block[]): DocumentModel => ({
  ...{ name: 'record-held', version: 1, title, reference, letter: null, blocks },
});
