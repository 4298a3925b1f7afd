/** A council's own roles and events, as its pack.yaml gives them: what is taken, and what is refused in words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deathObjection } from '../../src/core/checks/after-death';
import { inOrder } from '../../src/core/events/order';
import type { IsoDate } from '../../src/core/time/dates';
import { readPack } from '../../src/law/packs';
import { shelf } from '../../src/law/shipped';
import { faultsOf, packFolder, rule, write } from './pack-folder';

const CHILD = 'C1';

/** A pack whose pack.yaml goes on from its fourth line. */
const withWords = (lines: string, rules = '# none\n'): string =>
  packFolder(rules, { 'pack.yaml': `name: leeds\ntitle: Leeds\nextends: england\n${lines}` });

const event = (...lines: string[]): string =>
  [
    'events:',
    '  - id: guardian-met',
    '    says: met the guardian',
    '    belongs to: care',
    ...lines,
    '',
  ].join('\n');

const attributes = (...lines: string[]): string =>
  event('    attributes:', ...lines.map((line) => `      ${line}`));

describe('a council’s own words', () => {
  it('are taken: an event with an attribute of each kind, and a rule that names it and a role', () => {
    const folder = withWords(
      `roles: [guardian]\n${attributes(
        'a: { kind: text, label: said, help: what was said, needed: yes }'.replace(
          'needed: yes',
          'needed: true',
        ),
        'b: { kind: list }',
        'c: { kind: day }',
        'd: { kind: day to come }',
        'e: { kind: time }',
        'f: { kind: count }',
        'g: { kind: yes or no }',
        'h: { kind: one of, choices: [home, school] }',
        'i: { kind: some of, choices: [home, school] }',
        'j: { kind: who }',
        'k: { kind: people }',
        'l: { kind: someone }',
        'm: { kind: colleague }',
      )}`,
      rule({ who: 'who: guardian', after: 'after: guardian-met h=home', within: 'within: 5 days of d' }),
    );
    const { pack, faults } = readPack(folder, shelf());
    expect(faults).toEqual([]);
    expect(pack!.roles).toEqual(['guardian']);
    const [own] = pack!.events!;
    expect(own).toMatchObject({ kind: 'guardian-met', belongs: 'care', says: 'met the guardian' });
    expect(Object.values(own!.attributes).map(({ kind }) => kind)).toEqual(
      ['text', 'texts', 'day', 'day', 'time', 'count', 'yesNo', 'oneOf', 'someOf'].concat([
        'who',
        'people',
        'someone',
        'colleague',
      ]),
    );
    expect(own!.attributes.a).toEqual({ kind: 'text', label: 'said', help: 'what was said', required: true });
  });

  it('before or after a review may say which review they are of', () => {
    const { pack } = readPack(
      withWords(event().replace('belongs to: care', 'belongs to: before a review')),
      shelf(),
    );
    expect(pack!.events![0]!.attributes).toHaveProperty('review');
  });

  it('may say that they are only of the living, and that they come before a meeting of their day', () => {
    const [said] = readPack(
      withWords(event('    only of the living: true', '    before a meeting: true')),
      shelf(),
    ).pack!.events!;
    expect(said).toMatchObject({ ofTheLiving: true, beforeMeeting: true });
    const died = { on: '2026-03-02' as IsoDate, kind: 'child-died', attributes: {} };
    const met = { on: '2026-03-03' as IsoDate, kind: 'guardian-met', attributes: {} };
    expect(deathObjection({ ...met, own: said! }, [died], CHILD)?.what).toContain('C1 died on');
    const { ofTheLiving: _, ...unsaid } = said!;
    expect(deathObjection({ ...met, own: unsaid }, [died], CHILD)).toBeNull();
    const held = { on: met.on, kind: 'review-conference-held', attributes: {}, id: 1 };
    expect(inOrder([held, { ...met, own: said!, id: 2 }]).map(({ kind }) => kind)).toEqual([
      'guardian-met',
      'review-conference-held',
    ]);
  });

  it('that need no period of care must say what ends a rule that runs from them', () => {
    const own = event().replace('belongs to: care', 'belongs to: own');
    const rules = rule({ after: 'after: guardian-met' });
    expect(faultsOf(withWords(own, rules))).toEqual([
      'leeds/rules.yaml:1: "ends at" is missing: an event, "care", or "never"',
    ]);
    expect(faultsOf(withWords(event(), rules))).toEqual([]);
  });
});

