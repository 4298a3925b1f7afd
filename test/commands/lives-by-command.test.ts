/** The lives of duties by command: a change and a call withdrawn, a death, short breaks by hand, adoption authority. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { openDatabase } from '../../src/store/file/open';
import { keepMessage, waitingMessages } from '../../src/store/outbox/outbox';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

interface Shown {
  readonly chronology: readonly { kind: string; on: string; attributes: Record<string, string> }[];
  readonly actions: readonly { action: string }[];
  readonly deadlines: readonly { rule: string; due: string; standing: string }[];
}

/** K1, looked after since 5 January 2026 under V2, reviewed once. */
async function withChild(basis = 'V2') {
  const made = await unit('york');
  await made.run(
    `new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-01-05 --basis ${basis} --iro "A Khan" --today 2026-01-05 --yes`,
  );
  await made.run('review hold K1 --on 2026-02-02 --code PN1');
  const shown = async (): Promise<Shown> => JSON.parse((await made.run('child show K1 --json')).out) as Shown;
  const recorded = async (kind: string) =>
    (await shown()).chronology
      .filter((entry) => entry.kind === kind)
      .map(({ on, attributes }) => ({ on, ...attributes }));
  const refuses = async (line: string, code: number, message: string): Promise<void> => {
    const before = everything(made.db);
    const answer = await made.run(line);
    expect(flat(answer.err)).toContain(message);
    expect(answer.code).toBe(code);
    expect(everything(made.db)).toBe(before);
  };
  return { ...made, shown, recorded, refuses };
}

describe('review before-change --withdrawn', () => {
  it('records that the only change proposed will not happen, and why', async () => {
    const { run, recorded } = await withChild();
    await run('review before-change K1 --kind placement-end --by 2026-04-10 --on 2026-03-10');
    const { code, out } = await run('review before-change K1 --withdrawn --why "The carers stay"');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('K1  change withdrawn (the end of the placement) on Friday 13'),
    ]);
    expect(await recorded('change-withdrawn')).toEqual([
      { on: '2026-03-13', kind: 'placement-end', why: 'The carers stay' },
    ]);
  });

  it('asks which of several, and refuses one that was not proposed or not yet', async () => {
    const { run, refuses } = await withChild();
    await refuses('review before-change K1 --withdrawn', 1, 'no review is owed before a change');
    await run('review before-change K1 --kind placement-end --by 2026-04-10 --on 2026-03-10');
    await run('review before-change K1 --kind care-plan --on 2026-03-11');
    await refuses('review before-change K1 --withdrawn', 2, 'Missing: --kind placement-end|care-plan');
    await refuses('review before-change K1 --withdrawn --kind end-of-detention', 1, 'nothing to withdraw');
    await refuses(
      'review before-change K1 --withdrawn --kind care-plan --on 2026-03-10',
      1,
      'it was proposed on 11 March 2026',
    );
    expect(await run('review before-change K1 --withdrawn --kind care-plan --on 2026-03-11')).toMatchObject({
      code: 0,
    });
  });
});

describe('review call-early --withdrawn', () => {
  const granted = 'review call-early K1 --asked-by child --reason request --decision granted --by 2026-04-10';

  it('records that the IRO no longer asks for it', async () => {
    const { run, recorded, refuses } = await withChild();
    await refuses('review call-early K1 --withdrawn', 1, 'no early review that the IRO called for');
    await run(granted);
    const { code, out } = await run('review call-early K1 --withdrawn --why "It is settled"');
    expect([code, out]).toEqual([0, 'K1  early review withdrawn on Friday 13 March 2026: recorded.\n']);
    expect(await recorded('review-call-withdrawn')).toEqual([{ on: '2026-03-13', why: 'It is settled' }]);
    await refuses('review call-early K1 --withdrawn', 1, 'no early review that the IRO called for');
  });

  it('is refused for a review that follows a visit', async () => {
    const { run, refuses } = await withChild();
    await run(`${granted} --visit`);
    await refuses('review call-early K1 --withdrawn', 1, 'the authority’s own duty');
    await refuses('review call-early K1 --asked-by child --reason request --visit', 2, '--decision granted');
  });
});

