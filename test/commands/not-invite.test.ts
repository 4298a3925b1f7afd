import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run as runProgram } from '../../src/cli';
import { everything, widest } from '../support/facts';
import { words } from '../support/harness';
import { aChildInCare, flat } from '../support/said';

interface Question {
  readonly type: string;
  readonly message: string;
  readonly default?: unknown;
  readonly validate?: (text: string) => string | true;
}

/** What was asked, and what is answered: empty takes the offer. */
const asked: Question[] = [];
let answers: string[] = [];

vi.mock('inquirer', () => ({
  default: {
    createPromptModule: () => (question: Question) => {
      asked.push(question);
      const typed = answers.shift() ?? '';
      const answer = typed === '' ? (question.default ?? '') : typed;
      expect(question.validate?.(String(answer)) ?? true).toBe(true);
      return Promise.resolve({ answer });
    },
  },
}));

afterEach(() => {
  asked.length = 0;
  answers = [];
});

const REASONS =
  '--concern "Threats" --considered "A supporter" --views "A letter" --iro-consulted 2026-03-11';

/** K1 with mother, carer, grandmother (who has responsibility) and teacher; the review is on 27 March. */
async function withChild() {
  const made = await aChildInCare({
    rest: '--iro "A Khan" --social-worker "S Worker"',
    lines: [
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes',
      'child link K1 "T Foster" --role carer',
      'child link K1 "Gran Roe" --role relative --relationship grandmother --responsibility yes',
      'child link K1 "M Teach" --role teacher',
      'review plan K1 --meeting "27/3 10:00"',
    ],
  });
  const { run } = made;
  const standing = async (more = ''): Promise<Record<string, unknown>[]> =>
    (
      JSON.parse((await run(`review not-invite K1 --json ${more}`)).out) as {
        notInvited: Record<string, unknown>[];
      }
    ).notInvited;
  const entry = async (who: string, more = ''): Promise<Record<string, unknown> | undefined> =>
    (
      JSON.parse((await run(`review participants K1 --json ${more}`)).out) as {
        participants: Record<string, unknown>[];
      }
    ).participants.find((each) => each.who === who);
  const owed = async (): Promise<string> => (await run('due --child K1 --days 400')).out;
  return { ...made, standing, entry, owed };
}

