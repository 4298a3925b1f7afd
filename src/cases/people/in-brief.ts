/** What the data has of a person of a child wherever it tells of one. */
import type { ChildPerson } from '../../store/people/child-people';

/** By the keys of the data, without what only some of it has. */
export const personInBrief = ({ hasResponsibility, ...person }: ChildPerson) => ({
  tag: person.tag,
  name: person.name,
  role: person.role,
  relationship: person.relationship,
  responsibility: hasResponsibility,
  knowsPlacement: person.knowsPlacement,
  contact: person.contact,
});
