import { describe, expect, it } from 'vitest';
import { childNamed } from '../../src/cases/find';
import type { IsoDate } from '../../src/core/time/dates';
import { addKeptEvent } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import { unit } from '../support/harness';

/** A unit with K1, looked after since 2 March 2026, whose mother is recorded. */
async function withMother() {
  const made = await unit();
  await made.run(
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --yes',
  );
  await made.run(['child', 'link', 'K1', 'Mary Moss', '--role', 'parent', '--relationship', 'mother']);
  return made;
}

describe('whom an event names', () => {
  it('is one of the child’s people: a tag that nobody has is refused with the tags there are, and what to type', async () => {
    const { run } = await withMother();
    const before = (await run('child show K1 --json')).out;
    for (const line of [
      'record K1 invitations-sent to=mother,zebra review=1 --on 2026-03-12',
      'record K1 participant-listed ref=zebra part=invited --on 2026-03-12',
      'record K1 child-visited child=seen-alone saw=zebra --on 2026-03-12',
    ]) {
      const { code, err } = await run(line);
      expect(code, line).toBe(1);
      expect(err.replaceAll(/\s+/g, ' '), line).toContain('K1 has nobody recorded by that name or tag.');
      expect(err, line).toContain('Nothing was saved.');
      expect(err.replaceAll(/\s+/g, ' '), line).toContain(
        'Those recorded: child, iro, social-worker, mother. To add someone: irotool child link K1 NAME --role parent',
      );
      expect(err, line).not.toContain('zebra');
    }
    expect((await run('child show K1 --json')).out).toBe(before);
  });

  it('may be the child, the IRO and the social worker, and someone by name who is among the child’s people', async () => {
    const { run } = await withMother();
    const line = ['record', 'K1', 'invitations-sent', 'to=child,iro,social-worker,Mary Moss', 'review=1'];
    expect((await run([...line, '--on', '2026-03-12'])).code).toBe(0);
    const chronology = (await run('child show K1 --ids')).out.replaceAll(/\s+/g, ' ');
    expect(chronology).toContain('to child, iro, social-worker, mother');
  });

  it('is read as every command reads them: “mum” is the mother, and a tag is kept as it is recorded', async () => {
    const { run } = await withMother();
    for (const line of [
      'record K1 invitations-sent to=mum review=1 --on 2026-03-12',
      'record K1 participant-listed ref=Mother part=invited review=1 --on 2026-03-12',
      'record K1 decisions-sent to=IRO,Mum,mother,Manager review=1 --on 2026-03-12',
      'record K1 child-visited child=seen-alone by=mum --on 2026-03-12',
    ]) {
      expect((await run(line)).err, line).not.toContain('nobody');
    }
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    const kept = Object.fromEntries(chronology.map(({ kind, attributes }) => [kind, attributes]));
    expect(kept['invitations-sent']).toMatchObject({ to: 'mother' });
    expect(kept['participant-listed']).toMatchObject({ ref: 'mother' });
    expect(kept['decisions-sent']).toMatchObject({ to: 'iro,mother,manager' });
    expect(kept['child-visited']).toMatchObject({ by: 'mother' });
  });

  it('is refused with what to type, if the word is the tag of one and what another is', async () => {
    const { run } = await withMother();
    await run('child link K1 "Ann Reed" --role other --relationship aunt --tag carer-1');
    await run('child link K1 "Bea Reed" --role other --relationship carer-1');
    const { code, err } = await run('record K1 invitations-sent to=carer-1 review=1 --on 2026-03-12');
    expect(code).toBe(1);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('“carer-1” is the tag of the aunt');
  });

  it('may be someone who is no longer among them', async () => {
    const { run } = await withMother();
    await run('child unlink K1 mother --on 2026-03-05');
    const line = 'record K1 invitations-sent to=Mother review=1 --on 2026-03-12';
    expect((await run(line)).code).toBe(0);
    expect((await run('child show K1 --ids')).out.replaceAll(/\s+/g, ' ')).toContain('to mother');
  });

  it('may be said in words if it need not be one of them', async () => {
    const { run } = await withMother();
    const line = ['record', 'K1', 'child-visited', 'child=seen-alone', 'by=the duty worker'];
    expect((await run([...line, '--on', '2026-03-12'])).code).toBe(0);
  });

  it('is held against the child’s people also if it is corrected, and what was recorded before stays as it was', async () => {
    const { run } = await withMother();
    await run('record K1 invitations-sent to=mother review=1 --on 2026-03-12');
    const chronology = JSON.parse((await run('child show K1 --json')).out).chronology as { id: number }[];
    const id = Math.max(...chronology.map((each) => each.id));
    const same = await run(`correct ${id} to=mum --why mistyped --yes`);
    expect(same.err).toContain(`event ${id} says that already`);
    const { code, err } = await run(`correct ${id} to=zebra --why mistyped --yes`);
    expect(code).toBe(1);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('K1 has nobody recorded by that name or tag.');
  });

  it('stays as it is in what an older irotool took: it is read, corrected in another part, struck out and taken back', async () => {
    const { run, db } = await withMother();
    const file = openDatabase(db, { now: () => Date.UTC(2026, 2, 12, 12) });
    const fact = { on: '2026-03-12' as IsoDate, kind: 'invitations-sent', attributes: { to: 'zebra' } };
    const id = file.transaction(() => addKeptEvent(file, childNamed(file, 'K1').id, fact))();
    file.close();
    expect((await run('child show K1 --ids')).out.replaceAll(/\s+/g, ' ')).toContain('to zebra');
    expect((await run(`correct ${id} review=1 --why "of the first" --yes`)).code).toBe(0);
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('child show K1 --ids')).out.replaceAll(/\s+/g, ' ')).toContain('to zebra');
    expect((await run('doctor')).code).toBe(0);
  });
});
