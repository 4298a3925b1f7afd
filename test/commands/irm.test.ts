/** The independent review mechanism: applicants beside children, one case for each determination. */
import { describe, expect, it } from 'vitest';
import { openFile } from '../support/database';
import { unit } from '../support/harness';

const APPLICANT = [
  'irm add --ref A1 --kind foster-carer --name "Jo Fielding" --address "1 Elm Row, Testtown" --email jo@example.org --social-worker "Sue Park" --today 2026-03-02',
  'irm link A1 "Sam Fielding" --as joint-applicant --today 2026-03-02',
  'irm link A1 "Tom Brindle" --as household --relationship lodger --today 2026-03-02',
];
const SENT =
  'irm record A1 --determination fostering --dated 2026-03-03 --of refusal --because "Training" --today 2026-03-03';
const APPLIED = 'irm record A1 --applied 2026-03-20 --today 2026-03-20';
const PAPERS = 'irm record A1 --papers-sent 2026-04-07 --today 2026-04-07';
const NOTIFIED = 'irm record A1 --notified 2026-03-20 --today 2026-03-20';

/** A unit with an applicant, in which these lines were typed. */
const applicant = (...lines: string[]) => unit('york', [...APPLICANT, ...lines]);

interface Row {
  readonly lastDay: string | null;
  readonly daysLeft: number | null;
  readonly standing: string | null;
  readonly route: string | null;
}

async function listed(run: Awaited<ReturnType<typeof unit>>['run'], today: string): Promise<Row[]> {
  const { out } = await run(`irm list --all --json --today ${today}`);
  const { applicants } = JSON.parse(out) as { applicants: { determinations: Row[] }[] };
  return applicants.flatMap(({ determinations }) => determinations);
}

describe('an applicant', () => {
  it('is shown with the people and the social worker, and is in no list of children', async () => {
    const { run } = await applicant(SENT);
    const shown = await run('irm show A1 --today 2026-03-03');
    expect(shown.out).toMatch(/A1 {2}Jo Fielding\nfoster carer/);
    expect(shown.out).toContain('Tom Brindle');
    for (const line of [
      'child list --all',
      'review list --all',
      'iro caseload',
      'report overdue --format txt',
    ]) {
      expect([line, (await run(line)).out.includes('A1')]).toEqual([line, false]);
    }
    expect(JSON.parse((await run('child list --all --json')).out).children).toEqual([]);
  });

  it('is not taken for a child, nor a child for an applicant', async () => {
    const { run } = await applicant('child add --ref K1 --name "Child One"');
    for (const line of [
      'child show A1 --ids',
      'review plan A1 --meeting "9/4 10:00"',
      'child add --ref a1',
    ]) {
      const { code, err } = await run(line);
      expect([line, code]).toEqual([line, 1]);
      expect(err).toMatch(/is an applicant, and not a child\. .*irotool irm show [Aa]1/);
    }
    const { code, err } = await run('irm show K1');
    expect(code).toBe(1);
    expect(err).toContain('K1 is a child, and not an applicant.');
    expect((await run('irm add --ref K1 --kind foster-carer --name "X Y"')).err).toContain(
      'K1 is the reference of a child.',
    );
  });

  it('has nothing recorded that is of a child', async () => {
    const { run } = await applicant();
    for (const event of [
      'became-looked-after',
      'review-held',
      'strategy-discussion',
      'dispute-opened ref=D1',
    ]) {
      const { code, err } = await run(`record A1 ${event}`);
      expect([event, code]).toEqual([event, 1]);
      expect(err).toContain('A1 is an applicant');
    }
  });

  it('is recorded once, unless it is said that it is somebody else; no name is repeated', async () => {
    const { run } = await applicant();
    const line = 'irm add --ref A2 --kind foster-carer --name "jo  fielding"';
    const refused = await run(line);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^A1 has that name\./);
    expect(refused.err).not.toMatch(/fielding/i);
    expect((await run(`${line} --new`)).code).toBe(0);
  });
});