describe('review not-invite K1 WHO', () => {
  it('says nothing of a day that did not move, if the decision is recorded again on another day', async () => {
    const { run } = await withChild();
    await run(`review not-invite K1 mother ${REASONS} --look-again 2026-06-30`);
    const again = await run(
      `review not-invite K1 mother ${REASONS} --look-again 2026-06-30 --today 2026-03-16`,
    );
    expect(again.code).toBe(0);
    expect(again.err).not.toContain('moved');
    const other = await run(
      `review not-invite K1 mother ${REASONS} --look-again 2026-06-29 --today 2026-03-17`,
    );
    expect(flat(other.err)).toContain(
      'moved Look again at not inviting “mother”: from Tuesday 30 June 2026 to Monday 29 June 2026',
    );
  });

  it('records the decision, another way to be heard and a day to look again, and owes the reasons', async () => {
    const { run, standing, entry, owed } = await withChild();
    const { out, err, code } = await run(`review not-invite K1 mother ${REASONS} --look-again 2026-06-30`);
    expect(code).toBe(0);
    expect(flat(out)).toBe(
      'K1 the mother is not invited, to be looked at again by Tuesday 30 June 2026: recorded. ',
    );
    expect(flat(err)).toContain('another way to give their views (IRO Handbook, para 3.17)');
    expect(flat(err)).toContain('irotool review not-invite K1 mother --reasons-sent DATE');
    expect(await standing()).toEqual([
      {
        who: 'mother',
        name: 'Jane Roe',
        role: 'parent',
        review: 1,
        decidedOn: '2026-03-13',
        partOfMeeting: false,
        concern: 'Threats',
        considered: 'A supporter',
        views: 'A letter',
        iroConsultedOn: '2026-03-11',
        reasonsSentOn: null,
        lookAgainBy: '2026-06-30',
      },
    ]);
    expect(await entry('mother')).toMatchObject({ part: 'consulted', proposed: false, notInvited: true });
    expect((await run('review participants K1')).out).toContain('not invited, consulted');
    expect(await owed()).toContain('Send the written reasons for not inviting');
    expect(await owed()).toContain('Look again at not inviting');
  });

  it('offers a day in time for whom the meeting after this one invites', async () => {
    const { run, standing } = await withChild();
    const { err } = await run(`review not-invite K1 mother ${REASONS}`);
    // This review is due on 30 March, the next by 29 June: fifteen working days before that.
    expect(flat(err)).toContain(
      'Note: To be looked at again by Monday 8 June 2026, in time for whom the next meeting invites.',
    );
    expect(await standing()).toMatchObject([{ lookAgainBy: '2026-06-08' }]);
  });

  it('offers a day before this meeting while there is time to look again for it, and not on that day', async () => {
    const early = await withChild();
    await early.run('review hold K1 --on 2026-03-12 --code PN1');
    await early.run('review plan K1 --meeting "2026-06-10 10:00"');
    await early.run(`review not-invite K1 mother ${REASONS} --today 2026-05-18`);
    expect(await early.standing('--today 2026-05-19')).toMatchObject([{ lookAgainBy: '2026-05-19' }]);
    const late = await withChild();
    await late.run('review hold K1 --on 2026-03-12 --code PN1');
    await late.run('review plan K1 --meeting "2026-06-10 10:00"');
    await late.run(`review not-invite K1 mother ${REASONS} --on 2026-05-19 --today 2026-05-19`);
    expect(await late.standing('--today 2026-05-19')).toMatchObject([{ lookAgainBy: '2026-11-19' }]);
  });

  it('fixes no day if the next review is overdue, and says so', async () => {
    const { run } = await withChild();
    const { out } = await run(`review not-invite K1 mother ${REASONS} --today 2026-04-01`);
    expect(flat(out)).toBe('K1 the mother is not invited, to be looked at again on no fixed day: recorded. ');
  });

  it('may record the reasons with it, and then owes none', async () => {
    const { run, standing, owed } = await withChild();
    const { err } = await run(`review not-invite K1 mother ${REASONS} --reasons-sent 2026-03-13`);
    expect(err).not.toContain('once the reasons are sent');
    expect(await standing()).toMatchObject([{ reasonsSentOn: '2026-03-13' }]);
    expect(await owed()).not.toContain('Send the written reasons');
  });

  it('may be for part of the meeting: they are invited all the same', async () => {
    const { run, standing, entry } = await withChild();
    const { out } = await run(`review not-invite K1 carer ${REASONS} --part-of-meeting`);
    expect(out).toContain('K1  the carer is not invited for part of the meeting, to be looked at again by');
    expect(await standing()).toMatchObject([{ who: 'carer', partOfMeeting: true }]);
    expect(await entry('carer')).toMatchObject({ part: 'invited', notInvited: false });
    expect((await run('review participants K1')).out).toContain('invited, for part of the meeting');
  });

  it.each([
    ['child', 'A child is presumed to come: this is for exceptional circumstances.'],
    ['mother', 'A parent gets written reasons and another way to give their views'],
    ['grandmother', 'A parent gets written reasons and another way to give their views'],
    ['carer', 'A carer gets a written explanation and another way to contribute.'],
  ])('takes the %s, and says what they are owed', async (who, note) => {
    const { run, entry } = await withChild();
    const { code, err } = await run(`review not-invite K1 ${who} ${REASONS}`);
    expect(code).toBe(0);
    expect(flat(err)).toContain(note);
    expect(await entry(who)).toMatchObject({ part: 'consulted', notInvited: true });
  });

  it('keeps what was known of their place on the list', async () => {
    const { run, entry } = await withChild();
    await run('review participants K1 --add mother --interpreter Polish --supporter "A Friend"');
    await run(`review not-invite K1 mother ${REASONS}`);
    expect(await entry('mother')).toMatchObject({
      part: 'consulted',
      interpreter: 'Polish',
      supporter: 'A Friend',
    });
  });

  it('refuses to invite them while it stands', async () => {
    const { run, db } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    const before = everything(db);
    const { code, err } = await run('review participants K1 --add mother');
    expect(code).toBe(1);
    expect(err).toBe(
      'K1: it was decided on Friday 13 March 2026 not to invite the mother. Once that has been looked at again: irotool review not-invite K1 mother --looked-at ended\n',
    );
    expect(everything(db)).toBe(before);
  });

  it('stands at the next review until it is ended', async () => {
    const { run, entry } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    await run('review hold K1 --on 2026-03-27 --code PN1 --today 2026-03-27');
    expect(await entry('mother', '--today 2026-03-28')).toMatchObject({
      part: 'consulted',
      proposed: true,
      notInvited: true,
    });
  });

  it('takes the place of an earlier decision, and says so', async () => {
    const { run, standing } = await withChild();
    await run(`review not-invite K1 mother ${REASONS} --on 2026-03-11`);
    const { err } = await run(
      'review not-invite K1 mother --concern "Another" --considered x --views y --iro-consulted 2026-03-12',
    );
    expect(err).toContain('Note: It takes the place of the decision of Wednesday 11 March 2026.');
    expect(await standing()).toMatchObject([{ concern: 'Another', decidedOn: '2026-03-13' }]);
  });
});