describe('each fault is one sentence with its line', () => {
  const cases: [what: string, words: string, fault: string][] = [
    [
      'a role that there is already',
      'roles: [iro]\n',
      '4: "iro" is one of irotool’s own roles: leave it out',
    ],
    [
      'words for a role that is none of its own',
      'roles: [guardian]\ncalled:\n  placement-team: [finders]\n',
      '6: "placement-team" is no role of this pack: it stands in "roles"',
    ],
    [
      'words for a role that are no list',
      'roles: [guardian]\ncalled:\n  guardian: finders\n',
      '6: the words for a role are a list: [family finders, matching team]',
    ],
    ['a role given twice', 'roles: [guardian, guardian]\n', '4: the role "guardian" is given twice'],
    [
      'a role that is no word',
      'roles: [Guardian]\n',
      '4: a role is small letters with hyphens between, such as placement-team-told; not "Guardian"',
    ],
    [
      'roles that are no list',
      'roles: guardian\n',
      '4: "roles" is a list: type such as roles: [placement-team, guardian]',
    ],
    [
      'an event that there is already',
      event().replace('guardian-met', 'iro-visited'),
      '5: "iro-visited" is one of irotool’s own events: give yours another id',
    ],
    [
      'an event that is a word of rules',
      event().replace('guardian-met', 'care'),
      '5: "care" has a meaning in rules: give yours another id',
    ],
    [
      'an event whose name is no word',
      event().replace('guardian-met', 'Guardian_2'),
      '5: the id of an event is small letters with hyphens between, such as placement-team-told; not "Guardian_2"',
    ],
    [
      'an event given twice',
      `${event()}  - id: guardian-met\n    says: met them\n    belongs to: own\n`,
      '8: the event "guardian-met" is given twice',
    ],
    [
      'an event that says nothing',
      event().replace('    says: met the guardian\n', ''),
      '5: "says" is missing',
    ],
    [
      'an event that belongs nowhere',
      event().replace('to: care', 'to: carers'),
      '7: "belongs to" must be one of: care, before a review, after a review, closing, own; not "carers"',
    ],
    [
      'a key of an event',
      event('    attribute: {}'),
      '8: there is no key "attribute" in an event. Did you mean "attributes"?',
    ],
    [
      'events that are no list',
      'events: guardian-met\n',
      '4: "events" is a list: each event begins with "- id:"',
    ],
    ['an attribute of no kind', attributes('saw: { label: saw }'), '9: "kind" is missing'],
    [
      'a kind that is none',
      attributes('saw: { kind: peopel }'),
      '9: "kind" must be one of: text, list, day, day to come, time, count, yes or no, one of, some of, who, people, someone, colleague; not "peopel"',
    ],
    [
      'one of nothing',
      attributes('at: { kind: one of }'),
      '9: "at" needs what may be chosen: type choices: [home, school]',
    ],
    [
      'choices of a text',
      attributes('at: { kind: text, choices: [home] }'),
      '9: "choices" goes with kind: one of, or some of; not with text',
    ],
    [
      'a choice of two words',
      attributes('at: { kind: one of, choices: [at home] }'),
      '9: a choice is small letters with hyphens between; not "at home"',
    ],
    [
      'an attribute of irotool’s own',
      attributes('ref: { kind: text }'),
      '9: "ref" is an attribute of irotool’s own: give yours another name',
    ],
    [
      'an attribute whose name is no word',
      attributes('Saw who: { kind: text }'),
      '9: the name of an attribute is small letters with hyphens between; not "Saw who"',
    ],
    [
      'an attribute without its kind',
      attributes('saw: people'),
      '9: "saw" needs its kind: type saw: { kind: text }',
    ],
    [
      'a key of an attribute',
      attributes('saw: { kind: people, lable: saw }'),
      '9: an attribute has no key "lable". Did you mean "label"?',
    ],
  ];

  it.each(cases)('%s', (_what, words, fault) => {
    expect(faultsOf(withWords(words))).toEqual([`leeds/pack.yaml:${fault}`]);
  });

  it('an attribute given twice', () => {
    const [first, ...more] = faultsOf(withWords(attributes('saw: { kind: people }', 'saw: { kind: text }')));
    expect(more).toEqual([]);
    expect(first).toMatch(/^leeds\/pack\.yaml:10: .*"saw".*twice/);
  });

  it('a role in a rule that the pack does not name', () => {
    expect(faultsOf(withWords('roles: [guardian]\n', rule({ who: 'who: gardian' })))).toEqual([
      'leeds/rules.yaml:3: "who" must be one of: unit, iro, social-worker, manager, service-manager, chair, applicant, guardian; not "gardian"',
    ]);
  });

  it('an attribute of its own event that a rule misspells', () => {
    const pack = withWords(
      attributes('at: { kind: one of, choices: [home, school] }'),
      rule({ 'met by': 'met by: guardian-met at=work' }),
    );
    expect(faultsOf(pack)).toEqual(['leeds/rules.yaml:6: "at" is one of: home, school; not "work"']);
  });

  it('a limit by the date of an event whose "by" is no day', () => {
    const due = rule({ after: 'after: guardian-met', within: 'due: by' });
    expect(faultsOf(withWords(attributes('by: { kind: colleague }'), due))).toEqual([
      'leeds/rules.yaml:5: "guardian-met" names no date: its "by" is no day',
    ]);
    expect(faultsOf(withWords(attributes('by: { kind: day to come }'), due))).toEqual([]);
  });

  it('and an event of nobody’s has the nearest of the pack’s own', () => {
    expect(faultsOf(withWords(event(), rule({ after: 'after: guardian-meet' })))).toEqual([
      'leeds/rules.yaml:4: there is no event "guardian-meet". Did you mean "guardian-met"?',
    ]);
  });
});

it('a pack that stands alone may have events too', () => {
  expect(faultsOf(write({ 'pack.yaml': `name: a\ntitle: A\n${event()}` }))).toEqual([]);
});

it('what a new pack has as an example is taken once its marks are taken away', () => {
  const begun = readFileSync(join(import.meta.dirname, '..', '..', 'templates', 'pack', 'pack.yaml'), 'utf8');
  const example = begun.replace(/[\s\S]*?(?=# roles:)/, '').replaceAll(/^# /gm, '');
  const { pack, faults } = readPack(withWords(example), shelf());
  expect(faults).toEqual([]);
  expect([pack!.roles, pack!.events!.map(({ kind }) => kind)]).toEqual([
    ['placement-team'],
    ['placement-team-told'],
  ]);
});
