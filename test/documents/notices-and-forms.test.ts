import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DocumentData, fill, neededBy } from '../../src/documents/fill';
import type { Block, DocumentModel, Inline } from '../../src/documents/model';
import { checkTemplate } from '../../src/documents/template/check';
import { FIELDS } from '../../src/documents/template/fields';
import { readShelf } from '../../src/documents/template/shelf';
import type { Template } from '../../src/documents/template/template';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHELF = readShelf(join(ROOT, 'templates'), null);

const FORMS = [
  'consultation-child-under-4',
  'consultation-child-under-8',
  'consultation-child',
  'consultation-young-person',
  'consultation-parent',
  'consultation-carer',
  'consultation-professional',
];
const NOT_INVITED = ['not-invited-parent', 'not-invited-carer', 'not-invited-child'];
const LETTERS = [
  ...['notice-social-worker', 'reminder-documents', 'introduction-iro', 'introduction-iro-young-person'],
  ...['meeting-changed', 'meeting-changed-child', 'meeting-cancelled', 'meeting-cancelled-child'],
  ...['meeting-adjourned', 'meeting-adjourned-child'],
  ...NOT_INVITED,
];
const EVERY = [...FORMS, ...LETTERS];

/** Everything that may be known, in words such as people type. */
const FULL = {
  council: { name: 'City of Fairwater Council' },
  unit: {
    contact: true,
    name: 'Fairwater Independent Reviewing Unit',
    the: 'the Fairwater Independent Reviewing Unit',
    address: 'West Offices, Station Rise, Fairwater FW1 6GA',
    telephone: '01904 555 123',
    email: 'reviews@fairwater.example',
    hours: 'Monday to Friday, 9am to 5pm',
  },
  signatory: { name: 'Siân O’Brien', title: 'Reviews coordinator' },
  advocacy: 'Speak Up Fairwater, 0800 555 0100',
  complaints: 'Complaints team, 01904 555 999, complaints@fairwater.example',
  enclosures: ['Your rights'],
  today: 'Monday 30 March 2026',
  child: {
    ref: 'K77',
    name: 'Maya Jones',
    called: 'Maya',
    given: 'Maya',
    born: '2 May 2015',
    age: 10,
    subject: 'she',
    object: 'her',
    possessive: 'her',
    reflexive: 'herself',
    ...{ plan: 'care plan', carers: 'carers' },
    is8to12: true,
  },
  addressee: { name: 'Angela Jones', given: 'Angela', called: 'mother', role: 'parent' },
  iro: { name: 'Priya Natarajan', telephone: '01904 555 321', email: 'priya.natarajan@fairwater.example' },
  socialWorker: { name: 'Tom Ward', telephone: '01904 555 777', email: 'tom.ward@fairwater.example' },
  chair: { name: 'Łukasz Nowak' },
  review: {
    number: 2,
    date: 'Thursday 9 April 2026',
    time: '4:30pm',
    venue: 'Acomb Library',
    link: 'https://meet.fairwater.example/77',
    hybrid: true,
    isSecond: true,
    dueDate: 'Tuesday 14 April 2026',
    previousDate: 'Tuesday 7 April 2026',
    previousTime: '10am',
    changeReason: 'The school is shut that week',
    cancelReason: 'The building is closed for repairs',
    adjournedOn: 'Thursday 9 April 2026',
    adjournReason: 'The health assessment had not come',
    resumeBy: 'Friday 8 May 2026',
  },
  papers: {
    due: 'Thursday 2 April 2026',
    wanted: ['the social worker’s report', 'the care plan'],
    missing: ['the care plan', 'the health assessment'],
  },
  reply: { by: 'Thursday 2 April 2026' },
  notice: { due: 'Tuesday 10 March 2026' },
  attending: [{ called: 'mother', name: 'Angela Jones' }, { called: 'teacher' }],
  consulted: [{ called: 'doctor', name: 'Dr Rees' }],
  notInvited: {
    concern: 'People were shouted at and felt unsafe at the last meeting',
    considered: 'A second room, and a meeting by telephone',
    views: 'A talk with Priya Natarajan on Wednesday 1 April 2026',
    lookAgainOn: 'Wednesday 1 July 2026',
  },
};

