/** What people type wrong: one line says what happened and what to type next, and nothing is changed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, irotool, unit, words } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;
let it26: Unit;

/**
 * On Friday 13 March 2026: K77 in care since 2 March with a meeting planned for 27 March; B4, aged three;
 * G1, who left on 9 March; A1, whose review was adjourned on 10 March.
 */
beforeAll(async () => {
  const made = await unit('york');
  const say = async (line: string): Promise<void> => {
    const answer = await made.run(line);
    if (answer.code !== 0) throw new Error(`${line}: ${answer.err}`);
  };
  const child = (ref: string, born: string): Promise<void> =>
    say(
      `new-review --ref ${ref} --name "Siân Lovelace" --born ${born} --looked-after 2026-03-02 --iro "A Khan" --team North --today 2026-03-02 --new --yes`,
    );
  await child('K77', '2015-05-02');
  await child('B4', '2023-01-01');
  await child('G1', '2014-01-01');
  await child('A1', '2013-01-01');
  await say('review plan K77 --meeting "27/3 10:00" --on 3/3');
  await say('child left G1 --on 2026-03-09');
  await say('review adjourn A1 --on 2026-03-10 --reason "no interpreter"');
  it26 = made;
});

/** What was typed, the exit code, and what the line must say. */
type Mistake = readonly [line: string, code: number, ...says: string[]];

async function expectRefused([line, code, ...says]: Mistake): Promise<void> {
  const before = everything(it26.db);
  const { out, err, code: exit } = await it26.run(line);
  expect(out).toBe('');
  expect(exit, err).toBe(code);
  for (const part of says) expect(err).toContain(part);
  // One line, below the echo of any date that was not typed in full.
  expect(
    err
      .trimEnd()
      .split('\n')
      .filter((said) => !/^--\w[\w-]* .* is \w+day /.test(said)),
  ).toHaveLength(1);
  expect(err).not.toMatch(/Siân|Lovelace|fault in irotool| at .*:\d+:\d+/);
  expect(everything(it26.db)).toBe(before);
}

const refuses = (what: string, mistakes: readonly Mistake[]): void => {
  describe(what, () => {
    it.each(mistakes.map((mistake) => [mistake[0], mistake] as const))('%s', (_line, mistake) =>
      expectRefused(mistake),
    );
  });
};

refuses('a date that does not exist', [
  ...[
    ['due --from 31/2', '--from'],
    ['due --to 2026-02-30', '--to'],
    ['done K77 invite --on 31/4/2026', '--on'],
    ['record K77 child-consulted --on 2026-13-01', '--on'],
    ['review hold K77 --on 29/2/2026 --code PN1', '--on'],
    ['review adjourn K77 --on 0/3 --reason x', '--on'],
    ['review cancel K77 --reason x --agreed-by y --on 32/3', '--on'],
    ['review plan K77 --meeting 27/3 --on soon', '--on'],
    ['child add --ref N1 --born 31/6/2015', '--born'],
    ['child edit K77 --born 31/6/2015', '--born'],
    ['child left K77 --on 31/2', '--on'],
    ['new-review --ref N1 --name N --born 2015-02-29 --looked-after 2026-03-02 --yes', '--born'],
    ['new-review --ref N1 --name N --born 2015-02-28 --looked-after 30/2 --yes', '--looked-after'],
    ['due --today 31/2', '--today'],
  ].map(([line, flag]): Mistake => [line!, 2, `${flag}: "`, 'is not a date. Dates are typed 2026-03-13']),
  ['review plan K77 --meeting "31/2 10:00"', 2, '--meeting: "31/2 10:00" is not a date and time. Type it as'],
  [
    'record K77 recommendation-tracked by=31/2 ref=R1',
    2,
    '"31/2" is not a date (for by). irotool record K77 recommendation-tracked by=… ref=…',
  ],
]);

