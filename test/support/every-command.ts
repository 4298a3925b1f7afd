/** A line for each command, in a unit where it can be done: those that write, with what must be there before, and those that read. */
import { join } from 'node:path';

/** The day on which they are typed. */
export const TODAY = '2026-03-13';
/** An older list of gov.uk's, which says otherwise of days that the shipped one knows. */
const HOLIDAYS = join(import.meta.dirname, '..', 'data', 'govuk', 'bank-holidays-2022-01-24.json');
const LIST = join(import.meta.dirname, '..', 'data', 'cases', 'children.csv');
const SCENARIO = join(import.meta.dirname, '..', 'scenarios', 'first-review.yaml');

const APPLICANT = 'irm add --ref A1 --kind foster-carer --name "A Carer"';

/** What each command that writes is tried with, after the lines that make it possible. */
export const WRITES: Readonly<Record<string, readonly [line: string, ...before: string[]]>> = {
  'new-review': [
    'new-review --ref K9 --name "New Child" --born 2014-01-05 --looked-after 2026-03-12 --basis V2 --iro "N Ewman" --social-worker "W Orker" --team West --yes',
  ],
  'done <words...>': ['done K1 decisions-record'],
  'record <ref> <event> [attributes...]': ['record K1 review-planned meeting=2026-04-11 venue=Hall'],
  'strike <event-id>': ['strike 1 --why "wrong child" --with-what-follows --yes'],
  'correct <event-id> [attributes...]': ['correct 2 --on 2025-01-07 --yes'],
  'undo [number]': ['undo --yes', 'record K1 legal-status-changed basis=C2 --on 2026-03-12'],
  redo: ['redo --yes', 'record K1 legal-status-changed basis=C2 --on 2026-03-12', 'undo --yes'],
  'child add': ['child add --ref K8 --name "Other Child" --team East'],
  'child edit <ref>': ['child edit K1 --known-as Kay --sibling K3 --social-worker "New Worker" --yes'],
  'child link <ref> [name]': ['child link K1 "A Unt" --role relative --relationship aunt'],
  'visit <ref>': ['visit K1 --child seen-alone --yes'],
  'child bar <ref> <who>': ['child bar K1 mother --order "no contact" --on 2026-03-10 --yes'],
  'child unlink <ref> <who>': ['child unlink K1 mother'],
  'child moved <ref>': ['child moved K1 --to U4 --yes'],
  'child status <ref>': ['child status K1 --basis C2 --yes'],
  'child protection <ref>': [
    'child protection K1 --kept "for a brother" --yes',
    'record K1 strategy-discussion --on 2026-02-01',
    'record K1 initial-conference-held --on 2026-02-10',
  ],
  'conference begin <ref>': ['conference begin K1 --strategy 2026-03-10 --yes'],
  'conference plan <ref>': ['conference plan K1 --meeting 2026-04-09 --yes'],
  'conference participants <ref>': ['conference participants K1 --add mother --yes'],
  'conference exclude <ref>': ['conference exclude K1 --who mother --why "Threats" --yes'],
  'conference reports <ref>': ['conference reports K1 --asked mother --by 2026-04-01 --yes'],
  'conference hold <ref>': ['conference hold K1 --outcome plan --on 2026-03-12 --item "A clean home" --yes'],
  'conference after <ref>': [
    'conference after K1 --decision-sent 2026-03-12 --yes',
    'record K1 initial-conference-held --on 2026-03-10',
  ],
  'child left <ref>': [
    'child left K1 --on 2026-03-12 --reason E8 --unplanned --approved-by "Joe Marlow" --approved-as nominated-officer --iro-consulted 2026-03-11 --yes',
  ],
  'child died <ref>': ['child died K1 --on 2026-03-12 --yes'],
  'child short-break <ref>': [
    'child short-break K5 --from 2026-03-10 --yes',
    'new-review --ref K5 --name "Short Break" --born 2014-01-05 --looked-after 2026-02-02 --basis V3 --today 2026-02-02 --yes',
    'child left K5 --on 2026-02-04 --today 2026-02-04 --yes',
  ],
  'child merge <ref> <into>': ['child merge K2 K1 --yes'],
  'adoption authorised <ref>': ['adoption authorised K1 --yes'],
  'adoption authority-ended <ref>': [
    'adoption authority-ended K1 --yes',
    'record K1 adoption-authorised --on 2026-02-10',
  ],
  'adoption placed <ref>': ['adoption placed K1 --yes', 'record K1 adoption-authorised --on 2026-02-10'],
  'adoption placement-ended <ref>': [
    'adoption placement-ended K1 --yes',
    'record K1 adoption-authorised --on 2026-02-10',
    'record K1 placed-for-adoption --on 2026-02-16',
  ],
  'iro allocate <ref> [name]': ['iro allocate K2 "R Osei" --yes'],
  'adoption visit <ref>': ['adoption visit K1', 'record K1 placed-for-adoption --on 2026-02-16'],
  'adoption parent <ref> <who>': [
    'adoption parent K1 mother --answer invited --why "She asks to come" --yes',
    'record K1 placed-for-adoption --on 2026-02-16',
  ],
  'adoption review <ref>': ['adoption review K1 --on 2026-03-13 --both yes --code PN1 --yes'],
  'adoption order <ref>': ['adoption order K1 --on 2026-03-12 --consent unopposed --yes'],
  'secure placed <ref>': ['secure placed K1 --yes'],
  'secure panel <ref>': [
    'secure panel K1 --members "Al Ash,Bo Elm,Cy Oak" --chair "Al Ash" --independent "Cy Oak"',
  ],
  'secure plan <ref>': [
    'secure plan K1 --meeting 2026-03-20 --time 10:00 --venue "Town Hall"',
    'record K1 secure-placement-started --on 2026-03-02',
  ],
  'secure report <ref>': [
    'secure report K1 --from mother --said "He is safer there"',
    'record K1 secure-placement-started --on 2026-03-02',
  ],
  'secure review <ref>': [
    'secure review K1 --outcome leaves --criteria no --necessary no --other yes --reasons "He is calm" --yes',
    'record K1 secure-placement-started --on 2026-03-02',
    'secure panel K1 --members "Al Ash,Bo Elm,Cy Oak" --chair "Al Ash" --independent "Cy Oak" --on 2026-03-03',
  ],
  'secure ended <ref>': ['secure ended K1 --yes', 'record K1 secure-placement-started --on 2026-03-02'],
  'pathway plan <ref>': ['pathway plan K1 --made 2026-03-10 --yes'],
  'pathway review <ref>': [
    'pathway review K1 --held 2026-03-10 --views child --yes',
    'record K1 pathway-plan-made --on 2026-02-10',
  ],
  'pathway ended <ref>': ['pathway ended K1 --yes', 'record K1 pathway-plan-made --on 2026-02-10'],
  'child remand <ref>': ['child remand K1 --to local-authority --yes'],
  'iro change <ref> <name>': ['iro change K1 "R Osei" --reason leave --yes'],
  'iro named <ref>': ['iro named K1'],
  'iro told <ref>': ['iro told K1 --of iro,advocacy'],
  'iro court <ref>': ['iro court K1 --about "contact with her brother"'],
  'iro informed <ref>': ['iro informed K1 --of "a new school" --from mother'],
  'iro days <name> [days...]': ['iro days "A Khan" mon tue'],
  'iro leave <name>': ['iro leave "A Khan" --from 2026-08-03 --to 2026-08-07'],
  'iro complaint <ref>': ['iro complaint K1 --from mother --about late --review 4'],
  'irm add': ['irm add --ref A9 --kind foster-carer --name "A Carer" --social-worker "New Worker"'],
  'irm edit <ref>': ['irm edit A1 --address "2 Hill, Town"', APPLICANT],
  'irm link <ref> [name]': ['irm link A1 "H Ouse" --as household', APPLICANT],
  'irm unlink <ref> <who>': ['irm unlink A1 household', APPLICANT, 'irm link A1 "H Ouse" --as household'],
  'irm record <ref>': ['irm record A1 --determination fostering --dated 2026-03-12', APPLICANT],
  'letter pack <ref...>': ['letter pack K1 --moment invitations --format txt --out OUT --sent-on 2026-03-13'],
  'letter <template> <ref...>': ['letter introduction-iro K1 --format txt --out OUT'],
  'person add': ['person add --name "P Erson" --role manager --team South --manages "A Khan"'],
  'person edit <name>': ['person edit "A Khan" --new-name "A Khan-Lee" --team East'],
  'person leave <name>': ['person leave "Joe Marlow" --from 2026-08-03 --to 2026-08-07'],
  'dispute open <ref>': ['dispute open K1 --about "No tutor" --theme education --by 2026-04-01'],
  'dispute stage <ref> [which]': ['dispute stage K1 --to "Joe Marlow"', 'dispute open K1 --about x'],
  'dispute note <ref> [which]': ['dispute note K1 --text "They met"', 'dispute open K1 --about x'],
  'dispute cafcass <ref> [which]': [
    'dispute cafcass K1 --outcome not-referred --why "It is promised"',
    'dispute open K1 --about x',
  ],
  'dispute resolve <ref> [which]': ['dispute resolve K1 --how "They met"', 'dispute open K1 --about x'],
  'recommendation add <ref>': ['recommendation add K1 --text "See the dentist" --owner mother --yes'],
  'recommendation done <ref> <which>': ['recommendation done K1 4.1 --yes'],
  'recommendation overtaken <ref> <which>': ['recommendation overtaken K1 4.1 --why moved --yes'],
  'recommendation track <ref> [which]': ['recommendation track K1 --by 2026-04-01 --about "a place" --yes'],
  'recommendation check <ref> <which>': [
    'recommendation check K1 4.1 --finding waiting --by 2026-04-20',
    'recommendation track K1 4.1 --by 2026-03-30',
  ],
  'recommendation escalate <ref> <which>': [
    'recommendation escalate K1 4.1 --to "Joe Marlow" --dispute',
    'recommendation track K1 4.1 --by 2026-03-10 --today 2026-03-02',
  ],
  'recommendation resolve <ref> <which>': [
    'recommendation resolve K1 4.1 --how done',
    'recommendation track K1 4.1 --by 2026-03-30',
  ],
  'review plan <ref...>': ['review plan K1 --meeting "10/4/2026 11:00" --because ill --yes'],
  'review participants <ref>': ['review participants K1 --add mother'],
  'review not-invite <ref> [who]': [
    'review not-invite K1 mother --concern threats --considered "a call" --views "by letter" --iro-consulted today --look-again 2026-04-01 --yes',
  ],
  'review prepare <ref...>': ['review prepare K1 --child-consulted today --concern "the taxi is late"'],
  'review hold <ref...>': [
    'review hold K1 --on 2026-03-13 --code PN1 --decision "see the dentist; mother; 1/5/2026" --considered all --yes',
  ],
  'review adjourn <ref>': ['review adjourn K1 --on 2026-03-13 --reason "no report" --yes'],
  'review cancel <ref>': ['review cancel K1 --reason ill --agreed-by "Joe Marlow" --yes'],
  'review after <ref>': [
    'review after K1 --review 4 --decisions-sent 2026-02-02 --received 2026-02-03 --response disagreed --responded 2026-02-04 --about 4.1 --dispute --yes',
  ],
  'review monitor <ref>': ['review monitor K1 --review 4 --drift no'],
  'review monitoring': [
    'review monitoring --sent-to "Joe Marlow"',
    'review monitor K1 --review 4 --drift no --on 2026-02-05',
  ],
  'review distribute <ref> [who]': [
    'review distribute K1 mother --review 4 --record full --why asked --decided-by "A Khan"',
  ],
  'review call-early <ref>': [
    'review call-early K1 --asked-by mother --reason contact --decision granted --by 2026-03-30 --yes',
  ],
  'review before-change <ref>': ['review before-change K1 --kind placement-end --by 2026-05-01 --yes'],
  'review no-meeting <ref>': [
    'review no-meeting K1 --factors settled --consulted child --yes',
    'record K1 long-term-foster-designated --on 2025-02-01',
  ],
  'review midway <ref>': ['review midway K1 --findings "all well"'],
  'report outbox': [
    'report outbox --give-up 1 --why "told by telephone"',
    'settings set mail.from unit@testshire.gov.uk',
    'settings set mail.sendmail /bin/false',
    'FAILS report overdue --to managers --send',
  ],
  'report overdue': [
    'report overdue --to managers --send --once-per-day',
    'settings set mail.from unit@testshire.gov.uk',
    'settings set mail.sendmail /bin/true',
  ],
  'settings set <key> [value...]': ['settings set closed-days 2026-12-29'],
  'settings holidays [word] [what...]': [
    'settings holidays add 2026-03-20 --name "A day off" --source gov.uk --yes',
  ],
  'import map <file>': ['import map LIST --name ours --yes'],
  'import cases <path>': ['import cases LIST --map children --yes'],
  'settings team': ['settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4 --joined 1'],
};

