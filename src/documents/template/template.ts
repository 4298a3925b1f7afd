/**
 * One template: its front matter read strictly, and its body as it is written.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { EVENTS } from '../../core/events/list';
import { either } from '../../core/in-words';
import { UserError } from '../../errors';
import { faultLine } from '../../yaml';
import { OTHER_LANGUAGES, wordsIn } from '../fixed-words';
import type { Language } from '../language';
import { type Key, partsOf, readFront, type SentAs } from './front-matter';

/** Who reads it: sets the measure of its language. */
const READERS = ['child', 'young-person', 'family', 'professional', 'unit'] as const;
export type ReaderKind = (typeof READERS)[number];

const TEMPLATE_KINDS = [
  ...(['invitation', 'form', 'notice', 'reasons', 'record', 'after', 'tracked', 'determination'] as const),
  // A paper for the meeting itself, which is no letter and asks for no answer.
  'sheet',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** To whom a document may be given: people of the child, and those who work for the child. */
const TEMPLATE_ROLES = [
  ...['child', 'parent', 'carer', 'adopter', 'residential-worker', 'link-worker', 'relative'],
  ...['social-worker', 'supervising-social-worker', 'teacher', 'health', 'personal-adviser'],
  ...['independent-visitor', 'advocate', 'guardian', 'supporter', 'other', 'delegate'],
  ...['iro', 'manager', 'service-manager'],
  ...['applicant', 'joint-applicant', 'mechanism', 'raised-with', 'panel-member'],
] as const;

/** What a document may be of, besides a review: each kind of case by what its front matter calls those it tells of. */
const CASES = {
  determination: ['fostering', 'adoption', 'protected-information', 'no-right'],
  conference: ['initial-conference', 'review-conference'],
  dispute: ['dispute', 'first-stage', 'informal-stage', 'first-formal-stage', 'later-formal-stage'],
  adoption: ['adoption-plan'],
  secure: ['secure-review'],
  pathway: ['pathway-review'],
  remand: ['remand'],
  ending: ['unplanned-ending'],
} as const;
export type CaseSort = 'review' | keyof typeof CASES;
const SORTS = Object.entries(CASES) as [Exclude<CaseSort, 'review'>, readonly string[]][];

/** When the documents of a review go out together: a pack of each. Of any other case it is the event that they tell of. */
const REVIEW_MOMENTS = [
  ...(['invitations', 'changed', 'adjourned', 'cancelled', 'papers', 'decisions'] as const),
  ...(['record-full', 'record-part', 'record-none', 'leaving'] as const),
  ...(['new-iro', 'early', 'meeting', 'disagrees'] as const),
] as const;
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];
const OF_REVIEW: ReadonlySet<string> = new Set(REVIEW_MOMENTS);

/** True if a moment is of a review: there is no event by which to tell whether it has come. */
export const isOfReview = (moment: string | null): boolean => moment !== null && OF_REVIEW.has(moment);

/** What a document says of the facts besides what its moment does: it is made only if it is so. */
const ONLY_IF = [
  ...(['papers-missing', 'care-plan-due', 'report-missing', 'tracked-passed', 'tracked-to-come'] as const),
  ...(['no-meeting', 'birth-parent-invited'] as const),
] as const;
export type OnlyIf = (typeof ONLY_IF)[number];

const TEMPLATE_REVIEWS = ['looked-after', 'adoption', 'exit'] as const;