describe('the right to have a fostering determination reviewed', () => {
  it('lasts to the twenty-eighth day and has lapsed the day after', async () => {
    const { run } = await applicant(SENT);
    expect(await listed(run, '2026-03-31')).toMatchObject([
      { lastDay: '2026-03-31', daysLeft: 0, standing: 'upcoming', route: null },
    ]);
    expect(await listed(run, '2026-04-01')).toMatchObject([{ standing: 'lapsed' }]);
    expect((await run('irm list --today 2026-03-31')).out).toContain('the last day is today');
    expect((await run('due --overdue --today 2026-04-01')).out).not.toContain('A1');
    expect((await run('due --fail-if-overdue --today 2026-04-01')).code).toBe(0);
  });

  it('is used by one route, and the other is refused either way round', async () => {
    const { run } = await applicant(SENT, APPLIED);
    const refused = await run('irm record A1 --representations 2026-03-21 --today 2026-03-21');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('only one may be taken');
    const other = await applicant(SENT, 'irm record A1 --representations 2026-03-20 --today 2026-03-20');
    const applied = await other.run('irm record A1 --applied 2026-03-21 --today 2026-03-21');
    expect(applied.err).toContain('only one may be taken');
    const notified = await other.run('irm record A1 --notified 2026-03-21 --today 2026-03-21');
    expect([notified.code, notified.err.includes('only one route')]).toEqual([1, true]);
  });

  it('is not there if the reason is a specified conviction, and the application is refused in those words', async () => {
    for (const [whose, words] of [
      ['own', 'of their own'],
      ['household', 'of someone in the household'],
    ] as const) {
      const { run } = await applicant(
        `irm record A1 --determination fostering --dated 2026-03-03 --conviction ${whose} --today 2026-03-03`,
      );
      expect(await listed(run, '2026-03-04')).toMatchObject([{ lastDay: null, standing: null }]);
      expect((await run('due --month --today 2026-03-04')).out).not.toContain('A1');
      for (const line of ['irm record A1 --applied today', 'record A1 irm-applied --yes']) {
        const { code, err } = await run(`${line} --today 2026-03-04`);
        expect([line, code]).toEqual([line, 1]);
        expect(err).toContain(
          `no right to the review mechanism, because the reason is a specified conviction ${words}`,
        );
      }
    }
  });

  it('of protected adoption information has no days that are known', async () => {
    const { run } = await applicant();
    const { code, err } = await run(
      'irm record A1 --determination protected-information --dated 2026-03-03 --today 2026-03-03',
    );
    expect(code).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('does not know the days');
    expect(await listed(run, '2026-03-04')).toMatchObject([{ lastDay: null }]);
  });
});

