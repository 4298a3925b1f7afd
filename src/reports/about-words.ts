/** Whom a report is for, and of whose children it is. Pure. */
import { listed } from '../ui/words';
import type { ReportFor } from './overdue/model';

/** `For Mo North, about the team North.`; then in whose place they are told. `team`: of that team only. */
export function aboutLines(
  { name, scope, covering }: Pick<ReportFor, 'name' | 'scope' | 'covering'>,
  team: string | null,
): string[] {
  const parts = [
    ...(scope.teams.length === 0 ? [] : [`the team ${listed(scope.teams)}`]),
    ...(scope.iros.length === 0 ? [] : [`the children of ${listed(scope.iros)}`]),
  ];
  const whose = scope.all ? 'all children' : parts.length === 0 ? 'nobody yet' : parts.join(', and ');
  const only = team === null ? '' : `, of the team ${team} only`;
  const to = name === null ? 'About' : `For ${name}, about`;
  return [
    `${to} ${whose}${only}.`,
    ...(covering.length === 0 ? [] : [`Also in place of ${listed(covering)}.`]),
  ];
}