const PART = { ...FULL, notInvited: { ...FULL.notInvited, isPart: true } };
const { venue: _venue, hybrid: _hybrid, ...ELSEWHERE } = FULL.review;
const REMOTE = { ...PART, review: { ...ELSEWHERE, remote: true } };
const WITHHELD = { ...PART, review: { ...FULL.review, venueWithheld: true } };

function at(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data);
}

/** Nothing but what the template says that it needs. */
function least(template: Template): DocumentData {
  const always = FIELDS.filter(({ always, path }) => always && !path.includes('[]')).map(({ path }) => path);
  const data: Record<string, Record<string, unknown> | unknown> = {};
  for (const path of [...neededBy(template, SHELF), ...always]) {
    const [head, tail] = path.split('.') as [string, string | undefined];
    if (tail === undefined) data[head] = at(FULL, path);
    else data[head] = { ...(data[head] as object | undefined), [tail]: at(FULL, path) };
  }
  return data;
}

const words = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      return piece.kind === 'break' ? '\n' : words(piece.children);
    })
    .join('');

/** The text of each paragraph, heading and entry of a list. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'idea':
      return [words(block.children)];
    case 'summary':
      return block.blocks.flatMap(textsOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsOf));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(words));
    default:
      return [];
  }
}

const paragraphs = (model: DocumentModel): string[] => [model.title, ...model.blocks.flatMap(textsOf)];
const textOf = (model: DocumentModel): string => paragraphs(model).join('\n');

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+(?=[\p{Lu}“])|\n/u);
const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const made = (name: string, data: DocumentData): DocumentModel =>
  fill(SHELF.templates.get(name)!, data, SHELF);

describe.each(EVERY)('%s', (name) => {
  const template = SHELF.templates.get(name)!;
  const READINGS: readonly (readonly [string, DocumentData])[] = [
    ['with all that may be known', FULL],
    ['with no more than it needs', least(template)],
    ['for part of a meeting', PART],
    ['for a meeting by link', REMOTE],
    ['where the place is not told', WITHHELD],
  ];

  it('names no field that is unknown, unguarded or unused', () => {
    expect(checkTemplate(template, SHELF)).toEqual([]);
  });

  it.each(READINGS)('%s, is made without a hole', (_, data) => {
    const model = made(name, data);
    const text = textOf(model);
    expect(model.title.length).toBeGreaterThan(5);
    expect(model.blocks.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\{|\}\}/);
    expect(text).not.toMatch(/ {2}| [.,;?]|\(\)|,,|:\s*\./);
    // A heading or the announcement of a list is followed by something.
    for (const [place, block] of model.blocks.entries()) {
      const next = model.blocks[place + 1]?.kind;
      if (block.kind === 'heading') expect(next, words(block.children)).not.toBe('heading');
      if (block.kind === 'heading') expect(next, words(block.children)).toBeDefined();
    }
  });

  it.each(READINGS)('%s, is in plain and kind words', (_, data) => {
    const longest = template.reader === 'child' ? 15 : 25;
    const all = paragraphs(made(name, data));
    const long = all.flatMap(sentencesOf).filter((sentence) => wordsIn(sentence) > longest);
    expect(long).toEqual([]);
    const text = all.join('\n');
    expect(text).not.toMatch(/!|you will be/i);
    expect(text).not.toMatch(/\b(e\.g|i\.e|etc|via|per|ad hoc|vice versa|et al|inter alia|re)\b/i);
    expect(text).not.toMatch(/\b(client|case|LAC|breach|target|minutes|attendance|admission|episode)s?\b/i);
  });

  it.each(READINGS)('%s, has no short form but IRO, explained where it first stands', (_, data) => {
    const text = textOf(made(name, data));
    const short = [...text.matchAll(/\b\p{Lu}{2,}\b/gu)].map(([each]) => each);
    expect(short.filter((each) => each !== 'IRO' && each !== 'FW')).toEqual([]);
    if (short.includes('IRO')) {
      const before = text.slice(0, text.search(/\bIRO\b/));
      expect(before).toMatch(/independent reviewing officer \($/i);
    }
    if (template.reader === 'child') expect(short).not.toContain('IRO');
  });
});

describe('every one is', () => {
  it('in the folder of its kind', () => {
    const forms = readdirSync(join(ROOT, 'templates/forms')).map((file) => file.replace('.md.hbs', ''));
    const ofReviews = forms.filter((name) => SHELF.templates.get(name)!.about === 'review');
    // Of those in easy read each is of a form that is there.
    const plain = ofReviews.filter((name) => SHELF.templates.get(name)!.written === null);
    expect(plain.sort()).toEqual([...FORMS].sort());
    for (const name of ofReviews) expect(FORMS).toContain(name.replace('-easy-read', ''));
    for (const name of FORMS) expect(SHELF.templates.get(name)!.kind, name).toBe('form');
    for (const name of LETTERS) expect(SHELF.templates.get(name)!.file, name).toContain('/letters/');
    for (const name of NOT_INVITED) expect(SHELF.templates.get(name)!.kind, name).toBe('reasons');
  });

  it('tied to duties that the packs have', () => {
    const rules = join(ROOT, 'data/rules');
    const ids = readdirSync(rules, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => [...readFileSync(join(rules, file), 'utf8').matchAll(/^- id: (\S+)$/gm)])
      .map(([, id]) => id);
    for (const name of EVERY) {
      for (const rule of SHELF.templates.get(name)!.rules) expect(ids, `${name}: ${rule}`).toContain(rule);
    }
  });
});

describe('the forms', () => {
  it('need no more than the unit and what the child is called', () => {
    for (const name of FORMS) {
      expect(SHELF.templates.get(name)!.needs, name).toEqual(['unit.name', 'child.called']);
    }
  });

  it('are one for each age of child, and one for each role that has a form', () => {
    const formsFor = (role: string): Template[] =>
      FORMS.map((name) => SHELF.templates.get(name)!).filter(({ roles }) => roles.includes(role));
    for (let age = 0; age < 18; age += 1) {
      const fitting = formsFor('child').filter(({ ages }) => age >= ages!.from && age <= ages!.to);
      expect(fitting, `aged ${age}`).toHaveLength(1);
    }
    for (const role of ['parent', 'carer', 'residential-worker', 'teacher', 'health', 'guardian', 'other']) {
      expect(formsFor(role), role).toHaveLength(1);
    }
  });

  it('have lines to write on, say when and where to send them, and how else to tell us', () => {
    for (const name of FORMS) {
      const model = made(name, FULL);
      expect(model.blocks.filter(({ kind }) => kind === 'blank').length, name).toBeGreaterThan(6);
      expect(textOf(model), name).toContain('Thursday 2 April 2026');
      expect(textOf(model), name).toContain('Fairwater Independent Reviewing Unit');
      expect(textOf(model), name).toContain('reviews@fairwater.example');
      expect(textOf(model), name).toMatch(/another way/i);
      expect(textOf(model), name).toMatch(/help/);
    }
  });

  it('ask a child how it is, and what they would rather not talk about', () => {
    for (const name of FORMS.slice(1, 4)) {
      expect(textOf(made(name, FULL)), name).toMatch(/☐ Happy\s☐ All right\s☐ Not happy/);
      expect(textOf(made(name, FULL)), name).toMatch(/(not|rather not)[^.?]* talk(ed)? about/);
      expect(textOf(made(name, FULL)), name).toMatch(/do(es)? not want there/);
    }
  });
});

describe('the introduction of the IRO', () => {
  it('tells a child of any age of their rights, in one version or the other', () => {
    const [younger, older] = ['introduction-iro', 'introduction-iro-young-person'];
    expect(SHELF.templates.get(younger!)!.ages).toEqual({ from: 0, to: 12 });
    expect(SHELF.templates.get(older!)!.ages).toEqual({ from: 13, to: 17 });
    for (const name of [younger!, older!]) {
      for (const word of [/advocate/, /complain/, /court/, /on your own/, /01904 555 321/]) {
        expect(textOf(made(name, FULL)), name).toMatch(word);
      }
    }
  });
});

describe('a reader who is not told the place', () => {
  it.each(['meeting-changed', 'meeting-changed-child', ...NOT_INVITED])(
    'of %s does not find it there',
    (name) => {
      expect(textOf(made(name, PART))).toContain('Acomb Library');
      expect(textOf(made(name, WITHHELD))).not.toContain('Acomb Library');
    },
  );
});

describe('written reasons', () => {
  it.each(NOT_INVITED)(
    '%s give each of the answers, and neither day nor place to someone left out of it all',
    (name) => {
      const text = textOf(made(name, FULL));
      for (const answer of Object.values(FULL.notInvited)) expect(text).toContain(answer);
      expect(text).not.toContain(FULL.review.date);
      expect(text).not.toContain(FULL.review.venue);
      expect(textOf(made(name, PART))).toContain(FULL.review.date);
    },
  );

  it('name the guidance and independent advice to a parent', () => {
    expect(textOf(made('not-invited-parent', FULL))).toContain('IRO Handbook, paragraph 3.17');
    expect(textOf(made('not-invited-parent', FULL))).toContain('Family Rights Group');
  });
});

describe('a change, a cancelling and an adjournment', () => {
  it.each(['meeting-changed', 'meeting-changed-child'])(
    '%s gives the new day, the old one and the reason',
    (name) => {
      const text = textOf(made(name, FULL));
      for (const key of ['date', 'time', 'venue', 'previousDate', 'previousTime', 'changeReason'] as const) {
        expect(text).toContain(FULL.review[key]);
      }
    },
  );

  it.each(['meeting-cancelled', 'meeting-cancelled-child'])(
    '%s gives the day, the reason and what is still due',
    (name) => {
      const text = textOf(made(name, FULL));
      for (const key of ['date', 'cancelReason', 'dueDate'] as const)
        expect(text).toContain(FULL.review[key]);
      // Where nothing is due, as after care has ended, no review is promised.
      const { dueDate: _, ...review } = FULL.review;
      expect(textOf(made(name, { ...FULL, review }))).toMatch(/If (a new date is fixed|there is a new day)/);
    },
  );

  it.each(['meeting-adjourned', 'meeting-adjourned-child'])(
    '%s says that nothing proposed may go ahead before it is finished',
    (name) => {
      const text = textOf(made(name, FULL));
      expect(text).toMatch(/Nothing (that was proposed|new)[^.]* until (the|your) review is finished/);
      expect(text).toContain('Friday 8 May 2026');
    },
  );
});

describe('the notice to the social worker', () => {
  it('shows the arrangements and the lists, and what is to be done by when', () => {
    const text = textOf(made('notice-social-worker', FULL));
    for (const shown of [
      'Acomb Library',
      'Angela Jones, mother',
      'teacher',
      'Dr Rees, doctor',
      'the care plan',
    ]) {
      expect(text).toContain(shown);
    }
    for (const day of ['Tuesday 10 March 2026', 'Thursday 2 April 2026', 'Tuesday 14 April 2026']) {
      expect(text).toContain(day);
    }
  });

  it('asks for a place and names where there are none', () => {
    const text = textOf(made('notice-social-worker', least(SHELF.templates.get('notice-social-worker')!)));
    expect(text).toContain('not fixed yet; please tell us');
    expect(text).toContain('Please send us their names.');
  });

  it('and the reminder name the papers that have not come, and no others', () => {
    const text = textOf(made('reminder-documents', FULL));
    expect(text).toContain('the health assessment');
    expect(text).not.toContain('the social worker’s report');
  });
});

describe('where a form in easy read is sent', () => {
  it.each(['address', 'email', 'telephone'])('has no "or" before the only way there is: %s', (only) => {
    const unit = { contact: true, name: FULL.unit.name, the: FULL.unit.the, [only]: 'West Offices' };
    const form = SHELF.templates.get('consultation-parent-easy-read')!;
    const said = JSON.stringify(fill(form, { ...FULL, unit }, SHELF).blocks);
    expect(said).toMatch(/(?:Post it to|Write to|Tell us on) /);
    expect(said).not.toMatch(/"Or /);
  });
});
