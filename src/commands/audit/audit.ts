/** `audit`: who changed what, and when. Children are shown by reference; names only in the audit of that child. */

import { subjectNamed } from '../../cases/find';
import type { Context } from '../../context';
import { codeLabel } from '../../law/shipped';
import { numberTyped } from '../../recording/number-typed';
import { type Change, changeOf, changeRows, type NamingChanges, namingIn } from '../../screens/audit';
import { listScreen, moreWords, present, whenWords } from '../../screens/show';
import { type AuditEntry, auditOfChild, latestAudit } from '../../store/audit';

export interface AuditOptions {
  readonly child?: string;
  readonly limit?: string;
}

const LIMIT = 40;

/** Runs `audit`. */
export async function audit(context: Context, _args: readonly [], options: AuditOptions): Promise<undefined> {
  const limit = numberTyped(options.limit, '--limit', LIMIT);
  const db = context.openFile();
  const child = options.child === undefined ? null : subjectNamed(db, options.child, { evenMerged: true });
  const entries = child === null ? latestAudit(db, limit) : auditOfChild(db, child.id, limit);
  const naming = namingIn(db, child !== null);
  const changes = entries.map((entry) => ({ entry, change: changeOf(entry, naming) }));
  return present(context, {
    json: () => ({ entries: changes.map(({ entry, change }) => entryJson(entry, change, naming)) }),
    csv: () => [
      ['at', 'who', 'child', 'what'],
      ...changes.map(({ entry, change }) => [entry.at, entry.who, change.child ?? '', change.words]),
    ],
    screen: () => {
      const naming = namingIn(db, child !== null, codeLabel);
      const said = entries.map((entry) => ({
        ...{ at: whenWords(entry.at), who: entry.who, words: changeOf(entry, naming).words },
      }));
      return listScreen(
        said.length === 0 ? [] : [changeRows(said)],
        'Nothing was changed yet.',
        moreWords(said.length, limit, 'irotool audit'),
      );
    },
  });
}

function entryJson(entry: AuditEntry, change: Change, { values }: NamingChanges): object {
  const { id, at, who, what, subject, subjectId, before, after, commandId, typed } = entry;
  return {
    ...{ id, at, who, what, subject, subjectId, child: change.child },
    ...{ before: values(subject, before), after: values(subject, after), words: change.words },
    command: commandId === null ? null : { id: commandId, typed },
  };
}
