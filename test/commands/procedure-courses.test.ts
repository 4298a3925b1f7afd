/**
 * The IRO's role, adoption, secure accommodation, pathway plans and remand: every row of their sections of docs/coverage.md is
 * typed on a day, and what its command records is seen on a screen.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { linesOf, neverTyped, rowsOf, type Seen, type Story, typeAll } from '../support/procedure';
import { flat } from '../support/said';

const inCare = (ref: string, born: string, basis: string): string =>
  `new-review --ref ${ref} --name "Child ${ref}" --born ${born} --looked-after today --basis ${basis} --iro "A Khan" --social-worker "Jo Smith" --new --yes`;
const SECURE =
  'secure review S1 --criteria yes --necessary yes --other no --reasons "Not safe yet" --outcome stays --yes';

const STORY: Story = [
  [
    '2026-01-05',
    'person add --name "A Khan" --role iro',
    'person add --name "M Lee" --role iro',
    'new-review --ref K1 --name "Child One" --born 2012-03-02 --looked-after today --basis C2 --social-worker "Jo Smith" --yes',
    'child link K1 "Jane One" --role parent --relationship mother --responsibility yes',
    'child link K1 "Beth Ames" --role carer --relationship "foster carer" --tag carer',
    '!iro allocate K1 "M Lee" --independent no --yes => cannot be the IRO',
    'iro allocate K1 "A Khan" --independent yes',
    'iro named K1',
  ],
  [
    '2026-01-20',
    'review prepare K1 --seen today --how face-to-face --views mother=letter,carer=form',
    'iro told K1 --of court --leaflets "My rights"',
    'iro told K1 --of complaints --leaflets "How to complain"',
  ],
  [
    '2026-01-27',
    'review hold K1 --on today --code PN1 --satisfied no --decision "See her brother each month; Jo Smith; 2/3/2026" --yes',
    'recommendation track K1 1.1 --by 2026-03-02',
    'review midway K1 --plan 2026-03-16 --yes',
  ],
  [
    '2026-02-10',
    'review after K1 --poor-practice "T Manager" --about "No visit was made"',
    'iro informed K1 --of "A move nearer to school" --from social-worker --early "Needed before it"',
    'review call-early K1 --asked-by social-worker --reason care-plan --about "The move" --decision granted --why "Before it" --by 2026-03-20 --yes',
  ],
  [
    '2026-03-03',
    'recommendation check K1 1.1 --finding "Not once yet" --by 2026-04-01',
    'review call-early K1 --asked-by child --reason contact --about "Her brother" --decision refused --why "Soon enough" --yes',
    'dispute open K1 --about "Contact with her brother" --theme contact --to social-worker --by 2026-03-10 --yes',
    '!iro court K1 => It is not said what the child wishes',
    'iro court K1 --about "contact with her brother"',
  ],
  ['2026-03-05', 'iro court K1 --adult mother'],
  ['2026-03-09', 'iro court K1 --advice "a solicitor of the children’s panel"'],
  [
    '2026-03-11',
    'dispute stage K1 D1 --to "Team managers" --by 2026-03-18 --yes',
    'dispute cafcass K1 D1 --outcome referred --why "Nothing was done" --human-rights --yes',
    'review midway K1 --findings "The plan no longer fits: she sees no brother"',
  ],
  [
    '2026-03-20',
    'dispute resolve K1 D1 --how "Each fortnight" --outcome agreed --tell "You will see him" --yes',
  ],
  // On the way to adoption.
  [
    '2026-01-05',
    inCare('P1', '2022-04-02', 'E1'),
    'child link P1 "Ann Birth" --role parent --relationship mother --responsibility yes',
    'child link P1 "Ada Marsh" --role adopter --tag adopter',
  ],
  [
    '2026-01-19',
    'review hold P1 --on today --code PN0 --to-panel "Adoption is the plan" --yes',
    '!adoption authority-ended P1 --yes => no authority to place for adoption is recorded',
    'adoption authorised P1 --by placement-order --yes',
  ],
  [
    '2026-03-30',
    '!adoption review P1 --on today => Missing: --both yes|no',
    'adoption review P1 --on today --both yes --code PN0 --considered adoption-plan,needs --yes',
    'adoption placed P1 --matched today --with adopter --decided-by "The panel" --yes',
  ],
  ['2026-04-13', 'adoption placed P1 --with adopter --yes'],
  [
    '2026-04-17',
    'adoption visit P1 --report "They are settled" --yes',
    'adoption parent P1 mother --answer not-invited --why "She asks not to" --views "A letter" --decided-by "Jo Smith and A Khan" --yes',
  ],
  ['2026-05-08', 'adoption review P1 --on today --considered adoption-support --yes'],
  ['2026-08-05', 'adoption review P1 --on today --yes'],
  ['2026-08-14', 'adoption placement-ended P1 --reason "They could not go on" --yes'],
  ['2026-09-18', 'adoption review P1 --on today --both no --yes'],
  ['2026-09-21', 'adoption authority-ended P1 --reason "The order was revoked" --yes'],
  ['2026-01-06', inCare('P2', '2023-04-02', 'E1'), 'adoption authorised P2 --by consent --yes'],
  ['2026-04-01', 'adoption review P2 --on today --both no --yes'],
  ['2026-09-25', 'adoption order P2 --consent unopposed --yes'],
  // In secure accommodation.
  ['2026-01-07', inCare('S1', '2010-04-02', 'C2'), 'secure placed S1 --until 2026-07-07 --yes'],
  [
    '2026-01-14',
    '!secure panel S1 --members "A Khan,Bo Elm,Cy Oak" --chair "A Khan" --independent "Cy Oak" --yes => IRO does not chair',
    'secure panel S1 --members "Al Ash,Bo Elm,Cy Oak" --chair "Al Ash" --independent "Cy Oak"',
    'secure plan S1 --meeting 2026-02-05 --time 10:00 --yes',
    'secure report S1 --from child --said "I wish to be nearer home"',
  ],
  ['2026-02-05', SECURE.replace('S1', 'S1 --views child')],
  ['2026-02-09', 'secure review S1 --told child --yes'],
  [
    '2026-04-30',
    'secure review S1 --criteria no --necessary no --other yes --reasons "Safe elsewhere" --outcome moves --views child --yes',
  ],
  ['2026-05-04', 'secure ended S1 --yes'],
  // Pathway planning, in care and after it.
  [
    '2026-01-08',
    inCare('Y1', '2009-04-02', 'C2'),
    'child link Y1 "Pat Dale" --role personal-adviser --tag adviser',
    'pathway plan Y1 --adviser adviser --assessed today --views child,adviser --results "Wishes to study" --yes',
    'pathway plan Y1 --made today --yes',
    'pathway plan Y1 --copied plan --explained --yes',
  ],
  [
    '2026-03-02',
    'pathway review Y1 --asked-by young-person --reason move --about "A flat" --by 2026-03-30 --yes',
  ],
  [
    '2026-03-20',
    'pathway review Y1 --held today --views child,adviser --adviser-came yes --outcome "The flat" --yes',
  ],
  ['2026-04-30', 'child left Y1 --reason E8 --approved-by Boss --iro-consulted 2026-04-20 --confirmed --yes'],
  [
    '2026-09-10',
    'pathway review Y1 --held today --views child --adviser-came no --yes',
    'pathway ended Y1 --why "Asked for" --yes',
  ],
  // On remand.
  [
    '2026-01-09',
    inCare('R1', '2010-05-02', 'J1'),
    'child remand R1 --to youth-detention --where "A young offender institution" --yes',
  ],
  [
    '2026-01-19',
    'iro informed R1 --of "The remand" --from social-worker --early "The first is to come"',
    'child remand R1 --plan detention-placement-plan --signed-by "The governor" --wishes --yes',
  ],
  ['2026-02-05', 'review hold R1 --on today --code PN1 --yes'],
  ['2026-02-20', 'child remand R1 --ended --yes'],
  ['2026-01-12', inCare('R2', '2010-05-02', 'J1'), 'child remand R2 --to local-authority --yes'],
  ['2026-01-16', 'child remand R2 --plan care-plan,placement-plan --wishes --yes'],
];

const IRO = 'iro show K1';
const ADOPTION = 'adoption show P1';
const CHILD = 'child show P1 --ids';
const SAFE = 'secure show S1';
const PATH = 'pathway show Y1';

const OF_THE_IRO: Seen = {
  'An IRO is appointed for every looked-after child': [IRO, /A Khan since Mon 5 Jan/],
  'Nobody who manages the child’s case or holds its budget is their IRO': [IRO, /A Khan.*independent/],
  'The care plan includes the IRO’s name': [IRO, /care plan.*5 Jan/i],
  'The IRO chairs the child’s reviews': ['review show K1 --review 1', /chair/i],
  'Whether the care plan meets the child’s needs as they are now': [
    'review show K1',
    /The plan no longer fits: she sees no brother/,
  ],
  'Whether the decisions of the review are carried out': [
    'review show K1',
    /See her brother each month.*Not once yet/,
  ],
  'An earlier review, if the social worker tells of a planned change of the care plan': [
    'child show K1 --ids',
    /review called \(by 20 March 2026, reason care-plan/,
  ],
  'An earlier review, if contact is to change greatly': ['child show K1 --ids', /early review refused/],
  'The child knows that they may apply to court, as for contact with brothers and sisters': [
    IRO,
    /court.*20 Jan/,
  ],
  'The child knows that they may complain': [IRO, /complain.*20 Jan/],
  'A dispute about the care plan is settled with children’s services, if it can be': [
    'dispute show K1 D1',
    /Each fortnight/,
  ],
  'If it cannot be, it goes to Cafcass': ['dispute show K1 D1', /Referred to Cafcass: Nothing was done/],
  'Cafcass, who may apply to court, hears if the child’s human rights may have been breached': [
    'dispute show K1 D1',
    /the child’s human rights may have been breached/,
  ],
  'A child who wishes to go to court: an adult is found who is able and willing to help': [
    IRO,
    /THE CHILD WISHES TO GO TO COURT Tue 3 Mar contact with her brother Thu 5 Mar helped by mother/,
  ],
  'If nobody will, the IRO helps the child to legal advice': [
    IRO,
    /Mon 9 Mar helped by the IRO to legal advice: a solicitor of the children’s panel/,
  ],
  'Whenever told something of the child, the IRO considers an earlier review': [
    IRO,
    /A move nearer to school; an earlier review: Needed before it/,
  ],
  'The IRO speaks with the child in private about what is to be considered': [
    'review show K1 --review 1',
    /Child seen by the IRO, in private; Tue 20 Jan/,
  ],
  'What parents and carers wish is found out': [
    'review show K1 --review 1',
    /Views.*mother.*foster carer|Views.*foster carer.*mother/,
  ],
  'Who is responsible for each decision is said': [
    'review show K1 --review 1',
    /See her brother each month.*Jo Smith|See her brother each month.*social worker/,
  ],
  'A failure is brought to an officer who is senior enough': [
    'child show K1 --ids',
    /dispute stage raised \(ref D1, stage professionals-meeting, to Team managers/,
    /poor practice raised \(to T Manager, about No visit was made/,
  ],
};

const OF_COURSES: Seen = {
  'A recommendation for adoption goes to the adoption panel': [
    'review show P1 --review 1',
    /Adoption is the plan/,
  ],
  'Authority to place: by an order, or by consent': [ADOPTION, /Authority.*placement.order/i],
  'A first adoption review within three months, if the child is not placed': [
    CHILD,
    /First adoption review met Mon 30 Mar/,
  ],
  'Then within six months, as long as the child is not placed': [
    'adoption show P2 --today 2026-04-02',
    /Next adoption review/,
  ],
  'Until then the other reviews are owed too: whether one meeting was both is said, never guessed': [
    CHILD,
    /30 Mar adoption review held.*30 Mar review held|30 Mar review held.*30 Mar adoption review held/,
  ],
  'Matched with adopters: with whom, and who decided': [
    ADOPTION,
    /Adoption matched \(with adopter, decided by The panel\)/,
  ],
  'Placed: a review within four weeks': [CHILD, /First review of placement met Fri 8 May/],
  'Then within three months, and within six': [
    CHILD,
    /Second review, placement met Wed 5 Aug/,
    /5 Feb 2027 P1\/5 Next review of placement/,
  ],
  'Child and adopters visited within a week, then weekly until the first review': [
    ADOPTION,
    /visited.*They are settled/i,
  ],
  'What an adoption review must consider': [
    'adoption show P1 --today 2026-04-20',
    /THE NEXT ADOPTION REVIEW CONSIDERS/,
  ],
  'Birth parents come only if social worker and IRO decide so, with the reason': [
    ADOPTION,
    /not invited.*She asks not to/i,
  ],
  'A birth parent who is not invited is heard in another way': [ADOPTION, /A letter/],
  'A placement that ends is reviewed, not before 28 days and within 42': ['explain P1', /25 Sep/],
  'The authority ends: revoked, or consent withdrawn': [ADOPTION, /The order was revoked/],
  'The adoption order ends care': ['child show P2 --ids', /adoption order made/],
  'Placed by a court’s authority, and until when': [SAFE, /7 Jul/],
  'At least three review it, one of whom is neither member nor officer of the authority': [
    SAFE,
    /members Al Ash, Bo Elm, Cy Oak; chair Al Ash; independent Cy Oak/,
  ],
  'The child’s IRO does not chair it': [SAFE, /chair.*Al Ash/i],
  'The day of the review is fixed': [SAFE, /planned.*5 Feb/i],
  'What child, parents and others wish and say': [SAFE, /I wish to be nearer home/],
  'A first review within a month': [SAFE, /Thu 5 Feb/],
  'Then within three months': [SAFE, /Thu 30 Apr/],
  'Whether the criteria still apply, it is still necessary, and another place would do': [
    SAFE,
    /Safe elsewhere/,
  ],
  'Child, parents and others are told the outcome and the reasons': [SAFE, /told.*child|Mon 9 Feb/],
  'The child leaves': [SAFE, /Mon 4 May/],
  'A personal adviser over 16': [PATH, /Personal adviser/],
  'Needs are assessed, and the views of the young person and others sought': [PATH, /Wishes to study/],
  'A pathway plan is made': [PATH, /Pathway plan made.*8 Jan/],
  'The young person has copies, and they are explained': [PATH, /Pathway copied \(of the plan, explained\)/],
  'Reviewed at least every six months, after care too': [PATH, /reviewed.*10 Sep/i],
  'The personal adviser takes part': [PATH, /20 Mar.*adviser/],
  'Sooner, if the young person asks, or before a move': [PATH, /A flat/],
  'Pathway planning ends': [PATH, /Asked for/],
  'Youth detention: a detention placement plan within ten working days': [
    'child show R1 --ids',
    /detention placement plan.* met Mon 19 Jan/,
  ],
  'It is agreed with and signed by whoever is in charge there': ['child remand R1', /The governor/],
  'Local authority accommodation: care plan and placement plan within five working days': [
    'child show R2 --ids',
    /care plan.* met Fri 16 Jan/,
    /Remand plan made \(placement plan/i,
  ],
  'The child’s wishes and feelings are found out for the plan': ['child remand R2', /wishes/],
  'The IRO is told of it': ['iro show R1', /The remand; an earlier review: The first is to come/],
  'The reviews go on by their own clock': ['review list R1', /Thu 5 Feb|5 February/],
  'The remand ends': ['child remand R1', /Fri 20 Feb/],
};

describe('the IRO’s role, adoption, secure accommodation, pathway plans and remand', () => {
  let run: Unit['run'];

  beforeAll(async () => {
    ({ run } = await unit('york'));
    await typeAll(run, STORY);
  }, 120_000);

  it('have their places here, and nothing else has', () => {
    expect(Object.keys(OF_THE_IRO).sort()).toEqual(rowsOf('The IRO’s role').sort());
    expect(Object.keys(OF_COURSES).sort()).toEqual(rowsOf('Adoption, secure').sort());
  });

  it('have every command of every row typed here, with the flags that the row names', () => {
    const lines = linesOf(STORY, OF_THE_IRO, OF_COURSES);
    expect([...neverTyped('The IRO’s role', lines), ...neverTyped('Adoption, secure', lines)]).toEqual([]);
  });

  it.each([...Object.entries(OF_THE_IRO), ...Object.entries(OF_COURSES)])(
    '%s',
    async (_row, [line, ...seen]) => {
      const today = line.includes('--today') ? '' : ' --today 2026-09-28';
      const screen = flat((await run(`${line}${today}`)).out);
      for (const each of seen) expect(screen).toMatch(each);
    },
  );

  it('leave every deadline as the facts have it', async () => {
    const { code, out } = await run('doctor --today 2026-09-28');
    expect([code, out]).toEqual([0, expect.stringContaining('Every deadline is what the facts come to.')]);
  });
});
