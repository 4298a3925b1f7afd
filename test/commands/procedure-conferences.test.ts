/**
 * Child protection conferences, from the strategy discussion to a joint review: every row of their section of
 * docs/coverage.md is typed, and what its command records is seen on the screens that a chair asks.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { linesOf, neverTyped, rowsOf, type Seen, type Story, typeAll } from '../support/procedure';
import { flat } from '../support/said';

const PEOPLE = (ref: string): string[] => [
  `child link ${ref} "Jane One" --role parent --relationship mother --responsibility yes`,
  `child link ${ref} "Sean One" --role parent --relationship father --responsibility yes`,
  `child link ${ref} "Tom Teach" --role teacher`,
  `child link ${ref} "Hetty Vis" --role health --relationship "health visitor" --tag health`,
  `child link ${ref} "Pol Ice" --role other --relationship "police officer" --tag police`,
];

const STORY: Story = [
  [
    '2026-03-20',
    'person add --name "Cath Chair" --role chair',
    'person add --name "M Lee" --role iro',
    'child add --ref K1 --name "Child One" --born 2016-06-02 --social-worker "Jo Smith"',
    ...PEOPLE('K1'),
    '!conference begin K1 --not-needed today --yes => neither a strategy discussion nor a move',
    'conference begin K1 --strategy 2026-03-20 --yes',
    '!conference after K1 --decision-sent today => no conference has been held yet',
    '!conference plan K1 --cancelled "Snow" --yes => no conference is planned',
  ],
  [
    '2026-03-25',
    'conference plan K1 --meeting "13/4 10:00" --venue "Town Hall" --chair "Cath Chair" --yes',
    '!conference plan K1 --meeting "13/4 10:00" --joint --yes => --joint is of a review conference',
    '!conference plan K1 --meeting "1/3/2026" --yes => is before',
    '!conference plan K1 --meeting "13/4" --chair "Nobody Here" --yes => There is no chair or IRO',
    '!conference participants K1 --add "nobody" => nobody recorded by that name or tag',
    '!conference reports K1 --asked all => Missing: --by DATE',
    'conference participants K1 --invited today',
    'conference reports K1 --asked all --by 2026-04-08',
    'conference participants K1 --add child --agreed mother,father',
    'conference participants K1 --add mother --brings "Sol Icitor"',
    'conference participants K1 --reminded mother,father --explained-by social-worker --explained-to mother,father',
    'conference participants K1 --explained-by chair --explained-to mother',
  ],
  [
    '2026-04-08',
    'conference reports K1 --from social-worker,teacher,health,police --all-in today',
    'conference reports K1 --shared mother --not-shared "Father is excluded"',
    '!conference exclude K1 --who father --told today => the chair has not excluded them',
    'conference exclude K1 --who father --why "Threats to staff" --from all --instead "In writing" --yes',
    'conference exclude K1 --who father --told today --how letter --yes',
  ],
  [
    '2026-04-13',
    '!conference hold K1 --outcome perhaps --yes => --outcome is plan or no-plan',
    '!conference hold K1 --outcome plan --harm yes --on 2026-05-13 --yes => has not come yet',
    'conference hold K1 --outcome plan --category neglect --harm yes --attended mother,social-worker,teacher,health --code PN1 --parents-say "We need help" --core-group social-worker,health,mother --core-group-on 24/4 --item "A clean home; mother; 1/6" --item "School each day; teacher" --yes',
    '!conference hold K1 --outcome plan --on 2026-04-13 --yes => so this is a review conference',
  ],
  [
    '2026-04-14',
    'conference after K1 --decision-sent today --sent-to mother,teacher,health --outline-sent today --outline-to mother --yes',
    '!conference after K1 --core-group 2026-04-01 --yes => no conference had been held by then',
  ],
  ['2026-04-24', 'conference after K1 --core-group today --core-group-came social-worker,mother --yes'],
  [
    '2026-06-10',
    '!conference plan K1 --meeting "9/7 10:00" --chair "M Lee" --yes => --chair-because',
    'conference plan K1 --meeting "9/7 10:00" --chair "M Lee" --chair-because "Cath Chair has left" --yes',
    'conference participants K1 --invited today',
    'conference reports K1 --asked all --by 2026-07-01',
  ],
  ['2026-07-02', 'conference reports K1 --from health --impact "The home is clean" --changed "A new baby"'],
  [
    '2026-07-09',
    'conference hold K1 --outcome continue --harm yes --plan changed --attended mother,social-worker --quorum-because "Snow" --code PN6 --parents-say "It is better" --chair-because "Cath Chair has left" --item "P1: Keep the home clean; mother; 1/9" --yes',
    '!conference after K1 --item-closed P9 --how achieved --yes => the plan has no open outcome P9; there are P1, P2',
    'conference after K1 --item-closed P2 --how achieved --note "At school each day" --yes',
    'conference after K1 --plan-updated today --family-says "Fair" --legal-planning today --legal-outcome "Not now" --yes',
  ],
  [
    '2026-07-20',
    'new-review --ref K1 --looked-after 2026-07-20 --basis V2 --iro "M Lee" --told 2026-07-20 --yes',
    '!child protection K1 --answers health=ends --yes => is not recorded as asked',
    'child protection K1 --asked social-worker,health,police --yes',
    '!child protection K1 --answers health=perhaps --yes => says view as ends, keep',
    '!child protection K1 --ended "All agree" --yes => silence is no agreement',
    'child protection K1 --answers health=ends,social-worker=ends --about "Care covers it" --yes',
    'child protection K1 --answers police=keep --about "The home is not safe" --yes',
    '!child protection K1 --ended "All agree" --yes => anyone’s objection keeps it',
    'child protection K1 --kept "The police are worried" --yes',
  ],
  ['2026-07-24', 'conference plan K1 --meeting "13/8 10:00" --venue Hall --joint --yes'],
  [
    '2026-08-13',
    'conference hold K1 --outcome end --joint two-halves --harm no --plan no-longer --attended mother,social-worker,health,police --code PN1 --parents-say "We manage" --yes',
    'review hold K1 --on today --code PN1 --yes',
    'conference after K1 --offered child-in-need --family-wishes "A mentor" --summed-up today --yes',
    'conference after K1 --taken-up yes --yes',
  ],
  // A child who is not born yet; and one whose plan ended without waiting for everybody.
  [
    '2026-04-20',
    'child add --ref K2 --name "Child Two" --social-worker "Jo Smith"',
    ...PEOPLE('K2'),
    'conference begin K2 --strategy today --yes',
    'conference plan K2 --meeting "4/5 10:00" --kind pre-birth --chair "Cath Chair" --yes',
  ],
  [
    '2026-05-04',
    'conference hold K2 --outcome plan --on 2026-05-04 --category neglect,physical-abuse --harm yes --yes',
    'new-review --ref K2 --born 2026-05-02 --looked-after 2026-05-04 --basis V2 --iro "M Lee" --told 2026-05-04 --yes',
    'child protection K2 --asked health,teacher --yes',
    'child protection K2 --answers health=ends --yes',
    'child protection K2 --ended "Care covers it" --unanswered "The school has closed" --yes',
    'conference after K2 --in-care-plan today --yes',
  ],
  // A joint review that is to come, and no plan after an initial conference.
  [
    '2026-06-01',
    'child add --ref K3 --name "Child Three" --born 2014-05-02 --social-worker "Jo Smith"',
    ...PEOPLE('K3'),
    'new-review --ref K3 --looked-after 2026-06-01 --basis V2 --iro "M Lee" --told 2026-06-01 --yes',
    'conference hold K3 --outcome plan --category neglect --harm yes --on 2026-06-01 --chair "Cath Chair" --yes',
    'child add --ref K4 --name "Child Four" --born 2014-05-02 --social-worker "Jo Smith"',
    'conference hold K4 --outcome no-plan --harm no --yes',
    'conference after K4 --offered early-help --yes',
  ],
  // One who moves here on a plan, one whose enquiries end with no conference.
  [
    '2026-06-02',
    'child add --ref K5 --name "Child Five" --born 2014-05-02 --social-worker "Jo Smith"',
    'conference begin K5 --moved-here 2026-06-01 --from Leeds --yes',
    'conference plan K5 --meeting "22/6 10:00" --chair "Cath Chair" --yes',
    'child add --ref K6 --name "Child Six" --born 2014-05-02 --social-worker "Jo Smith"',
    'conference begin K6 --strategy today --yes',
  ],
  ['2026-06-12', 'conference begin K6 --not-needed today --yes'],
  [
    '2026-06-22',
    'conference hold K5 --outcome plan --category neglect --harm yes --attended social-worker --quorum-because Snow --code PN1 --yes',
    '!conference begin K5 --strategy today --yes => what comes next is a review conference',
  ],
];

const ONE = 'conference show K1 --conference initial';
const TWO = 'conference show K1 --conference 1';
const THREE = 'conference show K1 --conference 2';
const PLAN = 'child protection K1';

const SEEN: Seen = {
  'Initial conference within 15 working days of the strategy discussion': [
    ONE,
    /Hold initial conference met Mon 13 Apr/,
  ],
  'Section 47 enquiries begun at a strategy discussion, or ended with no conference': [
    'child show K6 --history',
    /Fri 12 Jun enquiries ended/,
  ],
  'Pre-birth conferences': ['conference show K2', /Kind pre birth/],
  'A child who moves here on another council’s plan: a transfer-in conference within 15 working days of its letter':
    ['conference show K5 --conference initial', /Hold transfer-in meeting met Mon 22 Jun/],
  'First review within three months of the initial conference': [TWO, /held Thursday 9 July 2026/],
  'Further reviews at least every six months': [TWO, /Sat 9 Jan 2027 Next review conference/],
  'The practitioners of the initial conference, and new ones': [
    TWO,
    /Invitations Wed 10 Jun to the social worker, father, health visitor, mother, police officer and teacher/,
  ],
  'The same chair as at the initial conference, or why not': [
    TWO,
    /Chair M Lee Another chair Cath Chair has left/,
  ],
  'The parents, and relatives who are involved': [ONE, /mother invited; came; brings Sol Icitor/],
  'The child if old enough, and if those with parental responsibility agree': [
    ONE,
    /the child invited; was not there; agreed by mother and father/,
  ],
  'Parents reminded that they may bring an advocate (a solicitor too) or supporter': [
    ONE,
    /Reminded Wed 25 Mar: mother and father may bring an advocate or supporter/,
  ],
  'Parents and child helped to understand what will happen and who comes': [
    ONE,
    /Explained Wed 25 Mar by the social worker to mother and father/,
  ],
  'Parents told what will happen and what can be decided': [
    ONE,
    /Explained Wed 25 Mar by the chair to mother/,
  ],
  'Someone excluded from all or part of it': [
    ONE,
    /father invited; was not there; excluded by the chair from all of it \(Threats to staff\)/,
  ],
  'The reasons made clear to them': [ONE, /told the reasons Wed 8 Apr/],
  'How they contribute agreed: in writing, by a recording': [ONE, /contributes: In writing/],
  'A report from each practitioner who attends': [
    TWO,
    /health visitor invited; was not there; report received Thu 2 Jul/,
    /police officer invited; was not there; report asked for by Wed 1 Jul/,
    /Practitioner’s report “police” missed/,
  ],
  'It evaluates what the work under the plan has brought about': [
    TWO,
    /what it has brought about: The home is clean/,
  ],
  'It sets out what has changed since the last conference': [TWO, /what has changed: A new baby/],
  'Shared with the parents, and the child if right, before the meeting': [
    ONE,
    /Shared Wed 8 Apr with mother Not shared Wed 8 Apr: Father is excluded/,
  ],
  'Whether significant harm goes on or is likely': [TWO, /Harm significant harm goes on, or is likely/],
  'Whether the plan needs change, or is no longer needed': [TWO, /The plan it is changed/],
  'How the planned outcomes have progressed: what each was to do': [
    TWO,
    /P1 Keep the home clean; mother; by Tue 1 Sep/,
    /P2 School each day; teacher; achieved Thu 9 Jul; At school each day/,
  ],
  'Parents say what has changed, and why the child is no longer at risk': [THREE, /Parents say We manage/],
  'The child’s part in it': [TWO, /The child PN6/],
  'Enough agencies: social care and two others, or why it went on': [TWO, /Too few came Snow/],
  'A child in need plan made, if a social worker is still needed': [
    THREE,
    /Help offered a child in need plan, Thu 13 Aug; it is voluntary/,
  ],
  'The family has a say in what help they need': [THREE, /A mentor/],
  'It is voluntary: taken up or not': [THREE, /it is voluntary; A mentor; taken up/],
  'Early help, if no social worker is needed': ['conference show K4', /Help offered early help/],
  'The plan is updated': [TWO, /Plan updated Thu 9 Jul/],
  'The parents’ views of the changes': [TWO, /Plan updated Thu 9 Jul; Fair/],
  'Core group within 10 working days of the initial conference': [
    ONE,
    /Core group met Fri 24 Apr; the social worker and mother/,
    /Hold the core group met Fri 24 Apr/,
  ],
  'Decision and outline plan sent': [
    ONE,
    /Decision sent Tue 14 Apr to mother, teacher and health visitor Outline plan Tue 14 Apr to mother/,
  ],
  'Harm goes on and the plan is not kept to: a legal planning meeting': [
    TWO,
    /Legal planning Thu 9 Jul; Not now/,
  ],
  'The council’s lawyers say what steps can protect the child': [TWO, /Legal planning Thu 9 Jul; Not now/],
  'Parents and children are not invited to that meeting': [
    'letter list',
    /conference-invitation-family/,
    /^(?!.*legal planning)/,
  ],
  'Fewer people may be needed for the review than for the conference: each has its own list': [
    'review participants K1',
    /mother/,
  ],
  'Conference’s members written to, and their views sought': [
    PLAN,
    /Asked Monday 20 July 2026: social-worker,health,police/,
  ],
  'Each answer kept': [
    PLAN,
    /Answer health, Monday 20 July 2026: the plan may end; Care covers it/,
    /Answer police, Monday 20 July 2026: the plan is to go on; The home is not safe/,
  ],
  'Anyone’s objection keeps the plan': [PLAN, /Kept Monday 20 July 2026: The police are worried/],
  'The plan ends only after all were asked, with its reasons; silence is no agreement': [
    'child protection K2',
    /Answer teacher has not answered yet/,
    /Ended Monday 4 May 2026: Care covers it Not awaited The school has closed/,
  ],
  'One process led by the IRO, perhaps in two halves': [
    THREE,
    /Chair M Lee/,
    /Joint with the review of the child in care, in two halves/,
  ],
  'Due on the earlier of the two days': [
    'conference list --today 2026-06-02',
    /K3 review conference 1 no day is fixed; due by Cath Chair 0 of 4 reports Mon 29 Jun, as a joint review/,
  ],
  'The conference recorded by its own support, summed up in the IRO’s record': [
    THREE,
    /Summed up Thu 13 Aug in the IRO’s record of the review/,
  ],
  'The protection plan put into the care plan': [
    'conference show K2',
    /One plan Mon 4 May: the plan stands in the care plan/,
  ],
};

describe('what is asked of child protection conferences', () => {
  let run: Unit['run'];

  beforeAll(async () => {
    ({ run } = await unit('york'));
    await typeAll(run, STORY);
  }, 120_000);

  it('has its place here, and nothing else has', () => {
    expect(Object.keys(SEEN).sort()).toEqual(rowsOf('Child protection conferences').sort());
  });

  it('has every command of every row typed here, with the flags that the row names', () => {
    expect(neverTyped('Child protection conferences', linesOf(STORY, SEEN))).toEqual([]);
  });

  it.each(Object.entries(SEEN))('%s', async (_row, [line, ...seen]) => {
    const today = line.includes('--today') ? '' : ' --today 2026-09-10';
    const screen = flat((await run(`${line}${today}`)).out);
    for (const each of seen) expect(screen).toMatch(each);
  });

  it('counts what a chair is to chair in the caseload, though a chair is no IRO', async () => {
    await run('conference plan K3 --meeting 2026-09-25 --today 2026-09-10 --yes');
    const { out } = await run('iro caseload --json --today 2026-09-10');
    expect(JSON.parse(out)).toMatchObject({ chairs: [{ name: 'Cath Chair', conferences: 1 }] });
  });

  it('leaves every deadline as the facts have it', async () => {
    const { code, out } = await run('doctor --today 2026-09-10');
    expect([code, out]).toEqual([0, expect.stringContaining('Every deadline is what the facts come to.')]);
  });
});

describe('what asked for a conference is read as of the day that is typed', () => {
  let run: Unit['run'];

  beforeAll(async () => {
    ({ run } = await unit('york', [
      'child add --ref K1 --name "Child One" --born 2016-06-02',
      'child add --ref K2 --name "Child Two" --born 2016-06-02',
      'record K2 initial-conference-held --on 2026-06-15 --today 2026-06-22',
    ]));
  });

  it('no conference is said not to be needed twice, nor before one was asked for', async () => {
    await typeAll(run, [
      [
        '2026-06-22',
        'conference begin K1 --strategy 2026-06-01 --yes',
        '!conference begin K1 --not-needed 2026-05-29 --yes => nothing asked for a conference on 29 May 2026',
        'conference begin K1 --not-needed 2026-06-08 --yes',
        '!conference begin K1 --not-needed 2026-06-10 --yes => nothing asked for a conference on 10 June 2026',
        'conference begin K1 --moved-here 2026-06-12 --yes',
        'conference begin K1 --not-needed 2026-06-15 --yes',
      ],
    ]);
  });

  it('a strategy discussion from before the plan may be recorded late, one from after it may not', async () => {
    await typeAll(run, [
      [
        '2026-06-22',
        'conference begin K2 --strategy 2026-06-01 --yes',
        '!conference begin K2 --strategy 2026-06-18 --yes => what comes next is a review conference',
      ],
    ]);
  });
});
