/** The files of a report of figures: which are asked for, what each is called, and how they are written. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import { FACES, type Face } from '../../reports/figures/faces/files';
import type { MadeFigures } from '../../reports/figures/faces/head';
import { fileTyped, writeReport } from '../../reports/report-file';
import { sayScreen } from '../../screens/show';
import { openFile } from '../../ui/open-file';
import { canAsk } from '../../ui/prompts';
import { listed } from '../../ui/words';

export interface FileOptions {
  /** The name of a file; true if none was typed. */
  readonly html?: string | true;
  readonly xlsx?: string | true;
  readonly docx?: string | true;
  readonly pdf?: string | true;
  readonly out?: string;
  readonly open?: true;
  readonly force?: true;
}

/** A face and the file that it is to be written to. */
export interface ToWrite {
  readonly face: Face;
  readonly file: string;
}

const BY_FLAG = ['html', 'xlsx', 'docx', 'pdf'] as const;
/** What asks for a file. */
export const FILE_FLAGS = [...BY_FLAG, 'out', 'open'] as const;

/** The files that were asked for, each looked at before anything is counted: what is there already is not written over unasked. */
export function filesTyped(context: Context, options: FileOptions, report: string): ToWrite[] {
  const asked = BY_FLAG.flatMap((name): ToWrite[] => {
    const typed = options[name];
    if (typed === undefined) return [];
    const called = typed === true ? `${report}-${context.today}.${name}` : typed;
    const face = FACES.find((each) => each.endings.includes(`.${name}`))!;
    return [{ face, file: fileTyped(context, called, `--${name}`, face.endings, report)! }];
  });
  const all = [...asked, ...outTyped(context, options.out, report)];
  const twice = all.find(({ file }, at) => all.findIndex((each) => each.file === file) !== at);
  if (twice)
    throw new UsageError(
      `${basename(twice.file)} is named twice, and would be written over by itself.`,
      'Give each file a name of its own.',
    );
  if (options.open && all.length === 0)
    throw new UsageError('--open is of a file.', 'Such as: --html --open');
  if (options.open && !canAsk(context)) throw new UsageError('--open is for a terminal.');
  const there = options.force ? undefined : all.find(({ file }) => existsSync(file));
  if (there)
    throw new UserError(
      `${basename(there.file)} is there already. Nothing was written.`,
      'To write over it: --force. Or choose another name.',
    );
  return all;
}

/** The file of `--out`, whose ending says which face it has. */
function outTyped(context: Context, typed: string | undefined, report: string): ToWrite[] {
  if (typed === undefined) return [];
  const endings = FACES.flatMap((face) => face.endings);
  const file = fileTyped(context, typed, '--out', endings, report)!;
  return [{ face: FACES.find((face) => face.endings.includes(extname(file).toLowerCase()))!, file }];
}

/** Makes and writes them, says which, and opens them if that was asked for. */
export async function writeFaces(
  context: Context,
  made: MadeFigures,
  files: readonly ToWrite[],
  { open }: FileOptions,
): Promise<void> {
  for (const { face, file } of files) writeReport(context, file, await face.bytes(made, context));
  const names = files.map(({ file }) => basename(file));
  sayScreen(context, [`${listed(names)} ${names.length === 1 ? 'is' : 'are'} written.`]);
  if (open) for (const { file } of files) openFile(file);
}
