/** Every letter to a child: in words of the age that the child has on the day, and under four to whoever looks after them. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DocumentData, fill } from '../../src/documents/fill';
import type { DocumentModel } from '../../src/documents/model';
import { textsOf } from '../../src/documents/model-texts';
import { toText } from '../../src/documents/plain/to-text';
import { checkTemplate } from '../../src/documents/template/check';
import { readShelf } from '../../src/documents/template/shelf';
import { isLetter, type Template } from '../../src/documents/template/template';

const SHELF = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);

/** What a child of that age is told of; everything is recorded. */
function dataFor(age: number): DocumentData {
  const meeting = { date: 'Thursday 9 April 2026', time: '4:30pm', venue: 'School' };
  return {
    today: 'Monday 30 March 2026',
    unit: {
      name: 'Reviewing Unit',
      the: 'the Reviewing Unit',
      telephone: '01904 551 234',
      email: 'u@example.org',
      contact: true,
    },
    signatory: { name: 'Ann Lee' },
    child: {
      ...{ ref: 'K77', name: 'Siân O’Brien', called: 'Siân', possessive: 'her', object: 'her', age },
      ...{ plan: 'care plan', carers: 'carers' },
      ...{ isUnder4: age < 4, isUnder8: age < 8, is8to12: age >= 8 && age <= 12, isYoung: age > 12 },
    },
    addressee: { name: 'Siân O’Brien', isChild: true },
    iro: { name: 'A Khan', telephone: '01904 555 777' },
    socialWorker: { name: 'S Worker' },
    advocate: { name: 'Ada Voice', telephone: '0800 111' },
    complaints: 'the Complaints Team (telephone 01904 554 145)',
    limits: { answer: 'five working days' },
    reply: { by: 'Thursday 2 April 2026' },
    review: {
      ...{ ...meeting, previousDate: 'Tuesday 7 April 2026', changeReason: 'The school is shut.' },
      ...{ heldOn: 'Thursday 9 April 2026', nextDate: 'Monday 5 July 2026', isFirst: true },
      ...{ cancelReason: 'It snowed.', dueDate: 'Friday 1 May 2026' },
      ...{ adjournedOn: meeting.date, resumeBy: 'Friday 8 May 2026', adjournReason: 'A paper was late.' },
    },
    attending: [
      { name: 'Dan Roe', called: 'father', yours: 'your dad' },
      { name: 'Ada Voice', called: 'advocate', yours: 'your advocate' },
    ],
    decisions: [
      {
        number: '1.1',
        text: 'Find a football club',
        owner: 'father',
        yours: 'your dad',
        by: 'Friday 1 May 2026',
      },
    ],
    notInvited: {
      concern: 'It would be too long.',
      views: 'A visit on Monday.',
      lookAgainOn: 'Wednesday 1 July 2026',
    },
    conference: {
      ...{ date: meeting.date, time: meeting.time, venue: 'School', chair: 'Cath Hale' },
      ...{
        heldOn: meeting.date,
        isPlan: true,
        coreGroupOn: 'Thursday 16 April 2026',
        nextOn: 'Thursday 18 June 2026',
      },
    },
    early: {
      ...{ isYours: true, askedOn: 'Monday 2 March 2026', decidedOn: 'Wednesday 4 March 2026' },
      ...{ isGranted: true, by: 'Friday 20 March 2026', why: 'There is a lot to say.' },
    },
    iroBefore: { name: 'M Ŵyn', until: 'Monday 2 March 2026' },
    answer: { on: 'Tuesday 14 April 2026', isDisagreed: true, about: 'Who pays for the club.' },
    adoption: { endedOn: 'Monday 20 April 2026' },
    dispute: { tell: 'You start at Hill School.', openedOn: 'Monday 9 March 2026' },
    secure: { heldOn: 'Friday 27 March 2026', outcome: 'stays', reasons: 'You need more time.' },
    meeting,
    remand: { from: 'Wednesday 1 April 2026' },
    pathway: { adviser: 'Tess Grey', madeOn: 'Tuesday 7 April 2026', reviewedOn: 'Wednesday 22 April 2026' },
  };
}

const isToChild = ({ roles, kind }: Template): boolean =>
  roles.length === 1 && roles[0] === 'child' && kind !== 'record';
/** Children of any age are not in secure accommodation, on remand, or planning to leave care. */
const isOfTheOlder = ({ about }: Template): boolean => ['secure', 'remand', 'pathway'].includes(about);

/** Those of one sort, whatever ages they are for: `invitation-child-under-8` and `invitation-young-person`. */
const sortOf = ({ name }: Template): string =>
  name.replace(/-(?:child-under-\d|child|young-person)(?:-easy-read)?$/, '');
