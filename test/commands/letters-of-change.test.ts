/** Letters of a change say what changed and ask for what is wanted, and letters of what comes next say when and where it is. */
import { describe, expect, it } from 'vitest';
import { plannedUnit, read } from '../support/letters';

const HELD =
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer --yes --today 2026-03-27';

describe('a meeting that is on the same day at another time', () => {
  const change = 'review plan K1 --meeting "27/3 10:00" --because "IRO ill" --today 2026-03-12 --yes';

  it('is said to be at a new time, for a reason that speaks of the time', async () => {
    const { run } = await plannedUnit();
    await run(change);
    const adult = await read(run, 'meeting-changed K1 --to mother --today 2026-03-12');
    expect(adult).toContain('review is at a new time');
    expect(adult).toContain('cannot be there at the time that was planned.');
    expect(adult).not.toMatch(/has moved|new day/);
    const child = await read(run, 'meeting-changed-child K1 --today 2026-03-12');
    expect(child).toContain('The day is the same. Before, it was going to be at');
  });

  it('has the reason as it was typed for the reader', async () => {
    const { run } = await plannedUnit();
    await run(`${change} --tell "Nobody was free on the day that was planned."`);
    const adult = await read(run, 'meeting-changed K1 --to mother --today 2026-03-12');
    expect(adult).toContain('Nobody was free on the day that was planned.');
  });
});

describe('a review that is adjourned', () => {
  const adjourned = async (reason: string) => {
    const { run } = await plannedUnit();
    await run(`review adjourn K1 --on 2026-03-27 --reason "${reason}" --today 2026-03-27 --yes`);
    return read(run, 'meeting-adjourned K1 --to mother --today 2026-03-27');
  };

  it('asks for information that was missing if papers were the cause', async () => {
    expect(await adjourned('report not ready')).toContain(
      'If you have information that was missing, please send it to us now.',
    );
  });

  it('does not if somebody was ill', async () => {
    const said = await adjourned('chair ill');
    expect(said).toContain('Someone who needs to be there was not there to the end.');
    expect(said).not.toContain('information');
  });
});

describe('the next meeting', () => {
  const next = `${HELD} --next-meeting "18/6 10:00"`;

  it.each([
    ['outcome-child', '2019-05-02', '--to child '],
    ['outcome-child', '2015-05-02', '--to child '],
    ['outcome-child', '2010-05-02', '--to child '],
    ['outcome-young-person-easy-read', '2015-05-02', '--to child '],
    ['outcome-parent-easy-read', '2015-05-02', '--to mother '],
    ['record-decisions', '2015-05-02', ''],
  ])('has its time and place in %s, of a child born on %s', async (name, born, to) => {
    const { run } = await plannedUnit();
    await run(`child edit K1 --born ${born} --today 2026-03-12 --yes`);
    await run(`${next} --next-venue "Town Hall"`);
    const said = await read(run, `${name} K1 ${to}--today 2026-03-30`);
    expect(said).toContain('Thursday 18 June 2026 at 10am, Town Hall.');
  });

  it('is told without its place to whoever may not know that it is where the child lives', async () => {
    const { run } = await plannedUnit();
    await run('child link K1 "Al Kin" --role relative --tag uncle --today 2026-03-12');
    await run(`${next} --next-venue "carer’s home"`);
    const moved = await run(
      'child moved K1 --on 2026-03-28 --to U4 --confidential --old-carer still-in-touch --today 2026-03-28',
    );
    expect(moved).toMatchObject({ code: 0 });
    const said = await read(run, 'outcome-parent-easy-read K1 --to uncle --today 2026-03-30');
    expect(said).toContain('18 June 2026 at 10am.');
  });

  it('is said to have been planned, not to have been, once its day has passed', async () => {
    const { run } = await plannedUnit();
    await run(next);
    const said = await read(run, 'outcome-young-person-easy-read K1 --to child --today 2026-06-19');
    expect(said).toContain('Your next meeting was planned for Thursday 18 June 2026 at 10am.');
  });
});

describe('who is named', () => {
  it('has a child called as they like to be called, in what was typed too', async () => {
    const { run } = await plannedUnit();
    await run('child edit K1 --known-as Shani --today 2026-03-12 --yes');
    await run(HELD);
    await run(
      'recommendation add K1 --text "Siân to see a dentist with Siân O\'Brien\'s gran" --today 2026-03-27 --yes',
    );
    const said = await read(run, 'outcome-child K1 --to child --today 2026-03-30');
    expect(said).toContain("Shani to see a dentist with Shani O'Brien's gran");
  });

  it('has an interpreter and a supporter on the list among those who come', async () => {
    const { run } = await plannedUnit();
    await run(
      'review participants K1 --add mother --interpreter Welsh --supporter "Sue Friend" --today 2026-03-12',
    );
    const invitation = () => read(run, 'invitation-parent K1 --to mother --today 2026-03-12');
    expect(await invitation()).toContain('We will arrange an interpreter for you (Welsh).');
    await run('child link K1 "Ina Terp" --role interpreter --today 2026-03-12');
    const after = await invitation();
    expect(after).toContain('An interpreter will be there for you (Welsh).');
    expect(after).toContain('Ina Terp, interpreter');
    expect(await read(run, 'invitation-carer K1 --to carer --today 2026-03-12')).toContain(
      'Sue Friend, who supports the mother',
    );
  });
});
