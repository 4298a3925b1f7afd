import { describe, expect, it } from 'vitest';
import { readPack } from '../../src/law/packs';
import { shelf } from '../../src/law/shipped';
import { faultsOf, packFolder, rule, SOURCE, write } from './pack-folder';

const overlay = (id: string, limit: string): string => `- id: ${id}\n  ${limit}\n  ${SOURCE}\n`;

describe('a pack without faults', () => {
  it('adds a rule to those of the pack it stands on', () => {
    const { pack, faults } = readPack(packFolder(rule()), shelf());
    expect(faults).toEqual([]);
    expect(pack?.rules.map((each) => each.id)).toContain('visit');
    expect(pack?.rules.map((each) => each.id)).toContain('review-first');
  });

  it('may call a duty something of at most 26 letters on a narrow screen', () => {
    expect(faultsOf(packFolder(rule({ short: 'short: Visit the child in a home' })))).toEqual([]);
    expect(faultsOf(packFolder(rule({ short: 'short: Visit the child at her home' })))).toHaveLength(1);
  });

  it('keeps the limit that it tightens beside its own', () => {
    const { pack } = readPack(packFolder(overlay('review-later', 'within: 5 months')), shelf());
    const limits = pack?.rules.find((each) => each.id === 'review-later')?.limits;
    expect(limits?.map((limit) => [limit.pack, limit.count])).toEqual([
      ['england', { amount: 6, unit: 'months' }],
      ['leeds', { amount: 5, unit: 'months' }],
    ]);
  });

  it('may stand on a pack that stands on another', () => {
    const manifest = { 'pack.yaml': 'name: leeds\ntitle: Leeds\nextends: york\n' };
    const { pack } = readPack(packFolder(overlay('review-second', 'within: 80 days'), manifest), shelf());
    const limits = pack?.rules.find((each) => each.id === 'review-second')?.limits;
    // York's own ninety-one days are practice: ours take their place.
    expect(limits?.map((limit) => limit.pack)).toEqual(['england', 'leeds']);
  });

  it('may stand alone, hold no rules yet, or hold only notes', () => {
    expect(faultsOf(write({ 'pack.yaml': 'name: a\ntitle: A\n', 'rules.yaml': '# none yet\n' }))).toEqual([]);
  });

  it('may say "not" before a condition, one attribute of an event, and a list', () => {
    const text = rule({
      after: 'after: [placement-started, review-held meeting=yes]',
      when: 'when: not short-breaks',
      'ends at': 'ends at: [care, review-held]',
    });
    expect(faultsOf(packFolder(text))).toEqual([]);
  });
});

