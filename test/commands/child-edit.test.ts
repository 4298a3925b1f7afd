/** What `child edit` says of a child besides name and birth, and looked-after parents. */
import { beforeEach, describe, expect, it } from 'vitest';
import { childDetails, childrenOf, parentsInCare } from '../../src/store/child-details';
import { findChild } from '../../src/store/children';
import { type Db, openFile } from '../support/database';
import { unit } from '../support/harness';
import { refuses } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

/** P1, born in 2009, has A Khan; her baby P2, born in 2025, has B Lee; X1 has no date of birth. */
beforeEach(async () => {
  ({ run, db } = await unit());
  for (const [ref, born, iro] of [
    ['P1', '2009-05-02', 'A Khan'],
    ['P2', '2025-05-02', 'B Lee'],
  ]) {
    await run(
      `new-review --ref ${ref} --name "Siân ${ref}" --born ${born} --looked-after 2026-03-02 --iro "${iro}" --today 2026-03-02 --yes`,
    );
  }
  await run('child add --ref X1');
});

/** Reads the database as another command would. */
function reading<T>(read: (file: Db, id: (ref: string) => number) => T): T {
  const file = openFile(db, { readonly: true });
  try {
    return read(file, (ref) => findChild(file, ref)!.id);
  } finally {
    file.close();
  }
}

const family = (): Record<string, string[]> =>
  reading((file, id) => ({
    parents: parentsInCare(file, id('P2')).map(({ ref }) => ref),
    children: childrenOf(file, id('P1')).map(({ ref }) => ref),
  }));

const refused = (line: string, code: number, ...says: string[]): Promise<string> =>
  refuses({ run, db }, line, code, ...says);

describe('child edit', () => {
  it('keeps what the child likes to be called and what they need, and takes it away again', async () => {
    const details = () => reading((file, id) => childDetails(file, id('P1')));
    const none = { knownAs: null, pronouns: null, needs: null, unaccompanied: false };
    expect(details()).toEqual(none);
    const { code } = await run(
      'child edit P1 --known-as " Kit " --pronouns they/them --needs "Large print" --unaccompanied yes',
    );
    expect(code).toBe(0);
    const all = { knownAs: 'Kit', pronouns: 'they/them', needs: 'Large print', unaccompanied: true };
    expect(details()).toEqual(all);
    // What is left out stays.
    await run('child edit P1 --needs "An interpreter (Welsh)"');
    expect(details()).toEqual({ ...all, needs: 'An interpreter (Welsh)' });
    await run('child edit P1 --known-as "" --pronouns "" --needs "" --unaccompanied no');
    expect(details()).toEqual(none);
    expect((await run('audit --child P1 --limit 20')).out).toContain('known as Kit → not recorded');
  });

  it('shows what a child is called only in that child’s own audit', async () => {
    await run('child edit P1 --known-as Kitty');
    expect((await run('audit')).out).toContain('P1 changed: known as');
    expect((await run('audit')).out).not.toContain('Kitty');
    expect((await run('audit --json')).out).not.toContain('Kitty');
    expect((await run('audit --child P1')).out).toContain('Kitty');
  });

  it('refuses anything but yes or no of an unaccompanied child', async () => {
    await refused('child edit P1 --unaccompanied maybe', 2, '--unaccompanied is yes or no; not "maybe".');
  });

  it('knows a looked-after parent both ways, said once or twice, and takes it away', async () => {
    expect((await run('child edit P2 --parent p1')).code).toBe(0);
    expect((await run('child edit P2 --parent P1')).code).toBe(0);
    expect(family()).toEqual({ parents: ['P1'], children: ['P2'] });
    expect((await run('audit --child P2')).out).toContain('P1 is a parent of P2');
    await run('child edit P2 --parent ""');
    expect(family()).toEqual({ parents: [], children: [] });
  });

  it('refuses a parent who is the child, is younger, is the child’s child, or is nobody', async () => {
    await refused('child edit P2 --parent P2', 1, 'P2 cannot be a mother or father of P2.');
    await refused(
      'child edit P1 --parent P2',
      1,
      'P2 was born on 2 May 2025 and P1 on 2 May 2009, so P2 cannot be a mother or father of P1. Nothing was saved.',
    );
    await refused('child edit P2 --parent P9', 1, 'There is no child "P9".');
    // Where a date of birth is not known, age refuses nothing; a circle still does.
    await run('child edit X1 --parent P1');
    await refused(
      'child edit P1 --parent X1',
      1,
      'P1 is recorded as a mother or father of X1.',
      'irotool child edit X1 --parent ""',
    );
  });

  it.each([
    ['2025-05-01', 0],
    ['2025-05-02', 1],
    ['2025-05-03', 1],
  ])('with a parent born on %s beside a child of 2 May 2025 ends with exit %i', async (born, code) => {
    await run(`child edit X1 --born ${born}`);
    expect((await run('child edit P2 --parent X1')).code).toBe(code);
  });

  it('refuses a date of birth that makes a parent younger than the child', async () => {
    await run('child edit P2 --parent P1');
    await refused('child edit P2 --born 2009-05-01', 1, 'so P1 cannot be a mother or father of P2');
    await refused('child edit P1 --born 2025-05-03', 1, 'so P1 cannot be a mother or father of P2');
    expect((await run('child edit P2 --born 2025-06-02')).code).toBe(0);
  });

  it('says so if the two have one IRO', async () => {
    expect((await run('child edit P2 --parent P1')).err).toBe('');
    await run('child edit P2 --parent ""');
    await run('iro change P2 "A Khan" --reason x');
    const { err, code } = await run('child edit P2 --parent P1');
    expect(code).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'Note: A Khan is the IRO of P2 and of P1, and a looked-after parent and child do not share one (IRO Handbook; unverified). For another: irotool iro change P2 NAME --reason "…"',
    );
  });
});
