/** Whoever has no contact, or is kept away by a court order, is asked about before anything is made out to them. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Every command that makes something out to the father, or records that it is sent. */
const BEFORE = [
  'letter pack K1 --format docx',
  'letter pack K1 --format eml',
  'letter invitation-parent K1 --to father --format txt --out -',
  'letter invitation-parent K1 --to father --format eml',
  'letter invitation-parent-on-papers K1 --to father --format html',
  'letter consultation-parent K1 --to father',
];
const AFTER = [
  'letter record-decisions K1 --to father --format txt --out -',
  'letter record-full K1 --to father',
  'letter distribution-full K1 --to father',
  'review distribute K1 father --record full --why Agreed',
];

describe.each([
  [
    'no contact is recorded',
    'child link K1 --tag father --contact none',
    'no contact is recorded for the father',
  ],
  [
    'an order of a court stands',
    'child bar K1 father --order "Non-molestation order" --until 2027-03-01',
    'an order of a court keeps the father from K1 (“Non-molestation order”, until 1 March 2027)',
  ],
])('if %s', (_, line, why) => {
  it('each command that makes something out to the father asks first, and takes the flag', async () => {
    const { run } = await plannedUnit();
    expect((await run(line)).code).toBe(0);
    const cwd = folder();
    const tried = async (command: string): Promise<void> => {
      const { code, err, out } = await run(command, { cwd });
      expect([command, code, plain(err)]).toEqual([command, 2, expect.stringContaining(why)]);
      expect(err).toContain('--despite-no-contact');
      expect(out).toBe('');
      expect(readdirSync(cwd)).toEqual([]);
    };
    for (const command of BEFORE) await tried(command);
    const { code, err } = await run(`${BEFORE[0]} --despite-no-contact`, { cwd });
    expect([code, err.includes('father')]).toEqual([0, code === 0 && err.includes('father')]);
    expect(readdirSync(cwd)).toContain('K1-1-invitation-parent-father.docx');
    await run('review hold K1 --on 2026-03-10 --code PN1 --attended child,mother,father --yes');
    const other = folder();
    for (const command of AFTER) {
      const refused = await run(command, { cwd: other });
      expect([command, refused.code, plain(refused.err)]).toEqual([command, 2, expect.stringContaining(why)]);
      expect(readdirSync(other)).toEqual([]);
    }
    // What needs no decision for others is not sent to him by `--all`.
    expect((await run('review distribute K1 --all')).code).toBe(0);
    expect(JSON.parse((await run('review distribute K1 --json')).out).left).toContain('father');
    // What the social worker and the IRO decided, with the reason, is the answer.
    const part = await run(
      'review distribute K1 father --record part --why Agreed --tell "Only the decisions" --decided-by "A Khan" --on 2026-03-11',
    );
    expect([part.code, plain(part.err)]).toEqual([0, expect.stringContaining(`Note: ${why}.`)]);
    expect((await run(`${AFTER.at(-1)} --despite-no-contact --on 2026-03-12`)).code).toBe(0);
    // Nobody is asked to say that nothing goes to him.
    const none = 'review distribute K1 father --record none --why "Court order" --decided-by "A Khan"';
    expect((await run(none)).code).toBe(0);
  });
});

/** Facts that say that something went to the father, typed by every command that records one. */
const SAID_TO_HIM = [
  'review after K1 --decisions-sent 2026-03-11 --sent-to child,father',
  'review after K1 --care-plan-updated 2026-03-12 --copied mother,father',
  'review after K1 --response disagreed --about "Drift" --told iro,father',
  'record K1 decisions-sent to=child,father --on 2026-03-11',
  'record K1 plans-copied to=father --on 2026-03-12',
  'record K1 manager-responded answer=disagreed about=Drift to=iro,father --on 2026-03-12',
  'record K1 record-sent ref=father record=full --on 2026-03-12',
];

