/**
 * What a document may say of a child who does not exist: something for every field that it names, however new the field or
 * the template is. Pure.
 */
import { capital } from '../../core/in-words';
import { isoDate } from '../../core/time/dates';
import type { DocumentData } from '../fill';
import { wordsIn } from '../fixed-words';
import { ofAge } from '../template/ages';
import { isAbsent, partsOfList, valueAt } from '../template/fields';
import { LETTER_FIELDS, LETTER_NEEDS } from '../template/letter-parts';
import { bodyWalk, titleWalk } from '../template/reading';
import type { TemplateShelf } from '../template/shelf';
import { isLetter, type Template } from '../template/template';
import { agedFor, type Invented } from './children';

type Value = string | number | boolean | readonly unknown[];

/** All that a template needs of one of them, and, if there is much to say, all else that it may have. */
export function inventedData(template: Template, shelf: TemplateShelf, child: Invented): DocumentData {
  const { fields } = shelf;
  const uses = [...titleWalk(template, shelf).uses, ...bodyWalk(template, shelf).uses];
  const letter = isLetter(template.kind) ? LETTER_FIELDS : [];
  const needed = new Set([
    ...template.needs,
    ...(isLetter(template.kind) ? LETTER_NEEDS : []),
    'unit.contact',
  ]);
  const named = new Set([
    ...needed,
    ...letter,
    ...uses.map(({ field }) => field.split('[]')[0]!),
    'child.ref',
  ]);
  // One that depends on a word is given that word.
  const words = wordsAsked(template, shelf);
  const data: Record<string, unknown> = {};
  for (const path of named) {
    const field = fields.at(path);
    if (field === undefined || NOT_OF_THEM.includes(path)) continue;
    const isOwed = needed.has(path) || field.always === true || ALWAYS.includes(path);
    if (child.amount === 'short' && !isOwed && !field.yesNo) continue;
    const value = field.yesNo
      ? answer(path, template, child, needed.has(path))
      : field.list
        ? listOf(path, child, (part) => text(part, child, template))
        : (words.get(path) ?? text(path, child, template));
    if (!isAbsent(value)) put(data, path, value);
  }
  return data;
}

/** Each of them is alone, and their meetings stay where they were planned. */
const NOT_OF_THEM: readonly string[] = [
  'forms',
  ...['meeting.before', 'conference.before'],
  ...['review', 'conference'].flatMap((of) => [`${of}.children`, `${of}.references`]),
];

/** What is known of every unit. */
const ALWAYS: readonly string[] = ['unit.name', 'unit.telephone', 'unit.email', 'council.name'];

function put(data: Record<string, unknown>, path: string, value: Value): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let at = data;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as Record<string, unknown>;
  }
  at[last] = value;
}

