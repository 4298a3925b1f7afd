/** The browser by which pages become PDF: Chromium, Chrome or Edge, whichever is there. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../../errors';

/** What it is called where programs are found by name, on Windows with its ending. */
const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge.exe', 'chrome.exe'],
];

/** Where it is installed on Windows and on a Mac, where no path leads to it. */
const PLACES = [
  ...['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'],
  'Chromium/Application/chrome.exe',
];
const ON_A_MAC = [
  ...['Microsoft Edge', 'Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
];

/** The program of the first browser that is there. UserError, with what to do, if there is none. */
export function browserThere(env: Readonly<Record<string, string | undefined>>): string {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined && folder !== '',
  );
  const all = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...programs.flatMap((folder) => PLACES.map((place) => join(folder!, place))),
    ...(process.platform === 'darwin' ? ON_A_MAC : []),
  ];
  const found = all.find(isProgram);
  if (found !== undefined) return found;
  throw new UserError(
    'A PDF is made by a browser, and neither Edge, Chrome nor Chromium is installed here.',
    'Install one of them, or make a Word file (--format docx) and save it as PDF.',
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
