/** The rows of a review's screen up to its sitting: who is in it, and what came before. */

import type { ReviewAnswer } from '../../cases/review/account';
import type { ToldOf } from '../../cases/told';
import {
  CHILD_CONSULTED,
  CHILD_WISHES_RECORDED,
  DOCUMENTS_RECEIVED,
  EXCLUSION_LOOKED_AT,
  INVITATIONS_SENT,
  IRO_INFORMED,
  IRO_SAW_CHILD,
  IRO_VISIT_ARRANGED,
  IRO_VISITED,
  LIST_AMENDED,
  LIST_RETURNED,
  NOT_INVITED,
  PARTICIPANT_LISTED,
  RECORDS_CURRENT,
  SW_IRO_DISCUSSED,
  UNIT_NOTIFIED,
  VIEWS_GIVEN,
} from '../../core/events/before-review';
import { paperWords } from '../../core/reviews/papers';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { listed } from '../../ui/words';
import {
  asWritten,
  calledIn,
  joined,
  nameWords,
  type Phrases,
  partsOf,
  type ReviewRow,
  stepRow,
} from './row';

type Day = (date: IsoDate) => string;

const PARTS: readonly (readonly [part: string, words: string])[] = [
  ['invited', 'Invited'],
  ['consulted', 'Consulted'],
  ['distribution', 'Sent the record'],
  ['none', 'Taken off'],
];

/** The list, part by part. */
export function whoRows({ participants }: ReviewAnswer): ReviewRow[] {
  return PARTS.flatMap(([part, label]) =>
    participants
      .filter((each) => each.part === part)
      .map((each, at): ReviewRow => [at === 0 ? label : '', participantWords(each)]),
  );
}

type Said = ToldOf<typeof PARTICIPANT_LISTED>;

function participantWords(each: ReviewAnswer['participants'][number]): string {
  const { supporter, legal } = each;
  const phrases: Phrases<Said> = {
    ...(supporter === null ? {} : { legal: null }),
    ...{ ref: null, part: null, why: asWritten },
    delegate: (who) => `in their place ${who}`,
    supporter: (who) => `with ${who} as supporter${legal ? ', a legal adviser' : ''}`,
    interpreter: (help) => `interpreter: ${help}`,
    needs: (what) => `needs: ${what}`,
    childWishes: (wished) => (wished ? 'the child wishes it' : 'the child does not wish it'),
  };
  return joined(nameWords(each), ...partsOf(PARTICIPANT_LISTED, each, phrases));
}

/** Who is not invited, with the reasons and what is owed to them. */
export function notInvitedRows({ notInvited }: ReviewAnswer, isHeld: boolean): ReviewRow[] {
  return notInvited.flatMap(({ who, decision, reasonsSentOn, lookAgainBy, lookedAt }): ReviewRow[] => {
    const { on, concern, considered, views, consulted, part } = decision;
    const more = partsOf(NOT_INVITED, decision, {
      ...{ ref: null, concern: null, tell: null, considered: null, views: null, consulted: null, by: null },
      part: null,
    });
    return [
      [
        who.called,
        joined(
          who.name,
          `decided ${longDate(on)}`,
          part === 'some' && 'for part of the meeting only',
          ...more,
        ),
      ],
      ['  concern', concern],
      ['  considered', considered ?? 'what was considered instead is not recorded'],
      ['  heard', views ?? `how their views ${isHeld ? 'were' : 'will be'} heard is not recorded`],
      ['  IRO', consulted ? `consulted ${plainDate(consulted)}` : 'not recorded as consulted'],
      [
        '  reasons',
        reasonsSentOn ? `sent in writing ${plainDate(reasonsSentOn)}` : 'still to be sent in writing',
      ],
      ...lookedAt.map((look): ReviewRow => {
        const parts = partsOf(EXCLUSION_LOOKED_AT, look, {
          ...{ ref: null, by: null, outcome: null, why: asWritten },
        });
        return ['  looked at', joined(`${plainDate(look.on)}, ${look.outcome}`, ...parts)];
      }),
      ['  look again', lookAgainBy && `by ${longDate(lookAgainBy)}`],
    ];
  });
}

const HOURS: Readonly<Record<string, string>> = {
  any: 'at any time',
  'outside-school': 'outside school hours',
};

