/** What doctor looks at, one function each. None changes anything, but that old drafts go. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context, Unit } from '../context';
import { refOfAction } from '../core/checks/merging';
import { vocabularyOf } from '../core/events/vocabulary';
import { eventWords } from '../core/events/words';
import type { HolidayList } from '../core/time/calendar';
import { addMonths, daysBetween, type IsoDate, londonDate, plainDate } from '../core/time/dates';
import { isSilent, pulseOf, troubleWords, wentWords } from '../reports/pulse';
import { advice, type Finding, fault, sound } from '../screens/findings';
import { checkChildren } from '../store/agenda/check';
import { childById } from '../store/children';
import { forgetOldDrafts } from '../store/drafts';
import { driverInUse } from '../store/driver/choice';
import { lastBackup } from '../store/file/backup';
import { versionOf } from '../store/file/migrate';
import { unfinishedIn } from '../store/file/unfinished';
import { mergeTrouble } from '../store/mending/merges';
import { namesAsWords } from '../store/mending/names';
import { type SpoiltEvent, spoiltByMerges } from '../store/mending/tags';
import { recordedBeside } from '../store/own-events';
import type { Db } from '../store/sqlite';
import { isApplicant } from '../store/subjects';
import { asTyped } from '../ui/as-typed';
import { count, listed } from '../ui/words';

/** Who else on the machine can read the file or put another in its place. Windows has no such modes. */
export function checkPermissions(file: string): Finding[] {
  if (process.platform === 'win32') return [];
  const findings: Finding[] = [];
  const open = [file, `${file}-wal`, `${file}-shm`].filter(
    (each) => existsSync(each) && (statSync(each).mode & 0o077) !== 0,
  );
  findings.push(
    open.length === 0
      ? sound('permissions', 'Only the owner can read the file.')
      : fault(
          'permissions',
          'Others on this machine can read the database.',
          `To stop that: chmod 600 ${open.join(' ')}`,
        ),
  );
  const folder = statSync(dirname(file));
  // In a folder with the sticky bit, such as /tmp, nobody can move another's file.
  if ((folder.mode & 0o022) !== 0 && (folder.mode & 0o1000) === 0) {
    findings.push(
      advice(
        'folder',
        'Others on this machine can put another file in its place.',
        `To stop that: chmod 700 ${dirname(file)}`,
      ),
    );
  }
  return findings;
}

/** Events on chronologies that the pack does not describe, or does no longer. They are shown and count for no rule. */
export function checkEvents({ db, pack }: Unit): Finding {
  const strange = recordedBeside(db, vocabularyOf(pack).kinds);
  if (strange.length === 0)
    return sound('events', 'Every event recorded is one that the pack or irotool knows.');
  const times = strange.reduce((sum, each) => sum + each.times, 0);
  const called = listed(strange.map(({ kind }) => `“${eventWords(kind)}”`));
  return advice(
    'events',
    `${count(times, 'event')} on chronologies (${called}) ${times === 1 ? 'is' : 'are'} of no kind that ${pack.title} knows: no rule counts ${times === 1 ? 'it' : 'them'}.`,
    'To have them count again, describe them under "events:" in the pack’s pack.yaml, as before.',
  );
}

/** What runs that were killed left beside the database, whatever it was to be called: each may hold all of it. */
export function checkUnfinished(file: string): Finding[] {
  const folder = dirname(file);
  const names = unfinishedIn(folder);
  if (names.length === 0) return [];
  const files = names.map((name) => join(folder, name)).join(' ');
  return [
    advice(
      'unfinished',
      `${count(names.length, 'file')} beside the database ${names.length === 1 ? 'was' : 'were'} left by a run that was stopped, and may hold all of it.`,
      `The next backup takes ${names.length === 1 ? 'it' : 'them'} away, or: rm ${files}`,
    ),
  ];
}