describe('later', () => {
  it('the reasons are sent', async () => {
    const { run, standing, owed } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    const { out, code } = await run(
      'review not-invite K1 "Jane Roe" --reasons-sent 2026-03-16 --today 2026-03-17',
    );
    expect(code).toBe(0);
    expect(out).toBe('K1  written reasons sent to the mother on Monday 16 March 2026: recorded.\n');
    expect(await standing('--today 2026-03-17')).toMatchObject([{ reasonsSentOn: '2026-03-16' }]);
    expect((await run('due --child K1 --today 2026-03-17')).out).not.toContain('Send the written reasons');
    expect(await owed()).toContain('Send the written reasons');
  });

  it('it is looked at again and kept, with the next day', async () => {
    const { run, standing } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    const { out, err } = await run(
      'review not-invite K1 mother --looked-at kept --look-again 2026-06-30 --why "Nothing has changed"',
    );
    expect(flat(out)).toBe(
      'K1 not inviting the mother looked at again and kept; next by Tuesday 30 June 2026: recorded. ',
    );
    expect(err).toContain('Look again at not inviting');
    expect(await standing()).toMatchObject([{ lookAgainBy: '2026-06-30' }]);
    const offered = await run('review not-invite K1 mother --looked-at kept');
    expect(flat(offered.out)).toContain('looked at again and kept; next by Monday 8 June 2026');
  });

  it('it is ended, and they are invited', async () => {
    const { run, standing, entry, owed } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    const { out, code } = await run(
      'review not-invite K1 mother --looked-at ended --why "She has apologised"',
    );
    expect(code).toBe(0);
    expect(out).toBe('K1  not inviting the mother looked at again and ended, and invited: recorded.\n');
    expect(await standing()).toEqual([]);
    expect((await run('review not-invite K1')).out).toBe('K1  Nobody is kept from the review.\n');
    expect(await entry('mother')).toMatchObject({
      part: 'invited',
      proposed: false,
      notInvited: false,
      why: 'She has apologised',
    });
    expect(await owed()).not.toContain('Look again at not inviting');
  });

  it('ended on the day of a review it leaves the list of that review, and invites to the next', async () => {
    const { run, entry } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    await run('review hold K1 --on 2026-03-27 --code PN1 --today 2026-03-27');
    const { out } = await run('review not-invite K1 mother --looked-at ended --today 2026-03-27');
    expect(out).toBe('K1  not inviting the mother looked at again and ended: recorded.\n');
    expect(await entry('mother', '--review 1 --today 2026-03-27')).toMatchObject({ part: 'consulted' });
    expect(await entry('mother', '--today 2026-03-27')).toMatchObject({ part: 'invited', proposed: true });
  });

  it('the reasons may be sent after it has ended, or after the person is linked no longer', async () => {
    const { run } = await withChild();
    await run(`review not-invite K1 carer ${REASONS}`);
    await run('child unlink K1 carer');
    expect((await run('review not-invite K1')).out).toContain('carer  T Foster');
    await run('review not-invite K1 carer --looked-at ended');
    const { out, code } = await run('review not-invite K1 carer --reasons-sent 2026-03-13');
    expect({ out, code }).toEqual({
      out: 'K1  written reasons sent to the carer on Friday 13 March 2026: recorded.\n',
      code: 0,
    });
  });

  it('of a child placed for adoption, a birth parent is invited again only with the reason', async () => {
    const { run, db, entry } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    await run('record K1 placed-for-adoption --on 2026-03-13');
    const before = everything(db);
    const { code, err } = await run('review not-invite K1 mother --looked-at ended');
    expect(code).toBe(1);
    expect(err).toContain('If they do, say why: --looked-at ended --why "…"');
    expect(everything(db)).toBe(before);
    expect(
      (await run('review not-invite K1 mother --looked-at ended --why "Decided on 12 March"')).code,
    ).toBe(0);
    expect(await entry('mother')).toMatchObject({ part: 'invited', why: 'Decided on 12 March' });
  });
});

