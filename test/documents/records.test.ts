/** The records of a review, and the letters that follow it: what each says, and how it says it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DocumentData, fill, neededBy } from '../../src/documents/fill';
import { type Block, type DocumentModel, plainText } from '../../src/documents/model';
import { checkTemplate } from '../../src/documents/template/check';
import { readShelf } from '../../src/documents/template/shelf';
import type { Template } from '../../src/documents/template/template';
import { UserError } from '../../src/errors';
import { FULL } from '../support/record-data';

const shelf = readShelf('templates', null);

const RECORDS = [
  'record-decisions',
  'record-full',
  'record-without-meeting',
  'record-exit',
  'monitoring-form',
  'midway-check',
];
const LETTERS = [
  'decisions-manager',
  'distribution-full',
  'distribution-part',
  'distribution-none',
  'care-plan-reminder',
  'tracked-reminder',
  'tracked-passed',
];
const OURS = [...RECORDS, ...LETTERS];

function template(name: string): Template {
  const found = shelf.templates.get(name);
  if (!found) throw new Error(`no template ${name}`);
  return found;
}

/** Only what a template says it cannot do without. */
function least(of: Template): DocumentData {
  const data: Record<string, unknown> = {};
  for (const path of neededBy(of, shelf)) {
    const [group, name] = path.split('.', 2) as [string, string | undefined];
    if (name === undefined) data[group] = FULL[group];
    else data[group] = { ...(data[group] as object), [name]: (FULL[group] as Record<string, unknown>)[name] };
  }
  // What is known of every child.
  return { ...data, child: { plan: 'care plan', carers: 'carers', ...(data.child as object) } };
}

/** The same data with one group changed. */
const having = (group: string, change: object): DocumentData => ({
  ...FULL,
  [group]: { ...(FULL[group] as object), ...change },
});

/** Every piece of text that is read as one: the title, a paragraph, a heading, a cell of a table. */
function pieces({ title, blocks }: DocumentModel): string[] {
  return [title, ...blocks.flatMap(piecesOf)].filter((piece) => piece !== '');
}

function piecesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'idea':
      return [plainText(block.children)];
    case 'summary':
      return block.blocks.flatMap(piecesOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(piecesOf));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(plainText));
    default:
      return [];
  }
}

const text = (model: DocumentModel): string => pieces(model).join('\n');
const headings = ({ blocks }: DocumentModel): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [plainText(block.children)] : []));
const blanks = ({ blocks }: DocumentModel): number =>
  blocks.reduce((lines, block) => lines + (block.kind === 'blank' ? block.lines : 0), 0);
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;

function longest(model: DocumentModel): string {
  const sentences = pieces(model).flatMap((piece) => piece.split(/(?<=[.?!])\s+/));
  return sentences.reduce((a, b) => (wordsIn(b) > wordsIn(a) ? b : a));
}

const written = (name: string, data: DocumentData): DocumentModel => fill(template(name), data, shelf);

