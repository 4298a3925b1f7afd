/** `template preview NAME`: what a template comes to, of three children who do not exist. Needs no database. */
import { join } from 'node:path';
import type { Context } from '../../context';
import { fill } from '../../documents/fill';
import { INVENTED } from '../../documents/invented/children';
import { inventedData } from '../../documents/invented/data';
import { UsageError } from '../../errors';
import {
  fileName,
  folderMade,
  folderTyped,
  formatTyped,
  isThere,
  refuseOverwriting,
  writeFiles,
} from '../../letters/files';
import { modelBytes } from '../../letters/one-document';
import { withPaper } from '../../letters/paper';
import { templateNamed } from '../../letters/shelf';
import { shelfOfUnit } from '../../letters/templates/findings';
import { present } from '../../screens/show';
import { openFile } from '../../ui/open-file';
import { canAsk } from '../../ui/prompts';
import { whole } from '../../ui/rows';

interface PreviewOptions {
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly open?: true;
}

/** Runs `template preview NAME`. */
export async function preview(
  context: Context,
  [name]: readonly [string],
  options: PreviewOptions,
): Promise<undefined> {
  const format = formatTyped(options.format);
  if (format === 'eml') throw new UsageError('A preview is no e-mail: --format is docx, pdf, html or txt.');
  if (options.open && !canAsk(context)) throw new UsageError('--open is for a terminal.');
  const folder = folderTyped(context, options.out);
  const shelf = await shelfOfUnit(context);
  const template = templateNamed(shelf, name);
  const models = INVENTED.map((child) => fill(template, inventedData(template, shelf, child), shelf));
  const files = await withPaper(context, format, async (paper) => {
    const made = [];
    for (const [at, model] of models.entries()) {
      const bytes = await modelBytes(model, format, paper);
      made.push({ folder, name: fileName([template.name, 'preview', INVENTED[at]!.amount], format), bytes });
    }
    return made;
  });
  if (!options.force) refuseOverwriting(files.filter(isThere));
  const written = writeFiles(files, { over: options.force === true });
  written.finish();
  written.keep();
  for (const each of written.made) context.say(folderMade(each));
  const shown = files.map((file) => (options.out === undefined ? file.name : join(options.out, file.name)));
  if (options.open) for (const file of files) openFile(join(folder, file.name));
  return present(context, {
    json: () => ({
      name: template.name,
      files: shown.map((file, at) => ({ file, amount: INVENTED[at]!.amount })),
    }),
    screen: () => ({
      parts: shown.map(whole),
      said: ['Three children who do not exist: with little, the usual and a great deal recorded.'],
    }),
  });
}
