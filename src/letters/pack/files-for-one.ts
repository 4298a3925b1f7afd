/** The files of a pack for one person: an invitation, a form, and what is to be known of them. */
import type { Context } from '../../context';
import type { DocumentFormat } from '../../store/outbox/document-log';
import type { Letter } from '../letter-made';
import type { Ready } from '../log-entry';
import { bytesOf, nameOf, notesOf, wordFile } from '../one-document';
import type { CoverEntry } from './cover-list';
import type { Parcel } from './what-goes-to-whom';

export interface Made {
  readonly ready: readonly Ready[];
  readonly entry: CoverEntry;
}

export interface Filled extends Pick<Parcel, 'recipient'> {
  readonly invitation: Letter | null;
  readonly form: Letter | null;
}

/** The files for one person. In an e-mail the form is attached to the invitation. */
export async function madeFor(
  context: Context,
  folder: string,
  format: DocumentFormat,
  letterhead: Uint8Array,
  { recipient, invitation, form }: Filled,
): Promise<Made> {
  const ready: Ready[] = [];
  const isAttached = format === 'eml' && invitation !== null && form !== null;
  const word = isAttached ? await bytesOf(context, form, 'docx', letterhead) : null;
  const enclosed = isAttached && word ? [wordFile(nameOf(form, 'docx'), word)] : [];
  if (invitation) {
    const bytes = await bytesOf(context, invitation, format, letterhead, enclosed);
    ready.push({
      letter: invitation,
      format,
      bytes,
      file: { folder, name: nameOf(invitation, format), bytes },
    });
  }
  if (form) {
    const bytes = word ?? (await bytesOf(context, form, format, letterhead));
    const file = isAttached ? null : { folder, name: nameOf(form, format), bytes };
    ready.push({ letter: form, format: isAttached ? 'docx' : format, bytes, file });
  }
  const files = ready.map(({ letter, file }) => ({ letter: letter.template.name, file: file?.name ?? null }));
  return {
    ready,
    entry: {
      recipient,
      files,
      leaflets: ready.flatMap(({ letter }) => leafletsOf(letter)),
      notes: [...new Set(ready.flatMap(({ letter, format: made }) => notesOf(letter, made)))],
    },
  };
}

/** What goes with a letter besides what its template names: the unit's leaflets. */
function leafletsOf({ model, template }: Letter): readonly string[] {
  const all = model.letter?.enclosures ?? [];
  return all.filter((each) => !template.encloses.includes(each));
}
