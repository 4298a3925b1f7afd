/** Complaints about an IRO or a review. */
import { beforeEach, describe, expect, it } from 'vitest';
import { widest } from '../support/facts';
import { unit } from '../support/harness';
import { refuses } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

beforeEach(async () => {
  ({ run, db } = await unit());
  await run(
    'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
  );
});

const refused = (line: string, code: number, ...says: string[]): Promise<string> =>
  refuses({ run, db }, line, code, ...says);

describe('iro complaint', () => {
  it('records complaints with references of their own, and their answers', async () => {
    expect((await run('iro complaint K1')).out).toContain('K1  no complaint is recorded.');
    const made = await run('iro complaint K1 --from child --about "Nobody listened" --on 2026-03-09');
    expect(made.out).toMatch(
      /^K1 {2}complaint C1 made by the child(?:, about review 1,)? on Monday 9 March 2026:/,
    );
    expect(made.err).toContain('Once it is answered: irotool iro complaint K1 --answered C1');
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

  it('takes no reference twice, and a struck one again only if no answer names it', async () => {
    await run('iro complaint K1 --about one');
    await run('iro complaint K1 --about two');
    await run('iro complaint K1 --answered c2');
    const id = /(\d+) +Fri 13 Mar +complaint made \(ref C2/.exec((await run('child show K1 --ids')).out)![1];
    await run(`strike ${id} --why "another child"`);
    expect((await run('iro complaint K1 --about three')).out).toContain('complaint C3');
  });

  it('of one who left care is recorded too', async () => {
    await run('child left K1 --on 2026-03-09');
    expect((await run('iro complaint K1 --from child')).code).toBe(0);
  });

  it('says so if it was answered before', async () => {
    await run('iro complaint K1 --about one --on 2026-03-09');
    await run('iro complaint K1 --answered C1 --on 2026-03-10');
    const { err, code } = await run('iro complaint K1 --answered C1 --outcome upheld');
    expect(code).toBe(0);
    expect(err).toContain('Note: It was answered on 10 March 2026 too.');
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
    await refused('iro complaint K1 --outcome upheld', 2, '--outcome goes with --answered.');
  });

  it('takes the child’s name, kept as a reference to the child', async () => {
    const { code, err } = await run('iro complaint K1 --about "Siân Lovelace was not asked"');
    expect(code).toBe(0);
    expect(err).toMatch(
      /kept\s+as\s+a\s+reference\s+to\s+that\s+person,\s+not\s+as\s+words:\s+“Siân\s+Lovelace”/,
    );
    expect((await run('child show K1 --ids')).out).toMatch(/Siân\s+Lovelace\s+was\s+not\s+asked/);
  });

  describe('about a review', () => {
    beforeEach(async () => {
      for (const line of [
        'review hold K1 --on 2026-03-10 --code PN1 --today 2026-03-10',
        'review plan K1 --meeting "2026-05-12 10:00" --today 2026-03-12',
      ]) {
        expect((await run(line)).code).toBe(0);
      }
    });
    const shown = async (of: string) =>
      (
        JSON.parse((await run(`review show K1 --review ${of} --json`)).out) as {
          complaints: { ref: string }[];
        }
      ).complaints;

    it('is about the latest held unless told, and is shown there with its answer', async () => {
      const made = await run('iro complaint K1 --from child --about "Nobody listened"');
      expect(made.err).toContain('complaint C1 made by the child, about review 1, on Friday 13 March 2026.');
      expect(made.err).toContain('Note: K1/1 is the latest review. Of another: --review N');
      expect(made.err).toContain('It shows on: irotool review show K1 --review 1');
      expect((await run('review show K1 --review 1')).out).toContain(
        'COMPLAINTS\n C1             made Fri 13 Mar by the child; Nobody listened; NOT ANSWERED\n',
      );
      await run('iro complaint K1 --answered C1 --outcome "An apology"');
      expect((await run('review show K1 --review 1')).out).toMatch(/answered Fri 13\s+Mar: An apology/);
      expect(await shown('1')).toEqual([
        {
          ref: 'C1',
          from: 'child',
          fromWords: 'the child',
          about: 'Nobody listened',
          review: 1,
          madeOn: '2026-03-13',
          answeredOn: '2026-03-13',
          outcome: 'An apology',
        },
      ]);
      expect(await shown('2')).toEqual([]);
      expect((await run('iro complaint K1')).out).toContain(
        'the child: Nobody listened; about K1/1; answered',
      );
      expect((await run('iro show K1')).out).toContain('Nobody listened; about K1/1; answered Fri 13 Mar');
      expect((await run('child show K1 --ids')).out).toContain('complaint made (ref C1, from child, about');
    });

    it('may be about one to come, or about the IRO alone', async () => {
      await run('iro complaint K1 --about "Not invited" --review 2');
      await run('iro complaint K1 --about "Never rings back" --review none');
      expect((await shown('2')).map(({ ref }) => ref)).toEqual(['C1']);
      expect(await shown('1')).toEqual([]);
      expect(JSON.parse((await run('iro complaint K1 --json')).out)).toMatchObject({
        complaints: [{ review: 2 }, { review: null }],
      });
    });

    it('may be about the review of an unplanned ending, also long after care', async () => {
      await run('child left K1 --on 2026-03-12 --unplanned');
      await run('review hold K1 --exit --on 2026-03-13');
      await run('iro complaint K1 --about late --today 2026-03-20');
      await run('iro complaint K1 --about rushed --review 1 --today 2026-03-20');
      expect((await run('review show K1 --review exit --today 2026-03-20')).out).toContain(
        'C1             made Fri 20 Mar; late; NOT ANSWERED',
      );
      expect((await run('review show K1 --review 1 --today 2026-03-20')).out).toContain('C2 ');
    });

    it('stays with its review if the child comes into care again', async () => {
      await run('iro complaint K1 --about first');
      await run('child left K1 --on 2026-03-13');
      await run(
        'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-04-01 --today 2026-04-01 --yes',
      );
      await run('review hold K1 --on 2026-04-10 --code PN1 --today 2026-04-10');
      const { out } = await run('review show K1 --review 1 --json --today 2026-04-10');
      expect(JSON.parse(out)).toMatchObject({ review: { heldOn: '2026-04-10' }, complaints: [] });
      await run('iro complaint K1 --about second --today 2026-04-10');
      expect((await run('review show K1 --review 1 --today 2026-04-10')).out).toContain(
        'second; NOT ANSWERED',
      );
    });

    it('is refused about a review that is not there', async () => {
      await refused('iro complaint K1 --about x --review 9', 1, 'K1 has no review 9. Nothing was saved.');
      await refused('iro complaint K1 --about x --review exit', 1, 'no review of an unplanned ending');
      await refused('iro complaint K1 --about x --review first', 2, 'exit or none; not "first".');
      await refused('iro complaint K1 --answered C1 --review 1', 2, 'recorded one at a time');
      await refused(
        'record K1 complaint-made ref=C1 about-review=none',
        2,
        'is a whole number from 1, or exit.',
      );
    });
  });

  it('keeps within the width of the screen', async () => {
    await run(`iro complaint K1 --from solicitor --about "${'the review was too short and '.repeat(6)}"`);
    expect(widest((await run('iro complaint K1')).out)).toBeLessThanOrEqual(80);
  });
});
