/**
 * `demo`: a throw-away database of invented children, and this morning's list of it. Never the
 * unit's own database: a new file in a new folder, or one named with --db that is not there yet.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, calendarsWith, createContext } from '../../context';
import { inventChildren } from '../../demo/children';
import { goLiveFor, type World } from '../../demo/diary';
import { randomFrom } from '../../demo/random';
import { addStaff } from '../../demo/staff';
import { type ExitCode, UserError } from '../../errors';
import { newDatabase } from '../../recording/new-database';
import { numberTyped } from '../../recording/number-typed';
import { addChild, addSibling, changeChild } from '../../store/children';
import { addEvent } from '../../store/chronology';
import { writeSetting } from '../../store/settings';
import type { Db } from '../../store/sqlite';
import { asTyped } from '../../ui/as-typed';
import { progressOn } from '../../ui/progress';

export interface DemoOptions {
  readonly children?: string;
  readonly seed?: string;
}

const MOST = 200_000;

/** Runs `demo`. */
export async function demo(
  context: Context,
  _args: readonly [],
  options: DemoOptions,
): Promise<ExitCode | undefined> {
  const children = numberTyped(options.children, '--children', 120, { to: MOST });
  const seed = numberTyped(options.seed, '--seed', 1, { from: 0, to: 2 ** 31 });
  const { flags, io } = context;
  if (flags.db !== undefined && existsSync(context.file)) {
    throw new UserError(
      `${context.file} is there already, and demo only makes new ones.`,
      'Choose another name, or leave --db out.',
    );
  }
  const file =
    flags.db === undefined ? join(mkdtempSync(join(tmpdir(), 'irotool-demo-')), 'demo.db') : context.file;
  const made = await createContext({ ...flags, db: file }, io);
  try {
    newDatabase(made, (db) => insert(made, db, children, seed));
    // The one time that every date is worked out; it says how far it is.
    await made.open();
    const { due } = await import('../due/due');
    const code = await due(made, [], { week: true });
    tell(made, children);
    return code;
  } finally {
    made.close();
  }
}

function insert(context: Context, db: Db, children: number, seed: number): void {
  const { today } = context;
  const world: World = { today, goLive: goLiveFor(today), calendar: calendarsWith([]).statutory };
  writeSetting(db, 'council.name', 'Ambleford Council (invented)');
  writeSetting(db, 'unit.name', 'Independent Reviewing Unit');
  writeSetting(db, 'pack', 'york');
  writeSetting(db, 'go-live', world.goLive);
  const staff = addStaff(db, randomFrom(seed), children);
  const ids: number[] = [];
  const progress = progressOn(context, 'Inventing');
  for (const child of inventChildren(children, seed, world, staff)) {
    const id = addChild(db, child);
    changeChild(db, id, { socialWorkerId: child.socialWorkerId, teamId: child.teamId });
    if (child.siblingOf !== null) addSibling(db, ids[child.siblingOf]!, id);
    for (const fact of child.entries) addEvent(db, id, fact);
    ids.push(id);
    progress(ids.length, children);
  }
}

function tell(context: Context, children: number): void {
  const db = asTyped(context.file);
  context.say(`\n${children} children, all invented, in a throw-away database. To look further:`);
  context.say(`  irotool due --overdue --db ${db}`);
  context.say(`  irotool child show C1001 --db ${db}`);
}
