/** The day of the law, read from the agenda: of rules that a law limits, and of no other, the detail is read for it. */
import { lawBy } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import type { Detail } from './agenda';
import type { Engine } from './reckoning';

/** In SQL, with `ofLaw` as its value. */
export const OF_LAW = 'rule IN (SELECT value FROM json_each(?))';

export const ofLaw = ({ briefs }: Engine): string =>
  JSON.stringify([...briefs.values()].filter(({ law }) => law.length > 0).map(({ id }) => id));

export function keptLawBy(
  { detail, rule }: { readonly detail: string; readonly rule: string },
  engine: Engine,
): IsoDate | null {
  const { limits } = JSON.parse(detail) as Detail;
  const { law } = engine.briefs.get(rule)!;
  return lawBy(limits.map(({ at, due }) => ({ due, force: law.includes(at) ? 'statutory' : 'practice' })));
}
