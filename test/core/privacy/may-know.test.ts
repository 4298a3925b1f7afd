import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/core/engine/story';
import { type Hidden, hiddenOf, withoutHidden } from '../../../src/core/privacy/hidden';
import { mayKnowPlacement, mayKnowSibling, tellsByName } from '../../../src/core/privacy/may-know';
import { isoDate } from '../../../src/core/time/dates';

const day = isoDate('2026-03-27');
const fact = (on: string, kind: string, attributes: Record<string, string> = {}) => ({
  on: isoDate(on),
  kind,
  attributes,
});
const IN_CARE = fact('2026-03-02', 'became-looked-after', { basis: 'V2' });
const AMES = {
  role: 'carer',
  name: 'Beth Ames-O’Hara',
  address: '12 Oak Street, Selby, YO8 4AB',
  telephone: '01757 555123',
  email: 'beth@example.org',
};

/** What is hidden of a child whose placement is as given. */
function hidden(
  placement: Record<string, string>,
  livesWith = [AMES],
  ordinary: string[] = [],
): Hidden | null {
  const story = readStory([IN_CARE, fact('2026-03-02', 'placement-started', placement)], null);
  return hiddenOf(story, day, livesWith, ordinary);
}
const confidential = (kind = 'U6', livesWith = [AMES], ordinary: string[] = []): Hidden =>
  hidden({ kind, confidential: 'yes' }, livesWith, ordinary)!;

describe('who may know where the child lives', () => {
  const reader = { ref: 'mother', isStaff: false, knowsPlacement: false };

  it('is the child, the IRO, the social worker, their colleagues, and whoever is recorded to', () => {
    for (const ref of ['child', 'iro', 'social-worker']) {
      expect(mayKnowPlacement({ ...reader, ref })).toBe(true);
    }
    expect(mayKnowPlacement({ ...reader, isStaff: true })).toBe(true);
    expect(mayKnowPlacement({ ...reader, ref: 'carer', knowsPlacement: true })).toBe(true);
  });

  it('is nobody else: not a mother, and not a carer of whom it was said that they do not', () => {
    expect(mayKnowPlacement(reader)).toBe(false);
    expect(mayKnowPlacement({ ...reader, ref: 'carer' })).toBe(false);
  });
});

describe('what is hidden', () => {
  it('is nothing if the placement is no secret', () => {
    expect(hidden({ kind: 'U6' })).toBeNull();
    expect(hidden({ kind: 'U6', confidential: 'no' })).toBeNull();
  });

  it('is those the child lives with, if it is confidential', () => {
    expect(confidential()).toMatchObject({
      because: 'who may not know where the child lives: the placement is confidential',
      kept: { names: ['Beth Ames-O’Hara'], addresses: ['12 Oak Street, Selby, YO8 4AB'] },
      codes: ['U6'],
    });
  });

  it('counts a placement that was confidential on the day of the review, or is now', () => {
    const before = [IN_CARE, fact('2026-03-02', 'placement-started', { kind: 'U6', confidential: 'yes' })];
    const moved = [...before, fact('2026-04-10', 'placement-started', { kind: 'U6' })];
    expect(hiddenOf(readStory(moved, null), day, [AMES], [])).not.toBeNull();
    expect(hiddenOf(readStory(moved, null), isoDate('2026-04-10'), [AMES], [])).toBeNull();
    const since = [
      IN_CARE,
      fact('2026-03-02', 'placement-started', { kind: 'U6' }),
      fact('2026-04-10', 'placement-started', { kind: 'U6', confidential: 'yes' }),
    ];
    expect(hiddenOf(readStory(since, null), day, [AMES], [])).not.toBeNull();
  });

  it('counts adopters, whether or not it was said that the placement is confidential', () => {
    const story = readStory(
      [IN_CARE, fact('2026-03-10', 'adoption-authorised'), fact('2026-03-20', 'placed-for-adoption')],
      null,
    );
    expect(hiddenOf(story, day, [AMES], [])?.because).toBe(
      'who may not know where the child lives: the child is placed for adoption',
    );
    expect(hiddenOf(story, isoDate('2026-03-19'), [AMES], [])).toBeNull();
  });

  it('counts a placement for adoption that only its code tells, and an adopter of whom only the role tells', () => {
    expect(hidden({ kind: 'A6' })?.because).toBe(
      'who may not know where the child lives: the child is placed for adoption',
    );
    expect(hidden({ kind: 'a3' })).not.toBeNull();
    expect(hidden({ kind: 'U6' })).toBeNull();
    const adopter = { ...AMES, role: 'adopter' };
    expect(hidden({ kind: 'U6' }, [adopter])).toMatchObject({
      because: 'who may not know where the child lives: an adopter is recorded for the child',
      kept: { names: [AMES.name] },
    });
  });

  it('takes the name of a placement, and not what sort of place it is', () => {
    expect(confidential('The Beeches children’s home', []).kept.places).toContain(
      'The Beeches children’s home',
    );
    expect(confidential('Foster home', []).kept.places).toEqual([]);
    expect(confidential('Children’s home, long-term', []).kept.places).toEqual([]);
  });

  it('leaves names that others bear, initials, titles and months', () => {
    const aunt = { ...AMES, name: 'Mrs May J O’Brien' };
    const said = 'Mrs O’Brien and J agreed on 2 May';
    expect(withoutHidden(said, confidential('U6', [aunt], ['Siân O’Brien']))).toBe(said);
    expect(withoutHidden(said, confidential('U6', [aunt]))).toBe('[left out] and J agreed on 2 May');
  });
});

