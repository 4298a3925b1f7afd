/** Letters as they are shown once they are written: where each file is, and what was recorded as sent. */
import { join, resolve } from 'node:path';
import type { Context } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { LetterCase } from '../../letters/letter-case';
import type { ToMake } from '../../letters/letter-made';
import type { Saved } from '../../letters/log-entry';
import { notesOf, sha256 } from '../../letters/one-document';
import type { Shown } from '../../screens/show';
import { quotedName } from '../../ui/as-typed';
import { opener } from '../../ui/open-file';
import { canAsk } from '../../ui/prompts';
import { type Part, whole } from '../../ui/rows';
import { count, listed } from '../../ui/words';

/** Where the letters are, for whoever looks for them, and how to see them. */
function folderWords(context: Context, folder: string): Part[] {
  const path = resolve(context.io.cwd, folder);
  return [whole(`In the folder ${path}`), whole(`To open it: ${opener()} ${quotedName(path)}`)];
}

/** What was recorded as sent, and to whom; which of it was there already, and what had never been made before. */
function sentWords(saved: readonly Saved[], sentOn: IsoDate): string[] {
  const to = [...new Set(saved.map(({ letter }) => letter.recipient.tag))];
  const kept = saved.filter(({ isKept }) => isKept);
  const unmade = saved.filter(({ wasMade }) => !wasMade).length;
  const isAll = unmade === saved.length && saved.length > 1;
  const which = isAll ? 'None of them had' : saved.length === 1 ? 'It had not' : `${unmade} of them had not`;
  return [
    `Recorded as sent on ${longDate(sentOn)}: ${count(saved.length, 'letter')}, to ${listed(to)}.`,
    ...keptWords(kept, saved.length),
    ...(unmade === 0
      ? []
      : [`${which} been made here before, and ${unmade === 1 ? 'was' : 'were'} written now.`]),
  ];
}

function keptWords(kept: readonly Saved[], of: number): string[] {
  if (kept.length === 0) return [];
  if (kept.length === 1)
    return [`${kept[0]!.file!.name} was there already: it is recorded as sent, and stays as it is.`];
  const which = kept.length === of ? 'All of them' : `${kept.length} of them`;
  return [`${which} were there already: they are recorded as sent, and stay as they are.`];
}

/** What a letter is of one child, of several whose it is. */
const makingOf = ({ letter }: Saved, { child }: LetterCase): ToMake | undefined =>
  [letter, ...(letter.also ?? [])].find(({ review }) => review.child.id === child.id);

interface SavedFiles {
  readonly cases: readonly LetterCase[];
  readonly saved: readonly Saved[];
  /** The folder as it was typed. */
  readonly out: string | undefined;
  readonly sentOn: IsoDate | null;
  readonly said: readonly string[];
}

/** Where each file is; the JSON of one case, or a list of it of several. */
export function savedShown(context: Context, { cases, saved, out, sentOn, said }: SavedFiles): Shown {
  const shown = (name: string): string => (out === undefined ? name : join(out, name));
  const of = (review: LetterCase) => ({
    ...review.json,
    documents: saved.flatMap((each) => {
      const making = makingOf(each, review);
      if (making === undefined) return [];
      return {
        file: each.file === null ? null : shown(each.file.name),
        letter: each.letter.template.name,
        version: each.letter.template.version,
        format: each.format,
        to: making.recipient.tag,
        sha256: sha256(each.bytes),
        sentOn,
        notes: notesOf(each.letter, each.format),
      };
    }),
  });
  const files = saved.flatMap(({ file }) => (file === null ? [] : file));
  const folder = files[0]?.folder;
  return {
    json: () => (cases.length === 1 ? of(cases[0]!) : cases.map(of)),
    screen: () => ({
      parts: files.map(({ name }) => whole(shown(name))),
      said: [
        ...(sentOn === null ? [] : sentWords(saved, sentOn)),
        ...(folder !== undefined && canAsk(context) ? folderWords(context, folder) : []),
        ...said,
      ],
    }),
  };
}
