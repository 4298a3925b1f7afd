import { describe, expect, it } from 'vitest';
import { onScreen, widest } from '../support/facts';
import type { Answer } from '../support/harness';
import { aChildInCare } from '../support/said';

type Run = (line: string | readonly string[]) => Promise<Answer>;

/** Records each line (`2026-03-04 review-planned meeting=…`) as of a day long after all of it. */
async function recordAll(run: Run, ref: string, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [on, ...words] = line.split(' ');
    const answer = await run(['record', ref, ...words, '--on', on!, '--today', LATER]);
    if (answer.code !== 0) throw new Error(`${line}: ${answer.err}`);
  }
}

const LATER = '2026-05-20';

/** K1, looked after since Monday 2 March 2026, with A Khan as IRO and people of their own. */
async function withChild(pack?: string) {
  const made = await aChildInCare({
    ...(pack === undefined ? {} : { pack }),
    rest: '--basis C2 --iro "A Khan" --social-worker "S Jones"',
    lines: [
      'person add --name "B Smith" --role iro',
      'child link K1 "Ann Parent" --role parent --relationship mother --responsibility yes --from 2026-03-02',
      'child link K1 "Dan Parent" --role parent --relationship father --contact none --from 2026-03-02',
      'child link K1 "Cy Carer" --role carer --from 2026-03-02',
    ],
  });
  const show = async (options = ''): Promise<string> => {
    const { out, err, code } = await made.run(`review show K1 --today ${LATER} ${options}`);
    if (code !== 0) throw new Error(err);
    return out;
  };
  const json = async (options = ''): Promise<Record<string, unknown>> =>
    JSON.parse(await show(`--json ${options}`));
  const record = (...lines: readonly string[]): Promise<void> => recordAll(made.run, 'K1', lines);
  return { ...made, show, json, record };
}

