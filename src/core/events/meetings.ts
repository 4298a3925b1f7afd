/** The meetings that are planned, each by the events that plan it and those that hold it. */

/** What a planned meeting is. */
export const MEETING_KINDS = [
  'review',
  'conference',
  'secure review',
  'pathway review',
  'exit review',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What is asked of each once its day has passed, and nothing says what happened: the id of the question. */
export const ASKED_AFTER: Readonly<Record<MeetingKind, string>> = {
  review: 'say-what-happened',
  conference: 'conference-passed',
  'secure review': 'secure-review-passed',
  'pathway review': 'pathway-review-passed',
  'exit review': 'exit-review-passed',
};

/** The meeting that a question is asked of; null if it is no such question. */
export const meetingAsked = (id: string): MeetingKind | null =>
  MEETING_KINDS.find((what) => ASKED_AFTER[what] === id.toLowerCase()) ?? null;

interface Planned {
  readonly what: MeetingKind;
  readonly plans: string;
  readonly heldBy: readonly string[];
}

export const MEETINGS: readonly Planned[] = [
  // One meeting may be both.
  { what: 'review', plans: 'review-planned', heldBy: ['review-held', 'adoption-review-held'] },
  { what: 'conference', plans: 'initial-conference-planned', heldBy: ['initial-conference-held'] },
  { what: 'conference', plans: 'review-conference-planned', heldBy: ['review-conference-held'] },
  { what: 'secure review', plans: 'secure-review-planned', heldBy: ['secure-review-held'] },
  { what: 'pathway review', plans: 'pathway-review-planned', heldBy: ['pathway-plan-reviewed'] },
  { what: 'exit review', plans: 'exit-review-planned', heldBy: ['exit-review-held'] },
];

/** The events that hold a meeting of a kind. */
export const heldKinds = (what: MeetingKind): ReadonlySet<string> =>
  new Set(MEETINGS.flatMap((each) => (each.what === what ? each.heldBy : [])));

/** What an event holds, and what plans it; undefined if it holds no meeting. */
export const meetingHeldBy = (kind: string): Planned | undefined =>
  MEETINGS.find(({ heldBy }) => heldBy.includes(kind));
