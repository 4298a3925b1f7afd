/**
 * A unit that was invented: children whose lives could have been typed, each fact recorded some days after it happened, some
 * struck out again. It is written to a real database; what it comes to is counted from there.
 */
import { addDays, birthday, type IsoDate, isoDate } from '../../src/core/time/dates';
import { addChild } from '../../src/store/children';
import { addEvent, strikeEvent } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import { addChildPerson } from '../../src/store/people/child-people';
import { writeDerived } from '../../src/store/settings';
import { saveFacts } from '../../src/store/writing';
import { seeded } from '../core/support/lives';
import { type Unit, unit } from './harness';

const TEAMS = ['East', 'West'];
export const IROS = ['Ada Lane', 'Ben Moor', 'Cat Nash'];
const FIRST = isoDate('2023-04-03');
export const TODAY = isoDate('2026-03-30');

type Said = Readonly<Record<string, string>>;

interface Told {
  readonly on: IsoDate;
  readonly kind: string;
  readonly attributes: Said;
  readonly recordedOn: IsoDate;
  /** The day on which it was struck out. */
  readonly struckOn: IsoDate | null;
}

type Choose = <T>(from: readonly T[]) => T;

interface Dice {
  readonly upTo: (limit: number) => number;
  readonly choose: Choose;
  /** What is said, or, now and then, nothing. */
  readonly perhaps: (attributes: Said) => Said;
}

