/** What letters and records say is so on the day they are made: past as past, asked only if it can be answered. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit, read, stopped } from '../support/letters';

const MANAGER = 'person add --name "Sal Chief" --role service-manager';
const HELD =
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer --yes --today 2026-03-27';
const DECISION =
  'recommendation add K1 --text "Find a football club" --owner social-worker --by 2026-05-01 --today 2026-03-27 --yes';

describe('a day by which something is due', () => {
  it('is said as past once it has passed, and not on the day', async () => {
    const { run } = await plannedUnit();
    const reminder = (today: string) => read(run, `reminder-documents K1 --today ${today}`);
    expect(await reminder('2026-03-24')).toContain('Its papers are due by Tuesday 24 March 2026.');
    expect(await reminder('2026-03-25')).toContain('Its papers were due by Tuesday 24 March 2026.');
  });

  it('of the care plan is a reminder before it and says that it is not recorded after it', async () => {
    const { run } = await plannedUnit();
    await run(HELD);
    const reminder = (today: string) => read(run, `care-plan-reminder K1 --today ${today}`);
    expect(await reminder('2026-04-14')).toContain('please update the care plan by Tuesday 14 April 2026.');
    expect(await reminder('2026-04-15')).toContain(
      'the care plan was to be updated by Tuesday 14 April 2026',
    );
  });
});

describe('the answer that a manager is asked for', () => {
  it('is within five working days of receiving the decisions, until it is recorded that they were received', async () => {
    const { run } = await plannedUnit();
    for (const line of [MANAGER, HELD, DECISION]) await run(line);
    await run('review after K1 --decisions-sent 2026-03-30 --today 2026-03-30 --yes');
    const before = await read(run, 'decisions-manager K1 --to service-manager --today 2026-03-30');
    expect(before).toContain('Your answer, within five working days');
    expect(before).toContain('If we hear nothing within five working days of your receiving this');
    expect(before).not.toMatch(/April/);
    await run('review after K1 --received 2026-03-31 --today 2026-03-31 --yes');
    const after = await read(run, 'decisions-manager K1 --to service-manager --today 2026-03-31');
    // Good Friday and Easter Monday are no working days.
    expect(after).toContain('Your answer, by Thursday 9 April 2026');
    const late = await read(run, 'decisions-manager K1 --to service-manager --today 2026-04-10');
    expect(late).toContain('That day has passed.');
    expect(await read(run, 'record-decisions K1 --today 2026-04-10')).toContain(
      'The service manager had until the end of Thursday 9 April 2026 to answer.',
    );
  });

  it('is not spoken of where nothing was decided: nothing is taken as agreed', async () => {
    const { run } = await plannedUnit();
    await run(HELD);
    const record = await read(run, 'record-decisions K1 --today 2026-03-30');
    expect(record).toContain('No decisions or recommendations are recorded for this review.');
    expect(record).not.toContain('agree');
  });
});

describe('who took part, in a record', () => {
  it('names everyone who was invited and did not come, on the list or by an invitation', async () => {
    const { run } = await plannedUnit();
    await run('letter pack K1 --sent-on 2026-03-12 --today 2026-03-12', { cwd: folder() });
    await run(HELD);
    const record = await read(run, 'record-full K1 --today 2026-03-30');
    const [, named = ''] = record.split(/invited, and did not come/i);
    for (const name of ['Dan Roe', 'M Teach', 'A Voice', 'V Isitor']) expect(named).toContain(name);
    expect(named.slice(0, 300)).not.toContain("Jane O'Brien");
  });

  it('shows whoever came in another’s place as that', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add teacher --delegate "Del Egate"');
    await run(HELD.replace('carer', 'carer,teacher'));
    const record = await read(run, 'record-full K1 --today 2026-03-30');
    expect(record).toContain('Del Egate, in place of the teacher');
    expect(record).not.toContain('M Teach');
  });

  it('is lines to fill in if it is not recorded who came', async () => {
    const { run } = await plannedUnit();
    await run('review hold K1 --on 2026-03-27 --code PN1 --yes --today 2026-03-27');
    expect(await read(run, 'record-full K1 --today 2026-03-30')).toContain('Who came is not recorded.');
  });
});

describe('what a record asks for', () => {
  it('is nothing that is recorded: who was not invited, who brought a supporter, who is sent what, the visitor', async () => {
    const { run } = await plannedUnit();
    const asked = [
      'Was anyone not invited',
      'Did anyone bring a supporter',
      'Who is sent the whole record',
      'If there is one, how is it going?',
    ];
    await run('review hold K1 --on 2026-03-27 --code PN1 --attended child,mother --yes --today 2026-03-27');
    const before = await read(run, 'record-full K1 --to mother --today 2026-03-30');
    for (const each of asked.slice(0, 3)) expect(before).toContain(each);

    const other = await plannedUnit();
    const lines = [
      'review participants K1 --add mother --supporter "Ann Friend" --today 2026-03-03',
      'review not-invite K1 father --concern "A threat" --considered "Two meetings" --views "By telephone" --iro-consulted today --look-again 2026-07-01 --today 2026-03-03',
      'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother --yes --today 2026-03-27',
      'review distribute K1 mother --record full --yes --today 2026-03-30',
      'review distribute K1 father --record none --why "A threat" --decided-by "A Khan" --yes --today 2026-03-30',
    ];
    for (const line of lines) {
      const { code, err } = await other.run(line);
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
    }
    const after = await read(other.run, 'record-full K1 --to mother --today 2026-03-30');
    for (const each of asked) expect(after).not.toContain(each);
    expect(after).toContain('Dan Roe, father: not invited');
    expect(after).toContain('Ann Friend, with the mother');
    expect(after).toContain('There is one. How is it going?');
    expect(after).toContain('the whole record');
    expect(after).toContain('none of it');
    // Why somebody is kept from it is for the unit, and how they are heard was written for them.
    expect(after).not.toMatch(/threat|By telephone/i);
  });
});

describe('what was not considered', () => {
  it('stands beside its matter with the reason alone, and not with its name again', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run(
      'review hold K1 --on 2026-03-27 --code PN1 --attended child --considered changes,contact --not-considered "education: the report had not come; health: no time" --yes --today 2026-03-27',
    );
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const record = await read(run, 'record-full K1 --today 2026-03-30');
    expect(record).toContain('Not considered: the report had not come');
    expect(record).toContain('Not considered: no time');
    expect(record).not.toMatch(/considered: (?:education|health)/);
  });
});

describe('what was decided', () => {
  const NONE =
    'review distribute K1 father --record none --why "A threat" --decided-by "A Khan" --yes --today 2026-03-30';

  it('is told in no version, and in none of the council’s own, to whoever is sent none of the record', async () => {
    const { run, db } = await plannedUnit();
    for (const line of [
      'review hold K1 --on 2026-03-27 --code PN1 --attended child,father --decision "See the dentist; father" --yes --today 2026-03-27',
      NONE,
    ]) {
      expect([line, (await run(line)).code]).toEqual([line, 0]);
    }
    expect((await run('template copy record-decisions')).code).toBe(0);
    const own = join(dirname(db), 'templates', 'record-decisions.md.hbs');
    // As the council copied it before front matter said so.
    writeFileSync(own, readFileSync(own, 'utf8').replace(/^tells: .*\n/m, ''));
    for (const name of ['record-decisions', 'outcome-parent-easy-read']) {
      const said = await stopped(run, `${name} K1 --to father --today 2026-03-30`);
      expect([name, said]).toEqual([
        name,
        expect.stringContaining('what is recorded for the father is none.'),
      ]);
    }
  });
});

describe('an invitation', () => {
  it('is not written once the day of the meeting has passed, unless it went before', async () => {
    const { run } = await plannedUnit();
    await read(run, 'invitation-parent K1 --to mother --today 2026-03-27');
    expect(await stopped(run, 'invitation-parent K1 --to mother --today 2026-03-28')).toContain(
      'K1/1: the meeting was planned for Friday 27 March 2026, which has passed. Nothing was written.',
    );
    const cwd = folder();
    const { code } = await run(
      'letter pack K1 --moment invitations --sent-on 2026-03-13 --today 2026-03-28',
      { cwd },
    );
    expect([code, readdirSync(cwd).length > 0]).toEqual([0, true]);
  });
});

describe('a letter that asks for an answer', () => {
  it('stops if the unit has no telephone, e-mail or address to answer to; one of them is enough', async () => {
    const { run } = await plannedUnit();
    for (const key of ['telephone', 'email', 'address']) await run(`settings set unit.${key} --yes`);
    expect(await stopped(run, 'consultation-parent K1 --to mother')).toContain(
      'unit.telephone, unit.email or unit.address',
    );
    expect(await stopped(run, 'invitation-parent K1 --to mother')).toContain(
      'irotool settings set unit.telephone',
    );
    await run('settings set unit.address "West Offices, York"');
    expect(await read(run, 'consultation-parent K1 --to mother')).toContain('West Offices, York');
  });
});

describe('how to complain', () => {
  it('is a sentence, by the parts of its setting', async () => {
    const { run } = await plannedUnit();
    await run('settings set complaints.who "the Complaints Team"');
    await run('settings set complaints.telephone "01904 554145"');
    await run('settings set complaints.email complaints@testshire.gov.uk');
    expect(await read(run, 'invitation-parent K1 --to mother')).toContain(
      'You can also complain. Contact: the Complaints Team (telephone 01904 554145; e-mail complaints@testshire.gov.uk)',
    );
  });
});
