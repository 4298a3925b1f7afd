import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { type Answer, unit } from '../support/harness';
import { flat, refuses } from '../support/said';

/** One line, however it was broken for the screen. */

/**
 * A Khan's brothers and sisters K1 and K2, whose first reviews are due on Monday 30 March and Wednesday
 * 8 April 2026, and K7, no relation. Today is Friday 13 March; M Jones is another IRO.
 */
async function withFamily(pack?: string) {
  const made = await unit(pack, [
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes',
    'new-review --ref K2 --name "Child Two" --born 2022-05-02 --looked-after 2026-03-09 --iro "A Khan" --sibling K1 --today 2026-03-09 --yes',
    'new-review --ref K7 --name "Child Seven" --born 2012-05-02 --looked-after 2026-03-09 --iro "A Khan" --today 2026-03-09 --yes',
    'person add --name "M Jones" --role iro',
  ]);
  const plansOf = async (ref: string): Promise<Record<string, string>[]> => {
    const { out } = await made.run(`child show ${ref} --json`);
    const { chronology } = JSON.parse(out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    return chronology.filter(({ kind }) => kind === 'review-planned').map(({ attributes }) => attributes);
  };
  /** Refused with this exit code and message, and nothing changed. */
  const refused = (line: string, code: number, message: string): Promise<string> =>
    refuses(made, line, code, message);
  return { ...made, plansOf, refuses: refused };
}

interface Suggested {
  readonly schema: number;
  readonly suggestions: readonly {
    readonly on: string;
    readonly time: string;
    readonly lastSafe: boolean;
    readonly invitationsInTime: boolean;
  }[];
  readonly due: string | null;
  readonly lastSafeDay: string | null;
  readonly inviteFrom: string;
}
const parsed = ({ out }: Answer): Suggested => JSON.parse(out) as Suggested;
const times = (answer: Answer): string[] => parsed(answer).suggestions.map(({ on, time }) => `${on} ${time}`);

describe('review plan for brothers and sisters', () => {
  it('is one meeting on each child’s own record', async () => {
    const { run, plansOf } = await withFamily();
    const { code, out } = await run('review plan K1 K2 --meeting "27/3 10:00" --venue School --mode hybrid');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1  review planned for Friday 27 March 2026, 10am.',
        'K2  review planned for Friday 27 March 2026, 10am.',
        '',
      ].join('\n'),
    );
    const plan = { meeting: '2026-03-27', time: '10:00', venue: 'School', mode: 'hybrid' };
    expect(await plansOf('K1')).toEqual([{ ...plan, with: 'K2' }]);
    expect(await plansOf('K2')).toEqual([{ ...plan, with: 'K1' }]);
    expect(await plansOf('K7')).toEqual([]);
    expect((await run('doctor')).code).toBe(0);
  });

  it('names every other child in each record', async () => {
    const { run, plansOf } = await withFamily();
    const { err } = await run('review plan K1 k2 K7 --meeting 27/3');
    expect(await plansOf('K2')).toMatchObject([{ with: 'K1,K7' }]);
    expect(flat(err)).toContain('Note: K7 is not recorded as a brother or sister of K1 and K2.');
    expect(flat(err)).not.toContain('K2 is not recorded');
  });

  it('after the due day of one of them is refused, naming which', async () => {
    const { refuses } = await withFamily();
    const message =
      'K1: Tuesday 31 March 2026 is after Monday 30 March 2026, when "Hold the first review" is due. Choose an earlier day';
    await refuses('review plan K2 K1 --meeting "31/3 10:00"', 1, message);
    await refuses('review plan K2 K1 --meeting "31/3 10:00" --late-because "School trip"', 1, message);
    await refuses('review plan K2 K1 --meeting "31/3 10:00" --agreed-by "B Boss" --yes', 1, message);
    await refuses('review plan K2 K1 --meeting "9/4 10:00"', 1, 'K2: Thursday 9 April 2026 is after');
    await refuses('review plan K2 K1 --meeting "9/4 10:00"', 1, 'K1: Thursday 9 April 2026 is after');
  });

  it('says it in one sentence if the same is due of both on one day', async () => {
    const { refuses, run } = await withFamily();
    const born = '--born 2015-05-02 --looked-after 2026-03-02 --yes';
    await run(`new-review --ref T1 --name "T One" ${born}`);
    await run(`new-review --ref T2 --name "T Two" ${born}`);
    await refuses(
      'review plan T1 T2 --meeting "31/3 10:00"',
      1,
      'T1 and T2: Tuesday 31 March 2026 is after Monday 30 March 2026, when "Hold the first review" is due. Choose',
    );
  });

  it('on the due day of the first is in time for both', async () => {
    const { run } = await withFamily();
    expect((await run('review plan K1 K2 --meeting "30/3 10:00"')).code).toBe(0);
  });

  it('keeps why it is late only if it is', async () => {
    const { run, plansOf } = await withFamily();
    const { code, err } = await run(
      'review plan K1 K2 --meeting "31/3 10:00" --late-because "School trip" --agreed-by "B Boss"',
    );
    expect(code).toBe(0);
    expect(await plansOf('K1')).toMatchObject([{ 'late-because': 'School trip', 'agreed-by': 'B Boss' }]);
    expect(await plansOf('K2')).toEqual([{ meeting: '2026-03-31', time: '10:00', with: 'K1' }]);
    expect(flat(err)).toContain('Note: The meeting is in time for K2, so nothing of lateness is kept there.');
  });

  it('is refused whole if it cannot be for one of them', async () => {
    const { run, refuses } = await withFamily();
    await run('child left K2 --on 2026-03-11');
    await refuses('review plan K1 K2 --meeting "27/3 10:00"', 1, 'Nothing was saved.');
    await refuses('review plan K1 K9 --meeting "27/3 10:00"', 1, 'There is no child "K9".');
    await refuses('review plan K1 k1 --meeting "27/3 10:00"', 2, 'K1 is named twice.');
    await refuses('review plan K1 K2 --venue School', 2, 'Missing: --meeting');
  });

  it('says who stays behind if one of them is moved alone', async () => {
    const { run } = await withFamily();
    await run('review plan K1 K2 --meeting "27/3 10:00"');
    const { err } = await run('review plan K1 --meeting "30/3 10:00" --because "Exam"');
    expect(flat(err)).toContain(
      'Note: K2 was planned for the same meeting, and keeps Friday 27 March 2026. To move it too: irotool review plan K2',
    );
    const both = await run('review plan K1 K2 --meeting "30/3 2pm" --because "Exam"');
    expect(both.err).not.toContain('keeps');
  });
});