describe('a step after a determination', () => {
  it.each([
    [
      'a day before the letter',
      'irm record A1 --applied 2026-03-02 --today 2026-03-21',
      'the letter is dated 3 March 2026',
    ],
    [
      'the same letter again',
      `${SENT.replace('--today 2026-03-03', '--today 2026-03-05')}`,
      'of 3 March 2026: Q1',
    ],
    [
      'a determination that is not there',
      'irm record A1 --which Q7 --applied 2026-03-20 --today 2026-03-21',
      'has no determination "Q7"',
    ],
  ])('is refused: %s', async (_, line, words) => {
    const { run } = await applicant(SENT);
    const { code, err } = await run(line);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it('is refused a second time, with the number to strike out', async () => {
    const { run } = await applicant(SENT, APPLIED);
    const { code, err } = await run('irm record A1 --applied 2026-03-21 --today 2026-03-21');
    expect(code).toBe(1);
    expect(err).toMatch(/already has “irm applied”, on 20 March 2026\..*irotool strike 2/);
  });

  it('says which determination, if two are open', async () => {
    const { run } = await applicant(
      SENT,
      'irm record A1 --determination adoption --dated 2026-03-04 --today 2026-03-04',
    );
    const { code, err } = await run('irm record A1 --applied 2026-03-20 --today 2026-03-20');
    expect([code, err.includes('Say which: --which Q1')]).toEqual([1, true]);
    expect((await run('irm record A1 --which Q2 --applied 2026-03-20 --today 2026-03-20')).code).toBe(0);
    expect(await listed(run, '2026-03-20')).toMatchObject([{ route: null }, { route: 'mechanism' }]);
  });

  it('late is accepted, and that the right had lapsed is said', async () => {
    const { run } = await applicant(SENT);
    const { code, err } = await run('irm record A1 --applied 2026-04-01 --today 2026-04-01');
    expect([code, err.replaceAll(/\s+/g, ' ').includes('the last day was Tuesday 31 March 2026')]).toEqual([
      0,
      true,
    ]);
  });
});

describe('the papers', () => {
  it('are due ten working days after the mechanism told the agency, and are ticked off with done', async () => {
    const { run } = await applicant(SENT, APPLIED, NOTIFIED);
    const due = await run('due --json --today 2026-04-08');
    const [row] = (JSON.parse(due.out) as { deadlines: Record<string, unknown>[] }).deadlines;
    expect(row).toMatchObject({
      ...{ rule: 'irm-papers', due: '2026-04-07', standing: 'overdue' },
      ...{ child: null, applicant: { ref: 'A1', name: 'Jo Fielding' } },
    });
    expect((await run('explain A1 irm-papers --today 2026-04-01')).out).toContain(
      'The applicant had an application',
    );
    const done = await run('done A1 irm-papers --on 2026-04-07 --today 2026-04-08');
    expect(done.out.replaceAll(/\s+/g, ' ')).toContain('in time');
    expect((await run('irm record A1 --today 2026-04-08')).out).toMatch(/Papers sent to the mechanism\s+met/);
  });
});

describe('the final decision', () => {
  const PANEL = 'irm record A1 --recommended 2026-05-05 --panel different --today 2026-05-06';

  it('needs its reasons if it is not what the panel recommended', async () => {
    const { run } = await applicant(SENT, APPLIED, NOTIFIED, PAPERS, PANEL);
    const settle = await run('due --today 2026-05-06');
    expect(settle.out.replaceAll(/\s+/g, ' ')).toContain('Make the final decision');
    const line = 'irm record A1 --decided 2026-05-20 --decision same --considered --today 2026-05-20';
    const { code, err } = await run(line);
    expect([code, err.includes('so this decision needs its reasons')]).toEqual([1, true]);
    expect((await run(`${line} --why "The training is a must"`)).code).toBe(0);
    expect((await run('due --today 2026-05-20')).out).not.toContain('A1');
    expect((await run('irm list --today 2026-05-20')).out).toContain('No determination is open');
  });

  it('as the panel recommended needs none, and that its advice was not said to be heard is noted', async () => {
    const { run } = await applicant(SENT, APPLIED, NOTIFIED, PANEL);
    const { code, err } = await run(
      'irm record A1 --decided 2026-05-20 --decision different --today 2026-05-20',
    );
    expect([code, err.replaceAll(/\s+/g, ' ').includes('--considered')]).toEqual([0, true]);
  });
});

describe('a determination on a child’s record', () => {
  it('reads as it did, and a new one is kept with a note of whose it is', async () => {
    const { run } = await unit('york', ['child add --ref K1 --name "Child One"']);
    const { code, err } = await run('record K1 determination-sent kind=fostering --on 2026-03-03 --yes');
    expect([code, err.includes('irotool irm add')]).toEqual([0, true]);
    expect((await run('child show K1 --ids --today 2026-03-13')).out).toContain(
      'determination sent (kind fostering)',
    );
    expect((await run('due --month --json')).out).toContain('"ref": "K1"');
    expect((await run('record K1 irm-applied --on 2026-03-10 --yes')).code).toBe(0);
    expect((await run('record K1 representations-made --on 2026-03-11 --yes')).err).toContain(
      'only one may be taken',
    );
  });
});

describe('what hangs on an applicant', () => {
  it('is struck out, audited, looked over, backed up and brought back like a child’s', async () => {
    const { run, db } = await applicant(SENT, APPLIED);
    expect((await run('strike 2 --why "Wrong day" --yes --today 2026-03-21')).code).toBe(0);
    expect(await listed(run, '2026-03-21')).toMatchObject([{ route: null }]);
    expect((await run('audit --child A1')).out).toContain('A1 struck out event 2');
    const doctor = JSON.parse((await run('doctor --json --today 2026-03-21')).out) as {
      checks: { standing: string; found: string }[];
    };
    expect(doctor.checks.filter(({ standing }) => standing === 'fault')).toEqual([]);
    const copy = `${db}.copy`;
    expect((await run(`backup ${copy}`)).code).toBe(0);
    expect((await run('irm edit A1 --name "Somebody Else"')).code).toBe(0);
    expect((await run(`restore ${copy} --yes`)).code).toBe(0);
    expect((await run('irm show A1 --today 2026-03-21')).out).toContain('Jo Fielding');
  });
});

describe('names of an applicant and of the household', () => {
  const PRIVATE = /fielding|brindle|elm row|jo@example/i;

  it('are kept as references in what is written of them and of children, and told to the unit alone', async () => {
    const { run, db } = await applicant(
      'irm record A1 --determination fostering --dated 2026-03-03 --because "Tom Brindle moved in; Jo Fielding agreed" --today 2026-03-03',
      'new-review --ref K1 --name "Child One" --born 2015-02-03 --looked-after 2026-03-02 --yes --today 2026-03-03',
      'iro complaint K1 --from mother --about "Placed with Jo Fielding" --today 2026-03-04',
    );

    const open = openFile(db, { readonly: true });
    const kept = open.prepare('SELECT group_concat(attributes) FROM event').pluck().get() as string;
    open.close();
    expect(kept).not.toMatch(PRIVATE);
    expect((await run('irm show A1 --today 2026-03-04')).out).toContain('Jo Fielding agreed');
    // The audit of everyone, the report, and whatever is refused name nobody.
    for (const line of [
      'audit --json',
      'audit',
      'due --csv --month',
      'report overdue --json',
      'irm show Z9',
      'irm show "Jo Fielding"',
      'irm record A1 --applied 2026-03-01 --today 2026-03-04',
      'irm list',
      'letter irm-determination-adoption A1',
    ]) {
      const { out, err } = await run(line);
      // The audit says who was added as a person, as it does of a child's family.
      const hidden = line.startsWith('audit') ? /jo fielding|elm row|jo@example/i : PRIVATE;
      expect([line, hidden.exec(out + err)?.[0] ?? null]).toEqual([line, null]);
    }
  });
});

describe('letters to an applicant', () => {
  const UNIT = [
    'settings set unit.telephone "01904 551000"',
    'settings set unit.name "Panel team"',
    'settings set signatory.name "P Brown"',
    'settings set mechanism.name "The Independent Review Mechanism"',
    'settings set mechanism.run-by "Coram Children’s Legal Centre (a charity)"',
  ];
  const text = (run: Awaited<ReturnType<typeof unit>>['run'], name: string, more = '--today 2026-03-04') =>
    run(`letter ${name} A1 --format txt --out - ${more}`).then(({ out, err }) =>
      (out + err).replaceAll(/\s+/g, ' '),
    );

  it('give the days, the one route, and who runs the mechanism', async () => {
    const { run } = await applicant(SENT, ...UNIT);
    const letter = await text(run, 'irm-determination-fostering');
    expect(letter).toContain('1 Elm Row Testtown');
    expect(letter).toContain('by Tuesday 31 March 2026. That is 28 days');
    expect(letter).toContain('You cannot do both');
    expect(letter).toContain(
      'run by Coram Children’s Legal Centre (a charity) on behalf of the Department for Education',
    );
    expect(letter).toContain('It cannot change our decision');
  });

  it('of an adoption determination count forty working days with the day itself', async () => {
    const { run } = await applicant(
      'irm record A1 --determination adoption --dated 2026-03-03 --because "Health" --today 2026-03-03',
      ...UNIT,
    );
    expect(await text(run, 'irm-determination-adoption')).toContain(
      'by Wednesday 29 April 2026. That is 40 working days, and the date of this letter is the first of them',
    );
  });

  it('ask for no final decision if there is no right, whatever the applicant wrote', async () => {
    const wrote = 'irm record A1 --representations 2026-03-10 --today 2026-03-10';
    const { run } = await applicant(`${SENT} --conviction own`, wrote);
    expect((await run('due --today 2026-03-11')).out).not.toContain('final decision');
    const other = await applicant(SENT, wrote);
    expect((await other.run('due --today 2026-03-11')).out).toContain('Make the final decision');
  });

  it('tell whoever has no right why, and whose the conviction is', async () => {
    const { run } = await applicant(
      'irm record A1 --determination fostering --dated 2026-03-03 --conviction household --today 2026-03-03',
      ...UNIT,
    );
    const letter = await text(run, 'irm-determination-no-right');
    expect(letter).toContain('Someone in your household has a conviction');
    expect(letter).toContain('There is no such right');
    expect(await text(run, 'irm-determination-fostering')).toContain('rests on a specified conviction');
  });

  it('are not made of what is not so, or while something is missing', async () => {
    const { run } = await applicant(SENT, ...UNIT);
    expect(await text(run, 'irm-determination-adoption')).toContain('is a determination about fostering');
    expect(await text(run, 'irm-decision')).toContain('is for later');
    const bare = await applicant(SENT);
    expect(await text(bare.run, 'irm-determination-fostering')).toContain('irotool settings set unit.name');
  });

  it('go out in a pack by what happened last, and the papers go to the mechanism', async () => {
    const { run } = await applicant(SENT, ...UNIT, APPLIED, NOTIFIED);
    const { out } = await run('letter pack A1 --format txt --json --force --today 2026-03-21');
    const { documents } = JSON.parse(out) as { documents: { letter: string; to: string }[] };
    expect(documents).toMatchObject([{ letter: 'irm-papers', to: 'mechanism' }]);
    const letter = await text(run, 'irm-papers', '--today 2026-03-21');
    expect(letter).toContain('due by Tuesday 7 April 2026');
    await run('letter irm-papers A1 --format txt --out - --sent-on 2026-03-23 --today 2026-03-23');
    const duty = await run('explain A1 irm-papers --json --today 2026-03-23');
    expect(duty.out).toContain('"metOn": "2026-03-23"');
  });

  it('say nothing of a child whom the reasons name', async () => {
    const { run } = await applicant(
      'new-review --ref K1 --name "Cara Dunn" --born 2015-02-03 --looked-after 2026-03-02 --yes --today 2026-03-03',
      'irm record A1 --determination fostering --dated 2026-03-03 --because "Cara Dunn was not safe with Tom Brindle" --today 2026-03-03',
      ...UNIT,
    );
    const letter = await text(run, 'irm-determination-fostering');
    expect(letter).toContain('A child was not safe with Tom Brindle');
    expect(letter).not.toContain('Dunn');
  });

  it('say nothing of a child who was recorded only afterwards, nor of that child’s people', async () => {
    const { run } = await applicant(
      'irm record A1 --determination fostering --dated 2026-03-03 --because "Cara Dunn and Meg Dunn said so, and Tom Brindle" --today 2026-03-03',
      'new-review --ref K1 --name "Cara Dunn" --born 2015-02-03 --looked-after 2026-03-02 --yes --today 2026-03-03',
      'child link K1 "Meg Dunn" --role parent --relationship mother --today 2026-03-03',
      ...UNIT,
    );
    const letter = await text(run, 'irm-determination-fostering');
    expect(letter).toContain('A child and someone said so, and Tom Brindle');
    expect(letter).not.toContain('Dunn');
  });
});

describe('the overdue report', () => {
  const LATE = '2026-04-08';
  interface Report {
    readonly totals: Record<string, number>;
    readonly groups: readonly object[];
    readonly ofApplicants: Record<'overdue' | 'soon' | 'toSettle', readonly { ref: string; rule: string }[]>;
  }
  const reportOn = async (
    { run }: Awaited<ReturnType<typeof applicant>>,
    today: string,
    rest = '',
  ): Promise<Report> =>
    (JSON.parse((await run(`report overdue ${rest} --json --today ${today}`)).out) as { reports: Report[] })
      .reports[0]!;

  it('tells of an applicant in a part of its own, and in no figure of children', async () => {
    const made = await applicant(SENT, APPLIED, NOTIFIED);
    const { totals, groups, ofApplicants } = await reportOn(made, LATE);
    expect(totals).toEqual({ overdue: 0, statutory: 0, soon: 0, toSettle: 0 });
    expect(groups).toEqual([]);
    expect(ofApplicants.overdue).toMatchObject([{ ref: 'A1', rule: 'irm-papers' }]);
    const { out } = await made.run(`report overdue --today ${LATE}`, { toPipe: true });
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('Nothing is overdue; nothing due by');
    expect(said).toContain(
      'Of applicants to the review mechanism, who are counted apart: 1 late, 0 due by Tuesday 14 April 2026, 0 to settle.',
    );
    expect(said).toMatch(
      /APPLICANTS TO THE REVIEW MECHANISM \(1\) .*A1 \(JF\) Send the papers[^:]*: 1 day late, due Tue 7 Apr\. /,
    );
    expect(out).not.toContain('Fielding');
    const rows = (await made.run(`report overdue --csv --today ${LATE}`)).out.trim().split('\r\n');
    expect(rows[1]).toMatch(/^applicant overdue,,,,,JF,.*,A1$/);
  });

  it('has the days of a determination from six days before the last, and no longer than they run', async () => {
    const made = await applicant(SENT);
    const soon = async (today: string): Promise<string[]> =>
      (await reportOn(made, today)).ofApplicants.soon.map(({ rule }) => rule);
    expect(await soon('2026-03-24')).toEqual([]);
    expect(await soon('2026-03-25')).toEqual(['irm-apply-fostering']);
    expect(await soon('2026-03-31')).toEqual(['irm-apply-fostering']);
    const lapsed = await reportOn(made, '2026-04-01');
    expect(Object.values(lapsed.ofApplicants).flat()).toEqual([]);
  });

  it('is sent with an applicant alone in it, and to whoever manages a team without one', async () => {
    const made = await applicant(
      SENT,
      APPLIED,
      NOTIFIED,
      'person add --name "Sal Service" --role service-manager --email sal@council.gov.uk',
      'person add --name "Mo North" --role manager --team North --email mo@council.gov.uk',
    );
    const { out } = await made.run(`report overdue --to managers --if-any --json --today ${LATE}`);
    const { reports } = JSON.parse(out) as { reports: { for: { name: string } }[] };
    expect(reports.map((each) => each.for.name)).toEqual(['Sal Service']);
    const ofTeam = await reportOn(made, LATE, '--to "Mo North"');
    expect(Object.values(ofTeam.ofApplicants).flat()).toEqual([]);
  });
});

describe('irm unlink', () => {
  it('is refused on a day before the link began, and on one that has not come', async () => {
    const { run } = await applicant(
      'irm link A1 "Lee Page" --as supporter --from 2026-03-09 --today 2026-03-13',
    );
    const early = await run('irm unlink A1 supporter --on 2026-03-03 --today 2026-03-13');
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining(
        'A1: the supporter is with the applicant only from 9 March 2026. Nothing was saved.',
      ),
    ]);
    const ahead = await run('irm unlink A1 supporter --on 2026-03-14 --today 2026-03-13');
    expect([ahead.code, ahead.err]).toEqual([1, expect.stringContaining('14 March 2026 has not come yet.')]);
    expect((await run('irm unlink A1 supporter --on 2026-03-13 --today 2026-03-13')).code).toBe(0);
  });
});
