/** `export child REF [DIR] [--for-subject]`: everything held on one child, as data and as a document. */
import { resolve } from 'node:path';
import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { toCsv } from '../../exchange/csv-out';
import { heldDocument, subjectDocument } from '../../exchange/export/child/document';
import { forSubject } from '../../exchange/export/child/for-subject';
import { heldOn } from '../../exchange/export/child/held';
import { fileName } from '../../letters/files';
import { modelBytes } from '../../letters/one-document';
import { withPaper } from '../../letters/paper';
import { present } from '../../screens/show';
import { listedChild } from '../../store/children';
import { count, listed } from '../../ui/words';
import { refuseThere, writeExport } from './files';

export interface ExportChildOptions {
  readonly forSubject?: true;
  readonly force?: true;
}

/** Runs `export child REF [DIR]`. For its subject others are left out, and what is to be decided is a file of its own. */
export async function exportChild(
  context: Context,
  [ref, dir]: readonly [string, string?],
  { forSubject: isForSubject, force }: ExportChildOptions,
): Promise<undefined> {
  const folder = resolve(context.io.cwd, dir ?? '.');
  const unit = await context.open();
  const child = listedChild(unit.db, childNamed(unit.db, ref).id);
  const called = (what: string, ending: string): string => fileName([child.ref, what], ending);
  const what = isForSubject ? 'for-subject' : 'held';
  const names = {
    data: called(what, 'json'),
    document: called(what, 'docx'),
    ...(isForSubject ? { decide: called('to-decide', 'csv') } : {}),
  };
  refuseThere(folder, Object.values(names), force);
  const held = heldOn(context, unit, child, reckoned(context, unit, child).reckoning);
  const subject = isForSubject ? forSubject(unit, child, held) : null;
  const model = subject === null ? heldDocument(held) : subjectDocument(child.ref, subject.given);
  const data = { schema: 1, on: context.today, ...(subject === null ? held : subject.given) };
  const document = await withPaper(context, 'docx', (paper) => modelBytes(model, 'docx', paper));
  const decide = subject?.decide ?? [];
  writeExport(
    context,
    folder,
    [
      { name: names.data, bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) },
      { name: names.document, bytes: document },
      ...(names.decide === undefined ? [] : [{ name: names.decide, bytes: Buffer.from(decideRows(decide)) }]),
    ],
    force,
  );
  const left = decide.filter((each) => each.what === 'left out').length;
  return present(context, {
    json: () => ({
      child: child.ref,
      files: Object.values(names),
      events: held.chronology.length,
      leftOut: left,
      toRead: decide.length - left,
    }),
    screen: () => ({
      parts: [
        `${child.ref}: ${count(held.chronology.length, 'event')}, ${count(held.people.length, 'person', 'people')}, ${count(held.documents.length, 'document')}.`,
        ...(names.decide === undefined
          ? []
          : [
              `${names.decide}: ${count(left, 'thing')} left out, and ${count(decide.length - left, 'text')} to read. Somebody decides about each before anything is given. That file is not for the child.`,
            ]),
      ],
      said: [`${listed(Object.values(names))} are written. Only you can read them.`],
    }),
  });
}

const decideRows = (decide: ReturnType<typeof forSubject>['decide']): string =>
  toCsv([
    ['number', 'what', 'where', 'why', 'text', 'decided'],
    ...decide.map(({ number, what, where, why, text }) => [number, what, where, why, text, '']),
  ]);
