/** Of whom it is said, to others and in the figures, that the IRO saw them. */
import { expect, it } from 'vitest';
import { sawTheChild } from '../../src/core/reviews/seen-before';

const saw = (kind: string, attributes: Readonly<Record<string, string>> = {}): boolean =>
  sawTheChild({ on: '2026-03-02', kind, attributes } as Parameters<typeof sawTheChild>[0]);

it('a child whom the IRO spoke with was seen, and one who refused was not', () => {
  expect(saw('iro-saw-child')).toBe(true);
  expect(saw('iro-saw-child', { outcome: 'seen', how: 'video' })).toBe(true);
  expect(saw('iro-saw-child', { outcome: 'refused' })).toBe(false);
});

it('a child was seen at the introductory visit, if it is not said that others alone were met', () => {
  expect(saw('iro-visited')).toBe(true);
  expect(saw('iro-visited', { met: 'carer,child' })).toBe(true);
  expect(saw('iro-visited', { met: 'carer' })).toBe(false);
  expect(saw('midway-checked')).toBe(false);
});
