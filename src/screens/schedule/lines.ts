/**
 * A job as a crontab line, as a systemd timer with its service, and as a Windows task: text alone,
 * quoted for the program that will read it.
 */
import { sayTime } from '../../core/time/dates';

/** On which days a job runs. */
export type JobDays = 'weekdays' | 'every day' | 'Mondays' | 'first of the month' | 'first of April';

interface DaysTold {
  readonly words: string;
  /** The last three fields of a crontab line: day of the month, month, day of the week. */
  readonly cron: string;
  readonly systemd: string;
  readonly windows: string;
}

const DAYS: Readonly<Record<JobDays, DaysTold>> = {
  weekdays: {
    ...{ words: 'Monday to Friday', cron: '* * 1-5', systemd: 'Mon..Fri *-*-*' },
    windows: '/SC WEEKLY /D MON,TUE,WED,THU,FRI',
  },
  'every day': { words: 'every day', cron: '* * *', systemd: '*-*-*', windows: '/SC DAILY' },
  Mondays: {
    ...{ words: 'on Mondays', cron: '* * 1', systemd: 'Mon *-*-*' },
    windows: '/SC WEEKLY /D MON',
  },
  'first of the month': {
    ...{ words: 'on the first of each month', cron: '1 * *', systemd: '*-*-01' },
    windows: '/SC MONTHLY /D 1',
  },
  'first of April': {
    ...{ words: 'on 1 April', cron: '1 4 *', systemd: '*-04-01' },
    windows: '/SC MONTHLY /M APR /D 1',
  },
};

/** Something irotool is to do by the clock. */
export interface Job {
  readonly name: string;
  /** `the morning list`. */
  readonly called: string;
  readonly days: JobDays;
  /** `07:30`. */
  readonly at: string;
  /** Node, irotool and what is typed after it, each one word. */
  readonly command: readonly string[];
  /** The copy a backup makes ends in its day and time, and then this; null for what makes none. */
  readonly copy: { readonly before: string; readonly after: string } | null;
  /** What the run prints, errors too. */
  readonly log: string;
}

/** `the morning list, Monday to Friday at 7:30am`. */
export function inWords(job: Job): string {
  return `${job.called}, ${DAYS[job.days].words} at ${sayTime(job.at)}`;
}

/** What a shell runs. What is printed is kept; if a run fails, it is shown as well. */
function shellCommand(job: Job): string {
  const words = job.command.map(forShell);
  const { copy, log } = job;
  if (copy) words.push(`${forShell(copy.before)}"$(date +%Y-%m-%d-%H%M)"${forShell(copy.after)}`);
  const kept = forShell(log);
  return `umask 077; ${words.join(' ')} > ${kept} 2>&1 || { code=$?; cat ${kept}; exit $code; }`;
}

/** A word for sh: as it is if nothing in it is special, else in single quotes. */
function forShell(word: string): string {
  return /^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The line for `crontab -e`. To cron a percent sign is the end of the command, unless escaped. */
export function cronLine(job: Job): string {
  const [hour, minute] = job.at.split(':').map(Number);
  return `${minute} ${hour} ${DAYS[job.days].cron} ${shellCommand(job).replaceAll('%', '\\%')}`;
}

export interface SystemdUnits {
  readonly name: string;
  readonly service: string;
  readonly timer: string;
}

/** A service and its timer for the user's own systemd, which reads percent and dollar signs itself. */
export function systemdUnits(job: Job): SystemdUnits {
  const quoted = shellCommand(job)
    .replaceAll(/[\\"]/g, '\\$&')
    .replaceAll('%', '%%')
    .replaceAll('$', () => '$$');
  return {
    name: `irotool-${job.name}`,
    service: [
      '[Unit]',
      `Description=irotool: ${job.called}`,
      '',
      '[Service]',
      'Type=oneshot',
      `ExecStart=/bin/sh -c "${quoted}"`,
    ].join('\n'),
    timer: [
      '[Unit]',
      `Description=irotool: ${inWords(job)}`,
      '',
      '[Timer]',
      `OnCalendar=${DAYS[job.days].systemd} ${job.at}:00 Europe/London`,
      // After a day switched off it runs when the machine is on again.
      'Persistent=true',
      '',
      '[Install]',
      'WantedBy=timers.target',
    ].join('\n'),
  };
}

export interface WindowsTask {
  /** Where the script is to be saved; a task takes no command as long as these are. */
  readonly file: string;
  readonly script: string;
  readonly schtasks: string;
}

/** The longest command that schtasks takes after /TR. */
const LONGEST_TASK = 261;

/** A command script and the `schtasks` line that has it run; null if the folder's path is too long. */
export function windowsTask(job: Job): WindowsTask | null {
  const file = `${job.log.replace(/\.txt$/, '')}.cmd`;
  if (file.length + 2 > LONGEST_TASK) return null;
  const words = job.command.map(forCmd);
  const stamp: string[] = [];
  if (job.copy) {
    // Asked of PowerShell: how %DATE% is written is each user's own choice.
    const ask = 'powershell -NoProfile -Command "Get-Date -Format yyyy-MM-dd-HHmm"';
    stamp.push(`for /f %%d in ('${ask}') do set stamp=%%d`);
    words.push(`"${inScript(job.copy.before)}%stamp%${inScript(job.copy.after)}"`);
  }
  const run = `${words.join(' ')} > ${forCmd(job.log)} 2>&1`;
  return {
    file,
    script: ['@echo off', 'chcp 65001 >nul', ...stamp, run, 'exit /b %errorlevel%'].join('\n'),
    schtasks: `schtasks /Create /F /TN "irotool ${job.name}" ${DAYS[job.days].windows} /ST ${job.at} /TR "\\"${file}\\""`,
  };
}

/** A word of a command script: no path of Windows has a quotation mark in it. */
function forCmd(word: string): string {
  return /^[\w.:\\/+-]+$/.test(word) ? word : `"${inScript(word)}"`;
}

function inScript(text: string): string {
  return text.replaceAll('%', '%%');
}
