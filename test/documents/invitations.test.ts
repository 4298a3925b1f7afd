import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DocumentData, fill } from '../../src/documents/fill';
import { type Block, type DocumentModel, plainText } from '../../src/documents/model';
import { checkTemplate } from '../../src/documents/template/check';
import { readShelf } from '../../src/documents/template/shelf';
import type { Template } from '../../src/documents/template/template';

const SHELF = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);
const ON_PAPERS = 'invitation-parent-on-papers';
const NAMES = [
  ...['child-under-4', 'child-under-8', 'child', 'young-person', 'parent', 'parent-on-papers', 'carer'],
  ...['residential-worker'],
  ...['social-worker', 'teacher', 'health', 'personal-adviser', 'independent-visitor', 'advocate'],
  ...['guardian', 'professional', 'delegate'],
].map((who) => `invitation-${who}`);

const templateOf = (name: string): Template => {
  const template = SHELF.templates.get(name);
  if (template === undefined) throw new Error(`There is no template ${name}.`);
  return template;
};

/** What every invitation needs, and what the machinery itself always gives. */
const MINIMAL = {
  today: 'Monday 30 March 2026',
  unit: { name: 'Reviewing Unit', the: 'the Reviewing Unit', contact: true },
  signatory: { name: 'Ann Lee' },
  child: {
    ...{ ref: 'K77', name: 'Siân O’Brien-Łukasiewicz', called: 'Siân' },
    ...{
      subject: 'they',
      object: 'them',
      possessive: 'their',
      reflexive: 'themselves',
      plan: 'care plan',
      carers: 'carers',
    },
  },
  iro: { name: 'A Khan' },
  addressee: { name: 'Jo Smith' },
  review: { date: 'Thursday 9 April 2026', time: '4:30pm', venue: 'School' },
} satisfies DocumentData;

/** Everything that an invitation may say. */
const FULL = {
  ...MINIMAL,
  council: { name: 'York' },
  unit: {
    contact: true,
    ...{
      name: 'Reviewing Unit',
      the: 'the Reviewing Unit',
      address: 'West Offices, York',
      telephone: '01904 551 234',
    },
    ...{ email: 'reviews@example.gov.uk', hours: 'Monday to Friday, 9am to 5pm' },
  },
  signatory: { name: 'Ann Lee', title: 'Reviewing Unit Officer' },
  advocacy: 'Speak Up, 0800 123 456',
  complaints: 'Complaints Officer, 01904 555 999',
  child: { ...MINIMAL.child, needs: 'a quiet room', isOver16: true },
  iro: { name: 'A Khan', telephone: '01904 555 777', email: 'a.khan@example.gov.uk' },
  chair: { name: 'M Ŵyn' },
  socialWorker: { name: 'J Patel', telephone: '01904 550 000' },
  addressee: { name: 'Jo Smith', hasResponsibility: true, delegateOf: 'the teacher' },
  review: {
    ...MINIMAL.review,
    ...{ hybrid: true, link: 'https://meet.example/a_b*c', isFirst: true, isAdoption: true },
    together: ['Owen', 'Mia'],
    children: ['Siân', 'Owen', 'Mia'],
  },
  papers: { due: 'Thursday 2 April 2026', wanted: ['social worker’s report', 'care plan'] },
  reply: { by: 'Thursday 2 April 2026' },
  attending: [
    { name: 'J Patel', called: 'social worker', yours: 'your social worker' },
    { called: 'foster carer', yours: 'your foster carer' },
    { name: 'Pat Green', called: 'in place of the teacher', yours: 'in place of your teacher' },
  ],
  supporter: { name: 'R Fox' },
  legalAdviser: true,
  interpreter: 'Polish',
  notInvited: { views: 'a talk with the IRO on Monday 30 March 2026' },
} satisfies DocumentData;

