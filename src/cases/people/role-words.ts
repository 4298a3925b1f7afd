/** What people call a role: the words that are taken for it wherever a role is typed. Data, and how it is read. */

import { folded } from '../../core/privacy/folded';
import { didYouMean, UsageError } from '../../errors';
import { either, roleWords } from '../../ui/words';
import { ROLES } from './roles';

/** Words besides the role's own name; `-` before those that say no more of someone than the role does. */
const CALLED: Readonly<Record<string, string>> = {
  iro: '-independent reviewing officer, -reviewing officer',
  'social-worker': '-sw, -social services worker, -allocated social worker, -case worker, -worker',
  'supervising-social-worker': '-ssw, -fostering social worker, -supervising sw, -fostering worker',
  manager: '-team manager, -tm, -practice manager',
  'service-manager': '-head of service, -group manager, -hos',
  director: '-dcs, -director of childrens services',
  chair: '-conference chair, -cp chair, -chairperson, -chairman, -chairwoman',
  'business-support': '-admin, -administrator, -admin officer, -bso, -secretary, -minute taker',
  parent:
    'mother, mum=mother, mummy=mother, mam=mother, mom=mother, birth mother, birth mum=birth mother, father, dad=father, daddy=father, birth father, birth dad=birth father',
  carer:
    '-foster carer, -fosterer, -foster parent, -foster mother, -foster father, -foster mum, -foster dad, -kinship carer, -connected carer',
  adopter: '-adoptive parent, -adoptive mother, -adoptive father, -prospective adopter',
  'residential-worker': '-key worker, -keyworker, -residential care worker, -home manager, -worker',
  'link-worker': '-short breaks worker, -worker',
  relative:
    'grandmother, gran=grandmother, granny=grandmother, grandma=grandmother, nan=grandmother, nana=grandmother, nanny=grandmother, grandfather, grandad=grandfather, granddad=grandfather, grandpa=grandfather, grandparent, aunt, auntie=aunt, aunty=aunt, uncle, brother, sister, cousin, step-mother, step mum=step-mother, stepmum=step-mother, stepmother=step-mother, step-father, step dad=step-father, stepdad=step-father, stepfather=step-father, -family member, -relation',
  teacher:
    'head teacher, headteacher=head teacher, head=head teacher, head master=head teacher, head mistress=head teacher, class teacher, designated teacher, form tutor, -tutor, -school',
  health:
    'GP, doctor=GP, health visitor, school nurse, nurse, paediatrician, midwife, CAMHS worker, camhs=CAMHS worker, LAC nurse, -health worker',
  'personal-adviser': '-pa, -personal advisor, -leaving care worker, -leaving care adviser',
  'independent-visitor': '-iv, -visitor',
  advocate: '-childrens advocate',
  guardian: '-childrens guardian, -cafcass guardian, -cafcass officer, -cafcass, -guardian ad litem',
  supporter: '-friend, -family friend',
  interpreter: '-translator',
  'legal-adviser': '-solicitor, -lawyer, -barrister, -legal advisor',
  'council-lawyer':
    '-solicitor, -lawyer, -council solicitor, -local authority lawyer, -la lawyer, -councils lawyer',
};

/** A role, and what someone of it is to the child, if the word says more than the role. */
export interface RoleMeant {
  readonly role: string;
  readonly relationship: string | undefined;
}

/** Case, accents, hyphens and apostrophes make no other word. */
const plain = (text: string): string =>
  folded(text)
    .letters.toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True if two words for a role are one. */
export const isSameWord = (one: string, other: string): boolean => plain(one) === plain(other);

/** What a word may mean: none, one, or several; a role's own name is that role. */
export function rolesCalled(typed: string): RoleMeant[] {
  const own = ROLES.find((role) => isSameWord(role, typed));
  if (own !== undefined) return [{ role: own, relationship: undefined }];
  return Object.entries(CALLED).flatMap(([role, words]) =>
    words.split(', ').flatMap((entry) => {
      const [word = '', relationship = word] = entry.replace(/^-/, '').split('=');
      if (!isSameWord(word, typed)) return [];
      return [{ role, relationship: entry.startsWith('-') ? undefined : relationship }];
    }),
  );
}

/** The one of these roles that is called so: by its name, by a word of a pack's, or as everywhere; undefined if none or several. */
export function roleOwing(
  roles: ReadonlySet<string>,
  typed: string,
  called: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const isCalled = (role: string): boolean =>
    [role, ...(called[role] ?? [])].some((word) => isSameWord(word, typed)) ||
    rolesCalled(typed).some((meant) => meant.role === role);
  const [found, ...others] = [...roles].filter(isCalled);
  return others.length === 0 ? found : undefined;
}

/** The role that is meant. Throws a UsageError with the meanings if it is several, and with the nearest if none. */
export function roleMeant(typed: string, among: readonly string[] = ROLES): RoleMeant {
  const [first, ...others] = rolesCalled(typed);
  if (first === undefined) {
    throw new UsageError(
      `There is no role "${typed}".${didYouMean(typed, among)}`,
      `The roles are ${among.join(', ')}.`,
    );
  }
  if (others.length === 0) return first;
  const roles = [first, ...others].map(({ role }) => role);
  throw new UsageError(
    `"${typed}" may be a ${either(roles.map(roleWords))}.`,
    `Type which: ${either(roles.map((role) => `--role ${role}`))}`,
  );
}
