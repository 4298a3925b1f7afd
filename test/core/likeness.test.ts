import { describe, expect, it } from 'vitest';
import { isClose } from '../../src/core/names/closeness';
import { hiddenIn, isSameName, nameKey, tidyName } from '../../src/core/names/likeness';
import { printed, shown, streamed } from '../../src/core/shown';

describe('one person', () => {
  it.each([
    ["Siân O'Brien", 'Siân O’Brien'],
    ["Siân O'Brien", 'SIÂN OʼBRIEN'],
    ["Siân O'Brien", 'siân o`brien'],
    ["Siân O'Brien", 'Siân O\u02bdBrien'],
    ['Siân Owen', 'Sia\u0302n Owen'],
    ['Ann Smith-Jones', 'Ann Smith‑Jones'],
    ['Ann Smith-Jones', 'Ann Smith–Jones'],
    ['Ann Lee', ' ann  lee '],
    ['Ann Lee', 'Ann\u00a0Lee'],
    ['Jörg Groß', 'JÖRG GROSS'],
    ['Νίκος', 'ΝΊΚΟΣ'],
    ['علی‌رضا', 'علیرضا'],
  ])('is %s, typed as %s', (a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isSameName(b, a)).toBe(true);
  });

  it.each([
    ['Łukasz Nowak', 'Lukasz Nowak'],
    ['M Ŵyn', 'M Wyn'],
    ['Ann Lee', 'Anne Lee'],
    ["O'Brien", 'OBrien'],
    ['Ann Smith-Jones', 'Ann Smith Jones'],
  ])('is not %s and %s without asking', (a, b) => expect(isSameName(a, b)).toBe(false));
});

describe('close names', () => {
  it.each([
    ["Siân O'Brien", 'Siân OBrien'],
    ['Siân O’Brien', 'Sian O Brien'],
    ['Anna Łukasiewicz', 'Anna Lukasiewicz'],
    ['M Ŵyn', 'M Wyn'],
    ['Ann Smith-Jones', 'Ann Smith Jones'],
    ['Ann Lee', 'Anne Lee'],
    ['Katherine Marsh', 'Kathrine Marsh'],
    ['Katherine Marsh', 'Katharine Marsh'],
    ['Katherine Marsh', 'Kahterine Marsh'],
    ['Ali Khan', 'Khan Ali'],
    ['Ali Khan', 'Khan, Ali'],
    ['A Khan', 'Ali Khan'],
    ['A. Khan', 'Ali Khan'],
    ['Ann Lee', 'Ann M Lee'],
    ['Ann Mary Lee', 'Ann M. Lee'],
    ['Dr Ann Lee', 'Ann Lee'],
    ['Jürgen Müller', 'Jurgen Muller'],
    ['Иван Петров', 'Иван Петрова'],
  ])('%s and %s are asked about', (a, b) => {
    expect(isClose(a, b)).toBe(true);
    expect(isClose(b, a)).toBe(true);
  });

  it.each([
    ['Ali', 'Alia'],
    ['Jo Smith', 'Joe Smith'],
    ['Jayden Smith', 'Hayden Smith'],
    ['Ann Lee', 'Jan Lee'],
    ['Ann Lee', 'Ann Low'],
    ['A Khan', 'B Khan'],
    ['A Khan', 'Bela Khan'],
    ['Ann Mary Lee', 'Ann Rose Lee'],
    ['Worker 12', 'Worker 13'],
    ['Ann Lee', 'Ann Leeson'],
    ['', 'Ann'],
    ['…', '!'],
  ])('%s and %s are two', (a, b) => {
    expect(isClose(a, b)).toBe(false);
    expect(isClose(b, a)).toBe(false);
  });

  it.each([
    ['Children in Care East', 'Children in care – East', true],
    ['Disabled Children', 'Disabled Childern', true],
    ['North-East', 'North East', true],
    ['Children in Care East', 'Children in Care West', false],
    ['East 1', 'East 2', false],
    ['Team A', 'Team B', false],
    ['Adoption Team', 'Adoption and Permanence Team', false],
    ['A Team', 'Alpha Team', false],
  ])('the teams %s and %s: %s', (a, b, is) => expect(isClose(a, b, 'team')).toBe(is));
});

describe('a name as it is kept', () => {
  it('is composed, with one space between its words', () => {
    expect(tidyName('  Sia\u0302n \u00a0 O’Brien ')).toBe('Siân O’Brien');
    expect(nameKey('Ann Lee')).toBe('ann lee');
  });

  it.each([
    ['Ann\u202eLee', 'U+202E'],
    ['Ann\u2066Lee', 'U+2066'],
    ['Ann\u200fLee', 'U+200F'],
    ['Ann\u061cLee', 'U+061C'],
    ['Ann\u0085Lee', 'U+0085'],
    ['Ann\u001b[8mLee', 'U+001B'],
    ['Ann\nLee', 'U+000A'],
    ['Ann\u200bLee', 'U+200B'],
    ['\ufeffAnn Lee', 'U+FEFF'],
    ['An\u00adn', 'U+00AD'],
  ])('holds nothing that nobody sees: %j', (name, sign) => expect(hiddenIn(name)).toBe(sign));

  it('has no sign that is left out or replaced when it is shown: of all the signs there are', () => {
    const changed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const name = `Ann${String.fromCodePoint(code)}Lee`;
      if (hiddenIn(name) !== null) continue;
      if ([shown, printed, streamed].some((write) => write(name) !== name)) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('may have the joiners of Persian and Indic names', () => {
    expect(hiddenIn('علی‌رضا')).toBeNull();
    expect(hiddenIn('ක්‍රිස්ටි')).toBeNull();
  });
});
