/**
 * Children by the words of their whole names, so that whom a text names is found without reading every
 * child. The words are worked out by the program: a child whose name is new waits in `child_to_call` until
 * something is saved.
 */
export const CALLED = (): string => `
  CREATE TABLE child_called (
    words TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id),
    PRIMARY KEY (words, child_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX child_called_child ON child_called (child_id);
  CREATE TABLE child_to_call (
    child_id INTEGER PRIMARY KEY REFERENCES child (id)
  ) STRICT;
  INSERT INTO child_to_call SELECT id FROM child WHERE name IS NOT NULL;
  CREATE TRIGGER child_called_added AFTER INSERT ON child WHEN NEW.name IS NOT NULL BEGIN
    INSERT INTO child_to_call VALUES (NEW.id);
  END;
  CREATE TRIGGER child_called_changed AFTER UPDATE OF name, known_as ON child BEGIN
    DELETE FROM child_called WHERE child_id = NEW.id;
    INSERT OR IGNORE INTO child_to_call VALUES (NEW.id);
  END;
`;
