import { appendOnly, audited } from './triggers';

/**
 * People who were recorded twice and are one: found when two records of a child were merged. Whatever speaks of
 * the first, in brothers' and sisters' records too, is of the second from then on.
 */
export const ONE_PERSON = (): string => `
  CREATE TABLE person_merged (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    into_id INTEGER NOT NULL REFERENCES person (id),
    CHECK (person_id <> into_id)
  ) STRICT;
  ${appendOnly('person_merged')}
  ${audited('person_merged', 'person_id', ['person_id', 'into_id'])}
`;
