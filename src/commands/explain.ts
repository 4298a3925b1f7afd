/**
 * `explain`: why this date. The rule and its source, the count with every day skipped, the other
 * limits, and what follows if it is met.
 */
import { subjectNamed } from '../cases/find';
import { reckoned } from '../cases/reckoned';
import type { Context, Unit } from '../context';
import { type DeadlineJson, deadlineOn, isAsked, isOpen, isStillOwed } from '../core/engine/standing';
import { UserError } from '../errors';
import { idTyped } from '../recording/duty-typed';
import { countsOf } from '../screens/explain/count';
import { actionLines, dutyLines } from '../screens/explain/explain';
import { present } from '../screens/show';
import { type Child, listedChild } from '../store/children';
import { isApplicant, showing } from '../store/subjects';
import { oneBelowAnother } from '../ui/rows';

/** Runs `explain REF [DUTY] [--sources]`. */
export async function explain(
  context: Context,
  [ref, id]: readonly [string, string | undefined],
  options: { readonly sources?: true },
): Promise<undefined> {
  const unit = await context.open();
  const child = subjectNamed(unit.db, ref);
  const wanted = id === undefined ? undefined : idTyped(context, unit, child, id);
  const { reckoning } = reckoned(context, unit, child);
  const { statutory } = unit.engine.calendars;
  const all = reckoning.duties.map((duty) => ({
    duty,
    deadline: deadlineOn(duty, context.today, statutory),
  }));
  const asked = all.filter(({ duty, deadline }) =>
    wanted ? duty.rule.id === wanted : isOpen(deadline.standing),
  );
  const shown = wanted ? openOrLatest(asked) : asked;
  const json = (): object => {
    const { iro } = listedChild(unit.db, child.id);
    return {
      deadlines: shown.map(({ duty, deadline }) => ({
        ...(isApplicant(unit.db, child.id)
          ? { child: null, applicant: { ref: child.ref, name: child.name } }
          : { child: { ref: child.ref, name: child.name } }),
        ...deadline,
        iro,
        count: countsOf(duty, unit),
      })),
    };
  };
  const how = { today: context.today, withSources: options.sources === true };
  const { meeting } = reckoning.standing;
  const planned = meeting !== null && meeting >= context.today ? meeting : null;
  const undated = [...reckoning.actions, ...reckoning.asked].filter(
    (action) => isAsked(action, context.today) && (wanted === undefined || action.id === wanted),
  );
  const screens = [
    // What will be over by its day is told of if it is asked about.
    ...(wanted ? shown : shown.filter(({ duty }) => isStillOwed(duty, context.today))).map(
      ({ duty, deadline }) => dutyLines(unit, child, { duty, deadline, planned }, how),
    ),
    ...undated.map((action) => actionLines(unit, child, action, how)),
  ];
  const what = wanted === undefined ? child.ref : `${child.ref} ${wanted}`;
  const sources = `When each source was read, and how: irotool explain ${what} --sources`;
  return present(context, {
    json,
    screen() {
      if (screens.length === 0) throw nothingOwed(unit, child, wanted);
      return { parts: oneBelowAnother(screens), said: options.sources ? [] : [sources] };
    },
  });
}

/** What is open of one duty; if nothing is, the last that there was. */
function openOrLatest<T extends { deadline: DeadlineJson }>(asked: readonly T[]): T[] {
  const open = asked.filter(({ deadline }) => isOpen(deadline.standing));
  return open.length > 0 ? open : asked.slice(-1);
}

function nothingOwed({ db, engine }: Unit, child: Child, id: string | undefined): UserError {
  const rule = engine.rules.find((each) => each.id === id);
  // Something without a date leaves no trace once it is settled.
  const isUndated = rule?.limits.some(({ count }) => typeof count === 'string');
  const none = isUndated
    ? `${child.ref} does not owe "${rule!.id}" now: it never did, or it is settled.`
    : `Nothing has given rise to "${rule?.id}" for ${child.ref}.`;
  return new UserError(
    rule ? none : `${child.ref} owes nothing.`,
    `To see the chronology: ${showing(db, child)}`,
  );
}
