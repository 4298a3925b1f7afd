/** The report of what is overdue as it is sent. */
import { messageOf } from '../as-message';
import type { AttachmentKind } from '../attachments';
import { type MadeReport, type Making, makeReport } from '../for-each-recipient';
import { reportName } from '../since-last-report';
import type { ReportToSend } from '../to-send';
import { isEmpty } from './data';
import { reportedRows } from './since';

/** `toAll`: it goes to all the managers. */
export function overdueToSend(
  making: Making,
  attach: readonly AttachmentKind[],
  toAll: boolean,
): ReportToSend {
  const { context, unit, team } = making;
  return {
    ...{ context, unit, name: reportName(team), isWhole: toAll && team === null },
    forOne: (recipient) => {
      const made = makeReport(making, recipient);
      return {
        isEmpty: isEmpty(made.report),
        message: () => messageOf(context, made, attach),
        reported: () => reportedRows(unnamed(making, made).report),
      };
    },
  };
}

/** What is kept of a report has no names in it, whatever the report had: a later one may not name them. */
function unnamed(making: Making, made: MadeReport): MadeReport {
  return made.named ? makeReport({ ...making, names: false }, made.recipient) : made;
}
