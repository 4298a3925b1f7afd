/** What is overdue and in the report of no manager. */
import { count } from '../ui/words';
import type { MadeReport } from './for-each-recipient';
import type { Gathered } from './gather';
import { isInScope } from './overdue/data';

/** What is overdue and in the report of no recipient who manages a team or IROs. */
export function untoldLines(gathered: Gathered, made: readonly MadeReport[], team: string | null): string[] {
  // One person's preview says nothing of what the others are told.
  if (made.length < 2 && !made.every(({ recipient }) => recipient.scope.all)) return [];
  // Whoever covers for a service manager gets all, and manages what they manage.
  const managers = made.map(({ recipient }) => ({ ...recipient.scope, all: false }));
  const byTeam = new Map<string, number>();
  for (const { child, duty } of gathered.duties) {
    if (duty.due >= gathered.today || (team !== null && child.team !== team)) continue;
    if (managers.some((scope) => isInScope(child, scope))) continue;
    const whose = `${child.team ?? 'no team'}, ${child.iro ?? 'no IRO yet'}`;
    byTeam.set(whose, (byTeam.get(whose) ?? 0) + 1);
  }
  if (byTeam.size === 0) return [];
  return [
    'Overdue, and in the report of no manager of a team or of IROs:',
    ...[...byTeam].sort().map(([whose, amount]) => `${whose}: ${count(amount, 'entry', 'entries')}`),
  ];
}
