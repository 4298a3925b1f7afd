/** A comparison in words, within eighty columns, and as data: by reference, without the names of children. */
import { count, listed, wrap } from '../../ui/words';
import type { CasePlan } from '../import/plan-cases';
import type { CaseComparison, CaseDifference } from './compare';
import type { Decided } from './take';

/** What each kind is called where they are counted. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  child: 'children whom only they have',
  birth: 'dates of birth',
  day: 'days',
  status: 'legal statuses',
  placement: 'placements',
  iro: 'IROs',
  code: 'participation codes',
  reason: 'reasons why care ended',
  detail: 'other details',
  team: 'teams',
  'social-worker': 'social workers',
  'only-there': 'what only they have',
  'only-here': 'what only we have',
};

/** How many of each kind, then child by child, the likely cause first; whom they have not; and what was not compared. */
export function differenceLines(found: CaseComparison, plan: CasePlan, width: number): string[] {
  const { differences, absent, leftBefore, same } = found;
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  const lines = [`${count(same, 'child', 'children')} the same, ${count(differences.length, 'difference')}.`];
  for (const kind of kinds) {
    const number = differences.filter((each) => each.kind === kind).length;
    lines.push(` ${String(number).padStart(4)}  ${kind.padEnd(14)} ${KIND_WORDS[kind]}`);
  }
  if (leftBefore > 0)
    lines.push(
      ...wrap(`${count(leftBefore, 'difference')} left before, and not changed since: not shown.`, width),
    );
  const { unread } = plan;
  if (unread > 0)
    lines.push(
      ...wrap(
        `${count(unread, 'row')} of the files could not be read, and their children are not compared: the same without --compare says which.`,
        width,
      ),
    );
  let last = '';
  for (const each of differences) {
    if (each.ref !== last) lines.push('', each.ref);
    last = each.ref;
    lines.push(...indented(sentenceOf(each), width));
    if (each.next !== '') lines.push(...indented(`What to do: ${each.next}`, width));
  }
  if (absent.length > 0) {
    lines.push('', `NOT THERE: ${absent.length}`);
    lines.push(
      ...indented(
        `${listed(absent.slice(0, 20))}${absent.length > 20 ? ` and ${absent.length - 20} more` : ''}: in care here, and not in the files.`,
        width,
      ),
    );
    lines.push(
      ...indented(`What to do: If a child left, say when: irotool child left ${absent[0]} --on DATE`, width),
    );
  }
  return lines;
}

const sentenceOf = ({ kind, cause, what }: CaseDifference): string =>
  `${kind}: ${cause === '' ? '' : `${cause}: `}${what}`;

const indented = (text: string, width: number): string[] =>
  wrap(text, width - 3).map((line, at) => (at === 0 ? ` ${line}` : `   ${line}`));

/** What came of it. */
export function decidedLine({ differences }: CaseComparison, { taken, left }: Decided): string {
  if (differences.length === 0) return 'There is nothing to take.';
  if (taken.length === 0 && left.length === 0) return 'Nothing was changed.';
  return `${count(taken.length, 'difference')} taken, ${left.length} left and not asked about again until they change.`;
}

export function differencesJson(found: CaseComparison, { taken, left }: Decided): object {
  return {
    differences: found.differences.map((each) => ({
      ...{ child: each.ref, kind: each.kind, cause: each.cause || null, what: each.what },
      done: taken.includes(each) ? 'taken' : left.includes(each) ? 'left' : null,
    })),
    ...{ absent: found.absent, leftBefore: found.leftBefore, same: found.same },
  };
}

export const differenceRows = ({ differences }: CaseComparison): string[][] => [
  ['child', 'kind', 'cause', 'what'],
  ...differences.map(({ ref, kind, cause, what }) => [ref, kind, cause, what]),
];
