/** Letters of a young person in youth detention accommodation: which papers are wanted, and words that suit whoever reads them. */
import { describe, expect, it } from 'vitest';
import { folder, type Run, type Unit, unit } from '../support/harness';
import { read } from '../support/letters';
import { flat } from '../support/said';

const LINES = [
  'settings set unit.name Reviewing Unit',
  'settings set unit.address "West Offices, York YO1 6GA"',
  'settings set unit.telephone 01904 551000',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name Pat Admin',
  'new-review --ref K1 --name "Macsen Ŵyn" --born 2010-09-02 --looked-after 2026-03-02 --basis J1 --iro "A Khan" --social-worker "S Worker" --placement R5 --yes',
  'child remand K1 --to youth-detention --yes',
  'child link K1 "Rhian Ŵyn" --role parent --relationship mother --responsibility yes',
  'review plan K1 --meeting "26/3 11:00" --venue "Wetherby Young Offender Institution" --yes',
];
const WORKER = 'child link K1 "D Stone" --role residential-worker --relationship "case manager" --tag worker';

const remanded = (...more: readonly string[]): Promise<Unit> =>
  unit(
    'york',
    [...LINES, ...more].map((line) => `${line} --today 2026-03-02`),
  );

/** What no letter of a young person in detention speaks of. */
const OF_A_HOME =
  /care plan|\bcarers?\b|household|bedroom|friend’s home|school trip|pocket money|placement plan(?<!detention placement plan)/i;

/** Each letter and form of the review, to whom. */
const ALL = [
  ...['invitation-young-person', 'consultation-young-person', 'introduction-iro-young-person'],
  ...['invitation-young-person-easy-read', 'consultation-young-person-easy-read'],
  ...['invitation-parent K1 --to mother', 'consultation-parent K1 --to mother'],
  ...['invitation-residential-worker K1 --to worker', 'consultation-carer K1 --to worker'],
  ...['invitation-social-worker', 'notice-social-worker', 'reminder-documents'],
].map((each) => (each.includes(' ') ? each : `${each} K1`));

const texts = (run: Run): Promise<string[]> =>
  ALL.reduce(
    async (before, line) => [...(await before), await read(run, `${line} --today 2026-03-03`)],
    Promise.resolve<string[]>([]),
  );

describe('letters of a young person in youth detention', () => {
  it('speak of the detention placement plan and of staff, and of no home, household or carers', async () => {
    const { run } = await remanded(WORKER);
    for (const text of await texts(run)) expect(text).not.toMatch(OF_A_HOME);
    const worker = await read(run, 'invitation-residential-worker K1 --to worker --today 2026-03-03');
    expect(worker).toContain('any incident, restraint or time apart from others');
    expect(worker).toContain('what needs to change in the detention placement plan');
  });

  it('ask for the papers that there are', async () => {
    const { run } = await remanded(WORKER);
    const reminder = await read(run, 'reminder-documents K1 --today 2026-03-03');
    expect(reminder).toContain(
      '- the social worker’s report - the detention placement plan - the evidence of consultation Please',
    );
    const came = await run(
      'review prepare K1 --documents report,detention-placement-plan,consultation --today 2026-03-20 --yes',
    );
    expect([came.code, flat(came.out + came.err)]).toEqual([0, expect.stringContaining('all papers')]);
  });

  it('tell whoever may not know where the child is nothing of it', async () => {
    const { run } = await remanded(
      WORKER,
      'child link K1 "M Teach" --role teacher',
      'child moved K1 --to "Wetherby YOI" --carer worker --confidential --on 2026-03-02 --yes',
      'review plan K1 --meeting "27/3 11:00" --venue "Civic Centre, room 1" --because "The room" --yes',
    );
    const teacher = await read(run, 'invitation-teacher K1 --to teacher --today 2026-03-03');
    expect(teacher).not.toMatch(/detention|Wetherby|staff/i);
    expect(teacher).toContain('the care plan');
  });

  it('call what a review considered as of any child in the record of whoever may not know where the child is', async () => {
    const { run } = await remanded(
      WORKER,
      'child link K1 "M Teach" --role teacher',
      'child moved K1 --to "Wetherby YOI" --carer worker --confidential --on 2026-03-02 --yes',
    );
    await run(
      'review hold K1 --on 2026-03-26 --code PN1 --considered all --venue "Civic Centre" --yes --today 2026-03-26',
    );
    const record = (to: string) => read(run, `record-full K1 --to ${to} --today 2026-03-27`);
    expect(await record('social-worker')).toContain('how things are where the child is detained');
    const teacher = await record('teacher');
    expect(teacher).toContain('What this review had to consider');
    expect(teacher).not.toMatch(/detained|who is asked before something/);
  });

  it('are asked for of someone who works there, if nobody is recorded', async () => {
    const list = async (...more: readonly string[]) => {
      const { run } = await remanded(...more);
      return flat((await run('review participants K1 --today 2026-03-03', { cwd: folder() })).out);
    };
    expect(await list()).toContain('nobody is recorded who works where the child is detained');
    expect(await list(WORKER)).not.toContain('works where the child is detained');
  });

  it('speak of a care plan and carers again once the remand is to local authority accommodation', async () => {
    const { run } = await remanded(
      'child moved K1 --to U6 --on 2026-03-02 --yes',
      'child remand K1 --to local-authority --on 2026-03-02 --yes',
    );
    const introduction = await read(run, 'introduction-iro-young-person K1 --today 2026-03-03');
    expect(introduction).toContain('looks at your care plan');
    expect(introduction).toContain('without your social worker or carers');
  });
});
