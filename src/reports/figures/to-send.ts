/** A report of figures as it is sent: to each recipient of the children that they are told of. */
import type { Context, Unit } from '../../context';
import { type AttachmentKind, TYPES } from '../attachments';
import type { Recipient } from '../recipients';
import { type ReportToSend, TEXT_WIDTH } from '../to-send';
import { FACES } from './faces/files';
import { type MadeFigures, titleOf } from './faces/head';
import { figuresHtml } from './faces/message';
import { mailLines } from './faces/text';
import type { AskedFigures } from './make';

/** All of them are counted in one reading, when the first is asked for. */
export function figuresToSend(
  context: Context,
  unit: Unit,
  { report, period, group, recordedBy }: AskedFigures,
  make: (recipients: readonly Recipient[]) => readonly MadeFigures[],
  recipients: readonly Recipient[],
  attach: readonly AttachmentKind[],
): ReportToSend {
  const asAt = recordedBy === null ? '' : ` as at ${recordedBy}`;
  let all: readonly MadeFigures[] | undefined;
  return {
    ...{ context, unit, isWhole: false },
    name: `${report.id}: ${period.from} to ${period.to}${group === null ? '' : ` by ${group}`}${asAt}`,
    forOne: (recipient) => {
      all ??= make(recipients);
      const made = all[recipients.indexOf(recipient)]!;
      return {
        isEmpty: false,
        message: async () => ({
          subject: titleOf(made),
          text: `${mailLines(made, TEXT_WIDTH).join('\n')}\n`,
          html: figuresHtml(made),
          attachments: await Promise.all(
            attach.map(async (kind) => ({
              filename: `${report.id}-${context.today}.${kind}`,
              content: await FACES.find(({ endings }) => endings.includes(`.${kind}`))!.bytes(made, context),
              contentType: TYPES[kind],
            })),
          ),
        }),
        reported: () => [],
      };
    },
  };
}
