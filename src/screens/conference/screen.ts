/** A child protection conference as it is printed: its head, then a section for each part of its life that has something. */
import type { ConferenceAnswer } from '../../cases/conference/account';
import type { ConferenceReading } from '../../cases/conference/reading';
import { wordsFor } from '../../cases/people/someone';
import { calledOf, everyoneIn } from '../../cases/people/who';
import { dayAndTime, type IsoDate, longDate } from '../../core/time/dates';
import { indented, inRows, type Part, section } from '../../ui/rows';
import { dayIn, listed } from '../../ui/words';
import { deadlineWords, standingWords } from '../standing-words';
import { memberWords } from './members';

type Row = readonly [label: string, words: string | null | undefined | false];

/** The whole screen. */
export function conferenceScreen(
  reading: ConferenceReading,
  answer: ConferenceAnswer,
  notRecorded: readonly string[],
): Part[] {
  const { label, members, today, unit, child, day: people } = reading;
  const everyone = everyoneIn(unit, child, people);
  const day = (on: IsoDate): string => dayIn(on, today);
  const called = (tags: readonly string[]): string => listed(tags.map((tag) => calledOf(everyone, tag)));
  const part = (head: string, rows: readonly Row[]): Part[] => section(head, said(rows), COLUMNS);
  const { held } = answer;
  return [
    `${label}  ${whenWords(reading, answer)}`,
    inRows(said(headRows(answer, reading)), COLUMNS, 2),
    ...part(
      'WHO IS IN IT',
      members
        .filter((each) => each.part !== 'none' || each.listed !== null)
        .map((each): Row => [each.who.called, memberWords(each, reading)]),
    ),
    ...part('BEFORE THE CONFERENCE', [
      ...answer.cancelled.map(({ on, reason }): Row => ['Cancelled', `${day(on)}: ${reason}`]),
      ...answer.explained.map(
        ({ on, by, to }): Row => [
          'Explained',
          `${day(on)} by the ${by.replace('-', ' ')}${to.length === 0 ? '' : ` to ${called(to)}`}`,
        ],
      ),
      ...answer.reminded.map(
        ({ on, to }): Row => ['Reminded', `${day(on)}: ${called(to)} may bring an advocate or supporter`],
      ),
      [
        'Invitations',
        answer.invitations && `${day(answer.invitations.on)} to ${called(answer.invitations.to)}`,
      ],
      ...reading.members.flatMap((each): Row[] =>
        each.report ? [[`Report, ${each.who.called}`, reportWords(each.report, day)]] : [],
      ),
      ['Reports in', answer.reportsIn && day(answer.reportsIn)],
      ...answer.shared.flatMap(({ on, to, why }): Row[] => [
        ...(to.length > 0 ? [['Shared', `${day(on)} with ${called(to)}`] satisfies Row] : []),
        ...(why === null ? [] : [['Not shared', `${day(on)}: ${why}`] satisfies Row]),
      ]),
    ]),
    ...(held === null ? [] : part('THE CONFERENCE', heldRows(held, called, day))),
    ...part(
      'THE PLAN IS TO ACHIEVE',
      answer.outcomes.map(
        ({ ref, set, closed }): Row => [
          ref,
          [
            set.text,
            set.owner && wordsFor(everyone, set.owner),
            set.by && `by ${day(set.by)}`,
            closed && `${closed.how} ${day(closed.on)}`,
            closed?.note,
          ]
            .filter(Boolean)
            .join('; '),
        ],
      ),
    ),
    ...part('AFTER THE CONFERENCE', afterRows(answer, called, day)),
    ...deadlineLines(reading, answer),
    ...(notRecorded.length === 0 ? [] : ['', 'NOT RECORDED', indented(`${listed(notRecorded)}.`, 1)]),
  ];
}

const COLUMNS = [{ min: 13 }, { wraps: true }] as const;

/** The rows of which there is anything to say. */
const said = (rows: readonly Row[]): string[][] =>
  rows.flatMap(([label, words]) => (words ? [[label, words]] : []));

/** `held Thursday 16 April 2026`, `planned for …`, `no day is fixed`. */
export function whenWords(
  { conference: { heldOn, droppedOn } }: Pick<ConferenceReading, 'conference'>,
  { planned }: Pick<ConferenceAnswer, 'planned'>,
): string {
  if (heldOn !== null) return `held ${longDate(heldOn)}`;
  if (droppedOn !== null) return `not held: there was no more need of it from ${longDate(droppedOn)}`;
  if (planned === null) return 'no day is fixed';
  return `planned for ${dayAndTime(planned.meeting, planned.time)}`;
}

