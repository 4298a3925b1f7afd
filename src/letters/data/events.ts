/** What a document says of events, by the fields of `event-fields.ts`. */
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn, type Who } from '../../cases/people/who';
import type { Moment } from '../../core/engine/moment';
import type { AttributeSpec } from '../../core/events/attribute';
import type { EventSpec } from '../../core/events/event';
import { listOf } from '../../core/events/lists';
import { isOfOne, LETTER_EVENTS, toldInLetters } from '../../core/privacy/told-in-letters';
import type { IsoDate } from '../../core/time/dates';
import { asKey, pathOf } from '../../documents/template/event-fields';
import { personById } from '../../store/people/people';
import { listed } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import type { Says } from './words';

type Data = Readonly<Record<string, unknown>>;

/**
 * Of each event what was last recorded: of the review itself if it is a step of one; and of one person's, what was
 * recorded of the reader.
 */
export function eventsData(review: LetterCase, { ref }: Addressee, says: Says): Data {
  const { unit, child, day } = review;
  const everyone = everyoneIn(unit, child, day);
  const data: Record<string, Record<string, unknown>> = {};
  for (const event of [...LETTER_EVENTS, ...(unit.pack.events ?? [])]) {
    const last = momentsFor(review, event).findLast(
      ({ fact }) =>
        fact.kind === event.kind && (!isOfOne(event) || fact.attributes.ref?.toLowerCase() === ref),
    );
    if (!last) continue;
    const attributes = toldInLetters(event).flatMap(([name, attribute]) => {
      const kept = last.fact.attributes[name];
      return kept === undefined ? [] : [[asKey(name), inWords(kept, attribute)] as const];
    });
    const [group = '', within] = pathOf(event).split('.');
    const said = { ...Object.fromEntries(attributes), on: says.day(last.on) };
    data[group] = within === undefined ? said : { ...data[group], [within]: said };
  }
  return data;

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

function momentsFor({ record, reckoning, period, sort }: LetterCase, event: EventSpec): readonly Moment[] {
  const { belongs } = event;
  const isOfCase = record.moments.some(({ fact }) => fact.kind === event.kind);
  // What is of one case is told in no letter of another.
  if (event.attributes.ref?.kind === 'refTo') return sort === 'review' ? [] : record.moments;
  if (belongs === 'before' || belongs === 'after' || (sort !== 'review' && isOfCase)) return record.moments;
  const counting = reckoning.story.moments.filter(({ counts }) => counts);
  return belongs === 'own' ? counting : counting.filter((moment) => moment.period === period);
}