/** What is below a heading, up to the next, as one line. */
function section(out: string, head: string): string {
  const lines = out.split('\n');
  const from = lines.indexOf(head);
  if (from < 0) return '';
  const to = lines.indexOf('', from);
  return lines
    .slice(from + 1, to < 0 ? undefined : to)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const PLANNED = '2026-03-04 review-planned meeting=2026-03-27 time=10:30 venue=School mode=hybrid';
const HELD = '2026-03-27 review-held code=PN1';

describe('the planning of a review', () => {
  it('is in the head if there is one plan', async () => {
    const { show, record } = await withChild();
    await record(PLANNED);
    const out = await show();
    expect(out.split('\n').slice(0, 6)).toEqual([
      'K1/1  Child One: planned for Friday 27 March 2026, 10:30am',
      '6 steps late, 2 past a limit of LAW.',
      '  Where          School',
      '  How            hybrid',
      '  Chair          A Khan, the IRO',
      '  Planned on     4 March 2026',
    ]);
    expect(out).not.toContain('PLANS');
  });

  it('shows every plan with its day and why it was planned again, and cancellations with who agreed', async () => {
    const { show, json, record } = await withChild();
    await record(
      '2026-03-04 review-planned meeting=2026-03-26 venue=School',
      '2026-03-05 review-cancelled reason=The school is shut agreed-by=B Boss',
      '2026-03-06 review-planned meeting=2026-03-31 because=The school is open again late-because=Easter agreed-by=C Boss',
    );
    const out = await show();
    expect(section(out, 'PLANS')).toBe(
      'Wed 4 Mar planned for Thursday 26 March 2026; School Thu 5 Mar cancelled; because The school is shut; agreed by B Boss Fri 6 Mar planned for Tuesday 31 March 2026; because The school is open again',
    );
    expect(out).toContain('  Late because   Easter\n  Agreed by      C Boss\n');
    expect(await json()).toMatchObject({
      review: { plannedOn: '2026-03-06', lateBecause: 'Easter', agreedBy: 'C Boss' },
      plans: [
        { on: '2026-03-04', meeting: '2026-03-26', because: null },
        { on: '2026-03-06', because: 'The school is open again' },
      ],
      cancelled: [{ on: '2026-03-05', reason: 'The school is shut', agreedBy: 'B Boss' }],
    });
  });

  it('has the IRO, who chairs if nobody else is named, in the JSON too', async () => {
    const { run } = await withChild();
    const json = async () =>
      (JSON.parse((await run(`review show K1 --json --today ${LATER}`)).out) as { review: object }).review;
    await recordAll(run, 'K1', ['2026-03-04 review-planned meeting=2026-03-27']);
    expect(await json()).toMatchObject({ chair: null, iro: 'A Khan' });
    await run(
      'review plan K1 --meeting "2026-03-27 10:00" --chair "B Smith" --on 2026-03-05 --today 2026-03-05',
    );
    expect(await json()).toMatchObject({ chair: 'B Smith', iro: 'A Khan' });
  });

  it('says whose place a substitute takes, and with whom the meeting is', async () => {
    const { run, show, json, record } = await withChild();
    await run('child add --ref K2');
    await record(`${PLANNED} chair=B Smith with=K2,K3`);
    const out = await show();
    expect(out).toContain('Chair          B Smith, in place of A Khan, the IRO, who is sent the record');
    expect(out).toContain('Together with  K2 and K3');
    expect(await json()).toMatchObject({ review: { chair: 'B Smith' }, plans: [{ with: ['K2', 'K3'] }] });
    expect((await run('review list K1')).out).toContain('10:30am, School, together with K2 and K3');
    expect((await run('review list')).out).toContain(
      ' 10:30am  in time    K1/1 CO   B Smith  School, hybrid; with K2 and K3',
    );
  });

  it('shows the adjournment, or that its effect on the child was not recorded', async () => {
    const { show, json, record } = await withChild();
    await record(PLANNED, '2026-03-27 review-adjourned reason=No report attended=child,mother');
    expect(section(await show(), 'ADJOURNED')).toBe(
      'First sat Friday 27 March 2026 Reason No report Effect the effect of the delay on the child is not recorded Attended the child and mother',
    );
    expect(await json()).toMatchObject({ adjourned: { on: '2026-03-27', effect: null, wishes: null } });
  });

  it('shows who asked for it early, why, and what the IRO decided, each time it was asked', async () => {
    const { show, json, record } = await withChild();
    await record(
      '2026-03-04 early-review-asked asked-by=mother reason=contact about=More weekends consulted=child',
      '2026-03-05 early-review-refused why=The review is in three weeks',
      '2026-03-09 early-review-asked asked-by=The school reason=exclusion',
      '2026-03-10 review-called reason=exclusion asked-by=The school by=2026-03-20 why=Excluded for good',
      '2026-03-11 change-proposed kind=placement-end by=2026-04-20 about=To an aunt',
      PLANNED,
    );
    const out = await show();
    expect(section(out, 'CALLED EARLY')).toBe(
      [
        'Asked for Wednesday 4 March 2026, by mother',
        'Why contact is to change a great deal: More weekends',
        'Consulted the child',
        'Decision refused Thursday 5 March 2026: The review is in three weeks',
        'Asked for Monday 9 March 2026, by The school',
        'Why the child was excluded from school',
        'Decision granted Tuesday 10 March 2026: Excluded for good',
        'To be held by Friday 20 March 2026',
      ].join(' '),
    );
    expect(section(out, 'BEFORE A CHANGE')).toBe(
      '11 March 2026 the end of the placement was proposed for Monday 20 April 2026: To an aunt',
    );
    expect((await json()).called).toMatchObject([
      { askedBy: 'mother', decision: 'refused', by: null },
      { askedBy: 'The school', decision: 'granted', by: '2026-03-20' },
    ]);
  });

  it('says that the IRO has not decided yet', async () => {
    const { show, record } = await withChild();
    await record('2026-03-04 early-review-asked asked-by=child reason=request', PLANNED);
    expect(section(await show(), 'CALLED EARLY')).toContain('Decision the IRO has not decided');
  });
});

describe('who is in a review', () => {
  it('is listed by part, by what they are called and by name', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      '2026-03-05 participant-listed ref=child part=invited supporter=An advocate needs=A quiet room',
      '2026-03-05 participant-listed ref=mother part=invited interpreter=Polish supporter=L Law legal=yes child-wishes=yes',
      '2026-03-05 participant-listed ref=carer part=invited delegate=E Carer',
      '2026-03-05 participant-listed ref=father part=invited',
      '2026-03-06 participant-listed ref=father part=consulted child-wishes=no',
    );
    expect(section(await show(), 'WHO')).toBe(
      [
        'Invited the child (Child One); with An advocate as supporter; needs: A quiet room',
        'mother (Ann Parent); with L Law as supporter, a legal adviser; interpreter: Polish; the child wishes it',
        'carer (Cy Carer); in their place E Carer',
        'Consulted father (Dan Parent); the child does not wish it',
      ].join(' '),
    );
    expect((await json()).participants).toMatchObject([
      { ref: 'child', part: 'invited' },
      { ref: 'mother', name: 'Ann Parent', legalAdviser: true, childWishes: 'yes' },
      { ref: 'carer', delegate: 'E Carer' },
      { ref: 'father', part: 'consulted' },
    ]);
  });

  it('keeps the name of someone who is no longer among the child’s people', async () => {
    const { run, show, record } = await withChild();
    await record(PLANNED, '2026-03-05 participant-listed ref=carer part=invited');
    expect((await run('child unlink K1 carer --on 2026-03-10')).code).toBe(0);
    expect(section(await show(), 'WHO')).toBe('Invited carer (Cy Carer)');
  });

  it('says of someone not invited why, how they are heard, and what is owed to them', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      '2026-03-05 not-invited ref=father concern=Threats views=By letter consulted=2026-03-04 by=2026-04-10',
    );
    expect(section(await show(), 'NOT INVITED')).toBe(
      [
        'father Dan Parent; decided Thursday 5 March 2026',
        'concern Threats',
        'considered what was considered instead is not recorded',
        'heard By letter',
        'IRO consulted 4 March 2026',
        'reasons still to be sent in writing',
        'look again by Friday 10 April 2026',
      ].join(' '),
    );
    await record(
      '2026-03-09 written-reasons-sent ref=father',
      '2026-04-10 exclusion-looked-at ref=father outcome=kept by=2026-07-10 why=A further threat',
    );
    const out = section(await show(), 'NOT INVITED');
    expect(out).toContain('reasons sent in writing 9 March 2026');
    expect(out).toContain(
      'looked at 10 April 2026, kept; A further threat look again by Friday 10 July 2026',
    );
    expect((await json()).notInvited).toMatchObject([
      { ref: 'father', reasonsSentOn: '2026-03-09', lookAgainBy: '2026-07-10', endedOn: null },
    ]);
  });

  it('shows what the child wishes, as they said it and as the social worker heard it', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      '2026-03-05 child-consulted where=At home issues=Weekends',
      '2026-03-06 child-wishes-recorded hours=outside-school wants=My carer does-not-want=Dad will-chair=yes',
    );
    expect(section(await show(), 'THE CHILD’S WISHES')).toBe(
      'Recorded 6 March 2026 When outside school hours Where At home Who My carer Not Dad Chairing the child will chair About Weekends',
    );
    expect((await json()).wishes).toMatchObject({ place: 'At home', willChair: true, day: null });
    await record(
      '2026-03-10 child-concern-raised ref=1 about=School lunches',
      '2026-03-11 child-concern-raised ref=2',
      '2026-03-12 child-concern-taken-up ref=1 answer=A packed lunch',
    );
    expect(section(await show(), 'THE CHILD’S WISHES')).toContain(
      'Concern 1 School lunches; raised 10 March 2026; taken up with the social worker 12 March 2026; A packed lunch Concern 2 raised 11 March 2026; to be taken up',
    );
  });
});