describe('review plan again', () => {
  it('keeps the old plan and says why', async () => {
    const { run, plansOf } = await withFamily();
    await run('review plan K1 --meeting "27/3 10:00"');
    const { out, err } = await run('review plan K1 --meeting "30/3 10:00" --because "The carer is ill"');
    expect(out).toBe('K1  review planned for Monday 30 March 2026, 10am.\n');
    expect(flat(err)).toContain(
      'K1: review planned for Monday 30 March 2026, 10am, in place of Friday 27 March 2026, 10am.',
    );
    expect(err).not.toContain('No reason was given');
    expect(await plansOf('K1')).toEqual([
      { meeting: '2026-03-27', time: '10:00' },
      { meeting: '2026-03-30', time: '10:00', because: 'The carer is ill' },
    ]);
  });

  it('without a reason says that none was given', async () => {
    const { run, plansOf, refuses } = await withFamily();
    const first = await run('review plan K1 --meeting "27/3 10:00"');
    expect(first.err).not.toContain('No reason was given');
    const again = await run('review plan K1 --meeting "30/3 10:00"');
    expect(flat(again.err)).toContain('Note: No reason was given for planning it again (--because)');
    expect((await plansOf('K1'))[1]).not.toHaveProperty('because');
    await refuses('review plan K1 --meeting "27/3 10:00" --because ""', 2, '--because is empty.');
  });

  it('keeps the place, the mode and who chairs, and says so, unless others are typed', async () => {
    const { run, plansOf } = await withFamily();
    await run(
      'review plan K1 --meeting "27/3 10am" --venue School --mode in-person --chair "M Jones" --on 2026-03-13',
    );
    const moved = await run('review plan K1 --meeting "30/3 10am" --because clash');
    expect(flat(moved.err)).toContain(
      'Note: As planned before: School, in person. For another: --venue and --mode',
    );
    expect(flat(moved.err)).toContain('Note: M Jones chairs. A Khan is still the IRO of K1');
    const other = await run(
      'review plan K1 --meeting "30/3 10am" --venue Hall --chair "A Khan" --because clash',
    );
    expect(flat(other.err)).toContain('Note: As planned before: in person. For another: --mode');
    expect((await plansOf('K1')).map(({ venue, mode, chair }) => [venue, mode, chair])).toEqual([
      ['School', 'in-person', '2'],
      ['School', 'in-person', '2'],
      ['Hall', 'in-person', '1'],
    ]);
  });

  it('leaves what was late late, and what was sent sent, if only the venue is said later', async () => {
    const { run } = await withFamily();
    const owed = async (): Promise<string[]> => {
      const { out } = await run('due --child K1 --json --today 2026-03-24');
      const { deadlines } = JSON.parse(out) as {
        deadlines: { rule: string; due: string; standing: string }[];
      };
      return deadlines.map(({ rule, due, standing }) => `${rule} ${due} ${standing}`);
    };
    await run('review plan K1 --meeting "30/3 10am" --on 2026-03-13');
    await run('review prepare K1 --invited 2026-03-16 --today 2026-03-16');
    const before = await owed();
    expect(before).toContain('child-consult 2026-03-13 overdue');
    expect(before.filter((line) => line.startsWith('invite '))).toEqual([]);
    const added = await run('review plan K1 --venue School --today 2026-03-24');
    expect(added.code).toBe(0);
    expect(flat(added.err)).not.toContain('in place of');
    expect(await owed()).toEqual(before);
    // Another date is another plan.
    await run('review plan K1 --meeting "27/3 10am" --because clash --today 2026-03-24');
    expect(await owed()).toContain('child-consult 2026-03-24 upcoming');
  });

  it('keeps no room for a meeting by link, and no link for one in a room', async () => {
    const { run, plansOf } = await withFamily();
    const plan = 'review plan K1 --meeting "30/3 10am" --because clash';
    await run('review plan K1 --meeting "27/3 10am" --venue School --mode in-person');
    const remote = await run(`${plan} --mode remote`);
    expect(flat(remote.err)).toContain(
      'Note: Where it is now is not recorded (--venue): before, it was School.',
    );
    await run(`${plan} --venue https://meet.example/1`);
    await run(`${plan} --venue School`);
    await run(`${plan} --mode hybrid`);
    expect((await plansOf('K1')).map(({ venue, mode }) => [venue, mode])).toEqual([
      ['School', 'in-person'],
      [undefined, 'remote'],
      ['https://meet.example/1', 'remote'],
      ['School', undefined],
      ['School', 'hybrid'],
    ]);
  });

  it('of brothers and sisters keeps what their plans all had', async () => {
    const { run, plansOf } = await withFamily();
    await run('review plan K1 --meeting "27/3 10am" --venue School');
    await run('review plan K2 --meeting "27/3 10am" --venue Hall');
    const { err } = await run('review plan K1 K2 --meeting "30/3 10am" --because clash');
    expect(flat(err)).toContain('Where it is now is not recorded (--venue): before, it was School.');
    expect(flat(err)).toContain('Where it is now is not recorded (--venue): before, it was Hall.');
    expect((await plansOf('K2')).at(-1)).not.toHaveProperty('venue');
    await run('review plan K1 K2 --meeting "30/3 11am" --venue Hall --because clash');
    await run('review plan K1 K2 --meeting "30/3 12pm" --because clash');
    expect((await plansOf('K1')).at(-1)).toMatchObject({ venue: 'Hall', time: '12:00' });
  });

  it('keeps nobody in the chair who has left', async () => {
    const { run, plansOf } = await withFamily();
    await run('review plan K1 --meeting "27/3 10am" --chair "M Jones"');
    expect(await run('person edit "M Jones" --role iro --left --yes')).toMatchObject({ code: 0 });
    expect((await run('review plan K1 --meeting "30/3 10am" --because clash')).code).toBe(0);
    expect((await plansOf('K1')).at(-1)).not.toHaveProperty('chair');
  });

  it('keeps the reason only for a child who had been planned', async () => {
    const { run, plansOf } = await withFamily();
    await run('review plan K1 --meeting "27/3 10:00"');
    await run('review plan K1 K2 --meeting "27/3 14:00" --because "Together with K2"');
    expect((await plansOf('K1'))[1]).toMatchObject({ because: 'Together with K2' });
    expect((await plansOf('K2'))[0]).not.toHaveProperty('because');
  });

  it('is no second plan once the review was held or cancelled', async () => {
    const { run } = await withFamily();
    await run('review plan K1 --meeting "12/3/2026 10:00" --on 2026-03-09');
    await run('review hold K1 --on 2026-03-12 --code PN1');
    expect((await run('review plan K1 --meeting "2/6 10:00"')).err).not.toContain('No reason was given');
    await run('review cancel K1 --reason "Strike" --agreed-by "B Boss" --today 2026-03-16');
    const after = await run('review plan K1 --meeting "3/6 10:00" --today 2026-03-16');
    expect(after).toMatchObject({ code: 0 });
    expect(after.err).not.toContain('No reason was given');
  });

  it('lists whom to tell: those that the invitations went to', async () => {
    const { run } = await withFamily();
    await run('child link K1 "Carol Hart" --role carer --tag foster-carer');
    await run('review plan K1 --meeting "27/3 10:00" --on 2026-03-10');
    await run('record K1 invitations-sent --on 2026-03-12 to=child,foster-carer');
    const { out } = await run('review plan K1 --meeting "30/3 10:00" --because "Illness"');
    expect(out).toContain('\n    To be told of the new date: the child, foster carer.\n');
    // Nobody has been invited to the second date.
    expect((await run('review plan K1 --meeting "26/3 10:00" --today 2026-03-16')).out).not.toContain('told');
  });

  it('else those on the review’s list, by what they are called and never by name', async () => {
    const { run } = await withFamily();
    await run('child link K1 "Mary One" --role parent --tag mother');
    await run('child link K1 "Tom Hall" --role teacher --tag teacher');
    await run('review plan K1 --meeting "27/3 10:00" --on 2026-03-10');
    for (const [ref, part] of [
      ['mother', 'invited'],
      ['teacher', 'consulted'],
      ['child', 'invited'],
    ]) {
      await run(`record K1 participant-listed --on 2026-03-11 ref=${ref} part=${part}`);
    }
    await run('record K1 invitations-sent --on 2026-03-12');
    const { out, err } = await run('review plan K1 --meeting "27/3 14:00" --because "Illness"');
    expect(out).toContain('To be told of the new time: mother, the child.');
    expect(out + err).not.toContain('Mary');
  });

  it('else those invited, and whom the list would have', async () => {
    const { run } = await withFamily();
    await run('review plan K1 --meeting "27/3 10:00" --on 2026-03-10');
    expect((await run('review plan K1 --meeting "27/3 10:00" --venue School')).out).not.toContain('told');
    await run('record K1 invitations-sent --on 2026-03-13');
    const { out } = await run('review plan K1 --meeting "27/3 10:00" --venue Home');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'To be told of the change: those invited. To whom is not recorded; by the list it would be the child and the IRO.',
    );
  });

  it('entered late, says that a later plan stands all the same', async () => {
    const { run } = await withFamily();
    await run('review plan K1 --meeting "27/3 10:00" --on 2026-03-12');
    const { err } = await run('review plan K1 --meeting "26/3 10:00" --on 2026-03-10');
    expect(flat(err)).toContain(
      'Note: The plan of 12 March 2026, for Friday 27 March 2026, was made later and still stands.',
    );
    expect((await run('review show K1')).out).toContain('planned for Friday 27 March 2026');
  });
});

