/** Disputes: one with its ladder and what came of it, or those of a child or of all. */
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import type { Context, Unit } from '../../context';
import { type Dispute, type StageOfDispute, stageAt, stagesToCome } from '../../core/children/disputes';
import type { Duty } from '../../core/engine/duty';
import { isStillOwed } from '../../core/engine/standing';
import {
  DISPUTE_MADE_FORMAL,
  DISPUTE_OPENED,
  DISPUTE_STAGE_RAISED,
} from '../../core/events/matters/disputes';
import { isRaisedBy } from '../../core/rules/by-purpose';
import type { IsoDate } from '../../core/time/dates';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import type { ChildInBrief } from '../../store/children-with';
import { inRows, type Part } from '../../ui/rows';
import { dayIn } from '../../ui/words';
import type { Screen, Shown } from '../show';

interface Around {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly reckoning: Reckoning;
}

const OUTCOME: Readonly<Record<string, string>> = {
  agreed: 'what the IRO asked for was agreed',
  'in-part': 'what the IRO asked for was agreed in part',
  'not-agreed': 'what the IRO asked for was not agreed',
  overtaken: 'overtaken by events',
};
const themeWords = (theme: string | null): string => theme?.replaceAll('-', ' ') ?? 'no theme yet';

/** `Cafcass not considered yet`; what is recorded of it, the last first. */
const cafcassRows = ({ cafcass, referredOn }: Dispute, day: (on: IsoDate) => string): string[][] => {
  const rows = cafcass.map(({ on, outcome, why, humanRights }) => [
    day(on),
    `${outcome === 'referred' ? 'Referred to Cafcass' : 'Cafcass considered, not referred'}: ${why}${humanRights ? '; the child’s human rights may have been breached' : ''}`,
  ]);
  const isSaid = cafcass.some(({ outcome }) => outcome === 'referred');
  return referredOn === null || isSaid ? rows : [...rows, [day(referredOn), 'Referred to Cafcass']];
};

/** One dispute, stage by stage, with what to type next. */
export function disputeShown(around: Around, dispute: Dispute): Shown {
  const { context, child, reckoning } = around;
  const duties = reckoning.duties.filter(
    (duty) =>
      duty.ref?.toLowerCase() === dispute.ref.toLowerCase() &&
      isStillOwed(duty, context.today) &&
      isOfDispute(duty),
  );
  const due = duties.map(({ rule: { id: rule, duty }, due: day }) => ({ rule, duty, due: day }));
  return {
    json: () => ({ child: { ref: child.ref, name: child.name }, dispute, due }),
    screen: () => screenOf(around, dispute, duties),
  };
}

function screenOf({ context, unit, child }: Around, dispute: Dispute, duties: readonly Duty[]): Screen {
  const day = (on: IsoDate): string => dayIn(on, context.today);
  const everyone = everyoneIn(unit, child, context.today);
  const someone = (to: string | null): string => (to === null ? '' : wordsFor(everyone, to));
  const stages = dispute.stages.map((stage) => [
    stage.raisedOn ? day(stage.raisedOn) : stage.skipped ? day(stage.skipped.on) : '',
    `${stage.what}${stage.formal ? ' (formal)' : ''}: ${stageSaid(stage, dispute, day, someone)}`,
  ]);
  const { notes, legalAdvice, resolved, about, theme } = dispute;
  const beside = [
    ...legalAdvice.map(({ on, from, about: what }) => [
      day(on),
      `Independent legal advice from ${from}${what ? `: ${what}` : ''}`,
    ]),
    ...notes.map(({ on, text, goodPractice }) => [
      day(on),
      `${goodPractice ? 'Good practice' : 'Note'}: ${text}`,
    ]),
    ...cafcassRows(dispute, day),
    ...(resolved
      ? [
          [
            day(resolved.on),
            ['Resolved', resolved.outcome && OUTCOME[resolved.outcome], resolved.how]
              .filter(Boolean)
              .join('; '),
          ],
        ]
      : []),
  ];
  const owed = duties.map((duty) => [day(duty.due), `Due: ${duty.rule.duty}`]);
  const parts = [
    `${child.ref} ${dispute.ref}  ${about ?? 'a dispute'} (${themeWords(theme)})`,
    inRows([...stages, ...beside, ...owed], [{}, { wraps: true }]),
  ];
  const called = `${child.ref} ${dispute.ref}`;
  if (resolved) return parts;
  const next = stagesToCome(dispute)[0];
  const isUnanswered = stageAt(dispute)?.answered === null;
  const said = [
    ...(isUnanswered ? [`Once it is answered: irotool dispute stage ${called} --answer "…"`] : []),
    ...(next ? [`Next stage, ${next.who}: irotool dispute stage ${called} --to "WHO"`] : []),
    `If it is settled: irotool dispute resolve ${called}`,
  ];
  return { parts, said };
}