describe('before a review', () => {
  it('each step is in one table: done, late or to do, and what was said of it below', async () => {
    const { show, record } = await withChild();
    await record(PLANNED, '2026-03-09 invitations-sent to=child,mother');
    const out = await show();
    expect(section(out, 'BEFORE THE REVIEW')).toBe('Invitations Mon 9 Mar; the child and mother');
    expect(section(out, 'STEPS (working days)')).toMatch(/done Send the invitations Fri 13 Mar Mon 9 Mar/);
    expect(section(out, 'STEPS (working days)')).toMatch(
      /LATE Hold the first review LAW Mon 30 Mar \d+ days late A Khan/,
    );
  });

  it('does not take invitations for an earlier date for those of a new one', async () => {
    const { show, json, record } = await withChild();
    await record(PLANNED, '2026-03-09 invitations-sent', '2026-03-16 review-planned meeting=2026-03-30');
    expect(section(await show(), 'BEFORE THE REVIEW')).toContain(
      'Invitations not for this date; Mon 9 Mar for the one before',
    );
    expect((await json()).steps).toMatchObject({
      invitationsSent: null,
      invitedForEarlierDate: '2026-03-09',
    });
  });

  it('each paper has its day, and the missing ones are named: as recorded, else by the child’s age', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      '2026-03-20 document-received document=report',
      '2026-03-23 document-received document=pep',
    );
    expect((await json()).documents).toEqual({
      receivedOn: null,
      received: [
        { document: 'report', on: '2026-03-20' },
        { document: 'pep', on: '2026-03-23' },
      ],
      missing: ['care-plan', 'health', 'placement-plan', 'consultation'],
    });
    expect(section(await show(), 'BEFORE THE REVIEW')).toContain(
      'the social worker’s report Fri 20 Mar the personal education plan Mon 23 Mar missing the care plan, the health assessment, the placement plan and the evidence of consultation',
    );
    await record('2026-03-24 documents-received missing=health');
    expect((await json()).documents).toMatchObject({ receivedOn: '2026-03-24', missing: ['health'] });
  });

  it('of 16 there is a pathway plan, and no education plan is missed before school', async () => {
    const { run } = await withChild();
    const missing = async (ref: string, born: string): Promise<string[]> => {
      await run(
        `new-review --ref ${ref} --name X --born ${born} --looked-after 2026-03-02 --today 2026-03-02 --new --yes`,
      );
      await recordAll(run, ref, [PLANNED, '2026-03-20 document-received document=report']);
      return JSON.parse((await run(`review show ${ref} --json --today ${LATER}`)).out).documents.missing;
    };
    expect(await missing('A1', '2010-03-27')).toContain('pathway-plan');
    const younger = await missing('A2', '2010-03-28');
    expect(younger).toContain('care-plan');
    expect(younger).not.toContain('pathway-plan');
    expect(await missing('A3', '2021-03-28')).not.toContain('pep');
    expect(await missing('A4', '2021-03-27')).toContain('pep');
  });

  it('shows views, the records as current, and why the IRO did not see the child', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      '2026-03-10 iro-visited',
      '2026-03-12 list-returned',
      '2026-03-13 list-amended change=The nurse taken off',
      '2026-03-20 views-given ref=father how=letter',
      '2026-03-24 records-current bedroom-seen=2026-03-18 household=A brother moved out court=Hearing in June',
      '2026-03-26 iro-saw-child outcome=refused why=Did not want to talk',
    );
    const out = section(await show(), 'BEFORE THE REVIEW');
    expect(out).toContain(
      'IRO’s visit Tue 10 Mar List returned Thu 12 Mar List amended Fri 13 Mar; The nurse taken off',
    );
    expect(out).toContain('Views father; Fri 20 Mar; by letter');
    expect(out).toContain(
      'Records up to date Tue 24 Mar; sleeping accommodation last seen 18 March 2026; household: A brother moved out; court timetable: Hearing in June',
    );
    expect(out).toContain('Child seen no: the child did not wish it; Thu 26 Mar; Did not want to talk');
    expect((await json()).steps).toMatchObject({
      iroVisited: '2026-03-10',
      unitNotified: null,
      discussed: null,
      iroSawChild: { on: '2026-03-26', outcome: 'refused' },
    });
  });
});

