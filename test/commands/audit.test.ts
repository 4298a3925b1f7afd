import { describe, expect, test } from 'vitest';
import { unit } from '../support/harness';

interface Entries {
  schema: number;
  entries: {
    id: number;
    child: string | null;
    subject: string;
    what: string;
    words: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }[];
}

async function busyUnit() {
  const made = await unit();
  for (const line of [
    'person add --name "A Khan" --role iro --team East',
    'new-review --ref K77 --name "Siân Łukasiewicz" --born 2015-05-02 --looked-after 2026-03-10 --iro "A Khan" --yes',
    'new-review --ref K78 --name "Bo Other" --born 2016-05-02 --looked-after 2026-03-10 --yes',
    'child edit K77 --name "Siân Ŵyn" --sex F --yes',
    'record K77 invitations-sent --on 2026-03-12 --yes',
  ]) {
    const { code, err } = await made.run(line);
    expect(code, `${line}: ${err}`).toBe(0);
  }
  return made;
}

describe('irotool audit', () => {
  test('says who changed what from what to what, newest first', async () => {
    const { run } = await busyUnit();
    await run('settings set unit.name Reviewing');
    const { code, out } = await run('audit');
    expect(code).toBe(0);
    const lines = out.split('\n');
    // The minute and who typed are said once, above what was changed then.
    expect(lines[0]).toMatch(/^Fri 13 Mar 2026 12:00, \S+$/);
    expect(lines[1]).toBe(' unit.name: not set → Reviewing');
    expect(out.match(/12:00/g)).toHaveLength(1);
    expect(out).toContain('A Khan (IRO) added (team East)');
    expect(out).toContain('K77 invitations sent on 12 March 2026');
    expect(out).toMatch(/IRO allocated on 13 March 2026\s+\(A\s+Khan\)/);
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test('down a pipe has when and who in every row, and what codes mean on a screen alone', async () => {
    const { run } = await busyUnit();
    await run('review hold K77 --on 2026-03-12 --code PN1');
    const piped = (await run('audit', { toPipe: true })).out.trimEnd().split('\n');
    for (const row of piped) expect(row).toMatch(/^ Fri 13 Mar 2026 12:00 {2}\S+ {2}\S/);
    expect((await run('audit')).out.replaceAll(/\s+/g, ' ')).toContain('code PN1, attended and spoke');
    expect((await run('audit --csv')).out).not.toContain('attended and spoke');
  });

  test('says days as people write them, and breaks a list at its commas', async () => {
    const { run } = await busyUnit();
    await run('review hold K77 --on 2026-03-12 --code PN1 --also-sat 2026-03-11 --considered health,contact');
    const said = (await run('audit')).out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('also sat 11 March 2026');
    expect(said).toMatch(/considered (health, contact|contact, health)/);
    expect(said).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  test('never shows a child’s name but in the audit of that child', async () => {
    const { run } = await busyUnit();
    for (const form of ['audit --limit 999', 'audit --limit 999 --json', 'audit --limit 999 --csv']) {
      const { out } = await run(form);
      expect(out).not.toMatch(/Siân|Łukasiewicz|Ŵyn|Bo Other/);
      expect(out).toContain('K77');
    }
    expect((await run('audit')).out).toMatch(/K77 changed: name(;|$)/m);
    expect((await run('audit --child K77')).out.replaceAll(/\s+/g, ' ')).toContain(
      'name Siân Łukasiewicz → Siân Ŵyn',
    );
  });

  test('of one child leaves out every other', async () => {
    const { run } = await busyUnit();
    const { entries } = JSON.parse((await run('audit --child k77 --json')).out) as Entries;
    expect(entries.length).toBeGreaterThan(3);
    for (const { child } of entries) expect(child).toBe('K77');
  });

  test('as JSON has before and after as data', async () => {
    const { run } = await busyUnit();
    const { schema, entries } = JSON.parse((await run('audit --child K77 --json')).out) as Entries;
    expect(schema).toBe(1);
    expect(Object.keys(entries[0]!)).toEqual([
      'id',
      'at',
      'who',
      'what',
      'subject',
      'subjectId',
      'child',
      'before',
      'after',
      'words',
      'command',
    ]);
    const edit = entries.find(({ before, subject }) => subject === 'child' && before?.sex !== undefined);
    expect(edit).toBeDefined();
    const event = entries.find(
      ({ subject, words }) => subject === 'event' && words.includes('IRO allocated'),
    );
    expect(event!.after!.attributes).toEqual({ iro: '1' });
  });

  test('shows a strike with its reason', async () => {
    const { run } = await busyUnit();
    const { entries } = JSON.parse((await run('audit --child K77 --json --limit 1')).out) as Entries;
    const [event] = entries;
    const id = Number(/event (\d+)/.exec(event!.words)![1]);
    await run(['strike', String(id), '--why', 'another child', '--yes']);
    expect((await run('audit --limit 1')).out.replaceAll(/\s+/g, ' ')).toContain(
      `K77 struck out event ${id}, invitations sent of 12 March 2026: another child`,
    );
  });

  test('shows the latest so many', async () => {
    const { run } = await busyUnit();
    const { out, err } = await run('audit --limit 2');
    expect(out.match(/^ \S/gm)).toHaveLength(2);
    expect(err).toContain('irotool audit --limit 20');
  });

  test.each([
    ['audit --limit 0', 2, '--limit is a whole number from 1'],
    ['audit --limit many', 2, '--limit is a whole number from 1'],
    ['audit --child K7', 1, 'There is no child "K7". Did you mean'],
  ])('refuses: %s', async (line, code, words) => {
    const { run } = await busyUnit();
    const answer = await run(line);
    expect({ code: answer.code, out: answer.out }).toEqual({ code, out: '' });
    expect(answer.err).toContain(words);
  });
});
