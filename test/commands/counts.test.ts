/**
 * How many commands a review takes, from the child coming into care to the record sent out to everyone, with all that
 * irotool asks for recorded on the day on which it happened in an office: at most 12, and 16 for three brothers and
 * sisters. They are those of docs/reviews.md, as a person types them; what is set up once for a unit does not count.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { readDate } from '../../src/core/time/typed-dates';
import { folder, type Run, unit } from '../support/harness';
import { flat } from '../support/said';

interface Line {
  readonly day: string;
  readonly typed: string;
}

/** Once for a unit. */
const SETTINGS = [
  'settings set unit.name "Reviewing Unit"',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name "Pat Admin"',
];
/** The next review is on 9 June; its first step is owed on 11 May. */
const DONE = '2026-05-05';

/** The lines of the block, each with its day. */
function storyOf(page: string): Line[] {
  const [, block = ''] = /^## One review in twelve commands[\s\S]*?```text\n([\s\S]*?)```/m.exec(page)!;
  let day = '';
  return block
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, on, typed] = /^(?:\w{3} (\d{1,2} \w{3}))?\s+irotool (.*)$/.exec(line)!;
      if (on !== undefined) day = readDate(`${on} 2026`, isoDate('2026-03-03'))!;
      return { day, typed: typed! };
    });
}

const ONE = storyOf(readFileSync(join(import.meta.dirname, '../../docs/reviews.md'), 'utf8'));
const [comesIn, ...follows] = ONE as [Line, ...Line[]];
const MEETING = /--meeting .*/.exec(comesIn.typed)![0];
const another = (ref: string, name: string, born: string): Line => ({
  ...comesIn,
  typed: `${comesIn.typed.replace(MEETING, '').replace('K1', ref).replace('Ava', name).replace('2/5/2013', born)}${ref === 'K1' ? '' : ' --sibling K1'}`,
});
const THREE: readonly Line[] = [
  another('K1', 'Ava', '2/5/2013'),
  another('K2', 'Ben', '2/5/2015'),
  another('K3', 'Cai', '2/5/2017'),
  { ...comesIn, typed: `review plan K1 K2 K3 ${MEETING}` },
  ...follows.map(({ day, typed }) => ({ day, typed: typed.replace('K1', 'K1 K2 K3') })),
];

describe.each(['england', 'york'])('by the pack of %s', (pack) => {
  describe.each([
    ['one review', ONE, ['K1'], 12],
    ['one review of three brothers and sisters', THREE, ['K1', 'K2', 'K3'], 16],
  ] as const)('%s', (_, lines, refs, most) => {
    let run: Run;
    const refused: string[] = [];
    beforeAll(async () => {
      const made = await unit(pack, SETTINGS);
      const cwd = folder();
      run = (line) => made.run(line, { cwd });
      for (const { day, typed } of lines) {
        const { code, err } = await run(`${typed} --today ${day} --yes`);
        if (code !== 0) refused.push(`${typed}\n${err}`);
      }
    }, 60_000);

    it(`takes ${lines.length} commands, at most ${most}`, () => {
      expect(refused).toEqual([]);
      expect(lines.length).toBeLessThanOrEqual(most);
    });

    it('leaves nothing on the list, and every step of it done in time', async () => {
      const list = JSON.parse((await run(`due --json --today ${DONE} --days 5`)).out) as Record<
        string,
        unknown
      >;
      expect(list).toMatchObject({ deadlines: [], actions: [], meetings: [], toPlan: [] });
      for (const ref of refs) {
        const shown = flat((await run(`review show ${ref} --review 1 --today ${DONE}`)).out);
        expect(shown).not.toMatch(/ (?:LATE|TODAY|to do|missed) |NOT RECORDED/);
        expect(shown).toContain('Mum');
        expect(flat((await run(`review next ${ref} --today ${DONE}`)).out)).toContain(`${ref}/2`);
        expect((await run(`child show ${ref} --today ${DONE}`)).out).toContain('all steps in time');
      }
    });

    it('leaves a database with no fault', async () => {
      const { code, out, err } = await run(`doctor --today ${DONE}`);
      expect([code, out, flat(err)]).toEqual([0, out, expect.stringContaining('No fault')]);
    });
  });
});