describe('adoption', () => {
  it('records authority and its end, each with its day', async () => {
    const { run, recorded } = await withChild('E1');
    await run('adoption authorised K1 --on 2026-03-02');
    const { code, out } = await run('adoption authority-ended K1 --on 2026-03-12 --reason "Order revoked"');
    expect([code, out]).toEqual([
      0,
      'K1  authority to place for adoption ended on Thursday 12 March 2026: recorded.\n',
    ]);
    expect(await recorded('adoption-authority-ended')).toEqual([
      { on: '2026-03-12', reason: 'Order revoked' },
    ]);
  });

  it('an adoption review that sat is adjourned as one', async () => {
    const { run, recorded } = await withChild('E1');
    await run('adoption authorised K1 --on 2026-03-02');
    expect((await run('review adjourn K1 --on 2026-03-12 --reason "No report" --adoption')).code).toBe(0);
    expect(await recorded('review-adjourned')).toMatchObject([{ kind: 'adoption' }]);
  });
});

describe('child died', () => {
  it('needs its day, and is recorded once, with the end of care', async () => {
    const { run, recorded, refuses } = await withChild();
    await refuses('child died K1', 2, 'Missing: --on');
    const { code, out } = await run('child died K1 --on 2026-03-12');
    expect([code, out]).toEqual([0, 'K1  died on Thursday 12 March 2026: recorded.\n']);
    expect(await recorded('child-died')).toEqual([{ on: '2026-03-12' }]);
    expect(await recorded('ceased-looked-after')).toEqual([{ on: '2026-03-12', reason: 'E2' }]);
    await refuses('child died K1 --on 2026-03-12', 1, 'the death is recorded already');
  });

  it('is what child left with E2 records', async () => {
    const { run, recorded } = await withChild();
    expect((await run('child left K1 --on 2026-03-12 --reason E2')).code).toBe(0);
    expect(await recorded('child-died')).toEqual([{ on: '2026-03-12' }]);
  });

  it('calls the meeting off, says whom to tell, and lists no duty as no longer owed', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting "2026-04-20 10:00" --venue School');
    await run('record K1 invitations-sent to=child');
    const { err } = await run('child died K1 --on 2026-03-13');
    expect(flat(err)).toContain(
      'The meeting planned for Monday 20 April 2026, 10am, School is called off with it.',
    );
    expect(flat(err)).toContain('Still to be completed for the record: Send the decisions (K1/1)');
    expect(err).not.toContain('no longer owed');
    expect((await run('due --child K1 --days 60')).out).not.toContain('20 April');
  });

  it('lets no letter go by itself: none to the child, no invitation, and to the family only the one asked for', async () => {
    const { run, refuses } = await withChild();
    await run(
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --address "1 Hill"',
    );
    await run('child died K1 --on 2026-03-12');
    await refuses('letter pack K1', 1, 'Nobody is invited to a review. Nothing was written.');
    await refuses('letter record-full K1 --to mother', 1, 'Nothing is written to the family');
    const { err } = await run('letter record-full K1 --to mother --after-death --out -  --format txt');
    expect(err).not.toContain('Nothing is written to the family');
  });
});

describe('child short-break', () => {
  it('records a stay with its placement, and one that goes on until --to alone', async () => {
    const { run, db } = await unit();
    await run('child add --ref Z1 --name "Zed Bell" --born 2014-07-07');
    const { code, out, err } = await run(
      'child short-break Z1 --from 2026-01-02 --to 2026-01-04 --placement "The Oaks"',
    );
    expect([code, out, err.includes('refused')]).toEqual([
      0,
      [
        'Z1  short break from Friday 2 January 2026: recorded.',
        'Z1  a placement from Friday 2 January 2026, The Oaks: recorded.',
        'Z1  short break until Sunday 4 January 2026: recorded.\n',
      ].join('\n'),
      false,
    ]);
    expect((await run('child short-break Z1 --from 2026-03-06')).code).toBe(0);
    expect((await run('child short-break Z1 --to 2026-03-08')).out).toContain(
      'short break until Sunday 8 March',
    );
    for (const [line, words] of [
      ['--from 2026-03-12 --to 2026-03-11', 'If they are the wrong way round: --from 2026-03-11'],
      ['--from 2026-03-12 --on 2026-03-11', '--on and --why go with --series-ended'],
      ['--to 2026-03-12 --series-ended', '--series-ended takes --series, --on and --why'],
    ] as const) {
      const wrong = await run(`child short-break Z1 ${line}`);
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining(words)]);
    }
    const before = everything(db);
    const { code: none, err: why } = await run('child short-break Z1 --to 2026-03-09');
    expect([none, why]).toEqual([2, 'No terminal to ask on. Missing: --from\n']);
    expect(everything(db)).toBe(before);
  });

  it('takes --series with V3 alone', async () => {
    const { run } = await unit();
    const arrive =
      'new-review --ref Z1 --name "Zed Bell" --born 2014-07-07 --looked-after 2026-03-06 --series A --yes';
    expect((await run(`${arrive} --basis V2`)).err).toContain('it goes with --basis V3');
    expect((await run(`${arrive} --basis V3`)).code).toBe(0);
  });
});

