/** A correction as it is told: what was and what is right, before it is saved and after. */

import type { Context, Unit } from '../../context';
import { attributeSpec } from '../../core/checks/rewording';
import type { Fact } from '../../core/events/fact';
import { attributeWords, eventWords } from '../../core/events/words';
import { longDate } from '../../core/time/dates';
import { sayNotes, sayRows } from '../../screens/show';
import { personById } from '../../store/people/people';
import { count } from '../../ui/words';
import type { Correction } from './correcting';
import type { Prepared } from './typed';

export function sayCorrection(
  context: Context,
  unit: Unit,
  correction: Correction,
  notes: readonly string[],
): void {
  const [{ was }] = correction.events as [Correction['events'][number]];
  context.say(`${correction.child.ref}: event ${was.id}, ${eventWords(was.kind)} on ${longDate(was.on)}.`);
  sayRows(context, differences(unit, correction), [{ whole: true }, { wraps: true }]);
  sayNotes(context, notes);
}

export const correctedJson = (
  { correction: { child, to, events } }: Prepared,
  ids: readonly number[],
): object => ({
  child: child.ref,
  to: to.ref,
  events: events.map(({ was }, at) => ({ was: was.id, is: ids[at]! })),
});

export function correctedWords({ correction: { events } }: Prepared, ids: readonly number[]): string {
  const more = ids.length === 1 ? '' : `, with ${count(ids.length - 1, 'event')} that was recorded with it`;
  return `put right: event ${events[0]!.was.id} is event ${ids[0]} now${more.replace('events that was', 'events that were')}. What it was stays to be seen.`;
}

/** Before and after, of what changes alone; and what goes along. */
function differences(unit: Unit, { child, to, events }: Correction): string[][] {
  const [{ was, is }, ...along] = events as [Correction['events'][number], ...Correction['events']];
  const said = (fact: Fact, name: string): string => {
    const value = fact.attributes[name];
    if (value === undefined) return 'not recorded';
    const spec = attributeSpec(fact, name);
    const colleague = (id: string): string => personById(unit.db, Number(id))?.name ?? id;
    return attributeWords(name, { kind: spec?.kind ?? 'text', label: '' }, value, colleague).words || value;
  };
  const names = [...new Set([...Object.keys(was.attributes), ...Object.keys(is.attributes)])];
  return [
    ...(child.id === to.id ? [] : [['child', `${child.ref} → ${to.ref}`]]),
    ...(was.on === is.on ? [] : [['day', `${longDate(was.on)} → ${longDate(is.on)}`]]),
    ...names
      .filter((name) => was.attributes[name] !== is.attributes[name])
      .map((name) => [name.replaceAll('-', ' '), `${said(was, name)} → ${said(is, name)}`]),
    ...along.map(({ was: each }) => ['with it', `${eventWords(each.kind)}, event ${each.id}`]),
  ];
}