describe('review not-invite K1', () => {
  it('lists who is not invited now, with what is owed', async () => {
    const { run } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    await run(`review not-invite K1 carer ${REASONS} --part-of-meeting --reasons-sent 2026-03-13`);
    const { out, code } = await run('review not-invite K1');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1  Not invited to the review',
        ' mother  Jane Roe',
        '   Decided         Friday 13 March 2026',
        '   Concern         Threats',
        '   Considered      A supporter',
        '   Heard by        A letter',
        '   IRO consulted   Wednesday 11 March 2026',
        '   Reasons sent    not yet',
        '   Look again by   Monday 8 June 2026',
        ' carer  T Foster',
        '   Decided         Friday 13 March 2026, for part of the meeting',
        '   Concern         Threats',
        '   Considered      A supporter',
        '   Heard by        A letter',
        '   IRO consulted   Wednesday 11 March 2026',
        '   Reasons sent    Friday 13 March 2026',
        '   Look again by   Monday 8 June 2026',
        '',
      ].join('\n'),
    );
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('is of one child only', async () => {
    const { run } = await withChild();
    await run(
      'new-review --ref K2 --name "Child Two" --born 2016-05-02 --looked-after 2026-03-02 --sibling K1 --yes',
    );
    await run('child link K2 "Jane Roe" --role parent --relationship mother --responsibility yes');
    await run(`review not-invite K1 mother ${REASONS}`);
    expect((await run('review not-invite K2')).out).toBe('K2  Nobody is kept from the review.\n');
    const doctor = await run('doctor');
    expect(doctor.code).toBe(0);
  });
});

describe('the questions', () => {
  /** Runs a line as on a terminal where every question is answered. */
  async function onTerminal(line: string, db: string): Promise<{ code: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const code = await runProgram([...words(line), '--db', db], {
      stdin: Object.assign(Readable.from([]), { isTTY: true }),
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text), isTTY: true },
      env: {},
      cwd: '/',
      now: () => Date.UTC(2026, 2, 13, 12),
    });
    return { code, out, err };
  }

  it('are asked one at a time, with offers', async () => {
    const { db, standing } = await withChild();
    answers = ['Threats at the last meeting', 'Two meetings', 'A letter read by the IRO', 'today', '', ''];
    const { code } = await onTerminal('review not-invite K1 mother', db);
    expect(code).toBe(0);
    expect(asked.map(({ message, default: offer }) => [message, offer])).toEqual([
      ['What is the concern?', undefined],
      ['What was considered instead (part of it, a supporter, two meetings)?', undefined],
      ['How will the mother be heard (letter, recording, separate meeting)?', undefined],
      ['When was the IRO consulted?', undefined],
      ['When will it be looked at again? (Enter leaves it out)', 'Monday 8 June 2026'],
      ['When were the written reasons sent? (Enter for not yet)', undefined],
      ['Save? (Y/n)', undefined],
    ]);
    expect(await standing()).toMatchObject([
      {
        concern: 'Threats at the last meeting',
        considered: 'Two meetings',
        views: 'A letter read by the IRO',
        iroConsultedOn: '2026-03-13',
        lookAgainBy: '2026-06-08',
        reasonsSentOn: null,
      },
    ]);
  });

  it('are not asked if a flag answers them, and a day that is none is not taken', async () => {
    const { db } = await withChild();
    answers = ['yesterday'];
    await onTerminal(
      'review not-invite K1 carer --concern x --considered y --views z --look-again 2026-06-30 --reasons-sent today',
      db,
    );
    expect(asked.map(({ message }) => message)).toEqual(['When was the IRO consulted?', 'Save? (Y/n)']);
    expect(asked[0]!.validate?.('the other day')).toContain('"the other day" is not a date.');
  });
});

