/** `irm link` and `irm unlink`: who applies with an applicant, lives in the household, or supports them. */

import { applicantNamed } from '../../cases/find';
import { addToPeople, type LinkTyped } from '../../cases/people/linking';
import { endLink } from '../../cases/people/unlinking';
import { whoNamed } from '../../cases/people/who';
import type { Context } from '../../context';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { dayDone } from '../../recording/days/day-done';
import { checkName, nameTyped } from '../../recording/name-typed';
import { askReach } from '../../recording/people/ask-reach';
import { addressTyped, oneLineTyped, orNone } from '../../recording/people/details-typed';
import { isToKeep, reachKept } from '../../recording/people/to-keep';
import { peopleRows } from '../../screens/people/applicant';
import { printScreen, sayNotes } from '../../screens/show';
import type { Applicant } from '../../store/applicants';
import { peopleOf } from '../../store/people/child-people';
import { byName } from '../../ui/by-name';
import { askChoice, askText, requireFlags } from '../../ui/prompts';

const PARTS = ['joint-applicant', 'household', 'supporter'] as const;
type PartOfApplicant = (typeof PARTS)[number];

interface Options {
  readonly as?: string;
  readonly relationship?: string;
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly from?: string;
}

/** Families share names: what they are recorded as, so that two of one name are two people. */
const roleOf = (part: PartOfApplicant, { kind }: Applicant): string =>
  part === 'joint-applicant'
    ? kind === 'prospective-adopter'
      ? 'adopter'
      : 'carer'
    : part === 'household'
      ? 'relative'
      : 'supporter';

/** Runs `irm link REF [NAME]`. */
export async function link(
  context: Context,
  [ref, typedName]: readonly [string, string | undefined],
  { as, ...options }: Options,
): Promise<undefined> {
  const unit = await context.open();
  const applicant = applicantNamed(unit.db, ref);
  requireFlags(context, [
    ...(typedName === undefined ? ['NAME'] : []),
    ...(as === undefined ? ['--as'] : []),
  ]);
  const name = nameTyped(
    typedName ?? (await askText(context, { message: 'Name', check: checkName, isName: true })),
    'The name',
  );
  const part =
    as === undefined
      ? await askChoice<PartOfApplicant>(
          context,
          'They are',
          PARTS.map((value) => ({ name: PART_WORDS[value], value })),
        )
      : (oneOfTyped(PARTS, '--as', as) as PartOfApplicant);
  const { relationship, from } = options;
  const isAsked = typedName === undefined || as === undefined;
  const details = {
    email: orNone(options.email, '--email', addressTyped),
    telephone: orNone(options.telephone, '--telephone'),
    address: orNone(options.address, '--address'),
  };
  const typed: LinkTyped = {
    tag: undefined,
    role: undefined,
    link: {
      relationship:
        relationship === undefined ? part.replaceAll('-', ' ') : oneLineTyped(relationship, '--relationship'),
      from: from === undefined ? undefined : context.date(from, '--from', 'past'),
    },
    details: isAsked
      ? await askReach(
          context,
          details,
          {},
          {
            email: addressTyped,
            telephone: oneLineTyped,
            address: oneLineTyped,
          },
        )
      : details,
  };
  if (isAsked) {
    const whom = `${byName(context, unit, applicant)}: ${name}`;
    const kept = [
      ['They are', PART_WORDS[part]],
      ['Relationship', relationship === undefined ? undefined : typed.link.relationship],
      ['Since', typed.link.from && longDate(typed.link.from)],
      ...reachKept(typed.details),
    ] as const;
    if (!(await isToKeep(context, whom, kept))) return undefined;
  }
  const done = unit.save(() => addToPeople(unit, applicant, name, roleOf(part, applicant), typed));
  sayNotes(context, done.notes);
  const added = peopleOf(unit.db, applicant.id, context.today).filter(({ tag }) => tag === done.tag);
  printScreen(context, [`${applicant.ref}  ${done.tag}: added.`, peopleRows(added)]);
  return undefined;
}

const PART_WORDS: Readonly<Record<PartOfApplicant, string>> = {
  'joint-applicant': 'Someone who applies with them',
  household: 'Someone who lives in the household',
  supporter: 'Someone who supports them',
};

/** Runs `irm unlink REF WHO`: the link ends and is kept. */
export async function unlink(
  context: Context,
  [ref, typed]: readonly [string, string],
  options: { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const applicant = applicantNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const { person, called } = whoNamed(context, unit, applicant, typed, context.today);
  if (!person) {
    throw new UserError(
      `${applicant.ref}: ${called} is not one of those linked. Nothing was saved.`,
      `To see who is: irotool irm show ${applicant.ref}`,
    );
  }
  endLink(unit, applicant, person, on, { today: context.today, among: 'with the applicant' });
  context.print(`${applicant.ref}  ${person.tag}: no longer with the applicant from ${longDate(on)}.`);
  return undefined;
}
