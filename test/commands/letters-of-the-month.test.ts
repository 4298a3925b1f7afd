/**
 * Every document, made from the month's story through the real command, in text and as a page, held
 * against its golden file. UPDATE_GOLDEN=1 writes them again: read the difference.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { FOOT, printed, why, wordsOf } from '../support/libreoffice';
import { pageChecker } from '../support/page-checker';
import { type Played, playStory } from '../support/story';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'letters');

/** What a unit sets before its first letter. */
const SETTINGS = [
  'settings set council.name "Testshire Council"',
  'settings set unit.name "Independent Reviewing Unit"',
  'settings set unit.address "West Offices, Station Rise, Testshire TS1 6GA"',
  'settings set unit.telephone "01904 555 000"',
  'settings set unit.email reviews@testshire.gov.uk',
  'settings set unit.hours "Monday to Friday, 9am to 5pm"',
  'settings set signatory.name "Dana Cole"',
  'settings set signatory.title "Review administrator"',
  'settings set advocacy "Speak Up, 01904 555 111"',
  'settings set complaints "Complaints team, 01904 555 222"',
];

/** Everyone who may come, for a review of nine and more. */
const PEOPLE = [
  'child link C1 "Rita Vale" --role residential-worker',
  'child link C1 "Dr Asha Patel" --role health --relationship "school nurse"',
  'child link C1 "Tess Grey" --role personal-adviser',
  'child link C1 "Ian Mott" --role independent-visitor',
  'child link C1 "Ann Lowe" --role advocate',
  'child link C1 "Guy Ross" --role guardian',
  'child link C1 "Owen Bell" --role other --relationship "youth worker"',
  'review participants C1 --add teacher --delegate "Mia Hill"',
];

/** Template, child, to whom; and for what age, if it is a template of several. */
type Letter = readonly [template: string, ref: string, more?: string, age?: string | undefined];

interface Moment {
  readonly until: string;
  readonly today: string;
  /** On that day, or on the day with which a line begins. */
  readonly typed: readonly string[];
  readonly letters: readonly Letter[];
}

/** A child of each age, whose father and advocate are among their people: to each goes every letter to a child. */
const AGES = [
  ['C51', '2', '2023-06-02', 'Ŵyn Łukasiewicz'],
  ['C52', '7', '2018-06-02', "Erin O'Brien"],
  ['C53', '10', '2015-06-02', 'Zofia Łukasiewicz'],
  ['C54', '15', '2010-06-02', 'Dafydd Ŵyn'],
] as const;
const eachAge = (lines: (ref: string) => readonly string[]): string[] => AGES.flatMap(([ref]) => lines(ref));
const OF_EACH_AGE = AGES.flatMap(([ref, , born, name]) => [
  `new-review --ref ${ref} --name "${name}" --born ${born} --looked-after 2026-03-09 --told 2026-03-09 --basis V2 --iro "A Khan" --social-worker "S Jones" --meeting "2/4 15:30" --venue School --yes`,
  `child link ${ref} "Dan Roe" --role parent --relationship father --tag dad-${ref.toLowerCase()} --responsibility yes`,
  `child link ${ref} "Ada Voice" --role advocate --telephone "0800 555 0100"`,
  `review participants ${ref} --add dad-${ref.toLowerCase()}`,
]).map((line) => `2026-03-10 ${line}`);
/** A letter to each of them, of one template that has words for each age. */
const toEachAge = (template: string, more = '', ages: readonly string[] = ['2', '7', '10', '15']): Letter[] =>
  AGES.filter(([, age]) => ages.includes(age)).map(([ref, age]) => [template, ref, more, age]);

/** Two children of the way to adoption: authority, a placement, and a birth mother who comes to a part. */
const ADOPTION = ['C32 --born 2016-05-02', 'C33 --born 2021-05-02'].flatMap((child) => {
  const [ref = ''] = child.split(' ');
  return [
    ...inCare(child, 'Nia Price', 'E1'),
    `child link ${ref} "Carys Price" --role parent --relationship mother --responsibility yes`,
    `child link ${ref} "Joe Hope" --role adopter --tag adopter --knows-placement yes`,
    `adoption authorised ${ref} --by placement-order --on 2026-02-02 --yes`,
    `adoption placed ${ref} --with adopter --on 2026-03-09 --yes`,
    `adoption parent ${ref} mother --answer in-part --why "She may meet the adopters" --tell "A part of the review is with people whom we cannot name." --on 2026-03-10 --yes`,
    `review plan ${ref} --meeting "1/4 10:00" --venue "Civic Centre, room 2" --yes`,
  ];
});

