/** The templates that the build read are those of the files, and one that was changed since is read anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readShelf } from '../../src/documents/template/shelf';
import { type KeptTemplate, readTemplate } from '../../src/documents/template/template';

const ROOT = join(__dirname, '..', '..');
const built = JSON.parse(readFileSync(join(ROOT, 'dist', 'templates.json'), 'utf8')) as KeptTemplate[];
const known = new Map(built.map((each) => [each.hash, each]));

it('what the build read of each shipped template is what its file says', () => {
  const { shipped } = readShelf(join(ROOT, 'templates'), null);
  expect(built.map(({ name }) => name)).toEqual([...shipped.keys()]);
  expect(readShelf(join(ROOT, 'templates'), null, [], known).shipped).toEqual(shipped);
});

it('a template that is not the same to the letter is read, and refused if its front matter is wrong', () => {
  const { file, text, name } = [...readShelf(join(ROOT, 'templates'), null).shipped.values()][0]!;
  const other = readTemplate(file, text.replace(/^title: .*$/m, 'title: Another title'), known);
  expect([other.name, other.title]).toEqual([name, 'Another title']);
  expect(() => readTemplate(file, text.replace(/^kind: .*$/m, 'kind: nothing'), known)).toThrow('kind');
});
