/** Takes what another system has: all that was said yes to, in one transaction; and remembers what was left. */
import type { Unit } from '../../context';
import { UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { changeChild, findChild } from '../../store/children';
import { addEvent, chronologyOf, strikeEvent } from '../../store/chronology';
import { leaveDifference } from '../../store/outside/left';
import { teamNamed } from '../../store/people/people';
import { clashInStory } from '../import/clash';
import type { CasePlan } from '../import/plan-cases';
import { addColleagues, withNumbers, writeChild } from '../import/save';
import type { CaseDifference } from './compare';

export interface Decided {
  readonly taken: readonly CaseDifference[];
  readonly left: readonly CaseDifference[];
}

/** Writes it. A difference that cannot be taken beside what stays refuses all, and says which. */
export function takeDifferences(
  { db, engine, save }: Unit,
  { system, plan }: { readonly system: string; readonly plan: CasePlan },
  { taken, left }: Decided,
): void {
  save(() => {
    const named = new Set(
      taken.flatMap(({ take }) => [
        take?.socialWorker,
        ...(take?.add ?? []).flatMap(({ attributes }) => Object.values(attributes)),
      ]),
    );
    const whole = new Set(taken.flatMap(({ take }) => take?.child ?? []));
    const writes = plan.writes.filter(({ child, known }) => known === null && whole.has(child.ref));
    for (const { besides, facts } of writes)
      for (const value of [
        besides.socialWorker,
        ...facts.flatMap(({ attributes }) => Object.values(attributes)),
      ])
        named.add(value);
    const people = addColleagues(
      db,
      plan.added.filter(({ standIn }) => named.has(standIn)),
    );
    for (const write of writes) refreshChild(db, writeChild(db, write, people), engine);
    for (const ref of new Set(taken.map((each) => each.ref))) {
      const child = findChild(db, ref);
      if (child === undefined || whole.has(ref)) continue;
      const own = taken.filter((each) => each.ref === ref).flatMap(({ take }) => take ?? []);
      const struck = new Set(own.flatMap(({ strike }) => strike?.id ?? []));
      const stays = chronologyOf(db, child.id).filter(
        ({ id, struckWhy }) => struckWhy === null && !struck.has(id),
      );
      const added = own.flatMap(({ add }) => add);
      const clash = clashInStory(
        stays,
        added.map((fact) => ({ ...fact, source: { file: system, line: 0 } })),
        child.born,
      );
      if (clash !== null) {
        throw new UserError(
          `${ref}: what they have cannot stand beside what is recorded: ${clash} Nothing was saved.`,
          `Leave it for now, or put it right by hand: irotool child show ${ref} --ids`,
        );
      }
      for (const { strike } of own) if (strike) strikeEvent(db, strike.id, `${system} has it otherwise`);
      for (const fact of added) addEvent(db, child.id, { ...withNumbers(fact, people), fromReturn: true });
      for (const { team, socialWorker } of own) {
        if (team !== null) changeChild(db, child.id, { teamId: teamNamed(db, team).id });
        if (socialWorker !== null)
          changeChild(db, child.id, { socialWorkerId: people.get(socialWorker) ?? Number(socialWorker) });
      }
      refreshChild(db, child, engine);
    }
    for (const { kind, digest } of left) leaveDifference(db, { system, kind, digest });
  });
}
