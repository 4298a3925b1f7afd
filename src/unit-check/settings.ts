/** Each setting as it is kept, held against what it may be; and the settings that letters need. */
import type { Context } from '../context';
import { LETTER_NEEDS } from '../documents/template/letter-parts';
import { isLetter } from '../documents/template/template';
import { UserError } from '../errors';
import { shelfOf } from '../letters/shelf';
import { advice, type Finding, fault, looked, orSound } from '../screens/findings';
import { count } from '../ui/words';
import { checkedSetting, SETTING_KEYS } from './setting-keys';

/** These are looked at as mail uses them. */
const AS_USED = ['host', 'security', 'user', 'password-file', 'certificate-file', 'sendmail', 'from'].map(
  (key) => `mail.${key}`,
);

/** That what was kept still is what may be kept: a pack in its folder, an address. */
export async function checkKept(context: Context, settings: ReadonlyMap<string, string>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { key } of SETTING_KEYS) {
    const value = settings.get(key);
    if (value === undefined || AS_USED.includes(key)) continue;
    try {
      await checkedSetting(key, value, { context, settings });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const said = error.message.startsWith(key) ? error.message : `${key}: ${error.message}`;
      const remedy = `To set it: irotool settings set ${key} VALUE`;
      findings.push(fault(key, said, error.next === '' ? remedy : `${error.next} ${remedy}`));
    }
  }
  return [...orSound(findings, 'settings', 'Every other setting is as it may be.')];
}

/** Settings without which letters leave something out that their readers look for. */
const LOOKED_FOR = [
  ['unit.telephone', 'Letters name no telephone of the unit.'],
  ['unit.email', 'Letters name no e-mail address of the unit.'],
  ['advocacy', 'Letters do not say who offers an advocate.'],
  ['complaints', 'Letters do not say how to complain.'],
] as const;

/** That letters, forms and records can be made, the council’s own among them. */
export function checkLetters(context: Context, settings: ReadonlyMap<string, string>): Finding[] {
  const shelf = looked('letters', 'To see them: irotool letter list', () => shelfOf(context));
  if ('fault' in shelf) return [shelf.fault];
  const needed = new Map<string, number>();
  for (const { kind, needs } of shelf.found.templates.values()) {
    for (const need of new Set([...needs, ...(isLetter(kind) ? LETTER_NEEDS : [])])) {
      needed.set(need, (needed.get(need) ?? 0) + 1);
    }
  }
  const missing = SETTING_KEYS.filter(({ key }) => !settings.has(key)).flatMap(({ key, about }) => {
    const amount = needed.get(key);
    if (amount === undefined) return [];
    const cannot = `${count(amount, 'letter or record', 'letters and records')} cannot be made without ${key} (${about}).`;
    return [fault('letters', cannot, `To set it: irotool settings set ${key} "…"`)];
  });
  const left = LOOKED_FOR.filter(
    ([key]) => ![...settings.keys()].some((each) => each === key || each.startsWith(`${key}.`)),
  ).map(([key, found]) => advice('letters', found, `To have it said: irotool settings set ${key} "…"`));
  return [
    ...orSound([...missing, ...left], 'letters', 'Letters, forms and records have the settings they need.'),
  ];
}