/** What two people who merged at once could leave with an older irotool. */
export function checkMerges({ db, engine }: Unit): Finding[] {
  const { circles, strays, people } = mergeTrouble(db);
  const mend = 'To mend it: irotool doctor --mend';
  const findings: Finding[] = [];
  if (circles.length > 0) {
    findings.push(
      fault('merges', `${listed(circles)} were merged into each other, so that none of them counts.`, mend),
    );
  }
  const [stray] = strays;
  if (stray) {
    findings.push(
      fault(
        'merges',
        `${count(strays.length, 'event')} of a record that was merged away count nowhere (event ${stray.event} of ${stray.ref}, now ${stray.into}).`,
        `${mend}. What stays cannot stand beside the rest: irotool child show ${stray.ref} --ids, and enter it under ${stray.into} by hand`,
      ),
    );
  }
  if (people.length > 0) {
    findings.push(fault('merges', `People of ${some(people)} are of a record that was merged away.`, mend));
  }
  const spoilt = spoiltByMerges(db, refOfAction(engine.rules));
  if (spoilt.length > 0) {
    const refs = some([...new Set(spoilt.map(({ into }) => childById(db, into)!.ref))]);
    findings.push(
      fault(
        'merges',
        `As another record was merged into ${refs}, ${count(spoilt.length, 'thing')} got another’s name: ${spoilt.slice(0, NAMED).map(spoiltWords).join('; ')}.`,
        mend,
      ),
    );
  }
  return findings.length > 0 ? findings : [sound('merges', 'No record was merged half.')];
}

/** `event 12 says missing health-2, and should say health`. */
export const spoiltWords = ({ id, attribute, is, should }: SpoiltEvent): string =>
  `event ${id} says ${attribute} ${is}, and should say ${should}`;

/** What an older irotool kept as words, or was typed of somebody before they were recorded. */
export function checkNames(db: Db): Finding[] {
  const { texts, unclear } = namesAsWords(db);
  const refs = (of: readonly { readonly childId: number }[]): string =>
    some([...new Set(of.map(({ childId }) => childById(db, childId)!.ref))]);
  const findings: Finding[] = [];
  if (texts.length > 0) {
    findings.push(
      advice(
        'names',
        `In ${count(texts.length, 'text')} about ${refs(texts)} names are kept as words.`,
        'To keep them as references to those people: irotool doctor --mend',
      ),
    );
  }
  const [first] = unclear;
  if (first) {
    findings.push(
      advice(
        'names',
        `In ${count(unclear.length, 'place')} about ${refs(unclear)} it is not clear whose a name is (event ${first.event}: ${first.tags.join(' or ')}).`,
        'On a terminal irotool doctor --mend asks who is meant.',
      ),
    );
  }
  return findings.length > 0 ? findings : [sound('names', 'No name is kept as words.')];
}

/** Answers that were not saved yet: those that are a day old go. */
export function checkDrafts(db: Db, now: number): Finding {
  const drafts = forgetOldDrafts(db, now);
  return sound(
    'drafts',
    drafts === 0
      ? 'No answers are kept that were not saved.'
      : `The answers to ${count(drafts, 'command')} that were not saved are kept, for a day at most.`,
  );
}

/** The bank holidays should be known for a year ahead. */
export function checkHolidays(today: IsoDate, { horizon }: HolidayList): Finding {
  const found = `Bank holidays are known to ${plainDate(horizon)}.`;
  if (horizon >= addMonths(today, 12)) return sound('holidays', found);
  return advice(
    'holidays',
    found,
    'Dates after that are provisional. To take in gov.uk’s list: irotool settings holidays import FILE',
  );
}

