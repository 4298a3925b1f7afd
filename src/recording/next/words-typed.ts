/** A command as it is printed or typed on one line, as its words. */

interface WordTyped {
  readonly word: string;
  readonly isQuoted: boolean;
}

/** The words of a command as a shell parts them, without `irotool`: a part of one may stand in quotes, as in `venue="Town Hall"`. */
export const wordsTyped = (command: string): WordTyped[] =>
  Array.from(command.matchAll(/(?:"[^"]*"|[^\s"])+/g), ([word]) => ({
    ...{ word: word.replaceAll('"', ''), isQuoted: word.startsWith('"') },
  })).slice(1);
