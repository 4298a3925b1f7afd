/**
 * The rules that want something done before a thing, listed from the packs: a rule that is written tomorrow is
 * taken in by itself. Among the packs are those of the tests, and one of each kind that none has yet.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '../../../src/core/events/vocabulary';
import { readRule } from '../../../src/core/rules/grammar';
import type { Rule } from '../../../src/core/rules/rule';
import { readPack } from '../../../src/law/packs';
import { shelf } from '../../../src/law/shipped';
import { PACKS, rulesOf } from './engine';

const WRITTEN = join(import.meta.dirname, '..', '..', 'packs');

/** The packs that the tests have in folders; one that is refused has no rules. */
function written(): [string, readonly Rule[]][] {
  return readdirSync(WRITTEN).flatMap((name): [string, readonly Rule[]][] => {
    const { pack } = readPack(join(WRITTEN, name), shelf());
    return pack === null ? [] : [[name, pack.rules]];
  });
}

const SOURCE = { id: 'york-reviews', at: 'none', grade: 'source', checked: '2026-11-22' };
const HELD = ['review-held', 'adoption-review-held', 'review-cancelled', 'review-adjourned', 'care'];

/** What a council may write, and none of the packs has: each is a way of its own to say "before". */
const OURS: readonly Record<string, unknown>[] = [
  {
    ...{ id: 'our-papers', duty: 'Papers to the chair', before: 'review-planned', within: '5 working days' },
    ...{ 'met by': 'records-current', 'ends at': HELD },
    ...{ 'missed at': ['review-held', 'adoption-review-held'], 'replaced by': 'review-planned' },
  },
  {
    ...{ id: 'our-invitations', duty: 'Invite', before: 'review-planned', within: '0 days' },
    ...{ 'met by': 'invitations-sent', 'replaced by': 'review-planned' },
    ...{ 'ends at': HELD.filter((kind) => kind !== 'review-adjourned'), 'until completed': true },
  },
  {
    ...{ id: 'our-farewell', duty: 'See the child before care ends', after: 'ceased-looked-after' },
    ...{ within: '0 days', 'met by': 'iro-saw-child', 'done since': 'care began', 'ends at': 'never' },
  },
  {
    ...{ id: 'our-visit', duty: 'Visit before the change', after: 'change-proposed', due: 'by' },
    ...{ 'met by': 'iro-visited', 'ends at': ['care', 'change-withdrawn', 'the change'] },
  },
];

function ours(): readonly Rule[] {
  const context = {
    pack: 'testshire',
    vocabulary: SHIPPED,
    sources: new Set(['york-reviews']),
    suggest: () => '',
  };
  return OURS.map((raw) => {
    const { rule, faults } = readRule({ who: 'iro', force: 'practice', source: SOURCE, ...raw }, context);
    if (rule === null) throw new Error(`${raw.id}: ${faults.map(({ message }) => message).join('; ')}`);
    return rule;
  });
}

/** Every pack there is, by its name, with all its rules. */
export const EVERY_PACK: readonly (readonly [string, readonly Rule[]])[] = [
  ...PACKS.map((name) => [name, rulesOf(name)] as const),
  ...written(),
  ['testshire', [...rulesOf('england'), ...ours()]],
];

/** What a rule wants done before: a meeting, a change that was proposed, the end of care; null if nothing. */
export function comesBefore(rule: Rule): 'a meeting' | 'a change' | 'the end of care' | null {
  if (rule.direction === 'before') return 'a meeting';
  if (rule.endsAt.includes('the change')) return 'a change';
  return rule.doneSince === 'care began' ? 'the end of care' : null;
}
