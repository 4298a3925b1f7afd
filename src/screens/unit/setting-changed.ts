/** What is said of a setting that was changed, and of the dates that moved with it. */
import type { AgendaLine } from '../../store/agenda/check';
import { count, listed } from '../../ui/words';

export interface DeadlinesMoved {
  /** Deadlines that have another date. */
  readonly moved: number;
  readonly added: number;
  readonly gone: number;
}

export function deadlinesMoved(before: readonly AgendaLine[], after: readonly AgendaLine[]): DeadlinesMoved {
  const was = new Map(before.map((line) => [line.duty, line.due]));
  let moved = 0;
  let added = 0;
  for (const { duty, due } of after) {
    const earlier = was.get(duty);
    if (earlier === undefined) added++;
    else if (earlier !== due) moved++;
    was.delete(duty);
  }
  return { moved, added, gone: was.size };
}

export interface SettingChanged {
  readonly before: string | null;
  readonly value: string | null;
  readonly moved: DeadlinesMoved | null;
}

export function settingChangedWords(key: string, { before, value, moved }: SettingChanged): string[] {
  if (value === before) return [value === null ? `${key} was not set.` : `${key} is ${value}, as it was.`];
  const earlier = before === null ? '' : `; it was ${before}`;
  return [
    value === null ? `${key} is no longer set${earlier}.` : `${key} is now ${value}${earlier}.`,
    ...(moved ? [movedWords(moved)] : []),
  ];
}

function movedWords({ moved, added, gone }: DeadlinesMoved): string {
  const parts = [
    ...(moved > 0 ? [`${count(moved, 'deadline')} moved`] : []),
    ...(added > 0 ? [`${added} more ${added === 1 ? 'is' : 'are'} asked for`] : []),
    ...(gone > 0 ? [`${gone} no longer ${gone === 1 ? 'is' : 'are'}`] : []),
  ];
  return parts.length === 0 ? 'No deadline moved.' : `Every date was worked out again: ${listed(parts)}.`;
}
