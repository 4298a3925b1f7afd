/** A full record tells nobody where the child lives who may not know it, in what it says of who came with whom and who is sent what. */
import { expect, it } from 'vitest';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';

it('says who came with whom and who is sent what without a word of where the child lives', async () => {
  const { run } = await confidentialUnit();
  await run(`review distribute K1 carer --record full --review 1 --yes --today ${DAY}`);
  await run(`review distribute K1 grandmother --record full --review 1 --yes --today ${DAY}`);
  const { out, code, err } = await run(
    `letter record-full K1 --to grandmother --review 1 --format txt --out - --today ${DAY}`,
  );
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  // Of each it is told what they are, and so it is of who decided.
  expect(out).toContain('part of the record');
  expect(out).toMatch(/with the mother/);
  for (const secret of SECRETS) expect(out).not.toContain(secret);
});
