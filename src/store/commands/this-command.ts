/**
 * The command that a connection is opened for. What it writes to the audit, or puts into the outbox, is marked as
 * its own by triggers of the connection, so that no command can forget it; one that writes nothing leaves no row.
 */
import { DIGEST_OF_COMMAND, digestIn, keepChain, ownerOf } from '../chain/link';
import type { Db } from '../sqlite';

/** In a transaction that is given up the command is given up too: its number is kept where that holds as well. */
const OF_THIS_CONNECTION = `
  CREATE TEMP TABLE this_command (id INTEGER NOT NULL);
  CREATE TEMP TRIGGER audit_of_command AFTER INSERT ON main.audit BEGIN
    ${begun('NEW.at')}
    INSERT INTO command_entry (audit_id, command_id) SELECT NEW.id, id FROM this_command;
    ${linked()}
  END;
  CREATE TEMP TRIGGER message_of_command AFTER INSERT ON main.outbox BEGIN ${ofMessage()} END;
  CREATE TEMP TRIGGER message_changed_by_command AFTER UPDATE OF state, given_up_at ON main.outbox
    BEGIN ${ofMessage()} END;`;

function begun(at: string): string {
  return `
    INSERT INTO command (typed_at, who, typed) SELECT ${at}, irotool_who(), irotool_typed()
      WHERE NOT EXISTS (SELECT 1 FROM this_command);
    INSERT INTO this_command (id) SELECT id FROM command
      WHERE NOT EXISTS (SELECT 1 FROM this_command) ORDER BY id DESC LIMIT 1;`;
}

function ofMessage(): string {
  return `${begun('irotool_now()')}
    INSERT OR IGNORE INTO command_message (command_id, outbox_id) SELECT id, NEW.id FROM this_command;`;
}

/** Links an entry to the one before: in the last seal if that is this command's, else in one that begins with it. */
function linked(): string {
  const key = `(SELECT key FROM chain_key WHERE owner = ${ownerOf('NEW')})`;
  return `
INSERT INTO seal (command_id, sealed_at, last_entry, entries, link)
SELECT command.id, NEW.at, NEW.id, 0,
irotool_link((SELECT link FROM seal ORDER BY id DESC LIMIT 1), ${DIGEST_OF_COMMAND})
FROM this_command JOIN command ON command.id = this_command.id
WHERE command.id IS NOT (SELECT command_id FROM seal ORDER BY id DESC LIMIT 1);
INSERT INTO chain_key (owner, key) SELECT owner, irotool_key() FROM (SELECT ${ownerOf('NEW')} AS owner)
WHERE owner NOT IN (SELECT owner FROM chain_key);
UPDATE seal SET last_entry = NEW.id, entries = entries + 1,
link = irotool_link(link, ${digestIn('NEW', key)})
WHERE id = (SELECT max(id) FROM seal);`;
}

/** Marks what this connection writes from now on as one command's; `typed` gives the command without names. */
export function markWrites(db: Db, typed: () => string): void {
  keepChain(db);
  db.function('irotool_typed', typed);
  db.exec(OF_THIS_CONNECTION);
}
