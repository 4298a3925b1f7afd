/** What a record says, of what was recorded, that its questions would ask for: who was kept from the meeting, who came with whom, who is sent what. */
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import type { Hidden } from '../../core/privacy/hidden';
import { isColleague } from '../../core/privacy/may-know';
import { exclusionsOn } from '../../core/reviews/exclusions';
import { listOfReview, sentAfter } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import type { Template } from '../../documents/template/template';
import { peopleOf } from '../../store/people/child-people';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import type { Withheld } from '../withheld';
import { isKeptApart, namesFor } from './names';

interface OfRecord {
  readonly data: Pick<LetterSays, 'exclusions' | 'supporters' | 'sharing' | 'hasVisitor'>;
  /** Whose names were held back. */
  readonly withheld: readonly Withheld[];
}

const NONE: OfRecord = {
  data: { exclusions: null, supporters: null, sharing: null, hasVisitor: null },
  withheld: [],
};

/** What was sent to someone, in words. */
const SENT = { full: 'the whole record', part: 'part of the record', none: 'none of it' } as const;

/** All of it for one reader, in a record of a review that was held. Why somebody was kept from it is for the unit. */
export function recordData(
  review: LetterCase,
  recipient: Addressee,
  { kind }: Pick<Template, 'kind'>,
  hidden: Hidden | null,
): OfRecord {
  const { unit, child, day, held, period, record, reckoning } = review;
  if (held === null || review.sort !== 'review' || kind !== 'record') return NONE;
  const book = namesFor(review, hidden);
  const named = (ref: string) => ({ name: undefined, ...book.named(ref) });
  const mayBeTold = ({ ref }: { readonly ref: string }): boolean => !isKeptApart(review, recipient, ref);
  const everyone = everyoneIn(unit, child, day);
  const came = held.sitting.attended.map((tag) => tag.toLowerCase());
  const data = {
    exclusions: exclusionsOn(reckoning.story, period, held.on)
      .filter(mayBeTold)
      .map(({ ref, isForPart, views }) => ({
        ...named(ref),
        isForPart,
        // How they are heard was written for them: it is told to nobody else but colleagues.
        views: ref === recipient.ref || isColleague(recipient) ? views : null,
      })),
    supporters: listOfReview(record)
      .filter(({ ref, part, delegate }) => part === 'invited' && delegate === null && came.includes(ref))
      .filter(mayBeTold)
      .flatMap(({ ref, supporter }) =>
        supporter === null || isKeptApart(review, recipient, supporter.toLowerCase())
          ? []
          : { called: named(ref).called, name: book.nameOf(supporter) },
      ),
    sharing: sentAfter(record)
      .filter(mayBeTold)
      .map(({ ref, record: sent, decidedBy }) => ({
        ...named(ref),
        what: SENT[sent],
        decidedBy: decidedBy === null ? null : wordsFor(everyone, decidedBy),
      })),
    hasVisitor: peopleOf(unit.db, child.id, day).some(({ role }) => role === 'independent-visitor'),
  };
  return { data, withheld: book.withheld() };
}
