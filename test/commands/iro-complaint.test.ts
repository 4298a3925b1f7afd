/** Complaints about an IRO or a review. */
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

beforeEach(async () => {
  ({ run, db } = await unit());
  await run(
    'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
  );
});

async function refused(line: string, code: number, ...says: string[]): Promise<void> {
  const before = everything(db);
  const answer = await run(line);
  expect(answer.code, answer.err).toBe(code);
  for (const each of says) expect(answer.err).toContain(each);
  expect(answer.err).not.toMatch(/Siân|Lovelace/i);
  expect(answer.out).toBe('');
  expect(everything(db)).toBe(before);
}

describe('iro complaint', () => {
  it('records complaints with references of their own, and their answers', async () => {
    expect((await run('iro complaint K1')).out).toContain('K1  no complaint is recorded.');
    const made = await run('iro complaint K1 --from child --about "Nobody listened" --on 2026-03-09');
    expect(made.out).toBe(
      'K1  complaint C1 of Monday 9 March 2026: recorded.\nOnce it is answered: irotool iro complaint K1 --answered C1\n',
    );
    expect(made.err).toContain('complaint C1 made by the child');
    await run('iro complaint K1 --about "The record was late" --on 2026-03-10');
    await run('iro complaint K1 --answered 1 --outcome "An apology"');
    expect((await run('iro complaint K1')).out).toBe(
      [
        'K1  complaints about the IRO or a review',
        ' C1  Mon 9 Mar   the child: Nobody listened; answered Fri 13 Mar: An apology',
        ' C2  Tue 10 Mar  not recorded by whom: The record was late; not answered yet',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await run('iro complaint K1 --json')).out)).toMatchObject({
      schema: 1,
      child: { ref: 'K1' },
      complaints: [
        { ref: 'C1', from: 'child', answeredOn: '2026-03-13', outcome: 'An apology' },
        { ref: 'C2', from: null, madeOn: '2026-03-10', answeredOn: null, outcome: null },
      ],
    });
  });

  it('shows them beside the IRO too', async () => {
    await run('iro complaint K1 --from child --about "Nobody listened" --on 2026-03-09');
    await run('iro complaint K1 --about "The record was late" --on 2026-03-10');
    await run('iro complaint K1 --answered 2');
    const { out } = await run('iro show K1');
    expect(out).toContain(
      'COMPLAINTS\n Mon 9 Mar   C1  Nobody listened; NOT ANSWERED\n Tue 10 Mar  C2  The record was late; answered Fri 13 Mar\n',
    );
    expect(JSON.parse((await run('iro show K1 --json')).out)).toMatchObject({
      complaints: [{ ref: 'C1', answeredOn: null }, { ref: 'C2' }],
    });
  });

  it('takes no reference twice, and a struck one again only where no answer names it', async () => {
    await run('iro complaint K1 --about one');
    await run('iro complaint K1 --about two');
    await run('iro complaint K1 --answered c2');
    const id = /(\d+) +Fri 13 Mar +complaint made \(ref C2/.exec((await run('child show K1')).out)![1];
    await run(`strike ${id} --why "another child"`);
    expect((await run('iro complaint K1 --about three')).out).toContain('complaint C3');
  });

  it('of one who left care is recorded too', async () => {
    await run('child left K1 --on 2026-03-09');
    expect((await run('iro complaint K1 --from child')).code).toBe(0);
  });

  it('says where it was answered before', async () => {
    await run('iro complaint K1 --about one --on 2026-03-09');
    await run('iro complaint K1 --answered C1 --on 2026-03-10');
    const { err, code } = await run('iro complaint K1 --answered C1 --outcome upheld');
    expect(code).toBe(0);
    expect(err).toContain('Note: it was answered on 10 March 2026 too.');
    expect((await run('iro complaint K1')).out).toContain('answered Fri 13 Mar: upheld');
  });

  it('refuses an unknown one, an answer before it, and both at once', async () => {
    await run('iro complaint K1 --about one --on 2026-03-10');
    await refused(
      'iro complaint K1 --answered C2',
      1,
      'K1 has no complaint "C2".',
      'irotool iro complaint K1',
    );
    await refused(
      'iro complaint K1 --answered C1 --on 2026-03-09',
      1,
      'complaint C1 was made on 10 March 2026, after 9 March 2026. Nothing was saved.',
    );
    await refused('iro complaint K1 --answered C1 --about two', 2, 'recorded one at a time');
    await refused('iro complaint K1 --outcome upheld', 2, '--outcome is of an answer.');
    await refused('iro complaint K1 --about ""', 2, '--about is empty.');
    await refused('iro complaint K1 --about x --on 2026-03-14', 1, '14 March 2026 has not come yet');
    await refused('iro complaint K9', 1, 'There is no child "K9".');
  });

  it('keeps the child’s name out of a chronology', async () => {
    for (const line of [
      'iro complaint K1 --from "siân lovelace" --about x',
      'iro complaint K1 --about "Siân Lovelace was not asked"',
    ]) {
      await refused(line, 2, 'holds the child’s name', 'Say “the child” there.');
    }
  });

  it('keeps within the width of the screen', async () => {
    await run(`iro complaint K1 --from solicitor --about "${'the review was too short and '.repeat(6)}"`);
    expect(widest((await run('iro complaint K1')).out)).toBeLessThanOrEqual(80);
  });
});
