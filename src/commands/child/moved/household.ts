/**
 * Who looks after a child who has moved: the old household's part ends on the day, so that no invitation and
 * no address goes there, and whoever looks after the child now takes it up.
 */

import { filled } from '../../../cases/find';
import { tagOrWords } from '../../../cases/people/someone';
import { theirWords } from '../../../cases/people/who';
import type { Context, Unit } from '../../../context';
import { isSameName } from '../../../core/names/likeness';
import { CARING, isFoster } from '../../../core/reviews/who-should-come';
import type { IsoDate } from '../../../core/time/dates';
import { UsageError } from '../../../errors';
import type { Child } from '../../../store/children';
import {
  addChildPerson,
  type ChildPerson,
  changeChildPerson,
  everyoneOf,
  peopleOf,
} from '../../../store/people/child-people';
import { askChoice, canAsk } from '../../../ui/prompts';
import { listed } from '../../../ui/words';
import { addToPeople } from '../link';
import { freeTag } from '../tags';

/** What a move does to the household: shown with the move, and saved with it. */
export interface Household {
  /** How the placement calls whoever looks after the child: a tag, or words for a short break. */
  readonly carer: string | undefined;
  /** Tags of those who no longer do. */
  readonly leaving: readonly string[];
  readonly notes: readonly string[];
  readonly save: () => void;
}

export interface HouseholdOptions {
  readonly carer?: string;
  readonly oldCarer?: string;
  readonly to: string;
  readonly withParents?: true;
  readonly isShortBreak: boolean;
}

const OLD_CARER = ['still-in-touch', 'no-longer'] as const;
type OldCarer = (typeof OLD_CARER)[number];

/** What becomes of those who looked after the child up to a day: asked once, or by --old-carer. */
export async function householdAfter(
  context: Context,
  unit: Unit,
  child: Child,
  on: IsoDate,
  options: HouseholdOptions,
): Promise<Household> {
  const carer = filled(options.carer, '--carer');
  const typed = oldCarerTyped(options.oldCarer);
  // Between short breaks the child lives at home, and a break is no household that was left.
  if (options.isShortBreak) {
    return {
      carer: carer === undefined ? undefined : tagOrWords(unit, child, carer, on),
      leaving: [],
      notes: [],
      save: () => undefined,
    };
  }
  const people = peopleOf(unit.db, child.id, on);
  const same = carer === undefined ? undefined : people.find((person) => isCalled(person, carer));
  const left = people.filter((person) => CARING.includes(person.role) && person !== same);
  // Of a carer who goes on looking after the child, the others of that household do too.
  const isSameHousehold = same !== undefined && CARING.includes(same.role);
  const leaving = isSameHousehold && typed === undefined ? [] : left;
  const old = leaving.length === 0 ? undefined : (typed ?? (await askOld(context, child, leaving)));
  const tags = everyoneOf(unit.db, child.id).map(({ tag }) => tag.toLowerCase());
  const isNew = carer !== undefined && same === undefined;
  const tag = isNew ? freeTag(tags, 'carer') : same?.tag.toLowerCase();
  return {
    carer: tag,
    leaving: leaving.map((person) => person.tag.toLowerCase()),
    notes: notesOn(child, options, leaving, old, isNew ? tag : undefined, people),
    save: () => {
      for (const person of leaving) changeChildPerson(unit.db, person.id, { until: on });
      if (old === 'still-in-touch') for (const person of leaving) keepInTouch(unit, child, person, on);
      if (isNew) {
        const relationship = isFoster(options.to) ? 'foster carer' : undefined;
        addToPeople(unit, child, carer, 'carer', {
          tag,
          role: 'carer',
          link: { relationship, from: on },
          details: { email: undefined, telephone: undefined, address: undefined },
        });
      }
    },
  };
}

const isCalled = ({ tag, name }: ChildPerson, typed: string): boolean =>
  tag.toLowerCase() === typed.toLowerCase() || isSameName(name, typed);

function oldCarerTyped(typed: string | undefined): OldCarer | undefined {
  if (typed === undefined) return undefined;
  const found = OLD_CARER.find((each) => each === typed.trim().toLowerCase());
  if (found) return found;
  throw new UsageError(`--old-carer is still-in-touch or no-longer; not "${typed}".`);
}

async function askOld(context: Context, { ref }: Child, leaving: readonly ChildPerson[]): Promise<OldCarer> {
  const who = listed(leaving.map(({ tag }) => tag));
  if (!canAsk(context)) {
    throw new UsageError(
      `${context.flags.input ? 'No terminal to ask on' : 'Not asking (--no-input)'}. Missing: --old-carer`,
      `Those who looked after ${ref} until now (${who}) are still in touch with the child, or no longer: --old-carer still-in-touch, or --old-carer no-longer. If they go on looking after the child: --carer ${leaving[0]!.tag}`,
    );
  }
  return askChoice(context, `Those who looked after ${ref} until now (${who}) are`, [
    { name: 'no longer in touch with the child', value: 'no-longer' },
    { name: 'still in touch with the child', value: 'still-in-touch' },
  ]);
}

/** Someone who looked after the child, among the child's people as that and no more: not told where the child lives. */
function keepInTouch(unit: Unit, child: Child, person: ChildPerson, on: IsoDate): void {
  const { name, email, telephone, address } = person;
  const tags = everyoneOf(unit.db, child.id).map(({ tag }) => tag.toLowerCase());
  addChildPerson(
    unit.db,
    child.id,
    {
      name,
      role: 'other',
      email: email ?? undefined,
      telephone: telephone ?? undefined,
      address: address ?? undefined,
    },
    {
      tag: freeTag(tags, 'former-carer'),
      relationship: `former ${theirWords(person)}`,
      contact: person.contact,
      from: on,
    },
  );
}

function notesOn(
  { ref }: Child,
  { carer, withParents }: HouseholdOptions,
  leaving: readonly ChildPerson[],
  old: OldCarer | undefined,
  newTag: string | undefined,
  people: readonly ChildPerson[],
): string[] {
  const notes: string[] = [];
  if (leaving.length > 0) {
    const who = listed(leaving.map(({ tag }) => tag));
    notes.push(
      old === 'still-in-touch'
        ? `No longer looking after the child: ${who}. Still in touch, they are invited only if it is so decided, and are not told where the child lives.`
        : `No longer looking after the child, nor among the child’s people: ${who}.`,
    );
  }
  const going = people.filter(({ role }) => role === 'supervising-social-worker' || role === 'link-worker');
  for (const { tag } of leaving.length > 0 ? going : []) {
    notes.push(
      `${tag} stays among the child’s people. If they belonged to the placement that ended: irotool child unlink ${ref} ${tag}`,
    );
  }
  if (newTag !== undefined) {
    notes.push(
      `Looking after the child now, and recorded as ${newTag}. For their address and telephone: irotool child link ${ref} --tag ${newTag} --address "…" --telephone "…"`,
    );
  } else if (carer === undefined && leaving.length > 0 && !withParents) {
    notes.push(`Who looks after the child now is not recorded: irotool child link ${ref} NAME --role carer`);
  }
  return notes;
}
