/** What `new-review` was told of a meeting and of the return's codes, held against each other; then what it comes to. */
import { type Admission, type Answers, admissionOf } from '../../cases/arrival';
import { toRecord } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { LEGAL_STATUS_CODES } from '../../core/events/codes';
import { given } from '../../core/events/fact';
import { plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { arrangementsTyped } from '../../recording/meeting-typed';

/** Works out what will be recorded. Refuses a reference already in care, and flags that do not go together. */
export function admission(context: Context, unit: Unit, answers: Answers): Admission {
  const { basis, series, meeting, venue, mode } = answers;
  checkMeeting(context, answers);
  if (basis !== undefined && !LEGAL_STATUS_CODES.includes(basis)) {
    throw new UsageError(`--basis is one of ${LEGAL_STATUS_CODES.join(', ')}; not "${basis}".`);
  }
  if (series !== undefined && basis !== 'V3') {
    throw new UsageError('--series is of short breaks: it goes with --basis V3.');
  }
  const arrangements =
    meeting === undefined
      ? {}
      : arrangementsTyped(toRecord(context, unit.db), given({ venue, mode }), meeting.time);
  return admissionOf(unit, answers, context.today, arrangements);
}

/** What can only be said of a meeting needs one, and a meeting to be planned is still to come. */
function checkMeeting(context: Context, { ref, meeting, venue, mode }: Answers): void {
  if (meeting === undefined) {
    if (venue !== undefined || mode !== undefined) {
      throw new UsageError('--venue and --mode are of a meeting: --meeting "D HH:MM".');
    }
    return;
  }
  if (meeting.on >= context.today) return;
  throw new UserError(
    `The meeting (${plainDate(meeting.on)}) has passed. Nothing was saved.`,
    `Leave --meeting out; if it was held, then: irotool review hold ${ref} --on ${meeting.on} --code CODE`,
  );
}
