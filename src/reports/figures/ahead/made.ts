/** A report that looks ahead: of all children, or of those that each recipient is told of. */
import type { Context, Unit } from '../../../context';
import { teamsOfChildren } from '../../../store/report-children';
import { aboutLines } from '../../about-words';
import { isInScope } from '../../overdue/data';
import type { Recipient } from '../../recipients';
import { unitName } from '../../unit-name';
import { BOARD_REPORT, CASELOAD_REPORT, FORECAST_REPORT } from '../catalogue';
import type { MadeFigures } from '../faces/head';
import type { AskedFigures } from '../make';
import { withheldIn } from '../withheld/tables';
import { board } from './board';
import { caseload } from './caseload';
import { forecast } from './forecast';
import type { Ahead, AskedAhead, IsOf } from './to-come';

const GATHERED: Readonly<Record<string, (context: Context, unit: Unit, asked: AskedAhead) => Ahead>> = {
  [CASELOAD_REPORT.id]: caseload,
  [FORECAST_REPORT.id]: forecast,
  [BOARD_REPORT.id]: board,
};

/** One for each recipient; null is nobody in particular, and all children. */
export function makeAhead(
  context: Context,
  unit: Unit,
  { report, group }: Pick<AskedFigures, 'report' | 'group'>,
  recipients: readonly (Recipient | null)[],
): MadeFigures[] {
  const { today } = context;
  const { goLive, calendars } = unit.engine;
  const teams = teamsOfChildren(unit.db);
  return recipients.map((recipient) => {
    const isOf: IsOf = ({ id, iro }) =>
      recipient === null || isInScope({ team: teams.get(id) ?? null, iro }, recipient.scope);
    // Whoever may not read a name is told nothing small either.
    const isWithheld = recipient?.mayHaveNames === false;
    const { to, tables } = GATHERED[report.id]!(context, unit, { group, isOf, withThings: isWithheld });
    return {
      ...{ report, recordedBy: null, group, isWithheld, period: { from: today, to, called: null } },
      figuring: { asAt: today, from: today, to, goLive, calendar: calendars.statutory, ladder: [] },
      tables: isWithheld ? withheldIn(tables, (all) => all) : tables,
      unit: unitName(unit),
      about: recipient === null ? [] : aboutLines(recipient, null),
      madeOn: today,
    };
  });
}
