/** What was typed for a flag, as its attribute is kept. */

import { colleagueNamed, filled, toRecord } from '../../cases/find';
import { inFull, tagOrWords } from '../../cases/people/someone';
import { whoNamed } from '../../cases/people/who';
import { tagAmong } from '../../cases/review/of-several';
import type { Context } from '../../context';
import type { AttributeSpec } from '../../core/events/attribute';
import { listOf } from '../../core/events/lists';
import { readAttribute } from '../../core/events/reading';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { oneOfTyped, someOfTyped } from '../choice-typed';
import { codeTyped } from '../code-typed';
import type { Typing } from './options';

/** What is wrong with a day to come that is said on a day: it does not lie before that. */
export const notBefore =
  (on: IsoDate) =>
  (day: IsoDate): string | true =>
    day >= on || `${longDate(day)} is before ${longDate(on)}.`;

/** A day that lies ahead of the day on which it is said. */
function dayAhead(context: Context, typed: string, flag: string, on: IsoDate, passed?: string): IsoDate {
  const day = context.date(typed, flag, 'future');
  const wrong = notBefore(on)(day);
  if (wrong === true) return day;
  throw new UserError(
    `${flag}: ${wrong} Nothing was saved.`,
    passed?.replace('DATE', day) ?? `Check ${flag} and --on.`,
  );
}

/**
 * Refuses what the attribute's kind cannot be. `on` is the day by which people are found; null if only another of the
 * children has whom it is of.
 */
export function valueTyped(
  { context, unit, child, children }: Typing,
  spec: AttributeSpec,
  flag: string,
  typed: string,
  on: IsoDate,
  passed?: string,
): string | null {
  const text = filled(typed, flag);
  const tagOf = (who: string): string | null =>
    children.length === 1
      ? whoNamed(context, unit, child, who, on).ref
      : tagAmong(context, unit, child, children, who, on);
  switch (spec.kind) {
    case 'day':
      return spec.lies === 'future'
        ? dayAhead(context, text, flag, on, passed?.replace('REF', child.ref))
        : context.date(text, flag, spec.lies);
    case 'yesNo':
    case 'oneOf':
      return oneOfTyped(spec.choices ?? [], flag, text);
    case 'someOf':
      return someOfTyped(spec.choices ?? [], flag, text);
    case 'who':
      return tagOf(text);
    case 'people': {
      const tags = new Set(listOf(text).flatMap((who) => tagOf(who) ?? []));
      return tags.size === 0 ? null : [...tags].join(',');
    }
    case 'someone':
      return tagOrWords(context, unit, child, text, on);
    case 'colleague':
      return String(colleagueNamed(toRecord(context, unit.db), spec, text).id);
    default: {
      if (spec.codes !== undefined) return codeTyped(spec.codes, flag, text);
      const read = readAttribute(flag, spec.isWho ? inFull(toRecord(context, unit.db), text) : text, spec);
      if ('fault' in read) throw new UsageError(read.fault.replace(`"${flag}"`, flag));
      return read.value;
    }
  }
}

/** True of what is typed of a review if it is about none. */
export const isNoReview = (spec: AttributeSpec | undefined, text: string): boolean =>
  spec?.kind === 'review' && text.trim().toLowerCase() === 'none';