refuses('a date in the future where it cannot be', [
  ...[
    'done K77 invite --on tomorrow',
    'record K77 child-consulted --on 2026-03-14',
    'review hold K77 --on 2026-03-14 --code PN1',
    'review adjourn K77 --on 2026-03-14 --reason x',
    'review cancel K77 --on 2026-03-14 --reason x --agreed-by y',
    'review plan K77 --meeting 27/3 --on 2026-03-14',
    'child left K77 --on 2026-03-14',
  ].map(
    (line): Mistake => [
      line,
      1,
      '14 March 2026 has not come yet',
      'Nothing was saved.',
      'irotool child show',
    ],
  ),
  [
    'new-review --ref N1 --name N --born 2015-05-02 --looked-after 2026-03-14 --yes',
    1,
    '14 March 2026 has not come yet',
    'Nothing was saved. Check --born and --looked-after.',
  ],
  ['child add --ref N1 --born 2026-03-14', 1, '14 March 2026 has not come yet.', 'Check --born.'],
  [
    'new-review --ref N1 --name N --born 2015-05-02 --looked-after 2026-03-02 --told 2026-03-14 --yes',
    1,
    '14 March 2026: that day has not come yet.',
  ],
]);

refuses('a date before birth, or after 18', [
  [
    'new-review --ref N1 --name N --born 2015-05-02 --looked-after 2015-05-01 --yes',
    1,
    'N1 was born on 2 May 2015, after 1 May 2015.',
  ],
  [
    'new-review --ref N1 --name N --born 2008-03-02 --looked-after 2026-03-02 --yes',
    1,
    'N1 was 18 on 2 March 2026',
    'Check --born and --looked-after.',
  ],
  [
    'record K77 placement-started --on 2015-05-01',
    1,
    'K77 was born on 2 May 2015, after 1 May 2015.',
    'Check both dates: irotool child show K77',
  ],
  ['child edit K77 --born 2026-03-03', 1, 'K77 was born on 3 March 2026, after 2 March 2026.'],
]);

refuses('a review before care began, or after it ended', [
  [
    'review hold K77 --on 2026-02-10 --code PN1',
    1,
    'K77 became looked after on 2 March 2026, so no review can have been held on 10 February 2026. Nothing was saved. Check the date, or: irotool child show K77',
  ],
  ['record K77 review-held --on 2026-02-10', 1, 'no review can have been held on 10 February 2026'],
  ['review adjourn K77 --on 2026-03-01 --reason x', 1, 'became looked after on 2 March 2026'],
  ['review plan K77 --meeting 27/3 --on 2026-03-01', 1, 'no review can have been planned on 1 March 2026'],
  [
    'review hold G1 --on 2026-03-10 --code PN1',
    1,
    'G1 ceased to be looked after on 9 March 2026, so no review can have been held',
  ],
  ['review plan G1 --meeting 27/3', 1, 'G1 ceased to be looked after on 9 March 2026'],
  ['done K77 iro-allocate --on 2026-03-01', 1, 'K77 does not owe "iro-allocate"'],
  [
    'done K77 invite --on 2026-03-01',
    1,
    '“Send the invitations” has been asked for since Tuesday 3 March 2026 only (review planned), so it was not done on Sunday 1 March 2026',
  ],
]);

refuses('a second open period of care, or an ending that strands what followed', [
  [
    'new-review --ref K77 --looked-after 2026-03-10 --yes',
    1,
    'K77 is already looked after.',
    'irotool review plan K77',
  ],
  [
    'record K77 became-looked-after --on 2026-03-10',
    1,
    'K77 is already looked after, since 2 March 2026.',
    'irotool child left K77',
  ],
  [
    'record K77 became-looked-after --on 2026-02-01',
    1,
    'would count for nothing: a period of care is already open',
  ],
  ['record G1 became-looked-after --on 2026-03-05', 1, 'G1 is already looked after, since 2 March 2026.'],
  [
    'child left A1 --on 2026-03-09',
    1,
    'the “review adjourned” of 10 March 2026 would fall outside care',
    'irotool strike',
  ],
  ['child left G1 --on 2026-03-12', 1, 'G1 ceased to be looked after on 9 March 2026'],
]);

