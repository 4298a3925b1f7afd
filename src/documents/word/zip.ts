/**
 * The parts of a Word file, which is a zip: read without unpacking them, and written again as they
 * were, so that a letter packs only what is new in it.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly sum: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: the same letter is the same file on every day. */
const NO_DATE = 0x0021;
/** No letterhead is larger; a file that says so is not one. */
const LARGEST = 100_000_000;

/** The parts of a zip, or null for what is none that a word processor writes. */
export function readZip(bytes: Uint8Array): ZipPart[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return partsOf(zip);
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function partsOf(zip: Buffer): ZipPart[] | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_LENGTH > zip.length) return null;
  const parts: ZipPart[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    const [length, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    // Locked with a password, or packed in a way that Word does not use.
    if (zip.readUInt32LE(at) !== CENTRAL || flags & 1 || (method !== 0 && method !== DEFLATED)) return null;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (zip.readUInt32LE(local) !== LOCAL || start + length > zip.length) return null;
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    // Some programs write a line for each folder; a Word file has none.
    if (!name.endsWith('/')) {
      parts.push({
        name,
        stored: method === 0,
        packed: zip.subarray(start, start + length),
        size: zip.readUInt32LE(at + 24),
        sum: zip.readUInt32LE(at + 16),
      });
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The text of a part. */
export function textOf({ stored, packed }: ZipPart): string {
  const bytes = stored ? packed : inflateRawSync(packed, { maxOutputLength: LARGEST });
  return new TextDecoder().decode(bytes);
}

/** A new part. */
export const textPart = (name: string, text: string): ZipPart => bytesPart(name, Buffer.from(text, 'utf8'));

/** The same of what is no text. */
export function bytesPart(name: string, bytes: Uint8Array): ZipPart {
  const packed = deflateRawSync(bytes);
  return { name, stored: false, packed, size: bytes.length, sum: crc32(bytes) };
}

/** The zip of these parts, in their order. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const [files, index]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    describe(part, name.length, head, 4);
    files.push(head, name, part.packed);

    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL, 0);
    entry.writeUInt16LE(20, 4);
    describe(part, name.length, entry, 6);
    entry.writeUInt32LE(at, 42);
    index.push(entry, name);
    at += head.length + name.length + part.packed.length;
  }
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    index.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, ...index, end]));
}

/** What a part's own heading and its line in the index both say. */
function describe({ stored, packed, size, sum }: ZipPart, nameLength: number, to: Buffer, at: number): void {
  to.writeUInt16LE(20, at);
  to.writeUInt16LE(UTF8_NAMES, at + 2);
  to.writeUInt16LE(stored ? 0 : DEFLATED, at + 4);
  to.writeUInt16LE(NO_DATE, at + 8);
  to.writeUInt32LE(sum, at + 10);
  to.writeUInt32LE(packed.length, at + 14);
  to.writeUInt32LE(size, at + 18);
  to.writeUInt16LE(nameLength, at + 22);
}