/** Two in secure accommodation, with a panel and a day. */
const SECURE = ['C34 --born 2010-05-02', 'C35 --born 2014-05-02'].flatMap((child) => {
  const [ref = ''] = child.split(' ');
  return [
    ...inCare(child, 'Kit Hale', 'C2'),
    `child link ${ref} "Ann Hale" --role parent --relationship mother --responsibility yes`,
    `child link ${ref} "Ivy Moss" --role independent-visitor`,
    `secure placed ${ref} --until 2026-06-01 --on 2026-03-02 --yes`,
    `secure panel ${ref} --members "Una Fox, Vic Grant, Wes Hart" --chair "Una Fox" --independent "Vic Grant" --on 2026-03-03 --yes`,
    `secure report ${ref} --from mother --said "We miss him at home." --on 2026-03-10 --yes`,
    `secure plan ${ref} --meeting 2026-03-27 --time 14:00 --venue "Civic Centre, room 1" --on 2026-03-10 --yes`,
  ];
});

/** Of each stage its letters, on the day on which the dispute came to it. */
function disputeMoments(): Moment[] {
  const children = ['C38 --born 2016-02-03', 'C39 --born 2020-02-03', 'C40 --born 2011-02-03'];
  const each = (line: (ref: string) => string): string[] =>
    children.map((child) => `${line(child.split(' ')[0]!)} --yes`);
  const opened = [
    ...children.flatMap((child) => inCare(child, 'Ada Dunn', 'C2')),
    ...each(
      (ref) =>
        `dispute open ${ref} --about "There is no plan for school." --theme education --to social-worker --by 2026-03-13 --on 2026-03-09`,
    ),
  ];
  const raised = (to: string, by: string, on: string, answer: string): string[] => [
    ...each((ref) => `dispute stage ${ref} --answer "${answer}" --on ${on}`),
    ...each((ref) => `dispute stage ${ref} --to "${to}" --by ${by} --on ${on}`),
  ];
  const meeting = raised('Bea Boss', '2026-03-25', '2026-03-16', 'A school is being looked for.');
  const senior = raised('the senior manager responsible', '2026-04-08', '2026-03-26', 'No school was named.');
  const top = raised('Pat Chief', '2026-04-20', '2026-04-09', 'The money is not agreed.');
  const referred = each(
    (ref) => `dispute cafcass ${ref} --outcome referred --why "Ten weeks without school." --on 2026-04-14`,
  );
  const resolved = each(
    (ref) =>
      `dispute resolve ${ref} --how "Hill School has a place." --outcome agreed --tell "You start at Hill School on Monday. Jo takes you to see it first." --on 2026-04-20`,
  );
  const [until, boss] = ['2026-03-03', 'person add --name "Bea Boss" --role manager'];
  return [
    { until, today: '2026-03-09', typed: opened, letters: [['dispute-raised', 'C38']] },
    {
      ...{ until, today: '2026-03-16', typed: [boss, ...opened, ...meeting] },
      letters: [['dispute-meeting', 'C38', '--to raised-with']],
    },
    {
      until,
      today: '2026-03-26',
      typed: [...opened, ...meeting, ...senior],
      letters: [['dispute-formal', 'C38']],
    },
    {
      ...{ until, today: '2026-04-09', typed: [...opened, ...meeting, ...senior, ...top] },
      letters: [['dispute-formal-next', 'C38']],
    },
    {
      ...{
        until,
        today: '2026-04-20',
        typed: [...opened, ...meeting, ...senior, ...top, ...referred, ...resolved],
      },
      letters: [
        ['dispute-cafcass', 'C38'],
        ['dispute-settled', 'C38', '--to raised-with'],
        ['dispute-outcome-child', 'C38'],
        ['dispute-outcome-child-under-8', 'C39'],
        ['dispute-outcome-young-person', 'C40'],
      ],
    },
  ];
}