/** SQLite reads every page; every reference is followed; the migrations are those of the version. */
export function checkFile(db: Db): Finding[] {
  const faults = db.pragma('integrity_check(3)') as { integrity_check: string }[];
  if (faults[0]?.integrity_check !== 'ok') {
    return [
      fault(
        'file',
        `The file is damaged (${faults.map((each) => each.integrity_check).join('; ')}).`,
        DAMAGED,
      ),
    ];
  }
  const astray = db.pragma('foreign_key_check') as { table: string; rowid: number }[];
  if (astray.length > 0) {
    const called = ({ table, rowid }: (typeof astray)[number]): string =>
      table !== 'subject' ? table : isApplicant(db, rowid) ? 'applicant' : 'child';
    const tables = [...new Set(astray.map(called))];
    return [
      fault(
        'file',
        `${count(astray.length, 'row')} of ${listed(tables)} point at something that is not there.`,
        DAMAGED,
      ),
    ];
  }
  const version = versionOf(db);
  const ran = db.prepare('SELECT count(*) FROM migration').pluck().get() as number;
  if (ran !== version) {
    return [
      fault(
        'version',
        `The file says version ${version}, and ${count(ran, 'migration')} ran on it.`,
        DAMAGED,
      ),
    ];
  }
  return [
    sound('file', 'The file is sound, and so is every reference in it.'),
    sound('library', `It is opened by ${driverInUse().library}.`),
    sound('version', `The file is of version ${version}, the newest that is known here.`),
  ];
}

const DAMAGED = 'Bring back the last good copy: irotool restore FILE';

const NAMED = 5;

/** What is kept of every child against what the facts come to; facts that do nothing are advice. */
export function checkAgenda({ db, engine }: Unit): Finding[] {
  const children = checkChildren(db, engine);
  const out = children.filter(({ outOfStep }) => outOfStep).map(({ ref }) => ref);
  const findings: Finding[] = [
    out.length === 0
      ? sound('agenda', 'Every deadline is what the facts come to.')
      : fault(
          'agenda',
          `The deadlines kept of ${some(out)} are not what the facts come to.`,
          'To work every date out again: irotool doctor --rebuild. It should not happen: tell whoever looks after irotool.',
        ),
  ];
  const idle = children.filter(({ notes }) => notes.length > 0);
  if (idle.length > 0) {
    findings.push(
      advice(
        'facts',
        `Some facts of ${some(idle.map(({ ref }) => ref))} do nothing (${idle[0]!.ref}: ${idle[0]!.notes[0]}).`,
        `To see them: irotool child show ${idle[0]!.ref}`,
      ),
    );
  }
  return findings;
}

function some(refs: readonly string[]): string {
  const more = refs.length - NAMED;
  return more > 0 ? listed([...refs.slice(0, NAMED), `${more} more`]) : listed(refs);
}

const STALE_AFTER_DAYS = 7;

/** A backup a week, at least. */
export function checkBackup(db: Db, { today, file }: Context): Finding {
  const at = lastBackup(db);
  const next = `To make one: irotool backup FILE --db ${asTyped(file)}`;
  if (at === undefined) return advice('backup', 'No backup was ever made.', next);
  const on = londonDate(Date.parse(at));
  const found = `The last backup was made on ${plainDate(on)}.`;
  return daysBetween(on, today) > STALE_AFTER_DAYS ? advice('backup', found, next) : sound('backup', found);
}

const REPORT_EVERY_DAYS = 2;

/** Where reports are sent by e-mail: that one went lately, and that none waits. */
export function checkReports({ db, settings }: Unit, today: IsoDate): Finding {
  const pulse = pulseOf(db, today);
  const isSetUp = settings.has('mail.host') || settings.has('mail.sendmail');
  if (!isSetUp && pulse.went === null && pulse.waiting === 0) {
    return sound('reports', 'No reports are sent by e-mail.');
  }
  const trouble = troubleWords(pulse);
  const found = [wentWords(pulse), ...trouble].join(' ');
  if (trouble.length === 0 && !isSilent(pulse, REPORT_EVERY_DAYS)) return sound('reports', found);
  return advice('reports', found, 'To look closer: irotool report heartbeat');
}
