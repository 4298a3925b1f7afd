/**
 * The command that a connection is opened for. What it writes to the audit, or puts into the outbox, is marked as
 * its own by triggers of the connection, so that no command can forget it; one that writes nothing leaves no row.
 */
import type { Db } from '../sqlite';

/** In a transaction that is given up the command is given up too: its number is kept where that holds as well. */
const OF_THIS_CONNECTION = `
  CREATE TEMP TABLE this_command (id INTEGER NOT NULL);
  CREATE TEMP TRIGGER audit_of_command AFTER INSERT ON main.audit BEGIN
    ${begun('NEW.at')}
    INSERT INTO command_entry (audit_id, command_id) SELECT NEW.id, id FROM this_command;
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

/** Marks what this connection writes from now on as one command's; `typed` gives the command without names. */
export function markWrites(db: Db, typed: () => string): void {
  db.function('irotool_typed', typed);
  db.exec(OF_THIS_CONNECTION);
}
