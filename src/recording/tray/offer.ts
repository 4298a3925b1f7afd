/** Something that can be done next with a row of the tray: the words of an ordinary command. */

/** Typed at a question, it goes back. */
export const BACK = '<';

export interface Offer {
  readonly what: string;
  /** The command, as far as it is known: two offers of one command are one. */
  readonly command: string | null;
  /** The row whose it is, in words, if those of several rows are offered together. */
  readonly under?: string;
  /** It only shows something: what can be done is offered again below it. */
  readonly shows?: true;
  /** The words of the command, once what they need has been asked; null if there are none: the person went back or said no. */
  words(): Promise<readonly string[] | null>;
}

/** One whose words are known. */
export const plain = (what: string, ...words: string[]): Offer => ({
  ...{ what, command: words.join(' ') },
  words: async () => words,
});

/** One that only shows something. */
export const showing = (what: string, ...words: string[]): Offer => ({
  ...plain(what, ...words),
  shows: true,
});
