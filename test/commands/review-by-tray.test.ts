/**
 * One review through the tray alone, in a real terminal: from coming into care to the record sent out. What is counted is
 * what is chosen: rows of the list, and what is done with them; answers to questions are what the record needs anyway.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { Morning } from '../support/morning';
import { closeTerminals, why } from '../support/terminal';

/** At most so many choices for one review, and for three brothers and sisters. */
const MOST = 12;
const MOST_OF_THREE = 16;

describe.skipIf(why !== '')('a review through the tray alone', { timeout: 300_000 }, () => {
  afterAll(closeTerminals);

  it(`takes at most ${MOST} choices, from coming into care to the record sent out`, async () => {
    const made = await unit('york', ['person add --role iro --name "A Khan"']);
    const morning = new Morning(made);

    // Monday 2 March: the child comes into care.
    await morning.begins('2026-03-02');
    await morning.types('n', {
      Reference: 'K77',
      Name: 'Siân Ames',
      'Date of birth': '2/5/2015',
      'Looked after from': 'today',
      'Legal basis': '▸Section 20',
      'The unit was told on': 'today',
      'Social worker': 'Jo Smith',
      IRO: '▸A Khan',
      Meeting: '27/3 10am',
      Where: 'Town Hall',
      'Save?': 'y',
    });
    await morning.ends();

    // Monday 23 March: what was done before the review.
    await morning.begins('2026-03-23');
    await morning.takes(/K77\/1/, 'All that is next', {
      'Notice sent': '2/3',
      'Social worker talked': '3/3',
      'List returned': '4/3',
      'Social worker and IRO': '6/3',
      'Invitations sent': '12/3',
      'Papers that have come': 'all',
      'The day they came': '20/3',
      'Save?': 'y',
    });
    await morning.ends();

    // Friday 27 March: the review.
    await morning.begins('2026-03-27');
    await morning.takes(/10am/, 'It was held', {
      'Held on': '',
      'How did the child take part?': '▸PN1',
      'Did the IRO speak with K77': '▸yes, face',
      'Who came?': '☑☑☑',
      'What did it consider?': '▸all of it',
      'A decision': 'Find a tutor | social-worker | 17/4',
      'Is the IRO satisfied?': '▸Yes',
      'The next review': '▸Fri 26 Jun',
      'Where (or the link': 'Town Hall',
      'Save?': 'y',
    });
    await morning.ends();

    // The decisions went the same day; were they received? The next morning asks.
    await morning.begins('2026-03-27');
    await morning.takesOf('/K77', 'Next: Send the decisions', { 'Decisions sent on': 'today', 'Save?': 'y' });
    await morning.ends();
    await morning.begins('2026-03-30');
    await morning.takes(/Were the decisions received/, 'They were received', { 'Received on': 'today' });
    await morning.ends();

    // Friday 24 April: what came after it.
    await morning.begins('2026-04-24');
    await morning.takes(/K77\/1/, 'All that is next', {
      'The manager’s answer': '▸Agreed',
      'Answered on': '1/4',
      'Care plan updated': '10/4',
      'Full record': '20/4',
      'Anything else': 'Nothing',
      'Save?': 'y',
    });
    await morning.ends();

    expect(await leftOf(made, 'K77')).toEqual([]);
    expect(morning.choices).toBeLessThanOrEqual(MOST);
    console.info(`One review through the tray: ${morning.choices} choices, of at most ${MOST}.`);
  });

  it(`takes at most ${MOST_OF_THREE} choices for three brothers and sisters, each step of theirs taken together`, async () => {
    const made = await unit('york', ['person add --role iro --name "A Khan"']);
    const morning = new Morning(made);
    const born = { K1: '2/5/2013', K2: '2/5/2015', K3: '2/5/2017' };

    await morning.begins('2026-03-02');
    for (const [ref, day] of Object.entries(born)) {
      await morning.types('n', {
        Reference: ref,
        Name: `${ref === 'K1' ? 'Ava' : ref === 'K2' ? 'Ben' : 'Cai'} Roe`,
        'Date of birth': day,
        'Looked after from': 'today',
        'Legal basis': '▸Section 20',
        'The unit was told on': 'today',
        'Social worker': 'Jo Smith',
        'A brother or sister': ref === 'K1' ? '' : 'K1',
        IRO: '▸A Khan',
        Meeting: '27/3 10am',
        Where: 'Town Hall',
        'Save?': 'y',
      });
    }
    await morning.ends();

    await morning.begins('2026-03-23');
    await morning.takes(/K1\/1/, 'All that is next, one after the other, for K2 and K3 as well', {
      'Notice sent': '2/3',
      'Social worker talked': '3/3',
      'List returned': '4/3',
      'Social worker and IRO': '6/3',
      'Invitations sent': '12/3',
      'Papers that have come': 'all',
      'The day they came': '20/3',
      'Save?': 'y',
    });
    await morning.ends();

    await morning.begins('2026-03-27');
    await morning.takes(/10am/, 'It was held', {
      'Held on': '',
      'How did K': '▸PN1\n▸PN1\n▸PN1',
      'Did the IRO speak with': '▸yes, face\n▸yes, face\n▸yes, face',
      'Who came?': '☑☑☑',
      'What did it consider?': '▸all of it',
      'A decision': 'Find a tutor | social-worker | 17/4',
      'Is the IRO satisfied?': '▸Yes',
      'The next review': '▸Fri 26 Jun',
      'Where (or the link': 'Town Hall',
      'Save?': 'y',
    });
    await morning.ends();

    await morning.begins('2026-03-27');
    await morning.takesOf('/K1', 'Next: Send the decisions, for K2 and K3 as well', {
      'Decisions sent on': 'today',
      'Save?': 'y',
    });
    await morning.ends();
    await morning.begins('2026-03-30');
    await morning.takes(/Were the decisions received/, 'They were received, for K1 and K2 as well', {
      'Received on': 'today',
      'Save?': 'y',
    });
    await morning.ends();

    await morning.begins('2026-04-24');
    await morning.takes(/K1\/1/, 'All that is next, one after the other, for K2 and K3 as well', {
      'The manager’s answer': '▸Agreed',
      'Answered on': '1/4',
      'Care plan updated': '10/4',
      'Full record': '20/4',
      'Anything else': 'Nothing',
      'Save?': 'y',
    });
    await morning.ends();

    for (const ref of Object.keys(born)) expect([ref, await leftOf(made, ref)]).toEqual([ref, []]);
    expect(morning.choices).toBeLessThanOrEqual(MOST_OF_THREE);
    console.info(`Three reviews through the tray: ${morning.choices} choices, of at most ${MOST_OF_THREE}.`);
  });
});

/** What is still owed of a child’s first review. */
async function leftOf({ run }: Unit, ref: string): Promise<unknown[]> {
  const left = JSON.parse((await run(`due --month --json --child ${ref} --today 2026-04-24`)).out) as {
    deadlines: { review: number | null; rule: string }[];
    actions: { review: number | null; what: string }[];
  };
  return [...left.deadlines, ...left.actions].filter(({ review }) => review === 1);
}