describe('the sitting', () => {
  const SITTING = [
    `${HELD} chair=B Smith attended=child,carer also-sat=2026-03-26 child-chaired=yes agenda-agreed=no`,
    'supporter-explained=yes considered=changes,permanence,section-20 not-considered=Leisure',
    'differences=The mother wishes more contact satisfied=no',
  ].join(' ');

  it('shows the days, the chair, who came, how the child took part, and what it considered', async () => {
    const { show, json, record } = await withChild();
    await record(PLANNED, SITTING);
    const out = await show();
    expect(out).toMatch(/^K1\/1 {2}Child One: held Friday 27 March 2026, in time\n/);
    expect(section(out, 'THE SITTING')).toBe(
      [
        'Held Friday 27 March 2026; also sat Thu 26 Mar',
        'Chair B Smith, in place of A Khan',
        'The child PN1: Attended and spoke; the child chaired, or part of it',
        'Attended the child (Child One) and carer (Cy Carer)',
        'Agenda not agreed at the beginning',
        'Supporter their role was explained',
        'Considered what has changed, and whether the last decisions were carried out; the plan for permanence; drift in section 20 care, and requests to return home',
        'Not considered Leisure',
        'Nothing said of the legal status; contact with family and others; the placement; the child’s safety; education and the personal education plan; health and the health plan; identity, religion, race and culture; advice and support, and whether the child understands them; what the child wishes and feels, and the IRO’s view; an independent visitor; who may decide what for the child',
        'Differences The mother wishes more contact',
        'The IRO is not satisfied',
      ].join(' '),
    );
    expect((await json()).sitting).toMatchObject({
      inPlaceOf: 'A Khan',
      alsoSat: ['2026-03-26'],
      agendaAgreed: false,
      satisfied: false,
    });
  });

  it('tells what was not said from a no', async () => {
    const { show, json, record } = await withChild();
    await record(HELD);
    expect(section(await show(), 'THE SITTING')).toBe(
      'Held Friday 27 March 2026 Chair A Khan The child PN1: Attended and spoke',
    );
    expect((await json()).sitting).toMatchObject({ satisfied: null, agendaAgreed: null, inPlaceOf: null });
  });

  it('says so of one on papers, of an adoption review, and of the two in one', async () => {
    const { show, record } = await withChild();
    await record('2026-03-27 review-held code=PN1 meeting=no');
    expect(section(await show(), 'THE SITTING')).toContain('Where on papers, without a meeting');
    await record('2026-03-27 adoption-review-held');
    expect(section(await show(), 'THE SITTING')).toContain('As an ordinary and an adoption review in one');
    await record('2026-04-20 adoption-review-held');
    expect(section(await show(), 'THE SITTING')).toContain('As an adoption review');
  });

  it('shows each decision with its owner, its date and what became of it', async () => {
    const { show, json, record } = await withChild();
    await record(
      HELD,
      '2026-03-27 decision-made ref=1.1 text=Weekends begin owner=social-worker by=2026-05-01',
      '2026-03-27 decision-made ref=1.2 text=An education plan owner=T School by=2026-05-15 kind=recommendation',
      '2026-03-27 decision-made ref=1.3 text=A passport owner=mother by=2026-05-19',
      '2026-03-27 decision-made ref=1.4 text=A bicycle',
      '2026-03-30 recommendation-tracked ref=1.2 by=2026-05-20',
      '2026-05-04 decision-done ref=1.1 note=Two by now',
      '2026-05-05 decision-overtaken ref=1.4 why=There is one',
    );
    const out = section(await show(), 'DECISIONS');
    expect(out).toBe(
      [
        '1.1 Weekends begin; the social worker; by Fri 1 May; DONE Mon 4 May; Two by now',
        '1.2 An education plan; a recommendation; T School; by Fri 15 May; TRACKED until Wed 20 May',
        '1.3 A passport; mother; by Tue 19 May; OPEN; past its date',
        '1.4 A bicycle; OVERTAKEN BY EVENTS Tue 5 May; There is one',
      ].join(' '),
    );
    expect((await json()).decisions).toMatchObject([
      { ref: '1.1', state: 'done', doneOn: '2026-05-04' },
      { ref: '1.2', state: 'tracked', trackedBy: '2026-05-20', isPast: false },
      { ref: '1.3', state: 'open', isPast: true },
      { ref: '1.4', state: 'overtaken' },
    ]);
  });
});