/** The same of other things that a command does, by one of its options or words. */
export const OTHERWISE: Readonly<Record<string, readonly [line: string, ...before: string[]]>> = {
  'doctor --mend': [
    'doctor --mend',
    'record K1 dispute-opened ref=D9 about="Peter agreed" --on 2026-03-01',
    'child link K1 "Peter Frost" --role relative',
  ],
  'settings team --remove': [
    'settings team --role iro --on 2025-04-01 --remove',
    'settings team --role iro --on 2025-04-01 --posts 8',
  ],
  'settings holidays import': ['settings holidays import HOLIDAYS --yes'],
  'settings set, to take away': ['settings set unit.name', 'settings set unit.name "Another"'],
  'review before-change --withdrawn': [
    'review before-change K1 --withdrawn --why "it stays" --yes',
    'review before-change K1 --kind placement-end --by 2026-05-01 --yes',
  ],
  'review call-early --withdrawn': [
    'review call-early K1 --withdrawn --why "all is well" --yes',
    'review call-early K1 --asked-by mother --reason contact --decision granted --by 2026-03-30 --on 2026-03-12 --yes',
  ],
  'review adjourn --adoption': [
    'review adjourn K1 --on 2026-03-13 --reason "no report" --adoption --yes',
    'record K1 adoption-authorised --on 2026-02-10',
  ],
  'review hold --adoption': [
    'review hold K1 --on 2026-03-13 --adoption --yes',
    'record K1 adoption-authorised --on 2026-02-10',
  ],
  'review hold --exit': [
    'review hold K1 --on 2026-03-13 --exit --yes',
    'child left K1 --on 2026-03-12 --reason E8 --unplanned --approved-by "Joe Marlow" --approved-as nominated-officer --iro-consulted 2026-03-11 --yes',
  ],
  'review plan --venue': ['review plan K1 --venue "Another hall" --yes'],
  'review not-invite --reasons-sent': [
    'review not-invite K1 mother --reasons-sent 2026-03-13',
    'review not-invite K1 mother --concern threats --considered "a call" --views "by letter" --iro-consulted today --look-again 2026-04-01 --yes',
  ],
  'child link, of someone known': ['child link K1 "Mo Ther" --contact none'],
  'child link --siblings': ['child link K1 K2 K3 --siblings'],
  'iro complaint --answered': [
    'iro complaint K1 --answered C1 --outcome "put right"',
    'iro complaint K1 --from mother --about late --review 4 --on 2026-03-01',
  ],
};

