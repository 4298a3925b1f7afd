/**
 * What is asked and answered while a command runs. To go back, a command is run again from its beginning: what
 * was answered is given again without asking, up to the question that is asked again. So a question that hangs on
 * an answer is asked, or not, by the answer that stands; and no command need know of it.
 */

/** An answer in words: as it was typed, or the name of the choice. */
export interface Answer {
  /** `Another decision#2`: the question, and how many of the same words were asked before. */
  readonly asked: string;
  readonly answer: string;
  /** What a draft keeps of it; null for nothing. */
  readonly kept: Kept | null;
}

/** A text is kept as a fact would keep it, and a name of who is still to be recorded as it is; of a choice, which it was. */
export type Kept = { readonly text: string; readonly isName?: true } | { readonly choice: string };

/** Answers of another time, for the same child and command. */
export interface Draft {
  /** `today at 10:42am` */
  readonly begun: string;
  /** What was answered to a question, in words; undefined if it was not asked, or cannot be answered so. */
  answerTo(asked: string, choices: readonly string[] | null): string | undefined;
  /** It is not wanted. */
  forget(): void;
}

/** A child's turn, if a command was typed for several: what is asked of all of them is asked once. */
export interface Turn {
  readonly ref: string;
  /** Those of all turns: someone named need be of one of them only. */
  readonly refs: readonly string[];
  /** The first is asked for all of them. */
  readonly isFirst: boolean;
  /** What was answered to a question as it was put, in all turns; what differs is put apart. */
  readonly answered: Map<string, string>;
  /** How often each question was put in this turn. */
  readonly asked: Map<string, number>;
  /** The rows of dates that were shown in the turns before, with the reference of the first. */
  readonly moved: Map<string, string>;
  /** What was answered last in this turn; null if nothing was asked. */
  last: string | null;
  /** True once it would be asked whether to save: that is asked at the end, of all of them. */
  isToConfirm: boolean;
  /** True when all was answered and is being saved: nothing is asked any more. */
  readonly isSaving: boolean;
}

export interface Talk {
  /** The child whose turn it is; null if the command was typed for one. */
  turn: Turn | null;
  /** In the order in which they were asked. */
  readonly answers: Answer[];
  /** How many of them the command has been given, since it runs from its beginning. */
  at: number;
  /** True from the beginning of such a run to the first question that is asked: all that is said was said before. */
  isAgain: boolean;
  /** What would be said after the last answer that is given again: perhaps no question follows. */
  readonly held: (() => void)[];
  /** What was answered to questions that were gone back from. */
  readonly before: Map<string, string>;
  /** What was answered after the one question that is answered again: it is given again to the same questions. */
  readonly after: Map<string, string>;
  /** How many questions there are, as far as is known now, if they are counted: `3 of 13`. */
  total: number;
  /** True once it was said how to go back. */
  isTold: boolean;
  /** True once it was said how a day is typed. */
  isDayTold: boolean;
  /** True once something was saved: from there nobody goes back. */
  isSaved: boolean;
  /** True if the last question was a yes or no, or its answer ends the command: what follows is no refusal of it. */
  isSettled: boolean;
  /** What was refused last, in words; null if nothing was. If it comes again, another answer does not help. */
  refused: string | null;
  /** The draft that is gone on with; undefined until it is looked for. */
  draft: Draft | null | undefined;
  findDraft(): Promise<Draft | null>;
}

export const newTalk = (): Talk => ({
  turn: null,
  ...{ answers: [], at: 0, isAgain: false, held: [], before: new Map(), after: new Map() },
  ...{
    total: 0,
    isTold: false,
    isDayTold: false,
    isSaved: false,
    isSettled: true,
    refused: null,
    draft: undefined,
  },
  findDraft: async () => null,
});

/** Says something, unless it was said before the command was run again. */
export function sayOnce({ isAgain, at, answers, held }: Talk, say: () => void): void {
  if (!isAgain) say();
  else if (at === answers.length) held.push(say);
}