describe('after a review', () => {
  it('shows the decisions sent, the manager’s disagreement and how it was resolved, and the plans', async () => {
    const { show, json, record } = await withChild();
    await record(
      HELD,
      '2026-03-30 decisions-sent to=mother,carer',
      '2026-03-31 decisions-received name=M Boss',
      '2026-04-02 manager-responded answer=disagreed name=M Boss about=Weekends',
      '2026-04-08 disagreement-resolved how=From May',
      '2026-04-09 care-plan-updated plans=placement-plan,pep',
      '2026-04-10 plans-copied to=child,mother',
      '2026-04-14 record-completed',
      '2026-04-15 poor-practice-raised to=M Boss about=A late report',
    );
    expect(section(await show(), 'AFTER THE REVIEW')).toBe(
      [
        'Decisions sent Mon 30 Mar; to mother and carer',
        'Received Tue 31 Mar; by M Boss',
        'Answer disagreed Thu 2 Apr; by M Boss; Weekends',
        'Resolved Wed 8 Apr; From May',
        'Care plan Thu 9 Apr; and placement plan and personal education plan',
        'Plans copied Fri 10 Apr; to the child and mother',
        'Full record Tue 14 Apr',
        'Poor practice Wed 15 Apr, raised with M Boss; A late report',
      ].join(' '),
    );
    expect((await json()).after).toMatchObject({ answer: 'disagreed', deemedAgreed: false, dispute: null });
  });

  it('says that decisions are taken as agreed from the day after the answer was due', async () => {
    const { run, json, record } = await withChild();
    await record(HELD, '2026-03-30 decisions-sent', '2026-03-31 decisions-received');
    const on = async (today: string): Promise<string> =>
      section((await run(`review show K1 --today ${today}`)).out, 'AFTER THE REVIEW');
    // Five working days from Tuesday 31 March, with Easter between.
    expect(await on('2026-04-09')).not.toContain('Answer');
    expect(await on('2026-04-10')).toContain('Answer taken as agreed: no answer in time');
    expect((await json()).after).toMatchObject({ deemedAgreed: true, answer: null });
    await record('2026-04-20 manager-responded answer=agreed');
    expect(await on(LATER)).toContain('Answer taken as agreed: no answer in time; later agreed Mon 20 Apr');
  });

  it('shows a disagreement that was taken to dispute, and a third review that was endorsed', async () => {
    const { show, record } = await withChild();
    await record(
      '2026-03-27 review-held code=PN1 number=3',
      '2026-03-31 manager-responded answer=disagreed',
      '2026-04-01 third-review-endorsed name=M Boss',
      '2026-04-08 dispute-opened ref=D1 about=Weekends',
    );
    const out = section(await show(), 'AFTER THE REVIEW');
    expect(out).toContain('Dispute D1, opened Wed 8 Apr; Weekends');
    expect(out).toContain('Endorsed Wed 1 Apr; by M Boss: why there is no permanence yet');
  });

  it('shows person by person what was sent, why not, and who is still owed a copy', async () => {
    const { show, json, record } = await withChild();
    await record(
      PLANNED,
      ...['child', 'mother', 'father', 'carer'].map(
        (ref) => `2026-03-05 participant-listed ref=${ref} part=invited`,
      ),
      `${HELD} attended=child,mother,carer`,
    );
    expect(await show()).not.toContain('COPIES OF THE RECORD');
    await record(
      '2026-04-20 record-sent ref=child record=full',
      '2026-04-20 record-sent ref=mother record=full redacted=The address',
      '2026-04-21 record-sent ref=father record=part why=No contact decided-by=S Jones and A Khan',
    );
    const out = section(await show(), 'COPIES OF THE RECORD');
    expect(out).toContain('the child Child One; the full record Mon 20 Apr');
    expect(out).toContain('mother Ann Parent; the full record Mon 20 Apr; taken out: The address');
    expect(out).toContain(
      'father Dan Parent; part of the record Tue 21 Apr; No contact; decided by S Jones and A Khan',
    );
    expect(out).toContain('carer Cy Carer; nothing yet');
    expect((await json()).distribution).toMatchObject([
      { ref: 'child', record: 'full', on: '2026-04-20' },
      { ref: 'mother', redacted: 'The address' },
      { ref: 'father', record: 'part', decidedBy: 'S Jones and A Khan' },
      { ref: 'carer', record: null, on: null },
    ]);
  });

  it('shows the monitoring form, and the midway checks until the next review', async () => {
    const { show, json, record } = await withChild('york');
    await record(
      HELD,
      '2026-04-01 monitoring-form-completed good-practice=The school drift=yes drift-about=The plan papers=in-time',
      '2026-04-20 midway-check-planned by=2026-05-08',
      '2026-05-08 midway-checked findings=On course',
      '2026-05-11 midway-check-planned by=2026-06-05',
    );
    const out = await show();
    expect(section(out, 'MONITORING FORM')).toBe(
      'Completed Wed 1 Apr Drift or delay yes; The plan Good practice The school Papers in time',
    );
    expect(section(out, 'MIDWAY CHECKS')).toBe('Fri 8 May On course Planned for Friday 5 June 2026');
    await record('2026-05-15 review-held code=PN1', '2026-05-18 midway-checked findings=Still on course');
    expect((await json('--review 1')).midway).toEqual([
      { on: '2026-05-08', findings: 'On course', plannedFor: null },
      { on: null, findings: null, plannedFor: '2026-06-05' },
    ]);
    expect((await json('--review 2')).midway).toMatchObject([
      { on: '2026-05-18', findings: 'Still on course' },
    ]);
  });
});