/** Typed at each of those that write nothing into a database that is there. */
export const READS: Readonly<Record<string, string>> = {
  due: 'due --week',
  'import maps [name]': 'import maps',
  'export annex-a <file>': 'export annex-a BOOK --force',
  'export calendar <file>': 'export calendar CALENDAR --force',
  'export child <ref> [dir]': 'export child K1 OUT --force',
  'export ssd <to>': 'export ssd OUT --force',
  'export ssda903 [dir]': 'export ssda903 OUT --year 2026 --force',
  'find <words...>': 'find K1',
  'explain <ref> [duty]': 'explain K1',
  'days [sum...]': 'days 2026-03-13 +5',
  'timetable <file>': 'timetable SCENARIO',
  audit: 'audit',
  'audit verify': 'audit verify',
  'completion [shell] [typed...]': 'completion bash',
  'adoption show <ref>': 'adoption show K1',
  'child list': 'child list --all',
  'child show <ref>': 'child show K1 --ids',
  'child people <ref>': 'child people K1',
  'conference list [ref]': 'conference list',
  'conference next <ref>': 'conference next K1',
  'conference show <ref>': 'conference list',
  'iro show <ref>': 'iro show K1',
  'iro caseload': 'iro caseload',
  'irm show <ref>': 'irm list --all',
  'irm list': 'irm list',
  'letter list': 'letter list',
  'template list': 'template list',
  'template show <name>': 'template show introduction-iro',
  'template copy <name>': 'template copy introduction-iro',
  'template check [name]': 'template check',
  'template preview <name>': 'template preview introduction-iro --out OUT',
  'pathway show <ref>': 'pathway show K1',
  'person list': 'person list',
  'person show <name>': 'person show "A Khan"',
  'dispute list [ref]': 'dispute list',
  'dispute show <ref> [which]': 'dispute list',
  'recommendation list [ref]': 'recommendation list',
  'report heartbeat': 'report heartbeat',
  'report performance': 'report performance',
  'report disputes': 'report disputes',
  'report recommendations': 'report recommendations',
  'report monitoring': 'report monitoring',
  'report annual': 'report annual --year 2026',
  'report caseload': 'report caseload',
  'report forecast': 'report forecast',
  'report board': 'report board',
  'report explain [figure]': 'report explain reviews.late',
  'review next <ref...>': 'review next K1',
  'review show <ref>': 'review show K1',
  'review list [ref]': 'review list',
  schedule: 'schedule',
  'rules list': 'rules list',
  'rules show <id>': 'rules show review-first',
  'rules check <dir>': 'rules check OUT',
  'rules test <path>': 'rules test SCENARIO',
  'rules new <name>': 'rules new ours --in OUT',
  'secure show <ref>': 'secure show K1',
  'settings list': 'settings list',
  'settings check': 'settings check',
};

