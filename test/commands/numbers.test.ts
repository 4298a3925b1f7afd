/** The numbers of the morning list, typed instead of a reference and a duty. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

const FRIDAY = '--today 2026-03-13';

/** Two children whose reviews are planned for 30 March, and what a line says of one number. */
async function morning() {
  const made = await unit(
    'york',
    ['K1', 'K2'].map(
      (ref) =>
        `new-review --ref ${ref} --name "Siân ${ref}" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --iro "A Khan" --meeting "2026-03-30 10:00" --yes`,
    ),
  );
  const due = async (flags = ''): Promise<string> => (await made.run(`due ${flags}`, { toPipe: true })).out;
  /** The number of the row that says so. */
  const numberOf = (list: string, words: RegExp): number => {
    const line = list.split('\n').find((each) => words.test(each))!;
    return Number(/^(?:\S+-\S+)? +(\d+)/.exec(line)![1]);
  };
  return { ...made, due, numberOf };
}

/** What is kept of the last list, in the file of this person. */
const kept = (): string => join(process.env.XDG_CACHE_HOME!, 'irotool', 'last-list.json');

describe('each row of due has a number', () => {
  it('counted from 1 without a gap, over every group of the list', async () => {
    const { due } = await morning();
    const list = await due('--month');
    const numbers = Array.from(list.matchAll(/^(?:\d{4}-\d\d-\d\d)? +(\d+) {2}/gm), ([, number]) =>
      Number(number),
    );
    expect(numbers.length).toBeGreaterThan(6);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('and what is kept of the list is references and rules, for this person alone and outside the database', async () => {
    const { due, db } = await morning();
    const before = everything(db);
    await due('--month');
    expect(everything(db)).toBe(before);
    const text = readFileSync(kept(), 'utf8');
    expect(text).toContain('"ref":"K1","rule":"invite"');
    expect(text).not.toMatch(/Siân|Khan/);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(kept(), '..'))).toEqual(['last-list.json']);
  });

  it('which --json and --csv neither make nor change', async () => {
    const { due, run } = await morning();
    await due('--month');
    const before = readFileSync(kept(), 'utf8');
    expect((await run('due --week --json')).out).not.toContain('number');
    await run('due --week --csv');
    expect(readFileSync(kept(), 'utf8')).toBe(before);
  });
});

describe('done with numbers', () => {
  it('ticks off what stood at each of them, on the day that is said', async () => {
    const { due, run, numberOf } = await morning();
    const list = await due('--month');
    const first = numberOf(list, /K1\/1 SK +Send the invitations/);
    const second = numberOf(list, /K2\/1 SK +Send the invitations/);
    const { code, out } = await run(`done ${first} ${second} --on 12/3`);
    expect(code).toBe(0);
    expect(out).toBe(
      'K1  Send the invitations: done on Thursday 12 March 2026, in time.\nK2  Send the invitations: done on Thursday 12 March 2026, in time.\n',
    );
  });

  it('takes a range, all or nothing: a review in it is held, and not ticked off', async () => {
    const { due, run, db } = await morning();
    const list = await due('--month');
    const before = everything(db);
    const refused = await run(`done 1-${list.match(/^(?:\d{4}-\d\d-\d\d)? +\d+ {2}/gm)!.length}`);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(everything(db)).toBe(before);
    expect((await run('done 2-1')).err).toBe('2-1 runs backwards. Type it as 1-2.\n');
  });

  it('refuses a row that was done since, in words, and says how to see the list again', async () => {
    const { due, run, numberOf } = await morning();
    const number = numberOf(await due('--month --who unit'), /K1\/1 SK +Send the invitations/);
    await run(`done ${number}`);
    expect(await run(`done ${number}`)).toMatchObject({
      code: 1,
      err: `Number ${number} was K1/1, Send the invitations: that is no longer on the list. To see it as it is now: irotool due --month --who unit\n`,
    });
  });

  it('refuses the same row of another review', async () => {
    const { due, run, numberOf } = await morning();
    const number = numberOf(await due('--month'), /K1\/1 SK +Send the invitations/);
    await run('review hold K1 --on 2026-03-13 --code PN1 --yes');
    await run('review plan K1 --meeting "2026-04-30 10:00" --yes');
    expect((await run('due --month --json')).out).toContain('"rule": "invite"');
    expect((await run(`done ${number}`)).err).toContain(`Number ${number} was K1/1, Send the invitations`);
  });

  it('refuses the list of yesterday, and a number beyond its end', async () => {
    const { due, run } = await morning();
    await due('--overdue');
    expect((await run('done 99')).err).toMatch(
      /^There is no 99 on the list you last saw: it ends at \d+\. To see it as it is now: irotool due --overdue\n$/,
    );
    expect(await run('done 1 --today 2026-03-14')).toMatchObject({
      code: 1,
      err: 'There is no child "1", and the list you last saw was of Friday 13 March 2026. To see the list with its numbers: irotool due\n',
    });
    // It was thrown away with that.
    expect((await run('done 1')).err).toContain('no list has been shown today');
  });

  it('takes a list of another database for none', async () => {
    const one = await morning();
    const other = await morning();
    await one.due();
    expect((await other.run('done 1')).err).toContain('no list has been shown today');
  });

  it('goes on without numbers if what is kept cannot be read', async () => {
    const { due, run } = await morning();
    await due();
    writeFileSync(kept(), '{"rows":');
    expect((await run('done 1')).err).toContain('no list has been shown today');
  });
});