describe('a review without a meeting', () => {
  it('says how it was decided that not every review needs one, or that it was not', async () => {
    const { show, json, record } = await withChild();
    await record('2026-03-20 review-held code=PN6 meeting=no');
    expect(section(await show(), 'THE SITTING')).toContain(
      'Why not no decision is recorded that not every review needs a meeting',
    );
    await record('2026-03-10 meeting-not-needed factors=Settled consulted=child');
    expect(section(await show(), 'THE SITTING')).toContain(
      'Why not decided Tuesday 10 March 2026; Settled; consulted: the child',
    );
    expect(await json()).toMatchObject({
      sitting: { meetingNotNeeded: { on: '2026-03-10', factors: 'Settled', consulted: [{ ref: 'child' }] } },
    });
  });
});

describe('which review', () => {
  it('is the one that is coming if anything is recorded of it, otherwise the latest', async () => {
    const { show, record } = await withChild();
    await record(PLANNED, HELD);
    expect(await show()).toMatch(/^K1\/1 {2}Child One: held/);
    await record('2026-05-18 child-consulted');
    expect(await show()).toMatch(/^K1\/2 {2}Child One: no date fixed\n/);
    expect(await show('--review 1')).toMatch(/^K1\/1 {2}Child One: held/);
  });

  it('is the one just held while steps are owed, though the next was fixed and wished for at it', async () => {
    const { run, show } = await withChild();
    const held = await run(
      'review hold K1 --on 2026-03-20 --code PN1 --next-meeting "2026-06-16 10:00" --next-wishes "at the zoo" --today 2026-03-20 --yes',
    );
    expect(held.code).toBe(0);
    const just = await run('review show K1 --today 2026-03-23');
    expect(just.out).toMatch(/^K1\/1 {2}Child One: held/);
    expect(just.err).toContain('The next: irotool review show K1 --review 2.');
    const next = await show('--review 2');
    expect(section(next, 'THE CHILD’S WISHES')).toBe('Recorded 20 March 2026 The meeting at the zoo');
    // Once something is done for the next, and from the day of its meeting, it is the next.
    expect((await run('review show K1 --today 2026-06-16')).out).toMatch(/^K1\/2 {2}Child One: planned/);
    await run('review prepare K1 --discussed 2026-04-01 --today 2026-04-01');
    expect((await run('review show K1 --today 2026-04-02')).out).toMatch(/^K1\/2 {2}Child One: planned/);
  });

  it('is the next once nothing is owed of the one just held', async () => {
    const { run } = await withChild();
    await run('review hold K1 --on 2026-03-20 --code PN1 --next-wishes "at home" --today 2026-03-20 --yes');
    await run(
      'review after K1 --decisions-sent today --received today --response agreed --care-plan-updated today --record-completed today --today 2026-03-20',
    );
    expect((await run('review show K1 --today 2026-03-20')).out).toMatch(/^K1\/1 {2}Child One: held/);
    await run('done K1 record-distribute --today 2026-03-20');
    expect((await run('review show K1 --today 2026-03-20')).out).toMatch(
      /^K1\/2 {2}Child One: no date fixed/,
    );
  });

  it('may be that of an unplanned ending, with its own deadlines and none of the others', async () => {
    const { run, show, json, record } = await withChild('york');
    await record(
      HELD,
      '2026-04-13 ceased-looked-after unplanned=yes',
      '2026-04-20 exit-review-held attended=child',
    );
    await record('2026-04-22 decisions-sent');
    expect(await show('--review 1')).toMatch(/^K1\/1 {2}Child One: held/);
    const out = await show('--review exit');
    // The steps after a review are of the latest too, where none is named.
    expect(await show()).toBe(out);
    expect(out).toMatch(/^K1\/exit {2}Child One: review of an unplanned ending, held Monday 20 April 2026\n/);
    expect(section(out, 'AFTER THE REVIEW')).toBe('Decisions sent Wed 22 Apr');
    const { deadlines, review } = (await json('--review exit')) as {
      deadlines: { rule: string; due: string; standing: string }[];
      review: object;
    };
    expect(deadlines.map(({ rule, due, standing }) => `${rule} ${due} ${standing}`)).toEqual([
      'decisions-record 2026-04-27 met',
      'monitoring-form 2026-04-27 overdue',
      'care-plan-update 2026-05-05 overdue',
      'record-full 2026-05-12 overdue',
      'record-distribute 2026-05-19 overdue',
    ]);
    expect(review).toMatchObject({ number: null, heldOn: '2026-04-20' });
    expect((await run(`review list K1 --today ${LATER}`)).out).toContain('K1/exit  held  Mon 20 Apr');
  });

  it('is of the latest period of care, and its deadlines are its own', async () => {
    const { run, json, record } = await withChild();
    await record(HELD, '2026-04-01 decisions-sent', '2026-04-13 ceased-looked-after');
    await record('2026-05-04 became-looked-after basis=V2', '2026-05-15 review-held code=PN1');
    const { deadlines } = (await json('--review 1')) as {
      deadlines: { rule: string; from: { on: string } }[];
    };
    expect(deadlines.find(({ rule }) => rule === 'decisions-record')?.from.on).toBe('2026-05-15');
    expect(deadlines.every(({ from }) => from.on >= '2026-05-04')).toBe(true);
    expect((await run(`review list K1 --json --today ${LATER}`)).out).toContain('"heldOn": "2026-03-27"');
  });

  it('is refused if there is no such review', async () => {
    const { run, record } = await withChild();
    await record(PLANNED);
    const of = (review: string) => run(`review show K1 --review ${review}`);
    expect(await of('9')).toMatchObject({
      code: 1,
      out: '',
      err: 'K1 has no review 9. To see them: irotool review list K1\n',
    });
    expect(await of('exit')).toMatchObject({
      code: 1,
      err: 'K1 has no review of an unplanned ending. To see them: irotool review list K1\n',
    });
  });
});