describe('review plan: what is taken then, and what is added to a plan', () => {
  async function withTwo() {
    const made = await withChild();
    await made.run(
      'new-review --ref K9 --name "Child Nine" --born 2015-05-02 --looked-after 2026-03-09 --basis V2 --iro "A Khan" --meeting "2026-03-27 10:00" --venue "Civic Centre, room 2" --yes',
    );
    return made;
  }

  it('says that the IRO and the room have another review within two hours, and not beyond', async () => {
    const { run } = await withTwo();
    const { err } = await run('review plan K1 --meeting "2026-03-27 11:30" --venue "civic centre room 2"');
    expect(flat(err)).toContain('Note: A Khan has the review of K9 at 10am that day.');
    expect(flat(err)).toContain('Note: At the same place there is the review of K9 at 10am that day.');
    const later = await run('review plan K1 --meeting "2026-03-27 14:00" --venue "Civic Centre, room 2"');
    expect(later.err).not.toContain('K9');
  });

  it('says of a conference that it is one, and lists reviews without it', async () => {
    const { run } = await withChild();
    for (const line of [
      'child add --ref K9 --name "Child Nine" --born 2015-05-02',
      'record K9 strategy-discussion --on 2026-03-13 --yes',
      'conference plan K9 --meeting "2026-03-27 10:00" --venue "Civic Centre, room 2" --chair "A Khan" --yes',
    ]) {
      expect((await run(line)).code).toBe(0);
    }
    const { err } = await run('review plan K1 --meeting "2026-03-27 11:30" --venue "civic centre room 2"');
    expect(flat(err)).toContain('Note: A Khan has the conference of K9 at 10am that day.');
    expect(flat(err)).toContain('Note: At the same place there is the conference of K9 at 10am that day.');
    const { out } = await run('review list');
    expect(out).toContain('K1');
    expect(out).not.toContain('K9');
  });

  it('says that the IRO is on leave, or does not work that day; of a first meeting too', async () => {
    const { run } = await withTwo();
    await run('iro leave "A Khan" --from 2026-04-13 --to 2026-04-17');
    await run('iro days "A Khan" mon tue wed');
    expect(flat((await run('review plan K1 --meeting "2026-04-14 10:00"')).err)).toContain(
      'A Khan is on leave on Tuesday 14 April 2026.',
    );
    expect(flat((await run('review plan K1 --meeting "2026-04-23 10:00"')).err)).toContain(
      'A Khan does not work on Thursdays.',
    );
    const first = await run(
      'new-review --ref K8 --name "Child Eight" --born 2015-05-02 --looked-after 2026-03-12 --basis V2 --iro "A Khan" --meeting "2026-03-26 10:00" --yes',
    );
    expect(flat(first.err)).toContain('A Khan does not work on Thursdays.');
  });

  it('adds a venue or a time to the day planned, which is not refused as late for what arose since', async () => {
    const { run, recorded, refuses } = await withChild();
    await run('review plan K1 --meeting 2026-04-20');
    await run('review call-early K1 --asked-by child --reason request --decision granted --by 2026-04-10');
    await refuses('review plan K1 --meeting 2026-04-21', 1, 'Choose an earlier day');
    expect((await run('review plan K1 --venue School')).code).toBe(0);
    const { code, out } = await run('review plan K1 --time 4pm');
    expect([code, out]).toEqual([0, 'K1  review planned for Monday 20 April 2026, 4pm.\n']);
    expect((await recorded('review-planned')).at(-1)).toMatchObject({
      meeting: '2026-04-20',
      time: '16:00',
      venue: 'School',
    });
    await refuses('review plan K1 --time 4pm --meeting 2026-04-20', 2, 'type both');
  });
});

