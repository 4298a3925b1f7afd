/** What was typed for a flag, as its attribute is kept. */

import { filled } from '../../cases/find';
import { tagOrWords, tagsTyped } from '../../cases/someone';
import { whoNamed } from '../../cases/who';
import type { AttributeSpec } from '../../core/events/attribute';
import { readAttribute } from '../../core/events/reading';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { oneOfTyped, someOfTyped } from '../review/choice-typed';
import type { Typing } from './options';

/** Refuses what the attribute's kind cannot be. `on` is the day by which people are found. */
export function valueTyped(
  { context, unit, child }: Typing,
  spec: AttributeSpec,
  flag: string,
  typed: string,
  on: IsoDate,
): string {
  const text = filled(typed, flag);
  switch (spec.kind) {
    case 'day':
      return context.date(text, flag, spec.lies);
    case 'yesNo':
    case 'oneOf':
      return oneOfTyped(spec.choices ?? [], flag, text);
    case 'someOf':
      return someOfTyped(spec.choices ?? [], flag, text);
    case 'who':
      return whoNamed(unit, child, text, on).ref;
    case 'people':
      return tagsTyped(unit, child, text, on).join(',');
    case 'someone':
      return tagOrWords(unit, child, text, on);
    default: {
      const read = readAttribute(flag, text, spec);
      if ('fault' in read) throw new UsageError(read.fault);
      return read.value;
    }
  }
}
