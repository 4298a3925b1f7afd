/** Which language an interpreter is needed for, read from what was written of someone's needs. */
import { describe, expect, it } from 'vitest';
import { interpreterAmong } from '../../src/core/reviews/interpreter';

describe('an interpreter written among what someone needs', () => {
  it.each([
    ['interpreter: Tigrinya', 'Tigrinya'],
    ['Interpreter (Tigrinya)', 'Tigrinya'],
    ['Interpreter - Kurdish (Sorani)', 'Kurdish (Sorani)'],
    ['an interpreter needed: Polish', 'Polish'],
    ['large print; interpreter in polish; a ramp', 'polish'],
    ['Polish interpreter', 'Polish'],
    ['Needs a Polish interpreter and large print', 'Polish'],
    ['large print, and a British Sign Language interpreter', 'British Sign Language'],
    ['British sign language interpreter', 'British sign language'],
    ['a Polish-speaking interpreter', 'Polish'],
    ['interpreter: Polish and large print', 'Polish'],
    ['(interpreter: Polish)', 'Polish'],
  ])('is for the language that %s names', (needs, language) => {
    expect(interpreterAmong(needs)).toBe(language);
  });

  it.each([
    ['large print'],
    ['An interpreter'],
    ['Needs an interpreter'],
    ['interpreter: none'],
    ['No interpreter needed'],
    ['interpreter: not needed'],
    ['interpreter for the mother'],
  ])('is of no language if %s names none', (needs) => {
    expect(interpreterAmong(needs)).toBeNull();
  });
});
