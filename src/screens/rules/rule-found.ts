/** The rule of a pack by its name, as it stood on a day. */

import { isDueIn, isRaisedIn } from '../../core/rules/force';
import { inForceOn, type Pack, type Rule, ruleAsOf } from '../../core/rules/rule';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { didYouMean, UserError } from '../../errors';
import { shippedLaw } from '../../law/shipped';
import { daysWords } from './rule-words';

/** The rule with what was in force on a day; a UserError if nothing of it was. */
export function ruleAsItStood(rule: Rule, on: IsoDate): Rule {
  const then = inForceOn(rule, on);
  if (isRaisedIn(rule.days, on) && isDueIn(rule.days, on) && then.limits.length > 0) return then;
  const days = (rule.limits.find((limit) => limit.days)?.days ?? rule.days)!;
  throw new UserError(
    `"${rule.id}" was not in force on ${plainDate(on)}: it is ${daysWords(days)}.`,
    `To see it whole: irotool rules show ${rule.id}`,
  );
}

export function ruleNamed(pack: Pack, id: string, on: IsoDate): Rule {
  const rule = ruleAsOf(pack.rules, id, on, on);
  if (rule) return rule;
  const dropped = pack.dropped?.find((each) => each.id === id);
  if (dropped) {
    throw new UserError(
      `The pack ${dropped.pack} does without "${id}": ${dropped.reason}`,
      `As it is elsewhere: irotool rules show ${id} --pack england`,
    );
  }
  const other = shippedLaw().packs.find((each) => each.rules.some((candidate) => candidate.id === id));
  const near = didYouMean(
    id,
    pack.rules.map((candidate) => candidate.id),
  );
  throw new UserError(
    `The pack ${pack.name} has no rule "${id}".${other ? '' : near}`,
    other ? `irotool rules show ${id} --pack ${other.name}` : 'To see them all: irotool rules list',
  );
}
