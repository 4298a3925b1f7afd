// Makes a folder that runs on a machine without Node, npm or a compiler, and a zip of it: npm run package:linux,
// npm run package:windows. Nothing is compiled or fetched where it is unpacked.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencesIn } from './licences.mjs';
import { NODE_VERSION, nodeFor } from './node-runtime.mjs';
import { zipped } from './zip.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '..', '..');
const SYSTEMS = {
  linux: { node: 'linux-x64', program: 'node', starts: 'irotool', type: './irotool' },
  windows: { node: 'win-x64', program: 'node.exe', starts: 'irotool.cmd', type: 'irotool' },
};
/** In bytes: what can be sent and kept everywhere. */
const MOST = 45_000_000;

const [word] = process.argv.slice(2);
const system = SYSTEMS[word];
if (!system) throw new Error('Say for which system: linux or windows.');
const { name, version, license, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const title = `${name}-${version}-${word}`;
const packages = join(ROOT, 'packages');
const folder = join(packages, title);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'node'), { recursive: true });

const node = nodeFor(system.node);
writeFileSync(join(folder, 'node', system.program), node.program, { mode: 0o755 });
writeFileSync(join(folder, 'node', 'LICENSE'), node.licence);

// irotool as npm would pack it, without the caches that this machine's Node made.
for (const each of [...files, 'LICENSE']) {
  cpSync(join(ROOT, each), join(folder, 'app', each), {
    recursive: true,
    filter: (from) => !from.endsWith('.cache') && !from.endsWith('libraries.json'),
  });
}
writeFileSync(
  join(folder, 'app', 'package.json'),
  `${JSON.stringify({ name, version, license, private: true })}\n`,
);
// Says that this is such a folder, and which program is in it: bin/irotool.js reads it.
const dist = join(folder, 'app', 'dist');
const programs = readdirSync(dist)
  .filter((file) => file.endsWith('.cjs'))
  .sort();
const hash = createHash('sha256');
for (const file of programs) hash.update(readFileSync(join(dist, file)));
writeFileSync(join(dist, 'packaged'), hash.digest('hex').slice(0, 16));

mkdirSync(join(folder, 'licences'));
for (const [file, text] of Object.entries(licencesIn(ROOT, node.licence))) {
  writeFileSync(join(folder, 'licences', file), text);
}
const starts = readFileSync(join(HERE, system.starts), 'utf8');
// Windows reads a batch file by its own ends of lines.
writeFileSync(join(folder, system.starts), word === 'windows' ? starts.replace(/\r?\n/g, '\r\n') : starts, {
  mode: 0o755,
});
const page = readFileSync(join(HERE, 'start-here.html'), 'utf8');
const fields = { version, node: NODE_VERSION, type: system.type };
writeFileSync(
  join(folder, 'start-here.html'),
  page
    .replaceAll(new RegExp(`<!--only (?!${word})\\w+-->[\\s\\S]*?<!--end-->\\n?`, 'g'), '')
    .replaceAll(/<!--(?:only \w+|end)-->\n?/g, '')
    .replaceAll(/\{\{(\w+)\}\}/g, (_, field) => fields[field]),
);

const packed = zipped(folder, title, made());
const file = join(packages, `${title}.zip`);
writeFileSync(file, packed);
writeFileSync(`${file}.sha256`, `${createHash('sha256').update(packed).digest('hex')}  ${title}.zip\n`);
console.log(`${file}: ${(packed.length / 1e6).toFixed(1)} MB, Node ${NODE_VERSION}`);
if (packed.length > MOST) throw new Error(`That is more than ${MOST / 1e6} MB.`);

/** The day of what is packed, not of the packing. */
function made() {
  try {
    return new Date(
      execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: ROOT, encoding: 'utf8' }).trim(),
    );
  } catch {
    return new Date();
  }
}