/** The same meeting in the other ways it may be held. */
const LATER = { ...FULL, chair: {}, supporter: {}, review: { ...MINIMAL.review, onPapers: true } };
const REMOTE = { ...MINIMAL, review: { ...MINIMAL.review, remote: true, link: 'https://meet.example/a' } };
const TELEPHONE = { ...MINIMAL, review: { ...MINIMAL.review, venue: '01904 550 111', remote: true } };
const NO_LINK = { ...MINIMAL, review: { ...MINIMAL.review, hybrid: true } };
const WITHHELD = {
  ...FULL,
  // As the machinery gives it: a need that is met, and nothing told.
  review: { ...MINIMAL.review, venue: 'a place that we will tell you', venueWithheld: true },
};
const DATA: Readonly<Record<string, DocumentData>> = {
  ...{
    minimal: MINIMAL,
    full: FULL,
    'without a meeting': LATER,
    remote: REMOTE,
    'by telephone': TELEPHONE,
    'no link yet': NO_LINK,
  },
  'place withheld': WITHHELD,
};

/** Each heading, paragraph and cell, as a reader meets them. */
function passages(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if ('children' in block) return [plainText(block.children)];
    if (block.kind === 'summary') return passages(block.blocks);
    if (block.kind === 'list') return block.items.flatMap(passages);
    if (block.kind === 'table') return [block.header, ...block.rows].flat().map(plainText);
    return [];
  });
}

const read = (model: DocumentModel): string[] => [model.title, ...passages(model.blocks)];
const sentences = (passage: string): string[] => passage.split(/(?<=[.?!])\s+/);
const words = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

function longest(name: string): number {
  if (name === 'invitation-child-under-8') return 10;
  return templateOf(name).roles.includes('child') ? 15 : 25;
}

const EVERY = NAMES.flatMap((name) => Object.keys(DATA).map((which) => [name, which] as const));
const filled = (name: string, which: string): DocumentModel => fill(templateOf(name), DATA[which]!, SHELF);
const textOf = (name: string, which: string): string => read(filled(name, which)).join('\n');

describe('the invitations', () => {
  it('to a review are the eighteen that the unit sends, each an invitation', () => {
    const shipped = [...SHELF.shipped.values()].filter(
      ({ kind, about, reviews, written }) =>
        written === null && kind === 'invitation' && about === 'review' && reviews.includes('looked-after'),
    );
    expect(shipped.map(({ name }) => name).sort()).toEqual([...NAMES, 'invitation-supporter'].sort());
  });

  it('to a supporter asks for no report, and says what a supporter may do', () => {
    const said = textOf('invitation-supporter', 'full');
    expect(said).toContain('You come as a supporter');
    expect(said).not.toMatch(/\bform\b|please also send|what you would like the review to decide/);
    expect(templateOf('invitation-supporter').encloses).toEqual([]);
  });

  it.each(NAMES)('%s names only fields that there are, and guards those that may be missing', (name) => {
    expect(checkTemplate(templateOf(name), SHELF)).toEqual([]);
  });

  it('need only the settings, the child, the IRO, the reader and the meeting', () => {
    const meeting = ['review.date', 'review.time', 'review.venue'];
    for (const name of NAMES) {
      const { roles, needs } = templateOf(name);
      const child = roles.includes('child') ? 'child.called' : 'child.name';
      const people = ['unit.name', 'signatory.name', child, 'iro.name', 'addressee.name'];
      // Someone who does not come is not told the hour or the place.
      expect([name, needs]).toEqual([name, [...people, ...(name === ON_PAPERS ? ['review.date'] : meeting)]]);
    }
  });

  it('serve a child of every age with one letter', () => {
    const forChildren = NAMES.map(templateOf).filter(({ roles }) => roles.includes('child'));
    for (let age = 0; age < 18; age++) {
      const fits = forChildren.filter(({ ages }) => ages !== null && ages.from <= age && age <= ages.to);
      expect([age, fits.length]).toEqual([age, 1]);
    }
  });
});

