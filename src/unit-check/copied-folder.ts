/** Folders that a program of the machine copies to a server as they change: no place for a database. */
import { existsSync } from 'node:fs';
import { dirname, join, win32 } from 'node:path';
import { type Finding, fault } from '../screens/findings';

/** Programs that copy, with the names of their folders and the files that they keep in them. */
const COPIERS: readonly {
  readonly program: string;
  readonly called: RegExp;
  readonly keeps: readonly string[];
}[] = [
  { program: 'OneDrive', called: /^(OneDrive|SharePoint)( - .+)?$/i, keeps: [] },
  { program: 'Dropbox', called: /^Dropbox( \(.+\))?$/i, keeps: ['.dropbox', '.dropbox.cache'] },
  {
    program: 'Google Drive',
    called: /^(Google ?Drive|GoogleDrive-.+|My Drive)( \(.+\))?$/i,
    keeps: ['.tmp.drivedownload', '.tmp.driveupload'],
  },
  { program: 'iCloud Drive', called: /^(iCloud ?Drive|com~apple~CloudDocs)$/i, keeps: [] },
  { program: 'Nextcloud', called: /^Nextcloud$/i, keeps: ['.nextcloudsync.log'] },
];

/** Windows tells where OneDrive's folder is, whatever it is called. */
const ONEDRIVE = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'];

/** The program that copies a file's folder to a server; null if none is known to. */
export function copierOf(file: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const folder = dirname(file) === '.' ? win32.dirname(file) : dirname(file);
  const parts = folder.split(/[/\\]/);
  const isWithin = (of: string | undefined): boolean =>
    of !== undefined &&
    of !== '' &&
    `${folder}/`.replaceAll('\\', '/').startsWith(`${of}/`.replaceAll('\\', '/'));
  if (ONEDRIVE.some((name) => isWithin(env[name]))) return 'OneDrive';
  const copier = COPIERS.find(
    ({ called, keeps }) =>
      parts.some((part) => called.test(part)) || keeps.some((kept) => isAbove(kept, folder)),
  );
  return copier?.program ?? null;
}

/** True if a file is in a folder, or in one above it. */
function isAbove(name: string, folder: string): boolean {
  return existsSync(join(folder, name)) || (folder !== dirname(folder) && isAbove(name, dirname(folder)));
}

/** A fault if the database lies in such a folder. */
export function checkCopiedFolder(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Finding[] {
  const program = copierOf(file, env);
  if (program === null) return [];
  return [
    fault(
      'copied folder',
      `The database is in a folder that ${program} copies to a server: the children’s records leave this machine, and a copy made in the middle of a save can spoil them.`,
      'To move it: irotool backup FILE, to a folder of this machine’s own disk; name that file from then on with --db or IROTOOL_DB, and take this one out of the folder and of its bin.',
    ),
  ];
}