describe('a death, whatever records it', () => {
  const DEATHS = [
    'child died K1 --on 2026-03-13',
    'child left K1 --reason E2 --on 2026-03-13',
    'record K1 ceased-looked-after reason=E2 --on 2026-03-13',
    'record K1 child-died --on 2026-03-13',
  ];

  /** A report that speaks of the child waits to be sent. */
  async function withReportWaiting() {
    const made = await withChild();
    await made.run('review plan K1 --meeting "2026-04-20 10:00" --venue School');
    await made.run('record K1 invitations-sent to=child');
    const db = openDatabase(made.db, { now: () => Date.UTC(2026, 2, 13, 12) });
    keepMessage(db, {
      ...{ messageId: '<1@testshire.gov.uk>', report: 'overdue', day: isoDate('2026-03-13') },
      ...{ recipient: 'b@testshire.gov.uk', sender: 'u@testshire.gov.uk', subject: 'Overdue' },
      content: new TextEncoder().encode('K1'),
      reported: [{ key: 'k', ref: 'K1', review: 1, what: 'Send the decisions' }],
    });
    db.close();
    const waiting = (): number => {
      const open = openDatabase(made.db, { now: () => Date.UTC(2026, 2, 13, 12) });
      const { length } = waitingMessages(open);
      open.close();
      return length;
    };
    return { ...made, waiting };
  }

  it.each(DEATHS)(
    '%s: the meeting is called off, whom to tell is said, and no message that waits goes',
    async (line) => {
      const { run, waiting } = await withReportWaiting();
      expect(waiting()).toBe(1);
      const { code, err } = await run(line);
      expect(code).toBe(0);
      expect(flat(err)).toContain(
        'The meeting planned for Monday 20 April 2026, 10am, School is called off with it.',
      );
      expect(flat(err)).toContain('To be told that it is called off: the child.');
      expect(flat(err)).toContain('Nothing is written to the child or the family by itself');
      expect(flat(err)).toContain('Still to be completed for the record: Send the decisions (K1/1)');
      expect(err).not.toContain('no longer owed');
      expect(waiting()).toBe(0);
      const { out } = await run('due --child K1 --days 60 --json');
      expect(JSON.parse(out)).toMatchObject({ meetings: [], toPlan: [] });
    },
  );

  it('that was entered wrongly and is struck out: what it called off is said, and nothing goes of itself', async () => {
    const { run, waiting } = await withReportWaiting();
    await run('child died K1 --on 2026-03-13');
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    const idOf = (kind: string): number => chronology.findLast((entry) => entry.kind === kind)!.id;
    const first = await run(`strike ${idOf('child-died')} --why Mistake`);
    expect(first.code).toBe(0);
    // The end of care says the death too, as long as it stands.
    expect(flat(first.err)).not.toContain('was called off by the death');
    const { code, err } = await run(`strike ${idOf('ceased-looked-after')} --why Mistake`);
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: A report was called off by the death and is not sent. To make it again: irotool report overdue',
    );
    expect(flat(err)).toContain(
      'Note: The meeting planned for Monday 20 April 2026, 10am stands again. If people were told that it is off, invite them again: irotool letter pack K1; to call it off: irotool review cancel K1',
    );
    expect(waiting()).toBe(0);
    // Any other mistake says nothing of it.
    expect(flat((await run(`strike ${idOf('invitations-sent')} --why Mistake`)).err)).not.toContain(
      'stands again',
    );
  });

  it('is told in quiet words: nothing is overdue, and what is owed stands apart', async () => {
    const { run } = await withChild();
    await run('record K1 ceased-looked-after reason=E2 --on 2026-03-13');
    const later = '--today 2026-05-01';
    const due = (await run(`due --child K1 ${later}`)).out;
    expect(due).not.toContain('LATE');
    expect(due).not.toContain('working days late');
    expect(due).toContain('STILL TO BE COMPLETED FOR THE RECORD, AFTER A DEATH\n 1  K1/1');
    expect((await run(`due --child K1 --overdue ${later}`)).out).toContain('Nothing is overdue.');
    const shown = (await run(`child show K1 --ids ${later}`)).out;
    expect(shown).toContain('still to be completed');
    expect(shown).not.toContain('working days late');
    expect((await run(`review show K1 ${later}`)).out).not.toContain('working days late');
    const report = (await run(`report overdue ${later}`)).out;
    expect(report).toContain('Nothing is overdue');
    expect(flat(report)).toContain('For the record, after a death: Send the decisions');
  });
});