describe('each fault is named with its file and line', () => {
  const cases: [what: string, rules: string, fault: string][] = [
    [
      'a short name that is none',
      rule({ short: 'short: Visit the child in the home' }),
      'rules.yaml:9: "short" has 27 letters: at most 26 fit a narrow screen',
    ],
    [
      'a key that is none',
      rule({ within: 'witin: 10 working days' }),
      'rules.yaml:5: there is no key "witin" in a rule. Did you mean "within"?',
    ],
    [
      'an event that is none',
      rule({ after: 'after: placement-startd' }),
      'rules.yaml:4: there is no event "placement-startd". Did you mean "placement-started"?',
    ],
    [
      'an event in a list that is none',
      rule({ 'met by': 'met by:\n    - iro-saw-child\n    - nothing' }),
      'rules.yaml:8: there is no event "nothing".',
    ],
    [
      'an attribute that the event has not',
      rule({ after: 'after: placement-started immediate=yes' }),
      'rules.yaml:4: "placement-started" has no attribute "immediate".',
    ],
    [
      'a value that the attribute has not',
      rule({ after: 'after: review-held meeting=perhaps' }),
      'rules.yaml:4: "meeting" is one of: yes, no; not "perhaps"',
    ],
    [
      'two attributes',
      rule({ after: 'after: review-held meeting=yes code=PN1' }),
      'rules.yaml:4: an event may carry one key=value, not "review-held meeting=yes code=PN1"',
    ],
    [
      'a condition that is none',
      rule({ when: 'when: not short-break' }),
      'rules.yaml:9: there is no condition "short-break" for "when". Did you mean "short-breaks"?',
    ],
    [
      'a condition of the wrong time',
      rule({ when: 'when: long-term-foster-over-a-year' }),
      'rules.yaml:9: there is no condition "long-term-foster-over-a-year" for "when".',
    ],
    ['no source', rule({ source: null }), 'rules.yaml:1: a rule needs a "source": no duty without one'],
    [
      'a source that is none',
      rule({ source: SOURCE.replace('frg', 'frog') }),
      'rules.yaml:8: there is no source "frog". Did you mean "frg"?',
    ],
    [
      'a source without its place',
      rule({ source: SOURCE.replace('at: none, ', '') }),
      'rules.yaml:8: the source "frg" needs "at", its place there, or "at: none"',
    ],
    [
      'a grade that is none',
      rule({ source: SOURCE.replace('grade: source', 'grade: sure') }),
      'rules.yaml:8: the source "frg" needs a "grade": primary, quoted, source, unverified',
    ],
    [
      'a day of checking that is no date',
      rule({ source: SOURCE.replace('2026-11-22', '2026-02-30') }),
      'rules.yaml:8: the source "frg" needs "checked", the date a person last read it (2026-11-22)',
    ],
    [
      'a key of a source that is none',
      rule({ source: SOURCE.replace('{', '{ page: 3,') }),
      'rules.yaml:8: a source has id, at, grade and checked; not "page"',
    ],
    ['an id given twice', `${rule()}\n${rule()}`, 'rules.yaml:9: the id "visit" is given twice'],
    [
      'an id with capitals',
      rule({ id: 'id: Visit' }),
      'rules.yaml:1: an id is small letters, figures and hyphens; not "Visit"',
    ],
    [
      'a role that is none',
      rule({ who: 'who: nobody' }),
      'rules.yaml:3: "who" must be one of: unit, iro, social-worker',
    ],
    [
      'a force that is none',
      rule({ force: 'force: strong' }),
      'rules.yaml:7: "force" must be one of: statutory, guidance, practice; not "strong"',
    ],
    [
      'both after and before',
      rule({ before: 'before: review-planned' }),
      'rules.yaml:9: either "after" or "before", not both',
    ],
    ['neither after nor before', rule({ after: null }), 'rules.yaml:1: "after" (or "before") is missing'],
    [
      'before an event that fixes no meeting',
      rule({ after: 'before: placement-started' }),
      'rules.yaml:4: "placement-started" fixes no meeting to count back from; use "after"',
    ],
    [
      'a limit that is no limit',
      rule({ within: 'within: ten days' }),
      'rules.yaml:5: "within" is a number of working days, days, weeks, months; not "ten days"',
    ],
    [
      'a limit with no unit',
      rule({ within: 'within: 10' }),
      'rules.yaml:5: "within" is a number of working days, days, weeks, months; not "10"',
    ],
    ['no limit', rule({ within: null }), 'rules.yaml:1: a rule needs one limit'],
    ['two limits', rule({ undated: 'undated: true' }), 'rules.yaml:9: a rule needs one limit'],
    [
      'the date of an event that has none',
      rule({ within: 'due: by' }),
      'rules.yaml:5: "placement-started" names no date: it has no "by"',
    ],
    ['nothing that meets it', rule({ 'met by': null }), 'rules.yaml:1: "met by" is missing'],
    ['no duty', rule({ duty: null }), 'rules.yaml:1: "duty" is missing'],
    [
      'no end, of a rule outside care',
      rule({ after: 'after: dispute-opened' }),
      'rules.yaml:1: "ends at" is missing: an event, "care", or "never"',
    ],
    [
      'never beside something else',
      rule({ 'ends at': 'ends at: [never, care]' }),
      'rules.yaml:9: "never" stands alone',
    ],
    [
      'a way of counting that is none',
      rule({ counting: 'counting: from then' }),
      'rules.yaml:9: "counting" must be one of: from that day, from the first sitting',
    ],
    [
      'not before something that is no number of days',
      rule({ 'not before': 'not before: 4 weeks' }),
      'rules.yaml:9: "not before" is a number of days, such as "28 days"',
    ],
    ['a rule that is no rule', '- visit the child\n', 'rules.yaml:1: a rule is a list of "key: value"'],
    ['a file that is no list', 'id: visit\n', 'rules.yaml:1: a rule file is a list'],
  ];

  it.each(cases)('%s', (_what, rules, fault) => {
    const faults = faultsOf(packFolder(rules));
    expect(faults).not.toEqual([]);
    expect(faults[0]).toContain(fault);
  });

  it('all of them, not only the first', () => {
    expect(faultsOf(packFolder(rule({ who: 'who: nobody', force: 'force: strong' })))).toHaveLength(2);
  });

  it('an id given twice in two files', () => {
    const faults = faultsOf(packFolder(rule(), { 'more/others.yaml': rule() }));
    expect(faults).toEqual([
      'leeds/rules.yaml:1: the id "visit" is given twice (also in leeds/more/others.yaml:1)',
    ]);
  });
});

