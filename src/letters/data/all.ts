/**
 * Everything that a document may say, for one reader: from the database, the record of the review, the
 * child's people and the settings. What is not recorded is absent. Judged for that reader alone.
 */
import { ACCOMMODATED_CODES } from '../../core/events/codes';
import type { Hidden } from '../../core/privacy/hidden';
import { mayKnowPlacement } from '../../core/privacy/may-know';
import type { Recommendation } from '../../core/reviews/recommendations';
import type { DocumentData } from '../../documents/fill';
import { withRolesIn } from '../../documents/roles-in-language';
import type { LetterSays } from '../../documents/template/field-list';
import type { Template } from '../../documents/template/template';
import { codeLabel } from '../../law/shipped';
import { childDetails } from '../../store/child-details';
import { type Person, personById } from '../../store/people/people';
import type { LetterCase } from '../letter-case';
import { tellReader, toldIn } from '../named';
import { withNamesFound } from '../plain-names';
import { hasWay, reached } from '../reached';
import { type Addressee, colleagueOf } from '../recipient';
import { type Withheld, withoutHiddenIn } from '../withheld';
import { hiddenFrom } from '../withheld-from';
import { afterwards, planOfNext } from './after-review';
import { aboutAddressee, aboutAll, aboutChild, keptWhere } from './child';
import { conferenceData } from './conference';
import { coursesData } from './courses';
import { decidedData } from './decided';
import { determinationData } from './determination';
import { disputeData } from './dispute';
import { eventsData } from './events';
import { limitsData } from './limits';
import { meetingData, placeOfNext } from './meeting';
import { ownerFor } from './names';
import { peopleData } from './people';
import { recordData } from './record';
import { tableData } from './table';
import { trackedData } from './tracked';
import { saysOf } from './words';

/** What a document says, and what is to be told to whoever makes it. */
export interface LetterData {
  readonly data: DocumentData;
  /** What was held back from the reader. */
  readonly withheld: readonly Withheld[];
  readonly hidden: readonly Hidden[];
  /** The venue as this reader may have it; null where they may not. */
  readonly venue: string | null;
  /** The link to join by, as this reader may have it. */
  readonly link: string | null;
}

/** Gathers it for one reader. */
export function letterData(
  review: LetterCase,
  recipient: Addressee,
  template: Pick<Template, 'kind' | 'moment'> & Partial<Pick<Template, 'language'>>,
  tracked: Recommendation | null = null,
): LetterData {
  const { unit, child, today, reckoning } = review;
  const says = saysOf(unit.settings, today, template.language ?? null);
  const hidden = hiddenFrom(review, recipient);
  const meeting = meetingData(review, recipient, template, says, hidden);
  const ownerOf = ownerFor(review, recipient, template, hidden.own);
  const people = peopleData(review, recipient, template, hidden.own);
  const ofRecord = recordData(review, recipient, template, hidden.own);
  const after = afterwards(review, recipient, says, hidden, ownerOf);
  const nextPlace = placeOfNext(review, planOfNext(review), hidden);
  const { standing, story } = reckoning;
  const isReview = review.sort === 'review';
  const tell = tellReader(review, recipient, hidden);
  const said: LetterSays = {
    ...settingsData(unit.settings, review.sort),
    limits: limitsData(unit.engine.rules, today, template.language ?? null),
    today: says.day(today),
    child: review.determination === null ? childData(review, recipient, hidden.own === null) : null,
    addressee: aboutAddressee(recipient),
    iro: contactOf(review.iroId === null ? undefined : personById(unit.db, review.iroId)),
    socialWorker: contactOf(colleagueOf(unit, child, review.iroId, 'social-worker')) ?? {
      ...{ name: child.socialWorker, telephone: null, email: null },
    },
    legalStatus: codeLabel('legal-status', standing.legalStatus),
    isByAgreement: standing.legalStatus !== null && ACCOMMODATED_CODES.includes(standing.legalStatus),
    isUnderOrder: standing.legalStatus !== null && !ACCOMMODATED_CODES.includes(standing.legalStatus),
    period: { from: says.day(story.periods[review.period]?.from ?? null) },
    ...people.data,
    outcome: { tell: review.tells },
    // What an e-mail brings is known once that is made.
    enclosed: null,
    forms: review.alongside.length > 0,
    ...meeting.data,
    // Papers and notice are of reviews.
    ...(isReview ? {} : { chair: null, papers: null, notice: null }),
    ...after,
    ...tableData(review, recipient, template),
    ...ofRecord.data,
    ...decidedData(review, recipient, says),
    review: isReview ? { ...meeting.data.review, ...after.review } : null,
    conference: conferenceData(review, recipient, meeting.data.review, says, ownerOf),
    dispute: disputeData(review, says),
    ...coursesData(review, recipient, meeting.data.review, says, ownerOf),
    tracked: trackedData(review, tracked, says, ownerOf),
    ...withNamesFound(review, determinationData(review, says)),
  };
  const told = withoutAbsent({ ...said, ...eventsData(review, recipient, says) });
  const whole = toldIn(told, tell);
  const { venue, link } = toldIn({ venue: meeting.venue, link: meeting.link }, tell);
  const swept = withoutHiddenIn(whole, hidden.all);
  const place = {
    path: `${isReview ? 'review' : review.sort === 'conference' ? 'conference' : 'meeting'}.venue`,
    what: 'The place of the meeting',
    isInDoubt: meeting.isInDoubt,
  };
  const withheld = [
    ...(meeting.isWithheld === null ? [] : [{ ...place, because: meeting.isWithheld.because }]),
    ...(nextPlace.isKeptBy === null ? [] : [{ ...nextPlaceKept, because: nextPlace.isKeptBy.because }]),
    ...people.withheld,
    ...ofRecord.withheld.filter(({ what }) => !people.withheld.some((each) => each.what === what)),
    ...swept.withheld,
  ];
  return { data: withRolesIn(template.language, swept.data), withheld, hidden: hidden.all, venue, link };
}