/** The word with which each field is compared first. */
function wordsAsked({ body }: Template, { partials }: TemplateShelf): ReadonlyMap<string, string> {
  const called = [...body.matchAll(/\{\{> ?([\w-]+)/g)].map(([, name]) => partials.get(name!) ?? '');
  const asked = [...[body, ...called].join('\n').matchAll(/\{\{#is ([\w.]+) "([^"]*)"/g)];
  return new Map(asked.reverse().map(([, path, word]) => [path!, word!]));
}

/** Of those that exclude each other, which one each child has. */
const ONE_OF: readonly (readonly string[])[] = [
  ['review.inPerson', 'review.hybrid', 'review.remote'],
  ['review.isFirst', '', 'review.isSecond'],
  ['distribution.isFull', 'distribution.isPart', 'distribution.isNone'],
  ['dispute.isAgreed', 'dispute.isInPart', 'dispute.isNotAgreed'],
  ['conference.isNoPlan', 'conference.isPlan', 'conference.isEnded'],
  ['conference.isInitial', 'conference.isInitial', 'conference.isReview'],
  ['', 'conference.hybrid', 'conference.remote'],
  ['conference.isChildInNeedOffered', 'conference.isEarlyHelpOffered', ''],
];
const NEITHER: readonly string[] = [
  ...['child.isDetained', 'child.isUnaccompanied', 'child.signs'],
  ...['addressee.isIro', 'addressee.isOfFamily', 'secure.isChair'],
  'review.isThird',
  'addressee.isForPart',
  'conference.isExcluded',
  'dispute.isOvertaken',
  'determination.isTerms',
];

function answer(path: string, template: Template, child: Invented, isNeeded: boolean): boolean {
  if (isNeeded) return true;
  if (path === 'addressee.isChild') return template.roles[0] === 'child';
  const ofTheirAge = valueAt({ child: ofAge(agedFor(child, template.ages)) }, path);
  if (typeof ofTheirAge === 'boolean') return ofTheirAge;
  const group = ONE_OF.find((each) => each.includes(path));
  // Where another of the same is needed, it is that one.
  if (group) return !group.some((each) => template.needs.includes(each)) && group[AT[child.amount]] === path;
  return child.amount === 'long' && !NEITHER.includes(path);
}

const AT = { short: 0, usual: 1, long: 2 } as const;

function listOf(path: string, child: Invented, part: (path: string) => Value): Value {
  const parts = partsOfList(path);
  if (path === 'addressee.address') return child.address;
  return Array.from({ length: child.several }, (_, at) => {
    if (parts.length === 0) return entry(path, at, child);
    return Object.fromEntries(
      parts.map((name) => [
        name,
        name.startsWith('is') ? at % 2 === 0 : entryPart(name, at, child, part(`${path}[].${name}`)),
      ]),
    );
  });
}

const ROLES = ['mother', 'father', 'social worker', 'foster carer', 'teacher', 'school nurse'] as const;
/** The same as the child is told it. */
const YOURS = [
  ...['your mum', 'your dad', 'your social worker', 'your foster carer', 'your teacher'],
  'the nurse at your school',
] as const;
const person = (child: Invented, at: number): string => child.people.at(at % child.people.length)!;

/** A thing of a list that is words alone. */
function entry(path: string, at: number, child: Invented): string {
  if (/papers/.test(path)) return ['the care plan', 'the health plan', 'the report of the school'][at % 3]!;
  if (/together/.test(path)) return ['Tom', 'Ella', 'Noor'][at % 3]!;
  if (/enclosures/.test(path)) return ['What a review is', 'Your rights', 'How to complain'][at % 3]!;
  return person(child, at);
}

/** A part of the thing at a place of a list. */
function entryPart(name: string, at: number, child: Invented, otherwise: Value): Value {
  switch (name) {
    case 'called':
      return ROLES[at % ROLES.length]!;
    case 'openly':
      return capital(ROLES[at % ROLES.length]!);
    case 'needs':
      return at % 2 === 0 ? 'large print' : 'interpreter: Polish';
    case 'yours':
      return YOURS[at % YOURS.length]!;
    case 'name':
    case 'owner':
    case 'with':
      return person(child, at);
    case 'number':
    case 'ref':
      return `2.${at + 1}`;
    case 'label':
      return ['How the child is', 'School', 'Health', 'Family time'][at % 4]!;
    case 'stage':
      return ['Social worker', 'Team manager', 'Head of service'][at % 3]!;
    case 'outcome':
      return ['done', 'not yet done', 'no longer needed'][at % 3]!;
    case 'considered':
      return at % 2 === 0;
    default:
      return otherwise;
  }
}

/** Where those of a role stand among the people of an invented child. */
const PLACES: Readonly<Record<string, number>> = {
  ...{ parent: 0, relative: 1, 'social-worker': 2, carer: 3, teacher: 4, health: 5 },
};

/** A day in the language of the document. */
const day =
  (on: string) =>
  (_: Invented, { language }: Template): string =>
    wordsIn(language).day(isoDate(on));

/** What a text says, by the end of its name, or else what somebody wrote. The first that fits counts. */
const SAYS: readonly (readonly [RegExp, (child: Invented, template: Template) => Value])[] = [
  [/^child\.(?:given|called)$/, ({ given }) => given],
  [/^child\.name$/, ({ given, family }) => `${given} ${family}`],
  [/^(?:child|applicant)\.ref$/, ({ ref }) => ref],
  [/^child\.age$/, (child, { ages }) => agedFor(child, ages)],
  [/^child\.subject$/, ({ pronouns }) => pronouns[0]],
  [/^child\.object$/, ({ pronouns }) => pronouns[1]],
  [/^child\.possessive$/, ({ pronouns }) => pronouns[2]],
  [/^child\.reflexive$/, ({ pronouns }) => pronouns[3]],
  [/^child\.placement$/, () => 'with foster carers'],
  [/^child\.plan$/, () => 'care plan'],
  [/^child\.carers$/, () => 'carers'],
  [/^legalStatus$/, () => 'care order'],
  [/^conference\.category$/, () => 'neglect'],
  [/^dispute\.stage$/, () => 'Senior manager'],
  [/^monitoring\.(?:drift|papers|planQuality)$/, () => 'good'],
  [/^council\.name$/, () => 'Testshire Council'],
  [/^unit\.name$/, () => 'Independent Reviewing Unit'],
  [/^unit\.the$/, () => 'the Independent Reviewing Unit'],
  [/^unit\.address$/, () => 'West Offices, Station Rise, Testford, TS1 6GA'],
  [/^unit\.hours$/, () => 'Monday to Friday, 9am to 5pm'],
  [/^advocate\.name$/, () => 'Ada Voice'],
  [/^signatory\.name$/, () => 'Dana Cole'],
  [/^signatory\.title$/, () => 'Review administrator'],
  [/^advocacy$/, () => 'Speak Up, on 01904 555 111'],
  [/^complaints$/, () => 'the Complaints team, on 01904 555 222'],
  [
    /^addressee\.name$/,
    (child, { roles: [role = 'parent'] }) =>
      role === 'child' ? `${child.given} ${child.family}` : person(child, PLACES[role] ?? 0),
  ],
  [/^iro\.name$/, () => 'A Khan'],
  [/^socialWorker\.name$/, (child) => person(child, PLACES['social-worker']!)],
  [/^addressee\.given$/, (child) => child.given],
  [/^addressee\.(?:called|role)$/, (_, { roles }) => (roles[0] ?? 'parent').replaceAll('-', ' ')],
  [/\.number$/, ({ amount }) => AT[amount] + 1],
  [/^limits\./, () => 'five working days'],
  [/\.days$/, () => 'twenty-eight days'],
  [/^tracked\.late$/, () => '3 working days'],
  [/(?:\.t|T)ime$/, () => '4:30pm'],
  [
    /(?:\.v|V)enue$/,
    ({ amount }) =>
      amount === 'long' ? 'Civic Centre, second floor, room 2.14, West Street' : 'the Civic Centre, room 2',
  ],
  [/\.link$/, () => 'https://meet.example.org/4821-7730'],
  [/[tT]elephone$/, () => '01904 555 000'],
  [/[eE]mail$/, () => 'reviews@testshire.gov.uk'],
  [/^mechanism\.name$/, () => 'the Independent Review Mechanism'],
  [/^mechanism\.address$/, () => 'PO Box 1, London'],
  [/\.ref$/, () => '2.1'],
  [/^(?:today|notice\.due)$/, day('2026-03-16')],
  [/^(?:review\.date|review\.heldOn|\w+\.meeting)$/, day('2026-04-09')],
  [/born$/, day('2015-05-02')],
  [
    /(?:^|\.|[a-z])(?:[dD]ate|[oO]n|[bB]y|[dD]ue|[dD]ay|until|since|[fF]rom|looksAgain|consulted)$/,
    day('2026-04-16'),
  ],
  [/(?:Name|\.name|owner|who|Who|chair|adviser|decidedBy|delegateOf|runBy)$/, (child) => person(child, -1)],
  [/^interpreter$/, () => 'Polish'],
];

function text(path: string, child: Invented, template: Template): Value {
  return SAYS.find(([pattern]) => pattern.test(path))?.[1](child, template) ?? child.words;
}
