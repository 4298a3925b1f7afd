/** A cell as the value that an attribute keeps: a code or its words, a yes, one of a set, a day. */
import type { AttributeSpec, CodeList } from '../../core/events/attribute';
import { readAttribute } from '../../core/events/reading';
import type { IsoDate } from '../../core/time/dates';
import { shippedLaw } from '../../law/shipped';
import { heldWords } from '../ssda903/cells';
import type { Problem } from '../ssda903/report';

const PUT_RIGHT_HERE = 'Put it right in the file, or say in the map what it means, and import again.';

/** The code that is meant by itself, or by what it means, in capital or small letters; null if it is none. */
export function codeMeant(list: CodeList | 'reason-new-episode', text: string): string | null {
  const codes = shippedLaw().codes[list] ?? {};
  if (Object.hasOwn(codes, text)) return text;
  const plain = plainWords(text);
  for (const [code, { label, short, old }] of Object.entries(codes)) {
    if (old) continue;
    if (code.toLowerCase() === plain || plainWords(label) === plain || (short && plainWords(short) === plain))
      return code;
  }
  // A code with its words behind it: `C2 Full care order`.
  const first = /^([A-Za-z]{1,5}\d{0,2}[A-Za-z]?)[\s:–-]/.exec(text)?.[1]?.toUpperCase();
  return first !== undefined && Object.hasOwn(codes, first) ? first : null;
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s’']+/g, ' ')
    .trim();

const YES = new Set(['y', 'yes', 'true', '1']);
const NO = new Set(['n', 'no', 'false', '0']);

/** What an attribute keeps of a text; a problem if it cannot be of its kind. Of a day, the day that the column gives. */
export function keptValue(
  name: string,
  spec: AttributeSpec,
  { text, column }: { readonly text: string; readonly column: string },
  days: ReadonlyMap<string, IsoDate> | undefined,
): string | Problem {
  if (spec.kind === 'day') return days?.get(text) ?? dayProblem(column, text);
  if (spec.codes !== undefined) {
    const code = codeMeant(spec.codes, text);
    if (code !== null && (spec.choices === undefined || spec.choices.includes(code))) return code;
    // Where a child lives may be said in words of the unit's own.
    if (spec.kind === 'text' && spec.codes === 'placement') return text;
    return codeProblem(column, text);
  }
  if (spec.kind === 'yesNo') {
    const plain = text.toLowerCase();
    return YES.has(plain) ? 'yes' : NO.has(plain) ? 'no' : codeProblem(column, text);
  }
  const typed =
    spec.kind === 'oneOf' ? (spec.choices!.find((choice) => sameWord(choice, text)) ?? text) : text;
  const read = readAttribute(name, typed, spec);
  return 'fault' in read ? codeProblem(column, text) : read.value;
}

const sameWord = (choice: string, text: string): boolean =>
  plainWords(choice.replaceAll('-', ' ')) === plainWords(text.replaceAll('-', ' '));

export function dayProblem(column: string, text: string, isBirth = false): Problem {
  const why =
    text === ''
      ? `${column} is blank.`
      : isBirth
        ? `${column} is not a day.`
        : `${column} ${heldWords(text, 'day')}, which is not a day.`;
  return { column, reason: 'date', why, next: 'Write the day as 13/04/2026 or 2026-04-13 and import again.' };
}

export function codeProblem(column: string, text: string): Problem {
  const why = `${column} ${heldWords(text, 'code')}, which is none of what belongs there.`;
  return { column, reason: 'code', why, next: PUT_RIGHT_HERE };
}
