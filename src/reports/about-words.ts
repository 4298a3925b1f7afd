/** Whom a report is for, and of whose children it is. Pure. */
import { listed } from '../ui/words';
import type { ReportFor } from './overdue/model';

/** `all children, of the team North only`. `team`: of that team only. */
export function whoseWords({ scope }: Pick<ReportFor, 'scope'>, team: string | null): string {
  const parts = [
    ...(scope.teams.length === 0 ? [] : [`the team ${listed(scope.teams)}`]),
    ...(scope.iros.length === 0 ? [] : [`the children of ${listed(scope.iros)}`]),
  ];
  const whose = scope.all ? 'all children' : parts.length === 0 ? 'nobody yet' : parts.join(', and ');
  return team === null ? whose : `${whose}, of the team ${team} only`;
}

/** `For Mo North, about the team North.`; then in whose place they are told. */
export function aboutLines(
  about: Pick<ReportFor, 'name' | 'scope' | 'covering'>,
  team: string | null,
): string[] {
  const { name, covering } = about;
  const to = name === null ? 'About' : `For ${name}, about`;
  return [
    `${to} ${whoseWords(about, team)}.`,
    ...(covering.length === 0 ? [] : [`Also in place of ${listed(covering)}.`]),
  ];
}
