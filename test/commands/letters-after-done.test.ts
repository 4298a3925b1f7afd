/** What was due is not asked for, and not reminded of, once it is recorded as done. */
import { describe, expect, it } from 'vitest';
import { plannedUnit, read, stopped } from '../support/letters';

const MANAGER = 'person add --name "Sal Chief" --role service-manager';
const HELD =
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer --yes --today 2026-03-27';
const DECISION =
  'recommendation add K1 --text "Find a football club" --owner social-worker --by 2026-05-01 --today 2026-03-27 --yes';
const RECEIVED = 'review after K1 --decisions-sent 2026-03-30 --received 2026-03-31 --today 2026-03-31 --yes';

/** A unit with a review that was held, and its decision with the manager. */
async function withManager() {
  const made = await plannedUnit();
  // Fourteen: those who are younger are not told of the manager.
  await made.run('child edit K1 --born 2011-05-02 --today 2026-03-12 --yes');
  for (const line of [MANAGER, HELD, DECISION, RECEIVED]) await made.run(line);
  return made;
}

describe('once the manager has answered', () => {
  const MADE_TO = {
    'record-decisions': '',
    'decisions-manager': '--to service-manager ',
    'outcome-child': '--to child ',
  };

  it.each(Object.entries(MADE_TO))('%s says that the manager agreed, and when', async (name, to) => {
    const { run } = await withManager();
    await run('review after K1 --response agreed --responded 2026-04-02 --today 2026-04-02 --yes');
    const said = await read(run, `${name} K1 ${to}--today 2026-04-03`);
    expect(said).toContain('agreed on Thursday 2 April 2026');
    expect(said).not.toMatch(/working days|taken to agree/);
  });

  it.each(Object.entries(MADE_TO))('%s says that the manager disagreed, and when', async (name, to) => {
    const { run } = await withManager();
    await run(
      'review after K1 --response disagreed --responded 2026-04-02 --about "the club" --told mother --today 2026-04-02 --yes',
    );
    const said = await read(run, `${name} K1 ${to}--today 2026-04-03`);
    expect(said).toMatch(/disagreed (?:with some of it )?on Thursday 2 April 2026/);
    // Whoever reads it need not be the manager who answered.
    expect(said).not.toMatch(/working days|taken to agree|[Yy]ou disagreed|talks with you/);
  });
});

describe('the record', () => {
  it('says on which day it was finished', async () => {
    const { run } = await withManager();
    await run('review after K1 --record-completed 2026-04-10 --today 2026-04-10 --yes');
    const record = await read(run, 'record-full K1 --today 2026-04-13');
    expect(record).toContain('Finished on Friday 10 April 2026.');
    expect(record).not.toMatch(/be finished by/);
  });
});

describe('a reminder of what is recorded as done is not written', () => {
  it('of the care plan, and says when it was updated', async () => {
    const { run } = await withManager();
    await run('review after K1 --care-plan-updated 2026-04-09 --today 2026-04-09 --yes');
    expect(await stopped(run, 'care-plan-reminder K1 --today 2026-04-10')).toContain(
      'K1/1: the care plan is recorded as updated on Thursday 9 April 2026. Nothing was written.',
    );
    await read(run, 'care-plan-reminder K1 --today 2026-04-08');
  });

  it('of papers that have all come', async () => {
    const { run } = await plannedUnit();
    const papers = 'report,care-plan,health,placement-plan,pep,consultation';
    await run(`review prepare K1 --documents ${papers} --documents-on 2026-03-20 --today 2026-03-20 --yes`);
    expect(await stopped(run, 'reminder-documents K1 --today 2026-03-23')).toContain(
      'the last of the papers is recorded as received on Friday 20 March 2026.',
    );
  });
});