const SORTS = new Map<string, Template[]>();
for (const template of SHELF.templates.values()) {
  if (!isToChild(template) || isOfTheOlder(template) || template.name.endsWith('easy-read')) continue;
  SORTS.set(sortOf(template), [...(SORTS.get(sortOf(template)) ?? []), template]);
}

function madeFor(sort: string, age: number): { template: Template; model: DocumentModel } {
  const fits = SORTS.get(sort)!.filter(({ ages }) => ages === null || (age >= ages.from && age <= ages.to));
  // An adoption review of a young person has the invitation of every review.
  const [template] =
    fits.length > 0 ? fits : SORTS.get(sort.replace(/^adoption-/, ''))!.filter(({ ages }) => ages!.to >= age);
  if (template === undefined) throw new Error(`${sort}: nothing for a child of ${age}`);
  return { template, model: fill(template, dataFor(age), SHELF) };
}

const said = (sort: string, age: number): string => textsOf(madeFor(sort, age).model).join('\n');
const sentences = (text: string): string[] => text.split('\n').flatMap((line) => line.split(/(?<=[.?:])\s+/));
const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const longest = (sort: string, age: number, most: number): string[] =>
  sentences(said(sort, age)).filter((sentence) => wordsIn(sentence) > most);

const EVERY = [...SORTS.keys()];

describe.each(EVERY)('%s', (sort) => {
  it('names only what there is, and guards what may be missing', () => {
    for (const template of SORTS.get(sort)!) {
      expect([
        template.name,
        ...checkTemplate(template, SHELF).map((each) => `${each.line} ${each.message}`),
      ]).toEqual([template.name]);
    }
  });

  it('has words of its own for a child of 7, of 10 and of 15', () => {
    const texts = [7, 10, 15].map((age) => said(sort, age));
    expect(new Set(texts).size).toBe(3);
  });

  it('is said to a child of 7 in sentences of at most ten words, and is read aloud', () => {
    expect(longest(sort, 7, 10)).toEqual([]);
    if (isLetter(madeFor(sort, 7).template.kind)) expect(said(sort, 7)).toContain('grown-up to read aloud');
    expect(said(sort, 7)).not.toMatch(/\bIRO\b|adjournment|chair(?:s|ed)?\b|council is/);
  });

  it('is said to a child of 10 in sentences of at most fifteen words, to one of 15 of at most twenty-five', () => {
    expect(longest(sort, 10, 15)).toEqual([]);
    expect(longest(sort, 15, 25)).toEqual([]);
    for (const age of [10, 15]) expect(said(sort, age)).not.toMatch(/grown-up to read aloud/);
  });

  it('is a note to whoever looks after a child of 2, and never says "you" of the child', () => {
    const { model, template } = madeFor(sort, 2);
    const text = textsOf(model).join('\n');
    expect(longest(sort, 2, 25)).toEqual([]);
    expect(text).not.toMatch(/your (?:review|meeting|plan|advocate|social worker|independent)|read aloud/i);
    expect(text).toContain('Siân');
    if (!isLetter(template.kind)) return;
    expect(model.letter!.salutation).toBe('To whoever looks after Siân');
    expect(model.letter!.to).toEqual(['Whoever looks after Siân O’Brien']);
    expect(text).toContain('so this note is for you');
  });

  it('is greeted by name from 4', () => {
    const { model, template } = madeFor(sort, 4);
    if (isLetter(template.kind)) expect(model.letter!.salutation).toBe('Dear Siân');
  });

  it('leaves no hole, no double space and nothing empty at any age', () => {
    for (const age of [2, 4, 7, 10, 15]) {
      const whole = toText(madeFor(sort, age).model);
      expect(whole).not.toMatch(/undefined|\{\{|\(\)| ,|\S {2,}\S/);
    }
  });
});

describe('a child', () => {
  const children = EVERY.filter((sort) => !/^consultation$/.test(sort));

  it('is told of their own advocate by name, in every letter that speaks of one', () => {
    for (const sort of children) {
      for (const age of [7, 10, 15]) {
        const text = said(sort, age);
        if (!/advocate/.test(text)) continue;
        expect([sort, age, /Ada Voice/.test(text)]).toEqual([sort, age, true]);
        expect([sort, age, text]).toEqual([
          sort,
          age,
          expect.not.stringMatching(/find an advocate|An advocate can/),
        ]);
      }
    }
  });

  it('who had no review yet is told of the first one, never of the next', () => {
    for (const age of [2, 7, 10, 15]) {
      expect(said('introduction-iro', age).replaceAll('\n', ' ')).toMatch(/before (?:the|your) first/);
      expect(said('not-invited', age)).not.toMatch(/next/);
    }
  });

  it('is told who does what was decided by what they are to the child', () => {
    for (const age of [7, 10, 15]) expect(said('outcome', age)).toContain('Who does it: your dad');
    expect(said('outcome', 2)).toContain('Who does it: father');
  });
});
