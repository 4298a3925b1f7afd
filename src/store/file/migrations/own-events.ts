/**
 * What the events of a council's own are, as its pack described them when it was last read: a fact of one that the
 * pack has no longer is still told in words.
 */
export const OWN_EVENTS = (): string => `
  CREATE TABLE own_event (
    kind TEXT PRIMARY KEY,
    described TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
