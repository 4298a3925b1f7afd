/** Worked out from the facts: the day a child died. What is still owed then is shown apart. */

export const DEATHS = (): string => `
  ALTER TABLE standing_of_child ADD COLUMN died_on TEXT;
  CREATE INDEX standing_died ON standing_of_child (child_id) WHERE died_on IS NOT NULL;
`;
