/** Ofsted's lists (Annex A) that a reviewing unit can fill, as data: the columns of each, and what stands in them. Pure. */
import { type IsoDate, isIsoDate } from '../../../core/time/dates';
import { type AnnexChild, adoptionOf, careOf, enquiriesOf, plansOf } from './child';

/** What a cell holds: words, a number, a day; '' is empty. */
export type ListCell = string | number | { readonly day: IsoDate };

/** A column of a list. `of` is null if irotool does not keep what belongs there. */
interface ListColumn<Row> {
  readonly head: string;
  readonly of: ((row: Row, known: AnnexChild) => IsoDate | string | number | null) | null;
}

export interface AnnexList {
  /** Its number in Annex A. */
  readonly number: number;
  readonly title: string;
  /** Who is on it, in words. */
  readonly says: string;
  readonly heads: readonly string[];
  /** The headings of what irotool does not keep. */
  readonly notKept: readonly string[];
  rows(known: AnnexChild): ListCell[][];
}

/** In every list a child is told by their reference. */
const WHO = 'Child Unique ID';

function list<Row>(
  about: Pick<AnnexList, 'number' | 'title' | 'says'>,
  rowsOf: (known: AnnexChild) => readonly Row[],
  columns: readonly ListColumn<Row>[],
): AnnexList {
  return {
    ...about,
    heads: [WHO, ...columns.map(({ head }) => head)],
    notKept: columns.filter(({ of }) => of === null).map(({ head }) => head),
    rows: (known) =>
      rowsOf(known).map((row) => [
        known.child.ref,
        ...columns.map(({ of }) => cellOf(of === null ? null : of(row, known))),
      ]),
  };
}

function cellOf(value: IsoDate | string | number | null): ListCell {
  if (value === null) return '';
  return typeof value === 'string' && isIsoDate(value) ? { day: value } : value;
}

/** `Neglect, physical abuse`. */
const harm = (categories: readonly string[]): string | null =>
  categories.length === 0 ? null : capital(categories.join(', ').replaceAll('-', ' '));
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const one = <Row>(row: Row | null): Row[] => (row === null ? [] : [row]);

export const LISTS: readonly AnnexList[] = [
  list(
    {
      ...{ number: 5, title: 'Section 47 and conferences' },
      says: 'section 47 enquiries that were begun in the last six months',
    },
    enquiriesOf,
    [
      { head: 'Strategy discussion initiating Section 47 Enquiry Start Date', of: ({ began }) => began },
      { head: 'Date of Initial Child Protection Conference', of: ({ conferenceOn }) => conferenceOn },
    ],
  ),
  list(
    {
      ...{ number: 7, title: 'Child protection plans' },
      says: 'child protection plans that stand, or ended in the last six months',
    },
    plansOf,
    [
      { head: 'Child Protection Plan Start Date', of: ({ from }) => from },
      { head: 'Initial Category of Abuse', of: ({ firstHarm }) => harm(firstHarm) },
      { head: 'Latest Category of Abuse', of: ({ lastHarm }) => harm(lastHarm) },
      { head: 'Date of latest review conference', of: ({ lastConference }) => lastConference },
      { head: 'Child Protection Plan End Date', of: ({ to }) => to },
      { head: 'Number of Previous Child Protection Plans', of: ({ before }) => before },
    ],
  ),
  list(
    {
      ...{ number: 8, title: 'Children in care' },
      says: 'children who are in care, or left it in the last six months',
    },
    (known) => one(careOf(known)),
    [
      { head: 'Date of Birth', of: (_, { child }) => child.born },
      { head: 'Date Started to be Looked After', of: ({ from }) => from },
      { head: "Child's Legal Status", of: ({ status }) => status },
      { head: 'Start date of current legal status', of: ({ statusFrom }) => statusFrom },
      { head: 'Date of Latest Statutory Review', of: ({ lastReview }) => lastReview },
      { head: 'Date of Last IRO Visit / Contact to the Child', of: ({ lastSeenByIro }) => lastSeenByIro },
      { head: 'What is the permanence plan for this child?', of: null },
      { head: 'Start Date of Most Recent Placement', of: ({ placedOn }) => placedOn },
      { head: 'Placement Type', of: ({ placement }) => placement },
      { head: 'Allocated Team', of: (_, { child }) => child.team },
      { head: 'Allocated Worker', of: (_, { child }) => child.socialWorker },
      { head: 'Date Ceased to be Looked After', of: ({ to }) => to },
      { head: 'Reason Ceased to be Looked After', of: ({ reason }) => reason },
    ],
  ),
  list(
    {
      ...{ number: 10, title: 'Adoption' },
      says: 'children who may be placed for adoption or are placed, and those who in the last twelve months were adopted or for whom that was given up',
    },
    (known) => one(adoptionOf(known)),
    [
      { head: 'Date the Child Entered Care', of: ({ from }) => from },
      { head: 'Date of Decision that Child Should be Placed for Adoption', of: null },
      { head: 'Date of Placement Order', of: ({ orderOn }) => orderOn },
      { head: 'Date of Matching Child and Prospective Adopters', of: ({ matchedOn }) => matchedOn },
      { head: 'Date Placed for Adoption', of: ({ placed }) => placed },
      { head: 'Date of Adoption Order', of: ({ adopted }) => adopted },
      { head: 'Date of Decision that Child Should No Longer be Placed for Adoption', of: null },
    ],
  ),
];
