/**
 * A hundred lives across conferences, adoption, secure accommodation, remand, pathway plans, disputes and the review
 * mechanism, typed in an order that is mostly sensible and sometimes not: a refusal changes nothing, the agenda is what
 * the facts come to, every deadline is explained, and the last command can be taken back.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table/index';
import { isoDate } from '../../src/core/time/dates';
import { STEPS_OF } from '../../src/steps/commands';
import type { Step } from '../../src/steps/step';
import { kindsRecorded } from '../support/facts';
import { endsWell, live, livesOf, type Pattern } from '../support/typed-lives';

const START = isoDate('2024-02-26');
const WHO = '{child|mother|father|health|teacher|police|social-worker}';
const LIST = '{child|mother|mother,father|health|health,teacher|mother,social-worker,health,police|nobody}';

const CONFERENCE: readonly Pattern[] = [
  '2× record K1 strategy-discussion --on <back>',
  'conference begin K1 {--strategy <back>|--moved-here <back> --from Leeds|--not-needed <back>}',
  'record K1 enquiries-ended --on <back>',
  `6× conference plan K1 --meeting "<ahead> 10:00" {|--kind transfer-in|--kind pre-birth|--joint|--review-conference} {|--chair "P Chair"|--chair "A Khan" --chair-because Ill} {|--because Snow}`,
  '2× conference plan K1 --cancelled Snow {|--tell "It snowed"}',
  `3× conference participants K1 --add ${LIST} --part {invited|consulted} {|--report no|--agency Health|--brings "A Solicitor"|--agreed mother,father}`,
  `conference participants K1 --drop ${WHO} --why Moved`,
  `2× conference participants K1 {--invited <back> {|--to mother,health}|--explained-by {social-worker|chair} --explained-to ${LIST}|--reminded mother}`,
  `2× conference exclude K1 --who {father|${WHO}} --why Threats {|--from some} {|--instead "In writing"}`,
  `3× conference exclude K1 --who {father|${WHO}} {--told <back> --how letter|--lifted "Calm now"}`,
  `3× conference reports K1 {--asked {all|${LIST}} {|--by <ahead>}|--from ${LIST} {|--impact Better --changed Baby}|--all-in <back>|--shared mother {|--not-shared "Father is excluded"}}`,
  `8× conference hold K1 --on <back> --outcome {plan|no-plan|continue|continue|end} {|--harm yes|--harm no} {|--code PN{0|1|5}} {|--category neglect} {|--attended mother,social-worker,health,police|--attended mother --quorum-because Snow} {|--core-group mother,health --core-group-on <ahead>} {|--item "A clean home; mother; <ahead>"} {|--joint one-meeting|--joint two-halves|--kind pre-birth|--plan as-it-is}`,
  '2× conference after K1 {--decision-sent <back> {|--sent-to mother,health}|--outline-sent <back>|--plan-updated <back> --family-says Fair}',
  '2× conference after K1 {--core-group <back> {|--core-group-next <ahead>}|--item-closed {P1|P1|P2} --how {achieved|dropped}|--offered {child-in-need|early-help} {|--taken-up yes}|--taken-up no}',
  'conference after K1 {--legal-planning <back>|--summed-up <back>|--in-care-plan <back>} {|--conference initial|--series 1}',
  '2× conference after K1 {--in-care-plan <back>|--summed-up <back>}',
  '3× conference after K1 {--offered child-in-need|--offered early-help|--taken-up yes|--legal-planning <back>} {|--conference initial}',
  `4× child protection K1 {--asked {all|health|${LIST}}|--kept School|--ended Agreed {|--unanswered Gone}|--core-group <back>}`,
  '3× conference {show K1|next K1|list|list K1 --all} {|--json}',
  '3× child protection K1 --answers health={ends|keep} {|--about Safe}',
];

const ADOPTION: readonly Pattern[] = [
  '4× adoption authorised K1 {|--by placement-order|--by consent} --on <back>',
  '2× adoption authority-ended K1 --on <back> {|--reason Revoked}',
  '4× adoption placed K1 {--on <back> --with adopter|--on <back>|--matched <back> --with adopter {|--decided-by Boss}}',
  '2× adoption visit K1 --on <back> {|--report Settled}',
  '4× adoption parent K1 {mother|father|mother|father|child|nobody} {--answer {invited|in-part} --why Safety|--answer not-invited --why Safety --views Letter} {|--decided-by Boss}',
  '6× adoption review K1 --both {yes|no} --on <back> {|--code PN{0|1}} {|--papers|--considered all|--to-panel Match} {|--iro-saw observed}',
  '3× adoption placement-ended K1 --on <back> {|--reason Breakdown}',
  'adoption show K1 {|--json}',
  '2× adoption order K1 --on <back> {|--consent unopposed}',
  'review adjourn K1 --on <back> --reason Ill {|--adoption}',
];

const SECURE: readonly Pattern[] = [
  '4× secure placed K1 --on <back> {|--until <ahead>}',
  '2× secure panel K1 --members "{Al,Bo,Cy|Al,Bo|A Khan,Bo,Cy}" --chair {Al|Bo|"A Khan"} --independent Cy',
  '2× secure plan K1 --meeting <ahead> {|--time 14:30 --venue Hall}',
  `2× secure report K1 --from ${WHO} --said Settled`,
  '8× secure review K1 --on <back> --outcome {stays|moves|leaves} --criteria {yes|yes|no} --necessary {yes|no} --other {yes|no} --reasons Safety {|--views child} {|--attended Al,Bo,Cy|--attended Al,Bo} {|--told child,mother}',
  '2× secure review K1 --told {child|child,mother}',
  'secure show K1 {|--json}',
  '2× secure ended K1 --on <back>',
  '3× child remand K1 --to {youth-detention|local-authority} --on <back> {|--where Hill}',
  '3× child remand K1 --plan {detention-placement-plan|care-plan|placement-plan|care-plan,placement-plan} --on <back> {|--wishes}',
  '2× child remand K1 --ended --on <back>',
];

const PATHWAY: readonly Pattern[] = [
  '4× pathway plan K1 {--adviser {adviser|mother}|--assessed <back> {|--views child,adviser}|--made <back>|--made <back>|--copied {plan|assessment|review} {|--explained}}',
  '2× pathway plan K1 --copied {plan|assessment|review} {|--explained}',
  '2× pathway review K1 --asked-by {young-person|personal-adviser|authority} {|--reason move} {|--by <ahead>}',
  '2× pathway review K1 --meeting <ahead> {|--time 14:30}',
  '4× pathway review K1 --held <back> {|--views child} {|--adviser-came yes} {|--changed yes} {|--outcome Flat}',
  'pathway show K1 {|--json}',
  '2× pathway ended K1 --on <back> {|--why Adult}',
];

const DISPUTES: readonly Pattern[] = [
  '3× dispute open K1 --about "The school" {|--theme drift|--theme education} {|--to social-worker|--to "Jo Smith"} {|--by <ahead>} --on <back>',
  '4× dispute stage K1 {|D1|D2} --on <back> {|--to Boss} {|--by <ahead>} {|--stage informal|--stage senior-manager|--stage chief-executive|--stage professionals-meeting}',
  '4× dispute stage K1 {D1|} --on <back> --to Boss {|--by <ahead>}',
  '3× dispute stage K1 {|D1} --answer {No|"We will"} --on <back> {|--stage senior-manager}',
  '2× dispute stage K1 --skip "On leave" {|--stage senior-manager|--stage professionals-meeting}',
  '2× dispute show K1 {|D1|D2} {|--json}',
  '2× dispute list {|K1} {|--all}',
  '3× dispute note K1 {--text Talked {|--good-practice}|--legal-advice "A Solicitor" {|--advice-on Contact}}',
  '2× dispute cafcass K1 {|D1} --outcome {referred|not-referred} --why Drift {|--human-rights} --on <back>',
  '3× dispute resolve K1 {D1|D2|D3} --how Agreed --outcome {agreed|not-agreed|in-part|overtaken} --on <back>',
  'dispute resolve K1 {|D1|D2} --how Agreed {--outcome agreed|--outcome not-agreed|--outcome in-part|--outcome overtaken|} {|--tell "You stay at school"} --on <back>',
];

const MECHANISM: readonly Pattern[] = [
  'irm add --ref A{2|3} --kind {foster-carer|prospective-adopter} --name "App Other" {|--address "1 Hill"}',
  'irm edit A1 {--address "2 Hill"|--kind prospective-adopter}',
  'irm link A1 "Sam Two" --as {supporter|household|joint-applicant}',
  'irm unlink A1 {household|supporter}',
  '2× irm record A1 --which Q1 --decided <back> --considered --decision {same|different} --why Years',
  '2× irm show A1 {|--json}',
  '2× irm list {|--all} {|--json}',
  '2× irm record A1 --determination {fostering|adoption|protected-information} --dated <back> {|--of refusal|--of ending|--of terms} {||--conviction own|--conviction household}',
  '8× irm record A1 {--which Q1|--which Q1|--which Q2|} {--applied <back>|--representations <back> {|--saying "House Mate left"}|--notified <back>|--papers-sent <back>|--panel-on <ahead>|--recommended <back> --panel {same|different}|--decided <back> --considered --decision {same|different} {|--why Years}}',
];

const CARE: readonly Pattern[] = [
  '2× review plan K1 --meeting "<ahead> 10:00" {|--late-because Ill --agreed-by Boss}',
  '3× review hold K1 --on <back> --code PN{0|1} {|--exit|--decision "Do it; P Lee; <ahead>"}',
  'review cancel K1 --reason Ill --agreed-by Boss',
  'child left K1 --on <back> --reason E4A {--unplanned|--confirmed}',
  '3× new-review --ref K1 --looked-after <back> --basis {V2|C1|E1|J1} --iro "A Khan" --yes',
  'child moved K1 --to {U6|H5|K1} --old-carer no-longer --on <back>',
  'child status K1 --basis {V2|C2|E1|J2} --on <back>',
  'done K1 {cp-core-group|cp-initial-conference|cp-review-first|secure-first|pathway-review|dispute|adoption-first-placed} {|--on <back>}',
  'done A1 {irm-papers|irm-apply-fostering|irm-apply-adoption}',
  '4× strike {1|2|3|5|8|10|12|14|16|18|20|22|24} --why Mistake',
  '3× correct {3|5|8|10|12|14|16|18|20|22|24} {--on <back>|--child K2} {|--why Typo}',
  '3× undo',
  'redo',
  'child merge K2 K1 --why "Entered twice"',
  'child add --ref K2 --name "Child One" --born 2007-06-02 --new',
  'child died K1 --on today',
  'child link K1 "{Jane One" --role parent --relationship mother|Ann Aunt" --role relative --relationship aunt}',
  '8× {conference show K1|conference next K1|conference list|conference list K1 --all|adoption show K1|secure show K1|pathway show K1|dispute show K1|dispute list {|K1} --all|irm show A1|irm list --all|child show K1|child list --all|due --month|review list|iro caseload} {|--json}',
];

/** How a life begins; what it is about is typed twelve times as often as the rest. */
const PEOPLE = [
  'child link K1 "Jane One" --role parent --relationship mother --responsibility yes',
  'child link K1 "John One" --role parent --relationship father --responsibility yes',
  'child link K1 "Hetty Vis" --role health --tag health',
  'child link K1 "Tom Teach" --role teacher --tag teacher',
  'child link K1 "Pol Ice" --role other --tag police',
  'child link K1 "Ada Marsh" --role adopter --tag adopter',
  'child link K1 "Pat Dale" --role personal-adviser --tag adviser',
  'irm add --ref A1 --kind foster-carer --name "App One"',
  'irm link A1 "House Mate" --as household',
];
const UNIT = ['person add --name "A Khan" --role iro', 'person add --name "P Chair" --role chair'];
const atHome = (born: string): readonly string[] => [
  ...UNIT,
  `child add --ref K1 --name "Child One" ${born} --social-worker "Jo Smith"`,
  ...PEOPLE,
];
const PANEL = 'secure panel K1 --members Al,Bo,Cy --chair Al --independent Cy';
const inCare = (born: string, basis: string): readonly string[] => [
  ...UNIT,
  `new-review --ref K1 --name "Child One" --born ${born} --looked-after 2023-11-06 --basis ${basis} --iro "A Khan" --social-worker "Jo Smith" --yes`,
  ...PEOPLE,
];
const ON_A_PLAN =
  'conference hold K1 --on 2024-02-12 --outcome plan --category neglect --harm yes --item "A clean home; mother" --yes';

