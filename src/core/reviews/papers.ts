/** The papers that the IRO is to have before a meeting: which of them for this child, which are missing. Pure. */

import { detentionOn } from '../children/detention';
import type { Story } from '../engine/moment';
import { DOCUMENT_RECEIVED } from '../events/before-review';
import type { DOCUMENTS } from '../events/codes';
import { birthday, type IsoDate } from '../time/dates';
import { type ReviewRecord, takenIn } from './record';
import { isOfSchoolAge } from './who-should-come';

export type PaperForIro = (typeof DOCUMENTS)[number];

export const isPaper = (text: string): text is PaperForIro => Object.hasOwn(PAPER_WORDS, text);

/** A paper in words; what was written of another is what it was written as. */
export const paperWords = (paper: string): string => (isPaper(paper) ? PAPER_WORDS[paper] : paper);

/** Each paper in words. */
export const PAPER_WORDS: Readonly<Record<PaperForIro, string>> = {
  report: 'the social worker’s report',
  'care-plan': 'the care plan',
  'pathway-plan': 'the pathway plan',
  health: 'the health assessment',
  'placement-plan': 'the placement plan',
  'detention-placement-plan': 'the detention placement plan',
  pep: 'the personal education plan',
  consultation: 'the evidence of consultation',
  'other-reports': 'other reports',
};

/** One paper that is asked for, or several of which one will do: the usual one first. */
export type PaperWanted = readonly [PaperForIro, ...PaperForIro[]];

/**
 * What is asked for of a child on a day. A child whose birthday is not known is asked for no age's own paper. Of one in youth
 * detention the detention placement plan stands in the place of the placement plan, and of one looked after by that remand
 * alone in the place of every plan of the council's (regs 47A to 47C).
 */
export function papersWanted(story: Story, on: IsoDate): PaperWanted[] {
  const { born } = story;
  const detention = detentionOn(story, on);
  if (detention === 'by-remand-alone') return [['report'], ['detention-placement-plan'], ['consultation']];
  const isSixteen = born !== null && on >= birthday(born, 16);
  return [
    ['report'],
    isSixteen ? ['pathway-plan', 'care-plan'] : ['care-plan'],
    ['health'],
    [detention === null ? 'placement-plan' : 'detention-placement-plan'],
    ...(isOfSchoolAge({ born, on }) ? [['pep'] as const] : []),
    ['consultation'],
  ];
}

/** A review without what came before it was adjourned: for the second sitting the papers are asked for again. */
export function forThisSitting({ moments }: Pick<ReviewRecord, 'moments'>): Pick<ReviewRecord, 'moments'> {
  const sat = moments.findLastIndex(({ fact }) => fact.kind === 'review-adjourned');
  return { moments: moments.slice(sat + 1) };
}

/** The papers of a review that have come, each with the day on which it first did. */
export function papersReceived(record: Pick<ReviewRecord, 'moments'>): Map<PaperForIro, IsoDate> {
  const received = new Map<PaperForIro, IsoDate>();
  for (const { on, document } of takenIn(record, DOCUMENT_RECEIVED)) {
    if (!received.has(document)) received.set(document, on);
  }
  return received;
}

/** What is asked for and has not come. */
export function papersMissing(
  wanted: readonly PaperWanted[],
  received: ReadonlyMap<PaperForIro, IsoDate>,
): PaperWanted[] {
  return wanted.filter((choice) => !choice.some((paper) => received.has(paper)));
}

/** The day on which the last of what is asked for came; null if something is missing. */
export function papersCompleteOn(
  wanted: readonly PaperWanted[],
  received: ReadonlyMap<PaperForIro, IsoDate>,
): IsoDate | null {
  if (papersMissing(wanted, received).length > 0) return null;
  const first = wanted.map((choice) => choice.flatMap((paper) => received.get(paper) ?? []).sort()[0]!);
  return first.sort().at(-1)!;
}

/** `the care plan`, `the pathway plan (or the care plan)` */
export function wantedWords([paper, ...others]: PaperWanted): string {
  const or = others.map((other) => PAPER_WORDS[other]).join(', ');
  return or === '' ? PAPER_WORDS[paper] : `${PAPER_WORDS[paper]} (or ${or})`;
}
