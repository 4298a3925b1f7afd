import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Job, windowsTask } from '../../src/screens/schedule/lines';
import { folder, irotool } from '../support/harness';

const PROGRAM = join(__dirname, '..', '..', 'bin', 'irotool.js');

/** A real irotool, as cron will run it. */
function real(...words: string[]): void {
  execFileSync(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' });
}

/** A database in a folder whose name cron, sh and systemd each read something into. */
function awkwardUnit(): { home: string; db: string } {
  const home = join(folder(), `Jo's 100% "own" $HOME files`);
  mkdirSync(home);
  const db = join(home, 'unit.db');
  real('init', '--council', 'Testshire', '--yes', '--db', db);
  return { home, db };
}

/** A child of whom much is overdue. */
function addLateChild(db: string): void {
  const born = ['--name', 'Ann Other', '--born', '2015-05-02'];
  real('new-review', '--ref', 'K77', ...born, '--looked-after', '2026-01-05', '--yes', '--db', db);
}

async function linesOf(db: string, ...words: string[]): Promise<string[]> {
  const { code, out } = await irotool(['schedule', ...words, '--db', db]);
  expect(code).toBe(0);
  return out.trimEnd().split('\n');
}

/** Reads a crontab line by crontab(5): five fields, then all up to a percent sign that is not escaped. */
function asCronReads(line: string): { when: string; command: string } {
  const [, when, rest] = /^((?:\S+ ){4}\S+) (.*)$/.exec(line)!;
  const command = /^(?:\\%|[^%])*/.exec(rest!)![0];
  expect(command).toBe(rest);
  return { when: when!, command: command.replaceAll('\\%', '%') };
}

/** Runs a command as cron does: by sh, from the home folder, with next to no environment, no terminal. */
function run(command: string): { code: number | null; shown: string } {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: '/nowhere' },
    input: '',
    encoding: 'utf8',
  });
  return { code: status, shown: stdout + stderr };
}

const unwrapped = (text: string): string => text.replaceAll('\n', ' ');

async function cronJob(db: string, what: string, ...words: string[]) {
  const lines = await linesOf(db, '--system', 'cron', '--what', what, ...words);
  expect(lines).toHaveLength(3);
  return asCronReads(lines[2]!);
}

