/** Which venues someone is told who may not know where the child lives. */
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/core/engine/story';
import { type Hidden, hiddenOf } from '../../../src/core/privacy/hidden';
import { isLink, standingOf } from '../../../src/core/privacy/venue';
import { isoDate } from '../../../src/core/time/dates';

const day = isoDate('2026-03-27');
const AMES = {
  role: 'carer',
  name: 'Beth Ames-O’Hara',
  address: '12 Oak Street, Selby, YO8 4AB',
  telephone: '01757 555123',
  email: 'beth@example.org',
};
type Lives = typeof AMES | (Omit<typeof AMES, 'address'> & { address: null });

/** A confidential placement, with those the child lives with. */
function confidential(kind = 'U6', livesWith: readonly Lives[] = [AMES], more = {}): Hidden {
  const facts = [
    { on: isoDate('2026-03-02'), kind: 'became-looked-after', attributes: { basis: 'V2' } },
    {
      on: isoDate('2026-03-02'),
      kind: 'placement-started',
      attributes: { kind, confidential: 'yes', ...more },
    },
  ];
  return hiddenOf(readStory(facts, null), day, livesWith, [])!;
}

describe('a venue that names what is recorded of the placement', () => {
  it.each([
    '12 Oak Street',
    '12 OAK STREET, Selby',
    '12, Oak St.',
    '12 oak st',
    'Oak Street community centre',
    'near YO8 4AB',
    'YO84AB',
    'school, then yo8  4ab',
    'Beth’s, after school',
    "Ames-O'Hara, Selby",
    'the Ameses’ house',
    'AMES residence',
    'Mrs Ames’s front room',
    'Ames OHara',
    "School, then beth ames-o'hara",
    'https://meet.example.org/Beth-Ames-O-Hara',
  ])('is hidden: %s', (venue) => {
    expect(standingOf(venue, confidential())).toBe('hidden');
  });

  it('is hidden if the placement itself names its carers', () => {
    const named = confidential('U6', [], { carer: 'Joe and Ann Smith' });
    for (const venue of ['the Smiths’ house', 'SMITH', 'at Joe’s, by the school', 'School with the Smiths']) {
      expect([venue, standingOf(venue, named)]).toEqual([venue, 'hidden']);
    }
  });

  it('is hidden by the name of the place', () => {
    const beeches = confidential('The Beeches', []);
    expect(standingOf('The Beeches, village hall', beeches)).toBe('hidden');
    expect(standingOf('the  beeches', beeches)).toBe('hidden');
    expect(standingOf('Town Hall', beeches)).toBe('told');
  });

  it('is hidden if the placement is itself a place of that kind', () => {
    expect(standingOf('School', confidential('S1'))).toBe('hidden');
    expect(standingOf('Family centre', confidential('R3'))).toBe('hidden');
    expect(standingOf('School', confidential('U6'))).toBe('told');
  });
});

describe('a venue of which nothing recorded says that it is the placement', () => {
  it.each([
    ...['Foster home', 'At home', 'The placement', 'the carers’', 'The carers’ house', 'Adopters’ home'],
    ...['where Siân lives', 'the usual place', 'Rose Nook', 'Rose Nook, Selby', '4 Station Rise, York'],
    ...['The Old School', 'The Old Chapel, Selby', 'School House', 'Church Cottage', 'Council flat 4'],
    ...['front room', 'in the sitting room', 'the Joneses’', 'Nan’s', 'same as last time', 'YO8 5XX'],
    ...['12 School Lane', 'Oak Hall', '3 College Road, York', 'Beech Court', 'Church View', 'Library End'],
    ...['Costa', 'home address', 'his address, then school', 'carer’s office', 'Hotel', ''],
  ])('is in doubt: %s', (venue) => {
    expect(standingOf(venue, confidential())).toBe('doubt');
    expect(standingOf(venue, confidential('U6', [{ ...AMES, address: null }]))).toBe('doubt');
  });

  it.each([
    ...['School', 'Civic Centre, room 4', 'West Offices, Station Rise, York', 'By telephone', 'Room B2'],
    ...['Meeting room, Council offices', 'York County Court', 'St John’s Primary School', 'Village Hall'],
    ...['Selby Library', 'County Hall, Northallerton', 'Microsoft Teams', 'online'],
  ])('is told if it is plainly another place: %s', (venue) => {
    expect(standingOf(venue, confidential())).toBe('told');
    expect(standingOf(venue, confidential('Foster home', []))).toBe('told');
  });

  it('is not told if the placement was called by such a word, or by a name it has too', () => {
    expect(standingOf('St Mary’s School', confidential('Boarding school', []))).toBe('doubt');
    expect(standingOf('Selby Library', confidential('Foster home, Selby', []))).toBe('doubt');
    expect(standingOf('School near Mrs Smith', confidential('Living with the Smiths', []))).toBe('hidden');
  });
});

describe('a link', () => {
  it('is no place', () => {
    expect(isLink('https://meet.example.org/x')).toBe(true);
    expect(isLink('https://meet.example.org/x, School')).toBe(false);
    expect(standingOf('https://meet.example.org/home', confidential())).toBe('told');
  });
});
