/** What says what happened at a meeting of a kind, the usual first: in words, and the command of it. */
import type { MeetingKind } from '../../core/events/meetings';

export const WHAT_HAPPENED: Readonly<
  Record<MeetingKind, readonly { readonly what: string; readonly command: string; readonly flag?: string }[]>
> = {
  review: [
    { what: 'It was held', command: 'review hold' },
    { what: 'It was adjourned', command: 'review adjourn' },
    { what: 'It did not take place', command: 'review cancel' },
  ],
  conference: [
    { what: 'It was held', command: 'conference hold' },
    { what: 'It did not take place', command: 'conference plan', flag: '--cancelled "REASON"' },
  ],
  'secure review': [{ what: 'It was held', command: 'secure review' }],
  'pathway review': [{ what: 'It was held', command: 'pathway review' }],
  'exit review': [{ what: 'It was held', command: 'review hold', flag: '--exit' }],
};

/** Each as it is typed of a child. */
export const commandsOf = (what: MeetingKind, ref: string): string[] =>
  WHAT_HAPPENED[what].map(({ command, flag }) => ['irotool', command, ref, flag].filter(Boolean).join(' '));
