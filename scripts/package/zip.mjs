// A folder as one zip file, by Node's own compression, in which what may be run may still be run when it is unpacked.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATED = 8;
const NAMES_ARE_UTF8 = 0x800;
const BY_UNIX = (3 << 8) | 20;
const [FILE, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** The files of a folder, each at its path below `top`, as of one moment. */
export function zipped(folder, top, date) {
  const parts = [];
  const entries = [];
  let at = 0;
  for (const path of filesIn(folder)) {
    const file = join(folder, path);
    const content = readFileSync(file);
    const small = deflateRawSync(content, { level: 9, memLevel: 9 });
    const name = Buffer.from(`${top}/${path}`);
    const mode = statSync(file).mode & 0o100 ? 0o100755 : 0o100644;
    const about = Buffer.alloc(26);
    for (const [value, place, bytes] of [
      [20, 0, 2],
      [NAMES_ARE_UTF8, 2, 2],
      [DEFLATED, 4, 2],
      [dosTime(date), 6, 4],
      [crc32(content), 10, 4],
      [small.length, 14, 4],
      [content.length, 18, 4],
      [name.length, 22, 2],
    ]) {
      about.writeUIntLE(value, place, bytes);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(BY_UNIX, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, name);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(FILE);
    parts.push(head, about, name, small);
    at += 30 + name.length + small.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  for (const place of [8, 10]) end.writeUInt16LE(entries.length / 2, place);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** As MS-DOS has it, which zip files still do: to two seconds, from 1980 on. */
function dosTime(date) {
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
