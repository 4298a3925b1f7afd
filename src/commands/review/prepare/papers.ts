/** Papers and invitations before a meeting, as facts: which are asked for, what is missing, who is invited. */

import { reviewList } from '../../../cases/participants';
import {
  forThisSitting,
  PAPER_WORDS,
  papersCompleteOn,
  papersMissing,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../../core/reviews/papers';
import type { Preparation } from '../../../core/reviews/preparation';
import { momentsOf } from '../../../core/reviews/record';
import { type IsoDate, plainDate } from '../../../core/time/dates';
import { listed } from '../../../ui/words';
import { given } from '../../meeting';
import { add, addStep, type Draft, targetOf } from './draft';

/** The papers that came. With the last of those asked for, that all have come. */
export function addPapers(draft: Draft): void {
  const { child, typed, notes } = draft;
  if (!typed.papers) return;
  const { on, which } = typed.papers;
  const target = targetOf(draft, on);
  const wanted = papersWanted(child.born, target?.plan?.meeting ?? on);
  const received = papersReceived(forThisSitting(target?.record ?? { moments: [] }));
  const named = which === 'all' ? papersMissing(wanted, received).map(([paper]) => paper) : which;
  const came = draft.onlyMissing ? named.filter((paper) => !received.has(paper)) : named;
  for (const paper of came) {
    const words = PAPER_WORDS[paper];
    add(draft, on, 'document-received', words.charAt(0).toUpperCase() + words.slice(1), { document: paper });
    received.set(paper, earlier(received.get(paper), on));
  }
  const complete = target?.steps.find(({ kind }) => kind === 'documents-received')?.on ?? null;
  if (complete !== null) {
    if (came.length === 0) notes.push(`All papers are recorded already, since ${plainDate(complete)}.`);
    return;
  }
  const completeOn = papersCompleteOn(wanted, received);
  if (completeOn !== null) addStep(draft, completeOn, 'documents-received');
  else notes.push(`Still to reach the IRO: ${listed(papersMissing(wanted, received).map(wantedWords))}.`);
}

const earlier = (a: IsoDate | undefined, b: IsoDate): IsoDate => (a !== undefined && a < b ? a : b);

/** The invitations, with those whom the review's list has as invited. */
export function addInvitations(draft: Draft): void {
  const { child, typed, notes } = draft;
  const on = typed.invited;
  if (on === undefined) return;
  const target = targetOf(draft, on);
  const to = target ? invitedOnList(draft, target) : [];
  const isAdded = addStep(draft, on, 'invitations-sent', given({ to: to.join(',') || undefined }));
  if (!isAdded || !target) return;
  if (to.length === 0) {
    notes.push(
      `To whom is not recorded: the review’s list is empty. To begin it: irotool review participants ${child.ref} --add WHO`,
    );
  }
  if (target.plan === null) {
    notes.push(
      `No meeting is planned, so these invitations count for none. To plan it: irotool review plan ${child.ref}`,
    );
  } else if (on < target.plan.on) {
    notes.push(
      `The meeting was planned only on ${plainDate(target.plan.on)}, so invitations sent before that do not count for it.`,
    );
  }
}

/** Nobody where nothing has been recorded on the list: what would be proposed was perhaps not sent. */
function invitedOnList({ context, unit, child, reckoning }: Draft, { record }: Preparation): string[] {
  if (momentsOf(record, 'participant-listed').length === 0) return [];
  const { participants } = reviewList(unit, child, reckoning, context.today, String(record.number));
  return participants
    .filter(({ part, exclusion }) => part === 'invited' && (exclusion === null || exclusion.isForPart))
    .map(({ ref }) => ref);
}