describe('a text', () => {
  it('is told without names, addresses and numbers', () => {
    const text =
      "Beth Ames-O'Hara (BETH AMES-O’HARA) of 12 Oak Street, Selby, YO8 4AB rings 01757 555123; Beth and Mr Ames-O’Hara agree.";
    expect(withoutHidden(text, confidential())).toBe(
      '[left out] ([left out]) of [left out] rings [left out]; [left out] and Mr [left out] agree.',
    );
  });

  it('is told without them however they are spelled', () => {
    const left = (text: string): string => withoutHidden(text, confidential());
    expect(left('the Ameses’ house, BETH’S car and Ames O’Hara')).toBe(
      'the [left out]’ house, [left out]’S car and [left out]',
    );
    expect(left('12, oak st. / YO84AB / yo8  4ab')).toBe('[left out]. / [left out] / [left out]');
    const polish = confidential('U6', [{ ...AMES, name: 'Zoë Łukasiewicz' }]);
    expect(withoutHidden('Zoe Lukasiewicz; Mrs Łukasiewicz; the Lukasiewiczs', polish)).toBe(
      '[left out]; Mrs [left out]; the [left out]',
    );
    const plain = confidential('U6', [{ ...AMES, name: 'Zoe Lukasiewicz' }]);
    expect(withoutHidden('Zoë Łukasiewicz came', plain)).toBe('[left out] came');
  });

  it('is told without the carers that only the placement names', () => {
    const named = hidden({ kind: 'U6', confidential: 'yes', carer: 'Beth and Joe Smith' }, [])!;
    expect(withoutHidden('Beth said the Smiths agree', named)).toBe('[left out] said the [left out] agree');
  });

  it('is told without what the placement was called by: an address, or those who live there', () => {
    const left = (kind: string, text: string): string => withoutHidden(text, confidential(kind, []));
    expect(left('12 Oak Street, Selby', 'They moved to Oak St near the foster home')).toBe(
      'They moved to [left out] near the foster home',
    );
    expect(left('Foster home, Selby', 'Her foster home in Selby')).toBe('Her foster home in Selby');
    expect(left('Foster home, with Beth and Joe Smith in York', 'Joe of York; the Smiths; Beth')).toBe(
      '[left out] of York; the [left out]; [left out]',
    );
    expect(left('the Smiths', 'Mrs Smith asked')).toBe('Mrs [left out] asked');
  });

  it('keeps words that only look alike, and signs that mean something elsewhere', () => {
    const plain = 'Bethany met Oak Streeter. (a+b) $1 \\ [x]';
    expect(withoutHidden(plain, confidential())).toBe(plain);
    const odd = confidential('U6', [{ ...AMES, name: 'A. (Tony) Nöel*', address: null as never }]);
    expect(withoutHidden('A. (Tony) Nöel* came', odd)).toBe('[left out] came');
  });
});

describe('names of others', () => {
  it('tell with whom the child lives: carers, adopters, workers of a home, and who supports them', () => {
    const telling = ['carer', 'adopter', 'residential-worker', 'link-worker', 'supervising-social-worker'];
    expect(telling.filter(tellsByName)).toEqual(telling);
    expect(['parent', 'teacher', 'social-worker', 'relative'].filter(tellsByName)).toEqual([]);
  });

  it('of brothers and sisters are for the child, for colleagues, and for whoever is of both', () => {
    const teacher = { ref: 'teacher', isStaff: false };
    expect(mayKnowSibling({ ...teacher, ref: 'child' }, false)).toBe(true);
    expect(mayKnowSibling({ ...teacher, ref: 'social-worker' }, false)).toBe(true);
    expect(mayKnowSibling({ ...teacher, isStaff: true }, false)).toBe(true);
    expect(mayKnowSibling(teacher, true)).toBe(true);
    expect(mayKnowSibling(teacher, false)).toBe(false);
  });
});