/** Days of the month on which each document has something to say. */
const MOMENTS: readonly Moment[] = [
  {
    until: '2026-03-19',
    today: '2026-03-19',
    typed: PEOPLE,
    letters: [
      ['invitation-child', 'C1'],
      ['invitation-child-under-4', 'C2'],
      ['invitation-parent', 'C1', '--to mother'],
      ['invitation-parent-on-papers', 'C1', '--to father --despite-no-contact'],
      ['invitation-carer', 'C1', '--to carer'],
      ['invitation-residential-worker', 'C1'],
      ['invitation-social-worker', 'C1'],
      ['invitation-teacher', 'C1'],
      ['invitation-health', 'C1'],
      ['invitation-personal-adviser', 'C1'],
      ['invitation-independent-visitor', 'C1'],
      ['invitation-advocate', 'C1'],
      ['invitation-guardian', 'C1'],
      ['invitation-professional', 'C1', '--to youth-worker'],
      ['invitation-delegate', 'C1', '--to delegate'],
      ['invitation-young-person', 'C4'],
      ['notice-social-worker', 'C1'],
      ['reminder-documents', 'C1'],
      ['introduction-iro-young-person', 'C4'],
      ['not-invited-parent', 'C1', '--to father --despite-no-contact'],
      ['consultation-child', 'C1'],
      ['consultation-child-under-4', 'C2'],
      ['consultation-young-person', 'C4'],
      ['consultation-parent', 'C1', '--to mother'],
      ['consultation-carer', 'C1', '--to carer'],
      ['consultation-professional', 'C1', '--to teacher'],
    ],
  },
  {
    until: '2026-03-19',
    today: '2026-03-20',
    typed: [
      'review not-invite C1 carer --concern "The meeting is about the carers" --tell "The meeting is about how you and the agency work together." --considered "Part of it" --views "A call with the IRO" --iro-consulted 2026-03-19 --look-again 2026-06-05',
      'review not-invite C2 child --concern "He is ill" --tell "The meeting would be too long for you now." --considered "Another day" --views "The IRO visits" --iro-consulted 2026-03-19 --look-again 2026-06-05',
      'review plan C1 --meeting "10/4 4.30pm" --venue School --because "The school is closed on the ninth"',
      'review plan C4 --meeting "16/4 10am" --venue "Civic Centre, room 4" --because "The IRO is in court"',
    ],
    letters: [
      ['not-invited-carer', 'C1', '--to carer'],
      ['meeting-changed', 'C1', '--to mother'],
    ],
  },
  {
    until: '2026-03-19',
    today: '2026-03-23',
    typed: [
      'review cancel C1 --reason "Snow" --agreed-by "B Boss"',
      'review cancel C4 --reason "Snow" --agreed-by "B Boss"',
    ],
    letters: [
      ['meeting-cancelled', 'C1', '--to mother'],
      ['meeting-cancelled', 'C1', '--to iro', 'iro'],
    ],
  },
  {
    until: '2026-04-17',
    today: '2026-04-17',
    typed: [],
    letters: [
      ['meeting-adjourned', 'C4', '--to mother'],
      ['meeting-adjourned', 'C4', '--to iro', 'iro'],
      ['record-decisions', 'C6'],
      ['record-full', 'C6'],
      ['monitoring-form', 'C7'],
      ['decisions-manager', 'C6'],
      ['care-plan-reminder', 'C6'],
      ['tracked-reminder', 'C6', '--which 2.2'],
    ],
  },
  {
    until: '2026-04-27',
    today: '2026-05-11',
    typed: [
      'review distribute C1 mother --record none --why "The court has asked for it" --tell "The court has asked us not to send it yet." --decided-by "A Khan and S Jones"',
      'review midway C6 --findings "Contact is weekly now"',
    ],
    letters: [
      ['distribution-full', 'C1', '--to carer'],
      ['distribution-part', 'C1', '--to father --despite-no-contact'],
      ['distribution-none', 'C1', '--to mother'],
      ['tracked-passed', 'C6', '--which 2.2'],
      ['record-exit', 'C5', '--review exit'],
      ['midway-check', 'C6'],
      ['record-without-meeting', 'C7', '--review 9'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-03-19',
    typed: [
      ...OF_EACH_AGE,
      '2026-03-10 child link C54 "Sol Grant" --role supporter',
      '2026-03-10 review participants C54 --add supporter',
    ],
    letters: [['invitation-supporter', 'C54']],
  },
  // To a child of each age.
  {
    until: '2026-03-03',
    today: '2026-03-19',
    typed: OF_EACH_AGE,
    letters: [
      ['invitation-child-under-8', 'C52'],
      ['consultation-child-under-8', 'C52'],
      ['invitation-parent-easy-read', 'C53', '--to dad-c53'],
      ['invitation-young-person-easy-read', 'C54'],
      ['consultation-parent-easy-read', 'C53', '--to dad-c53'],
      ['consultation-young-person-easy-read', 'C54'],
      ...toEachAge('introduction-iro', '', ['2', '7', '10']),
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-03-20',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [
        `review not-invite ${ref} child --concern "Too long" --tell "The meeting would be too long for you now." --considered "Another day" --views "The IRO visits" --iro-consulted 2026-03-19 --look-again 2026-06-05`,
        `review plan ${ref} --meeting "7/4 15:30" --venue "Acomb Library" --because "The school is closed on the second"`,
      ]),
    ],
    letters: [...toEachAge('not-invited-child'), ...toEachAge('meeting-changed-child')],
  },
  {
    until: '2026-03-03',
    today: '2026-03-23',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [`review cancel ${ref} --reason "Snow" --agreed-by "B Boss"`]),
    ],
    letters: toEachAge('meeting-cancelled-child'),
  },
  {
    until: '2026-03-03',
    today: '2026-04-03',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [`review adjourn ${ref} --on 2026-04-02 --reason "A report was missing"`]),
    ],
    letters: toEachAge('meeting-adjourned-child'),
  },
  {
    until: '2026-03-03',
    today: '2026-04-03',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [
        `review hold ${ref} --on 2026-04-02 --code ${ref === 'C51' ? 'PN0' : 'PN1'} --attended child,social-worker --decision "See the dentist; dad-${ref.toLowerCase()}; 1/5/2026" --decision "Find a football club; social-worker; 15/5/2026" --decision "Choose a colour for the bedroom; child" --yes`,
      ]),
    ],
    letters: [
      ...toEachAge('outcome-child'),
      ...toEachAge('distribution-full-child'),
      ['outcome-parent-easy-read', 'C53', '--to dad-c53'],
      ['outcome-young-person-easy-read', 'C53'],
    ],
  },
  // Of an ending of care that nobody had planned.
  {
    until: '2026-03-03',
    today: '2026-03-24',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [
        `child left ${ref} --reason E4B --unplanned --on 2026-03-20 --yes`,
        `review plan ${ref} --meeting "14/4 15:30" --venue "Civic Centre, room 2" --on 2026-03-20 --yes`,
      ]),
    ],
    letters: [...toEachAge('exit-invitation-child'), ['exit-invitation', 'C53', '--to dad-c53']],
  },
  // Between two meetings, and for the meeting itself.
  {
    until: '2026-03-03',
    today: '2026-03-31',
    typed: [
      ...OF_EACH_AGE,
      'person add --role iro --name "Nia Fenn" --telephone "01904 555 777" --email n.fenn@testshire.gov.uk',
      ...eachAge((ref) => [
        `iro change ${ref} "Nia Fenn" --reason "Too many children" --independent yes --on 2026-03-23`,
        `review call-early ${ref} --asked-by child --reason request --consulted dad-${ref.toLowerCase()} --on 2026-03-24`,
        `review call-early ${ref} --decision ${ref === 'C53' ? 'refused --why "It is soon"' : 'granted --by 2026-04-02 --why "He is right"'} --tell "There is a lot to talk about." --on 2026-03-25`,
        `review prepare ${ref} --child-consulted 2026-03-26 --issues "My dog" --wants "Gran" --will-chair`,
        `review participants ${ref} --add dad-${ref.toLowerCase()} --interpreter Welsh --needs "large print"`,
      ]),
    ],
    letters: [
      ...toEachAge('iro-change-child'),
      ['iro-change', 'C53', '--to dad-c53'],
      ...toEachAge('early-decision-child'),
      ['early-decision', 'C53', '--to dad-c53'],
      ...toEachAge('agenda-child'),
      ['agenda', 'C53', '--to social-worker'],
      ['attendance-sheet', 'C53'],
      ['meeting-sheet', 'C53'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-04-27',
    typed: [
      ...OF_EACH_AGE,
      ...eachAge((ref) => [
        `review hold ${ref} --on 2026-04-02 --code ${ref === 'C51' ? 'PN0' : 'PN1'} --attended child,social-worker,dad-${ref.toLowerCase()} --decision "See the dentist; dad-${ref.toLowerCase()}; 1/5/2026" --decision "Find a football club; social-worker; 15/5/2026" --yes`,
        `review after ${ref} --decisions-sent 2026-04-07 --received 2026-04-07`,
        `review after ${ref} --response disagreed --about "Football is dear" --tell "Who pays for the football club." --responded 2026-04-10`,
        `review distribute ${ref} dad-${ref.toLowerCase()} --record part --why "There for a part" --tell "You were there for a part of it." --decided-by "A Khan"`,
      ]),
    ],
    letters: [
      ...toEachAge('manager-disagrees-child'),
      ['manager-disagrees', 'C53', '--to social-worker'],
      ['manager-disagrees', 'C53', '--to iro', 'iro'],
      ['record-of-part', 'C53', '--to dad-c53'],
    ],
  },
  // Of applicants: one for each way that a determination goes.
  {
    until: '2026-03-03',
    today: '2026-05-20',
    typed: [
      'settings set mechanism.name "The Independent Review Mechanism"',
      'settings set mechanism.address "PO Box 1, London"',
      'settings set mechanism.run-by "Coram Children’s Legal Centre (a charity)"',
      'irm add --ref A5 --kind foster-carer --name "Jo Fielding" --address "1 Elm Row, Testshire" --email jo@example.org',
      'irm record A5 --determination fostering --dated 2026-03-03 --of refusal --because "The training was not finished."',
      'irm record A5 --applied 2026-03-20 --notified 2026-03-20',
      'irm record A5 --papers-sent 2026-03-30 --papers assessment,references',
      'irm record A5 --recommended 2026-05-05 --panel different --panel-said "Give more weight to her years of care."',
      'irm record A5 --decided 2026-05-20 --decision same --considered --why "The training keeps children safe."',
      'irm add --ref A6 --kind prospective-adopter --name "Lee Marsh" --address "2 Ash Way, Testshire"',
      'irm record A6 --determination adoption --dated 2026-05-05 --of refusal --because "Your health needs more time."',
      'irm record A6 --representations 2026-05-18',
      'irm add --ref A7 --kind foster-carer --name "Pat Orme" --address "3 Oak End, Testshire"',
      'irm record A7 --determination fostering --dated 2026-05-05 --conviction household',
    ],
    letters: [
      ['irm-determination-fostering', 'A5'],
      ['irm-papers', 'A5'],
      ['irm-decision', 'A5'],
      ['irm-determination-adoption', 'A6'],
      ['irm-representations', 'A6'],
      ['irm-determination-no-right', 'A7'],
    ],
  },
  // Of conferences: one that is prepared, for each age; one that was held; and a child on a plan who came into care.
  {
    until: '2026-03-03',
    today: '2026-03-19',
    typed: [
      'person add --name "Cath Hale" --role chair',
      ...['C21 --born 2016-06-02', 'C22 --born 2020-06-02', 'C23 --born 2011-06-02'].flatMap((child) => {
        const [ref = ''] = child.split(' ');
        return [
          ...ofConference(child),
          `record ${ref} strategy-discussion --on 2026-03-10 --yes`,
          `conference plan ${ref} --meeting "26/3 10:00" --venue "Civic Centre, room 2" --chair "Cath Hale" --yes`,
          `conference participants ${ref} --add child --agreed mother,father`,
        ];
      }),
      'conference participants C21 --add mother --brings "Sol Grant"',
      'conference reports C21 --asked teacher,health --by 2026-03-23',
      'conference exclude C21 --who father --why "Threats to staff" --tell "The conference must be safe for everyone who comes." --instead "A call with the chair on Tuesday." --yes',
    ],
    letters: [
      ['conference-invitation-family', 'C21', '--to mother'],
      ['conference-invitation-child', 'C21'],
      ['conference-invitation-child-under-8', 'C22'],
      ['conference-invitation-young-person', 'C23'],
      ['conference-invitation-practitioner', 'C21', '--to health'],
      ['conference-report-request', 'C21', '--to teacher'],
      ['conference-report-reminder', 'C21', '--to teacher'],
      ['conference-exclusion', 'C21', '--to father'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-08-12',
    typed: [
      'person add --name "Cath Hale" --role chair',
      ...['C24 --born 2016-06-02', 'C25 --born 2014-06-02'].flatMap((child) => {
        const [ref = ''] = child.split(' ');
        return [
          ...ofConference(child),
          `conference hold ${ref} --outcome plan --category neglect --harm yes --attended mother,social-worker,teacher,health --code ${ref === 'C51' ? 'PN0' : 'PN1'} --parents-say "We need help" --core-group social-worker,health,mother --core-group-on 2026-04-24 --chair "Cath Hale" --item "A home that is clean and safe; mother; 1/6/2026" --item "School each day; teacher" --on 2026-04-13 --yes`,
        ];
      }),
      'conference hold C24 --outcome end --harm no --plan no-longer --attended mother,social-worker,teacher,health --code PN6 --parents-say "It is better" --chair "Cath Hale" --on 2026-07-09 --yes',
      'conference after C24 --offered early-help --on 2026-07-10 --yes',
      'new-review --ref C25 --looked-after 2026-07-20 --basis V2 --told 2026-07-20 --yes',
    ],
    letters: [
      ['conference-decision', 'C24', '--which initial --to mother'],
      ['conference-outline-plan', 'C25', '--to mother'],
      ['conference-outcome', 'C24', '--to mother'],
      ['conference-support-offer', 'C24', '--to mother'],
      ['conference-child-in-care', 'C25', '--to health'],
      ['conference-members-reply', 'C25', '--to health'],
    ],
  },
  // Of what two conferences decided: to a child of each age.
  {
    until: '2026-03-03',
    today: '2026-08-12',
    typed: [
      'person add --name "Cath Hale" --role chair',
      ...AGES.flatMap(([ref, , born]) => [
        ...ofConference(`${ref} --born ${born}`),
        `conference hold ${ref} --outcome plan --category neglect --harm yes --attended mother,social-worker,teacher,health --code ${ref === 'C51' ? 'PN0' : 'PN1'} --parents-say "We need help" --core-group social-worker,health,mother --core-group-on 2026-04-24 --chair "Cath Hale" --item "A home that is clean and safe; mother; 1/6/2026" --on 2026-04-13 --yes`,
        `conference hold ${ref} --outcome ${ref === 'C53' ? 'end --harm no --plan no-longer' : 'continue --harm yes --plan as-it-is --category neglect'} --attended mother,social-worker,teacher,health --code ${ref === 'C51' ? 'PN0' : 'PN6'} --parents-say "It is better" --chair "Cath Hale" --on 2026-05-28 --yes`,
      ]),
    ],
    letters: [
      ...toEachAge('conference-decision-child', '--which initial'),
      ...toEachAge('conference-outcome-child'),
    ],
  },
  // Of a dispute that goes to the top, at each of its stages.
  ...disputeMoments(),
  // Of a child on the way to adoption, by age; of a birth parent, and of adopters whose placement ended.
  {
    until: '2026-03-03',
    today: '2026-03-11',
    typed: ADOPTION,
    letters: [
      ['adoption-placed-birth-parent', 'C32', '--to mother'],
      ['adoption-birth-parent-decision', 'C32', '--to mother'],
      ['adoption-invitation-adopter', 'C32'],
      ['adoption-invitation-birth-parent', 'C32', '--to mother'],
      ['adoption-invitation-child', 'C32'],
      ['adoption-invitation-child-under-8', 'C33'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-04-21',
    typed: [
      ...held(ADOPTION),
      ...['C32', 'C33'].flatMap((ref) => [
        `adoption review ${ref} --on 2026-04-01 --attended adopter,child,iro,social-worker --considered all --yes`,
        `adoption placement-ended ${ref} --on 2026-04-20 --yes`,
      ]),
    ],
    letters: [
      ['record-adoption', 'C32'],
      ['adoption-ended-adopter', 'C32'],
      ['adoption-ended-child', 'C32'],
      ['adoption-ended-child-under-8', 'C33'],
      ['adoption-ended-professional', 'C32'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-05-26',
    typed: [
      ...held(ADOPTION),
      'adoption placement-ended C32 --on 2026-04-20 --yes',
      'adoption review C32 --on 2026-05-25 --both no --attended iro,social-worker --yes',
    ],
    letters: [['record-disruption', 'C32']],
  },
  // Of secure accommodation, a pathway plan and a remand.
  {
    until: '2026-03-03',
    today: '2026-03-11',
    typed: SECURE,
    letters: [
      ['secure-invitation-young-person', 'C34'],
      ['secure-invitation-child', 'C35'],
      ['secure-invitation-parent', 'C34'],
      ['secure-invitation-panel', 'C34', '--to panel-2'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-03-30',
    typed: [
      ...held(SECURE),
      'secure review C34 --on 2026-03-27 --outcome stays --criteria yes --necessary yes --other no --reasons "The risk is still there whenever a bad day comes." --views child,mother --yes',
      'secure review C35 --on 2026-03-27 --outcome moves --criteria no --necessary no --other yes --reasons "You are safer now." --views child --yes',
    ],
    letters: [
      ['secure-outcome-young-person', 'C34'],
      ['secure-outcome-child', 'C35'],
      ['secure-outcome-parent', 'C34'],
      ['secure-outcome-professional', 'C34', '--to independent-visitor'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-04-08',
    typed: [
      ...inCare('C36 --born 2009-01-02', 'Lou Finch', 'C2'),
      'child link C36 "Tess Grey" --role personal-adviser --tag adviser --telephone "01904 555 333"',
      'pathway plan C36 --adviser adviser --on 2026-04-06 --yes',
      'pathway plan C36 --assessed 2026-04-07 --views child --yes',
      'pathway plan C36 --made 2026-04-07 --yes',
      'pathway review C36 --asked-by young-person --reason move --by 2026-04-30 --yes',
      'pathway review C36 --meeting 2026-04-22 --time 15:00 --venue "Civic Centre, room 3" --yes',
      ...inCare('C37 --born 2010-01-02', 'Rob Dean', 'J1'),
      'child link C37 "Sue Dean" --role parent --relationship mother --responsibility yes',
      'child remand C37 --to youth-detention --on 2026-04-01 --yes',
      'child remand C37 --plan detention-placement-plan --signed-by "G Vernor" --wishes --on 2026-04-08 --yes',
    ],
    letters: [
      ['pathway-adviser', 'C36'],
      ['pathway-adviser-named', 'C36'],
      ['pathway-plan', 'C36'],
      ['pathway-invitation', 'C36'],
      ['pathway-invitation-professional', 'C36', '--to adviser'],
      ['remand-plan-young-person', 'C37'],
      ['remand-plan-parent', 'C37'],
    ],
  },
  {
    until: '2026-03-03',
    today: '2026-04-23',
    typed: [
      ...inCare('C36 --born 2009-01-02', 'Lou Finch', 'C2'),
      'child link C36 "Tess Grey" --role personal-adviser --tag adviser',
      'pathway plan C36 --made 2026-04-07 --adviser adviser --yes',
      'pathway review C36 --held 2026-04-22 --views child --adviser-came yes --changed yes --outcome "You move to your own flat in June, with Tess to help." --yes',
    ],
    letters: [['pathway-outcome', 'C36']],
  },
];

/** The same once the day of a meeting is over: it is not planned any more. */
function held(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^(?:review|secure) plan/.test(line));
}

/** A child in care, who was before this year began. */
function inCare(child: string, name: string, basis: string): string[] {
  return [
    `new-review --ref ${child} --name "${name}" --looked-after 2026-01-05 --basis ${basis} --iro "A Khan" --social-worker "Jo Smith" --told 2026-01-05 --yes`,
  ];
}

/** A child who need not be in care, with the family and those who work with them. */
function ofConference(child: string): string[] {
  const [ref = ''] = child.split(' ');
  return [
    `child add --ref ${child} --name "Robin Marsh" --social-worker "Jo Smith"`,
    `child link ${ref} "Jane Marsh" --role parent --relationship mother --responsibility yes`,
    `child link ${ref} "Sean Marsh" --role parent --relationship father --responsibility yes`,
    `child link ${ref} "Tom Reed" --role teacher`,
    `child link ${ref} "Hetty Voss" --role health --relationship "health visitor" --tag health`,
  ];
}

/** Sign-offs that begin a page, and headings that end one. */
function alone(pages: string, text: string): string[] {
  const lines = text.split('\n');
  // Of one with lines to write on below it a page's text may end with the heading.
  const headings = lines.filter(
    (_, at) => /^[-=.]{3,}$/.test(lines[at + 1] ?? '') && !/^_+$/.test(lines[at + 3] ?? ''),
  );
  return pages.split('\f').flatMap((page) => {
    const said = page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !FOOT.test(line));
    const [first = '', last = ''] = [said[0], said.at(-1)];
    return [
      ...(/^(?:Yours sincerely|With best wishes)$/.test(first) ? [first] : []),
      ...(headings.includes(last) ? [last] : []),
    ];
  });
}

/** The most words of a sentence, by whom the letter is for; only letters of what is no looked-after review. */
function longestFor(name: string): number {
  const file = join(import.meta.dirname, '..', '..', 'templates', 'letters', `${name}.md.hbs`);
  if (!/^(?:adoption|conference|dispute|pathway|remand|secure)/.test(name) || !existsSync(file)) return 99;
  const front = readFileSync(file, 'utf8');
  if (/^ages: 0-7$/m.test(front)) return 10;
  return /^reader: (?:child|young-person)$/m.test(front) ? 15 : 25;
}

/** True of a letter to a parent, a carer or an adopter; what is in easy read has an idea a line instead of a box. */
function isToFamily(key: string): boolean {
  const file = join(import.meta.dirname, '..', '..', 'templates', 'letters', `${key.split('.')[0]}.md.hbs`);
  if (!existsSync(file)) return false;
  const front = readFileSync(file, 'utf8');
  return /^reader: family$/m.test(front) && !/^written: easy-read$/m.test(front);
}

/** What stands below the salutation, a sentence or a line of a list each. */
function sentencesOf(text: string): string[] {
  const body = text.slice(Math.max(0, text.indexOf('\nDear ')));
  return body
    .split(/\n(?=- |\d\. )|\n\n/)
    .map((part) => part.replaceAll(/\s+/g, ' '))
    .flatMap((part) => part.split(/(?<=[.?:])\s/));
}

const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\d’'-]*[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];

/** What its golden files are called by. */
const keyOf = ([template, , , age]: Letter): string => (age === undefined ? template : `${template}.${age}`);

const ALL = MOMENTS.flatMap(({ letters }, moment) => letters.map((letter) => ({ moment, letter })));

describe('every document of the month', () => {
  const made = new Map<string, string>();
  const word = new Map<string, Uint8Array>();
  const drafts = new Map<string, Uint8Array>();
  const said = new Map<string, string>();
  let onPaper: readonly string[] | null = null;
  /** The pages of each as LibreOffice prints them. */
  const paper = (): readonly string[] => {
    onPaper ??= printed([...word.values()]);
    return onPaper;
  };

  beforeAll(async () => {
    for (const [at, { until, today, typed, letters }] of MOMENTS.entries()) {
      const story: Played = await playStory(until);
      for (const line of [...SETTINGS, ...typed]) {
        const [, on = today, words = line] = /^(\d{4}-\d\d-\d\d) (.*)$/.exec(line) ?? [];
        const { code, err } = await story.run(`${words} --today ${on}`);
        if (code !== 0) throw new Error(`${today}: ${line}\n${err}`);
      }
      for (const [template, ref, more = '', age] of letters) {
        for (const format of ['txt', 'html', 'docx', 'eml']) {
          const out = folder();
          const answer = await story.run(
            `letter ${template} ${ref} ${more} --format ${format} --out ${out} --today ${today}`,
          );
          const name = keyOf([template, ref, more, age]);
          said.set(`${at} ${name} ${format}`, answer.err);
          const [file] = existsSync(out) ? readdirSync(out) : [];
          if (answer.code !== 0 || !file) continue;
          const bytes = readFileSync(join(out, file));
          if (format === 'docx') word.set(name, bytes);
          else if (format === 'eml') drafts.set(name, bytes);
          else made.set(`${name}.${format}`, bytes.toString('utf8'));
        }
      }
    }
  }, 1_200_000);

  it('is every template that there is', async () => {
    const { irotool } = await import('../support/harness');
    const { letters } = JSON.parse((await irotool(['letter', 'list', '--json'])).out) as {
      letters: { name: string }[];
    };
    // A covering e-mail goes with a document, and is none of a child.
    const ofAChild = letters.map(({ name }) => name).filter((name) => name !== 'covering-email');
    expect(ofAChild.sort()).toEqual([...new Set(ALL.map(({ letter: [name] }) => name))].sort());
  });

  it.each(
    ALL.flatMap(({ moment, letter }) =>
      ['txt', 'html'].map((format) => [keyOf(letter), format, moment] as const),
    ),
  )('%s in %s', (name, format, moment) => {
    const text = made.get(`${name}.${format}`);
    expect(text, said.get(`${moment} ${name} ${format}`)).toBeDefined();
    const file = join(GOLDEN, `${name}.${format}`);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, text!);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(text).not.toMatch(/undefined|\[object|\{\{|NaN/);
  });

  it('is said in short sentences, the shorter the younger its reader is', () => {
    const long = ALL.flatMap(({ letter }) => {
      const name = keyOf(letter);
      const most = longestFor(letter[0]);
      return sentencesOf(made.get(`${name}.txt`)!)
        .filter((sentence) => wordsIn(sentence).length > most)
        .map((sentence) => `${name}: ${sentence}`);
    });
    expect(long).toEqual([]);
  });

  it('is a draft that says the same, with the Word file, and no name in its subject or its files', async () => {
    expect([...drafts.keys()].sort()).toEqual([...word.keys()].sort());
    for (const [name, bytes] of drafts) {
      const mail = await PostalMime.parse(bytes);
      const lines = (text = ''): string => text.replaceAll('\r\n', '\n').trim();
      const [text, html] = [made.get(`${name}.txt`), made.get(`${name}.html`)];
      // A record, a form or a paper to an adult is attached: the message speaks of it, and does not have it.
      const isCovered = lines(mail.text).includes('It is attached.');
      const isLetterOrChilds = /^(?:Dear|To whoever) /m.test(text!) || /child|young-person/.test(name);
      expect([name, isCovered]).toEqual([name, !isLetterOrChilds]);
      if (!isCovered) {
        expect([name, lines(mail.text)]).toEqual([name, lines(text)]);
        expect([name, lines(mail.html)]).toEqual([name, lines(html)]);
      }
      const files = mail.attachments.flatMap(({ filename }) => filename ?? []);
      expect([name, files.filter((file) => file !== 'invite.ics')]).toEqual([
        name,
        [expect.stringMatching(new RegExp(`^[AC]\\d+-[\\w-]*${name.split('.')[0]}[\\w.-]*\\.docx$`))],
      ]);
      expect(mail.subject).toMatch(/^[AC]\d+: [a-z ]+$/);
      const isOfMeeting =
        /^(?:(?:conference-|adoption-|secure-)?invitation-(?!parent-on-papers)|pathway-invitation|exit-invitation|meeting-(?:changed|cancelled))/.test(
          name,
        );
      const calendars = mail.attachments.filter(({ mimeType }) => mimeType === 'text/calendar').length > 0;
      expect([name, calendars]).toEqual([name, isOfMeeting]);
    }
  });

  it('is a page that everyone can use, as a checker of pages has it', async () => {
    const checker = pageChecker();
    const names = [...made.keys()].filter((name) => name.endsWith('.html'));
    expect(names).toHaveLength(new Set(ALL.map(({ letter }) => keyOf(letter))).size);
    for (const name of names) {
      const { results } = await checker.validateString(made.get(name)!);
      const said = results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`));
      expect([name, ...said]).toEqual([name]);
    }
  });

  it.skipIf(why !== '')(
    'begins with a box of what matters most if it is to a parent or a carer and over a page long',
    { timeout: 600_000 },
    () => {
      const long = [...word.keys()].flatMap((name, at) => {
        const pages = paper()
          [at]!.split('\f')
          .filter((page) => page.trim() !== '').length;
        const isBoxed = made.get(`${name}.html`)!.includes('<section class="summary"');
        return isToFamily(name) && pages > 1 && !isBoxed ? [`${name}: ${pages} pages`] : [];
      });
      expect(long).toEqual([]);
    },
  );

  it.skipIf(why !== '')(
    'says in Word, opened in LibreOffice, what it says as text',
    { timeout: 600_000 },
    () => {
      expect([...word.keys()].sort()).toEqual([...new Set(ALL.map(({ letter }) => keyOf(letter)))].sort());
      // A line may end within “grown-up”, and a table told in lines has colons.
      const said = (text: string): string[] => wordsOf(text.replaceAll(/-\s*|:/g, ' '));
      // As sets where there is a table: its cells are read in another order, and a narrow one says its
      // headings again. Everything else word for word.
      const compared = (name: string, text: string): string[] => {
        const hasTable = /<table/.test(made.get(`${name}.html`)!);
        return hasTable ? [...new Set(said(text))].sort() : said(text);
      };
      const pages = paper();
      for (const [at, name] of [...word.keys()].entries()) {
        expect([name, ...alone(pages[at]!, made.get(`${name}.txt`)!)]).toEqual([name]);
        expect([name, ...compared(name, pages[at]!)]).toEqual([
          name,
          ...compared(name, made.get(`${name}.txt`)!),
        ]);
      }
    },
  );
});
