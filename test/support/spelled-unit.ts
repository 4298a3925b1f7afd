/**
 * A unit with a brother and two sisters in one meeting, each in a confidential household of their own, whose
 * every free text tells all three households by a slip, in every spelling.
 */
import { unit, words } from './harness';
import { HOUSEHOLDS, SPELLINGS } from './spellings';

/** Whose household is whose. */
export const OF = { K1: 'green', K2: 'cottage', K3: 'street' } as const;
const REFS = Object.keys(OF) as (keyof typeof OF)[];

/** Where one spelling stands in a text. */
export const inText = (spelling: string): string => `Take her to ${spelling} soon`;

/** A text with all of them. */
export const ALL = REFS.map((ref) => SPELLINGS[OF[ref]].map(inText).join('. ')).join('. ');

/** `~` stands for all the spellings. */
const LINES: readonly (readonly [day: string, line: string])[] = [
  ['2026-03-02', 'settings set unit.name Unit'],
  ['2026-03-02', 'settings set unit.email unit@testshire.gov.uk'],
  ['2026-03-02', 'settings set unit.telephone "01904 551000"'],
  ['2026-03-02', 'settings set signatory.name "Pat Admin"'],
  ['2026-03-02', 'settings set advocacy "Speak Up"'],
  ['2026-03-02', 'settings set complaints "The complaints manager"'],
  ['2026-03-02', 'person add --name "B Boss" --role service-manager --email boss@testshire.gov.uk'],
  ['2026-03-02', 'person add --name "T Leader" --role manager --email leader@testshire.gov.uk'],
  ...REFS.flatMap((ref, at): [string, string][] => {
    const { name, address, telephone, email } = HOUSEHOLDS[OF[ref]];
    return [
      [
        '2026-03-02',
        `new-review --ref ${ref} --name "${['Siân', 'Macsen', 'Tegan'][at]} Roe" --born 201${5 + at}-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes ${at === 0 ? '' : '--sibling K1'}`,
      ],
      [
        '2026-03-02',
        `child link ${ref} "${name}" --role carer --tag carer --telephone "${telephone}" --address "${address}" --email ${email}`,
      ],
    ];
  }),
  [
    '2026-03-02',
    'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --contact supervised --email jane@example.com --address "1 High Street, York"',
  ],
  ['2026-03-02', 'child link K1 "Dan Roe" --role parent --relationship father --responsibility yes'],
  ...[
    '"M Teach" --role teacher',
    '"Gran Roe" --role relative --relationship grandmother',
    '"G Guard" --role guardian',
    '"D Doctor" --role health --relationship GP',
    '"A Voice" --role advocate',
    '"Sue Pervisor" --role supervising-social-worker',
    '"P Adviser" --role personal-adviser',
    '"V Isitor" --role independent-visitor',
    '"R Worker" --role residential-worker',
    '"L Inker" --role link-worker',
    '"S Upporter" --role supporter',
    '"I Terp" --role interpreter',
    '"L Adviser" --role legal-adviser',
    '"C Lawyer" --role council-lawyer',
    '"O Ther" --role other',
  ].map((who): [string, string] => ['2026-03-02', `child link K1 ${who}`]),
  ['2026-03-02', 'review plan K1 K2 K3 --meeting "24/3 10:00" --venue ~'],
  ['2026-03-02', 'review participants K1 --add gp --delegate "Dr Locum" --why asked'],
  [
    '2026-03-03',
    'review not-invite K1 father --concern ~ --tell ~ --considered ~ --views ~ --iro-consulted today --look-again 2026-07-01',
  ],
  [
    '2026-03-03',
    'review not-invite K1 child --concern ~ --tell ~ --considered ~ --views ~ --iro-consulted today --look-again 2026-07-01',
  ],
  [
    '2026-03-24',
    'review hold K1 --on today --code PN1 --attended child,mother,carer --considered changes,contact --not-considered ~ --differences ~ --satisfied yes --yes',
  ],
  ['2026-03-24', 'record K1 decision-made text=~ owner=iro ref=1.1'],
  ['2026-03-24', 'record K1 decision-made kind=recommendation text=~ owner=iro by=2026-04-20 ref=1.2'],
  ['2026-03-25', 'recommendation track K1 1.2 --by 2026-04-20'],
  ['2026-03-26', 'review after K1 --decisions-sent today --received today --redacted ~'],
  ['2026-03-30', 'review after K1 --response disagreed --about ~ --tell ~ --responded today'],
  [
    '2026-04-10',
    'review distribute K1 mother --record part --why ~ --tell ~ --decided-by "A Khan" --redacted ~',
  ],
  ['2026-04-10', 'review distribute K1 father --record none --why ~ --tell ~ --decided-by "A Khan"'],
  ['2026-04-10', 'review monitor K1 --good-practice ~ --drift yes --drift-about ~'],
  ['2026-04-13', 'review midway K1 --findings ~'],
  ['2026-04-14', 'review plan K1 --meeting "9/6 10:00" --venue ~'],
  ['2026-04-15', 'review cancel K1 --reason ~ --tell ~ --agreed-by "A Khan"'],
  ['2026-04-16', 'review plan K1 --meeting "20/4 16:00" --venue ~'],
  ['2026-04-17', 'review call-early K1 --asked-by child --reason request --about ~ --consulted mother'],
  ['2026-04-17', 'review call-early K1 --decision refused --why ~ --tell ~'],
  ['2026-04-20', 'review adjourn K1 --on today --reason ~ --tell ~ --effect ~ --wishes ~'],
  ['2026-04-21', 'review plan K1 --meeting "12/5 16:00" --venue ~ --because ~ --tell ~'],
  ['2026-04-22', 'person add --name "M Jones" --role iro --email iro2@testshire.gov.uk'],
  ['2026-04-22', 'iro change K1 "M Jones" --reason ~ --independent yes'],
];

/** The day on which all of it is recorded. */
export const DAY = '2026-04-27';

/** The unit with all of it recorded, or another text in its place. A line that fails stops it. */
export async function spelledUnit(text = ALL): Promise<Awaited<ReturnType<typeof unit>>> {
  const made = await unit('york');
  for (const [day, line] of LINES) {
    const typed = words(line).map((word) => word.replace(/~$/, () => text));
    const { code, err } = await made.run([...typed, '--today', day]);
    if (code !== 0) throw new Error(`${day}: ${line}\n${err.slice(0, 600)}`);
  }
  return made;
}