describe('review plan and the steps before', () => {
  it('says which are due today because their day has gone', async () => {
    const { run } = await withFamily();
    const { err } = await run('review plan K1 --meeting "26/3 10:00"');
    expect(flat(err)).toContain(
      'Less time is left than is asked for: do now “Talk with the child about the review”, “Send the invitations” and “Social worker and IRO discuss the review”.',
    );
  });

  it('leaves out a step whose day is today, and one that is done; none are late for a far day', async () => {
    const { run } = await withFamily();
    await run('record K1 child-consulted --on 2026-03-11');
    const { err } = await run('review plan K1 --meeting "27/3 10:00"');
    expect(flat(err)).toContain(
      'Less time is left than is asked for: do now “Social worker and IRO discuss the review”.',
    );
    await run('review hold K1 --on 2026-03-13 --code PN1');
    expect((await run('review plan K1 --meeting "2/6 10:00"')).err).not.toContain('Planned late');
  });
});

describe('review plan --chair', () => {
  it('says that the allocated IRO keeps the case', async () => {
    const { run } = await withFamily();
    const { err } = await run('review plan K1 --meeting "27/3 10:00" --chair "m jones"');
    expect(flat(err)).toContain(
      'Note: M Jones chairs. A Khan is still the IRO of K1, and is sent the record.',
    );
    expect((await run('review show K1 --json')).out).toContain('"M Jones"');
    const own = await run('review plan K2 --meeting "27/3 10:00" --chair "A Khan"');
    expect(own.err).not.toContain('is still the IRO');
  });

  it('is refused for someone who has left, or is not known', async () => {
    const { run, refuses } = await withFamily();
    await run('person edit "M Jones" --left');
    const line = 'review plan K1 --meeting "27/3 10:00" --chair "M Jones"';
    await refuses(line, 1, 'M Jones is marked as left, so cannot chair a review to come. Nothing was saved.');
    await refuses(line.replace('--meeting "27/3 10:00"', '--suggest'), 1, 'M Jones is marked as left');
    await refuses('review plan K1 --meeting 27/3 --chair "M Jonas"', 1, 'There is no IRO "M Jonas".');
    await run('person edit "M Jones" --back');
    expect((await run(line)).code).toBe(0);
  });

  it('is missing if brothers and sisters have different IROs', async () => {
    const { run } = await withFamily();
    await run('record K2 iro-changed --on 2026-03-13 "iro=M Jones"');
    const { err } = await run('review plan K1 K2 --meeting "27/3 10:00"');
    expect(flat(err)).toContain('Note: Their IROs are A Khan and M Jones: --chair says who chairs.');
  });
});

