/**
 * Where a rule is written, as a rule file says it.
 */
import { isIsoDate } from '../time/dates';
import { type FaultsOfRule, isRecord, type Path, wordsOf } from './raw';
import { type Citation, GRADES, type Grade } from './rule';

/** One source of a rule, from what a rule file says; undefined, and a fault, for what is wrong. */
export function readCitation(reader: FaultsOfRule, value: unknown, path: Path): Citation | undefined {
  if (!isRecord(value)) {
    return reader.fault(
      path,
      'a source is written { id: frg, at: none, grade: source, checked: 2026-11-22 }, with its own words',
    );
  }
  const { sources, suggest } = reader.context;
  const strange = Object.keys(value).filter((key) => !['id', 'at', 'grade', 'checked'].includes(key));
  // `at: paras 3, 4` within { }: what follows the comma is read as a key with nothing after it.
  const cut = strange.filter((key) => value[key] === null);
  if (cut.length > 0) {
    const whole = [wordsOf(value.at), ...cut].join(', ');
    reader.fault(
      [...path, cut[0]!],
      `words with a comma in them go in quotation marks within { }: type at: "${whole}"`,
    );
  }
  for (const key of strange.filter((each) => !cut.includes(each))) {
    reader.fault([...path, key], `a source has id, at, grade and checked; not "${key}"`);
  }
  const { id, at, grade, checked } = value;
  if (typeof id !== 'string' || !sources.has(id)) {
    return reader.fault(path, `there is no source "${wordsOf(id)}".${suggest(wordsOf(id), sources)}`);
  }
  if (typeof at !== 'string' || at.trim() === '') {
    return reader.fault(path, `the source "${id}" needs "at", its place there, or "at: none"`);
  }
  if (!(GRADES as readonly unknown[]).includes(grade)) {
    return reader.fault(path, `the source "${id}" needs a "grade": ${GRADES.join(', ')}`);
  }
  if (typeof checked !== 'string' || !isIsoDate(checked)) {
    return reader.fault(
      path,
      `the source "${id}" needs "checked", the date a person last read it (2026-11-22)`,
    );
  }
  return { id, at: at === 'none' ? null : at, grade: grade as Grade, checked };
}
