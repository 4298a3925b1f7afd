/** A review that is about to be recorded, shown before it is saved: all that was answered, and what was not. */

import { meetingWords } from '../../../cases/meeting/in-words';
import { calledOf, everyoneIn } from '../../../cases/people/who';
import type { Context, Unit } from '../../../context';
import { listOf } from '../../../core/events/lists';
import { MATTER_WORDS } from '../../../core/reviews/what-to-consider';
import { longDate } from '../../../core/time/dates';
import { codeLabel } from '../../../law/shipped';
import { rowLines } from '../../../ui/rows';
import { screenWidth } from '../../../ui/screen';
import { refAndReview } from '../../../ui/words';
import { decisionWords } from './decisions';
import type { HeldFacts } from './several';
import type { TypedSitting } from './typed';

/** Says what is about to be saved of each child. */
export function saySummary(
  context: Context,
  unit: Unit,
  sittings: readonly HeldFacts[],
  typed: TypedSitting,
): void {
  const width = screenWidth(context.io, context.flags);
  for (const held of sittings) {
    context.say(`About to be saved of ${refAndReview(held.child.ref, held.sitting.meeting!.number)}:`);
    const rows = summaryRows(unit, held, typed);
    for (const line of rowLines(rows, [{}, { wraps: true }], width, 2)) context.say(line);
  }
}

function summaryRows(unit: Unit, held: HeldFacts, typed: TypedSitting): string[][] {
  const { child, code, decisions } = held;
  const { attributes } = held.facts[0]!;
  const everyone = everyoneIn(unit, child, typed.on);
  const came = listOf(attributes.attended).map((ref) => calledOf(everyone, ref));
  const row = (label: string, text: string | undefined): string[][] =>
    text === undefined ? [] : [[label, text]];
  return [
    ['Held on', longDate(typed.on)],
    ...row('Took part', code && `${code}  ${codeLabel('participation', code) ?? ''}`.trim()),
    ...row('IRO saw', code === 'PN0' ? typed.iroSaw : undefined),
    ['Came', came.join(', ') || 'not recorded'],
    ...(held.toConsider.length === 0 ? [] : [['Considered', consideredWords(held)]]),
    ...row('Not considered', typed.notConsidered),
    ['Decisions', decisions.length === 0 ? 'none recorded' : ''],
    ...decisions.map(({ attributes: said }) => [said.ref!, decisionWords(unit, child, said, typed.on)]),
    ...row('Differences', attributes.differences),
    ...row('Not followed', attributes['not-followed']),
    ...row('IRO satisfied', attributes.satisfied),
    ...row('Late because', attributes['late-because']),
    ...row('Agreed by', attributes['agreed-by']),
    ...row('Next review', typed.nextMeeting && meetingWords(typed.nextMeeting)),
  ];
}

function consideredWords({ considered, toConsider }: HeldFacts): string {
  const codes = new Set(listOf(considered));
  if (codes.size === 0) return 'not recorded';
  if (toConsider.every(({ matter }) => codes.has(matter))) return 'all that it had to';
  return toConsider.flatMap(({ matter }) => (codes.has(matter) ? [MATTER_WORDS[matter]] : [])).join('; ');
}
