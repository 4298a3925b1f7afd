/** A review that is about to be recorded, shown before it is saved: all that was answered, and what was not. */

import { type DayAndTime, meetingWords } from '../../cases/meeting/in-words';
import { calledOf, everyoneIn } from '../../cases/people/who';
import type { Context, Unit } from '../../context';
import type { Sat } from '../../core/checks/sitting';
import { listOf } from '../../core/events/lists';
import { MATTER_WORDS } from '../../core/reviews/what-to-consider';
import { longDate, sayTime } from '../../core/time/dates';
import { codeFirst } from '../../law/shipped';
import type { Child } from '../../store/children';
import { personById } from '../../store/people/people';
import { refAndReview } from '../../ui/words';
import { sayRows } from '../show';
import { decisionWords } from './decision';

interface Typed {
  readonly iroSaw: string | undefined;
  readonly seenAlone: string | undefined;
  readonly seenWhere: string | undefined;
  readonly nextMeeting: DayAndTime | undefined;
  readonly nextVenue: string | undefined;
}

/** Says what is about to be saved of a child. */
export function sayHeld(
  context: Context,
  unit: Unit,
  { child, code, decisions, facts, sitting, toConsider }: Sat & { readonly child: Child },
  { iroSaw, seenAlone, seenWhere, nextMeeting, nextVenue }: Typed,
): void {
  const { attributes } = facts[0]!;
  const everyone = everyoneIn(unit, child, sitting.on);
  const came = listOf(attributes.attended).map((ref) => calledOf(everyone, ref));
  const row = (label: string, text: string | undefined): string[][] =>
    text === undefined ? [] : [[label, text]];
  const saw = [code === 'PN0' ? iroSaw : seenAlone, seenWhere].filter(Boolean).join(', ');
  context.say(`About to be saved of ${refAndReview(child.ref, sitting.meeting!.number)}:`);
  sayRows(context, [
    [
      'Held on',
      [longDate(sitting.on), ...sayAt(attributes.time), attributes.venue].filter(Boolean).join(', '),
    ],
    ...row('Chair', attributes.chair && personById(unit.db, Number(attributes.chair))?.name),
    ...row('Took part', code && codeFirst('participation', code)),
    ...row('IRO saw', saw || undefined),
    ['Came', came.join(', ') || 'not recorded'],
    ...(toConsider.length === 0 ? [] : [['Considered', consideredWords(attributes.considered, toConsider)]]),
    ...row('Not considered', attributes['not-considered']),
    ['Decisions', decisions.length === 0 ? 'none recorded' : ''],
    ...decisions.map(({ attributes: said }) => [said.ref!, decisionWords(unit, child, said, sitting.on)]),
    ...row('Parents say', attributes['parents-say']),
    ...row('Differences', attributes.differences),
    ...row('Not followed', attributes['not-followed']),
    ...row('IRO satisfied', attributes.satisfied),
    ...row('Late because', attributes['late-because']),
    ...row('Agreed by', attributes['agreed-by']),
    ...row('Next review', nextMeeting && [meetingWords(nextMeeting), nextVenue].filter(Boolean).join(', ')),
  ]);
}

const sayAt = (time: string | undefined): string[] => (time === undefined ? [] : [sayTime(time)]);

function consideredWords(considered: string | undefined, toConsider: Sat['toConsider']): string {
  const codes = new Set(listOf(considered));
  if (codes.size === 0) return 'not recorded';
  if (toConsider.every(({ matter }) => codes.has(matter))) return 'all that it had to';
  return toConsider.flatMap(({ matter }) => (codes.has(matter) ? [MATTER_WORDS[matter]] : [])).join('; ');
}