refuses('a second adjournment', [
  [
    'review adjourn A1 --on 2026-03-12 --reason again',
    1,
    'A1: this review was adjourned on 10 March 2026, and a review may be adjourned only once',
    'irotool review hold A1',
  ],
  ['record A1 review-adjourned --on 2026-03-12', 1, 'adjourned only once'],
  ['record A1 review-adjourned --on 2026-03-10', 1, 'A1 already has “review adjourned” on 10 March 2026'],
]);

refuses('a command line that cannot be read, with where to see how', [
  ['review plan', 2, 'Missing: REF.', 'To see how: irotool review plan --help'],
  ['review hold K77 --frob', 2, 'There is no option --frob.', 'To see how: irotool review hold --help'],
  ['review hodl', 2, 'Did you mean "hold"?', 'To see its commands: irotool review --help'],
  ['iro days', 2, 'Missing: NAME.', 'To see how: irotool iro days --help'],
  ['reveiw', 2, 'Did you mean "review"?', 'To see the commands: irotool --help'],
]);

refuses('an unknown child', [
  ...[
    'due --child K7',
    'done K7 invite',
    'explain K7',
    'record K7 child-consulted',
    'child show K7',
    'child edit K7 --sex F',
    'child left K7 --on today',
    'review plan K7 --meeting 27/3',
    'review hold K7 --on today --code PN1',
    'review adjourn K7 --on today --reason x',
    'review cancel K7 --reason x --agreed-by y',
    'review show K7',
    'review list K7',
    'new-review --ref N1 --name N --born 2015-05-02 --looked-after 2026-03-02 --sibling K7 --yes',
  ].map(
    (line): Mistake => [
      line,
      1,
      'There is no child "K7". Did you mean "K77"? To see them all: irotool child list',
    ],
  ),
  ['due --json --csv', 2, '--json and --csv are two forms of one answer.', 'Leave one of them out.'],
  ['child show "Siân Lovelace"', 1, 'There is no child of that reference.', 'irotool child list'],
  ['done "Siân Lovelace" invite', 1, 'by reference here, not by name'],
]);

refuses('an unknown event, attribute or duty', [
  [
    'record K77 review-hold',
    2,
    'There is no event "review-hold". Did you mean "review-held"? irotool record K77 review-held --on DATE',
  ],
  ['record K77 quite-another-thing', 2, 'There is no event "quite-another-thing". Events are such as'],
  [
    'record K77 review-held kode=PN1',
    2,
    '"review-held" has no attribute "kode"',
    'Did you mean "code"?',
    'irotool record K77 review-held',
  ],
  ['record K77 review-held code=PN9', 2, '"code" is one of PN0, PN1'],
  ['record K77 child-consulted review=two', 2, '"review" is a whole number from 1; not "two".'],
  [
    'record K77 review-called',
    2,
    '"review-called" needs reason=…',
    'irotool record K77 review-called reason=…',
  ],
  ['record K77 review-called Siân', 2, 'as key=value. irotool record K77 review-called reason=…'],
  [
    'done K77 invyte',
    1,
    'There is no duty "invyte". Did you mean "invite"? To see what is owed: irotool due --child K77',
  ],
  ['explain K77 reviewfirst', 1, 'There is no duty "reviewfirst". Did you mean "review-first"?'],
  ['done K77', 2, 'done takes one or more references and then the duty. irotool done'],
  ['done K77 manager-response', 1, 'K77 does not owe "manager-response": nothing has given rise to it.'],
]);