describe.each([
  ['no contact', 'child link K1 father --contact none', 'no contact is recorded for the father', 7],
  [
    'an order of a court',
    'child bar K1 father --order "No-contact order"',
    'an order of a court keeps the father from K1',
    7,
  ],
  [
    'a decision not to invite him',
    'review not-invite K1 father --concern Threats --tell Threats --considered "By letter" --views "By letter" --iro-consulted today --look-again 2026-07-01',
    'it was decided not to invite the father to K1/1',
    6,
  ],
  [
    'no record sent to him',
    'review distribute K1 father --record none --why "Court order" --tell "The court said so" --decided-by "A Khan"',
    'the father is sent no record of K1/1',
    6,
  ],
  [
    'part of the record sent to him',
    'review distribute K1 father --record part --why "Court order" --tell "The court said so" --decided-by "A Khan"',
    'the father is sent part of the record of K1/1',
    6,
  ],
])('with %s', (_, line, why, howMany) => {
  it('it is asked before it is recorded that anything went to the father', async () => {
    const { run } = await plannedUnit();
    const held = 'review hold K1 --on 2026-03-10 --code PN1 --attended child,mother --yes';
    const lines = line.startsWith('review distribute') ? [held, line] : [line, held];
    for (const each of lines) expect([each, (await run(each)).code]).toEqual([each, 0]);
    const facts = async (): Promise<string> => (await run('child show K1 --json')).out;
    for (const command of SAID_TO_HIM.slice(0, howMany)) {
      const before = await facts();
      const { code, err } = await run(`${command} --yes`);
      expect([command, code, plain(err)]).toEqual([command, 2, expect.stringContaining(why)]);
      expect(err).toContain('--despite-no-contact');
      expect([command, await facts()]).toEqual([command, before]);
    }
    for (const command of SAID_TO_HIM.slice(0, howMany)) {
      expect([command, (await run(`${command.replace('father', 'mother')} --yes`)).code]).toEqual([
        command,
        0,
      ]);
    }
    const said = await run(`${SAID_TO_HIM[0]!.replace('03-11', '03-12')} --despite-no-contact`);
    expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('--despite')]);
  });
});

it('invitations are not recorded as sent to someone kept away before that was asked', async () => {
  const { run } = await plannedUnit();
  for (const line of ['review participants K1 --add father', 'child link K1 father --contact none'])
    expect([line, (await run(line)).code]).toEqual([line, 0]);
  for (const command of [
    'review prepare K1 --invited today',
    'record K1 invitations-sent to=mother,father --on today',
  ]) {
    const { code, err } = await run(command);
    expect([command, code, plain(err)]).toEqual([
      command,
      2,
      expect.stringContaining('no contact is recorded for the father'),
    ]);
    expect([command, (await run(`${command} --despite-no-contact`)).code]).toEqual([command, 0]);
  }
});

describe('an order of a court', () => {
  it('is shown beside the person, and stands until its last day', async () => {
    const { run } = await plannedUnit();
    const made = await run('child bar K1 father --order "No-contact order" --on 10/3/2026 --until 20/3/2026');
    expect(plain(made.err)).toContain('Note: Before anything is made out to the father, it is asked.');
    expect(plain((await run('child people K1')).out)).toContain(
      'kept away by a court order until 20 March 2026',
    );
    expect(JSON.parse((await run('child people K1 --json')).out).people).toContainEqual(
      expect.objectContaining({
        tag: 'father',
        bar: { from: '2026-03-10', order: 'No-contact order', until: '2026-03-20' },
      }),
    );
    const letter = 'letter invitation-parent K1 --to father --format txt --out -';
    expect((await run(`${letter} --today 2026-03-20`)).code).toBe(2);
    expect((await run(`${letter} --today 2026-03-21`)).code).toBe(0);
  });

  it('stands no longer once it has ended', async () => {
    const { run } = await plannedUnit();
    await run('child bar K1 father --order "No-contact order" --on 10/3/2026');
    const letter = 'letter invitation-parent K1 --to father --format txt --out -';
    expect((await run(letter)).code).toBe(2);
    expect((await run('child bar K1 father --ended --why "Discharged by the court"')).code).toBe(0);
    expect((await run(letter)).code).toBe(0);
    const again = await run('child bar K1 father --ended');
    expect([again.code, plain(again.err)]).toEqual([
      1,
      expect.stringContaining(
        'K1: no order about the father stands on Friday 13 March 2026. Nothing was saved.',
      ),
    ]);
  });

  it('is of one of the child’s people, and needs to be said', async () => {
    const { run } = await plannedUnit();
    expect((await run('child bar K1 iro --order x')).err).toContain('is not kept away by an order');
    const missing = await run('child bar K1 father');
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--order')]);
  });

  it('of someone of any role is asked about: a teacher too', async () => {
    const { run } = await plannedUnit();
    await run('child bar K1 teacher --order "Restraining order"');
    const { code, err } = await run('letter invitation-teacher K1 --format txt --out -');
    expect([code, plain(err)]).toEqual([
      2,
      expect.stringContaining('an order of a court keeps the teacher from K1'),
    ]);
  });
});