const NEVER = [
  /undefined|null|\[object|\{\{|\}\}/,
  /!/,
  /\byou will be\b/i,
  /\b(?:e\.g|i\.e|etc|via|per|vs|ad hoc|re)\b/i,
  /\b(?:client|case|LAC|breach|target|minutes|attendance|admission|episode)s?\b/i,
  / {2}|\s[,.;?]|\.\.|\(\)/,
];

describe.each(OURS)('%s', (name) => {
  const datas: [string, DocumentData][] = [
    ['all there is to say', FULL],
    ['only what it needs', least(template(name))],
    ['what a third review adds', having('review', { isSecond: undefined, isThird: true })],
  ];

  it('names no field that does not exist, and none without its "if"', () => {
    expect(checkTemplate(template(name), shelf)).toEqual([]);
  });

  it.each(datas)('with %s, is in plain English', (_, data) => {
    const model = written(name, data);
    const all = text(model);
    expect(wordsIn(longest(model)), longest(model)).toBeLessThanOrEqual(25);
    for (const pattern of NEVER) expect(all).not.toMatch(pattern);
    const acronyms = [...all.matchAll(/\b[A-Z]{2,}\b/g)].map(([word]) => word);
    expect(acronyms.filter((word) => word !== 'IRO')).toEqual([]);
    const first = all.indexOf('IRO');
    if (first >= 0) {
      expect(all.slice(0, first + 4).toLowerCase()).toMatch(/independent reviewing officer \(iro\)$/);
    }
  });

  it('stops at each fact that it cannot do without, and names it', () => {
    for (const need of template(name).needs) {
      const [group, field] = need.split('.', 2) as [string, string | undefined];
      const lacking =
        field === undefined ? { ...FULL, [group]: undefined } : having(group, { [field]: undefined });
      // Those of the machinery's own parts, such as the signatory, stop the letter too.
      expect(() => written(name, lacking), need).toThrow(UserError);
      expect(() => written(name, lacking), need).toThrow(need);
    }
  });

  it('says nowhere where the child lives, nor where the meeting was', () => {
    const { body, file } = template(name);
    expect(body, file).not.toMatch(/child\.placement|review\.venue|review\.link/);
  });
});

it('leaves blanks to fill by hand in records, and none in a letter', () => {
  for (const name of LETTERS) expect(blanks(written(name, FULL)), name).toBe(0);
  for (const name of LETTERS) expect(blanks(written(name, least(template(name)))), name).toBe(0);
  for (const name of RECORDS) expect(blanks(written(name, least(template(name)))), name).toBeGreaterThan(0);
  expect(blanks(written('record-decisions', FULL))).toBe(0);
});

describe('the record of the decisions', () => {
  it('says what was decided, who does it and by when, and until when the manager may answer', () => {
    const all = text(written('record-decisions', FULL));
    expect(all).toContain('2.1\nAsk the school for reading help\nDecision\nSara Patel\nFriday 1 May 2026');
    expect(all).toContain(
      '2.2\nThink about an independent visitor\nRecommendation\nNot recorded\nNo date recorded',
    );
    expect(all).toContain('until the end of Wednesday 8 April 2026 to answer');
    expect(all).toContain('The mother asked for weekly contact');
    expect(all).toContain('The next review is planned for Monday 7 September 2026.');
    expect(all).toContain('It is due by Sunday 20 September 2026 at the latest.');
    expect(all).toContain('Joan O’Brien, mother\nteacher');
  });

  it('says the pack’s days where no date is known yet, nothing if the pack has none, and nothing of a next review', () => {
    // With no decisions nothing is said of an answer.
    const data = { ...least(template('record-decisions')), decisions: FULL.decisions };
    expect(text(written('record-decisions', least(template('record-decisions'))))).not.toContain('agree');
    const model = written('record-decisions', { ...data, limits: { answer: 'five working days' } });
    expect(text(model)).toContain('has five working days from receiving this to answer');
    expect(text(written('record-decisions', data))).not.toMatch(/to answer|working days/);
    expect(headings(model)).not.toContain('The next review');
  });
});

describe('the full record', () => {
  const EVERY_REVIEW = [
    'Changes since the last review',
    'The decisions of the last review',
    'Legal status',
    'Permanence: a home that lasts',
    'Care by agreement, under section 20',
    'Contact with family and friends',
    'Placement: where Maya lives',
    'Safeguarding: is Maya safe and well?',
    'Education and the personal education plan',
    'Leisure and interests',
    'Health and the health plan',
    'Identity, religion, race and culture',
    'Advice and support',
    'An independent visitor',
    'The social worker’s visits',
    'Delegated authority: who may decide what',
    'Leaving care: the time afterwards',
    'Anything else',
  ];
  const SECOND = 'The permanence plan, at the second review';
  const THIRD = 'A parallel plan, at the third review';
  const STAYING_PUT = 'Staying put';

  it.each(['record-full', 'record-without-meeting'])(
    '%s: has a heading for every matter of a review',
    (name) => {
      const found = headings(written(name, least(template(name))));
      expect(found.filter((heading) => EVERY_REVIEW.includes(heading))).toEqual(EVERY_REVIEW);
    },
  );

  it('asks of permanence at the second review, of a parallel plan at the third, of staying put from 16', () => {
    const special = (data: DocumentData): string[] =>
      headings(written('record-full', data)).filter((each) => [SECOND, THIRD, STAYING_PUT].includes(each));
    expect(special(FULL)).toEqual([SECOND, STAYING_PUT]);
    expect(special(having('review', { isSecond: undefined, isThird: true }))).toEqual([THIRD, STAYING_PUT]);
    expect(special(having('child', { isOver16: undefined }))).toEqual([SECOND]);
  });

  it('brings what is recorded: who came, what was considered, the legal status, whether the IRO is satisfied', () => {
    const all = text(written('record-full', FULL));
    expect(all).toContain('contact with family and others\nConsidered');
    expect(all).toContain('the time after care\nNot considered: wait for the pathway plan');
    expect(all).toContain('Recorded: Section 20 accommodation (Children Act 1989).');
    expect(all).toContain('Recorded: no.');
    expect(all).toContain('Chaired in the IRO’s place by\nHuw Llŷr');
    expect(all).toContain('Maya’s part in chairing\nChaired all or part of the meeting');
    expect(all).toContain('Invited, and did not come\nhealth visitor');
    expect(all).toContain('To be finished by Tuesday 14 April 2026.');
  });
});

it('the full record brings what became of the last decisions, and whether the IRO spoke with the child', () => {
  const lastDecisions = [
    { number: '1.1', text: 'Weekly contact', owner: 'P Lee', by: 'Friday 1 May 2026', outcome: 'Done' },
    { number: '1.2', outcome: 'Not recorded as done' },
  ];
  const all = text(written('record-full', { ...FULL, lastDecisions }));
  expect(all).toContain('1.1\nWeekly contact\nP Lee\nFriday 1 May 2026\nDone');
  expect(all).toContain('1.2\nNot recorded\nNot recorded\nNo date recorded\nNot recorded as done');
  const seen = text(written('record-full', having('review', { seenOn: 'Monday 16 March 2026' })));
  expect(seen).toContain('Recorded: the IRO spoke with Maya on Monday 16 March 2026.');
  const not = text(written('record-full', having('review', { notSeenWhy: 'The child did not want to.' })));
  expect(not).toContain('Recorded: the IRO did not speak with Maya. The child did not want to.');
});

it('without a meeting: asks how each person was consulted, by name', () => {
  const model = written('record-without-meeting', FULL);
  expect(headings(model)).toContain('Why there was no meeting');
  expect(headings(model)).toContain('father: Tom Blac');
});

it('an exit review: the move, what it means, and what help is recommended', () => {
  const model = written('record-exit', FULL);
  expect(headings(model)).toEqual(
    expect.arrayContaining([
      'The move',
      'What the move means for Maya',
      'Support and supervision from now on',
    ]),
  );
  expect(text(model)).toContain(
    'Ceased to be looked after\nFriday 6 March 2026\nReason recorded\nreturned home',
  );
});

it('the monitoring form has the answers that are recorded, and lines for the others', () => {
  const all = text(written('monitoring-form', FULL));
  for (const answer of ['yes', 'adequate', 'late', 'good']) expect(all).toContain(`Answer: ${answer}.`);
  expect(all).toContain('The health assessment');
  expect(text(written('monitoring-form', least(template('monitoring-form'))))).not.toContain('Answer:');
});

it('the manager is told the date by which silence is agreement, and to disagree in writing', () => {
  const all = text(written('decisions-manager', FULL));
  expect(all).toContain(
    'If we hear nothing by the end of Wednesday 8 April 2026, the council is taken to agree.',
  );
  expect(all).toContain('write to the IRO by then');
});

describe('who is sent what', () => {
  it('a child is written to in sentences of at most fifteen words', () => {
    const model = written('distribution-full-child', having('addressee', { isChild: true }));
    expect(wordsIn(longest(model)), longest(model)).toBeLessThanOrEqual(15);
    expect(text(model)).toContain('your review');
    expect(text(model)).toContain('advocate');
    expect(text(written('distribution-full', FULL))).not.toContain('Voice for Testshire');
  });

  it('part and none say why, who decided, and how to complain', () => {
    for (const name of ['distribution-part', 'distribution-none']) {
      const all = text(written(name, FULL));
      expect(all).toContain('The reason this time: a court has ordered no contact');
      expect(all).toContain('Decided by: the social worker and the IRO');
      expect(all).toContain('To complain, contact: the complaints team, 01632 960222');
      expect(all).toContain('You still have parental responsibility.');
      const other = having('addressee', { hasResponsibility: undefined });
      expect(text(written(name, other))).not.toContain('parental responsibility');
    }
    expect(text(written('distribution-part', FULL))).toContain('We left out: the address where Maya lives');
  });
});

it('a tracked date that has passed says how late it is, and what happens next', () => {
  const model = written('tracked-passed', FULL);
  expect(text(model)).toContain('It was agreed for: Friday 1 May 2026, 3 working days ago');
  expect(headings(model)).toContain('What happens next');
});

it('every partial of these documents is used by one of them', () => {
  const sources = OURS.map((name) => template(name).body);
  const partials = [...shelf.partials.keys()].filter((name) => name.startsWith('record-'));
  const all = [...sources, ...partials.map((name) => readFileSync(`templates/partials/${name}.hbs`, 'utf8'))];
  expect(partials.length).toBeGreaterThan(0);
  for (const name of partials)
    expect(
      all.some((source) => source.includes(`{{> ${name}}}`)),
      name,
    ).toBe(true);
});
