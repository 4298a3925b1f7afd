/**
 * Every row of docs/coverage.md, typed: what its command records is seen on the screens that a manager asks.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, unit, words } from '../support/harness';
import { linesOf, neverTyped, rowsOf, type Seen, type Story } from '../support/procedure';
import { flat } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;

/** In what is refused. */
const REFUSED =
  /is after Sunday 26 April 2026, when|reg 36\(2\)|only one may be taken|there is no right to the review mechanism/;

/** A day and what is typed on it; `!` before what is refused. */
const STORY: Story = [
  [
    '2026-03-02',
    'person add --name "M Lee" --role iro',
    'settings set unit.name "Panel team"',
    'settings set unit.telephone "01234 567890"',
    'settings set signatory.name "P Brown"',
    'settings set mechanism.run-by "Coram Children’s Legal Centre"',
    'settings set mechanism.name "The review mechanism"',
    'person add --name "A Khan" --role iro',
    'new-review --ref K1 --name "Child One" --born 2009-06-02 --looked-after 2026-03-02 --basis V2 --placement U6 --social-worker "Jo Smith" --told 2026-02-27 --yes',
    'iro allocate K1 "A Khan" --independent yes',
    'child link K1 "Jane One" --role parent --relationship mother --responsibility yes',
    'child link K1 "Sean One" --role parent --relationship father --responsibility yes',
    'child link K1 "Beth Ames" --role carer --relationship "foster carer" --tag carer',
    'child link K1 "Tom Teach" --role teacher',
    'child link K1 "Sue Super" --role supervising-social-worker',
    'child link K1 "Gee Pee" --role health --relationship GP --tag gp',
    'review plan K1 --suggest',
    'review plan K1 --meeting "27/3 10:00" --venue School',
  ],
  [
    '2026-03-03',
    'review prepare K1 --invited today',
    'review plan K1 --meeting "30/3 10:00" --venue School --because "The IRO cannot come" --agreed-by "Jo Smith and A Khan" --chair "M Lee"',
    'review prepare K1 --notified today --list-returned today --list-amended "Aunt added" --child-consulted today --also-with mother,carer --issues School --wants Nan --not-wants Dad --hours outside-school --place "At home" --will-chair',
    'iro informed K1 --of "The school excluded the child" --from teacher --early "Not needed yet"',
  ],
  [
    '2026-03-06',
    'review prepare K1 --visit-arranged 2026-03-04 --iro-visited today --concern Contact --discussed today --supporters "An advocate" --preparing "Sees the IRO alone"',
    'review prepare K1 --invited today --documents report,care-plan --records-current today --bedroom-seen 2026-03-05 --household "A baby" --court "Hearing 4 May"',
    'review prepare K1 --views mother=letter,carer=form,child=observation --seen today --how face-to-face',
    'review prepare K1 --views father=recording --kept-out "It would distress the child"',
    'review prepare K1 --concern-taken-up 1 --answer Agreed',
    'review participants K1 --add mother --supporter "Ann Sol" --legal-adviser --interpreter Polish',
    'review participants K1 --add child --needs "Large print"',
    'review participants K1 --add gp --part consulted --child-wishes yes',
    'review participants K1 --add teacher --delegate "Vi Head"',
    'review not-invite K1 father --concern Threats --considered "Two meetings" --views "A letter" --iro-consulted today --look-again 2026-06-01',
    'review not-invite K1 father --reasons-sent today',
    'review not-invite K1 carer --part-of-meeting --concern "The child asks" --considered "A supporter" --views "A form" --iro-consulted today',
    'iro named K1',
    'iro told K1 --of iro,care-plan,reviews',
    'iro told K1 --of advocacy,complaints,court --leaflets "All you need to know"',
    'child status K1 --proceedings started --timetable "Hearing 4 May"',
  ],
  [
    '2026-03-10',
    'review call-early K1 --asked-by mother --reason contact --about More --consulted child,mother --decision refused --why "It is soon"',
    'review before-change K1 --kind placement-end --by 2026-04-20 --about "A flat"',
  ],
  [
    '2026-03-30',
    'review hold K1 --on today --code PN1 --chair "M Lee" --attended child,mother,carer --also-sat 2026-03-27 --considered all --not-considered "leisure: no time" --decision "A tutor; Jo Smith; 24/4" --recommendation "See the aunt; A Khan; 1/5" --to-panel "Match with the carers" --differences "Mother wants more" --not-followed "Mother on contact: not safe" --satisfied yes --child-chaired --agenda-agreed --supporter-explained --papers-summarised --next-meeting "8/6 10:00" --next-wishes "After school; at home"',
  ],
  [
    '2026-04-07',
    'review after K1 --decisions-sent 2026-04-01 --sent-to child,mother --redacted "The street" --received 2026-04-02 --response disagreed --responded 2026-04-03 --manager "B Boss" --about "The tutor" --told iro,child,mother',
    'review after K1 --resolved "They met" --care-plan-updated today --plans placement-plan,health-plan,pep,pathway-plan --copied child,mother,carer --record-completed today',
    'review after K1 --poor-practice "T Manager" --about "Late report"',
    'review after K1 --good-practice "T Manager" --about "Warm visits"',
    'review monitor K1 --good-practice "Kind work" --drift yes --drift-about Contact --plan-quality good --papers late --participation good',
    'review monitoring --sent-to "S Head"',
    'review distribute K1 mother --record part --why "Hidden address" --decided-by "Jo Smith and A Khan" --redacted "the address"',
    'review distribute K1 iro --record full',
    'review distribute K1 --all',
    'recommendation track K1 1.1 --by 2026-04-10',
    'recommendation done K1 1.3 --note "At the panel"',
  ],
  [
    '2026-04-21',
    'recommendation check K1 1.1 --finding Slow --by 2026-04-28',
    'recommendation escalate K1 1.1 --to "S Manager" --dispute',
    'recommendation overtaken K1 1.2 --why "She moved"',
    'dispute open K1 --about "No tutor yet" --theme education --to social-worker --by 2026-04-28',
    'dispute stage K1 D2 --answer "No money" --to "T Manager and U Manager" --by 2026-04-28',
    'dispute stage K1 D2 --answer "Not this year" --to "S Head"',
    'dispute stage K1 D1 --stage professionals-meeting --skip "They spoke already"',
    'dispute stage K1 D2 --answer "Not yet" --to "C Chief"',
    'dispute cafcass K1 D2 --outcome not-referred --why "Promised for May"',
    'dispute cafcass K1 D2 --outcome referred --why "It was not kept"',
    'dispute note K1 D2 --legal-advice "Chambers" --advice-on "Section 8"',
    'dispute resolve K1 D2 --how "A tutor is paid" --outcome agreed --tell "You have a tutor now."',
    'review midway K1 --findings "On course"',
    'iro complaint K1 --from father --about "Not invited" --review 1',
    'review call-early K1 --asked-by iro --reason decisions-not-done --decision granted --by 2026-05-20',
  ],
  [
    '2026-04-22',
    'record K1 care-plan-changed "emergency=Ill in hospital" "about=She cannot go home"',
    'review monitoring --month 2026-03',
    'review call-early K1 --asked-by carer --reason other --about "A new school"',
  ],
  ['2026-06-01', 'review not-invite K1 father --looked-at kept --look-again 2026-09-01'],
  [
    '2026-06-08',
    'review hold K1 --on today --code PN1 --considered all',
    'review plan K1 --meeting "1/9 10:00"',
  ],
  [
    '2026-06-15',
    'review after K1 --decisions-sent 2026-06-10 --received 2026-06-11 --response disagreed --responded 2026-06-12 --manager "B Boss" --about "The cost" --told iro',
    'review after K1 --dispute',
  ],
  [
    '2026-09-01',
    'review before-change K1 --kind placement-end --about "Nearer school"',
    'review adjourn K1 --on today --reason "No report" --effect "None" --wishes "The child agrees"',
    '!child moved K1 --to U4 --old-carer no-longer',
    'child moved K1 --to U4 --old-carer no-longer --emergency "The house burnt"',
  ],
  [
    '2026-09-10',
    'review hold K1 --on today --code PN1 --considered all --decision "Look for a permanent home; Jo Smith; 1/10"',
    'review after K1 --endorsed-by "T Manager"',
    'child left K1 --on today --reason E4A --confirmed --approved-by "D Director" --approved-as director --iro-consulted 2026-09-09',
  ],
  // Long-term fostering, on papers; then an ending that nobody planned.
  [
    '2025-01-06',
    'new-review --ref K2 --name "Child Two" --born 2014-05-02 --looked-after 2025-01-06 --basis C2 --iro "A Khan" --yes',
    'child moved K2 --to U4 --long-term',
  ],
  ['2025-01-30', 'review hold K2 --on today --code PN1'],
  ['2025-04-24', 'review hold K2 --on today --code PN1'],
  ['2026-01-20', 'review no-meeting K2 --factors "Settled for years" --consulted child,iro'],
  [
    '2026-02-20',
    'review prepare K2 --views child=form,iro=other',
    'review prepare K2 --not-seen refused --why "He would rather write"',
    'review hold K2 --on today --code PN6 --papers',
    'child left K2 --on today --reason E8 --unplanned',
  ],
  ['2026-03-04', 'review hold K2 --exit --on today --recommendation "A worker visits; Jo Smith; 1/4"'],
  // A protection plan that goes on beside care, and then ends; a child on remand.
  [
    '2026-04-14',
    'child add --ref K3 --name "Child Three" --born 2010-05-02 --social-worker "Jo Smith"',
    'record K3 initial-conference-held',
    'new-review --ref K3 --looked-after 2026-04-14 --basis J1 --iro "A Khan" --yes',
  ],
  ['2026-04-16', 'child protection K3 --core-group today --asked social-worker'],
  ['2026-04-17', 'child protection K3 --kept "The school is worried"'],
  ['2026-05-05', 'record K3 review-conference-held', 'review hold K3 --on today --code PN1 --considered all'],
  ['2026-05-06', 'child protection K3 --answers social-worker=ends --ended "Care covers it"'],
  // Eleven people and those of every review; authority to place, and reviews of its own.
  [
    '2026-01-05',
    'new-review --ref K4 --name "Child Four" --born 2024-05-02 --looked-after 2026-01-05 --basis E1 --iro "A Khan" --yes',
    ...Array.from({ length: 11 }, (_, at) => `child link K4 "Carer ${at}" --role carer --tag carer-${at}`),
    'record K4 adoption-authorised',
  ],
  ['2026-01-26', 'review hold K4 --on today --code PN0'],
  [
    '2026-03-30',
    'review hold K4 --adoption --on today',
    'review plan K4 --meeting "20/4 10:00" --venue School',
    '!review plan K4 --meeting "28/4 10:00" --because "The carers are away"',
    'child link K4 "Eva Four" --role parent --relationship mother --responsibility yes',
    'review plan K4 --meeting "28/4 10:00" --because "The carers are away" --late-because "No day before" --agreed-by "Jo Smith"',
    `letter pack K4 --moment invitations --format txt --out ${folder()}`,
  ],
  // The review mechanism: one applicant for each route, and one who has no right.
  [
    '2026-03-03',
    'irm add --ref A1 --kind foster-carer --name "App One" --address "1 Row, York"',
    'irm link A1 "House Mate" --as household --relationship lodger',
    'irm record A1 --determination fostering --dated today --of refusal --because Training',
    'irm add --ref A2 --kind prospective-adopter --name "App Two"',
    'irm record A2 --determination adoption --dated today --because Health',
    'irm add --ref A3 --kind foster-carer --name "App Three"',
    'irm record A3 --determination fostering --dated today --conviction household',
    'irm add --ref A4 --kind information-applicant --name "App Four"',
    'irm record A4 --determination protected-information --dated today',
  ],
  [
    '2026-03-20',
    'irm record A1 --applied today',
    '!irm record A1 --representations today',
    'irm record A1 --notified today',
    'irm record A1 --papers-sent today --papers "assessment,minutes"',
    'irm record A1 --panel-on 2026-05-05 --panel-time 10:30',
    'irm record A2 --representations today --saying "I am well again"',
    '!irm record A2 --applied today',
    '!irm record A3 --applied today',
  ],
  [
    '2026-05-20',
    'irm record A1 --recommended 2026-05-05 --panel different --panel-said "More weight to her years"',
    'irm record A1 --decided today --decision same --considered --why "The training is a must"',
    'irm record A2 --decided today --decision different',
  ],
];

