/**
 * What somebody answered to a command's questions and has not saved. It holds no more than facts would, is no
 * fact and not in the audit, and goes when it is a day old (at the next thing that anybody saves) or when a
 * child whom it is about is merged.
 */
export const DRAFTS = (): string => `
  CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    who TEXT NOT NULL,
    line TEXT NOT NULL,
    children TEXT NOT NULL CHECK (json_valid(children)),
    begun_at TEXT NOT NULL,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    UNIQUE (who, line)
  ) STRICT;
  CREATE TRIGGER draft_of_yesterday AFTER INSERT ON audit WHEN EXISTS (SELECT 1 FROM draft) BEGIN
    DELETE FROM draft WHERE begun_at < strftime('%Y-%m-%dT%H:%M:%fZ', irotool_now(), '-1 day');
  END;
  CREATE TRIGGER draft_of_merged AFTER INSERT ON merged BEGIN
    DELETE FROM draft WHERE EXISTS (SELECT 1 FROM json_each(children) WHERE value IN (NEW.child_id, NEW.into_id));
  END;
`;
