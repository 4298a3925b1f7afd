/** A wrong day put right: what was recorded last of a child is shown, and the right day asked. */
import type { Context, Unit } from '../../context';
import { eventWords, factWords } from '../../core/events/words';
import { type IsoDate, longDate } from '../../core/time/dates';
import { sayRows } from '../../screens/show';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { personById } from '../../store/people/people';
import { askLine } from '../../ui/prompts';
import { dayIn } from '../../ui/words';
import { BACK, type Offer } from './offer';
import { askDay, askDayToCome } from './offers';

/** So many of what was recorded last are offered to be put right. */
const LATEST_RECORDED = 9;

/** An event of the wrong day: what was recorded last is shown, and the right day asked. */
export const putRight = (context: Context, unit: Unit, { id, ref }: Pick<Child, 'id' | 'ref'>): Offer => ({
  ...{ what: 'Put a wrong day right', command: null },
  words: async () => {
    const recorded = [...factsOf(unit.db, id)].sort((a, b) => b.id - a.id).slice(0, LATEST_RECORDED);
    if (recorded.length === 0) {
      context.say(`Nothing is recorded of ${ref} yet.`);
      return null;
    }
    context.say(`Recorded last of ${ref}:`);
    const brief = recorded.map(({ kind, attributes: { meeting } }) => {
      // Of what was planned the day that is looked for is the meeting's, not that of the planning.
      const planned = meeting === undefined ? '' : ` for ${longDate(meeting as IsoDate)}`;
      return `${eventWords(kind)}${planned}`;
    });
    const colleague = (number: string): string => personById(unit.db, Number(number))?.name ?? 'unknown';
    const rows = recorded.map((fact, at) => {
      const { on } = fact;
      const isTwice = recorded.some(
        (each, other) => other !== at && each.on === on && brief[other] === brief[at],
      );
      // Two of one day are told apart by what else they say.
      const words = isTwice ? factWords(fact, colleague) : brief[at]!;
      return [String(at + 1), dayIn(on, context.today), words];
    });
    sayRows(context, rows, [{ whole: true }, { whole: true }, { wraps: true }]);
    for (;;) {
      const typed = await askLine(context, 'Which has the wrong day, or Enter to go back');
      if (typed === '' || typed === BACK) return null;
      const event = recorded[Number(typed) - 1];
      if (event === undefined) {
        context.say(`Type 1 to ${recorded.length}.`);
        continue;
      }
      const number = String(event.id);
      if (event.attributes.meeting !== undefined) {
        const meeting = await askDayToCome(context, 'The right day of the meeting');
        return meeting === null ? null : ['correct', number, `meeting=${meeting}`];
      }
      const on = await askDay(context, 'The right day');
      return on === null ? null : ['correct', number, '--on', on];
    }
  },
});