export const BEFORE = [
  'person add --name "A Khan" --role iro --team North',
  'person add --name "R Osei" --role iro',
  'person add --name "Joe Marlow" --role manager --team North --email joe@testshire.gov.uk',
  'settings set unit.name "Reviewing Unit"',
  'settings set unit.telephone "01234 567890"',
  'settings set signatory.name "Dana Cole"',
  'new-review --ref K1 --name "First Child" --born 2014-01-05 --looked-after 2025-01-06 --basis V2 --placement U6 --iro "A Khan" --social-worker "S Jones" --team North --today 2025-01-06 --yes',
  'child link K1 "Mo Ther" --role parent --relationship mother --responsibility yes --contact ordinary',
  'review hold K1 --on 2026-01-30 --code PN1 --number 4 --decision "find a school; S Jones; 1/4/2026" --today 2026-01-30 --yes',
  'review plan K1 --meeting "9/4/2026 10:00" --venue Hall --mode in-person --today 2026-02-02 --yes',
  'new-review --ref K2 --name "First Chld" --born 2014-01-05 --looked-after 2025-01-06 --basis V2 --today 2025-01-06 --new --yes',
  'child link K2 "Fa Ther" --role parent --relationship father',
  'child add --ref K3 --name "Bro Ther"',
];

/** The words of these lines that stand for files, each with its file: what is written goes into a folder. */
export const filesIn = (out: string): Readonly<Record<string, string>> => ({
  ...{ OUT: out, BOOK: join(out, 'a.xlsx'), CALENDAR: join(out, 'c.ics') },
  ...{ HOLIDAYS, SCENARIO, LIST },
});
