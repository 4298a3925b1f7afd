/** How letters greet and how envelopes name, as British post does. */
import { describe, expect, it } from 'vitest';
import { greeted, onEnvelope } from '../../src/documents/template/greeting';

describe('a letter greets', () => {
  it.each([
    ['Mrs P Adeyemi', 'Mrs Adeyemi'],
    ['Mrs. P. Adeyemi', 'Mrs Adeyemi'],
    ['Ms Jane O’Brien', 'Ms O’Brien'],
    ['Dr Łukasz Łukasiewicz', 'Dr Łukasiewicz'],
    ['Mr J.R. Ŵyn', 'Mr Ŵyn'],
    ['Miss Ana de la Cruz', 'Miss de la Cruz'],
    ['Mx A van der Berg', 'Mx van der Berg'],
    ['Mr and Mrs P Adeyemi', 'Mr and Mrs Adeyemi'],
    ['Dame Ann Lee DBE', 'Dame Ann'],
    ['Mr John Smith OBE', 'Mr Smith'],
  ])('%s by title and family name', (name, said) => {
    expect(greeted(name)).toBe(said);
  });

  it.each(["Jane O'Brien", "Ms Siân O'Brien Łukasiewicz", 'Mrs Patricia Ann Adeyemi', 'Drew Marsh', 'Mrs'])(
    '%s whole, for which part is the family name cannot be told',
    (name) => {
      expect(greeted(name)).toBe(name);
    },
  );
});

describe('an envelope names', () => {
  it.each([
    ['Mrs. P. Adeyemi', 'Mrs P Adeyemi'],
    ['Dr. D.M. Ŵyn', 'Dr D M Ŵyn'],
    ["Jane O'Brien", "Jane O'Brien"],
    ['Prof A St John', 'Prof A St John'],
  ])('%s', (name, written) => {
    expect(onEnvelope(name)).toBe(written);
  });
});
