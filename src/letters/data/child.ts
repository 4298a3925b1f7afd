/** What a document says of the child, and of its reader. */
import { detentionOn } from '../../core/children/detention';
import { BIRTH_FAMILY } from '../../core/children/family';
import { periodOn } from '../../core/children/iro-record';
import { matterWords } from '../../core/reviews/matter-words';
import { ageOn, type IsoDate, plainDate } from '../../core/time/dates';
import { ofAge } from '../../documents/template/ages';
import type { LetterSays } from '../../documents/template/field-list';
import { type ChildDetails, childDetails } from '../../store/child-details';
import type { Child } from '../../store/children';
import type { LetterCase } from '../letter-case';
import { type Addressee, addressLines } from '../recipient';

type ChildSays = NonNullable<LetterSays['child']>;
/** Of which plan a document speaks, who looks after the child there, and whether the child signs. */
type KeptWhere = 'isLookedAfter' | 'isDetained' | 'plan' | 'carers' | 'signs';

/** The child: names, age on the day, pronouns as recorded. */
export function aboutChild(
  child: Child,
  { knownAs, pronouns, needs, unaccompanied }: ChildDetails,
  day: IsoDate,
): Omit<ChildSays, 'placement' | KeptWhere> {
  const given = givenName(child.name);
  const age = child.born === null ? null : ageOn(child.born, day);
  return {
    ref: child.ref,
    name: child.name,
    called: knownAs ?? given,
    given,
    born: child.born === null ? null : plainDate(child.born),
    age,
    needs,
    isUnaccompanied: unaccompanied,
    ...pronounsOf(pronouns),
    ...ofAge(age),
  };
}

/** The first of the names. */
function givenName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}

/** What a child likes to be called; the given name if nothing is recorded. */
export const calledOf = (
  { db }: LetterCase['unit'],
  { id, name }: Pick<Child, 'id' | 'name'>,
): string | null => childDetails(db, id).knownAs ?? givenName(name);

/** True of a child who is not asked to come: under 4 it is for whoever looks after them to bring them or not. */
export const isTooYoungToAsk = ({ child, day }: Pick<LetterCase, 'child' | 'day'>): boolean =>
  child.born !== null && ofAge(ageOn(child.born, day)).isUnder4;

/** What one letter about several says of all of them: under 4 if each is, and what each needs. */
export function aboutAll({ unit, child, day, alongside }: LetterCase): {
  isUnder4?: boolean;
  needs?: string | null;
} {
  if (alongside.length === 0) return {};
  const all = [{ child, day }, ...alongside];
  const needs = all.flatMap(({ child: one }) => {
    const own = childDetails(unit.db, one.id).needs;
    return own === null ? [] : `${calledOf(unit, one) ?? one.ref}: ${own}`;
  });
  return {
    isUnder4: all.every(isTooYoungToAsk),
    needs: needs.length === 0 ? null : needs.join('; '),
  };
}

/** That a child signs, or hears little, as it was written of what they need: not that a form is to be signed. */
const SIGNS =
  /\b(?:BSL|SSE|makaton|sign(?:ed)? language|sign[- ]supported|(?:uses?|by|with|in|some|few) sign(?:s|ing)?(?! (?:of|for|the|his|her|their)\b)|signs?(?=\s*$)|signing(?=\s*$)|deaf|hard of hearing|hearing (?:loss|impair\p{L}*|aids?))\b/iu;
const RELATIVES =
  '(?:mother(?! tongue)|mum|father|dad|parent|brother|sister|sibling|carer|gran|grandmother|aunt|uncle)';
/** Before it: that it is not so, or whose it is; after it, for whom. */
const NOT_THE_CHILDS = new RegExp(`\\b(?:no|not|never|without|isn[’']t|${RELATIVES}(?:s|[’']s)?)\\b`, 'iu');
const FOR_ANOTHER = new RegExp(`\\bfor (?:\\p{L}+ )?${RELATIVES}`, 'iu');

