/** `report overdue`: what is late, told to those who manage it. It prints, writes drafts, or sends. */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { teamNamed, toRecord, toShow } from '../../cases/find';
import type { Context } from '../../context';
import { type ExitCode, UsageError } from '../../errors';
import { attachTyped } from '../../reports/attachments';
import { makeReport } from '../../reports/for-each-recipient';
import { gather } from '../../reports/gather';
import { isEmpty } from '../../reports/overdue/data';
import { previews } from '../../reports/overdue/preview';
import { overdueText } from '../../reports/overdue/text';
import { titleOf, totalsWords } from '../../reports/overdue/words';
import { recipientsOf } from '../../reports/recipients';
import { fileTyped, writeReport } from '../../reports/report-file';
import { present, sayScreen } from '../../screens/show';
import { quotedName } from '../../ui/as-typed';
import { type Part, whole } from '../../ui/rows';
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
    const { sendReports } = await import('./send');
    const { overdueToSend } = await import('../../reports/overdue/to-send');
    const { ifAny = false, oncePerDay = false } = options;
    const toAll = to?.trim().toLowerCase() === 'managers';
    return sendReports(overdueToSend(making, attach, toAll), recipients, { ifAny, oncePerDay });
  }
  const all = recipients.map((recipient) => makeReport(making, recipient));
  const made = options.ifAny ? all.filter(({ report }) => !isEmpty(report)) : all;
  if (out !== null) {
    const { writeDrafts } = await import('../../reports/drafts');
    const files = await writeDrafts(context, unit, made, out, attach);
    return present(context, {
      json: () => ({ drafts: files }),
      screen: () => files.map((file) => whole(basename(file))),
    });
  }
  const [first] = made;
  const files = [html, xlsx].filter((file) => file !== null);
  const wereThere = files.filter((file) => existsSync(file));
  const width = screenWidth(context.io, context.flags);
  if (html !== null) {
    const { overduePage } = await import('../../reports/overdue/page');
    writeReport(context, html, Buffer.from(overduePage(first!.report)));
  }
  if (xlsx !== null) {
    const { overdueWorkbook } = await import('../../reports/overdue/workbook');
    writeReport(context, xlsx, await overdueWorkbook(first!.report));
  }
  await present(context, {
    json: () => ({ reports: made.map(({ report }) => report) }),
    csv: async () => (await import('../../reports/overdue/rows')).overdueTable(first!.report),
    screen() {
      if (options.preview) return oneBelowARule(previews(gathered, made, team, width), width);
      if (html !== null || xlsx !== null) return [];
      const parts = oneBelowARule(
        made.map(({ report }) => overdueText(report, width)),
        width,
      );
      const isOfAll = made.some(({ report }) => report.for.scope.all && report.soon.length > 0);
      return { parts, said: isOfAll ? [dueWords(team)] : [] };
    },
  });
  const names = files.map((file) => basename(file));
  if (names.length > 0) {
    const are = names.length === 1 ? 'is' : 'are';
    const over = wereThere.length === 0 ? '' : ', over what was there';
    sayScreen(context, [
      `${listed(names)} ${are} written${over}. ${titleOf(first!.report)}: ${totalsWords(first!.report)}`,
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

/** How to see one by one what a screen only counts. */
const dueWords = (team: string | null): string =>
  `What falls due, one by one: irotool due --week${team === null ? '' : ` --team ${quotedName(team)}`}`;

/** Reports one after the other, with a line between. */
const oneBelowARule = (reports: readonly (readonly string[])[], width: number): Part[] =>
  reports
    .flatMap((lines, at) => (at === 0 ? lines : ['', '='.repeat(Math.min(80, width)), '', ...lines]))
    .map(whole);