function headRows(answer: ConferenceAnswer, { child, today }: ConferenceReading): Row[] {
  const { planned, due, conferenceDue, reviewDue, chair, held } = answer;
  // A child who came before the conference that was planned before the birth.
  const isBorn = held === null && child.born !== null && child.born <= (planned?.meeting ?? today);
  const typed = held === null ? planned?.kind : held.kind;
  const kind = typed === 'pre-birth' && isBorn ? null : typed;
  return [
    [
      'Due by',
      due && `${longDate(due)}${planned && planned.meeting > due ? ': it is planned for after that' : ''}`,
    ],
    [
      'Joint review',
      reviewDue && conferenceDue
        ? `of plan and care, in one process: the conference is due by ${longDate(conferenceDue)} and the review in care by ${longDate(reviewDue)}; the earlier day holds`
        : null,
    ],
    ['Kind', kind && kind !== 'initial' ? kind.replace('-', ' ') : null],
    ['Where', planned?.venue],
    ['How', planned?.mode],
    ['Chair', chair],
    ['Another chair', held?.chairBecause ?? planned?.chairBecause],
    ['Because', planned?.because],
  ];
}

type Called = (tags: readonly string[]) => string;
type Day = (on: IsoDate) => string;

const reportWords = (
  {
    on,
    impact,
    changed,
  }: { readonly on: IsoDate; readonly impact: string | null; readonly changed: string | null },
  day: Day,
): string =>
  [day(on), impact && `what it has brought about: ${impact}`, changed && `what has changed: ${changed}`]
    .filter(Boolean)
    .join('; ');

const OUTCOMES = {
  plan: 'a child protection plan',
  'no-plan': 'no child protection plan',
  continue: 'the plan goes on',
  end: 'the plan ends',
} as const;
const PLAN_NEEDS = {
  'as-it-is': 'it stays as it is',
  changed: 'it is changed',
  'no-longer': 'it is no longer needed',
} as const;

function heldRows(held: NonNullable<ConferenceAnswer['held']>, called: Called, day: Day): Row[] {
  const { harm, category, joint } = held;
  return [
    ['Outcome', OUTCOMES[held.outcome]],
    [
      'Harm',
      harm === null
        ? null
        : harm
          ? 'significant harm goes on, or is likely'
          : 'significant harm does not go on, and is not likely',
    ],
    ['Of what', listed(category.map((each) => each.replace('-', ' '))) || null],
    ['The plan', held.plan && PLAN_NEEDS[held.plan]],
    ['Came', called(held.attended) || null],
    ['Too few came', held.quorumBecause],
    ['The child', held.code],
    ['Parents say', held.parentsSay],
    [
      'Joint',
      joint &&
        `with the review of the child in care, in ${joint === 'one-meeting' ? 'one meeting' : 'two halves'}`,
    ],
    ['Core group', called(held.coreGroup) || null],
    ['It meets', held.coreGroupOn && day(held.coreGroupOn)],
  ];
}

function afterRows(answer: ConferenceAnswer, called: Called, day: Day): Row[] {
  const sent = (each: { readonly on: IsoDate; readonly to: readonly string[] } | null): string | null =>
    each && `${day(each.on)}${each.to.length === 0 ? '' : ` to ${called(each.to)}`}`;
  const { planUpdated, offered, takenUp } = answer;
  return [
    ['Decision sent', sent(answer.decisionSent)],
    ['Outline plan', sent(answer.outlineSent)],
    ['Plan updated', planUpdated && [day(planUpdated.on), planUpdated.shares].filter(Boolean).join('; ')],
    ...answer.coreGroups.map(
      ({ on, attended, next }): Row => [
        'Core group',
        [`met ${day(on)}`, called(attended), next && `again ${day(next)}`].filter(Boolean).join('; '),
      ],
    ),
    [
      'Help offered',
      offered &&
        [
          `${offered.kind === 'early-help' ? 'early help' : 'a child in need plan'}, ${day(offered.on)}; it is voluntary`,
          offered.say,
          takenUp && (takenUp.takenUp ? 'taken up' : 'not taken up'),
        ]
          .filter(Boolean)
          .join('; '),
    ],
    ...answer.legalPlanning.map(
      ({ on, outcome }): Row => ['Legal planning', [day(on), outcome].filter(Boolean).join('; ')],
    ),
    ['Summed up', answer.summedUpOn && `${day(answer.summedUpOn)} in the IRO’s record of the review`],
    ['One plan', answer.inCarePlanOn && `${day(answer.inCarePlanOn)}: the plan stands in the care plan`],
  ];
}

function deadlineLines(
  { today, reckoning, unit }: ConferenceReading,
  { deadlines }: ConferenceAnswer,
): Part[] {
  if (deadlines.length === 0) return [];
  const rows = (width: number): string[][] =>
    deadlines.map((deadline) => [
      dayIn(deadline.due, today),
      deadlineWords(unit, deadline, width),
      standingWords(deadline, today, reckoning.standing.diedOn !== null, unit.engine),
    ]);
  return ['', 'DEADLINES', inRows(rows, [{}, { wraps: true, min: 20 }, {}])];
}
