/** The rows of a review's screen up to its sitting: who is in it, and what came before. */

import type { ReviewAnswer, ReviewHead } from '../../cases/review/account';
import { paperWords } from '../../core/reviews/papers';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { listed } from '../../ui/words';
import { joined, nameWords, type Row } from './row';

type Day = (date: IsoDate) => string;

const PARTS: readonly (readonly [part: string, words: string])[] = [
  ['invited', 'Invited'],
  ['consulted', 'Consulted'],
  ['distribution', 'Sent the record'],
  ['none', 'Taken off'],
];

/** The list, part by part. */
export function whoRows({ participants }: ReviewAnswer): Row[] {
  return PARTS.flatMap(([part, label]) =>
    participants
      .filter((each) => each.part === part)
      .map((each, at): Row => [at === 0 ? label : '', participantWords(each)]),
  );
}

function participantWords(each: ReviewAnswer['participants'][number]): string {
  const { delegate, supporter, legalAdviser, interpreter, needs, childWishes, why } = each;
  return joined(
    nameWords(each),
    delegate && `in their place ${delegate}`,
    supporter && `with ${supporter} as supporter${legalAdviser ? ', a legal adviser' : ''}`,
    interpreter && `interpreter: ${interpreter}`,
    needs && `needs: ${needs}`,
    childWishes === 'yes' && 'the child wishes it',
    childWishes === 'no' && 'the child does not wish it',
    why,
  );
}

/** Who is not invited, with the reasons and what is owed to them. */
export function notInvitedRows({ notInvited }: ReviewAnswer, isHeld: boolean): Row[] {
  return notInvited.flatMap((each): Row[] => [
    [
      each.called,
      joined(each.name, `decided ${longDate(each.on)}`, each.forPart && 'for part of the meeting only'),
    ],
    ['  concern', each.concern],
    ['  considered', each.considered ?? 'what was considered instead is not recorded'],
    ['  heard', each.views ?? `how their views ${isHeld ? 'were' : 'will be'} heard is not recorded`],
    [
      '  IRO',
      each.iroConsultedOn ? `consulted ${plainDate(each.iroConsultedOn)}` : 'not recorded as consulted',
    ],
    [
      '  reasons',
      each.reasonsSentOn ? `sent in writing ${plainDate(each.reasonsSentOn)}` : 'still to be sent in writing',
    ],
    ...each.lookedAt.map(
      ({ on, outcome, why }): Row => [
        '  looked at',
        joined(`${plainDate(on)}, ${outcome === 'kept' ? 'kept' : 'ended'}`, why),
      ],
    ),
    ['  look again', each.lookAgainBy && `by ${longDate(each.lookAgainBy)}`],
  ]);
}

const HOURS: Readonly<Record<string, string>> = {
  any: 'at any time',
  'outside-school': 'outside school hours',
};

/** What the child wishes. */
export function wishesRows({ wishes, concerns }: ReviewAnswer): Row[] {
  const raised = concerns.map(
    ({ ref, about, raisedOn, takenUpOn, answer }): Row => [
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
  return [
    ['Recorded', plainDate(wishes.on)],
    [
      wishes.place === null && wishes.hours === null ? 'The meeting' : 'When',
      joined(wishes.day, wishes.hours && HOURS[wishes.hours]!) || null,
    ],
    ['Where', wishes.place],
    ['Who', wishes.wants],
    ['Not', wishes.doesNotWant],
    ['Chairing', wishes.willChair ? joined('the child will chair', wishes.chaired) : wishes.chaired],
    ['About', wishes.issues],
    ...raised,
  ];
}

/** The usual steps, each with its day; those that are not usual only where they were taken. */
export function beforeRows({ steps, documents }: ReviewAnswer, review: ReviewHead, day: Day): Row[] {
  const rows = stepRows({ steps, documents } as ReviewAnswer, day);
  const isAny = rows.some(([, words]) => words !== null && words !== NOT_RECORDED);
  // Of a review that nothing is known of before its sitting, one line at the end says so.
  return isAny || (review.heldOn === null && review.meeting !== null) ? rows : [];
}

const NOT_RECORDED = 'not recorded';

function stepRows({ steps, documents }: ReviewAnswer, day: Day): Row[] {
  const onDay = (date: IsoDate | null): string | null => date && day(date);
  const usual = (date: IsoDate | null): string => onDay(date) ?? NOT_RECORDED;
  const { discussed, invitationsSent, iroSawChild, recordsCurrent, listAmended, views } = steps;
  return [
    ['Notice', onDay(steps.unitNotified)],
    [
      'Child consulted',
      joined(usual(steps.childConsulted), listed(steps.consultedToo.map(({ called }) => called)) || null),
    ],
    ['Visit arranged', steps.visitArranged && `${day(steps.visitArranged)}, with the carers`],
    ['IRO’s visit', onDay(steps.iroVisited)],
    ['List returned', onDay(steps.listReturned)],
    ...listAmended.map(({ on, change }): Row => ['List amended', joined(day(on), change)]),
    [
      'Discussed',
      joined(
        usual(discussed?.on ?? null),
        discussed?.supporters ?? null,
        discussed?.preparing ? `to prepare: ${discussed.preparing}` : null,
      ),
    ],
    ...steps.informed.map(
      ({ on, of, from, early }): Row => [
        'IRO told',
        joined(day(on), `${of}${from ? ` (by ${from})` : ''}`, early && `an earlier review: ${early}`),
      ],
    ),
    [
      'Invitations',
      joined(
        steps.invitedForEarlierDate
          ? `not for this date; ${day(steps.invitedForEarlierDate)} for the one before`
          : usual(invitationsSent?.on ?? null),
        listed((invitationsSent?.to ?? []).map(({ called }) => called)) || null,
      ),
    ],
    ['Papers', usual(steps.documentsReceived)],
    ...(documents?.received ?? []).map(({ document, on }): Row => [`  ${paperWords(document)}`, day(on)]),
    ['  missing', listed((documents?.missing ?? []).map(paperWords)) || null],
    ...views.map(
      ({ called, on, how, keptOut }): Row => [
        'Views',
        joined(called, day(on), how && HOW_GIVEN[how]!, keptOut && `LEFT OUT OF THE RECORD: ${keptOut}`),
      ],
    ),
    ['Records', recordsCurrent && currentWords(recordsCurrent, day)],
    [
      'Child seen',
      iroSawChild
        ? joined(
            SEEN[iroSawChild.outcome ?? 'seen']!,
            day(iroSawChild.on),
            iroSawChild.how && HOW_SEEN[iroSawChild.how]!,
            iroSawChild.why,
          )
        : NOT_RECORDED,
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

function currentWords(current: NonNullable<ReviewAnswer['steps']['recordsCurrent']>, day: Day): string {
  return joined(
    `up to date ${day(current.on)}`,
    current.bedroomSeen && `sleeping accommodation last seen ${plainDate(current.bedroomSeen)}`,
    current.household && `household: ${current.household}`,
    current.legalStatus && `legal status: ${current.legalStatus}`,
    current.court && `court timetable: ${current.court}`,
  );
}