export interface Template {
  /** `invitation-child`: the file's name without `.md.hbs`. */
  readonly name: string;
  readonly file: string;
  /** If it is not in English: `invitation-parent.pl` is in Polish. */
  readonly language: Language | null;
  /** As it is on the disk, with line endings of one kind. */
  readonly text: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  /** May use fields. */
  readonly title: string;
  /** For whom it is, in words. */
  readonly forWords: string;
  readonly reader: ReaderKind;
  readonly roles: readonly string[];
  /** The child's age on the meeting's day, both included. */
  readonly ages: { readonly from: number; readonly to: number } | null;
  /** `easy-read`, of a version for whoever needs it; null of what is for everyone. */
  readonly written: 'easy-read' | null;
  /** `views`, of an invitation to say what one thinks without coming; null of all others. */
  readonly asks: 'views' | null;
  /** What sort of case it is of. */
  readonly about: CaseSort;
  /** If it is of a review: of which. */
  readonly reviews: readonly string[];
  readonly kind: TemplateKind;
  /** The moment of a review with which it goes, or the event after which it does; null if nothing says so. */
  readonly moment: string | null;
  /** What is recorded once it was sent with a pack; null if nothing is but that it was. */
  readonly sent: SentAs | null;
  /** If it is of another case: which of them it tells of. */
  readonly of: readonly string[];
  /** The fields without which it is not made. */
  readonly needs: readonly string[];
  /** What the form that comes with it is called; of several children each has one. Null if none does. */
  readonly form: string | null;
  /** `record`, of what the record of a review says, `decisions`, of what was decided: it may be kept from its reader. Null of all others. */
  readonly tells: 'record' | 'decisions' | null;
  /** What has to be so, or it is not made; null if nothing has. */
  readonly onlyIf: OnlyIf | null;
  /** What else goes with it, in words; LEAFLETS stands for those of the unit's settings. */
  readonly encloses: readonly string[];
  /** The duties it relies on. */
  readonly rules: readonly string[];
  readonly version: number;
  readonly body: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** The line of each key of the front matter: `title`, `needs.0`. */
  readonly lines: Readonly<Record<string, number>>;
}

export const TEMPLATE_ENDING = '.md.hbs';

/** Among what a template encloses: the leaflets that the unit's settings name. */
export const LEAFLETS = 'leaflets';

const KEYS: Readonly<Record<string, Key>> = {
  title: { shape: { is: 'text' }, required: true },
  for: { shape: { is: 'text' }, required: true },
  reader: { shape: { is: 'one', of: READERS }, required: true },
  roles: { shape: { is: 'some', of: TEMPLATE_ROLES }, required: false },
  ages: { shape: { is: 'ages' }, required: false },
  written: { shape: { is: 'one', of: ['easy-read'] }, required: false },
  asks: { shape: { is: 'one', of: ['views'] }, required: false },
  reviews: { shape: { is: 'some', of: TEMPLATE_REVIEWS }, required: false },
  kind: { shape: { is: 'one', of: TEMPLATE_KINDS }, required: true },
  moment: {
    shape: { is: 'one', of: [...REVIEW_MOMENTS, ...EVENTS.map(({ kind }) => kind)] },
    required: false,
  },
  sent: { shape: { is: 'event', of: EVENTS }, required: false },
  of: { shape: { is: 'some', of: SORTS.flatMap(([, kinds]) => kinds) }, required: false },
  needs: { shape: { is: 'texts' }, required: false },
  form: { shape: { is: 'text' }, required: false },
  tells: { shape: { is: 'one', of: ['record', 'decisions'] }, required: false },
  'only-if': { shape: { is: 'one', of: ONLY_IF }, required: false },
  encloses: { shape: { is: 'texts' }, required: false },
  rules: { shape: { is: 'texts' }, required: false },
  version: { shape: { is: 'number' }, required: true },
};

/** Whether a document of this kind is a letter: with an address, a salutation and a signature. */
export function isLetter(kind: TemplateKind): boolean {
  return kind !== 'form' && kind !== 'record' && kind !== 'sheet';
}

/** A template as it was read before, without what its file says itself; an event by its kind. */
export type KeptTemplate = Omit<Template, 'file' | 'text' | 'sent'> & {
  readonly sent: (Omit<SentAs, 'event'> & { readonly event: string }) | null;
};
/** Those read before, by the hash of their texts: those shipped, from the build. */
export type KnownTemplates = ReadonlyMap<string, KeptTemplate>;

