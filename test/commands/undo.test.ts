/** What was typed wrongly is taken back by `undo`, command by command; `redo` has it again, straight after. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Db, openFile } from '../support/database';
import { folder, type Run, unit } from '../support/harness';

const CHILD =
  'new-review --ref K1 --name "Peter Frost" --born 2014-01-05 --looked-after 2026-03-02 --basis V2 --iro "N Ewman" --yes';

/** The chronology that counts, in short: `2026-03-02 became-looked-after`. */
async function standing(run: Run, ref = 'K1'): Promise<string[]> {
  const { out } = await run(`child show ${ref} --json`);
  const { chronology } = JSON.parse(out) as {
    chronology: { on: string; kind: string; struckWhy: string | null }[];
  };
  return chronology.filter(({ struckWhy }) => struckWhy === null).map(({ on, kind }) => `${on} ${kind}`);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Whoever else writes to the file: another person at another machine. */
function another(db: string, write: (open: Db) => void): void {
  const open = openFile(db);
  open.function('irotool_who', () => 'r.osei');
  open.function('irotool_now', () => '2026-03-13T13:00:00.000Z');
  write(open);
  open.close();
}

describe('undo', () => {
  test('takes back the last command, then the one before it, and keeps the reason', async () => {
    const { run } = await unit('england', [CHILD]);
    const before = await standing(run);
    await run('review plan K1 --meeting "27/3/2026 10:00" --venue Hall --yes');
    await run('record K1 legal-status-changed basis=C2 --on 2026-03-12');
    const first = await run('undo --why "another child’s order" --yes');
    expect([first.code, first.out]).toEqual([
      0,
      'Taken back: record K1 legal-status-changed basis=C2 --on 2026-03-12\n',
    ]);
    expect(first.err).toContain(
      'To take back: record K1 legal-status-changed basis=C2 --on 2026-03-12, typed today at midday',
    );
    expect(first.err).toContain('struck out');
    expect(await standing(run)).toHaveLength(before.length + 1);
    expect((await run('undo --yes')).out).toContain('Taken back: review plan K1');
    expect(await standing(run)).toEqual(before);
    const { out } = await run('audit --child K1');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('another child’s order');
  });

  test('says which dates move, and asks for nothing more with --yes', async () => {
    const { run } = await unit('england', [
      CHILD,
      'review hold K1 --on 2026-03-12 --code PN1 --considered all --yes',
    ]);
    const { err } = await run('undo --yes');
    expect(err).toMatch(/due +Monday 30 March 2026: /);
    expect((await run('due --child K1 --month')).out).toContain('first review');
  });

  test('of a strike has the event again', async () => {
    const { run } = await unit('england', [CHILD, 'record K1 legal-status-changed basis=C2 --on 2026-03-12']);
    const before = await standing(run);
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    const { id } = chronology.find(({ kind }) => kind === 'legal-status-changed')!;
    await run(`strike ${id} --why mistaken --yes`);
    expect(await standing(run)).not.toEqual(before);
    expect((await run('undo --yes')).err).toContain('entered again');
    expect(await standing(run)).toEqual(before);
    // What was entered again stands for what was struck out: the command before can be taken back too.
    expect((await run('undo --yes')).out).toContain('Taken back: record K1 legal-status-changed');
    expect(await standing(run)).toHaveLength(before.length - 1);
  });

  test('puts settings, people, leave, and the details of a child back as they were', async () => {
    const { run } = await unit('england', [
      'settings set unit.name "Reviewing Unit"',
      'person add --name "A Khan" --role iro --team North',
      'child add --ref K1 --name "Peter Frost"',
    ]);
    await run('settings set unit.name Wrong');
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('settings list --json')).out).toContain('Reviewing Unit');
    await run('person edit "A Khan" --new-name "A Kahn" --team East');
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('person list --json')).out).toContain('A Khan');
    await run('person leave "A Khan" --from 2026-08-03 --to 2026-08-07');
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('person show "A Khan" --json')).out).not.toContain('2026-08-03');
    await run('child edit K1 --born 2014-02-03 --known-as Pete --yes');
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('child show K1 --json')).out).not.toContain('2014-02-03');
    // The three that came before, the last first.
    expect((await run('undo --yes')).out).toContain('Taken back: child add --ref K1');
    expect((await run('child list --all --json')).out).not.toContain('K1');
    expect((await run('undo --yes')).out).toContain('Taken back: person add');
    expect((await run('person list --json')).out).not.toContain('A Khan');
    expect((await run('undo --yes')).out).toContain('Taken back: settings set unit.name');
    const { code, err } = await run('undo --yes');
    expect([code, err]).toEqual([1, expect.stringContaining('the database was made by it')]);
    expect((await run('doctor')).code).toBe(0);
  });

  test('of a child who came in says that the record stays, and whoever was new with it', async () => {
    const { run } = await unit('england', [CHILD]);
    const { err } = await run('undo --yes');
    const said = err.replaceAll(/\s+/g, ' ');
    expect(said).toContain('K1 stays among the records, with nothing on it that counts.');
    expect(said).toContain('N Ewman');
    expect(await standing(run)).toEqual([]);
    expect((await run('doctor')).code).toBe(0);
    expect((await run(CHILD)).code).toBe(0);
  });

  test('is refused, in words, if another person has built on it since', async () => {
    const { db, run } = await unit('england', [
      CHILD,
      'review hold K1 --on 2026-03-12 --code PN1 --considered all --yes',
    ]);
    another(db, (open) =>
      open
        .prepare(
          `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
           VALUES (1, '2026-03-13', 'decisions-sent', '{"review":"1"}', irotool_now(), irotool_who())`,
        )
        .run(),
    );
    const before = await standing(run);
    const { code, err } = await run('undo --yes');
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringMatching(
        /K1: r\.osei has built on it since: without it, the “decisions sent” of .* Nothing was taken back\. .*irotool strike \d+/,
      ),
    ]);
    expect(await standing(run)).toEqual(before);
  });

  test('is not refused for what another person recorded beside it', async () => {
    const { db, run } = await unit('england', [CHILD, 'review plan K1 --meeting "27/3/2026 10:00" --yes']);
    another(db, (open) =>
      open
        .prepare(
          `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
           VALUES (1, '2026-03-12', 'child-visited', '{}', irotool_now(), irotool_who())`,
        )
        .run(),
    );
    expect((await run('undo --yes')).code).toBe(0);
  });

  test('is refused for a row that another person has changed since', async () => {
    const { db, run } = await unit('england', ['settings set unit.name "Reviewing Unit"']);
    another(db, (open) => open.exec("UPDATE setting SET value = 'Theirs' WHERE key = 'unit.name'"));
    const { code, err } = await run('undo --yes');
    expect([code, err]).toEqual([1, expect.stringContaining('It was changed again since, by r.osei')]);
  });

  test('takes nobody out of a child’s people of whom the record speaks', async () => {
    const { run } = await unit('england', [
      CHILD,
      'review plan K1 --meeting "27/3/2026 10:00" --yes',
      'child link K1 "Mo Ther" --role parent --relationship mother',
    ]);
    const { id } = (JSON.parse((await run('undo --list --json')).out) as { commands: { id: number }[] })
      .commands[0]!;
    await run('review participants K1 --add mother');
    const { code, err } = await run(`undo ${id} --yes`);
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('speaks of mother. Nothing was taken back. Strike that out first, or say'),
    ]);
  });

  test('of what dates are worked out by has every date worked out again', async () => {
    const { run } = await unit('england', [CHILD]);
    const due = (await run('due --child K1 --month --json')).out;
    await run('settings holidays add 2026-03-20 --name "A day off" --source gov.uk --yes');
    expect((await run('due --child K1 --month --json')).out).not.toBe(due);
    const { err } = await run('undo --yes');
    expect(oneLine(err)).toContain('every date is worked out again, for every child');
    expect((await run('due --child K1 --month --json')).out).toBe(due);
  });

  test('of a letter alone is refused, and says how to go further back', async () => {
    const { run } = await unit('england', [
      'settings set unit.name "Reviewing Unit"',
      'settings set unit.telephone "01234 567890"',
      'settings set signatory.name "Dana Cole"',
      CHILD,
    ]);
    const out = folder();
    await run(['letter', 'introduction-iro', 'K1', '--format', 'txt', '--out', out]);
    const { code, err } = await run('undo --yes');
    expect([code, oneLine(err)]).toEqual([
      1,
      expect.stringMatching(
        /it made 1 document and recorded nothing else\. .* To take back what you did before it \(new-review .*\): irotool undo 5 $/,
      ),
    ]);
    expect((await run('undo 5 --yes')).code).toBe(0);
  });

  test('of letters that were recorded as sent: they were not, and the files stay', async () => {
    const { run } = await unit('england', [
      'settings set unit.name "Reviewing Unit"',
      'settings set unit.telephone "01234 567890"',
      'settings set signatory.name "Dana Cole"',
      CHILD,
      'review plan K1 --meeting "27/3/2026 10:00" --venue Hall --yes',
    ]);
    const out = folder();
    await run(['letter', 'pack', 'K1', '--format', 'txt', '--out', out, '--sent-on', '2026-03-13']);
    const files = readdirSync(out);
    expect(await standing(run)).toContain('2026-03-13 invitations-sent');
    const { code, err } = await run('undo --yes');
    expect([code, err]).toEqual([0, err]);
    expect(oneLine(err)).toMatch(
      /struck out K1 invitations sent .* not sent K1 .* that it made stay, as a file/,
    );
    expect(await standing(run)).not.toContain('2026-03-13 invitations-sent');
    expect(readdirSync(out)).toEqual(files);
  });

  test('of mail is refused, with what to type', async () => {
    const { run } = await unit('england', [
      CHILD,
      'person add --name "Joe Marlow" --role manager --team North --email joe@testshire.gov.uk',
      'settings set mail.from unit@testshire.gov.uk',
      'settings set mail.sendmail /bin/true',
    ]);
    const sent = await run('report overdue --to managers --send --today 2026-05-01');
    const { code, err } = await run('undo --yes');
    expect([code, sent.err, oneLine(err)]).toEqual([
      1,
      sent.err,
      expect.stringMatching(
        /it is mail \(1 message\), and mail that went stays where it is\. .*report outbox/,
      ),
    ]);
  });

  test('of a merge is refused, with what to do', async () => {
    const { run } = await unit('england', [
      'child add --ref K1',
      'child add --ref K2',
      'child merge K2 K1 --yes',
    ]);
    const { code, err } = await run('undo --yes');
    expect([code, err]).toEqual([1, expect.stringContaining('two records were made one')]);
  });

  test('lists what this person’s commands recorded, and what was taken back', async () => {
    const { run } = await unit('england', [
      CHILD,
      'review plan K1 --meeting "27/3/2026 10:00" --venue Hall --yes',
      'undo --yes --why "the hall of Peter Frost"',
    ]);
    const { out } = await run('undo --list');
    expect(out).toMatch(/4 +Fri 13 Mar 2026 12:00 +took back 3/);
    expect(out).toMatch(/3 +Fri 13 Mar 2026 12:00 +taken back by 4 +review plan K1/);
    expect(out).not.toContain('Frost');
    const { schema, commands } = JSON.parse((await run('undo --list --json')).out);
    expect(schema).toBe(1);
    const told = (commands as Record<string, unknown>[]).map(({ id, takenBackBy, takesBack, children }) => [
      ...[id, takenBackBy, takesBack, children],
    ]);
    expect(told.slice(0, 3)).toEqual([
      [4, null, 3, ['K1']],
      [3, 4, null, ['K1']],
      [2, null, null, ['K1']],
    ]);
    expect(JSON.stringify(commands)).not.toContain('Frost');
  });

  test('of nothing says so', async () => {
    const { run } = await unit();
    expect((await run('undo 99 --yes')).err).toContain('You typed no command 99');
    expect((await run('undo K1 --yes')).code).toBe(2);
  });
});

