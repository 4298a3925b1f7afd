/** Jobs that run by the clock, as a person puts them in place. */
import { cronLine, inWords, type Job, systemdUnits, windowsTask } from './lines';

export interface ScheduleOptions {
  readonly what?: string;
  /** A report of figures, and how often it goes. */
  readonly report?: string;
  readonly daily?: true;
  readonly weekly?: true;
  readonly monthly?: true;
  readonly yearly?: true;
  /** The dataset’s tables, and the folder or database they go to. */
  readonly ssd?: string;
  readonly passwordFile?: string;
  readonly schema?: string;
  readonly at?: string;
  readonly system?: string;
  readonly into?: string;
}

export type System = 'cron' | 'systemd' | 'windows';

export const SYSTEMS: readonly System[] = ['cron', 'systemd', 'windows'];

export const SECTIONS: Readonly<Record<System, (jobs: readonly Job[]) => string>> = {
  cron: (jobs) =>
    [
      '# For cron: add these lines with crontab -e',
      ...jobs.flatMap((job) => [`# irotool: ${inWords(job)}`, cronLine(job)]),
    ].join('\n'),
  systemd: (jobs) =>
    [
      '# For systemd: save each part in ~/.config/systemd/user under the name above it',
      ...jobs.flatMap((job) => {
        const { name, service, timer } = systemdUnits(job);
        return ['', `# ${name}.service`, service, '', `# ${name}.timer`, timer];
      }),
      '',
      '# Then type:',
      '# systemctl --user daemon-reload',
      ...jobs.map((job) => `# systemctl --user enable --now ${systemdUnits(job).name}.timer`),
      '# To run when nobody is logged in: loginctl enable-linger',
    ].join('\n'),
  windows: (jobs) =>
    ['rem For Windows: each job is a script to save, and a line for a Command Prompt']
      .concat(jobs.flatMap((job) => ['', ...windowsLines(job)]))
      .join('\n'),
};

function windowsLines(job: Job): string[] {
  const task = windowsTask(job);
  const title = `rem irotool: ${inWords(job)}`;
  if (task === null) return [title, 'rem The path is too long for schtasks: choose a folder with --into'];
  return [
    title,
    `rem Save these lines as ${task.file}`,
    task.script,
    'rem Then type in a Command Prompt:',
    task.schtasks,
  ];
}

export function jobJson(job: Job, systems: readonly System[]): object {
  const make = { cron: cronLine, systemd: systemdUnits, windows: windowsTask };
  const { name, at, days, command, log } = job;
  const made = Object.fromEntries(
    SYSTEMS.map((each) => [each, systems.includes(each) ? make[each](job) : null]),
  );
  return { what: name, at, days, command, log, ...made };
}

export function notes(jobs: readonly Job[], { into, system }: ScheduleOptions): string[] {
  const found: string[] = [];
  if (jobs.some((job) => job.at.startsWith('01:'))) {
    found.push(
      'Between 1am and 2am a job may run twice, or not at all, on the nights the clocks change. Choose another time with --at.',
    );
  }
  if (into === undefined && jobs.some((job) => job.copy)) {
    found.push(
      'The copies go beside the database, on the same disk. For another place: --into FOLDER. Nothing takes old copies away.',
    );
  }
  if (system !== 'cron' && system !== 'systemd' && process.platform !== 'win32') {
    found.push('The paths are of this machine: for a Windows machine, run it there.');
  }
  found.push('Nothing was set up. If Node, irotool or the database moves, print this again.');
  return found;
}