describe.each(EVERY)('%s, %s', (name, which) => {
  const text = (): string => textOf(name, which);

  it('is said in short sentences', () => {
    const long = read(filled(name, which))
      .flatMap(sentences)
      .filter((sentence) => words(sentence) > longest(name));
    expect(long).toEqual([]);
  });

  it('is said in plain words', () => {
    const rest = text().replaceAll('independent reviewing officer (IRO)', '').replaceAll('plan (PEP)', '');
    const explained = ['IRO', 'PEP'].filter((letters) => text().includes(`(${letters})`));
    expect((rest.match(/\b[A-Z]{2,}\b/g) ?? []).filter((letters) => !explained.includes(letters))).toEqual(
      [],
    );
    expect(text()).not.toMatch(/\b(?:e\.?g|i\.?e|etc|via|per|versus|ad hoc|re|vice|agenda)\b/i);
    expect(text()).not.toMatch(/\b(?:case|client|LAC|breach|target|minutes|attendance|admission|episode)\b/i);
    expect(text()).not.toMatch(/you will be|!|undefined|null|\[object|\{\{|\\/i);
  });

  it('explains the IRO where it first speaks of one', () => {
    const first = text().search(/\bIRO\b/);
    const explained = text().indexOf('independent reviewing officer (IRO)');
    if (first >= 0) expect(first).toBe(explained + 'independent reviewing officer ('.length);
    expect(text()).toContain('independent reviewing officer');
  });

  it('leaves no heading or list without anything under it', () => {
    const { blocks } = filled(name, which);
    const bare = blocks.filter((block, at) => block.kind === 'heading' && blocks[at + 1]?.kind === 'heading');
    expect(bare).toEqual([]);
    const announced = blocks.filter(
      (block, at) =>
        block.kind === 'paragraph' &&
        plainText(block.children).endsWith(':') &&
        blocks[at + 1]?.kind !== 'list',
    );
    expect(announced).toEqual([]);
    expect(blocks.at(-1)!.kind).not.toBe('heading');
  });

  it('offers a form, an interpreter, the IRO alone, and someone to ask', () => {
    expect(text()).toMatch(/form (?:that comes )?with this letter/);
    expect(text()).toMatch(/interpreter|speaks your language|help you in/);
    expect(text()).toMatch(/on your own|(?:IRO|officer) alone/);
    expect(text()).toContain('Ann Lee');
  });
});

describe('an invitation', () => {
  const coming = NAMES.filter((name) => name !== ON_PAPERS);

  it.each(coming)('%s says what to bring', (name) => {
    expect(textOf(name, 'minimal')).toMatch(/\bbring\b/i);
  });

  it('encloses a form, and for the child, parents and carers the leaflets', () => {
    const withLeaflets = NAMES.filter((name) => {
      const { form, encloses } = templateOf(name);
      expect([name, form]).toEqual([name, expect.stringMatching(/^A form for /)]);
      expect(['', 'leaflets']).toContain(encloses.join());
      return encloses.length > 0;
    });
    expect(withLeaflets.map((name) => name.replace('invitation-', ''))).toEqual([
      ...['child-under-4', 'child-under-8', 'child', 'young-person', 'parent', 'parent-on-papers', 'carer'],
    ]);
    const data = { ...MINIMAL, enclosures: ['What a review is'] };
    const enclosed = (name: string) => fill(templateOf(name), data, SHELF).letter?.enclosures;
    expect(enclosed('invitation-parent')).toEqual(['A form for your views', 'What a review is']);
    expect(enclosed('invitation-teacher')).toEqual(['A form for your views']);
  });

  it('tells a child who each person is to them', () => {
    for (const name of ['invitation-child-under-8', 'invitation-child', 'invitation-young-person']) {
      expect(textOf(name, 'full')).toContain('J Patel, your social worker');
      expect(textOf(name, 'full')).toContain('Pat Green, in place of your teacher');
    }
  });

  it.each(coming)('%s says when and where', (name) => {
    const text = textOf(name, 'minimal');
    expect(text).toContain('Date: Thursday 9 April 2026');
    expect(text).toContain('Time: 4:30pm');
    expect(text).toContain('Place: School');
    expect(text).not.toContain('Link');
    expect(text).not.toContain('come:');
  });

  it.each(coming)('%s says how to join by link', (name) => {
    expect(textOf(name, 'remote')).toContain('Link: https://meet.example/a');
    expect(textOf(name, 'remote')).not.toContain('School');
    expect(textOf(name, 'full')).toContain('Link: https://meet.example/a_b*c');
    expect(textOf(name, 'by telephone')).toContain('Join at: 01904 550 111');
    expect(textOf(name, 'no link yet')).toContain('Link: Ask us for the link.');
  });

  it.each(coming)('%s says nothing of the place where it is withheld', (name) => {
    const text = textOf(name, 'place withheld');
    expect(text).toContain('Place: We will tell you the place.');
    expect(text).not.toContain('a place that');
    expect(text).not.toContain('School');
  });

  it.each(coming)('%s lists who comes, a name only where it was given', (name) => {
    const { blocks } = filled(name, 'full');
    const lists = blocks.map((block) => (block.kind === 'list' ? passages([block]) : []));
    const isForChild = templateOf(name).reader !== 'family' && templateOf(name).roles.includes('child');
    expect(lists).toContainEqual(
      isForChild
        ? ['J Patel, your social worker', 'your foster carer', 'Pat Green, in place of your teacher']
        : ['J Patel, social worker', 'foster carer', 'Pat Green, in place of the teacher'],
    );
  });

  it.each(coming)('%s names a substitute who chairs, sisters and brothers, and adoption', (name) => {
    const text = textOf(name, 'full');
    expect(text).toContain('M Ŵyn');
    expect(text).toContain('Owen and Mia');
    expect(text).toMatch(/plan for adoption/);
    expect(textOf(name, 'minimal')).not.toMatch(/adoption/);
  });

  it('explains at a first meeting what a review is', () => {
    const explained = /first (?:review|one)/;
    for (const name of NAMES) {
      expect([name, explained.test(textOf(name, 'full'))]).toEqual([name, true]);
      expect([name, explained.test(textOf(name, 'minimal'))]).toEqual([name, false]);
    }
  });

  it('tells professionals by when, and the social worker which papers', () => {
    const due = 'Thursday 2 April 2026';
    for (const name of NAMES) {
      expect([name, textOf(name, 'full').includes(due)]).toEqual([name, true]);
      expect([name, textOf(name, 'minimal').includes(due)]).toEqual([name, false]);
    }
    const papers = textOf('invitation-social-worker', 'full').split('\n');
    expect(papers).toContain(`Please send these to us by ${due}:`);
    expect(papers).toContain('social worker’s report');
    expect(textOf('invitation-social-worker', 'minimal')).toContain('personal education plan (PEP)');
    expect(textOf('invitation-social-worker', 'minimal')).toContain('Bring the records up to date');
  });

  it('tells a parent what the meeting can and cannot decide, and what follows', () => {
    const text = textOf('invitation-parent', 'minimal');
    expect(text).toContain('The meeting cannot make, change or end a court order.');
    expect(text).toContain('After the meeting, we send the decisions');
    const limits = { decisions: 'five working days', record: 'twenty working days' };
    const said = read(fill(templateOf('invitation-parent'), { ...DATA.minimal, limits }, SHELF)).join('\n');
    expect(said).toContain('Within five working days of the meeting, we send the decisions');
    expect(said).toContain('Within twenty working days of the meeting, we send the full record');
  });

  it('does not tell someone who gives views on paper when or where the others meet, nor any reason', () => {
    for (const which of Object.keys(DATA)) {
      const text = textOf(ON_PAPERS, which);
      expect(text).not.toMatch(/4:30pm|School|meet\.example/);
      expect(text).not.toMatch(/because|concern|foster carer/);
    }
    expect(textOf(ON_PAPERS, 'full')).toContain('A talk with the IRO on Monday 30 March 2026.');
    expect(textOf(ON_PAPERS, 'without a meeting')).toContain('without a meeting');
  });

  it('says in whose place a delegate comes, and that the IRO has agreed', () => {
    const text = textOf('invitation-delegate', 'full');
    expect(text).toContain('in place of the teacher.');
    expect(text).toContain('has agreed to this');
  });

  it('looks ahead to 18 with a young person of 16', () => {
    expect(textOf('invitation-young-person', 'full')).toContain('when you are 18');
    expect(textOf('invitation-young-person', 'minimal')).not.toContain('18');
  });

  it('stops where the meeting has no place, and names what is missing', () => {
    const { venue: _, ...review } = MINIMAL.review;
    for (const name of coming) {
      expect(() => fill(templateOf(name), { ...MINIMAL, review }, SHELF)).toThrow(/review\.venue/);
    }
  });

  it('lies in the folder of letters under its own name', () => {
    for (const name of NAMES) expect(templateOf(name).file).toContain(join('letters', `${name}.md.hbs`));
  });
});
