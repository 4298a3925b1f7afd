/** What an entry of the list of events is made of: the types of attributes, and what is said of any sitting. */
import { LEGAL_STATUS_CODES, MATTERS_CONSIDERED } from './codes';
import type { AttributeSpec, Belonging, EventSpec, Matter } from './spec';

export const text: AttributeSpec = { type: 'text' };
/** A day on which something happened. */
export const date: AttributeSpec = { type: 'date', lies: 'past' };
/** A day by which, or on which, something is to happen. */
export const dayToCome: AttributeSpec = { type: 'date', lies: 'future' };
export const time: AttributeSpec = { type: 'time' };
export const person: AttributeSpec = { type: 'person' };
export const number: AttributeSpec = { type: 'number' };
export const requiredDate: AttributeSpec = { ...dayToCome, required: true };
export const requiredText: AttributeSpec = { type: 'text', required: true };
export const yes: AttributeSpec = { type: { choices: ['yes', 'no'] }, default: 'no' };
export const list: AttributeSpec = { type: { list: 'any' } };
export const people: AttributeSpec = { type: { list: 'any', of: 'people' } };
export const children: AttributeSpec = { type: { list: 'any', of: 'children' } };
export const who: AttributeSpec = { type: 'who', required: true };
export const someone: AttributeSpec = { type: 'someone' };
/** The reference of a matter: `1.2`. */
export const refTo = (matter: Matter): AttributeSpec => ({ type: matter, required: true });
export const legalStatus: AttributeSpec = { type: { choices: LEGAL_STATUS_CODES } };
export const oneOf = (choices: readonly string[]): AttributeSpec => ({ type: { choices } });
export const requiredOneOf = (choices: readonly string[]): AttributeSpec => ({
  type: { choices },
  required: true,
});
export const someOf = (choices: readonly string[]): AttributeSpec => ({ type: { list: choices } });

/** What is said of any review that sat. */
export const SITTING: Record<string, AttributeSpec> = {
  time,
  venue: text,
  chair: person,
  attended: people,
  'also-sat': list,
  'child-chaired': yes,
  'agenda-agreed': yes,
  'supporter-explained': yes,
  'papers-summarised': yes,
  considered: someOf(MATTERS_CONSIDERED),
  'not-considered': text,
  differences: text,
  'not-followed': text,
  satisfied: oneOf(['yes', 'no']),
  'late-because': text,
  'agreed-by': text,
};

const REVIEW: AttributeSpec = { type: 'numbered-review' };

export function event(
  kind: string,
  belongs: Belonging,
  says: string,
  attributes: Record<string, AttributeSpec> = {},
  more: Pick<EventSpec, 'replaces'> = {},
): EventSpec {
  const reviewed = belongs === 'before' || belongs === 'after' ? { review: REVIEW } : {};
  return { kind, belongs, says, attributes: { ...attributes, ...reviewed }, ...more };
}

export const REPLACES = { replaces: true } as const;
