// The licences of what is in the program: its own, Node's, and that of each library whose code was bundled.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each licence by the name of its file. Throws if a library says nowhere how it may be used. */
export function licencesIn(root, nodeLicence) {
  const libraries = JSON.parse(readFileSync(join(root, 'dist', 'libraries.json'), 'utf8'));
  const texts = {
    'irotool.txt': readFileSync(join(root, 'LICENSE'), 'utf8'),
    'node.txt': nodeLicence,
  };
  for (const folder of libraries) {
    const { name, version, license, author } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(join(root, folder)).find((each) => /^(licen[cs]e|copying)/i.test(each));
    const by = typeof author === 'object' ? author.name : author;
    const text = file ? readFileSync(join(root, folder, file), 'utf8') : asSaid(license, by);
    if (text === null) throw new Error(`${name} says nowhere how it may be used.`);
    texts[`${name.replace('/', '-')}.txt`] = `${name} ${version}\n\n${text}`;
  }
  return texts;
}

const asSaid = (license, by) =>
  typeof license === 'string' ? `Licence as its package says: ${license}. ${by ? `By ${by}.` : ''}\n` : null;
