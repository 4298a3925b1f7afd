/** A unit with a child whose placement is confidential, where every free text tells it by a slip. */
import { type Unit, unit } from './harness';

/** What nobody may read who may not know where K1 lives. */
export const SECRETS = [
  'Beth',
  'Ames',
  'Oak Street',
  'YO8 4AB',
  'Selby',
  '01757 555123',
  'beth@example.org',
  'Sue Pervisor',
];

const LINES: readonly (readonly [day: string, line: string])[] = [
  ['2026-03-02', 'settings set unit.name Reviewing Unit'],
  ['2026-03-02', 'settings set unit.email unit@testshire.gov.uk'],
  ['2026-03-02', 'settings set unit.telephone 01904 551000'],
  ['2026-03-02', 'settings set signatory.name Pat Admin'],
  ['2026-03-02', 'settings set advocacy Speak Up, 0800 1111'],
  ['2026-03-02', 'settings set complaints Write to the complaints manager'],
  ['2026-03-02', 'person add --name "B Boss" --role service-manager --email boss@testshire.gov.uk'],
  ['2026-03-02', 'person add --name "T Leader" --role manager'],
  [
    '2026-03-02',
    'new-review --ref K1 --name "Siân Roe" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes',
  ],
  [
    '2026-03-02',
    'new-review --ref K2 --name "Macsen Roe" --born 2017-05-02 --looked-after 2026-03-02 --basis V2 --sibling K1 --iro "A Khan" --social-worker "S Worker" --placement U6 --yes',
  ],
  [
    '2026-03-02',
    'child link K1 "Beth Ames" --role carer --relationship "foster carer Beth" --tag carer --address "12 Oak Street, Selby, YO8 4AB" --telephone "01757 555123" --email beth@example.org',
  ],
  [
    '2026-03-02',
    'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --contact supervised --email jane@example.org --address "1 High Street, York"',
  ],
  [
    '2026-03-02',
    'child link K1 "Dan Roe" --role parent --relationship father --responsibility yes --contact none',
  ],
  ['2026-03-02', 'child link K1 "Sue Pervisor" --role supervising-social-worker'],
  ['2026-03-02', 'child link K1 "M Teach" --role teacher'],
  ['2026-03-02', 'child link K1 "Gran Roe" --role relative --relationship grandmother'],
  ['2026-03-02', 'child link K1 "G Guard" --role guardian'],
  ['2026-03-02', 'child link K1 "D Doctor" --role health --relationship GP'],
  ['2026-03-02', 'child link K1 "A Voice" --role advocate'],
  ['2026-03-02', 'review plan K1 K2 --meeting "24/3 10:00" --venue "12 Oak Street, Selby"'],
  ['2026-03-02', 'review participants K1 --add mother --supporter carer --interpreter Welsh'],
  ['2026-03-02', 'review participants K1 --add teacher --delegate carer'],
  ['2026-03-02', 'review participants K1 --add gp --delegate "Dr Locum" --why "asked"'],
  [
    '2026-03-03',
    'review not-invite K1 father --concern "He went to 12 Oak Street" --tell "You went to 12 Oak Street, to Beth Ames" --considered "Beth Ames brings a tape" --views "By letter to Mrs Ames" --iro-consulted today --look-again 2026-07-01',
  ],
  [
    '2026-03-24',
    'review hold K1 --on today --code PN1 --attended child,mother,carer,supervising-social-worker --considered changes,contact --not-considered "leisure: Beth Ames knows" --decision "Beth Ames takes her to the dentist; Beth Ames; 1/5/2026" --recommendation "See her at 12 Oak Street; S Worker; 20/4/2026" --differences "Mrs Ames wants more" --satisfied yes --yes',
  ],
  ['2026-03-25', 'recommendation track K1 1.2 --by 2026-04-20'],
  ['2026-03-26', 'review after K1 --decisions-sent today --received today'],
  [
    '2026-04-10',
    'review distribute K1 mother --record part --why "Beth Ames asked" --tell "Mrs Ames of 12 Oak St asked" --decided-by "A Khan and Beth Ames" --redacted "12 Oak Street"',
  ],
  [
    '2026-04-10',
    'review monitor K1 --good-practice "Beth Ames did well" --drift yes --drift-about "12 Oak Street"',
  ],
  ['2026-04-13', 'review midway K1 --findings "Seen at 12 Oak Street, YO8 4AB"'],
  ['2026-04-14', 'review plan K1 --meeting "9/6 10:00" --venue "Foster home, Selby"'],
  [
    '2026-04-15',
    'review cancel K1 --reason "Beth Ames is away" --tell "Beth Ames of Oak St. is away" --agreed-by "A Khan"',
  ],
  ['2026-04-16', 'review plan K1 --meeting "10/6 10:00" --venue "Foster home, Selby"'],
  [
    '2026-04-17',
    'review plan K1 --meeting "20/4 16:00" --venue "Foster home, Selby" --because "Beth Ames asked, ring 01757 555123"',
  ],
  [
    '2026-04-20',
    'review adjourn K1 --on today --reason "Beth Ames had no report" --tell "Beth Ames had no report from 12 Oak Street"',
  ],
  [
    '2026-04-21',
    'review plan K1 --meeting "12/5 16:00" --venue "Foster home, Selby" --because "Beth Ames asked" --tell "Beth Ames asked, ring 01757 555123"',
  ],
  ['2026-04-21', 'review participants K1 --add mother --supporter carer'],
  ['2026-04-21', 'review participants K1 --add teacher --delegate carer'],
  ['2026-04-21', 'review participants K1 --add carer --delegate "Ned Bor"'],
  ['2026-04-21', 'review participants K1 --add gp --delegate "Dr Locum" --why "asked"'],
];

/** The day on which the letters are written. */
export const DAY = '2026-04-27';

/** The unit with all of it recorded. A line that fails stops it. */
export function confidentialUnit(): Promise<Unit> {
  return unit(
    'york',
    LINES.map(([day, line]) => `${line} --today ${day}`),
  );
}
