/** Doctor on a database in a folder that OneDrive, Dropbox or Google Drive copies away. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copierOf } from '../../src/unit-check/copied-folder';
import { folder, irotool, unit } from '../support/harness';

/** What doctor says of where the database is, with its exit code. */
async function said(at: string, env: Record<string, string> = {}): Promise<[number, string | undefined]> {
  const { db } = await unit();
  mkdirSync(at, { recursive: true });
  const file = join(at, 'unit.db');
  cpSync(db, file);
  const { code, out } = await irotool(['doctor', '--json', '--db', file], { env });
  const { checks } = JSON.parse(out) as { checks: { check: string; standing: string; found: string }[] };
  return [
    code,
    checks.find(({ check, standing }) => check === 'copied folder' && standing === 'fault')?.found,
  ];
}

describe('a database', () => {
  test.each([
    ['OneDrive - Testshire Council/Documents', 'OneDrive'],
    ['Dropbox/unit', 'Dropbox'],
    ['Google Drive/My Drive', 'Google Drive'],
  ])('in %s is a fault, for %s copies it', async (place, program) => {
    const [code, found] = await said(join(folder(), place));
    expect([code, found]).toEqual([
      1,
      expect.stringContaining(`a folder that ${program} copies to a server`),
    ]);
  });

  test('in a folder with another name is known by what the program keeps in it, or by what Windows says', async () => {
    const [marked, told] = [folder(), folder()];
    writeFileSync(join(marked, '.dropbox'), '');
    expect(await said(join(marked, 'work'))).toEqual([1, expect.stringContaining('Dropbox')]);
    expect(await said(join(told, 'work'), { OneDriveCommercial: told })).toEqual([
      1,
      expect.stringContaining('OneDrive'),
    ]);
  });

  test('anywhere else is none', async () => {
    expect(await said(join(folder(), 'Dropboxes', 'OneDriven'), { OneDrive: '' })).toEqual([0, undefined]);
  });

  test('on Windows is known by Windows’ own paths', () => {
    expect(copierOf('C:\\Users\\jo\\OneDrive - Testshire\\unit.db', {})).toBe('OneDrive');
    expect(copierOf('D:\\Work\\unit.db', { OneDrive: 'D:\\Work' })).toBe('OneDrive');
    expect(copierOf('G:\\My Drive\\unit.db', {})).toBe('Google Drive');
    expect(copierOf('C:\\Users\\jo\\AppData\\Local\\irotool\\Data\\irotool.db', {})).toBeNull();
  });
});