describe('what cannot be', () => {
  it.each([
    ['mother', 2, 'No terminal to ask on. Missing: --concern --considered --views --iro-consulted'],
    ['--concern x', 2, 'Say who is not invited.'],
    [
      `teacher ${REASONS}`,
      1,
      'K1: the teacher is neither a parent nor a carer: others are taken off the list without this. irotool review participants K1 --remove teacher',
    ],
    [`iro ${REASONS}`, 1, 'K1: no review is held without the IRO.'],
    [`social-worker ${REASONS}`, 1, 'K1: no review is held without the social worker.'],
    [
      `mother ${REASONS} --on 2026-03-10`,
      1,
      'K1: the IRO was consulted on 11 March 2026, after 10 March 2026, when it was decided. Nothing was saved.',
    ],
    [
      'mother --concern x --considered x --views x --iro-consulted 2026-03-14',
      1,
      'the IRO was consulted on 14 March 2026, after 13 March 2026',
    ],
    [
      `mother ${REASONS} --look-again 2026-03-13`,
      1,
      'K1: 13 March 2026 is not after 13 March 2026, so it cannot be looked at again then.',
    ],
    [
      `mother ${REASONS} --reasons-sent 2026-03-12`,
      1,
      'K1: the decision was made on 13 March 2026, so its reasons cannot have been sent on 12 March 2026.',
    ],
    [`mother ${REASONS} --looked-at kept`, 2, 'Looking at it again is not a new decision.'],
    [`mother ${REASONS} --why x`, 2, '--why goes with --looked-at'],
    ['mother --reasons-sent 2026-03-13', 1, 'K1: there is no decision not to invite the mother.'],
    ['mother --looked-at ended', 1, 'K1: there is no decision not to invite the mother.'],
  ])('review not-invite K1 %s: exit %i, and nothing changes', async (line, exit, message) => {
    const { run, db } = await withChild();
    const before = everything(db);
    const { code, err, out } = await run(`review not-invite K1 ${line}`);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(out).toBe('');
    expect(err).not.toMatch(/Jane|Foster|Child One/);
    expect(everything(db)).toBe(before);
  });

  it.each([
    [
      'mother',
      1,
      'it was decided on Friday 13 March 2026 not to invite the mother. Looked at again: --looked-at kept',
    ],
    ['mother --looked-at maybe', 2, '--looked-at is kept or ended; not "maybe".'],
    [
      'mother --looked-at ended --on 2026-03-12',
      1,
      'it was decided on 13 March 2026, so it cannot have been looked at again on 12 March 2026.',
    ],
    ['mother --looked-at kept --look-again 2026-03-13', 1, '13 March 2026 is not after 13 March 2026'],
    ['mother --looked-at ended --look-again 2026-06-30', 2, '--look-again goes with --looked-at kept'],
    ['mother --reasons-sent 2026-03-12', 1, 'the decision was made on 13 March 2026'],
    ['mother --looked-at kept --today 2026-04-01', 2, 'Missing: --look-again'],
  ])('once it is decided, %s: exit %i, and nothing changes', async (line, exit, message) => {
    const { run, db } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    const before = everything(db);
    const { code, err } = await run(`review not-invite K1 ${line}`);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(everything(db)).toBe(before);
  });

  it('refuses a look at what has ended, and a decision on a child who is not looked after', async () => {
    const { run, db } = await withChild();
    await run(`review not-invite K1 mother ${REASONS}`);
    await run('review not-invite K1 mother --looked-at ended');
    await run('child add --ref N1 --name N');
    await run('child link N1 "Jo Doe" --role parent --relationship mother');
    const before = everything(db);
    const again = await run('review not-invite K1 mother --looked-at kept --look-again 2026-06-30');
    expect(again.code).toBe(1);
    expect(again.err).toContain('K1: that decision ended on 13 March 2026. Nothing was saved.');
    const outside = await run(`review not-invite N1 mother ${REASONS}`);
    expect(outside.code).toBe(1);
    expect(outside.err).toContain('N1 is not looked after, so there is no review.');
    expect(everything(db)).toBe(before);
  });
});
