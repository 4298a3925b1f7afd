/**
 * The ladder of a dispute, as a pack gives it: who is asked at each stage, and where it becomes formal. Pure.
 */

/** A stage of a dispute. */
export interface Stage {
  /** By which events speak of it: `senior-manager`. */
  readonly name: string;
  /** `Senior manager` */
  readonly what: string;
  /** Who is asked, in words: `the senior manager responsible`. */
  readonly who: string;
  /** Working days for the answer; null if the pack gives none. */
  readonly days: number | null;
  /** True from the first formal stage on. */
  readonly formal: boolean;
}

/** What is written of a stage; a stage that has lost its pack is called by its name. */
export const stageWords = (stages: readonly Stage[], name: string): string =>
  stages.find((stage) => stage.name === name)?.what ?? name.replaceAll('-', ' ');

/** The stage that is spoken of by its name or by who is asked there: `chief executive`, `the Senior Manager`. */
export const stageCalled = (stages: readonly Stage[], typed: string): Stage | undefined =>
  stages.find(({ name, what, who }) => [name, what, who].some((each) => plain(each) === plain(typed)));

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
