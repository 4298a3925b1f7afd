/** Reports, each made for its recipient. */
import type { Context, Unit } from '../context';
import type { Gathered } from './gather';
import { overdueReport } from './overdue/data';
import type { OverdueReport } from './overdue/model';
import type { Recipient } from './recipients';
import { reportBefore, reportName } from './since-last-report';

export interface MadeReport {
  readonly recipient: Recipient;
  readonly report: OverdueReport;
  /** Children are named in it. */
  readonly named: boolean;
}

export interface Making {
  readonly context: Context;
  readonly unit: Unit;
  readonly gathered: Gathered;
  /** Only this team. */
  readonly team: string | null;
  /** Names were asked for. */
  readonly names: boolean;
}

/** The report of one recipient, with what changed since their last. */
export function makeReport(
  { context, unit, gathered, team, names }: Making,
  recipient: Recipient,
): MadeReport {
  const named = names && recipient.mayHaveNames;
  const { name, email, why, covering, scope } = recipient;
  const report = overdueReport({
    ...gathered,
    for: { name, email, why, covering, scope },
    ...{ team, names: named },
    before: reportBefore(context, unit, reportName(team), email),
  });
  return { recipient, report, named };
}
