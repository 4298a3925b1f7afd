/** The cover list of a pack: who is sent what, in which file, and how. For the unit alone. */

import { rowLines } from '../../ui/rows';
import { wrap } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { type Addressee, addressLines } from '../recipient';

/** What one person is sent. */
export interface CoverEntry {
  readonly recipient: Addressee;
  /** Whose it is: a child’s reference, or those of brothers and sisters. */
  readonly of: readonly string[];
  readonly files: readonly { readonly letter: string; readonly file: string | null }[];
  /** What to put in besides. */
  readonly putIn: readonly string[];
  /** What was held back from them, and what is left to do. */
  readonly notes: readonly string[];
}

const WIDTH = 80;

/** The list of a pack of one case, or of those of several children, as text. */
export function coverList(
  cases: readonly LetterCase[],
  title: string,
  entries: readonly CoverEntry[],
  left: readonly string[],
): string {
  const labels = cases.map(({ label }) => label).join(', ');
  const lines = [
    ...wrap(`${labels}  ${title}`, WIDTH),
    ...wrap('For the unit alone: it names people and addresses. Do not send it.', WIDTH),
  ];
  for (const { recipient, of, files, putIn, notes } of entries) {
    const whose = cases.length > 1 ? `${of.join(', ')}  ` : '';
    const rows: [string, string][] = [
      ...files.map(({ letter, file }): [string, string] => [letter, file ?? 'attached to the e-mail']),
      ...(putIn.length === 0 ? [] : [['put in', putIn.join('; ')] as [string, string]]),
      ['how', howToSend(recipient)],
      ...helpFor(recipient),
      ...notes.map((note): [string, string] => ['note', note]),
    ];
    lines.push(
      '',
      ...wrap(`${whose}${headOf(recipient)}`, WIDTH),
      ...rowLines(rows, [{}, { wraps: true, min: 30 }], WIDTH, 2),
    );
  }
  for (const note of left) lines.push('', ...wrap(note, WIDTH));
  return `${lines.join('\n')}\n`;
}

/** Those who have no invitation, and are sent the record afterwards; null if there are none. */
export function laterOnly({ list }: LetterCase): string | null {
  const others = (list?.participants ?? []).filter(
    ({ part, ref }) => part === 'distribution' && ref !== 'iro',
  );
  if (others.length === 0) return null;
  return `Sent the record afterwards, and no invitation: ${others.map(({ ref }) => ref).join(', ')}.`;
}

const headOf = ({ tag, name, called, delegateOf }: Addressee): string =>
  `${tag}  ${[name ?? 'name not recorded', delegateOf === null ? called : `in place of ${delegateOf}`].join(', ')}`;

function howToSend({ email, address, ref, isStaff }: Addressee): string {
  if (ref === 'child') return 'by hand: through the social worker or whoever looks after them';
  if (email !== null) return `by e-mail: ${email}`;
  if (address !== null) return `by post: ${addressLines(address).join(', ')}`;
  return isStaff
    ? 'by e-mail or by hand'
    : 'no e-mail address or postal address is recorded: by hand, or ask the social worker how to reach them';
}

/** What was recorded of how they take part, and what else they are owed. */
function helpFor({ participant, delegateOf }: Addressee): [string, string][] {
  if (participant === null || delegateOf !== null) return [];
  const { interpreter, needs, exclusion } = participant;
  return [
    ...(interpreter ? [['interpreter', interpreter] as [string, string]] : []),
    ...(needs ? [['needs', needs] as [string, string]] : []),
    ...(exclusion && !exclusion.isForPart && exclusion.reasonsSentOn === null
      ? [['owed', 'written reasons for not inviting them'] as [string, string]]
      : []),
  ];
}
