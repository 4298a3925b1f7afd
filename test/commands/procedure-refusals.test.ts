/** What the commands for the rest of the procedure refuse: one line, the next thing to type, nothing changed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

beforeEach(async () => {
  ({ run, db } = await unit('york'));
  for (const line of [
    'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes',
    'child link K1 "Jane One" --role parent --relationship mother --responsibility yes',
    'review hold K1 --on 2026-03-10 --code PN1',
    'child add --ref K2 --name "Child Two" --born 2015-05-02',
  ]) {
    const { code, err } = await run(line);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
});

const REFUSED: [line: string, code: number, ...says: string[]][] = [
  ['iro informed K1', 2, 'No terminal to ask on. Missing: --of'],
  ['iro informed K1 --of ""', 2, '--of is empty.'],
  ['iro informed K1 --of x --on 2026-03-14', 1, '14 March 2026 has not come yet', 'irotool child show K1'],
  ['iro informed K2 --of x', 1, 'K2 is not recorded as looked after', 'irotool new-review --ref K2'],
  [
    'child protection K1 --asked all',
    1,
    'K1: the child is on no child protection plan by',
    'conference hold K1 --outcome plan',
  ],
  [
    'child protection K1 --kept why --ended why',
    2,
    'The plan goes on (--kept), or it ends (--ended): not both.',
  ],
  ['child protection K1 --core-group today', 1, 'K1: the child is on no child protection plan by'],
  ['child protection K1 --on today', 2, '--on goes with --asked, --answers, --kept or --ended.'],
  ['child protection K1 --kept ""', 2, '--kept is empty.'],
  ['child protection K9', 1, 'There is no child "K9".'],
  ['review monitoring --sent-to Boss', 1, 'There is no monitoring form that was not sent', '--month'],
  ['review monitoring --month March', 2, '--month is typed 2026-03, not "March".'],
  ['review monitoring --month 2026-04', 1, 'That month has not come yet.'],
  ['review monitoring --on today', 2, '--on goes with --sent-to.'],
  ['review after K1 --redacted x', 2, '--redacted goes with --decisions-sent'],
  ['review after K1 --sent-to child', 2, '--sent-to goes with --decisions-sent.'],
  [
    'review after K1 --decisions-sent today --sent-to aunt',
    1,
    'nobody recorded by that name or tag',
    'child link',
  ],
  ['review after K1 --response agreed --told child', 2, '--told goes with --response disagreed.'],
  ['review after K1 --good-practice B --poor-practice C --about x', 2, '--about can be of one thing only'],
  ['review prepare K1 --also-with mother', 2, '--also-with goes with --child-consulted.'],
  ['review prepare K1 --child-consulted today --also-with aunt', 1, 'nobody recorded by that name or tag'],
  ['review prepare K1 --preparing x', 2, '--preparing goes with --discussed.'],
  ['review prepare K1 --kept-out x', 2, '--kept-out goes with --views.'],
  ['review prepare K1 --how video', 2, '--how goes with --seen.'],
  [
    'review prepare K1 --seen today --how fax',
    2,
    '--how is face-to-face, video, telephone or observed; not "fax".',
  ],
  ['review hold K1 --on 2026-03-12 --code PN1 --not-followed ""', 2, '--not-followed is empty.'],
];

describe('refused, and nothing changed', () => {
  it.each(REFUSED)('%s (exit %i)', async (...[line, code, ...says]: [string, number, ...string[]]) => {
    const before = everything(db);
    const answer = await run(line);
    const err = answer.err.replaceAll(/\s+/g, ' ');
    for (const each of says) expect(err).toContain(each);
    expect(answer.code).toBe(code);
    expect(answer.out).toBe('');
    expect(err).not.toMatch(/Siân|Lovelace/i);
    expect(everything(db)).toBe(before);
  });
});

describe('a protection plan beside care', () => {
  it('is asked about on the morning’s list until it is decided, and only while it lasts', async () => {
    await run('record K2 initial-conference-held --on 2026-03-04');
    await run('new-review --ref K2 --looked-after 2026-03-05 --iro "A Khan" --today 2026-03-05 --yes');
    const due = async () => (await run('due --child K2')).out.replaceAll(/\s+/g, ' ');
    expect(await due()).toContain(
      'Ask the conference’s members whether the care plan covers the protection plan',
    );
    expect((await run('child protection K2')).err.replaceAll(/\s+/g, ' ')).toContain(
      'irotool child protection K2 --asked "WHO"',
    );
    await run('child protection K2 --asked social-worker');
    expect(await due()).toContain('Decide whether the protection plan goes on beside care, or ends');
    const ended = await run('child protection K2 --answers social-worker=ends --ended "All agree"');
    expect(ended.out).toContain(
      'K2 protection plan ended on Friday 13 March 2026: recorded.'.replace(' ', '  '),
    );
    expect(await due()).not.toContain('protection plan');
    expect(JSON.parse((await run('child protection K2 --json')).out)).toMatchObject({
      schema: 1,
      plan: {
        since: '2026-03-04',
        asked: [{ to: 'social-worker' }],
        endedOn: '2026-03-13',
        endedWhy: 'All agree',
      },
      next: null,
    });
    expect((await run('child protection K2 --kept why')).err).toContain('the child protection plan ended on');
  });

  it('that ends unasked is accepted, and the gap named', async () => {
    await run('record K1 initial-conference-held --on 2026-03-11');
    const { code, err } = await run('child protection K1 --ended "Care covers it"');
    expect(code).toBe(0);
    expect(err).toContain('Note: It is not recorded that the conference’s members were asked first');
  });
});

describe('monitoring forms', () => {
  it('are listed until they are sent, and by month', async () => {
    await run('review monitor K1 --drift yes --drift-about "Contact is late" --note "Watch it"');
    expect((await run('review monitoring')).out).toMatch(
      /K1\/1 +Fri 13 Mar +drift or delay \(Contact is late\); Watch it +not sent/,
    );
    const sent = await run('review monitoring --sent-to "S Head" --on 2026-03-13');
    expect(sent.out).toBe('K1  monitoring form of K1/1 sent to S Head on Friday 13 March 2026: recorded.\n');
    expect((await run('review monitoring')).out).toBe('Every monitoring form was sent to the managers.\n');
    expect((await run('review monitoring --month 2026-02')).out).toContain(
      'No monitoring form was completed',
    );
    expect(JSON.parse((await run('review monitoring --month 2026-03 --json')).out)).toMatchObject({
      schema: 1,
      forms: [{ child: { ref: 'K1' }, review: 1, drift: 'yes', sentOn: '2026-03-13', sentTo: 'S Head' }],
    });
    expect(widest((await run('review monitoring --month 2026-03')).out)).toBeLessThanOrEqual(80);
  });
});