export const toKeep = ({ file: _, text: __, sent, ...rest }: Template): KeptTemplate => ({
  ...rest,
  sent: sent && { ...sent, event: sent.event.kind },
});

/**
 * Reads one template. A UserError with file and line for the first thing wrong in its front matter. What is the same to the
 * letter as one that is known is not read again.
 */
export function readTemplate(file: string, text: string, known: KnownTemplates = new Map()): Template {
  const plain = withPlainLines(text);
  const name = basename(file);
  const hash = createHash('sha256').update(plain).digest('hex');
  const same = known.get(hash);
  if (same && `${same.name}${TEMPLATE_ENDING}` === name)
    return { ...same, file, text: plain, sent: sentAgain(same) };
  const parts = partsOf(plain);
  if (parts === null) {
    throw new UserError(
      faultLine({
        file,
        line: 1,
        message: 'a template begins with its front matter between two lines of ---',
      }),
      'To see one that has it: irotool template show NAME',
    );
  }
  const { values, lines, faults } = readFront(file, parts.front, KEYS);
  const first = [...faults].sort((a, b) => a.line - b.line)[0];
  if (first) throw new UserError(faultLine(first), '');
  const given = <T>(key: string, otherwise: T): T => (values.get(key) as T | undefined) ?? otherwise;
  return {
    name: name.endsWith(TEMPLATE_ENDING) ? name.slice(0, -TEMPLATE_ENDING.length) : name,
    file,
    language: languageOf(name, file),
    text: plain,
    bodyLine: parts.bodyLine,
    title: given('title', ''),
    forWords: given('for', ''),
    reader: given<ReaderKind>('reader', 'professional'),
    roles: given<readonly string[]>('roles', []),
    ages: given<Template['ages']>('ages', null),
    written: given<Template['written']>('written', null),
    asks: given<Template['asks']>('asks', null),
    about: sortOf(given<TemplateKind>('kind', 'form'), given<readonly string[]>('of', [])),
    reviews: given<readonly string[]>('reviews', TEMPLATE_REVIEWS),
    kind: given<TemplateKind>('kind', 'form'),
    moment: given<string | null>('moment', null),
    sent: given<SentAs | null>('sent', null),
    of: given<readonly string[]>('of', []),
    needs: given<readonly string[]>('needs', []),
    form: given<string | null>('form', null),
    tells: given<Template['tells']>('tells', null),
    onlyIf: given<Template['onlyIf']>('only-if', null),
    encloses: given<readonly string[]>('encloses', []),
    rules: given<readonly string[]>('rules', []),
    version: given('version', 1),
    body: parts.body,
    hash,
    lines,
  };
}

const sentAgain = ({ sent }: KeptTemplate): SentAs | null =>
  sent && { ...sent, event: EVENTS.find(({ kind }) => kind === sent.event)! };

/** `pl` of `invitation-parent.pl.md.hbs`. UserError for a language that has no fixed words. */
function languageOf(name: string, file: string): Language | null {
  const typed = /\.([a-z]{2,3})\.md\.hbs$/.exec(name)?.[1];
  if (typed === undefined) return null;
  const found = OTHER_LANGUAGES.find((each) => each === typed);
  if (found !== undefined) return found;
  const languages = either(OTHER_LANGUAGES.map((each) => `${wordsIn(each).called} (${each})`));
  const message = `a document may be in ${languages} besides English, and not in "${typed}"`;
  throw new UserError(faultLine({ file, line: 1, message }), '');
}

/** By what it tells of; a determination needs not to say which. */
const sortOf = (kind: TemplateKind, of: readonly string[]): CaseSort =>
  kind === 'determination'
    ? kind
    : (SORTS.find(([, kinds]) => of.some((each) => kinds.includes(each)))?.[0] ?? 'review');

/** Without the mark some editors put at the beginning, and with one kind of line ending. */
export function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
