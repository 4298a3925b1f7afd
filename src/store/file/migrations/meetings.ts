/** Worked out from the facts: the meetings that are planned, and the reviews that no meeting is planned for. */

export const MEETINGS = (): string => `
  -- In the order of the days by which they are to be planned. time_for: invitations, papers or nothing.
  CREATE TABLE to_plan (
    plan_by TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id),
    rule TEXT NOT NULL,
    due TEXT NOT NULL,
    review INTEGER,
    time_for TEXT,
    ends_on TEXT,
    PRIMARY KEY (plan_by, child_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX to_plan_child ON to_plan (child_id);

  -- The plan that stands of each child, as it was typed. chair_id: who chairs in place of the IRO.
  CREATE TABLE planned_meeting (
    day TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id),
    review INTEGER,
    time TEXT,
    venue TEXT,
    mode TEXT,
    chair_id INTEGER REFERENCES person (id),
    PRIMARY KEY (day, child_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX planned_meeting_child ON planned_meeting (child_id);
`;