describe('a report of figures', () => {
  test('goes on the first of each month, of the month before, by each of the three', async () => {
    const { db } = awkwardUnit();
    const [, said, line] = await linesOf(db, '--report', 'performance', '--monthly', '--system', 'cron');
    expect(said).toBe(
      '# irotool: the report performance of the month before, on the first of each month at 7am',
    );
    const { when, command } = asCronReads(line!);
    expect(when).toBe('0 7 1 * *');
    expect(command).toContain(
      ' report performance --month last --to managers --send --once-per-day --no-input ',
    );
    const lines = (await linesOf(db, '--report', 'performance', '--monthly', '--at', '6.30am')).join('\n');
    expect(lines).toContain('OnCalendar=*-*-01 06:30:00 Europe/London');
    expect(lines).toContain('/SC MONTHLY /D 1 /ST 06:30');
  });

  test('that looks ahead goes each weekday or on Mondays, the annual one on 1 April of the year before', async () => {
    const { db } = awkwardUnit();
    const whenOf = async (...words: string[]): Promise<[string, string]> => {
      const [, , line] = await linesOf(db, ...words, '--system', 'cron');
      const { when, command } = asCronReads(line!);
      return [when, / report .* --once-per-day/.exec(command)![0].trim()];
    };
    expect(await whenOf('--report', 'board', '--daily')).toEqual([
      '0 7 * * 1-5',
      'report board --to managers --send --once-per-day',
    ]);
    expect((await whenOf('--report', 'forecast', '--weekly'))[0]).toBe('0 7 * * 1');
    expect(await whenOf('--report', 'annual', '--yearly')).toEqual([
      '0 7 1 4 *',
      'report annual --year last --to managers --send --once-per-day',
    ]);
    const lines = (await linesOf(db, '--report', 'annual', '--yearly')).join('\n');
    expect(lines).toContain('OnCalendar=*-04-01 07:00:00 Europe/London');
    expect(lines).toContain('/SC MONTHLY /M APR /D 1 /ST 07:00');
  });

  test.each([
    ...[
      'performance',
      'disputes',
      'recommendations',
      'monitoring',
      'annual',
      'caseload',
      'forecast',
      'board',
    ],
  ])('%s can be typed as it is printed', async (report) => {
    const { db } = awkwardUnit();
    const { out } = await irotool(['schedule', '--report', report, '--monthly', '--json', '--db', db]);
    const [{ command }] = JSON.parse(out).jobs;
    // It reaches the point at which it needs a manager, and no word of it was refused.
    const { code, err } = await irotool((command as string[]).slice(2));
    expect([code, err]).toEqual([1, expect.stringContaining('There is no manager to report to')]);
  });

  test.each([
    [['--monthly'], '--monthly is of a report.'],
    [['--report', 'performance'], 'How often is it to go?'],
    [['--report', 'performance', '--daily'], 'The report performance does not go each morning.'],
    [['--report', 'board', '--daily', '--weekly'], 'One of --daily, --weekly, --monthly.'],
    [['--report', 'overdue', '--monthly'], 'It is one of performance, disputes'],
    [['--report', 'perfomance', '--monthly'], 'Did you mean "performance"?'],
    [['--report', 'performance', '--monthly', '--what', 'backup'], '--report or --what, not both.'],
  ])('%j is refused', async (words, said) => {
    const { db } = awkwardUnit();
    const { code, err } = await irotool(['schedule', ...words, '--db', db]);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('the crontab line, run for real by sh', () => {
  test('the morning list: in a file that only its owner can read, and nothing shown', async () => {
    const { home, db } = awkwardUnit();
    const { when, command } = await cronJob(db, 'morning');
    expect(when).toBe('30 7 * * 1-5');
    expect(run(command)).toEqual({ code: 0, shown: '' });
    const list = join(home, 'irotool-morning.txt');
    expect(readFileSync(list, 'utf8')).toMatch(/^Due this week, /);
    expect(statSync(list).mode & 0o777).toBe(0o600);
  });

  test('the next morning’s list takes the place of the last', async () => {
    const { home, db } = awkwardUnit();
    const { command } = await cronJob(db, 'morning');
    writeFileSync(join(home, 'irotool-morning.txt'), 'yesterday’s\n'.repeat(500));
    run(command);
    expect(readFileSync(join(home, 'irotool-morning.txt'), 'utf8')).not.toContain('yesterday’s');
  });

  test('a run that fails says so in the file, to cron, and by its exit', async () => {
    const { home, db } = awkwardUnit();
    const { command } = await cronJob(db, 'morning');
    writeFileSync(db, 'spoilt, and no database at all');
    const { code, shown } = run(command);
    expect(code).toBe(1);
    expect(shown).toContain('unit.db is not an irotool database. Name the right file');
    expect(readFileSync(join(home, 'irotool-morning.txt'), 'utf8')).toBe(shown);
  });

  test('the report: shown, with exit 1, if it cannot be sent (test/mail/nights.test.ts has it sent)', async () => {
    const { home, db } = awkwardUnit();
    real('person', 'add', '--name', 'Mo North', '--role', 'manager', '--email', 'mo@x.uk', '--db', db);
    addLateChild(db);
    const { when, command } = await cronJob(db, 'report');
    expect(when).toBe('0 20 * * *');
    const { code, shown } = run(command);
    expect(code).toBe(1);
    expect(shown).toContain('The settings do not say which address mail comes from.');
    expect(shown).not.toContain('Ann Other');
    expect(readFileSync(join(home, 'irotool-report.txt'), 'utf8')).toBe(shown);
  });

  test('the backup: a copy under its day and time, sound, in the folder asked for', async () => {
    const { db } = awkwardUnit();
    addLateChild(db);
    const into = join(folder(), 'other % disk');
    mkdirSync(into);
    const { when, command } = await cronJob(db, 'backup', '--at', '9.05pm', '--into', into);
    expect(when).toBe('5 21 * * *');
    expect(run(command)).toEqual({ code: 0, shown: '' });
    const copies = readdirSync(into).filter((name) => name.endsWith('.db'));
    expect(copies).toEqual([expect.stringMatching(/^irotool-\d{4}-\d\d-\d\d-\d{4}\.db$/)]);
    expect(readFileSync(join(into, 'irotool-backup.txt'), 'utf8')).toContain('Copied 1 child');
  });
});

describe('the systemd units', () => {
  async function units(db: string, what: string) {
    const { out } = await irotool(['schedule', '--what', what, '--system', 'systemd', '--json', '--db', db]);
    return JSON.parse(out).jobs[0].systemd as { name: string; service: string; timer: string };
  }

  /** Reads ExecStart by systemd.syntax(7): C escapes in double quotes, %% and $$ for themselves. */
  function asSystemdReads(service: string): string {
    const [, quoted] = /^ExecStart=\/bin\/sh -c "(.*)"$/m.exec(service)!;
    expect(quoted!.replaceAll(/\\[\\"]|%%|\$\$/g, '')).not.toMatch(/[\\"%$]/);
    return quoted!.replaceAll(/\\([\\"])|%(%)|\$(\$)/g, '$1$2$3');
  }

  test('run what the crontab line does', async () => {
    const { home, db } = awkwardUnit();
    const { service } = await units(db, 'backup');
    const command = asSystemdReads(service);
    expect(command).toBe((await cronJob(db, 'backup')).command);
    expect(run(command)).toEqual({ code: 0, shown: '' });
    expect(readdirSync(home).filter((name) => /^irotool-.*\.db$/.test(name))).toHaveLength(1);
  });

  test('go by London’s clock, and make up for a day switched off', async () => {
    const { db } = awkwardUnit();
    const { name, service, timer } = await units(db, 'morning');
    expect(name).toBe('irotool-morning');
    expect(timer).toContain('OnCalendar=Mon..Fri *-*-* 07:30:00 Europe/London\nPersistent=true\n');
    expect(service).not.toContain('SuccessExitStatus');
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  if (!hasSystemd) console.log('Left out: systemd-analyze is not installed here.');
  test.runIf(hasSystemd)('are taken by systemd itself', async () => {
    const { db } = awkwardUnit();
    const place = folder();
    for (const what of ['morning', 'report', 'backup']) {
      const { name, service, timer } = await units(db, what);
      writeFileSync(join(place, `${name}.service`), `${service}\n`);
      writeFileSync(join(place, `${name}.timer`), `${timer}\n`);
      const files = [join(place, `${name}.service`), join(place, `${name}.timer`)];
      const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], {
        encoding: 'utf8',
      });
      const about = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(name));
      expect(about).toEqual([]);
    }
  });
});

describe('the Windows task', () => {
  const HOME = 'C:\\Users\\Jo Smith\\irotool 100%';
  const job: Job = {
    name: 'backup',
    called: 'the backup',
    days: 'every day',
    at: '21:00',
    command: ['C:\\Program Files\\nodejs\\node.exe', 'C:\\irotool\\bin\\irotool.js', 'backup'],
    copy: { before: `${HOME}\\irotool-`, after: '.db' },
    log: `${HOME}\\irotool-backup.txt`,
  };

  test('is a script, spaces and percent signs quoted, and a line that has it run', () => {
    expect(windowsTask(job)).toEqual({
      file: `${HOME}\\irotool-backup.cmd`,
      script: [
        '@echo off',
        'chcp 65001 >nul',
        `for /f %%d in ('powershell -NoProfile -Command "Get-Date -Format yyyy-MM-dd-HHmm"') do set stamp=%%d`,
        '"C:\\Program Files\\nodejs\\node.exe" C:\\irotool\\bin\\irotool.js backup ' +
          '"C:\\Users\\Jo Smith\\irotool 100%%\\irotool-%stamp%.db" ' +
          '> "C:\\Users\\Jo Smith\\irotool 100%%\\irotool-backup.txt" 2>&1',
        'exit /b %errorlevel%',
      ].join('\n'),
      schtasks:
        'schtasks /Create /F /TN "irotool backup" /SC DAILY /ST 21:00 ' +
        '/TR "\\"C:\\Users\\Jo Smith\\irotool 100%\\irotool-backup.cmd\\""',
    });
  });

  test('of the morning comes on weekdays', () => {
    const morning = windowsTask({ ...job, name: 'morning', days: 'weekdays', at: '07:30', copy: null });
    expect(morning?.schtasks).toContain('/SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 07:30 ');
    expect(morning?.script).not.toContain('stamp');
  });

  test('is not printed if schtasks would cut its path short', () => {
    // /TR takes 261, two of them the quotation marks.
    const ofLength = (letters: number) => `C:\\${'a'.repeat(letters - 7)}.txt`;
    expect(windowsTask({ ...job, log: ofLength(259) })?.file).toHaveLength(259);
    expect(windowsTask({ ...job, log: ofLength(260) })).toBeNull();
  });
});

describe('irotool schedule', () => {
  test('the report is every night at eight unless told', async () => {
    const { db } = awkwardUnit();
    expect((await cronJob(db, 'report')).when).toBe('0 20 * * *');
    expect((await cronJob(db, 'report', '--at', '6.15pm')).when).toBe('15 18 * * *');
  });

  test('prints every job for every system, sets nothing up and says so', async () => {
    const { home, db } = awkwardUnit();
    const before = readdirSync(home).sort();
    const { code, out, err } = await irotool(['schedule', '--db', db]);
    expect(code).toBe(0);
    for (const name of ['morning', 'report', 'backup']) {
      expect(out).toContain(`# irotool-${name}.timer\n`);
      expect(out).toContain(`schtasks /Create /F /TN "irotool ${name}"`);
      expect(
        out
          .split('\n')
          .filter((line) => /^\d+ \d+ \* \* /.test(line) && line.includes(`irotool-${name}.txt`)),
      ).toHaveLength(1);
    }
    expect(out).toContain(process.execPath);
    expect(out).toContain(PROGRAM);
    expect(unwrapped(err)).toContain('For another place: --into FOLDER.');
    expect(err).toContain('Nothing was set up.');
    expect(err.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(readdirSync(home).sort()).toEqual(before);
  });

  test('as JSON: each job with its words, and only the system asked for', async () => {
    const { home, db } = awkwardUnit();
    const { out } = await irotool(['schedule', '--system', 'cron', '--json', '--db', db]);
    const { schema, jobs } = JSON.parse(out);
    expect(schema).toBe(1);
    expect(jobs).toHaveLength(3);
    expect(jobs[0]).toEqual({
      what: 'morning',
      at: '07:30',
      days: 'weekdays',
      command: [process.execPath, PROGRAM, 'due', '--week', '--no-input', '--db', db],
      log: join(home, 'irotool-morning.txt'),
      cron: expect.stringMatching(/^30 7 \* \* 1-5 umask 077; /),
      systemd: null,
      windows: null,
    });
  });

  test('keeps --allow-share in the line, without which the night would be refused', async () => {
    const { db } = awkwardUnit();
    expect((await cronJob(db, 'morning', '--allow-share')).command).toContain(' --allow-share ');
    expect((await cronJob(db, 'morning')).command).not.toContain('--allow-share');
  });

  test('warns of the hour that comes twice in October and not at all in March', async () => {
    const { db } = awkwardUnit();
    const warned = async (at: string): Promise<boolean> =>
      unwrapped((await irotool(['schedule', '--what', 'report', '--at', at, '--db', db])).err).includes(
        'the nights the clocks change',
      );
    expect(await Promise.all(['00:59', '01:00', '01:59', '02:00'].map(warned))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each([
    [
      ['--what', 'mornin'],
      2,
      '--what: there is no "mornin". Did you mean "morning"? It is one of morning, report, backup.\n',
    ],
    [['--system', 'launchd'], 2, '--system: there is no "launchd". It is one of cron, systemd, windows.\n'],
    [['--at', '06:00'], 2, '--at is the time of one job. Say which: --what morning|report|backup\n'],
    [['--what', 'report', '--at', '25:00'], 2, '--at: "25:00" is not a time. Times are typed 07:30.\n'],
    [
      ['--into', '/nowhere/at all'],
      1,
      'There is no folder /nowhere/at all. Make it, or choose another place.\n',
    ],
  ])('refuses %j', async (words, code, err) => {
    const { db } = awkwardUnit();
    expect(await irotool(['schedule', ...words, '--db', db])).toEqual({ code, out: '', err });
  });

  test('refuses if there is no database: the line would fail each night', async () => {
    const db = join(folder(), 'none.db');
    expect(await irotool(['schedule', '--db', db])).toEqual({
      code: 1,
      out: '',
      err: `There is no database at ${db}. To make one: irotool init\n`,
    });
    expect(existsSync(db)).toBe(false);
  });

  test('refuses a path with a line end, which no crontab can hold', async () => {
    const home = join(folder(), 'two\nlines');
    mkdirSync(home);
    const db = join(home, 'unit.db');
    real('init', '--council', 'Testshire', '--yes', '--db', db);
    const { code, out, err } = await irotool(['schedule', '--db', db]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('A path has a line end in it');
  });
});