function tellsOfSigning(clause: string): boolean {
  const at = clause.search(SIGNS);
  return at >= 0 && !NOT_THE_CHILDS.test(clause.slice(0, at)) && !FOR_ANOTHER.test(clause.slice(at));
}

/**
 * Of all the children of a letter. Who may not know where the child lives is not told that they are detained: such a
 * letter speaks of a care plan and of carers, as of any child.
 */
export function keptWhere(review: LetterCase, isTold: boolean): Pick<ChildSays, KeptWhere> {
  const all = [review, ...review.alongside];
  const detained = isTold ? all.map(({ reckoning, day }) => detentionOn(reckoning.story, day)) : [];
  const isDetained = detained.length > 0 && detained.every((each) => each !== null);
  return {
    isLookedAfter: all.every(({ reckoning, today }) => periodOn(reckoning.story.periods, today) !== null),
    isDetained,
    plan:
      isDetained && detained.every((each) => each === 'by-remand-alone')
        ? 'detention placement plan'
        : 'care plan',
    carers: isDetained ? 'staff' : 'carers',
    signs: signs(review),
  };
}

function signs({ unit, child, list }: LetterCase): boolean {
  const own = list?.participants.find(({ ref }) => ref === 'child');
  return [childDetails(unit.db, child.id).needs, own?.interpreter, own?.needs]
    .flatMap((each) => (each ?? '').split(/[;,.\n]/))
    .some(tellsOfSigning);
}

/** The words of the matters of a review for its child; as of any child for who may not know where the child lives. */
export const matterWordsFor = (of: LetterCase, isTold: boolean): ReturnType<typeof matterWords> =>
  matterWords({
    isUnder4: isTooYoungToAsk(of),
    isDetained: isTold && detentionOn(of.reckoning.story, of.day) !== null,
    isFirst: of.number === 1,
    isUnaccompanied: childDetails(of.unit.db, of.child.id).unaccompanied,
  });

interface Pronouns {
  readonly subject: string;
  readonly object: string;
  readonly possessive: string;
  readonly reflexive: string;
}

const THEY: Pronouns = { subject: 'they', object: 'them', possessive: 'their', reflexive: 'themselves' };
const PRONOUNS: Readonly<Record<string, Pronouns>> = {
  he: { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' },
  she: { subject: 'she', object: 'her', possessive: 'her', reflexive: 'herself' },
  they: THEY,
};

/** As they were recorded, by the first word (`she/her`); they, where nothing was or it is not known. */
function pronounsOf(recorded: string | null): Pronouns {
  const first = (recorded ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .find(Boolean);
  return PRONOUNS[first ?? 'they'] ?? THEY;
}

/** Those who are there to say what the child wants, and do no work of their own with the family. */
const SPEAK_FOR_CHILD: readonly string[] = ['advocate', 'independent-visitor', 'guardian'];

/** Kin who look after the child are of the family still. */
const OF_FAMILY =
  /\b(?:great-?|half-?|step-?)?(?:grand\p{L}+|aunt(?:ie)?|uncle|cousin|brother|sister|nan|gran)\b/iu;

/** The reader. */
export function aboutAddressee(recipient: Addressee): LetterSays['addressee'] {
  const { name, called, role, address, hasResponsibility, contact, delegateOf, ref, participant } = recipient;
  return {
    name,
    given: givenName(name),
    called,
    role,
    address: addressLines(address),
    isChild: ref === 'child',
    hasResponsibility,
    delegateOf,
    isInvited: participant?.part === 'invited' && participant.exclusion?.isForPart !== false,
    hasNoContact: contact === 'none',
    isIro: role === 'iro',
    isOfFamily: BIRTH_FAMILY.includes(role) || OF_FAMILY.test(recipient.relationship ?? ''),
    worksInHome: role === 'residential-worker',
    speaksForChild: SPEAK_FOR_CHILD.includes(role),
    isOffice: recipient.isOffice,
    // What stands now, and not what was once decided: whoever comes in their place comes to all of it.
    isForPart:
      delegateOf === null && participant?.part === 'invited' && participant.exclusion?.isForPart === true,
  };
}