/** What the child wishes. */
export function wishesRows({ wishes, concerns }: ReviewAnswer): ReviewRow[] {
  const raised = concerns.map(
    ({ ref, about, raisedOn, takenUpOn, answer }): ReviewRow => [
      `Concern ${ref}`,
      joined(
        about,
        `raised ${plainDate(raisedOn)}`,
        takenUpOn ? `taken up with the social worker ${plainDate(takenUpOn)}` : 'to be taken up',
        answer,
      ),
    ],
  );
  if (!wishes) return raised;
  const { said, heard } = wishes;
  const place = said?.place ?? heard?.where ?? null;
  const hours = said?.hours ?? null;
  return [
    ['Recorded', plainDate((said ?? heard)!.on)],
    [
      place === null && hours === null ? 'The meeting' : 'When',
      joined(said?.day ?? null, hours && HOURS[hours]!) || null,
    ],
    ['Where', place],
    ['Who', said?.wants ?? heard?.wants ?? null],
    ['Not', said?.doesNotWant ?? null],
    ['Chairing', said && (said.willChair ? joined('the child will chair', said.chaired) : said.chaired)],
    ['About', heard?.issues ?? null],
    ...(said === null
      ? []
      : partsOf(CHILD_WISHES_RECORDED, said, {
          ...{ day: null, hours: null, place: null, wants: null, doesNotWant: null, willChair: null },
          chaired: null,
        }).map((words): ReviewRow => ['', words])),
    ...raised,
  ];
}

/** What was said of each step that was taken; which are still owed is in the table of steps. */
export function beforeRows(
  { steps, documents }: Pick<ReviewAnswer, 'steps' | 'documents'>,
  day: Day,
): ReviewRow[] {
  const row = stepRow(day);
  const { invitedForEarlierDate, iroSawChild, visitArranged, recordsCurrent } = steps;
  return [
    row('Notice', UNIT_NOTIFIED, steps.unitNotified),
    // What the child wishes stands with the wishes.
    row('Child consulted', CHILD_CONSULTED, steps.childConsulted, {
      ...{ wants: null, where: null, issues: null, with: calledIn },
    }),
    [
      'Visit arranged',
      visitArranged &&
        joined(`${day(visitArranged.on)}, with the carers`, ...partsOf(IRO_VISIT_ARRANGED, visitArranged)),
    ],
    row('IRO’s visit', IRO_VISITED, steps.iroVisited),
    row('List returned', LIST_RETURNED, steps.listReturned),
    ...steps.listAmended.map((each) => row('List amended', LIST_AMENDED, each, { change: asWritten })),
    row('Discussed', SW_IRO_DISCUSSED, steps.discussed, {
      supporters: asWritten,
      preparing: (how) => `to prepare: ${how}`,
    }),
    ...steps.informed.map((each) =>
      row('IRO told', IRO_INFORMED, each, {
        of: (what) => `${what}${each.from ? ` (by ${each.from})` : ''}`,
        from: null,
        early: (view) => `an earlier review: ${view}`,
      }),
    ),
    invitedForEarlierDate
      ? ['Invitations', `not for this date; ${day(invitedForEarlierDate)} for the one before`]
      : row('Invitations', INVITATIONS_SENT, steps.invitationsSent, { to: calledIn }),
    // Which papers are missing is said below.
    row('Papers', DOCUMENTS_RECEIVED, steps.documentsReceived, { missing: null }),
    ...(documents?.received ?? []).map(
      ({ document, on }): ReviewRow => [`  ${paperWords(document)}`, day(on)],
    ),
    ['  missing', listed((documents?.missing ?? []).map(paperWords)) || null],
    ...steps.views.map((view): ReviewRow => {
      const parts = partsOf(VIEWS_GIVEN, view, {
        ...{ ref: null, how: (how) => HOW_GIVEN[how]! },
        keptOut: (why) => `LEFT OUT OF THE RECORD: ${why}`,
      });
      return ['Views', joined(view.called, day(view.on), ...parts)];
    }),
    [
      'Records',
      recordsCurrent && joined(`up to date ${day(recordsCurrent.on)}`, ...currentParts(recordsCurrent)),
    ],
    [
      'Child seen',
      iroSawChild &&
        joined(
          SEEN[iroSawChild.outcome]!,
          day(iroSawChild.on),
          ...partsOf(IRO_SAW_CHILD, iroSawChild, {
            ...{ outcome: null, how: (how) => HOW_SEEN[how] ?? how, why: asWritten },
          }),
        ),
    ],
  ];
}

const HOW_GIVEN: Readonly<Record<string, string>> = {
  form: 'on a form',
  letter: 'by letter',
  recording: 'in a recording',
  meeting: 'at a meeting of their own',
  telephone: 'by telephone',
  observation: 'by watching the child in the placement',
  other: 'in another way',
};

const HOW_SEEN: Readonly<Record<string, string>> = {
  'face-to-face': 'face to face',
  video: 'by video',
  telephone: 'by telephone',
};

const SEEN: Readonly<Record<string, string>> = {
  seen: 'by the IRO, in private',
  refused: 'no: the child did not wish it',
  inappropriate: 'no: it would not have been right',
};

const currentParts = (current: ToldOf<typeof RECORDS_CURRENT>): (string | null)[] =>
  partsOf(RECORDS_CURRENT, current, {
    bedroomSeen: (on) => `sleeping accommodation last seen ${plainDate(on)}`,
    household: (what) => `household: ${what}`,
    legalStatus: (what) => `legal status: ${what}`,
    court: (what) => `court timetable: ${what}`,
  });
