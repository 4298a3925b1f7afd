/**
 * The words that screens share (DESIGN §5).
 */
import { type IsoDate, shortDate, shortDateWithYear, yearOf } from '../core/dates';

/** `1 day`, `3 days`. */
export function count(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `3 working days late`, `today`, `in 1 working day`; calendar days where no working day lies between. */
export function lateness(workingDaysLeft: number, daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  if (daysLeft < 0) {
    return workingDaysLeft < 0
      ? `${count(-workingDaysLeft, 'working day')} late`
      : `${count(-daysLeft, 'day')} late`;
  }
  return workingDaysLeft > 0 ? `in ${count(workingDaysLeft, 'working day')}` : `in ${count(daysLeft, 'day')}`;
}

/** `Tue 14 Apr`, with the year where it is not this one. */
export function dayIn(date: IsoDate, today: IsoDate): string {
  return yearOf(date) === yearOf(today) ? shortDate(date) : shortDateWithYear(date);
}

/** `C1024/2`: the child's reference and the review's number, as lists show them. */
export function refAndReview(ref: string, review: number | null): string {
  return review === null ? ref : `${ref}/${review}`;
}

/** `social worker` for `social-worker`, `IRO` for `iro`. */
export function roleWords(role: string): string {
  return role === 'iro' ? 'IRO' : role.replaceAll('-', ' ');
}

/** The initials of a name, as mail and narrow lists show it. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
}

/** Lines of at most `width` characters, broken at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