const K1 = 'review show K1 --review 1';
const D2 = 'dispute show K1 D2';
const K1_CHILD = 'child show K1 --ids';
const IRO = 'iro show K1';

/** The row, the screen, and what is to be seen there. */
const SEEN: Seen = {
  'First review within 20 working days': [K1, /done Hold the first review LAW \w+ \d+ \w+ Mon 30 Mar/],
  'Second within three months (91 days)': [K1_CHILD, /Hold the second review met Mon 8 Jun/],
  'Later ones within six months (183 days)': [K1_CHILD, /K1\/3 Hold the next review met/],
  'Adoption reviews once there is authority or a placement': [
    'child show K4 --ids',
    /first adoption review.* met Mon 30 Mar/,
  ],
  'A review before a significant change of the care plan, or before care ends': [
    K1,
    /BEFORE A CHANGE .*was proposed for Monday 20 April 2026: A flat/,
  ],
  'A review brought forward, for the reasons listed': [
    'review show K1 --review 2',
    /CALLED EARLY.*granted Tuesday 21 April.*To be held by Wednesday 20 May 2026/,
  ],
  'Other events that the IRO judges to need one': ['review show K1 --review 2', /A new school/],
  'Parents and child consulted on an extra review': [K1, /Consulted the child and mother/],
  'A change that could not wait for a review: why': [
    K1_CHILD,
    /emergency The house burnt/,
    /care plan changed \(emergency Ill in hospital/,
  ],
  'A tracked decision not carried out in time leads to a review': [
    'review show K1 --review 2',
    /not carried out in time/,
  ],
  'An IRO for every looked-after child': [IRO, /A Khan Mon 2 Mar to Thu 10 Sep/],
  'Independent: no part in managing the child’s care, no budget': [IRO, /to Thu 10 Sep independent/],
  'Named in the care plan': [IRO, /Named in care plan Friday 6 March 2026/],
  'Decision to accommodate made, and the first review asked for': [K1_CHILD, /told 27 February 2026/],
  'Business support starts the allocation when accommodation is decided': [
    K1_CHILD,
    /Allocate an independent reviewing officer met Mon 2 Mar/,
  ],
  'Moved where the IRO cannot come, so that the child keeps them': [K1, /because The IRO cannot come/],
  'A substitute chairs where the IRO cannot and delay would harm or be late': [
    K1,
    /Chair M Lee, in place of A Khan/,
  ],
  'The allocated IRO stays the child’s IRO and gets the record': [
    K1,
    /the IRO A Khan; the full record Tue 7 Apr/,
  ],
  'IRO arranges the introductory visit with the carers': [K1, /Visit arranged Wed 4 Mar, with the carers/],
  'Introductory visit to child and carers before the review': [K1, /IRO’s visit Fri 6 Mar/],
  'Role, care planning and reviews explained at it': [
    IRO,
    /Told Fri 6 Mar the IRO,.*the care plan and reviews/,
  ],
  'The child told of complaints and advocacy, with leaflets': [IRO, /Given All you need to know/],
  'The child told of the right to apply to court': [IRO, /Told Fri 6 Mar.*court/],
  'The child’s concerns taken up with the social worker before the review': [
    K1,
    /Concern 1 Contact; raised 6 March 2026; taken up with the social worker/,
  ],
  'A complaint about an IRO or a review': [K1, /COMPLAINTS C1 made Tue 21 Apr by father; Not invited/],
  'Date, time and venue agreed with social worker and IRO': [
    K1,
    /planned for Monday 30 March 2026, 10am; School/,
  ],
  'Child and carers consulted on the arrangements': [
    K1,
    /Child consulted Tue 3 Mar; mother and foster carer/,
  ],
  'The child’s preference for the next date and place': [
    'review show K1 --review 2',
    /When After school Where at home/,
  ],
  'Rearranged only where exceptional, and within the limit': [
    'review show K4',
    /because The carers are away/i,
    /No day before/,
  ],
  'The new date agreed by social worker and IRO': [K1, /Agreed by Jo Smith and A Khan/],
  'Others told of a changed date': [K1, /Invitations Fri 6 Mar/],
  'Goes ahead, or is adjourned, where someone cannot come': [
    'review show K1 --review 3',
    /ADJOURNED First sat Tuesday 1 September 2026/,
  ],
  'Notice to the social worker 20 working days ahead: date, venue, lists': [K1, /Notice Tue 3 Mar/],
  'Social worker returns the list, the IRO copied in': [K1, /List returned Tue 3 Mar/],
  'IRO amends the list after talking with the child': [K1, /List amended Tue 3 Mar; Aunt added/],
  'Child’s talk about whom to invite, where, and what about, 20 working days ahead': [
    K1,
    /Where At home Who Nan Not Dad.*About School/,
  ],
  'Invitations and consultation papers 10 working days ahead': [
    K1,
    /done Send the invitations \w+ \d+ \w+ Tue 3 Mar/,
  ],
  'The child; a disability is no bar': [K1, /the child \(Child One\); needs: Large print/],
  'Carers; parents and others with parental responsibility': [
    'review participants K1 --review 1',
    /mother Jane One.*carer Beth Ames/,
  ],
  'Supervising social worker, or link worker': ['review participants K1 --review 1', /Sue Super/],
  'Designated or best-placed teacher': ['review participants K1 --review 1', /Tom Teach/],
  'Personal adviser over 16': [
    'review participants K1 --review 1',
    /no personal adviser is recorded, and the child is 16/,
  ],
  'Independent visitor, interpreter, advocate': [
    'review participants K1 --review 1',
    /no interpreter is recorded, and one is needed \(Polish\)/,
  ],
  'Others with an interest, only after asking the child': [K1, /GP \(Gee Pee\); the child wishes it/],
  'Children’s guardian while proceedings run': [
    'review participants K1 --review 1',
    /no children’s guardian is recorded, and court proceedings run/,
  ],
  'As few people as possible': [
    'review participants K4',
    /\d+ people are invited. A review is kept as small as possible/,
  ],
  'Written or separate contribution where it is only facts': [K1, /Consulted GP/],
  'Child and parents told they may see the IRO alone, or bring someone': [
    'letter invitation-parent K4 --to mother --format txt --out - --today 2026-03-31',
    /You may ask to see the IRO on your own.*You may bring someone to support you/,
  ],
  'IRO speaks with a child who will not come, face to face where that can be': [
    'child show K2 --ids',
    /IRO saw child .*refused.*He would rather write/,
  ],
  'Not inviting a child or parent: exceptional, with the IRO, before the review': [
    K1,
    /father Sean One; decided Friday 6 March 2026.*IRO consulted 6 March 2026/,
  ],
  'Reason on the review and the child’s record': [K1_CHILD, /not invited \(father.*concern Threats/],
  'Kept under review': [K1, /looked at 1 June 2026, kept look again by Tuesday 1 September 2026/],
  'Written reasons to the parent': [K1, /reasons sent in writing 6 March 2026/],
  'Views asked for another way': [K1, /heard A letter/],
  'For part of the meeting only': [K1, /foster carer Beth Ames; decided [^;]*; for part of the meeting only/],
  'A carer not invited: written explanation, another way to contribute, kept on record': [
    K1,
    /concern The child asks considered A supporter heard A form/,
  ],
  'A delegate by the IRO’s agreement': [K1, /teacher \(Tom Teach\); in their place Vi Head/],
  'Excluded parents formally consulted, their views in the record': [
    K1,
    /Views father; Fri 6 Mar; in a recording/,
  ],
  'Those views left out only where they would distress the child': [
    K1,
    /LEFT OUT OF THE RECORD: It would distress the child/,
  ],
  'Purpose discussed with child, parents and carers': [
    K1,
    /Child consulted Tue 3 Mar; mother and foster carer/,
  ],
  'The child’s views on placement, contact, care and plans': [K1, /Views the child; Fri 6 Mar/],
  'Child and parents helped to prepare, as agreed with the IRO': [K1, /to prepare: Sees the IRO alone/],
  'Social worker and IRO discuss, 15 working days ahead': [
    K1,
    /done Social worker and IRO discuss the review \w+ \d+ \w+ Fri 6 Mar/,
  ],
  'IRO told of significant changes, and of what other meetings came to': [
    K1,
    /IRO told Tue 3 Mar; The school excluded the child \(by teacher\)/,
  ],
  'IRO then considers an earlier review': [
    IRO,
    /THE IRO WAS TOLD Tue 3 Mar The school excluded the child; an earlier review: Not needed yet/,
  ],
  'IRO told where decisions no longer fit': [K1, /OVERTAKEN BY EVENTS Tue 21 Apr; She moved/],
  'Legal status and court timetable': [K1_CHILD, /timetable: Hearing 4 May/],
  'Records up to date; bedroom last seen; household changes': [
    K1,
    /up to date Fri 6 Mar; sleeping accommodation last seen 5 March 2026; household: A baby/,
  ],
  'Report, plans, evidence of consultation, other reports, 3 working days ahead': [
    K1,
    /the social worker’s report Fri 6 Mar.*missing the health assessment/,
  ],
  'IRO and social worker go through the papers before, where useful': [K1, /Discussed Fri 6 Mar/],
  'Supporter or advocate considered before the review': [K1, /Discussed Fri 6 Mar; An advocate/],
  'Supporter, interpreter, special needs arranged': [K1, /with Ann Sol as supporter.*interpreter: Polish/],
  'A legal adviser: IRO told first, council’s lawyer arranged': [
    'review participants K1 --review 1',
    /no lawyer of the council is recorded, and a legal adviser comes/,
  ],
  'A solicitor: the guidance on solicitors at such meetings noted': [
    K1,
    /Ann Sol as supporter, a legal adviser/,
  ],
  'IRO chairs; the child chairs or helps to where they can': [K1, /the child chaired, or part of it/],
  'Child’s contribution obtained, very young and non-verbal children’s too': [K1, /PN1: Attended and spoke/],
  'IRO or an advocate watches the child in the placement, where that is needed': [
    K1,
    /by watching the child in the placement/,
  ],
  'Everyone understands the purpose and has had a chance to contribute': [
    K1,
    /Views mother; Fri 6 Mar; by letter/,
  ],
  'The papers summed up at the meeting': [K1, /Papers summed up by the IRO/],
  'Care, permanence, health, education and pathway plans looked at, the placement plan and others up to date':
    [K1, /the plan for permanence;.*the health plan/],
  'Wishes of parents and carers taken into account': [K1, /Views foster carer; Fri 6 Mar; on a form/],
  'More than one meeting where that keeps it small': [K1, /also sat Fri 27 Mar/],
  'Those not there consulted': [K1, /Consulted GP/],
  'Why views were not followed': [K1, /Not followed Mother on contact: not safe/],
  'Differences of opinion': [K1, /Differences Mother wants more/],
  'The supporter’s role explained': [K1, /Supporter their role was explained/],
  'The agenda agreed at the beginning': [K1, /Agenda agreed at the beginning/],
  'A recommendation to the adoption panel': [
    K1,
    /Match with the carers; a recommendation to the adoption panel/,
  ],
  'Adjourned once, for at most 20 working days': [
    'review show K1 --review 3',
    /done Complete the adjourned review .*First sat Tuesday 1 September 2026/,
  ],
  'The effect of delay on the child; what child, carer and parents wish': [
    'review show K1 --review 3',
    /Effect None Wishes The child agrees/,
  ],
  'Nothing proposed carried out while adjourned': ['child show K1 --ids', /placement started \(kind U4/],
  'Decisions clear: who, and by when': [K1, /1\.1 A tutor; Jo Smith; by Fri 24 Apr/],
  'Every matter considered': [K1, /Not considered leisure: no time/],
  'Last review’s decisions carried out, or why not': [
    'recommendation list K1 --all',
    /K1 1\.3 Match with the carers.*done Tue 7 Apr/,
  ],
  'Permanence plan with milestones, and a contingency plan': [
    'review show K1 --review 2',
    /milestones, and a plan if the first one fails/,
  ],
  'Second review: the permanence plan': [
    'review show K1 --review 2',
    /the permanence plan and its timescale/,
  ],
  'Third review: a parallel plan, reasons endorsed by the manager': [
    'review show K1 --review 3',
    /a parallel plan, and why permanence is not reached.*Endorsed Thu 10 Sep; by T Manager/,
  ],
  'Not viable: another permanent plan considered at once': [
    'review show K1 --review 3',
    /3\.1 Look for a permanent home; Jo Smith/,
  ],
  'Third review: no more rehabilitation but by exception; another placement sought': [
    'review show K1 --review 3',
    /a parallel plan.*Look for a permanent home/,
  ],
  'Every later review: is the permanence plan on course, and still right': [
    'review show K1 --review 3',
    /the plan for permanence/,
  ],
  'Section 20: proceedings begun without delay where the threshold is met': [
    K1_CHILD,
    /proceedings started \(timetable Hearing 4 May\)/,
  ],
  'Section 20: drift, and requests to return home': [K1, /drift in section 20 care/],
  'First review after 16 in foster care: staying put': [K1, /staying put with the carers/],
  'A child on remand: the needs that come with it': [
    'review show K3 --review 1',
    /whether the needs that come with remand are met/,
  ],
  'A young person about to move on: ready and prepared': [
    K1,
    /whether the young person is ready and prepared to move/,
  ],
  'Long-term fostering over a year: whether a meeting is needed, the factors recorded': [
    'review show K2 --review 3',
    /Why not decided Tuesday 20 January 2026; Settled for years; consulted: the child and the IRO/,
  ],
  'A meeting at least yearly': ['child show K2 --ids', /meeting once a year|Hold a review with a meeting/],
  'Full consultation where there is no meeting': ['review show K2 --review 3', /Views the child; Fri 20 Feb/],
  'Conference’s members written to and asked, where a child on a plan comes into care': [
    'child protection K3',
    /Asked Thursday 16 April 2026: social-worker/,
  ],
  'The plan goes on where anyone sees matters that care does not cover': [
    'child protection K3',
    /Kept Friday 17 April 2026: The school is worried/,
  ],
  'The plan ends where all agree that care covers it': [
    'child protection K3',
    /Ended Wednesday 6 May 2026: Care covers it/,
  ],
  'One meeting for plan and care, chaired by the IRO; in two halves where that helps': [
    'child show K3 --ids',
    /Tue 5 May review conference held.*Tue 5 May review held/,
  ],
  'The conference summed up in the record of the review': [K1, /Full record Tue 7 Apr/],
  'Significant changes of the plan only at the review': [K1, /BEFORE A CHANGE/],
  'Decisions to all who took part and the senior manager in 5 working days': [
    K1,
    /Decisions sent Wed 1 Apr; to the child and mother/,
  ],
  'Monitoring form after every review: good practice, quality of plan, papers': [
    K1,
    /MONITORING FORM Completed Tue 7 Apr Drift or delay yes; Contact Good practice Kind work Plan good Papers late/,
  ],
  'The unit sends the monitoring information to the managers each month': [K1, /Sent Tue 7 Apr to S Head/],
  'Manager considers the decisions in 5 working days; silence agrees': [
    K1,
    /Received Thu 2 Apr; by B Boss Answer disagreed Fri 3 Apr; by B Boss; The tutor/,
  ],
  'Disagreement in writing to the IRO and all who attended': [
    K1,
    /in writing to the IRO, the child and mother/,
  ],
  'It is resolved and recorded, or goes to the resolution process': [K1, /Resolved Tue 7 Apr; They met/],
  'Care plan updated in 10 working days': [K1, /done Update the care plan \w+ \d+ \w+ Tue 7 Apr/],
  'Placement, health, education and pathway plans updated': [
    K1,
    /Care plan Tue 7 Apr; and placement plan, health plan, personal education plan and pathway plan/,
  ],
  'Copies to parents, carers and child': [
    K1,
    /Plans copied Tue 7 Apr; to the child, mother and foster carer/,
  ],
  'Full record in 15 working days': [K1, /done Complete the full record of the review \w+ \d+ \w+ Tue 7 Apr/],
  'Copies to those who gave name and address, in 20 working days': [
    K1,
    /the child Child One; the full record Tue 7 Apr/,
  ],
  'Identifying details taken out of the decisions, and of the record': [
    K1,
    /taken out: The street.*taken out: the address/,
  ],
  'A parent who did not come: full record, part, or none, and why': [
    K1,
    /mother Jane One; part of the record Tue 7 Apr; Hidden address; decided by Jo Smith and A Khan/,
  ],
  'Good practice recognised and reported': [
    K1,
    /Good practice Tue 7 Apr, reported to T Manager; Warm visits/,
  ],
  'Poor practice to the social worker’s manager, then the unit’s': [
    K1,
    /Poor practice Tue 7 Apr, raised with T Manager; Late report/,
  ],
  'Tracked recommendation with a date agreed': [K1, /TRACKED until Tue 28 Apr/],
  'Prompted when it has passed, looked at again': [K1, /looked at Tue 21 Apr: Slow/],
  'The care plan watched between reviews: does it fit, are the milestones met': [
    K1,
    /MIDWAY CHECKS Tue 21 Apr/,
  ],
  'Midway check of the records': [K1, /Tue 21 Apr On course/],
  'Taken to the service manager, then the resolution process': [K1, /taken to S Manager Tue 21 Apr/],
  'A problem resolved informally first, with the social worker or their managers': [
    D2,
    /No tutor yet \(education\).*Informally: raised with the social worker/,
  ],
  'A manager’s disagreement that stays may go to the resolution process': ['review show K1 --review 2', /D3/],
  'A professionals’ meeting with both team managers': [D2, /meeting: raised with T Manager and U Manager/],
  'The unit refers it to the relevant senior manager': [D2, /Senior manager \(formal\): raised with S Head/],
  'No resolution at a stage: what was answered, and it goes on': [D2, /answered Tue 21 Apr: Not this year/],
  'A stage is left out only with a reason': ['dispute show K1 D1', /meeting: left out: They spoke already/],
  'Brought to the chief executive': [D2, /Chief executive \(formal\): raised with C Chief/],
  'Referral to Cafcass considered': [D2, /Cafcass considered, not referred: Promised for May/],
  'Referred to Cafcass where the IRO finds it right': [D2, /Referred to Cafcass: It was not kept/],
  'Independent legal advice where the IRO needs it': [
    D2,
    /Independent legal advice from Chambers: Section 8/,
  ],
  'It is settled, how, and the child told in words of their own': [
    'letter dispute-outcome-young-person K1 --which D2 --format txt --out -',
    /You have a tutor now/,
  ],
  'Care does not end before a review has confirmed it': [K1_CHILD, /confirmed by review/],
  'An unplanned ending: the exit review': [
    'review show K2 --review exit',
    /K2\/exit Child Two: review of an unplanned ending, held/,
  ],
  'Its recommendations on support and supervision': [
    'review show K2 --review exit',
    /A worker visits; a recommendation; Jo Smith/,
  ],
  'The ending approved; the IRO consulted': [
    K1_CHILD,
    /approved by D Director; approved as director.*consulted 9 September 2026/,
  ],
  'A foster carer or prospective adopter who was turned down may apply to the mechanism': [
    'irm show A1',
    /Fri 20 Mar irm applied \(ref Q1\)/,
  ],
  'Or write to the fostering service or adoption agency directly': [
    'irm show A2',
    /representations made \(ref Q1, saying I am well again\)/,
  ],
  'Never both: one route takes away the other': ['irm record A2', /Representations made.*met/],
  'How long they have: 28 days; forty working days with the day of the letter': [
    'irm list --all --json',
    /"lastDay": "2026-03-31".*"lastDay": "2026-04-29"/,
  ],
  'The papers to the mechanism within ten working days of its telling the agency': [
    'irm show A1',
    /Send the papers to the review mechanism.*met Fri 20 Mar/,
  ],
  'The panel may recommend a different decision; it cannot force one': [
    'irm show A1 --json',
    /"outcome": "different", "reasons": "More weight to her years"/,
  ],
  'The provider or agency makes the final decision': ['irm list --all', /A2 Q1 .*final decision Wed 20 May/],
  'It takes the panel’s advice into account, and says why it differs': [
    'irm show A1 --json',
    /"outcome": "same", "considered": true, "reasons": "The training is a must"/,
  ],
  'Applicants are told who runs the mechanism': [
    'letter irm-determination-adoption A2 --format txt --out -',
    /It is run by Coram Children’s Legal Centre/,
  ],
  'No right where the applicant, or someone of the household, has a specified conviction': [
    'letter irm-determination-no-right A3 --format txt --out -',
    /Someone in your household has a conviction.*There is no such right/,
  ],
  'A determination about protected adoption information is recorded, without days': [
    'irm show A4',
    /its days are not known: none are counted/,
  ],
};

/** What other documents ask for stands in sections of its own, each with its own test. */
const SECTION = '# What the procedures ask for';

describe('every row of docs/coverage.md', () => {
  let run: Unit['run'];
  const screens = new Map<string, string>();

  beforeAll(async () => {
    ({ run } = await unit('york'));
    for (const [day, ...lines] of STORY) {
      for (const line of lines) {
        const isRefused = line.startsWith('!');
        const typed = [...words(isRefused ? line.slice(1) : line), '--today', day];
        const { code, err } = await run(typed);
        expect([day, line, code, code === 0 ? '' : err]).toEqual([
          day,
          line,
          isRefused ? 1 : 0,
          isRefused ? expect.stringMatching(REFUSED) : '',
        ]);
      }
    }
  }, 60_000);

  it('has its place here, and nothing else has', () => {
    expect(Object.keys(SEEN).sort()).toEqual(rowsOf(SECTION).sort());
  });

  it('has every command of every row typed here, with the flags that the row names', () => {
    expect(neverTyped(SECTION, linesOf(STORY, SEEN))).toEqual([]);
  });

  it.each(Object.entries(SEEN))('%s', async (_row, [line, ...seen]) => {
    const today = line.includes('--today') ? '' : ' --today 2026-09-10';
    const screen = screens.get(line) ?? flat((await run(`${line}${today}`, { toPipe: true })).out);
    screens.set(line, screen);
    for (const each of seen) expect(screen).toMatch(each);
  });
});
