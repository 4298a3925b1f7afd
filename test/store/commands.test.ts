/** Every command that wrote is kept: who, when, what was typed without names, and what it wrote. */
import { describe, expect, test } from 'vitest';
import { withoutNames } from '../../src/core/privacy/command-line';
import { openFile } from '../support/database';
import { unit } from '../support/harness';

/** What a stranger to irotool reads in the file. */
function read(db: string, sql: string): unknown[] {
  const open = openFile(db, { readonly: true });
  try {
    return open.prepare(sql).raw().all();
  } finally {
    open.close();
  }
}

const OWNERLESS =
  'SELECT count(*) FROM audit WHERE id NOT IN (SELECT audit_id FROM command_entry) UNION ALL SELECT count(*) FROM audit';

describe('a command that writes', () => {
  test('is one row, to which all belongs that it wrote: the child, the people, the facts', async () => {
    const { db, run } = await unit();
    const before = read(db, 'SELECT * FROM command').length;
    await run(
      'new-review --ref K1 --name "Peter Frost" --born 2014-01-05 --looked-after 2026-03-12 --iro "N Ewman" --team West --yes',
    );
    const commands = read(db, 'SELECT typed, who, typed_at FROM command ORDER BY id').slice(before);
    expect(commands).toEqual([
      [
        'new-review --ref K1 --name … --born 2014-01-05 --looked-after 2026-03-12 --iro … --team …',
        expect.any(String),
        '2026-03-13T12:00:00.000Z',
      ],
    ]);
    const subjects = read(
      db,
      `SELECT DISTINCT subject FROM command_entry JOIN audit ON audit.id = audit_id
       WHERE command_id = (SELECT max(id) FROM command) ORDER BY subject`,
    );
    expect(subjects.flat()).toEqual(['child', 'event', 'person', 'team']);
  });

  test('leaves no row if it is refused, or read only', async () => {
    const { db, run } = await unit('england', ['child add --ref K1']);
    const before = read(db, 'SELECT * FROM command');
    expect((await run('record K1 review-held --on 2026-03-12')).code).not.toBe(0);
    expect((await run('child list --all')).code).toBe(0);
    expect(read(db, 'SELECT * FROM command')).toEqual(before);
  });

  test('is known to the audit, and nothing in the audit belongs to none', async () => {
    const { db, run } = await unit('england', [
      'child add --ref K1',
      'record K1 became-looked-after basis=V2 --on 2026-03-12',
      'strike 1 --why mistaken',
      'settings set unit.name "Another"',
    ]);
    const [[ownerless], [all]] = read(db, OWNERLESS) as [[number], [number]];
    expect([ownerless, all > 4]).toEqual([0, true]);
    const { entries } = JSON.parse((await run('audit --json')).out) as {
      entries: { subject: string; command: { typed: string } }[];
    };
    expect(entries.slice(0, 3).map(({ subject, command }) => [subject, command.typed])).toEqual([
      ['setting', 'settings set unit.name …'],
      ['strike', 'strike 1 --why …'],
      ['event', 'record K1 became-looked-after basis=V2 --on 2026-03-12'],
    ]);
  });
});

describe('what was typed is kept without names', () => {
  const typed = (name: string, args: unknown[], options: Record<string, unknown> = {}): string =>
    withoutNames({ name, args, options });

  test.each([
    [
      'review plan <ref...>',
      [['K1', 'K2']],
      { meeting: '14 April 10:00', venue: 'Frost House' },
      'review plan K1 K2 --meeting 14 April 10:00 --venue …',
    ],
    [
      'review plan <ref...>',
      [['K1']],
      { meeting: '2026-04-14 10:00', mode: 'hybrid' },
      'review plan K1 --meeting 2026-04-14 10:00 --mode …',
    ],
    [
      'child link <ref> [name]',
      ['K1', 'Jo'],
      { role: 'mother', from: '13 March 2026' },
      'child link K1 … --role … --from 13 March 2026',
    ],
    [
      'child add',
      [],
      { ref: 'frost', name: 'May', sibling: 'K2' },
      'child add --ref … --name … --sibling K2',
    ],
    [
      'review plan <ref...>',
      [['K1']],
      { meeting: 'next tue 10:00', on: 'tomorrow', venue: 'Sun' },
      'review plan K1 --meeting next tue 10:00 --on tomorrow --venue …',
    ],
    ['person edit <name>', ['A1'], { newName: 'B 2' }, 'person edit … --new-name …'],
    ['done <ref...>', [['peter', 'invite']], {}, 'done … …'],
    [
      'review hold <ref...>',
      [['K1']],
      { decision: ['see Jo; Jo; 1/5', 'x'], code: 'PN1', yes: true },
      'review hold K1 --decision … --decision … --code PN1 --yes',
    ],
    [
      'record <ref> <event> [attributes...]',
      ['K1', 'note', ['text=Peter came', 'by=V2']],
      {},
      'record K1 note text=… by=V2',
    ],
  ] as const)('%s', (name, args, options, expected) => {
    expect(typed(name, [...args], options)).toBe(expected);
  });
});