const PLACED = 'adoption placed K1 --on 2024-02-16 --with adopter';

const ABOUT: readonly (readonly [of: string, begins: readonly string[], about: readonly Pattern[]])[] = [
  [
    'enquiries',
    [
      ...atHome('--born 2016-06-02'),
      'record K1 strategy-discussion --on 2024-02-20',
      'conference exclude K1 --who father --why Threats',
    ],
    CONFERENCE,
  ],
  ['a conference that nothing asked for', atHome(''), CONFERENCE],
  [
    'a child who is not born',
    [
      ...atHome(''),
      'record K1 strategy-discussion --on 2024-02-20',
      'conference plan K1 --meeting 2024-03-08 --kind pre-birth',
    ],
    CONFERENCE,
  ],
  [
    'a move here on another council’s plan',
    [...atHome('--born 2016-06-02'), 'conference begin K1 --moved-here 2024-02-20 --from Leeds'],
    CONFERENCE,
  ],
  [
    'a child protection plan',
    [...atHome('--born 2012-06-02'), 'record K1 strategy-discussion --on 2024-02-05', ON_A_PLAN],
    CONFERENCE,
  ],
  [
    'a child on a plan and in care',
    [
      ...inCare('2012-06-02', 'C2'),
      'record K1 strategy-discussion --on 2024-02-05',
      ON_A_PLAN,
      'child protection K1 --asked health,teacher',
    ],
    CONFERENCE,
  ],
  ['adoption, not placed yet', inCare('2021-06-02', 'E1'), ADOPTION],
  [
    'an adoption placement',
    [...inCare('2021-06-02', 'E1'), 'adoption authorised K1 --on 2024-02-12', PLACED],
    [...ADOPTION, '3× adoption parent K1 {mother|father} --answer in-part --why Safety'],
  ],
  [
    'secure accommodation',
    [...inCare('2010-06-02', 'C2'), 'secure placed K1 --on 2024-02-20', PANEL],
    SECURE,
  ],
  [
    'a remand to local authority accommodation',
    [...inCare('2008-06-02', 'J2'), 'child remand K1 --to local-authority --on 2024-02-20'],
    SECURE,
  ],
  [
    'a remand to youth detention',
    [...inCare('2008-06-02', 'J1'), 'child remand K1 --to youth-detention --on 2024-02-20'],
    SECURE,
  ],
  ['pathway planning', [...inCare('2007-06-02', 'V2'), 'pathway plan K1 --made 2024-02-12'], PATHWAY],
  [
    'a dispute that has gone on',
    [
      ...inCare('2012-06-02', 'V2'),
      'dispute open K1 --about Contact --on 2024-02-05',
      'dispute open K1 --about Money --on 2024-02-05',
      'dispute stage K1 D1 --answer No --on 2024-02-12',
    ],
    DISPUTES,
  ],
  ['a dispute', [...inCare('2012-06-02', 'V2'), 'dispute open K1 --about Contact --on 2024-02-12'], DISPUTES],
  [
    'the review mechanism',
    [...inCare('2012-06-02', 'V2'), 'irm record A1 --determination fostering --dated 2024-02-12'],
    MECHANISM,
  ],
];
const EVERYTHING = [...CONFERENCE, ...ADOPTION, ...SECURE, ...PATHWAY, ...DISPUTES, ...MECHANISM, ...CARE];
/** Lives that begin so: of what they are about mostly, and of all else that may come between. */
const livesAbout = (about: readonly Pattern[]) =>
  livesOf([...EVERYTHING, ...Array(12).fill(about).flat()], 20, 40);