refuses('an unknown IRO, team or role in a filter', [
  [
    'due --iro "A Kahn"',
    1,
    'There is no IRO "A Kahn". Did you mean "A Khan"? To see them: irotool person list --role iro',
  ],
  ['due --team Norht', 1, 'There is no team "Norht". Did you mean "North"? The teams are North.'],
  ['due --who iros', 2, '--who is one of', 'Did you mean "iro"?'],
  ['child list --iro "A Kahn"', 1, 'Did you mean "A Khan"?'],
  ['child list --team Norht', 1, 'Did you mean "North"?'],
  ['record K77 iro-changed iro=Nobody', 1, 'There is no IRO "Nobody".'],
  ['review plan K77 --meeting 30/3 --chair "A Kahn"', 1, 'Did you mean "A Khan"?'],
]);

refuses('numbers and days that make no sense', [
  ['due --days 0', 2, '--days is a whole number from 1; not "0".'],
  ['due --days 1.5', 2, '--days is a whole number'],
  ['due --days -3', 2, '--days is a whole number'],
  ['due --limit many', 2, '--limit is a whole number'],
  ['due --from 2026-04-02 --to 2026-04-01', 2, '--to (1 April 2026) is before --from (2 April 2026).'],
  ['due --week --month', 2, 'Only one of --week, --days, --month and --from … --to. irotool due --week'],
  ['done K77 invite --review 0', 2, '--review is a whole number from 1, not "0".'],
  ['review hold K77 --on today --code PN1 --number first', 2, '--number is a whole number from 1'],
]);

refuses('codes that do not fit', [
  ['review hold K77 --on today --code PN8', 2, '--code is PN0 to PN7, not "PN8".'],
  ['child left K77 --on today --reason E99', 2, '--reason: there is no code "E99".', 'The codes are'],
]);

refuses('a meeting that cannot be', [
  [
    'review plan K77 --meeting 2026-03-12',
    1,
    'The meeting (12 March 2026) would be before the day it was planned (13 March 2026).',
    'irotool review hold K77 --on 2026-03-12',
  ],
  [
    'review plan K77 --meeting 31/3',
    1,
    'K77: Tuesday 31 March 2026 is after Monday 30 March 2026',
    '--late-because "…" --agreed-by NAME',
  ],
  ['review plan K77 --meeting 30/3 --venue ""', 2, '--venue is empty.'],
  [
    'review cancel B4 --reason x --agreed-by y',
    1,
    'B4 has no meeting planned. To see the reviews: irotool review list B4',
  ],
]);

refuses('nobody to ask', [
  ['new-review', 2, 'No terminal to ask on. Missing: --ref --name --born --looked-after'],
  ['review plan K77', 2, 'No terminal to ask on. Missing: --meeting'],
  ['review hold K77', 2, 'No terminal to ask on. Missing: --on --code'],
  ['review hold K77 --adoption --ordinary --on today', 2, 'No terminal to ask on. Missing: --code'],
  ['review adjourn K77 --no-input', 2, 'Not asking (--no-input). Missing: --on --reason'],
  ['review cancel K77', 2, 'No terminal to ask on. Missing: --reason --agreed-by'],
  ['child add', 2, 'Missing: --ref'],
  ['child left K77 --approved-as director', 2, 'Missing: --approved-by'],
  ['strike 1', 2, 'Missing: --why'],
]);

describe('a piped empty line', () => {
  it('chooses nothing', async () => {
    const before = everything(it26.db);
    for (const line of ['new-review', 'review hold K77', 'review plan K77']) {
      expect((await it26.run(line, { input: '\n\n\n\n' })).code).toBe(2);
    }
    expect(everything(it26.db)).toBe(before);
  });
});

describe('a database that is not there', () => {
  it.each(['due', 'child list', 'done K1 invite', 'new-review --ref A --yes'])(
    '%s says to make one',
    async (line) => {
      const { code, err } = await irotool([...words(line), '--db', `${folder()}/none.db`]);
      expect(code).toBe(1);
      expect(err).toContain('irotool init');
    },
  );
});
