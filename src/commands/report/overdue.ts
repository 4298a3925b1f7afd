/** `report overdue`: what is late, told to those who manage it. It prints, writes drafts, or sends. */

import { basename } from 'node:path';
import { teamNamed, toRecord, toShow } from '../../cases/find';
import type { Context } from '../../context';
import { type ExitCode, UsageError } from '../../errors';
import { attachTyped } from '../../reports/attachments';
import { type Made, makeReport } from '../../reports/for-each-recipient';
import { gather } from '../../reports/gather';
import { isEmpty } from '../../reports/overdue/data';
import { previews } from '../../reports/overdue/preview';
import { overdueText } from '../../reports/overdue/text';
import { titleOf, totalsWords } from '../../reports/overdue/words';
import { recipientsOf } from '../../reports/recipients';
import { fileTyped, writeReport } from '../../reports/report-file';
import { sayScreen } from '../../screens/show';
import { screenWidth } from '../../ui/screen';
import { listed } from '../../ui/words';
import { type ReportOptions, refuseTogether } from './together';

/** Runs `report overdue`. */
export async function overdue(
  context: Context,
  _args: readonly [],
  options: ReportOptions,
): Promise<ExitCode | undefined> {
  refuseTogether(options, context.flags);
  const attach = attachTyped(options.attach);
  const html = fileTyped(context, options.html, '--html', ['.html', '.htm']);
  const xlsx = fileTyped(context, options.xlsx, '--xlsx', ['.xlsx']);
  const out = await placeTyped(context, options.out);
  const unit = await context.open();
  const to = options.to ?? (options.preview ? 'managers' : undefined);
  const recipients = recipientsOf(unit, toRecord(context, unit.db), to, context.today).map((each) =>
    out !== null && to === undefined ? { ...each, ...UNNAMED } : each,
  );
  const forOne = [
    ...(html === null ? [] : ['--html']),
    ...(xlsx === null ? [] : ['--xlsx']),
    ...(context.flags.csv ? ['--csv'] : []),
    ...(out !== null && 'file' in out ? ['--out with a file'] : []),
  ];
  if (recipients.length > 1 && forOne.length > 0) {
    throw new UsageError(
      `${forOne[0]} takes one report, and --to managers makes ${recipients.length}.`,
      'Say for whom: --to NAME',
    );
  }
  const gathered = gather(context, unit);
  const team = options.team === undefined ? null : teamNamed(toShow(context, unit.db), options.team).name;
  const making = { context, unit, gathered, team, names: options.names === true };
  for (const { name, email, mayHaveNames, noNamesBecause } of options.names ? recipients : []) {
    if (!mayHaveNames) {
      sayScreen(context, [
        `${name ?? email ?? 'The draft'}: references and initials only, because ${noNamesBecause}.`,
      ]);
    }
  }
  if (options.send) {
    for (const { unread } of recipients) if (unread !== null) sayScreen(context, [unread]);
    const { sendReports } = await import('./send');
    const { ifAny = false, oncePerDay = false } = options;
    const toAll = to?.trim().toLowerCase() === 'managers';
    return sendReports(making, recipients, { toAll, attach, ifAny, oncePerDay });
  }
  const all = recipients.map((recipient) => makeReport(making, recipient));
  const made = options.ifAny ? all.filter(({ report }) => !isEmpty(report)) : all;
  if (out !== null) {
    const { writeDrafts } = await import('../../reports/drafts');
    const files = await writeDrafts(context, unit, made, out, attach);
    if (context.flags.json) context.json({ schema: 1, drafts: files });
    else for (const file of files) context.print(basename(file));
    return undefined;
  }
  const [first] = made;
  const width = screenWidth(context.io, context.flags);
  if (html !== null) {
    const { overduePage } = await import('../../reports/overdue/page');
    writeReport(context, html, Buffer.from(overduePage(first!.report)));
  }
  if (xlsx !== null) {
    const { overdueWorkbook } = await import('../../reports/overdue/workbook');
    writeReport(context, xlsx, await overdueWorkbook(first!.report));
  }
  if (context.flags.json) context.json({ schema: 1, reports: made.map(({ report }) => report) });
  else if (context.flags.csv) await printRows(context, first!);
  else if (options.preview) printParts(context, previews(gathered, made, team, width));
  else if (html === null && xlsx === null) {
    printParts(
      context,
      made.map(({ report }) => overdueText(report, width)),
    );
  }
  const written = [html, xlsx].filter((file) => file !== null).map((file) => basename(file));
  if (written.length > 0) {
    const are = written.length === 1 ? 'is' : 'are';
    sayScreen(context, [
      `${listed(written)} ${are} written. ${titleOf(first!.report)}: ${totalsWords(first!.report)}`,
    ]);
  }
  return undefined;
}

/** A draft without a To may go to anyone, so nobody's domain allows names in it. */
const UNNAMED = { mayHaveNames: false, noNamesBecause: 'no recipient is named (--to)' } as const;

async function placeTyped(context: Context, typed: string | undefined) {
  if (typed === undefined) return null;
  const { outTyped } = await import('../../reports/drafts');
  return outTyped(context, typed);
}

async function printRows(context: Context, { report }: Made): Promise<void> {
  const { overdueCsv } = await import('../../reports/attachments');
  context.io.stdout.write(await overdueCsv(report));
}

/** Reports one after the other, with a line between. */
function printParts(context: Context, parts: readonly (readonly string[])[]): void {
  const rule = `\n\n${'='.repeat(Math.min(80, screenWidth(context.io, context.flags)))}\n\n`;
  if (parts.length > 0) context.print(parts.map((lines) => lines.join('\n')).join(rule));
}
