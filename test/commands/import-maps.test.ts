/** `import map` and `import maps`: a map of one's own, made of the columns that were found, kept, shown and used again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, unit } from '../support/harness';

function list(): string {
  const path = join(folder(), 'our list.csv');
  writeFileSync(
    path,
    [
      'Case,Forename,Surname,Birth,Order,LAC since,Reviewing officer,Last review,Took part',
      '71,Ann,Other,2/5/2015,C2,1/9/2025,A Khan,10/11/2025,PN1',
      '72,Bo,Ash,3/4/2014,V2,1/3/2023,A Khan,3/11/2025,PN2',
    ].join('\n'),
  );
  return path;
}

test('the columns found are shown with values of theirs, a guess, and the reason for it', async () => {
  const { run } = await unit();
  const { out } = await run(['import', 'map', list(), '--name', 'ours', '--yes']);
  const said = out.replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/Case\s+71 and 72\s+the child’s number there: every row has one/);
  expect(said).toContain('each of its values is a code of the legal status now');
  expect(said).toContain('each of its values is a code of how the child took part in it');
  expect(said).toContain('the date of birth: a day in every row');
  expect(said).toContain('The map ours is kept.');
});

test('a map that is kept is listed, shown, used again, and changed by another of its name', async () => {
  const { run } = await unit();
  const path = list();
  await run(['import', 'map', path, '--name', 'ours', '--yes']);
  expect((await run('import maps')).out).toMatch(/ours\s+Made from our list\s+the unit’s own/);
  const shown = (await run('import maps ours')).out;
  expect(shown).toContain('key: "Case"');
  const used = await run(['import', 'cases', path, '--map', 'ours', '--yes']);
  expect(used.out).toContain('Imported: 2 new children');
  const written = join(folder(), 'ours.yaml');
  writeFileSync(written, shown.replace('Made from our list', 'Our list'));
  expect((await run(['import', 'map', written, '--yes'])).out).toContain('The map ours is kept.');
  expect((await run('import maps')).out).toMatch(/ours\s+Our list/);
});

test('a map with a slip in it is not kept', async () => {
  const { run } = await unit();
  const written = join(folder(), 'ours.yaml');
  writeFileSync(written, 'name: ours\ntitle: Ours\ntables:\n  - table: list\n    kye: Ref\n');
  const { code, err } = await run(['import', 'map', written, '--yes']);
  expect(code).toBe(1);
  expect(err).toContain('ours.yaml:5: there is no key "kye" in a table. Did you mean "key"?');
  expect((await run('import maps')).out).not.toContain('ours');
});

test('a list without a child’s number gives no map', async () => {
  const { run } = await unit();
  const path = join(folder(), 'list.csv');
  writeFileSync(path, 'Name,DOB\nAnn Other,2/5/2015\nBo Ash,3/4/2014\n');
  const { code, err } = await run(['import', 'map', path, '--name', 'ours', '--yes']);
  expect(code).toBe(1);
  expect(err).toContain('One column must be the child’s number there.');
});