/** The commands of these groups, as they are typed: `conference hold`. */
const GROUPS = ['conference', 'adoption', 'secure', 'pathway', 'dispute', 'irm'];
const COMMANDS = SPECS.map(({ name }) => name.split(' ').filter((word) => !/^[<[]/.test(word)))
  .filter(([group, command]) => command && GROUPS.includes(group!))
  .map((words) => words.join(' '));

/** What these lives are of, besides the groups. */
const ALSO = ['child protection', 'child remand'];
const STEPS = Object.entries(STEPS_OF).flatMap(([name, steps]) =>
  GROUPS.includes(name.split(' ')[0]!) || ALSO.includes(name)
    ? (steps as readonly Pick<Step, 'event'>[])
    : [],
);
/** Every event that a step of theirs records, and every choice of what it is or came to. */
const EVENTS = [
  ...new Set(
    STEPS.flatMap(({ event: { kind, attributes } }) => [
      kind,
      ...Object.entries(attributes).flatMap(([name, { kind: of, choices = [], default: unsaid }]) =>
        of === 'oneOf' && ['outcome', 'kind', 'view', 'answer', 'to', 'ground', 'conviction'].includes(name)
          ? choices.filter((choice) => choice !== unsaid).map((choice) => `${kind} ${name}=${choice}`)
          : [],
      ),
    ]),
  ),
];

const RUNS = Number(process.env.LIVES ?? 100);
const SEED = Number(process.env.SEED ?? 20_260_330);

const done = new Set<string>();
const recorded = new Set<string>();
const taken: number[] = [];

describe(`${RUNS} lives (seed ${SEED}) end well`, () => {
  it.each(ABOUT)(
    'those that begin with %s',
    async (_, begins, about) => {
      const lives = fc.tuple(fc.constantFrom('england', 'york'), livesAbout(about));
      await fc.assert(
        fc.asyncProperty(lives, async ([pack, life]) => {
          const lived = await live(
            pack,
            begins,
            START,
            life,
            /Child One|Jane One|John One|App One|House Mate/,
          );
          taken.push(lived.taken.length);
          for (const line of lived.taken)
            done.add(COMMANDS.find((name) => `${line} `.startsWith(`${name} `)) ?? '');
          for (const each of kindsRecorded(lived.db)) recorded.add(each);
          await endsWell(lived);
        }),
        {
          numRuns: Math.ceil(RUNS / ABOUT.length),
          seed: SEED,
          endOnFailure: process.env.FAST !== undefined,
          ...(process.env.AT && { path: process.env.AT }),
        },
      );
    },
    1_200_000,
  );

  it('are lives, not noise: much of what was typed could have happened', () => {
    expect(taken.reduce((all, each) => all + each, 0)).toBeGreaterThan(taken.length * 5);
  });

  // Fewer lives than a hundred may lack the rare ones.
  it.runIf(RUNS >= 100)('reach every command, every step, and every choice of what a step came to', () => {
    const missing = [
      ...COMMANDS.filter((name) => !done.has(name)),
      ...EVENTS.filter((each) => !recorded.has(each)),
    ];
    expect(missing).toEqual([]);
  });
});