describe('a pack may only tighten', () => {
  const looser: [id: string, limit: string][] = [
    ['review-first', 'within: 21 working days'],
    ['review-second', 'within: 4 months'],
    ['irm-apply-fostering', 'within: 29 days'],
    ['adoption-first-placed', 'within: 5 weeks'],
    // Across units: refused only where it could never come first.
    ['review-second', 'within: 93 days'],
    ['review-second', 'within: 14 weeks'],
    ['review-first', 'within: 2 months'],
    ['irm-apply-fostering', 'within: 30 working days'],
    // Steps before a meeting: fewer days before it are looser.
    ['sw-iro-discuss', 'within: 14 working days'],
    ['child-consult', 'within: 1 week'],
  ];
  it.each(looser)('%s, %s is refused on its line', (id, limit) => {
    const [fault] = faultsOf(packFolder(overlay(id, limit)));
    expect(fault).toMatch(
      /^leeds\/rules\.yaml:2: a pack may only tighten ".*looser than the .* of pack "england": that is (the law|statutory guidance) \(.*\), and a council's own later day cannot replace it$/,
    );
  });

  const tighter: [id: string, limit: string][] = [
    ['review-first', 'within: 20 working days'],
    ['review-first', 'within: 19 working days'],
    // Sometimes earlier, sometimes later: both stand.
    ['review-second', 'within: 91 days'],
    ['review-second', 'within: 13 weeks'],
    ['review-first', 'within: 28 days'],
    ['review-first', 'within: 1 month'],
    ['sw-iro-discuss', 'within: 16 working days'],
    ['sw-iro-discuss', 'within: 4 weeks'],
    // What is practice may come earlier or later.
    ['invite', 'within: 5 working days'],
    ['care-plan-update', 'within: 20 working days'],
    ['invite', 'drop: true\n  reason: We ring them'],
    ['exit-review', 'within: 20 working days'],
    // Five working days are practice; by the first review is the law.
    ['iro-allocate', 'within: 19 working days'],
    ['iro-allocate', 'drop: true\n  reason: By the first review'],
  ];
  it.each(tighter)('%s, %s is taken', (id, limit) => {
    const manifest = { 'pack.yaml': 'name: leeds\ntitle: Leeds\nextends: york\n' };
    expect(faultsOf(packFolder(overlay(id, limit), manifest))).toEqual([]);
  });

  it('an IRO is allocated by the day of the first review, whatever days a council has', () => {
    const [fault] = faultsOf(packFolder(overlay('iro-allocate', 'within: 21 working days')));
    expect(fault).toContain('looser than the 20 working days of pack "england": that is the law');
  });

  it('ninety-two days can come before three months, and ninety-three cannot', () => {
    expect(faultsOf(packFolder(overlay('review-second', 'within: 92 days')))).toEqual([]);
    expect(faultsOf(packFolder(overlay('review-second', 'within: 93 days')))).toHaveLength(1);
  });

  it('a date is never taken away', () => {
    const [fault] = faultsOf(packFolder(overlay('review-first', 'undated: true')));
    expect(fault).toContain(
      'leeds/rules.yaml:2: an entry for "review-first", which is there already, says only its limit',
    );
  });

  it('an overlay of an overlay is held against the law, and not against the practice of the one between', () => {
    const manifest = { 'pack.yaml': 'name: leeds\ntitle: Leeds\nextends: york\n' };
    expect(faultsOf(packFolder(overlay('review-second', 'within: 92 days'), manifest))).toEqual([]);
    const [fault] = faultsOf(packFolder(overlay('review-second', 'within: 93 days'), manifest));
    expect(fault).toContain('looser than the 3 months of pack "england"');
  });

  it('nothing but the limit is changed', () => {
    const [fault] = faultsOf(packFolder(`${overlay('invite', 'within: 11 working days')}  who: iro\n`));
    expect(fault).toBe(
      'leeds/rules.yaml:4: an entry for "invite", which is there already, says only its limit (within or due, counting, force, source, days, note); leave out "who"',
    );
  });

  it('an overlay needs its source', () => {
    const [fault] = faultsOf(packFolder('- id: invite\n  within: 11 working days\n'));
    expect(fault).toBe('leeds/rules.yaml:1: a rule needs a "source": no duty without one');
  });
});

describe('pack.yaml', () => {
  const cases: [what: string, text: string, fault: string][] = [
    [
      'a pack to stand on that is none',
      'name: leeds\ntitle: Leeds\nextends: englnd\n',
      'leeds/pack.yaml:3: there is no pack "englnd". Did you mean "england"?',
    ],
    ['no title', 'name: leeds\n', 'leeds/pack.yaml:1: "title" is missing'],
    [
      'a bad name',
      'title: Leeds\nname: Leeds City\n',
      'leeds/pack.yaml:2: "name" is small letters, figures and hyphens',
    ],
    [
      'a key that is none',
      'name: leeds\ntitle: Leeds\nextend: england\n',
      'leeds/pack.yaml:3: there is no key "extend" in pack.yaml. Did you mean "extends"?',
    ],
    ['words', 'leeds\n', 'leeds/pack.yaml:1: pack.yaml gives a name and a title'],
  ];
  it.each(cases)('%s', (_what, text, fault) => {
    expect(faultsOf(write({ 'pack.yaml': text }))[0]).toBe(fault);
  });

  it('missing: the folder holds no pack', () => {
    expect(() => faultsOf(write({ 'rules.yaml': rule() }))).toThrow(/it has no pack\.yaml/);
  });
});
