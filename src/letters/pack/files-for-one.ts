/** The files of a pack for one person: a letter, what goes in with it, and what is to be known of them. */
import type { Context } from '../../context';
import { isLetter } from '../../documents/template/template';
import type { DocumentFormat } from '../../store/outbox/document-log';
import type { Letter } from '../letter-made';
import type { Ready } from '../log-entry';
import { bytesOf, nameOf, notesOf, wordFile } from '../one-document';
import type { Paper } from '../paper';
import type { Addressee } from '../recipient';
import type { CoverEntry } from './cover-list';

export interface FilesForOne {
  readonly ready: readonly Ready[];
  readonly entry: CoverEntry;
}

/** The files for one person. In an e-mail what is no letter is attached to the first that is. */
export async function madeFor(
  context: Context,
  folder: string | null,
  format: DocumentFormat,
  paper: Paper,
  recipient: Addressee,
  letters: readonly Letter[],
): Promise<FilesForOne> {
  const first = letters.find(({ template }) => isLetter(template.kind));
  const isAttached = (letter: Letter): boolean =>
    format === 'eml' && first !== undefined && !isLetter(letter.template.kind);
  const attached: Ready[] = [];
  for (const letter of letters.filter(isAttached)) {
    const bytes = await bytesOf(context, letter, 'docx', paper);
    attached.push({ letter, format: 'docx', bytes, file: null });
  }
  const enclosed = attached.map(({ letter, bytes }) => wordFile(nameOf(letter, 'docx'), bytes));
  const ready: Ready[] = [];
  for (const letter of letters) {
    if (isAttached(letter)) {
      ready.push(attached.find((each) => each.letter === letter)!);
      continue;
    }
    const bytes = await bytesOf(context, letter, format, paper, letter === first ? enclosed : []);
    const file = folder === null ? null : { folder, name: nameOf(letter, format), bytes };
    ready.push({ letter, format, bytes, file });
  }
  return {
    ready,
    entry: {
      recipient,
      of: [...new Set(letters.flatMap(refsOf))],
      files: ready.map(({ letter, file }) => ({
        letter: letter.template.name,
        file: file?.name ?? (format === 'eml' ? null : nameOf(letter, format)),
      })),
      putIn: [...new Set(ready.flatMap(({ letter }) => putInto(letter)))],
      notes: [...new Set(ready.flatMap(({ letter, format: made }) => notesOf(letter, made)))],
    },
  };
}

const refsOf = ({ review, also = [] }: Letter): string[] =>
  [review, ...also.map((each) => each.review)].map(({ child }) => child.ref);

/** What goes in besides the pack’s own files: the unit's leaflets, the record, a plan. */
function putInto({ model, template }: Letter): readonly string[] {
  const all = model.letter?.enclosures ?? [];
  // The form of an invitation is a file of the pack, and stands first.
  return template.kind === 'invitation' && template.form !== null ? all.slice(1) : all;
}