describe('redo', () => {
  test('straight after undo has it again, and undo takes that back too', async () => {
    const { run } = await unit('england', [CHILD, 'record K1 legal-status-changed basis=C2 --on 2026-03-12']);
    const before = await standing(run);
    await run('undo --yes');
    const { code, out } = await run('redo --yes');
    expect([code, out]).toEqual([0, 'Done again: record K1 legal-status-changed basis=C2 --on 2026-03-12\n']);
    expect(await standing(run)).toEqual(before);
    expect((await run('redo --yes')).err).toContain('redo is only for straight after undo');
    expect((await run('undo --yes')).code).toBe(0);
    expect(await standing(run)).toHaveLength(before.length - 1);
    expect((await run('undo --yes')).out).toContain('Taken back: new-review');
  });

  test('is refused once something else was recorded', async () => {
    const { run } = await unit('england', [
      CHILD,
      'record K1 legal-status-changed basis=C2 --on 2026-03-12',
      'undo --yes',
    ]);
    await run('child edit K1 --sex M --yes');
    expect((await run('redo --yes')).err).toContain('redo is only for straight after undo');
  });

  test('puts a setting back as undo found it', async () => {
    const { run } = await unit('england', [
      'settings set unit.name One',
      'settings set unit.name Two',
      'undo --yes',
      'redo --yes',
    ]);
    expect((await run('settings list --json')).out).toContain('Two');
  });
});