/** What is owed of the dispute itself: it runs from its opening, or from a stage. */
const isOfDispute = ({ rule }: Duty): boolean =>
  [DISPUTE_OPENED, DISPUTE_STAGE_RAISED, DISPUTE_MADE_FORMAL].some(({ kind }) => isRaisedBy(rule, kind));

function stageSaid(
  { raised, answered, skipped, name }: StageOfDispute,
  dispute: Dispute,
  day: (on: IsoDate) => string,
  someone: (to: string | null) => string,
): string {
  if (raised === null) return skipped === null ? 'not yet' : `left out: ${skipped.why}`;
  const { to, by } = raised;
  const isNow = stageAt(dispute)?.name === name && dispute.resolved === null;
  const asked = by === null ? [] : [`answer asked for by ${day(by)}`];
  const answer =
    answered === null
      ? `no answer ${isNow ? 'yet' : 'recorded'}`
      : `answered ${day(answered.on)}: ${answered.answer}`;
  return [`raised${to === null ? '' : ` with ${someone(to)}`}`, ...asked, answer].join('; ');
}

/** A dispute with its child. */
export interface ListedDispute {
  readonly child: ChildInBrief;
  readonly dispute: Dispute;
}

interface Listing {
  readonly today: IsoDate;
  readonly ref: string | undefined;
  readonly all: true | undefined;
  readonly hasMore: boolean;
}

/** Disputes, the longest open first. */
export function disputesShown(found: readonly ListedDispute[], listing: Listing): Shown {
  const wanted = [...found].sort((a, b) => (a.dispute.openedOn < b.dispute.openedOn ? -1 : 1));
  return {
    json: () => ({
      disputes: wanted.map(({ child, dispute }) => ({
        child: { ref: child.ref, name: child.name },
        ...dispute,
      })),
    }),
    screen: () => rowsOf(wanted, listing),
  };
}

function rowsOf(wanted: readonly ListedDispute[], { today, ref, all, hasMore }: Listing): Part[] {
  if (wanted.length === 0) {
    const whose = ref === undefined ? 'No dispute is' : `${ref} has no dispute`;
    const what = ref === undefined ? (all ? ' recorded' : ' open') : all || !hasMore ? '' : ' that is open';
    return [
      `${whose}${what}.${hasMore && !all ? ` To see what is settled: irotool dispute list ${ref ?? ''} --all`.replace('  ', ' ') : ''}`,
    ];
  }
  const rows = wanted.map(({ child, dispute }) => [
    `${child.ref} ${dispute.ref}`,
    `${dispute.about ?? 'not said'} (${themeWords(dispute.theme)})`,
    `since ${dayIn(dispute.openedOn, today)}`,
    stateOf(dispute, today),
  ]);
  const columns = [{ whole: true }, { wraps: true, min: 26 }, {}, { wraps: true, min: 20 }] as const;
  return [inRows(rows, columns)];
}

function stateOf(dispute: Dispute, today: IsoDate): string {
  if (dispute.resolved) return `resolved ${dayIn(dispute.resolved.on, today)}`;
  const stage = stageAt(dispute);
  const by =
    stage?.raised?.by && stage.answered === null ? `answer by ${dayIn(stage.raised.by, today)}` : null;
  const parts = [
    stage ? `at ${stage.what}` : null,
    by,
    dispute.referredOn === null ? null : 'referred to Cafcass',
  ];
  return parts.filter(Boolean).join(', ');
}