describe('review plan --suggest', () => {
  it('proposes days in time with time to invite, and records nothing', async () => {
    const { run, db } = await withFamily();
    const before = everything(db);
    const { code, out, err } = await run('review plan K2 --suggest');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'K2: “Hold the first review” is due by Wednesday 8 April 2026.',
        'The last safe day is Wednesday 8 April 2026.',
        'Invitations sent today, 10 working days ahead, are in time for Friday 27 March',
        '2026 or later.',
        '',
        ' Fri 27 Mar  10am  in time; invite by Fri 13 Mar; A Khan free',
        ' Mon 30 Mar  10am  in time; invite by Mon 16 Mar; A Khan free',
        ' Tue 31 Mar  10am  in time; invite by Tue 17 Mar; A Khan free',
        ' Wed 1 Apr   10am  in time; invite by Wed 18 Mar; A Khan free',
        ' Thu 2 Apr   10am  in time; invite by Thu 19 Mar; A Khan free',
        ' Tue 7 Apr   10am  in time; invite by Fri 20 Mar; A Khan free',
        ' Wed 8 Apr   10am  the last safe day; invite by Mon 23 Mar; A Khan free',
        '',
        'Not proposed:',
        ' Fri 3 Apr  Good Friday',
        ' Mon 6 Apr  Easter Monday',
        '',
        'To plan it: irotool review plan K2 --meeting "2026-03-27 10:00"',
        '',
      ].join('\n'),
    );
    expect(everything(db)).toBe(before);
    expect((await run('review plan K2 --meeting "2026-03-27 10:00"')).code).toBe(0);
  });

  it('as JSON', async () => {
    const { run } = await withFamily();
    expect(parsed(await run('review plan K1 --suggest --json'))).toEqual({
      schema: 1,
      suggestions: [
        { on: '2026-03-27', time: '10:00', lastSafe: false, invitationsInTime: true },
        { on: '2026-03-30', time: '10:00', lastSafe: true, invitationsInTime: true },
      ],
      due: '2026-03-30',
      lastSafeDay: '2026-03-30',
      inviteFrom: '2026-03-27',
    });
  });

  it('for several children, in time for each of them', async () => {
    const { run } = await withFamily();
    const { out } = await run('review plan K2 K1 --suggest');
    expect(out).toContain('K2: “Hold the first review” is due by Wednesday 8 April 2026.');
    expect(out).toContain('K1: “Hold the first review” is due by Monday 30 March 2026.');
    expect(out).toContain('To plan it: irotool review plan K2 K1 --meeting "2026-03-27 10:00"');
    expect(times(await run('review plan K2 K1 --suggest --json'))).toEqual([
      '2026-03-27 10:00',
      '2026-03-30 10:00',
    ]);
  });

  it('keeps clear of the chair’s other reviews by more than two hours', async () => {
    const { run } = await withFamily();
    await run('review plan K7 --meeting "27/3 12:01"');
    const { out } = await run('review plan K1 --suggest');
    expect(out).toContain(' Fri 27 Mar  10am  in time');
    await run('review plan K7 --meeting "27/3 11:00" --because "Room"');
    expect(flat((await run('review plan K1 --suggest')).out)).toContain(
      'Fri 27 Mar 2pm in time; invite by Fri 13 Mar; A Khan free; not earlier: the review of K7 at 11am',
    );
    await run('review plan K7 --meeting "27/3 12:00" --because "Room"');
    const full = await run('review plan K1 --suggest');
    expect(full.out).toContain(' Fri 27 Mar  A Khan has the review of K7 at midday');
    expect(times(await run('review plan K1 --suggest --json'))).toEqual(['2026-03-30 10:00']);
    await run('review plan K7 --meeting "27/3" --because "Time to be agreed"');
    expect((await run('review plan K1 --suggest')).out).toContain(
      ' Fri 27 Mar  A Khan has the review of K7, at a time not recorded',
    );
  });

  it('does not count a review cancelled or held, another chair’s, or the child’s own plan', async () => {
    const { run } = await withFamily();
    const first = async (line: string): Promise<string | undefined> => times(await run(`${line} --json`))[0];
    await run('review plan K7 --meeting 27/3');
    expect(await first('review plan K1 --suggest')).toBe('2026-03-30 10:00');
    expect(await first('review plan K7 --suggest')).toBe('2026-03-27 10:00');
    expect(await first('review plan K1 K7 --suggest')).toBe('2026-03-27 10:00');
    expect(await first('review plan K1 --suggest --chair "M Jones"')).toBe('2026-03-27 10:00');
    await run('review plan K7 --meeting 27/3 --chair "M Jones" --because "A Khan is away"');
    expect(await first('review plan K1 --suggest')).toBe('2026-03-27 10:00');
    expect(await first('review plan K1 --suggest --chair "M Jones"')).toBe('2026-03-30 10:00');
    await run('review cancel K7 --reason "Strike" --agreed-by "B Boss" --today 2026-03-16');
    expect(await first('review plan K1 --suggest --chair "M Jones" --today 2026-03-16')).toBe(
      '2026-03-30 10:00',
    );
  });

  it('sees the diary of the day it is asked for', async () => {
    const { run } = await withFamily();
    await run('review plan K7 --meeting 30/3 --today 2026-03-12');
    await run('review plan K7 --meeting 27/3 --because "Room" --today 2026-03-13');
    expect(times(await run('review plan K1 --suggest --json --today 2026-03-12'))).toEqual([
      '2026-03-26 10:00',
      '2026-03-27 10:00',
    ]);
    expect(times(await run('review plan K1 --suggest --json'))).toEqual(['2026-03-30 10:00']);
  });

  it('keeps to the IRO’s working days and leave', async () => {
    const { run } = await withFamily();
    await run('iro days "A Khan" mon tue wed');
    await run('iro leave "A Khan" --from 2026-03-31 --to 2026-04-01');
    const { out } = await run('review plan K2 --suggest');
    expect(times(await run('review plan K2 --suggest --json'))).toEqual([
      ...['2026-03-30 10:00', '2026-04-07 10:00', '2026-04-08 10:00'],
    ]);
    expect(out).toContain(' Fri 27 Mar               A Khan does not work then');
    expect(out).toContain(' Tue 31 Mar to Wed 1 Apr  A Khan is on leave');
  });

  it('marks the last day that is free if the last safe day is not', async () => {
    const { run } = await withFamily();
    await run('iro leave "A Khan" --from 2026-03-30 --to 2026-03-30');
    const { out } = await run('review plan K1 --suggest');
    expect(out).toContain('The last safe day is Monday 30 March 2026.');
    expect(out).toContain(' Fri 27 Mar  10am  in time; the last that is free; invite by Fri 13 Mar; A Khan');
    expect(out).toContain(' Mon 30 Mar  A Khan is on leave');
  });

  it('is after school if a child of school age asked for it', async () => {
    const { run } = await withFamily();
    await run('record K1 child-wishes-recorded --on 2026-03-12 hours=outside-school');
    await run('record K2 child-wishes-recorded --on 2026-03-12 hours=outside-school');
    const { out } = await run('review plan K1 --suggest');
    expect(out).toContain('The child asked for a time outside school hours.');
    expect(out).toContain(' Mon 30 Mar  4pm  the last safe day; after school;');
    // K2 is three.
    expect(times(await run('review plan K2 --suggest --json'))[0]).toBe('2026-03-27 10:00');
    expect(times(await run('review plan K2 K1 --suggest --json'))[0]).toBe('2026-03-27 16:00');
    // What was said last counts; a wish about something else leaves it as it was.
    await run('record K1 child-wishes-recorded --on 2026-03-13 place=Home');
    expect(times(await run('review plan K1 --suggest --json'))[0]).toBe('2026-03-27 16:00');
    await run('record K1 child-wishes-recorded --on 2026-03-13 hours=any');
    expect(times(await run('review plan K1 --suggest --json'))[0]).toBe('2026-03-27 10:00');
  });

  it('begins on a day that is asked for', async () => {
    const { run, refuses } = await withFamily();
    expect(times(await run('review plan K2 --suggest --json --from 2026-04-03'))).toEqual([
      '2026-04-07 10:00',
      '2026-04-08 10:00',
    ]);
    expect(times(await run('review plan K2 --suggest --json --from 2026-03-01'))[0]).toBe('2026-03-27 10:00');
    await refuses('review plan K2 --suggest --from someday', 2, '--from: "someday" is not a date.');
    expect((await run('review plan K2 --suggest --from 2028-03-13')).code).toBe(0);
    await refuses(
      'review plan K2 --suggest --from 2028-03-14',
      2,
      '--from: Tuesday 14 March 2028 is more than two years away.',
    );
  });

  it('says so if no day leaves time to invite, and proposes those in time', async () => {
    const { run } = await withFamily();
    const { out } = await run('review plan K1 --suggest --today 2026-03-17');
    expect(flat(out)).toContain(
      'No day is in time for the review and for the invitations too. These are in time for the review; invite at once, with less than 10 working days’ notice.',
    );
    expect(flat(out)).toContain(
      'Wed 18 Mar 10am in time; invite today, with less time than is asked for; A Khan free',
    );
    expect(flat(out)).toContain(
      'Mon 30 Mar 10am the last safe day; invite today, with less time than is asked for',
    );
    const { suggestions } = parsed(await run('review plan K1 --suggest --json --today 2026-03-17'));
    expect(suggestions).toHaveLength(8);
    expect(suggestions.every(({ invitationsInTime }) => !invitationsInTime)).toBe(true);
    // A day earlier the last safe day could still be invited to in time.
    expect(times(await run('review plan K1 --suggest --json --today 2026-03-16'))).toEqual([
      '2026-03-30 10:00',
    ]);
  });

  it('proposes the soonest if the due day has passed', async () => {
    const { run } = await withFamily();
    const { out } = await run('review plan K1 --suggest --today 2026-03-31');
    expect(flat(out)).toContain(
      'The day it was due has passed. These are the soonest: say why it is late, and who agreed.',
    );
    expect(flat(out)).toContain(
      'To plan it: irotool review plan K1 --meeting "2026-04-01 10:00" --late-because "…" --agreed-by NAME',
    );
    expect(parsed(await run('review plan K1 --suggest --json --today 2026-03-31'))).toMatchObject({
      due: '2026-03-30',
      lastSafeDay: null,
    });
  });

  it('says what is planned, that there is no IRO, and who else would chair', async () => {
    const { run } = await withFamily();
    await run('review plan K1 --meeting "27/3 10:00"');
    expect(flat((await run('review plan K1 --suggest --chair "M Jones"')).out)).toMatch(
      /It is planned for Friday 27 March 2026\..*M Jones free.*--chair "M Jones" $/,
    );
    await run('new-review --ref K8 --name "Child Eight" --born 2012-05-02 --looked-after 2026-03-09 --yes');
    expect(flat((await run('review plan K8 --suggest')).out)).toContain(
      'There is no IRO yet, so nobody’s diary was looked at.',
    );
  });

  it('fits eighty columns', async () => {
    const { run } = await withFamily();
    await run('review plan K7 --meeting "27/3 11:00"');
    await run('record K1 child-wishes-recorded --on 2026-03-12 hours=outside-school');
    for (const line of [
      'review plan K1 K2 --suggest',
      'review plan K2 --suggest --chair "M Jones" --today 2026-04-07',
      'review plan K1 --suggest --today 2026-04-20',
    ]) {
      expect(widest((await run(line)).out)).toBeLessThanOrEqual(80);
    }
  });

  it('is refused with a meeting, and for a child who is not looked after', async () => {
    const { run, refuses } = await withFamily();
    await refuses(
      'review plan K1 --suggest --meeting 27/3',
      2,
      '--suggest proposes days and records nothing. Leave out --meeting or --suggest.',
    );
    await run('child left K2 --on 2026-03-11');
    await refuses(
      'review plan K1 K2 --suggest',
      1,
      'K2 is not looked after, so there is no review to plan. To see the record: irotool child show K2',
    );
  });
});
