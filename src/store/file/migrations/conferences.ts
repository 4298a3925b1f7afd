/** Worked out from the facts: conferences beside reviews, among the meetings planned and those to plan. */

export const CONFERENCES = (): string => `
  DROP TABLE to_plan;
  CREATE TABLE to_plan (
    plan_by TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES subject (id),
    rule TEXT NOT NULL,
    due TEXT NOT NULL,
    review INTEGER,
    time_for TEXT,
    ends_on TEXT,
    PRIMARY KEY (plan_by, child_id, rule)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX to_plan_child ON to_plan (child_id);

  -- what: a review, or a conference.
  DROP TABLE planned_meeting;
  CREATE TABLE planned_meeting (
    day TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES subject (id),
    review INTEGER,
    time TEXT,
    venue TEXT,
    mode TEXT,
    chair_id INTEGER REFERENCES person (id),
    what TEXT NOT NULL,
    PRIMARY KEY (day, child_id, what)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX planned_meeting_child ON planned_meeting (child_id);
`;
