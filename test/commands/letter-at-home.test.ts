/** A meeting where the child lives, to which someone is asked who may not know where that is: the pack stops. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, unit } from '../support/harness';

const DAY = '2026-03-04';
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const LINES = [
  'settings set unit.name Reviewing Unit',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name Pat Admin',
  'new-review --ref K1 --name "Siân Roe" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes',
  'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --knows-placement yes',
  'child link K1 "Dan Roe" --role parent --relationship father --responsibility yes',
  'child link K1 "Beth Ames" --role carer --tag carer --address "12 Oak Street, Selby, YO8 4AB" --knows-placement yes',
];

async function planned(venue: string, more = '') {
  const made = await unit(
    'york',
    [...LINES, `review plan K1 --meeting "24/3 10:00" --venue "${venue}" ${more}`].map(
      (line) => `${line} --today ${DAY}`,
    ),
  );
  const pack = async () => {
    const cwd = folder();
    const { code, err } = await made.run(`letter pack K1 --format txt --today ${DAY}`, { cwd });
    return { code, err: flat(err), files: readdirSync(cwd) };
  };
  return { ...made, pack };
}

describe('a review where the child lives', () => {
  it.each(['12 Oak Street, Selby', 'The carer’s home', 'Foster home'])(
    'stops the pack if the father may not know where that is, and says what mends it: %s',
    async (venue) => {
      const { db, pack } = await planned(venue);
      const before = everything(db);
      const { code, err, files } = await pack();
      expect([code, files]).toEqual([1, []]);
      expect(err).toContain('the father would be asked to a place');
      expect(err).toContain('where the child lives: the placement is confidential. Nothing was written.');
      expect(err).toContain('To plan another place: irotool review plan K1');
      expect(err).toContain('leave them out: irotool review participants K1 --add father --part consulted');
      expect(err).not.toMatch(/mother|Oak|Selby/);
      expect(everything(db)).toBe(before);
    },
  );

  it('is packed once he is left out, and once it is planned elsewhere', async () => {
    const { run, pack } = await planned('12 Oak Street, Selby');
    const left = await run(`review participants K1 --add father --part consulted --today ${DAY}`);
    expect([left.code, left.err]).toEqual([0, left.err]);
    const { code, err, files } = await pack();
    expect([code, err]).toEqual([0, err]);
    expect(files.join(' ')).toContain('invitation-parent-on-papers-father');
    const elsewhere = await planned('12 Oak Street, Selby');
    await elsewhere.run(
      `review plan K1 --meeting "24/3 10:00" --venue "Civic Centre, room 4" --because "A better place" --yes --today ${DAY}`,
    );
    const packed = await elsewhere.pack();
    expect([packed.code, packed.err]).toEqual([0, packed.err]);
    expect(packed.files.join(' ')).toContain('invitation-parent-father');
  });

  it('stops nothing if he can join by a link, or if the place is only in doubt', async () => {
    const link = await planned('12 Oak Street, Selby https://meet.example.org/abc', '--mode hybrid');
    expect((await link.pack()).code).toBe(0);
    const doubt = await (await planned('Costa, Parliament Street')).pack();
    expect([doubt.code, doubt.err]).toEqual([0, expect.stringContaining('It may be where the child lives')]);
  });
});