function diceOf(seed: number): Dice {
  const random = seeded(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  return {
    upTo,
    choose: (from) => from[upTo(from.length)]!,
    perhaps: (attributes) => (upTo(4) === 0 ? {} : attributes),
  };
}

const BEFORE = [
  ...['child-consulted', 'unit-notified', 'sw-iro-discussed', 'invitations-sent'],
  ...['documents-received', 'iro-saw-child'],
];
const AFTER = [
  ...['decisions-sent', 'decisions-received', 'manager-responded', 'care-plan-updated'],
  ...['record-completed', 'record-distributed'],
];
const CODES = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'];
const MATTERS = ['permanence-plan', 'permanence-plan,parallel-plan', 'parallel-plan', 'health'];
/** The tag of an advocate among the people of a child. */
const ADVOCATE = 'advocate';
const GRADES = ['good', 'adequate', 'poor'];

/** A child’s care, its reviews and what comes of them: no two things on one day. */
function careOf(dice: Dice): [IsoDate, string, Said][] {
  const { upTo, choose, perhaps } = dice;
  const told: [IsoDate, string, Said][] = [];
  let day = addDays(FIRST, upTo(500));
  const tell = (kind: string, attributes: Said = {}): void => void told.push([day, kind, attributes]);
  const on = (most: number): void => {
    day = addDays(day, 1 + upTo(most));
  };
  let refs = 0;
  for (let periods = 1 + upTo(2); periods > 0 && day < TODAY; periods--) {
    const basis = choose(['V2', 'V2', 'C1', 'C2', 'C2', 'V4', '']);
    const start: Said = told.length === 0 && upTo(8) === 0 ? { start: 'before' } : {};
    tell('became-looked-after', { ...(basis === '' ? {} : { basis }), ...start });
    on(6);
    const until = upTo(2) === 0 ? addDays(day, 40 + upTo(700)) : addDays(TODAY, 30);
    const open: string[] = [];
    const tracked: string[] = [];
    let [reviewed, decided] = [0, 0];
    while (day < until && day < addDays(TODAY, 20)) {
      const what = upTo(26);
      if (what < 2)
        tell(told.some(([, kind]) => kind === 'iro-allocated') ? 'iro-changed' : 'iro-allocated', {
          iro: String(1 + upTo(IROS.length)),
        });
      else if (what < 5)
        tell('review-planned', {
          meeting: addDays(day, 1 + upTo(40)),
          ...(upTo(3) === 0 && { 'late-because': choose(['snow', 'no room']) }),
        });
      else if (what < 9) {
        tell('review-held', {
          ...perhaps({ code: choose(CODES) }),
          ...(upTo(3) === 0 && { 'late-because': choose(['snow', 'illness']), 'agreed-by': 'a manager' }),
          ...perhaps({ considered: choose(MATTERS) }),
          ...(upTo(2) === 0 && { 'permanence-agreed': choose(['yes', 'no']) }),
          ...(upTo(2) === 0 && { attended: choose(['child', `child,${ADVOCATE}`, ADVOCATE]) }),
          ...(upTo(4) === 0 && { 'child-chaired': 'yes' }),
        });
        reviewed += 1;
      } else if (what < 10)
        tell('views-given', {
          ref: choose(['child', 'child', 'mother']),
          ...perhaps({ how: choose(['form', 'letter', 'meeting']) }),
          ...(upTo(6) === 0 && { 'kept-out': 'as the child wishes' }),
        });
      else if (what < 14) tell(choose(BEFORE));
      else if (what < 18 && reviewed > 0) tell(choose(AFTER));
      else if (what === 18 && reviewed > 0)
        tell('monitoring-form-completed', {
          ...perhaps({ 'plan-quality': choose(GRADES) }),
          ...perhaps({ participation: choose(GRADES) }),
          ...perhaps({ papers: choose(['in-time', 'late', 'missing']) }),
          ...perhaps({ drift: choose(['yes', 'no']) }),
        });
      else if (what === 19) tell(choose(['midway-checked', 'iro-visited']), {});
      else if (what === 20 && reviewed > 0) {
        const ref = `${periods}.${++decided}`;
        open.push(ref);
        tell('decision-made', {
          ref,
          text: 'a tutor',
          ...perhaps({ by: addDays(day, upTo(90)) }),
          ...(upTo(2) === 0 && { kind: 'recommendation' }),
        });
      } else if (what === 21 && open.length > 0)
        tell(choose(['decision-done', 'decision-done', 'decision-overtaken']), { ref: choose(open) });
      else if (what === 22) {
        const ref = open.length > 0 && upTo(2) === 0 ? choose(open) : `T${++refs}`;
        tracked.push(ref);
        tell('recommendation-tracked', { ref, by: addDays(day, 1 + upTo(90)) });
      } else if (what === 23 && tracked.length > 0)
        tell(choose(['recommendation-resolved', 'recommendation-escalated', 'recommendation-resolved']), {
          ref: choose(tracked),
          ...{},
        });
      else if (what === 24) tell('legal-status-changed', { basis: choose(['V2', 'C1', 'C2', 'V4']) });
      else tell('child-visited', {});
      on(upTo(3) === 0 ? 60 : 16);
    }
    if (day >= TODAY || day < until) break;
    const unplanned: Said = upTo(3) === 0 ? { unplanned: 'yes' } : {};
    tell('ceased-looked-after', { ...perhaps({ reason: choose(['E4A', 'E4B', 'E8']) }), ...unplanned });
    on(20);
    if (unplanned.unplanned && upTo(2) === 0) tell('exit-review-held');
    on(200);
  }
  return told;
}

/** Conferences and plans: beside care, or without it. */
function protectionOf({ upTo, choose, perhaps }: Dice): [IsoDate, string, Said][] {
  if (upTo(2) === 0) return [];
  const told: [IsoDate, string, Said][] = [];
  let day = addDays(FIRST, upTo(600));
  const tell = (kind: string, attributes: Said = {}): void => {
    told.push([day, kind, attributes]);
    day = addDays(day, 1 + upTo(70));
  };
  const sat = (): Said => ({
    ...perhaps({ code: choose(CODES) }),
    ...(upTo(4) === 0 && { 'quorum-because': 'snow' }),
    ...perhaps({ 'parents-say': 'they agree' }),
  });
  for (let plans = 1 + upTo(2); plans > 0 && day < TODAY; plans--) {
    tell('strategy-discussion');
    if (upTo(2) === 0) tell('conference-reports-shared', { to: 'mother' });
    if (upTo(4) === 0) {
      tell('initial-conference-held', { outcome: 'no-plan', ...sat() });
      continue;
    }
    tell('initial-conference-held', { ...perhaps({ outcome: 'plan' }), ...sat() });
    for (let rounds = upTo(6); rounds > 0; rounds--) {
      if (upTo(2) === 0) tell('core-group-held');
      if (upTo(3) === 0)
        tell('conference-reports-shared', upTo(4) === 0 ? { why: 'nobody came' } : { to: 'mother' });
      tell('review-conference-held', { ...perhaps({ outcome: 'continue' }), ...sat() });
    }
    if (upTo(3) === 0) break;
    if (upTo(2) === 0) tell('review-conference-held', { outcome: 'end', ...sat() });
    else tell('protection-plan-ended');
    day = addDays(day, upTo(200));
  }
  return told;
}

const STAGES: readonly Said[] = [
  { stage: 'professionals-meeting' },
  { stage: 'senior-manager', formal: 'yes' },
  { stage: 'chief-executive', formal: 'yes' },
];

/** Disputes, from stage to stage, some taken up again after they were settled. */
function disputesOf({ upTo, choose, perhaps }: Dice): [IsoDate, string, Said][] {
  const told: [IsoDate, string, Said][] = [];
  for (let at = upTo(3); at > 0; at--) {
    const ref = `D${at}`;
    let day = addDays(FIRST, upTo(1000));
    told.push([
      day,
      'dispute-opened',
      { ref, about: 'delay', ...perhaps({ theme: choose(['drift', 'care-plan', 'health']) }) },
    ]);
    for (let steps = upTo(7); steps > 0; steps--) {
      day = addDays(day, 1 + upTo(25));
      const [kind, said] = choose<readonly [string, Said]>([
        ['dispute-stage-raised', choose(STAGES)],
        ['dispute-made-formal', {}],
        ['dispute-noted', { text: 'a talk', ...(upTo(2) === 0 && { 'good-practice': 'yes' }) }],
        ['legal-advice-taken', { from: 'a solicitor' }],
        ['cafcass-considered', { outcome: 'not-referred', why: 'it moves' }],
        ['cafcass-referred', {}],
        ['dispute-resolved', { outcome: 'agreed' }],
      ]);
      told.push([day, kind, { ref, ...said }]);
    }
  }
  return told;
}

/** What may be entered by mistake and struck out again: nothing else hangs on it. */
const MISTAKES: readonly (readonly [string, Said])[] = [
  ['review-held', { code: 'PN1' }],
  ['child-visited', {}],
  ['dispute-opened', { ref: 'X1', about: 'nothing', theme: 'other' }],
];

/** Everything of one child: each fact recorded after the one before it, and none before its day. */
function lifeOf(dice: Dice, inCare: boolean, born: IsoDate | null): Told[] {
  const { upTo, choose } = dice;
  const ofAChild = [...(inCare ? careOf(dice) : []), ...protectionOf(dice)].filter(
    ([on]) => born === null || on < birthday(born, 18),
  );
  const all = [...ofAChild, ...disputesOf(dice)];
  all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const told: Told[] = [];
  let last = FIRST;
  for (const [on, kind, attributes] of all) {
    if (on > TODAY) continue;
    const delayed = addDays(on, upTo(3) === 0 ? upTo(40) : upTo(3));
    last = delayed > last ? delayed : last;
    told.push({ on, kind, attributes, recordedOn: last, struckOn: null });
    const isCare = kind === 'midway-checked' || kind === 'iro-visited';
    if (isCare && upTo(2) === 0) {
      const [wrong, said] = choose(MISTAKES);
      told.push({ on, kind: wrong, attributes: said, recordedOn: last, struckOn: addDays(last, upTo(60)) });
    }
  }
  return told.filter(({ recordedOn }) => recordedOn <= TODAY);
}

const noonOf = (on: IsoDate): number => Date.parse(`${on}T12:00:00Z`);

/** A database of so many children of this seed: half of them at least were in care. */
export async function inventedUnit(
  seed: number,
  children: number,
  goLive: IsoDate | null = null,
): Promise<Unit> {
  const made = await unit('york', [
    ...IROS.map((name) => `person add --role iro --name "${name}"`),
    ...TEAMS.map((team) => `person add --role team-manager --name "${team} Manager" --team ${team}`),
  ]);
  if (goLive !== null) await made.run(`settings set go-live ${goLive} --yes`);
  let now = noonOf(FIRST);
  const db = openDatabase(made.db, { now: () => now });
  try {
    saveFacts(db, () => {
      for (let at = 0; at < children; at++) {
        const dice = diceOf(seed * 100 + at);
        const born = dice.upTo(6) === 0 ? null : addDays(isoDate('2006-06-01'), dice.upTo(6000));
        const id = addChild(db, { ref: `K${at + 1}`, name: null, born });
        addChildPerson(db, id, { name: `Mother of K${at + 1}`, role: 'parent' }, { tag: 'mother' });
        addChildPerson(db, id, { name: `Advocate of K${at + 1}`, role: 'advocate' }, { tag: ADVOCATE });
        const team = dice.upTo(3);
        db.prepare('UPDATE subject SET team_id = (SELECT id FROM team WHERE name = ?) WHERE id = ?').run(
          TEAMS[team] ?? null,
          id,
        );
        const known = diceOf(seed * 100 + at + 50_000);
        db.prepare('UPDATE subject SET sex = ?, ethnicity = ?, unaccompanied = ? WHERE id = ?').run(
          known.choose(['M', 'F', '1', null]),
          known.choose(['WBRI', 'WIRI', null]),
          known.choose([0, 0, 1]),
          id,
        );
        for (const { on, kind, attributes, recordedOn, struckOn } of lifeOf(dice, dice.upTo(5) > 0, born)) {
          now = noonOf(recordedOn);
          const event = addEvent(db, id, { on, kind, attributes });
          if (struckOn === null || struckOn > TODAY) continue;
          now = noonOf(struckOn);
          strikeEvent(db, event, 'of another child');
        }
      }
      // The agenda is worked out again when the file is opened next.
      writeDerived(db, 'fingerprint', '');
    });
  } finally {
    db.close();
  }
  return made;
}
