/** doctor tells of colleagues and teams that were recorded twice, and what it says to type makes them one. */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { commandsIn } from '../support/printed';

const ON = '--today 2026-03-13';

const BEFORE = [
  'person add --name "Amina Khan" --role iro',
  'person add --name "Amina Kahn" --role iro --new',
  'person add --name "Bo Marlow" --role manager',
  'person add --name "B Marlow" --role manager --manages "Amina Kahn" --new',
  'new-review --ref K1 --name "First Child" --born 2014-01-05 --looked-after 2026-02-06 --basis V2 --iro "Amina Khan" --social-worker "Sal Jones" --team "East Riding" --yes',
  'new-review --ref K2 --name "Other Child" --born 2012-01-05 --looked-after 2026-02-06 --basis V2 --iro "Amina Kahn" --social-worker "Sal Jonse" --team "East Ridin" --new --yes',
  'person add --name "Rose Osei" --role iro',
  'new-review --ref K3 --name "Third Child" --born 2011-01-05 --looked-after 2026-02-06 --basis V2 --iro "Rose Osei" --social-worker "Sal Jones" --yes',
  'iro change K3 "Amina Kahn" --reason "leave"',
  'iro change K1 "Amina Kahn" --reason "a slip"',
];

interface Check {
  readonly check: string;
  readonly standing: string;
  readonly found: string;
  readonly next: string | null;
}

async function prepared() {
  const it = await unit();
  for (const line of BEFORE) {
    const { code, err } = await it.run(`${line} ${ON}`);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
  const twice = async (): Promise<Check[]> => {
    const { checks } = JSON.parse((await it.run(`doctor --json ${ON}`)).out) as { checks: Check[] };
    return checks.filter(({ check }) => check === 'recorded twice');
  };
  return { ...it, twice };
}

describe('colleagues and teams recorded twice', () => {
  it('are told of, each with what to type', async () => {
    const { twice } = await prepared();
    expect((await twice()).map(({ standing, found }) => [standing, found])).toEqual([
      ['advice', '“Amina Kahn” is recorded as IRO, and so is “Amina Khan”: it may be one person.'],
      ['advice', '“Sal Jonse” is recorded as social worker, and so is “Sal Jones”: it may be one person.'],
      ['advice', '“B Marlow” is recorded as manager, and so is “Bo Marlow”: it may be one person.'],
      ['advice', '“East Ridin” is recorded as a team, and so is “East Riding”: it may be one team.'],
    ]);
  });

  it('become one by typing what it says until it says no more', async () => {
    const { twice, run } = await prepared();
    for (let turns = 0; turns < 20; turns++) {
      const [first] = await twice();
      if (first!.standing === 'ok') break;
      for (const command of commandsIn(first!.next!.replaceAll(', and: ', '. '))) {
        if (command === 'doctor') continue;
        const { code, err } = await run(`${command.replace('irotool ', '')} ${ON}`);
        expect([code, command, err]).toEqual([0, command, err]);
      }
    }
    expect((await twice()).map(({ found }) => found)).toEqual([
      'No colleague and no team looks as if recorded twice.',
    ]);
    const { out } = await run(`child list --json ${ON}`);
    const { children } = JSON.parse(out) as { children: { ref: string; iro: string }[] };
    expect(children.map(({ ref, iro }) => [ref, iro])).toEqual([
      ['K1', 'Amina Khan'],
      ['K2', 'Amina Khan'],
      ['K3', 'Amina Khan'],
    ]);
    const checked = JSON.parse((await run(`doctor --json ${ON}`)).out) as { sound: boolean };
    expect(checked.sound).toBe(true);
  });

  it('who are two are not asked about once one of them has left', async () => {
    const { twice, run } = await prepared();
    await run(`person edit "B Marlow" --role manager --left ${ON}`);
    expect((await twice()).map(({ found }) => found).join()).not.toContain('Marlow');
  });
});