/** What is said to whoever makes a document that does not tell where the next meeting is. */
const nextPlaceKept = { path: 'review.nextVenue', what: 'The place of the next meeting' } as const;

const childData = (review: LetterCase, recipient: Addressee, isOpen: boolean): LetterSays['child'] => ({
  ...aboutChild(review.child, childDetails(review.unit.db, review.child.id), review.day),
  ...aboutAll(review),
  ...keptWhere(review, isOpen),
  placement: mayKnowPlacement(recipient) ? placementWords(review.reckoning.standing.placement) : undefined,
});

/** What the unit's settings say of itself. */
function settingsData(
  settings: ReadonlyMap<string, string>,
  sort: LetterCase['sort'],
): Pick<LetterSays, 'council' | 'unit' | 'signatory' | 'advocacy' | 'complaints' | 'enclosures'> {
  const set = (key: string): string | undefined => settings.get(key);
  return {
    council: { name: set('council.name') },
    unit: {
      name: set('unit.name'),
      the: withArticle(set('unit.name')),
      address: set('unit.address'),
      telephone: set('unit.telephone'),
      email: set('unit.email'),
      hours: set('unit.hours'),
      contact: hasWay(settings, 'unit'),
    },
    signatory: { name: set('signatory.name'), title: set('signatory.title') },
    advocacy: reached(settings, 'advocacy'),
    complaints: reached(settings, 'complaints'),
    // A leaflet about looked-after reviews is for those alone.
    enclosures: (set(sort === 'review' ? 'enclosures' : `enclosures.${sort}`) ?? '')
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean),
  };
}

/** A unit, a service or a team has an article within a sentence: `the Reviewing Unit`. */
function withArticle(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return /^(?:the|our)\b/i.test(name)
    ? name.replace(/^\p{Lu}/u, (first) => first.toLowerCase())
    : `the ${name}`;
}

const contactOf = (person: Person | undefined): LetterSays['iro'] =>
  person && { name: person.name, telephone: person.telephone, email: person.email };

/** A code of the return in words; words as they were typed. */
function placementWords(placement: string | null): string | undefined {
  if (placement === null) return undefined;
  return codeLabel('placement', placement.toUpperCase()) ?? placement;
}

/** The same without what is null, undefined, false or empty: a document's conditions ask whether it is there. */
function withoutAbsent(data: Readonly<Record<string, unknown>>): DocumentData {
  return (pruned(data) ?? {}) as DocumentData;
}

function pruned(value: unknown): unknown {
  if (value === null || value === undefined || value === false) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((each) => each !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  const kept = Object.entries(value).flatMap(([key, each]) => {
    const inside = pruned(each);
    return inside === undefined ? [] : [[key, inside] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
