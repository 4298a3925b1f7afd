/**
 * Children: who they are, where they stand, and that they have left care.
 */

import type { Context, Unit } from '../context';
import { type IsoDate, LATEST, longDate, plainDate } from '../core/dates';
import type { Fact } from '../core/events';
import { didYouMean, UsageError, UserError } from '../errors';
import { shippedLaw } from '../law/shipped';
import { openDuties, refreshChild } from '../store/agenda';
import {
  addChild,
  addSibling,
  changeChild,
  findChild,
  type ListedChild,
  listChildren,
} from '../store/children';
import { addPerson, findPeople, teamNamed } from '../store/people';
import { askChoice, askText, confirm, requireFlags } from '../ui/prompts';
import { rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { count, dayIn } from '../ui/words';
import { childNamed, personNamed } from './find';
import { record } from './saving';

export { show } from './child-show';

export interface ChildOptions {
  readonly ref?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly socialWorker?: string;
  readonly team?: string;
  readonly sibling?: string;
}

const SEXES = ['M', 'F', 'U'];

/** Runs `child add`: a child of whom nothing has happened yet. */
export async function add(context: Context, _args: readonly [], options: ChildOptions): Promise<undefined> {
  const unit = await context.open();
  requireFlags(context, options.ref === undefined ? ['--ref'] : []);
  const ref = (options.ref ?? (await askText(context, { message: 'Reference' }))).trim();
  if (findChild(unit.db, ref)) {
    throw new UserError(`There is a child ${ref} already.`, `irotool child show ${ref}`);
  }
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(ref)) {
    throw new UsageError(
      `"${ref}" cannot be a reference.`,
      'Letters, figures and . _ / - only, without spaces.',
    );
  }
  const born = options.born === undefined ? null : pastDate(context, options.born);
  unit.save(() => {
    const id = addChild(unit.db, {
      ref,
      name: options.name ?? null,
      born,
      sex: sexTyped(options.sex) ?? null,
    });
    describe(context, unit, id, options);
    refreshChild(unit.db, { id, born }, unit.engine);
  });
  context.print(`${ref}  added. When care begins: irotool new-review --ref ${ref}`);
  return undefined;
}

function pastDate(context: Context, typed: string): IsoDate {
  const date = context.date(typed, '--born', 'past');
  if (date > context.today)
    throw new UserError(`${plainDate(date)} has not come yet.`, 'Check the date of birth.');
  return date;
}

function sexTyped(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const sex = typed.toUpperCase();
  if (SEXES.includes(sex)) return sex;
  throw new UsageError(`--sex is M, F or U (unknown); not "${typed}".`);
}

/** Social worker, team and sibling: added where they are new, and said so. */
function describe(context: Context, unit: Unit, id: number, options: ChildOptions): void {
  const { db } = unit;
  if (options.team !== undefined) {
    const team = teamNamed(db, options.team);
    if (team.isNew) context.say(`${options.team} is new and was added as a team.`);
    changeChild(db, id, { teamId: team.id });
  }
  if (options.socialWorker !== undefined) {
    const known = findPeople(db, options.socialWorker, 'social-worker')[0];
    if (!known) context.say(`${options.socialWorker} is new and was added as a social worker.`);
    const socialWorkerId =
      known?.id ?? addPerson(db, { name: options.socialWorker, role: 'social-worker', team: options.team });
    changeChild(db, id, { socialWorkerId });
  }
  if (options.sibling !== undefined) addSibling(db, id, childNamed(db, options.sibling).id);
}