describe('a number in place of a reference', () => {
  it('is said with what it stands for, by every command that asks for one', async () => {
    const { due, run, numberOf } = await morning();
    const number = numberOf(await due('--month'), /K2\/1 SK +Send the invitations/);
    const told = `${number} is K2/1: Send the invitations.\n`;
    for (const line of ['review next', 'child show', 'review show', 'letter list', 'conference show']) {
      if (line === 'letter list') continue;
      const { code, out, err } = await run(`${line} ${number} ${FRIDAY}`);
      expect([code, err.startsWith(told), out.includes('K2')], line).toEqual([0, true, true]);
    }
    const alone = await run(`due --child ${number}`);
    expect(alone.out).toContain('K2/1');
    expect(alone.out).not.toContain('K1/1');
  });

  it('is explained by the duty of its own row', async () => {
    const { due, run, numberOf } = await morning();
    const number = numberOf(await due('--month'), /K2\/1 SK +Send the invitations/);
    const { out } = await run(`explain ${number}`);
    expect(out).toBe((await run('explain K2 invite')).out);
    expect((await run(`explain ${number} documents`)).out).toBe((await run('explain K2 documents')).out);
  });

  it('of a meeting of two children is both of them, or neither', async () => {
    const { run, due } = await morning();
    for (const ref of ['K1', 'K2'])
      await run(`review plan ${ref} --meeting "2026-03-13 15:00" --venue Hall --yes`);
    expect(await due()).toMatch(/^ +1 +3pm +K1\/1 SK, K2\/1 SK +Hall/m);
    const refused = await run('review show 1');
    expect(refused.err).toContain('1 is of 2 children: K1, K2. Type the reference of one.');
    expect((await run('done 1')).err).toContain('Say what happened at the meeting: irotool review hold K1');
    const held = await run('review hold 1 --on today --code PN1 --yes');
    expect([held.code, held.err.startsWith('1 is K1/1: the meeting.\n1 is K2/1: the meeting.\n')]).toEqual([
      0,
      true,
    ]);
  });

  it('that is a child’s reference too is refused with both meanings, until it is said which', async () => {
    const { run, due } = await morning();
    await run('child add --ref 2 --name "Ann Other"');
    expect((await run('child show 2')).out).toContain('Ann Other');
    const list = await due('--month');
    const row = /^\S+ +2 +.*?(K\d)\/1/m.exec(list)![1]!;
    const { code, err } = await run('child show 2');
    expect(code).toBe(1);
    expect(err).toContain(`"2" is the child 2, and it is a number of the list you last saw: ${row}/1 (`);
    expect(err).toContain('Type ref:2 for the child, or row:2 for the number.');
    expect((await run('child show ref:2')).out).toContain('Ann Other');
    expect((await run('child show row:2')).out).toContain(row);
    // Beyond the end of the list it can only be the child.
    await run('child add --ref 77 --name "Bea Other"');
    expect((await run('child show 77')).out).toContain('Bea Other');
  });

  it('means nobody any more if the record was merged into another', async () => {
    const { run, due } = await morning();
    await due('--month --child K1');
    await run('child merge K1 K2 --why "one child" --yes');
    expect((await run('child show 1')).err).toContain('Number 1 was K1/1, ');
  });
});