describe('what is not recorded', () => {
  it('is named at the end, by the stage of the review, and no empty section is shown', async () => {
    const { show, json, record } = await withChild();
    await record('2026-03-04 review-planned meeting=2026-03-27');
    const out = await show();
    expect(section(out, 'NOT RECORDED')).toBe(
      'its time, where it is, who is on its list, what the child wishes, the social worker’s list and whether the records are up to date.',
    );
    expect(out.split('\n').filter((line) => /^[A-Z ’]+( \([a-z ]+\))?$/.test(line) && line !== '')).toEqual([
      'STEPS (working days)',
      'NOT RECORDED',
    ]);
    await record(HELD);
    expect((await json('--review 1')).notRecorded).toEqual([
      ...['who was on its list', 'the steps before it', 'who attended', 'what it considered'],
      ...['whether the IRO is satisfied', 'its decisions', 'the decisions sent', 'the full record'],
    ]);
  });
});

describe('the screen', () => {
  it('is never wider than it is, and nothing that was typed breaks it', async () => {
    const { run, db, record } = await withChild('york');
    const long = `${'a long text that goes on, and '.repeat(6)}${'without'.repeat(20)}\u001b[31m`;
    await record(
      `2026-03-04 review-planned meeting=2026-03-27 venue=${long} because=${long} late-because=${long}`,
      `2026-03-05 review-cancelled reason=${long} agreed-by=${long}`,
      `2026-03-06 participant-listed ref=mother part=invited needs=${long} supporter=${long}`,
      `2026-03-06 not-invited ref=father concern=${long} considered=${long} views=${long}`,
      `${HELD} differences=${long} not-considered=${long}`,
      `2026-03-27 decision-made ref=1.1 text=${long} owner=${long}`,
      `2026-04-01 monitoring-form-completed note=${long}`,
    );
    for (const line of [
      'review show K1',
      'review list K1',
      'review list',
      'child show K1 --ids',
      'review next K1',
    ]) {
      const typed = `${line} --today ${LATER}`;
      expect(widest((await run(typed)).out)).toBeLessThanOrEqual(80);
      expect(widest((await onScreen(typed, db, 60)).out)).toBeLessThanOrEqual(60);
      expect((await run(typed)).out).not.toContain('\u001b');
    }
  });
});