/** Runs `child edit REF`: a correction of who the child is; dates that hang on a birthday move with it. */
export async function edit(
  context: Context,
  [ref]: readonly [string],
  options: ChildOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  if (Object.values(options).every((value) => value === undefined)) {
    throw new UsageError('Say what to change.', `irotool child edit ${child.ref} --born 2/5/2015`);
  }
  const born = options.born === undefined ? undefined : pastDate(context, options.born);
  const sex = sexTyped(options.sex);
  if (!(await confirm(context, `Change ${child.ref}?`))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  unit.save(() => {
    changeChild(unit.db, child.id, { name: options.name, born, sex });
    describe(context, unit, child.id, options);
    refreshChild(unit.db, { id: child.id, born: born ?? child.born }, unit.engine);
  });
  context.print(`${child.ref}  changed. What it was before is kept: irotool audit --child ${child.ref}`);
  return undefined;
}

export interface ListOptions {
  readonly all?: true;
  readonly iro?: string;
  readonly team?: string;
}

/** Runs `child list`. */
export async function list(context: Context, _args: readonly [], options: ListOptions): Promise<undefined> {
  const unit = await context.open();
  const iroId = options.iro === undefined ? undefined : personNamed(unit.db, options.iro, 'iro', 'IRO').id;
  const team = options.team?.trim().toLowerCase();
  const children = listChildren(unit.db).filter(
    (child) =>
      (options.all || child.inCare || context.flags.json) &&
      (iroId === undefined || child.iroId === iroId) &&
      (team === undefined || child.team?.toLowerCase() === team),
  );
  const next = nextDues(context, unit);
  if (context.flags.json) {
    context.json({
      schema: 1,
      children: children.map((child) => ({
        ref: child.ref,
        name: child.name,
        born: child.born,
        inCare: child.inCare,
        since: child.since,
        legalStatus: child.legalStatus,
        iro: child.iro,
        socialWorker: child.socialWorker,
        team: child.team,
        reviews: child.reviews,
        lastReview: child.lastReview,
        meeting: child.meeting,
        nextDue: next.get(child.id) ?? null,
      })),
    });
    return undefined;
  }
  if (children.length === 0) {
    context.print('No children are in care. When one is: irotool new-review');
    return undefined;
  }
  const rows = children.map((child) => listRow(child, context, next.get(child.id)));
  context.print(
    [
      ...rowLines(
        [['child', 'in care since', 'IRO', 'next due'], ...rows],
        [{}, {}, {}, {}],
        screenWidth(context.io, context.flags),
      ),
      '',
      `${count(children.length, 'child', 'children')}.`,
    ].join('\n'),
  );
  return undefined;
}

function listRow(child: ListedChild, context: Context, next: IsoDate | undefined): string[] {
  const since = child.since === null ? '' : dayIn(child.since, context.today);
  return [
    child.name === null ? child.ref : `${child.ref}  ${child.name}`,
    child.inCare ? since : 'not in care',
    child.iro ?? '',
    next === undefined ? '' : dayIn(next, context.today),
  ];
}

/** The day of each child's earliest open duty. */
function nextDues(context: Context, unit: Unit): Map<number, IsoDate> {
  const { duties } = openDuties(unit.db, unit.engine, {
    today: context.today,
    from: context.today,
    to: LATEST,
  });
  const next = new Map<number, IsoDate>();
  for (const { childId, duty } of duties) if (!next.has(childId)) next.set(childId, duty.due);
  return next;
}

export interface LeftOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly unplanned?: true;
}

/** Runs `child left REF`: the end of a period of care. */
export async function left(
  context: Context,
  [ref]: readonly [string],
  options: LeftOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, options.on === undefined ? ['--on'] : []);
  const on = context.date(
    options.on ?? (await askText(context, { message: 'Left care on', offer: 'today' })),
    '--on',
    'past',
  );
  const reason = await reasonFor(context, options);
  const attributes: Record<string, string> = {};
  if (reason !== undefined) attributes.reason = reason;
  if (options.unplanned) attributes.unplanned = 'yes';
  const facts: Fact[] = [{ on, kind: 'ceased-looked-after', attributes }];
  // Adopted: the order ends the adoption clock too.
  if (reason === 'E11' || reason === 'E12')
    facts.unshift({ on, kind: 'adoption-order-made', attributes: {} });
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref} ceased to be looked after on ${longDate(on)}.`,
  });
  if (saved) context.print(`${child.ref}  left care on ${longDate(on)}: recorded.`);
  return undefined;
}

async function reasonFor(context: Context, options: LeftOptions): Promise<string | undefined> {
  const labels = shippedLaw().codes['reason-ceased'] ?? {};
  const codes = Object.keys(labels).filter((code) => code !== 'X1' && !labels[code]!.old);
  if (options.reason !== undefined) {
    const code = options.reason.toUpperCase();
    if (codes.includes(code)) return code;
    throw new UsageError(
      `--reason: there is no code "${options.reason}".${didYouMean(options.reason, codes)}`,
      `The codes are ${codes.join(', ')}.`,
    );
  }
  if (options.on !== undefined) return undefined;
  return askChoice(
    context,
    'Why did care end?',
    codes.map((code) => ({ name: `${labels[code]!.label} (${code})`, value: code })),
  );
}
