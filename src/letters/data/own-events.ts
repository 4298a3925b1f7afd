/** What a document says of a council's own events: the last of each, by the fields of `own-fields.ts`. */
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn, type Who } from '../../cases/people/who';
import type { Moment } from '../../core/engine/moment';
import type { AttributeSpec } from '../../core/events/attribute';
import type { EventSpec } from '../../core/events/event';
import { listOf } from '../../core/events/lists';
import type { IsoDate } from '../../core/time/dates';
import { asKey, saidBy } from '../../documents/template/own-fields';
import { personById } from '../../store/people/people';
import { listed } from '../../ui/words';
import type { LetterReview } from '../which-review';
import type { Says } from './words';

type Data = Readonly<Record<string, unknown>>;

/** Of each event what was last recorded: of the review itself if it is a step of one. */
export function ownEventsData(review: LetterReview, says: Says): Data {
  const { unit, child, day } = review;
  const { events = [] } = unit.pack;
  if (events.length === 0) return {};
  const everyone = everyoneIn(unit, child, day);
  const said = events.flatMap((event) => {
    const last = momentsFor(review, event).findLast(({ fact }) => fact.kind === event.kind);
    if (!last) return [];
    const attributes = saidBy(event).flatMap(([name, attribute]) => {
      const kept = last.fact.attributes[name];
      return kept === undefined ? [] : [[asKey(name), inWords(kept, attribute)] as const];
    });
    return [[asKey(event.kind), { ...Object.fromEntries(attributes), on: says.day(last.on) }] as const];
  });
  return Object.fromEntries(said);

  function inWords(kept: string, { kind }: AttributeSpec): string | undefined {
    switch (kind) {
      case 'day':
        return says.day(kept as IsoDate);
      case 'time':
        return says.time(kept);
      case 'colleague':
        return personById(unit.db, Number(kept))?.name;
      case 'who':
      case 'someone':
        return wordsFor(everyone, kept);
      case 'people':
        return allOf(everyone, kept);
      case 'oneOf':
        return kept.replaceAll('-', ' ');
      case 'someOf':
        return listed(listOf(kept).map((each) => each.replaceAll('-', ' ')));
      case 'texts':
        return listed(listOf(kept));
      default:
        return kept;
    }
  }
}

const allOf = (everyone: readonly Who[], tags: string): string =>
  listed(listOf(tags).map((tag) => wordsFor(everyone, tag).replace(/^(?!the )/, 'the ')));

function momentsFor({ record, reckoning, period }: LetterReview, { belongs }: EventSpec): readonly Moment[] {
  if (belongs === 'before' || belongs === 'after') return record.moments;
  const counting = reckoning.story.moments.filter(({ counts }) => counts);
  return belongs === 'own' ? counting : counting.filter((moment) => moment.period === period);
}
