/** Which shipped template a council's own was copied from: a comment in its front matter tells. */
import type { Template } from '../../documents/template';

const ORIGIN = /^# copied from the shipped version \d+, sha256 ([0-9a-f]{64})$/m;

/** The text of a copy, with the mark of what it was copied from. */
export function withOrigin({ text, version, hash }: Template): string {
  return text.replace(/^---[ \t]*\n/, `---\n# copied from the shipped version ${version}, sha256 ${hash}\n`);
}

/** The hash of the shipped template that it was copied from; null where it was not copied. */
export function copiedFrom({ text, body }: Template): string | null {
  const front = text.slice(0, text.length - body.length);
  return ORIGIN.exec(front)?.[1] ?? null;
}
